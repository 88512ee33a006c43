//! Durable chart entries over HTTP, beside their ceiling and the bare row.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, ensure};
use jiff::{SignedDuration, Timestamp};
use journey::CommandId;
use kapok::walk::{Milestone, Walker};
use rusqlite::Connection;

use crate::Result;
use crate::ceiling::{Ceiling, Statements};
use crate::figure::{Figure, Work, load, run};
use crate::http::Browser;
use crate::practice::{Practice, walker};
use crate::scratch::Scratch;
use crate::served::Served;

/// Rooms that the entries are spread over, so that each chart stays as long as a session's is.
const ROOMS: u32 = 256;
const CONNECTIONS: [usize; 3] = [1, 16, 64];
/// Each figure is the middle one of so many.
const ROUNDS: usize = 3;
const SPAN: Duration = Duration::from_secs(2);

pub(crate) async fn measure(kapok: &Path) -> Result<()> {
    let scratch = Scratch::new("entries")?;
    let rooms = rooms(&scratch).await?;
    let before = disk(&scratch)?;
    let served = Served::start(kapok, &scratch).await?;
    let mut browser = served.therapist().await?;
    let csrf = browser.get("/enquiry").await?.field("csrf")?;
    let ceiling = Ceiling::new(scratch.path(), Statements::All, before.sealed_bytes);
    let bare = Ceiling::new(scratch.path(), Statements::BareRow, before.sealed_bytes);
    for connections in CONNECTIONS {
        let mut tablets = Vec::new();
        for number in 0..connections {
            let rooms = rooms.iter().skip(number).step_by(connections).cloned().collect();
            let (browser, csrf) = (browser.again().await?, csrf.clone());
            tablets.push(Tablet { browser, csrf, rooms, next: 0, looks: false });
        }
        let mut figures: [Vec<Figure>; 4] = Default::default();
        for _ in 0..ROUNDS {
            for (place, looks) in [true, false].into_iter().enumerate() {
                tablets.iter_mut().for_each(|tablet| tablet.looks = looks);
                let (figure, kept) = run(tablets, SPAN).await?;
                tablets = kept;
                figures[place].push(figure);
            }
            figures[2].push(run(vec![ceiling.clone(); connections], SPAN).await?.0);
            figures[3].push(run(vec![bare.clone(); connections], SPAN).await?.0);
        }
        let [drawn, kept, ceiling, bare] = figures.map(Figure::median);
        drawn.print("entry-and-room", connections);
        kept.print("entry", connections);
        ceiling.print("ceiling", connections);
        bare.print("bare-row", connections);
        for (measure, figure) in [("entry-and-room-to-ceiling", drawn), ("entry-to-ceiling", kept)] {
            let (rate, p50) = (figure.per_second / ceiling.per_second, figure.p50_us / ceiling.p50_us);
            println!(
                "measure={measure} connections={connections} throughput={rate:.2} p50={p50:.2} load={}",
                load()
            );
        }
    }
    let (now, most) = served.memory()?;
    println!("measure=memory live_sessions={ROOMS} rss_bytes={now} rss_bytes_max={most} load={}", load());
    served.stop().await?;
    grown(&before, &disk(&scratch)?);
    Ok(())
}

/// Everybody in a room, the medicine given; the addresses of the rooms.
async fn rooms(scratch: &Scratch) -> Result<Vec<String>> {
    let practice = Practice::found(scratch).await?;
    let lately = practice.now - SignedDuration::from_mins(20);
    practice.sign_protocol(lately - SignedDuration::from_hours(24 * 60)).await?;
    let walkers: Vec<Walker> = (0..ROOMS).map(walker).collect();
    practice.walk(&walkers, Milestone::Dosed, lately).await?;
    practice.store.close();
    Ok(walkers.iter().map(|one| format!("/people/{}/sessions/{}", one.client, one.session)).collect())
}

/// A tablet that charts in one room after another.
struct Tablet {
    browser: Browser,
    csrf: String,
    rooms: Vec<String>,
    next: usize,
    /// Whether it asks for the room after each entry, as it does when no more wait in its outbox.
    looks: bool,
}

/// What a hand charts, one after another.
const CHARTED: [&str; 4] = [
    r#"{"act":"chart","entry":{"group":"breath","code":"long-sigh"}}"#,
    r#"{"act":"chart","entry":{"group":"body","code":"tears","strength":"clear"}}"#,
    r#"{"act":"chart","entry":{"group":"inner","code":"quiet"}}"#,
    r#"{"act":"note","text":"Hands open, breath slow and even; tears, welcome."}"#,
];

impl Work for Tablet {
    async fn once(&mut self) -> Result<()> {
        let room = self.rooms.get(self.next % self.rooms.len()).context("a room for each tablet")?;
        let act = CHARTED[(self.next / self.rooms.len()) % CHARTED.len()];
        self.next += 1;
        let id: CommandId = kapok::chance::command();
        let body = format!(r#"{{"id":"{id}","at":"{}","act":{act}}}"#, Timestamp::now());
        let (acts, live) = (format!("{room}/acts"), format!("{room}/live?seen="));
        let answer = self.browser.post_json(&acts, &[("x-csrf", self.csrf.as_str())], &body).await?;
        ensure!(answer.status == 200, "{}: {}", answer.status, answer.text);
        if self.looks {
            let answer = self.browser.get(&live).await?;
            ensure!(answer.status == 200 && answer.text.contains("data-room"), "{}", answer.status);
        }
        Ok(())
    }
}

/// What lies on the disk.
struct Disk {
    events: i64,
    bytes: u64,
    sealed_bytes: usize,
}

fn disk(scratch: &Scratch) -> Result<Disk> {
    let database = scratch.data().join("kapok.db");
    let connection = Connection::open(&database)?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    let events = connection.query_row("SELECT count(*) FROM event", [], |row| row.get(0))?;
    let sql = "SELECT length(sealed) FROM event ORDER BY position DESC LIMIT 1";
    let sealed_bytes: i64 = connection.query_row(sql, [], |row| row.get(0))?;
    let bytes = std::fs::metadata(&database)?.len();
    Ok(Disk { events, bytes, sealed_bytes: usize::try_from(sealed_bytes)? })
}

/// What the entries have added, everything that a folder holds included.
fn grown(before: &Disk, after: &Disk) {
    let (events, bytes) = (after.events - before.events, after.bytes - before.bytes);
    let each = bytes as f64 / events as f64;
    println!("measure=disk entries={events} bytes={bytes} bytes_per_entry={each:.0}");
    let whole = after.bytes as f64 / after.events as f64;
    println!("measure=disk-whole events={} bytes={} bytes_per_event={whole:.0}", after.events, after.bytes);
}
