//! Faces of Kapok: typed page contexts in, markup out.
//!
//! A page is a module with a context struct, a `page(&Frame, &Context)` that
//! draws it, and `samples()` of each state it can be in. Nothing here reads a
//! clock, a file, the network or chance: whoever draws a page hands over all
//! that it shows. Every sentence lives in `messages/<language>/<area>.ftl`.

pub mod components;
pub mod drawing;
pub mod fault;
pub mod frame;
pub mod hours;
pub mod layout;
pub mod messages;
pub mod my;
pub mod practice;
pub mod public;
pub mod room;
pub mod route;
pub mod samples;
pub mod set_up;
pub mod sign_in;
pub mod time;

pub use frame::{Assets, Country, Frame, Hours, Person, Role, Theme};
pub use maud::Markup;
pub use messages::{Language, Messages};
pub use route::{Mine, Place, Route};
pub use samples::{Drawn, all_samples};
