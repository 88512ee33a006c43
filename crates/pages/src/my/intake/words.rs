//! The words of the intake, ours and plain; those who read the answers see the same names.

use journey::history::intake::{Habit, Question, Trouble};

use crate::messages::Messages;
use crate::t;

/// What a question is about, in a word or two.
pub fn name(m: Messages, question: Question) -> String {
    match question {
        Question::Born => t!(m, "intake-n-born"),
        Question::Body => t!(m, "intake-n-body"),
        Question::Heart => t!(m, "intake-n-heart"),
        Question::Vessels => t!(m, "intake-n-vessels"),
        Question::Breathing => t!(m, "intake-n-breathing"),
        Question::Head => t!(m, "intake-n-head"),
        Question::Organs => t!(m, "intake-n-organs"),
        Question::Eyes => t!(m, "intake-n-eyes"),
        Question::Pregnancy => t!(m, "intake-n-pregnancy"),
        Question::Reaction => t!(m, "intake-n-reaction"),
        Question::Allergies => t!(m, "intake-n-allergies"),
        Question::Medicines => t!(m, "intake-n-medicines"),
        Question::Alcohol => t!(m, "intake-n-alcohol"),
        Question::Cannabis => t!(m, "intake-n-cannabis"),
        Question::Substances => t!(m, "intake-n-substances"),
        Question::Mind => t!(m, "intake-n-mind"),
        Question::HarmThoughts => t!(m, "intake-n-harm-thoughts"),
        Question::WayHome => t!(m, "intake-n-way-home"),
        Question::Emergency => t!(m, "intake-n-emergency"),
        Question::More => t!(m, "intake-n-more"),
    }
}

/// The question, in words that a tired person can read.
pub fn asks(m: Messages, question: Question) -> String {
    match question {
        Question::Born => t!(m, "intake-q-born"),
        Question::Body => t!(m, "intake-q-body"),
        Question::Heart => t!(m, "intake-q-heart"),
        Question::Vessels => t!(m, "intake-q-vessels"),
        Question::Breathing => t!(m, "intake-q-breathing"),
        Question::Head => t!(m, "intake-q-head"),
        Question::Organs => t!(m, "intake-q-organs"),
        Question::Eyes => t!(m, "intake-q-eyes"),
        Question::Pregnancy => t!(m, "intake-q-pregnancy"),
        Question::Reaction => t!(m, "intake-q-reaction"),
        Question::Allergies => t!(m, "intake-q-allergies"),
        Question::Medicines => t!(m, "intake-q-medicines"),
        Question::Alcohol => t!(m, "intake-q-alcohol"),
        Question::Cannabis => t!(m, "intake-q-cannabis"),
        Question::Substances => t!(m, "intake-q-substances"),
        Question::Mind => t!(m, "intake-q-mind"),
        Question::HarmThoughts => t!(m, "intake-q-harm-thoughts"),
        Question::WayHome => t!(m, "intake-q-way-home"),
        Question::Emergency => t!(m, "intake-q-emergency"),
        Question::More => t!(m, "intake-q-more"),
    }
}

/// Why it is asked, or how to answer.
pub fn hint(m: Messages, question: Question) -> String {
    match question {
        Question::Born => t!(m, "intake-h-born"),
        Question::Body => t!(m, "intake-h-body"),
        Question::Heart => t!(m, "intake-h-heart"),
        Question::Vessels => t!(m, "intake-h-vessels"),
        Question::Breathing => t!(m, "intake-h-breathing"),
        Question::Head => t!(m, "intake-h-head"),
        Question::Organs => t!(m, "intake-h-organs"),
        Question::Eyes => t!(m, "intake-h-eyes"),
        Question::Pregnancy => t!(m, "intake-h-pregnancy"),
        Question::Reaction => t!(m, "intake-h-reaction"),
        Question::Allergies => t!(m, "intake-h-allergies"),
        Question::Medicines => t!(m, "intake-h-medicines"),
        Question::Alcohol => t!(m, "intake-h-alcohol"),
        Question::Cannabis => t!(m, "intake-h-cannabis"),
        Question::Substances => t!(m, "intake-h-substances"),
        Question::Mind => t!(m, "intake-h-mind"),
        Question::HarmThoughts => t!(m, "intake-h-harm-thoughts"),
        Question::WayHome => t!(m, "intake-h-way-home"),
        Question::Emergency => t!(m, "intake-h-emergency"),
        Question::More => t!(m, "intake-h-more"),
    }
}

/// One thing that is asked of.
pub fn trouble(m: Messages, trouble: Trouble) -> String {
    match trouble {
        Trouble::HighBloodPressure => t!(m, "intake-t-high-blood-pressure"),
        Trouble::HeartAttack => t!(m, "intake-t-heart-attack"),
        Trouble::Angina => t!(m, "intake-t-angina"),
        Trouble::HeartFailure => t!(m, "intake-t-heart-failure"),
        Trouble::Arrhythmia => t!(m, "intake-t-arrhythmia"),
        Trouble::ValveDisease => t!(m, "intake-t-valve-disease"),
        Trouble::Stroke => t!(m, "intake-t-stroke"),
        Trouble::BrainBleeding => t!(m, "intake-t-brain-bleeding"),
        Trouble::Aneurysm => t!(m, "intake-t-aneurysm"),
        Trouble::VesselMalformation => t!(m, "intake-t-vessel-malformation"),
        Trouble::LungDisease => t!(m, "intake-t-lung-disease"),
        Trouble::SleepApnoea => t!(m, "intake-t-sleep-apnoea"),
        Trouble::HomeOxygen => t!(m, "intake-t-home-oxygen"),
        Trouble::Seizures => t!(m, "intake-t-seizures"),
        Trouble::HeadInjury => t!(m, "intake-t-head-injury"),
        Trouble::BrainPressure => t!(m, "intake-t-brain-pressure"),
        Trouble::Dementia => t!(m, "intake-t-dementia"),
        Trouble::LiverDisease => t!(m, "intake-t-liver-disease"),
        Trouble::BladderTrouble => t!(m, "intake-t-bladder-trouble"),
        Trouble::Thyroid => t!(m, "intake-t-thyroid"),
        Trouble::Porphyria => t!(m, "intake-t-porphyria"),
        Trouble::Glaucoma => t!(m, "intake-t-glaucoma"),
        Trouble::EyeInjury => t!(m, "intake-t-eye-injury"),
        Trouble::Pregnant => t!(m, "intake-t-pregnant"),
        Trouble::BreastFeeding => t!(m, "intake-t-breast-feeding"),
        Trouble::CouldBePregnant => t!(m, "intake-t-could-be-pregnant"),
        Trouble::KetamineReaction => t!(m, "intake-t-ketamine-reaction"),
        Trouble::KetamineUse => t!(m, "intake-t-ketamine-use"),
        Trouble::CocaineOrMethamphetamine => t!(m, "intake-t-cocaine-or-methamphetamine"),
        Trouble::OpioidUse => t!(m, "intake-t-opioid-use"),
        Trouble::AlcoholTrouble => t!(m, "intake-t-alcohol-trouble"),
        Trouble::OtherSubstance => t!(m, "intake-t-other-substance"),
        Trouble::Psychosis => t!(m, "intake-t-psychosis"),
        Trouble::Mania => t!(m, "intake-t-mania"),
        Trouble::Dissociation => t!(m, "intake-t-dissociation"),
        Trouble::Borderline => t!(m, "intake-t-borderline"),
        Trouble::FamilySchizophrenia => t!(m, "intake-t-family-schizophrenia"),
        Trouble::SuicidalThoughts => t!(m, "intake-t-suicidal-thoughts"),
    }
}

/// How often.
pub fn habit(m: Messages, habit: Habit) -> String {
    match habit {
        Habit::Never => t!(m, "intake-often-never"),
        Habit::Monthly => t!(m, "intake-often-monthly"),
        Habit::SomeTimesAMonth => t!(m, "intake-often-some-times-a-month"),
        Habit::SomeDaysAWeek => t!(m, "intake-often-some-days-a-week"),
        Habit::MostDays => t!(m, "intake-often-most-days"),
    }
}
