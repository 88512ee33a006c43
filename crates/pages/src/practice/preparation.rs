//! Preparation: what a session can lean on, and what of it is still missing.

use journey::Refusal;
use journey::preparation::{AnchorKind, Companion, Entry, Hardship, Need, Preparation, Readiness};
use maud::{Markup, html};

use super::subject::{Subject, person_page};
use crate::components::field::came_back;
use crate::components::level::{Level, level};
use crate::components::{button, refusal, words};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::public::enquiry::WORDS_CHARACTERS_MAX;
use crate::route::Place;
use crate::t;

/// All that this page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Who.
    pub subject: Subject,
    /// The preparation as it stands.
    pub preparation: Preparation,
    /// What a session needs, and whether it is in.
    pub readiness: Vec<(Need, Readiness)>,
    /// The forms, for those who may write; `None` for readers.
    pub forms: Option<Forms>,
}

/// What was typed, where a form came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forms {
    /// Id of the next intent, drawn when the page was.
    pub command: String,
    /// Which form came back, by its name.
    pub came_back: String,
    /// Its first field as it was typed.
    pub words: String,
    /// Its second field as it was typed.
    pub more: String,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

impl Forms {
    fn typed(&self, form: &str) -> (&str, &str, Option<&Refusal>) {
        if self.came_back == form { (&self.words, &self.more, self.refusal.as_ref()) } else { ("", "", None) }
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let missing = page.readiness.iter().filter(|(_, readiness)| *readiness == Readiness::Missing).count();
    let answer = t!(m, "ready-answer", missing = missing);
    let refused = page.forms.as_ref().is_some_and(|forms| forms.refusal.is_some());
    let main = html! {
        (came_back(m, usize::from(refused)))
        div.columns {
            div {
                (intentions(frame, page))
                (safety(frame, page))
                (anchors(frame, page))
                (signals(frame, page))
                (helps(frame, page))
            }
            div {
                (standing(m, page))
                (practical(frame, page))
                (held(frame, page))
            }
        }
    };
    person_page(frame, &page.subject, Some(Place::Preparation), &answer, main)
}

fn standing(m: Messages, page: &Page) -> Markup {
    html! {
        section aria-labelledby="readiness" {
            h2 id="readiness" { (t!(m, "ready-title")) }
            ul.ready {
                @for (need, readiness) in &page.readiness {
                    @let shape = if *readiness == Readiness::In { Level::Holds } else { Level::Missing };
                    li {
                        (level(shape, &need_words(m, *need)))
                        span.visually-hidden {
                            @if *readiness == Readiness::In { (t!(m, "ready-in")) } @else { (t!(m, "ready-missing")) }
                        }
                    }
                }
            }
        }
    }
}

/// What a session needs, in words; the client's pages say the same.
pub fn need_words(m: Messages, need: Need) -> String {
    match need {
        Need::Discernment => t!(m, "ready-discernment"),
        Need::History => t!(m, "ready-history"),
        Need::Clearance => t!(m, "ready-clearance"),
        Need::Consent => t!(m, "ready-consent"),
        Need::Intention => t!(m, "ready-intention"),
        Need::Anchor => t!(m, "ready-anchor"),
        Need::Signal => t!(m, "ready-signal"),
        Need::Help => t!(m, "ready-help"),
        Need::Session => t!(m, "ready-session"),
        Need::Escort => t!(m, "ready-escort"),
        Need::Night => t!(m, "ready-night"),
        Need::Fasting => t!(m, "ready-fasting"),
        Need::Prescription => t!(m, "ready-prescription"),
    }
}

/// A form of this page.
fn form(frame: &Frame<'_>, page: &Page, name: &str, fields: impl Fn(&Forms) -> Markup) -> Markup {
    let m = frame.messages();
    let action = page.subject.at(Place::Preparation).path();
    html! {
        @if let Some(forms) = &page.forms {
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(forms.command);
                input type="hidden" name="form" value=(name);
                @if let Some(found) = forms.typed(name).2 { p.error { (refusal::words(m, found)) } }
                (fields(forms))
            }
        }
    }
}

/// A form that unfolds under what stands already; open while nothing stands.
fn adding(
    frame: &Frame<'_>,
    page: &Page,
    name: &str,
    opens: bool,
    says: &str,
    fields: impl Fn(&Forms) -> Markup,
) -> Markup {
    let Some(forms) = &page.forms else { return html! {} };
    let open = opens || forms.typed(name).2.is_some();
    html! {
        details.adding open[open] {
            summary { (says) }
            (form(frame, page, name, fields))
        }
    }
}

/// One field with a name that no other form of the page has.
fn field(form: &str, name: &str, label: &str, value: &str, long: bool) -> Markup {
    let id = format!("{form}-{name}");
    html! {
        div.field {
            label for=(id) { (label) }
            @if long {
                textarea id=(id) name=(name) rows="2" required maxlength=(WORDS_CHARACTERS_MAX) { "\n" (value) }
            } @else {
                input id=(id) name=(name) type="text" required maxlength="500" value=(value) autocomplete="off";
            }
        }
    }
}

fn choice(form: &str, name: &str, label: &str, choices: &[(String, String)], chosen: &str) -> Markup {
    let id = format!("{form}-{name}");
    html! {
        div.field {
            label for=(id) { (label) }
            select id=(id) name=(name) {
                @for (value, words) in choices { option value=(value) selected[value == chosen] { (words) } }
            }
        }
    }
}

fn keep(m: Messages) -> Markup {
    html! { div.go { (button::submit(button::Weight::Ordinary, &t!(m, "prepare-keep"))) } }
}

fn take_back(frame: &Frame<'_>, page: &Page, number: u32) -> Markup {
    let m = frame.messages();
    let action = page.subject.at(Place::Preparation).path();
    html! {
        @if let Some(forms) = &page.forms {
            form action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value={ (forms.command) };
                input type="hidden" name="form" value="take-back";
                input type="hidden" name="number" value=(number);
                button.quiet-button type="submit" { (t!(m, "prepare-take-back")) }
            }
        }
    }
}

/// Entries of one sort, each with its way back.
fn entries<'a, Draw>(frame: &Frame<'_>, page: &'a Page, draw: Draw) -> Markup
where
    Draw: Fn(&'a Entry) -> Option<Markup>,
{
    let drawn = page.preparation.entries.iter().filter_map(|(number, entry)| Some((*number, draw(entry)?)));
    html! {
        ul.lines.kept {
            @for (number, markup) in drawn { li.spread { div { (markup) } (take_back(frame, page, number)) } }
        }
    }
}

fn intentions(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let none = page.preparation.intentions().next().is_none();
    html! {
        section aria-labelledby="intentions" {
            h2 id="intentions" { (t!(m, "prepare-intentions")) }
            (entries(frame, page, |entry| match entry {
                Entry::Intention { words } => Some(words::quote(frame, words)),
                _ => None,
            }))
            (adding(frame, page, "intention", none, &t!(m, "prepare-intention-add"), |forms| html! {
                (field("intention", "words", &t!(m, "prepare-own-words"), forms.typed("intention").0, true))
                (keep(m))
            }))
        }
    }
}

fn safety(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="safety" {
            h2 id="safety" { (t!(m, "prepare-safety")) }
            (entries(frame, page, |entry| match entry {
                Entry::Safety { words, place } => Some(html! {
                    (words::quote(frame, words))
                    @if let Some(place) = place { p.small.quiet { (t!(m, "prepare-where", place = place.as_str())) } }
                }),
                _ => None,
            }))
            (adding(frame, page, "safety", false, &t!(m, "prepare-safety-add"), |forms| html! {
                (field("safety", "words", &t!(m, "prepare-own-words"), forms.typed("safety").0, true))
                (field("safety", "more", &t!(m, "prepare-safety-where"), forms.typed("safety").1, false))
                (keep(m))
            }))
        }
    }
}

fn anchors(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let none = page.preparation.anchors().next().is_none();
    let kinds = AnchorKind::ALL.map(|kind| (anchor_code(kind).to_owned(), anchor(m, kind)));
    html! {
        section aria-labelledby="anchors" {
            h2 id="anchors" { (t!(m, "prepare-anchors")) }
            (entries(frame, page, |entry| match entry {
                Entry::Anchor { kind, words } => Some(html! {
                    p.small.quiet { (anchor(m, *kind)) }
                    (words::quote(frame, words))
                }),
                _ => None,
            }))
            (adding(frame, page, "anchor", none, &t!(m, "prepare-anchor-add"), |forms| html! {
                (choice("anchor", "more", &t!(m, "prepare-anchor-kind"), &kinds, forms.typed("anchor").1))
                (field("anchor", "words", &t!(m, "prepare-own-words"), forms.typed("anchor").0, true))
                (keep(m))
            }))
        }
    }
}

/// An anchor's sort in forms.
pub fn anchor_code(kind: AnchorKind) -> &'static str {
    match kind {
        AnchorKind::Breath => "breath",
        AnchorKind::Image => "image",
        AnchorKind::Person => "person",
        AnchorKind::Place => "place",
        AnchorKind::Movement => "movement",
        AnchorKind::Sound => "sound",
    }
}

/// An anchor's sort in words.
pub fn anchor(m: Messages, kind: AnchorKind) -> String {
    match kind {
        AnchorKind::Breath => t!(m, "prepare-anchor-breath"),
        AnchorKind::Image => t!(m, "prepare-anchor-image"),
        AnchorKind::Person => t!(m, "prepare-anchor-person"),
        AnchorKind::Place => t!(m, "prepare-anchor-place"),
        AnchorKind::Movement => t!(m, "prepare-anchor-movement"),
        AnchorKind::Sound => t!(m, "prepare-anchor-sound"),
    }
}

fn signals(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let none = page.preparation.signals().next().is_none();
    html! {
        section aria-labelledby="signals" {
            h2 id="signals" { (t!(m, "prepare-signals")) }
            (entries(frame, page, |entry| match entry {
                Entry::Signal { sign, meaning } => Some(html! {
                    p { strong { (sign) } }
                    p { (meaning) }
                }),
                _ => None,
            }))
            (adding(frame, page, "signal", none, &t!(m, "prepare-signal-add"), |forms| html! {
                (field("signal", "words", &t!(m, "prepare-signal-sign"), forms.typed("signal").0, false))
                (field("signal", "more", &t!(m, "prepare-signal-meaning"), forms.typed("signal").1, false))
                (keep(m))
            }))
        }
    }
}

fn helps(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let none = page.preparation.helps().next().is_none();
    let hard = Hardship::ALL.map(|when| (hardship_code(when).to_owned(), hardship(m, when)));
    html! {
        section aria-labelledby="helps" {
            h2 id="helps" { (t!(m, "prepare-helps")) }
            (entries(frame, page, |entry| match entry {
                Entry::Help { when, words } => Some(html! {
                    p.small.quiet { (hardship(m, *when)) }
                    (words::quote(frame, words))
                }),
                _ => None,
            }))
            (adding(frame, page, "help", none, &t!(m, "prepare-help-add"), |forms| html! {
                (choice("help", "more", &t!(m, "prepare-help-when"), &hard, forms.typed("help").1))
                (field("help", "words", &t!(m, "prepare-help-words"), forms.typed("help").0, true))
                (keep(m))
            }))
        }
    }
}

/// Something hard that may come, in forms.
pub fn hardship_code(when: Hardship) -> &'static str {
    match when {
        Hardship::Fear => "fear",
        Hardship::Disorientation => "disorientation",
        Hardship::StrongEmotion => "strong-emotion",
    }
}

/// Something hard that may come, in words.
pub fn hardship(m: Messages, when: Hardship) -> String {
    match when {
        Hardship::Fear => t!(m, "prepare-fear"),
        Hardship::Disorientation => t!(m, "prepare-disorientation"),
        Hardship::StrongEmotion => t!(m, "prepare-strong-emotion"),
    }
}

fn practical(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let told = page.preparation.fasting_told_at;
    let companions = [
        (Companion::Escort, "escort", t!(m, "prepare-escort")),
        (Companion::Night, "night", t!(m, "prepare-night")),
    ];
    html! {
        section aria-labelledby="practical" {
            h2 id="practical" { (t!(m, "prepare-practical")) }
            @for (part, name, says) in &companions {
                @let person = page.preparation.companions.get(part);
                h3 { (says) }
                @if let Some(person) = person {
                    p { (person.name) @if let Some(phone) = &person.phone { " · " (phone) } }
                }
                (adding(frame, page, name, person.is_none(), &t!(m, "prepare-name-someone"), |forms| html! {
                    (field(name, "words", &t!(m, "prepare-companion-name"), forms.typed(name).0, false))
                    div.field {
                        label for={ (name) "-phone" } { (t!(m, "prepare-companion-phone")) " " span.optional { (t!(m, "field-optional")) } }
                        input id={ (name) "-phone" } name="more" type="tel" maxlength="60" value=(forms.typed(name).1) autocomplete="off";
                    }
                    (keep(m))
                }))
            }
            h3 { (t!(m, "prepare-fasting")) }
            p.quiet { (t!(m, "prepare-fasting-says")) }
            @if let Some(at) = told {
                p { (level(Level::Holds, &t!(m, "prepare-fasting-told", when = frame.clock().near(at)))) }
            } @else {
                (form(frame, page, "fasting", |_| html! {
                    div.go { (button::submit(button::Weight::Ordinary, &t!(m, "prepare-fasting-tell"))) }
                }))
            }
        }
    }
}

fn held(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let sessions = &page.preparation.held_at;
    html! {
        section aria-labelledby="held" {
            h2 id="held" { (t!(m, "prepare-held")) }
            @if sessions.is_empty() { p.quiet { (t!(m, "prepare-held-none")) } }
            ol.lines { @for at in sessions { li { (frame.clock().both(*at)) } } }
            (adding(frame, page, "hold", sessions.is_empty(), &t!(m, "prepare-hold-add"), |forms| html! {
                div.field {
                    label for="hold-words" { (t!(m, "prepare-hold-words")) " " span.optional { (t!(m, "field-optional")) } }
                    textarea id="hold-words" name="words" rows="2" maxlength=(WORDS_CHARACTERS_MAX) { "\n" (forms.typed("hold").0) }
                }
                (keep(m))
            }))
        }
    }
}

/// What somebody made up has prepared.
pub(crate) fn sample() -> Preparation {
    use journey::preparation::Person;
    let written = [
        Entry::Intention { words: "To put the load down for an hour.".to_owned() },
        Entry::Safety { words: "Warm, like the kitchen.".to_owned(), place: Some("belly".to_owned()) },
        Entry::Anchor { kind: AnchorKind::Breath, words: "long out-breath".to_owned() },
        Entry::Anchor { kind: AnchorKind::Sound, words: "rain on the roof".to_owned() },
        Entry::Signal { sign: "one hand raised".to_owned(), meaning: "come closer, say nothing".to_owned() },
        Entry::Help { when: Hardship::Fear, words: "Say where I am, and what day it is.".to_owned() },
    ];
    let at = crate::samples::instant("2026-05-13T17:00:00Z");
    let sol = Person { name: "Sol Sample".to_owned(), phone: Some("(555) 010-0199".to_owned()) };
    Preparation {
        entries: (1..).zip(written).collect(),
        last_number: 6,
        companions: [(Companion::Escort, sol.clone()), (Companion::Night, sol)].into(),
        fasting_told_at: Some(at),
        held_at: vec![at],
    }
}

/// States of this page. Everyone in them is made up.
pub fn samples() -> Vec<(&'static str, Page)> {
    let forms = Forms { command: "00000000-0000-7000-8000-000000000005".to_owned(), ..Forms::default() };
    let all = |readiness| Need::ALL.map(|need| (need, readiness)).to_vec();
    let empty = Page {
        subject: Subject::sample(),
        preparation: Preparation::default(),
        readiness: all(Readiness::Missing),
        forms: Some(forms.clone()),
    };
    let full = Page { preparation: sample(), readiness: all(Readiness::In), ..empty.clone() };
    let came_back = Forms {
        came_back: "signal".to_owned(),
        words: "two fingers".to_owned(),
        refusal: Some(Refusal::WordsMissing),
        ..forms
    };
    let refused = Page { forms: Some(came_back), ..full.clone() };
    let read = Page { forms: None, ..full.clone() };
    vec![("empty", empty), ("full", full), ("refused", refused), ("read", read)]
}
