//! The draft of the next version: an index of groups, and the figures of one group to be changed.

mod group;
mod samples;

use journey::protocol::{Difference, ProtocolFault};
use maud::{Markup, html};

use super::ANEW;
use super::compare::value;
use super::versions::{Which, comparing};
use super::words::{fault, full_name, group_of, group_word};
use crate::components::button::{Weight, link, submit};
use crate::components::level::{Level, level};
use crate::components::refusal;
use crate::frame::Frame;
use crate::layout::{csrf, practice_page};
use crate::messages::Messages;
use crate::practice::medical::Typed;
use crate::route::Route;
use crate::t;

pub use group::{Editing, Entry};
pub use samples::samples;

/// The draft as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The number that the version will have.
    pub number: u32,
    /// What it began as; none for a file.
    pub from: Option<Which>,
    /// The name of the file that it began as.
    pub file: Option<String>,
    /// The figures that differ from what it is held against, and why.
    pub differences: Vec<Changed>,
    /// What it is held against: the newest version, or the shipped figures.
    pub against: Which,
    /// What keeps it from being signed.
    pub faults: Vec<ProtocolFault>,
    /// Every group with how many figures it has, in the order of the file.
    pub groups: Vec<(String, usize)>,
    /// The group that is worked on.
    pub editing: Option<Editing>,
    /// The form of letting it go.
    pub discard: Typed,
}

/// A figure that differs, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// How it differs.
    pub difference: Difference,
    /// Whether it is less cautious than as it was shipped.
    pub looser_than_shipped: bool,
    /// Why, and who says so; none where it began so.
    pub because: Option<(String, String)>,
}

/// Where a group is worked on.
pub fn at(group: &str) -> String {
    format!("{}?group={group}", Route::ProtocolDraft.path())
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, draft: &Draft) -> Markup {
    let m = frame.messages();
    let main = match &draft.editing {
        Some(editing) => group::draw(frame, draft, editing),
        None => overview(frame, draft),
    };
    practice_page(frame, &Route::ProtocolDraft, &t!(m, "draft-page-title"), main)
}

fn overview(frame: &Frame<'_>, draft: &Draft) -> Markup {
    let m = frame.messages();
    let looser = draft.differences.iter().filter(|one| one.looser_than_shipped).count();
    html! {
        div.answer {
            h1 { (t!(m, "draft-title", number = draft.number.to_string(), count = draft.differences.len())) }
            p { (began(m, draft)) }
        }
        @if let Some(found) = &draft.discard.refusal { p.error role="alert" { (refusal::words(m, found)) } }
        (faults(m, &draft.faults))
        @if looser > 0 { p { (level(Level::Look, &t!(m, "protocol-looser-count", count = looser))) } }
        (changes(m, draft))
        section aria-labelledby="groups" {
            h2 id="groups" { (t!(m, "draft-groups")) }
            (index(m, draft))
        }
        (ways(frame, draft))
    }
}

fn began(m: Messages, draft: &Draft) -> String {
    match (&draft.file, draft.from) {
        (Some(name), _) => t!(m, "draft-from-file", name = name.clone()),
        (None, from) => t!(m, "draft-from", from = from.unwrap_or(Which::Shipped).words(m)),
    }
}

/// Every fault at once, each leading to where it can be mended.
fn faults(m: Messages, faults: &[ProtocolFault]) -> Markup {
    html! {
        @if !faults.is_empty() {
            section.remaining aria-labelledby="faults" {
                h2 id="faults" { (level(Level::Stops, &t!(m, "protocol-faults", count = faults.len()))) }
                ul.lines {
                    @for found in faults {
                        @let place = found.paths().first().copied().unwrap_or_default().to_owned();
                        li {
                            a href={ (at(group_of(&place))) "#" (group::id(&place)) } { (full_name(m, &place)) }
                            " " (fault(m, found, &place, group::unit(&place)))
                        }
                    }
                }
            }
        }
    }
}

fn changes(m: Messages, draft: &Draft) -> Markup {
    html! {
        @if !draft.differences.is_empty() {
            section.differences aria-labelledby="changes" {
                h2 id="changes" { (t!(m, "draft-changes", against = draft.against.words(m))) }
                ul.lines {
                    @for Changed { difference: one, looser_than_shipped, because } in &draft.differences {
                        li {
                            a href={ (at(group_of(&one.path))) "#" (group::id(&one.path)) } { (full_name(m, &one.path)) }
                            p {
                                (t!(m, "draft-was-is", was = value(m, one, one.before.as_deref()),
                                    is = value(m, one, one.after.as_deref())))
                                @if *looser_than_shipped { " " (level(Level::Look, &t!(m, "protocol-looser"))) }
                            }
                            @if let Some((reason, by)) = because { p.fine.quiet { (reason) " – " (by) } }
                        }
                    }
                }
            }
        }
    }
}

/// Every group, with what waits in it.
fn index(m: Messages, draft: &Draft) -> Markup {
    let here = draft.editing.as_ref().map(|editing| editing.group.as_str());
    let changed =
        |group: &str| draft.differences.iter().filter(|one| group_of(&one.difference.path) == group).count();
    let wrong = |group: &str| {
        let there = |found: &&ProtocolFault| found.paths().iter().any(|path| group_of(path) == group);
        draft.faults.iter().filter(there).count()
    };
    html! {
        ul.group-index {
            @for (group, figures) in &draft.groups {
                @let (changed, wrong) = (changed(group), wrong(group));
                li {
                    a href=(at(group)) aria-current=[(here == Some(group)).then_some("page")] { (group_word(m, group)) }
                    span.fine.quiet {
                        (t!(m, "draft-figures", count = *figures))
                        @if changed > 0 { ", " (t!(m, "draft-changed", count = changed)) }
                    }
                    @if wrong > 0 { span.fine { (level(Level::Stops, &t!(m, "draft-wrong", count = wrong))) } }
                }
            }
        }
    }
}

/// Signing it, holding it against others, taking it out, letting it go.
fn ways(frame: &Frame<'_>, draft: &Draft) -> Markup {
    let m = frame.messages();
    let sign = format!("{}?{ANEW}=yes", Route::Protocol.path());
    html! {
        div.go.draft-ways {
            @if draft.faults.is_empty() { (link(Weight::Primary, &sign, &t!(m, "draft-sign"))) }
            (link(Weight::Ordinary, &comparing(draft.against, Which::Draft), &t!(m, "draft-compare")))
            a.button.plain href=(Which::Draft.file()) download { (t!(m, "draft-file")) }
        }
        details {
            summary { (t!(m, "draft-discard")) }
            form.fields action={ (Route::ProtocolDraft.path()) "/discard" } method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(draft.discard.command);
                p { (t!(m, "draft-discard-says")) }
                div.go { (submit(Weight::Ordinary, &t!(m, "draft-discard-do"))) }
            }
        }
        p.way { a href=(Route::Protocol.path()) { (t!(m, "protocol-back")) } }
    }
}
