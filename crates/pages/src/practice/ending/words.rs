//! The words of an ending; none of them blames.

use journey::ending::{Medicine, Side, Why};

use crate::messages::Messages;
use crate::t;

pub(super) fn side_name(side: Side) -> &'static str {
    match side {
        Side::Together => "together",
        Side::Client => "client",
        Side::Practice => "practice",
    }
}

/// Reads whose decision it is.
pub fn side_from_name(name: &str) -> Option<Side> {
    Side::ALL.into_iter().find(|side| side_name(*side) == name)
}

/// Whose decision it is, as it is offered.
pub(super) fn side_word(m: Messages, side: Side, name: &str) -> String {
    match side {
        Side::Together => t!(m, "ending-together"),
        Side::Client => t!(m, "ending-client", name = name),
        Side::Practice => t!(m, "ending-practice"),
    }
}

/// Whose decision it was, inside a sentence.
pub(super) fn side_said(m: Messages, side: Side, name: &str) -> String {
    match side {
        Side::Together => t!(m, "ending-said-together"),
        Side::Client => t!(m, "ending-said-client", name = name),
        Side::Practice => t!(m, "ending-said-practice"),
    }
}

pub(super) fn why_name(why: Why) -> &'static str {
    match why {
        Why::Complete => "complete",
        Why::Enough => "enough",
        Why::SaidNo => "said-no",
        Why::NotHelping => "not-helping",
        Why::NotSafe => "not-safe",
        Why::AnotherPath => "another-path",
        Why::AgainstAdvice => "against-advice",
        Why::OutOfTouch => "out-of-touch",
    }
}

/// Reads what sort of end it is.
pub fn why_from_name(name: &str) -> Option<Why> {
    Why::ALL.into_iter().find(|why| why_name(*why) == name)
}

/// What sort of end it is.
pub fn why_word(m: Messages, why: Why) -> String {
    match why {
        Why::Complete => t!(m, "ending-why-complete"),
        Why::Enough => t!(m, "ending-why-enough"),
        Why::SaidNo => t!(m, "ending-why-said-no"),
        Why::NotHelping => t!(m, "ending-why-not-helping"),
        Why::NotSafe => t!(m, "ending-why-not-safe"),
        Why::AnotherPath => t!(m, "ending-why-another-path"),
        Why::AgainstAdvice => t!(m, "ending-why-against-advice"),
        Why::OutOfTouch => t!(m, "ending-why-out-of-touch"),
    }
}

pub(super) fn medicine_name(medicine: Medicine) -> &'static str {
    match medicine {
        Medicine::NoneLeft => "none-left",
        Medicine::Returned => "returned",
        Medicine::StillOut => "still-out",
    }
}

/// Reads what became of the medicine.
pub fn medicine_from_name(name: &str) -> Option<Medicine> {
    Medicine::ALL.into_iter().find(|medicine| medicine_name(*medicine) == name)
}

/// What became of the medicine.
pub(super) fn medicine_word(m: Messages, medicine: Medicine) -> String {
    match medicine {
        Medicine::NoneLeft => t!(m, "ending-medicine-none"),
        Medicine::Returned => t!(m, "ending-medicine-returned"),
        Medicine::StillOut => t!(m, "ending-medicine-out"),
    }
}
