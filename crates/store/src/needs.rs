//! Which permission each ask needs; total, so that no new command goes unguarded.

use journey::consent::{self, Heard};
use journey::medicine_session::Act;
use journey::review::{self, Hat};
use journey::{
    Command, appointment, care_team, clearance, consultation, ending, enquiry, history, integration, link,
    message, practice, preparation, prescription, psychotherapy_note, scale, stock, task,
};
use permit::{Action, Kind};

use crate::act::Ask;

/// The permission an ask needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// What is done.
    pub action: Action,
    /// What it is done with.
    pub kind: Kind,
}

/// Names the permission that an ask needs.
pub fn needs(ask: &Ask) -> Needs {
    let (action, kind) = match ask {
        Ask::Client(Command::Enquiry(command)) => of_enquiry(command),
        Ask::Client(Command::CareTeam(command)) => of_care_team(command),
        Ask::Client(Command::Consultation(command)) => of_consultation(command),
        Ask::Client(Command::History(command)) => of_history(command),
        Ask::Client(Command::Consent(command)) => of_consent(command),
        Ask::Client(Command::Preparation(command)) => of_preparation(command),
        Ask::Client(Command::Prescription(command)) => of_prescription(command),
        Ask::Client(Command::Clearance(command)) => of_clearance(command),
        Ask::Client(Command::Integration(command)) => of_integration(command),
        Ask::Client(Command::Scale(command)) => of_scale(command),
        Ask::Client(Command::Link(command)) => of_link(command),
        Ask::Client(Command::Review(command)) => of_review(command),
        Ask::Client(Command::Ending(command)) => of_ending(command),
        Ask::Client(Command::Task(command)) => of_task(command),
        Ask::Client(Command::Appointment(command)) => of_appointment(command),
        Ask::Client(Command::Message(command)) => of_message(command),
        Ask::Client(Command::PsychotherapyNote(command)) => of_psychotherapy_note(command),
        Ask::Client(Command::MedicineSession(command)) => of_session(&command.act),
        Ask::Practice(command) => of_practice(command),
        Ask::Stock(command) => of_stock(command),
    };
    Needs { action, kind }
}

fn of_enquiry(command: &enquiry::Command) -> (Action, Kind) {
    match command {
        enquiry::Command::Receive { .. } => (Action::Create, Kind::Enquiry),
        enquiry::Command::Invite | enquiry::Command::Decline { .. } => (Action::Amend, Kind::Enquiry),
    }
}

fn of_care_team(command: &care_team::Command) -> (Action, Kind) {
    match command {
        care_team::Command::Join { .. } | care_team::Command::Leave { .. } => (Action::Amend, Kind::Enquiry),
    }
}

fn of_consultation(command: &consultation::Command) -> (Action, Kind) {
    use consultation::Command::{Answer, Ask, Conclude, Hold, Resume, SayNotYet};
    match command {
        Hold(_) | Ask { .. } | SayNotYet { .. } | Resume => (Action::Create, Kind::Enquiry),
        Conclude(_) | Answer { .. } => (Action::Amend, Kind::Enquiry),
    }
}

fn of_history(command: &history::Command) -> (Action, Kind) {
    use history::Command::{
        AddByHand, AnswerIntake, Correct, Import, PutOffIntake, ReadNoBearing, StopIntake, TellPerson,
    };
    match command {
        Import { .. }
        | AddByHand { .. }
        | TellPerson(_)
        | AnswerIntake { .. }
        | PutOffIntake
        | StopIntake => (Action::Create, Kind::HealthHistory),
        Correct { .. } | ReadNoBearing { .. } => (Action::Sign, Kind::HealthHistory),
    }
}

/// Narrowing and withdrawing must never fail for want of a permission, however they are heard.
fn of_consent(command: &consent::Command) -> (Action, Kind) {
    use consent::Command::{Agree, AgreeTouch, Attest, Decline, NarrowTouch, Offer, Sign, Withdraw};
    let action = match command {
        Offer { .. } | Attest => Action::Create,
        Agree { .. } | Decline { .. } | AgreeTouch(_) => Action::Amend,
        Sign { .. } => Action::Sign,
        NarrowTouch { heard, .. } | Withdraw { heard, .. } => match heard {
            Heard::FromClient => Action::Amend,
            Heard::InTheRoom => Action::Create,
        },
    };
    (action, Kind::Consent)
}

fn of_preparation(command: &preparation::Command) -> (Action, Kind) {
    use preparation::Command::{Arrange, Hold, TakeBack, TellFasting, Write};
    match command {
        Write(_) | Arrange { .. } | TellFasting | Hold { .. } => (Action::Create, Kind::Preparation),
        TakeBack { .. } => (Action::Amend, Kind::Preparation),
    }
}

fn of_prescription(command: &prescription::Command) -> (Action, Kind) {
    use prescription::Command::{CorrectCount, Count, Prescribe, ReviewCount, Revoke};
    match command {
        Prescribe { .. } | Revoke { .. } | ReviewCount { .. } => (Action::Sign, Kind::Prescription),
        Count(_) => (Action::Create, Kind::Stock),
        CorrectCount { .. } => (Action::Amend, Kind::Stock),
    }
}

fn of_clearance(command: &clearance::Command) -> (Action, Kind) {
    use clearance::Command::{Decide, MeetCondition};
    match command {
        Decide { .. } => (Action::Sign, Kind::Clearance),
        MeetCondition { .. } => (Action::Amend, Kind::Clearance),
    }
}

fn of_integration(command: &integration::Command) -> (Action, Kind) {
    use integration::Command::{
        AnswerCheckIn, ChoosePractice, FollowPractice, HoldSession, MapBody, OpenCheckIn, PutOffCheckIn,
        ResumeCheckIns, StopCheckIns, TakeBodyBack, TellZone, WriteThread,
    };
    match command {
        OpenCheckIn(_)
        | AnswerCheckIn { .. }
        | PutOffCheckIn(_)
        | StopCheckIns
        | ResumeCheckIns
        | TellZone { .. } => (Action::Create, Kind::Scale),
        ChoosePractice { .. }
        | FollowPractice { .. }
        | WriteThread { .. }
        | MapBody(_)
        | TakeBodyBack { .. }
        | HoldSession(_) => (Action::Create, Kind::Integration),
    }
}

fn of_scale(command: &scale::Command) -> (Action, Kind) {
    use scale::Command::{
        Administer, AssessRisk, Decline, Finish, KeepAnswers, Request, ReviewDeterioration, WithdrawRequest,
    };
    match command {
        Administer { .. } | KeepAnswers { .. } | Finish { .. } | Decline { .. } => {
            (Action::Create, Kind::Scale)
        }
        AssessRisk { .. } | Request { .. } => (Action::Create, Kind::Task),
        WithdrawRequest { .. } => (Action::Amend, Kind::Task),
        ReviewDeterioration { .. } => (Action::Sign, Kind::Clearance),
    }
}

fn of_link(command: &link::Command) -> (Action, Kind) {
    match command {
        link::Command::Issue { .. } => (Action::Create, Kind::Appointment),
        link::Command::Revoke { .. } => (Action::Amend, Kind::Appointment),
    }
}

/// Who signs as a prescriber answers for the medicine, and needs what a clearance needs.
fn signs(hat: Hat) -> (Action, Kind) {
    match hat {
        Hat::Therapist => (Action::Sign, Kind::ProgressNote),
        Hat::Prescriber => (Action::Sign, Kind::Clearance),
    }
}

fn of_review(command: &review::Command) -> (Action, Kind) {
    match command {
        review::Command::Sign { hat, .. } => signs(*hat),
        review::Command::Agree { .. } => (Action::Sign, Kind::Clearance),
    }
}

fn of_ending(command: &ending::Command) -> (Action, Kind) {
    match command {
        ending::Command::End { hat, .. } => signs(*hat),
        ending::Command::Reopen { .. } => (Action::Sign, Kind::ProgressNote),
    }
}

fn of_appointment(command: &appointment::Command) -> (Action, Kind) {
    use appointment::Command::{Book, Cancel, Move, SayWhether};
    match command {
        Book { .. } => (Action::Create, Kind::Appointment),
        Move { .. } | Cancel { .. } | SayWhether { .. } => (Action::Amend, Kind::Appointment),
    }
}

/// What is written stays: reading and taking back are facts beside it, and change none.
fn of_message(command: &message::Command) -> (Action, Kind) {
    use message::Command::{Answer, Ask, MarkRead, Settle, TakeBack, Write};
    match command {
        Write { .. } | Ask { .. } | Answer { .. } | MarkRead { .. } | Settle { .. } | TakeBack { .. } => {
            (Action::Create, Kind::Message)
        }
    }
}

fn of_psychotherapy_note(command: &psychotherapy_note::Command) -> (Action, Kind) {
    use psychotherapy_note::Command::{AddTo, Write};
    match command {
        Write { .. } => (Action::Create, Kind::PsychotherapyNotes),
        AddTo { .. } => (Action::Amend, Kind::PsychotherapyNotes),
    }
}

fn of_task(command: &task::Command) -> (Action, Kind) {
    use task::Command::{Ask, End, HandOn, Take};
    match command {
        Ask { .. } => (Action::Create, Kind::Task),
        Take { .. } | HandOn { .. } | End { .. } => (Action::Amend, Kind::Task),
    }
}

fn of_session(act: &Act) -> (Action, Kind) {
    match act {
        Act::Open { .. }
        | Act::ConfirmIdentity
        | Act::ReconcileMedicines { .. }
        | Act::AssessRisk { .. }
        | Act::AnswerDay(_)
        | Act::ConfirmEscort { .. }
        | Act::CheckKit { .. }
        | Act::AssignMonitor { .. }
        | Act::ReachPrescriber { .. }
        | Act::TakeVitals(_)
        | Act::DeferVitals { .. }
        | Act::AskRecheck { .. }
        | Act::EndHold { .. }
        | Act::NoticeOnset
        | Act::AskPass { .. }
        | Act::EnterPhase { .. }
        | Act::Chart { .. }
        | Act::SlowDown(_)
        | Act::StopEarly { .. }
        | Act::Note { .. }
        | Act::Tick { .. }
        | Act::ScoreAldrete(_)
        | Act::LeaveAgainstAdvice { .. }
        | Act::EndWithoutDose { .. } => (Action::Create, Kind::SessionChart),
        Act::Undo { .. } | Act::Correct { .. } | Act::TakeBackEnding { .. } | Act::AddAddendum { .. } => {
            (Action::Amend, Kind::SessionChart)
        }
        Act::Discharge { .. } | Act::Seal => (Action::Sign, Kind::SessionChart),
        Act::AttestConsent => (Action::Create, Kind::Consent),
        Act::AdministerDose { .. }
        | Act::AdministerBooster { .. }
        | Act::RecordDoseOutsideGate { .. }
        | Act::ConfirmDose { .. } => (Action::Create, Kind::Dose),
        Act::OverrideGate { .. } | Act::DeclinePass { .. } | Act::SignFollowUp { .. } => {
            (Action::Sign, Kind::Clearance)
        }
        Act::ReportAdverseEvent(_) => (Action::Create, Kind::AdverseEvent),
        Act::TakeBackDose { .. } => (Action::Amend, Kind::Dose),
        Act::TakeBackAdverseEvent { .. } | Act::FollowUpAdverseEvent { .. } => {
            (Action::Amend, Kind::AdverseEvent)
        }
        Act::Review { .. } => (Action::Sign, Kind::AdverseEvent),
    }
}

fn of_stock(command: &stock::Command) -> (Action, Kind) {
    use stock::Command::{Answer, Correct, Move, Receive, TakeInventory};
    match command {
        Receive(_) | Move(_) | TakeInventory(_) => (Action::Create, Kind::Stock),
        Correct { .. } | Answer { .. } => (Action::Amend, Kind::Stock),
    }
}

fn of_practice(command: &practice::Command) -> (Action, Kind) {
    use practice::Command::{
        AddPerson, BeginDraft, DiscardDraft, DraftFigures, Found, RefuseSignIn, SignDraft, SignIn,
        SignProtocol, StateHours,
    };
    match command {
        Found { .. } | AddPerson(_) => (Action::Create, Kind::People),
        SignIn { .. } | RefuseSignIn { .. } => (Action::Amend, Kind::People),
        SignProtocol(_) | SignDraft(_) => (Action::Sign, Kind::Protocol),
        BeginDraft { .. } => (Action::Create, Kind::Protocol),
        DraftFigures { .. } | DiscardDraft => (Action::Amend, Kind::Protocol),
        StateHours(_) => (Action::Amend, Kind::Schedule),
    }
}
