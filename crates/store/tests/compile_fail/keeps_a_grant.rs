use jiff::Timestamp;
use permit::Grant;
use store::{Opened, ReadFault, Store};

async fn page(store: &Store, grant: Grant) -> Result<Opened, ReadFault> {
    store.read(grant.clone(), Timestamp::UNIX_EPOCH).await?;
    store.read(grant, Timestamp::UNIX_EPOCH).await
}

fn main() {
    let _ = page;
}
