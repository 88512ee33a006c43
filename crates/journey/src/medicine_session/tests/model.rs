//! Random visits against a small model of its own bookkeeping, which knows nothing of the gate's code.
//!
//! Whatever came before: nothing is *authorised* beyond the envelope, the ceiling, the consent or what
//! was measured; and what was taken anyway, or said to be given, is on the record, with its clocks
//! running.

use jiff::{SignedDuration, Timestamp};

use super::authorised::ready;
use super::{SESSION, act, calm, session};
use crate::consent::{self, Heard};
use crate::gate::ConditionId;
use crate::medicine_session::act::Act;
use crate::medicine_session::charting::{ChartEntry, Group};
use crate::medicine_session::discharge;
use crate::medicine_session::dose::DoseKind;
use crate::medicine_session::vitals::Vitals;
use crate::medicine_session::vitals_due::vitals_due;
use crate::story::{Story, default_protocol};

/// What [`ready`] prescribes: the most in one session, and of it the further dose.
const MOST_MG: i64 = 100;
const BOOSTER_MG: i64 = 25;
const BOOSTER_FROM_MINUTE: i64 = 15;
/// The weight that [`ready`] tells, in kilograms.
const WEIGHT_KG: i64 = 70;

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }
}

/// What somebody beside the program would write on a sheet of paper.
#[derive(Clone, Debug, Default)]
struct Sheet {
    taken: Vec<(Timestamp, i64)>,
    authorised: usize,
    further: usize,
    said: usize,
    withdrawn: bool,
    passed: bool,
    vomited: bool,
    pressure: Option<(Timestamp, i64)>,
}

/// What is claimed to be authorised.
#[derive(Clone, Copy, Debug)]
enum Claim {
    Dose(i64),
    Further(i64),
}

impl Sheet {
    fn taken_mg(&self) -> i64 {
        self.taken.iter().map(|(_, mg)| mg).sum()
    }

    /// Why this must not have been authorised now, by the dossier's words and no line of the gate.
    fn objects(&self, claim: Claim, now: Timestamp) -> Option<&'static str> {
        let protocol = default_protocol();
        let mg = match claim {
            Claim::Dose(mg) | Claim::Further(mg) => mg,
        };
        let since = |at: Timestamp| now.duration_since(at).as_mins();
        let total = self.taken_mg() + mg;
        let ceiling = protocol.tiers.ceiling_mg.value.min(4 * WEIGHT_KG);
        let (measured, systolic) = self.pressure.map_or((i64::MAX, i64::MAX), |(at, high)| (since(at), high));
        match claim {
            _ if total > MOST_MG => Some("beyond the envelope"),
            _ if total > ceiling => Some("beyond the ceiling"),
            Claim::Dose(_) if !self.taken.is_empty() => Some("something was taken already"),
            Claim::Dose(_) if self.withdrawn => Some("the consent was taken back"),
            Claim::Dose(_) if measured > 30 => Some("nobody measured within half an hour"),
            Claim::Dose(_) if systolic >= 180 => Some("beyond the act line"),
            Claim::Dose(_) if systolic >= 160 && !self.passed => Some("beyond the line before a dose"),
            Claim::Dose(_) => None,
            Claim::Further(_) if self.taken.is_empty() => Some("no first dose"),
            Claim::Further(_) if self.further > 0 => Some("a further dose was given"),
            Claim::Further(mg) if mg > BOOSTER_MG => Some("more than was pre-authorised"),
            Claim::Further(_) if self.vomited => Some("they vomited"),
            Claim::Further(_) if systolic >= 180 => Some("beyond the act line"),
            Claim::Further(_) => {
                let minute = since(self.taken[0].0);
                (!(BOOSTER_FROM_MINUTE..=30).contains(&minute)).then_some("outside its minutes")
            }
        }
    }
}

/// One act of the dice; what is accepted is written on the sheet, and held against it first.
fn step(story: &mut Story, sheet: &mut Sheet, dice: &mut Dice, refused: &mut usize) {
    story.now += SignedDuration::from_mins(dice.one_of(&[0, 0, 1, 2, 4, 9, 16, 31]));
    let mg = dice.one_of(&[12, 25, 50, 75, 100, 125, 301]);
    let now = story.now;
    match dice.roll(17) {
        0..=3 => claimed(story, sheet, Claim::Dose(mg), dose(mg), refused),
        4..=6 => {
            let mg = dice.one_of(&[25, 25, 25, 50, 12]);
            let asked = Act::AdministerBooster {
                dose_mg: mg,
                lozenges: u32::try_from((mg + 24) / 25).unwrap(),
                hold_minutes: 12,
            };
            claimed(story, sheet, Claim::Further(mg), asked, refused);
        }
        7 => {
            let (given_by, why) = ("the client".into(), "taken at the door".into());
            story.does(act(Act::RecordDoseOutsideGate {
                lozenges: None,
                dose_mg: mg,
                given_at: now,
                given_by,
                why,
            }));
            sheet.taken.push((now, mg));
        }
        8..=12 => {
            let systolic = dice.one_of(&[118, 122, 128, 146, 164, 184]);
            story.does(act(Act::TakeVitals(Vitals { systolic_mmhg: Some(systolic), ..calm() })));
            sheet.pressure = Some((now, systolic));
        }
        13 => {
            let pass = Act::OverrideGate {
                condition: ConditionId::G12,
                reason: "known to be so at home".into(),
                seen: None,
            };
            sheet.passed |= story.tries(act(pass)).is_ok();
        }
        16 if dice.roll(4) == 0 => kept_on_a_tablet(story, sheet, mg, dice.one_of(&[15, 120, 900])),
        14 if dice.roll(4) == 0 => {
            let withdrawn = consent::Command::Withdraw { heard: Heard::InTheRoom, words: None };
            sheet.withdrawn |= story.tries(withdrawn).is_ok();
        }
        _ if dice.roll(3) == 0 => {
            let (group, code) = (Group::Body, Some("vomiting".into()));
            story.does(act(Act::Chart { entry: ChartEntry { group, code, words: None, strength: None } }));
            sheet.vomited = true;
        }
        _ => {}
    }
    clocks(story, sheet);
}

fn dose(dose_mg: i64) -> Act {
    let lozenges = u32::try_from((dose_mg + 24) / 25).unwrap();
    Act::AdministerDose { dose_mg, lozenges, hold_minutes: 12 }
}

fn claimed(story: &mut Story, sheet: &mut Sheet, claim: Claim, asked: Act, refused: &mut usize) {
    let now = story.now;
    if story.tries(act(asked)).is_err() {
        *refused += 1;
        return;
    }
    let objection = sheet.objects(claim, now);
    assert_eq!(objection, None, "{claim:?} was authorised at {now}: {sheet:?}");
    match claim {
        Claim::Dose(mg) => {
            sheet.authorised += 1;
            sheet.taken.push((now, mg));
        }
        Claim::Further(mg) => {
            sheet.further += 1;
            sheet.taken.push((now, mg));
        }
    }
}

/// A dose that a tablet kept for a while: always on the record, and authorised only where it was then.
fn kept_on_a_tablet(story: &mut Story, sheet: &mut Sheet, mg: i64, seconds: i64) {
    let given_at = story.now;
    story.now += SignedDuration::from_secs(seconds);
    story.kept_since = Some(given_at);
    story.does(act(dose(mg)));
    story.kept_since = None;
    let in_question = session(story).doses_in_question();
    let said = in_question.iter().any(|dose| (dose.given_at, dose.dose_mg) == (given_at, mg));
    let objection = sheet.objects(Claim::Dose(mg), given_at);
    assert!(said || objection.is_none(), "{mg} was authorised at {given_at}: {objection:?} {sheet:?}");
    if said {
        sheet.said += 1;
    } else {
        sheet.authorised += 1;
    }
    sheet.taken.push((given_at, mg));
}

/// Everything taken is on the record, and the last of it sets when somebody may leave and is measured.
fn clocks(story: &Story, sheet: &Sheet) {
    let held = session(story);
    let recorded: Vec<(Timestamp, i64)> =
        held.doses().into_iter().map(|dose| (dose.given_at, dose.dose_mg)).collect();
    let mut taken = sheet.taken.clone();
    taken.sort_unstable();
    let mut sorted = recorded.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, taken, "what was said to be taken is what is on the record");
    let Some((last, _)) = taken.last() else { return };
    let protocol = default_protocol();
    let stays = SignedDuration::from_mins(protocol.discharge.minutes_since_last_dose_min.value);
    assert_eq!(discharge::ready_at(held, &protocol), Some(*last + stays));
    let standing = story.case.chart_of(SESSION).map(|chart| chart.standing_at(story.now)).unwrap_or_default();
    assert!(vitals_due(held, &standing, &protocol, story.now).iter().any(|set| set.due_at > *last));
    assert!(story.case.under_the_medicine());
}

#[test]
fn no_sequence_authorises_what_must_not_be_and_what_was_taken_starts_its_clocks() {
    let (mut authorised, mut further, mut said, mut outside, mut refused) = (0, 0, 0, 0, 0);
    for seed in 0..120 {
        let (mut story, mut dice) = (ready(), Dice(seed));
        let mut sheet = Sheet { pressure: Some((story.now, 122)), ..Sheet::default() };
        // Half of the visits begin with the dose, so that much comes after it.
        if seed % 2 == 0 {
            claimed(&mut story, &mut sheet, Claim::Dose(50), dose(50), &mut refused);
        }
        for _ in 0..16 {
            step(&mut story, &mut sheet, &mut dice, &mut refused);
        }
        authorised += sheet.authorised;
        further += sheet.further;
        said += sheet.said;
        let kinds = session(&story).doses().into_iter().map(|dose| &dose.kind);
        outside += kinds.filter(|kind| matches!(kind, DoseKind::OutsideGate { .. })).count();
    }
    assert!(
        authorised > 20 && further > 1 && said > 20 && outside > 20 && refused > 200,
        "{authorised} {further} {said} {outside} {refused}"
    );
}

/// The sheet objects where it must: a gate that lets one of these through would be found.
#[test]
fn the_sheet_would_notice() {
    let now: Timestamp = "2026-05-12T08:00:00Z".parse().unwrap();
    let later = |minutes| now + SignedDuration::from_mins(minutes);
    let fresh = Sheet { pressure: Some((now, 122)), ..Sheet::default() };
    let dosed = Sheet { taken: vec![(now, 50)], ..fresh.clone() };
    let cases = [
        (fresh.clone(), Claim::Dose(125), later(0), "beyond the envelope"),
        (fresh.clone(), Claim::Dose(50), later(31), "nobody measured within half an hour"),
        (Sheet { withdrawn: true, ..fresh.clone() }, Claim::Dose(50), later(0), "the consent was taken back"),
        (
            Sheet { pressure: Some((now, 164)), ..fresh.clone() },
            Claim::Dose(50),
            later(0),
            "beyond the line before a dose",
        ),
        (dosed.clone(), Claim::Dose(25), later(5), "something was taken already"),
        (dosed.clone(), Claim::Further(25), later(31), "outside its minutes"),
        (dosed.clone(), Claim::Further(50), later(20), "more than was pre-authorised"),
        (Sheet { vomited: true, ..dosed.clone() }, Claim::Further(25), later(20), "they vomited"),
        (Sheet { further: 1, ..dosed.clone() }, Claim::Further(25), later(20), "a further dose was given"),
        (fresh.clone(), Claim::Further(25), later(20), "no first dose"),
    ];
    for (sheet, claim, at, because) in cases {
        assert_eq!(sheet.objects(claim, at), Some(because), "{claim:?}");
    }
    assert_eq!(fresh.objects(Claim::Dose(50), later(5)), None);
    assert_eq!(dosed.objects(Claim::Further(25), later(20)), None);
}
