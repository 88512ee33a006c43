//! Checks on what people write, shared by every form.

use crate::refusal::Refusal;

/// Characters that a single line takes: names, numbers, addresses.
pub const LINE_CHARACTERS_MAX: u32 = 200;
/// Characters that a free text takes.
pub const PARAGRAPH_CHARACTERS_MAX: u32 = 8_000;

/// Trims a line; nothing but blanks is no line.
///
/// # Errors
/// When it is longer than [`LINE_CHARACTERS_MAX`].
pub fn line(text: &str) -> Result<Option<String>, Refusal> {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    bounded(spaced.trim(), LINE_CHARACTERS_MAX)
}

/// Trims a free text, keeping its line breaks.
///
/// # Errors
/// When it is longer than [`PARAGRAPH_CHARACTERS_MAX`].
pub fn paragraph(text: &str) -> Result<Option<String>, Refusal> {
    let kept: String = text.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    bounded(kept.trim(), PARAGRAPH_CHARACTERS_MAX)
}

/// [`line`] for a field that may be left out.
///
/// # Errors
/// As [`line`].
pub fn optional_line(text: Option<String>) -> Result<Option<String>, Refusal> {
    text.as_deref().map_or(Ok(None), line)
}

/// [`paragraph`] for a field that may be left out.
///
/// # Errors
/// As [`paragraph`].
pub fn optional_paragraph(text: Option<String>) -> Result<Option<String>, Refusal> {
    text.as_deref().map_or(Ok(None), paragraph)
}

/// A mail address that may be left out: something, an @, something with a dot.
///
/// # Errors
/// When it cannot be an address, or is too long.
pub fn email(text: Option<String>) -> Result<Option<String>, Refusal> {
    let Some(address) = optional_line(text)? else {
        return Ok(None);
    };
    let lawful = !address.contains(char::is_whitespace)
        && address.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty() && domain.split('.').all(|part| !part.is_empty()) && !domain.contains('@')
        });
    if lawful { Ok(Some(address)) } else { Err(Refusal::EmailInvalid) }
}

fn bounded(text: &str, characters_max: u32) -> Result<Option<String>, Refusal> {
    if text.chars().count() > characters_max as usize {
        return Err(Refusal::TextTooLong { characters_max });
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}
