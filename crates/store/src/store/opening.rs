//! Making a practice's folder, and opening one.

use std::path::Path;
use std::sync::Arc;

use journey::card;
use journey::stock::Stock;
use journey::{ClientId, Compartment, Practice, PracticeId, Stream};
use rusqlite::{Connection, OpenFlags};
use vault::key::RootKey;
use vault::keystore::KeyStore;

use super::{Doing, Progress, REDRAWN_AT_ONCE, Shared, origin};
use crate::fault::{Cause, Fault, OpenFault};
use crate::folder::Folder;
use crate::index::{Card, Index};
use crate::seals::{CardPlace, Seals};
use crate::sqlite::card::CardRow;
use crate::sqlite::practice::PracticeRow;
use crate::sqlite::{self, checkpoint, connection, event, meta, migrate, practice, stream};
use crate::writer::{Materials, Writer};

/// Cards opened between two words of progress.
const OPENED_AT_ONCE: usize = 1_000;

/// Makes everything a practice begins with.
pub(super) fn create(data: &Path, root_key: &Path) -> Result<Writer, OpenFault> {
    let folder = Folder::new(data);
    if root_key.exists() {
        return Err(OpenFault::AlreadyThere { path: root_key.into() });
    }
    folder.create()?;
    folder.check_outside(root_key)?;
    let lock = folder.lock()?;
    let practice_id = drawn_practice()?;
    let root = RootKey::generate().map_err(Cause::from)?;
    root.write_new(root_key)?;
    let seals = Seals::new(practice_id, KeyStore::create(&folder.keys(), &root)?);
    seals.ensure(Compartment::Practice, None)?;
    seals.save()?;
    let mut connection = connection::writing(&folder.database(), OpenFlags::SQLITE_OPEN_CREATE)?;
    migrate::run(&mut connection)?;
    meta::claim_schema(&connection)?;
    let verifier = seals.verifier(&origin(practice_id)).to_string();
    practice::insert(&connection, practice_id, &verifier)?;
    let practice = practice::only(&connection)?;
    let shared =
        Arc::new(Shared::new(Practice::default(), Stock::default(), Index::default(), String::new()));
    Ok(Writer::new(Materials { connection, folder, lock, seals, shared, practice, signed_size: 0 }))
}

/// Opens a practice: keys, log, practice, cards.
pub(super) fn open(
    data: &Path,
    root_key: &Path,
    progress: &mut dyn FnMut(Progress),
) -> Result<Writer, OpenFault> {
    let folder = Folder::new(data);
    if !folder.has_practice() {
        return Err(OpenFault::NothingThere { path: data.into() });
    }
    let lock = folder.lock()?;
    let keys = KeyStore::open(&folder.keys(), &RootKey::read(root_key)?)?;
    let mut connection = connection::writing(&folder.database(), OpenFlags::empty())?;
    migrate::run(&mut connection)?;
    meta::claim_schema(&connection)?;
    let row = practice::only(&connection)?;
    let seals = Seals::new(row.id, keys);
    let (signed_size, note) = checked_head(&connection, &row, &seals)?;
    let practice = folded_practice(&connection, &row, &seals)?;
    let stock = folded_stock(&connection, &row, &seals)?;
    let index = opened_cards(&connection, &row, &seals, progress)?;
    let shared = Arc::new(Shared::new(practice, stock, index, note));
    let materials = Materials { connection, folder, lock, seals, shared, practice: row, signed_size };
    let mut writer = Writer::new(materials);
    draw_stale(&mut writer, progress)?;
    Ok(writer)
}

fn drawn_practice() -> Result<PracticeId, Cause> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|fault| Cause::unreadable("chance", "the system", fault))?;
    Ok(PracticeId::from_bytes(bytes))
}

/// The head's tree, its rows and its newest checkpoint must agree before anything is appended.
fn checked_head(
    connection: &Connection,
    practice: &PracticeRow,
    seals: &Seals,
) -> Result<(u64, String), Cause> {
    let size = practice.frontier.size();
    let unreadable = |why: &dyn std::fmt::Display| Cause::unreadable("the log", format!("size {size}"), why);
    let rows = event::next_position(connection, practice.practice_no)?;
    if rows != size {
        return Err(unreadable(&format_args!("it holds {rows} facts")));
    }
    let Some((_, note)) = checkpoint::newest(connection, practice.practice_no)? else {
        return Ok((0, String::new()));
    };
    let verifier = seals.verifier(&origin(practice.id));
    let signed = verifier.verify(&note).map_err(|fault| unreadable(&fault))?;
    if signed.size > size {
        return Err(unreadable(&format_args!("a checkpoint speaks of {} facts", signed.size)));
    }
    if signed.size == size && signed.root != practice.frontier.root() {
        return Err(unreadable(&"its root is not that of its checkpoint"));
    }
    Ok((signed.size, note))
}

fn folded_practice(connection: &Connection, row: &PracticeRow, seals: &Seals) -> Result<Practice, Cause> {
    let key = seals.key(Compartment::Practice, None)?;
    let mut facts = Vec::new();
    for stream in [Stream::Practice, Stream::Staff] {
        let Some(stream_no) = stream::find(connection, row.practice_no, stream)? else { continue };
        event::of_stream(connection, row.practice_no, stream_no, 0, |event| {
            facts.push((event.position, seals.open_event(&key, stream, &event)?));
            Ok(())
        })?;
    }
    facts.sort_unstable_by_key(|(position, _)| *position);
    let mut practice = Practice::default();
    facts.iter().for_each(|(_, fact)| practice.evolve(fact));
    Ok(practice)
}

/// Folds the practice's stock.
fn folded_stock(connection: &Connection, row: &PracticeRow, seals: &Seals) -> Result<Stock, Cause> {
    let key = seals.key(Compartment::Practice, None)?;
    let mut stock = Stock::default();
    if let Some(stream_no) = stream::find(connection, row.practice_no, Stream::Stock)? {
        event::of_stream(connection, row.practice_no, stream_no, 0, |event| {
            stock.evolve(&seals.open_event(&key, Stream::Stock, &event)?);
            Ok(())
        })?;
    }
    Ok(stock)
}

/// Opens every card of today's shape; the others are drawn anew afterwards.
fn opened_cards(
    connection: &Connection,
    row: &PracticeRow,
    seals: &Seals,
    progress: &mut dyn FnMut(Progress),
) -> Result<Index, Cause> {
    let total = stream::journeys(connection, row.practice_no)?.len();
    let mut index = Index::default();
    let mut done = 0;
    sqlite::card::all(connection, row.practice_no, |sealed| {
        if sealed.version == card::VERSION {
            index.put(sealed.client, opened_card(seals, &sealed)?);
        }
        done += 1;
        if done % OPENED_AT_ONCE == 0 || done == total {
            progress(Progress { doing: Doing::OpeningCards, done, total });
        }
        Ok(())
    })?;
    Ok(index)
}

fn opened_card(seals: &Seals, sealed: &CardRow) -> Result<Card, Cause> {
    let place = CardPlace { client: sealed.client, version: sealed.version, head_seq: sealed.head_seq };
    Ok(Card {
        identity: seals.open_identity(place, &sealed.identity)?,
        place: seals.open_place(place, &sealed.place)?,
    })
}

fn draw_stale(writer: &mut Writer, progress: &mut dyn FnMut(Progress)) -> Result<(), OpenFault> {
    let stale: Vec<ClientId> = sqlite::card::stale(&writer.connection, writer.practice_no, card::VERSION)?;
    let mut done = 0;
    for clients in stale.chunks(REDRAWN_AT_ONCE) {
        writer.redraw_now(clients).map_err(|fault: Fault| OpenFault::Record(fault.to_string()))?;
        done += clients.len();
        progress(Progress { doing: Doing::DrawingCards, done, total: stale.len() });
    }
    Ok(())
}
