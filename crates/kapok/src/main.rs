//! The program `kapok`.

use std::process::ExitCode;

fn main() -> ExitCode {
    kapok::cli::run()
}
