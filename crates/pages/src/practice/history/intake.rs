//! What the client told in the intake, question by question, and what they skipped.

use journey::history::intake::{Intake, Question, Reply, Says};
use maud::{Markup, html};

use super::History;
use crate::components::level::{Level, level};
use crate::components::words as said;
use crate::frame::Frame;
use crate::messages::Messages;
use crate::my::intake::words;
use crate::practice::medical::partial;
use crate::t;

/// The intake as it stands; nothing where nobody has begun it.
pub(super) fn section(frame: &Frame<'_>, context: &History) -> Markup {
    let m = frame.messages();
    let intake = &context.history.intake;
    if !intake.is_begun() && intake.stopped_at.is_none() && intake.put_off_at.is_none() {
        return html! {};
    }
    let names = |questions: Vec<Question>| {
        let names: Vec<String> = questions.into_iter().map(|one| words::name(m, one)).collect();
        crate::time::list(m, &names.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let skipped: Vec<Question> = intake.skipped().collect();
    html! {
        section aria-labelledby="intake" {
            h2 id="intake" { (t!(m, "intake-told")) }
            p { (t!(m, "intake-told-of", closed = intake.closed(), of = Question::ALL.len())) }
            @if let Some(at) = intake.stopped_at {
                p { (level(Level::Look, &t!(m, "intake-told-stopped", when = frame.clock().near(at)))) }
            }
            @if !skipped.is_empty() {
                p { (level(Level::Missing, &t!(m, "intake-told-skipped", names = names(skipped)))) }
            }
            dl.facts.told {
                @for question in Question::ALL {
                    @if let Some(answer) = answer(frame, context, question) {
                        div { dt { (words::name(m, question)) } dd { (answer) } }
                    }
                }
            }
        }
    }
}

/// The answer and who gave it, when.
fn answer(frame: &Frame<'_>, context: &History, question: Question) -> Option<Markup> {
    let m = frame.messages();
    let intake = &context.history.intake;
    let given = intake.given.get(&question);
    let shown = match given.map(|given| &given.reply) {
        Some(Reply::Skipped) => return None,
        Some(Reply::Troubles { says, words }) => html! {
            @for (one, title) in [
                (Says::Yes, t!(m, "my-yes")),
                (Says::NotSure, t!(m, "intake-not-sure")),
                (Says::No, t!(m, "my-no")),
            ] {
                @let named: Vec<String> = says.iter().filter(|(_, says)| **says == one)
                    .map(|(trouble, _)| words::trouble(m, *trouble)).collect();
                @if !named.is_empty() {
                    p.quiet[one == Says::No] { b { (title) } ": " (named.join("; ")) }
                }
            }
            @if let Some(words) = words { p { (said::inline(frame, words)) } }
        },
        Some(Reply::Habit { habit }) => html! { (words::habit(m, *habit)) },
        Some(Reply::Born { on }) => html! { (partial(frame, on)) },
        Some(Reply::Body { weight_kg, height_cm }) => html! {
            @if let Some(kg) = weight_kg { (kg) " kg" }
            @if weight_kg.is_some() && height_cm.is_some() { " · " }
            @if let Some(cm) = height_cm { (cm) " cm" }
        },
        Some(Reply::Somebody { name, phone }) => html! {
            (name)
            @if let Some(phone) = phone { " · " a href={ "tel:" (phone) } { (phone) } }
        },
        Some(Reply::Words { words }) => html! { (said::inline(frame, words)) },
        Some(Reply::Entry(_) | Reply::TakenBack { .. } | Reply::ThatIsAll) | None => {
            listed(m, intake, question)?
        }
    };
    Some(html! {
        (shown)
        @if let Some(given) = given {
            p.fine.quiet { (context.names.of(m, given.by)) " · " (frame.clock().both(given.at)) }
        }
    })
}

/// What is on a list; one that nobody has closed yet says so.
fn listed(m: Messages, intake: &Intake, question: Question) -> Option<Markup> {
    let whole = intake.given.contains_key(&question);
    let entries: Vec<_> = intake.entries(question).map(|(_, entry)| entry).collect();
    if entries.is_empty() && !whole {
        return None;
    }
    Some(html! {
        @if entries.is_empty() { p { (t!(m, "intake-told-none")) } }
        ul.plain {
            @for entry in entries {
                li {
                    (entry.name)
                    @for more in [&entry.detail, &entry.often].into_iter().flatten() { " · " (more) }
                }
            }
        }
        @if !whole { p.quiet { (t!(m, "intake-told-open")) } }
    })
}
