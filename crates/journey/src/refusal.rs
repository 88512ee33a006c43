//! Refusals: ordinary answers that say what to do.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a command was not accepted; each says what to do about it.
///
/// The text here is for logs and the terminal and names no person; pages show the message
/// whose key is [`Refusal::code`].
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(tag = "refusal", rename_all = "kebab-case")]
pub enum Refusal {
    /// A name is needed to speak to a person.
    #[error("write a name")]
    NameMissing,
    /// Neither mail address nor telephone number was given.
    #[error("give a mail address or a telephone number")]
    ReachMissing,
    /// The mail address cannot be one.
    #[error("check the mail address")]
    EmailInvalid,
    /// A text is longer than its field takes.
    #[error("shorten the text to {characters_max} characters")]
    TextTooLong {
        /// How many characters the field takes.
        characters_max: u32,
    },
    /// A reason is required for this act.
    #[error("write a reason")]
    ReasonMissing,
    /// The enquiry has been received before.
    #[error("this enquiry is already here")]
    EnquiryAlreadyReceived,
    /// There is no enquiry yet that could be answered.
    #[error("receive the enquiry first")]
    NoEnquiry,
    /// The enquiry was answered before.
    #[error("this enquiry has been answered; open the person's page")]
    EnquiryAlreadyAnswered,
    /// The practice has been founded before.
    #[error("this practice is already set up")]
    PracticeAlreadyFounded,
    /// The practice has not been founded.
    #[error("set up the practice first")]
    NoPractice,
    /// Someone else signs in with this mail address.
    #[error("another person signs in with this mail address")]
    EmailTaken,
    /// No such person works for the practice.
    #[error("choose a person of this practice")]
    NoSuchPerson,
    /// Nobody would be left to walk with the client.
    #[error("ask somebody else to join first")]
    LastOfCareTeam,
    /// The person who signs is not an active prescriber of this practice.
    #[error("ask a prescriber of this practice to sign")]
    NotAPrescriber,
    /// This version or a later one was signed before.
    #[error("give the protocol a higher number")]
    ProtocolNumberTaken,
    /// A figure cannot be meant as it stands.
    #[error("correct the protocol: {fault}")]
    ProtocolUnfit {
        /// The first fault, with the place of the figure.
        fault: String,
    },
    /// This version of the protocol has no such figure.
    #[error("{path}: this version has no such figure; bring it in with a file")]
    NoSuchFigure {
        /// Its place.
        path: String,
    },
    /// A figure's value does not read.
    #[error("{path}: write it like {like}")]
    FigureUnreadable {
        /// Its place.
        path: String,
        /// A value of its shape.
        like: String,
    },
    /// There is no draft of the protocol.
    #[error("begin a draft first")]
    NoDraft,
    /// A draft of the protocol was begun already.
    #[error("sign the draft or let it go first")]
    DraftBegun,
    /// The draft is no longer what was read.
    #[error("the draft has changed since; read it again")]
    DraftChanged,
    /// A figure that nobody has verified was not answered with a yes.
    #[error("answer the figure {path}")]
    FigureUnanswered {
        /// The place of the figure.
        path: String,
    },
    /// No signed protocol is in force.
    #[error("ask the prescriber to sign a protocol first")]
    NoProtocol,
    /// Words are needed here.
    #[error("write something")]
    WordsMissing,
    /// More than one journey holds.
    #[error("this is full; take something away first")]
    TooMany,
    /// The person was not invited.
    #[error("invite the person first")]
    NotInvited,
    /// No consultation took place.
    #[error("hold the consultation first")]
    NoConsultation,
    /// Another path was chosen, and it is not said which.
    #[error("write to whom you refer")]
    ReferralMissing,
    /// No such question is open.
    #[error("choose a question that is open")]
    NoSuchQuestion,
    /// No such practice was chosen.
    #[error("choose one of the practices")]
    NoSuchPractice,
    /// The client does not want to wait.
    #[error("nothing is waiting")]
    NotPaused,
    /// Everything in it is known already.
    #[error("this is known already; nothing in it is new")]
    NothingNew,
    /// No such fact is in the history.
    #[error("choose a fact of this history")]
    NoSuchFact,
    /// No such prescription is in force.
    #[error("choose a prescription that is in force")]
    NoSuchPrescription,
    /// A prescription was signed or taken back after the page was opened.
    #[error("read what stands now; it has changed since the page was opened")]
    PrescriptionChanged,
    /// Something came after the page of the screening was opened.
    #[error("read what has come since the page was opened, then decide")]
    ScreeningChanged,
    /// The prescription does not state all that it must.
    #[error("fill in strength, number and most per session")]
    PrescriptionIncomplete,
    /// More than the tier allows.
    #[error("at most {mg_max} mg in this tier; more needs a reason, and has an end")]
    AboveTier {
        /// The tier's most, in milligrams.
        mg_max: i64,
    },
    /// The hold time lies outside the protocol.
    #[error("choose a hold time within the protocol")]
    HoldOutsideProtocol,
    /// The booster lies outside the protocol.
    #[error("choose a booster within the protocol")]
    BoosterOutsideProtocol,
    /// The last day lies in the past or too far ahead.
    #[error("choose a last day within the time allowed")]
    ValidityOutOfRange,
    /// Waste needs a second person.
    #[error("name who else saw it")]
    WitnessMissing,
    /// The second person is the one who records it.
    #[error("let a second person see it; you cannot witness what you record")]
    WitnessIsRecorder,
    /// How lozenges were destroyed was not said.
    #[error("say how they were destroyed")]
    MannerMissing,
    /// Where lozenges came from was not said.
    #[error("name the pharmacy or supplier, and the day they came")]
    SupplierMissing,
    /// Lozenges that the practice keeps come out of a lot of its stock, and none was chosen.
    #[error("choose the lot of the practice's stock; write first what came into it")]
    LotMissing,
    /// There is no such lot.
    #[error("choose a lot of the stock")]
    NoSuchLot,
    /// The lot has fewer than that.
    #[error("the lot has {left} by the count; count it, or say that they were handed over anyway")]
    LotShort {
        /// How many it has.
        left: u32,
    },
    /// The lot's lozenges are of another strength than is prescribed.
    #[error("the lot is of another strength; choose another, or say that they were handed over anyway")]
    LotOfOtherStrength,
    /// The lot's last day is over.
    #[error("the lot has expired; choose another, or say that they were handed over anyway")]
    LotExpired,
    /// What is printed on the container was not said in full.
    #[error("write the product, its strength, form, lot and expiry")]
    MedicineIncomplete,
    /// A line of a person is put right in their record.
    #[error("put this line right on the person's prescription page")]
    LineOfAPerson,
    /// An inventory counts every lot once.
    #[error("count every lot of which something ought to be there, each once")]
    InventoryIncomplete,
    /// A container of this size is counted, not estimated.
    #[error("count this lot exactly; a container of this size is not estimated")]
    EstimateNotAllowed,
    /// Nobody wrote who was told, or why nobody was.
    #[error("write who was told and when, or why nobody was")]
    NoticeMissing,
    /// There are not fewer than there ought to be.
    #[error("nothing is missing here, so nothing was lost; put the line right if it was miswritten")]
    NothingLost,
    /// The work was stopped early, and nothing further is given.
    #[error("this was stopped; no further dose is given today")]
    SessionStopped,
    /// How serious a grave event was is not said.
    #[error("say first what made it serious, or that nothing did")]
    SeriousnessUnsaid,
    /// Whether somebody outside was told of a grave event is not said.
    #[error("say first whether it was reported outside")]
    OutsideUnsaid,
    /// When an event was over is not said.
    #[error("say when it was over")]
    EndTimeMissing,
    /// An adverse event ends by how it ended, and by nothing else.
    #[error("write on the page of adverse events how it ended")]
    EventNotClosed,
    /// A count that does not match ends by a prescriber's review.
    #[error("a prescriber closes this on the prescription page")]
    CountNotReviewed,
    /// A count that is asked ends by a count.
    #[error("count on the prescription page what is there")]
    NotCounted,
    /// No such consent document is shipped.
    #[error("choose a document that is there")]
    NoSuchDocument,
    /// The document has no such clause.
    #[error("choose a clause of the document")]
    NoSuchClause,
    /// No consent document lies before the client.
    #[error("offer the document first")]
    ConsentNotOffered,
    /// The clause was not said back.
    #[error("say it back in your own words")]
    SayItBack,
    /// Clauses that a session needs are not agreed.
    #[error("{clauses} clauses are still open")]
    ClausesMissing {
        /// How many.
        clauses: u32,
    },
    /// The consent does not hold.
    #[error("sign the consent anew")]
    ConsentNotCurrent,
    /// Consent cannot be widened while the medicine works.
    #[error("this can be agreed before a dose or on another day; taking back is always possible")]
    NoWideningAfterDose,
    /// It would allow more than before.
    #[error("choose among the places that were agreed")]
    NotNarrower,
    /// A blocking flag cannot be cleared by a decision.
    #[error("{rule} stands until the finding is corrected or measured anew")]
    FlagStands {
        /// The rule that raised it.
        rule: String,
    },
    /// A blocking flag is not answered.
    #[error("answer {rule} before clearing")]
    FlagUnanswered {
        /// The rule that raised it.
        rule: String,
    },
    /// Conditions and decision do not fit each other.
    #[error("name the conditions of a conditional clearance, and of no other")]
    ConditionsMissing,
    /// No such condition is open.
    #[error("choose a condition that is open")]
    NoSuchCondition,
    /// No such scale is shipped.
    #[error("choose a scale that is there")]
    NoSuchScale,
    /// The scale has no such item.
    #[error("choose an item of the scale")]
    NoSuchItem,
    /// The answer is none that can be given here.
    #[error("choose one of the answers")]
    AnswerInvalid,
    /// Risk is assessed by a person of the practice.
    #[error("ask a person of the practice to assess")]
    AssessedByStaff,
    /// No such check-in is planned.
    #[error("choose a check-in that is planned")]
    NoSuchCheckIn,
    /// The check-in is not open yet.
    #[error("this check-in opens later")]
    CheckInNotYet,
    /// The zone's name is not known.
    #[error("choose a time zone from the list")]
    ZoneUnknown,
    /// No such link is open.
    #[error("choose a link that is open")]
    NoSuchLink,
    /// The hours cannot be meant as they stand.
    #[error("state at least one day, and let each end after it begins")]
    HoursInvalid,
    /// Who acts is no therapist and no prescriber of this practice.
    #[error("ask a therapist or a prescriber of this practice")]
    NotAClinician,
    /// A rule reads this fact, so nobody can read it away.
    #[error("a rule reads this fact; it is answered at its finding")]
    RulesReadThis,
    /// A result cannot be read as what it is a result of.
    #[error("write the result as a number, or say positive or negative")]
    ResultUnclear,
    /// A review says when the next one is.
    #[error("choose the day of the next review; it lies ahead")]
    ReviewDayMissing,
    /// A change of pace says how.
    #[error("say how the pace changes")]
    PaceMissing,
    /// No such review waits for a prescriber.
    #[error("choose a review that waits for a prescriber")]
    NoSuchReview,
    /// A review decided that the journey rests.
    #[error("a review decided that this rests; sign a review that goes on first")]
    JourneyRests,
    /// The client wants to wait.
    #[error("the client wants to wait; once they are ready, say so in the consultation")]
    ClientWaits,
    /// Both saw that this is not the time, or not the path.
    #[error("both saw not to go on now; conclude the consultation anew first")]
    NotGoingOn,
    /// The journey has ended here.
    #[error("this journey has ended; open it again first")]
    JourneyEnded,
    /// The journey goes on.
    #[error("this journey has not ended")]
    NotEnded,
    /// An ending says who stays reachable.
    #[error("say who stays reachable, and how")]
    ReachableMissing,
    /// Medicine is still out, and nothing is said of it.
    #[error("say what is known of the medicine that is still out")]
    MedicineUnsaid,
    /// The count says that lozenges are out.
    #[error("lozenges are out by the count; count them back, or say that they are still out")]
    LozengesOut,
    /// Whoever is named does not walk with this person.
    #[error("choose somebody who walks with this person")]
    NotOnCareTeam,
    /// No such task waits.
    #[error("choose a task that waits")]
    NoSuchTask,
    /// Somebody else has taken the task.
    #[error("somebody else has taken this; it can be handed on")]
    TaskTaken,
    /// A risk answer ends by an assessment.
    #[error("assess the risk; that ends this")]
    RiskNotAssessed,
    /// The time asked for is over.
    #[error("choose a time that is still to come")]
    TimeIsPast,
    /// Day or time does not read.
    #[error("write the day and the time")]
    TimeUnreadable,
    /// The clocks jump over that time of day.
    #[error("the clocks go forward over that time; choose another")]
    TimeSkipped,
    /// The appointment is over: it is neither moved nor cancelled.
    #[error("it is over; say whether they came")]
    AppointmentOver,
    /// The appointment has not begun, so that nobody can say whether they came.
    #[error("wait until it has begun")]
    AppointmentAhead,
    /// Somebody who is to meet is elsewhere at that time.
    #[error("somebody is booked elsewhere at that time; choose another time or another person")]
    DoubleBooked,
    /// The length of an appointment cannot be meant.
    #[error("choose a length between 5 and 600 minutes")]
    LengthImpossible,
    /// No such appointment stands.
    #[error("choose an appointment that stands")]
    NoSuchAppointment,
    /// A message ends what it opened by an answer.
    #[error("answer the message, or say how it was answered; that ends this")]
    MessageNotAnswered,
    /// There is no such message.
    #[error("choose a message of this conversation")]
    NoSuchMessage,
    /// Only who wrote a message takes it back.
    #[error("only who wrote it takes it back")]
    NotYourMessage,
    /// There is no such medicine session.
    #[error("open the session first")]
    NoSession,
    /// So many lozenges of that strength are not that dose.
    #[error("{lozenges} lozenges of {strength_mg} mg are not {dose_mg} mg; open {needed}")]
    LozengesDoNotFit {
        /// What was said, in milligrams.
        dose_mg: i64,
        /// What one holds, in milligrams.
        strength_mg: u32,
        /// How many were said to be opened.
        lozenges: u32,
        /// How many it takes; half of one is one.
        needed: i64,
    },
    /// What is answered is not what was read: it has changed meanwhile.
    #[error("this has changed since you read it; read it again")]
    ChangedSince,
    /// Whether a dose that was said to be given was taken is not answered.
    #[error("say first whether the dose that was said to be given was taken")]
    DoseInQuestion,
    /// The session was opened before.
    #[error("this session is already open")]
    SessionAlreadyOpen,
    /// Another session of this client has not ended.
    #[error("end the other session first")]
    AnotherSessionOpen,
    /// The client has left.
    #[error("this visit has ended; what happened can still be charted with its time")]
    SessionIsOver,
    /// The chart is closed.
    #[error("this session is sealed; add an addendum")]
    SessionIsSealed,
    /// An addendum belongs to a sealed session.
    #[error("this session is still open; chart it there")]
    NotSealed,
    /// The session's note was kept already.
    #[error("the note of this session was kept already; add an addendum")]
    NoteIsKept,
    /// The visit has not ended.
    #[error("let the client go home first")]
    StillHere,
    /// No vital sign was given.
    #[error("enter at least one value")]
    VitalsMissing,
    /// The two numbers of a pressure are the wrong way round.
    #[error("the first number of a pressure is the greater one")]
    PressureReversed,
    /// Pressure was left out at the set before.
    #[error("measure now: it was left out the last time")]
    DeferredBefore,
    /// The code is not of the vocabulary.
    #[error("choose one of the words, or write your own")]
    WordUnknown,
    /// There is no such entry to take back, put right or review.
    #[error("this entry is not there, or was taken back")]
    NoSuchEntry,
    /// A correction must be the same kind of fact.
    #[error("put right what it was: take it back and chart the other")]
    CorrectionOfAnotherKind,
    /// The grade of an adverse event is none.
    #[error("choose a grade from 1 to 5")]
    GradeInvalid,
    /// The time given lies ahead.
    #[error("check the time: it has not come yet")]
    TimeAhead,
    /// Nothing was given yet.
    #[error("no dose has been recorded in this session")]
    NoDose,
    /// The session's dose was given.
    #[error("a dose has been recorded; a further one is a booster")]
    DoseAlreadyGiven,
    /// The visit cannot end as one without a dose.
    #[error("a dose was given; discharge the client, or record leaving against advice")]
    DoseWasGiven,
    /// No override reaches this condition.
    #[error("this condition cannot be passed; it has to be met")]
    NotOverridable,
    /// The prescriber was asked this already, and has not answered.
    #[error("this was asked already and waits for an answer")]
    AskedAlready,
    /// Nothing of this kind waits for an answer.
    #[error("nothing waits for this answer: it was given, or the gate decides nothing any more")]
    NothingAsked,
    /// What was asked at the gate ends by an answer.
    #[error("this ends by a yes or a no to what was asked at the gate")]
    PassNotAnswered,
    /// What carries a name so gravely is done with the password given again.
    #[error("the password is asked for again, and must fit")]
    PasswordMissing,
    /// A value is a slip of the finger.
    #[error("check {field}: {value} is outside {low} to {high}")]
    ValueImpossible {
        /// Which value.
        field: String,
        /// What was entered.
        value: i64,
        /// The least that can be.
        low: i64,
        /// The most that can be.
        high: i64,
    },
    /// The gate does not authorise the dose.
    #[error("the gate does not authorise this dose: {}", crate::medicine_session::dose::listed(.conditions))]
    GateClosed {
        /// What stands in the way, with its reasons.
        conditions: Vec<crate::medicine_session::dose::Closed>,
    },
    /// The client cannot go home yet.
    #[error("the client cannot leave yet; see what is missing, or record leaving against advice")]
    NotReadyToLeave {
        /// What is missing.
        missing: Vec<crate::medicine_session::discharge::Missing>,
    },
}

impl Refusal {
    /// The key under which pages find their message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NameMissing => "name-missing",
            Self::ReachMissing => "reach-missing",
            Self::EmailInvalid => "email-invalid",
            Self::TextTooLong { .. } => "text-too-long",
            Self::ReasonMissing => "reason-missing",
            Self::EnquiryAlreadyReceived => "enquiry-already-received",
            Self::NoEnquiry => "no-enquiry",
            Self::EnquiryAlreadyAnswered => "enquiry-already-answered",
            Self::PracticeAlreadyFounded => "practice-already-founded",
            Self::NoPractice => "no-practice",
            Self::EmailTaken => "email-taken",
            Self::NoSuchPerson => "no-such-person",
            Self::LastOfCareTeam => "last-of-care-team",
            Self::NotAPrescriber => "not-a-prescriber",
            Self::ProtocolNumberTaken => "protocol-number-taken",
            Self::ProtocolUnfit { .. } => "protocol-unfit",
            Self::FigureUnanswered { .. } => "figure-unanswered",
            Self::NoSuchFigure { .. } => "no-such-figure",
            Self::FigureUnreadable { .. } => "figure-unreadable",
            Self::NoDraft => "no-draft",
            Self::DraftBegun => "draft-begun",
            Self::DraftChanged => "draft-changed",
            Self::NoProtocol => "no-protocol",
            Self::WordsMissing => "words-missing",
            Self::TooMany => "too-many",
            Self::NotInvited => "not-invited",
            Self::NoConsultation => "no-consultation",
            Self::ReferralMissing => "referral-missing",
            Self::NoSuchQuestion => "no-such-question",
            Self::NoSuchPractice => "no-such-practice",
            Self::NotPaused => "not-paused",
            Self::NothingNew => "nothing-new",
            Self::NoSuchFact => "no-such-fact",
            Self::NoSuchPrescription => "no-such-prescription",
            Self::PrescriptionChanged => "prescription-changed",
            Self::ScreeningChanged => "screening-changed",
            Self::PrescriptionIncomplete => "prescription-incomplete",
            Self::AboveTier { .. } => "above-tier",
            Self::HoldOutsideProtocol => "hold-outside-protocol",
            Self::BoosterOutsideProtocol => "booster-outside-protocol",
            Self::ValidityOutOfRange => "validity-out-of-range",
            Self::WitnessMissing => "witness-missing",
            Self::WitnessIsRecorder => "witness-is-recorder",
            Self::MannerMissing => "manner-missing",
            Self::SupplierMissing => "supplier-missing",
            Self::LotMissing => "lot-missing",
            Self::NoSuchLot => "no-such-lot",
            Self::LotShort { .. } => "lot-short",
            Self::LotOfOtherStrength => "lot-of-other-strength",
            Self::LotExpired => "lot-expired",
            Self::MedicineIncomplete => "medicine-incomplete",
            Self::LineOfAPerson => "line-of-a-person",
            Self::InventoryIncomplete => "inventory-incomplete",
            Self::EstimateNotAllowed => "estimate-not-allowed",
            Self::NoticeMissing => "notice-missing",
            Self::NothingLost => "nothing-lost",
            Self::SessionStopped => "session-stopped",
            Self::SeriousnessUnsaid => "seriousness-unsaid",
            Self::OutsideUnsaid => "outside-unsaid",
            Self::EndTimeMissing => "end-time-missing",
            Self::EventNotClosed => "event-not-closed",
            Self::CountNotReviewed => "count-not-reviewed",
            Self::NotCounted => "not-counted",
            Self::NoSuchDocument => "no-such-document",
            Self::NoSuchClause => "no-such-clause",
            Self::ConsentNotOffered => "consent-not-offered",
            Self::SayItBack => "say-it-back",
            Self::ClausesMissing { .. } => "clauses-missing",
            Self::ConsentNotCurrent => "consent-not-current",
            Self::NoWideningAfterDose => "no-widening-after-dose",
            Self::NotNarrower => "not-narrower",
            Self::FlagStands { .. } => "flag-stands",
            Self::FlagUnanswered { .. } => "flag-unanswered",
            Self::ConditionsMissing => "conditions-missing",
            Self::NoSuchCondition => "no-such-condition",
            Self::NoSuchScale => "no-such-scale",
            Self::NoSuchItem => "no-such-item",
            Self::AnswerInvalid => "answer-invalid",
            Self::AssessedByStaff => "assessed-by-staff",
            Self::NoSuchCheckIn => "no-such-check-in",
            Self::CheckInNotYet => "check-in-not-yet",
            Self::ZoneUnknown => "zone-unknown",
            Self::NoSuchLink => "no-such-link",
            Self::HoursInvalid => "hours-invalid",
            Self::NotAClinician => "not-a-clinician",
            Self::RulesReadThis => "rules-read-this",
            Self::ResultUnclear => "result-unclear",
            Self::ReviewDayMissing => "review-day-missing",
            Self::PaceMissing => "pace-missing",
            Self::NoSuchReview => "no-such-review",
            Self::JourneyRests => "journey-rests",
            Self::ClientWaits => "client-waits",
            Self::NotGoingOn => "not-going-on",
            Self::JourneyEnded => "journey-ended",
            Self::NotEnded => "not-ended",
            Self::ReachableMissing => "reachable-missing",
            Self::MedicineUnsaid => "medicine-unsaid",
            Self::LozengesOut => "lozenges-out",
            Self::NotOnCareTeam => "not-on-care-team",
            Self::NoSuchTask => "no-such-task",
            Self::TaskTaken => "task-taken",
            Self::RiskNotAssessed => "risk-not-assessed",
            Self::TimeIsPast => "time-is-past",
            Self::TimeUnreadable => "time-unreadable",
            Self::TimeSkipped => "time-skipped",
            Self::AppointmentOver => "appointment-over",
            Self::AppointmentAhead => "appointment-ahead",
            Self::DoubleBooked => "double-booked",
            Self::LengthImpossible => "length-impossible",
            Self::NoSuchAppointment => "no-such-appointment",
            Self::MessageNotAnswered => "message-not-answered",
            Self::NoSuchMessage => "no-such-message",
            Self::NotYourMessage => "not-your-message",
            Self::NoSession => "no-session",
            Self::SessionAlreadyOpen => "session-already-open",
            Self::AnotherSessionOpen => "another-session-open",
            Self::SessionIsOver => "session-is-over",
            Self::SessionIsSealed => "session-is-sealed",
            Self::NotSealed => "not-sealed",
            Self::NoteIsKept => "note-is-kept",
            Self::StillHere => "still-here",
            Self::VitalsMissing => "vitals-missing",
            Self::PressureReversed => "pressure-reversed",
            Self::DeferredBefore => "deferred-before",
            Self::WordUnknown => "word-unknown",
            Self::NoSuchEntry => "no-such-entry",
            Self::CorrectionOfAnotherKind => "correction-of-another-kind",
            Self::GradeInvalid => "grade-invalid",
            Self::TimeAhead => "time-ahead",
            Self::NoDose => "no-dose",
            Self::DoseAlreadyGiven => "dose-already-given",
            Self::LozengesDoNotFit { .. } => "lozenges-do-not-fit",
            Self::ChangedSince => "changed-since",
            Self::DoseInQuestion => "dose-in-question",
            Self::DoseWasGiven => "dose-was-given",
            Self::NotOverridable => "not-overridable",
            Self::AskedAlready => "asked-already",
            Self::NothingAsked => "nothing-asked",
            Self::PassNotAnswered => "pass-not-answered",
            Self::PasswordMissing => "password-missing",
            Self::ValueImpossible { .. } => "value-impossible",
            Self::GateClosed { .. } => "gate-closed",
            Self::NotReadyToLeave { .. } => "not-ready-to-leave",
        }
    }
}
