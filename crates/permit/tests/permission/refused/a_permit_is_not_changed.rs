use permit::{Permit, Resource};

fn widen(permit: Permit, resource: Resource) -> Permit {
    Permit { resource, ..permit }
}

fn main() {}
