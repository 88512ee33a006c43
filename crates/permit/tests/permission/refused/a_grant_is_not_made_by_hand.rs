use journey::{ClientId, Compartment};
use permit::{Actor, Grant, Resource};

fn forge(actor: Actor, resource: Resource, client: ClientId) -> Grant {
    Grant { actor, resource, client, compartment: Compartment::Record, sealed: Default::default() }
}

fn main() {}
