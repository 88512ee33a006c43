//! What the medical pages' handlers share: forms as they came, names, and fields read strictly.

use std::collections::BTreeMap;

use jiff::civil::Date;
use journey::{ClientId, CommandId, Refusal};
use pages::practice::medical::{Names, Typed};

use crate::chance;
use crate::door::Visit;
use crate::failure::Failure;
use crate::form;

/// The fields of a form by their names.
pub(crate) type Fields = BTreeMap<String, String>;

/// Reads the client of a path.
///
/// # Errors
/// When it names nobody.
pub(crate) fn client(path: &str) -> Result<ClientId, Failure> {
    path.parse().map_err(|_| Failure::NotFound)
}

/// The names of those who work here.
pub(crate) fn names(visit: &Visit) -> Names {
    let people = &visit.practice().people;
    Names(people.iter().map(|(staff, member)| (*staff, member.name.clone())).collect())
}

/// A form that nobody has typed into.
pub(crate) fn fresh() -> Typed {
    Typed::new(chance::command().to_string())
}

/// A form as it was typed, to be sent again as a new intent.
pub(crate) fn again(fields: Fields, refusal: Refusal) -> Typed {
    Typed { fields, refusal: Some(refusal), ..fresh() }
}

/// A form with a field that could not be read at all.
pub(crate) fn unreadable(fields: Fields, field: &'static str) -> Typed {
    Typed { fields, unreadable: Some(field), ..fresh() }
}

/// The intent that the form carries.
pub(crate) fn intent(fields: &Fields) -> CommandId {
    form::command(fields.get("command").map(String::as_str))
}

/// The intent of one among many small forms that share the page's id.
pub(crate) fn one_of(fields: &Fields, number: u32) -> CommandId {
    form::command_in(fields.get("command").map(String::as_str), &number.to_string())
}

/// What a field holds, without the blanks around it.
pub(crate) fn said<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.get(name).map_or("", |text| text.trim())
}

/// A whole number; nothing where there is none.
pub(crate) fn number(fields: &Fields, name: &str) -> Option<u32> {
    said(fields, name).parse().ok()
}

/// A day of the calendar; nothing where there is none.
pub(crate) fn day(fields: &Fields, name: &str) -> Option<Date> {
    said(fields, name).parse().ok()
}
