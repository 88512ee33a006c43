//! What goes wrong in a request, and the one page that shows it.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use journey::Refusal;
use pages::fault::Fault;
use pages::{Frame, Markup, Route};
use store::{ActFault, ReadFault};

/// Why a request has no answer of its own; drawn by the door, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Nobody is signed in; the reader is sent to the door and comes back to the page.
    SignIn(Option<Route>),
    /// A client's own page, and no link that opens it.
    LinkNeeded,
    /// No such thing, or not theirs: the two are told alike.
    NotFound,
    /// The form did not come from one of our pages, or has grown old.
    Forged,
    /// The form cannot be read.
    Unreadable,
    /// The rules refuse it.
    Refused(Refusal),
    /// Somebody else was faster.
    Conflict,
    /// Something broke; the number is in the log.
    Fault(u32),
    /// Too many tries.
    TooMany,
    /// It did not arrive whole in the time there was.
    TooSlow,
}

impl Failure {
    /// The status it is answered with.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignIn(_) => StatusCode::SEE_OTHER,
            Self::LinkNeeded | Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
        }
    }
}

impl Failure {
    /// Draws it in the reader's language.
    pub fn page(&self, frame: &Frame<'_>) -> Markup {
        let fault = match self {
            Self::LinkNeeded => return pages::my::link::page(frame, &pages::my::link::Link::Needed),
            Self::SignIn(_) | Self::NotFound => Fault::NotFound,
            Self::Forged => Fault::Forged,
            Self::Unreadable => Fault::Unreadable,
            Self::Refused(refusal) => Fault::Refused(refusal.clone()),
            Self::Conflict => Fault::Conflict,
            Self::TooMany => Fault::TooMany,
            Self::TooSlow => Fault::TooSlow,
            Self::Fault(number) => Fault::Broken { number: *number },
        };
        pages::fault::page(frame, &fault)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<permit::Denied> for Failure {
    /// Who may not know is told what they would be told of nothing.
    fn from(_: permit::Denied) -> Self {
        Self::NotFound
    }
}

impl From<ActFault> for Failure {
    fn from(fault: ActFault) -> Self {
        match fault {
            ActFault::Refused(refusal) => Self::Refused(refusal),
            ActFault::Conflict => Self::Conflict,
            ActFault::NotPermitted => Self::NotFound,
            ActFault::Fault(fault) => Self::Fault(fault.number),
        }
    }
}

impl From<store::Fault> for Failure {
    fn from(fault: store::Fault) -> Self {
        Self::Fault(fault.number)
    }
}

impl From<ReadFault> for Failure {
    fn from(fault: ReadFault) -> Self {
        match fault {
            ReadFault::NoSuchClient | ReadFault::NotPermitted => Self::NotFound,
            ReadFault::Fault(fault) => Self::Fault(fault.number),
        }
    }
}
