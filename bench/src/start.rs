//! From the start to the first page, and memory, by how many people are on the path.

use std::path::Path;
use std::time::Instant;

use jiff::SignedDuration;
use kapok::walk::{Milestone, Walker};

use crate::Result;
use crate::figure::load;
use crate::practice::{Practice, walker};
use crate::scratch::Scratch;
use crate::served::Served;

const CLIENTS: [u32; 3] = [40, 2_000, 20_000];
const ROUNDS: usize = 5;
/// One in so many has come as far as the seal of a first session; the others have met.
const SEALED_ONE_IN: usize = 20;
/// People who are let in at once, so that no list of steps grows with the practice.
const AT_ONCE: usize = 500;

pub(crate) async fn measure(kapok: &Path) -> Result<()> {
    for clients in CLIENTS {
        let scratch = Scratch::new("start")?;
        let began = Instant::now();
        filled(&scratch, clients).await?;
        let filling = began.elapsed().as_secs_f64();
        let (mut took, mut memory) = (Vec::new(), (0, 0));
        for _ in 0..ROUNDS {
            let served = Served::start(kapok, &scratch).await?;
            took.push(served.first_page.as_millis());
            memory = served.memory()?;
            served.stop().await?;
        }
        took.sort_unstable();
        println!(
            "measure=start clients={clients} first_page_ms={} first_page_ms_max={} rss_bytes={} \
             rss_bytes_max={} filled_s={filling:.1} load={}",
            took[ROUNDS / 2],
            took[ROUNDS - 1],
            memory.0,
            memory.1,
            load()
        );
    }
    Ok(())
}

async fn filled(scratch: &Scratch, clients: u32) -> Result<()> {
    let practice = Practice::found(scratch).await?;
    let until = practice.now - SignedDuration::from_hours(24);
    practice.sign_protocol(until - SignedDuration::from_hours(24 * 60)).await?;
    let walkers: Vec<Walker> = (0..clients).map(walker).collect();
    for some in walkers.chunks(AT_ONCE) {
        let (far, near) = some.split_at(some.len() / SEALED_ONE_IN);
        practice.walk(far, Milestone::Sealed, until).await?;
        practice.walk(near, Milestone::Met, until).await?;
    }
    practice.store.close();
    Ok(())
}
