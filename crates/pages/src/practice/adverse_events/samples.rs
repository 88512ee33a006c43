//! States of the page of adverse events. The person in them is made up.

use std::collections::BTreeSet;

use jiff::civil::date;
use journey::medicine_session::adverse_event::{
    AdverseEvent, End, FollowUp, FollowedUp, Outcome, Outside, Relatedness, Report, Seriousness,
};
use journey::medicine_session::session::Review;
use journey::{EventId, Refusal, SessionId, Who};

use super::{AdverseEvents, Known};
use crate::practice::history::{PRESCRIBER, names};
use crate::practice::medical::Typed;
use crate::practice::subject::Subject;
use crate::samples::instant;

const SESSION: SessionId = SessionId::from_bytes([6; 16]);
const BY: Who = Who::Staff { staff: PRESCRIBER };

fn event(number: u8, term: &str, grade: u8, follow_ups: Vec<FollowedUp>) -> AdverseEvent {
    AdverseEvent {
        id: EventId::from_bytes([number; 16]),
        at: instant("2026-05-12T17:10:00Z"),
        by: BY,
        report: Report {
            term: term.to_owned(),
            grade,
            action: Some("lying down, the window open".to_owned()),
            relatedness: Some(Relatedness::Likely),
            ..Report::default()
        },
        follow_ups,
    }
}

fn followed(at: &str, follow_up: FollowUp) -> FollowedUp {
    FollowedUp { at: instant(at), by: BY, follow_up }
}

fn known(event: AdverseEvent, review: Option<&str>) -> Known {
    let finding = review.map(str::to_owned);
    let review = finding.map(|finding| Review { at: instant("2026-05-13T15:00:00Z"), by: BY, finding });
    Known { session: SESSION, grave: event.report.grade >= 3, event, review }
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, AdverseEvents)> {
    let typed = |number: u32| Typed::new(format!("{number:032x}"));
    let call = FollowUp {
        words: Some("Called at nine: slept well, 128/82 at home.".to_owned()),
        ..FollowUp::default()
    };
    let closing = FollowUp {
        words: Some("Pressure back to her own by the evening.".to_owned()),
        serious: Some(BTreeSet::from([Seriousness::Hospital])),
        outside: Some(Outside::Yes { whom: "MedWatch, and the pharmacy".to_owned(), on: date(2026, 5, 13) }),
        end: Some(End { outcome: Outcome::Resolved, resolved_at: Some(instant("2026-05-13T02:00:00Z")) }),
    };
    let nausea = FollowUp {
        serious: Some(BTreeSet::new()),
        outside: Some(Outside::No { because: "mild, expected, and gone".to_owned() }),
        end: Some(End { outcome: Outcome::Unknown, resolved_at: None }),
        ..FollowUp::default()
    };
    let open = event(1, "hypertension", 3, vec![followed("2026-05-13T16:00:00Z", call.clone())]);
    let over = [("2026-05-13T16:00:00Z", call), ("2026-05-14T16:00:00Z", closing)];
    let over = event(1, "hypertension", 3, over.map(|(at, one)| followed(at, one)).into());
    let mild = event(2, "nausea", 2, vec![followed("2026-05-13T16:00:00Z", nausea)]);
    let empty = AdverseEvents {
        subject: Subject::sample(),
        names: names(),
        sessions: vec![(SESSION, instant("2026-05-12T16:40:00Z"))],
        follow_up: Some(typed(1)),
        report: Some(typed(2)),
        ..AdverseEvents::default()
    };
    let usual = AdverseEvents { events: vec![known(mild.clone(), None), known(open, None)], ..empty.clone() };
    let reviewed =
        known(over, Some("A rise with the strain of vomiting. Half the dose, and ondansetron first."));
    let closed = AdverseEvents { events: vec![known(mild, None), reviewed], ..empty.clone() };
    let mut refused = typed(1);
    refused.fields.insert("event".to_owned(), EventId::from_bytes([1; 16]).to_string());
    refused.fields.insert("outcome".to_owned(), "resolved".to_owned());
    refused.refusal = Some(Refusal::OutsideUnsaid);
    let mut unsaid = typed(2);
    unsaid.fields.insert("term".to_owned(), "other".to_owned());
    unsaid.refusal = Some(Refusal::WordsMissing);
    vec![
        ("empty", empty.clone()),
        ("told", AdverseEvents { told_in_check_in: true, ..empty.clone() }),
        ("refused", AdverseEvents { follow_up: Some(refused), ..usual.clone() }),
        ("report-refused", AdverseEvents { report: Some(unsaid), ..empty }),
        ("closed", closed),
        ("reader", AdverseEvents { follow_up: None, report: None, ..usual.clone() }),
        ("usual", usual),
    ]
}
