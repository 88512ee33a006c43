//! What a review looks at: everything the record holds of what the work did, and nothing left out.

use jiff::Timestamp;

use crate::case::Case;
use crate::event::Who;
use crate::id::SessionId;
use crate::integration::{Answer, Item};
use crate::medicine_session::Session;
use crate::scale::{SCALES, Scale, Told};

/// Of the client's newest words, how many a review shows; the pages they were written on hold all.
const WORDS_SHOWN: usize = 6;

/// What the work did, as far as the record knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seen {
    /// Every session in which something was taken, oldest first.
    pub sessions: Vec<SessionSeen>,
    /// How many of them were held since the course was last looked at.
    pub since_review: usize,
    /// Visits that ended and nothing was given.
    pub without_dose: usize,
    /// What lies between the baseline and the latest score, one for each scale that has both.
    pub scales: Vec<(&'static Scale, Told)>,
    /// Integration sessions that took place.
    pub integrations: usize,
    /// Check-ins that were answered.
    pub check_ins: usize,
    /// What the person wanted to come of it, at the first talk.
    pub goals: Option<String>,
    /// What they hoped to explore or transform, at the first talk.
    pub hopes: Option<String>,
    /// Their newest words in check-ins, newest first.
    pub words: Vec<(Timestamp, String)>,
    /// Their newest words along threads, newest first; for those who may read integration.
    pub along_threads: Vec<(Timestamp, String)>,
    /// What they chose to practise and follow still; for those who may read integration.
    pub practices: Vec<String>,
    /// Lozenges that ought to be out there, over all prescriptions that were counted.
    pub lozenges_left: Option<u32>,
}

/// One session, in short.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionSeen {
    /// Which.
    pub session: SessionId,
    /// The how manieth, from 1.
    pub number: usize,
    /// When the first dose was taken.
    pub at: Timestamp,
    /// All that was taken, in milligrams.
    pub total_mg: i64,
    /// How often they slowed down, once the chart is closed.
    pub slowed_down: Option<u32>,
    /// Adverse events: the term and the grade.
    pub adverse_events: Vec<(String, u8)>,
}

impl Seen {
    /// All that was taken, in milligrams.
    pub fn total_mg(&self) -> i64 {
        self.sessions.iter().map(|session| session.total_mg).sum()
    }

    /// The same for whoever sees of integration that they met, and not what was said.
    pub fn without_integration_words(self) -> Self {
        Self { along_threads: Vec::new(), practices: Vec::new(), ..self }
    }

    /// The gravest adverse event of all.
    pub fn gravest(&self) -> Option<u8> {
        let events = self.sessions.iter().flat_map(|session| &session.adverse_events);
        events.map(|(_, grade)| *grade).max()
    }
}

/// Reads from the record what a review looks at.
pub fn seen(case: &Case) -> Seen {
    let dosed = (1..).zip(case.sessions.dosed());
    let sessions = dosed.filter_map(|(number, (id, session))| of_session(number, id, session)).collect();
    let all = case.sessions.in_order();
    let undosed = all.iter().filter(|(_, session)| session.is_over() && session.first_dose_at().is_none());
    let scales = SCALES.into_iter().filter_map(|scale| Some((scale, case.scales.told(scale)?)));
    let left: Vec<u32> = case.prescriptions.all.iter().filter_map(|one| one.lozenges_left()).collect();
    let answered = case.integration.check_ins.values().filter(|kept| kept.answered_at.is_some());
    let followed = case.integration.practices.iter().filter(|one| one.is_followed());
    Seen {
        sessions,
        since_review: super::sessions_since(case),
        without_dose: undosed.count(),
        scales: scales.collect(),
        integrations: case.integration.sessions.len(),
        check_ins: answered.count(),
        goals: case.consultation.spoken.goals.clone(),
        hopes: case.consultation.spoken.hopes.clone(),
        words: check_in_words(case),
        along_threads: thread_words(case),
        practices: followed.map(|one| one.words.clone()).collect(),
        lozenges_left: (!left.is_empty()).then(|| left.into_iter().fold(0, u32::saturating_add)),
    }
}

fn of_session(number: usize, session: SessionId, facts: &Session) -> Option<SessionSeen> {
    let events = facts.adverse_events();
    let events = events.iter().map(|event| (event.report.term.clone(), event.report.grade));
    Some(SessionSeen {
        session,
        number,
        at: facts.first_dose_at()?,
        total_mg: facts.total_mg(),
        slowed_down: facts.sealed.as_ref().map(|sealed| sealed.summary.slowed_down),
        adverse_events: events.collect(),
    })
}

/// What the client wrote in check-ins.
fn check_in_words(case: &Case) -> Vec<(Timestamp, String)> {
    let written = case.integration.check_ins.values().filter_map(|kept| {
        match (kept.answered_at, kept.answers.get(&Item::Words)) {
            (Some(at), Some(Answer::Words { words })) => Some((at, words.clone())),
            _ => None,
        }
    });
    newest(written.collect())
}

/// What the client wrote along threads.
fn thread_words(case: &Case) -> Vec<(Timestamp, String)> {
    let theirs = case.integration.threads.values().flatten().filter(|entry| entry.by == Who::Client);
    newest(theirs.map(|entry| (entry.at, entry.words.clone())).collect())
}

fn newest(mut words: Vec<(Timestamp, String)>) -> Vec<(Timestamp, String)> {
    words.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    words.truncate(WORDS_SHOWN);
    words
}
