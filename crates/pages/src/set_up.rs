//! The first start: the practice gets its name, and its first person a way in.

use journey::Refusal;
use maud::{Markup, html};

use crate::components::field::{Field, Kind, came_back};
use crate::components::{button, refusal};
use crate::frame::{Country, Frame};
use crate::layout::{csrf, plain_page};
use crate::messages::Messages;
use crate::route::Route;
use crate::t;

/// Zones offered while one types; any other name of the zone database may be typed.
const ZONES: [&str; 14] = [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Madrid",
    "Atlantic/Canary",
    "Europe/Berlin",
    "Australia/Sydney",
];

/// The form with all that was typed into it, save the password.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetUp {
    /// The code that the terminal printed.
    pub code: String,
    /// Name of the practice.
    pub practice: String,
    /// Code of its country.
    pub country: String,
    /// Its time zone, by its name in the zone database.
    pub zone: String,
    /// Name of its first person.
    pub name: String,
    /// Their mail address.
    pub email: String,
    /// Why the form came back.
    pub problems: Problems,
}

/// What has to be mended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    /// The password is too short.
    pub password_short: bool,
    /// There is no such time zone.
    pub zone_unknown: bool,
    /// The rules refuse something.
    pub refusal: Option<Refusal>,
}

impl Problems {
    fn count(&self) -> usize {
        usize::from(self.password_short)
            + usize::from(self.zone_unknown)
            + usize::from(self.refusal.is_some())
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, set_up: &SetUp) -> Markup {
    let m = frame.messages();
    let main = html! {
        div.answer {
            h1 { (t!(m, "set-up-title")) }
            p { (t!(m, "set-up-lead")) }
        }
        (came_back(m, set_up.problems.count()))
        form.fields action=(Route::SetUp.path()) method="post" {
            (csrf(frame))
            input type="hidden" name="code" value=(set_up.code);
            @if let Some(found) = set_up.problems.refusal.as_ref().filter(|found| refusal::field(found).is_none()) {
                p.error { (refusal::words(m, found)) }
            }
            (practice(m, set_up))
            (person(m, set_up))
            div.go { (button::submit(button::Weight::Primary, &t!(m, "set-up-send"))) }
        }
    };
    plain_page(frame, &Route::SetUp, &t!(m, "set-up-title"), main)
}

fn practice(m: Messages, set_up: &SetUp) -> Markup {
    let words = Country::ALL.map(|country| (country.code(), country_words(m, country)));
    let countries: Vec<(&str, &str)> = words.iter().map(|(code, words)| (*code, words.as_str())).collect();
    let unknown = set_up.problems.zone_unknown.then(|| t!(m, "set-up-zone-unknown"));
    html! {
        fieldset {
            legend { (t!(m, "set-up-practice")) }
            (Field::new("practice", &t!(m, "set-up-practice-name"), Kind::Line)
                .value(&set_up.practice).autocomplete("organization").draw(m))
            (Field::new("country", &t!(m, "set-up-country"), Kind::Choice(&countries))
                .value(&set_up.country).hint(&t!(m, "set-up-country-hint")).autocomplete("country").draw(m))
            (Field::new("zone", &t!(m, "set-up-zone"), Kind::OneOf(&ZONES))
                .value(&set_up.zone).hint(&t!(m, "set-up-zone-hint")).error(unknown.as_deref()).draw(m))
        }
    }
}

fn person(m: Messages, set_up: &SetUp) -> Markup {
    let error = |name| refusal::beside(m, set_up.problems.refusal.as_ref(), name);
    let password = if set_up.problems.password_short {
        Some(t!(m, "set-up-password-short"))
    } else {
        (set_up.problems.count() > 0).then(|| t!(m, "set-up-password-again"))
    };
    html! {
        fieldset {
            legend { (t!(m, "set-up-you")) }
            (Field::new("name", &t!(m, "set-up-name"), Kind::Line)
                .value(&set_up.name).hint(&t!(m, "set-up-name-hint")).error(error("name").as_deref())
                .autocomplete("name").draw(m))
            (Field::new("email", &t!(m, "sign-in-email"), Kind::Email)
                .value(&set_up.email).error(error("email").as_deref()).autocomplete("username").draw(m))
            (Field::new("password", &t!(m, "sign-in-password"), Kind::Password)
                .hint(&t!(m, "set-up-password-hint")).error(password.as_deref())
                .autocomplete("new-password").characters_max(1_000).draw(m))
        }
    }
}

fn country_words(m: Messages, country: Country) -> String {
    match country {
        Country::UnitedStates => t!(m, "country-us"),
        Country::UnitedKingdom => t!(m, "country-gb"),
        Country::Spain => t!(m, "country-es"),
        Country::Elsewhere => t!(m, "country-elsewhere"),
    }
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, SetUp)> {
    let empty = SetUp { code: "sample-code".to_owned(), ..SetUp::default() };
    let refused = SetUp {
        practice: "The Willow Practice".to_owned(),
        country: "GB".to_owned(),
        zone: "Europe/Lundon".to_owned(),
        name: "Ana Sample".to_owned(),
        email: "ana".to_owned(),
        problems: Problems { password_short: true, zone_unknown: true, refusal: Some(Refusal::EmailInvalid) },
        ..empty.clone()
    };
    let zone = SetUp { problems: Problems { zone_unknown: true, ..Problems::default() }, ..refused.clone() };
    vec![("empty", empty), ("refused", refused), ("zone-unknown", zone)]
}
