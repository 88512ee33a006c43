//! What waits of one person: since when, until when, who took it; and a question to a colleague.

use jiff::Timestamp;
use journey::Refusal;
use journey::task::Kind;
use maud::{Markup, html};

use super::subject::{Subject, person_page};
use crate::components::field::{self, Field, came_back};
use crate::components::level::{Level, level};
use crate::components::{button, empty, refusal, words};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::{Place, Route};
use crate::t;

/// Characters that words may have.
const WORDS_CHARACTERS_MAX: usize = 4_000;

/// The tasks of one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tasks {
    /// Whose, and where else to look.
    pub subject: Subject,
    /// Those that wait, the oldest first.
    pub open: Vec<Task>,
    /// Those that are planned for a later day.
    pub later: Vec<Task>,
    /// Those that ended, the newest first.
    pub ended: Vec<Task>,
    /// Who walks along and could be asked or handed something: id and name.
    pub colleagues: Vec<(String, String)>,
    /// The forms, where the reader may.
    pub form: Option<Form>,
}

/// One task.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub kind: Kind,
    /// What was asked, where somebody asked.
    pub words: Option<String>,
    /// Who asked, where somebody did.
    pub asked_by: Option<String>,
    /// Of whom, where somebody was named.
    pub asked_of: Option<String>,
    /// Since when it waits.
    pub opened_at: Timestamp,
    /// When it was said, where it waited without signal and arrived later.
    pub said_at: Option<Timestamp>,
    /// Until when it is to be seen.
    pub due_at: Timestamp,
    /// Who has it and since when; those who had it before them first.
    pub owners: Vec<(String, Timestamp)>,
    /// Whether the reader has it.
    pub mine: bool,
    /// When it ended, by whom, with which words.
    pub ended: Option<Ended>,
}

/// How a task ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// When.
    pub at: Timestamp,
    /// By whom, where it was a person of the practice.
    pub by: Option<String>,
    /// What was done, where it was said here.
    pub words: Option<String>,
}

/// What was typed, and why it came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Id of this intent, drawn when the page was.
    pub command: String,
    /// What was asked.
    pub words: String,
    /// Of whom.
    pub of: String,
    /// Why a form came back, and which: none is the question, else the task's id.
    pub refusal: Option<(Option<String>, Refusal)>,
}

impl Form {
    fn error(&self, m: Messages, of: Option<&str>) -> Option<String> {
        let found = self.refusal.as_ref().filter(|(which, _)| which.as_deref() == of);
        found.map(|(_, found)| refusal::words(m, found))
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, tasks: &Tasks) -> Markup {
    let m = frame.messages();
    let refused = tasks.form.as_ref().is_some_and(|form| form.refusal.is_some());
    let main = html! {
        (came_back(m, usize::from(refused)))
        div.columns.deciding {
            div {
                (open(frame, tasks))
                (later(frame, tasks))
                (ended(frame, tasks))
            }
            @if let Some(form) = &tasks.form { (ask(frame, tasks, form)) }
        }
    };
    person_page(frame, &tasks.subject, Some(Place::Tasks), &answer(frame, tasks), main)
}

fn answer(frame: &Frame<'_>, tasks: &Tasks) -> String {
    let m = frame.messages();
    let overdue = tasks.open.iter().filter(|task| is_overdue(frame, task)).count();
    match (tasks.open.len(), overdue) {
        (0, _) => t!(m, "tasks-none"),
        (open, 0) => t!(m, "tasks-open", count = open),
        (_, overdue) => t!(m, "tasks-overdue", count = overdue),
    }
}

/// Nobody has taken it, or taking it is not enough, and its time is over.
fn is_overdue(frame: &Frame<'_>, task: &Task) -> bool {
    let kept = !task.owners.is_empty() && task.kind.is_kept_by_taking();
    !kept && task.due_at <= frame.now
}

/// What a task is about, in a few words.
pub fn kind_words(m: Messages, kind: Kind) -> String {
    match kind {
        Kind::RiskAnswer => t!(m, "tasks-risk"),
        Kind::ShortSleep => t!(m, "tasks-short-sleep"),
        Kind::UrinarySymptom => t!(m, "tasks-urinary"),
        Kind::Craving => t!(m, "tasks-craving"),
        Kind::MedicineChanged => t!(m, "tasks-medicine-changed"),
        Kind::AdverseEvent { grade } => t!(m, "tasks-adverse-event", grade = i64::from(grade)),
        Kind::DoseOutsideGate => t!(m, "tasks-dose-outside"),
        Kind::CountMismatch => t!(m, "tasks-count"),
        Kind::CountAsked => t!(m, "tasks-count-asked"),
        Kind::LeftAgainstAdvice => t!(m, "tasks-left-early"),
        Kind::PassAsked { .. } => t!(m, "tasks-pass-asked"),
        Kind::ClearanceReopened => t!(m, "tasks-reopened"),
        Kind::ReviewDue => t!(m, "tasks-review-due"),
        Kind::ReviewDay => t!(m, "tasks-review-day"),
        Kind::ReviewToAgree => t!(m, "tasks-review-agree"),
        Kind::FollowUp { months } => t!(m, "tasks-follow-up", months = i64::from(months)),
        Kind::Message => t!(m, "tasks-message"),
        Kind::Answered => t!(m, "tasks-answered"),
        Kind::Asked { .. } => t!(m, "tasks-asked"),
    }
}

/// Where what it is about is looked at.
fn place(kind: Kind) -> Option<Place> {
    match kind {
        Kind::RiskAnswer => Some(Place::Measures),
        Kind::ShortSleep | Kind::UrinarySymptom | Kind::Craving => Some(Place::Integration),
        Kind::AdverseEvent { .. } => Some(Place::AdverseEvents),
        Kind::DoseOutsideGate | Kind::LeftAgainstAdvice | Kind::PassAsked { .. } => Some(Place::Sessions),
        Kind::CountMismatch | Kind::CountAsked => Some(Place::Prescription),
        Kind::MedicineChanged | Kind::ClearanceReopened | Kind::Answered => Some(Place::Screening),
        Kind::ReviewDue | Kind::ReviewDay | Kind::ReviewToAgree => Some(Place::Review),
        Kind::FollowUp { .. } => Some(Place::Ending),
        Kind::Message => Some(Place::Messages),
        Kind::Asked { .. } => None,
    }
}

fn look(m: Messages, kind: Kind) -> String {
    match kind {
        Kind::RiskAnswer => t!(m, "tasks-look-risk"),
        Kind::ShortSleep | Kind::UrinarySymptom | Kind::Craving => t!(m, "tasks-look-answers"),
        Kind::AdverseEvent { .. } => t!(m, "tasks-look-adverse-event"),
        Kind::DoseOutsideGate | Kind::LeftAgainstAdvice => t!(m, "tasks-look-session"),
        Kind::PassAsked { .. } => t!(m, "tasks-look-asked"),
        Kind::CountMismatch | Kind::CountAsked => t!(m, "tasks-look-count"),
        Kind::ReviewDue | Kind::ReviewDay | Kind::ReviewToAgree => t!(m, "tasks-look-review"),
        Kind::FollowUp { .. } => t!(m, "tasks-look-ending"),
        Kind::Message => t!(m, "tasks-look-message"),
        Kind::MedicineChanged | Kind::ClearanceReopened | Kind::Answered | Kind::Asked { .. } => {
            t!(m, "tasks-look-screening")
        }
    }
}

fn open(frame: &Frame<'_>, tasks: &Tasks) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="open" {
            h2 id="open" { (t!(m, "tasks-waiting")) }
            @if tasks.open.is_empty() {
                (empty::empty(&t!(m, "tasks-empty"), html! {}))
            } @else {
                ul.lines.tasks { @for task in &tasks.open { li { (waiting(frame, tasks, task)) } } }
            }
        }
    }
}

/// What is planned, with its day; nobody can do it yet.
fn later(frame: &Frame<'_>, tasks: &Tasks) -> Markup {
    let m = frame.messages();
    html! {
        @if !tasks.later.is_empty() {
            section aria-labelledby="later" {
                h2 id="later" { (t!(m, "tasks-later")) }
                ul.lines {
                    @for task in &tasks.later {
                        li {
                            h3 { (kind_words(m, task.kind)) }
                            p.small.quiet { (t!(m, "tasks-from", day = frame.clock().date(task.opened_at))) }
                        }
                    }
                }
            }
        }
    }
}

fn waiting(frame: &Frame<'_>, tasks: &Tasks, task: &Task) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let says = kind_words(m, task.kind);
    let error = tasks.form.as_ref().and_then(|form| form.error(m, Some(&task.id)));
    html! {
        h3 { @if is_overdue(frame, task) { (level(Level::Acts, &says)) } @else { (says) } }
        (asked(frame, task))
        p { (t!(m, "tasks-until", until = clock.near(task.due_at))) }
        @if let Some(said) = task.said_at {
            p { (t!(m, "tasks-said", said = clock.near(said), arrived = clock.near(task.opened_at))) }
        }
        p.small.quiet { (t!(m, "tasks-since")) " " (clock.both(task.opened_at)) }
        (owner(frame, task))
        @if let Some(way) = way(tasks, task.kind) { p.way { a href=(way.path()) { (look(m, task.kind)) } } }
        @if let Some(error) = error { p.error { (error) } }
        @if let Some(form) = &tasks.form { (acts(frame, tasks, task, form)) }
    }
}

/// Where it is looked at, if the reader may go there.
fn way(tasks: &Tasks, kind: Kind) -> Option<Route> {
    let place = place(kind).filter(|place| tasks.subject.places.contains(place))?;
    Some(match kind {
        Kind::PassAsked { session, .. } => {
            Route::Asked(tasks.subject.person.client.clone(), session.to_string())
        }
        _ => tasks.subject.at(place),
    })
}

fn asked(frame: &Frame<'_>, task: &Task) -> Markup {
    let m = frame.messages();
    html! {
        @if let Some(said) = &task.words { (words::quote(frame, said)) }
        @match (&task.asked_by, &task.asked_of) {
            (Some(by), Some(of)) => p.small.quiet { (t!(m, "tasks-asked-of", by = by.as_str(), of = of.as_str())) },
            (Some(by), None) => p.small.quiet { (t!(m, "tasks-asked-by", by = by.as_str())) },
            _ => {}
        }
    }
}

fn owner(frame: &Frame<'_>, task: &Task) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        @match task.owners.last() {
            Some((name, since)) => p.small { (t!(m, "tasks-owner", name = name.as_str(), since = clock.near(*since))) },
            None => p.small { (t!(m, "tasks-nobody")) },
        }
    }
}

/// Take it; or, folded away, hand it on or end it.
fn acts(frame: &Frame<'_>, tasks: &Tasks, task: &Task, form: &Form) -> Markup {
    let m = frame.messages();
    let at = |act: &str| format!("{}/{act}", tasks.subject.at(Place::Tasks).path());
    let hidden = html! {
        (csrf(frame))
        input type="hidden" name="command" value=(form.command);
        input type="hidden" name="task" value=(task.id);
    };
    let (to, done) = (format!("to-{}", task.id), format!("words-{}", task.id));
    html! {
        div.acts.no-print {
            @if task.owners.is_empty() {
                form action=(at("take")) method="post" {
                    (hidden)
                    (button::submit(button::Weight::Ordinary, &t!(m, "tasks-take")))
                }
            }
            @if !tasks.colleagues.is_empty() {
                details {
                    summary { (t!(m, "tasks-hand-on")) }
                    form.fields action=(at("hand-on")) method="post" {
                        (hidden)
                        div.field {
                            label for=(to) { (t!(m, "tasks-to")) }
                            select id=(to) name="to" {
                                @for (staff, name) in &tasks.colleagues { option value=(staff) { (name) } }
                            }
                        }
                        div.go { (button::submit(button::Weight::Ordinary, &t!(m, "tasks-hand-on-keep"))) }
                    }
                }
            }
            @if task.kind.ends_by_words() {
                details {
                    summary { (t!(m, "tasks-end")) }
                    form.fields action=(at("end")) method="post" {
                        (hidden)
                        div.field {
                            label for=(done) { (t!(m, "tasks-done")) }
                            textarea id=(done) name="words" rows="3" required maxlength=(WORDS_CHARACTERS_MAX) {}
                        }
                        div.go { (button::submit(button::Weight::Ordinary, &t!(m, "tasks-end-keep"))) }
                    }
                }
            }
        }
    }
}

fn ended(frame: &Frame<'_>, tasks: &Tasks) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        @if !tasks.ended.is_empty() {
            section aria-labelledby="ended" {
                h2 id="ended" { (t!(m, "tasks-ended")) }
                ul.lines {
                    @for task in &tasks.ended {
                        li {
                            h3 { (kind_words(m, task.kind)) }
                            (asked(frame, task))
                            @if let Some(ended) = &task.ended {
                                @if let Some(said) = &ended.words { p.reason { (said) } }
                                p.small.quiet {
                                    @if let Some(by) = &ended.by { (by) " · " }
                                    (clock.near(ended.at))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn ask(frame: &Frame<'_>, tasks: &Tasks, form: &Form) -> Markup {
    let m = frame.messages();
    let anyone = (String::new(), t!(m, "tasks-anyone"));
    let choices: Vec<(&str, &str)> = std::iter::once(&anyone)
        .chain(&tasks.colleagues)
        .map(|(value, words)| (value.as_str(), words.as_str()))
        .collect();
    let error = form.error(m, None);
    html! {
        section.sheet.no-print aria-labelledby="ask" {
            h2 id="ask" { (t!(m, "tasks-ask")) }
            form.fields action=(tasks.subject.at(Place::Tasks).path()) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                (Field::new("of", &t!(m, "tasks-of"), field::Kind::Choice(&choices)).value(&form.of).optional().draw(m))
                (Field::new("words", &t!(m, "tasks-question"), field::Kind::Long).value(&form.words)
                    .error(error.as_deref()).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                div.go { (button::submit(button::Weight::Ordinary, &t!(m, "tasks-ask-keep"))) }
            }
        }
    }
}

/// States of this page. The people in them are made up.
pub fn samples() -> Vec<(&'static str, Tasks)> {
    let instant = crate::samples::instant;
    let form = Form { command: "00000000-0000-7000-8000-000000000032".to_owned(), ..Form::default() };
    let colleagues = vec![(format!("{:032x}", 8), "Dr Iris Sample".to_owned())];
    let task = |number: u32, kind, opened: &str, due: &str| Task {
        id: format!("{number:032x}"),
        kind,
        words: None,
        asked_by: None,
        asked_of: None,
        opened_at: instant(opened),
        said_at: None,
        due_at: instant(due),
        owners: Vec::new(),
        mine: false,
        ended: None,
    };
    let risk = task(1, Kind::RiskAnswer, "2026-05-14T16:20:00Z", "2026-05-14T17:20:00Z");
    let owned = Task {
        owners: vec![("Ana Sample".to_owned(), instant("2026-05-14T16:41:00Z"))],
        mine: true,
        ..task(2, Kind::Craving, "2026-05-14T16:20:00Z", "2026-05-15T00:00:00Z")
    };
    let asked = Task {
        words: Some("Has the letter from the cardiologist come?".to_owned()),
        asked_by: Some("Dr Iris Sample".to_owned()),
        asked_of: Some("Ana Sample".to_owned()),
        ..task(3, Kind::Asked { of: None }, "2026-05-13T20:00:00Z", "2026-05-15T00:00:00Z")
    };
    let ended = Ended {
        at: instant("2026-05-13T18:00:00Z"),
        by: Some("Dr Iris Sample".to_owned()),
        words: Some("Spoken on the telephone. A urine test is ordered.".to_owned()),
    };
    let over = Task {
        ended: Some(ended),
        ..task(4, Kind::UrinarySymptom, "2026-05-13T16:00:00Z", "2026-05-14T00:00:00Z")
    };
    let adverse = task(5, Kind::AdverseEvent { grade: 3 }, "2026-05-14T17:00:00Z", "2026-05-15T00:00:00Z");
    let none = Tasks { subject: Subject::sample(), form: Some(form.clone()), ..Tasks::default() };
    let usual = Tasks {
        open: vec![asked.clone(), owned.clone()],
        ended: vec![over.clone()],
        colleagues,
        ..none.clone()
    };
    let others = [
        task(6, Kind::ShortSleep, "2026-05-14T17:00:00Z", "2026-05-15T00:00:00Z"),
        task(7, Kind::DoseOutsideGate, "2026-05-14T17:00:00Z", "2026-05-15T00:00:00Z"),
        task(8, Kind::CountMismatch, "2026-05-14T17:00:00Z", "2026-05-15T00:00:00Z"),
        task(16, Kind::LeftAgainstAdvice, "2026-05-14T17:00:00Z", "2026-05-15T00:00:00Z"),
        task(15, Kind::Message, "2026-05-14T17:00:00Z", "2026-05-16T00:00:00Z"),
        task(9, Kind::ClearanceReopened, "2026-05-14T17:00:00Z", "2026-05-15T00:00:00Z"),
    ];
    let of_course = [
        task(10, Kind::ReviewDue, "2026-05-14T17:00:00Z", "2026-05-15T00:00:00Z"),
        task(11, Kind::ReviewToAgree, "2026-05-14T17:00:00Z", "2026-05-15T00:00:00Z"),
        task(12, Kind::FollowUp { months: 1 }, "2026-05-14T06:00:00Z", "2026-05-15T00:00:00Z"),
    ];
    let later = vec![
        task(13, Kind::ReviewDay, "2026-08-04T06:00:00Z", "2026-08-05T00:00:00Z"),
        task(14, Kind::FollowUp { months: 3 }, "2026-07-14T06:00:00Z", "2026-07-15T00:00:00Z"),
    ];
    let all = [asked, risk, owned, adverse].into_iter().chain(others).chain(of_course);
    let full = Tasks { open: all.collect(), later, ended: vec![over.clone(), over], ..usual.clone() };
    let refused = Form { refusal: Some((None, Refusal::WordsMissing)), ..form };
    let refused = Tasks { form: Some(refused), ..usual.clone() };
    let reader = Tasks { form: None, ..usual.clone() };
    vec![("none", none), ("usual", usual), ("full", full), ("refused", refused), ("reader", reader)]
}
