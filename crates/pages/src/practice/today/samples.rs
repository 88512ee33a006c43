//! States of Today. Everyone in them is made up.

use journey::appointment::Kind as For;
use journey::task::Kind;

use super::{Call, Coming, Has, InRoom, InWindow, Named, NewEnquiry, OfStock, Task, Today, Waiting};
use crate::drawing::window::{CheckIn, Window};
use crate::samples::instant;

/// Nobody yet, a first enquiry, a usual day, a full day.
pub fn samples() -> Vec<(&'static str, Today)> {
    let first = Today { enquiries: vec![enquiry(1, "Ruth Sample")], people: 1, ..Today::default() };
    let alarm = Today { calls: called(), ..usual() };
    vec![
        ("empty", Today::default()),
        ("first-enquiry", first),
        ("usual", usual()),
        ("full", full()),
        ("called", alarm),
        ("stock", of_stock()),
    ]
}

fn person(number: u32, name: &str) -> Named {
    Named { client: format!("{number:032x}"), name: name.to_owned() }
}

fn enquiry(number: u32, name: &str) -> NewEnquiry {
    NewEnquiry {
        person: person(number, name),
        received_at: instant("2026-05-13T22:12:00Z"),
        words: Some("I have lived with pain for nine years, and I am tired of bracing.".to_owned()),
    }
}

fn usual() -> Today {
    Today {
        calls: Vec::new(),
        in_room: Vec::new(),
        coming: vec![preparation(), medicine_session()],
        tomorrow: vec![integration()],
        window: vec![
            in_window(2, "Maya Sample", 48.0),
            in_window(3, "Theo Sample", 42.0),
            quiet(4, "Ruth Sample"),
        ],
        waits: vec![
            asked(2, "Maya Sample"),
            waiting(4, "Ruth Sample", Task::AnswerMessages { count: 2 }, "2026-05-14T15:12:00Z"),
            waiting(3, "Theo Sample", Task::BookIntegration, "2026-05-13T00:40:00Z"),
        ],
        stock: Vec::new(),
        enquiries: vec![enquiry(7, "Daniel Sample")],
        people: 9,
        live: None,
    }
}

/// Only the stock waits: a loss past its time, and a complete count.
fn of_stock() -> Today {
    let lost = OfStock::Unsettled { count: 2, due_at: Some(instant("2026-05-14T00:00:00Z")) };
    let counted = OfStock::ToBeCounted { since: jiff::civil::date(2026, 5, 12) };
    Today { waits: Vec::new(), stock: vec![lost, counted], ..usual() }
}

fn full() -> Today {
    let mut today = usual();
    let later = |hours| Coming { starts_at: medicine_session().starts_at + hours, ..preparation() };
    today.coming.extend((1..5).map(|place| later(jiff::SignedDuration::from_mins(place * 75))));
    today
        .window
        .extend((10..16).map(|number| in_window(number, "Maximiliana Sample-Featherstonehaugh", 60.0)));
    let opened = |kind, since, due: &str, has| Waiting {
        due_at: Some(instant(due)),
        has,
        ..waiting(5, "Jonah Sample", Task::Opened(kind), since)
    };
    let said = instant("2026-05-12T18:00:00Z");
    let waited = opened(Kind::RiskAnswer, "2026-05-14T17:20:00Z", "2026-05-14T18:20:00Z", Has::Nobody);
    today.waits.insert(0, Waiting { said_at: Some(said), person: person(8, "Mara Sample"), ..waited });
    let overdue = opened(Kind::RiskAnswer, "2026-05-14T16:30:00Z", "2026-05-14T17:30:00Z", Has::Nobody);
    today.waits.insert(0, overdue);
    let another = Has::Another("Dr Iris Sample".to_owned());
    today.waits.push(opened(Kind::Craving, "2026-05-14T16:30:00Z", "2026-05-15T00:00:00Z", another));
    today.waits.push(opened(Kind::ShortSleep, "2026-05-14T16:30:00Z", "2026-05-15T00:00:00Z", Has::Nobody));
    today.waits.push(waiting(6, "Ines Sample", Task::DecideScreening, "2026-04-02T17:30:00Z"));
    today.enquiries.extend((20..25).map(|number| enquiry(number, "Maximiliana Sample-Featherstonehaugh")));
    let since = instant("2026-05-14T16:55:00Z");
    today.in_room.push(InRoom { person: person(40, "Teo Sample"), since, place: Some("Willow".to_owned()) });
    today.calls = called();
    today.stock.push(OfStock::Unsettled { count: 1, due_at: Some(instant("2026-05-16T00:00:00Z")) });
    today.people = 140;
    today
}

fn called() -> Vec<Call> {
    let since = instant("2026-05-14T16:10:00Z");
    let nobody = Call {
        name: "Mara Sample".to_owned(),
        phone: Some("+1 415 555 0100".to_owned()),
        since,
        taken_by: None,
    };
    let taken = Some("Dr Iris Sample".to_owned());
    vec![nobody, Call { name: "Theo Sample".to_owned(), phone: None, since, taken_by: taken }]
}

fn preparation() -> Coming {
    Coming {
        person: person(5, "Jonah Sample"),
        starts_at: instant("2026-05-14T18:30:00Z"),
        kind: For::Preparation,
        place: Some("Willow".to_owned()),
        minutes: 75,
        with: vec!["Ana Sample".to_owned()],
    }
}

fn medicine_session() -> Coming {
    Coming {
        person: person(6, "Ines Sample"),
        starts_at: instant("2026-05-14T21:00:00Z"),
        kind: For::MedicineSession,
        place: Some("Willow".to_owned()),
        minutes: 180,
        with: vec!["Ana Sample".to_owned(), "Dr Iris Sample".to_owned()],
    }
}

fn integration() -> Coming {
    Coming {
        person: person(2, "Maya Sample"),
        starts_at: instant("2026-05-15T16:00:00Z"),
        kind: For::Integration,
        place: None,
        minutes: 60,
        with: vec!["Ana Sample".to_owned()],
    }
}

fn in_window(number: u32, name: &str, hours: f64) -> InWindow {
    let ahead = |day| (day, CheckIn::Ahead);
    let dosed_at = instant("2026-05-14T17:40:00Z") - jiff::SignedDuration::from_secs_f64(hours * 3600.0);
    let booked = number.is_multiple_of(2);
    InWindow {
        person: person(number, name),
        dosed_at,
        drawing: Window {
            days: hours / 24.0,
            check_ins: vec![(1.0, CheckIn::Filled), ahead(3.0), ahead(7.0), ahead(14.0)],
            integrations: if booked { vec![2.64] } else { Vec::new() },
        },
        integration_at: booked.then(|| instant("2026-05-15T16:00:00Z")),
        meet_by: dosed_at + jiff::SignedDuration::from_hours(72),
        met: usize::from(number == 9),
        quiet_since: None,
        words: booked.then(|| "tender, not sad".to_owned()),
    }
}

fn quiet(number: u32, name: &str) -> InWindow {
    let check_ins =
        vec![(1.0, CheckIn::Filled), (3.0, CheckIn::Missed), (7.0, CheckIn::Ahead), (14.0, CheckIn::Ahead)];
    InWindow {
        drawing: Window { days: 6.1, check_ins, integrations: vec![2.2, 6.9] },
        dosed_at: instant("2026-05-08T15:00:00Z"),
        quiet_since: Some(instant("2026-05-11T15:00:00Z")),
        words: None,
        ..in_window(number, name, 146.0)
    }
}

fn waiting(number: u32, name: &str, task: Task, since: &str) -> Waiting {
    Waiting {
        person: person(number, name),
        task,
        since: instant(since),
        said_at: None,
        due_at: None,
        has: Has::Nobody,
    }
}

fn asked(number: u32, name: &str) -> Waiting {
    let task = Task::Opened(Kind::Asked { of: None });
    Waiting { has: Has::Me, ..waiting(number, name, task, "2026-05-13T20:05:00Z") }
}
