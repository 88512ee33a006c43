//! The protocol: every figure the software acts on, and the prescriber's name under it.

pub mod compare;
pub mod draft;
mod samples;
mod versions;
pub mod words;

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
pub use versions::{FileFault, Next, Which};
pub use words::messages_of;

use words::{group_of, group_word, key, name};

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
    /// Every version that was signed, the newest first.
    pub versions: Vec<Signed>,
    /// The way to the next version.
    pub next: Next,
    /// The version that is shown, where it is an older one.
    pub older: Option<Signed>,
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
    Form(u32, Typed, Proposed),
}

/// What is to be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// The figures as they were shipped.
    Shipped,
    /// The figures of the newest version, once more.
    Again,
    /// The draft in this state, which so many faults keep from being signed.
    Draft {
        /// The state that is read.
        revision: u32,
        /// How many faults it has.
        faults: usize,
    },
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
    /// Whether it is less cautious than as it was shipped.
    pub looser: bool,
}

impl Row {
    /// A figure as the protocol lists it.
    pub fn new(at: &FigureAt<'_>, before: Option<String>, looser: bool) -> Self {
        Row {
            path: at.path.clone(),
            value: at.value.clone(),
            unit: at.unit.to_owned(),
            source: at.source.to_owned(),
            certainty: at.certainty,
            before,
            looser,
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
            Signing::Form(number, typed, proposed) => {
                (signed_form(frame, protocol, *number, typed, *proposed))
                @if !matches!(proposed, Proposed::Draft { .. }) { (versions::next(frame, &protocol.next)) }
            }
            signing => {
                (standing(frame, protocol))
                (versions::next(frame, &protocol.next))
                @if *signing == Signing::MayAsk {
                    p.go { (link(Weight::Plain, &format!("{}?{ANEW}=yes", Route::Protocol.path()),
                        &t!(m, "protocol-sign-anew"))) }
                }
                (versions::list(frame, &protocol.versions))
                (index(m, protocol))
                (groups(frame, protocol, None))
            }
        }
    };
    practice_page(frame, &Route::Protocol, &t!(m, "protocol-title"), main)
}

/// Where each group stands, so that nobody scrolls through a hundred figures for one.
fn index(m: Messages, protocol: &Protocol) -> Markup {
    html! {
        nav.groups aria-label=(t!(m, "protocol-groups")) {
            ul.small {
                @for group in protocol.figures.chunk_by(|one, next| one.group() == next.group()) {
                    @let path = group.first().map_or("", Row::group);
                    li { a href={ "#group-" (key(path)) } { (group_word(m, path)) } }
                }
            }
        }
    }
}

fn answer(frame: &Frame<'_>, protocol: &Protocol) -> String {
    let m = frame.messages();
    if let Some(older) = &protocol.older {
        let number = older.number.to_string();
        return t!(
            m,
            "protocol-older",
            number = number,
            by = older.by.clone(),
            on = frame.clock().date(older.at)
        );
    }
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
    if protocol.older.is_some() {
        return html! { p.way { a href=(Route::Protocol.path()) { (t!(m, "protocol-back")) } } };
    }
    let (Standing::InForce(signed) | Standing::Over(signed)) = &protocol.standing else {
        return html! { p.quiet.lead-in { (t!(m, "protocol-shipped")) } };
    };
    html! {
        p.quiet.lead-in {
            (t!(m, "protocol-signed", by = signed.by.clone())) " " (frame.clock().both(signed.at))
        }
    }
}

fn signed_form(
    frame: &Frame<'_>,
    protocol: &Protocol,
    number: u32,
    typed: &Typed,
    proposed: Proposed,
) -> Markup {
    let m = frame.messages();
    let asked: Vec<&Row> = protocol.figures.iter().filter(|row| row.certainty.needs_a_yes()).collect();
    let open = asked.iter().filter(|row| !typed.chose(&row.yes(), "yes"));
    let open: Vec<&Row> = if typed.came_back() { open.copied().collect() } else { Vec::new() };
    let error = typed.error(m, "expires").or_else(|| {
        let late = typed.refusal.as_ref().filter(|found| **found == Refusal::ValidityOutOfRange);
        late.map(|found| refusal::words(m, found))
    });
    let name = frame.person.map_or("", |person| person.name);
    let faulty = matches!(proposed, Proposed::Draft { faults: 1.., .. });
    html! {
        (came_back(m, open.len() + usize::from(error.is_some())))
        @if let Some(found) = typed.refusal.as_ref().filter(|found| says_more(found) || (error.is_none() && open.is_empty())) {
            p.error { (refusal::words(m, found)) }
        }
        @if !open.is_empty() && !faulty { (remaining(m, &open)) }
        (what_is_signed(m, protocol, proposed))
        p.lead-in { (t!(m, "protocol-how", asked = asked.len())) }
        form.protocol-form action=(Route::Protocol.path()) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(typed.command);
            input type="hidden" name="number" value=(number);
            @if let Proposed::Draft { revision, .. } = proposed {
                input type="hidden" name="draft" value=(revision);
            }
            (groups(frame, protocol, (!faulty).then_some(typed)))
            @if !faulty {
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
}

/// Whether a refusal says more than the figures that still wait.
fn says_more(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::DraftChanged | Refusal::ProtocolNumberTaken | Refusal::ProtocolUnfit { .. })
}

/// Which figures these are, how they differ, and what keeps them from being signed.
fn what_is_signed(m: Messages, protocol: &Protocol, proposed: Proposed) -> Markup {
    let changed = protocol.figures.iter().filter(|row| row.before.is_some()).count();
    let looser = protocol.figures.iter().filter(|row| row.looser).count();
    let draft = Route::ProtocolDraft.path();
    html! {
        div.signs {
            @match proposed {
                Proposed::Shipped => p { (t!(m, "protocol-signs-shipped")) },
                Proposed::Again => p { (t!(m, "protocol-signs-again")) },
                Proposed::Draft { .. } => p { (t!(m, "protocol-signs-draft")) " " a href=(draft) { (t!(m, "protocol-open-draft")) } },
            }
            @if let Proposed::Draft { faults, .. } = proposed && faults > 0 {
                p { (level(Level::Stops, &t!(m, "protocol-faults", count = faults))) " "
                    a href={ (draft) "#faults" } { (t!(m, "protocol-see-faults")) } }
            }
            @if changed > 0 { p { (t!(m, "protocol-differ", count = changed)) } }
            @if looser > 0 { p { (level(Level::Look, &t!(m, "protocol-looser-count", count = looser))) } }
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
                @if row.looser { p.fine { (level(Level::Look, &t!(m, "protocol-looser"))) } }
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
    words::cited(&row.source)
}
