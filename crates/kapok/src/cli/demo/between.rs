//! What is told between the visits besides check-ins: other scales, the body map, threads.

use journey::Command;
use journey::health_history::Sex;
use journey::integration::{self, BodyPlace, Mapped, Moment, Sensation, Thread};
use journey::scale::{self, Answered, Occasion, Scale};

use super::lives::Trend;
use super::seeded::Seeded;
use super::words::Words;
use crate::walk::{Hand, Persona, Script};

/// The scale that somebody fills in besides the PHQ-9: of pain, or of worry.
///
/// It follows from who they are, so that every visit asks for the same one.
fn besides(persona: &Persona) -> (&'static Scale, i64) {
    if persona.sex == Sex::Male { (&scale::PEG, 6) } else { (&scale::GAD7, 2) }
}

/// Fills the other scale in before the first visit.
pub(super) fn at_baseline(script: &mut Script<'_>, seeded: &mut Seeded) {
    let (scale, usual) = besides(&script.walker.persona);
    filled_in(script, scale, Occasion::Baseline, || usual + seeded.between(-1, 1));
}

/// Fills the other scale in a week after a visit, the `number`th of them from 0.
pub(super) fn after_session(script: &mut Script<'_>, seeded: &mut Seeded, number: i64, trend: Trend) {
    let (scale, usual) = besides(&script.walker.persona);
    let step = if scale.id == scale::PEG.id { 1 } else { i64::from(number % 2 == 0) };
    let now = match trend {
        Trend::Better => usual - step * (number + 1).min(3),
        Trend::Same => usual,
        Trend::Worse => usual + step,
    };
    let occasion = Occasion::AfterSession { session: script.session, day: 7 };
    filled_in(script, scale, occasion, || now + seeded.between(-1, 1));
}

/// Answers each item near what `one` says, within what the item offers.
fn filled_in(script: &mut Script<'_>, scale: &Scale, occasion: Occasion, mut one: impl FnMut() -> i64) {
    let answers = scale.items.iter().map(|item| {
        let codes = item.choices.iter().map(|choice| choice.code);
        let (least, most) = codes.fold((i64::MAX, i64::MIN), |(l, m), code| (l.min(code), m.max(code)));
        Answered { item: item.number, code: one().clamp(least, most) }
    });
    let answers = answers.collect();
    let command = scale::Command::Administer { scale: scale.id.to_owned(), answers, occasion };
    script.does(Hand::Client, Command::Scale(command));
}

const BEFORE: [(BodyPlace, Sensation); 4] = [
    (BodyPlace::LowerBack, Sensation::Aching),
    (BodyPlace::Jaw, Sensation::Tight),
    (BodyPlace::Chest, Sensation::Heavy),
    (BodyPlace::Belly, Sensation::Tight),
];
const DURING: [(BodyPlace, Sensation); 4] = [
    (BodyPlace::WholeBody, Sensation::Floating),
    (BodyPlace::RightHand, Sensation::Tingling),
    (BodyPlace::Chest, Sensation::Open),
    (BodyPlace::LeftFoot, Sensation::Warm),
];
const AFTER: [(BodyPlace, Sensation); 4] = [
    (BodyPlace::Chest, Sensation::Soft),
    (BodyPlace::Belly, Sensation::Warm),
    (BodyPlace::Jaw, Sensation::Soft),
    (BodyPlace::LowerBack, Sensation::Aching),
];

/// Maps the body as it was before, during and after a visit; an ache eases only where things get better.
pub(super) fn body_mapped(script: &mut Script<'_>, seeded: &mut Seeded, trend: Trend) -> anyhow::Result<()> {
    let session = Some(script.session);
    let ease = if trend == Trend::Better { 3 } else { 0 };
    let told = [
        (Moment::Before, seeded.one_of(&BEFORE), seeded.small(6, 8)),
        (Moment::During, seeded.one_of(&DURING), seeded.small(3, 8)),
        (Moment::After, seeded.one_of(&AFTER), seeded.small(4, 6) - ease),
    ];
    for (moment, (place, sensation), strength) in told {
        map(script.wait(1)?, Mapped { place, sensation, strength, moment, session });
    }
    Ok(())
}

fn map(script: &mut Script<'_>, mapped: Mapped) {
    script.does(Hand::Client, Command::Integration(integration::Command::MapBody(mapped)));
}

/// Writes along two threads when therapist and client meet.
pub(super) fn threads_written(script: &mut Script<'_>, seeded: &mut Seeded, words: &Words) {
    let thread = seeded.one_of(&[Thread::Body, Thread::PainOrIllness, Thread::Relationships]);
    for (thread, words) in
        [(thread, seeded.one_of(&words.asks)), (Thread::Sleep, seeded.one_of(&words.good_days))]
    {
        let write = integration::Command::WriteThread { thread, words: words.to_owned() };
        script.does(Hand::Therapist, Command::Integration(write));
    }
}
