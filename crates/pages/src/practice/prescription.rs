//! What may be given: the prescriptions with their counts, and the envelope of a new one.

pub(in crate::practice) mod counting;
mod envelope;
mod first;
mod samples;

use jiff::civil::Date;
use journey::prescription::{Afterwards, Custody, Envelope, FirstSession, Notice, Prescription as Written};
use journey::protocol::DoseTier;
use journey::stock::Medicine;
use maud::{Markup, html};

use super::medical::{Names, Typed, WORDS_CHARACTERS_MAX};
use super::subject::{Subject, person_page};
use crate::components::button::{Weight, link, submit};
use crate::components::empty::empty;
use crate::components::field::came_back;
use crate::components::level::{Level, level};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::{Place, Route};
use crate::t;

pub use samples::samples;
pub(super) use samples::{counted_sample, read_only_sample, sample};

/// Characters that a number takes.
const NUMBER_CHARACTERS_MAX: usize = 6;

/// The prescriptions of one person, and what the reader may do with them.
#[derive(Clone, Debug, PartialEq)]
pub struct Prescription {
    /// Whose they are.
    pub subject: Subject,
    /// Who signed them.
    pub names: Names,
    /// The practice's calendar day.
    pub today: Date,
    /// All of them, oldest first.
    pub all: Vec<Written>,
    /// What the page is drawn from; a form that is older is not signed.
    pub revision: u32,
    /// What the protocol in force allows; nothing where none is.
    pub limits: Option<Limits>,
    /// What the protocol in force starts a first session with, before there was one.
    pub first: Option<FirstSession>,
    /// What prescriptions in force ask to be seen, by their number.
    pub notices: Vec<(u32, Notice)>,
    /// The form of a new one, for those who sign it.
    pub envelope: Option<Typed>,
    /// The forms of taking one back, for those who sign it; what was typed says which.
    pub revoke: Option<Typed>,
    /// The form of a count, for those who count.
    pub count: Option<Typed>,
    /// The form that puts a count right, for those who may.
    pub correct: Option<Typed>,
    /// The forms that close the review of a difference, for the prescriber; what was typed says which.
    pub review: Option<Typed>,
    /// Lots of the practice's stock that hold anything, for those who count.
    pub lots: Vec<InStock>,
    /// Who else works here and could witness: id and name.
    pub colleagues: Vec<(String, String)>,
}

/// A lot of the practice's stock, as the form of a count offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InStock {
    /// Its number.
    pub number: u32,
    /// What is printed on it.
    pub medicine: Medicine,
    /// How many it has by the count.
    pub left: u32,
}

impl Prescription {
    fn notices_of(&self, number: u32) -> Vec<Notice> {
        self.notices.iter().filter(|(of, _)| *of == number).map(|(_, notice)| *notice).collect()
    }
}

/// What the protocol in force allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Its number.
    pub protocol: u32,
    /// The most of the psycholytic tier, in milligrams.
    pub psycholytic_mg_max: i64,
    /// The most of the moderate tier, in milligrams.
    pub moderate_mg_max: i64,
    /// The most of the moderate tier with a reason, in milligrams.
    pub moderate_mg_max_with_reason: i64,
    /// The hold, in minutes.
    pub hold_minutes: (i64, i64),
    /// When a booster may be given, in minutes; nothing where none may.
    pub booster_minutes: Option<(i64, i64)>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, context: &Prescription) -> Markup {
    let m = frame.messages();
    let forms = [&context.envelope, &context.revoke, &context.count, &context.correct, &context.review];
    let problems = forms.into_iter().flatten().map(Typed::problems).sum();
    let main = html! {
        (came_back(m, problems))
        div.columns.medical {
            div.findings { (counting::differences(frame, context)) (written(frame, context)) }
            @if context.envelope.is_some() || context.count.is_some() || context.correct.is_some() {
                div.deeds {
                    (counting::sheet(frame, context))
                    (new(frame, context))
                }
            }
        }
    };
    person_page(frame, &context.subject, Some(Place::Prescription), &answer(frame, context), main)
}

fn in_force(context: &Prescription) -> Option<&Written> {
    context.all.iter().rev().find(|one| one.in_force_on(context.today))
}

fn answer(frame: &Frame<'_>, context: &Prescription) -> String {
    let m = frame.messages();
    let name = context.subject.person.first_name();
    if context.all.iter().any(|one| !one.open_differences().is_empty()) {
        return t!(m, "stock-answer", name = name);
    }
    match (in_force(context), context.all.is_empty()) {
        (Some(one), _) => t!(
            m,
            "prescription-in-force",
            name = name,
            most = one.envelope.most_mg_per_session,
            until = frame.clock().day(one.envelope.valid_until)
        ),
        (None, true) => t!(m, "prescription-none", name = name),
        (None, false) => t!(m, "prescription-none-now", name = name),
    }
}

fn written(frame: &Frame<'_>, context: &Prescription) -> Markup {
    let m = frame.messages();
    let (now, past): (Vec<&Written>, Vec<&Written>) =
        context.all.iter().rev().partition(|one| one.in_force_on(context.today));
    html! {
        @if context.all.is_empty() {
            (empty(&t!(m, "prescription-empty"), html! { p { (t!(m, "prescription-empty-first")) } }))
        }
        @if !now.is_empty() {
            section aria-labelledby="in-force" {
                h2 id="in-force" { (t!(m, "prescription-now")) }
                ul.known { @for one in now { li { (drawn(frame, context, one)) } } }
            }
        }
        @if !past.is_empty() {
            section aria-labelledby="past" {
                h2 id="past" { (t!(m, "prescription-past")) }
                ul.known.folded {
                    @for one in past {
                        li {
                            details {
                                summary { (headline(m, one)) " " span.known-status { (standing(frame, context, one)) } }
                                (particulars(frame, context, one))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn drawn(frame: &Frame<'_>, context: &Prescription, one: &Written) -> Markup {
    html! {
        div.known-head {
            h3 { (headline(frame.messages(), one)) }
            span.known-status { (standing(frame, context, one)) }
        }
        (first::notices(frame.messages(), &context.notices_of(one.number)))
        (particulars(frame, context, one))
        @if let Some(typed) = &context.revoke { (revoke(frame, context, one, typed)) }
    }
}

/// Whether it holds, ran out or was taken back.
fn standing(frame: &Frame<'_>, context: &Prescription, one: &Written) -> Markup {
    let m = frame.messages();
    html! {
        @if one.revoked_at.is_some() { (t!(m, "prescription-revoked")) }
        @else if let Some(replaced) = one.replaced {
            (t!(m, "prescription-replaced", number = replaced.by.to_string()))
        }
        @else if one.in_force_on(context.today) { (level(Level::Holds, &t!(m, "prescription-holds"))) }
        @else { (t!(m, "prescription-over")) }
    }
}

/// All that it says, and who signed it.
fn particulars(frame: &Frame<'_>, context: &Prescription, one: &Written) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        dl.facts { (stated(frame, &one.envelope)) (counts(m, one)) }
        (counting::lines(frame, context, one))
        @if let (Some(at), Some(why)) = (one.revoked_at, &one.revoked_because) {
            p.small { (t!(m, "prescription-revoked-on", on = clock.date(at))) " " span.reason { (why) } }
        }
        p.fine.quiet {
            (t!(m, "prescription-signed", by = context.names.of(m, one.by), protocol = one.protocol_number.to_string()))
            " " (clock.both(one.signed_at))
        }
    }
}

fn headline(m: Messages, one: &Written) -> String {
    let envelope = &one.envelope;
    t!(
        m,
        "prescription-headline",
        number = one.number.to_string(),
        lozenges = envelope.lozenges,
        strength = envelope.strength_mg
    )
}

fn stated(frame: &Frame<'_>, envelope: &Envelope) -> Markup {
    let m = frame.messages();
    let row = |name: String, said: String| html! { div { dt { (name) } dd { (said) } } };
    let booster = match envelope.booster {
        Some(booster) => {
            t!(m, "prescription-booster-up-to", mg = booster.mg, minute = booster.earliest_minute)
        }
        None => t!(m, "prescription-no-booster"),
    };
    html! {
        (row(t!(m, "prescription-tier"), tier(m, envelope.tier)))
        (row(t!(m, "prescription-most"), t!(m, "prescription-mg", mg = envelope.most_mg_per_session)))
        (row(t!(m, "prescription-booster"), booster))
        (row(t!(m, "prescription-hold"), t!(m, "prescription-minutes", minutes = envelope.hold_minutes)))
        (row(t!(m, "prescription-afterwards"), afterwards(m, envelope.afterwards)))
        (row(t!(m, "prescription-until"), frame.clock().day(envelope.valid_until)))
        (row(t!(m, "stock-custody"), custody(m, envelope.custody)))
        @if let Some(reason) = &envelope.reason_above_usual_cap {
            (row(t!(m, "prescription-above"), reason.clone()))
        }
    }
}

/// The count of lozenges: what came, what went, what ought to be there.
fn counts(m: Messages, one: &Written) -> Markup {
    let count = one.count();
    let said = match count.left {
        Some(left) => t!(m, "prescription-counted", came = count.came, gone = count.gone, left = left),
        None => t!(m, "prescription-not-counted"),
    };
    html! {
        div {
            dt { (t!(m, "prescription-lozenges-counted")) }
            dd { (said) @if one.count_asked { " " (level(Level::Look, &t!(m, "stock-count-asked"))) } }
        }
    }
}

fn custody(m: Messages, custody: Custody) -> String {
    match custody {
        Custody::Client => t!(m, "stock-custody-client"),
        Custody::Practice => t!(m, "stock-custody-practice"),
    }
}

fn tier(m: Messages, tier: DoseTier) -> String {
    match tier {
        DoseTier::Psycholytic => t!(m, "prescription-psycholytic"),
        DoseTier::Moderate => t!(m, "prescription-moderate"),
    }
}

fn afterwards(m: Messages, afterwards: Afterwards) -> String {
    match afterwards {
        Afterwards::Swallow => t!(m, "prescription-swallow"),
        Afterwards::Spit => t!(m, "prescription-spit"),
    }
}

/// A choice without script, where none is chosen beforehand.
fn choices(name: &str, legend: &str, choices: &[(&str, String)], chosen: &str) -> Markup {
    html! {
        fieldset {
            legend { (legend) }
            @for (value, words) in choices {
                label.choice for={ (name) "-" (value) } {
                    input id={ (name) "-" (value) } type="radio" name=(name) value=(value) required
                        checked[chosen == *value];
                    (words)
                }
            }
        }
    }
}

/// The form of a new prescription, for those who sign it.
pub(super) fn new(frame: &Frame<'_>, context: &Prescription) -> Markup {
    let Some(typed) = &context.envelope else { return html! {} };
    let m = frame.messages();
    html! {
        section.sheet aria-labelledby="new" {
            h2 id="new" { (t!(m, "prescription-new")) }
            @match &context.limits {
                Some(limits) => (envelope::form(frame, context, *limits, typed)),
                None => {
                    p { (t!(m, "prescription-no-protocol")) }
                    p.go { (link(Weight::Ordinary, &Route::Protocol.path(), &t!(m, "screening-to-protocol"))) }
                }
            }
        }
    }
}

/// Takes one back. Several may stand on the page, so each field's id carries the number.
fn revoke(frame: &Frame<'_>, context: &Prescription, one: &Written, typed: &Typed) -> Markup {
    let m = frame.messages();
    let action = format!("{}/revocation", context.subject.at(Place::Prescription).path());
    let number = one.number.to_string();
    let here = typed.get("number") == number;
    let error = typed.error(m, "reason").filter(|_| here);
    let id = format!("revoke-{number}");
    html! {
        details open[here && typed.came_back()] {
            summary { (t!(m, "prescription-revoke")) }
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                input type="hidden" name="number" value=(number);
                @if here { (typed.error_atop(m, &["reason"])) }
                div.field.wrong[error.is_some()] {
                    label for=(id) { (t!(m, "prescription-revoke-reason")) }
                    @if let Some(error) = &error { p.error id={ (id) "-error" } { (error) } }
                    textarea id=(id) name="reason" rows="3" required maxlength=(WORDS_CHARACTERS_MAX)
                        aria-invalid=[error.as_ref().map(|_| "true")]
                        aria-describedby=[error.as_ref().map(|_| format!("{id}-error"))]
                    { "\n" @if here { (typed.get("reason")) } }
                }
                div.go { (submit(Weight::Ordinary, &t!(m, "prescription-take-back"))) }
            }
        }
    }
}
