//! Kapok: the whole of ketamine-assisted psychotherapy in one program that the practice owns.
//!
//! Here are sign-in, routes and the command line; what they may decide is in `journey`, who may
//! ask in `permit`, what is kept in `store`, and how it looks in `pages`.

pub mod app;
mod asking;
mod assets;
pub mod chance;
pub mod cli;
pub mod clock;
pub mod door;
pub mod failure;
pub mod form;
pub mod link;
mod log;
mod my;
mod practice;
pub mod protocol_file;
pub mod public;
mod room;
pub mod routes;
pub mod server;
mod set_up;
pub mod sign_in;
pub mod upload;
pub mod walk;
