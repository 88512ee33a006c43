//! The desk: what a password costs to check, and how often one may try.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::failure::Failure;

/// Memory that one password costs, in KiB (OWASP's floor for Argon2id with two passes).
const MEMORY_KIB: u32 = 19 * 1024;
/// Passes over that memory.
const PASSES: u32 = 2;
/// Passwords checked at once, so that many tries cannot eat the memory.
const AT_ONCE_MAX: usize = 2;
/// Bad tries for one address before every further one must wait.
const BAD_TRIES_MAX: usize = 10;
/// How long a bad try counts.
const BAD_TRY_COUNTS: SignedDuration = SignedDuration::from_mins(15);
/// Addresses remembered, more than can be tried while a bad try counts; beyond it the one tried
/// longest ago is forgotten.
const ADDRESSES_MAX: usize = 100_000;
/// Bytes of a password that are read.
pub const PASSWORD_BYTES_MAX: usize = 1_024;

/// Checks passwords, slowly on purpose and alike for known and unknown addresses.
pub struct Desk {
    at_once: Semaphore,
    nobody: String,
    bad_tries: Mutex<HashMap<Address, Vec<Timestamp>>>,
}

/// An address as it is counted: its hash, so that a long one takes no more memory than a short one.
type Address = [u8; 32];

impl Default for Desk {
    fn default() -> Self {
        let nobody = hash("nobody signs in with this").expect("fixed parameters hash");
        Self { at_once: Semaphore::new(AT_ONCE_MAX), nobody, bad_tries: Mutex::default() }
    }
}

impl Desk {
    /// Whether the password fits the hash; `None` is an address that nobody has.
    ///
    /// # Errors
    /// [`Failure::TooMany`] after ten bad tries in a quarter of an hour.
    pub async fn check(
        &self,
        address: &str,
        password: &str,
        hash: Option<String>,
        now: Timestamp,
    ) -> Result<bool, Failure> {
        let address: Address = Sha256::digest(address.trim().to_lowercase()).into();
        if self.must_wait(&address, now) || password.len() > PASSWORD_BYTES_MAX {
            return Err(Failure::TooMany);
        }
        let _place = self.at_once.acquire().await.map_err(|_| Failure::TooMany)?;
        // Asked again: those who waited for a place together were counted together.
        if self.must_wait(&address, now) {
            return Err(Failure::TooMany);
        }
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobody.clone());
        let password = password.to_owned();
        let fits = tokio::task::spawn_blocking(move || verify(&hash, &password)).await.unwrap_or(false);
        if !(fits && known) {
            self.remember_bad_try(address, now);
        }
        Ok(fits && known)
    }

    fn must_wait(&self, address: &Address, now: Timestamp) -> bool {
        let tries = self.bad_tries.lock().unwrap_or_else(PoisonError::into_inner);
        let recent = tries.get(address).map_or(0, |at| at.iter().filter(|at| counts(**at, now)).count());
        recent >= BAD_TRIES_MAX
    }

    fn remember_bad_try(&self, address: Address, now: Timestamp) {
        let mut tries = self.bad_tries.lock().unwrap_or_else(PoisonError::into_inner);
        if tries.len() >= ADDRESSES_MAX {
            tries.retain(|_, at| at.iter().any(|at| counts(*at, now)));
        }
        if tries.len() >= ADDRESSES_MAX {
            let oldest = tries.iter().min_by_key(|(_, at)| at.last().copied()).map(|(address, _)| *address);
            oldest.map(|address| tries.remove(&address));
        }
        let at = tries.entry(address).or_default();
        at.retain(|at| counts(*at, now));
        at.push(now);
    }
}

fn counts(at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(at) < BAD_TRY_COUNTS
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).expect("the parameters are lawful");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Hashes a password for keeping, in PHC form.
///
/// # Errors
/// When the operating system gives no randomness for the salt.
pub fn hash(password: &str) -> Result<String, argon2::password_hash::Error> {
    argon2().hash_password(password.as_bytes()).map(|hash| hash.to_string())
}

fn verify(hash: &str, password: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A try at an address, as far as it is remembered.
    fn tried(desk: &Desk, number: usize, second: i64) {
        let address = Sha256::digest(number.to_string()).into();
        desk.remember_bad_try(address, Timestamp::from_second(second).unwrap_or_default());
    }

    #[test]
    fn what_is_remembered_of_tries_has_an_end() {
        let desk = Desk::default();
        for number in 0..=ADDRESSES_MAX {
            tried(&desk, number, i64::from(number > 0));
        }
        let tries = desk.bad_tries.lock().unwrap_or_else(PoisonError::into_inner);
        assert_eq!(tries.len(), ADDRESSES_MAX);
        let first: Address = Sha256::digest("0").into();
        assert!(!tries.contains_key(&first), "the one tried longest ago is forgotten");
    }
}
