//! Today: who is coming, who is in the window, and what waits.

use jiff::Timestamp;
use jiff::civil::Date;
use journey::appointment::Kind as For;
use journey::task::{Kind, Nearness};
use maud::{Markup, html};

use super::Named;
use super::appointments::kind_word;
use super::enquiry::dialled;
use super::tasks::kind_words;
use crate::components::level::{Level, level};
use crate::components::live::{Live, live};
use crate::components::{button, empty, words};
use crate::drawing::window::Window;
use crate::frame::{Frame, Role};
use crate::layout::practice_page;
use crate::messages::Messages;
use crate::route::{Place, Route};
use crate::t;
use crate::time::list;

mod samples;

pub use samples::samples;

/// All that Today shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Today {
    /// For whom somebody is needed, though the reader does not walk with them.
    pub calls: Vec<Call>,
    /// Visits that are going on now.
    pub in_room: Vec<InRoom>,
    /// Appointments of today that are not over, by time.
    pub coming: Vec<Coming>,
    /// Appointments of tomorrow, by time.
    pub tomorrow: Vec<Coming>,
    /// People in their window, the newest dose first.
    pub window: Vec<InWindow>,
    /// What waits for this reader: what may harm first, then what is due first.
    pub waits: Vec<Waiting>,
    /// What waits of the practice's stock, for those who may act on it.
    pub stock: Vec<OfStock>,
    /// Enquiries without an answer, the oldest first.
    pub enquiries: Vec<NewEnquiry>,
    /// How many people are on the path; with none, the page says how to begin.
    pub people: usize,
    /// How the page keeps itself true.
    pub live: Option<Live>,
}

/// One appointment.
#[derive(Clone, Debug, PartialEq)]
pub struct Coming {
    /// Who comes.
    pub person: Named,
    /// When it begins.
    pub starts_at: Timestamp,
    /// What it is for.
    pub kind: For,
    /// Where, if a place was chosen.
    pub place: Option<String>,
    /// How long it is booked for, in minutes.
    pub minutes: u16,
    /// Who of the practice meets them.
    pub with: Vec<String>,
}

/// A visit that is going on now.
#[derive(Clone, Debug, PartialEq)]
pub struct InRoom {
    /// Who is in it.
    pub person: Named,
    /// Since when.
    pub since: Timestamp,
    /// The room that was booked, if one was.
    pub place: Option<String>,
}

/// Somebody for whom a person of the practice is needed; why is for those who walk with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Who.
    pub name: String,
    /// Their telephone, for those who may read it.
    pub phone: Option<String>,
    /// Since when.
    pub since: Timestamp,
    /// Who goes, if anyone does.
    pub taken_by: Option<String>,
}

/// Someone within two weeks of a dose.
#[derive(Clone, Debug, PartialEq)]
pub struct InWindow {
    /// Who.
    pub person: Named,
    /// When the dose was given.
    pub dosed_at: Timestamp,
    /// How the window is drawn.
    pub drawing: Window,
    /// The next integration session, once booked.
    pub integration_at: Option<Timestamp>,
    /// By when they meet for integration.
    pub meet_by: Timestamp,
    /// How often somebody has met them since the dose.
    pub met: usize,
    /// When a check-in passed without an answer, the latest one.
    pub quiet_since: Option<Timestamp>,
    /// A few words from the last check-in, shared.
    pub words: Option<String>,
}

/// One thing that waits for this reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Whom it concerns.
    pub person: Named,
    /// What is to be done.
    pub task: Task,
    /// Since when it waits.
    pub since: Timestamp,
    /// When it was said, where it waited without signal and arrived later.
    pub said_at: Option<Timestamp>,
    /// Until when it is to be seen, where it has a clock.
    pub due_at: Option<Timestamp>,
    /// Who has it.
    pub has: Has,
}

impl Waiting {
    /// Whether its time is over, and nobody has it or having it is not enough.
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        let kept = self.has != Has::Nobody && !matches!(self.task, Task::AnswerMessages { .. });
        !kept && self.due_at.is_some_and(|due| due <= now)
    }

    /// How near to harm it may be.
    pub fn nearness(&self) -> Nearness {
        match self.task {
            Task::Opened(kind) => kind.nearness(),
            Task::AnswerMessages { .. } | Task::BookIntegration | Task::DecideScreening => Nearness::Other,
        }
    }
}

/// What waits of the practice's stock; it names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfStock {
    /// A loss or a count that does not match: until when notice is due, while nobody wrote of one.
    Unsettled {
        /// How many there are.
        count: usize,
        /// Until when the first notice is due.
        due_at: Option<Timestamp>,
    },
    /// The whole stock is to be counted since this day.
    ToBeCounted {
        /// The day on which it was due.
        since: Date,
    },
}

impl OfStock {
    /// Whether its time is over.
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        match self {
            Self::Unsettled { due_at, .. } => due_at.is_some_and(|due| due <= now),
            Self::ToBeCounted { .. } => false,
        }
    }
}

/// Who has a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Has {
    /// Nobody has taken it.
    Nobody,
    /// The reader.
    Me,
    /// Somebody else, by name.
    Another(String),
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// What a fact opened, or a colleague asked.
    Opened(Kind),
    /// Answer what the client wrote.
    AnswerMessages {
        /// How many messages wait.
        count: usize,
    },
    /// Book an integration session inside the window.
    BookIntegration,
    /// Decide a screening.
    DecideScreening,
}

/// An enquiry without an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEnquiry {
    /// Who wrote.
    pub person: Named,
    /// When it came.
    pub received_at: Timestamp,
    /// The beginning of what brings them, in their own words.
    pub words: Option<String>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, today: &Today) -> Markup {
    let m = frame.messages();
    let title = title(frame, today);
    // What may harm, and what is past its time, comes before what is to come.
    let is_late =
        overdue(frame, today) > 0 || today.waits.iter().any(|one| one.nearness() != Nearness::Other);
    let main = html! {
        @if let Some(page) = &today.live { (live(frame, page)) }
        div.answer {
            h1 { (title) }
            p { (under_title(frame, today)) }
        }
        @if is_beginning(today) {
            (begin(m))
        } @else {
            div.columns {
                div {
                    (calls(frame, today))
                    (in_room(frame, today))
                    @if is_late { (waits(frame, today)) (coming(frame, today)) }
                    @else { (coming(frame, today)) (waits(frame, today)) }
                }
                div {
                    (enquiries(frame, today))
                    (window(frame, today))
                }
            }
        }
    };
    practice_page(frame, &Route::Today, &t!(m, "today-page-title"), main)
}

fn is_beginning(today: &Today) -> bool {
    today.people == 0 && today.enquiries.is_empty()
}

/// The answer: for whom somebody is needed; then who comes, who is in the first days, else who wrote.
fn title(frame: &Frame<'_>, today: &Today) -> String {
    let m = frame.messages();
    if is_beginning(today) {
        return t!(m, "today-title-begin");
    }
    let called: Vec<&str> = today.calls.iter().map(|one| first(&one.name)).collect();
    let risks = today.waits.iter().filter(|one| one.nearness() == Nearness::Risk);
    let mut risks: Vec<&str> = risks.map(|one| one.person.first_name()).collect();
    risks.dedup();
    let mut says = Vec::new();
    if !risks.is_empty() {
        says.push(t!(m, "today-title-risk", count = risks.len(), names = list(m, &risks)));
    }
    if !called.is_empty() {
        says.push(t!(m, "today-title-call", names = list(m, &called)));
    }
    says.push(of_the_day(frame, today));
    says.join(" ")
}

fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// Who comes, who is in the first days, else who wrote.
fn of_the_day(frame: &Frame<'_>, today: &Today) -> String {
    let m = frame.messages();
    let present: Vec<&str> = today.in_room.iter().map(|one| one.person.first_name()).collect();
    let comes = if present.is_empty() {
        t!(m, "today-title-coming", count = today.coming.len())
    } else {
        t!(m, "today-title-in-room", count = present.len(), names = list(m, &present))
    };
    let first_days: Vec<&str> = today
        .window
        .iter()
        .filter(|one| hours_since(frame, one) < 72)
        .map(|one| one.person.first_name())
        .collect();
    let overdue = overdue(frame, today);
    if overdue > 0 {
        return format!("{} {comes}", t!(m, "today-title-overdue", count = overdue));
    }
    let second = if !first_days.is_empty() && first_days.len() <= 4 {
        t!(m, "today-title-first-days", count = first_days.len(), names = list(m, &first_days))
    } else if !first_days.is_empty() {
        t!(m, "today-title-first-days-many", count = first_days.len())
    } else if !today.enquiries.is_empty() {
        t!(m, "today-title-wrote", count = today.enquiries.len())
    } else {
        return comes;
    };
    format!("{comes} {second}")
}

/// How much is past its time.
fn overdue(frame: &Frame<'_>, today: &Today) -> usize {
    let of_people = today.waits.iter().filter(|one| one.is_overdue(frame.now)).count();
    of_people + today.stock.iter().filter(|one| one.is_overdue(frame.now)).count()
}

fn under_title(frame: &Frame<'_>, today: &Today) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        (clock.date(frame.now)) " · " (clock.hour(frame.now))
        @let count = today.waits.len() + today.stock.len();
        @if count > 0 { " · " (t!(m, "today-waiting-count", count = count)) }
    }
}

/// The first day: nobody is here yet, and this is how someone comes.
fn begin(m: Messages) -> Markup {
    html! {
        div.begin {
            ol.next {
                li { (t!(m, "today-begin-look")) }
                li { (t!(m, "today-begin-send")) }
                li { (t!(m, "today-begin-read")) }
            }
            p.go {
                (button::link(button::Weight::Primary, &Route::Home.path(), &t!(m, "today-begin-public")))
                (button::link(button::Weight::Plain, &Route::Enquiry.path(), &t!(m, "today-begin-by-hand")))
            }
        }
    }
}

/// For whom somebody is needed, said to everyone: the name, since when, and who goes.
fn calls(frame: &Frame<'_>, today: &Today) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        @if !today.calls.is_empty() {
            section aria-labelledby="calls" {
                h2 id="calls" { (t!(m, "today-calls")) }
                ul.waits {
                    @for one in &today.calls {
                        li {
                            (level(Level::Acts, &t!(m, "today-call", name = one.name.as_str())))
                            span.quiet {
                                @match &one.taken_by {
                                    Some(name) => (t!(m, "today-anothers", name = name.as_str())),
                                    None => { (t!(m, "today-call-nobody")) " " (clock.both(one.since)) },
                                }
                                @if let Some(phone) = &one.phone { " · " a href={ "tel:" (dialled(phone)) } { (phone) } }
                            }
                        }
                    }
                }
                p.quiet.small { (t!(m, "today-calls-why")) }
            }
        }
    }
}

fn in_room(frame: &Frame<'_>, today: &Today) -> Markup {
    let m = frame.messages();
    html! {
        @if !today.in_room.is_empty() {
            section aria-labelledby="in-room" {
                h2 id="in-room" { (t!(m, "today-in-room")) }
                ul.lines.present {
                    @for one in &today.in_room {
                        li {
                            h3 { (present(frame, one)) }
                            p.quiet.small {
                                @if let Some(place) = &one.place { (place) " · " }
                                (t!(m, "today-in-room-since")) " " (frame.clock().both(one.since))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Who is here; the desk has no record to open.
fn present(frame: &Frame<'_>, one: &InRoom) -> Markup {
    if is_desk(frame) {
        html! { (one.person.name) }
    } else {
        one.person.link()
    }
}

fn is_desk(frame: &Frame<'_>) -> bool {
    frame.person.is_some_and(|person| person.role == Role::Admin)
}

fn coming(frame: &Frame<'_>, today: &Today) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="coming" {
            h2 id="coming" { (t!(m, "today-coming")) }
            @if today.coming.is_empty() {
                (empty::empty(&t!(m, "today-coming-nobody"), html! {}))
            } @else {
                ol.day { @for one in &today.coming { (appointment(frame, one)) } }
            }
        }
        @if !today.tomorrow.is_empty() {
            section aria-labelledby="tomorrow" {
                h2 id="tomorrow" { (t!(m, "today-tomorrow")) }
                ol.day { @for one in &today.tomorrow { (appointment(frame, one)) } }
            }
        }
    }
}

fn appointment(frame: &Frame<'_>, coming: &Coming) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let names: Vec<&str> = coming.with.iter().map(String::as_str).collect();
    let client = coming.person.client.clone();
    let path =
        if is_desk(frame) { Route::Of(client, Place::Appointments) } else { Route::Person(client) }.path();
    html! {
        li {
            time datetime=(coming.starts_at.to_string()) { (clock.hour(coming.starts_at)) }
            div {
                h3 { a.person href=(path) { (coming.person.name) } }
                p.quiet {
                    (kind_word(m, coming.kind))
                    @if let Some(place) = &coming.place { " · " (place) }
                    " · " (t!(m, "today-minutes", minutes = i64::from(coming.minutes)))
                }
                p.small.quiet { (t!(m, "appointments-with", names = list(m, &names))) }
            }
        }
    }
}

fn waits(frame: &Frame<'_>, today: &Today) -> Markup {
    let m = frame.messages();
    // They come in this order already: nothing of the stock stands before what may harm somebody.
    let near = today.waits.iter().take_while(|one| one.nearness() != Nearness::Other).count();
    let (near, others) = today.waits.split_at(near);
    html! {
        @if !today.waits.is_empty() || !today.stock.is_empty() {
            section aria-labelledby="waits" {
                h2 id="waits" { (t!(m, "today-waits")) }
                ul.waits {
                    @for one in near { (waiting(frame, one)) }
                    @for one in &today.stock { (of_stock(frame, one)) }
                    @for one in others { (waiting(frame, one)) }
                }
            }
        }
    }
}

/// A line that leads to where it is done.
fn waiting(frame: &Frame<'_>, one: &Waiting) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let acts = one.is_overdue(frame.now) || one.nearness() == Nearness::Risk;
    html! {
        li {
            a href=(way(one).path()) {
                @if acts { (level(Level::Acts, &task(m, one))) } @else { (task(m, one)) }
            }
            span.quiet {
                @if let Some(said) = one.said_at {
                    (t!(m, "tasks-said", said = clock.near(said), arrived = clock.near(one.since))) " · "
                }
                (standing(frame, one))
            }
        }
    }
}

/// A line that leads to the stock.
fn of_stock(frame: &Frame<'_>, one: &OfStock) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let words = match one {
        OfStock::Unsettled { count, .. } => t!(m, "today-stock-unsettled", count = *count),
        OfStock::ToBeCounted { .. } => t!(m, "today-stock-count"),
    };
    html! {
        li {
            a href=(Route::Stock.path()) {
                @if one.is_overdue(frame.now) { (level(Level::Acts, &words)) } @else { (words) }
            }
            span.quiet {
                @match one {
                    OfStock::Unsettled { due_at: Some(due), .. } if one.is_overdue(frame.now) => {
                        (t!(m, "today-stock-was-due")) " " (clock.both(*due))
                    }
                    OfStock::Unsettled { due_at: Some(due), .. } => { (t!(m, "today-stock-due")) " " (clock.both(*due)) }
                    OfStock::Unsettled { due_at: None, .. } => (t!(m, "today-stock-told")),
                    OfStock::ToBeCounted { since } => (t!(m, "today-stock-since", day = clock.day(*since))),
                }
            }
        }
    }
}

/// Who has it, else until when, else since when.
fn standing(frame: &Frame<'_>, one: &Waiting) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    match (&one.has, one.due_at) {
        (_, Some(due)) if one.is_overdue(frame.now) => {
            html! { (t!(m, "today-was-due")) " " (clock.both(due)) }
        }
        (Has::Me, _) => html! { (t!(m, "today-mine")) },
        (Has::Another(name), _) => html! { (t!(m, "today-anothers", name = name.as_str())) },
        (Has::Nobody, Some(due)) => html! { (t!(m, "today-due")) " " (clock.both(due)) },
        (Has::Nobody, None) => clock.both(one.since),
    }
}

/// Where it is done.
fn way(one: &Waiting) -> Route {
    let client = one.person.client.clone();
    match one.task {
        Task::Opened(Kind::PassAsked { session, .. }) => Route::Asked(client, session.to_string()),
        Task::Opened(_) => Route::Of(client, Place::Tasks),
        Task::DecideScreening => Route::Of(client, Place::Screening),
        Task::BookIntegration => Route::Of(client, Place::Appointments),
        Task::AnswerMessages { .. } => Route::Of(client, Place::Messages),
    }
}

fn task(m: Messages, waiting: &Waiting) -> String {
    let name = waiting.person.name.as_str();
    match waiting.task {
        Task::Opened(kind) => t!(m, "today-task-opened", what = kind_words(m, kind), name = name),
        Task::AnswerMessages { count } => t!(m, "today-task-answer-message", name = name, count = count),
        Task::BookIntegration => t!(m, "today-task-book-integration", name = name),
        Task::DecideScreening => t!(m, "today-task-decide-screening", name = name),
    }
}

fn enquiries(frame: &Frame<'_>, today: &Today) -> Markup {
    let m = frame.messages();
    html! {
        @if !today.enquiries.is_empty() {
            section aria-labelledby="enquiries" {
                h2 id="enquiries" { (t!(m, "today-enquiries")) }
                ul.lines {
                    @for one in &today.enquiries {
                        li {
                            h3 { (one.person.link()) }
                            p.quiet.small { (frame.clock().both(one.received_at)) }
                            @if let Some(said) = &one.words { p.said { (words::inline(frame, said)) } }
                        }
                    }
                }
            }
        }
    }
}

fn window(frame: &Frame<'_>, today: &Today) -> Markup {
    let m = frame.messages();
    html! {
        @if !today.window.is_empty() {
            section aria-labelledby="window" {
                h2 id="window" { (t!(m, "today-window")) }
                ul.lines {
                    @for (place, one) in today.window.iter().enumerate() { (in_window(frame, one, place)) }
                }
            }
        } @else if today.enquiries.is_empty() {
            section aria-labelledby="window" {
                h2 id="window" { (t!(m, "today-window")) }
                (empty::empty(&t!(m, "today-window-nobody"), html! {}))
            }
        }
    }
}

fn in_window(frame: &Frame<'_>, one: &InWindow, place: usize) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let hours = hours_since(frame, one);
    html! {
        li {
            h3.spread {
                (one.person.link())
                span.since {
                    @if hours < 72 { (t!(m, "today-window-hours", hours = hours)) }
                    @else { (t!(m, "today-window-day", day = hours / 24)) }
                }
            }
            (one.drawing.draw(&format!("window-{place}")))
            @if let Some(at) = one.quiet_since {
                p.small { (level(Level::Look, &t!(m, "today-window-quiet", date = clock.date(at)))) }
            }
            p.small.quiet {
                @match one.integration_at {
                    None if one.met > 0 => (t!(m, "today-window-met", count = one.met)),
                    at => (integration(frame, at, one.met, one.meet_by)),
                }
            }
            @if let Some(said) = &one.words { p.said { (words::inline(frame, said)) } }
        }
    }
}

/// When they meet for integration, and whether that is later than the protocol asks for.
pub(super) fn integration(frame: &Frame<'_>, at: Option<Timestamp>, met: usize, by: Timestamp) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let by_when = clock.near(by);
    html! {
        @match at {
            Some(at) if met == 0 && at > by => {
                (level(Level::Look, &t!(m, "today-window-integration-late", when = clock.near(at), by = by_when)))
            }
            Some(at) => (t!(m, "today-window-integration", when = clock.near(at))),
            None if frame.now > by => (level(Level::Look, &t!(m, "today-window-not-met", by = by_when))),
            None => (level(Level::Look, &t!(m, "today-window-not-booked", by = by_when))),
        }
    }
}

fn hours_since(frame: &Frame<'_>, one: &InWindow) -> i64 {
    (frame.now.as_second() - one.dosed_at.as_second()) / 3600
}
