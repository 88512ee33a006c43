//! What the gates are decided from: one reading of the case, for the page and for the command.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::chart::{Chart, Charted, Entry};
use super::day::{Day, LastTaken, PregnancyTest, RiskFinding};
use super::dose::DoseKind;
use super::session::{FollowUpKind, Session};
use super::vitals;
use crate::case::Case;
use crate::clearance;
use crate::gate::{self, BoosterInput, Gate, GateInput, Override};
use crate::health_history::{Fact, Sex, weight_on};
use crate::id::SessionId;
use crate::practice::{Practice, SignedProtocol};
use crate::prescription::{FirstSession, Prescription};
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::scale::{self, RiskLevel};
use crate::task::{self, Task};

/// The dose gate as it stands, for a dose that is asked for.
///
/// # Errors
/// When no protocol is in force: then there is no figure to decide with, and nothing is authorised.
pub fn gate_now(
    case: &Case,
    session: SessionId,
    practice: &Practice,
    at: Timestamp,
    dose_mg: Option<i64>,
) -> Result<Gate, Refusal> {
    let signed = practice.protocol_in_force(at).ok_or(Refusal::NoProtocol)?;
    let input = gate_input(case, session, practice, at, dose_mg);
    Ok(gate::evaluate(&input, &signed.protocol, &overrides(case, session, at)))
}

/// The booster's list as it stands.
///
/// # Errors
/// When no protocol is in force.
pub fn booster_now(
    case: &Case,
    session: SessionId,
    practice: &Practice,
    at: Timestamp,
    dose_mg: Option<i64>,
) -> Result<Gate, Refusal> {
    let signed = practice.protocol_in_force(at).ok_or(Refusal::NoProtocol)?;
    Ok(gate::evaluate_booster(&booster_input(case, session, practice, at, dose_mg), &signed.protocol))
}

/// What would be given at once in a session by the prescription that is in force on its day.
pub fn planned_mg(case: &Case, session: SessionId, practice: &Practice) -> Option<i64> {
    let opened_at = case.sessions.get(session)?.opened_at?;
    let prescription = case.prescriptions.in_force_on(practice.date_at(opened_at))?;
    Some(prescription.envelope.planned_mg())
}

/// The prescriber's decisions for this session, as the gate takes them.
pub fn overrides(case: &Case, session: SessionId, at: Timestamp) -> Vec<Override> {
    let passed = case.sessions.get(session).map(|session| session.passed.as_slice()).unwrap_or_default();
    let passed = passed.iter().filter(|one| one.at <= at);
    passed
        .filter_map(|one| {
            let crate::event::Who::Staff { staff } = one.by else { return None };
            Some(Override {
                condition: one.condition,
                by: staff.to_string(),
                reason: one.reason.clone(),
                session: session.to_string(),
                seen: one.seen.clone(),
            })
        })
        .collect()
}

/// Everything the dose gate is decided from; what nobody recorded stays unknown.
pub fn gate_input(
    case: &Case,
    session: SessionId,
    practice: &Practice,
    at: Timestamp,
    dose_mg: Option<i64>,
) -> GateInput {
    let known = Known::new(case, session, practice, at);
    let mut input = GateInput { session: Some(session.to_string()), dose_mg, ..GateInput::default() };
    input.given_mg = known.session.map(|session| session.total_mg_at(at));
    known.protocol_and_flags(&mut input);
    known.clearance(&mut input);
    known.consent(&mut input);
    known.prescription(&mut input);
    known.body(&mut input);
    known.earlier_sessions(&mut input);
    known.visit(&mut input);
    known.reviews(&mut input);
    input
}

/// Everything the booster's list is decided from.
pub fn booster_input(
    case: &Case,
    session: SessionId,
    practice: &Practice,
    at: Timestamp,
    dose_mg: Option<i64>,
) -> BoosterInput {
    let known = Known::new(case, session, practice, at);
    let doses = known.session.map(Session::doses).unwrap_or_default();
    let first = doses.first();
    let before = vitals::before_dose(&known.standing, first.map(|dose| dose.given_at));
    let envelope = known.prescription.map(|prescription| &prescription.envelope);
    let booster = envelope.and_then(|envelope| envelope.booster);
    let minutes = first.map(|dose| at.duration_since(dose.given_at).as_mins());
    let boosters = doses.iter().filter(|dose| dose.kind == DoseKind::Booster).count();
    // The prescription may ask for a later minute than the protocol does.
    let early =
        booster.zip(minutes).is_some_and(|(booster, minutes)| minutes < i64::from(booster.earliest_minute));
    BoosterInput {
        authorised: envelope.map(|envelope| envelope.booster.is_some() && !early),
        authorised_mg: booster.map(|booster| i64::from(booster.mg)),
        first_dose_mg: first.map(|dose| dose.dose_mg),
        dose_mg,
        given_mg: known.session.map(|session| session.total_mg_at(at)),
        minutes_since_dose: minutes,
        vital_signs: vitals::for_booster(&known.standing, at),
        systolic_before_dose_mmhg: before.systolic_mmhg,
        diastolic_before_dose_mmhg: before.diastolic_mmhg,
        vomiting: Some(known.vomited()),
        prescribed_total_mg: envelope.map(|envelope| i64::from(envelope.most_mg_per_session)),
        prescribed_tier: envelope.map(|envelope| envelope.tier),
        raised_cap_documented: envelope.map(|envelope| envelope.reason_above_usual_cap.is_some()),
        weight_tenths_kg: known.weight().map(|(tenths_kg, _)| tenths_kg),
        boosters_given: known.session.map(|_| i64::try_from(boosters).unwrap_or(i64::MAX)),
    }
}

/// The case, resolved to the session, the day and the moment.
struct Known<'a> {
    case: &'a Case,
    practice: &'a Practice,
    at: Timestamp,
    today: Date,
    signed: Option<&'a SignedProtocol>,
    id: SessionId,
    session: Option<&'a Session>,
    standing: Vec<Entry>,
    day: Day,
    prescription: Option<&'a Prescription>,
    facts: Vec<Fact>,
}

impl<'a> Known<'a> {
    fn new(case: &'a Case, id: SessionId, practice: &'a Practice, at: Timestamp) -> Self {
        let session = case.sessions.get(id);
        // Validity counts on the day of arrival, also across midnight.
        let arrived = session.and_then(|session| session.opened_at).unwrap_or(at);
        let today = practice.date_at(arrived);
        let standing = case.chart_of(id).map(|chart: &Chart| chart.standing_at(at)).unwrap_or_default();
        let day = Day::of(&standing);
        let facts = case.history.current();
        let facts = facts.into_iter().filter(|fact| fact.known_on(today)).collect();
        let prescription = case.prescriptions.in_force_on(today);
        let signed = practice.protocol_in_force(at);
        Self { case, practice, at, today, signed, id, session, standing, day, prescription, facts }
    }

    fn protocol(&self) -> Option<&'a Protocol> {
        self.signed.map(|signed| &signed.protocol)
    }

    fn protocol_and_flags(&self, input: &mut GateInput) {
        input.protocol_signed = Some(!self.practice.protocols.is_empty());
        input.protocol_in_force = Some(self.signed.is_some());
        let undecided = self.protocol().map(|protocol| clearance::undecided(self.case, protocol, self.today));
        input.flags_undecided = undecided.and_then(|flags| i64::try_from(flags.len()).ok());
    }

    fn clearance(&self, input: &mut GateInput) {
        let Some(decided) = self.case.clearance.latest() else { return };
        input.clearance_given = Some(decided.judgement.decision.is_yes());
        input.clearance_in_date =
            Some(decided.judgement.valid_until.is_some_and(|until| self.today <= until));
        input.clearance_reopened = Some(self.case.clearance.reopened(self.case.history.revision));
        input.clearance_conditions_open = i64::try_from(decided.open_conditions().count()).ok();
    }

    fn consent(&self, input: &mut GateInput) {
        let consent = &self.case.consent;
        let number = self.signed.map(|signed| signed.number);
        input.consent_current = number.map(|number| consent.current_on(self.today, number).is_ok());
        let tier = self.prescription.map(|prescription| prescription.envelope.tier);
        input.consent_covers_tier =
            tier.zip(consent.signed.as_ref()).map(|(tier, signed)| signed.tier >= tier);
        input.consent_withdrawn = Some(consent.withdrawn_at.is_some());
        let arrived = self.session.and_then(|session| session.opened_at);
        let attested = consent.attested_at.zip(arrived);
        input.consent_attested = Some(attested.is_some_and(|(attested, arrived)| attested >= arrived));
    }

    fn prescription(&self, input: &mut GateInput) {
        input.prescription_in_date = Some(self.prescription.is_some());
        let Some(prescription) = self.prescription else { return };
        let envelope = &prescription.envelope;
        // A prescription of this software is for a lozenge under the tongue and nothing else.
        input.prescription_covers_route = Some(true);
        input.prescribed_total_mg = Some(i64::from(envelope.most_mg_per_session));
        input.prescribed_dose_mg = Some(i64::from(envelope.most_mg_per_session));
        input.prescribed_tier = Some(envelope.tier);
        input.raised_cap_documented = Some(envelope.reason_above_usual_cap.is_some());
    }

    fn body(&self, input: &mut GateInput) {
        if let Some((tenths_kg, age_days)) = self.weight() {
            input.weight_tenths_kg = Some(tenths_kg);
            input.weight_age_days = Some(age_days);
        }
        input.vital_signs = vitals::for_gate(&self.standing, self.at, self.protocol());
        match self.day.answers.pregnancy_test {
            Some(PregnancyTest::DoesNotApply) => input.pregnancy_test_applies = Some(false),
            Some(result) => {
                input.pregnancy_test_applies = Some(true);
                input.pregnancy_test_positive = Some(result == PregnancyTest::Positive);
                input.pregnancy_test_age_days = Some(0);
            }
            None if self.case.history.person.sex == Sex::Male => input.pregnancy_test_applies = Some(false),
            None => {}
        }
    }

    /// The latest weight in tenths of a kilogram, rounded down, and its age in days.
    fn weight(&self) -> Option<(i64, i64)> {
        weight_on(&self.facts, self.today)
    }

    fn earlier_sessions(&self, input: &mut GateInput) {
        let dosed = self.case.sessions.dosed();
        let earlier: Vec<&Session> =
            dosed.iter().filter(|(id, _)| *id != self.id).map(|(_, session)| *session).collect();
        input.first_session = Some(earlier.is_empty());
        input.first_session_start_mg = self.first_session_start_mg();
        let last_dose_at = earlier.iter().filter_map(|session| session.last_dose_at()).max();
        input.hours_since_last_dose = last_dose_at.map(|last| self.at.duration_since(last).as_hours());
        let week_ago = self.at - SignedDuration::from_hours(7 * 24);
        let lately = earlier.iter().filter(|session| session.first_dose_at().is_some_and(|at| at > week_ago));
        input.sessions_in_7_days = i64::try_from(lately.count()).ok();
        let tolerated = earlier.iter().rev().find(|session| well_tolerated(session));
        input.last_tolerated_mg = tolerated.map(|session| session.total_mg());
        input.step_up_barred = earlier.last().map(|last| !well_tolerated(last));
        input.last_review_signed = earlier.last().map(|last| last.follow_up.is_some());
        let reviewed_at = self.case.reviews.prescriber_saw_course_at();
        let unreviewed = |session: &&&Session| {
            let before = reviewed_at.is_some_and(|seen| session.first_dose_at().is_some_and(|at| at <= seen));
            !before && !looked_at_the_course(session)
        };
        let since_review = earlier.iter().rev().take_while(unreviewed).count();
        input.sessions_since_review = i64::try_from(since_review).ok();
    }

    /// What a first session starts with.
    fn first_session_start_mg(&self) -> Option<i64> {
        let person = &self.case.history.person;
        Some(FirstSession::known_on(self.today, person, &self.facts, self.protocol()?).mg)
    }

    fn visit(&self, input: &mut GateInput) {
        let day = &self.day;
        input.identity_confirmed = Some(day.identity.is_some());
        // What has changed waits for a prescriber, whether a rule knows the word or not.
        let changed = self.case.tasks.open().any(|task| task.kind == task::Kind::MedicineChanged);
        input.medicines_reconciled = Some(day.medicines.is_some() && !changed);
        input.risk_assessed = self.risk_assessed();
        input.food_minutes = self.minutes_since(day.answers.food);
        input.fluid_minutes = self.minutes_since(day.answers.fluid);
        input.alcohol_cannabis_hours =
            self.minutes_since(day.answers.alcohol_or_cannabis).map(|minutes| minutes / 60);
        input.intoxicated = day.answers.intoxicated;
        input.infection = day.answers.infection;
        input.vomiting = if self.vomited() { Some(true) } else { day.answers.vomiting };
        input.escort_named = Some(day.escort.is_some());
        input.escort_confirmed = Some(day.escort.is_some());
        input.kit_checked = Some(day.kit_missing().is_empty());
        input.monitor_present = Some(day.monitor.is_some());
        input.prescriber_reachable = Some(day.prescriber.is_some());
    }

    fn reviews(&self, input: &mut GateInput) {
        let sessions = self.case.sessions.in_order();
        let severe = |session: &Session| {
            let events = session.adverse_events();
            events
                .iter()
                .any(|event| event.holds_next_dose(self.protocol()) && session.review_of(event.id).is_none())
        };
        input.severe_event_open = Some(sessions.iter().any(|(_, session)| severe(session)));
        input.deterioration_open =
            self.protocol().map(|protocol| !scale::unreviewed(self.case, protocol).is_empty());
        // A dose outside the gate, or a count that does not match, holds the next one.
        let outside = sessions.iter().any(|(_, session)| !session.open_incidents().is_empty());
        let miscounted = self.case.prescriptions.open_differences().next().is_some();
        let signals = self.misuse_signals();
        let pattern =
            self.protocol().is_some_and(|figures| figures.misuse.signals_block.value.crossed_by(signals));
        input.misuse_review_open = Some(outside || miscounted || pattern);
    }

    /// Signs of misuse since a prescriber last looked back at a session or at the course.
    ///
    /// `clinical.md` 10, rule 25 [D]: craving, a dose outside the gate, a count that does not add up.
    fn misuse_signals(&self) -> i64 {
        let sessions = self.case.sessions.in_order();
        let follow_ups = sessions.iter().filter_map(|(_, session)| session.follow_up.as_ref());
        let looked_at =
            follow_ups.map(|(_, review)| review.at).chain(self.case.reviews.prescriber_saw_course_at());
        let looked_at = looked_at.max();
        let is_sign = |task: &&Task| {
            let kinds = [task::Kind::Craving, task::Kind::DoseOutsideGate, task::Kind::CountMismatch];
            kinds.contains(&task.kind) && looked_at.is_none_or(|seen| task.opened_at > seen)
        };
        i64::try_from(self.case.tasks.all.iter().filter(is_sign).count()).unwrap_or(i64::MAX)
    }

    /// Whether it was asked this visit, today is safe, and every answer that showed a risk was seen.
    fn risk_assessed(&self) -> Option<bool> {
        let (done, finding) = self.day.risk?;
        let risk = &self.case.scales.risk;
        let acute = risk.assessments.last().is_some_and(|last| last.finding.level == RiskLevel::Acute);
        // What was shown before the question in the room counts as seen there, but for what is acute:
        // that takes an assessment with a name under it.
        let seen = risk.open.iter().all(|sign| sign.arrived_at <= done.at && !sign.source.is_acute());
        Some(finding != RiskFinding::NotToday && !acute && seen)
    }

    /// Elapsed minutes, rounded down; a year where it was long ago.
    fn minutes_since(&self, taken: Option<LastTaken>) -> Option<i64> {
        match taken? {
            LastTaken::At { at } => Some(self.at.duration_since(at).as_mins()),
            LastTaken::LongAgo => Some(365 * 24 * 60),
        }
    }

    /// Vomiting that was charted or reported this visit.
    fn vomited(&self) -> bool {
        let charted = self.standing.iter().any(|entry| match &entry.charted {
            Charted::EntryCharted(entry) => entry.code.as_deref() == Some("vomiting"),
            _ => false,
        });
        let events = self.session.map(Session::adverse_events).unwrap_or_default();
        charted || events.iter().any(|event| event.at <= self.at && event.report.term == "vomiting")
    }
}

fn looked_at_the_course(session: &Session) -> bool {
    session.follow_up.as_ref().is_some_and(|(kind, _)| *kind == FollowUpKind::Course)
}

/// Whether nothing of grade 2 or more happened, and no dose was taken outside the gate.
fn well_tolerated(session: &Session) -> bool {
    let outside = |kind: &DoseKind| matches!(kind, DoseKind::OutsideGate { .. });
    session.adverse_events().iter().all(|event| event.report.grade < 2)
        && !session.doses().iter().any(|dose| outside(&dose.kind))
}
