//! The visit: the checks of the day, the way there and back, and going home.

use jiff::{SignedDuration, Timestamp};
use journey::health_history::Sex;
use journey::medicine_session::Act;
use journey::medicine_session::charting::{Arose, ChartEntry, Group, Offer, SlowDown};
use journey::medicine_session::day::{DayAnswers, KitItem, LastTaken, PregnancyTest, RiskFinding};
use journey::medicine_session::discharge::{Aldrete, Criterion};
use journey::medicine_session::dose::HoldEnd;
use journey::medicine_session::phase::Phase;
use journey::medicine_session::session::FollowUpKind;
use journey::medicine_session::vitals::Vitals;
use journey::{Command, history};

use super::before::{cleared, consented, prescribed, weight};
use super::script::Script;
use super::{Again, Cast, Hand, Milestone, Step, Walker};

/// Everything from the arrival up to a milestone of the visit.
pub(super) fn up_to(script: &mut Script<'_>, cast: &Cast, to: Milestone) -> anyhow::Result<()> {
    if to >= Milestone::Arrived {
        script.days(2)?.acts(Act::Open { room: Some("Willow".to_owned()) });
    }
    if to >= Milestone::Checked {
        checked(script, cast, CALM)?;
    }
    if to >= Milestone::Dosed {
        script.wait(2)?.acts(Act::AdministerDose { dose_mg: 50, lozenges: 1, hold_minutes: 12 });
    }
    if to >= Milestone::Returned {
        returned(script)?;
    }
    if to >= Milestone::Left {
        left(script)?;
    }
    if to >= Milestone::Sealed {
        script.wait(15)?.acts(Act::Seal);
    }
    Ok(())
}

/// One more session after a sealed one: the look back, the visit, and a meeting the day after.
pub(super) fn again(
    cast: &Cast,
    walker: &Walker,
    again: Again,
    from: Timestamp,
) -> anyhow::Result<Vec<Step>> {
    let mut written = Script::new(walker, from);
    let script = &mut written;
    script.session = again.after;
    let finding = "They rested well, and wish to go on.".to_owned();
    script.acts_by(Hand::Prescriber, Act::SignFollowUp { kind: FollowUpKind::Course, finding });
    script.session = again.session;
    if again.renews {
        let fact = Box::new(weight(script)?);
        script.does(Hand::Prescriber, Command::History(history::Command::AddByHand { fact }));
        cleared(script)?;
        consented(script)?;
    }
    if again.prescribes {
        prescribed(script.wait(10)?)?;
    }
    script.wait(60)?.acts(Act::Open { room: Some("Willow".to_owned()) });
    checked(script, cast, CALM)?;
    script.wait(2)?.acts(Act::AdministerDose { dose_mg: 50, lozenges: 1, hold_minutes: 12 });
    returned(script)?;
    left(script)?;
    script.wait(15)?.acts(Act::Seal);
    Ok(written.into_steps())
}

/// A body at rest.
pub(crate) const CALM: Vitals = Vitals {
    systolic_mmhg: Some(122),
    diastolic_mmhg: Some(78),
    heart_rate_per_minute: Some(72),
    spo2_percent: Some(98),
    respiratory_rate_per_minute: Some(14),
    moaas: Some(5),
    moaas_seen: None,
    dissociation_0_10: Some(0),
    distress_0_10: None,
    pain_0_10: None,
};

/// Every check of the day, with a body at rest.
pub(crate) fn checked(script: &mut Script<'_>, cast: &Cast, resting: Vitals) -> anyhow::Result<()> {
    let persona = &script.walker.persona;
    let hours_ago = |hours| script.at.checked_sub(SignedDuration::from_hours(hours));
    let answers = DayAnswers {
        food: Some(LastTaken::At { at: hours_ago(8)? }),
        fluid: Some(LastTaken::At { at: hours_ago(3)? }),
        alcohol_or_cannabis: Some(LastTaken::LongAgo),
        intoxicated: Some(false),
        infection: Some(false),
        vomiting: Some(false),
        pregnancy_test: (persona.sex == Sex::Female).then_some(PregnancyTest::DoesNotApply),
    };
    let acts = [
        Act::ConfirmIdentity,
        Act::AttestConsent,
        Act::ReconcileMedicines { changes: None },
        Act::AssessRisk { finding: RiskFinding::NoConcern, words: None },
        Act::AnswerDay(answers),
        Act::ConfirmEscort { name: persona.escort.clone() },
        Act::CheckKit { items: KitItem::ALL.to_vec() },
        Act::AssignMonitor { monitor: cast.therapist },
        Act::ReachPrescriber { how: "in the house".to_owned() },
        Act::TakeVitals(resting),
    ];
    for act in acts {
        script.wait(2)?.acts(act);
    }
    Ok(())
}

fn returned(script: &mut Script<'_>) -> anyhow::Result<()> {
    let word = |group, code: &str| Act::Chart {
        entry: ChartEntry { group, code: Some(code.to_owned()), words: None, strength: None },
    };
    let said = |words: &str| Act::Chart {
        entry: ChartEntry { group: Group::Words, code: None, words: Some(words.to_owned()), strength: None },
    };
    let set = |systolic, diastolic, heart, spo2| {
        Act::TakeVitals(Vitals {
            systolic_mmhg: Some(systolic),
            diastolic_mmhg: Some(diastolic),
            heart_rate_per_minute: Some(heart),
            spo2_percent: Some(spo2),
            ..CALM
        })
    };
    let slow = SlowDown {
        arose: Some(Arose::StrongEmotion),
        offered: vec![Offer::Voice, Offer::Ground],
        came: Some("breathing went long again".to_owned()),
    };
    let course = [
        (12, Act::EndHold { minutes: 12, end: HoldEnd::Swallowed }),
        (2, Act::NoticeOnset),
        (1, set(128, 82, 78, 98)),
        (7, Act::EnterPhase { phase: Phase::Inward }),
        (4, word(Group::Breath, "long-sigh")),
        (4, set(139, 86, 84, 97)),
        (5, word(Group::Body, "tears")),
        (4, Act::SlowDown(slow)),
        (6, set(134, 84, 82, 97)),
        (6, said("the house by the river")),
        (9, set(130, 82, 78, 98)),
        (20, Act::EnterPhase { phase: Phase::Return }),
        (10, set(126, 80, 74, 98)),
        (15, Act::EnterPhase { phase: Phase::Grounding }),
        (15, set(123, 79, 72, 98)),
    ];
    for (minutes, act) in course {
        script.wait(minutes)?.acts(act);
    }
    Ok(())
}

/// Goes home with their friend.
pub(crate) fn left(script: &mut Script<'_>) -> anyhow::Result<()> {
    let well = Aldrete { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 };
    let left_with = script.walker.persona.escort.clone();
    let ticked = Criterion::ALL.to_vec();
    script.wait(5)?.acts(Act::EnterPhase { phase: Phase::Closing });
    script.wait(5)?.acts(Act::Discharge { ticked, aldrete: Some(well), left_with });
    Ok(())
}
