//! A synthetic person's way through the real rules, step by step; for the demo and for tests.
//!
//! Every step is a command by the actor who would give it, through `permit` and the store. A way is
//! data first, so that those of many people can be put into the order of time.

use std::collections::BTreeSet;
use std::future::poll_fn;
use std::task::Poll;

use anyhow::{Context, anyhow};
use jiff::{SignedDuration, Timestamp, ToSpan};
use journey::practice::{self, NewProtocol};
use journey::protocol::{DEFAULT_TOML, Protocol};
use journey::staff::{Role, Status};
use journey::{ClientId, CommandId, SessionId, StaffId};
use permit::{Actor, Purpose, Relation, Resource};
use store::{Ask, Intent, Needs, Store, needs};

use crate::chance;

mod after;
pub(crate) mod before;
mod persona;
mod script;
mod visit;

pub(crate) use after::{Answered, check_in};
pub(crate) use before::phq9;
pub use persona::Persona;
pub(crate) use script::Script;
pub(crate) use visit::{CALM, checked, left};

/// How far a person has come; each includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// Wrote to the practice.
    Asked,
    /// Was invited to a first talk.
    Invited,
    /// Met; both chose to go on, and the prescriber joined.
    Met,
    /// Told of their health, by hand.
    Told,
    /// Was cleared by the prescriber.
    Cleared,
    /// Signed the consent, offered clause by clause.
    Consented,
    /// Prepared.
    Prepared,
    /// Has a prescription of up to 100 mg, in lozenges of 50 mg.
    Prescribed,
    /// Is in the room, and the visit is open.
    Arrived,
    /// Every check of the day is done, a calm set of vital signs just taken.
    Checked,
    /// Had 50 mg.
    Dosed,
    /// Two hours later, with words, vital signs and one slowing down charted.
    Returned,
    /// Went home with their friend.
    Left,
    /// The session is sealed.
    Sealed,
    /// Answered the check-in of the first day, a day later.
    CheckedIn,
    /// Met for integration, answered two more check-ins and the questionnaire, a week later.
    Integrated,
}

/// Those of the practice who walk along.
#[derive(Debug, Clone, Copy)]
pub struct Cast {
    /// Charts, consents, prepares.
    pub therapist: StaffId,
    /// Clears, prescribes, signs the protocol.
    pub prescriber: StaffId,
}

/// Whose hand does a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hand {
    Public,
    Therapist,
    Prescriber,
    Client,
}

/// One step on the way.
#[derive(Debug, Clone)]
pub struct Step {
    at: Timestamp,
    id: CommandId,
    client: ClientId,
    hand: Hand,
    command: journey::Command,
}

impl Step {
    /// When it is taken.
    pub fn at(&self) -> Timestamp {
        self.at
    }
}

/// A synthetic person on their way.
#[derive(Debug, Clone)]
pub struct Walker {
    /// Their pseudonym.
    pub client: ClientId,
    /// Their name, which nobody bears.
    pub name: String,
    /// What brings them.
    pub brings: Option<String>,
    /// The language they read.
    pub language: String,
    /// Their first session, once they come to it.
    pub session: SessionId,
    /// What is particular to them.
    pub persona: Persona,
}

impl Walker {
    /// Somebody new, by name.
    pub fn new(name: &str) -> Self {
        Self {
            client: chance::client(),
            name: name.to_owned(),
            brings: Some("I brace all day, and I am tired of bracing.".to_owned()),
            language: "en".to_owned(),
            session: SessionId::from_bytes(chance::command().to_bytes()),
            persona: Persona::default(),
        }
    }
}

/// The steps to a milestone from the day on which a person writes.
pub fn steps(cast: &Cast, walker: &Walker, to: Milestone, from: Timestamp) -> anyhow::Result<Vec<Step>> {
    let mut script = Script::new(walker, from);
    before::up_to(&mut script, cast, to)?;
    visit::up_to(&mut script, cast, to)?;
    after::up_to(&mut script, to)?;
    Ok(script.into_steps())
}

/// One more session of a person whose last one is sealed.
#[derive(Debug, Clone, Copy)]
pub struct Again {
    /// The session that is looked back at.
    pub after: SessionId,
    /// The new one.
    pub session: SessionId,
    /// Whether weight, clearance and consent are taken anew.
    pub renews: bool,
    /// Whether lozenges are prescribed anew.
    pub prescribes: bool,
}

/// The steps of one more session, from the look back at the last one to the seal.
///
/// # Errors
/// When an instant lies beyond the calendar.
pub fn again(cast: &Cast, walker: &Walker, again: Again, from: Timestamp) -> anyhow::Result<Vec<Step>> {
    visit::again(cast, walker, again, from)
}

/// The steps to a milestone that is reached at an instant.
pub fn steps_until(
    cast: &Cast,
    walker: &Walker,
    to: Milestone,
    until: Timestamp,
) -> anyhow::Result<Vec<Step>> {
    let as_if = steps(cast, walker, to, until)?;
    let takes = as_if.last().map_or(SignedDuration::ZERO, |last| last.at.duration_since(until));
    steps(cast, walker, to, until.checked_sub(takes)?)
}

/// Takes one step, now.
///
/// # Errors
/// When the rules or the permits refuse it, or the store fails.
pub async fn take(store: &Store, cast: &Cast, step: &Step) -> anyhow::Result<()> {
    let practice = store.practice_id();
    let staff = |staff, role| Actor::Staff { practice, staff, role, status: Status::Active };
    let actor = match step.hand {
        Hand::Public => Actor::Public { practice },
        Hand::Therapist => staff(cast.therapist, Role::Therapist),
        Hand::Prescriber => staff(cast.prescriber, Role::Prescriber),
        Hand::Client => Actor::Link { practice, client: step.client, purpose: Purpose::Home },
    };
    let relation = match actor {
        Actor::Staff { staff, .. } => store.relation(step.client, staff).context("nobody walks there")?,
        _ => Relation::Unclaimed,
    };
    let ask = Ask::Client(step.command.clone());
    let Needs { action, kind } = needs(&ask);
    let resource = Resource::of_client(practice, step.client, kind);
    let permit = permit::to_act(actor, action, resource, relation)
        .map_err(|denied| anyhow!("{denied:?} for {:?}", step.command))?;
    let done = store.act(permit, Intent::now(step.id, ask), step.at).await;
    done.map(|_| ()).map_err(|fault| anyhow!("{fault:?} for {:?} at {}", step.command, step.at))
}

/// Acts in flight at once, as many as half a group commit takes.
const IN_FLIGHT_MAX: usize = 128;

/// Takes steps one after another as they are given, and lets those that follow one another share
/// commits: the writer decides them in the order in which they were asked for.
///
/// # Errors
/// As [`take`], at the first step that fails.
pub async fn take_all(
    store: &Store,
    cast: &Cast,
    steps: &[Step],
    mut progress: impl FnMut(usize),
) -> anyhow::Result<()> {
    let mut taken = 0;
    while let Some(rest) = steps.get(taken..).filter(|rest| !rest.is_empty()) {
        let group = together(rest);
        in_order(group.iter().map(|step| take(store, cast, step))).await?;
        taken += group.len();
        progress(taken);
    }
    Ok(())
}

/// The first steps that may be asked for before the first of them is answered.
///
/// Whether somebody may act hangs on who walks with the client, and that is known after the commit.
fn together(steps: &[Step]) -> &[Step] {
    let changes_team = |step: &Step| {
        use journey::Command::{CareTeam, Consultation, Enquiry};
        matches!(step.command, CareTeam(_) | Consultation(_) | Enquiry(_))
    };
    let mut changed = BTreeSet::new();
    let alone = steps.iter().take(IN_FLIGHT_MAX).position(|step| {
        let stale = changed.contains(&step.client);
        if changes_team(step) {
            changed.insert(step.client);
        }
        stale
    });
    let count = alone.unwrap_or(IN_FLIGHT_MAX).min(steps.len());
    steps.get(..count).unwrap_or(steps)
}

/// Drives all to their end; each is begun after the one before it, none waits for another's end.
async fn in_order<F>(acts: impl Iterator<Item = F>) -> anyhow::Result<()>
where
    F: Future<Output = anyhow::Result<()>>,
{
    let mut waiting: Vec<_> = acts.map(|act| Some(Box::pin(act))).collect();
    // Unconstrained, since the runtime's share for one turn would let a later act begin first.
    tokio::task::unconstrained(poll_fn(|context| {
        for place in &mut waiting {
            match place.as_mut().map(|act| act.as_mut().poll(context)) {
                Some(Poll::Ready(Ok(()))) => *place = None,
                Some(Poll::Ready(Err(fault))) => return Poll::Ready(Err(fault)),
                Some(Poll::Pending) | None => {}
            }
        }
        if waiting.iter().all(Option::is_none) { Poll::Ready(Ok(())) } else { Poll::Pending }
    }))
    .await
}

/// Walks from an instant on to a milestone, and says when it was reached.
///
/// # Errors
/// As [`take`].
pub async fn to(
    store: &Store,
    cast: &Cast,
    walker: &Walker,
    to: Milestone,
    from: Timestamp,
) -> anyhow::Result<Timestamp> {
    if store.practice().protocol_in_force(from).is_none() {
        sign_protocol(store, cast, from).await?;
    }
    let steps = steps(cast, walker, to, from)?;
    take_all(store, cast, &steps, |_| ()).await?;
    Ok(steps.last().map_or(from, |last| last.at))
}

/// Lets the prescriber sign the shipped protocol as its next version, with every yes it asks for.
///
/// # Errors
/// When the store fails.
pub async fn sign_protocol(store: &Store, cast: &Cast, at: Timestamp) -> anyhow::Result<()> {
    let protocol: Protocol = toml::from_str(DEFAULT_TOML)?;
    let yes: BTreeSet<String> = protocol.needs_a_yes().into_iter().map(|at| at.path).collect();
    let expires = store.practice().date_at(at).checked_add(2.years())?;
    let number = u32::try_from(store.practice().protocols.len() + 1)?;
    let new = NewProtocol { number, protocol, yes, signed_by: cast.prescriber, expires };
    let ask = Ask::Practice(practice::Command::SignProtocol(Box::new(new)));
    let Needs { action, kind } = needs(&ask);
    let practice = store.practice_id();
    let role = Role::Prescriber;
    let actor = Actor::Staff { practice, staff: cast.prescriber, role, status: Status::Active };
    let resource = Resource::of_practice(practice, kind);
    let permit = permit::to_act(actor, action, resource, Relation::Unassigned)
        .map_err(|denied| anyhow!("{denied:?}"))?;
    store.act(permit, Intent::now(chance::command(), ask), at).await.map_err(|fault| anyhow!("{fault:?}"))?;
    Ok(())
}
