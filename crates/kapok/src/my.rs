//! A client's own pages, and the link that opens them.

pub(crate) mod after;
mod body;
mod check_in;
mod consent;
mod home;
mod intake;
mod link;
mod messages;
pub(crate) mod own;
mod preparation;
mod review;
mod scale;

use journey::link::Purpose;
use journey::{Case, ClientId};
use pages::{Frame, Person, Role};
use permit::{Action, Kind};

use crate::app::{Asks, Routes};
use crate::door::Visit;
use crate::failure::Failure;

/// Adds the routes of those who hold a link.
pub(crate) fn routes(routes: Routes) -> Routes {
    let opens = "it is how a link is opened, and it tells nothing";
    let answers = Asks::For(Action::Create, Kind::Scale);
    let writes = Asks::For(Action::Create, Kind::Message);
    let agrees = Asks::For(Action::Amend, Kind::Consent);
    routes
        .get("/l/{secret}", Asks::Nothing(opens), link::get)
        .post("/l/{secret}", Asks::Nothing(opens), link::post)
        .post("/my/close", Asks::Nothing("it ends this browser's own cookie"), link::close)
        .get("/my", Asks::For(Action::Read, Kind::Preparation), home::get)
        .get("/my/intake", Asks::For(Action::Read, Kind::HealthHistory), intake::get)
        .post("/my/intake", Asks::For(Action::Create, Kind::HealthHistory), intake::post)
        .get("/my/consent", Asks::For(Action::Read, Kind::Consent), consent::get)
        .post("/my/consent", agrees, consent::answer)
        .post("/my/consent/touch", agrees, consent::touch)
        .post("/my/consent/narrow", agrees, consent::narrow)
        .post("/my/consent/sign", Asks::For(Action::Sign, Kind::Consent), consent::sign)
        .post("/my/consent/withdraw", agrees, consent::withdraw)
        .get("/my/preparation", Asks::For(Action::Read, Kind::Preparation), preparation::get)
        .get("/my/check-in", answers, check_in::get)
        .post("/my/check-in", answers, check_in::post)
        .get("/my/after", Asks::For(Action::Read, Kind::SessionChart), after::get)
        .get("/my/body", Asks::For(Action::Read, Kind::Integration), body::get)
        .post("/my/body", Asks::For(Action::Create, Kind::Integration), body::post)
        .get("/my/review", Asks::For(Action::Read, Kind::ProgressNote), review::get)
        .get("/my/questions", Asks::For(Action::Read, Kind::Enquiry), own::questions)
        .post("/my/questions", Asks::For(Action::Create, Kind::Enquiry), own::ask)
        .get("/my/threads", Asks::For(Action::Read, Kind::Integration), own::threads)
        .post("/my/threads", Asks::For(Action::Create, Kind::Integration), own::write)
        .get("/my/practices", Asks::For(Action::Read, Kind::Integration), own::practices)
        .post("/my/practices", Asks::For(Action::Create, Kind::Integration), own::practise)
        .get("/my/messages", Asks::For(Action::Read, Kind::Message), messages::get)
        .post("/my/messages", writes, messages::post)
        .post("/my/messages/answer", writes, messages::answer)
        .post("/my/messages/read", writes, messages::mark_read)
        .post("/my/messages/take-back", writes, messages::take_back)
        .get("/my/{scale}", answers, scale::get)
        .post("/my/{scale}", answers, scale::post)
}

/// The client whose link it is, if the link opens their own pages.
fn at_home(visit: &Visit) -> Result<ClientId, Failure> {
    let holder = visit.holder()?;
    if holder.purpose == Purpose::Home { Ok(holder.client) } else { Err(Failure::NotFound) }
}

/// The people who care for the client, by name, in the order of their ids.
fn care_team<'a>(
    visit: &'a Visit,
    case: &'a Case,
) -> impl Iterator<Item = &'a journey::practice::Member> + use<'a> {
    case.care_team.people.iter().filter_map(|staff| visit.practice().people.get(staff))
}

/// The name of whoever holds a link to their own pages; no other link reads one.
async fn name(visit: &Visit) -> Result<Option<String>, Failure> {
    let Ok(client) = at_home(visit) else { return Ok(None) };
    let identity = visit.read(client, Kind::Identity).await?;
    Ok(identity.contact.name().map(str::to_owned))
}

/// What surrounds a page of the client's own.
fn frame<'a>(visit: &'a Visit, name: Option<&'a str>) -> Frame<'a> {
    let person = name.map(|name| Person { name, role: Role::Client });
    Frame { person, ..visit.frame() }
}

fn readers(visit: &Visit, case: &Case) -> Vec<String> {
    care_team(visit, case).map(|member| member.name.clone()).collect()
}
