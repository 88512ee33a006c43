//! Connections, each served by itself; whoever sends too slowly is cut off, so that nobody can hold
//! the house's doors open by saying nothing.

use std::io::ErrorKind;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;

/// A request's head must be whole after so long; so long may a connection also be idle.
const HEAD_WITHIN: Duration = Duration::from_secs(20);
/// What is being answered when the process is asked to stop has so long.
const STOPPED_WITHIN: Duration = Duration::from_secs(30);
/// When no connection can be taken in, others may end in this time.
const BREATHER: Duration = Duration::from_millis(200);

/// Serves all who connect until `stop` comes, then ends what is being answered.
pub(super) async fn served(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, _)) => {
                // Small answers go out at once; a socket that cannot do that still serves.
                let _ = stream.set_nodelay(true);
                let connection = graceful.watch(connection(stream, router.clone()));
                // Whatever ends a connection early is the other side's affair.
                tokio::spawn(async move { drop(connection.await) });
            }
            Err(fault) if is_of_one(fault.kind()) => {}
            Err(fault) => {
                tracing::warn!("no connection can be taken in: {fault}");
                tokio::time::sleep(BREATHER).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(STOPPED_WITHIN, graceful.shutdown()).await.is_err() {
        tracing::warn!("somebody was cut off: they were still being answered after {STOPPED_WITHIN:?}");
    }
}

/// One connection, which ends by itself when a request's head comes too slowly.
fn connection<S>(stream: S, router: Router) -> http1::Connection<TokioIo<S>, TowerToHyperService<Router>>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router))
}

/// Whether a fault is that of the one who connected, who is gone already.
fn is_of_one(kind: ErrorKind) -> bool {
    [ErrorKind::ConnectionAborted, ErrorKind::ConnectionReset, ErrorKind::ConnectionRefused].contains(&kind)
}

#[cfg(test)]
mod tests;
