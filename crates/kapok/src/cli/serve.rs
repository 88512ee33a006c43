//! `kapok serve`: opens the practice's folder and serves it; the first start sets it up.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use store::{Doing, Progress, Store};

use super::{DONE, ServeArguments};
use crate::app::{App, Inner, ServerKind, Transport};
use crate::chance::Token;
use crate::clock::Clock;
use crate::public::Threshold;
use crate::server;
use crate::sign_in::Desk;

pub(super) fn run(arguments: &ServeArguments) -> anyhow::Result<u8> {
    refuse_open_interface(arguments.listen)?;
    let root_key = arguments.root_key.clone().unwrap_or_else(|| beside(&arguments.data));
    let store = if Store::exists(&arguments.data) {
        Store::open(&arguments.data, &root_key, &mut tell)
            .with_context(|| format!("opening {}", arguments.data.display()))?
    } else {
        let store = Store::create(&arguments.data, &root_key)
            .with_context(|| format!("making {}", arguments.data.display()))?;
        eprintln!("The root key is in {}. Keep a copy in another place:", root_key.display());
        eprintln!("without it nobody can read this practice's records, not even you.");
        store
    };
    let set_up_code = store.practice().name.is_none().then(|| Token::draw().text());
    let app = App::new(Inner {
        store,
        clock: Clock::machine(),
        assets: crate::assets::manifest(),
        transport: if arguments.behind_tls { Transport::Tls } else { Transport::Loopback },
        desk: Desk::default(),
        threshold: Threshold::default(),
        set_up_code: set_up_code.clone(),
        kind: ServerKind::Practice,
    });
    server::run(app, arguments.listen, server::TakenPort::Refuse, |address| match &set_up_code {
        Some(code) => println!("Set up the practice at http://{address}/set-up?code={code}"),
        None => println!("Kapok serves at http://{address}/"),
    })?;
    Ok(DONE)
}

/// Health records do not travel in clear: without TLS only this machine is served.
fn refuse_open_interface(listen: SocketAddr) -> anyhow::Result<()> {
    if listen.ip().is_loopback() {
        return Ok(());
    }
    bail!(
        "{listen} can be reached from other machines, and Kapok does not carry TLS itself. \
         Listen on 127.0.0.1 and put a reverse proxy with TLS on this machine before it (--behind-tls)."
    )
}

fn beside(data: &Path) -> PathBuf {
    let mut name = data.file_name().unwrap_or_default().to_owned();
    name.push(".root-key");
    data.with_file_name(name)
}

fn tell(progress: Progress) {
    let Progress { doing, done, total } = progress;
    let word = match doing {
        Doing::OpeningCards => "Opening cards",
        Doing::DrawingCards => "Drawing cards anew",
    };
    eprint!("\r{word}: {done} of {total}");
    if done == total {
        eprintln!();
    }
}
