use jiff::Timestamp;
use permit::Permit;
use store::{Opened, ReadFault, Store};

async fn page(store: &Store, permit: Permit) -> Result<Opened, ReadFault> {
    store.read(permit, Timestamp::UNIX_EPOCH).await
}

fn main() {
    let _ = page;
}
