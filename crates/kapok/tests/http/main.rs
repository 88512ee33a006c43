//! Kapok through HTTP, as a browser speaks to it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod appointments;
mod asked;
mod client;
mod door;
mod enquiry;
mod house;
mod ledger;
mod medical;
mod messages;
mod odd;
mod person;
mod protocol;
mod replay;
mod review;
mod roles;
mod room;
mod scales;
mod screening;
mod secrets;
mod slow;
mod stock;
mod tasks;
mod unwanted;
mod walk;
