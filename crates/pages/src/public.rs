//! Pages of the practice for anyone.

pub mod home;
