//! The day with the medicine, as the client reads it.

use axum::response::Html;
use jiff::Timestamp;
use journey::Case;
use journey::appointment::Kind as Meeting;
use pages::my::preparation::{Day, Fasting};
use permit::Kind;

use super::home::team;
use super::{at_home, frame, readers};
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::practice::medical::names;

/// What to do before it, what to bring, and who is there.
pub(super) async fn get(visit: Visit) -> Result<Html<String>, Failure> {
    let client = at_home(&visit)?;
    let case = visit.read(client, Kind::Preparation).await?;
    // Name and appointments lie apart from the record.
    let identity = visit.read(client, Kind::Identity).await?;
    let name = identity.contact.name().map(str::to_owned);
    let mut ahead = identity.appointments.ahead(visit.now);
    let begins_at = ahead.find(|one| one.kind == Meeting::MedicineSession).map(|one| one.starts_at);
    let day = day(&visit, &case, begins_at);
    let frame = frame(&visit, name.as_deref());
    Ok(shown(pages::my::preparation::page(&frame, &readers(&visit, &case), &day)))
}

fn day(visit: &Visit, case: &Case, begins_at: Option<Timestamp>) -> Day {
    let fasting = visit.practice().protocol_in_force(visit.now).map(|signed| {
        let asked = &signed.protocol.fasting;
        Fasting {
            food_minutes: asked.food_minutes_asked.value,
            fluid_minutes: asked.fluid_minutes_asked.value,
            alcohol_cannabis_hours: asked.alcohol_cannabis_hours_warn.value,
        }
    });
    let stands = case.consent.withdrawn_at.is_none();
    Day {
        preparation: case.preparation.clone(),
        begins_at,
        fasting,
        agreed: case.consent.signed.as_ref().filter(|_| stands).map(|signed| signed.tier),
        medicines: medicines(visit, case),
        with: team(visit, case),
    }
}

/// What the prescriber wrote with the decision that stands, under their name.
fn medicines(visit: &Visit, case: &Case) -> Option<(String, String)> {
    let decided = case.clearance.latest().filter(|decided| decided.judgement.decision.is_yes())?;
    let words = decided.judgement.to_client.clone()?;
    Some((names(visit).of(visit.frame().messages(), decided.by), words))
}
