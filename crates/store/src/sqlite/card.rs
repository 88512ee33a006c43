//! The table `card`: what lists show of each client, in two sealed halves.

use journey::ClientId;
use rusqlite::Connection;

use super::No;
use crate::fault::Cause;
use crate::header::kind;

/// A card as it lies, beside the head of the journey it should have been drawn from.
pub(crate) struct CardRow {
    pub(crate) client: ClientId,
    pub(crate) version: u16,
    pub(crate) head_seq: u64,
    pub(crate) identity: Vec<u8>,
    pub(crate) place: Vec<u8>,
}

/// Puts a card in place of an older one.
pub(crate) fn put(
    connection: &Connection,
    practice_no: No,
    stream_no: No,
    card: &CardRow,
) -> Result<(), rusqlite::Error> {
    let sql = "INSERT INTO card (practice_no, stream_no, version, head_seq, identity, place)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)
               ON CONFLICT (practice_no, stream_no) DO UPDATE SET version = excluded.version,
                   head_seq = excluded.head_seq, identity = excluded.identity, place = excluded.place";
    let mut statement = connection.prepare_cached(sql)?;
    let head_seq = card.head_seq.cast_signed();
    statement.execute((practice_no, stream_no, card.version, head_seq, &card.identity, &card.place))?;
    Ok(())
}

/// Hands over every card.
pub(crate) fn all(
    connection: &Connection,
    practice_no: No,
    mut each: impl FnMut(CardRow) -> Result<(), Cause>,
) -> Result<(), Cause> {
    let sql = "SELECT stream.client, card.version, card.head_seq, card.identity, card.place
               FROM card JOIN stream USING (practice_no, stream_no)
               WHERE card.practice_no = ?1";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([practice_no])?;
    while let Some(row) = rows.next()? {
        each(CardRow {
            client: ClientId::from_bytes(row.get(0)?),
            version: row.get(1)?,
            head_seq: row.get::<_, i64>(2)?.cast_unsigned(),
            identity: row.get(3)?,
            place: row.get(4)?,
        })?;
    }
    Ok(())
}

/// Clients whose card is missing, of another version, or behind their journey.
pub(crate) fn stale(connection: &Connection, practice_no: No, version: u16) -> Result<Vec<ClientId>, Cause> {
    let sql = "SELECT stream.client
               FROM stream LEFT JOIN card USING (practice_no, stream_no)
               WHERE stream.practice_no = ?1 AND stream.kind = ?2
                 AND (card.version IS NOT ?3
                      OR card.head_seq IS NOT (SELECT max(seq) FROM event
                                               WHERE event.practice_no = stream.practice_no
                                                 AND event.stream_no = stream.stream_no))
               ORDER BY stream.stream_no";
    let mut statement = connection.prepare(sql)?;
    let clients = statement
        .query_map((practice_no, kind::JOURNEY, version), |row| Ok(ClientId::from_bytes(row.get(0)?)))?;
    Ok(clients.collect::<Result<_, _>>()?)
}
