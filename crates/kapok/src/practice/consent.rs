//! What a person agreed to, and a document put before them.

use axum::extract::Path;
use axum::response::{Html, Response};
use journey::ClientId;
use journey::consent::{self, Command, Lapse};
use journey::protocol::DoseTier;
use pages::Place;
use pages::practice::consent::{Consent, OfferForm, Signed};
use permit::{Action, Kind};
use serde::Deserialize;

use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// The consent as it stands.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    drawn(&visit, client, OfferForm::default()).await
}

async fn drawn(visit: &Visit, client: ClientId, form: OfferForm) -> Result<Html<String>, Failure> {
    let subject = subject(visit, client).await?;
    let case = visit.read(client, Kind::Consent).await?;
    let may = visit.may(client, Action::Create, Kind::Consent);
    let consent = &case.consent;
    let page = Consent {
        subject,
        offered: consent.offered.as_ref().map(|offer| (offer.offered_at, offer.tier)),
        signed: signed(visit, consent),
        answers: consent.answers.clone(),
        places: consent.touch.places.clone(),
        safety: consent.touch.safety,
        offer: may.then(|| OfferForm { command: chance::command().to_string(), ..form }),
    };
    Ok(shown(pages::practice::consent::page(&visit.frame(), &page)))
}

fn signed(visit: &Visit, consent: &consent::Consent) -> Option<Signed> {
    let signed = consent.signed.as_ref()?;
    Some(Signed {
        name: signed.name.clone(),
        at: signed.signed_at,
        until: signed.valid_until,
        tier: signed.tier,
        lapse: lapse(visit, consent),
    })
}

/// Why it does not hold today; where no protocol is in force, as if signed under the one it names.
fn lapse(visit: &Visit, consent: &consent::Consent) -> Option<Lapse> {
    let practice = visit.practice();
    let signed_under = consent.signed.as_ref().map(|signed| signed.protocol_number);
    let in_force = practice.protocol_in_force(visit.now).map(|protocol| protocol.number);
    let number = in_force.or(signed_under).unwrap_or_default();
    consent.current_on(practice.date_at(visit.now), number).err()
}

/// What the page sends.
#[derive(Deserialize)]
pub(super) struct Offered {
    command: Option<String>,
    document: String,
    tier: String,
}

/// Puts a document before the person.
pub(super) async fn post(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Offered>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let tier = match sent.tier.as_str() {
        "psycholytic" => DoseTier::Psycholytic,
        "moderate" => DoseTier::Moderate,
        _ => return Err(Failure::Unreadable),
    };
    let command = Command::Offer { document: sent.document.clone(), tier };
    let id = form::command(sent.command.as_deref());
    let done = visit.act(client, id, journey::Command::Consent(command)).await;
    form::answered(done, pages::Route::Of(client.to_string(), Place::Consent), async |refusal| {
        let form = OfferForm { tier: sent.tier, refusal: Some(refusal), ..OfferForm::default() };
        drawn(&visit, client, form).await
    })
    .await
}
