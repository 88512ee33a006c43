//! Keys, sealed envelopes and the tamper-evident log. Knows no domain.
//!
//! Everything here is bytes: owners are 16-byte ids, headers are whatever canonical bytes the caller
//! chose, and nothing in this crate can tell a client from a cupboard. What it promises:
//!
//! - [`envelope`]: what was sealed opens only with its key, under its header, unaltered;
//! - [`keystore`]: keys lie wrapped in a file of their own, so that a key can die without the log;
//! - [`tree`]: one 32-byte root stands for every entry of a log, with proofs of the RFC 6962 kind;
//! - [`checkpoint`]: that root, signed, as text that other tools can verify.
//!
//! Threads, clocks and databases are absent. Randomness comes from the operating system alone.

#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that cannot go on says where"))]

pub mod checkpoint;
pub mod envelope;
pub mod key;
pub mod keystore;
pub mod tree;

mod cipher;
mod disk;

#[cfg(test)]
mod scratch;
