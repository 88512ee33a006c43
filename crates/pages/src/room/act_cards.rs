//! Act cards: for each hard thing that may come, what to do, in order; and when an ambulance is called.
//!
//! What they say comes from clinical dossier 3.2 (lines and first steps), 3.4 (what can be offered),
//! 3.5 (grades) and 4 (signals); every figure on them is the signed protocol's.

use journey::protocol::{Bands, Edges, Level, Line, Sign};
use maud::{Markup, html};

use super::context::Room;
use super::{care, forms, say, vitals};
use crate::components::crisis;
use crate::frame::Frame;
use crate::messages::Messages;
use crate::t;

/// Something hard that may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Situation {
    /// Slow, noisy or paused breath.
    Breath,
    /// Low oxygen.
    Oxygen,
    /// Hard to wake.
    Awake,
    /// A pressure beyond its line.
    Pressure,
    /// A heart beyond its line.
    Heart,
    /// Nausea or vomiting.
    Sick,
    /// Fear, or not knowing where one is.
    Fear,
    /// Chest pain, sudden headache, weakness, a seizure.
    Sudden,
    /// Not safe with themselves.
    Safety,
}

impl Situation {
    /// Every card, as they lie in three rows.
    pub const ALL: [Self; 9] = [
        Self::Breath,
        Self::Oxygen,
        Self::Awake,
        Self::Pressure,
        Self::Heart,
        Self::Sudden,
        Self::Sick,
        Self::Fear,
        Self::Safety,
    ];

    /// Name of its panel.
    pub fn panel(self) -> &'static str {
        match self {
            Self::Breath => "act-breath",
            Self::Oxygen => "act-oxygen",
            Self::Awake => "act-awake",
            Self::Pressure => "act-pressure",
            Self::Heart => "act-heart",
            Self::Sick => "act-sick",
            Self::Fear => "act-fear",
            Self::Sudden => "act-sudden",
            Self::Safety => "act-safety",
        }
    }

    /// The card of a sign that has crossed a line.
    pub fn of(sign: Sign) -> Self {
        match sign {
            Sign::Systolic | Sign::Diastolic => Self::Pressure,
            Sign::HeartRate => Self::Heart,
            Sign::Spo2 => Self::Oxygen,
            Sign::RespiratoryRate => Self::Breath,
            Sign::Moaas => Self::Awake,
        }
    }

    fn signs(self) -> &'static [Sign] {
        match self {
            Self::Breath => &[Sign::RespiratoryRate],
            Self::Oxygen => &[Sign::Spo2],
            Self::Awake => &[Sign::Moaas],
            Self::Pressure => &[Sign::Systolic, Sign::Diastolic],
            Self::Heart => &[Sign::HeartRate],
            Self::Sick | Self::Fear | Self::Sudden | Self::Safety => &[],
        }
    }

    /// What it is called.
    pub fn title(self, m: Messages) -> String {
        match self {
            Self::Breath => t!(m, "room-help-breath"),
            Self::Oxygen => t!(m, "room-help-oxygen"),
            Self::Awake => t!(m, "room-help-awake"),
            Self::Pressure => t!(m, "room-help-pressure"),
            Self::Heart => t!(m, "room-help-heart"),
            Self::Sick => t!(m, "room-help-sick"),
            Self::Fear => t!(m, "room-help-fear"),
            Self::Sudden => t!(m, "room-help-sudden"),
            Self::Safety => t!(m, "room-help-safety"),
        }
    }

    /// What to do first.
    pub fn first(self, m: Messages, name: &str) -> String {
        match self {
            Self::Breath => t!(m, "room-act-breath-1"),
            Self::Oxygen => t!(m, "room-act-oxygen-1"),
            Self::Awake => t!(m, "room-act-awake-1"),
            Self::Pressure | Self::Heart => t!(m, "room-care-slow", name = name),
            Self::Sick => t!(m, "room-act-sick-1"),
            Self::Fear => t!(m, "room-act-fear-1", name = name),
            Self::Sudden => t!(m, "room-act-sudden-1"),
            Self::Safety => t!(m, "room-act-safety-1"),
        }
    }

    /// What to do then, before the prescriber is called.
    fn then(self, m: Messages, again_minutes: Option<i64>) -> Vec<String> {
        let measure = again_minutes.map(|minutes| t!(m, "room-act-measure", minutes = minutes));
        match self {
            Self::Breath => vec![t!(m, "room-act-breath-2"), t!(m, "room-act-oxygen-3")],
            Self::Oxygen => vec![t!(m, "room-act-oxygen-2"), t!(m, "room-act-oxygen-3")],
            Self::Awake => vec![t!(m, "room-act-awake-2"), t!(m, "room-act-awake-3")],
            Self::Pressure => measure.into_iter().chain([t!(m, "room-act-pressure-3")]).collect(),
            Self::Heart => measure.into_iter().chain([t!(m, "room-act-heart-3")]).collect(),
            Self::Sick => vec![t!(m, "room-act-sick-2"), t!(m, "room-act-sick-3")],
            Self::Fear => vec![t!(m, "room-act-fear-2"), t!(m, "room-act-fear-3"), t!(m, "room-act-fear-4")],
            Self::Sudden => vec![t!(m, "room-act-sudden-2"), t!(m, "room-act-sudden-3")],
            Self::Safety => vec![t!(m, "room-act-safety-2"), t!(m, "room-act-safety-3")],
        }
    }

    /// When an ambulance is called, besides an emergency line.
    fn ambulance(self, m: Messages, bands: Option<&Bands>) -> String {
        match self {
            Self::Breath => {
                let pause = bands.map(|bands| bands.apnoea_seconds_emergency.value.last_inside() + 1);
                pause.map_or_else(String::new, |seconds| t!(m, "room-act-breath-call", seconds = seconds))
            }
            Self::Oxygen => t!(m, "room-act-oxygen-call"),
            Self::Awake => t!(m, "room-act-awake-call"),
            Self::Pressure | Self::Heart => t!(m, "room-care-emergency"),
            Self::Sick => t!(m, "room-act-sick-call"),
            Self::Fear | Self::Safety => t!(m, "room-act-danger-call"),
            Self::Sudden => t!(m, "room-act-sudden-call"),
        }
    }
}

/// One card as a panel.
pub fn panel(frame: &Frame<'_>, room: &Room, situation: Situation) -> Markup {
    let m = frame.messages();
    let bands = room.protocol.as_ref().map(|protocol| &protocol.bands);
    let again = bands.map(|bands| bands.reassess_minutes.value);
    let number = care::emergency(frame.country);
    html! {
        div.pad-head {
            h2 { (situation.title(m)) }
            button.touch.quiet type="button" data-opens="help" { (t!(m, "room-back-to-help")) }
        }
        @if let Some(bands) = bands { (lines(m, situation, bands)) }
        ol.steps {
            li { (situation.first(m, &room.first_name)) }
            @for step in situation.then(m, again) { li { (step) } }
            li { (t!(m, "room-care-call")) }
        }
        p.ems { (situation.ambulance(m, bands)) " " strong { (t!(m, "room-care-call-number", number = number)) } }
        @if situation == Situation::Safety { (crisis::numbers(m, frame.country)) }
        div.pairs.last {
            @if room.may.chart && room.ending.is_none() { (care::calls(m)) }
            @if room.may.report { button.touch.plain type="button" data-opens="adverse" { (t!(m, "room-adverse")) } }
            button.touch.plain type="button" data-opens="emergency" { (t!(m, "room-emergency")) }
        }
    }
}

/// The protocol's own lines of the signs on the card.
fn lines(m: Messages, situation: Situation, bands: &Bands) -> Markup {
    let drawn = situation.signs().iter().filter_map(|sign| {
        let bands = bands.of(*sign);
        let act = both(m, &bands.act)?;
        let emergency = both(m, &bands.emergency);
        let name = say::sign(m, *sign);
        Some(match emergency {
            Some(emergency) => {
                let act = format!("{}: {act}", vitals::level(m, Level::Act));
                let emergency = format!("{}: {emergency}", vitals::level(m, Level::Emergency));
                format!("{name} · {act} · {emergency}")
            }
            None => format!("{name} · {}: {act}", vitals::level(m, Level::Act)),
        })
    });
    html! {
        @for line in drawn { p.quiet.fine { (line) } }
    }
}

fn both(m: Messages, edges: &Edges) -> Option<String> {
    let of = |line: &Line| care::line(m, *line);
    let lines: Vec<String> =
        [&edges.low, &edges.high].into_iter().flatten().map(|figure| of(&figure.value)).collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}

/// The help corner: whom to call, what to do, what to report.
pub fn help(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let number = care::emergency(frame.country);
    html! {
        (forms::head(&t!(m, "room-help"), &t!(m, "room-fold")))
        div.pairs.emergency {
            a.touch href={ "tel:" (number) } { (t!(m, "room-help-now")) strong { (number) } }
            button.touch.plain type="button" data-opens="emergency" { (t!(m, "room-emergency")) }
        }
        div.many {
            @for situation in Situation::ALL {
                button.touch type="button" data-opens=(situation.panel()) { (situation.title(m)) }
            }
        }
        div.pairs.last {
            @if room.may.report { button.touch type="button" data-opens="adverse" { (t!(m, "room-adverse")) } }
            button.touch.plain type="button" data-opens="entries" { (t!(m, "room-entries")) }
            @if room.may.chart && !room.doses.is_empty() && room.ending.is_none() {
                button.touch.plain type="button" data-opens="early" { (t!(m, "room-early")) }
            }
            @if room.may.dose && !room.doses.is_empty() {
                button.touch.plain type="button" data-opens="outside" { (t!(m, "room-outside")) }
            }
            button.touch.plain type="button" data-opens="keys" { (t!(m, "room-keys")) }
        }
    }
}
