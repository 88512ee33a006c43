//! The figures of one group, each a field with what is known of it.

use journey::protocol::{Certainty, ProtocolFault, limit};
use maud::{Markup, html};

use super::super::words::{cited, fault, group_word, key, name};
use super::{Draft, at, index};
use crate::components::button::{Weight, submit};
use crate::components::field::{Field, Kind, came_back};
use crate::components::level::{Level, level};
use crate::components::refusal;
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::practice::medical::{Typed, WORDS_CHARACTERS_MAX, certainty, english, figure, unit_of_field};
use crate::route::Route;
use crate::t;

/// Characters of a figure that is a list.
const LIST_CHARACTERS_MAX: usize = 2_000;

/// The group that is worked on.
#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    /// Its place: `dosing`, or `bands.spo2_percent`.
    pub group: String,
    /// Its figures.
    pub entries: Vec<Entry>,
    /// What was typed, and why it came back.
    pub typed: Typed,
}

/// One figure of the group.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its place in the protocol.
    pub path: String,
    /// The value as a person types it: in whole units, one line for each part of a long list.
    pub value: String,
    /// The value as it is printed.
    pub printed: String,
    /// The unit in which it is counted.
    pub unit: String,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// As it was shipped, printed, where that is another.
    pub shipped: Option<String>,
    /// Whether it is less cautious than as it was shipped.
    pub looser: bool,
    /// A value that would read, where what was typed does not.
    pub like: Option<String>,
}

impl Entry {
    /// Name of its field in the form.
    pub fn field(path: &str) -> String {
        format!("value-{path}")
    }

    /// Whether it is typed over several lines.
    fn is_long(&self) -> bool {
        self.value.contains('\n')
    }
}

/// The id of a figure's field.
pub(super) fn id(path: &str) -> String {
    format!("at-{}", key(path))
}

/// The unit that the rules count in.
pub(super) fn unit(path: &str) -> &'static str {
    limit(path).map_or("", |limit| limit.unit)
}

pub(super) fn draw(frame: &Frame<'_>, draft: &Draft, editing: &Editing) -> Markup {
    let m = frame.messages();
    let unread = editing.entries.iter().filter(|entry| entry.like.is_some()).count();
    let refused = editing.typed.refusal.as_ref();
    html! {
        div.answer {
            h1 { (group_word(m, &editing.group)) }
            p.way { a href=(Route::ProtocolDraft.path()) { (t!(m, "draft-back", number = draft.number.to_string())) } }
        }
        div.drafting {
            nav.groups aria-label=(t!(m, "draft-groups")) { (index(m, draft)) }
            form.fields.protocol action=(Route::ProtocolDraft.path()) method="post" {
                (came_back(m, if unread > 0 { unread } else { usize::from(refused.is_some()) }))
                @if let Some(found) = refused.filter(|found| unread == 0 && refusal::field(found) != Some("reason")) {
                    p.error { (refusal::words(m, found)) }
                }
                (csrf(frame))
                input type="hidden" name="command" value=(editing.typed.command);
                input type="hidden" name="group" value=(editing.group);
                ul.figures.entries { @for entry in &editing.entries { (row(frame, draft, editing, entry)) } }
                (reason(m, editing))
                div.go {
                    (submit(Weight::Primary, &t!(m, "draft-keep")))
                    @if let Some(next) = next(draft, &editing.group) {
                        p.way { a href=(at(next)) { (t!(m, "draft-next", group = group_word(m, next))) } }
                    }
                }
            }
        }
    }
}

fn reason(m: Messages, editing: &Editing) -> Markup {
    let error = editing.typed.error(m, "reason");
    Field::new("reason", &t!(m, "draft-reason"), Kind::Long)
        .depends()
        .hint(&t!(m, "draft-reason-hint"))
        .value(editing.typed.get("reason"))
        .error(error.as_deref())
        .characters_max(WORDS_CHARACTERS_MAX)
        .draw(m)
}

fn next<'a>(draft: &'a Draft, group: &str) -> Option<&'a str> {
    let here = draft.groups.iter().position(|(other, _)| other == group)?;
    draft.groups.get(here.checked_add(1)?).map(|(next, _)| next.as_str())
}

/// What is wrong with this figure: it does not read, or does not fit the others.
fn wrong(m: Messages, draft: &Draft, entry: &Entry) -> Option<String> {
    if let Some(like) = &entry.like {
        return Some(t!(m, "draft-unreadable", like = like.clone()));
    }
    let here = |found: &&ProtocolFault| found.paths().contains(&entry.path.as_str());
    let said: Vec<String> =
        draft.faults.iter().filter(here).map(|found| fault(m, found, &entry.path, &entry.unit)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn row(frame: &Frame<'_>, draft: &Draft, editing: &Editing, entry: &Entry) -> Markup {
    let m = frame.messages();
    let (field, id) = (Entry::field(&entry.path), id(&entry.path));
    let typed = if editing.typed.came_back() { editing.typed.get(&field) } else { entry.value.as_str() };
    let wrong = wrong(m, draft, entry);
    let described = [Some("hint"), wrong.as_ref().map(|_| "error")];
    let described: Vec<String> = described.into_iter().flatten().map(|part| format!("{id}-{part}")).collect();
    html! {
        li.wrong[wrong.is_some()] {
            div.figure-name {
                label for=(id) { (name(m, &entry.path)) }
                p.fine.quiet id={ (id) "-hint" } {
                    (certainty(m, entry.certainty))
                    @if let Some(cited) = cited(&entry.source) { ": " (english(frame, cited)) }
                }
                @if let Some(shipped) = &entry.shipped {
                    p.fine {
                        (t!(m, "draft-shipped", value = figure(m, shipped, &entry.unit)))
                        @if entry.looser { " " (level(Level::Look, &t!(m, "protocol-looser"))) }
                    }
                }
                @if let Some(wrong) = &wrong { p.error id={ (id) "-error" } { (wrong) } }
            }
            div.figure-value {
                @if entry.is_long() {
                    textarea id=(id) name=(field) rows=(entry.value.lines().count()) maxlength=(LIST_CHARACTERS_MAX)
                        spellcheck="false" aria-describedby=(described.join(" "))
                        aria-invalid=[wrong.as_ref().map(|_| "true")] { "\n" (typed) }
                } @else {
                    input id=(id) name=(field) type="text" value=(typed) maxlength=(LIST_CHARACTERS_MAX)
                        spellcheck="false" autocomplete="off" aria-describedby=(described.join(" "))
                        aria-invalid=[wrong.as_ref().map(|_| "true")];
                }
                span.fine.quiet { (unit_of_field(m, &entry.unit)) }
            }
        }
    }
}
