//! A practice with one therapist and one prescriber, and people who walk through the real rules.

use anyhow::anyhow;
use jiff::Timestamp;
use journey::practice::{Command, NewPerson};
use journey::staff::Role;
use journey::{ClientId, SessionId, StaffId};
use kapok::walk::{self, Cast, Milestone, Step, Walker};
use permit::{Action, Actor, Job, Kind, Relation, Resource};
use store::{Ask, Intent, Store};

use crate::Result;
use crate::scratch::Scratch;

pub(crate) const EMAIL: &str = "therapist@bench.invalid";
pub(crate) const PASSWORD: &str = "a password long enough to count";

/// Days from the practice's beginning to now.
const OLD_DAYS: i64 = 4_400;

/// A practice that is being filled, before it is served.
pub(crate) struct Practice {
    pub(crate) store: Store,
    pub(crate) cast: Cast,
    pub(crate) now: Timestamp,
}

impl Practice {
    /// Founds one in a scratch folder.
    pub(crate) async fn found(scratch: &Scratch) -> Result<Self> {
        let store = Store::create(&scratch.data(), &scratch.root_key())?;
        let now = Timestamp::now();
        let cast = Cast { therapist: staff(1), prescriber: staff(2) };
        let practice = Self { store, cast, now };
        let founded_at = now - jiff::SignedDuration::from_hours(24 * OLD_DAYS);
        let first = person(cast.therapist, EMAIL, Role::Therapist)?;
        let command = Command::Found {
            name: "Bench House".to_owned(),
            country: "US".to_owned(),
            zone: "America/Los_Angeles".to_owned(),
            first,
        };
        practice.act(command, founded_at).await?;
        let second = person(cast.prescriber, "prescriber@bench.invalid", Role::Prescriber)?;
        practice.act(Command::AddPerson(second), founded_at).await?;
        Ok(practice)
    }

    async fn act(&self, command: Command, at: Timestamp) -> Result<()> {
        let practice = self.store.practice_id();
        let resource = Resource::of_practice(practice, Kind::People);
        let actor = Actor::System { practice, job: Job::SetUp };
        let permit = permit::to_act(actor, Action::Create, resource, Relation::Unassigned)
            .map_err(|denied| anyhow!("{denied:?}"))?;
        let intent = Intent::now(kapok::chance::command(), Ask::Practice(command));
        self.store.act(permit, intent, at).await.map_err(|fault| anyhow!("{fault:?}"))?;
        Ok(())
    }

    /// Lets the prescriber sign the shipped protocol anew.
    pub(crate) async fn sign_protocol(&self, at: Timestamp) -> Result<()> {
        walk::sign_protocol(&self.store, &self.cast, at).await
    }

    /// Lets these people come as far as this, each reaching it at the same instant.
    pub(crate) async fn walk(&self, walkers: &[Walker], to: Milestone, until: Timestamp) -> Result<()> {
        let mut steps = Vec::new();
        for walker in walkers {
            steps.extend(walk::steps_until(&self.cast, walker, to, until)?);
        }
        steps.sort_by_key(Step::at);
        self.take(&steps).await
    }

    pub(crate) async fn take(&self, steps: &[Step]) -> Result<()> {
        walk::take_all(&self.store, &self.cast, steps, |_| ()).await
    }
}

fn person(staff: StaffId, email: &str, role: Role) -> Result<NewPerson> {
    let password_hash = kapok::sign_in::desk::hash(PASSWORD).map_err(|fault| anyhow!("{fault}"))?;
    let name = format!("Synthetic {role:?}");
    Ok(NewPerson { staff, name, email: email.to_owned(), password_hash, roles: vec![role] })
}

fn staff(number: u8) -> StaffId {
    StaffId::from_bytes([number; 16])
}

/// Somebody synthetic, by number.
pub(crate) fn walker(number: u32) -> Walker {
    let mut bytes = [0xc1; 16];
    bytes[..4].copy_from_slice(&number.wrapping_mul(0x9e37_79b9).to_be_bytes());
    bytes[4..8].copy_from_slice(&number.to_be_bytes());
    Walker { client: ClientId::from_bytes(bytes), ..Walker::new(&format!("Synthetic Sample {number}")) }
}

/// A session's id, by number.
pub(crate) fn session(client: ClientId, number: u32) -> SessionId {
    let mut bytes = client.to_bytes();
    bytes[8..12].copy_from_slice(&number.to_be_bytes());
    SessionId::from_bytes(bytes)
}
