//! The protocol: every figure the software acts on, and the prescriber's name under it.

mod samples;

use jiff::Timestamp;
use jiff::civil::Date;
use journey::Refusal;
use journey::protocol::{Certainty, FigureAt};
use maud::{Markup, html};

use super::medical::{Typed, certainty, english, figure};
use crate::components::button::{Weight, link, submit};
use crate::components::field::{Field, Kind, came_back};
use crate::components::level::{Level, level};
use crate::components::refusal;
use crate::frame::Frame;
use crate::layout::{csrf, practice_page};
use crate::messages::Messages;
use crate::route::Route;
use crate::t;

pub use samples::samples;

/// The query that asks for the form of a new version.
pub const ANEW: &str = "anew";

/// The protocol as it stands, and the form of a new version.
#[derive(Clone, Debug, PartialEq)]
pub struct Protocol {
    /// Where the signed version stands.
    pub standing: Standing,
    /// Every figure, in the order of the file.
    pub figures: Vec<Row>,
    /// What the reader may do.
    pub signing: Signing,
}

/// Where the signed version stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// Nobody has signed one.
    Unsigned,
    /// The newest is in force.
    InForce(Signed),
    /// The newest is over, and brings no older one back.
    Over(Signed),
}

/// A version that was signed.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    /// Its number.
    pub number: u32,
    /// Who signed it.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// The last day on which it is in force.
    pub expires: Date,
}

/// What the reader may do.
#[derive(Clone, Debug, PartialEq)]
pub enum Signing {
    /// Read.
    Reads,
    /// Ask for the form of a new version.
    MayAsk,
    /// Sign the version of this number.
    Form(u32, Typed),
}

/// One figure with its unit and source.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its place in the protocol.
    pub path: String,
    /// The value as it is shown.
    pub value: String,
    /// The unit in which it is counted.
    pub unit: String,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// Its value in the version in force, where that is another.
    pub before: Option<String>,
}

impl Row {
    /// A figure as the protocol lists it.
    pub fn new(at: &FigureAt<'_>, before: Option<String>) -> Self {
        Row {
            path: at.path.clone(),
            value: at.value.clone(),
            unit: at.unit.to_owned(),
            source: at.source.to_owned(),
            certainty: at.certainty,
            before,
        }
    }

    /// The name of its box in the form.
    pub fn yes(&self) -> String {
        format!("yes-{}", self.path)
    }

    fn group(&self) -> &str {
        group_of(&self.path)
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, protocol: &Protocol) -> Markup {
    let m = frame.messages();
    let main = html! {
        div.answer {
            h1 { (t!(m, "protocol-title")) }
            p { (answer(frame, protocol)) }
        }
        @match &protocol.signing {
            Signing::Form(number, typed) => (signed_form(frame, protocol, *number, typed)),
            signing => {
                (standing(frame, protocol))
                @if *signing == Signing::MayAsk {
                    p.go { (link(Weight::Ordinary, &format!("{}?{ANEW}=yes", Route::Protocol.path()),
                        &t!(m, "protocol-sign-anew"))) }
                }
                (groups(frame, protocol, None))
            }
        }
    };
    practice_page(frame, &Route::Protocol, &t!(m, "protocol-title"), main)
}

fn answer(frame: &Frame<'_>, protocol: &Protocol) -> String {
    let m = frame.messages();
    match &protocol.standing {
        Standing::Unsigned => t!(m, "protocol-unsigned"),
        Standing::InForce(signed) => t!(
            m,
            "protocol-in-force",
            number = signed.number.to_string(),
            by = signed.by.clone(),
            until = frame.clock().day(signed.expires)
        ),
        Standing::Over(signed) => {
            t!(
                m,
                "protocol-over",
                number = signed.number.to_string(),
                until = frame.clock().day(signed.expires)
            )
        }
    }
}

fn standing(frame: &Frame<'_>, protocol: &Protocol) -> Markup {
    let m = frame.messages();
    let (Standing::InForce(signed) | Standing::Over(signed)) = &protocol.standing else {
        return html! { p.quiet.lead-in { (t!(m, "protocol-shipped")) } };
    };
    html! {
        p.quiet.lead-in {
            (t!(m, "protocol-signed", by = signed.by.clone())) " " (frame.clock().both(signed.at))
        }
    }
}

fn signed_form(frame: &Frame<'_>, protocol: &Protocol, number: u32, typed: &Typed) -> Markup {
    let m = frame.messages();
    let asked: Vec<&Row> = protocol.figures.iter().filter(|row| row.certainty.needs_a_yes()).collect();
    let open = asked.iter().filter(|row| !typed.chose(&row.yes(), "yes"));
    let open: Vec<&Row> = if typed.came_back() { open.copied().collect() } else { Vec::new() };
    let error = typed.error(m, "expires").or_else(|| {
        let late = typed.refusal.as_ref().filter(|found| **found == Refusal::ValidityOutOfRange);
        late.map(|found| refusal::words(m, found))
    });
    let name = frame.person.map_or("", |person| person.name);
    html! {
        (came_back(m, open.len() + usize::from(error.is_some())))
        @if let Some(found) = typed.refusal.as_ref().filter(|_| error.is_none() && open.is_empty()) {
            p.error { (refusal::words(m, found)) }
        }
        @if !open.is_empty() { (remaining(m, &open)) }
        p.lead-in { (t!(m, "protocol-how", asked = asked.len())) }
        form.protocol-form action=(Route::Protocol.path()) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(typed.command);
            input type="hidden" name="number" value=(number);
            (groups(frame, protocol, Some(typed)))
            section.sheet.signing aria-labelledby="sign" {
                h2 id="sign" { (t!(m, "protocol-sign-title", number = number.to_string())) }
                div.fields {
                    (Field::new("expires", &t!(m, "protocol-expires"), Kind::Date).value(typed.get("expires"))
                        .hint(&t!(m, "protocol-expires-hint")).error(error.as_deref()).draw(m))
                    div.go { (submit(Weight::Ordinary, &t!(m, "protocol-sign", name = name))) }
                    p.fine.quiet { (t!(m, "protocol-whole")) }
                }
            }
        }
    }
}

/// Which figures still wait, each leading to its box.
fn remaining(m: Messages, open: &[&Row]) -> Markup {
    html! {
        section.remaining aria-labelledby="remaining" {
            h2 id="remaining" { (t!(m, "protocol-remaining", count = open.len())) }
            ul.small {
                @for row in open { li { a href={ "#" (anchor(row)) } { (group_word(m, row.group())) ": " (name(m, &row.path)) } } }
            }
        }
    }
}

fn anchor(row: &Row) -> String {
    row.yes().replace('.', "-")
}

fn groups(frame: &Frame<'_>, protocol: &Protocol, form: Option<&Typed>) -> Markup {
    let m = frame.messages();
    html! {
        div.protocol {
            @for group in protocol.figures.chunk_by(|one, next| one.group() == next.group()) {
                @let path = group.first().map_or("", Row::group);
                section aria-labelledby={ "group-" (key(path)) } {
                    h2 id={ "group-" (key(path)) } { (group_word(m, path)) }
                    ul.figures { @for row in group { (figure_row(frame, row, form)) } }
                }
            }
        }
    }
}

fn figure_row(frame: &Frame<'_>, row: &Row, form: Option<&Typed>) -> Markup {
    let m = frame.messages();
    let asks = row.certainty.needs_a_yes();
    let yes = row.yes();
    let value = figure(m, &row.value, &row.unit);
    html! {
        li {
            div.figure-name {
                span { (name(m, &row.path)) }
                p.fine.quiet { (certainty(m, row.certainty)) @if let Some(cited) = cited(row) { ": " (english(frame, cited)) } }
            }
            div.figure-value {
                strong { (value) }
                @if let Some(before) = &row.before {
                    p.fine { (t!(m, "protocol-before", value = figure(m, before, &row.unit))) }
                }
            }
            @match form.filter(|_| asks) {
                Some(typed) => label.choice for=(anchor(row)) {
                    input id=(anchor(row)) type="checkbox" name=(yes) value="yes" checked[typed.chose(&yes, "yes")];
                    (t!(m, "protocol-yes"))
                    span.visually-hidden { ": " (name(m, &row.path)) ", " (value) }
                },
                None if asks => span.figure-asks { (level(Level::Look, &t!(m, "protocol-unverified"))) },
                None => span.figure-asks { (level(Level::Holds, &t!(m, "protocol-read"))) },
            }
        }
    }
}

/// What the source says beyond how sure the figure is.
fn cited(row: &Row) -> Option<&str> {
    let cited = row.source.strip_prefix("default of this software").unwrap_or(&row.source);
    Some(cited.trim_start_matches([',', ':', ';', ' '])).filter(|cited| !cited.is_empty())
}

fn key(path: &str) -> String {
    path.replace(['.', '_'], "-")
}

/// The group a figure stands in: `dosing`, or `bands.spo2_percent`.
fn group_of(path: &str) -> &str {
    let mut dots = path.match_indices('.').map(|(place, _)| place);
    let (first, second) = (dots.next(), dots.next());
    let end = if path.starts_with("bands.") { second.or(first) } else { first };
    path.get(..end.unwrap_or(path.len())).unwrap_or_default()
}

/// A band's figure is named by its line alone: the group names the sign.
fn figure_key(path: &str) -> String {
    match path.strip_prefix("bands.").and_then(|rest| rest.split_once('.')) {
        Some((_, line)) => format!("figure-line-{}", key(line)),
        None => format!("figure-{}", key(path)),
    }
}

fn group_key(group: &str) -> String {
    format!("figure-group-{}", key(group))
}

/// The words for a figure, by its place; a figure without any keeps its place.
fn name(m: Messages, path: &str) -> String {
    said(m, &figure_key(path), path)
}

fn group_word(m: Messages, group: &str) -> String {
    said(m, &group_key(group), group)
}

fn said(m: Messages, key: &str, otherwise: &str) -> String {
    if m.has(key) { m.text(key, &[]) } else { otherwise.replace('_', " ") }
}

/// Messages that a figure at this place needs; a test holds every figure of the protocol to it.
pub fn messages_of(path: &str) -> [String; 2] {
    [group_key(group_of(path)), figure_key(path)]
}
