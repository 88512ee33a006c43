//! `kapok demo`: a practice of synthetic people in a temporary folder, on loopback.

mod between;
mod course;
mod diary;
mod lives;
mod people;
mod routes;
mod seeded;
mod words;

use std::path::PathBuf;

use anyhow::{Context, bail};
use journey::StaffId;
use journey::staff::Role;
use store::Store;

pub use routes::routes;

use super::{DONE, DemoArguments};
use crate::app::{App, Inner, ServerKind, Transport};
use crate::chance::{self, Token};
use crate::clock::Clock;
use crate::public::Threshold;
use crate::server::{self, TakenPort};
use crate::sign_in::Desk;

/// A way in for one role, printed once.
pub struct Way {
    /// What the link carries.
    pub code: String,
    /// Who is signed in by it.
    pub staff: StaffId,
    /// In which role.
    pub role: Role,
}

/// What only the demo has.
pub struct Demo {
    /// The ways in.
    pub ways: Vec<Way>,
}

pub(super) fn run(arguments: &DemoArguments) -> anyhow::Result<u8> {
    if !arguments.listen.ip().is_loopback() {
        bail!("the demo lets anybody in who has a link, so it listens on this machine only (127.0.0.1)");
    }
    let folder = Folder::make()?;
    let store = Store::create(&folder.0.join("practice"), &folder.0.join("root-key"))?;
    let clock = arguments.now.map_or_else(Clock::machine, Clock::starting_at);
    eprintln!("Making a practice of {} synthetic people …", arguments.clients);
    let ways = server::runtime()?.block_on(people::moved_in(&store, clock.now(), arguments))?;
    let app = App::new(Inner {
        store,
        clock,
        assets: crate::assets::manifest(),
        transport: Transport::Loopback,
        desk: Desk::default(),
        threshold: Threshold::default(),
        set_up_code: None,
        kind: ServerKind::Demo(Demo { ways }),
    });
    let told = app.clone();
    server::run(app, arguments.listen, TakenPort::Next, |address| tell(&told, address))?;
    drop(folder);
    Ok(DONE)
}

fn tell(app: &App, address: std::net::SocketAddr) {
    println!("Kapok demo: everyone in it is synthetic, and it is gone when you stop it (Ctrl-C).");
    println!("public      http://{address}/");
    println!("Where a password is asked for again it is: {}", people::PASSWORD);
    let ServerKind::Demo(demo) = &app.kind else { return };
    for way in &demo.ways {
        println!("{:<11} http://{address}/demo/sign-in/{}", role_word(way.role), way.code);
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Therapist => "therapist",
        Role::Prescriber => "prescriber",
        Role::Monitor => "monitor",
        Role::Admin => "admin",
        Role::Auditor => "auditor",
    }
}

/// A temporary folder that goes when the demo ends.
struct Folder(PathBuf);

impl Folder {
    fn make() -> anyhow::Result<Self> {
        let path = std::env::temp_dir().join(format!("kapok-demo-{}", Token::draw().text()));
        std::fs::create_dir(&path).with_context(|| format!("making {}", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left in the temporary folder holds synthetic people only.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn way(staff: StaffId, role: Role) -> Way {
    Way { code: chance::command().to_string(), staff, role }
}

#[cfg(test)]
mod tests;
