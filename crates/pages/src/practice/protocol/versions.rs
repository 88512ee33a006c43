//! The versions that were signed, and the ways to the next one.

use maud::{Markup, html};

use super::Signed;
use crate::components::button::{Weight, link, submit};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::Route;
use crate::t;

/// Bytes of a protocol's file, as a browser may offer them.
const FILES: &str = ".toml,application/toml,text/plain";

/// Why a file cannot even be read for a protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// No file was chosen.
    Absent,
    /// It is larger than a protocol can be.
    TooLarge,
    /// It is no text.
    NotText,
}

impl FileFault {
    /// The same in words.
    pub fn words(self, m: Messages) -> String {
        match self {
            FileFault::Absent => t!(m, "protocol-file-none"),
            FileFault::TooLarge => t!(m, "protocol-file-large"),
            FileFault::NotText => t!(m, "protocol-file-not-text"),
        }
    }
}

/// One protocol among those that can be read, compared and taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// As it was shipped.
    Shipped,
    /// A signed version, by its number.
    Version(u32),
    /// The draft.
    Draft,
}

impl Which {
    /// Its name in an address.
    pub fn key(self) -> String {
        match self {
            Which::Shipped => "shipped".to_owned(),
            Which::Version(number) => number.to_string(),
            Which::Draft => "draft".to_owned(),
        }
    }

    /// Reads a name of an address; anything else is none.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "shipped" => Some(Which::Shipped),
            "draft" => Some(Which::Draft),
            number => number.parse().ok().map(Which::Version),
        }
    }

    /// Where its file is.
    pub fn file(self) -> String {
        format!("{}/file?of={}", Route::Protocol.path(), self.key())
    }

    pub(super) fn words(self, m: Messages) -> String {
        match self {
            Which::Shipped => t!(m, "protocol-which-shipped"),
            Which::Version(number) => t!(m, "protocol-which-version", number = number.to_string()),
            Which::Draft => t!(m, "protocol-which-draft"),
        }
    }
}

/// The way to the next version, for those who may go it.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// The reader may not.
    Reads,
    /// No draft was begun.
    MayBegin {
        /// Id of the intent.
        command: String,
        /// The newest signed version, if there is one.
        newest: Option<u32>,
        /// Why the file that was sent is no protocol; every reason.
        unread: Vec<String>,
    },
    /// A draft is worked on.
    Begun {
        /// How many figures differ from what it began as.
        changed: usize,
    },
}

/// Addresses of comparing two.
pub(super) fn comparing(before: Which, after: Which) -> String {
    format!("{}?before={}&after={}", Route::ProtocolCompare.path(), before.key(), after.key())
}

pub(super) fn next(frame: &Frame<'_>, next: &Next) -> Markup {
    let m = frame.messages();
    match next {
        Next::Reads => html! {},
        Next::Begun { changed } => html! {
            section.next-version aria-labelledby="next-version" {
                h2 id="next-version" { (t!(m, "protocol-next")) }
                p { (t!(m, "protocol-draft-begun", count = *changed)) }
                p.go { (link(Weight::Ordinary, &Route::ProtocolDraft.path(), &t!(m, "protocol-open-draft"))) }
            }
        },
        Next::MayBegin { command, newest, unread } => html! {
            section.next-version aria-labelledby="next-version" {
                h2 id="next-version" { (t!(m, "protocol-next")) }
                p.quiet { (t!(m, "protocol-next-says")) }
                (begin(frame, command, *newest))
                details open[!unread.is_empty()] {
                    summary { (t!(m, "protocol-from-file")) }
                    (file(frame, command, unread))
                }
            }
        },
    }
}

fn begin(frame: &Frame<'_>, command: &str, newest: Option<u32>) -> Markup {
    let m = frame.messages();
    let from = |which: Which| {
        html! {
            form action={ (Route::ProtocolDraft.path()) "/begin" } method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(command);
                input type="hidden" name="from" value=(which.key());
                (submit(Weight::Ordinary, &t!(m, "protocol-begin", from = which.words(m))))
            }
        }
    };
    html! {
        div.go {
            @if let Some(number) = newest { (from(Which::Version(number))) }
            (from(Which::Shipped))
        }
    }
}

fn file(frame: &Frame<'_>, command: &str, unread: &[String]) -> Markup {
    let m = frame.messages();
    let wrong = !unread.is_empty();
    html! {
        form.fields action={ (Route::ProtocolDraft.path()) "/file" } method="post" enctype="multipart/form-data" {
            (csrf(frame))
            input type="hidden" name="command" value=(command);
            div.field.wrong[wrong] {
                label for="field-protocol" { (t!(m, "protocol-file")) }
                p.hint id="field-protocol-hint" { (t!(m, "protocol-file-hint")) }
                @if wrong {
                    div id="field-protocol-error" role="alert" {
                        p.error { (t!(m, "protocol-file-unread", count = unread.len())) }
                        ul.small.reasons { @for reason in unread { li lang="en" { (reason) } } }
                    }
                }
                input id="field-protocol" type="file" name="protocol" accept=(FILES) required
                    aria-describedby=(if wrong { "field-protocol-hint field-protocol-error" } else { "field-protocol-hint" })
                    aria-invalid=[wrong.then_some("true")];
            }
            div.go { (submit(Weight::Ordinary, &t!(m, "protocol-take-in"))) }
        }
    }
}

/// Who signed what, and until when it held.
pub(super) fn list(frame: &Frame<'_>, versions: &[Signed]) -> Markup {
    let m = frame.messages();
    let before = |number: u32| versions.iter().map(|one| one.number).filter(|other| *other < number).max();
    html! {
        @if !versions.is_empty() {
            section.versions aria-labelledby="versions" {
                h2 id="versions" { (t!(m, "protocol-versions")) }
                ul.lines {
                    @for signed in versions {
                        @let this = Which::Version(signed.number);
                        li {
                            strong { (this.words(m)) }
                            span.quiet { (t!(m, "protocol-version-says", by = signed.by.clone(),
                                on = frame.clock().date(signed.at), until = frame.clock().day(signed.expires))) }
                            span.ways {
                                a href={ (Route::Protocol.path()) "?version=" (signed.number) } {
                                    (t!(m, "protocol-read-it")) span.visually-hidden { ": " (this.words(m)) }
                                }
                                a href=(comparing(before(signed.number).map_or(Which::Shipped, Which::Version), this)) {
                                    (t!(m, "protocol-compare-it")) span.visually-hidden { ": " (this.words(m)) }
                                }
                                a href=(this.file()) download {
                                    (t!(m, "protocol-file-of")) span.visually-hidden { ": " (this.words(m)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
