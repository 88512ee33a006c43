//! States of the reviews. Everyone in them is made up.

use jiff::civil::date;
use journey::review::{
    Agreed, ClientPart, Decision, Hat, Of, Rest, Review as Content, Seen, SessionSeen, Signed,
};
use journey::scale::{GAD7, PHQ9, Scale, Score, Told};
use journey::{EventId, Refusal, SessionId, StaffId, Who};

use super::{Form, Names, Review, Subject, Typed};
use crate::samples::instant;

const ANA: StaffId = StaffId::from_bytes([1; 16]);
const IRIS: StaffId = StaffId::from_bytes([2; 16]);

fn names() -> Names {
    Names([(ANA, "Ana Sample".to_owned()), (IRIS, "Dr Iris Sample".to_owned())].into())
}

fn told(scale: &Scale, from: i64, to: i64) -> Told {
    let score = |points| Score { points, over: 1 };
    Told {
        from: (instant("2026-01-12T17:00:00Z"), score(from)),
        to: (instant("2026-05-02T17:00:00Z"), score(to)),
        change: scale.change(score(from), score(to)),
    }
}

/// What six sessions did: one measure better, one worse, one adverse event.
pub fn usual_seen() -> Seen {
    let session = |number: u8, day: &str, total_mg, slowed_down, adverse_events| SessionSeen {
        session: SessionId::from_bytes([number; 16]),
        number: usize::from(number),
        at: instant(&format!("{day}T16:30:00Z")),
        total_mg,
        slowed_down,
        adverse_events,
    };
    Seen {
        sessions: vec![
            session(1, "2026-01-20", 50, Some(0), Vec::new()),
            session(2, "2026-02-03", 75, Some(1), vec![("nausea".to_owned(), 1)]),
            session(3, "2026-02-24", 100, Some(0), Vec::new()),
            session(4, "2026-03-17", 100, Some(2), vec![("anxiety".to_owned(), 2)]),
            session(5, "2026-04-07", 75, Some(0), Vec::new()),
            session(6, "2026-04-28", 75, Some(0), Vec::new()),
        ],
        since_review: 6,
        without_dose: 1,
        scales: vec![(&PHQ9, told(&PHQ9, 17, 8)), (&GAD7, told(&GAD7, 9, 12))],
        integrations: 7,
        check_ins: 19,
        goals: Some("To sleep through, and to hold my daughter without thinking of my back.".to_owned()),
        hopes: Some("That the pain is not the first thing I am.".to_owned()),
        words: vec![(
            instant("2026-05-02T08:10:00Z"),
            "I slept five nights. The back is the back.".to_owned(),
        )],
        along_threads: vec![(instant("2026-04-10T08:40:00Z"), "Something in me stopped arguing.".to_owned())],
        practices: vec!["Let the breath out before the stairs.".to_owned()],
        lozenges_left: Some(2),
    }
}

fn content(decision: Decision) -> Content {
    let pace = match decision {
        Decision::ChangePace => Some("Every four weeks, with a talk in between.".to_owned()),
        Decision::Taper => Some("75 mg in four weeks, 50 mg six weeks later, then none.".to_owned()),
        Decision::GoOn | Decision::Pause | Decision::End => None,
    };
    Content {
        of: Of::Course,
        client: ClientPart::Present,
        staff: [IRIS].into(),
        saw: "Sleep and mood are reliably better. Anxiety is a little higher; the pain has not changed."
            .to_owned(),
        clients_words: Some("I do not need it as often. I need the talks.".to_owned()),
        decision,
        pace,
        reason: "The work now happens between the sessions.".to_owned(),
        next_on: (decision != Decision::End).then(|| date(2026, 8, 4)),
    }
}

fn signed(decision: Decision, hat: Hat, agreed: Option<Agreed>) -> Signed {
    Signed {
        id: EventId::from_bytes([6; 16]),
        at: instant("2026-05-12T15:20:00Z"),
        by: Who::Staff { staff: if hat == Hat::Therapist { ANA } else { IRIS } },
        hat,
        review: content(decision),
        agreed,
    }
}

fn typed() -> Typed {
    let fields = [("of", "course"), ("client", "present"), ("decision", "taper"), ("words", "Better sleep.")];
    Typed {
        command: format!("{:032x}", 5),
        fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        refusal: Some(Refusal::PaceMissing),
        unreadable: None,
    }
}

/// Every state of the page.
pub fn samples() -> Vec<(&'static str, Review)> {
    let form =
        Form { typed: Typed::new(format!("{:032x}", 4)), could_be_there: vec![IRIS], hat: Hat::Therapist };
    let none = Review {
        subject: Subject::sample(),
        seen: Seen::default(),
        signed: Vec::new(),
        rest: None,
        fell_due: None,
        next_on: None,
        day_has_come: false,
        names: names(),
        form: Some(form.clone()),
        agree: None,
    };
    let due = Review { seen: usual_seen(), fell_due: Some(6), ..none.clone() };
    let agreed = Agreed {
        at: instant("2026-05-13T09:05:00Z"),
        by: Who::Staff { staff: IRIS },
        words: Some("Pressure stayed low throughout. I agree, and prescribe no more than 75 mg.".to_owned()),
    };
    let waits = signed(Decision::Taper, Hat::Therapist, None);
    let seen = Seen { since_review: 0, ..usual_seen() };
    let next_on = Some(date(2026, 8, 4));
    let waiting = Review { seen, signed: vec![waits], fell_due: None, next_on, ..due.clone() };
    let with = |decision, rest| Review {
        signed: vec![
            signed(Decision::ChangePace, Hat::Prescriber, None),
            signed(decision, Hat::Therapist, Some(agreed.clone())),
        ],
        rest,
        ..waiting.clone()
    };
    let shown = waiting.clone();
    let agreeing = Review { form: None, agree: Some(Typed::new(format!("{:032x}", 7))), ..waiting.clone() };
    let ended = Review { form: None, next_on: None, ..with(Decision::End, Some(Rest::Ended)) };
    vec![
        ("none", none),
        ("refused", Review { form: Some(Form { typed: typed(), ..form }), ..due.clone() }),
        ("due", due),
        ("to-agree", agreeing),
        ("waiting", shown),
        ("tapers", with(Decision::Taper, None)),
        ("rests", with(Decision::Pause, Some(Rest::Paused))),
        ("day-has-come", Review { day_has_come: true, ..with(Decision::Pause, Some(Rest::Paused)) }),
        ("to-end", Review { next_on: None, ..with(Decision::End, Some(Rest::ToEnd)) }),
        ("ended", ended),
    ]
}
