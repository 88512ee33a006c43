//! What the protocol starts a first session with, and what a prescription asks to be seen.

use journey::prescription::{FirstSession, Notice, Reduced};
use maud::{Markup, html};

use crate::components::level::{Level, level};
use crate::messages::Messages;
use crate::practice::medical::figure;
use crate::t;

/// The figure in a sentence; a number that a person types stays theirs.
pub(super) fn said(m: Messages, first: &FirstSession) -> String {
    if first.reduced.is_empty() {
        return t!(m, "prescription-first", mg = first.mg);
    }
    let because: Vec<String> = first.reduced.iter().map(|one| reduced(m, *one)).collect();
    t!(m, "prescription-first-reduced", mg = first.mg, because = because.join(", "))
}

fn reduced(m: Messages, reduced: Reduced) -> String {
    match reduced {
        Reduced::Age { years } => t!(m, "prescription-reduced-age", years = years),
        Reduced::AgeNotKnown => t!(m, "prescription-reduced-age-not-known"),
        Reduced::Weight { tenths_kg } => {
            t!(m, "prescription-reduced-weight", weight = figure(m, &tenths_kg.to_string(), "0.1 kg"))
        }
        Reduced::WeightNotKnown => t!(m, "prescription-reduced-weight-not-known"),
    }
}

/// What a prescription in force asks to be seen.
pub(super) fn notices(m: Messages, notices: &[Notice]) -> Markup {
    html! {
        @for notice in notices {
            p.small {
                (level(Level::Look, &match notice {
                    Notice::AboveFirstSession { mg } => t!(m, "prescription-above-first", mg = *mg),
                    Notice::BelowTier { mg } => t!(m, "prescription-below-tier", mg = *mg),
                }))
            }
        }
    }
}
