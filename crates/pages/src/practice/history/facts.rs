//! The facts by kind: those of the same words together, the newest of them first.

use std::cmp::Reverse;

use jiff::civil::Date;
use journey::health_history::{Detail, Fact, FactKind, FactStatus};
use maud::{Markup, html};

use super::History;
use crate::frame::Frame;
use crate::messages::Messages;
use crate::practice::medical::{self, measured, partial, provenance};
use crate::t;

/// Rows of one kind that are shown before the rest folds.
const ROWS_OPEN_MAX: usize = 12;

const KINDS: [FactKind; 7] = [
    FactKind::Condition,
    FactKind::Medicine,
    FactKind::Allergy,
    FactKind::Pregnancy,
    FactKind::Observation,
    FactKind::Procedure,
    FactKind::FamilyHistory,
];

/// Facts of the same words and status, newest first.
struct Row<'a> {
    facts: Vec<&'a Fact>,
}

impl<'a> Row<'a> {
    fn newest(&self) -> Option<&'a Fact> {
        self.facts.first().copied()
    }
}

/// Every fact, by kind.
pub(super) fn groups(frame: &Frame<'_>, context: &History) -> Markup {
    let mut facts = context.history.current();
    // A plain "no" of the intake stands beside its question, above.
    facts.retain(|fact| {
        fact.status != FactStatus::Refuted || !fact.id.0.starts_with("intake/") || is_corrected(context, fact)
    });
    html! {
        @for kind in KINDS {
            @let rows = rows(&facts, kind);
            @if !rows.is_empty() { (group(frame, context, kind, &rows)) }
        }
    }
}

fn is_corrected(context: &History, fact: &Fact) -> bool {
    context.history.corrections.contains_key(&fact.id)
}

/// Rows of one kind: what may be so now first, then the newest.
fn rows(facts: &[Fact], kind: FactKind) -> Vec<Row<'_>> {
    let mut of_kind: Vec<&Fact> = facts.iter().filter(|fact| fact.kind == kind).collect();
    of_kind.sort_by_key(|fact| (&fact.text, order(fact.status), Reverse(latest(fact))));
    let same = |one: &&Fact, next: &&Fact| one.text == next.text && order(one.status) == order(next.status);
    let mut rows: Vec<Row<'_>> = of_kind.chunk_by(same).map(|facts| Row { facts: facts.to_vec() }).collect();
    rows.sort_by_key(|row| row.newest().map(|fact| (order(fact.status), Reverse(latest(fact)))));
    rows
}

fn latest(fact: &Fact) -> Option<Date> {
    fact.date.as_ref().map(|date| date.latest())
}

/// What may be so now comes first, and what was shown to be wrong last.
fn order(status: FactStatus) -> u8 {
    match status {
        FactStatus::Active => 0,
        FactStatus::Unknown => 1,
        FactStatus::Planned => 2,
        FactStatus::Past => 3,
        FactStatus::NotTaken => 4,
        FactStatus::Refuted => 5,
        FactStatus::EnteredInError => 6,
    }
}

fn group(frame: &Frame<'_>, context: &History, kind: FactKind, rows: &[Row<'_>]) -> Markup {
    let m = frame.messages();
    let (open, folded) = rows.split_at(rows.len().min(ROWS_OPEN_MAX));
    let id = format!("facts-{}", kind.word());
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (medical::kind(m, kind)) }
            ul.known { @for row in open { li { (drawn(frame, context, row)) } } }
            @if !folded.is_empty() {
                details {
                    summary { (t!(m, "history-more", count = folded.len())) }
                    ul.known { @for row in folded { li { (drawn(frame, context, row)) } } }
                }
            }
        }
    }
}

fn drawn(frame: &Frame<'_>, context: &History, row: &Row<'_>) -> Markup {
    let m = frame.messages();
    let Some(newest) = row.newest() else { return html! {} };
    let wrong = matches!(newest.status, FactStatus::Refuted | FactStatus::EnteredInError);
    html! {
        div.known-head {
            h3.wrong-fact[wrong] { (newest.text) }
            @if !is_measured(newest) { span.known-status { (medical::status(m, newest.kind, newest.status)) } }
        }
        (said(frame, newest))
        (correction(frame, context, newest))
        p.fine.quiet { (provenance(frame, &context.history, &context.names, newest)) }
        @if let [_, earlier @ ..] = row.facts.as_slice() {
            @if !earlier.is_empty() {
                details.earlier {
                    summary { (t!(m, "history-earlier", count = earlier.len())) }
                    ul {
                        @for fact in earlier {
                            li {
                                (said(frame, fact))
                                p.fine.quiet { (provenance(frame, &context.history, &context.names, fact)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A measurement or a procedure that was done: its date says all of it.
fn is_measured(fact: &Fact) -> bool {
    matches!(fact.kind, FactKind::Observation | FactKind::Procedure) && fact.status == FactStatus::Past
}

/// Value, dates, details, and what the rules take it for, in one line.
pub(in crate::practice) fn said(frame: &Frame<'_>, fact: &Fact) -> Markup {
    let m = frame.messages();
    let since = fact.date.as_ref().map(|date| match fact.kind {
        FactKind::Observation | FactKind::Procedure => partial(frame, date),
        _ if fact.status == FactStatus::Past => partial(frame, date),
        _ => t!(m, "history-since", date = partial(frame, date)),
    });
    let until = fact.end.as_ref().map(|end| t!(m, "history-until", date = partial(frame, end)));
    let details = fact.details.iter().filter_map(|detail| self::detail(m, detail));
    let taken_for =
        medical::concepts(m, fact).into_iter().map(|concept| t!(m, "history-read-as", concept = concept));
    let parts: Vec<String> =
        measured(fact).into_iter().chain(since).chain(until).chain(details).chain(taken_for).collect();
    html! { @if !parts.is_empty() { p.small { (parts.join(" · ")) } } }
}

/// What the record states besides, unless the status says it already.
fn detail(m: Messages, detail: &Detail) -> Option<String> {
    match (detail.name.as_str(), detail.text.as_str()) {
        ("clinical_status" | "status" | "intent" | "category" | "type", _)
        | ("verification", "confirmed") => None,
        ("modifier_extension", _) => Some(t!(m, "history-modifier")),
        (name, text) if name.ends_with("_not_understood") => {
            Some(t!(m, "history-date-not-understood", text = text))
        }
        (_, text) => Some(text.to_owned()),
    }
}

fn correction(frame: &Frame<'_>, context: &History, fact: &Fact) -> Markup {
    let m = frame.messages();
    html! {
        @if let Some(correction) = context.history.corrections.get(&fact.id) {
            p.small {
                (t!(m, "history-corrected", by = context.names.of(m, correction.by), on = frame.clock().date(correction.at)))
                " " span.reason { (correction.evidence) }
            }
        }
    }
}
