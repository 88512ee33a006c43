use super::*;
use crate::practice::{Command, SignDraft, decide};
use crate::protocol::Certainty;
use crate::story::{STAFF, Story, date, default_protocol};

const INTERVAL: &str = "dosing.interval_hours_min";
const CEILING: &str = "tiers.ceiling_mg";

fn begun() -> Story {
    let mut story = Story::new();
    story.at("2026-06-01T08:00:00Z");
    story.practises(begin_with(default_protocol()));
    story
}

fn begin_with(protocol: Protocol) -> Command {
    Command::BeginDraft { protocol: Box::new(protocol), origin: DraftOrigin::Version { number: 1 } }
}

fn figures(changes: &[(&str, &str)]) -> Command {
    let one = |(path, value): &(&str, &str)| NewFigure { path: (*path).into(), value: (*value).into() };
    let reason = "we see people twice a week at most".to_owned();
    Command::DraftFigures { figures: changes.iter().map(one).collect(), reason }
}

fn signing(story: &Story) -> SignDraft {
    let draft = story.practice.draft.as_ref().expect("a draft was begun");
    let yes = draft.protocol.needs_a_yes().into_iter().map(|at| at.path).collect();
    SignDraft { revision: draft.revision, number: 2, yes, signed_by: STAFF, expires: date("2026-12-31") }
}

fn refused(story: &Story, command: &Command) -> Refusal {
    decide(&story.practice, command, story.now).unwrap_err()
}

#[test]
fn a_changed_figure_says_that_this_practice_set_it_and_asks_for_a_yes() {
    let mut story = begun();
    story.practises(figures(&[(INTERVAL, " 96 ")]));
    let draft = story.practice.draft.clone().expect("it was begun");
    let all = draft.protocol.figures();
    let at = all.iter().find(|at| at.path == INTERVAL).expect("it ships");
    assert_eq!((at.value.as_str(), at.certainty), ("96", Certainty::P));
    assert_eq!(at.source, "set by this practice: we see people twice a week at most");
    assert_eq!(draft.changed[INTERVAL].value, "96", "kept as it is printed");
    let mut without = signing(&story);
    without.yes.remove(INTERVAL);
    let path = INTERVAL.to_owned();
    assert_eq!(refused(&story, &Command::SignDraft(without)), Refusal::FigureUnanswered { path });
}

#[test]
fn a_figure_as_it_was_has_its_source_again() {
    let mut story = begun();
    story.practises(figures(&[(INTERVAL, "96"), (CEILING, "250")]));
    story.practises(figures(&[(INTERVAL, "72")]));
    let draft = story.practice.draft.clone().expect("it was begun");
    assert_eq!(draft.changed.keys().collect::<Vec<_>>(), [CEILING]);
    assert_eq!(draft.protocol.dosing.interval_hours_min, default_protocol().dosing.interval_hours_min);
}

#[test]
fn a_signed_draft_is_in_force_and_is_no_draft_any_more() {
    let mut story = begun();
    story.practises(figures(&[(INTERVAL, "96")]));
    let before = story.practice.protocol_in_force(story.now).expect("version 1").number;
    assert_eq!(before, 1, "a draft decides nothing");
    let signed = Command::SignDraft(signing(&story));
    story.practises(signed);
    let in_force = story.practice.protocol_in_force(story.now).expect("version 2");
    assert_eq!((in_force.number, in_force.protocol.dosing.interval_hours_min.value), (2, 96));
    assert!(in_force.yes.contains(INTERVAL));
    assert_eq!(story.practice.draft, None);
}

#[test]
fn a_draft_that_changed_since_it_was_read_is_not_signed() {
    let mut story = begun();
    let read = Command::SignDraft(signing(&story));
    story.practises(figures(&[(INTERVAL, "96")]));
    assert_eq!(refused(&story, &read), Refusal::DraftChanged);
    let Command::SignDraft(SignDraft { revision, .. }) = read else { unreachable!("it signs") };
    let differs = |story: &Story, path: &str| {
        story.practice.draft.as_ref().is_some_and(|draft| draft.differs_since(revision, path))
    };
    assert!(differs(&story, INTERVAL) && !differs(&story, CEILING), "only what was touched since");
    story.practises(figures(&[(INTERVAL, "72")]));
    assert!(differs(&story, INTERVAL), "a figure put back was another meanwhile");
    story.practises(Command::DiscardDraft);
    assert_eq!(refused(&story, &read), Refusal::NoDraft);
    story.practises(begin_with(default_protocol()));
    assert_eq!(refused(&story, &read), Refusal::DraftChanged, "a new draft is another one");
    assert!(differs(&story, CEILING));
}

#[test]
fn a_draft_with_a_fault_is_kept_and_not_signed() {
    let mut story = begun();
    story.practises(figures(&[("tiers.moderate_mg_max", "90")]));
    let draft = story.practice.draft.as_ref().expect("it is kept");
    assert!(!draft.protocol.check().is_empty());
    let signed = refused(&story, &Command::SignDraft(signing(&story)));
    assert!(matches!(signed, Refusal::ProtocolUnfit { .. }), "{signed:?}");
}

#[test]
fn figures_are_changed_all_or_none() {
    let story = begun();
    let unreadable = refused(&story, &figures(&[(INTERVAL, "96"), (CEILING, "much")]));
    assert_eq!(unreadable, Refusal::FigureUnreadable { path: CEILING.into(), like: "72".into() });
    let nowhere = refused(&story, &figures(&[("dosing.colour", "9")]));
    assert_eq!(nowhere, Refusal::NoSuchFigure { path: "dosing.colour".into() });
    assert_eq!(refused(&story, &figures(&[(INTERVAL, "72")])), Refusal::NothingNew);
    let silent = Command::DraftFigures { figures: Vec::new(), reason: " ".into() };
    assert_eq!(refused(&story, &silent), Refusal::ReasonMissing);
}

#[test]
fn one_draft_is_worked_on_at_a_time() {
    let mut story = begun();
    assert_eq!(refused(&story, &begin_with(default_protocol())), Refusal::DraftBegun);
    story.practises(Command::DiscardDraft);
    assert_eq!(refused(&story, &figures(&[(INTERVAL, "96")])), Refusal::NoDraft);
    assert_eq!(refused(&story, &Command::DiscardDraft), Refusal::NoDraft);
}

#[test]
fn what_a_file_says_of_itself_does_not_count() {
    let shipped = default_protocol();
    let mut told = shipped.clone();
    told.dosing.interval_hours_min.value = 24;
    told.tiers.ceiling_mg.certainty = Certainty::S;
    let taken = told.vouched_by_nobody(&shipped);
    assert_eq!(taken.dosing.interval_hours_min.certainty, Certainty::P, "another value than the source's");
    assert_eq!(taken.tiers.ceiling_mg.certainty, Certainty::P, "surer than it was shipped");
    assert_eq!(taken.eligibility, shipped.eligibility, "what is as shipped stays");
    assert_eq!(shipped.vouched_by_nobody(&shipped), shipped);
}

/// Flags of a pressure of 150/85 under the protocol in force at an instant.
fn found_at(story: &Story, at: &str) -> (u32, Vec<String>) {
    let at = crate::story::instant(at);
    let signed = story.practice.protocol_in_force(at).expect("one was in force");
    let facts = [crate::screening::tests::any_fact("pressure 150/85 2026-05-30")];
    let person = crate::screening::tests::man();
    let found = crate::screening::screen(&facts, &person, &signed.protocol, story.practice.date_at(at));
    (signed.number, found.flags.into_iter().map(|flag| format!("{:?} {}", flag.level, flag.rule)).collect())
}

#[test]
fn what_was_found_under_a_version_is_found_again_as_of_its_day() {
    let mut story = begun();
    let then = "2026-06-01T09:00:00Z";
    let before = found_at(&story, then);
    assert!(before.0 == 1 && !before.1.is_empty(), "{before:?}");
    story.practises(figures(&[("eligibility.intake_systolic_mmhg_warn", "> 155")]));
    assert_eq!(found_at(&story, then), before, "a draft decides nothing");
    story.at("2026-06-02T08:00:00Z");
    let signed = Command::SignDraft(signing(&story));
    story.practises(signed);
    let now = found_at(&story, "2026-06-02T09:00:00Z");
    assert!(now.0 == 2 && now.1 != before.1, "the new figure counts from its signature: {now:?}");
    assert_eq!(found_at(&story, then), before, "and not before it");
}
