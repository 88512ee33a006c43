//! One person: where they are on the path, and what is the next true step.

use journey::Refusal;
use journey::appointment::Kind as For;
use journey::next::NextStep;
use journey::path::Path;
use maud::{Markup, html};

use super::appointments::kind_word;
use super::subject::{Subject, person_page};
use crate::components::field::{Field, Kind, came_back};
use crate::components::level::{Level, level};
use crate::components::{button, refusal, words};
use crate::drawing;
use crate::frame::{Frame, Role};
use crate::layout::{self, csrf};
use crate::messages::Messages;
use crate::route::{Place, Route};
use crate::t;

/// All that this page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Who.
    pub subject: Subject,
    /// Their whole journey.
    pub path: Path,
    /// The year of it that is told in words; the newest facts where none is asked for.
    pub year: Option<i16>,
    /// What it waits for.
    pub next: NextStep,
    /// Adverse events of which nobody has written how they ended.
    pub open_events: usize,
    /// The next appointment: what for, and when; none where nothing is booked, or it is not for the reader.
    pub meets: Option<(For, jiff::Timestamp)>,
    /// What brings them, in their words.
    pub brings: Option<String>,
    /// Who of the practice walks along.
    pub team: Vec<Member>,
    /// Who could be asked to join; empty where the reader may ask nobody.
    pub could_join: Vec<Member>,
    /// Id of the intent to ask somebody, drawn when the form was.
    pub command: String,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// A person of the practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their id, 32 hex digits.
    pub staff: String,
    /// Their name.
    pub name: String,
    /// In which roles they are here.
    pub roles: Vec<Role>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, person: &Person) -> Markup {
    let m = frame.messages();
    let step = step(m, &person.subject, person.next);
    let here = Route::Person(person.subject.person.client.clone()).path();
    let told = drawing::path::Told { page: &here, year: person.year };
    let main = html! {
        (came_back(m, usize::from(person.refusal.is_some())))
        (drawing::path::draw(frame, &person.path, &person.subject.person.name, "path", &told))
        div.columns {
            section aria-labelledby="next" {
                h2 id="next" { (t!(m, "person-next")) }
                @if person.next == NextStep::LookAtRisk {
                    p { (level(Level::Acts, &step.says)) }
                } @else {
                    p.lead { (step.says) }
                }
                @if let Some((route, words)) = &step.leads {
                    p.go { (button::link(button::Weight::Primary, &route.path(), words)) }
                }
                @if let Some((kind, at)) = person.meets {
                    p.quiet.booked { (t!(m, "appointments-next", what = kind_word(m, kind), when = frame.clock().near(at))) }
                }
                @if person.open_events > 0 && person.subject.places.contains(&Place::AdverseEvents) {
                    p.way {
                        a href=(person.subject.at(Place::AdverseEvents).path()) {
                            (level(Level::Look, &t!(m, "unwanted-open-count", count = person.open_events)))
                        }
                    }
                }
                @if let Some(brings) = &person.brings {
                    h3.brings { (t!(m, "opened-brings")) }
                    (words::quote(frame, brings))
                }
            }
            (team(frame, person))
        }
    };
    person_page(frame, &person.subject, None, &step.answer, main)
}

/// The next step in words, and where it is taken.
struct Step {
    answer: String,
    says: String,
    leads: Option<(Route, String)>,
}

fn step(m: Messages, subject: &Subject, next: NextStep) -> Step {
    let open = |place: Place| subject.places.contains(&place);
    let to = |place: Place, words: String| open(place).then(|| (subject.at(place), words));
    let session = |id: &journey::SessionId, words: String| {
        let route = Route::Session(subject.person.client.clone(), id.to_string());
        open(Place::Sessions).then_some((route, words))
    };
    let step = |answer, says, leads| Step { answer, says, leads };
    match next {
        NextStep::LookAtRisk => {
            step(t!(m, "next-risk"), t!(m, "next-risk-says"), to(Place::Measures, t!(m, "next-risk-go")))
        }
        NextStep::AnswerEnquiry => step(t!(m, "next-enquiry"), t!(m, "next-enquiry-says"), None),
        NextStep::Meet => {
            step(t!(m, "next-meet"), t!(m, "next-meet-says"), to(Place::Consultation, t!(m, "next-meet-go")))
        }
        NextStep::Discern => step(
            t!(m, "next-discern"),
            t!(m, "next-discern-says"),
            to(Place::Consultation, t!(m, "next-discern-go")),
        ),
        NextStep::GatherHistory => step(
            t!(m, "next-history"),
            t!(m, "next-history-says"),
            to(Place::History, t!(m, "next-history-go")),
        ),
        NextStep::Decide => step(
            t!(m, "next-decide"),
            t!(m, "next-decide-says"),
            to(Place::Screening, t!(m, "next-decide-go")),
        ),
        NextStep::DecideAnew => step(
            t!(m, "next-decide-anew"),
            t!(m, "next-decide-anew-says"),
            to(Place::Screening, t!(m, "next-decide-go")),
        ),
        NextStep::OfferConsent => step(
            t!(m, "next-consent"),
            t!(m, "next-consent-says"),
            to(Place::Consent, t!(m, "next-consent-go")),
        ),
        NextStep::AwaitConsent => step(
            t!(m, "next-await-consent"),
            t!(m, "next-await-consent-says"),
            to(Place::Consent, t!(m, "next-await-consent-go")),
        ),
        NextStep::Prepare => step(
            t!(m, "next-prepare"),
            t!(m, "next-prepare-says"),
            to(Place::Preparation, t!(m, "next-prepare-go")),
        ),
        NextStep::Prescribe => step(
            t!(m, "next-prescribe"),
            t!(m, "next-prescribe-says"),
            to(Place::Prescription, t!(m, "next-prescribe-go")),
        ),
        NextStep::InRoom(id) => {
            step(t!(m, "next-in-room"), t!(m, "next-in-room-says"), session(&id, t!(m, "next-in-room-go")))
        }
        NextStep::Seal(id) => {
            step(t!(m, "next-seal"), t!(m, "next-seal-says"), session(&id, t!(m, "next-seal-go")))
        }
        NextStep::Review(id) => {
            step(t!(m, "next-review"), t!(m, "next-review-says"), session(&id, t!(m, "next-review-go")))
        }
        NextStep::Integrate => step(
            t!(m, "next-integrate"),
            t!(m, "next-integrate-says"),
            to(Place::Integration, t!(m, "next-integrate-go")),
        ),
        NextStep::LookBack(id) => step(
            t!(m, "next-look-back"),
            t!(m, "next-look-back-says"),
            session(&id, t!(m, "next-look-back-go")),
        ),
        NextStep::HoldReview => step(
            t!(m, "next-hold-review"),
            t!(m, "next-hold-review-says"),
            to(Place::Review, t!(m, "next-hold-review-go")),
        ),
        NextStep::Rest => {
            step(t!(m, "next-rest"), t!(m, "next-rest-says"), to(Place::Review, t!(m, "next-rest-go")))
        }
        NextStep::WriteEnding => step(
            t!(m, "next-write-ending"),
            t!(m, "next-write-ending-says"),
            to(Place::Ending, t!(m, "next-write-ending-go")),
        ),
        NextStep::HoldSession => step(
            t!(m, "next-session"),
            t!(m, "next-session-says"),
            to(Place::Sessions, t!(m, "next-session-go")),
        ),
        NextStep::Wait => {
            step(t!(m, "next-wait"), t!(m, "next-wait-says"), to(Place::Consultation, t!(m, "next-wait-go")))
        }
        NextStep::Ended => {
            step(t!(m, "next-ended"), t!(m, "next-ended-says"), to(Place::Ending, t!(m, "next-ended-go")))
        }
    }
}

fn team(frame: &Frame<'_>, person: &Person) -> Markup {
    let m = frame.messages();
    let client = Route::Person(person.subject.person.client.clone()).path();
    html! {
        section aria-labelledby="team" {
            h2 id="team" { (t!(m, "person-team")) }
            @if person.team.is_empty() {
                p.quiet { (t!(m, "person-team-nobody")) }
            } @else {
                ul.lines {
                    @for member in &person.team {
                        li { h3 { (member.name) } p.quiet.small { (roles(m, member)) } }
                    }
                }
            }
            @if let [alone] = person.team.as_slice() {
                p.small { (level(Level::Look, &t!(m, "person-team-alone", name = alone.name.as_str()))) }
            }
            @if !person.could_join.is_empty() {
                (join_form(frame, person, &client))
            }
            @if person.subject.places.contains(&Place::Consent) {
                p.ways-on { a href={ (client) "/links" } { (t!(m, "person-links")) } }
            }
        }
    }
}

fn join_form(frame: &Frame<'_>, person: &Person, client: &str) -> Markup {
    let m = frame.messages();
    let named = |member: &Member| format!("{} ({})", member.name, roles(m, member));
    let words: Vec<(&str, String)> =
        person.could_join.iter().map(|member| (member.staff.as_str(), named(member))).collect();
    let choices: Vec<(&str, &str)> = words.iter().map(|(id, words)| (*id, words.as_str())).collect();
    let error = person.refusal.as_ref().map(|refused| refusal::words(m, refused));
    html! {
        form.fields.join action={ (client) "/team" } method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(person.command);
            (Field::new("staff", &t!(m, "person-team-ask"), Kind::Choice(&choices)).error(error.as_deref()).draw(m))
            div.go { (button::submit(button::Weight::Ordinary, &t!(m, "person-team-join"))) }
        }
    }
}

fn roles(m: Messages, member: &Member) -> String {
    let words: Vec<String> = member.roles.iter().map(|role| layout::role(m, *role)).collect();
    words.join(", ")
}

/// States of this page. Everyone in them is made up.
pub fn samples() -> Vec<(&'static str, Person)> {
    let member = |number: u32, name: &str, role| Member {
        staff: format!("{number:032x}"),
        name: name.to_owned(),
        roles: vec![role],
    };
    let ana = member(1, "Ana Sample", Role::Therapist);
    let nils = member(2, "Dr. Nils Sample", Role::Prescriber);
    let young = Person {
        subject: Subject::sample(),
        path: drawing::path::samples::young(),
        year: None,
        next: NextStep::Discern,
        open_events: 0,
        meets: Some((For::Preparation, crate::samples::instant("2026-05-15T17:30:00Z"))),
        brings: Some("I have lived with pain for nine years.".to_owned()),
        team: vec![ana.clone()],
        could_join: vec![nils.clone()],
        command: "00000000-0000-7000-8000-000000000003".to_owned(),
        refusal: None,
    };
    let usual = Person {
        path: drawing::path::samples::usual(),
        next: NextStep::Integrate,
        team: vec![ana, nils],
        could_join: Vec::new(),
        ..young.clone()
    };
    let refused = Person { refusal: Some(Refusal::NoSuchPerson), ..young.clone() };
    let risk = Person { next: NextStep::LookAtRisk, ..usual.clone() };
    let unwanted = Person { open_events: 2, ..usual.clone() };
    let long =
        Person { path: drawing::path::samples::long(24), next: NextStep::HoldSession, ..usual.clone() };
    let longest = Person { path: drawing::path::samples::long(200), ..long.clone() };
    let endless = Person { path: drawing::path::samples::long(1_000), ..long.clone() };
    let one_year = Person { year: Some(2_019), ..endless.clone() };
    vec![
        ("young", young),
        ("refused", refused),
        ("usual", usual),
        ("risk", risk),
        ("open-events", unwanted),
        ("long", long),
        ("longest", longest),
        ("endless", endless),
        ("one-year", one_year),
    ]
}
