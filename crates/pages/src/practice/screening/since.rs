//! What has come since the decision: new facts, what they raised, and what sessions and check-ins told.

use std::collections::BTreeMap;

use jiff::Timestamp;
use journey::health_history::{Fact, FactId};
use journey::task::Kind;
use maud::{Markup, html};

use super::{Screening, words};
use crate::components::level::{Level, level};
use crate::frame::Frame;
use crate::practice::medical::{self, provenance};
use crate::practice::tasks::kind_words;
use crate::t;

/// Facts that are shown before they fold.
const OPEN_MAX: usize = 8;

/// What has come since the latest decision was signed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Since {
    /// Facts that came or were corrected.
    pub facts: Vec<FactId>,
    /// Rules that raised a finding which the decision had not seen.
    pub raised: Vec<String>,
    /// What sessions and check-ins told, and when.
    pub told: Vec<(Kind, Timestamp)>,
    /// Whether it is since a page was opened on which somebody decided, and not since the decision.
    pub on_this_page: bool,
}

impl Since {
    fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.raised.is_empty() && self.told.is_empty()
    }
}

/// The section; nothing where nothing has come.
pub(super) fn section(frame: &Frame<'_>, context: &Screening) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let since = &context.since;
    if since.is_empty() {
        return html! {};
    }
    let known: BTreeMap<&FactId, &Fact> = context.history.facts.iter().map(|fact| (&fact.id, fact)).collect();
    let facts: Vec<&Fact> = since.facts.iter().filter_map(|id| known.get(id).copied()).collect();
    let (open, folded) = facts.split_at(facts.len().min(OPEN_MAX));
    html! {
        section.since-decision aria-labelledby="since" {
            h2 id="since" {
                @if since.on_this_page { (t!(m, "screening-since-page")) } @else { (t!(m, "screening-since")) }
            }
            ul.eyes {
                @for rule in &since.raised {
                    li {
                        (level(Level::Look, &t!(m, "screening-since-raised")))
                        span { (words::of_rule(m, rule).unwrap_or_else(|| rule.replace('-', " "))) }
                    }
                }
                @for (kind, at) in &since.told {
                    li {
                        (level(Level::Look, &t!(m, "screening-since-told")))
                        span { (kind_words(m, *kind)) " · " (clock.date(*at)) }
                    }
                }
                @for fact in open { (new_fact(frame, context, fact)) }
            }
            @if !folded.is_empty() {
                details {
                    summary { (t!(m, "screening-since-more", count = folded.len())) }
                    ul.eyes { @for fact in folded { (new_fact(frame, context, fact)) } }
                }
            }
        }
    }
}

fn new_fact(frame: &Frame<'_>, context: &Screening, fact: &Fact) -> Markup {
    let m = frame.messages();
    let corrected = context.history.corrections.contains_key(&fact.id);
    let mark = if corrected { t!(m, "screening-since-corrected") } else { t!(m, "screening-since-new") };
    html! {
        li {
            (level(Level::Inform, &mark))
            span {
                span.fired { (fact.text) }
                @if let Some(measured) = medical::measured(fact) { " · " (measured) }
                " · " (medical::kind(m, fact.kind)) ", " (medical::status(m, fact.kind, fact.status))
                span.fine.quiet.whence { (provenance(frame, &context.history, &context.names, fact)) }
            }
        }
    }
}
