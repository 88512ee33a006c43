//! Tests of the store through what everybody calls.

mod story;
mod support;
