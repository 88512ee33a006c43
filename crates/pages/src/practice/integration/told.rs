//! What the person told between sessions: the body map compared, threads, and a draft for the talk.

use jiff::Timestamp;
use journey::integration::{Answer, BodyPlace, Item, Mapped, Moment, Thread};
use maud::{Markup, html};

use super::{Forms, Integration, WORDS_CHARACTERS_MAX, Which, back, short};
use crate::components::field::{Field, Kind, came_back};
use crate::components::{button, words};
use crate::drawing::body::{Side, Spot, figure};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::my::body::{felt, words as body_words};
use crate::practice::threads::{self, thread_value, thread_word};
use crate::route::Place;
use crate::t;

/// Columns of the body map that stand side by side: the newest, and what can be compared with it.
const PERIODS_SHOWN: usize = 4;

/// What was felt at one time: before any session, in one, or after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Before, during or after.
    pub moment: Moment,
    /// The dose of its session, where there is one.
    pub dosed_at: Option<Timestamp>,
    /// What was felt, the newest of each place and word.
    pub felt: Vec<Mapped>,
}

/// The body at each time, side by side; the words beneath say the same.
pub(super) fn body(frame: &Frame<'_>, integration: &Integration) -> Markup {
    let m = frame.messages();
    let newest = integration.body.len().saturating_sub(PERIODS_SHOWN);
    html! {
        section aria-labelledby="body-map" {
            h2 id="body-map" { (t!(m, "integrate-body-map")) }
            @if integration.body.is_empty() { p.quiet { (t!(m, "integrate-body-none")) } }
            ul.periods {
                @for period in &integration.body[newest..] { li { (drawn(frame, period)) } }
            }
        }
    }
}

fn drawn(frame: &Frame<'_>, period: &Period) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let spots: Vec<Spot> =
        period.felt.iter().map(|one| Spot { place: one.place, strength: one.strength }).collect();
    let of_back = [BodyPlace::Neck, BodyPlace::UpperBack, BodyPlace::LowerBack];
    let title = match (period.moment, period.dosed_at) {
        (Moment::During, Some(at)) => t!(m, "integrate-body-during", date = clock.date(at)),
        (Moment::After, Some(at)) => t!(m, "integrate-body-after", date = clock.date(at)),
        _ => t!(m, "integrate-body-before"),
    };
    html! {
        h3 { (title) }
        div.pair-of-figures {
            (figure(Side::Front, &spots, &html! {}))
            @if spots.iter().any(|spot| of_back.contains(&spot.place)) {
                (figure(Side::Back, &spots, &html! {}))
            }
        }
        ul.small {
            @for one in &period.felt { li { b { (body_words::place(m, one.place)) } " · " (felt(m, one)) } }
        }
    }
}

/// Every thread, and the form to write along one.
pub(super) fn threads(frame: &Frame<'_>, integration: &Integration) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="threads" {
            h2 id="threads" { (t!(m, "integrate-threads")) }
            @if integration.threads.is_empty() { p.quiet { (t!(m, "integrate-threads-none")) } }
            @for (thread, entries) in &integration.threads { (threads::thread(frame, *thread, entries, "thread")) }
        }
    }
}

/// The form to write along a thread.
pub(super) fn write(frame: &Frame<'_>, integration: &Integration, forms: &Forms) -> Markup {
    let m = frame.messages();
    let error = back(m, forms, Which::Write);
    let all = Thread::ALL.map(|thread| (thread_value(thread), thread_word(m, thread)));
    let choices: Vec<(&str, &str)> = all.iter().map(|(value, word)| (*value, word.as_str())).collect();
    let hint = t!(m, "integrate-write-says");
    html! {
        section.no-print.beneath aria-labelledby="write" {
            h2 id="write" { (t!(m, "integrate-write")) }
            (came_back(m, usize::from(error.is_some())))
            form.fields action={ (integration.subject.at(Place::Integration).path()) "/thread" } method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(forms.write_command);
                (Field::new("thread", &t!(m, "own-thread-which"), Kind::Choice(&choices)).value(&forms.thread).draw(m))
                (Field::new("entry", &t!(m, "my-your-words"), Kind::Long).hint(&hint).value(&forms.entry)
                    .error(error.as_deref()).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                div.go { (button::submit(button::Weight::Ordinary, &t!(m, "integrate-write-keep"))) }
            }
        }
    }
}

/// For the talk: what came since the newest dose, in the person's own words.
pub(super) fn draft(frame: &Frame<'_>, integration: &Integration) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let Some(session) = integration.sessions.first() else { return html! {} };
    let since = session.dosed_at;
    let said = session
        .check_ins
        .iter()
        .flat_map(|one| one.answers.iter().map(move |(item, answer)| (one.day, *item, answer)));
    let said: Vec<(u16, Item, &str)> = said
        .filter_map(|(day, item, answer)| match answer {
            Answer::Words { words } => Some((day, item, words.as_str())),
            _ => None,
        })
        .collect();
    let entries = integration
        .threads
        .iter()
        .flat_map(|(thread, entries)| entries.iter().map(move |one| (*thread, one)));
    let entries: Vec<_> = entries.filter(|(_, one)| one.at >= since && one.by.is_none()).collect();
    let felt_since = integration.body.iter().filter(|period| period.dosed_at == Some(since));
    let felt_since: Vec<&Mapped> = felt_since.flat_map(|period| &period.felt).collect();
    if said.is_empty() && entries.is_empty() && felt_since.is_empty() {
        return html! {};
    }
    html! {
        section.draft aria-labelledby="draft" {
            h3 id="draft" { (t!(m, "integrate-draft", date = clock.date(since))) }
            p.small.quiet { (t!(m, "integrate-draft-says")) }
            ul.own-list {
                @for (day, item, said) in &said {
                    li {
                        (words::inline(frame, said))
                        p.small.quiet { (short(m, *item)) " · " (t!(m, "integrate-day", day = i64::from(*day))) }
                    }
                }
                @for (thread, one) in &entries {
                    li {
                        (words::inline(frame, &one.words))
                        p.small.quiet { (thread_word(m, *thread)) " · " (clock.date(one.at)) }
                    }
                }
                @if !felt_since.is_empty() {
                    li {
                        @for (place, one) in felt_since.iter().enumerate() {
                            @if place > 0 { "; " }
                            (body_words::place(m, one.place)) ": " (felt(m, one))
                        }
                    }
                }
            }
        }
    }
}

/// What was felt at three times, by somebody who is made up.
pub(super) fn sample(dosed_at: Timestamp) -> Vec<Period> {
    use journey::integration::Sensation;
    let one =
        |place, sensation, strength, moment| Mapped { place, sensation, strength, moment, session: None };
    let period = |moment, dosed_at, felt| Period { moment, dosed_at, felt };
    vec![
        period(
            Moment::Before,
            None,
            vec![
                one(BodyPlace::LeftShoulder, Sensation::Tight, 8, Moment::Before),
                one(BodyPlace::Jaw, Sensation::Tight, 5, Moment::Before),
                one(BodyPlace::LowerBack, Sensation::Aching, 7, Moment::Before),
            ],
        ),
        period(
            Moment::During,
            Some(dosed_at),
            vec![one(BodyPlace::WholeBody, Sensation::Floating, 7, Moment::During)],
        ),
        period(
            Moment::After,
            Some(dosed_at),
            vec![
                one(BodyPlace::Chest, Sensation::Warm, 6, Moment::After),
                one(BodyPlace::LeftShoulder, Sensation::Tight, 3, Moment::After),
            ],
        ),
    ]
}
