//! The memory index: every card, opened once at start, so that lists open no record.

use std::collections::BTreeMap;

use jiff::Timestamp;
use journey::card::{Identity, Place, Stage, TaskOnCard};
use journey::task::due_at;
use journey::{ClientId, Practice, PracticeId, StaffId};
use permit::{Action, Actor, Kind, Relation, Resource};

/// Rows that one list shows at most.
pub const LIST_ROWS_MAX: usize = 200;

/// Which clients to list, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListQuery {
    /// Only names in which each of these words begins a word, whatever its case.
    pub text: Option<String>,
    /// Only those at this place on the path.
    pub stage: Option<Stage>,
    /// Only those with whom this person of the practice walks.
    pub walks_with: Option<StaffId>,
    /// Only those who have an appointment in this stretch of time.
    pub meets_between: Option<(Timestamp, Timestamp)>,
    /// Which order.
    pub order: ListOrder,
    /// Rows to leave out at the beginning.
    pub offset: usize,
    /// Rows wanted, [`LIST_ROWS_MAX`] at most; 0 asks for that many.
    pub limit: usize,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ListOrder {
    /// By name.
    #[default]
    Name,
    /// Those who came to their place last, first.
    Newest,
    /// Those who wait at their place longest, first.
    Longest,
}

/// One client, as lists show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// Who, by pseudonym.
    pub client: ClientId,
    /// Who it is.
    pub identity: Identity,
    /// Where they are.
    pub place: Place,
}

/// Somebody for whom a person of the practice is needed, as everyone is told: nothing of why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Who, by pseudonym.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// Since when somebody is needed.
    pub since: Timestamp,
    /// Who goes, if anyone does.
    pub taken_by: Option<StaffId>,
}

/// A part of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// The rows shown.
    pub rows: Vec<ListRow>,
    /// How many the whole list has.
    pub total: usize,
}

/// A card as it is kept open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Card {
    pub(crate) identity: Identity,
    pub(crate) place: Place,
}

/// Every client's open card.
#[derive(Debug, Default)]
pub(crate) struct Index(BTreeMap<ClientId, Card>);

impl Index {
    pub(crate) fn put(&mut self, client: ClientId, card: Card) {
        self.0.insert(client, card);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn has(&self, client: ClientId) -> bool {
        self.0.contains_key(&client)
    }

    /// How a person of the practice stands to a client; none when there is no such client.
    pub(crate) fn relation(&self, client: ClientId, staff: StaffId) -> Option<Relation> {
        self.0.get(&client).map(|card| relation(card, staff))
    }

    /// The part of the list that an actor may see: whoever's identity they may read.
    pub(crate) fn list(&self, practice: PracticeId, actor: &Actor, query: &ListQuery) -> Listed {
        let words: Vec<String> = query.text.iter().flat_map(|text| words(text)).collect();
        let mut found: Vec<(&ClientId, &Card)> = self
            .0
            .iter()
            .filter(|(_, card)| query.stage.is_none_or(|stage| stage == card.place.stage))
            .filter(|(_, card)| query.walks_with.is_none_or(|staff| card.place.care_team.contains(&staff)))
            .filter(|(_, card)| query.meets_between.is_none_or(|between| meets(card, between)))
            .filter(|(client, card)| may_see(practice, actor, **client, card))
            .filter(|(_, card)| matches(&card.identity.name, &words))
            .collect();
        sort(&mut found, query.order);
        let limit = if query.limit == 0 { LIST_ROWS_MAX } else { query.limit.min(LIST_ROWS_MAX) };
        let rows = found.iter().skip(query.offset).take(limit).map(|(client, card)| row(**client, card));
        Listed { rows: rows.collect(), total: found.len() }
    }

    /// For whom somebody is needed, the longest first; those with whom the actor walks apart.
    ///
    /// Who walks along sees the task itself. Everyone else is told the name and since when.
    pub(crate) fn calls(&self, practice: &Practice, actor: &Actor, now: Timestamp) -> Vec<Call> {
        let others = self.0.iter().filter(|(_, card)| relation_of(actor, card) != Relation::Assigned);
        let mut calls: Vec<Call> = others
            .filter_map(|(client, card)| {
                let (since, taken_by) = called(card, practice, now)?;
                Some(Call { client: *client, name: card.identity.name.clone(), since, taken_by })
            })
            .collect();
        calls.sort_by_key(|one| (one.since, one.client));
        calls
    }
}

/// What is past its time and may cost a life, once for each client; none has it while one is untaken.
fn called(card: &Card, practice: &Practice, now: Timestamp) -> Option<(Timestamp, Option<StaffId>)> {
    let late =
        |task: &&TaskOnCard| task.kind.is_for_a_life() && due_at(task.kind, task.opened_at, practice) <= now;
    let late: Vec<&TaskOnCard> = card.place.tasks.iter().filter(late).collect();
    let since = late.iter().map(|task| task.opened_at).min()?;
    let untaken = late.iter().any(|task| task.owner.is_none());
    Some((since, late.iter().find_map(|task| task.owner).filter(|_| !untaken)))
}

fn row(client: ClientId, card: &Card) -> ListRow {
    ListRow { client, identity: card.identity.clone(), place: card.place.clone() }
}

fn meets(card: &Card, (from, until): (Timestamp, Timestamp)) -> bool {
    card.identity.between(from, until).next().is_some()
}

fn relation(card: &Card, staff: StaffId) -> Relation {
    match &card.place.care_team {
        team if team.is_empty() => Relation::Unclaimed,
        team if team.contains(&staff) => Relation::Assigned,
        _ => Relation::Unassigned,
    }
}

fn relation_of(actor: &Actor, card: &Card) -> Relation {
    match actor {
        Actor::Staff { staff, .. } => relation(card, *staff),
        _ => Relation::Unassigned,
    }
}

fn may_see(practice: PracticeId, actor: &Actor, client: ClientId, card: &Card) -> bool {
    let relation = relation_of(actor, card);
    let resource = Resource::of_client(practice, client, Kind::Identity);
    permit::decide(actor, Action::Read, &resource, relation).is_ok()
}

/// Every word asked for begins a word of the name.
fn matches(name: &str, asked: &[String]) -> bool {
    if asked.is_empty() {
        return true;
    }
    let names: Vec<String> = words(name).collect();
    asked.iter().all(|asked| names.iter().any(|name| name.starts_with(asked.as_str())))
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn sort(found: &mut [(&ClientId, &Card)], order: ListOrder) {
    match order {
        ListOrder::Name => {
            found.sort_by_cached_key(|(client, card)| (card.identity.name.to_lowercase(), **client));
        }
        ListOrder::Newest => {
            found.sort_by_key(|(client, card)| (std::cmp::Reverse(card.place.since), **client));
        }
        ListOrder::Longest => found.sort_by_key(|(client, card)| (card.place.since, **client)),
    }
}

#[cfg(test)]
mod tests;
