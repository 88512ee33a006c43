//! The same path in words: what a mark says, and the table.

use std::collections::BTreeSet;

use jiff::civil::Date;
use journey::card::Stage;
use journey::clearance::Decision;
use journey::consultation::Way;
use journey::ending::Side;
use journey::path::{CheckInStanding, Mark, Path, What};
use journey::protocol::DoseTier;
use journey::scale::{self, Score};
use maud::{Markup, html};

use super::Told;
use crate::frame::Frame;
use crate::messages::Messages;
use crate::practice::review::decision_word;
use crate::{t, time};

/// The colour of a stage's stretch of the ground line.
pub(super) fn colour(stage: Stage) -> &'static str {
    match stage {
        Stage::Enquiry | Stage::Consultation | Stage::Screening => "stone",
        Stage::Preparation | Stage::Ready => "leaf",
        Stage::InSession => "dusk",
        Stage::Integration => "dawn",
        Stage::Declined | Stage::Paused | Stage::Ended => "rest",
    }
}

/// The short name of a stage.
pub(super) fn stage(m: Messages, stage: Stage) -> String {
    match stage {
        Stage::Enquiry => t!(m, "path-stage-enquiry"),
        Stage::Consultation => t!(m, "path-stage-consultation"),
        Stage::Screening => t!(m, "path-stage-screening"),
        Stage::Preparation | Stage::Ready => t!(m, "path-stage-preparation"),
        Stage::InSession => t!(m, "path-stage-session"),
        Stage::Integration => t!(m, "path-stage-integration"),
        Stage::Declined => t!(m, "path-stage-declined"),
        Stage::Paused => t!(m, "path-stage-paused"),
        Stage::Ended => t!(m, "path-stage-ended"),
    }
}

/// The tier: staff read the record's word, a client a plain one.
pub(super) fn tier(frame: &Frame<'_>, tier: DoseTier) -> String {
    let m = frame.messages();
    match (tier, frame.is_clients()) {
        (DoseTier::Psycholytic, false) => t!(m, "path-tier-psycholytic"),
        (DoseTier::Moderate, false) => t!(m, "path-tier-moderate"),
        (DoseTier::Psycholytic, true) => t!(m, "path-dose-lower"),
        (DoseTier::Moderate, true) => t!(m, "path-dose-middle"),
    }
}

/// What a scale asks about, in two words.
pub fn scale(m: Messages, id: &str) -> String {
    match id {
        "phq-9" => t!(m, "scale-phq-9"),
        "gad-7" => t!(m, "scale-gad-7"),
        "pcl-5" => t!(m, "scale-pcl-5"),
        "peg" => t!(m, "scale-peg"),
        "rand-36-energy" => t!(m, "scale-rand-36-energy"),
        "rand-36-pain" => t!(m, "scale-rand-36-pain"),
        "audit-c" => t!(m, "scale-audit-c"),
        "asq" => t!(m, "scale-asq"),
        _ => String::new(),
    }
}

/// A score as it is printed: whole, or with one decimal where it is a mean.
pub fn score(m: Messages, score: Score) -> String {
    if score.over <= 1 {
        return score.points.to_string();
    }
    let tenths = score.tenths();
    t!(m, "scale-decimal", whole = (tenths / 10).to_string(), tenth = (tenths % 10).to_string())
}

/// What a band of a scale is called; a band that nobody translated keeps its own name.
pub fn band(m: Messages, name: &str) -> String {
    match name {
        "minimal" => t!(m, "band-minimal"),
        "mild" => t!(m, "band-mild"),
        "moderate" => t!(m, "band-moderate"),
        "moderately-severe" => t!(m, "band-moderately-severe"),
        "severe" => t!(m, "band-severe"),
        "below-cut" => t!(m, "band-below-cut"),
        "within-cut" => t!(m, "band-within-cut"),
        "above-cut" => t!(m, "band-above-cut"),
        "below-limits" => t!(m, "band-below-limits"),
        "limit-for-women" => t!(m, "band-limit-for-women"),
        "limit-for-all" => t!(m, "band-limit-for-all"),
        "negative" => t!(m, "band-negative"),
        "positive" => t!(m, "band-positive"),
        "acute" => t!(m, "band-acute"),
        _ => name.to_owned(),
    }
}

/// A month at the foot of the drawing; the year is said once, and when it turns.
pub(super) fn month(frame: &Frame<'_>, date: Date, with_year: bool) -> String {
    let m = frame.messages();
    let name = time::month(m, date.month());
    if with_year { t!(m, "time-month-with-year", month = name, year = date.year().to_string()) } else { name }
}

/// What a mark says when it is pointed at.
pub(super) fn tip(frame: &Frame<'_>, mark: &Mark) -> String {
    let day = frame.clock().short_date(mark.at);
    t!(frame.messages(), "path-tip", what = what(frame, &mark.what), day = day)
}

/// What a mark is.
fn what(frame: &Frame<'_>, what: &What) -> String {
    let m = frame.messages();
    match what {
        What::Enquiry => t!(m, "path-enquiry"),
        What::Consultation => t!(m, "path-consultation"),
        What::Discernment(Way::GoOn) => t!(m, "path-goes-on"),
        What::Discernment(Way::NotNow { .. }) => t!(m, "path-not-now"),
        What::Discernment(Way::AnotherPath { .. }) => t!(m, "path-another-path"),
        What::Preparation { number } => t!(m, "path-preparation", number = *number),
        What::Clearance(Decision::Cleared) => t!(m, "path-cleared"),
        What::Clearance(Decision::ClearedWithConditions) => t!(m, "path-cleared-with-conditions"),
        What::Clearance(Decision::Deferred) => t!(m, "path-deferred"),
        What::Clearance(Decision::NotCleared) => t!(m, "path-not-cleared"),
        What::ConsentSigned(up_to) => t!(m, "path-consent", tier = tier(frame, *up_to)),
        What::ConsentWithdrawn => t!(m, "path-consent-withdrawn"),
        What::Prescription(up_to) => t!(m, "path-prescription", tier = tier(frame, *up_to)),
        What::Session { number, total_mg, .. } => {
            t!(m, "path-session", number = *number, mg = *total_mg)
        }
        What::WindowPeakEnds(_) => t!(m, "path-peak-ends"),
        What::WindowEnds(_) => t!(m, "path-window-ends"),
        What::CheckIn { check_in, standing } => {
            let day = u32::from(check_in.day);
            match standing {
                CheckInStanding::Filled => t!(m, "path-check-in-filled", day = day),
                CheckInStanding::Missed => t!(m, "path-check-in-missed", day = day),
                CheckInStanding::Due => t!(m, "path-check-in-due", day = day),
                CheckInStanding::ToCome => t!(m, "path-check-in-to-come", day = day),
                CheckInStanding::Stopped => t!(m, "path-check-in-stopped", day = day),
            }
        }
        What::Integration { number } => t!(m, "path-integration", number = *number),
        What::Review(decision) => t!(m, "path-review", decided = decision_word(m, *decision)),
        What::ReviewPlanned => t!(m, "path-review-planned"),
        What::Ending(Side::Together) => t!(m, "path-ended-together"),
        What::Ending(Side::Client) => t!(m, "path-ended-client"),
        What::Ending(Side::Practice) => t!(m, "path-ended-practice"),
        What::Reopened => t!(m, "path-reopened"),
        What::FollowUp { months } => t!(m, "path-follow-up", months = i64::from(*months)),
        What::Score { scale: id, score } => {
            let name = scale::scale(id).map_or(id.as_str(), |scale| scale.name);
            t!(m, "path-score", scale = name, points = self::score(m, *score))
        }
    }
}

/// Part of the path that a mark belongs to.
fn part(m: Messages, what: &What) -> String {
    match what {
        What::Enquiry => t!(m, "path-stage-enquiry"),
        What::Consultation | What::Discernment(_) => t!(m, "path-stage-consultation"),
        What::Clearance(_) => t!(m, "path-stage-screening"),
        What::ConsentSigned(_) | What::ConsentWithdrawn => t!(m, "path-part-consent"),
        What::Preparation { .. } => t!(m, "path-stage-preparation"),
        What::Prescription(_) | What::Session { .. } => t!(m, "path-part-medicine"),
        What::WindowPeakEnds(_) | What::WindowEnds(_) | What::CheckIn { .. } | What::Integration { .. } => {
            t!(m, "path-stage-integration")
        }
        What::Review(_) | What::ReviewPlanned => t!(m, "path-part-review"),
        What::Ending(_) | What::Reopened | What::FollowUp { .. } => t!(m, "path-part-ending"),
        What::Score { .. } => t!(m, "path-part-measure"),
    }
}

/// Rows of the newest facts; where there are more, the rest is told year by year.
const ROWS_MAX: usize = 250;

/// Everything on the path, oldest first; of a long one the newest, or one year of it.
pub(super) fn table(frame: &Frame<'_>, path: &Path, name: &str, id: &str, told: &Told<'_>) -> Markup {
    let m = frame.messages();
    let is_long = path.marks.len() > ROWS_MAX;
    let newest = path.marks.len().saturating_sub(ROWS_MAX);
    let marks: Vec<&Mark> = match told.year.filter(|_| is_long) {
        Some(year) => path.marks.iter().filter(|mark| mark.day.year() == year).collect(),
        None => path.marks.iter().skip(newest).collect(),
    };
    html! {
        @if is_long { (years(m, path, marks.len(), id, told)) }
        div.scroll tabindex="0" role="group" aria-label=(t!(m, "path-in-words")) {
            table {
                caption { (t!(m, "path-caption", name = name)) }
                thead {
                    tr {
                        th scope="col" { (t!(m, "path-when")) }
                        th scope="col" { (t!(m, "path-part")) }
                        th scope="col" { (t!(m, "path-what")) }
                    }
                }
                tbody { @for mark in marks { (row(frame, path, mark)) } }
            }
        }
    }
}

/// How much is shown, and the way to every year.
fn years(m: Messages, path: &Path, shown: usize, id: &str, told: &Told<'_>) -> Markup {
    let Told { page, year } = *told;
    let years: BTreeSet<i16> = path.marks.iter().map(|mark| mark.day.year()).collect();
    html! {
        p { (t!(m, "path-part-of", shown = shown, all = path.marks.len())) }
        nav.years aria-label=(t!(m, "path-years")) {
            @for one in years {
                a href={ (page) "?year=" (one) "#" (id) } aria-current=[(year == Some(one)).then_some("true")] { (one) }
            }
            a href={ (page) "#" (id) } aria-current=[year.is_none().then_some("true")] { (t!(m, "path-newest")) }
        }
    }
}

fn row(frame: &Frame<'_>, path: &Path, mark: &Mark) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        tr.to-come[mark.at > path.now] {
            td { time datetime=(mark.at.to_string()) { (clock.date(mark.at)) } }
            th scope="row" { (part(m, &mark.what)) }
            td { (what(frame, &mark.what)) }
        }
    }
}
