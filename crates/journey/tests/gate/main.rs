//! The dose gate and the booster's list, decided.

mod booster;
mod common;
mod forgetting;
mod less;
mod lines;
mod overrides;
mod table;
mod vectors;
