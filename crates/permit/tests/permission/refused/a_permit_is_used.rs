use journey::ClientId;
use permit::{Grant, Permit};

fn act(_: Permit) {}

fn use_up(permit: Permit, grant: &Grant) -> ClientId {
    act(permit);
    grant.client()
}

fn main() {
    let _ = use_up;
}
