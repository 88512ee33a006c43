//! The card that goes with a value: what it is, against which limit, and what was agreed to do.

use journey::medicine_session::charting::Group;
use journey::medicine_session::vitals::Finding;
use journey::protocol::{Level, Line};
use maud::{Markup, html};

use super::context::Room;
use super::{say, vitals};
use crate::components::level::{self, level};
use crate::frame::{Country, Frame};
use crate::messages::Messages;
use crate::t;

/// The card, while the latest value asks for something.
pub fn card(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let Some(watched) = room.concern() else { return html! {} };
    let assessment = &watched.assessment;
    let Some(gravest) = assessment.findings.iter().max_by_key(|finding| finding.level) else {
        return html! {};
    };
    let acts = assessment.level >= Level::Act;
    let shape = if acts { level::Level::Acts } else { level::Level::Look };
    let title = format!("{}: {}", vitals::level(m, assessment.level), finding(m, gravest));
    let again = assessment.again_in_minutes.map(|minutes| {
        let at = watched.at + jiff::SignedDuration::from_mins(minutes);
        t!(m, "room-care-again", hour = frame.clock().hour(at), minutes = minutes)
    });
    html! {
        section.care.acts[acts] data-care=(level_name(assessment.level)) aria-label=(t!(m, "room-care")) {
            h2 { (level(shape, &title)) }
            p.why {
                (limit(m, gravest))
                @if let Some((number, name)) = &room.signed {
                    " " (t!(m, "room-care-signed", number = *number, name = name.as_str()))
                }
            }
            @if acts {
                ol {
                    li { (t!(m, "room-care-slow", name = room.first_name.as_str())) }
                    @if let Some(again) = again { li { (again) } }
                    li { (t!(m, "room-care-call")) }
                }
                @if room.may.chart {
                    div.replies {
                        @if watched.called {
                            p.quiet { (t!(m, "room-care-called")) }
                        } @else {
                            (called("prescriber-reached", &t!(m, "room-care-reached")))
                            (called("prescriber-no-answer", &t!(m, "room-care-no-answer")))
                        }
                    }
                }
                p.ems { (t!(m, "room-care-emergency")) " " strong { (t!(m, "room-care-call-number", number = emergency(frame.country))) } }
            } @else {
                p { (t!(m, "room-care-watch")) }
            }
        }
    }
}

fn called(target: &str, words: &str) -> Markup {
    let set =
        format!("entry.group={}&entry.code=prescriber-called&entry.words={words}", Group::Offered.code());
    html! { button.touch type="button" data-act="chart" data-target=(target) data-set=(set) { (words) } }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::InBand => "in-band",
        Level::Concerning => "concerning",
        Level::Act => "act",
        Level::Emergency => "emergency",
    }
}

fn finding(m: Messages, finding: &Finding) -> String {
    let sign = say::sign(m, finding.sign);
    match finding.rise {
        Some(rise) => t!(m, "room-care-rise", sign = sign, value = finding.value, rise = rise),
        None => t!(m, "room-care-value", sign = sign, value = finding.value),
    }
}

fn limit(m: Messages, finding: &Finding) -> String {
    let line = match finding.limit {
        Some(Line::Above(limit)) => t!(m, "room-care-above", limit = limit),
        Some(Line::AtOrAbove(limit)) => t!(m, "room-care-from", limit = limit),
        Some(Line::Below(limit)) => t!(m, "room-care-below", limit = limit),
        Some(Line::AtOrBelow(limit)) => t!(m, "room-care-down-to", limit = limit),
        None => return String::new(),
    };
    if finding.rise.is_some() {
        t!(m, "room-care-rise-limit", line = line)
    } else {
        t!(m, "room-care-limit", line = line)
    }
}

/// The number of the ambulance.
pub fn emergency(country: Country) -> &'static str {
    match country {
        Country::UnitedStates => "911",
        Country::UnitedKingdom => "999",
        Country::Spain | Country::Elsewhere => "112",
    }
}
