//! Who acts, and how they stand to the client.

use journey::staff::{Role, Status};
use journey::{ClientId, PracticeId, StaffId, Who};

/// Who acts; a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Actor {
    /// A person of the practice, in one of their roles.
    Staff {
        /// The practice they act in.
        practice: PracticeId,
        /// Which person.
        staff: StaffId,
        /// The role they act as.
        role: Role,
        /// How their membership stands.
        status: Status,
    },
    /// A client, signed in.
    Client {
        /// The practice that holds the record.
        practice: PracticeId,
        /// Which client.
        client: ClientId,
    },
    /// Whoever holds a link made for one client and one purpose.
    Link {
        /// The practice that holds the record.
        practice: PracticeId,
        /// Which client.
        client: ClientId,
        /// What the link is for.
        purpose: Purpose,
    },
    /// Somebody from the street, on a public page.
    Public {
        /// Whose page it is.
        practice: PracticeId,
    },
    /// Kapok itself, in one of its jobs.
    System {
        /// The practice it works for.
        practice: PracticeId,
        /// Which job.
        job: Job,
    },
}

/// What a link is for; a link opens nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// One check-in.
    CheckIn,
    /// The intake, until it is done.
    Intake,
    /// Reading and signing the consent.
    Consent,
    /// The client's own pages.
    Home,
}

/// Kapok's own jobs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Job {
    /// Opens cards into the memory index at unlock.
    Index,
    /// Founds the practice at first start.
    SetUp,
    /// Records sign-ins and refused sign-ins.
    SignIn,
    /// Looks after what falls due.
    Due,
}

/// How a person of the practice stands to a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// In the client's care team.
    Assigned,
    /// Somebody else is.
    Unassigned,
    /// Nobody is yet: a new enquiry.
    Unclaimed,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 3] = [Self::Assigned, Self::Unassigned, Self::Unclaimed];
}

impl Actor {
    /// The practice in which they act.
    pub fn practice(&self) -> PracticeId {
        match self {
            Self::Staff { practice, .. }
            | Self::Client { practice, .. }
            | Self::Link { practice, .. }
            | Self::Public { practice }
            | Self::System { practice, .. } => *practice,
        }
    }

    /// How an event names them.
    pub fn who(&self) -> Who {
        match self {
            Self::Staff { staff, .. } => Who::Staff { staff: *staff },
            Self::Client { .. } | Self::Link { .. } => Who::Client,
            Self::Public { .. } => Who::Public,
            Self::System { .. } => Who::System,
        }
    }
}
