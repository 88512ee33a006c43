//! The people who work for a practice: a person apart from their roles.

use serde::{Deserialize, Serialize};

use crate::id::StaffId;

/// What a person may be for a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Walks the journey with the client.
    Therapist,
    /// Carries the medical responsibility.
    Prescriber,
    /// Watches vital signs in the room.
    Monitor,
    /// Books, files, backs up; reads nothing clinical.
    Admin,
    /// Proves that the record is whole.
    Auditor,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [Self::Therapist, Self::Prescriber, Self::Monitor, Self::Admin, Self::Auditor];
}

/// Where a membership stands; only an active one may do anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Asked to join, not confirmed.
    Invited,
    /// Confirmed.
    Active,
    /// Paused.
    Suspended,
    /// Gone.
    Removed,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Invited, Self::Active, Self::Suspended, Self::Removed];
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// A person was added.
    PersonAdded {
        /// The person.
        staff: StaffId,
        /// The name as it is printed under a signature.
        name: String,
        /// The mail address they sign in with.
        email: String,
    },
    /// A password was set; only its Argon2id hash in PHC form is kept.
    PasswordSet {
        /// Whose.
        staff: StaffId,
        /// The hash, `$argon2id$v=19$...`.
        password_hash: String,
    },
    /// A person took a role in the practice.
    RoleGranted {
        /// The person.
        staff: StaffId,
        /// The role.
        role: Role,
    },
    /// A membership changed its standing.
    StatusChanged {
        /// The person.
        staff: StaffId,
        /// The standing from now on.
        status: Status,
    },
    /// Somebody signed in.
    SignedIn {
        /// Who.
        staff: StaffId,
    },
    /// A sign-in was refused.
    SignInRefused {
        /// Whose address was tried.
        staff: StaffId,
    },
}
