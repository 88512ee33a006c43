//! States of the ending. Everyone in them is made up.

use jiff::civil::date;
use journey::ending::{Ended, Farewell, FollowUp, FollowUpWish, Medicine, Reopened, Side, Why};
use journey::review::{Hat, Seen};
use journey::task::{Ended as Done, Kind, Task};
use journey::{EventId, Refusal, StaffId, Who};

use super::{Ending, Form, Names, Subject, Typed};
use crate::practice::review::usual_seen;
use crate::samples::instant;

const ANA: StaffId = StaffId::from_bytes([1; 16]);

fn id(number: u8) -> EventId {
    EventId::from_bytes([number; 16])
}

/// An ending that both saw, four months ago.
pub fn usual_ended() -> Ended {
    let follow_up = |number: u8, months, on| FollowUp { id: id(number), months, on };
    Ended {
        at: instant("2026-01-12T16:00:00Z"),
        by: Who::Staff { staff: ANA },
        hat: Hat::Therapist,
        farewell: Farewell {
            by: Side::Together,
            why: Why::Complete,
            reason: "Sleep has come back and stayed. What is left to do is done without the medicine."
                .to_owned(),
            clients_words: Some("I can tell now when I need to stop, and I stop.".to_owned()),
            takes_along: Some("Let the breath out before the stairs. The tree behind the house.".to_owned()),
            reachable: "Ana Sample, Mondays to Thursdays, by telephone. At night, the numbers below."
                .to_owned(),
            medicine: Medicine::Returned,
            medicine_words: Some("Two lozenges came back on 12 January, counted by two.".to_owned()),
            letter: Some(
                "Maya Sample: 6 medicine sessions, 475 mg in all.\nNo adverse event above grade 2."
                    .to_owned(),
            ),
            follow_up: FollowUpWish::Welcome,
        },
        follow_ups: vec![
            follow_up(11, 1, date(2026, 2, 12)),
            follow_up(12, 3, date(2026, 4, 12)),
            follow_up(13, 6, date(2026, 7, 12)),
        ],
        reopened: None,
    }
}

fn task(number: u8, months: u16, opened: &str, done: Option<&str>) -> Task {
    let ended = done.map(|words| Done {
        at: instant("2026-02-12T11:00:00Z"),
        by: Who::Staff { staff: ANA },
        words: Some(words.to_owned()),
    });
    Task {
        id: id(number),
        kind: Kind::FollowUp { months },
        happened_at: instant("2026-01-12T16:00:00Z"),
        opened_at: instant(opened),
        by: Who::Staff { staff: ANA },
        words: None,
        about: None,
        owners: Vec::new(),
        ended,
    }
}

fn typed(refusal: Refusal) -> Typed {
    let fields =
        [("by", "client"), ("why", "said-no"), ("medicine", "still-out"), ("reason", "It is enough.")];
    Typed {
        command: format!("{:032x}", 5),
        fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        refusal: Some(refusal),
        unreadable: None,
    }
}

/// Every state of the page.
pub fn samples() -> Vec<(&'static str, Ending)> {
    let form = |typed| Some(Form { typed, hat: Hat::Therapist });
    let usual = Ending {
        subject: Subject::sample(),
        seen: usual_seen(),
        endings: Vec::new(),
        follow_ups: Vec::new(),
        months: vec![1, 3, 6],
        names: Names([(ANA, "Ana Sample".to_owned())].into()),
        form: form(Typed::new(format!("{:032x}", 4))),
    };
    let ended = Ending {
        endings: vec![usual_ended()],
        follow_ups: vec![
            task(11, 1, "2026-02-11T23:00:00Z", Some("Sleeps well. Walks. Glad to be asked.")),
            task(12, 3, "2026-04-11T22:00:00Z", None),
            task(13, 6, "2026-07-11T22:00:00Z", None),
        ],
        ..usual.clone()
    };
    let left = Ended {
        farewell: Farewell {
            by: Side::Client,
            why: Why::SaidNo,
            reason: "She said that it is enough. No reason was asked.".to_owned(),
            clients_words: None,
            takes_along: None,
            medicine: Medicine::NoneLeft,
            medicine_words: None,
            letter: None,
            follow_up: FollowUpWish::NotWanted,
            ..usual_ended().farewell
        },
        follow_ups: Vec::new(),
        ..usual_ended()
    };
    let back = Ended {
        reopened: Some(Reopened {
            at: instant("2026-05-10T10:00:00Z"),
            by: Who::Staff { staff: ANA },
            changed: "A new medicine for blood pressure since March. Works half days.".to_owned(),
            clients_words: Some("The winter was long. I would like to look again.".to_owned()),
        }),
        ..usual_ended()
    };
    vec![
        ("before", usual.clone()),
        ("empty", Ending { seen: Seen::default(), ..usual.clone() }),
        ("refused", Ending { form: form(typed(Refusal::ReachableMissing)), ..usual.clone() }),
        ("lozenges-out", Ending { form: form(typed(Refusal::LozengesOut)), ..usual.clone() }),
        ("ended", ended.clone()),
        ("read-only", Ending { form: None, ..ended }),
        ("said-no", Ending { endings: vec![left], ..usual.clone() }),
        ("came-back", Ending { endings: vec![back], ..usual }),
    ]
}
