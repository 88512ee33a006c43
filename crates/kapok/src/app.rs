//! What every request has at hand, and the list of routes that says what each asks.

use std::ops::Deref;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, MethodRouter, on};
use permit::{Action, Kind};
use store::Store;

use crate::cli::Demo;
use crate::clock::Clock;
use crate::door;
use crate::public::Threshold;
use crate::sign_in::Desk;
use crate::upload::WIRE_BYTES_MAX;

/// What every request has at hand.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// The parts of [`App`].
pub struct Inner {
    /// The practice's memory.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// Where stylesheets and scripts are.
    pub assets: pages::Assets,
    /// Whether the browser reaches this server over TLS.
    pub transport: Transport,
    /// The sign-in desk: password cost, limits.
    pub desk: Desk,
    /// The public form's limit.
    pub threshold: Threshold,
    /// The code that the terminal printed for setting the practice up, while it is needed.
    pub set_up_code: Option<String>,
    /// Whether this is the demo, the one place with sign-in links and a clock that can be moved.
    pub kind: ServerKind,
}

/// How the browser reaches this server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// Over TLS: cookies carry the `__Host-` prefix.
    Tls,
    /// Plain, on the loopback interface only.
    Loopback,
}

/// What is served.
pub enum ServerKind {
    /// A practice.
    Practice,
    /// Synthetic people in a temporary folder.
    Demo(Demo),
}

impl App {
    /// Puts the parts together.
    pub fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }
}

impl Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// What a route asks of `permit` before it does anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Nothing, and why nothing.
    Nothing(&'static str),
    /// Leave to do this with that.
    For(Action, Kind),
}

/// A route as the tests list it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The method.
    pub method: Method,
    /// The path, with its `{names}`.
    pub path: &'static str,
    /// What it asks.
    pub asks: Asks,
}

/// The routes: the only way to add one is to say what it asks.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    listed: Vec<Listed>,
}

impl Routes {
    /// Adds a page.
    pub fn get<H, T>(self, path: &'static str, asks: Asks, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::GET, MethodFilter::GET, path, asks, handler)
    }

    /// Adds an act.
    pub fn post<H, T>(self, path: &'static str, asks: Asks, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::POST, MethodFilter::POST, path, asks, handler)
    }

    /// Adds an act that carries a file: the one kind of route that reads more than a form's bytes.
    pub fn post_upload<H, T>(self, path: &'static str, asks: Asks, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let reads = on(MethodFilter::POST, handler).layer(DefaultBodyLimit::max(WIRE_BYTES_MAX));
        self.with(Method::POST, path, asks, reads)
    }

    fn add<H, T>(
        self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        asks: Asks,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.with(method, path, asks, on(filter, handler))
    }

    fn with(mut self, method: Method, path: &'static str, asks: Asks, route: MethodRouter<App>) -> Self {
        self.router = self.router.route(path, route);
        self.listed.push(Listed { method, path, asks });
        self
    }

    /// What there is, for the tests that go through it.
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// Puts the door in front and gives the service.
    pub fn into_router(self, app: App) -> Router {
        door::hung(self.router, app)
    }
}
