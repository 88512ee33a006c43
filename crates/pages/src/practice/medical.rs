//! What the medical pages share: forms as they were typed, days, units, and the words of facts.

use std::collections::BTreeMap;

use journey::health_history::{Fact, FactKind, FactStatus, Measured, Origin, PartialDate};
use journey::history::History;
use journey::integration::CheckInId;
use journey::protocol::Certainty;
use journey::{Refusal, StaffId, Who};
use maud::{Markup, html};

use crate::components::refusal;
use crate::frame::Frame;
use crate::messages::{Language, Messages};
use crate::t;

/// Characters that a line on these pages takes.
pub const LINE_CHARACTERS_MAX: usize = journey::text::LINE_CHARACTERS_MAX as usize;
/// Characters that a reason, evidence or list of conditions takes.
pub const WORDS_CHARACTERS_MAX: usize = journey::text::PARAGRAPH_CHARACTERS_MAX as usize;

/// A form as it was typed, with why it came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// What was typed, by the field's name.
    pub fields: BTreeMap<String, String>,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
    /// The field whose text could not be read at all.
    pub unreadable: Option<&'static str>,
}

impl Typed {
    /// An empty form.
    pub fn new(command: String) -> Self {
        Typed { command, ..Typed::default() }
    }

    /// What was typed into a field; nothing is empty.
    pub fn get(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// Whether this value of a choice was chosen.
    pub fn chose(&self, name: &str, value: &str) -> bool {
        self.get(name) == value
    }

    /// What to do about a field, if the refusal is about it.
    pub(super) fn error(&self, m: Messages, name: &str) -> Option<String> {
        let unreadable = self.unreadable.filter(|field| *field == name);
        let unreadable = unreadable.map(|_| t!(m, "medical-unreadable"));
        unreadable.or_else(|| refusal::beside(m, self.refusal.as_ref(), name))
    }

    /// Whether the form came back.
    pub(super) fn came_back(&self) -> bool {
        self.refusal.is_some() || self.unreadable.is_some()
    }

    /// The refusal in words, unless one of the form's own fields says it.
    pub(super) fn error_atop(&self, m: Messages, fields: &[&str]) -> Markup {
        let said = |found: &&Refusal| refusal::field(found).is_some_and(|field| fields.contains(&field));
        html! {
            @if let Some(found) = self.refusal.as_ref().filter(|found| !said(found)) {
                p.error { (refusal::words(m, found)) }
            }
        }
    }

    /// The refusal's place above the form: one, or none.
    pub(super) fn problems(&self) -> usize {
        usize::from(self.came_back())
    }
}

/// The names of those who work here, as they are printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(pub BTreeMap<StaffId, String>);

impl Names {
    /// The name under which somebody did a thing.
    pub fn of(&self, m: Messages, who: Who) -> String {
        match who {
            Who::Staff { staff } => {
                self.0.get(&staff).cloned().unwrap_or_else(|| t!(m, "medical-someone-here"))
            }
            Who::Client | Who::Public => t!(m, "medical-themselves"),
            Who::System => t!(m, "medical-kapok"),
        }
    }
}

/// A date as exactly as it is known, in words.
pub fn partial(frame: &Frame<'_>, date: &PartialDate) -> String {
    let m = frame.messages();
    let (earliest, latest) = (date.earliest(), date.latest());
    if earliest == latest {
        return frame.clock().day(earliest);
    }
    if latest == earliest.last_of_year() && earliest == earliest.first_of_year() {
        return earliest.year().to_string();
    }
    if latest == earliest.last_of_month() && earliest == earliest.first_of_month() {
        let month = crate::time::month(m, earliest.month());
        return t!(m, "medical-month-of-year", month = month, year = earliest.year().to_string());
    }
    t!(m, "medical-between", from = frame.clock().day(earliest), until = frame.clock().day(latest))
}

/// Words that the rules and the protocol hold in English alone.
pub(super) fn english(frame: &Frame<'_>, text: &str) -> Markup {
    let other = frame.language != Language::English;
    html! { span lang=[other.then_some("en")] { (text) } }
}

/// What sort of statements a group of facts are.
pub(super) fn kind(m: Messages, kind: FactKind) -> String {
    match kind {
        FactKind::Condition => t!(m, "medical-conditions"),
        FactKind::Medicine => t!(m, "medical-medicines"),
        FactKind::Allergy => t!(m, "medical-allergies"),
        FactKind::Procedure => t!(m, "medical-procedures"),
        FactKind::Observation => t!(m, "medical-observations"),
        FactKind::Pregnancy => t!(m, "medical-pregnancies"),
        FactKind::FamilyHistory => t!(m, "medical-family"),
    }
}

/// Where a fact stands in time.
pub(super) fn status(m: Messages, kind: FactKind, status: FactStatus) -> String {
    let done = matches!(kind, FactKind::Observation | FactKind::Procedure);
    match status {
        FactStatus::Active => t!(m, "medical-active"),
        FactStatus::Past if done => t!(m, "medical-done"),
        FactStatus::Past => t!(m, "medical-past"),
        FactStatus::NotTaken => t!(m, "medical-not-taken"),
        FactStatus::Planned => t!(m, "medical-planned"),
        FactStatus::EnteredInError => t!(m, "medical-entered-in-error"),
        FactStatus::Refuted => t!(m, "medical-refuted"),
        FactStatus::Unknown => t!(m, "medical-status-unknown"),
    }
}

/// What the rules understand a fact as.
pub(super) fn concepts(m: Messages, fact: &Fact) -> Vec<String> {
    journey::screening::concepts_of(fact).into_iter().map(|concept| self::concept(m, concept.0)).collect()
}

/// A concept of the rules, in a line; a test holds every concept to its message.
pub(super) fn concept(m: Messages, name: &str) -> String {
    let key = format!("concept-{name}");
    if m.has(&key) { m.text(&key, &[]) } else { name.replace('-', " ") }
}

/// What was measured or found, with its unit.
pub(super) fn measured(fact: &Fact) -> Option<String> {
    let quantities = fact.value.as_ref().and_then(quantity);
    let found = fact.finding.iter().map(|finding| finding.text.clone());
    let all: Vec<String> = quantities.into_iter().chain(found).collect();
    (!all.is_empty()).then(|| all.join(" · "))
}

/// What was measured, with its unit as people write it.
pub(super) fn quantity(measured: &Measured) -> Option<String> {
    let all: Vec<String> = match measured.components.as_slice() {
        // The two halves of a pressure are one quantity to whoever reads them.
        [upper, lower] if upper.loinc.as_deref() == Some("8480-6") => {
            vec![format!("{}/{} {}", upper.value, lower.value, ucum(&lower.unit))]
        }
        components => components
            .iter()
            .map(|one| format!("{} {}", one.value, ucum(&one.unit)).trim().to_owned())
            .collect(),
    };
    (!all.is_empty()).then(|| all.join(" · "))
}

/// The unit as people write it, where machines write another.
fn ucum(unit: &str) -> &str {
    match unit {
        "mm[Hg]" => "mmHg",
        "m[IU]/L" => "mIU/L",
        "mL/min/{1.73_m2}" => "mL/min/1.73 m²",
        "{points}" => "",
        _ => unit,
    }
}

/// A unit in a label or a hint; points are said by their scale.
pub(super) fn unit_word(unit: &str) -> &str {
    match ucum(unit) {
        "" => "0-8",
        word => word,
    }
}

/// Where a fact comes from: the file and resource, or who told it; and when it came.
pub(super) fn provenance(frame: &Frame<'_>, history: &History, names: &Names, fact: &Fact) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    let came = history.came.get(&fact.id);
    let on = came.map(|came| clock.date(came.at)).unwrap_or_default();
    match fact.provenance.origin {
        Origin::Import => {
            let resource = fact.provenance.resource.as_ref().map(ToString::to_string);
            let document = fact.provenance.document.clone().unwrap_or_default();
            t!(
                m,
                "medical-from-record",
                document = document,
                resource = resource.unwrap_or_default(),
                on = on
            )
        }
        Origin::ByHand => {
            let by = came.map(|came| names.of(m, came.by)).unwrap_or_default();
            t!(m, "medical-by-hand", by = by, on = on)
        }
        Origin::Answer => match CheckInId::of_fact(&fact.id) {
            Some(check_in) => t!(m, "medical-own-answer-check-in", day = i64::from(check_in.day), on = on),
            None => t!(m, "medical-own-answer", on = on),
        },
    }
}

/// How sure a figure is.
pub(super) fn certainty(m: Messages, certainty: Certainty) -> String {
    match certainty {
        Certainty::S => t!(m, "medical-certainty-source"),
        Certainty::S2 => t!(m, "medical-certainty-secondary"),
        Certainty::M => t!(m, "medical-certainty-unverified"),
        Certainty::D => t!(m, "medical-certainty-default"),
        Certainty::C => t!(m, "medical-certainty-computed"),
        Certainty::P => t!(m, "medical-certainty-practice"),
    }
}

/// A source as it may be shown: what nobody has verified is never a citation.
pub(super) fn source(frame: &Frame<'_>, text: &str, sure: Certainty) -> Markup {
    match sure {
        Certainty::P => html! { (t!(frame.messages(), "medical-certainty-practice")) },
        _ if sure.needs_a_yes() => html! { (t!(frame.messages(), "medical-source-default")) },
        _ => english(frame, text),
    }
}

/// A figure's value and unit as people write them: `>= 500` and `0.1 kg` are "50 kg or more".
pub(super) fn figure(m: Messages, value: &str, unit: &str) -> String {
    let (unit, tenths) = match unit.strip_prefix("0.1 ") {
        Some(whole) => (whole, true),
        None => (unit, false),
    };
    let (sign, numbers) = match value.split_once(' ') {
        Some((sign @ (">" | ">=" | "<" | "<="), numbers)) => (sign, numbers),
        _ => ("", value),
    };
    let numbers: Vec<String> = numbers.split(", ").map(|part| part_in_words(m, part, tenths)).collect();
    let amount = self::unit(m, &numbers.join(", "), unit);
    match sign {
        ">" => t!(m, "medical-above", amount = amount),
        ">=" => t!(m, "medical-at-or-above", amount = amount),
        "<" => t!(m, "medical-below", amount = amount),
        "<=" => t!(m, "medical-at-or-below", amount = amount),
        _ => amount,
    }
}

/// A number, a range, a slot of the schedule (`+15: spo2 moaas`) or a day of check-ins.
fn part_in_words(m: Messages, part: &str, tenths: bool) -> String {
    if let Some((minute, _)) = part.strip_prefix('+').and_then(|slot| slot.split_once(':')) {
        return minute.to_owned();
    }
    if let Some((day, items)) = part.strip_prefix("day ").and_then(|day| day.split_once(": ")) {
        return t!(m, "medical-day-asks", day = day, count = items.split(' ').count());
    }
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    match part.split_once('-').filter(|(low, high)| is_number(low) && is_number(high)) {
        Some((low, high)) => {
            t!(m, "medical-range", low = number(low, tenths), high = number(high, tenths))
        }
        None => number(part, tenths),
    }
}

fn number(digits: &str, tenths: bool) -> String {
    match digits.parse::<i64>() {
        Ok(count) if tenths && count % 10 == 0 => (count / 10).to_string(),
        Ok(count) if tenths => format!("{}.{}", count / 10, (count % 10).abs()),
        _ => digits.to_owned(),
    }
}

/// The unit beside a field in which an amount is typed; the rules count tenths, people do not.
pub(super) fn unit_of_field(m: Messages, unit: &str) -> String {
    let whole = unit.strip_prefix("0.1 ").unwrap_or(unit);
    match whole {
        "questions" | "scales" => String::new(),
        _ => self::unit(m, "", whole).trim().to_owned(),
    }
}

/// An amount with its unit, spoken where the unit is a word.
fn unit(m: Messages, amount: &str, unit: &str) -> String {
    let many = if amount == "1" { "one" } else { "other" };
    match unit {
        "years" => t!(m, "medical-years", amount = amount, many = many),
        "months" => t!(m, "medical-months", amount = amount, many = many),
        "weeks" => t!(m, "medical-weeks", amount = amount, many = many),
        "days" => t!(m, "medical-days", amount = amount, many = many),
        "nights" => t!(m, "medical-nights", amount = amount, many = many),
        "readings" => t!(m, "medical-readings", amount = amount, many = many),
        "sessions" => t!(m, "medical-sessions", amount = amount, many = many),
        "boosters" => t!(m, "medical-boosters", amount = amount, many = many),
        "points" => t!(m, "medical-points", amount = amount, many = many),
        "points of 10" => t!(m, "medical-points-of-ten", amount = amount, many = many),
        "signals" => t!(m, "medical-signals", amount = amount, many = many),
        "level" => t!(m, "medical-level", amount = amount),
        "grade" => t!(m, "medical-grade", amount = amount),
        "hour of day" => t!(m, "medical-hour-of-day", amount = amount),
        "ULN" => t!(m, "medical-times-normal", amount = amount),
        "%" => t!(m, "medical-percent", amount = amount),
        "questions" | "scales" => amount.to_owned(),
        _ => format!("{amount}\u{a0}{unit}"),
    }
}
