//! Scripts of medicine sessions.
