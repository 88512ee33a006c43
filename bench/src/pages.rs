//! Person page and room, by how many sessions lie behind.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use jiff::{SignedDuration, Timestamp};
use journey::ClientId;
use kapok::walk::{self, Again, Milestone, Walker};

use crate::Result;
use crate::figure::{Figure, Work, load, run};
use crate::http::Browser;
use crate::practice::{Practice, session, walker};
use crate::scratch::Scratch;
use crate::served::Served;

const SESSIONS: [u32; 3] = [10, 100, 1_000];
const ROUNDS: usize = 3;
const SPAN: Duration = Duration::from_secs(2);
/// Days from one session to the next.
const DAYS: i64 = 4;
/// Sessions for which one set of papers lasts, one prescription, one protocol.
const PAPERS: u32 = 16;
const LOZENGES: u32 = 4;
const PROTOCOL: u32 = 160;

pub(crate) async fn measure(kapok: &Path) -> Result<()> {
    let scratch = Scratch::new("pages")?;
    let practice = Practice::found(&scratch).await?;
    let mut people = Vec::new();
    for sessions in SESSIONS {
        people.push((sessions, walked(&practice, sessions).await?));
    }
    practice.store.close();
    let served = Served::start(kapok, &scratch).await?;
    let browser = served.therapist().await?;
    for (sessions, client) in people {
        for (page, path) in [
            ("person-page", format!("/people/{client}")),
            ("room-page", format!("/people/{client}/sessions/{}", session(client, sessions))),
        ] {
            looked_at(&browser, page, sessions, path).await?;
        }
    }
    served.stop().await
}

/// Somebody with so many sessions, who is in the room for the last of them.
async fn walked(practice: &Practice, sessions: u32) -> Result<ClientId> {
    let walker = walker(sessions);
    let days = DAYS * i64::from(sessions - 1);
    let mut at = practice.now - SignedDuration::from_hours(24 * days + 3);
    practice.sign_protocol(at - SignedDuration::from_hours(24 * 40)).await?;
    let first = Walker { session: session(walker.client, 1), ..walker.clone() };
    practice.walk(&[first], Milestone::Sealed, at).await?;
    for number in 2..=sessions {
        at = at.checked_add(SignedDuration::from_hours(24 * DAYS))?;
        practice.take(&one_more(practice, &walker, number, at).await?).await?;
    }
    Ok(walker.client)
}

async fn one_more(
    practice: &Practice,
    walker: &Walker,
    number: u32,
    at: Timestamp,
) -> Result<Vec<walk::Step>> {
    let new_protocol = number.is_multiple_of(PROTOCOL);
    if new_protocol {
        practice.sign_protocol(at).await?;
    }
    let again = Again {
        after: session(walker.client, number - 1),
        session: session(walker.client, number),
        renews: new_protocol || number.is_multiple_of(PAPERS),
        prescribes: new_protocol || number % LOZENGES == 2,
    };
    walk::again(&practice.cast, walker, again, at)
}

async fn looked_at(browser: &Browser, page: &str, sessions: u32, path: String) -> Result<()> {
    let mut reader = Reader { browser: browser.again().await?, path, bytes: 0 };
    let cold = Instant::now();
    reader.once().await?;
    let cold = cold.elapsed().as_micros();
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let (figure, kept) = run(vec![reader], SPAN).await?;
        rounds.push(figure);
        reader = kept.into_iter().next().context("the reader comes back")?;
    }
    let Figure { p50_us, p99_us, .. } = Figure::median(rounds);
    println!(
        "measure={page} sessions={sessions} p50_us={p50_us:.0} p99_us={p99_us:.0} first_us={cold} \
         bytes={} load={}",
        reader.bytes,
        load()
    );
    Ok(())
}

struct Reader {
    browser: Browser,
    path: String,
    bytes: usize,
}

impl Work for Reader {
    async fn once(&mut self) -> Result<()> {
        let answer = self.browser.get(&self.path).await?;
        ensure!(answer.status == 200, "{} {}: {}", answer.status, self.path, answer.text);
        self.bytes = answer.text.len();
        Ok(())
    }
}
