//! The card that goes with a value: what it is, against which limit, and what was agreed to do.

use journey::medicine_session::charting::Group;
use journey::medicine_session::vitals::Finding;
use journey::protocol::{Level, Line, Sign};
use maud::{Markup, html};

use super::act_cards::Situation;
use super::context::{Room, Watched};
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
    let situation = Situation::of(gravest.sign);
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
                    @if assessment.level == Level::Emergency {
                        li { strong { (t!(m, "room-care-call-first", number = emergency(frame.country))) } }
                    }
                    li { (situation.first(m, &room.first_name)) }
                    @if let Some(again) = again { li { (again) } }
                    li { (t!(m, "room-care-call")) }
                }
                div.replies {
                    @if watched.called { p.quiet { (t!(m, "room-care-called")) } }
                    @else if room.may.chart { (calls(m)) }
                    @if watched.called || assessment.level == Level::Emergency {
                        button.touch type="button" data-opens="emergency" { (t!(m, "room-emergency")) }
                    }
                }
                @if assessment.level < Level::Emergency {
                    p.ems { (t!(m, "room-care-emergency")) " " strong { (t!(m, "room-care-call-number", number = emergency(frame.country))) } }
                }
            } @else {
                (look(frame, room, watched, situation))
            }
        }
    }
}

/// A value that asks for a look: what was agreed, and when to measure again.
fn look(frame: &Frame<'_>, room: &Room, watched: &Watched, situation: Situation) -> Markup {
    let m = frame.messages();
    let agreed = match situation {
        Situation::Oxygen | Situation::Breath => t!(m, "room-care-watch-breath"),
        Situation::Awake => t!(m, "room-care-watch-awake"),
        _ => t!(m, "room-care-watch"),
    };
    html! {
        p { (agreed) }
        @if let Some(at) = watched.again_at {
            p { (t!(m, "room-recheck-at", hour = frame.clock().hour(at))) }
        } @else if room.may.chart && room.ending.is_none() {
            div.again {
                p.quiet { (t!(m, "room-recheck-when")) }
                @for minutes in rechecks(room) {
                    button.touch type="button" data-act="ask_recheck" data-set={ "minutes:int=" (minutes) } aria-label=(t!(m, "room-did-recheck", minutes = minutes)) {
                        (t!(m, "room-recheck-in", minutes = minutes))
                    }
                }
            }
        }
    }
}

/// What can be agreed with one touch: once, twice, three times the protocol's own step.
fn rechecks(room: &Room) -> Vec<i64> {
    let Some(protocol) = &room.protocol else { return Vec::new() };
    let step = protocol.bands.reassess_minutes.value;
    (1..=3).map(|times| times * step).filter(|minutes| *minutes <= protocol.recheck_minutes_max()).collect()
}

/// What came of calling the prescriber.
pub fn calls(m: Messages) -> Markup {
    html! {
        (called("prescriber-reached", &t!(m, "room-care-reached")))
        (called("prescriber-no-answer", &t!(m, "room-care-no-answer")))
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
    if let Some(means) = vitals::awake(m, finding.value).filter(|_| finding.sign == Sign::Moaas) {
        return t!(m, "room-care-awake", means = means);
    }
    let sign = say::sign(m, finding.sign);
    match finding.rise {
        Some(rise) => t!(m, "room-care-rise", sign = sign, value = finding.value, rise = rise),
        None => t!(m, "room-care-value", sign = sign, value = finding.value),
    }
}

/// A line in words.
pub fn line(m: Messages, line: Line) -> String {
    match line {
        Line::Above(limit) => t!(m, "room-care-above", limit = limit),
        Line::AtOrAbove(limit) => t!(m, "room-care-from", limit = limit),
        Line::Below(limit) => t!(m, "room-care-below", limit = limit),
        Line::AtOrBelow(limit) => t!(m, "room-care-down-to", limit = limit),
    }
}

fn limit(m: Messages, finding: &Finding) -> String {
    let Some(line) = finding.limit.map(|limit| line(m, limit)) else { return String::new() };
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
