//! A stored event is a promise: examples of every release still read, and say what they said.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use journey::medicine_session::{Charted, Fact};
use journey::{
    access, appointment, care_team, clearance, consent, consultation, contact, ending, enquiry, history,
    integration, link, message, practice, preparation, prescription, psychotherapy_note, review, scale,
    staff, stock, task,
};
use serde_json::json;

use super::*;

/// The release that is being written; its examples are also written back the same.
const RELEASE: &str = "0.1";

/// Names every variant of every event, in a match and in a list: a new one does not compile
/// before it is named here, and does not pass before it has an example.
macro_rules! every_event {
    ($($module:ident($event:ident => $inner:expr) $kind:ty: $($variant:ident),+;)+) => {
        const EVERY: &[&str] = &[$($(concat!(stringify!($module), "/", stringify!($variant))),+),+];

        fn name(event: &Event) -> &'static str {
            match event {
                $(Event::$module($event) => {
                    type Kind = $kind;
                    match $inner {
                        $(Kind::$variant { .. } => concat!(stringify!($module), "/", stringify!($variant))),+
                    }
                })+
            }
        }
    };
}

every_event! {
    Contact(event => event) contact::Event: ContactGiven;
    Enquiry(event => event) enquiry::Event: EnquiryReceived, ConsultationOffered, EnquiryDeclined;
    CareTeam(event => event) care_team::Event: CareTeamJoined, CareTeamLeft;
    Consultation(event => event) consultation::Event:
        ConsultationHeld, ConsultationConcluded, QuestionAsked, QuestionAnswered, NotYetSaid, PaceResumed;
    History(event => event) history::Event: HistoryImported, FactToldByHand, PersonTold, FactCorrected,
        FactsReadNoBearing,
        IntakeAnswered, IntakePutOff, IntakeStopped;
    Consent(event => event) consent::Event:
        ConsentOffered, ClauseAgreed, ClauseDeclined, ConsentSigned, ConsentAttested, TouchAgreed,
        TouchNarrowed, ConsentWithdrawn;
    Preparation(event => event) preparation::Event:
        PreparationWritten, PreparationTakenBack, CompanionArranged, FastingTold, PreparationHeld;
    Prescription(event => event) prescription::Event:
        Prescribed, PrescriptionRevoked, LozengesCounted, CountAsked, CountCorrected, CountReviewed;
    Clearance(event => event) clearance::Event: ClearanceDecided, ConditionMet, ClearanceReopened;
    Integration(event => event) integration::Event:
        ScheduleTaken, CheckInOpened, CheckInAnswered, CheckInPutOff, CheckInsStopped, CheckInsResumed,
        ZoneTold, PracticeChosen, PracticeFollowed, ThreadWritten, BodyMapped, BodyTakenBack,
        IntegrationSessionHeld;
    Scale(event => event) scale::Event: ScaleAnswered, AnswersKept, ScaleRequested, ScaleRequestWithdrawn,
        ScaleDeclined, DeteriorationReviewed, RiskShown, RiskAssessed;
    Link(event => event) link::Event: LinkIssued, LinkRevoked;
    Review(event => event) review::Event: ReviewFellDue, ReviewSigned, ReviewPlanned, ReviewAgreed;
    Ending(event => event) ending::Event: JourneyEnded, FollowUpPlanned, JourneyReopened;
    Appointment(event => event) appointment::Event:
        AppointmentBooked, AppointmentMoved, AppointmentCancelled, AttendanceSaid;
    Message(event => event) message::Event:
        MessageWritten, MessagesRead, MessagesSettled, MessageTakenBack;
    PsychotherapyNote(event => event) psychotherapy_note::Event:
        PsychotherapyNoteWritten, PsychotherapyNoteAddedTo;
    Task(event => event) task::Event: TaskAsked, ShortSleepShown, TaskTaken, TaskHandedOn, TaskEnded;
    MedicineSession(event => &event.fact) Fact:
        SessionOpened, PassAsked, PassDeclined, GateOverridden, DoseAdministered, BoosterAdministered,
        DoseGivenOutsideGate, DoseConfirmed, AdverseEventReported, AdverseEventFollowedUp, Reviewed, FollowUpSigned,
        EnteredInError, DischargeDone, LeftAgainstAdvice,
        EndedWithoutDose, SessionSealed, AddendumWritten;
    SessionChart(event => &event.charted) Charted:
        IdentityConfirmed, MedicinesReconciled, RiskAssessed, DayAnswered, EscortConfirmed, KitChecked,
        MonitorAssigned, PrescriberReachable, VitalsTaken, VitalsDeferred, RecheckAsked, HoldEnded, OnsetNoticed,
        PhaseEntered, EntryCharted, SlowedDown, StoppedEarly, NoteWritten, CriterionTicked, AldreteScored, EnteredInError,
        Corrected;
    Access(event => event) access::Event: RecordOpened, ListShown;
    Practice(event => event) practice::Event:
        PracticeFounded, ProtocolSigned, ProtocolDraftBegun, ProtocolFigureDrafted, ProtocolDraftDiscarded,
        HoursStated, TimeTaken, TimeFreed;
    Stock(event => event) stock::Event:
        StockReceived, StockDispensed, StockMoved, InventoryTaken, StockLineCorrected, PersonsLossFound,
        NoticeWritten, DiscrepancyEnded;
    Staff(event => event) staff::Event:
        PersonAdded, PasswordSet, RoleGranted, StatusChanged, SignedIn, SignInRefused;
}

/// The examples of one file, and the schema they were stored in.
#[derive(Deserialize)]
struct Frozen {
    schema: u16,
    examples: Vec<Value>,
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.collect()
}

fn frozen(file: &Path) -> Frozen {
    let text = fs::read_to_string(file).expect("a file of examples");
    serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()))
}

fn releases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen")
}

#[test]
fn every_stored_event_of_every_release_still_reads() {
    let mut read = 0;
    for release in files_in(&releases()) {
        for file in files_in(&release) {
            let Frozen { schema, examples } = frozen(&file);
            for example in examples {
                let event = upcast(schema, example.clone());
                event.unwrap_or_else(|fault| panic!("{}: {fault}: {example}", file.display()));
                read += 1;
            }
        }
    }
    assert!(read >= EVERY.len(), "{read} examples of {} kinds", EVERY.len());
}

#[test]
fn every_event_has_a_frozen_example_that_is_written_back_the_same() {
    let mut named = BTreeSet::new();
    for file in files_in(&releases().join(RELEASE)) {
        let Frozen { schema, examples } = frozen(&file);
        for example in examples {
            let event = upcast(schema, example.clone()).expect("read above");
            let written = serde_json::to_value(&event).expect("an event is lawful JSON");
            assert_eq!(written, example, "a field was renamed or lost");
            named.insert(name(&event));
        }
    }
    let every: BTreeSet<&str> = EVERY.iter().copied().collect();
    let without: Vec<_> = every.difference(&named).collect();
    assert!(without.is_empty(), "add an example to tests/frozen/{RELEASE} for {without:?}");
}

#[test]
fn what_this_release_does_not_know_is_refused() {
    let lawful = json!({"module": "link", "type": "LinkRevoked", "link": "09".repeat(16)});
    assert!(upcast(SCHEMA, lawful.clone()).is_ok());
    assert_eq!(upcast(SCHEMA + 1, lawful.clone()), Err(UpcastFault::Newer { found: SCHEMA + 1 }));
    let changed = |field: &str, value: Value| {
        let mut body = lawful.clone();
        body[field] = value;
        upcast(SCHEMA, body)
    };
    assert!(changed("type", json!("LinkFolded")).is_err(), "an unknown type");
    assert!(changed("module", json!("origami")).is_err(), "an unknown module");
    assert!(changed("link", json!(7)).is_err(), "another shape");
}

#[test]
fn a_fault_quotes_nothing_of_the_text() {
    let secret = "Xaverine-Quillfeather";
    let fault = upcast(SCHEMA, json!({"module": "link", "type": "LinkRevoked", "link": secret}));
    assert!(!fault.expect_err("no id").to_string().contains(secret));
    let fault = recorded(SCHEMA, EventId::from_bytes([0; 16]), format!("\"{secret}\"").as_bytes());
    assert!(!fault.expect_err("no fact").to_string().contains(secret));
}

#[test]
fn a_whole_stored_fact_still_reads() {
    let text = concat!(
        r#"{"occurred_at":"2026-05-04T08:00:00Z","zone":"Europe/Madrid","precision":"minute","#,
        r#""recorded_at":"2026-05-04T09:00:00Z","device":"tablet-1","protocol_version":3,"#,
        r#""by":{"who":"staff","staff":"07070707070707070707070707070707"},"#,
        r#""body":{"module":"enquiry","type":"EnquiryReceived","brings":"I sleep badly."}}"#
    );
    let id = EventId::from_bytes([9; 16]);
    let fact = recorded(1, id, text.as_bytes()).expect("a fact of release 0.1");
    assert_eq!(fact.id, id);
    assert_eq!(serde_json::to_string(&fact).expect("lawful JSON"), text, "and is written the same");
}
