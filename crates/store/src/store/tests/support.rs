//! A practice in a scratch folder, and short words for what is done in it. All people are made up.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use journey::contact::Details;
use journey::staff::{Role, Status};
use journey::{ClientId, Command, CommandId, PracticeId, StaffId, enquiry, practice};
use permit::{Action, Actor, Grant, Job, Kind, Permit, Relation, Resource, to_act, to_open};

use crate::{ActFault, Ask, Done, Intent, ListQuery, Listed, Mutant, Needs, OpenFault, Store, needs};

/// The person who founds the practice.
pub(crate) const THERAPIST: StaffId = StaffId::from_bytes([0xa1; 16]);
/// The practice's opening hour: 1 March 2026, 9:00.
pub(crate) const NINE: i64 = 1_772_355_600;

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a lawful instant")
}

pub(crate) fn client(number: u32) -> ClientId {
    let [a, b, c, d] = number.to_be_bytes();
    ClientId::from_bytes([0xc1, a, b, c, d, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}

pub(crate) fn command(number: u32) -> CommandId {
    let [a, b, c, d] = number.to_be_bytes();
    CommandId::from_bytes([0xdd, 0, 0, 0, a, b, c, d, 0, 0, 0, 0, 0, 0, 0, 0])
}

pub(crate) fn details(name: &str) -> Details {
    Details {
        name: name.to_owned(),
        email: Some("someone@example.org".to_owned()),
        phone: None,
        reach: None,
        language: "en".to_owned(),
    }
}

pub(crate) fn receive(name: &str) -> Ask {
    let brings = Some("Sleepless for two years".to_owned());
    Ask::Client(Command::Enquiry(enquiry::Command::Receive { details: details(name), brings }))
}

pub(crate) fn invite() -> Ask {
    Ask::Client(Command::Enquiry(enquiry::Command::Invite))
}

/// A folder of its own, gone with the test.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("kapok-store-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).expect("a scratch folder");
        Self(path)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    pub(crate) fn root_key(&self) -> PathBuf {
        self.0.join("root.key")
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn create(&self) -> Desk {
        Desk { store: Store::create(&self.data(), &self.root_key()).expect("a new practice"), now: at(NINE) }
    }

    pub(crate) fn create_mutant(&self, mutant: Mutant) -> Desk {
        let store = Store::create_mutant(&self.data(), &self.root_key(), mutant).expect("a new practice");
        Desk { store, now: at(NINE) }
    }

    pub(crate) fn open(&self) -> Desk {
        Desk { store: self.try_open().expect("the practice"), now: at(NINE) }
    }

    pub(crate) fn try_open(&self) -> Result<Store, OpenFault> {
        Store::open(&self.data(), &self.root_key(), &mut |_| {})
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A store, and the time on the wall beside it.
pub(crate) struct Desk {
    pub(crate) store: Store,
    pub(crate) now: Timestamp,
}

impl Desk {
    pub(crate) fn practice(&self) -> PracticeId {
        self.store.practice_id()
    }

    pub(crate) fn therapist(&self, staff: StaffId) -> Actor {
        Actor::Staff { practice: self.practice(), staff, role: Role::Therapist, status: Status::Active }
    }

    fn system(&self, job: Job) -> Actor {
        Actor::System { practice: self.practice(), job }
    }

    pub(crate) async fn found(&self) -> Done {
        let command = practice::Command::Found {
            name: "Meadow Practice".to_owned(),
            country: "US".to_owned(),
            zone: "America/Denver".to_owned(),
            first: practice::NewPerson {
                staff: THERAPIST,
                name: "Thea Rapist-Example".to_owned(),
                email: "thea@example.org".to_owned(),
                password_hash: "$argon2id$v=19$synthetic".to_owned(),
                roles: vec![Role::Therapist],
            },
        };
        let people = Resource::of_practice(self.practice(), Kind::People);
        let permit = to_act(self.system(Job::SetUp), Action::Create, people, Relation::Unassigned);
        let intent = Intent::now(CommandId::from_bytes([0xf0; 16]), Ask::Practice(command));
        self.store.act(permit.expect("set-up may found"), intent, self.now).await.expect("founded")
    }

    pub(crate) fn sign_in_permit(&self) -> Permit {
        let people = Resource::of_practice(self.practice(), Kind::People);
        to_act(self.system(Job::SignIn), Action::Amend, people, Relation::Unassigned).expect("its job")
    }

    pub(crate) async fn sign_in(&self, command: CommandId) -> Result<Done, ActFault> {
        let ask = Ask::Practice(practice::Command::SignIn { staff: THERAPIST });
        self.store.act(self.sign_in_permit(), Intent::now(command, ask), self.now).await
    }

    pub(crate) fn public_permit(&self, client: ClientId) -> Permit {
        let enquiry = Resource::of_client(self.practice(), client, Kind::Enquiry);
        let public = Actor::Public { practice: self.practice() };
        to_act(public, Action::Create, enquiry, Relation::Unclaimed).expect("anybody may enquire")
    }

    pub(crate) async fn enquire(
        &self,
        command: CommandId,
        client: ClientId,
        name: &str,
    ) -> Result<Done, ActFault> {
        let permit = self.public_permit(client);
        self.store.act(permit, Intent::now(command, receive(name)), self.now).await
    }

    pub(crate) fn amend_permit(&self, client: ClientId) -> Permit {
        self.permit(client, &invite())
    }

    /// A therapist's permit for what is asked.
    pub(crate) fn permit(&self, client: ClientId, ask: &Ask) -> Permit {
        let relation = self.store.relation(client, THERAPIST).unwrap_or(Relation::Unclaimed);
        let Needs { action, kind } = needs(ask);
        let therapist = self.therapist(THERAPIST);
        let resource = Resource::of_client(self.practice(), client, kind).meant_by(&therapist);
        to_act(therapist, action, resource, relation).expect("a therapist may")
    }

    /// Asks as the therapist, where the permission matrix lets them.
    pub(crate) async fn ask(&self, command: CommandId, client: ClientId, ask: Ask) -> Result<Done, ActFault> {
        let permit = self.permit(client, &ask);
        self.store.act(permit, Intent::now(command, ask), self.now).await
    }

    pub(crate) async fn amend(
        &self,
        command: CommandId,
        client: ClientId,
        ask: Ask,
    ) -> Result<Done, ActFault> {
        let permit = self.amend_permit(client);
        self.store.act(permit, Intent::now(command, ask), self.now).await
    }

    pub(crate) fn grant(&self, client: ClientId, kind: Kind) -> Grant {
        let relation = self.store.relation(client, THERAPIST).unwrap_or(Relation::Assigned);
        let therapist = self.therapist(THERAPIST);
        let resource = Resource::of_client(self.practice(), client, kind).meant_by(&therapist);
        to_open(therapist, resource, relation).expect("a therapist may read")
    }

    pub(crate) async fn list(&self, staff: StaffId, query: ListQuery) -> Listed {
        let roster = Resource::of_practice(self.practice(), Kind::Roster);
        let permit = to_act(self.therapist(staff), Action::Read, roster, Relation::Unassigned);
        self.store.list(permit.expect("a therapist has a list"), query, self.now).await.expect("a list")
    }
}
