//! The person a page is about, with the pages of theirs that the reader may open.

use journey::ClientId;
use pages::Place;
use pages::practice::Named;
use pages::practice::subject::Subject;
use permit::{Action, Kind};

use crate::door::Visit;
use crate::failure::Failure;

/// Opens who they are, and asks what else the reader may open.
///
/// # Errors
/// When the person is not there or not for them.
pub(crate) async fn subject(visit: &Visit, client: ClientId) -> Result<Subject, Failure> {
    let identity = visit.read(client, Kind::Identity).await?;
    let name = identity.contact.name().unwrap_or_default().to_owned();
    let opens = |place: &Place| visit.may(client, Action::Read, kind(*place));
    Ok(Subject {
        person: Named { client: client.to_string(), name },
        places: Place::ALL.into_iter().filter(opens).collect(),
    })
}

/// What a place shows.
fn kind(place: Place) -> Kind {
    match place {
        Place::Consultation => Kind::Enquiry,
        Place::History => Kind::HealthHistory,
        Place::Screening => Kind::Clearance,
        Place::Consent => Kind::Consent,
        Place::Preparation => Kind::Preparation,
        Place::Prescription | Place::NextDose => Kind::Prescription,
        Place::AdverseEvents => Kind::AdverseEvent,
        Place::Sessions => Kind::SessionChart,
        Place::Integration => Kind::Integration,
        Place::Measures => Kind::Scale,
        Place::Review | Place::Ending => Kind::ProgressNote,
        Place::Appointments => Kind::Appointment,
        Place::Messages => Kind::Message,
        Place::Tasks => Kind::Task,
        Place::Notes => Kind::PsychotherapyNotes,
        // They lie in the record, beside the consent that they open.
        Place::Links => Kind::Consent,
    }
}
