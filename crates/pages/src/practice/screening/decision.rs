//! The prescriber's decision: an answer beside each finding that stops, then the whole.

use journey::Refusal;
use journey::clearance::{Decided, Decision, FlagSays};
use journey::screening::{ClearsBy, Flag, FlagLevel};
use maud::{Markup, html};

use super::form::{FORM, leads, shared};
use super::words::{self, title};
use super::{Screening, Standing, Under};
use crate::components::button::{Weight, submit};
use crate::components::field::{Field, Kind};
use crate::components::level::{Level, level};
use crate::components::refusal;
use crate::frame::Frame;
use crate::messages::Messages;
use crate::practice::medical::{Typed, WORDS_CHARACTERS_MAX};
use crate::t;

/// Every decision, as the form and the record name it.
const DECISIONS: [Decision; 4] =
    [Decision::Cleared, Decision::ClearedWithConditions, Decision::Deferred, Decision::NotCleared];

/// The value of a decision in the form.
fn decision_name(decision: Decision) -> &'static str {
    match decision {
        Decision::Cleared => "cleared",
        Decision::ClearedWithConditions => "cleared-with-conditions",
        Decision::Deferred => "deferred",
        Decision::NotCleared => "not-cleared",
    }
}

/// Reads the value of a decision.
pub fn decision_from_name(name: &str) -> Option<Decision> {
    DECISIONS.into_iter().find(|decision| decision_name(*decision) == name)
}

fn word(m: Messages, decision: Decision) -> String {
    match decision {
        Decision::Cleared => t!(m, "screening-cleared-word"),
        Decision::ClearedWithConditions => t!(m, "screening-conditions-word"),
        Decision::Deferred => t!(m, "screening-deferred-word"),
        Decision::NotCleared => t!(m, "screening-not-cleared-word"),
    }
}

/// The answer in force to one finding, beside it; and the form of a new one for those who decide.
pub(super) fn answer(frame: &Frame<'_>, context: &Screening, flag: &Flag) -> Markup {
    html! { (answered(frame, context, flag)) (answering(frame, context, flag)) }
}

/// What a clearance in force says to the finding.
fn answered(frame: &Frame<'_>, context: &Screening, flag: &Flag) -> Markup {
    let m = frame.messages();
    let holds = matches!(context.standing, Standing::Cleared(_));
    let answers = context.decisions.last().filter(|_| holds).map(|decided| &decided.judgement.answers);
    let said = answers.and_then(|answers| answers.iter().find(|answer| answer.rule == flag.rule));
    html! {
        @if let Some(said) = said.filter(|said| said.says == FlagSays::MayGoAhead) {
            p.answered { (level(Level::Holds, &t!(m, "screening-answered"))) }
            p.small.reason { (said.reason) }
        }
    }
}

fn answering(frame: &Frame<'_>, context: &Screening, flag: &Flag) -> Markup {
    let m = frame.messages();
    let Some(form) = context.form.as_ref().filter(|_| flag.level == FlagLevel::Block) else {
        return html! {};
    };
    if flag.clears_by != ClearsBy::Decision {
        return html! {};
    }
    let (says, reason) = (format!("says-{}", flag.rule), format!("reason-{}", flag.rule));
    let unanswered = matches!(&form.refusal, Some(Refusal::FlagUnanswered { rule }) if *rule == flag.rule);
    let no_reason = form.refusal == Some(Refusal::ReasonMissing)
        && !form.get(&says).is_empty()
        && form.get(&reason).trim().is_empty();
    let choices = [("may-go-ahead", t!(m, "screening-may")), ("stands", t!(m, "screening-stands"))];
    html! {
        fieldset.answer-flag {
            legend { (t!(m, "screening-your-answer")) span.visually-hidden { ": " (title(m, flag)) } }
            @if unanswered || no_reason {
                p.error { (refusal::words(m, form.refusal.as_ref().unwrap_or(&Refusal::ReasonMissing))) }
            }
            @for (value, words) in &choices {
                label.choice for={ (says) "-" (value) } {
                    input id={ (says) "-" (value) } type="radio" name=(says) value=(value) form=(FORM)
                        checked[form.chose(&says, value)];
                    (words)
                }
            }
            div.field.wrong[no_reason] {
                label for={ "field-" (reason) } { (t!(m, "screening-because")) }
                textarea id={ "field-" (reason) } name=(reason) rows="2" form=(FORM) maxlength=(WORDS_CHARACTERS_MAX)
                    aria-invalid=[no_reason.then_some("true")] { "\n" (form.get(&reason)) }
            }
        }
    }
}

/// What stands beside the findings: the decision in force, and the form for a new one.
pub(super) fn side(frame: &Frame<'_>, context: &Screening, under: &Under) -> Markup {
    html! {
        div.deeds {
            (standing(frame, context))
            @if let Some(form) = &context.form { (sheet(frame, context, under, form)) }
            (earlier(frame, context))
        }
    }
}

fn standing(frame: &Frame<'_>, context: &Screening) -> Markup {
    let m = frame.messages();
    html! {
        @match context.decisions.last() {
            Some(decided) => section.decided aria-labelledby="decided" {
                h2 id="decided" tabindex="-1" { (t!(m, "screening-decided")) }
                @match context.standing {
                    Standing::Reopened => p { (level(Level::Look, &t!(m, "screening-reopened-mark"))) },
                    Standing::Ended(_) => p { (level(Level::Look, &t!(m, "screening-ended-mark"))) },
                    _ => {}
                }
                (told(frame, context, decided))
                (conditions(frame, context, decided))
            },
            None if context.form.is_none() => section.decided aria-labelledby="decided" {
                h2 id="decided" { (t!(m, "screening-decision")) }
                p.quiet { (t!(m, "screening-prescriber-decides")) }
            },
            None => {},
        }
    }
}

fn told(frame: &Frame<'_>, context: &Screening, decided: &Decided) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let judgement = &decided.judgement;
    html! {
        p.verdict { (word(m, judgement.decision)) }
        p.reason { (judgement.reason) }
        dl.facts {
            div { dt { (t!(m, "screening-signed-by")) } dd { (context.names.of(m, decided.by)) } }
            div { dt { (t!(m, "screening-signed-on")) } dd { (clock.both(decided.at)) } }
            @if let Some(until) = judgement.valid_until.filter(|_| judgement.decision.is_yes()) {
                div { dt { (t!(m, "screening-valid-until")) } dd { (frame.clock().day(until)) } }
            }
            @if let Some(words) = &judgement.to_client {
                div {
                    dt { (t!(m, "screening-to-client", name = context.subject.person.first_name())) }
                    dd { (words) }
                }
            }
            div {
                dt { (t!(m, "screening-under-protocol")) }
                dd { (t!(m, "screening-protocol-number", number = decided.protocol_number.to_string())) }
            }
        }
        @if !judgement.answers.is_empty() {
            ul.answers.small {
                @for answer in &judgement.answers {
                    li {
                        strong { (rule(m, &answer.rule)) ": " (says(m, answer.says)) }
                        " " span.reason { (answer.reason) }
                    }
                }
            }
        }
    }
}

fn says(m: Messages, says: FlagSays) -> String {
    match says {
        FlagSays::MayGoAhead => t!(m, "screening-may"),
        FlagSays::Stands => t!(m, "screening-stands"),
    }
}

/// The words for a rule that an answer names; the finding itself may be gone since.
fn rule(m: Messages, rule: &str) -> String {
    words::of_rule(m, rule).unwrap_or_else(|| rule.replace('-', " "))
}

fn conditions(frame: &Frame<'_>, context: &Screening, decided: &Decided) -> Markup {
    let m = frame.messages();
    let action = leads(context, "condition", "decided");
    html! {
        @if !decided.judgement.conditions.is_empty() {
            h3 { (t!(m, "screening-conditions")) }
            ul.conditions {
                @for (number, condition) in (1_u32..).zip(&decided.judgement.conditions) {
                    li {
                        @if decided.met.contains(&number) {
                            (level(Level::Holds, &t!(m, "screening-met")))
                        } @else {
                            (level(Level::Missing, &t!(m, "screening-open")))
                        }
                        span.reason { (condition) }
                        @if context.meets && !decided.met.contains(&number) {
                            button.quiet-button type="submit" form=(FORM) formaction=(action) formnovalidate
                                name="number" value=(number) {
                                (t!(m, "screening-is-met")) span.visually-hidden { ": " (condition) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn sheet(frame: &Frame<'_>, context: &Screening, under: &Under, form: &Typed) -> Markup {
    let m = frame.messages();
    let action = leads(context, "decision", "decided");
    let name = frame.person.map_or("", |person| person.name);
    let atop = match &form.refusal {
        Some(Refusal::ReasonMissing) if form.get("reason").trim().is_empty() => None,
        Some(found) if refusal::field(found).is_none() => Some(refused(m, found)),
        _ => None,
    };
    let until = t!(m, "screening-until-hint", latest = frame.clock().day(under.clearance_until_max));
    let error = |name: &str| form.error(m, name);
    let reason = error("reason").filter(|_| form.get("reason").trim().is_empty());
    html! {
        section.sheet aria-labelledby="decide" {
            h2 id="decide" { (t!(m, "screening-your-decision")) }
            form.fields id=(FORM) action=(action) method="post" {
                (shared(frame, context))
                input type="hidden" name="seen" value=(context.seen);
                input type="hidden" name="opened_at" value=(context.opened_at);
                @if let Some(atop) = atop { p.error { (atop) } }
                fieldset {
                    legend.visually-hidden { (t!(m, "screening-decision")) }
                    @for decision in DECISIONS {
                        @let value = decision_name(decision);
                        label.choice for={ "decision-" (value) } {
                            input id={ "decision-" (value) } type="radio" name="decision" value=(value) required
                                checked[form.chose("decision", value)];
                            (word(m, decision))
                        }
                    }
                }
                (Field::new("reason", &t!(m, "screening-reason"), Kind::Long).value(form.get("reason"))
                    .hint(&t!(m, "screening-reason-hint")).error(reason.as_deref())
                    .characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (Field::new("conditions", &t!(m, "screening-conditions"), Kind::Long).depends()
                    .value(form.get("conditions")).hint(&t!(m, "screening-conditions-hint"))
                    .error(error("conditions").as_deref()).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (Field::new("valid_until", &t!(m, "screening-valid-until"), Kind::Date).depends()
                    .value(form.get("valid_until")).hint(&until).error(error("valid_until").as_deref()).draw(m))
                (Field::new("to_client", &t!(m, "screening-to-client", name = context.subject.person.first_name()), Kind::Long)
                    .optional().value(form.get("to_client")).hint(&t!(m, "screening-to-client-hint"))
                    .characters_max(WORDS_CHARACTERS_MAX).draw(m))
                div.go { (submit(Weight::Ordinary, &t!(m, "screening-sign", name = name))) }
                p.fine.quiet { (t!(m, "screening-kapok-decides-nothing")) }
            }
        }
    }
}

/// The refusal, naming the finding it is about.
fn refused(m: Messages, found: &Refusal) -> String {
    match found {
        Refusal::FlagUnanswered { rule } | Refusal::FlagStands { rule } => {
            format!("{}: {}", self::rule(m, rule), refusal::words(m, found))
        }
        _ => refusal::words(m, found),
    }
}

fn earlier(frame: &Frame<'_>, context: &Screening) -> Markup {
    let m = frame.messages();
    let Some((_, earlier)) = context.decisions.split_last() else { return html! {} };
    html! {
        @if !earlier.is_empty() {
            details.earlier {
                summary { (t!(m, "screening-earlier", count = earlier.len())) }
                ul {
                    @for decided in earlier.iter().rev() {
                        li { (told(frame, context, decided)) }
                    }
                }
            }
        }
    }
}
