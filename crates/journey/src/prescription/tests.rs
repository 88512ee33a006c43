use super::*;
use crate::health_history::{Fact, FactId, FactKind, FactStatus, Person};
use crate::history;
use crate::story::{Story, date};

mod counting;

fn envelope() -> Envelope {
    Envelope {
        strength_mg: 50,
        lozenges: 4,
        tier: DoseTier::Psycholytic,
        most_mg_per_session: 100,
        booster: Some(Booster { mg: 25, earliest_minute: 15 }),
        hold_minutes: 12,
        afterwards: Afterwards::Swallow,
        valid_until: date("2026-08-01"),
        reason_above_usual_cap: None,
        custody: Custody::default(),
    }
}

fn prescribe(change: impl FnOnce(&mut Envelope)) -> Command {
    let mut envelope = envelope();
    change(&mut envelope);
    Command::Prescribe { envelope: Box::new(envelope), seen: None }
}

#[test]
fn nothing_is_prescribed_without_a_signed_protocol() {
    let story = Story::without_protocol();
    assert_eq!(story.refuses(prescribe(|_| ())), Refusal::NoProtocol);
}

#[test]
fn a_prescription_stays_within_the_signed_protocol() {
    let story = Story::invited();
    let refused = |change: fn(&mut Envelope)| story.refuses(prescribe(change));
    assert_eq!(refused(|e| e.most_mg_per_session = 101), Refusal::AboveTier { mg_max: 100 });
    assert_eq!(refused(|e| e.hold_minutes = 40), Refusal::HoldOutsideProtocol);
    assert_eq!(refused(|e| e.lozenges = 0), Refusal::PrescriptionIncomplete);
    assert_eq!(refused(|e| e.valid_until = date("2026-04-01")), Refusal::ValidityOutOfRange);
    let late = Booster { mg: 25, earliest_minute: 45 };
    let late = prescribe(|e| e.booster = Some(late));
    assert_eq!(story.refuses(late), Refusal::BoosterOutsideProtocol);
}

#[test]
fn the_moderate_tier_passes_its_usual_cap_only_with_a_reason() {
    let mut story = Story::invited();
    let moderate = |reason: Option<&str>| {
        let reason = reason.map(str::to_owned);
        prescribe(move |e| {
            (e.tier, e.most_mg_per_session) = (DoseTier::Moderate, 300);
            e.reason_above_usual_cap = reason;
        })
    };
    assert_eq!(story.refuses(moderate(None)), Refusal::AboveTier { mg_max: 200 });
    story.does(moderate(Some("three sessions at 200 mg, little effect, well tolerated")));
}

#[test]
fn a_revoked_prescription_is_not_in_force() {
    let mut story = Story::invited();
    story.does(prescribe(|_| ()));
    let today = date("2026-05-04");
    assert_eq!(story.case.prescriptions.in_force_on(today).map(|one| one.number), Some(1));
    assert!(story.case.prescriptions.in_force_on(date("2026-08-02")).is_none());
    story.does(Command::Revoke { number: 1, reason: "a new medicine".into() });
    assert!(story.case.prescriptions.in_force_on(today).is_none());
    assert_eq!(story.case.prescriptions.all[0].revoked_because.as_deref(), Some("a new medicine"));
}

#[test]
fn who_keeps_the_lozenges_is_part_of_what_is_signed() {
    let mut story = Story::invited();
    story.does(prescribe(|e| e.custody = Custody::Practice));
    assert_eq!(story.case.prescriptions.all[0].envelope.custody, Custody::Practice);
}

#[test]
fn a_first_session_starts_lower_from_an_age_or_below_a_weight_and_where_either_is_unknown() {
    let protocol = crate::story::default_protocol();
    let start = |age, weight| FirstSession::of(age, weight, &protocol);
    assert_eq!(start(Some(64), Some(500)), FirstSession { mg: 50, reduced: vec![] });
    assert_eq!(
        start(Some(65), Some(500)),
        FirstSession { mg: 25, reduced: vec![Reduced::Age { years: 65 }] }
    );
    let light = Reduced::Weight { tenths_kg: 500 };
    assert_eq!(start(Some(64), Some(499)), FirstSession { mg: 25, reduced: vec![light] });
    let unknown = vec![Reduced::AgeNotKnown, Reduced::WeightNotKnown];
    assert_eq!(start(None, None), FirstSession { mg: 25, reduced: unknown });
}

#[test]
fn an_envelope_above_the_start_or_below_the_tier_asks_to_be_seen_and_is_taken() {
    let protocol = crate::story::default_protocol();
    let first = FirstSession { mg: 50, reduced: vec![] };
    let of = |most, first: Option<&FirstSession>| {
        Envelope { most_mg_per_session: most, ..envelope() }.notices(first, &protocol)
    };
    assert_eq!(of(50, Some(&first)), []);
    assert_eq!(of(51, Some(&first)), [Notice::AboveFirstSession { mg: 50 }]);
    assert_eq!(of(100, None), [], "later sessions have the titration rule");
    assert_eq!(of(24, None), [Notice::BelowTier { mg: 25 }]);
    let mut story = Story::invited();
    story.does(prescribe(|e| e.most_mg_per_session = 100));
}

#[test]
fn nothing_starts_with_a_first_session_once_a_dose_was_taken() {
    let protocol = crate::story::default_protocol();
    let first = |story: &Story| first_session(&story.case, &protocol, date("2026-05-20"));
    assert!(first(&Story::invited()).is_some());
    assert!(first(&crate::review::tests::walked(1)).is_none());
}

#[test]
fn the_gate_and_the_prescription_find_a_first_session_in_the_same_facts() {
    use crate::health_history::{Component, Measured, PartialDate};
    let protocol = crate::story::default_protocol();
    let today = date("2026-05-20");
    let mut story = Story::invited();
    story.does(history::Command::TellPerson(Person {
        birth_date: PartialDate::new("1980-02-03").ok(),
        ..Person::default()
    }));
    // Weights of long ago, of a day before, and of days that are still to come; one is none at all.
    let weights = [("2024-05-20", 90.0), ("2026-05-19", 49.0), ("2026-05-21", 90.0), ("2027-01-01", 90.0)];
    for (number, (on, kilograms)) in weights.into_iter().enumerate() {
        let weight = Component { loinc: Some("29463-7".into()), value: kilograms, unit: "kg".into() };
        let told = Fact {
            id: FactId(format!("weight/{number}")),
            kind: FactKind::Observation,
            text: "Body weight".into(),
            status: FactStatus::Past,
            date: PartialDate::new(on).ok(),
            last_confirmed: PartialDate::new("2026-05-04").ok(),
            value: Some(Measured { components: vec![weight] }),
            ..crate::clearance::tests::fact("weight", FactKind::Observation, "Body weight")
        };
        story.does(history::Command::AddByHand { fact: Box::new(told) });
        let history = &story.case.history;
        let all = history.current();
        let known: Vec<Fact> = all.iter().filter(|fact| fact.known_on(today)).cloned().collect();
        let of = |facts: &[Fact]| FirstSession::known_on(today, &history.person, facts, &protocol);
        assert_eq!(of(&all), of(&known), "what the gate reads and what the page reads");
        let light = number > 0;
        assert_eq!(of(&all).mg, 25, "light, or not known");
        assert_eq!(of(&all).reduced.contains(&Reduced::WeightNotKnown), !light);
    }
}

#[test]
fn a_new_prescription_ends_the_one_before_and_taking_it_back_brings_none_back() {
    let mut story = Story::invited();
    let today = date("2026-05-04");
    story.does(prescribe(|_| ())).does(prescribe(|e| (e.most_mg_per_session, e.booster) = (25, None)));
    let in_force =
        |story: &Story| story.case.prescriptions.all.iter().filter(|one| one.in_force_on(today)).count();
    assert_eq!(in_force(&story), 1);
    let first = &story.case.prescriptions.all[0];
    assert_eq!(first.replaced.map(|replaced| replaced.by), Some(2));
    assert_eq!(
        story.refuses(Command::Revoke { number: 1, reason: "old".into() }),
        Refusal::NoSuchPrescription
    );
    story.does(Command::Revoke { number: 2, reason: "a typing error".into() });
    assert_eq!(in_force(&story), 0, "the older, higher one stays ended");
}

#[test]
fn nothing_is_signed_over_what_the_page_did_not_show() {
    let mut story = Story::invited();
    let signed_on = |seen| Command::Prescribe { envelope: Box::new(envelope()), seen: Some(seen) };
    story.does(signed_on(0));
    assert_eq!(story.refuses(signed_on(0)), Refusal::PrescriptionChanged);
    story.does(Command::Revoke { number: 1, reason: "a new medicine".into() });
    assert_eq!(story.refuses(signed_on(1)), Refusal::PrescriptionChanged, "taking back is a change as well");
    story.does(signed_on(2));
}
