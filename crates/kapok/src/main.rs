//! The program `kapok`.

use std::process::ExitCode;

/// Acts of many rooms at once make and drop much that is small; see decision 0006.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    kapok::cli::run()
}
