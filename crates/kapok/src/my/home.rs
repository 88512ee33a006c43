//! The client's own first page.

use axum::extract::Query;
use axum::response::Html;
use jiff::Timestamp;
use journey::appointment::Booking;
use journey::enquiry::Standing;
use journey::integration::{WindowState, windows};
use journey::scale::SCALES;
use journey::staff::Role;
use journey::task::{Kind, Owner, due_at};
use journey::{Case, consent};
use pages::hours::Told;
use pages::my::home::{Asked, CheckIn, Home, Intake, Letters, Meets, Next, Waiting, With};
use pages::practice::measures::courses::Course;
use permit::Kind as Thing;

use super::check_in::{answered, items, open_now, opens_next};
use super::messages::{answered_by, new_from};
use super::{at_home, care_team, frame};
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::practice::{PathTold, courses};
use crate::sign_in::shown_role;

/// Appointments that the page shows, the next one first.
const MEETS_SHOWN: usize = 6;

/// What is next, and who is with them.
pub(super) async fn get(visit: Visit, Query(asked): Query<PathTold>) -> Result<Html<String>, Failure> {
    let client = at_home(&visit)?;
    let case = visit.read(client, Thing::Preparation).await?;
    // Name and appointments lie apart from the record.
    let identity = visit.read(client, Thing::Identity).await?;
    let name = identity.contact.name().map(str::to_owned);
    let home = home(&visit, &case, &identity, asked.year());
    Ok(shown(pages::my::home::page(&frame(&visit, name.as_deref()), &home)))
}

fn home(visit: &Visit, case: &Case, identity: &Case, year: Option<i16>) -> Home {
    let now = visit.now;
    let (intake, consent, check_in) = (intake(case), waiting(&case.consent), check_in(visit, case));
    let scales = scales(case);
    let letters = letters(visit, case);
    let windows = windows(case);
    let open = windows.last().filter(|(_, window)| window.state(now) != WindowState::Over);
    Home {
        told: told(visit, case),
        meets: identity.appointments.ahead(now).take(MEETS_SHOWN).map(|one| meets(visit, one)).collect(),
        next: match letters {
            Letters::New(_) => Next::Message,
            Letters::Quiet | Letters::Waits(_) => {
                next(case, intake, consent, check_in, !scales.is_empty(), now)
            }
        },
        messages: letters,
        with: team(visit, case),
        prepares: prepares(case, consent),
        window_since: open.map(|(_, window)| window.opened_at),
        intake,
        consent,
        check_in,
        reviewed: super::review::to_read(case),
        asks: (case.consultation.open_questions().count(), case.consultation.not_yet.is_some()),
        scales,
        intentions: case.preparation.intentions().map(str::to_owned).collect(),
        practices: {
            let practices = case.integration.practices.iter().filter(|one| one.is_followed());
            practices.map(|one| one.words.clone()).collect()
        },
        path: journey::path::path(case, now, &visit.frame().zone),
        year,
        courses: own_courses(case, visit),
    }
}

/// Who is with them, by name and by what they do.
pub(super) fn team(visit: &Visit, case: &Case) -> Vec<With> {
    let shown = care_team(visit, case).map(|member| With {
        name: member.name.clone(),
        role: shown_role(member.roles.first().copied().unwrap_or(Role::Therapist)),
    });
    shown.collect()
}

/// Whether a day with the medicine may come: something is arranged for it, or the consent is on its way.
fn prepares(case: &Case, consent: Waiting) -> bool {
    let preparation = &case.preparation;
    let begun = !preparation.entries.is_empty() || !preparation.companions.is_empty();
    match consent {
        Waiting::TakenBack => false,
        Waiting::Waits | Waiting::Signed { .. } => true,
        Waiting::Nothing => begun,
    }
}

/// What somebody wrote comes first, then what waits for an answer.
fn letters(visit: &Visit, case: &Case) -> Letters {
    let new = new_from(visit, case);
    if !new.is_empty() {
        Letters::New(new)
    } else if case.messages.waiting().next().is_some() {
        Letters::Waits(answered_by(visit, case))
    } else {
        Letters::Quiet
    }
}

fn meets(visit: &Visit, next: &Booking) -> Meets {
    let people = &visit.practice().people;
    Meets {
        kind: next.kind,
        starts_at: next.starts_at,
        with: next.with.iter().filter_map(|staff| people.get(staff)).map(|one| one.name.clone()).collect(),
        place: next.place.clone(),
    }
}

/// The newest answer that nobody has taken, else the newest that somebody has.
fn told(visit: &Visit, case: &Case) -> Option<Told> {
    let practice = visit.practice();
    let open = case.tasks.open().filter(|task| task.kind == Kind::RiskAnswer);
    let newest = open.max_by_key(|task| (task.owners.is_empty(), task.opened_at))?;
    let promised = practice.hours_at(newest.opened_at).and(practice.protocol_in_force(newest.opened_at));
    let named = |owner: Owner| Some((practice.people.get(&owner.staff)?.name.clone(), owner.since));
    Some(Told {
        given_at: newest.happened_at,
        by: promised.map(|_| due_at(newest.kind, newest.opened_at, practice)),
        taken: newest.owner().and_then(named),
    })
}

/// What their own answers say; a screen has no course.
fn own_courses(case: &Case, visit: &Visit) -> Vec<Course> {
    let all = courses(case, visit.now, &visit.frame().zone, |_| None);
    all.into_iter().filter(|one| one.scale.reliable_change.is_some() && one.latest().is_some()).collect()
}

/// What the practice asked for, and what was begun.
fn scales(case: &Case) -> Vec<Asked> {
    let waits = SCALES.into_iter().map(|scale| {
        let begun = case.scales.drafts.contains_key(scale.id);
        (Asked { scale, begun }, begun || case.scales.request(scale.id).is_some())
    });
    waits.filter_map(|(asked, waits)| waits.then_some(asked)).collect()
}

/// The intake is asked for once the practice said yes to meeting.
fn intake(case: &Case) -> Option<Intake> {
    let intake = &case.history.intake;
    if intake.is_done() {
        return Some(Intake::Done);
    }
    let asked = case.enquiry.standing == Standing::Invited;
    let open = Intake::Open { closed: intake.closed() };
    asked.then(|| if intake.stopped_at.is_some() { Intake::Stopped } else { open })
}

fn waiting(consent: &consent::Consent) -> Waiting {
    match (&consent.offered, &consent.signed) {
        (Some(_), _) => Waiting::Waits,
        (None, Some(_)) if consent.withdrawn_at.is_some() => Waiting::TakenBack,
        (None, Some(signed)) => Waiting::Signed { at: signed.signed_at },
        (None, None) => Waiting::Nothing,
    }
}

fn check_in(visit: &Visit, case: &Case) -> CheckIn {
    let (practice, now) = (visit.practice(), visit.now);
    if case.integration.stopped_at.is_some() {
        return CheckIn::Stopped;
    }
    match (open_now(case, now), opens_next(case, now)) {
        (Some((id, planned)), _) if answered(case, practice, id) < items(practice, id).len() => {
            CheckIn::Open { until: planned.missed_at }
        }
        (_, Some(at)) => CheckIn::Opens { at },
        (_, None) => CheckIn::None,
    }
}

fn next(
    case: &Case,
    intake: Option<Intake>,
    consent: Waiting,
    check_in: CheckIn,
    scales_wait: bool,
    now: Timestamp,
) -> Next {
    let put_off = open_now(case, now)
        .and_then(|(id, _)| case.integration.check_ins.get(&id))
        .is_some_and(|kept| kept.put_off_at.is_some());
    match (consent, check_in) {
        (Waiting::Waits, _) => Next::Consent,
        (_, CheckIn::Open { .. }) if !put_off => Next::CheckIn,
        _ if matches!(intake, Some(Intake::Open { .. })) && case.sessions.dosed().is_empty() => Next::Intake,
        _ if scales_wait => Next::Scales,
        (_, CheckIn::Opens { at }) => Next::CheckInOpens { at },
        _ => Next::Nothing,
    }
}
