use std::marker::PhantomData;

use permit::{Action, Actor, Permit, Resource};

fn forged(actor: Actor, action: Action, resource: Resource) -> Permit {
    Permit { actor, action, resource, sealed: PhantomData }
}

fn main() {
    let _ = forged;
}
