//! Links of one person: what each opens, until when; and the address of a new one, shown once.

use jiff::Timestamp;
use journey::Refusal;
use maud::{Markup, html};

use super::Named;
use super::subject::{Subject, person_page};
use crate::components::field::came_back;
use crate::components::{button, empty, refusal};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::{Place, Route};
use crate::t;

/// The links of one person, and the form of a new one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// Whose.
    pub subject: Subject,
    /// All of them, the newest first.
    pub rows: Vec<Row>,
    /// The form of a new one.
    pub form: Form,
    /// What was just made.
    pub made: Option<Made>,
}

/// One link.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its id; not its address, which nobody can tell again.
    pub link: String,
    /// What it opens.
    pub opens: Opens,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ends by itself.
    pub ends_at: Timestamp,
    /// When it was ended, if it was.
    pub revoked_at: Option<Timestamp>,
    /// Id of the intent to end it.
    pub command: String,
}

/// What a link opens.
#[derive(Clone, Debug, PartialEq)]
pub enum Opens {
    /// The person's own pages.
    Home,
    /// The consent.
    Consent,
    /// The intake.
    Intake,
    /// One check-in.
    CheckIn {
        /// The day after the dose.
        day: u16,
        /// When the dose was given, where it is known.
        dosed_at: Option<Timestamp>,
    },
}

/// The form of a new link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// How many days a link to the pages or to the consent lives.
    pub days: i64,
    /// Check-ins that one can be made for.
    pub check_ins: Vec<Planned>,
    /// What was chosen, when the form came back; or what another page proposes.
    pub chosen: String,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

/// A planned check-in that is not missed yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// Value in the form.
    pub value: String,
    /// The day after the dose.
    pub day: u16,
    /// When the dose was given.
    pub dosed_at: Timestamp,
    /// When it opens.
    pub opens_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
}

/// What came of the form.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    /// A new link, with its address: shown now and never again.
    Now {
        /// The address.
        address: String,
        /// What it opens.
        opens: Opens,
        /// When it ends by itself.
        ends_at: Timestamp,
    },
    /// The same form, sent twice: its link was made, and its address was shown then.
    Before,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, links: &Links) -> Markup {
    let m = frame.messages();
    let open = links.rows.iter().filter(|row| is_open(frame, row)).count();
    let main = html! {
        @if let Some(made) = &links.made { (shown_once(frame, made)) }
        div.columns.deciding {
            (listed(frame, links))
            (form(frame, links))
        }
    };
    person_page(frame, &links.subject, Some(Place::Links), &t!(m, "links-open", count = open), main)
}

fn is_open(frame: &Frame<'_>, row: &Row) -> bool {
    row.revoked_at.is_none() && frame.now < row.ends_at
}

fn word(frame: &Frame<'_>, opens: &Opens) -> String {
    let m = frame.messages();
    match opens {
        Opens::Home => t!(m, "links-home"),
        Opens::Consent => t!(m, "links-consent"),
        Opens::Intake => t!(m, "links-intake"),
        Opens::CheckIn { day, dosed_at: Some(at) } => {
            t!(m, "links-check-in", day = i64::from(*day), date = frame.clock().date(*at))
        }
        Opens::CheckIn { day, dosed_at: None } => t!(m, "links-check-in-of", day = i64::from(*day)),
    }
}

fn shown_once(frame: &Frame<'_>, made: &Made) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        section.made role="status" aria-labelledby="made" {
            @match made {
                Made::Now { address, opens, ends_at } => {
                    h2 id="made" { (word(frame, opens)) }
                    p.address translate="no" { (address) }
                    p { (t!(m, "links-once", until = clock.near(*ends_at))) }
                }
                Made::Before => {
                    h2 id="made" { (t!(m, "links-before-title")) }
                    p { (t!(m, "links-before")) }
                }
            }
        }
    }
}

fn listed(frame: &Frame<'_>, links: &Links) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="links" {
            h2 id="links" { (t!(m, "links-made")) }
            @if links.rows.is_empty() {
                (empty::empty(&t!(m, "links-none"), html! {}))
            } @else {
                ul.lines { @for row in &links.rows { li { (line(frame, links, row)) } } }
            }
        }
    }
}

fn line(frame: &Frame<'_>, links: &Links, row: &Row) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let stands = match row.revoked_at {
        Some(at) => t!(m, "links-revoked", when = clock.near(at)),
        None if frame.now < row.ends_at => t!(m, "links-until", when = clock.near(row.ends_at)),
        None => t!(m, "links-ended", when = clock.near(row.ends_at)),
    };
    let path = format!("{}/revoke", links.subject.at(Place::Links).path());
    html! {
        div.spread {
            div {
                h3 { (word(frame, &row.opens)) }
                p { (stands) }
                p.small.quiet { (t!(m, "links-made-at", when = clock.near(row.made_at))) }
            }
            @if is_open(frame, row) {
                form.no-print action=(path) method="post" {
                    (csrf(frame))
                    input type="hidden" name="command" value=(row.command);
                    input type="hidden" name="link" value=(row.link);
                    (button::submit(button::Weight::Ordinary, &t!(m, "links-revoke")))
                }
            }
        }
    }
}

fn form(frame: &Frame<'_>, links: &Links) -> Markup {
    let (m, form) = (frame.messages(), &links.form);
    let clock = frame.clock();
    html! {
        section.sheet.no-print aria-labelledby="new-link" {
            h2 id="new-link" { (t!(m, "links-new")) }
            (came_back(m, usize::from(form.refusal.is_some())))
            form.fields action=(links.subject.at(Place::Links).path()) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                @if let Some(found) = &form.refusal { p.error { (refusal::words(m, found)) } }
                fieldset {
                    legend.visually-hidden { (t!(m, "links-opens")) }
                    (choice(form, "home", &t!(m, "links-home"), &t!(m, "links-home-says", days = form.days)))
                    (choice(form, "consent", &t!(m, "links-consent"), &t!(m, "links-consent-says", days = form.days)))
                    (choice(form, "intake", &t!(m, "links-intake"), &t!(m, "links-intake-says", days = form.days)))
                    @for one in &form.check_ins {
                        @let opens = Opens::CheckIn { day: one.day, dosed_at: Some(one.dosed_at) };
                        @let (from, until) = (clock.near(one.opens_at), clock.near(one.ends_at));
                        (choice(form, &one.value, &word(frame, &opens), &t!(m, "links-check-in-says", from = from, until = until)))
                    }
                }
                div.go { (button::submit(button::Weight::Primary, &t!(m, "links-make"))) }
                p.small.quiet { (t!(m, "links-hand-over")) }
            }
        }
    }
}

fn choice(form: &Form, value: &str, words: &str, says: &str) -> Markup {
    html! {
        label.choice for={ "opens-" (value) } {
            input id={ "opens-" (value) } type="radio" name="opens" value=(value) required
                checked[form.chosen == value];
            span { (words) br; span.small.quiet { (says) } }
        }
    }
}

/// The way to make a link, from another page of the person.
pub fn way(m: Messages, client: &str) -> Markup {
    html! {
        p.ways-on.no-print { a href=(Route::Of(client.to_owned(), Place::Links).path()) { (t!(m, "links-way")) } }
    }
}

/// States of this page. The person in them is made up.
pub fn samples() -> Vec<(&'static str, Links)> {
    let instant = crate::samples::instant;
    let command = "00000000-0000-7000-8000-000000000006".to_owned();
    let dosed_at = instant("2026-05-12T18:00:00Z");
    let row = |opens, made: &str, ends: &str| Row {
        link: format!("{:032x}", 21),
        opens,
        made_at: instant(made),
        ends_at: instant(ends),
        revoked_at: None,
        command: command.clone(),
    };
    let open = row(Opens::Home, "2026-05-10T16:00:00Z", "2026-05-24T16:00:00Z");
    let over = row(Opens::Consent, "2026-04-01T16:00:00Z", "2026-04-15T16:00:00Z");
    let revoked = Row { revoked_at: Some(instant("2026-05-13T17:00:00Z")), ..open.clone() };
    let check_in = Opens::CheckIn { day: 3, dosed_at: Some(dosed_at) };
    let planned = Planned {
        value: format!("check-in.{:032x}.3", 9),
        day: 3,
        dosed_at,
        opens_at: instant("2026-05-15T16:00:00Z"),
        ends_at: instant("2026-05-19T16:00:00Z"),
    };
    let form = Form { command: command.clone(), days: 14, check_ins: vec![planned], ..Form::default() };
    let name = "Wilhelmina Featherstonehaugh-Cholmondeley de la Synthetic".to_owned();
    let made = Made::Now {
        address: "https://practice.example/l/0123456789abcdef0123456789abcdef".to_owned(),
        opens: check_in.clone(),
        ends_at: instant("2026-05-19T16:00:00Z"),
    };
    let usual = Links { subject: Subject::sample(), rows: vec![open, revoked, over], form, made: None };
    let none = Links {
        subject: Subject { person: Named { name, ..Subject::sample().person }, ..Subject::sample() },
        form: Form { check_ins: Vec::new(), ..usual.form.clone() },
        ..Links::default()
    };
    let refused = Form { refusal: Some(Refusal::ValidityOutOfRange), ..usual.form.clone() };
    let rows = [row(check_in, "2026-05-14T17:40:00Z", "2026-05-19T16:00:00Z")].into_iter();
    let rows = rows.chain(usual.rows.clone()).collect();
    vec![
        ("none", none),
        ("refused", Links { form: refused, ..usual.clone() }),
        ("made", Links { made: Some(made), rows, ..usual.clone() }),
        ("made-before", Links { made: Some(Made::Before), ..usual.clone() }),
        ("usual", usual),
    ]
}
