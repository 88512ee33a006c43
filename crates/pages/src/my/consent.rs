//! The consent: one part a screen, said back, signed; afterwards what was agreed, and the way back.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use journey::Refusal;
use journey::consent::{Answer, Clause, ClauseStanding, DEFAULT, SafetyTouch, TouchPlace};
use maud::{Markup, html};

use super::reads;
use crate::components::field::{Field, Kind};
use crate::components::{button, refusal, words};
use crate::frame::Frame;
use crate::layout::{client_page, csrf};
use crate::messages::Messages;
use crate::route::{Mine, Route};
use crate::t;

/// Characters that words may have.
const WORDS_CHARACTERS_MAX: usize = 4_000;

/// The consent as the client sees it.
#[derive(Clone, Debug, PartialEq)]
pub enum Consent {
    /// No document lies before them.
    Nothing,
    /// What is to come.
    Begins {
        /// How many parts.
        parts: usize,
    },
    /// One part.
    Part(Part),
    /// Where touch is welcome.
    Touch(TouchForm),
    /// All parts, and the name under them.
    Sign(SignForm),
    /// What was agreed.
    Agreed(Box<Agreed>),
    /// Taken back.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

/// One part of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Which clause.
    pub clause: &'static Clause,
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// How it was answered before.
    pub answer: Option<Answer>,
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// What was typed, when the form came back.
    pub typed: Option<String>,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

/// Where touch is welcome.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TouchForm {
    /// Its place in the row of parts: the one before leads back.
    pub number: usize,
    /// Places that are chosen; none at first.
    pub places: BTreeSet<TouchPlace>,
    /// Whether touch that keeps from harm was explained.
    pub safety: SafetyTouch,
    /// Id of this intent.
    pub command: String,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// All parts at a glance, and the name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SignForm {
    /// Its place in the row of parts: the one before leads back.
    pub number: usize,
    /// Answers by clause.
    pub answers: BTreeMap<String, Answer>,
    /// The name as it was typed.
    pub name: String,
    /// Id of this intent.
    pub command: String,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// What was agreed.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreed {
    /// The name under it.
    pub name: String,
    /// When it was signed.
    pub signed_at: Timestamp,
    /// The end of the last day on which it holds.
    pub holds_until: Date,
    /// Ids of the clauses that are agreed now.
    pub agreed: BTreeSet<String>,
    /// Where touch is welcome.
    pub places: BTreeSet<TouchPlace>,
    /// Ids of intents for the forms of the page: one for each choice, then narrow and withdraw.
    pub commands: Vec<String>,
    /// Why a form came back.
    pub refusal: Option<Refusal>,
}

/// Draws the page; `readers` are named where the person may know them.
pub fn page(frame: &Frame<'_>, readers: &[String], consent: &Consent) -> Markup {
    let m = frame.messages();
    let (title, main) = match consent {
        Consent::Nothing => (t!(m, "my-consent-nothing"), html! { p { (t!(m, "my-consent-nothing-says")) } }),
        Consent::Begins { parts } => (t!(m, "my-consent-begins"), begins(m, *parts)),
        Consent::Part(part) => (part.clause.words(frame.language.tag()).title.to_owned(), asked(frame, part)),
        Consent::Touch(form) => (t!(m, "my-touch-title"), touch(frame, form)),
        Consent::Sign(form) => (sign_title(m, form), sign(frame, form)),
        Consent::Agreed(agreed) => (t!(m, "my-agreed-title"), what_was_agreed(frame, agreed)),
        Consent::Withdrawn { at } => {
            let says = t!(m, "my-withdrawn-says", when = frame.clock().near(*at));
            (t!(m, "my-withdrawn-title"), html! { p { (says) } p { (t!(m, "my-withdrawn-next")) } })
        }
    };
    let main = html! {
        @if let Consent::Part(part) = consent { (place(m, part)) }
        h1 { (title) }
        (main)
    };
    let reads = t!(m, "my-consent-any-time", reads = reads(frame, readers));
    client_page(frame, &Route::Mine(Mine::Consent), &title, &reads, main)
}

fn path() -> String {
    Route::Mine(Mine::Consent).path()
}

/// Where one part of the document is.
pub fn part_path(number: usize) -> String {
    format!("{}?part={number}", path())
}

fn begins(m: Messages, parts: usize) -> Markup {
    html! {
        p { (t!(m, "my-consent-begins-says", parts = parts)) }
        p { (t!(m, "my-consent-begins-free")) }
        div.foot { (button::link(button::Weight::Ordinary, &part_path(1), &t!(m, "my-consent-begin"))) }
    }
}

fn place(m: Messages, part: &Part) -> Markup {
    html! {
        p.place {
            span { (t!(m, "my-part-of", number = part.number, of = part.of)) }
            @if part.clause.standing == ClauseStanding::Choice { span { (t!(m, "my-part-free")) } }
        }
    }
}

fn asked(frame: &Frame<'_>, part: &Part) -> Markup {
    let m = frame.messages();
    let said = part.clause.words(frame.language.tag());
    let error = part.refusal.as_ref().map(|found| refusal::words(m, found));
    let before = match &part.answer {
        Some(Answer::Agreed { said_back, .. }) => said_back.clone(),
        Some(Answer::Declined { words, .. }) => words.clone().unwrap_or_default(),
        None => String::new(),
    };
    let typed = part.typed.as_deref().unwrap_or(&before);
    html! {
        p.clause { (said.text) }
        form.ask action=(part_path(part.number)) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(part.command);
            input type="hidden" name="clause" value=(part.clause.id);
            (Field::new("words", said.say_it_back, Kind::Long).depends().value(typed)
                .hint(&t!(m, "my-say-it-back")).error(error.as_deref())
                .characters_max(WORDS_CHARACTERS_MAX).draw(m))
            @match &part.answer {
                Some(Answer::Agreed { .. }) => p.before { (t!(m, "my-answered-agreed")) },
                Some(Answer::Declined { .. }) => p.before { (t!(m, "my-answered-declined")) },
                None => {}
            }
            div.foot {
                div.pair {
                    button.button type="submit" name="answer" value="agree" { (t!(m, "my-agree")) }
                    button.button type="submit" name="answer" value="decline" { (t!(m, "my-decline")) }
                }
                (around(m, part.number))
            }
        }
    }
}

/// Back, and on without an answer: to talk about it first is always possible.
fn around(m: Messages, number: usize) -> Markup {
    html! {
        div.ways {
            @if number > 1 { a href=(part_path(number - 1)) { (t!(m, "my-back")) } }
            a href=(part_path(number + 1)) { (t!(m, "my-talk-first")) }
        }
    }
}

/// The word for a part of the body.
pub fn touch_place(m: Messages, place: TouchPlace) -> String {
    match place {
        TouchPlace::Hands => t!(m, "my-touch-hands"),
        TouchPlace::Forearms => t!(m, "my-touch-forearms"),
        TouchPlace::Shoulders => t!(m, "my-touch-shoulders"),
        TouchPlace::UpperBack => t!(m, "my-touch-upper-back"),
        TouchPlace::Head => t!(m, "my-touch-head"),
        TouchPlace::Feet => t!(m, "my-touch-feet"),
    }
}

/// The name of a place's field in a form.
pub fn touch_field(place: TouchPlace) -> &'static str {
    match place {
        TouchPlace::Hands => "touch-hands",
        TouchPlace::Forearms => "touch-forearms",
        TouchPlace::Shoulders => "touch-shoulders",
        TouchPlace::UpperBack => "touch-upper-back",
        TouchPlace::Head => "touch-head",
        TouchPlace::Feet => "touch-feet",
    }
}

fn places(m: Messages, offered: impl IntoIterator<Item = TouchPlace>, on: &BTreeSet<TouchPlace>) -> Markup {
    html! {
        @for place in offered {
            label.choice for=(touch_field(place)) {
                input id=(touch_field(place)) type="checkbox" name=(touch_field(place)) value="yes"
                    checked[on.contains(&place)];
                (touch_place(m, place))
            }
        }
    }
}

fn touch(frame: &Frame<'_>, form: &TouchForm) -> Markup {
    let m = frame.messages();
    let safety = [
        ("understood", SafetyTouch::Understood, t!(m, "my-safety-understood")),
        ("not-agreed", SafetyTouch::NotAgreed, t!(m, "my-safety-not-agreed")),
    ];
    html! {
        p { (t!(m, "my-touch-says")) }
        form.ask action="/my/consent/touch" method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(form.command);
            @if let Some(found) = &form.refusal { p.error role="alert" { (refusal::words(m, found)) } }
            fieldset.big {
                legend.visually-hidden { (t!(m, "my-touch-title")) }
                (places(m, TouchPlace::ALL, &form.places))
            }
            fieldset.big {
                legend { (t!(m, "my-safety-title")) }
                p.quiet { (t!(m, "my-safety-says")) }
                @for (value, one, words) in &safety {
                    label.choice for={ "safety-" (value) } {
                        input id={ "safety-" (value) } type="radio" name="safety" value=(value) required
                            checked[form.safety == *one];
                        (words)
                    }
                }
            }
            div.foot {
                (button::submit(button::Weight::Ordinary, &t!(m, "my-touch-keep")))
                (around(m, form.number))
            }
        }
    }
}

fn sign_title(m: Messages, form: &SignForm) -> String {
    let open = open_parts(form).count();
    if open == 0 { t!(m, "my-sign-title") } else { t!(m, "my-sign-open-title", parts = open) }
}

/// Parts that a session needs and that are not agreed, with their numbers.
fn open_parts(form: &SignForm) -> impl Iterator<Item = (usize, &'static Clause)> {
    let agreed = |clause: &Clause| matches!(form.answers.get(clause.id), Some(Answer::Agreed { .. }));
    let numbered = DEFAULT.clauses.iter().enumerate().map(|(place, clause)| (place + 1, clause));
    numbered.filter(move |(_, clause)| clause.standing == ClauseStanding::Required && !agreed(clause))
}

fn sign(frame: &Frame<'_>, form: &SignForm) -> Markup {
    let m = frame.messages();
    let language = frame.language.tag();
    let open: Vec<_> = open_parts(form).collect();
    let name_error = refusal::beside(m, form.refusal.as_ref(), "name");
    html! {
        @if open.is_empty() {
            p { (t!(m, "my-sign-says")) }
        } @else {
            p { (t!(m, "my-sign-open-says")) }
            ul.list {
                @for (number, clause) in &open {
                    li { a href=(part_path(*number)) {
                        b { (number) ". " (clause.words(language).title) }
                        span { (standing(m, form.answers.get(clause.id))) }
                    } }
                }
            }
        }
        details.whole {
            summary { (t!(m, "my-sign-read-all")) }
            (whole(frame, form))
        }
        @if open.is_empty() {
            form.ask action="/my/consent/sign" method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                input type="hidden" name="language" value=(language);
                @if let Some(found) = form.refusal.as_ref().filter(|_| name_error.is_none()) {
                    p.error role="alert" { (refusal::words(m, found)) }
                }
                (Field::new("name", &t!(m, "my-sign-name"), Kind::Line).value(&form.name)
                    .hint(&t!(m, "my-sign-name-hint")).error(name_error.as_deref())
                    .autocomplete("name").draw(m))
                div.foot {
                    (button::submit(button::Weight::Ordinary, &t!(m, "my-sign")))
                    div.ways { a href=(part_path(form.number.saturating_sub(1))) { (t!(m, "my-back")) } }
                }
            }
        } @else {
            div.foot { div.ways { a href=(part_path(form.number.saturating_sub(1))) { (t!(m, "my-back")) } } }
        }
    }
}

fn standing(m: Messages, answer: Option<&Answer>) -> String {
    match answer {
        Some(Answer::Agreed { .. }) => t!(m, "my-standing-agreed"),
        Some(Answer::Declined { .. }) => t!(m, "my-standing-declined"),
        None => t!(m, "my-standing-open"),
    }
}

/// The whole document with what was answered, to be read before signing.
fn whole(frame: &Frame<'_>, form: &SignForm) -> Markup {
    let (m, language) = (frame.messages(), frame.language.tag());
    html! {
        ol.document {
            @for clause in DEFAULT.clauses {
                @let said = clause.words(language);
                li {
                    h2 { (said.title) }
                    p { (said.text) }
                    p.quiet { (said.say_it_back) }
                    @if let Some(Answer::Agreed { said_back, .. }) = form.answers.get(clause.id) {
                        p { (words::inline(frame, said_back)) }
                    }
                    p.small { (standing(m, form.answers.get(clause.id))) }
                }
            }
        }
    }
}

fn what_was_agreed(frame: &Frame<'_>, agreed: &Agreed) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let (signed, until) = (clock.date(agreed.signed_at), clock.day(agreed.holds_until));
    let choices = DEFAULT.clauses.iter().filter(|clause| clause.standing == ClauseStanding::Choice);
    let mut commands = agreed.commands.iter();
    let mut command = move || commands.next().map_or("", String::as_str);
    html! {
        p { (t!(m, "my-agreed-says", name = agreed.name.as_str(), signed = signed, until = until)) }
        @if let Some(found) = &agreed.refusal { p.error role="alert" { (refusal::words(m, found)) } }
        section.part aria-labelledby="choices" {
            h2 id="choices" { (t!(m, "my-choices")) }
            @for clause in choices { (choice(frame, clause, agreed, command())) }
        }
        section.part aria-labelledby="touch" {
            h2 id="touch" { (t!(m, "my-touch-now")) }
            @if agreed.places.is_empty() {
                p { (t!(m, "my-touch-none")) }
            } @else {
                p.quiet { (t!(m, "my-touch-narrow-says")) }
                form.ask action="/my/consent/narrow" method="post" {
                    (csrf(frame))
                    input type="hidden" name="command" value=(command());
                    fieldset.big {
                        legend.visually-hidden { (t!(m, "my-touch-now")) }
                        (places(m, agreed.places.iter().copied(), &agreed.places))
                    }
                    (button::submit(button::Weight::Ordinary, &t!(m, "my-touch-narrow")))
                }
            }
        }
        section.part aria-labelledby="back" {
            h2 id="back" { (t!(m, "my-withdraw-title")) }
            p.quiet { (t!(m, "my-withdraw-says")) }
            form.ask action="/my/consent/withdraw" method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(agreed.commands.last().map_or("", String::as_str));
                (button::submit(button::Weight::Ordinary, &t!(m, "my-withdraw")))
            }
        }
        section.part aria-labelledby="parts" {
            h2 id="parts" { (t!(m, "my-agreed-parts")) }
            ol.document.brief {
                @for clause in DEFAULT.clauses {
                    li { details {
                        summary { (clause.words(frame.language.tag()).title) }
                        p { (clause.words(frame.language.tag()).text) }
                        p.small.quiet { (now(m, agreed.agreed.contains(clause.id))) }
                    } }
                }
            }
        }
    }
}

fn now(m: Messages, agreed: bool) -> String {
    if agreed { t!(m, "my-standing-agreed") } else { t!(m, "my-standing-declined") }
}

/// One use of data: how it stands, and the other answer in one touch.
fn choice(frame: &Frame<'_>, clause: &'static Clause, agreed: &Agreed, command: &str) -> Markup {
    let m = frame.messages();
    let on = agreed.agreed.contains(clause.id);
    let said = clause.words(frame.language.tag());
    html! {
        form.choose action=(path()) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(command);
            input type="hidden" name="clause" value=(clause.id);
            div { p { (said.title) } p.small.quiet { (now(m, on)) } }
            @if on {
                button.button type="submit" name="answer" value="decline" { (t!(m, "my-choice-take-back")) }
            } @else {
                a.button href=(choice_path(clause)) { (t!(m, "my-choice-read")) }
            }
        }
    }
}

fn choice_path(clause: &Clause) -> String {
    let place = DEFAULT.clauses.iter().position(|one| one.id == clause.id).unwrap_or_default();
    part_path(place + 1)
}

/// States of this page. The person in them is made up.
pub fn samples() -> Vec<(&'static str, Consent)> {
    let instant = crate::samples::instant;
    let command = "00000000-0000-7000-8000-000000000005".to_owned();
    let clauses = DEFAULT.clauses;
    let part = |number: usize| Part {
        clause: &clauses[number - 1],
        number,
        of: clauses.len(),
        answer: None,
        command: command.clone(),
        typed: None,
        refusal: None,
    };
    let said =
        |words: &str| Answer::Agreed { said_back: words.to_owned(), at: instant("2026-05-14T17:30:00Z") };
    let declined = Answer::Declined { words: None, at: instant("2026-05-14T17:31:00Z") };
    let answers: BTreeMap<String, Answer> =
        clauses.iter().map(|clause| (clause.id.to_owned(), said("It may change nothing."))).collect();
    let mut open = answers.clone();
    open.insert("cost".to_owned(), declined.clone());
    open.remove("touch");
    let sign = SignForm { number: 26, answers, command: command.clone(), ..SignForm::default() };
    let places = BTreeSet::from([TouchPlace::Hands, TouchPlace::Shoulders]);
    let agreed = Agreed {
        name: "Maya Sample".to_owned(),
        signed_at: instant("2026-05-02T17:30:00Z"),
        holds_until: jiff::civil::date(2026, 11, 2),
        agreed: clauses.iter().filter(|c| c.id != "outcomes").map(|c| c.id.to_owned()).collect(),
        places: places.clone(),
        commands: vec![command.clone(); 4],
        refusal: None,
    };
    let no_touch = Agreed { places: BTreeSet::new(), ..agreed.clone() };
    let touch = TouchForm { number: 25, command: sign.command.clone(), ..TouchForm::default() };
    let answered = Part { answer: Some(said("Nobody has approved it; it is allowed.")), ..part(1) };
    let refused = Part { refusal: Some(Refusal::SayItBack), typed: Some(String::new()), ..part(7) };
    vec![
        ("nothing", Consent::Nothing),
        ("begins", Consent::Begins { parts: clauses.len() }),
        ("part", Consent::Part(part(5))),
        ("part-answered", Consent::Part(answered)),
        ("part-declined", Consent::Part(Part { answer: Some(declined), ..part(20) })),
        ("part-refused", Consent::Part(refused)),
        ("part-free", Consent::Part(part(23))),
        ("touch", Consent::Touch(touch.clone())),
        ("touch-chosen", Consent::Touch(TouchForm { places, safety: SafetyTouch::Understood, ..touch })),
        ("sign", Consent::Sign(sign.clone())),
        ("sign-open", Consent::Sign(SignForm { answers: open, ..sign.clone() })),
        ("sign-refused", Consent::Sign(SignForm { refusal: Some(Refusal::NameMissing), ..sign })),
        ("agreed", Consent::Agreed(Box::new(agreed))),
        ("agreed-no-touch", Consent::Agreed(Box::new(no_touch))),
        ("withdrawn", Consent::Withdrawn { at: instant("2026-05-13T17:30:00Z") }),
    ]
}
