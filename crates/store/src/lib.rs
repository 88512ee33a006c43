//! The memory of Kapok: a sealed, append-only log, with cards and a due queue beside it.
//!
//! One writer thread owns the log and commits acts in groups; whoever asked is answered after the
//! commit. In clear lie only ids, positions, instants and coarse kinds; all else is sealed under keys
//! that lie in a file of their own. Opened content leaves by [`Store::read`] and [`Store::history`]
//! alone, for a [`permit::Grant`], and every opening is itself a fact.
//!
//! Absent: rules (they are in `journey`), decisions about who may do what (in `permit`), clocks.

mod access;
mod act;
mod fault;
mod fold;
mod folder;
mod header;
mod index;
mod needs;
mod queue;
mod reader;
mod recent;
mod seals;
mod sqlite;
mod store;
mod token;
mod upcast;
pub mod verify;
mod writer;

pub use act::{ActFault, Ask, Done, Intent};
pub use fault::{Fault, OpenFault, ReadFault};
pub use index::{Call, LIST_ROWS_MAX, ListOrder, ListQuery, ListRow, Listed};
pub use needs::{Needs, needs};
pub use sqlite::due::DueEntry;
#[cfg(test)]
pub(crate) use store::Mutant;
pub use store::{Appended, Doing, Opened, Progress, Store};
pub use token::{Token, TokenHash, TokenKind};
pub use upcast::{UpcastFault, upcast};
