//! What follows the medicine: the window, check-ins with their answers, sessions, chosen practices.

use jiff::Timestamp;
use journey::Refusal;
use journey::integration::{Answer, Follow, Held, Item, PracticeKind, Thread, WindowState, YesOrNo};
use maud::{Markup, html};

use super::links;
use super::subject::{Subject, person_page};
use super::threads::Entry;
use crate::components::field::{Field, Kind, came_back};
use crate::components::level::{Level, level};
use crate::components::{button, empty, refusal, words};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::my::own::follow_word;
use crate::route::Place;
use crate::t;

mod told;

pub use told::Period;

/// Characters that words may have.
const WORDS_CHARACTERS_MAX: usize = 4_000;

/// A person's integration.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Integration {
    /// Whose, and where else to look.
    pub subject: Subject,
    /// What follows each dosed session, the newest first.
    pub sessions: Vec<Session>,
    /// Since when the person wants no more check-ins.
    pub stopped_at: Option<Timestamp>,
    /// Whether the reader sees that they met, and not what was said.
    pub is_summary: bool,
    /// Integration sessions, the newest first.
    pub held: Vec<(Timestamp, Held)>,
    /// Practices that the person chose, the newest first.
    pub practices: Vec<Practice>,
    /// The body map, from the first time to the newest.
    pub body: Vec<Period>,
    /// Threads, each with its newest entry first.
    pub threads: Vec<(Thread, Vec<Entry>)>,
    /// The forms, where the reader may.
    pub forms: Option<Forms>,
}

/// A practice that the person chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// When.
    pub at: Timestamp,
    /// Which sort.
    pub kind: PracticeKind,
    /// In their words.
    pub words: String,
    /// How it went last, and when.
    pub last: Option<(Timestamp, Follow)>,
}

/// What follows one dosed session.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The last dose.
    pub dosed_at: Timestamp,
    /// Until when the window is open.
    pub open_until: Timestamp,
    /// How it stands.
    pub state: WindowState,
    /// Its check-ins in their order.
    pub check_ins: Vec<CheckIn>,
}

/// One check-in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckIn {
    /// The day after the dose.
    pub day: u16,
    /// When it is due.
    pub due_at: Timestamp,
    /// How it stands.
    pub stands: Stands,
    /// Answers so far.
    pub answers: Vec<(Item, Answer)>,
}

/// How a check-in stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stands {
    /// Its time has not come.
    #[default]
    ToCome,
    /// It can be answered.
    Open,
    /// Something was answered.
    Answered,
    /// The person said "not now".
    PutOff,
    /// Nothing came.
    Missed,
}

/// The forms of this page, with what was typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forms {
    /// Id of the intent to record a session.
    pub hold_command: String,
    /// What was typed there.
    pub held: Held,
    /// Id of the intent to keep a practice.
    pub choose_command: String,
    /// The sort that was chosen.
    pub kind: String,
    /// The words that were typed.
    pub words: String,
    /// Id of the intent to write along a thread.
    pub write_command: String,
    /// The thread that was chosen.
    pub thread: String,
    /// The words that were typed there.
    pub entry: String,
    /// Why a form came back, and which.
    pub refusal: Option<(Which, Refusal)>,
}

/// Which of the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// A session that took place.
    Hold,
    /// A practice that was chosen.
    Choose,
    /// An entry of a thread.
    Write,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, integration: &Integration) -> Markup {
    let main = html! {
        div.columns.deciding {
            div {
                (check_ins(frame, integration))
                @if !integration.is_summary {
                    (told::body(frame, integration))
                    (told::threads(frame, integration))
                }
                (held(frame, integration))
                (practices(frame, integration))
            }
            @if let Some(forms) = &integration.forms {
                div {
                    (hold(frame, integration, forms))
                    (told::write(frame, integration, forms))
                    (choose(frame, integration, forms))
                }
            }
        }
    };
    person_page(frame, &integration.subject, Some(Place::Integration), &answer(frame, integration), main)
}

fn answer(frame: &Frame<'_>, integration: &Integration) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    let Some(newest) = integration.sessions.first() else { return t!(m, "integrate-none") };
    let until = clock.near(newest.open_until);
    match newest.state {
        WindowState::Peak => t!(m, "integrate-peak", until = until),
        WindowState::Open => t!(m, "integrate-open", until = until),
        WindowState::Over => t!(m, "integrate-over", when = clock.date(newest.open_until)),
    }
}

fn check_ins(frame: &Frame<'_>, integration: &Integration) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        section aria-labelledby="check-ins" {
            h2 id="check-ins" { (t!(m, "integrate-check-ins")) }
            @if let Some(at) = integration.stopped_at {
                p { (level(Level::Inform, &t!(m, "integrate-stopped", when = clock.near(at)))) }
            }
            @if integration.sessions.is_empty() {
                (empty::empty(&t!(m, "integrate-empty"), html! {}))
            } @else {
                (links::way(m, &integration.subject.person.client))
                @for (place, session) in integration.sessions.iter().enumerate() { (after(frame, place, session)) }
            }
        }
    }
}

/// The questions as rows: how one relates to the body stands beside how strong the pain is.
const ROWS: [Item; 11] = [
    Item::SleepHours,
    Item::Mood,
    Item::Energy,
    Item::Anxiety,
    Item::Pain,
    Item::RelationToBody,
    Item::UrinarySymptom,
    Item::Craving,
    Item::MedicineChanged,
    Item::HarmThoughts,
    Item::Words,
];

/// One column a day, one row a question: how it changed is read along the row.
fn after(frame: &Frame<'_>, place: usize, session: &Session) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let id = format!("after-{place}");
    html! {
        h3.after id=(id) { (t!(m, "integrate-after", date = clock.date(session.dosed_at))) }
        div.scroll tabindex="0" role="region" aria-labelledby=(id) {
            table.answers-table {
                thead { tr {
                    th scope="col" { (t!(m, "integrate-question")) }
                    @for one in &session.check_ins {
                        th scope="col" {
                            (t!(m, "integrate-day", day = i64::from(one.day)))
                            br; span.fine { (clock.short_date(one.due_at)) }
                            br; (stands(m, one.stands))
                        }
                    }
                } }
                tbody {
                    @for item in ROWS {
                        @if session.check_ins.iter().any(|one| given(one, item).is_some()) {
                            tr {
                                th scope="row" { (short(m, item)) }
                                @for one in &session.check_ins {
                                    td { @if let Some(answer) = given(one, item) { (says(frame, answer)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn given(check_in: &CheckIn, item: Item) -> Option<&Answer> {
    check_in.answers.iter().find(|(one, _)| *one == item).map(|(_, answer)| answer)
}

fn stands(m: Messages, stands: Stands) -> Markup {
    match stands {
        Stands::ToCome => html! { span.fine { (t!(m, "integrate-to-come")) } },
        Stands::Open => level(Level::Inform, &t!(m, "integrate-can-answer")),
        Stands::Answered => level(Level::Holds, &t!(m, "integrate-answered")),
        Stands::PutOff => level(Level::Inform, &t!(m, "integrate-put-off")),
        Stands::Missed => level(Level::Look, &t!(m, "integrate-missed")),
    }
}

fn short(m: Messages, item: Item) -> String {
    match item {
        Item::SleepHours => t!(m, "integrate-sleep"),
        Item::Mood => t!(m, "integrate-mood"),
        Item::Energy => t!(m, "integrate-energy"),
        Item::Pain => t!(m, "integrate-pain"),
        Item::Anxiety => t!(m, "integrate-anxiety"),
        Item::RelationToBody => t!(m, "integrate-body"),
        Item::UrinarySymptom => t!(m, "integrate-urinary"),
        Item::Craving => t!(m, "integrate-craving"),
        Item::MedicineChanged => t!(m, "integrate-medicine"),
        Item::HarmThoughts => t!(m, "integrate-harm"),
        Item::Words => t!(m, "integrate-words"),
    }
}

fn says(frame: &Frame<'_>, answer: &Answer) -> Markup {
    let m = frame.messages();
    match answer {
        Answer::Hours { hours } => html! { (t!(m, "integrate-hours", hours = i64::from(*hours))) },
        Answer::Rating { rating } => html! { span.number { (rating) } },
        Answer::YesOrNo { says: YesOrNo::Yes } => html! { b { (t!(m, "my-yes")) } },
        Answer::YesOrNo { says: YesOrNo::No } => html! { (t!(m, "my-no")) },
        Answer::Changed { says, which } => html! {
            @match says {
                YesOrNo::Yes => b { (t!(m, "my-yes")) },
                YesOrNo::No => (t!(m, "my-no")),
            }
            @if let Some(which) = which { " · " (words::inline(frame, which)) }
        },
        Answer::Words { words: said } => words::inline(frame, said),
        Answer::Skipped => html! { span.quiet { (t!(m, "integrate-skipped")) } },
    }
}

fn held(frame: &Frame<'_>, integration: &Integration) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        section aria-labelledby="held" {
            h2 id="held" { (t!(m, "integrate-held")) }
            @if integration.held.is_empty() { p.quiet { (t!(m, "integrate-held-none")) } }
            @else if integration.is_summary { p.small.quiet { (t!(m, "integrate-summary")) } }
            ul.lines {
                @for (at, held) in &integration.held {
                    li {
                        h3 { (clock.date(*at)) }
                        @for (title, said) in [
                            (t!(m, "integrate-came"), &held.came),
                            (t!(m, "integrate-asks"), &held.asks),
                            (t!(m, "integrate-agreed"), &held.agreed),
                        ] {
                            @if let Some(said) = said { p.small.quiet { (title) } p.reason { (said) } }
                        }
                    }
                }
            }
        }
    }
}

fn practices(frame: &Frame<'_>, integration: &Integration) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        section aria-labelledby="practices" {
            h2 id="practices" { (t!(m, "integrate-practices")) }
            @if integration.practices.is_empty() { p.quiet { (t!(m, "integrate-practices-none")) } }
            ul.lines {
                @for one in &integration.practices {
                    li {
                        @if one.words.is_empty() {
                            p { (kind_word(m, one.kind)) }
                            p.small.quiet { (clock.date(one.at)) }
                        } @else {
                            p { (words::inline(frame, &one.words)) }
                            p.small.quiet { (kind_word(m, one.kind)) " · " (clock.date(one.at)) }
                        }
                        @if let Some((at, follow)) = one.last {
                            p.small {
                                (t!(m, "integrate-followed", how = follow_word(m, follow), when = clock.near(at)))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What sort of practice, in a word or two.
pub fn kind_word(m: Messages, kind: PracticeKind) -> String {
    match kind {
        PracticeKind::Mindfulness => t!(m, "integrate-mindfulness"),
        PracticeKind::Boundaries => t!(m, "integrate-boundaries"),
        PracticeKind::ReceivingCare => t!(m, "integrate-receiving-care"),
        PracticeKind::Rest => t!(m, "integrate-rest"),
        PracticeKind::DailyRhythms => t!(m, "integrate-daily-rhythms"),
        PracticeKind::CreativeExpression => t!(m, "integrate-creative"),
        PracticeKind::AuthenticSpeech => t!(m, "integrate-speech"),
    }
}

/// The value of a sort in the form.
pub fn kind_value(kind: PracticeKind) -> &'static str {
    match kind {
        PracticeKind::Mindfulness => "mindfulness",
        PracticeKind::Boundaries => "boundaries",
        PracticeKind::ReceivingCare => "receiving-care",
        PracticeKind::Rest => "rest",
        PracticeKind::DailyRhythms => "daily-rhythms",
        PracticeKind::CreativeExpression => "creative-expression",
        PracticeKind::AuthenticSpeech => "authentic-speech",
    }
}

fn back(m: Messages, forms: &Forms, which: Which) -> Option<String> {
    let found = forms.refusal.as_ref().filter(|(of, _)| *of == which);
    found.map(|(_, found)| refusal::words(m, found))
}

fn hold(frame: &Frame<'_>, integration: &Integration, forms: &Forms) -> Markup {
    let m = frame.messages();
    let error = back(m, forms, Which::Hold);
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let (came, asks, agreed) = (said(&forms.held.came), said(&forms.held.asks), said(&forms.held.agreed));
    let field = |name, label: &str, value: &str| {
        let max = WORDS_CHARACTERS_MAX;
        Field::new(name, label, Kind::Long).optional().value(value).characters_max(max).draw(m)
    };
    html! {
        section.sheet.no-print aria-labelledby="hold" {
            h2 id="hold" { (t!(m, "integrate-hold")) }
            (came_back(m, usize::from(error.is_some())))
            (told::draft(frame, integration))
            form.fields action={ (integration.subject.at(Place::Integration).path()) "/hold" } method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(forms.hold_command);
                @if let Some(error) = &error { p.error { (error) } }
                (field("came", &t!(m, "integrate-came"), &came))
                (field("asks", &t!(m, "integrate-asks"), &asks))
                (field("agreed", &t!(m, "integrate-agreed"), &agreed))
                div.go { (button::submit(button::Weight::Ordinary, &t!(m, "integrate-hold-keep"))) }
            }
        }
    }
}

fn choose(frame: &Frame<'_>, integration: &Integration, forms: &Forms) -> Markup {
    let m = frame.messages();
    let error = back(m, forms, Which::Choose);
    let kinds = PracticeKind::ALL.map(|kind| (kind_value(kind), kind_word(m, kind)));
    let choices: Vec<(&str, &str)> = kinds.iter().map(|(value, word)| (*value, word.as_str())).collect();
    html! {
        section.no-print.beneath aria-labelledby="choose" {
            h2 id="choose" { (t!(m, "integrate-choose")) }
            (came_back(m, usize::from(error.is_some())))
            form.fields action={ (integration.subject.at(Place::Integration).path()) "/practice" } method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(forms.choose_command);
                (Field::new("kind", &t!(m, "integrate-kind"), Kind::Choice(&choices)).value(&forms.kind).draw(m))
                (Field::new("words", &t!(m, "integrate-their-words"), Kind::Long).value(&forms.words)
                    .error(error.as_deref()).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                div.go { (button::submit(button::Weight::Ordinary, &t!(m, "integrate-choose-keep"))) }
            }
        }
    }
}

/// States of this page. The person in them is made up.
pub fn samples() -> Vec<(&'static str, Integration)> {
    let instant = crate::samples::instant;
    let command = || "00000000-0000-7000-8000-000000000009".to_owned();
    let forms = Forms {
        hold_command: command(),
        choose_command: command(),
        write_command: command(),
        ..Forms::default()
    };
    let none =
        Integration { subject: Subject::sample(), forms: Some(forms.clone()), ..Integration::default() };
    let due = |day, at: &str, stands, answers| CheckIn { day, due_at: instant(at), stands, answers };
    let said = |words: &str| Answer::Words { words: words.to_owned() };
    let yes = Answer::YesOrNo { says: YesOrNo::Yes };
    let first = vec![
        (Item::SleepHours, Answer::Hours { hours: 6 }),
        (Item::Mood, Answer::Rating { rating: 4 }),
        (Item::Pain, Answer::Rating { rating: 7 }),
        (Item::Anxiety, Answer::Skipped),
        (Item::RelationToBody, said("I noticed that I had stopped bracing on the stairs.")),
        (Item::HarmThoughts, yes),
    ];
    let check_ins = vec![
        due(1, "2026-05-13T18:00:00Z", Stands::Answered, first),
        due(3, "2026-05-15T18:00:00Z", Stands::Open, vec![(Item::Mood, Answer::Rating { rating: 6 })]),
        due(7, "2026-05-19T18:00:00Z", Stands::ToCome, Vec::new()),
        due(14, "2026-05-26T18:00:00Z", Stands::ToCome, Vec::new()),
    ];
    let newest = Session {
        dosed_at: instant("2026-05-12T18:00:00Z"),
        open_until: instant("2026-05-26T18:00:00Z"),
        state: WindowState::Peak,
        check_ins,
    };
    let older = Session {
        dosed_at: instant("2026-04-12T18:00:00Z"),
        open_until: instant("2026-04-26T18:00:00Z"),
        state: WindowState::Over,
        check_ins: vec![
            due(1, "2026-04-13T18:00:00Z", Stands::Missed, Vec::new()),
            due(3, "2026-04-15T18:00:00Z", Stands::PutOff, Vec::new()),
        ],
    };
    let held = Held {
        came: Some("The picture of the stairs came back.".to_owned()),
        asks: Some("To sit down before I am tired.".to_owned()),
        agreed: None,
    };
    let at = instant("2026-05-13T17:00:00Z");
    let practice = Practice {
        at,
        kind: PracticeKind::Mindfulness,
        words: "Let the breath out before the stairs.".to_owned(),
        last: Some((instant("2026-05-14T15:00:00Z"), Follow::Kept)),
    };
    let usual = Integration {
        sessions: vec![newest.clone(), older.clone()],
        held: vec![(at, held)],
        practices: vec![practice.clone()],
        body: told::sample(newest.dosed_at),
        threads: super::threads::sample(),
        ..none.clone()
    };
    let open = Session { state: WindowState::Open, ..newest };
    let over = Integration {
        body: Vec::new(),
        threads: Vec::new(),
        sessions: vec![older],
        stopped_at: Some(at),
        forms: None,
        held: Vec::new(),
        ..usual.clone()
    };
    let refused =
        Forms { refusal: Some((Which::Choose, Refusal::WordsMissing)), kind: "rest".to_owned(), ..forms };
    let summary = Integration {
        is_summary: true,
        forms: None,
        held: vec![(at, Held::default())],
        practices: vec![Practice { words: String::new(), ..practice.clone() }],
        body: Vec::new(),
        threads: Vec::new(),
        ..usual.clone()
    };
    vec![
        ("none", none),
        ("summary", summary),
        ("refused", Integration { forms: Some(refused), sessions: vec![open], ..usual.clone() }),
        ("over", over),
        ("usual", usual),
    ]
}
