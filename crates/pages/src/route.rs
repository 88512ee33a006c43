//! The places one can go to, and the only ones a form may send one back to.

/// A page of Kapok by name, never by URL. Ids are 32 lowercase hex digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The practice's public page.
    Home,
    /// The enquiry form.
    Enquiry,
    /// Where staff sign in.
    SignIn,
    /// The first start of a practice.
    SetUp,
    /// Who is coming, who is in the window, what waits.
    Today,
    /// Everyone on the path.
    People,
    /// For whom the window is open, and who has gone quiet.
    Windows,
    /// The protocol that the prescriber signs.
    Protocol,
    /// The draft of the protocol's next version.
    ProtocolDraft,
    /// Two protocols side by side.
    ProtocolCompare,
    /// The hours in which the practice reads and answers.
    Hours,
    /// The practice's week.
    Calendar,
    /// The ledger of lozenges.
    Ledger,
    /// The practice's own stock of lozenges.
    Stock,
    /// One person's path, by the client's id.
    Person(String),
    /// Another page of one person, by the client's id.
    Of(String, Place),
    /// One medicine session of one person, by the client's id and the session's.
    Session(String, String),
    /// What a prescriber is asked to pass in one session, by the client's id and the session's.
    Asked(String, String),
    /// A page of the client's own.
    Mine(Mine),
}

/// A page of one person, beside their path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The consultation: what they bring, what they ask, which way they go.
    Consultation,
    /// What is known of their health.
    History,
    /// What the rules found, and the prescriber's decision.
    Screening,
    /// What they agree to.
    Consent,
    /// What a session can lean on.
    Preparation,
    /// What may be given.
    Prescription,
    /// The medicine sessions, and the way into the room.
    Sessions,
    /// What each dose did, and the decision about the next one.
    NextDose,
    /// What nobody wanted, until it is written how it ended.
    AdverseEvents,
    /// What follows the medicine.
    Integration,
    /// Their scales.
    Measures,
    /// What the care team saw of the work, and decided.
    Review,
    /// How the journey ends here, and the way back.
    Ending,
    /// Who meets them, and when.
    Appointments,
    /// What they and those who care for them write to each other.
    Messages,
    /// What waits for a person of the practice.
    Tasks,
    /// What the reader keeps of their conversations for themselves.
    Notes,
    /// Links to their own pages.
    Links,
}

/// Where along the path a page of one person belongs: how their pages are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What comes before the medicine.
    Before,
    /// What is given, and what it did.
    Medicine,
    /// What comes of it.
    After,
    /// What runs beside it.
    Practical,
}

impl Part {
    /// Every group, in the order of the path.
    pub const ALL: [Part; 4] = [Part::Before, Part::Medicine, Part::After, Part::Practical];
}

/// A page of the client's own, reached by a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mine {
    /// What is next, and their path.
    Home,
    /// What they tell of their health, one question at a time.
    Intake,
    /// The consent, clause by clause.
    Consent,
    /// The day with the medicine: before it, what to bring, who is there.
    Preparation,
    /// A check-in, one question at a time.
    CheckIn,
    /// The body map.
    Body,
    /// What they ask, and their pace.
    Questions,
    /// Threads that run through the work.
    Threads,
    /// What they chose to practise.
    Practices,
    /// What they take home from their latest session.
    After,
    /// What was looked at together, and how it ended.
    Review,
    /// What they and those who care for them write to each other.
    Messages,
    /// One scale, by its id.
    Scale(&'static str),
}

impl Place {
    /// Every place, in the order in which its group shows it.
    pub const ALL: [Place; 18] = [
        Place::Consultation,
        Place::History,
        Place::Screening,
        Place::Consent,
        Place::Preparation,
        Place::Prescription,
        Place::Sessions,
        Place::NextDose,
        Place::AdverseEvents,
        Place::Integration,
        Place::Measures,
        Place::Review,
        Place::Ending,
        Place::Appointments,
        Place::Messages,
        Place::Tasks,
        Place::Notes,
        Place::Links,
    ];

    /// The group it belongs to.
    pub fn part(self) -> Part {
        match self {
            Place::Consultation | Place::History | Place::Screening | Place::Consent | Place::Preparation => {
                Part::Before
            }
            Place::Prescription | Place::Sessions | Place::NextDose | Place::AdverseEvents => Part::Medicine,
            Place::Integration | Place::Measures | Place::Review | Place::Ending => Part::After,
            Place::Appointments | Place::Messages | Place::Tasks | Place::Notes | Place::Links => {
                Part::Practical
            }
        }
    }

    /// Last part of its path.
    pub fn name(self) -> &'static str {
        match self {
            Place::Consultation => "consultation",
            Place::History => "history",
            Place::Screening => "screening",
            Place::Consent => "consent",
            Place::Preparation => "preparation",
            Place::Prescription => "prescription",
            Place::Sessions => "sessions",
            Place::NextDose => "next-dose",
            Place::AdverseEvents => "adverse-events",
            Place::Integration => "integration",
            Place::Measures => "measures",
            Place::Review => "review",
            Place::Ending => "ending",
            Place::Appointments => "appointments",
            Place::Messages => "messages",
            Place::Tasks => "tasks",
            Place::Notes => "notes",
            Place::Links => "links",
        }
    }
}

impl Mine {
    /// Every page of the client's own.
    pub const ALL: [Mine; 20] = [
        Mine::Home,
        Mine::Intake,
        Mine::Consent,
        Mine::Preparation,
        Mine::CheckIn,
        Mine::Body,
        Mine::Questions,
        Mine::Threads,
        Mine::Practices,
        Mine::After,
        Mine::Review,
        Mine::Messages,
        Mine::Scale("phq-9"),
        Mine::Scale("gad-7"),
        Mine::Scale("pcl-5"),
        Mine::Scale("peg"),
        Mine::Scale("rand-36-energy"),
        Mine::Scale("rand-36-pain"),
        Mine::Scale("audit-c"),
        Mine::Scale("asq"),
    ];

    fn path(self) -> String {
        match self {
            Mine::Home => "/my".to_owned(),
            Mine::Intake => "/my/intake".to_owned(),
            Mine::Consent => "/my/consent".to_owned(),
            Mine::Preparation => "/my/preparation".to_owned(),
            Mine::CheckIn => "/my/check-in".to_owned(),
            Mine::Body => "/my/body".to_owned(),
            Mine::Questions => "/my/questions".to_owned(),
            Mine::Threads => "/my/threads".to_owned(),
            Mine::Practices => "/my/practices".to_owned(),
            Mine::After => "/my/after".to_owned(),
            Mine::Review => "/my/review".to_owned(),
            Mine::Messages => "/my/messages".to_owned(),
            Mine::Scale(id) => format!("/my/{id}"),
        }
    }
}

/// Pages without an id in their path, but for the client's own.
const FIXED: [Route; 14] = [
    Route::Home,
    Route::Enquiry,
    Route::SignIn,
    Route::SetUp,
    Route::Today,
    Route::People,
    Route::Protocol,
    Route::ProtocolDraft,
    Route::ProtocolCompare,
    Route::Windows,
    Route::Hours,
    Route::Calendar,
    Route::Ledger,
    Route::Stock,
];

impl Route {
    /// Path of the page on this server.
    pub fn path(&self) -> String {
        match self {
            Route::Home => "/".to_owned(),
            Route::Enquiry => "/enquiry".to_owned(),
            Route::SignIn => "/sign-in".to_owned(),
            Route::SetUp => "/set-up".to_owned(),
            Route::Today => "/today".to_owned(),
            Route::People => "/people".to_owned(),
            Route::Windows => "/windows".to_owned(),
            Route::Protocol => "/practice/protocol".to_owned(),
            Route::ProtocolDraft => "/practice/protocol/draft".to_owned(),
            Route::ProtocolCompare => "/practice/protocol/compare".to_owned(),
            Route::Hours => "/practice/hours".to_owned(),
            Route::Calendar => "/calendar".to_owned(),
            Route::Ledger => "/practice/ledger".to_owned(),
            Route::Stock => "/practice/stock".to_owned(),
            Route::Person(client) => format!("/people/{client}"),
            Route::Of(client, place) => format!("/people/{client}/{}", place.name()),
            Route::Session(client, session) => format!("/people/{client}/sessions/{session}"),
            Route::Asked(client, session) => format!("/people/{client}/sessions/{session}/asked"),
            Route::Mine(mine) => mine.path(),
        }
    }

    /// Reads a path of this server; one that is no page's is nowhere.
    pub fn from_path(path: &str) -> Option<Route> {
        let Some(under) = path.strip_prefix("/people/") else {
            let mine = Mine::ALL.into_iter().map(Route::Mine);
            return FIXED.into_iter().chain(mine).find(|route| route.path() == path);
        };
        let mut parts = under.split('/');
        let client = parts.next().filter(|client| is_id(client))?.to_owned();
        match (parts.next(), parts.next(), parts.next()) {
            (Some("sessions"), Some(session), Some("asked")) if is_id(session) && parts.next().is_none() => {
                Some(Route::Asked(client, session.to_owned()))
            }
            (None, ..) => Some(Route::Person(client)),
            (Some(name), None, _) => {
                let place = Place::ALL.into_iter().find(|place| place.name() == name)?;
                Some(Route::Of(client, place))
            }
            (Some("sessions"), Some(session), None) if is_id(session) => {
                Some(Route::Session(client, session.to_owned()))
            }
            _ => None,
        }
    }

    /// Name of the page in a form's `back` field: its path, without slashes.
    pub fn name(&self) -> String {
        match self {
            Route::Home => "home".to_owned(),
            _ => self.path().trim_start_matches('/').replace('/', "."),
        }
    }

    /// Reads a `back` field; anything that is not a page's name is nowhere.
    ///
    /// A redirect is then written from the route and never from the field, so
    /// no text of the browser's reaches a `Location` header.
    pub fn from_name(name: &str) -> Option<Route> {
        match name {
            "home" => Some(Route::Home),
            "" => None,
            _ if name.contains('/') => None,
            _ => Self::from_path(&format!("/{}", name.replace('.', "/"))),
        }
    }
}

fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::{FIXED, Mine, Place, Route};

    const ID: &str = "0123456789abcdef0123456789abcdef";

    fn everywhere() -> Vec<Route> {
        let id = || ID.to_owned();
        let places = Place::ALL.map(|place| Route::Of(id(), place));
        let mine = Mine::ALL.map(Route::Mine);
        let ids = [Route::Person(id()), Route::Session(id(), id()), Route::Asked(id(), id())];
        FIXED.into_iter().chain(places).chain(mine).chain(ids).collect()
    }

    #[test]
    fn every_name_and_every_path_lead_back_to_their_page() {
        for route in everywhere() {
            assert_eq!(Route::from_name(&route.name()), Some(route.clone()), "{}", route.name());
            assert_eq!(Route::from_path(&route.path()), Some(route.clone()), "{}", route.path());
        }
    }

    #[test]
    fn every_scale_that_is_shipped_has_its_page() {
        for scale in journey::scale::SCALES {
            assert!(Mine::ALL.contains(&Mine::Scale(scale.id)), "{}", scale.id);
        }
    }

    #[test]
    fn nothing_else_leads_anywhere() {
        for name in [
            "",
            ".",
            "/today",
            "//evil",
            "\\evil",
            "%2f%2fevil",
            "people.",
            "people...today",
            "people.evil.example",
            "https://a.example",
            "people.0123456789ABCDEF0123456789ABCDEF",
            "people.0123456789abcdef0123456789abcdef/",
            "people.0123456789abcdef0123456789abcdef.",
            "people.0123456789abcdef0123456789abcdef.nowhere",
            "people.0123456789abcdef0123456789abcdef.sessions.7",
            "people.0123456789abcdef0123456789abcdef.sessions.0123456789abcdef0123456789abcdef.x",
        ] {
            assert_eq!(Route::from_name(name), None, "{name}");
        }
    }
}
