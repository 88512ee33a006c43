//! The room as it will be once the lozenge is given, drawn ahead of it.
//!
//! A tablet whose line breaks at that moment has no room to go on in: it takes this one, sets its
//! clock to the touch, and charts until the practice answers.

use journey::event::{Event, Precision, Recorded};
use journey::medicine_session::session::{self, Fact};
use journey::medicine_session::timeline::Shown;
use journey::{EventId, Who};
use maud::{Markup, html};

use super::context::{Look, Room, State};
use crate::frame::Frame;

/// The room after a dose that the gate authorises now; none where it does not, or for who may not give it.
pub(super) fn ahead_of(look: &Look<'_>, room: &Room) -> Option<Box<Room>> {
    let authorised = room.gate.as_ref().is_some_and(journey::gate::Gate::authorised);
    let envelope = room.envelope.as_ref().filter(|_| authorised && look.may.dose)?;
    let fact = Fact::DoseAdministered {
        dose_mg: room.less_mg.unwrap_or_else(|| envelope.planned_mg()),
        lozenges: 1,
        hold_minutes: i64::from(envelope.hold_minutes),
        prescription: None,
    };
    let mut case = look.case.clone();
    case.evolve(&Recorded {
        id: EventId::from_bytes([0; 16]),
        occurred_at: look.now,
        zone: None,
        precision: Precision::Second,
        recorded_at: look.now,
        device: None,
        protocol_version: None,
        by: look.reader.map_or(Who::System, |staff| Who::Staff { staff }),
        body: Event::MedicineSession(session::Event { session: look.session, fact }),
    });
    let mut ahead = Room::of(&Look { case: &case, ..*look })?;
    // Of the dose nothing is said but that there is one: how much it will be is not known.
    ahead.lines.retain(|line| !matches!(line.shown, Shown::Dose(_)));
    Some(Box::new(Room { is_ahead: true, ..ahead }))
}

/// Lies in the page and is not seen.
pub(super) fn template(frame: &Frame<'_>, room: &Room) -> Markup {
    html! {
        @if room.state() == State::Before {
            template data-given data-region="given" {
                @if let Some(given) = &room.given { (super::main(frame, given)) }
            }
        }
    }
}
