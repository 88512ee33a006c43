//! Every page in every state, drawn for tests and for looking at.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::time;
use jiff::tz::TimeZone;
use journey::hours::{Hours, OpenTime, Weekday};
use maud::Markup;

use crate::frame::{Assets, Country, Frame, Person, Role, Theme};
use crate::messages::Language;
use crate::{fault, my, practice, public, room, set_up, sign_in};

/// A drawn sample: `<page>-<state>` and the whole document.
#[derive(Debug)]
pub struct Drawn {
    /// Page and state, fit for a file name.
    pub name: String,
    /// The document.
    pub markup: Markup,
}

/// Draws every page in each of its states, in one language and one theme.
pub fn all_samples(language: Language, theme: Theme, assets: &Assets) -> Vec<Drawn> {
    let open = frame(language, theme, assets);
    let staff = staff_frame(language, theme, assets);
    let client = client_frame(language, theme, assets);
    let readers = ["Ana Sample".to_owned(), "Dr Iris Sample".to_owned()];
    let theo = Person { name: "Theo Sample", role: Role::Prescriber };
    let prescriber = Frame { person: Some(theo), ..staff.clone() };
    let nameless = Frame { practice: "", ..open.clone() };
    let unstated = Frame { reads_at: None, risk_seen_by: None, ..open.clone() };
    let pages = [
        drawn("public-home", public::home::samples(), |context| public::home::page(&open, context)),
        drawn("public-enquiry", public::enquiry::samples(), |context| public::enquiry::page(&open, context)),
        drawn("public-enquiry-thanks", vec![("usual", ())], |()| public::enquiry_thanks::page(&open)),
        drawn("sign-in", sign_in::samples(), |context| sign_in::page(&open, context)),
        drawn("sign-in-again", sign_in::samples_again(), |context| sign_in::again(&open, context)),
        drawn("set-up", set_up::samples(), |context| set_up::page(&nameless, context)),
        drawn("fault", fault::samples(), |context| fault::page(&open, context)),
        drawn("fault-staff", fault::samples(), |context| fault::page(&staff, context)),
        drawn("practice-today", practice::today::samples(), |context| practice::today::page(&staff, context)),
        drawn("practice-people", practice::people::samples(), |context| {
            practice::people::page(&staff, context)
        }),
        drawn("practice-enquiry", practice::enquiry::samples(), |context| {
            practice::enquiry::page(&staff, context)
        }),
        drawn("practice-links", practice::links::samples(), |context| practice::links::page(&staff, context)),
        drawn("practice-consent", practice::consent::samples(), |context| {
            practice::consent::page(&staff, context)
        }),
        drawn("practice-integration", practice::integration::samples(), |context| {
            practice::integration::page(&staff, context)
        }),
        drawn("practice-windows", practice::windows::samples(), |context| {
            practice::windows::page(&staff, context)
        }),
        drawn("practice-measures", practice::measures::samples(), |context| {
            practice::measures::page(&staff, context)
        }),
        drawn("my-link", my::link::samples(), |context| my::link::page(&open, context)),
        drawn("my-home", my::home::samples(), |context| my::home::page(&client, context)),
        drawn("my-consent", my::consent::samples(), |context| my::consent::page(&client, &readers, context)),
        drawn("my-intake", my::intake::samples(), |context| my::intake::page(&client, &readers, context)),
        drawn("my-preparation", my::preparation::samples(), |context| {
            my::preparation::page(&client, &readers, context)
        }),
        drawn("my-body", my::body::samples(), |context| my::body::page(&client, &readers, context)),
        drawn("my-review", my::review::samples(), |context| my::review::page(&client, &readers, context)),
        drawn("my-messages", my::messages::samples(), |context| {
            my::messages::page(&client, &readers, context)
        }),
        drawn("my-own", my::own::samples(), |context| my::own::page(&client, &readers, context)),
        drawn("my-check-in", my::check_in::samples(), |context| my::check_in::page(&open, &[], context)),
        drawn("my-check-in-unstated", my::check_in::safety_samples(), |context| {
            my::check_in::page(&unstated, &[], context)
        }),
        drawn("practice-adverse-events", practice::adverse_events::samples(), |context| {
            practice::adverse_events::page(&staff, context)
        }),
        drawn("practice-ledger", practice::ledger::samples(), |context| {
            practice::ledger::page(&staff, context)
        }),
        drawn("practice-stock", practice::stock::samples(), |context| practice::stock::page(&staff, context)),
        drawn("practice-hours", practice::hours::samples(), |context| practice::hours::page(&staff, context)),
        drawn("practice-appointments", practice::appointments::samples(), |context| {
            practice::appointments::page(&staff, context)
        }),
        drawn("practice-messages", practice::messages::samples(), |context| {
            practice::messages::page(&staff, context)
        }),
        drawn("practice-notes", practice::notes::samples(), |context| practice::notes::page(&staff, context)),
        drawn("practice-calendar", practice::calendar::samples(), |context| {
            practice::calendar::page(&staff, context)
        }),
        drawn("practice-tasks", practice::tasks::samples(), |context| practice::tasks::page(&staff, context)),
        drawn("my-scale", my::scale::samples(), |context| my::scale::page(&client, &readers, context)),
        drawn("practice-history", practice::history::samples(), |context| {
            practice::history::page(&staff, context)
        }),
        drawn("practice-screening", practice::screening::samples(), |context| {
            practice::screening::page(&prescriber, context)
        }),
        drawn("practice-protocol", practice::protocol::samples(), |context| {
            practice::protocol::page(&prescriber, context)
        }),
        drawn("practice-protocol-draft", practice::protocol::draft::samples(), |context| {
            practice::protocol::draft::page(&prescriber, context)
        }),
        drawn("practice-protocol-compare", practice::protocol::compare::samples(), |context| {
            practice::protocol::compare::page(&prescriber, context)
        }),
        drawn("practice-prescription", practice::prescription::samples(), |context| {
            practice::prescription::page(&prescriber, context)
        }),
        drawn("practice-person", practice::person::samples(), |context| {
            practice::person::page(&staff, context)
        }),
        drawn("practice-consultation", practice::consultation::samples(), |context| {
            practice::consultation::page(&staff, context)
        }),
        drawn("practice-preparation", practice::preparation::samples(), |context| {
            practice::preparation::page(&staff, context)
        }),
        drawn("practice-asked", practice::asked::samples(), |context| {
            practice::asked::page(&prescriber, context)
        }),
        drawn("practice-sessions", practice::sessions::samples(), |context| {
            practice::sessions::page(&staff, context)
        }),
        drawn("practice-next-dose", practice::next_dose::samples(), |context| {
            practice::next_dose::page(&prescriber, context)
        }),
        drawn("practice-review", practice::review::samples(), |context| {
            practice::review::page(&staff, context)
        }),
        drawn("practice-ending", practice::ending::samples(), |context| {
            practice::ending::page(&staff, context)
        }),
        drawn("practice-session", practice::session::samples(), |context| {
            practice::session::page(&staff, context)
        }),
        drawn("my-after", my::after::samples(), |context| {
            my::after::page(&client, &crate::Route::Mine(crate::Mine::After), context)
        }),
        drawn("room", room::samples(), |context| room::page(&staff, context)),
    ];
    pages.into_iter().flatten().collect()
}

/// Draws the samples of one page; a page joins [`all_samples`] with one line.
fn drawn<Context>(
    page: &str,
    samples: Vec<(&'static str, Context)>,
    draw: impl Fn(&Context) -> Markup,
) -> Vec<Drawn> {
    let each =
        |(state, context): (&str, Context)| Drawn { name: format!("{page}-{state}"), markup: draw(&context) };
    samples.into_iter().map(each).collect()
}

/// A sample's surroundings: an invented practice on Thursday 14 May 2026, 10:40.
pub fn frame<'a>(language: Language, theme: Theme, assets: &'a Assets) -> Frame<'a> {
    let country = match language {
        Language::English => Country::UnitedStates,
        Language::Spanish => Country::Spain,
    };
    Frame {
        language,
        theme,
        hours: country.hours(),
        zone: TimeZone::get("America/Los_Angeles").expect("a zone of the bundled database"),
        now: instant("2026-05-14T17:40:00Z"),
        assets,
        practice: "The Willow Practice",
        country,
        reads_at: Some(hours()),
        risk_seen_by: Some(instant("2026-05-14T18:40:00Z")),
        person: None,
        csrf: Some("sample-token"),
        shelf: None,
    }
}

/// The same surroundings with someone of the staff signed in.
pub fn staff_frame<'a>(language: Language, theme: Theme, assets: &'a Assets) -> Frame<'a> {
    let person = Person { name: "Ana Sample", role: Role::Therapist };
    Frame { person: Some(person), ..frame(language, theme, assets) }
}

/// The same surroundings for the holder of a link to their own pages.
pub fn client_frame<'a>(language: Language, theme: Theme, assets: &'a Assets) -> Frame<'a> {
    let person = Person { name: "Maya Sample", role: Role::Client };
    Frame { person: Some(person), shelf: Some("sample-shelf"), ..frame(language, theme, assets) }
}

/// The hours of the invented practice.
pub fn hours() -> &'static Hours {
    static HOURS: LazyLock<Hours> = LazyLock::new(|| {
        let open = |weekday, from, until| OpenTime {
            weekday,
            from: time(from, 0, 0, 0),
            until: time(until, 0, 0, 0),
        };
        let week = Weekday::ALL.into_iter().take(5).map(|day| open(day, 9, 17));
        Hours { open: week.chain([open(Weekday::Saturday, 10, 13)]).collect(), message_days: 2 }
    });
    &HOURS
}

/// An instant written out in a sample.
pub fn instant(text: &str) -> Timestamp {
    text.parse().expect("samples write their instants in RFC 3339")
}
