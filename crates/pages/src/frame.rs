//! What every page is told about its reader and the practice.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use journey::hours::Hours as OpenHours;

use crate::messages::{Language, Messages};
use crate::time::Clock;

/// What surrounds a page: reader, practice, instant.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// Language of every word on the page.
    pub language: Language,
    /// Theme kept in the reader's cookie `theme`.
    pub theme: Theme,
    /// Twelve or twenty-four hours on the reader's clock.
    pub hours: Hours,
    /// The reader's time zone.
    pub zone: TimeZone,
    /// The instant for which the page is drawn.
    pub now: Timestamp,
    /// Where stylesheet, scripts and fonts are.
    pub assets: &'a Assets,
    /// Name of the practice; empty before the practice is set up.
    pub practice: &'a str,
    /// Country of the practice: whose crisis numbers to show.
    pub country: Country,
    /// The hours in which the practice reads, where it has stated any.
    pub reads_at: Option<&'a OpenHours>,
    /// Until when a risk answer that is given now is to be seen, where that can be promised.
    pub risk_seen_by: Option<Timestamp>,
    /// Who is signed in, if anyone is.
    pub person: Option<Person<'a>>,
    /// Token against forged forms, where there is one.
    pub csrf: Option<&'a str>,
    /// On a client's own pages, the name under which a browser keeps what waits there for signal.
    pub shelf: Option<&'a str>,
}

impl Frame<'_> {
    /// Messages in the reader's language.
    pub fn messages(&self) -> Messages {
        Messages::of(self.language)
    }

    /// Whether the reader is the person treated, who reads plain words where staff read the record's.
    pub(crate) fn is_clients(&self) -> bool {
        self.person.is_some_and(|person| person.role == Role::Client)
    }

    /// How this reader reads instants.
    pub fn clock(&self) -> Clock<'_> {
        Clock { messages: self.messages(), hours: self.hours, zone: &self.zone, now: self.now }
    }
}

/// Who is signed in, as shown in the corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person<'a> {
    /// The name they go by.
    pub name: &'a str,
    /// In which role they are here.
    pub role: Role,
}

/// In which role someone is signed in; decides what the navigation offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Holds the therapy.
    Therapist,
    /// Carries the medical responsibility.
    Prescriber,
    /// Watches vital signs in the room.
    Monitor,
    /// Runs the practice and reads no clinical content.
    Admin,
    /// Proves that the record is whole.
    Auditor,
    /// The person treated.
    Client,
}

/// The ground a page is drawn on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// Warm paper.
    #[default]
    Day,
    /// Dark and warm.
    Night,
    /// The dim treatment room.
    Room,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Theme; 3] = [Theme::Day, Theme::Night, Theme::Room];

    /// Value in `data-theme`, in the form and in the cookie.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Day => "day",
            Theme::Night => "night",
            Theme::Room => "room",
        }
    }

    /// Reads the cookie or the form.
    pub fn from_name(name: &str) -> Option<Theme> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The canvas before the stylesheet has come: no white flash in the dark.
    pub(crate) fn color_scheme(self) -> &'static str {
        match self {
            Theme::Day => "light",
            Theme::Night | Theme::Room => "dark",
        }
    }
}

/// Twelve or twenty-four hours on a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Hours {
    /// 2:05 pm.
    Twelve,
    /// 14:05.
    #[default]
    TwentyFour,
}

/// Country of a practice, as far as crisis help and hours depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Country {
    /// United States.
    #[default]
    UnitedStates,
    /// United Kingdom.
    UnitedKingdom,
    /// Spain.
    Spain,
    /// Any other: only general advice can be given.
    Elsewhere,
}

impl Country {
    /// Every country, in the order of the choice.
    pub const ALL: [Country; 4] =
        [Country::UnitedStates, Country::UnitedKingdom, Country::Spain, Country::Elsewhere];

    /// ISO 3166 code in forms and in the record; `ZZ` for any other.
    pub fn code(self) -> &'static str {
        match self {
            Country::UnitedStates => "US",
            Country::UnitedKingdom => "GB",
            Country::Spain => "ES",
            Country::Elsewhere => "ZZ",
        }
    }

    /// Reads a code; a country unknown here is [`Country::Elsewhere`].
    pub fn from_code(code: &str) -> Country {
        Self::ALL.into_iter().find(|country| country.code() == code).unwrap_or(Country::Elsewhere)
    }

    /// How clocks are read there.
    pub fn hours(self) -> Hours {
        match self {
            Country::UnitedStates => Hours::Twelve,
            Country::UnitedKingdom | Country::Spain | Country::Elsewhere => Hours::TwentyFour,
        }
    }
}

impl Role {
    /// Value of the `role` field at sign-in.
    pub fn name(self) -> &'static str {
        match self {
            Role::Therapist => "therapist",
            Role::Prescriber => "prescriber",
            Role::Monitor => "monitor",
            Role::Admin => "admin",
            Role::Auditor => "auditor",
            Role::Client => "client",
        }
    }
}

/// Where the built files are: logical name to URL.
///
/// Made from `web/dist/manifest.json`, whose names carry a content hash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets(BTreeMap<String, String>);

impl Assets {
    /// Takes pairs of logical name and URL.
    pub fn new(urls: impl IntoIterator<Item = (String, String)>) -> Self {
        Assets(urls.into_iter().collect())
    }

    /// URL of a built file; `None` where the web part has not been built.
    pub fn url(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}
