//! Listening, and stopping without cutting anybody off.

mod connections;

use std::net::SocketAddr;

use anyhow::Context;
use tokio::net::TcpListener;
use tracing_subscriber::filter::LevelFilter;

use crate::app::App;
use crate::routes;

/// Ports tried after a taken one.
const NEXT_PORTS_MAX: u16 = 50;
/// How often sign-ins and links that are over are forgotten.
const PURGE_EVERY: std::time::Duration = std::time::Duration::from_secs(60 * 60);

/// What to do when somebody else listens on the port.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenPort {
    /// Say so and stop.
    Refuse,
    /// Take the next free one.
    Next,
}

/// Serves until the process is asked to stop.
///
/// # Errors
/// When nothing can be listened on.
pub fn run(
    app: App,
    listen: SocketAddr,
    taken: TakenPort,
    ready: impl FnOnce(SocketAddr),
) -> anyhow::Result<()> {
    runtime()?.block_on(async {
        let listener = bound(listen, taken).await?;
        ready(listener.local_addr()?);
        let store = app.store.clone();
        tokio::spawn(purge_hourly(app.clone()));
        let service = routes::all(&app).into_router(app);
        connections::served(listener, service, asked_to_stop()).await;
        store.close();
        Ok(())
    })
}

/// The threads that requests run on.
///
/// # Errors
/// When the operating system gives none.
pub fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    // A second subscriber in one process (tests) is no fault.
    let _ =
        tracing_subscriber::fmt().with_max_level(LevelFilter::INFO).with_writer(std::io::stderr).try_init();
    crate::log::panics_tell_no_content();
    tokio::runtime::Builder::new_multi_thread().enable_all().build().context("starting threads")
}

async fn bound(listen: SocketAddr, taken: TakenPort) -> anyhow::Result<TcpListener> {
    let mut address = listen;
    for _ in 0..NEXT_PORTS_MAX {
        match TcpListener::bind(address).await {
            Ok(listener) => return Ok(listener),
            Err(fault) if taken == TakenPort::Next && fault.kind() == std::io::ErrorKind::AddrInUse => {
                address.set_port(address.port().saturating_add(1));
            }
            Err(fault) => {
                return Err(fault)
                    .with_context(|| format!("listening on {address}; choose another with --listen"));
            }
        }
    }
    anyhow::bail!("{listen} and the {NEXT_PORTS_MAX} ports after it are taken; choose another with --listen")
}

/// Forgets sign-ins and links that are over, now and every hour.
async fn purge_hourly(app: App) {
    let mut hours = tokio::time::interval(PURGE_EVERY);
    loop {
        hours.tick().await;
        // A fault is logged where it happens, and the next hour tries again.
        let _ = app.store.purge_tokens(app.clock.now()).await;
    }
}

async fn asked_to_stop() {
    let interrupted = async {
        // Without a signal handler the process can still be killed; nothing acknowledged is lost.
        let _ = tokio::signal::ctrl_c().await;
    };
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
