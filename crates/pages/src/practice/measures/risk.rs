//! Answers that ask for a person's look, and what was found.

use journey::scale::{Acuity, RiskLevel, RiskSource};
use maud::{Markup, html};

use super::{Measures, WORDS_CHARACTERS_MAX, has_risk};
use crate::components::field::{Field, Kind, came_back};
use crate::components::level::{Level, level};
use crate::components::{button, refusal};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::Place;
use crate::t;

pub(super) fn signs(frame: &Frame<'_>, measures: &Measures) -> Markup {
    if !has_risk(measures) {
        return html! {};
    }
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        section aria-labelledby="risk" {
            h2 id="risk" { (t!(m, "measures-risk-title")) }
            ul.lines {
                @for (source, at, arrived) in &measures.open {
                    li {
                        p { (level(Level::Acts, &sign(m, source))) }
                        p.small.quiet {
                            @if clock.near(*at) == clock.near(*arrived) { (clock.both(*at)) }
                            @else { (t!(m, "tasks-said", said = clock.near(*at), arrived = clock.near(*arrived))) }
                        }
                    }
                }
                @for one in &measures.assessments {
                    li {
                        p { (follows(m, one.level)) }
                        p.reason { (one.words) }
                        p.small.quiet {
                            @if let Some(by) = &one.by { (by) " · " }
                            (clock.both(one.at))
                        }
                    }
                }
            }
        }
    }
}

fn sign(m: Messages, source: &RiskSource) -> String {
    match source {
        RiskSource::Item { item, .. } => t!(m, "measures-sign-item", item = i64::from(*item)),
        RiskSource::ItemLeftOut { item, .. } => t!(m, "measures-sign-left-out", item = i64::from(*item)),
        RiskSource::Intake => t!(m, "measures-sign-intake"),
        RiskSource::Screen { acuity: Acuity::Acute, .. } => t!(m, "measures-sign-acute"),
        RiskSource::Screen { acuity: Acuity::NotAcute, .. } => t!(m, "measures-sign-positive"),
        RiskSource::Screen { acuity: Acuity::NotKnown, .. } => t!(m, "measures-sign-not-known"),
        RiskSource::CheckIn { day, .. } => t!(m, "measures-sign-check-in", day = i64::from(*day)),
    }
}

fn follows(m: Messages, of: RiskLevel) -> Markup {
    match of {
        RiskLevel::Usual => level(Level::Holds, &t!(m, "measures-usual")),
        RiskLevel::Raised => level(Level::Look, &t!(m, "measures-raised")),
        RiskLevel::Acute => level(Level::Stops, &t!(m, "measures-acute")),
    }
}

pub(super) fn assess(frame: &Frame<'_>, measures: &Measures) -> Markup {
    let m = frame.messages();
    let Some(form) = measures.form.as_ref().filter(|_| has_risk(measures)) else { return html! {} };
    let error = form.refusal.as_ref().map(|found| refusal::words(m, found));
    let levels = [
        ("usual", t!(m, "measures-usual"), t!(m, "measures-usual-says")),
        ("raised", t!(m, "measures-raised"), t!(m, "measures-raised-says")),
        ("acute", t!(m, "measures-acute"), t!(m, "measures-acute-says")),
    ];
    let action = format!("{}/risk", measures.subject.at(Place::Measures).path());
    html! {
        section.sheet.no-print aria-labelledby="assess" {
            h2 id="assess" { (t!(m, "measures-assess")) }
            (came_back(m, usize::from(form.refusal.is_some())))
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                (Field::new("words", &t!(m, "measures-found"), Kind::Long).value(&form.words)
                    .error(error.as_deref()).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                fieldset {
                    legend.visually-hidden { (t!(m, "measures-follows")) }
                    @for (value, words, says) in &levels {
                        label.choice for={ "level-" (value) } {
                            input id={ "level-" (value) } type="radio" name="level" value=(value) required
                                checked[form.level == *value];
                            span { (words) br; span.small.quiet { (says) } }
                        }
                    }
                }
                div.go { (button::submit(button::Weight::Ordinary, &t!(m, "measures-keep"))) }
            }
        }
    }
}
