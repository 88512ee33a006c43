//! The letter, drafted from what was charted and from nothing else; a person reads and changes it.

use journey::review::{Seen, SessionSeen};

use crate::drawing::path::words as path_words;
use crate::frame::Frame;
use crate::practice::measures::courses::noise;
use crate::room::words as room_words;
use crate::t;

/// The draft, one fact a line.
pub(super) fn draft(frame: &Frame<'_>, name: &str, seen: &Seen) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    let mut lines = Vec::new();
    match (seen.sessions.first(), seen.sessions.last()) {
        (Some(first), Some(last)) => lines.push(t!(
            m,
            "letter-sessions",
            name = name,
            sessions = seen.sessions.len(),
            from = clock.date(first.at),
            until = clock.date(last.at),
            mg = seen.total_mg()
        )),
        _ => lines.push(t!(m, "letter-no-session", name = name)),
    }
    lines.push(t!(m, "letter-between", meetings = seen.integrations, check_ins = seen.check_ins));
    for (scale, told) in &seen.scales {
        let (from, to) = (path_words::score(m, told.from.1), path_words::score(m, told.to.1));
        let change = noise(m, scale, told);
        lines.push(t!(m, "letter-measure", scale = scale.name, from = from, to = to, change = change));
    }
    let events: Vec<String> = seen.sessions.iter().flat_map(|session| events(frame, session)).collect();
    match events.is_empty() {
        true => lines.push(t!(m, "letter-no-events")),
        false => lines.push(t!(m, "letter-events", events = events.join("; "))),
    }
    lines.extend(seen.lozenges_left.map(|left| t!(m, "letter-lozenges", left = i64::from(left))));
    lines.push(t!(m, "letter-unapproved"));
    lines.join("\n")
}

fn events(frame: &Frame<'_>, session: &SessionSeen) -> Vec<String> {
    let (m, day) = (frame.messages(), frame.clock().date(session.at));
    let said = session.adverse_events.iter().map(|(term, grade)| {
        let event = t!(m, "room-adverse-line", term = room_words::term(m, term), grade = i64::from(*grade));
        format!("{day}: {event}")
    });
    said.collect()
}
