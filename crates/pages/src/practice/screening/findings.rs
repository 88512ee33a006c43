//! The findings: those that stop first, then those that ask for a look, then the rest.

use std::collections::BTreeMap;

use jiff::civil::Date;
use journey::health_history::{CodeSystem, Fact, FactId, FactStatus, Part};
use journey::screening::{Because, Flag, FlagLevel, Implausible, MissingItem, NotUnderstood, Qualifier};
use maud::{Markup, html};

use super::form::flag_id;
use super::{Screening, Under, asked, decision, since, unread, words, work_up};
use crate::components::level::{Level, level};
use crate::frame::Frame;
use crate::messages::Messages;
use crate::practice::history::said;
use crate::practice::medical::{self, figure, partial, provenance, source};
use crate::route::Place;
use crate::t;

/// The page with its facts by their names.
struct Read<'a> {
    context: &'a Screening,
    facts: BTreeMap<&'a FactId, &'a Fact>,
}

impl<'a> Read<'a> {
    fn new(context: &'a Screening) -> Self {
        Read { context, facts: context.history.facts.iter().map(|fact| (&fact.id, fact)).collect() }
    }

    /// Where a fact comes from, in small print.
    fn whence(&self, frame: &Frame<'_>, id: &FactId) -> Markup {
        let fact = self.facts.get(id);
        html! {
            @if let Some(fact) = fact {
                span.fine.quiet.whence { (provenance(frame, &self.context.history, &self.context.names, fact)) }
            }
        }
    }
}

/// Everything found, and everything that no rule understood.
pub(super) fn found(frame: &Frame<'_>, context: &Screening, under: &Under) -> Markup {
    let m = frame.messages();
    let found = &under.found;
    let of =
        |wanted: FlagLevel| found.flags.iter().filter(move |flag| flag.level == wanted).collect::<Vec<_>>();
    let (stops, looks, informs) = (of(FlagLevel::Block), of(FlagLevel::Warn), of(FlagLevel::Inform));
    let page = Read::new(context);
    let read =
        t!(m, "screening-read", on = frame.clock().day(found.as_of), number = under.number.to_string());
    html! {
        p.quiet.small.lead-in { (read) }
        (since::section(frame, context))
        @if !stops.is_empty() || !found.missing.is_empty() {
            section aria-labelledby="stops" {
                h2 id="stops" { (t!(m, "screening-stops-title")) }
                ul.flags {
                    @for flag in &stops { (drawn(frame, &page, flag)) }
                    @for item in &found.missing { (missing(frame, &page, item)) }
                }
            }
        }
        @if stops.is_empty() && found.missing.is_empty() {
            section aria-labelledby="stops" {
                h2 id="stops" { (t!(m, "screening-stops-title")) }
                p.none { (t!(m, "screening-no-stops")) }
            }
        }
        @if !looks.is_empty() {
            section aria-labelledby="looks" {
                h2 id="looks" { (t!(m, "screening-looks-title")) }
                ul.flags { @for flag in &looks { (drawn(frame, &page, flag)) } }
            }
        }
        (eyes(frame, &page, under, &informs))
        (work_up::section(frame, context, under))
        (asked::section(frame, context, under))
    }
}

fn drawn(frame: &Frame<'_>, page: &Read<'_>, flag: &Flag) -> Markup {
    let m = frame.messages();
    let mark = match flag.level {
        FlagLevel::Block => level(Level::Stops, &t!(m, "screening-mark-stops")),
        FlagLevel::Warn => level(Level::Look, &t!(m, "screening-mark-look")),
        FlagLevel::Inform => level(Level::Inform, &t!(m, "screening-mark-inform")),
    };
    let (about, title) = (asked::of_flag(flag), words::title(m, flag));
    html! {
        li.flag id=(flag_id(flag)) tabindex="-1" {
            div { (mark) }
            div {
                h3 { (title) }
                @if !flag.because.is_empty() {
                    ul.because { @for because in &flag.because { (reason(frame, page, because)) } }
                }
                @if flag.qualifier == Qualifier::Unknown { p.small.stricter { (t!(m, "screening-stricter")) } }
                dl {
                    @if let Some(limit) = &flag.limit {
                        div { dt { (t!(m, "screening-limit")) } dd { (limit_in_words(m, limit)) } }
                    }
                    div { dt { (t!(m, "screening-source")) } dd { (source(frame, &flag.source, flag.certainty)) } }
                    div { dt { (t!(m, "screening-settled-by")) } dd { (words::settled_by(m, flag)) } }
                }
                (asked::beside(frame, page.context, &about))
                (decision::answer(frame, page.context, flag))
                (asked::form(frame, page.context, &about, &title))
            }
        }
    }
}

/// The fact as it was imported, with its date and where it comes from.
fn reason(frame: &Frame<'_>, page: &Read<'_>, because: &Because) -> Markup {
    let m = frame.messages();
    let fact = page.facts.get(&because.fact);
    let since = fact.and_then(|fact| fact.date.as_ref()).map(|date| partial(frame, date));
    let says = html! {
        span.fired { (without_date(&because.text)) }
        @if let Some(since) = since { " · " (since) }
        @if let Some(unconfirmed) = &because.unconfirmed_since {
            " · " (t!(m, "screening-unconfirmed", date = partial(frame, unconfirmed)))
        }
    };
    html! {
        li {
            @match fact {
                Some(fact) => details.as-told { summary { span { (says) } } (as_told(frame, fact)) },
                None => (says),
            }
            (page.whence(frame, &because.fact))
        }
    }
}

/// The fact as its source told it: where it stands, what else it states, and under which codes.
fn as_told(frame: &Frame<'_>, fact: &Fact) -> Markup {
    let m = frame.messages();
    html! {
        p.small { (medical::kind(m, fact.kind)) ", " (medical::status(m, fact.kind, fact.status)) }
        (said(frame, fact))
        @if !fact.codes.is_empty() {
            ul.small.codes {
                @for code in &fact.codes {
                    li {
                        span.quiet { (system(&code.system)) } " " (code.code)
                        @if let Some(display) = &code.display { " · " (display) }
                    }
                }
            }
        }
    }
}

/// A code system as people call it.
fn system(system: &CodeSystem) -> &str {
    match system {
        CodeSystem::Snomed => "SNOMED CT",
        CodeSystem::Icd10 => "ICD-10",
        CodeSystem::Icd9 => "ICD-9",
        CodeSystem::RxNorm => "RxNorm",
        CodeSystem::Loinc => "LOINC",
        CodeSystem::Atc => "ATC",
        CodeSystem::Other(address) => address,
    }
}

/// A pressure's words end in its date as machines write it; ours stands beside them.
fn without_date(text: &str) -> &str {
    match text.rsplit_once(" (") {
        Some((words, date)) if date.trim_end_matches(')').parse::<Date>().is_ok() => words,
        _ => text,
    }
}

/// `>= 160/100 mmHg on 2 readings` and `365 days`, as people write them.
fn limit_in_words(m: Messages, limit: &str) -> String {
    let (limit, readings) = match limit.split_once(" on ") {
        Some((limit, rest)) => (limit, rest.split(' ').next()),
        None => (limit, None),
    };
    let said = match limit.rsplit_once(' ') {
        Some((value, unit)) => figure(m, value, unit),
        None => limit.to_owned(),
    };
    match readings {
        Some(readings) => t!(m, "screening-limit-readings", limit = said, readings = readings),
        None => said,
    }
}

fn missing(frame: &Frame<'_>, page: &Read<'_>, item: &MissingItem) -> Markup {
    let m = frame.messages();
    let (named, filled_by) = words::missing(m, item);
    let about = asked::of_missing(item);
    html! {
        li.flag id={ "missing-" (item.item) } tabindex="-1" {
            div { (level(Level::Missing, &t!(m, "screening-mark-missing"))) }
            div {
                h3 { (named) }
                p { (t!(m, "screening-missing-no-pass")) }
                dl {
                    div { dt { (t!(m, "screening-source")) } dd { (source(frame, &item.source, item.certainty)) } }
                    div { dt { (t!(m, "screening-settled-by")) } dd { (filled_by) } }
                }
                (asked::beside(frame, page.context, &about))
                (to_write_in(m, page, item))
                (asked::form(frame, page.context, &about, &named))
            }
        }
    }
}

/// The way to write in by hand what is missing, where the reader may.
fn to_write_in(m: Messages, page: &Read<'_>, item: &MissingItem) -> Markup {
    let part = match item.item.as_str() {
        "liver-tests" => "alt",
        "kidney-tests" => "creatinine",
        other => other,
    };
    let known = Part::ALL.into_iter().find(|one| one.name() == part);
    html! {
        @if let Some(part) = known.filter(|_| page.context.writes) {
            @let history = page.context.subject.at(Place::History).path();
            p.way.no-print {
                a href={ (history) "?part=" (part.name()) "#work-up" } { (t!(m, "screening-write-in")) }
            }
        }
    }
}

/// What is good to know, what can hardly be, and what nobody but a person can read.
fn eyes(frame: &Frame<'_>, page: &Read<'_>, under: &Under, informs: &[&Flag]) -> Markup {
    let m = frame.messages();
    let found = &under.found;
    let facts = page.context.history.facts.len();
    let (plain, read): (Vec<_>, Vec<_>) = found.not_understood.iter().partition(|group| group.no_bearing);
    let (read, unread): (Vec<_>, Vec<_>) =
        read.into_iter().partition(|group| unread::read_by(page.context, group).is_some());
    let (open, over): (Vec<_>, Vec<_>) =
        unread.into_iter().partition(|group| group.status != FactStatus::Past);
    let numbered = |from: usize, groups: &[&NotUnderstood]| -> Vec<Markup> {
        (from..).zip(groups).map(|(place, group)| not_understood(frame, page, place, group)).collect()
    };
    html! {
        section aria-labelledby="eyes" {
            h2 id="eyes" tabindex="-1" { (t!(m, "screening-eyes-title")) }
            @if !informs.is_empty() { ul.flags { @for flag in informs { (drawn(frame, page, flag)) } } }
            ul.eyes {
                @for odd in &found.implausible { (implausible(m, odd)) }
                @for group in numbered(0, &open) { (group) }
                @if found.implausible.is_empty() && found.not_understood.is_empty() {
                    li { (level(Level::Holds, &t!(m, "screening-all-understood"))) span {} }
                }
            }
            @if !over.is_empty() {
                details {
                    summary { (t!(m, "screening-over", count = over.len())) }
                    ul.eyes { @for group in numbered(open.len(), &over) { (group) } }
                }
            }
            @if let Some(typed) = page.context.reads.as_ref().filter(|_| !open.is_empty() || !over.is_empty()) {
                (unread::form(frame, page.context, typed))
            }
            @if !read.is_empty() {
                details {
                    summary { (t!(m, "screening-were-read", count = read.len())) }
                    ul.eyes { @for group in &read { (was_read(frame, page, group)) } }
                }
            }
            @if !plain.is_empty() {
                details {
                    summary { (t!(m, "screening-plain", count = plain.len())) }
                    ul.eyes { @for group in plain { (listed(frame, page, group, html! {})) } }
                }
            }
            p.to-history {
                a href=(page.context.subject.at(Place::History).path()) { (t!(m, "screening-all-facts", facts = facts)) }
            }
        }
    }
}

fn implausible(m: Messages, odd: &Implausible) -> Markup {
    let why = match odd.why.as_str() {
        "a pressure in a unit not understood" => t!(m, "screening-odd-unit"),
        "the upper pressure is not above the lower" => t!(m, "screening-odd-order"),
        "hardly a possible pressure" => t!(m, "screening-odd-pressure"),
        "a pregnancy longer than any" => t!(m, "screening-odd-pregnancy"),
        "a value below nothing" => t!(m, "screening-odd-negative"),
        "hardly a possible value in this unit" => t!(m, "screening-odd-value-range"),
        "a pregnancy test that says a number and no result" => t!(m, "screening-odd-pregnancy-number"),
        "a value in a unit not understood" => t!(m, "screening-odd-value"),
        other => other.to_owned(),
    };
    html! { li { (level(Level::Look, &t!(m, "screening-odd"))) span { span.fired { (odd.text) } " · " (why) } } }
}

fn not_understood(frame: &Frame<'_>, page: &Read<'_>, place: usize, group: &NotUnderstood) -> Markup {
    listed(frame, page, group, unread::mark(frame, page.context, place, group))
}

fn was_read(frame: &Frame<'_>, page: &Read<'_>, group: &NotUnderstood) -> Markup {
    let by = unread::read_by(page.context, group).map(|by| unread::read(frame, page.context, by));
    listed(frame, page, group, by.unwrap_or_default())
}

/// A group in the record's own words, with what stands under it.
fn listed(frame: &Frame<'_>, page: &Read<'_>, group: &NotUnderstood, under: Markup) -> Markup {
    let m = frame.messages();
    let kind = medical::kind(m, group.kind);
    let times = group.facts.len();
    html! {
        li {
            (level(Level::Inform, &t!(m, "screening-not-understood")))
            span {
                span.fired { (group.text) }
                " · " (kind) ", " (medical::status(m, group.kind, group.status))
                @if times > 1 { " · " (t!(m, "screening-times", times = times)) }
                @if let Some(id) = group.facts.first() { (page.whence(frame, id)) }
                (under)
            }
        }
    }
}
