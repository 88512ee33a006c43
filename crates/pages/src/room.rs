//! The room: one screen for one medicine session, in dim light.
//!
//! It is drawn whole by the server. The script keeps each touch until the practice has it, and
//! swaps regions (`data-region`) as they change; a region in which somebody types stays.

use journey::gate::Condition;
use journey::protocol::Level;
use maud::{Markup, html};

pub mod act_cards;
mod asking;
pub mod care;
pub mod close;
pub mod context;
pub mod correct;
pub mod course;
mod door;
pub mod draft;
pub mod emergency;
pub mod forms;
pub mod gate;
mod given;
mod here;
pub mod pad;
pub mod panels;
mod question;
pub mod samples;
pub mod say;
pub mod shell;
pub mod timeline;
pub mod vitals;
pub mod words;

pub use context::{Look, May, Room, State};
pub(crate) use gate::reasons;
pub use samples::samples;

use crate::frame::Frame;
use crate::layout::room_page;
use crate::messages::Messages;
use crate::t;

/// A condition of the gate in words.
pub(crate) fn condition_words(m: Messages, one: &Condition) -> String {
    words::condition(m, one.id.key())
}

/// Draws the room as a whole page.
pub fn page(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let title = t!(m, "room-title", name = room.name.as_str());
    room_page(frame, &title, main(frame, room))
}

/// Draws the room without its page, for the script that swaps it in.
pub fn main(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let base = format!("/people/{}/sessions/{}", room.client, room.session);
    let concern = room.concern().is_some();
    html! {
        main.room id="main" tabindex="-1" data-room data-state=(room.state().name()) data-phase=(room.phase.code())
            data-acts={ (base) "/acts" } data-live={ (base) "/live" } data-session=(room.session)
            data-reader=(room.reader) data-revision=(room.revision) data-now=(room.now.as_millisecond())
            data-dosed=[room.dosed_at().map(|at| at.as_millisecond())]
            data-asking=[room.waits_for_an_answer().then_some("yes")] data-concern=[concern.then_some("yes")] data-csrf=[frame.csrf]
            data-default=(pad::default_panel(room)) data-ahead=(minutes(&room.ahead))
            data-zone=(frame.zone.iana_name().unwrap_or("UTC"))
            data-again=[room.protocol.as_ref().map(|protocol| protocol.bands.reassess_minutes.value)]
            data-said-practice=(t!(m, "room-saved")) data-said-tablet=(t!(m, "room-on-tablet"))
            data-said-silent=(t!(m, "room-silent")) data-said-silent-now=(t!(m, "room-silent-now")) data-said-signed-out=(t!(m, "room-signed-out"))
            data-said-door-wrong=(t!(m, "sign-in-refused")) data-said-door-wait=(t!(m, "room-door-wait"))
            data-said-door-silent=(t!(m, "room-door-silent")) data-said-refused=(t!(m, "room-not-kept"))
            data-said-not-taken=(t!(m, "room-not-taken")) data-said-seen=(t!(m, "room-seen")) data-said-choose-dose=(t!(m, "room-choose-dose")) data-said-no-shelf=(t!(m, "room-no-shelf"))
            data-said-undone=(t!(m, "room-undone")) data-said-kept=(t!(m, "room-kept"))
            data-said-correct=(t!(m, "room-correct")) data-said-undo=(t!(m, "room-undo"))
            data-said-due-in=(t!(m, "room-due-in-minutes")) data-said-due-now=(t!(m, "room-due-now"))
            data-said-due-late=(t!(m, "room-due-late-minutes")) data-said-impossible=(t!(m, "room-impossible"))
            data-said-concerning=(t!(m, "room-level-concerning")) data-said-act=(t!(m, "room-level-act"))
            data-said-emergency=(t!(m, "room-level-emergency"))
        {
            (shell::strip(frame, room))
            @if room.state() == State::Before || room.state() == State::During { (shell::spine(frame, room)) }
            (middle(frame, room))
            (pad::pad(frame, room))
            (shell::bar(frame, room))
            (shell::corner(frame, room))
            (shell::rest(frame, room))
            (given::template(frame, room))
        }
    }
}

/// Minutes as a script reads them.
fn minutes(all: &[i64]) -> String {
    all.iter().map(i64::to_string).collect::<Vec<_>>().join(" ")
}

fn middle(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    match room.state() {
        State::Before => html! {
            section.chart.gate-view data-region="chart" aria-labelledby="gate-title" { (gate::list(frame, room)) }
        },
        State::During => {
            let level = room.concern().map(|watched| watched.assessment.level);
            let card = level.is_some();
            let (wide, tall) = match level {
                None => (timeline::WIDE, timeline::TALL),
                Some(level) if level < Level::Act => (timeline::WIDE_LOOK, timeline::TALL_LOW),
                Some(_) => (timeline::WIDE_LOW, timeline::TALL_LOW),
            };
            html! {
                section.chart.with-card[card] data-region="chart" tabindex="0" aria-label=(t!(m, "room-chart")) {
                    (timeline::drawn(frame, room, wide))
                    (timeline::drawn(frame, room, tall))
                    (care::card(frame, room))
                }
            }
        }
        State::Closing | State::Over => html! {
            section.chart.closing-view data-region="chart" aria-label=(t!(m, "room-leaving")) {
                (close::back(frame, room))
                (close::criteria(frame, room))
            }
        },
    }
}
