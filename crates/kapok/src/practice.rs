//! Pages of those who work here.

mod adverse_events;
mod appointments;
mod calendar;
mod consent;
mod consultation;
mod ending;
mod enquiry;
mod history;
mod hours;
mod integration;
mod ledger;
mod links;
mod measures;
pub(crate) mod medical;
pub(crate) mod messages;
mod next_dose;
mod notes;
mod people;
mod person;
mod preparation;
mod prescription;
mod protocol;
mod review;
mod screening;
mod sessions;
mod stock;
pub(crate) mod subject;
mod tasks;
mod today;
mod windows;

pub(crate) use measures::courses::courses;
pub(crate) use person::Told as PathTold;

use pages::practice::Named;
use permit::{Action, Kind};
use store::ListRow;

use crate::app::{Asks, Routes};

/// Adds the routes of those who work here.
pub(crate) fn routes(routes: Routes) -> Routes {
    let roster = Asks::For(Action::Read, Kind::Roster);
    stock_routes(review_routes(waiting_routes(medical_routes(after_consultation(routes)))))
        .get("/today", roster, today::get)
        .get("/windows", roster, windows::get)
        .get("/people", roster, people::get)
        .post("/people", roster, people::post)
        .get("/people/{client}", Asks::For(Action::Read, Kind::Enquiry), person::get)
        .get("/people/{client}/sessions", Asks::For(Action::Read, Kind::SessionChart), sessions::get)
        .post("/people/{client}/sessions", Asks::For(Action::Create, Kind::SessionChart), sessions::post)
        .post("/people/{client}/enquiry", Asks::For(Action::Amend, Kind::Enquiry), enquiry::post)
        .post("/people/{client}/team", Asks::For(Action::Amend, Kind::Enquiry), person::post)
        .get("/people/{client}/consultation", Asks::For(Action::Read, Kind::Enquiry), consultation::get)
        .post("/people/{client}/consultation", Asks::For(Action::Create, Kind::Enquiry), consultation::post)
        .get("/people/{client}/preparation", Asks::For(Action::Read, Kind::Preparation), preparation::get)
        .post("/people/{client}/preparation", Asks::For(Action::Create, Kind::Preparation), preparation::post)
}

/// Pages of one person that lead to, or come from, what they do on their own pages.
fn after_consultation(routes: Routes) -> Routes {
    let integrates = Asks::For(Action::Create, Kind::Integration);
    routes
        .get("/people/{client}/links", Asks::For(Action::Read, Kind::Consent), links::get)
        .post("/people/{client}/links", Asks::For(Action::Create, Kind::Appointment), links::post)
        .post("/people/{client}/links/revoke", Asks::For(Action::Amend, Kind::Appointment), links::revoke)
        .get("/people/{client}/consent", Asks::For(Action::Read, Kind::Consent), consent::get)
        .post("/people/{client}/consent", Asks::For(Action::Create, Kind::Consent), consent::post)
        .get("/people/{client}/measures", Asks::For(Action::Read, Kind::Scale), measures::get)
        .post("/people/{client}/measures/risk", Asks::For(Action::Create, Kind::Task), measures::assess)
        .post("/people/{client}/measures/ask", Asks::For(Action::Create, Kind::Task), measures::ask)
        .post("/people/{client}/measures/withdraw", Asks::For(Action::Amend, Kind::Task), measures::withdraw)
        .post("/people/{client}/measures/review", Asks::For(Action::Sign, Kind::Clearance), measures::review)
        .get("/people/{client}/integration", Asks::For(Action::Read, Kind::Integration), integration::get)
        .post("/people/{client}/integration/hold", integrates, integration::hold)
        .post("/people/{client}/integration/practice", integrates, integration::choose)
        .post("/people/{client}/integration/thread", integrates, integration::write)
}

/// The review of what the work did, and how it ends: a therapist and a prescriber sign each their own way.
fn review_routes(routes: Routes) -> Routes {
    let reads = Asks::For(Action::Read, Kind::ProgressNote);
    let signs = Asks::For(Action::Sign, Kind::ProgressNote);
    let answers = Asks::For(Action::Sign, Kind::Clearance);
    routes
        .get("/people/{client}/review", reads, review::get)
        .post("/people/{client}/review", signs, review::sign)
        .post("/people/{client}/review/prescriber", answers, review::sign_as_prescriber)
        .post("/people/{client}/review/agreement", answers, review::agree)
        .get("/people/{client}/ending", reads, ending::get)
        .post("/people/{client}/ending", signs, ending::end)
        .post("/people/{client}/ending/prescriber", answers, ending::end_as_prescriber)
        .post("/people/{client}/ending/return", signs, ending::reopen)
}

/// The practice's own stock of lozenges.
fn stock_routes(routes: Routes) -> Routes {
    let (writes, amends) = (Asks::For(Action::Create, Kind::Stock), Asks::For(Action::Amend, Kind::Stock));
    routes
        .get("/practice/stock", Asks::For(Action::Read, Kind::Stock), stock::get)
        .post("/practice/stock/receipt", writes, stock::receive)
        .post("/practice/stock/line", writes, stock::line)
        .post("/practice/stock/inventory", writes, stock::inventory)
        .post("/practice/stock/correction", amends, stock::correct)
        .post("/practice/stock/answer", amends, stock::answer)
}

/// What waits for whom, and the hours in which it is seen.
fn waiting_routes(routes: Routes) -> Routes {
    let amends = Asks::For(Action::Amend, Kind::Task);
    let moves = Asks::For(Action::Amend, Kind::Appointment);
    let writes = Asks::For(Action::Create, Kind::Message);
    routes
        .get("/practice/hours", Asks::For(Action::Read, Kind::Schedule), hours::get)
        .post("/practice/hours", Asks::For(Action::Amend, Kind::Schedule), hours::post)
        .get("/practice/ledger", Asks::For(Action::Read, Kind::Stock), ledger::get)
        .get("/practice/ledger/file", Asks::For(Action::Read, Kind::Stock), ledger::file)
        .get("/practice/ledger/fields", Asks::For(Action::Read, Kind::Stock), ledger::fields)
        .get("/calendar", Asks::For(Action::Read, Kind::Schedule), calendar::get)
        .get("/people/{client}/appointments", Asks::For(Action::Read, Kind::Appointment), appointments::get)
        .post(
            "/people/{client}/appointments",
            Asks::For(Action::Create, Kind::Appointment),
            appointments::book,
        )
        .post("/people/{client}/appointments/move", moves, appointments::reschedule)
        .post("/people/{client}/appointments/cancel", moves, appointments::cancel)
        .post("/people/{client}/appointments/whether", moves, appointments::whether)
        .get("/people/{client}/messages", Asks::For(Action::Read, Kind::Message), messages::get)
        .post("/people/{client}/messages", writes, messages::post)
        .post("/people/{client}/messages/read", writes, messages::mark_read)
        .post("/people/{client}/messages/settle", writes, messages::settle)
        .post("/people/{client}/messages/take-back", writes, messages::take_back)
        .get("/people/{client}/notes", Asks::For(Action::Read, Kind::PsychotherapyNotes), notes::get)
        .post("/people/{client}/notes", Asks::For(Action::Create, Kind::PsychotherapyNotes), notes::post)
        .post(
            "/people/{client}/notes/addition",
            Asks::For(Action::Amend, Kind::PsychotherapyNotes),
            notes::add,
        )
        .get("/people/{client}/tasks", Asks::For(Action::Read, Kind::Task), tasks::get)
        .post("/people/{client}/tasks", Asks::For(Action::Create, Kind::Task), tasks::ask)
        .post("/people/{client}/tasks/take", amends, tasks::take)
        .post("/people/{client}/tasks/hand-on", amends, tasks::hand_on)
        .post("/people/{client}/tasks/end", amends, tasks::end)
}

/// Adds the routes of the medical side.
fn medical_routes(routes: Routes) -> Routes {
    let add = Asks::For(Action::Create, Kind::HealthHistory);
    let decide = Asks::For(Action::Sign, Kind::Clearance);
    let prescribe = Asks::For(Action::Sign, Kind::Prescription);
    let drafts = Asks::For(Action::Amend, Kind::Protocol);
    routes
        .get("/practice/protocol", Asks::For(Action::Read, Kind::Protocol), protocol::get)
        .post("/practice/protocol", Asks::For(Action::Sign, Kind::Protocol), protocol::post)
        .get("/practice/protocol/compare", Asks::For(Action::Read, Kind::Protocol), protocol::compare::get)
        .get("/practice/protocol/file", Asks::For(Action::Read, Kind::Protocol), protocol::compare::file)
        .get("/practice/protocol/draft", drafts, protocol::draft::get)
        .post("/practice/protocol/draft", drafts, protocol::draft::post)
        .post("/practice/protocol/draft/discard", drafts, protocol::draft::discard)
        .post(
            "/practice/protocol/draft/begin",
            Asks::For(Action::Create, Kind::Protocol),
            protocol::draft::begin,
        )
        .post_upload(
            "/practice/protocol/draft/file",
            Asks::For(Action::Create, Kind::Protocol),
            protocol::draft::file,
        )
        .get("/people/{client}/history", Asks::For(Action::Read, Kind::HealthHistory), history::get)
        .post_upload("/people/{client}/history", add, history::post)
        .post("/people/{client}/history/fact", add, history::fact)
        .post("/people/{client}/history/pressure", add, history::pressure)
        .post("/people/{client}/history/weight", add, history::weight)
        .post("/people/{client}/history/person", add, history::person)
        .post("/people/{client}/history/work-up", add, history::work_up)
        .post(
            "/people/{client}/history/correction",
            Asks::For(Action::Sign, Kind::HealthHistory),
            history::correction,
        )
        .get("/people/{client}/screening", Asks::For(Action::Read, Kind::Clearance), screening::get)
        .post("/people/{client}/screening/decision", decide, screening::decide)
        .post("/people/{client}/screening/ask", Asks::For(Action::Create, Kind::Task), screening::asked::post)
        .post(
            "/people/{client}/screening/read",
            Asks::For(Action::Sign, Kind::HealthHistory),
            screening::read,
        )
        .post(
            "/people/{client}/screening/condition",
            Asks::For(Action::Amend, Kind::Clearance),
            screening::meet,
        )
        .get("/people/{client}/prescription", Asks::For(Action::Read, Kind::Prescription), prescription::get)
        .post("/people/{client}/prescription", prescribe, prescription::post)
        .get(
            "/people/{client}/adverse-events",
            Asks::For(Action::Read, Kind::AdverseEvent),
            adverse_events::get,
        )
        .post(
            "/people/{client}/adverse-events",
            Asks::For(Action::Create, Kind::AdverseEvent),
            adverse_events::report,
        )
        .post(
            "/people/{client}/adverse-events/follow-up",
            Asks::For(Action::Amend, Kind::AdverseEvent),
            adverse_events::follow_up,
        )
        .get("/people/{client}/next-dose", Asks::For(Action::Read, Kind::Prescription), next_dose::get)
        .post("/people/{client}/prescription/revocation", prescribe, prescription::revoke)
        .post(
            "/people/{client}/prescription/count",
            Asks::For(Action::Create, Kind::Stock),
            prescription::count,
        )
        .post(
            "/people/{client}/prescription/count/correction",
            Asks::For(Action::Amend, Kind::Stock),
            prescription::correct,
        )
        .post("/people/{client}/prescription/count/review", prescribe, prescription::review)
}

fn named(row: &ListRow) -> Named {
    Named { client: row.client.to_string(), name: row.identity.name.clone() }
}
