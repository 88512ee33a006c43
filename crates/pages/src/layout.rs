//! The frames around every page: practice, public, client, and plain.
//!
//! A page hands over where it stands, its title and its `<main>`; landmarks,
//! skip link, navigation, theme, language and the honest footer come from here.

use maud::{DOCTYPE, Markup, html};

use crate::components::{crisis, mark};
use crate::frame::{Frame, Role, Theme};
use crate::messages::{Language, Messages};
use crate::route::{Mine, Route};
use crate::t;

/// Fonts wanted on every page before the first words are laid out.
const FONTS_FIRST: [&str; 2] = ["literata-latin-opsz-normal.woff2", "source-sans-3-latin-wght-normal.woff2"];

/// A page of the staff: one quiet line above, one column of thought below.
pub fn practice_page(frame: &Frame<'_>, here: &Route, title: &str, main: Markup) -> Markup {
    let m = frame.messages();
    let body = html! {
        header.top {
            a.mark href=(Route::Today.path()) { (mark::mark()) "Kapok" }
            div.wide-only { (practice_nav(frame, here)) (me(frame, here)) }
            details.fold {
                summary { (t!(m, "frame-menu")) }
                (practice_nav(frame, here))
                (me(frame, here))
            }
        }
        (on_paper(frame, title))
        // Filled by the script: the practice cannot know what it was not sent.
        p.lying role="status" data-lying=(t!(m, "frame-lying")) hidden { a href=(Route::Today.path()) {} }
        main id="main" { (main) }
        (footer(frame, here, Switches::Languages, html! {}))
        @if let Some(url) = frame.assets.url("lying.js") { script src=(url) defer {} }
    };
    document(frame, "practice", title, body)
}

/// A page of the practice for anyone: no sign-in, no cookie needed.
pub fn public_page(frame: &Frame<'_>, here: &Route, title: &str, main: Markup) -> Markup {
    let m = frame.messages();
    let body = html! {
        header.top {
            a.mark href=(Route::Home.path()) { (frame.practice) }
            div.me {
                // Every public page holds the panel that this leads to.
                a.help href={ "#" (crisis::ANCHOR) } { (t!(m, "crisis-need-someone")) }
                (languages(frame, here))
            }
        }
        main id="main" { (main) }
        (footer(frame, here, Switches::Themes, html! {
            p { (frame.practice) " · " (t!(m, "frame-no-third-party")) }
            p { a href=(Route::SignIn.path()) { (t!(m, "frame-staff-sign-in")) } }
        }))
    };
    document(frame, "public", title, body)
}

/// One of a client's own pages: large, one question, help always in reach.
///
/// `reads` says who reads this and when; it stands beside the way to help.
pub fn client_page(frame: &Frame<'_>, here: &Route, title: &str, reads: &str, main: Markup) -> Markup {
    let body = html! {
        header.client-top {
            span { (frame.practice) }
            // A name is known only to the holder of a link to their own pages: it leads to the first.
            @if let Some(person) = frame.person {
                @let home = Route::Mine(Mine::Home);
                a href=(home.path()) aria-current=[(*here == home).then_some("page")] { (person.name) }
            }
        }
        (on_paper(frame, &frame.person.map_or_else(|| title.to_owned(), |person| format!("{}: {title}", person.name))))
        main id="main" data-holder=[frame.shelf] { (main) }
        @if frame.shelf.is_some() { (waits(frame)) }
        (crisis::in_reach(frame.messages(), frame.country, reads))
        (footer(frame, here, Switches::Both, close(frame)))
    };
    document(frame, "client", title, body)
}

/// What became of what was written without signal; the script says which of it is true.
fn waits(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    html! {
        div.kept-here hidden role="status" data-waits {
            p hidden data-says="waits" { (t!(m, "my-kept-here")) }
            p hidden data-says="sent" { (t!(m, "my-kept-sent")) }
            p hidden data-says="refused" { (t!(m, "my-came-late")) }
            p hidden data-says="unheard" { (t!(m, "my-no-signal")) }
        }
        @if let Some(url) = frame.assets.url("waiting.js") { script src=(url) defer {} }
    }
}

/// Ends these pages on this browser; the link stays as it is.
fn close(frame: &Frame<'_>) -> Markup {
    html! {
        @if frame.shelf.is_some() {
            form.close action="/my/close" method="post" {
                (csrf(frame))
                button type="submit" { (t!(frame.messages(), "my-close")) }
            }
        }
    }
}

/// What a person sees before a link is opened, or when it is over: no name and no switch.
///
/// The page has no route to come back to, since its address is the secret itself.
pub fn threshold_page(frame: &Frame<'_>, title: &str, main: Markup) -> Markup {
    let body = html! {
        header.client-top { span { (frame.practice) } }
        main id="main" { (main) }
        footer.bottom { p { (t!(frame.messages(), "frame-not-a-device")) } }
    };
    document(frame, "client", title, body)
}

/// A page with one thing to do and nowhere else to go: sign-in, set-up, fault.
pub fn plain_page(frame: &Frame<'_>, here: &Route, title: &str, main: Markup) -> Markup {
    let body = html! {
        header.top {
            a.mark href=(Route::Home.path()) { (mark::mark()) "Kapok" }
            (languages(frame, here))
        }
        main id="main" { (main) }
        (footer(frame, here, Switches::Themes, html! {}))
    };
    document(frame, "plain", title, body)
}

/// The room: nothing but itself, with the script that keeps each touch.
pub fn room_page(frame: &Frame<'_>, title: &str, main: Markup) -> Markup {
    let body = html! {
        noscript { p.no-script { (t!(frame.messages(), "room-needs-script")) } }
        (main)
        @if let Some(url) = frame.assets.url("room.js") { script src=(url) defer {} }
    };
    document(frame, "in-room", title, body)
}

/// What stands at the head of every sheet once the page is printed: a loose one still says whose it is.
fn on_paper(frame: &Frame<'_>, title: &str) -> Markup {
    let now = frame.now.to_zoned(frame.zone.clone());
    let (day, year) = (frame.clock().date_and_hour(frame.now), now.year().to_string());
    html! {
        div.paper {
            p { strong { (title) } span { (frame.practice) } }
            p { (t!(frame.messages(), "frame-printed", when = day, year = year)) }
        }
    }
}

fn document(frame: &Frame<'_>, audience: &str, title: &str, body: Markup) -> Markup {
    let m = frame.messages();
    let site = if frame.practice.is_empty() { "Kapok" } else { frame.practice };
    html! {
        (DOCTYPE)
        html lang=(frame.language.tag()) data-theme=(frame.theme.name()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content=(frame.theme.color_scheme());
                title { (title) " · " (site) }
                @for font in FONTS_FIRST {
                    @if let Some(url) = frame.assets.url(font) {
                        link rel="preload" href=(url) as="font" type="font/woff2" crossorigin;
                    }
                }
                @if let Some(url) = frame.assets.url("mark.svg") { link rel="icon" type="image/svg+xml" href=(url); }
                @if let Some(url) = frame.assets.url("kapok.css") { link rel="stylesheet" href=(url); }
                @if let Some(url) = frame.assets.url("theme.js") { script src=(url) {} }
            }
            body class=(audience) {
                a.skip href="#main" { (t!(m, "frame-skip")) }
                (body)
            }
        }
    }
}

/// What the navigation offers a role, in order.
fn destinations(m: Messages, role: Role) -> Vec<(Route, String)> {
    match role {
        Role::Therapist | Role::Prescriber => vec![
            (Route::Today, t!(m, "frame-today")),
            (Route::Windows, t!(m, "frame-windows")),
            (Route::People, t!(m, "frame-people")),
            (Route::Calendar, t!(m, "frame-calendar")),
            (Route::Protocol, t!(m, "frame-protocol")),
            (Route::Hours, t!(m, "frame-hours")),
            (Route::Ledger, t!(m, "frame-ledger")),
        ],
        Role::Admin => vec![
            (Route::Today, t!(m, "frame-today")),
            (Route::People, t!(m, "frame-people")),
            (Route::Calendar, t!(m, "frame-calendar")),
            (Route::Protocol, t!(m, "frame-protocol")),
            (Route::Hours, t!(m, "frame-hours")),
            (Route::Ledger, t!(m, "frame-ledger")),
        ],
        Role::Monitor => vec![
            (Route::Today, t!(m, "frame-today")),
            (Route::People, t!(m, "frame-people")),
            (Route::Calendar, t!(m, "frame-calendar")),
        ],
        Role::Auditor => vec![(Route::Ledger, t!(m, "frame-ledger"))],
        Role::Client => Vec::new(),
    }
}

fn practice_nav(frame: &Frame<'_>, here: &Route) -> Markup {
    let m = frame.messages();
    let Some(person) = frame.person else { return html! {} };
    // A person's page belongs to People, though it is a place of its own.
    let under = match here {
        Route::Person(_) | Route::Of(..) | Route::Session(..) | Route::Asked(..) => &Route::People,
        Route::Stock => &Route::Ledger,
        _ => here,
    };
    html! {
        nav aria-label=(t!(m, "frame-pages")) {
            ul {
                @for (route, words) in destinations(m, person.role) {
                    li { a href=(route.path()) aria-current=[(&route == under).then_some("page")] { (words) } }
                }
            }
        }
    }
}

fn me(frame: &Frame<'_>, here: &Route) -> Markup {
    let m = frame.messages();
    html! {
        div.me {
            @if let Some(person) = frame.person {
                span { (person.name) span.role { " · " (role(m, person.role)) } }
                form action="/sign-out" method="post" {
                    (csrf(frame))
                    button.quiet-button type="submit" { (t!(m, "frame-sign-out")) }
                }
            }
            (themes(frame, here))
        }
    }
}

/// Word for a role.
pub fn role(m: Messages, role: Role) -> String {
    match role {
        Role::Therapist => t!(m, "frame-role-therapist"),
        Role::Prescriber => t!(m, "frame-role-prescriber"),
        Role::Monitor => t!(m, "frame-role-monitor"),
        Role::Admin => t!(m, "frame-role-admin"),
        Role::Auditor => t!(m, "frame-role-auditor"),
        Role::Client => t!(m, "frame-role-client"),
    }
}

fn themes(frame: &Frame<'_>, here: &Route) -> Markup {
    let m = frame.messages();
    let word = |theme| match theme {
        Theme::Day => t!(m, "frame-theme-day"),
        Theme::Night => t!(m, "frame-theme-night"),
        Theme::Room => t!(m, "frame-theme-room"),
    };
    let offered: &[Theme] =
        if frame.theme == Theme::Room { &Theme::ALL } else { &[Theme::Day, Theme::Night] };
    html! {
        form.themes action="/theme" method="post" data-themes {
            (csrf(frame))
            input type="hidden" name="back" value=(here.name());
            div role="group" aria-label=(t!(m, "frame-theme")) {
                @for &theme in offered {
                    button type="submit" name="theme" value=(theme.name())
                        aria-pressed=(if theme == frame.theme { "true" } else { "false" }) { (word(theme)) }
                }
            }
        }
    }
}

fn languages(frame: &Frame<'_>, here: &Route) -> Markup {
    html! {
        form.languages action="/language" method="post" {
            (csrf(frame))
            input type="hidden" name="back" value=(here.name());
            @for language in Language::ALL.into_iter().filter(|language| *language != frame.language) {
                button.quiet-button type="submit" name="language" value=(language.tag()) lang=(language.tag()) {
                    (language.own_name())
                }
            }
        }
    }
}

/// Which switches a page's last line holds: those that its first line does not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Switches {
    Themes,
    Languages,
    Both,
}

fn footer(frame: &Frame<'_>, here: &Route, switches: Switches, before: Markup) -> Markup {
    html! {
        footer.bottom {
            (before)
            p { (t!(frame.messages(), "frame-not-a-device")) }
            @if switches != Switches::Themes { (languages(frame, here)) }
            @if switches != Switches::Languages { (themes(frame, here)) }
        }
    }
}

/// Hidden token against forged forms; every form that posts begins with it.
pub fn csrf(frame: &Frame<'_>) -> Markup {
    html! {
        @if let Some(token) = frame.csrf { input type="hidden" name="csrf" value=(token); }
    }
}
