//! One figure with its unit, source and certainty, and how figures are listed.

use serde::{Deserialize, Serialize};

use super::value::{Value, Valued};

/// One value the software acts on, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure<T> {
    /// The value, a whole number of `unit`.
    pub value: T,
    /// Unit in which the value is counted.
    pub unit: String,
    /// Where the value comes from, for people to read.
    pub source: String,
    /// How sure the value is.
    pub certainty: Certainty,
}

/// How sure a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Certainty {
    /// Read in the primary source.
    S,
    /// Read on a secondary page.
    S2,
    /// Not verified yet: not to be shown as a fact.
    M,
    /// A default proposed by this software, not published evidence.
    D,
    /// Computed from other figures.
    C,
    /// Set by this practice: its prescriber vouches for it.
    P,
}

impl Certainty {
    /// Whether a prescriber must answer the figure with an explicit yes.
    pub fn needs_a_yes(self) -> bool {
        matches!(self, Certainty::M | Certainty::D | Certainty::P)
    }
}

/// A line that a value may cross, worded as its source words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// Crossed by every greater value.
    Above(i64),
    /// Crossed by this value and every greater one.
    AtOrAbove(i64),
    /// Crossed by every smaller value.
    Below(i64),
    /// Crossed by this value and every smaller one.
    AtOrBelow(i64),
}

impl Line {
    /// Whether the value lies beyond the line.
    pub fn crossed_by(self, value: i64) -> bool {
        match self {
            Line::Above(line) => value > line,
            Line::AtOrAbove(line) => value >= line,
            Line::Below(line) => value < line,
            Line::AtOrBelow(line) => value <= line,
        }
    }

    /// The last whole value that does not cross the line.
    pub fn last_inside(self) -> i64 {
        match self {
            Line::Above(line) | Line::Below(line) => line,
            Line::AtOrAbove(line) => line.saturating_sub(1),
            Line::AtOrBelow(line) => line.saturating_add(1),
        }
    }

    /// The number that it is written with.
    pub fn number(self) -> i64 {
        match self {
            Line::Above(line) | Line::AtOrAbove(line) | Line::Below(line) | Line::AtOrBelow(line) => line,
        }
    }

    /// Whether high values cross it.
    pub fn is_upper(self) -> bool {
        matches!(self, Line::Above(_) | Line::AtOrAbove(_))
    }
}

/// Sign and number: `>= 160`.
impl std::fmt::Display for Line {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Line::Above(line) => write!(formatter, "> {line}"),
            Line::AtOrAbove(line) => write!(formatter, ">= {line}"),
            Line::Below(line) => write!(formatter, "< {line}"),
            Line::AtOrBelow(line) => write!(formatter, "<= {line}"),
        }
    }
}

/// From the lowest to the highest value, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// Lowest value of the range.
    pub low: i64,
    /// Highest value of the range.
    pub high: i64,
}

impl Range {
    /// Whether the value lies in the range, edges included.
    pub fn holds(self, value: i64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// A figure of a protocol, its place, and its value in print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureAt<'a> {
    /// Place in the protocol, such as `dosing.interval_hours_min`.
    pub path: String,
    /// The value as it is printed, such as `72` or `>= 160`; it reads back as the same value.
    pub value: String,
    /// The value itself.
    #[serde(skip)]
    pub typed: Value,
    /// Unit in which the value is counted.
    pub unit: &'a str,
    /// Where the value comes from.
    pub source: &'a str,
    /// How sure the value is.
    pub certainty: Certainty,
}

/// What can be listed as figures, under a path, and changed one by one.
pub(super) trait Listed {
    fn list<'a>(&'a self, path: &str, listed: &mut Vec<FigureAt<'a>>);

    /// Changes the figure at `path`; the path is what is left of it below here.
    fn put(&mut self, path: &str, put: &Put<'_>) -> Result<(), NotPut>;
}

/// A change of one figure.
pub(super) struct Put<'a> {
    /// The value as it is printed; none leaves it.
    pub(super) value: Option<&'a str>,
    /// Where it comes from now; none leaves it.
    pub(super) source: Option<&'a str>,
}

/// Why a figure cannot be changed so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotPut {
    /// This protocol has no figure there.
    NoSuchFigure,
    /// The value does not read; one that would.
    Unreadable(&'static str),
}

impl<T: Valued> Listed for Figure<T> {
    fn list<'a>(&'a self, path: &str, listed: &mut Vec<FigureAt<'a>>) {
        listed.push(FigureAt {
            path: path.to_owned(),
            value: self.value.value().to_string(),
            typed: self.value.value(),
            unit: &self.unit,
            source: &self.source,
            certainty: self.certainty,
        });
    }

    fn put(&mut self, path: &str, put: &Put<'_>) -> Result<(), NotPut> {
        if !path.is_empty() {
            return Err(NotPut::NoSuchFigure);
        }
        if let Some(printed) = put.value {
            self.value = T::read(printed).ok_or(NotPut::Unreadable(T::LIKE))?;
        }
        if let Some(source) = put.source {
            source.clone_into(&mut self.source);
        }
        self.certainty = Certainty::P;
        Ok(())
    }
}

impl<L: Listed> Listed for Option<L> {
    fn list<'a>(&'a self, path: &str, listed: &mut Vec<FigureAt<'a>>) {
        if let Some(inner) = self {
            inner.list(path, listed);
        }
    }

    fn put(&mut self, path: &str, put: &Put<'_>) -> Result<(), NotPut> {
        self.as_mut().ok_or(NotPut::NoSuchFigure)?.put(path, put)
    }
}

/// Joins a path and the name of a field below it.
pub(super) fn below(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

/// Declares a group of figures, so that none can be left out of the list or of an editor.
macro_rules! figures {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident : $kind:ty),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$doc])* pub $field: $kind,)* }

        impl $crate::protocol::figure::Listed for $name {
            fn list<'a>(
                &'a self,
                path: &str,
                listed: &mut Vec<$crate::protocol::figure::FigureAt<'a>>,
            ) {
                use $crate::protocol::figure::{Listed, below};
                $(Listed::list(&self.$field, &below(path, stringify!($field)), listed);)*
            }

            fn put(
                &mut self,
                path: &str,
                put: &$crate::protocol::figure::Put<'_>,
            ) -> Result<(), $crate::protocol::figure::NotPut> {
                let (field, rest) = path.split_once('.').unwrap_or((path, ""));
                match field {
                    $(stringify!($field) => {
                        $crate::protocol::figure::Listed::put(&mut self.$field, rest, put)
                    })*
                    _ => Err($crate::protocol::figure::NotPut::NoSuchFigure),
                }
            }
        }
    };
}
pub(super) use figures;
