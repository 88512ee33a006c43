//! Identifiers: 128 bits, opaque, random or made where the act was done.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The text was not 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id is 32 hexadecimal digits")]
pub struct NotAnId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u128);

        impl $name {
            /// Takes the 16 bytes as they are.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(u128::from_be_bytes(bytes))
            }

            /// Gives the 16 bytes, most significant first.
            pub const fn to_bytes(self) -> [u8; 16] {
                self.0.to_be_bytes()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:032x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:032x})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let hex = text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit());
                match u128::from_str_radix(text, 16) {
                    Ok(value) if hex => Ok(Self(value)),
                    _ => Err(NotAnId),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(de::Error::custom)
            }
        }
    };
}

id!(
    /// The practice; random, also where one machine serves one practice.
    PracticeId
);
id!(
    /// A client's pseudonym: names one journey, and is not the person's name.
    ClientId
);
id!(
    /// A person who works for the practice; apart from their roles in it.
    StaffId
);
id!(
    /// One medicine session.
    SessionId
);
id!(
    /// One link that opens one thing for one client; apart from its secret.
    LinkId
);
id!(
    /// One appointment.
    AppointmentId
);
id!(
    /// Lozenges that left the practice's stock for one person; both lines carry it.
    DispensingId
);
id!(
    /// One intent to act, made where the act was done; a repeat is the same intent.
    CommandId
);
id!(
    /// One recorded fact.
    EventId
);

impl EventId {
    /// Events of one command that an id can be derived for.
    pub const PER_COMMAND_MAX: u16 = 256;

    /// Derives the id of a command's event from its place among them.
    ///
    /// The same command always yields the same ids, so a repeat can be recognised anywhere.
    pub fn derived(command: CommandId, ordinal: u16) -> Self {
        debug_assert!(ordinal < Self::PER_COMMAND_MAX);
        Self(command.0 ^ (u128::from(ordinal) + 1))
    }
}
