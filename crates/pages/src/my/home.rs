//! What is next for the client, and who is with them.

use jiff::Timestamp;
use journey::appointment::Kind;
use journey::history::intake::Question;
use journey::path::Path;
use journey::scale::{PCL5, PEG, PHQ9, Scale};
use maud::{Markup, html};

use super::reads;
use super::scale::title as title_of;
use crate::components::words;
use crate::drawing;
use crate::frame::{Frame, Role};
use crate::hours::{Told, told};
use crate::layout::{client_page, role};
use crate::messages::Messages;
use crate::practice::appointments::kind_word;
use crate::practice::measures;
use crate::practice::measures::courses::Course;
use crate::practice::messages::new_from;
use crate::route::{Mine, Route};
use crate::t;
use crate::time::list;

/// The client's own first page.
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    /// What is next: the answer of the page.
    pub next: Next,
    /// An answer that showed a risk and that nobody has assessed yet.
    pub told: Option<Told>,
    /// Appointments to come, the next one first.
    pub meets: Vec<Meets>,
    /// Who is with them.
    pub with: Vec<With>,
    /// Since when the window of the latest session is open.
    pub window_since: Option<Timestamp>,
    /// How far the intake is; none when nobody asks for it.
    pub intake: Option<Intake>,
    /// How the consent stands.
    pub consent: Waiting,
    /// Whether they prepare for a session, or may come for another.
    pub prepares: bool,
    /// How the check-in stands.
    pub check_in: CheckIn,
    /// Whether something was looked at together, and whether the journey has ended here.
    pub reviewed: Option<Reviewed>,
    /// How the messages stand.
    pub messages: Letters,
    /// How many of their questions wait for an answer, and whether they want to wait.
    pub asks: (usize, bool),
    /// Scales that the practice asked for, or that were begun.
    pub scales: Vec<Asked>,
    /// What they turn towards, in their words.
    pub intentions: Vec<String>,
    /// What they chose to practise, in their words.
    pub practices: Vec<String>,
    /// Their whole journey.
    pub path: Path,
    /// The year of it that is told in words; the newest facts where none is asked for.
    pub year: Option<i16>,
    /// What their answers say over time.
    pub courses: Vec<Course>,
}

/// What is next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The intake waits for them.
    Intake,
    /// The consent waits for them.
    Consent,
    /// Somebody of the practice has written to them.
    Message,
    /// A check-in waits for them.
    CheckIn,
    /// Questionnaires wait for them.
    Scales,
    /// A check-in will open.
    CheckInOpens {
        /// When.
        at: Timestamp,
    },
    /// Nothing waits; the practice will be in touch.
    Nothing,
}

/// What of the reviews is there to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reviewed {
    /// Something was looked at together.
    Together,
    /// The journey has ended here.
    Ended,
}

/// An appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meets {
    /// What for.
    pub kind: Kind,
    /// When.
    pub starts_at: Timestamp,
    /// With whom.
    pub with: Vec<String>,
    /// Where.
    pub place: Option<String>,
}

/// Somebody of the practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct With {
    /// Their name.
    pub name: String,
    /// What they do here.
    pub role: Role,
}

/// A scale that waits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// Which scale.
    pub scale: &'static Scale,
    /// Whether some of it is answered.
    pub begun: bool,
}

/// How the messages stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letters {
    /// Nothing is new, and nothing waits.
    Quiet,
    /// These people have written, and it is not said to be read.
    New(Vec<String>),
    /// Their own waits for an answer, until then where that was promised.
    Waits(Option<Timestamp>),
}

/// How far the intake is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intake {
    /// Some questions are open.
    Open {
        /// How many were answered or skipped.
        closed: usize,
    },
    /// They would rather talk it through.
    Stopped,
    /// Every question was answered or skipped.
    Done,
}

/// How the consent stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// No document lies before them.
    Nothing,
    /// One waits to be read and signed.
    Waits,
    /// One is signed.
    Signed {
        /// When.
        at: Timestamp,
    },
    /// It was taken back.
    TakenBack,
}

/// How the check-ins stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckIn {
    /// None is planned.
    None,
    /// One can be answered.
    Open {
        /// Until when.
        until: Timestamp,
    },
    /// One will open.
    Opens {
        /// When.
        at: Timestamp,
    },
    /// They want none.
    Stopped,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, home: &Home) -> Markup {
    let m = frame.messages();
    let title = title(frame, home);
    let here = Route::Mine(Mine::Home).path();
    let in_words = drawing::path::Told { page: &here, year: home.year };
    let main = html! {
        h1 { (title) }
        @if let Some(one) = &home.told { (told(frame, one)) }
        (meetings(frame, &home.meets))
        (team(m, &home.with))
        @if let Some(words) = since(frame, home) { p.since { (words) } }
        (steps(frame, home))
        (own_words(frame, "intentions", &t!(m, "my-intentions"), &home.intentions))
        (own_words(frame, "practices", &t!(m, "my-practices"), &home.practices))
        section.my-path aria-labelledby="my-path" {
            h2 id="my-path" { (t!(m, "my-path")) }
            (drawing::path::draw(frame, &home.path, frame.person.map_or("", |person| person.name), "path", &in_words))
        }
    };
    let main = html! { (main) (courses(frame, &home.courses)) };
    let names: Vec<String> = home.with.iter().map(|one| one.name.clone()).collect();
    client_page(frame, &Route::Mine(Mine::Home), &title, &reads(frame, &names), main)
}

fn meetings(frame: &Frame<'_>, meets: &[Meets]) -> Markup {
    let m = frame.messages();
    html! {
        @if !meets.is_empty() {
            section.with aria-label=(t!(m, "my-meets")) {
                p { (t!(m, "my-meets")) }
                ul { @for one in meets { li { (meeting(frame, one)) } } }
            }
        }
    }
}

fn meeting(frame: &Frame<'_>, meets: &Meets) -> Markup {
    let m = frame.messages();
    let names: Vec<&str> = meets.with.iter().map(String::as_str).collect();
    html! {
        (kind_word(m, meets.kind)) ", "
        time datetime=(meets.starts_at.to_string()) { (frame.clock().near(meets.starts_at)) }
        span.quiet {
            " · " (t!(m, "appointments-with", names = list(m, &names)))
            @if let Some(place) = &meets.place { " · " (place) }
        }
    }
}

fn title(frame: &Frame<'_>, home: &Home) -> String {
    let m = frame.messages();
    match home.next {
        Next::Intake => t!(m, "my-next-intake"),
        Next::Consent => t!(m, "my-next-consent"),
        Next::Message => match &home.messages {
            Letters::New(names) => new_from(m, names),
            Letters::Quiet | Letters::Waits(_) => t!(m, "my-next-nothing"),
        },
        Next::CheckIn => t!(m, "my-next-check-in"),
        Next::Scales => t!(m, "my-next-scales", count = home.scales.len()),
        Next::CheckInOpens { at } => t!(m, "my-next-opens", when = frame.clock().near(at)),
        Next::Nothing => t!(m, "my-next-nothing"),
    }
}

/// Who of the practice is with them.
pub(super) fn team(m: Messages, people: &[With]) -> Markup {
    html! {
        @if !people.is_empty() {
            section.with aria-label=(t!(m, "my-with")) {
                p { (t!(m, "my-with")) }
                ul { @for one in people { li { (one.name) span.quiet { " · " (role(m, one.role)) } } } }
            }
        }
    }
}

/// The first three days are the window's height, as many clinicians hold; it lasts two weeks.
fn since(frame: &Frame<'_>, home: &Home) -> Option<String> {
    let m = frame.messages();
    let days = -frame.clock().days_from_today(home.window_since?);
    let says =
        if days <= 3 { t!(m, "my-window-first", days = days) } else { t!(m, "my-window", days = days) };
    Some(says)
}

fn steps(frame: &Frame<'_>, home: &Home) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let consent = match home.consent {
        Waiting::Nothing => None,
        Waiting::Waits => Some(t!(m, "my-step-consent-waits")),
        Waiting::Signed { at } => Some(t!(m, "my-step-consent-signed", when = clock.date(at))),
        Waiting::TakenBack => Some(t!(m, "my-step-consent-back")),
    };
    let check_in = match home.check_in {
        CheckIn::None => None,
        CheckIn::Open { until } => Some(t!(m, "my-step-check-in-open", until = clock.near(until))),
        CheckIn::Opens { at } => Some(t!(m, "my-step-check-in-opens", when = clock.near(at))),
        CheckIn::Stopped => Some(t!(m, "my-step-check-in-stopped")),
    };
    let intake = home.intake.map(|intake| match intake {
        Intake::Open { closed: 0 } => t!(m, "my-step-intake-new"),
        Intake::Open { closed } => t!(m, "my-step-intake-open", closed = closed, of = Question::ALL.len()),
        Intake::Stopped => t!(m, "my-step-intake-stopped"),
        Intake::Done => t!(m, "my-step-intake-done"),
    });
    let asks = match home.asks {
        (_, true) => t!(m, "my-step-waits"),
        (0, false) => t!(m, "my-step-questions"),
        (open, false) => t!(m, "my-step-questions-open", open = open),
    };
    let reviewed = home.reviewed.map(|reviewed| match reviewed {
        Reviewed::Together => t!(m, "my-step-review-says"),
        Reviewed::Ended => t!(m, "my-step-review-ended"),
    });
    let messages = match &home.messages {
        Letters::Quiet => t!(m, "my-step-messages"),
        Letters::New(names) => new_from(m, names),
        Letters::Waits(Some(by)) if frame.now < *by => t!(m, "my-message-waits-by", by = clock.near(*by)),
        Letters::Waits(_) => t!(m, "my-message-waits"),
    };
    let mut rows = vec![
        (Mine::Review, t!(m, "my-step-review"), reviewed),
        (Mine::Preparation, t!(m, "my-step-day"), home.prepares.then(|| t!(m, "my-step-day-says"))),
        (Mine::Messages, t!(m, "person-messages"), Some(messages)),
        (Mine::Body, t!(m, "my-step-body"), Some(t!(m, "my-step-body-says"))),
        (Mine::Threads, t!(m, "my-step-threads"), Some(t!(m, "my-step-threads-says"))),
        (Mine::Practices, t!(m, "my-practices"), Some(t!(m, "my-step-practices-says"))),
        (Mine::Questions, t!(m, "my-step-asks"), Some(asks)),
        (Mine::Intake, t!(m, "my-step-intake"), intake),
        (Mine::CheckIn, t!(m, "my-step-check-in"), check_in),
        (Mine::Consent, t!(m, "my-step-consent"), consent),
    ];
    if home.window_since.is_some() {
        rows.insert(0, (Mine::After, t!(m, "my-step-after"), Some(t!(m, "my-step-after-says"))));
    }
    for Asked { scale, begun } in &home.scales {
        let lines = scale.items.len();
        let says = match begun {
            true => t!(m, "my-step-scale-begun"),
            false => t!(m, "my-step-scale", lines = lines, minutes = lines.div_ceil(4)),
        };
        rows.push((Mine::Scale(scale.id), title_of(m, scale), Some(says)));
    }
    // What the title names stands first.
    let first = match home.next {
        Next::Message => Mine::Messages,
        Next::Intake => Mine::Intake,
        Next::Consent => Mine::Consent,
        Next::Scales => home.scales.first().map_or(Mine::CheckIn, |asked| Mine::Scale(asked.scale.id)),
        Next::CheckIn | Next::CheckInOpens { .. } | Next::Nothing => Mine::CheckIn,
    };
    let own = |mine: Mine| {
        matches!(
            mine,
            Mine::Body | Mine::Threads | Mine::Practices | Mine::Review | Mine::Questions | Mine::Messages
        )
    };
    rows.sort_by_key(|(mine, ..)| (*mine != first, own(*mine)));
    html! {
        ul.list {
            @for (mine, words, says) in rows {
                @if let Some(says) = says {
                    li { a href=(Route::Mine(mine).path()) { b { (words) } span { (says) } } }
                }
            }
        }
    }
}

/// One line per scale, and the change in words: what one can look at together.
fn courses(frame: &Frame<'_>, courses: &[Course]) -> Markup {
    let m = frame.messages();
    html! {
        @if !courses.is_empty() {
            section.my-path aria-labelledby="my-courses" {
                h2 id="my-courses" { (t!(m, "my-courses")) }
                p.quiet { (t!(m, "my-courses-says")) }
                @for course in courses {
                    h3 { (title_of(m, course.scale)) span.quiet { " · " (course.scale.name) } }
                    (measures::courses::said(frame, course))
                    (drawing::path::course(frame, &course.path, course.scale))
                }
            }
        }
    }
}

fn own_words(frame: &Frame<'_>, id: &str, title: &str, said: &[String]) -> Markup {
    html! {
        @if !said.is_empty() {
            section.part aria-labelledby=(id) {
                h2 id=(id) { (title) }
                @for one in said { (words::quote(frame, one)) }
            }
        }
    }
}

fn person(name: &str, role: Role) -> With {
    With { name: name.to_owned(), role }
}

/// The people who are with somebody made up.
pub(super) fn sample_team() -> Vec<With> {
    vec![person("Ana Sample", Role::Therapist), person("Dr Iris Sample", Role::Prescriber)]
}

/// States of this page. The people in them are made up.
pub fn samples() -> Vec<(&'static str, Home)> {
    let instant = crate::samples::instant;
    let first = Home {
        next: Next::Consent,
        told: None,
        with: sample_team(),
        meets: Vec::new(),
        window_since: None,
        intake: Some(Intake::Open { closed: 7 }),
        consent: Waiting::Waits,
        prepares: true,
        check_in: CheckIn::None,
        reviewed: None,
        messages: Letters::Quiet,
        asks: (1, false),
        scales: Vec::new(),
        intentions: Vec::new(),
        practices: Vec::new(),
        path: drawing::path::samples::young(),
        year: None,
        courses: Vec::new(),
    };
    let asked = |scale, begun| Asked { scale, begun };
    let scales = vec![asked(&PCL5, true), asked(&PHQ9, false), asked(&PEG, false)];
    let talks = Home {
        next: Next::Scales,
        scales,
        intake: Some(Intake::Stopped),
        consent: Waiting::Nothing,
        ..first.clone()
    };
    let asked = Some(Intake::Open { closed: 0 });
    let new = Home {
        next: Next::Intake,
        prepares: false,
        intake: asked,
        consent: Waiting::Nothing,
        ..first.clone()
    };
    let after = Home {
        next: Next::CheckIn,
        intake: Some(Intake::Done),
        window_since: Some(instant("2026-05-12T18:00:00Z")),
        consent: Waiting::Signed { at: instant("2026-05-02T17:30:00Z") },
        check_in: CheckIn::Open { until: instant("2026-05-15T16:00:00Z") },
        intentions: vec!["To be in my body without bracing.".to_owned()],
        practices: vec!["Let the breath out before the stairs.".to_owned()],
        path: drawing::path::samples::usual(),
        courses: measures::usual_courses(),
        ..first.clone()
    };
    let at = instant("2026-05-15T17:18:00Z");
    let after = Home { reviewed: Some(Reviewed::Together), ..after };
    let opens = Home { next: Next::CheckInOpens { at }, check_in: CheckIn::Opens { at }, ..after.clone() };
    let later = Home {
        asks: (0, true),
        reviewed: Some(Reviewed::Ended),
        next: Next::Nothing,
        window_since: Some(instant("2026-05-04T18:00:00Z")),
        check_in: CheckIn::Stopped,
        consent: Waiting::TakenBack,
        with: vec![person("Wilhelmina Featherstonehaugh-Cholmondeley de la Synthetic", Role::Therapist)],
        ..after.clone()
    };
    let given_at = instant("2026-05-14T17:31:00Z");
    let waits = Told { given_at, by: Some(instant("2026-05-14T18:31:00Z")), taken: None };
    let taken =
        Told { taken: Some(("Ana Sample".to_owned(), instant("2026-05-14T17:36:00Z"))), ..waits.clone() };
    let meets = Meets {
        kind: Kind::Integration,
        starts_at: instant("2026-05-15T16:00:00Z"),
        with: vec!["Ana Sample".to_owned()],
        place: Some("Willow room".to_owned()),
    };
    let session = Meets {
        kind: Kind::MedicineSession,
        starts_at: instant("2026-06-02T16:00:00Z"),
        with: vec!["Ana Sample".to_owned(), "Dr Iris Sample".to_owned()],
        place: None,
    };
    let waiting = Home { meets: vec![meets, session], told: Some(waits), ..after.clone() };
    let by = Some(instant("2026-05-16T00:00:00Z"));
    let seen = Home { told: Some(taken), messages: Letters::Waits(by), ..after.clone() };
    let letters = Letters::New(vec!["Ana Sample".to_owned()]);
    let written = Home { next: Next::Message, messages: letters, ..after.clone() };
    vec![
        ("risk-waits", waiting),
        ("risk-taken", seen),
        ("written", written),
        ("new", new),
        ("questionnaire", talks),
        ("consent", first),
        ("check-in", after),
        ("opens", opens),
        ("nothing", later),
    ]
}
