//! Sign-ins and links: put, found, touched and ended by the hash of their secret.

use jiff::{SignedDuration, Timestamp};

use super::Store;
use crate::fault::Fault;
use crate::queue::{Answer, Work};
use crate::sqlite::token;
use crate::token::{Token, TokenChange, TokenHash};

impl Store {
    /// Keeps a new token.
    ///
    /// # Errors
    /// When its hash is taken, or Kapok failed.
    pub async fn put_token(&self, token: Token) -> Result<(), Fault> {
        self.change(TokenChange::Put(token)).await.map(|_| ())
    }

    /// Finds a token, also one that is over; the caller judges its times.
    ///
    /// # Errors
    /// When Kapok failed.
    pub async fn find_token(&self, hash: &TokenHash) -> Result<Option<Token>, Fault> {
        let sqlite = self.sqlite();
        let token = sqlite.readers.query(|connection| token::find(connection, sqlite.practice_no, hash));
        token.await.map_err(|cause| Fault::noted(&cause))
    }

    /// Notes that a token was used, and until when it holds now; whether it still held.
    ///
    /// # Errors
    /// When Kapok failed.
    pub async fn touch_token(
        &self,
        hash: TokenHash,
        seen_at: Timestamp,
        until: Timestamp,
    ) -> Result<bool, Fault> {
        self.change(TokenChange::Touch { hash, seen_at, until }).await.map(|count| count > 0)
    }

    /// Ends a token; whether it had not ended before.
    ///
    /// # Errors
    /// When Kapok failed.
    pub async fn end_token(&self, hash: TokenHash, at: Timestamp) -> Result<bool, Fault> {
        self.change(TokenChange::End { hash, at }).await.map(|count| count > 0)
    }

    /// Ends every token of a person or a client; how many had not ended before.
    ///
    /// # Errors
    /// When Kapok failed.
    pub async fn end_tokens_of(&self, subject: [u8; 16], at: Timestamp) -> Result<usize, Fault> {
        self.change(TokenChange::EndOf { subject, at }).await
    }

    /// Forgets every token that is over at `at`: ended, or out of time; how many those were.
    ///
    /// # Errors
    /// When Kapok failed.
    pub async fn purge_tokens(&self, at: Timestamp) -> Result<usize, Fault> {
        self.change(TokenChange::Purge { at }).await
    }

    /// Lets every sign-in go on as if a clock that is moved forward had stood still; for the demo.
    ///
    /// # Errors
    /// When Kapok failed.
    pub async fn move_sign_ins(&self, by: SignedDuration) -> Result<usize, Fault> {
        let microseconds = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
        self.change(TokenChange::MoveSignIns { microseconds }).await
    }

    async fn change(&self, change: TokenChange) -> Result<usize, Fault> {
        match self.sqlite().note(Work::Token(change)).await? {
            Answer::Tokens(count) => Ok(count),
            Answer::Done(_) | Answer::Refused(_) | Answer::Noted => unreachable!("a change counts tokens"),
        }
    }
}
