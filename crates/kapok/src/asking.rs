//! How a handler asks: for leave first, then of the store; five lines of story remain.

use std::sync::Arc;

use jiff::Timestamp;
use journey::stock::{self, Stock};
use journey::{Case, ClientId, Command, CommandId, SessionId, practice};
use permit::{Action, Actor, Grant, Kind, Relation, Resource};
use store::{Ask, Call, Done, Intent, ListQuery, Listed, Needs, needs};

use crate::door::Visit;
use crate::failure::Failure;
use crate::link::LIFE;

impl Visit {
    /// Who asks: the person signed in, or on a client's own pages whoever holds the link.
    ///
    /// # Errors
    /// When nobody does.
    pub fn actor(&self) -> Result<Actor, Failure> {
        if let Ok(holder) = self.holder() {
            return Ok(holder.actor());
        }
        Ok(self.signed_in()?.actor())
    }

    fn relation(&self, actor: &Actor, client: ClientId) -> Result<Relation, Failure> {
        match actor {
            Actor::Staff { staff, .. } => self.app().store.relation(client, *staff).ok_or(Failure::NotFound),
            _ => Ok(Relation::Unassigned),
        }
    }

    /// Whether they may; for drawing a page, never in place of asking.
    pub fn may(&self, client: ClientId, action: Action, kind: Kind) -> bool {
        let Ok(actor) = self.actor() else { return false };
        let Ok(relation) = self.relation(&actor, client) else { return false };
        permit::decide(&actor, action, &self.resource(&actor, client, kind), relation).is_ok()
    }

    fn grant(&self, client: ClientId, kind: Kind) -> Result<Grant, Failure> {
        let actor = self.actor()?;
        let relation = self.relation(&actor, client)?;
        let resource = self.resource(&actor, client, kind);
        Ok(permit::to_open(actor, resource, relation)?)
    }

    fn resource(&self, actor: &Actor, client: ClientId, kind: Kind) -> Resource {
        Resource::of_client(self.app().store.practice_id(), client, kind).meant_by(actor)
    }

    /// Opens the compartment that holds one kind of thing about one client.
    ///
    /// # Errors
    /// When it is not there or not for them, which are told alike; or the store fails.
    pub async fn read(&self, client: ClientId, kind: Kind) -> Result<Arc<Case>, Failure> {
        let grant = self.grant(client, kind)?;
        Ok(self.app().store.read(grant, self.now).await?.case)
    }

    /// As [`Visit::read`], with the chart of one medicine session.
    ///
    /// # Errors
    /// As [`Visit::read`].
    pub async fn read_session(&self, client: ClientId, session: SessionId) -> Result<Arc<Case>, Failure> {
        let grant = self.grant(client, Kind::SessionChart)?;
        Ok(self.app().store.read_session(grant, session, self.now).await?.case)
    }

    /// Asks for a thing to be done about one client; the command says what leave it needs.
    ///
    /// # Errors
    /// When it is not for them, the rules refuse it, or the store fails.
    pub async fn act(&self, client: ClientId, id: CommandId, command: Command) -> Result<Done, Failure> {
        self.asked(self.actor()?, client, id, None, command).await
    }

    /// As [`Visit::act`], for what was done at another time than now.
    ///
    /// # Errors
    /// As [`Visit::act`].
    pub async fn act_at(
        &self,
        client: ClientId,
        id: CommandId,
        at: Timestamp,
        command: Command,
    ) -> Result<Done, Failure> {
        self.asked(self.actor()?, client, id, Some(at), command).await
    }

    /// As [`Visit::act`], for what a client said at `said_at`, which may have waited without signal.
    ///
    /// What nobody says, what lies ahead and what is older than any link is taken as said now.
    ///
    /// # Errors
    /// As [`Visit::act`].
    pub async fn act_said(
        &self,
        client: ClientId,
        id: CommandId,
        said_at: &str,
        command: Command,
    ) -> Result<Done, Failure> {
        let said_at: Option<Timestamp> = said_at.parse().ok().filter(|_| self.holder().is_ok());
        let lawful = |at: &Timestamp| *at <= self.now && self.now.duration_since(*at) <= LIFE;
        self.asked(self.actor()?, client, id, said_at.filter(lawful), command).await
    }

    /// As [`Visit::act`], for somebody who has just shown who they are: the presser of a link.
    ///
    /// # Errors
    /// As [`Visit::act`].
    pub async fn act_as(
        &self,
        actor: Actor,
        client: ClientId,
        id: CommandId,
        command: Command,
    ) -> Result<Done, Failure> {
        self.asked(actor, client, id, None, command).await
    }

    async fn asked(
        &self,
        actor: Actor,
        client: ClientId,
        id: CommandId,
        occurred_at: Option<Timestamp>,
        command: Command,
    ) -> Result<Done, Failure> {
        let relation = self.relation(&actor, client)?;
        let ask = Ask::Client(command);
        let Needs { action, kind } = needs(&ask);
        let resource = self.resource(&actor, client, kind);
        let permit = permit::to_act(actor, action, resource, relation)?;
        let intent = Intent { occurred_at, ..Intent::now(id, ask) };
        Ok(self.app().store.act(permit, intent, self.now).await?)
    }

    /// Asks for a thing to be done about the practice.
    ///
    /// # Errors
    /// As [`Visit::act`].
    pub async fn act_for_practice(&self, id: CommandId, command: practice::Command) -> Result<Done, Failure> {
        let ask = Ask::Practice(command);
        let Needs { action, kind } = needs(&ask);
        let resource = Resource::of_practice(self.app().store.practice_id(), kind);
        let permit = permit::to_act(self.actor()?, action, resource, Relation::Unassigned)?;
        Ok(self.app().store.act(permit, Intent::now(id, ask), self.now).await?)
    }

    /// The practice's stock as it stands; the people in it are pseudonyms.
    ///
    /// # Errors
    /// When it is not for them.
    pub fn stock(&self) -> Result<Arc<Stock>, Failure> {
        let resource = Resource::of_practice(self.app().store.practice_id(), Kind::Stock);
        let permit = permit::to_act(self.actor()?, Action::Read, resource, Relation::Unassigned)?;
        Ok(self.app().store.stock(permit)?)
    }

    /// Asks for a thing to be done with the practice's stock.
    ///
    /// # Errors
    /// As [`Visit::act`].
    pub async fn act_on_stock(&self, id: CommandId, command: stock::Command) -> Result<Done, Failure> {
        let ask = Ask::Stock(command);
        let Needs { action, kind } = needs(&ask);
        let resource = Resource::of_practice(self.app().store.practice_id(), kind);
        let permit = permit::to_act(self.actor()?, action, resource, Relation::Unassigned)?;
        Ok(self.app().store.act(permit, Intent::now(id, ask), self.now).await?)
    }

    /// Asks for leave to do something with the practice's own; for drawing a page.
    ///
    /// # Errors
    /// When it is not for them.
    pub fn of_practice(&self, action: Action, kind: Kind) -> Result<(), Failure> {
        let resource = Resource::of_practice(self.app().store.practice_id(), kind);
        Ok(permit::decide(&self.actor()?, action, &resource, Relation::Unassigned)?)
    }

    /// Lists clients as their cards show them.
    ///
    /// # Errors
    /// When lists are not for them, or the store fails.
    pub async fn list(&self, query: ListQuery) -> Result<Listed, Failure> {
        let resource = Resource::of_practice(self.app().store.practice_id(), Kind::Roster);
        let permit = permit::to_act(self.actor()?, Action::Read, resource, Relation::Unassigned)?;
        Ok(self.app().store.list(permit, query, self.now).await?)
    }

    /// For whom somebody is needed: names, and who goes; nothing for those who are not told.
    ///
    /// # Errors
    /// When nobody is signed in, or the store fails.
    pub async fn calls(&self) -> Result<Vec<Call>, Failure> {
        let resource = Resource::of_practice(self.app().store.practice_id(), Kind::Call);
        match permit::to_act(self.actor()?, Action::Read, resource, Relation::Unassigned) {
            Ok(permit) => Ok(self.app().store.calls(permit, self.now).await?),
            Err(_) => Ok(Vec::new()),
        }
    }
}
