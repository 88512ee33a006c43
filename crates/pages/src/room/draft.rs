//! A note drafted from the chart: plain sentences out of charted facts, and nothing that was not charted.
//!
//! It reads well for a session with three entries, too, and says nothing of how deep it was.

use journey::medicine_session::Charted;
use journey::medicine_session::charting::{Group, SlowDown};
use journey::medicine_session::phase::Phase;
use journey::medicine_session::timeline::{Line, Shown};
use journey::medicine_session::vitals::Vitals;

use super::context::Room;
use super::{say, words};
use crate::frame::Frame;
use crate::messages::Messages;
use crate::t;
use crate::time::list;

/// The note, one paragraph each: the dose, the course, slowing down, the signs, what was unwanted, the end.
pub fn drafted(frame: &Frame<'_>, room: &Room) -> Vec<String> {
    let m = frame.messages();
    let first = dose(frame, room);
    let paragraphs = [
        first.clone(),
        phases(frame, room),
        slowed(m, room),
        signs(m, room),
        unwanted(m, room),
        notes(room, &first),
        ending(frame, room),
    ];
    paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty()).collect()
}

fn charted(room: &Room) -> impl Iterator<Item = (&Line, &Charted)> {
    room.lines.iter().filter_map(|line| match &line.shown {
        Shown::Charted(charted) => Some((line, charted)),
        _ => None,
    })
}

fn dose(frame: &Frame<'_>, room: &Room) -> String {
    let m = frame.messages();
    let clock = frame.clock();
    let mut said: Vec<String> = Vec::new();
    said.extend(
        room.opened_at
            .map(|at| t!(m, "draft-arrived", name = room.first_name.as_str(), hour = clock.hour(at))),
    );
    for dose in &room.doses {
        said.push(t!(m, "room-draft-dose", dose = say::dose(m, dose), hour = clock.hour(dose.given_at)));
    }
    let hold = charted(room).find_map(|(_, charted)| match charted {
        Charted::HoldEnded { minutes, end } => Some(say::hold(m, *minutes, *end)),
        _ => None,
    });
    said.extend(hold.map(|words| sentence(&words)));
    let onset = charted(room).find(|(_, charted)| **charted == Charted::OnsetNoticed);
    said.extend(
        onset
            .and_then(|(line, _)| room.minute(line.at))
            .map(|minute| t!(m, "room-draft-onset", minute = minute)),
    );
    said.join(" ")
}

/// What showed and what was offered, phase by phase, each word once and in the order it came.
fn phases(frame: &Frame<'_>, room: &Room) -> String {
    let m = frame.messages();
    let mut said: Vec<String> = Vec::new();
    for (place, (since, phase)) in room.phases.iter().enumerate() {
        let until = room.phases.get(place + 1).map(|(next, _)| *next);
        let within = |line: &Line| line.at >= *since && until.is_none_or(|until| line.at < until);
        let (mut showed, mut offered) = (Vec::new(), Vec::new());
        for (line, charted) in charted(room).filter(|(line, _)| within(line)) {
            let Charted::EntryCharted(entry) = charted else { continue };
            let words = match (&entry.words, entry.group) {
                (Some(own), Group::Words) => t!(m, "room-quoted", words = own.as_str()),
                _ => say::shown(m, &line.shown),
            };
            let into = if entry.group == Group::Offered { &mut offered } else { &mut showed };
            if !into.contains(&words) {
                into.push(words);
            }
        }
        said.extend(of_phase(m, *phase, &showed, &offered));
    }
    said.join(" ")
}

fn of_phase(m: Messages, phase: Phase, showed: &[String], offered: &[String]) -> Option<String> {
    let named = |all: &[String]| list(m, &all.iter().map(String::as_str).collect::<Vec<_>>());
    let phase = say::phase(m, phase);
    let words = match (showed, offered) {
        ([], []) => return None,
        (showed, []) => t!(m, "draft-phase", phase = phase, showed = named(showed)),
        ([], offered) => t!(m, "draft-phase-offered", phase = phase, offered = named(offered)),
        (showed, offered) => {
            t!(m, "draft-phase-both", phase = phase, showed = named(showed), offered = named(offered))
        }
    };
    Some(sentence(&words))
}

fn slowed(m: Messages, room: &Room) -> String {
    let all: Vec<&SlowDown> = charted(room)
        .filter_map(|(_, charted)| match charted {
            Charted::SlowedDown(slow) => Some(slow),
            _ => None,
        })
        .collect();
    if all.is_empty() {
        return String::new();
    }
    let mut said = vec![t!(m, "room-draft-slowed", times = all.len())];
    for slow in all {
        let arose = slow.arose.map(|one| t!(m, "draft-arose", arose = say::arose(m, one)));
        let offered: Vec<String> = slow.offered.iter().map(|one| say::offer(m, *one)).collect();
        let offered: Vec<&str> = offered.iter().map(String::as_str).collect();
        let offered = (!offered.is_empty()).then(|| t!(m, "draft-offered", offered = list(m, &offered)));
        let came = slow.came.as_ref().map(|came| t!(m, "draft-came", came = came.as_str()));
        said.extend([arose, offered, came].into_iter().flatten().map(|words| sentence(&words)));
    }
    said.join(" ")
}

/// Where the signs began and how far they went; a sign that nobody measured is not spoken of.
fn signs(m: Messages, room: &Room) -> String {
    let Some(dosed) = room.dosed_at() else { return String::new() };
    let sets = || {
        charted(room).filter(|(line, _)| line.at > dosed).filter_map(|(line, charted)| match charted {
            Charted::VitalsTaken(set) => Some((line.at, set)),
            _ => None,
        })
    };
    let mut said = Vec::new();
    if let Some((high, low)) = room.before.systolic_mmhg.zip(room.before.diastolic_mmhg) {
        said.push(t!(m, "draft-pressure-before", high = high, low = low));
    }
    let pressures = sets().filter_map(|(at, set)| Some((set.systolic_mmhg?, set.diastolic_mmhg?, at)));
    if let Some((high, low, at)) = pressures.max_by_key(|(high, _, at)| (*high, std::cmp::Reverse(*at))) {
        said.push(t!(
            m,
            "draft-pressure",
            high = high,
            low = low,
            minute = room.minute(at).unwrap_or_default()
        ));
    }
    let least = |of: fn(&Vitals) -> Option<i64>| sets().filter_map(|(_, set)| of(set)).min();
    let most = |of: fn(&Vitals) -> Option<i64>| sets().filter_map(|(_, set)| of(set)).max();
    said.extend(least(|set| set.spo2_percent).map(|value| t!(m, "draft-oxygen", value = value)));
    said.extend(least(|set| set.moaas).map(|value| t!(m, "draft-awake", value = value)));
    said.extend(most(|set| set.dissociation_0_10).map(|value| t!(m, "draft-far", value = value)));
    said.extend(most(|set| set.distress_0_10).map(|value| t!(m, "draft-distress", value = value)));
    said.extend(most(|set| set.pain_0_10).map(|value| t!(m, "draft-pain", value = value)));
    said.join(" ")
}

fn unwanted(m: Messages, room: &Room) -> String {
    let events = room.lines.iter().filter_map(|line| match &line.shown {
        Shown::AdverseEvent(event) => Some(event),
        _ => None,
    });
    let told = events.map(|event| {
        let report = &event.report;
        let term = words::term(m, &report.term);
        let mut told = vec![t!(m, "draft-unwanted", term = term, grade = report.grade)];
        told.extend(report.words.as_ref().map(|words| sentence(words)));
        told.extend(
            report.action.as_ref().map(|action| t!(m, "session-event-action", action = action.as_str())),
        );
        told.extend(
            report.outcome.as_ref().map(|after| t!(m, "session-event-outcome", outcome = after.as_str())),
        );
        told.iter().map(|words| sentence(words)).collect::<Vec<_>>().join(" ")
    });
    told.collect::<Vec<_>>().join(" ")
}

/// What was written by hand; a draft that was kept as a note in the room is not told twice.
fn notes(room: &Room, first: &str) -> String {
    let notes = charted(room).filter_map(|(_, charted)| match charted {
        Charted::NoteWritten { text } if first.is_empty() || !text.contains(first) => Some(sentence(text)),
        _ => None,
    });
    notes.collect::<Vec<_>>().join(" ")
}

fn ending(frame: &Frame<'_>, room: &Room) -> String {
    let m = frame.messages();
    let Some(ending) = &room.ending else { return String::new() };
    let ended = t!(m, "draft-ended", hour = frame.clock().hour(ending.at), how = say::ending(m, ending));
    let ticked: Vec<String> = room
        .leaving
        .ticked
        .iter()
        .map(|(criterion, _)| say::criterion(m, *criterion).to_lowercase())
        .collect();
    if ticked.is_empty() {
        return sentence(&ended);
    }
    let ticked: Vec<&str> = ticked.iter().map(String::as_str).collect();
    format!("{} {}", sentence(&ended), t!(m, "draft-ready", ticked = list(m, &ticked)))
}

/// A sentence of its own: a capital, and a full stop.
fn sentence(words: &str) -> String {
    let words = words.trim();
    let mut letters = words.chars();
    let first: String = letters.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    let closed = words.ends_with(['.', '!', '?', '”', '»']) && !words.ends_with([',', ';']);
    let end = if closed { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}
