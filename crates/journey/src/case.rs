//! One client's case: everything folded that a decision may need.

use jiff::Timestamp;

use crate::event::{Event, Recorded, Who};
use crate::id::SessionId;
use crate::medicine_session::Fact;
use crate::medicine_session::session::FollowUpKind;
use crate::practice::Practice;
use crate::refusal::Refusal;
use crate::{
    appointment, care_team, clearance, consent, consultation, contact, ending, enquiry, history, integration,
    link, medicine_session, message, preparation, prescription, psychotherapy_note, review, scale, stock,
    task,
};

/// What has happened with one client, folded.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Case {
    /// How the person is called and reached.
    pub contact: contact::Contact,
    /// How the journey began.
    pub enquiry: enquiry::Enquiry,
    /// Who of the practice walks with this person.
    pub care_team: care_team::CareTeam,
    /// The consultation, and the client's own pace.
    pub consultation: consultation::Consultation,
    /// What is known of the person's health.
    pub history: history::History,
    /// What the client agrees to.
    pub consent: consent::Consent,
    /// What a session can lean on.
    pub preparation: preparation::Preparation,
    /// What may be given.
    pub prescriptions: prescription::Prescriptions,
    /// The prescriber's decisions.
    pub clearance: clearance::Clearance,
    /// The window after a dose, check-ins, integration sessions.
    pub integration: integration::Integration,
    /// Questionnaires, and the risk that answers show.
    pub scales: scale::Scales,
    /// Links made and ended.
    pub links: link::Links,
    /// How the care team looked at the work, and what it decided.
    pub reviews: review::Reviews,
    /// How the journey ended here, and the ways back.
    pub endings: ending::Endings,
    /// Who meets whom, and when.
    pub appointments: appointment::Appointments,
    /// What the client and those who care for them write to each other.
    pub messages: message::Messages,
    /// What waits for a person of the practice.
    pub tasks: task::Tasks,
    /// The medicine sessions, as the journey knows them.
    pub sessions: medicine_session::Sessions,
    /// The chart of the one session whose stream was folded in, if one was.
    pub chart: Option<medicine_session::Chart>,
    /// The psychotherapy notes of the one author whose stream was folded in, if one was.
    pub notes: Option<psychotherapy_note::Notes>,
}

/// What somebody asks to be done about one client.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// About the beginning of the journey.
    Enquiry(enquiry::Command),
    /// About who of the practice walks with the person.
    CareTeam(care_team::Command),
    /// About the consultation and the client's pace.
    Consultation(consultation::Command),
    /// About what is known of the person's health.
    History(history::Command),
    /// About what the client agrees to.
    Consent(consent::Command),
    /// About what a session can lean on.
    Preparation(preparation::Command),
    /// About what may be given.
    Prescription(prescription::Command),
    /// About the prescriber's decision.
    Clearance(clearance::Command),
    /// About the window after a dose, check-ins, integration sessions.
    Integration(integration::Command),
    /// About questionnaires, and the risk that answers show.
    Scale(scale::Command),
    /// About links.
    Link(link::Command),
    /// About how the care team looks at the work, and what it decides.
    Review(review::Command),
    /// About how the journey ends here, and the way back.
    Ending(ending::Command),
    /// About what waits for a person of the practice.
    Task(task::Command),
    /// About who meets whom, and when.
    Appointment(appointment::Command),
    /// About what the client and those who care for them write to each other.
    Message(message::Command),
    /// About what a therapist keeps of a conversation for themselves.
    PsychotherapyNote(psychotherapy_note::Command),
    /// About a medicine session.
    MedicineSession(medicine_session::Command),
}

impl Command {
    /// The session whose own stream has to be folded into the case before this is decided.
    pub fn session(&self) -> Option<SessionId> {
        match self {
            Self::MedicineSession(command) => Some(command.session),
            _ => None,
        }
    }

    /// Whether the practice's stock has to be folded before this is decided.
    pub fn reaches_stock(&self) -> bool {
        use prescription::Command::{CorrectCount, Count, Prescribe, ReviewCount, Revoke};
        match self {
            Self::Prescription(Count(_) | CorrectCount { .. } | ReviewCount { .. }) => true,
            Self::Prescription(Prescribe { .. } | Revoke { .. }) => false,
            _ => false,
        }
    }
}

/// The circumstances under which a command is decided: all of time and place it may use.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// The server's time.
    pub now: Timestamp,
    /// When the act was done, as claimed; never after `now`.
    pub occurred_at: Timestamp,
    /// Who acts.
    pub by: Who,
    /// The practice in which it is done.
    pub practice: &'a Practice,
    /// Its stock, where the command reaches into it.
    pub stock: Option<stock::Reached<'a>>,
}

/// Decides a command: the facts that follow, or why not.
///
/// # Errors
/// A [`Refusal`] yields no event.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<Event>, Refusal> {
    let mut events = match command {
        Command::Enquiry(command) => enquiry::decide(case, command, at),
        Command::CareTeam(command) => care_team::decide(case, command, at),
        Command::Consultation(command) => consultation::decide(case, command, at),
        Command::History(command) => history::decide(case, command, at),
        Command::Consent(command) => consent::decide(case, command, at),
        Command::Preparation(command) => preparation::decide(case, command, at),
        Command::Prescription(command) => prescription::decide(case, command, at),
        Command::MedicineSession(command) => medicine_session::decide(case, command, at),
        Command::Clearance(command) => clearance::decide(case, command, at),
        Command::Integration(command) => integration::decide(case, command, at),
        Command::Scale(command) => scale::decide(case, command, at),
        Command::Link(command) => link::decide(case, command, at),
        Command::Review(command) => review::decide(case, command, at),
        Command::Ending(command) => ending::decide(case, command, at),
        Command::Task(command) => task::decide(case, command, at),
        Command::Appointment(command) => appointment::decide(case, command, at),
        Command::Message(command) => message::decide(case, command, at),
        Command::PsychotherapyNote(command) => psychotherapy_note::decide(case, command, at),
    }?;
    events.extend(integration::following(case, &events, at));
    events.extend(task::following(case, &events, at));
    events.extend(review::following(case, &events, at));
    events.extend(clearance::following(case, &events, at));
    Ok(events)
}

impl Case {
    /// Takes one more fact in; never fails, also on what should not have happened.
    pub fn evolve(&mut self, recorded: &Recorded) {
        match &recorded.body {
            Event::Contact(event) => self.contact.evolve(event),
            Event::Enquiry(event) => self.enquiry.evolve(event, recorded),
            Event::CareTeam(event) => self.care_team.evolve(event),
            Event::Consultation(event) => self.consultation.evolve(event, recorded),
            Event::History(event) => self.history.evolve(event, recorded),
            Event::Consent(event) => self.consent.evolve(event, recorded),
            Event::Preparation(event) => self.preparation.evolve(event, recorded),
            Event::Prescription(event) => self.prescriptions.evolve(event, recorded),
            Event::Clearance(event) => self.clearance.evolve(event, recorded),
            Event::Integration(event) => self.integration.evolve(event, recorded),
            Event::Scale(event) => self.scales.evolve(event, recorded),
            Event::Link(event) => self.links.evolve(event, recorded),
            Event::MedicineSession(event) => self.evolve_session(event, recorded),
            Event::Review(event) => self.reviews.evolve(event, recorded),
            Event::Ending(event) => self.evolve_ending(event, recorded),
            Event::SessionChart(event) => self.evolve_chart(event, recorded),
            Event::Appointment(event) => self.appointments.evolve(event, recorded),
            Event::Message(event) => self.messages.evolve(event, recorded),
            Event::PsychotherapyNote(event) => self.evolve_notes(event, recorded),
            Event::Task(_) | Event::Access(_) | Event::Practice(_) | Event::Staff(_) | Event::Stock(_) => {}
        }
        task::follow(self, recorded);
    }

    /// A dose counts its lozenges; a look back at the course as a whole is a review of it as well.
    fn evolve_session(&mut self, event: &medicine_session::session::Event, recorded: &Recorded) {
        self.sessions.evolve(event, recorded);
        self.prescriptions.follow_session(event, recorded);
        if let Fact::FollowUpSigned { kind: FollowUpKind::Course, .. } = event.fact {
            self.reviews.looked_back();
        }
    }

    /// Whoever comes back has lived on: what was decided before is decided anew.
    fn evolve_ending(&mut self, event: &ending::Event, recorded: &Recorded) {
        self.endings.evolve(event, recorded);
        if let ending::Event::JourneyReopened { .. } = event {
            self.reviews.begin_anew();
            self.consultation.not_yet = None;
            self.history.revision += 1;
        }
    }

    /// Folds into the chart of that session; a chart of another one makes way.
    fn evolve_chart(&mut self, event: &medicine_session::chart::Event, recorded: &Recorded) {
        let chart = self.chart.take().filter(|chart| chart.session == event.session);
        let mut chart = chart.unwrap_or_else(|| medicine_session::Chart::of(event.session));
        chart.evolve(&event.charted, recorded);
        self.chart = Some(chart);
    }

    /// Folds into the notes of that author; those of another one make way.
    fn evolve_notes(&mut self, event: &psychotherapy_note::Event, recorded: &Recorded) {
        let kept = self.notes.take().filter(|notes| notes.author == event.author());
        let mut notes = kept.unwrap_or_else(|| psychotherapy_note::Notes::of(event.author()));
        notes.evolve(event, recorded);
        self.notes = Some(notes);
    }

    /// The session that is not sealed yet: its own stream is the one to fold in.
    pub fn open_session(&self) -> Option<SessionId> {
        self.sessions.open()
    }

    /// The chart of one session, if it is the one that was folded in.
    pub fn chart_of(&self, session: SessionId) -> Option<&medicine_session::Chart> {
        self.chart.as_ref().filter(|chart| chart.session == session)
    }

    /// Whether a dose was taken in a visit that has not ended.
    pub fn under_the_medicine(&self) -> bool {
        let sessions = self.sessions.dosed();
        sessions.iter().any(|(_, session)| !session.is_over())
    }

    /// Folds a whole history.
    pub fn folded<'a>(history: impl IntoIterator<Item = &'a Recorded>) -> Self {
        let mut case = Self::default();
        for recorded in history {
            case.evolve(recorded);
        }
        case
    }
}

#[cfg(test)]
mod tests;
