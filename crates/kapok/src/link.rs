//! Links: an address that opens one thing for one client, and the cookie that its press becomes.
//!
//! The link's row says what it opens and until when; the cookie's row says only which link. So one
//! ended row ends them all, and neither holds a secret.

use axum::http::{HeaderMap, HeaderValue};
use jiff::{SignedDuration, Timestamp};
use journey::integration::CheckInId;
use journey::link::Purpose;
use journey::{ClientId, LinkId, SessionId};
use permit::Actor;
use sha2::{Digest, Sha256};
use store::TokenKind;

use crate::app::{App, Transport};
use crate::chance::{Token, link_hash};
use crate::door;
use crate::failure::Failure;

/// How long a link to the consent or to a client's own pages lives, as a default.
pub const LIFE: SignedDuration = SignedDuration::from_hours(14 * 24);

/// How long a client's own pages stay open on a phone that others use.
pub const SHARED_LIFE: SignedDuration = SignedDuration::from_hours(1);

/// Whose phone a link is opened on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phone {
    /// Their own: the pages stay open for as long as the link lives.
    Mine,
    /// Others use it: they close with the browser, and soon.
    Shared,
}

/// Where the numbers of check-in days begin in a row's purpose.
const FIRST_DAY: u8 = 3;

/// Told apart from every other hash of a client.
const SHELF: &[u8] = b"kapok shelf";

/// Of that hash: enough to tell two people on one phone apart.
const SHELF_BYTES: usize = 12;

/// Whoever holds a link, by the cookie that it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Which link.
    pub link: LinkId,
    /// Whose.
    pub client: ClientId,
    /// What it opens.
    pub purpose: Purpose,
    /// Until when.
    pub until: Timestamp,
    actor: Actor,
}

impl Holder {
    /// How `permit` knows them.
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// A name for a browser's shelf: what waits there goes to nobody else's pages. It tells nothing.
    pub fn shelf(&self) -> String {
        let hash = Sha256::digest([SHELF, &self.client.to_bytes()].concat());
        hash.iter().take(SHELF_BYTES).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Keeps a link that was recorded: its hash, never its secret.
///
/// # Errors
/// When the purpose has no number, or the store cannot keep it.
pub async fn keep(
    app: &App,
    secret: &Token,
    client: ClientId,
    purpose: Purpose,
    now: Timestamp,
    until: Timestamp,
) -> Result<(), Failure> {
    let (purpose, reference) = numbered(purpose).ok_or(Failure::Unreadable)?;
    let hash = link_hash(secret.link_id());
    let row = row(hash, TokenKind::Link, client, purpose, reference, now, until);
    Ok(app.store.put_token(row).await?)
}

/// Ends a link and every cookie that it became.
///
/// # Errors
/// When the store cannot be asked.
pub async fn end(app: &App, link: LinkId, now: Timestamp) -> Result<(), Failure> {
    app.store.end_token(link_hash(link), now).await?;
    Ok(())
}

/// Who would come in by a link with this secret; nobody when it is over or never was.
///
/// # Errors
/// When the store cannot be asked.
pub async fn behind(app: &App, secret: &str, now: Timestamp) -> Result<Option<Holder>, Failure> {
    match Token::parse(secret) {
        Some(secret) => holder(app, secret.link_id(), now).await,
        None => Ok(None),
    }
}

/// Turns a pressed link into a cookie for its purpose; the link itself stays as it is.
///
/// # Errors
/// When the store cannot keep it.
pub async fn open(app: &App, holder: &Holder, phone: Phone, now: Timestamp) -> Result<HeaderValue, Failure> {
    let cookie = Token::draw();
    let reference = Some(holder.link.to_bytes());
    let until = match phone {
        Phone::Mine => holder.until,
        Phone::Shared => holder.until.min(now.saturating_add(SHARED_LIFE).unwrap_or(holder.until)),
    };
    let row = row(cookie.hash(), TokenKind::LinkCookie, holder.client, 0, reference, now, until);
    app.store.put_token(row).await?;
    // A cookie without an age ends with the browser.
    let seconds = (phone == Phone::Mine).then(|| until.duration_since(now).as_secs().max(0));
    Ok(door::set_cookie(app.transport, cookie_name(app.transport), &cookie.text(), seconds))
}

/// Ends the cookie that a browser came with; the link that it came from stays as it is.
///
/// # Errors
/// When the store cannot be asked.
pub async fn close(app: &App, headers: &HeaderMap, now: Timestamp) -> Result<HeaderValue, Failure> {
    if let Some(cookie) = door::cookie(headers, cookie_name(app.transport)).and_then(Token::parse) {
        app.store.end_token(cookie.hash(), now).await?;
    }
    Ok(door::set_cookie(app.transport, cookie_name(app.transport), "", Some(0)))
}

/// Finds who holds a link by the cookie of a request.
///
/// # Errors
/// When the store cannot be asked.
pub async fn find(app: &App, headers: &HeaderMap, now: Timestamp) -> Result<Option<Holder>, Failure> {
    let Some(cookie) = door::cookie(headers, cookie_name(app.transport)).and_then(Token::parse) else {
        return Ok(None);
    };
    let row = app.store.find_token(&cookie.hash()).await?;
    let row = row.filter(|row| row.kind == TokenKind::LinkCookie && is_open(row, now));
    match row.and_then(|row| row.reference) {
        Some(link) => holder(app, LinkId::from_bytes(link), now).await,
        None => Ok(None),
    }
}

async fn holder(app: &App, link: LinkId, now: Timestamp) -> Result<Option<Holder>, Failure> {
    let row = app.store.find_token(&link_hash(link)).await?;
    let row = row.filter(|row| row.kind == TokenKind::Link && is_open(row, now));
    Ok(row.and_then(|row| {
        let client = ClientId::from_bytes(row.subject);
        let purpose = purpose(row.purpose, row.reference)?;
        let actor = Actor::Link { practice: app.store.practice_id(), client, purpose: for_permit(purpose) };
        Some(Holder { link, client, purpose, until: row.until, actor })
    }))
}

fn is_open(row: &store::Token, now: Timestamp) -> bool {
    row.ended_at.is_none() && now < row.until
}

/// The number under which a row keeps a purpose; a check-in's holds its day, its reference the session.
fn numbered(purpose: Purpose) -> Option<(u8, Option<[u8; 16]>)> {
    match purpose {
        Purpose::Home => Some((0, None)),
        Purpose::Consent => Some((1, None)),
        Purpose::Intake => Some((2, None)),
        Purpose::CheckIn(check_in) => {
            let day = u8::try_from(check_in.day).ok()?.checked_add(FIRST_DAY)?;
            Some((day, Some(check_in.session.to_bytes())))
        }
    }
}

fn purpose(number: u8, reference: Option<[u8; 16]>) -> Option<Purpose> {
    match number {
        0 => Some(Purpose::Home),
        1 => Some(Purpose::Consent),
        2 => Some(Purpose::Intake),
        _ => {
            let session = SessionId::from_bytes(reference?);
            let day = u16::from(number.checked_sub(FIRST_DAY)?);
            Some(Purpose::CheckIn(CheckInId { session, day }))
        }
    }
}

fn for_permit(purpose: Purpose) -> permit::Purpose {
    match purpose {
        Purpose::Home => permit::Purpose::Home,
        Purpose::Consent => permit::Purpose::Consent,
        Purpose::Intake => permit::Purpose::Intake,
        Purpose::CheckIn(_) => permit::Purpose::CheckIn,
    }
}

fn row(
    hash: store::TokenHash,
    kind: TokenKind,
    client: ClientId,
    purpose: u8,
    reference: Option<[u8; 16]>,
    now: Timestamp,
    until: Timestamp,
) -> store::Token {
    let subject = client.to_bytes();
    store::Token {
        hash,
        kind,
        subject,
        purpose,
        reference,
        issued_at: now,
        seen_at: now,
        until,
        ended_at: None,
    }
}

fn cookie_name(transport: Transport) -> &'static str {
    match transport {
        Transport::Tls => "__Host-kapok-link",
        Transport::Loopback => "kapok-link",
    }
}

#[cfg(test)]
mod tests {
    use journey::SessionId;
    use journey::integration::CheckInId;
    use journey::link::Purpose;

    use super::{numbered, purpose};

    #[test]
    fn a_purpose_comes_back_from_its_number() {
        let session = SessionId::from_bytes([7; 16]);
        let check_in = |day| Purpose::CheckIn(CheckInId { session, day });
        for one in [Purpose::Home, Purpose::Consent, Purpose::Intake, check_in(1), check_in(252)] {
            let back = numbered(one).and_then(|(number, reference)| purpose(number, reference));
            assert_eq!(back, Some(one));
        }
        assert_eq!(numbered(check_in(253)), None, "no number is left for it");
    }
}
