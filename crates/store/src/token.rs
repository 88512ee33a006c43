//! Tokens: the hashes of sign-ins and links; ids and instants only.

use jiff::Timestamp;

/// The SHA-256 of a token; the token itself is never stored.
pub type TokenHash = [u8; 32];

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TokenKind {
    /// A person's web session.
    SignIn,
    /// A link as it was sent, until its first press.
    Link,
    /// The cookie that a link became.
    LinkCookie,
}

/// A sign-in or a link, by the hash of its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Hash of the secret.
    pub hash: TokenHash,
    /// What it is.
    pub kind: TokenKind,
    /// The person of the practice or the client it speaks for.
    pub subject: [u8; 16],
    /// What it is for; the caller's own numbering.
    pub purpose: u8,
    /// The one thing it is for, such as a check-in.
    pub reference: Option<[u8; 16]>,
    /// When it was made.
    pub issued_at: Timestamp,
    /// When it was last used.
    pub seen_at: Timestamp,
    /// Until when it holds.
    pub until: Timestamp,
    /// When it was ended, if it was.
    pub ended_at: Option<Timestamp>,
}

/// A change to the tokens, made by the writer.
#[derive(Debug, Clone, Copy)]
pub(crate) enum TokenChange {
    Put(Token),
    Touch { hash: TokenHash, seen_at: Timestamp, until: Timestamp },
    End { hash: TokenHash, at: Timestamp },
    EndOf { subject: [u8; 16], at: Timestamp },
    Purge { at: Timestamp },
    MoveSignIns { microseconds: i64 },
}
