//! What can be asked of a medicine session, and which permit each act needs.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::adverse_event::{FollowUp, Report};
use super::chart::Charted;
use super::charting::{ChartEntry, SlowDown, Stopper};
use super::day::{DayAnswers, KitItem, RiskFinding};
use super::discharge::{Aldrete, Criterion};
use super::dose::HoldEnd;
use super::phase::Phase;
use super::session::{FollowUpKind, WithoutDose};
use super::vitals::Vitals;
use crate::gate::{ConditionId, Reason};
use crate::id::{EventId, SessionId, StaffId};

/// One act in one medicine session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Command {
    /// Which session.
    pub session: SessionId,
    /// What is asked.
    pub act: Act,
}

/// What can be asked.
///
/// The shape is also what a tablet keeps until it is acknowledged, so fields are added and never
/// renamed. In brackets stands the permit, as action and kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Begin the visit: the client has arrived (Create, SessionChart).
    Open {
        /// Where it takes place.
        #[serde(default)]
        room: Option<String>,
    },
    /// Say that this is the person the record is about (Create, SessionChart).
    ConfirmIdentity,
    /// Witness the client's yes to the consent, today; kept with the consent (Create, Consent).
    AttestConsent,
    /// Go through the medicines with the client, today (Create, SessionChart).
    ReconcileMedicines {
        /// What has changed, if anything.
        #[serde(default)]
        changes: Option<String>,
    },
    /// Record what the risk assessment found (Create, SessionChart).
    AssessRisk {
        /// What was found.
        finding: RiskFinding,
        /// In words.
        #[serde(default)]
        words: Option<String>,
    },
    /// Record answers of the day, all or some (Create, SessionChart).
    AnswerDay(DayAnswers),
    /// Record who takes the client home, and that they said yes (Create, SessionChart).
    ConfirmEscort {
        /// Their name, as the client says it.
        name: String,
    },
    /// Tick what lies ready (Create, SessionChart).
    CheckKit {
        /// What was seen to be there and to work.
        items: Vec<KitItem>,
    },
    /// Say who watches the vital signs (Create, SessionChart).
    AssignMonitor {
        /// Which person of the practice.
        monitor: StaffId,
    },
    /// Say how the prescriber can be reached during this session (Create, SessionChart).
    ReachPrescriber {
        /// Where: in the house, a telephone number.
        how: String,
    },
    /// Record vital signs, at least one (Create, SessionChart).
    TakeVitals(Vitals),
    /// Leave a due set out for now (Create, SessionChart).
    DeferVitals {
        /// Why.
        reason: String,
    },
    /// Say when to measure again what asks for a look (Create, SessionChart).
    AskRecheck {
        /// How many minutes from now.
        minutes: i64,
    },
    /// Give the lozenge, if the gate authorises it (Create, Dose).
    AdministerDose {
        /// Milligrams.
        dose_mg: i64,
        /// Lozenges that were opened; half of one is one.
        lozenges: u32,
        /// How long it is meant to be held.
        hold_minutes: i64,
    },
    /// Give the pre-authorised further dose, if its gate authorises it (Create, Dose).
    AdministerBooster {
        /// Milligrams.
        dose_mg: i64,
        /// Lozenges that were opened; half of one is one.
        lozenges: u32,
        /// How long it is meant to be held.
        hold_minutes: i64,
    },
    /// Record a dose that was taken although nothing authorised it (Create, Dose).
    RecordDoseOutsideGate {
        /// Milligrams, as far as is known.
        dose_mg: i64,
        /// Lozenges that it took, if that is known.
        #[serde(default)]
        lozenges: Option<u32>,
        /// When it was taken.
        given_at: Timestamp,
        /// Who gave or took it.
        given_by: String,
        /// How it came about.
        why: String,
    },
    /// Say that a dose that was said to be given without leave was indeed taken (Create, Dose).
    ConfirmDose {
        /// Which.
        event: EventId,
    },
    /// Record the end of holding the lozenge (Create, SessionChart).
    EndHold {
        /// How long it was held.
        minutes: i64,
        /// What became of it.
        end: HoldEnd,
    },
    /// Record that something is first noticed (Create, SessionChart).
    NoticeOnset,
    /// Pass one condition of the gate for this session; prescribers only (Sign, Clearance).
    OverrideGate {
        /// Which condition.
        condition: ConditionId,
        /// Why.
        reason: String,
        /// What stood in the way on the page that was read; what stands there now, if none is said.
        #[serde(default)]
        seen: Option<Vec<Reason>>,
    },
    /// Ask a prescriber to pass one condition for this session (Create, SessionChart).
    AskPass {
        /// Which condition.
        condition: ConditionId,
        /// Of whom.
        of: StaffId,
        /// What to know for it.
        words: String,
    },
    /// Say no to what was asked; prescribers only (Sign, Clearance).
    DeclinePass {
        /// Which asking: the fact that it is.
        ask: EventId,
        /// Why.
        reason: String,
    },
    /// Say where the session is (Create, SessionChart).
    EnterPhase {
        /// Where.
        phase: Phase,
    },
    /// Chart what shows or what was offered (Create, SessionChart).
    Chart {
        /// What.
        entry: ChartEntry,
    },
    /// Slow down together: no adverse event (Create, SessionChart).
    SlowDown(SlowDown),
    /// Stop the work early; care goes on, and no further dose is given (Create, SessionChart).
    StopEarly {
        /// Who stopped it.
        by: Stopper,
        /// In words, if somebody says so.
        #[serde(default)]
        words: Option<String>,
    },
    /// Write a free text (Create, SessionChart).
    Note {
        /// The text.
        text: String,
    },
    /// Take an entry of the chart back; it stays in the record (Amend, SessionChart).
    Undo {
        /// Which entry.
        event: EventId,
        /// Why, if somebody says so.
        #[serde(default)]
        because: Option<String>,
    },
    /// Take a dose back that was recorded by mistake; it stays in the record (Amend, Dose).
    TakeBackDose {
        /// Which dose.
        event: EventId,
        /// Why.
        because: String,
    },
    /// Take an adverse event back that was recorded by mistake; it stays in the record (Amend,
    /// AdverseEvent).
    TakeBackAdverseEvent {
        /// Which adverse event.
        event: EventId,
        /// Why.
        because: String,
    },
    /// Take back that the visit ended without a dose, and go on; it stays in the record (Amend,
    /// SessionChart).
    TakeBackEnding {
        /// Why.
        because: String,
    },
    /// Put an entry right; both stay in the record (Amend, SessionChart).
    Correct {
        /// Which entry.
        event: EventId,
        /// What is true.
        new: Box<Charted>,
        /// When it happened, if that was wrong.
        #[serde(default)]
        occurred_at: Option<Timestamp>,
    },
    /// Report something unwanted (Create, AdverseEvent).
    ReportAdverseEvent(Report),
    /// Write of an adverse event afterwards; it may close it (Amend, AdverseEvent).
    FollowUpAdverseEvent {
        /// Which.
        event: EventId,
        /// What is written.
        follow_up: FollowUp,
    },
    /// Close the review of an adverse event or of a dose outside the gate; prescribers only
    /// (Sign, AdverseEvent).
    Review {
        /// Which.
        event: EventId,
        /// What was found and what follows.
        finding: String,
    },
    /// Sign the look back at a session, before the next dose; prescribers only (Sign, Clearance).
    SignFollowUp {
        /// After this session, or over the course as a whole.
        kind: FollowUpKind,
        /// What was found and what follows.
        finding: String,
    },
    /// Tick one thing that must be so before the client leaves (Create, SessionChart).
    Tick {
        /// Which.
        criterion: Criterion,
    },
    /// Score how awake and stable the client is (Create, SessionChart).
    ScoreAldrete(Aldrete),
    /// Let the client go home (Sign, SessionChart).
    Discharge {
        /// What is ticked with it, besides what was ticked before.
        #[serde(default)]
        ticked: Vec<Criterion>,
        /// The score, if it is taken now.
        #[serde(default)]
        aldrete: Option<Aldrete>,
        /// With whom they leave.
        left_with: String,
    },
    /// Record that the client leaves before it is safe; always possible (Create, SessionChart).
    LeaveAgainstAdvice {
        /// Who saw it.
        witness: String,
        /// What was agreed: who goes along, who calls when.
        plan: String,
    },
    /// End a visit in which nothing was given (Create, SessionChart).
    EndWithoutDose {
        /// Whose decision it was.
        because: WithoutDose,
        /// In their own words.
        #[serde(default)]
        words: Option<String>,
    },
    /// Close the chart; afterwards addenda only (Sign, SessionChart).
    Seal,
    /// Add to a sealed session (Amend, SessionChart).
    AddAddendum {
        /// The text.
        text: String,
        /// Whether it is the session's note, drafted from the chart and read over; there is one.
        #[serde(default)]
        is_note: bool,
    },
}
