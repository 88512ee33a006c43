//! What the room shows: read out of the case once, and narrowed to who looks.

use std::collections::BTreeMap;

use jiff::Timestamp;
use journey::consent::Touch;
use journey::gate::{ConditionId, Gate};
use journey::medicine_session::chart::{Chart, Charted, Entry};
use journey::medicine_session::day::Day;
use journey::medicine_session::discharge::{self, Leaving, Missing};
use journey::medicine_session::dose::Dose;
use journey::medicine_session::phase::{self, Phase};
use journey::medicine_session::session::{Asked, Ending};
use journey::medicine_session::timeline::{self, Line, Shown};
use journey::medicine_session::vitals::{self, Assessment, Vitals};
use journey::medicine_session::vitals_due::{self, DueSet};
use journey::medicine_session::{Session, gate_input};
use journey::preparation::{AnchorKind, Companion, Hardship};
use journey::prescription::Envelope;
use journey::protocol::{DoseTier, Level, Protocol, Range};
use journey::staff::{Role, Status};
use journey::{Case, EventId, Practice, SessionId, StaffId, Who};

use super::emergency::Emergency;
use super::given;

/// What the reader may do here; everything else is not drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct May {
    /// Chart, and take vital signs.
    pub chart: bool,
    /// Take back and put right what was charted.
    pub amend: bool,
    /// Give a dose.
    pub dose: bool,
    /// Witness the client's yes to the consent.
    pub attest: bool,
    /// Pass a condition of the gate.
    pub pass: bool,
    /// Let the client go home, and seal.
    pub sign: bool,
    /// Report something unwanted.
    pub report: bool,
    /// See what the record holds beside the chart: what stands behind the clearance and the risk.
    pub record: bool,
}

impl May {
    /// A therapist's leave.
    pub const THERAPIST: May = May {
        chart: true,
        amend: true,
        dose: true,
        attest: true,
        pass: false,
        sign: true,
        report: true,
        record: true,
    };
    /// The leave of somebody who watches the vital signs.
    pub const MONITOR: May = May { dose: false, attest: false, sign: false, record: false, ..May::THERAPIST };
}

/// Whose room is looked into, by whom, and when.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The client's id.
    pub client: &'a str,
    /// The name they go by.
    pub name: &'a str,
    /// Which session.
    pub session: SessionId,
    /// What has happened.
    pub case: &'a Case,
    /// The practice.
    pub practice: &'a Practice,
    /// What the reader may do.
    pub may: May,
    /// Who looks.
    pub reader: Option<StaffId>,
    /// When.
    pub now: Timestamp,
}

/// The card from the preparation, as it lies on the spine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// What the client turns towards.
    pub intentions: Vec<String>,
    /// Agreed signs, each with its meaning.
    pub signals: Vec<(String, String)>,
    /// What to come back to.
    pub anchors: Vec<(AnchorKind, String)>,
    /// What helps when something hard comes.
    pub helps: Vec<(Hardship, String)>,
    /// Where touch is welcome.
    pub touch: Touch,
}

/// The latest vital signs, and what they mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Watched {
    /// When they were taken.
    pub at: Timestamp,
    /// What they mean.
    pub assessment: Assessment,
    /// Whether somebody has charted since that the prescriber was called.
    pub called: bool,
    /// When to measure again, as somebody agreed since.
    pub again_at: Option<Timestamp>,
}

/// Something that was taken back; it stays to be seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Struck {
    /// When it had happened.
    pub at: Timestamp,
    /// What it said.
    pub charted: Charted,
}

/// The room at one moment.
#[derive(Clone, Debug)]
pub struct Room {
    /// The client's id.
    pub client: String,
    /// The session's id.
    pub session: String,
    /// The panel that lies open; none is the one that the state asks for.
    pub open: Option<&'static str>,
    /// Who looks, so that a tablet keeps apart what two people charted on it.
    pub reader: String,
    /// How they are called, and their address at sign-in: by it they come back when they were signed out.
    pub reader_name: String,
    /// See `reader_name`.
    pub email: String,
    /// First name and initial.
    pub name: String,
    /// First name.
    pub first_name: String,
    /// What the reader may do.
    pub may: May,
    /// Changes whenever something has happened, and every minute.
    pub revision: String,
    /// When this is.
    pub now: Timestamp,
    /// When the client arrived.
    pub opened_at: Option<Timestamp>,
    /// The doses, in the order of time.
    pub doses: Vec<Dose>,
    /// Where the session is.
    pub phase: Phase,
    /// Every change of phase.
    pub phases: Vec<(Timestamp, Phase)>,
    /// The depth that is prescribed.
    pub tier: DoseTier,
    /// What may be given.
    pub envelope: Option<Envelope>,
    /// Everything that stands, along the time.
    pub lines: Vec<Line>,
    /// What corrected entries said first.
    pub first_readings: BTreeMap<EventId, Struck>,
    /// What was taken back.
    pub struck: Vec<Struck>,
    /// The newest entry of the reader's own that stands.
    pub own_last: Option<Line>,
    /// The signs before the dose.
    pub before: Vitals,
    /// The latest of each sign.
    pub latest: Vitals,
    /// What the latest set means.
    pub watched: Option<Watched>,
    /// The set that is due next.
    pub due: Option<DueSet>,
    /// Minutes from the dose at which sets are still ahead.
    pub ahead: Vec<i64>,
    /// Whether the pressure that is due may be left out.
    pub may_defer: bool,
    /// The figures that count.
    pub protocol: Option<Protocol>,
    /// The protocol's number, and who signed it.
    pub signed: Option<(u32, String)>,
    /// What prescribers were asked to pass in this session, oldest first.
    pub asked: Vec<Asked>,
    /// Who can be asked: the prescribers who walk along.
    pub prescribers: Vec<(StaffId, String)>,
    /// Whether one person of the practice walks along, and nobody else could open the record.
    pub walks_alone: bool,
    /// The dose gate, while no dose was taken.
    pub gate: Option<Gate>,
    /// The most that may be given at once today, where that is less than what is prescribed.
    pub less_mg: Option<i64>,
    /// The booster's list, once a dose was taken and one is prescribed.
    pub booster: Option<Gate>,
    /// The checks of the day.
    pub day: Day,
    /// When the client said yes again, today.
    pub attested_at: Option<Timestamp>,
    /// The card from the preparation.
    pub card: Card,
    /// Who was named to take them home.
    pub escort: Option<String>,
    /// Doses that were said to be given without leave, until somebody says whether they were.
    pub in_question: Vec<Dose>,
    /// Whether it is drawn ahead of a dose: then its hour and amount are not known.
    pub is_ahead: bool,
    /// The room once the lozenge is given, while the gate authorises it.
    pub given: Option<Box<Room>>,
    /// What was ticked and scored.
    pub leaving: Leaving,
    /// What still keeps them here.
    pub missing: Vec<Missing>,
    /// The earliest moment to leave.
    pub ready_at: Option<Timestamp>,
    /// How it ended, once it has.
    pub ending: Option<Ending>,
    /// How many earlier sessions first effects were learned from, and their minutes.
    pub learned: Option<Range>,
    /// Who can watch the vital signs.
    pub watchers: Vec<(StaffId, String)>,
    /// What an ambulance asks.
    pub emergency: Emergency,
    /// Names of those who charted.
    pub names: BTreeMap<StaffId, String>,
}

/// Where the room is, as its layout follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No dose was taken: the gate.
    Before,
    /// A dose was taken: the chart.
    During,
    /// Coming to an end: what is still missing.
    Closing,
    /// The client has left, and the chart is open.
    Over,
}

impl State {
    /// Value in `data-state`.
    pub fn name(self) -> &'static str {
        match self {
            State::Before => "before",
            State::During => "during",
            State::Closing => "closing",
            State::Over => "over",
        }
    }
}

impl Room {
    /// Reads the room out of a case; none when there is no such session.
    pub fn of(look: &Look<'_>) -> Option<Room> {
        let session = look.case.sessions.get(look.session)?;
        let chart = look.case.chart_of(look.session);
        let standing = chart.map(|chart| chart.standing_at(look.now)).unwrap_or_default();
        let signed = look.practice.protocol_in_force(look.now);
        let protocol = signed.map(|signed| &signed.protocol);
        let sets = protocol
            .map(|protocol| vitals_due::vitals_due(session, &standing, protocol, look.now))
            .unwrap_or_default();
        let leaving = Leaving::of(session, &standing);
        let reader = look.reader.and_then(|staff| look.practice.people.get(&staff));
        let name_of = |staff: &StaffId| look.practice.people.get(staff).map(|member| member.name.clone());
        let lines = narrowed(timeline::timeline(session, chart), look.may);
        let before = vitals::before_dose(&standing, session.first_dose_at());
        let today = look.practice.date_at(session.opened_at.unwrap_or(look.now));
        let envelope = look.case.prescriptions.in_force_on(today).map(|one| one.envelope.clone());
        let dosed = session.first_dose_at().is_some();
        let gate = gate(look, session, envelope.as_ref());
        let preparation = &look.case.preparation;
        let mut names = look.name.split_whitespace();
        let first_name = names.next().unwrap_or_default().to_owned();
        let initial = names.next_back().and_then(|last| last.chars().next());
        let mut room = Room {
            given: None,
            is_ahead: false,
            in_question: session.doses_in_question().into_iter().cloned().collect(),
            client: look.client.to_owned(),
            session: look.session.to_string(),
            open: None,
            reader: look.reader.map(|staff| staff.to_string()).unwrap_or_default(),
            reader_name: reader.map(|member| member.name.clone()).unwrap_or_default(),
            email: reader.map(|member| member.email.clone()).unwrap_or_default(),
            name: initial.map_or_else(|| first_name.clone(), |initial| format!("{first_name} {initial}.")),
            first_name,
            may: look.may,
            revision: revision(look, session, chart),
            now: look.now,
            opened_at: session.opened_at,
            doses: session.doses().into_iter().cloned().collect(),
            phase: phase::phase_at(session, chart, look.now),
            phases: phase::phases(session, chart),
            tier: envelope.as_ref().map_or(DoseTier::Psycholytic, |envelope| envelope.tier),
            own_last: own_last(&lines, look.reader),
            first_readings: first_readings(chart, &lines, look.may),
            struck: struck(chart, look.may),
            watched: protocol.and_then(|protocol| watched(&standing, &before, protocol, look.now)),
            latest: latest(&standing),
            due: vitals_due::next_due(&sets).filter(|_| !session.is_over()).cloned(),
            ahead: ahead(protocol, session, look.now),
            may_defer: protocol.is_some_and(|protocol| vitals_due::may_defer(&sets, protocol)),
            signed: signed.map(|signed| (signed.number, name_of(&signed.signed_by).unwrap_or_default())),
            less_mg: gate.as_ref().and_then(|(_, less_mg)| *less_mg),
            gate: gate.map(|(gate, _)| gate),
            asked: session.asked.clone(),
            prescribers: prescribers(look),
            walks_alone: look.case.care_team.people.len() == 1,
            booster: gate_input::booster_now(
                look.case,
                look.session,
                look.practice,
                look.now,
                envelope.as_ref().and_then(|one| one.booster).map(|booster| i64::from(booster.mg)),
            )
            .ok()
            .filter(|_| dosed && envelope.as_ref().is_some_and(|envelope| envelope.booster.is_some())),
            day: narrowed_day(Day::of(&standing), look.may),
            attested_at: look
                .case
                .consent
                .attested_at
                .filter(|at| session.opened_at.is_some_and(|opened| *at >= opened)),
            card: Card {
                intentions: preparation.intentions().map(str::to_owned).collect(),
                signals: preparation.signals().map(|(a, b)| (a.to_owned(), b.to_owned())).collect(),
                anchors: preparation.anchors().map(|(kind, words)| (kind, words.to_owned())).collect(),
                helps: preparation.helps().map(|(when, words)| (when, words.to_owned())).collect(),
                touch: look.case.consent.touch.clone(),
            },
            escort: preparation.companions.get(&Companion::Escort).map(|person| person.name.clone()),
            missing: protocol
                .map(|protocol| discharge::missing(session, &standing, &leaving, protocol, look.now))
                .unwrap_or_default(),
            ready_at: protocol.and_then(|protocol| discharge::ready_at(session, protocol)),
            leaving,
            ending: session.ending.clone().filter(|_| session.is_over()),
            learned: phase::learned_onset(&look.case.sessions),
            watchers: watchers(look.practice),
            names: look.practice.people.iter().map(|(id, member)| (*id, member.name.clone())).collect(),
            emergency: Emergency::of(look.name, look.case, look.practice, session, look.may.record),
            protocol: protocol.cloned(),
            before,
            envelope,
            lines,
        };
        room.given = given::ahead_of(look, &room);
        Some(room)
    }

    /// Whether somebody waits at the gate for a prescriber's answer.
    pub fn waits_for_an_answer(&self) -> bool {
        self.gate.is_some() && self.asked.iter().any(|one| one.answer.is_none())
    }

    /// Whether the reader is asked if a dose that was said to be given was taken.
    pub fn asks_about_a_dose(&self) -> bool {
        self.may.dose && !self.in_question.is_empty()
    }

    /// Where the room is.
    pub fn state(&self) -> State {
        if self.ending.is_some() {
            State::Over
        } else if self.doses.is_empty() {
            State::Before
        } else if self.phase == Phase::Closing {
            State::Closing
        } else {
            State::During
        }
    }

    /// When the first dose was taken.
    pub fn dosed_at(&self) -> Option<Timestamp> {
        self.doses.first().map(|dose| dose.given_at)
    }

    /// Minutes from the first dose to an instant.
    pub fn minute(&self, at: Timestamp) -> Option<i64> {
        self.dosed_at().map(|dosed| at.duration_since(dosed).as_mins())
    }

    /// Whether the latest set asks for a look, or for a hand.
    pub fn concern(&self) -> Option<&Watched> {
        self.watched.as_ref().filter(|one| one.assessment.level > Level::InBand && self.ending.is_none())
    }

    /// The name of whoever did something.
    pub fn who(&self, by: Option<Who>) -> Option<&str> {
        match by {
            Some(Who::Staff { staff }) => self.names.get(&staff).map(String::as_str),
            _ => None,
        }
    }

    /// A charted line of that word, the latest first.
    pub fn last_charted(&self, code: &str) -> Option<&Line> {
        self.lines.iter().rev().find(|line| match &line.shown {
            Shown::Charted(Charted::EntryCharted(entry)) => entry.code.as_deref() == Some(code),
            _ => false,
        })
    }

    /// When the work was stopped early, if it was.
    pub fn stopped_at(&self) -> Option<Timestamp> {
        let stopped = |line: &&Line| matches!(line.shown, Shown::Charted(Charted::StoppedEarly { .. }));
        self.lines.iter().find(stopped).map(|line| line.at)
    }

    /// Whether something was first noticed since the dose.
    pub fn onset_noticed(&self) -> bool {
        self.lines.iter().any(|line| line.shown == Shown::Charted(Charted::OnsetNoticed))
    }

    /// Whether the hold has ended.
    pub fn hold_ended(&self) -> bool {
        self.lines.iter().any(|line| matches!(line.shown, Shown::Charted(Charted::HoldEnded { .. })))
    }
}

/// The gate before the dose, for the most that is prescribed at once; where figures allow less
/// today, for that, so that a smaller dose does not find a closed gate.
fn gate(look: &Look<'_>, session: &Session, envelope: Option<&Envelope>) -> Option<(Gate, Option<i64>)> {
    if session.first_dose_at().is_some() || session.is_over() {
        return None;
    }
    let decided =
        |dose_mg| gate_input::gate_now(look.case, look.session, look.practice, look.now, dose_mg).ok();
    let planned = envelope.map(Envelope::planned_mg);
    let gate = decided(planned)?;
    match planned.and_then(|planned| gate.less_mg(planned)) {
        Some(less) => Some((decided(Some(less))?, Some(less))),
        None => Some((gate, None)),
    }
}

/// Whether a condition of the gate is drawn from more than the chart and the day.
pub fn is_of_the_record(id: ConditionId) -> bool {
    use ConditionId::{G3, G4, G5, G8, G11, G16};
    matches!(id, G3 | G4 | G5 | G8 | G11 | G16)
}

/// Who watches sees the chart, and not the words of what was talked through.
fn narrowed(mut lines: Vec<Line>, may: May) -> Vec<Line> {
    if !may.record {
        for line in &mut lines {
            if let Shown::Charted(charted) = &mut line.shown {
                silence(charted);
            }
        }
    }
    lines
}

fn silence(charted: &mut Charted) {
    match charted {
        Charted::RiskAssessed { words, .. } => *words = None,
        Charted::MedicinesReconciled { changes } => *changes = None,
        _ => {}
    }
}

fn narrowed_day(day: Day, may: May) -> Day {
    if may.record { day } else { Day { medicines_changes: None, ..day } }
}

fn own_last(lines: &[Line], reader: Option<StaffId>) -> Option<Line> {
    let mine = |line: &&Line| line.by.is_some_and(|by| Some(by) == reader.map(|staff| Who::Staff { staff }));
    let charted = |line: &&Line| matches!(line.shown, Shown::Charted(_)) && line.id.is_some();
    lines.iter().filter(mine).filter(charted).max_by_key(|line| (line.recorded_at, line.id)).cloned()
}

fn struck(chart: Option<&Chart>, may: May) -> Vec<Struck> {
    let Some(chart) = chart else { return Vec::new() };
    let record = chart.record();
    let marks: Vec<EventId> = record
        .iter()
        .filter_map(|entry| match &entry.charted {
            Charted::EnteredInError { event, .. } => Some(*event),
            _ => None,
        })
        .collect();
    let taken_back = record.into_iter().filter(|entry| marks.contains(&entry.id));
    taken_back
        .filter(|entry| !entry.charted.is_about_another())
        .map(|entry| {
            let mut charted = entry.charted.clone();
            if !may.record {
                silence(&mut charted);
            }
            Struck { at: entry.occurred_at, charted }
        })
        .collect()
}

fn first_readings(chart: Option<&Chart>, lines: &[Line], may: May) -> BTreeMap<EventId, Struck> {
    let corrected = lines.iter().filter(|line| line.corrected).filter_map(|line| line.id);
    let corrected: Vec<EventId> = corrected.collect();
    let record = chart.map(Chart::record).unwrap_or_default();
    let first = record.into_iter().filter(|entry| corrected.contains(&entry.id));
    first
        .map(|entry| {
            let mut charted = entry.charted.clone();
            if !may.record {
                silence(&mut charted);
            }
            (entry.id, Struck { at: entry.occurred_at, charted })
        })
        .collect()
}

fn latest(standing: &[Entry]) -> Vitals {
    vitals::before_dose(standing, None)
}

fn watched(standing: &[Entry], before: &Vitals, protocol: &Protocol, now: Timestamp) -> Option<Watched> {
    let (at, set) = vitals::sets(standing).last()?;
    let called = standing.iter().any(|entry| {
        let word = match &entry.charted {
            Charted::EntryCharted(entry) => entry.code.as_deref(),
            _ => None,
        };
        entry.occurred_at >= at && word == Some("prescriber-called")
    });
    let again_at = vitals_due::recheck_asked(standing, at, now);
    Some(Watched { at, assessment: vitals::assess(set, before, &protocol.bands), called, again_at })
}

fn ahead(protocol: Option<&Protocol>, session: &Session, now: Timestamp) -> Vec<i64> {
    let Some(minute) = session.since_first_dose(now).map(|since| since.as_mins()) else { return Vec::new() };
    let slots = protocol.map(|protocol| protocol.vitals.schedule.value.as_slice()).unwrap_or_default();
    slots.iter().map(|slot| slot.minute).filter(|slot| *slot > minute).collect()
}

fn watchers(practice: &Practice) -> Vec<(StaffId, String)> {
    let can = [Role::Monitor, Role::Therapist, Role::Prescriber];
    let active = practice.people.iter().filter(|(_, member)| member.status == Status::Active);
    active
        .filter(|(_, member)| can.iter().any(|role| member.roles.contains(role)))
        .map(|(staff, member)| (*staff, member.name.clone()))
        .collect()
}

/// The prescribers who walk along.
fn prescribers(look: &Look<'_>) -> Vec<(StaffId, String)> {
    let active = look.practice.people.iter().filter(|(_, member)| member.status == Status::Active);
    active
        .filter(|(staff, _)| look.case.care_team.people.contains(staff))
        .filter(|(_, member)| member.roles.contains(&Role::Prescriber))
        .map(|(staff, member)| (*staff, member.name.clone()))
        .collect()
}

/// Counts what has happened, and the minute, so that a tablet asks for no page that it has.
fn revision(look: &Look<'_>, session: &Session, chart: Option<&Chart>) -> String {
    let charted = chart.map_or(0, Chart::events);
    let doses = session.doses().len() + session.adverse_events().len() + session.passed.len();
    let ended = usize::from(session.is_over()) + usize::from(session.sealed.is_some());
    let attested = look.case.consent.attested_at.map_or(0, |at| at.as_second() % 86_400);
    let struck = session.open_incidents().len() + session.doses_in_question().len();
    let minute = look.now.as_second() / 60;
    let asked = session.asked.len() + session.asked.iter().filter(|one| one.answer.is_some()).count();
    format!("{charted}.{doses}.{ended}.{attested}.{struck}.{asked}.{minute}")
}
