//! The demo's people, all synthetic, moved in by commands through the real rules.

use anyhow::anyhow;
use jiff::{SignedDuration, Timestamp};
use journey::contact::Details;
use journey::practice::{self, NewPerson};
use journey::staff::Role;
use journey::{Command, StaffId, enquiry};
use permit::{Action, Actor, Job, Kind, Relation, Resource};
use store::{Ask, Intent, Store};

use super::{DemoArguments, Way, way};
use crate::chance;
use crate::clock::Clock;

/// Names as nobody bears them together; each is marked in the record by its mail address.
const FIRST_NAMES: [&str; 12] =
    ["Alba", "Bruno", "Carmen", "Dario", "Elena", "Felix", "Greta", "Hugo", "Irene", "Jonas", "Kira", "Leo"];
const FAMILY_NAMES: [&str; 8] =
    ["Ceiba", "Fibre", "Hollow", "Lantern", "Meadow", "Orchard", "Pebble", "Willow"];
const BRINGS: [&str; 6] = [
    "I have been tired for two years and I would like to know whether this is for me.",
    "My doctor mentioned it. I live with pain and I brace against it all day.",
    "I want to be able to rest without the old pictures coming.",
    "I have tried three medicines. I am curious and a little afraid.",
    "Someone close to me died. I keep going, and I do not feel much.",
    "I would like to talk to somebody first.",
];

/// Founds the practice and lets everybody move in.
pub(super) async fn moved_in(
    store: &Store,
    clock: &Clock,
    arguments: &DemoArguments,
) -> anyhow::Result<Vec<Way>> {
    let now = clock.now();
    let staff: [(StaffId, &str, &str, Role); 3] = [
        (chance::staff(), "Ana Ceiba", "ana@demo.invalid", Role::Therapist),
        (chance::staff(), "Dr. Nils Orchard", "nils@demo.invalid", Role::Prescriber),
        (chance::staff(), "Pau Lantern", "pau@demo.invalid", Role::Admin),
    ];
    let founded_at = earlier(now, SignedDuration::from_hours(24 * 400));
    for (index, (id, name, email, role)) in staff.iter().enumerate() {
        let person = NewPerson {
            staff: *id,
            name: (*name).to_owned(),
            email: (*email).to_owned(),
            // Nobody signs in to the demo by password: the links are the ways in.
            password_hash: "!".to_owned(),
            roles: vec![*role],
        };
        found_or_add(store, index == 0, person, founded_at).await?;
    }
    // The log never goes back in time, so the oldest come first.
    for number in (0..arguments.clients).rev() {
        enquire(store, arguments.seed, number, now).await?;
    }
    Ok(staff.iter().map(|(id, _, _, role)| way(*id, *role)).collect())
}

async fn found_or_add(store: &Store, first: bool, person: NewPerson, at: Timestamp) -> anyhow::Result<()> {
    let practice = store.practice_id();
    let command = if first {
        practice::Command::Found {
            name: "Kapok House (demonstration)".to_owned(),
            country: "US".to_owned(),
            zone: "America/Los_Angeles".to_owned(),
            first: person,
        }
    } else {
        practice::Command::AddPerson(person)
    };
    let actor = Actor::System { practice, job: Job::SetUp };
    let resource = Resource::of_practice(practice, Kind::People);
    let permit = permit::to_act(actor, Action::Create, resource, Relation::Unclaimed)
        .map_err(|denied| anyhow!("{denied:?}"))?;
    let intent = Intent::now(chance::command(), Ask::Practice(command));
    store.act(permit, intent, at).await.map_err(|fault| anyhow!("{fault:?}"))?;
    Ok(())
}

async fn enquire(store: &Store, seed: u64, number: u32, now: Timestamp) -> anyhow::Result<()> {
    let pick = seed.wrapping_add(u64::from(number).wrapping_mul(5));
    let first = choose(&FIRST_NAMES, u64::from(number).wrapping_add(seed));
    let family = choose(&FAMILY_NAMES, pick);
    let details = Details {
        name: format!("{first} {family}"),
        email: Some(format!("{}.{number}@demo.invalid", first.to_lowercase())),
        phone: None,
        reach: None,
        language: if number % 4 == 3 { "es" } else { "en" }.to_owned(),
    };
    let brings = Some(choose(&BRINGS, pick).to_owned());
    let practice = store.practice_id();
    let resource = Resource::of_client(practice, chance::client(), Kind::Enquiry);
    let permit = permit::to_act(Actor::Public { practice }, Action::Create, resource, Relation::Unclaimed)
        .map_err(|denied| anyhow!("{denied:?}"))?;
    let ask = Ask::Client(Command::Enquiry(enquiry::Command::Receive { details, brings }));
    let at = earlier(now, SignedDuration::from_hours(i64::from(number) * 7 + 2));
    store.act(permit, Intent::now(chance::command(), ask), at).await.map_err(|fault| anyhow!("{fault:?}"))?;
    Ok(())
}

fn choose<'a>(among: &[&'a str], pick: u64) -> &'a str {
    let index = usize::try_from(pick % among.len() as u64).unwrap_or_default();
    among.get(index).copied().unwrap_or_default()
}

fn earlier(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.saturating_sub(by).unwrap_or(Timestamp::MIN)
}
