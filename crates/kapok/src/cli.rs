//! The command line: a contract that scripts rely on.

mod demo;
pub mod protocol;
pub mod score;
pub mod screen;
mod serve;
mod verify;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jiff::Timestamp;

pub use demo::{Demo, routes as demo_routes};

/// Done.
pub const DONE: u8 = 0;
/// A finding: a flag of level block, a verification that failed.
pub const FINDING: u8 = 1;
/// Usage, or an input that could not be read.
pub const UNREADABLE: u8 = 2;

/// Kapok carries a practice's ketamine-assisted psychotherapy, from enquiry to integration.
#[derive(Parser)]
#[command(name = "kapok", version, about, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a practice of synthetic people in a temporary folder, on this machine only.
    Demo(DemoArguments),
    /// Serve a practice.
    Serve(ServeArguments),
    /// Check that nothing in a folder was changed, removed or put in.
    Verify(VerifyArguments),
    /// Read FHIR R4 records and say what a screening finds; this is not a clearance.
    Screen(ScreenArguments),
    /// Say what the answers to a scale come to.
    Score(ScoreArguments),
    /// Show, check and compare protocols: every figure that Kapok acts on.
    Protocol(ProtocolArguments),
}

/// What `kapok demo` takes.
#[derive(clap::Args)]
pub struct DemoArguments {
    /// How many people are on the path.
    #[arg(long, default_value_t = 40)]
    pub clients: u32,
    /// Equal seeds give equal people.
    #[arg(long, default_value_t = 7)]
    pub seed: u64,
    /// The moment at which the demo stands, such as 2026-11-22T10:40:00Z; else now.
    #[arg(long)]
    pub now: Option<Timestamp>,
    /// Where to listen; a taken port is answered by the next free one.
    #[arg(long, default_value = "127.0.0.1:7777")]
    pub listen: SocketAddr,
}

/// What `kapok serve` takes.
#[derive(clap::Args)]
pub struct ServeArguments {
    /// The practice's folder; made at the first start.
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// The root key's file; keep it on another volume. Else DIR.root-key, beside the folder.
    #[arg(long, value_name = "FILE")]
    pub root_key: Option<PathBuf>,
    /// Where to listen: this machine only. Let a reverse proxy on it carry TLS.
    #[arg(long, default_value = "127.0.0.1:7700")]
    pub listen: SocketAddr,
    /// A reverse proxy on this machine carries TLS: send cookies over it only.
    #[arg(long)]
    pub behind_tls: bool,
}

/// What `kapok verify` takes.
#[derive(clap::Args)]
pub struct VerifyArguments {
    /// The practice's folder.
    pub path: PathBuf,
    /// The root key's file: check the seals too, not only the order and the tree.
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
    /// Files with checkpoints signed before, which the log must agree with.
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Vec<PathBuf>,
}

/// What `kapok screen` takes.
#[derive(clap::Args)]
pub struct ScreenArguments {
    /// FHIR R4 bundles or single resources, or the NDJSON files of one bulk export.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Screen as of this day, such as 2026-11-22; else today.
    #[arg(long)]
    pub as_of: Option<jiff::civil::Date>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// What `kapok score` takes.
#[derive(clap::Args)]
pub struct ScoreArguments {
    /// Which scale: phq-9, gad-7, pcl-5, peg, rand-36-energy, rand-36-pain, audit-c or asq.
    pub scale: String,
    /// The printed codes in the order of the items, empty for one left out, such as 1,,3.
    #[arg(long, allow_hyphen_values = true)]
    pub answers: String,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// What `kapok protocol` takes.
#[derive(clap::Args)]
pub struct ProtocolArguments {
    #[command(subcommand)]
    command: ProtocolCommand,
}

#[derive(Subcommand)]
enum ProtocolCommand {
    /// Print every figure of a protocol with its unit and source.
    Show {
        /// A protocol's file; else the protocol as it was shipped.
        file: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Say what makes a protocol unfit to be signed, all of it at once.
    Check {
        /// A protocol's file; else the protocol as it was shipped.
        file: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Say which figures differ, and which are less cautious in the second.
    Compare {
        /// A protocol's file.
        before: PathBuf,
        /// Another; else the first is held against the protocol as it was shipped.
        after: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Reads the arguments, does what they ask, and says how it ended.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(usage) => {
            let code = if usage.use_stderr() { UNREADABLE } else { DONE };
            // A closed standard output leaves nobody to tell.
            let _ = usage.print();
            return ExitCode::from(code);
        }
    };
    let ended = match arguments.command {
        Command::Demo(arguments) => demo::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Screen(arguments) => screen_files(&arguments),
        Command::Score(arguments) => Ok(score_answers(&arguments)),
        Command::Protocol(arguments) => Ok(about_protocols(&arguments.command)),
    };
    match ended {
        Ok(code) => ExitCode::from(code),
        Err(fault) => {
            eprintln!("kapok: {fault:#}");
            ExitCode::from(UNREADABLE)
        }
    }
}

fn score_answers(arguments: &ScoreArguments) -> u8 {
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    score::run(&arguments.scale, &arguments.answers, arguments.json, &mut out, &mut err)
}

fn about_protocols(command: &ProtocolCommand) -> u8 {
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    match command {
        ProtocolCommand::Show { file, json } => protocol::show(file.as_deref(), *json, &mut out, &mut err),
        ProtocolCommand::Check { file, json } => protocol::check(file.as_deref(), *json, &mut out, &mut err),
        ProtocolCommand::Compare { before, after, json } => {
            protocol::compare(before, after.as_deref(), *json, &mut out, &mut err)
        }
    }
}

fn screen_files(arguments: &ScreenArguments) -> anyhow::Result<u8> {
    let today = crate::clock::Clock::machine().now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let as_of = arguments.as_of.unwrap_or(today);
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    Ok(screen::run(&arguments.files, as_of, arguments.json, &mut out, &mut err))
}
