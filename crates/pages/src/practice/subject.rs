//! What stands above every page of one person: who it is, the answer, and where else to look.

use maud::{Markup, html};

use super::Named;
use crate::frame::Frame;
use crate::layout::practice_page;
use crate::messages::Messages;
use crate::route::{Part, Place, Route};
use crate::t;

/// The person a page is about, and what of theirs the reader may open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Who.
    pub person: Named,
    /// What the reader may open, in the order of the tabs.
    pub places: Vec<Place>,
}

impl Subject {
    /// A made-up person whose every page may be opened.
    pub fn sample() -> Self {
        let person = Named { client: format!("{:032x}", 7), name: "Maya Sample".to_owned() };
        Subject { person, places: Place::ALL.to_vec() }
    }

    /// Where a place of this person is.
    pub fn at(&self, place: Place) -> Route {
        Route::Of(self.person.client.clone(), place)
    }
}

/// A page of one person: the name, its answer in a sentence, the tabs, and what it shows.
///
/// `here` is `None` on the path itself.
pub fn person_page(
    frame: &Frame<'_>,
    subject: &Subject,
    here: Option<Place>,
    answer: &str,
    main: Markup,
) -> Markup {
    person_page_past(frame, subject, here, answer, html! {}, main)
}

/// The same, with a way of its own past what stands above.
pub(super) fn person_page_past(
    frame: &Frame<'_>,
    subject: &Subject,
    here: Option<Place>,
    answer: &str,
    skip: Markup,
    main: Markup,
) -> Markup {
    let m = frame.messages();
    let route = here.map_or_else(|| Route::Person(subject.person.client.clone()), |place| subject.at(place));
    let title = match here {
        Some(place) => t!(m, "person-title", name = subject.person.name.as_str(), place = word(m, place)),
        None => subject.person.name.clone(),
    };
    let main = html! {
        (skip)
        div.answer {
            h1 { (subject.person.name) }
            p { (answer) }
        }
        (tabs(m, subject, here))
        (main)
    };
    practice_page(frame, &route, &title, main)
}

/// The path, and the other pages in four groups along it; the group one is in stands open.
///
/// The groups share a name, so a browser keeps one of them open without any script.
fn tabs(m: Messages, subject: &Subject, here: Option<Place>) -> Markup {
    let current = |place: Option<Place>| (place == here).then_some("page");
    let inside = |part: Part| subject.places.iter().copied().filter(move |place| place.part() == part);
    html! {
        nav.tabs aria-label=(t!(m, "person-pages")) {
            // The path tells of the enquiry: whoever may not read that is not led there.
            @if subject.places.contains(&Place::Consultation) {
                a.whole-path href=(Route::Person(subject.person.client.clone()).path()) aria-current=[current(None)] {
                    (t!(m, "person-path"))
                }
            }
            @for part in Part::ALL {
                @if inside(part).next().is_some() {
                    @let holds = here.is_some_and(|place| place.part() == part);
                    details name="part" class=[holds.then_some("here")] open[holds] {
                        summary { (part_word(m, part)) }
                        ul {
                            @for place in inside(part) {
                                li {
                                    a href=(subject.at(place).path()) aria-current=[current(Some(place))] {
                                        (word(m, place))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The word for a group of pages.
fn part_word(m: Messages, part: Part) -> String {
    match part {
        Part::Before => t!(m, "person-part-before"),
        Part::Medicine => t!(m, "person-part-medicine"),
        Part::After => t!(m, "person-part-after"),
        Part::Practical => t!(m, "person-part-practical"),
    }
}

/// The word for a place.
pub fn word(m: Messages, place: Place) -> String {
    match place {
        Place::Consultation => t!(m, "person-consultation"),
        Place::History => t!(m, "person-history"),
        Place::Screening => t!(m, "person-screening"),
        Place::Consent => t!(m, "person-consent"),
        Place::Preparation => t!(m, "person-preparation"),
        Place::Prescription => t!(m, "person-prescription"),
        Place::Sessions => t!(m, "person-sessions"),
        Place::NextDose => t!(m, "person-next-dose"),
        Place::AdverseEvents => t!(m, "person-adverse-events"),
        Place::Integration => t!(m, "person-integration"),
        Place::Measures => t!(m, "person-measures"),
        Place::Review => t!(m, "person-review"),
        Place::Ending => t!(m, "person-ending"),
        Place::Appointments => t!(m, "person-appointments"),
        Place::Messages => t!(m, "person-messages"),
        Place::Tasks => t!(m, "person-tasks"),
        Place::Notes => t!(m, "person-notes"),
        Place::Links => t!(m, "person-place-links"),
    }
}
