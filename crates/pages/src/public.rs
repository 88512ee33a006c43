//! Pages of the practice for anyone.

pub mod enquiry;
pub mod enquiry_thanks;
pub mod home;
