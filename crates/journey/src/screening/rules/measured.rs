//! Body weights and heart rates that can hardly be; nothing is computed from them, and a person looks.

use super::{Known, KnownFact};
use crate::health_history::{Component, WEIGHT_KG};
use crate::protocol::Range;
use crate::screening::flag::Implausible;

/// Values that cannot be, of any day: an old slip may still be what somebody computes with.
pub(super) fn implausible(known: &Known<'_>, heart_rate_per_minute: Range) -> Vec<Implausible> {
    let weights = odd(known, "weight", |component| match component.kilograms() {
        None => Some("a weight in a unit not understood"),
        Some(kilograms) if !WEIGHT_KG.contains(&kilograms) => Some("hardly a possible weight"),
        Some(_) => None,
    });
    let possible = heart_rate_per_minute.low as f64..=heart_rate_per_minute.high as f64;
    let rates = odd(known, "heart-rate", |component| {
        (!possible.contains(&component.value)).then_some("hardly a possible heart rate")
    });
    [weights, rates].concat()
}

fn odd(
    known: &Known<'_>,
    concept: &str,
    why: impl Fn(&Component) -> Option<&'static str>,
) -> Vec<Implausible> {
    let listed = |measured: &KnownFact<'_>| {
        let component = measured.fact.value.as_ref()?.components.first()?;
        let text = format!("{} {} {}", measured.fact.text, component.value, component.unit);
        let why = why(component)?.to_owned();
        Some(Implausible { fact: measured.fact.id.clone(), text: text.trim_end().to_owned(), why })
    };
    known.dated(concept).into_iter().filter_map(listed).collect()
}
