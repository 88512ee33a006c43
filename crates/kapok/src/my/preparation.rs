//! The day with the medicine, as the client reads it.

use axum::response::Html;
use journey::Case;
use pages::my::preparation::{Day, Fasting};
use permit::Kind;

use super::home::team;
use super::{at_home, frame, name, readers};
use crate::door::{Visit, shown};
use crate::failure::Failure;

/// What to do before it, what to bring, and who is there.
pub(super) async fn get(visit: Visit) -> Result<Html<String>, Failure> {
    let case = visit.read(at_home(&visit)?, Kind::Preparation).await?;
    let name = name(&visit).await?;
    let frame = frame(&visit, name.as_deref());
    Ok(shown(pages::my::preparation::page(&frame, &readers(&visit, &case), &day(&visit, &case))))
}

fn day(visit: &Visit, case: &Case) -> Day {
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
        fasting,
        agreed: case.consent.signed.as_ref().filter(|_| stands).map(|signed| signed.tier),
        with: team(visit, case),
    }
}
