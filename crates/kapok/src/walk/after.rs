//! The days after: check-ins, a meeting, a practice, the questionnaire.

use journey::integration::{self, Answer, CheckInId, Held, Item, PracticeKind};
use journey::{Command, scale};

use super::before::phq9;
use super::script::Script;
use super::{Hand, Milestone};

/// Everything after the seal up to a milestone.
pub(super) fn up_to(script: &mut Script<'_>, to: Milestone) -> anyhow::Result<()> {
    if to >= Milestone::CheckedIn {
        script.days(1)?;
        check_in(script, usual(1, 6, "Soft. I slept."));
    }
    if to >= Milestone::Integrated {
        integrated(script)?;
    }
    Ok(())
}

/// How a check-in is answered.
pub(crate) struct Answered {
    pub(crate) day: u16,
    pub(crate) sleep_hours: u8,
    pub(crate) mood: u8,
    pub(crate) energy: u8,
    pub(crate) pain: u8,
    pub(crate) words: String,
}

/// Answers a check-in, question by question.
pub(crate) fn check_in(script: &mut Script<'_>, answered: Answered) {
    let check_in = CheckInId { session: script.session, day: answered.day };
    script.does(Hand::Client, Command::Integration(integration::Command::OpenCheckIn(check_in)));
    let answers = [
        (Item::SleepHours, Answer::Hours { hours: answered.sleep_hours }),
        (Item::Mood, Answer::Rating { rating: answered.mood }),
        (Item::Energy, Answer::Rating { rating: answered.energy }),
        (Item::Pain, Answer::Rating { rating: answered.pain }),
        (Item::Words, Answer::Words { words: answered.words }),
    ];
    for (item, answer) in answers {
        let command = integration::Command::AnswerCheckIn { check_in, item, answer };
        script.does(Hand::Client, Command::Integration(command));
    }
}

fn usual(day: u16, mood: u8, words: &str) -> Answered {
    Answered { day, sleep_hours: 7, mood, energy: 5, pain: 4, words: words.to_owned() }
}

fn integrated(script: &mut Script<'_>) -> anyhow::Result<()> {
    let held = Held {
        came: Some("The river, and someone humming in the kitchen.".to_owned()),
        asks: Some("To let others carry something.".to_owned()),
        agreed: Some("To ask for help with the shopping once.".to_owned()),
    };
    script.days(1)?.does(Hand::Therapist, Command::Integration(integration::Command::HoldSession(held)));
    let practice = integration::Command::ChoosePractice {
        kind: PracticeKind::ReceivingCare,
        words: "Let someone cook, and sit down meanwhile.".to_owned(),
    };
    script.does(Hand::Therapist, Command::Integration(practice));
    script.days(1)?;
    check_in(script, usual(3, 7, "I noticed that I was bracing, and let it go."));
    script.days(4)?;
    check_in(script, usual(7, 6, "A hard day, and not a lonely one."));
    let occasion = scale::Occasion::AfterSession { session: script.session, day: 7 };
    phq9(script, [1, 1, 2, 2, 1, 1, 1, 0, 0], occasion);
    Ok(())
}
