//! The words of a review's decision.

use journey::review::Decision;

use crate::messages::Messages;
use crate::t;

/// The value of a decision in the form.
pub fn decision_name(decision: Decision) -> &'static str {
    match decision {
        Decision::GoOn => "go-on",
        Decision::ChangePace => "change-pace",
        Decision::Pause => "pause",
        Decision::Taper => "taper",
        Decision::End => "end",
    }
}

/// Reads the value of a decision.
pub fn decision_from_name(name: &str) -> Option<Decision> {
    Decision::ALL.into_iter().find(|decision| decision_name(*decision) == name)
}

/// A decision in a sentence, as it holds.
pub fn decision_word(m: Messages, decision: Decision) -> String {
    match decision {
        Decision::GoOn => t!(m, "review-goes-on"),
        Decision::ChangePace => t!(m, "review-changes-pace"),
        Decision::Pause => t!(m, "review-rests"),
        Decision::Taper => t!(m, "review-tapers"),
        Decision::End => t!(m, "review-ends"),
    }
}

/// A decision as it is offered.
pub(super) fn decision_choice(m: Messages, decision: Decision) -> String {
    match decision {
        Decision::GoOn => t!(m, "review-choose-go-on"),
        Decision::ChangePace => t!(m, "review-choose-pace"),
        Decision::Pause => t!(m, "review-choose-pause"),
        Decision::Taper => t!(m, "review-choose-taper"),
        Decision::End => t!(m, "review-choose-end"),
    }
}
