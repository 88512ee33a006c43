//! What the rules found, and the prescriber's decision. Kapok decides nothing here.

mod asked;
mod decision;
mod findings;
mod form;
mod samples;
mod since;
#[cfg(test)]
mod tests;
mod unread;
mod words;
mod work_up;

use jiff::Timestamp;
use jiff::civil::Date;
use journey::clearance::Decided;
use journey::history::History;
use journey::screening::{Flag, FlagLevel, Screening as Found};
use maud::{Markup, html};

use super::medical::{Names, Typed};
use super::subject::{Subject, person_page_past};
use crate::components::button::{Weight, link};
use crate::components::empty::empty;
use crate::components::field::came_back;
use crate::components::live::{Live, live};
use crate::frame::Frame;
use crate::route::{Place, Route};
use crate::t;

pub use asked::{Answer, Asked, Asks, Of, Reach};
pub use decision::decision_from_name;
pub use samples::samples;
pub use since::Since;

/// The screening of one person on a day, and what was decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Screening {
    /// Whose it is.
    pub subject: Subject,
    /// What is known of them.
    pub history: History,
    /// Who decided, and who told.
    pub names: Names,
    /// What the rules found; nothing where no protocol is in force.
    pub under: Option<Under>,
    /// Where the decision stands today.
    pub standing: Standing,
    /// Every decision, oldest first.
    pub decisions: Vec<Decided>,
    /// What was asked from here, the oldest first.
    pub asked: Vec<Asked>,
    /// The form of a question, for those who may ask.
    pub asks: Option<Asks>,
    /// The form of a decision, for those who sign it.
    pub form: Option<Typed>,
    /// What has come since the latest decision, or since a page was opened that decided too late.
    pub since: Since,
    /// What the page is drawn from, counted; a decision made on less is asked for again.
    pub seen: u64,
    /// When the page was drawn.
    pub opened_at: Timestamp,
    /// The form of reading what no rule understands, for those who may sign it.
    pub reads: Option<Typed>,
    /// Whether the reader may write a part of the work-up in by hand.
    pub writes: bool,
    /// Whether the reader may record a condition as met.
    pub meets: bool,
    /// Id of the intent that every button of the page shares.
    pub command: String,
    /// How the page keeps itself true; nothing while a form came back.
    pub live: Option<Live>,
}

/// The protocol that the rules read, and what they found under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Under {
    /// The version's number.
    pub number: u32,
    /// The longest that a clearance can last from today.
    pub clearance_until_max: Date,
    /// What the rules found.
    pub found: Found,
}

/// Where the decision stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has decided.
    Undecided,
    /// Dosing may go ahead until this day.
    Cleared(Date),
    /// A clearance is over since this day.
    Ended(Date),
    /// The history has changed since the decision.
    Reopened,
    /// Not decided yet; more is needed first.
    Deferred,
    /// Dosing may not go ahead.
    NotCleared,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, context: &Screening) -> Markup {
    let m = frame.messages();
    let main = html! {
        @match &context.live {
            Some(page) => (live(frame, page)),
            None => @if let Some(url) = frame.assets.url("live.js") { script src=(url) defer {} },
        }
        (came_back(m, problems(context)))
        @match &context.under {
            None => (empty(&t!(m, "screening-no-protocol"), html! {
                (link(Weight::Ordinary, &Route::Protocol.path(), &t!(m, "screening-to-protocol")))
            })),
            Some(under) => {
                (form::begun(frame, context))
                div.columns.medical {
                    div.findings { (findings::found(frame, context, under)) }
                    (decision::side(frame, context, under))
                }
            },
        }
    };
    let skip = form::skip(frame, context);
    person_page_past(frame, &context.subject, Some(Place::Screening), &answer(frame, context), skip, main)
}

/// How many forms came back.
fn problems(context: &Screening) -> usize {
    let asks = context.asks.as_ref().map(|asks| &asks.typed);
    context.form.iter().chain(&context.reads).chain(asks).map(Typed::problems).sum()
}

fn answer(frame: &Frame<'_>, context: &Screening) -> String {
    let m = frame.messages();
    let name = context.subject.person.first_name();
    let Some(under) = &context.under else { return t!(m, "screening-not-screened", name = name) };
    if context.history.is_empty() {
        return t!(m, "screening-nothing-known", name = name);
    }
    match context.standing {
        Standing::Cleared(until) => cleared(frame, context, until),
        Standing::Ended(until) => t!(m, "screening-ended", name = name, until = frame.clock().day(until)),
        Standing::Reopened => t!(m, "screening-reopened", name = name),
        Standing::Deferred => t!(m, "screening-deferred", name = name),
        Standing::NotCleared => t!(m, "screening-not-cleared", name = name),
        Standing::Undecided => {
            let stops = level_count(&under.found.flags, FlagLevel::Block);
            match (stops, under.found.missing.len()) {
                (0, 0) => t!(m, "screening-nothing-stops", name = name),
                (0, missing) => t!(m, "screening-only-missing", name = name, missing = missing),
                (stops, 0) => t!(m, "screening-stops", name = name, stops = stops),
                (stops, missing) => {
                    t!(m, "screening-stops-and-missing", name = name, stops = stops, missing = missing)
                }
            }
        }
    }
}

fn cleared(frame: &Frame<'_>, context: &Screening, until: Date) -> String {
    let m = frame.messages();
    let name = context.subject.person.first_name();
    let open = context.decisions.last().map_or(0, |decided| decided.open_conditions().count());
    let until = frame.clock().day(until);
    match open {
        0 => t!(m, "screening-cleared", name = name, until = until),
        open => t!(m, "screening-cleared-open", name = name, until = until, open = open),
    }
}

fn level_count(flags: &[Flag], level: FlagLevel) -> usize {
    flags.iter().filter(|flag| flag.level == level).count()
}
