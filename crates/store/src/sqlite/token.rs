//! The table `token`: hashes of sign-ins and links.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};

use super::No;
use crate::fault::Cause;
use crate::token::{Token, TokenChange, TokenHash, TokenKind};

/// Makes a change; how many tokens it met.
pub(crate) fn change(
    connection: &Connection,
    practice_no: No,
    change: &TokenChange,
) -> Result<usize, rusqlite::Error> {
    match change {
        TokenChange::Put(token) => put(connection, practice_no, token),
        TokenChange::Touch { hash, seen_at, until } => {
            let sql = "UPDATE token SET seen_at = ?3, until = ?4
                       WHERE practice_no = ?1 AND hash = ?2 AND ended_at IS NULL";
            let (seen_at, until) = (seen_at.as_microsecond(), until.as_microsecond());
            connection.prepare_cached(sql)?.execute((practice_no, hash, seen_at, until))
        }
        TokenChange::End { hash, at } => {
            let sql = "UPDATE token SET ended_at = ?3
                       WHERE practice_no = ?1 AND hash = ?2 AND ended_at IS NULL";
            connection.prepare_cached(sql)?.execute((practice_no, hash, at.as_microsecond()))
        }
        TokenChange::EndOf { subject, at } => {
            let sql = "UPDATE token SET ended_at = ?3
                       WHERE practice_no = ?1 AND subject = ?2 AND ended_at IS NULL";
            connection.prepare_cached(sql)?.execute((practice_no, subject, at.as_microsecond()))
        }
        TokenChange::MoveSignIns { microseconds } => move_sign_ins(connection, practice_no, *microseconds),
        TokenChange::Purge { at } => {
            let sql = "DELETE FROM token
                       WHERE practice_no = ?1 AND (until <= ?2 OR ended_at IS NOT NULL)";
            connection.prepare_cached(sql)?.execute((practice_no, at.as_microsecond()))
        }
    }
}

/// Time that a clock was moved over was no rest.
fn move_sign_ins(connection: &Connection, practice_no: No, by: i64) -> Result<usize, rusqlite::Error> {
    let sql = "UPDATE token SET seen_at = seen_at + ?3, until = until + ?3
               WHERE practice_no = ?1 AND kind = ?2 AND ended_at IS NULL";
    connection.prepare_cached(sql)?.execute((practice_no, number(TokenKind::SignIn), by))
}

fn put(connection: &Connection, practice_no: No, token: &Token) -> Result<usize, rusqlite::Error> {
    let sql = "INSERT INTO token (practice_no, hash, kind, subject, purpose, reference, issued_at,
                                  seen_at, until, ended_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    connection.prepare_cached(sql)?.execute((
        practice_no,
        token.hash,
        number(token.kind),
        token.subject,
        token.purpose,
        token.reference,
        token.issued_at.as_microsecond(),
        token.seen_at.as_microsecond(),
        token.until.as_microsecond(),
        token.ended_at.map(Timestamp::as_microsecond),
    ))
}

pub(crate) fn find(
    connection: &Connection,
    practice_no: No,
    hash: &TokenHash,
) -> Result<Option<Token>, Cause> {
    let sql = "SELECT hash, kind, subject, purpose, reference, issued_at, seen_at, until, ended_at
               FROM token WHERE practice_no = ?1 AND hash = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row((practice_no, hash), token).optional()?)
}

fn token(row: &Row<'_>) -> rusqlite::Result<Token> {
    let kind = numbered(row.get(1)?).ok_or(rusqlite::Error::IntegralValueOutOfRange(1, row.get(1)?))?;
    Ok(Token {
        hash: row.get(0)?,
        kind,
        subject: row.get(2)?,
        purpose: row.get(3)?,
        reference: row.get(4)?,
        issued_at: instant(row, 5)?,
        seen_at: instant(row, 6)?,
        until: instant(row, 7)?,
        ended_at: row.get::<_, Option<i64>>(8)?.map(|_| instant(row, 8)).transpose()?,
    })
}

fn instant(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    let microseconds: i64 = row.get(column)?;
    Timestamp::from_microsecond(microseconds)
        .map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, microseconds))
}

fn number(kind: TokenKind) -> u8 {
    match kind {
        TokenKind::SignIn => 1,
        TokenKind::Link => 2,
        TokenKind::LinkCookie => 3,
    }
}

fn numbered(number: u8) -> Option<TokenKind> {
    match number {
        1 => Some(TokenKind::SignIn),
        2 => Some(TokenKind::Link),
        3 => Some(TokenKind::LinkCookie),
        _ => None,
    }
}
