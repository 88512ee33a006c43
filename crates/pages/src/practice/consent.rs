//! What a person agreed to, clause by clause, in their own words; and a document to put before them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use journey::Refusal;
use journey::consent::{Answer, Clause, DEFAULT, Lapse, SafetyTouch, TouchPlace};
use journey::protocol::DoseTier;
use maud::{Markup, html};

use super::links;
use super::subject::{Subject, person_page};
use crate::components::field::came_back;
use crate::components::level::{Level, level};
use crate::components::{button, refusal, words};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::my::consent::touch_place;
use crate::route::Place;
use crate::t;

/// The consent as those see it who care for the person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consent {
    /// Whose, and where else to look.
    pub subject: Subject,
    /// What lies before them and is not signed: since when, for which tier.
    pub offered: Option<(Timestamp, DoseTier)>,
    /// What is signed.
    pub signed: Option<Signed>,
    /// Answers by clause.
    pub answers: BTreeMap<String, Answer>,
    /// Where touch is welcome.
    pub places: BTreeSet<TouchPlace>,
    /// Whether touch that keeps from harm was explained.
    pub safety: SafetyTouch,
    /// The form that puts a document before them, where the reader may.
    pub offer: Option<OfferForm>,
}

/// A signed consent.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    /// The name under it.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// An instant of the last day on which it holds.
    pub until: Date,
    /// Up to which depth.
    pub tier: DoseTier,
    /// Why it does not hold, if it does not.
    pub lapse: Option<Lapse>,
}

/// The form that puts a document before a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfferForm {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// The tier that was chosen, when the form came back.
    pub tier: String,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, consent: &Consent) -> Markup {
    let m = frame.messages();
    let main = html! {
        div.columns.deciding {
            div {
                @if consent.offered.is_some() || consent.signed.is_some() {
                    (touch(m, consent))
                    (clauses(frame, consent))
                } @else {
                    p { (t!(m, "agreed-none-says")) }
                }
            }
            div {
                @if let Some(form) = &consent.offer { (offer(frame, consent, form)) }
                (links::way(m, &consent.subject.person.client))
            }
        }
    };
    person_page(frame, &consent.subject, Some(Place::Consent), &answer(frame, consent), main)
}

fn answer(frame: &Frame<'_>, consent: &Consent) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    match (&consent.offered, &consent.signed) {
        (Some((at, _)), _) => {
            let given =
                DEFAULT.clauses.iter().filter(|clause| consent.answers.contains_key(clause.id)).count();
            let of = DEFAULT.clauses.len();
            t!(m, "agreed-offered", when = clock.near(*at), given = given, of = of)
        }
        (None, Some(Signed { lapse: Some(lapse), .. })) => lapsed(m, *lapse),
        (None, Some(signed)) => {
            let (when, until) = (clock.date(signed.at), clock.day(signed.until));
            let tier = tier(m, signed.tier);
            t!(m, "agreed-signed", name = signed.name.as_str(), when = when, until = until, tier = tier)
        }
        (None, None) => t!(m, "agreed-none"),
    }
}

fn lapsed(m: Messages, lapse: Lapse) -> String {
    match lapse {
        Lapse::NotSigned => t!(m, "agreed-none"),
        Lapse::Withdrawn => t!(m, "agreed-withdrawn"),
        Lapse::ClauseDeclined => t!(m, "agreed-declined"),
        Lapse::Expired => t!(m, "agreed-expired"),
        Lapse::OlderProtocol => t!(m, "agreed-older"),
        Lapse::LowerTier => t!(m, "agreed-lower"),
    }
}

fn tier(m: Messages, tier: DoseTier) -> String {
    match tier {
        DoseTier::Psycholytic => t!(m, "agreed-psycholytic"),
        DoseTier::Moderate => t!(m, "agreed-moderate"),
    }
}

fn touch(m: Messages, consent: &Consent) -> Markup {
    let places: Vec<String> = consent.places.iter().map(|place| touch_place(m, *place)).collect();
    html! {
        section aria-labelledby="touch" {
            h2 id="touch" { (t!(m, "agreed-touch")) }
            p { @if places.is_empty() { (t!(m, "agreed-touch-none")) } @else { (places.join(" · ")) } }
            p.small {
                @match consent.safety {
                    SafetyTouch::Understood => (level(Level::Holds, &t!(m, "agreed-safety-understood"))),
                    SafetyTouch::NotAgreed => (level(Level::Look, &t!(m, "agreed-safety-not-agreed"))),
                    SafetyTouch::NotSpokenAbout => (level(Level::Inform, &t!(m, "agreed-safety-open"))),
                }
            }
        }
    }
}

fn clauses(frame: &Frame<'_>, consent: &Consent) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="clauses" {
            h2 id="clauses" { (t!(m, "agreed-clauses")) }
            ol.clauses { @for clause in DEFAULT.clauses { li { (line(frame, consent, clause)) } } }
        }
    }
}

fn line(frame: &Frame<'_>, consent: &Consent, clause: &'static Clause) -> Markup {
    let m = frame.messages();
    let said = clause.words(frame.language.tag());
    html! {
        h3 { (said.title) }
        @match consent.answers.get(clause.id) {
            Some(Answer::Agreed { said_back, .. }) => {
                p.small { (level(Level::Holds, &t!(m, "my-standing-agreed"))) }
                p { (words::inline(frame, said_back)) }
            }
            Some(Answer::Declined { words, .. }) => {
                p.small { (level(Level::Look, &t!(m, "my-standing-declined"))) }
                @if let Some(said) = words { p { (words::inline(frame, said)) } }
            }
            None => p.small.quiet { (t!(m, "my-standing-open")) },
        }
    }
}

fn offer(frame: &Frame<'_>, consent: &Consent, form: &OfferForm) -> Markup {
    let m = frame.messages();
    let tiers = [
        ("psycholytic", DoseTier::Psycholytic, t!(m, "agreed-psycholytic-says")),
        ("moderate", DoseTier::Moderate, t!(m, "agreed-moderate-says")),
    ];
    html! {
        section.sheet.no-print aria-labelledby="offer" {
            h2 id="offer" { (t!(m, "agreed-offer")) }
            (came_back(m, usize::from(form.refusal.is_some())))
            form.fields action=(consent.subject.at(Place::Consent).path()) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                input type="hidden" name="document" value=(DEFAULT.id);
                @if let Some(found) = &form.refusal { p.error { (refusal::words(m, found)) } }
                fieldset {
                    legend.visually-hidden { (t!(m, "agreed-up-to")) }
                    @for (value, one, says) in &tiers {
                        label.choice for={ "tier-" (value) } {
                            input id={ "tier-" (value) } type="radio" name="tier" value=(value) required
                                checked[form.tier == *value];
                            span { (tier(m, *one)) br; span.small.quiet { (says) } }
                        }
                    }
                }
                div.go { (button::submit(button::Weight::Ordinary, &t!(m, "agreed-put"))) }
                p.small.quiet {
                    @if consent.offered.is_some() || consent.signed.is_some() { (t!(m, "agreed-anew")) }
                    @else { (t!(m, "agreed-then")) }
                }
            }
        }
    }
}

/// States of this page. The person in them is made up.
pub fn samples() -> Vec<(&'static str, Consent)> {
    let instant = crate::samples::instant;
    let at = instant("2026-05-02T17:30:00Z");
    let offer =
        OfferForm { command: "00000000-0000-7000-8000-000000000007".to_owned(), ..OfferForm::default() };
    let none = Consent { subject: Subject::sample(), offer: Some(offer.clone()), ..Consent::default() };
    let said = "It is allowed, it is not approved, and it may not help me.".to_owned();
    let answers = DEFAULT
        .clauses
        .iter()
        .map(|clause| (clause.id.to_owned(), Answer::Agreed { said_back: said.clone(), at }));
    let mut answers: BTreeMap<String, Answer> = answers.collect();
    let words = Some("I want to know the price first.".to_owned());
    answers.insert("outcomes".to_owned(), Answer::Declined { words, at });
    let some = answers.iter().filter(|(id, _)| id.as_str() > "m").map(|(id, one)| (id.clone(), one.clone()));
    let offered =
        Consent { offered: Some((at, DoseTier::Moderate)), answers: some.collect(), ..none.clone() };
    let name = "Maya Sample".to_owned();
    let until = jiff::civil::date(2026, 11, 2);
    let mark = Signed { name, at, until, tier: DoseTier::Psycholytic, lapse: None };
    let signed = Consent {
        signed: Some(mark.clone()),
        answers,
        places: BTreeSet::from([TouchPlace::Hands, TouchPlace::UpperBack]),
        safety: SafetyTouch::Understood,
        offer: None,
        ..none.clone()
    };
    let withdrawn = Consent {
        signed: Some(Signed { lapse: Some(Lapse::Withdrawn), ..mark }),
        places: BTreeSet::new(),
        safety: SafetyTouch::NotAgreed,
        offer: Some(offer.clone()),
        ..signed.clone()
    };
    let refused = OfferForm { refusal: Some(Refusal::NoSuchDocument), tier: "moderate".to_owned(), ..offer };
    vec![
        ("refused", Consent { offer: Some(refused), ..none.clone() }),
        ("none", none),
        ("offered", offered),
        ("signed", signed),
        ("withdrawn", withdrawn),
    ]
}
