//! The questions of the intake and what each asks of; pages hold their words.

use serde::{Deserialize, Serialize};

use crate::health_history::FactKind;

/// One question, a screen of its own; what is asked follows `clinical.md` 1.1 and 1.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// When they were born.
    Born,
    /// Weight and height.
    Body,
    /// Heart and blood pressure.
    Heart,
    /// Strokes, bleedings, vessels.
    Vessels,
    /// Breathing.
    Breathing,
    /// Head and nerves.
    Head,
    /// Liver, bladder, thyroid.
    Organs,
    /// Eyes.
    Eyes,
    /// Pregnancy and breast-feeding.
    Pregnancy,
    /// A bad reaction to ketamine.
    Reaction,
    /// Allergies, one by one.
    Allergies,
    /// Medicines, one by one.
    Medicines,
    /// Alcohol.
    Alcohol,
    /// Cannabis.
    Cannabis,
    /// Other substances.
    Substances,
    /// Psychosis, mania, dissociation, and the family.
    Mind,
    /// Thoughts of harming oneself.
    HarmThoughts,
    /// Who can take them home.
    WayHome,
    /// Whom to call in an emergency.
    Emergency,
    /// Anything else.
    More,
}

/// One thing that a question asks of: yes, no, or not sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named by its words in the record, below")]
pub enum Trouble {
    HighBloodPressure,
    HeartAttack,
    Angina,
    HeartFailure,
    Arrhythmia,
    ValveDisease,
    Stroke,
    BrainBleeding,
    Aneurysm,
    VesselMalformation,
    LungDisease,
    SleepApnoea,
    HomeOxygen,
    Seizures,
    HeadInjury,
    BrainPressure,
    Dementia,
    LiverDisease,
    BladderTrouble,
    Thyroid,
    Porphyria,
    Glaucoma,
    EyeInjury,
    Pregnant,
    BreastFeeding,
    CouldBePregnant,
    KetamineReaction,
    KetamineUse,
    CocaineOrMethamphetamine,
    OpioidUse,
    AlcoholTrouble,
    OtherSubstance,
    Psychosis,
    Mania,
    Dissociation,
    Borderline,
    FamilySchizophrenia,
    SuicidalThoughts,
}

impl Question {
    /// Every question, in the order in which it is asked.
    pub const ALL: [Self; 20] = [
        Self::Born,
        Self::Body,
        Self::Heart,
        Self::Vessels,
        Self::Breathing,
        Self::Head,
        Self::Organs,
        Self::Eyes,
        Self::Pregnancy,
        Self::Reaction,
        Self::Allergies,
        Self::Medicines,
        Self::Alcohol,
        Self::Cannabis,
        Self::Substances,
        Self::Mind,
        Self::HarmThoughts,
        Self::WayHome,
        Self::Emergency,
        Self::More,
    ];

    /// Its name in a form and in a fact's id.
    pub fn name(self) -> &'static str {
        match self {
            Self::Born => "born",
            Self::Body => "body",
            Self::Heart => "heart",
            Self::Vessels => "vessels",
            Self::Breathing => "breathing",
            Self::Head => "head",
            Self::Organs => "organs",
            Self::Eyes => "eyes",
            Self::Pregnancy => "pregnancy",
            Self::Reaction => "reaction",
            Self::Allergies => "allergies",
            Self::Medicines => "medicines",
            Self::Alcohol => "alcohol",
            Self::Cannabis => "cannabis",
            Self::Substances => "substances",
            Self::Mind => "mind",
            Self::HarmThoughts => "harm-thoughts",
            Self::WayHome => "way-home",
            Self::Emergency => "emergency",
            Self::More => "more",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.name() == name)
    }

    /// What it asks of, in order; nothing for a question of another sort.
    pub fn troubles(self) -> &'static [Trouble] {
        use Trouble as T;
        match self {
            Self::Heart => &[
                T::HighBloodPressure,
                T::HeartAttack,
                T::Angina,
                T::HeartFailure,
                T::Arrhythmia,
                T::ValveDisease,
            ],
            Self::Vessels => &[T::Stroke, T::BrainBleeding, T::Aneurysm, T::VesselMalformation],
            Self::Breathing => &[T::LungDisease, T::SleepApnoea, T::HomeOxygen],
            Self::Head => &[T::Seizures, T::HeadInjury, T::BrainPressure, T::Dementia],
            Self::Organs => &[T::LiverDisease, T::BladderTrouble, T::Thyroid, T::Porphyria],
            Self::Eyes => &[T::Glaucoma, T::EyeInjury],
            Self::Pregnancy => &[T::Pregnant, T::BreastFeeding, T::CouldBePregnant],
            Self::Reaction => &[T::KetamineReaction],
            Self::Substances => &[
                T::KetamineUse,
                T::CocaineOrMethamphetamine,
                T::OpioidUse,
                T::AlcoholTrouble,
                T::OtherSubstance,
            ],
            Self::Mind => &[T::Psychosis, T::Mania, T::Dissociation, T::Borderline, T::FamilySchizophrenia],
            Self::HarmThoughts => &[T::SuicidalThoughts],
            Self::Born
            | Self::Body
            | Self::Allergies
            | Self::Medicines
            | Self::Alcohol
            | Self::Cannabis
            | Self::WayHome
            | Self::Emergency
            | Self::More => &[],
        }
    }
}

impl Trouble {
    /// Its code in our own system, which stays as it is.
    pub fn code(self) -> &'static str {
        self.stated().1
    }

    /// Its words in the record, which the recogniser reads.
    pub fn record(self) -> &'static str {
        self.stated().2
    }

    /// What sort of fact it is.
    pub fn kind(self) -> FactKind {
        self.stated().0
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        let all = Question::ALL.into_iter().flat_map(Question::troubles);
        all.copied().find(|trouble| trouble.code() == code)
    }

    fn stated(self) -> (FactKind, &'static str, &'static str) {
        use FactKind::{Allergy, Condition, FamilyHistory, Pregnancy};
        match self {
            Self::HighBloodPressure => (Condition, "high-blood-pressure", "High blood pressure"),
            Self::HeartAttack => (Condition, "heart-attack", "Heart attack (myocardial infarction)"),
            Self::Angina => (Condition, "angina", "Chest pain from the heart (angina)"),
            Self::HeartFailure => (Condition, "heart-failure", "Heart failure"),
            Self::Arrhythmia => (Condition, "arrhythmia", "Irregular heartbeat (arrhythmia)"),
            Self::ValveDisease => (Condition, "valve-disease", "Heart valve disease"),
            Self::Stroke => (Condition, "stroke", "Stroke"),
            Self::BrainBleeding => {
                (Condition, "brain-bleeding", "Intracerebral haemorrhage (bleeding in the brain)")
            }
            Self::Aneurysm => (Condition, "aneurysm", "Aneurysm"),
            Self::VesselMalformation => (Condition, "vessel-malformation", "Arteriovenous malformation"),
            Self::LungDisease => (Condition, "lung-disease", "Chronic obstructive pulmonary disease (COPD)"),
            Self::SleepApnoea => (Condition, "sleep-apnoea", "Sleep apnoea"),
            Self::HomeOxygen => (Condition, "home-oxygen", "Home oxygen"),
            Self::Seizures => (Condition, "seizures", "Seizures or epilepsy"),
            Self::HeadInjury => (Condition, "head-injury", "Head injury in the last three months"),
            Self::BrainPressure => {
                (Condition, "brain-pressure", "Raised intracranial pressure or brain tumour")
            }
            Self::Dementia => (Condition, "dementia", "Dementia"),
            Self::LiverDisease => (Condition, "liver-disease", "Severe liver disease (cirrhosis)"),
            Self::BladderTrouble => {
                (Condition, "bladder-trouble", "Urinary symptoms: pain, blood or frequency")
            }
            Self::Thyroid => (Condition, "thyroid", "Hyperthyroidism"),
            Self::Porphyria => (Condition, "porphyria", "Porphyria"),
            Self::Glaucoma => (Condition, "glaucoma", "Glaucoma"),
            Self::EyeInjury => (Condition, "eye-injury", "Open eye injury or recent eye operation"),
            Self::Pregnant => (Pregnancy, "pregnant", "Pregnant"),
            Self::BreastFeeding => (Pregnancy, "breast-feeding", "Breast-feeding"),
            Self::CouldBePregnant => (Pregnancy, "could-be-pregnant", "Childbearing potential"),
            Self::KetamineReaction => (Allergy, "ketamine-reaction", "Ketamine"),
            Self::KetamineUse => (Condition, "ketamine-use", "Ketamine misuse"),
            Self::CocaineOrMethamphetamine => {
                (Condition, "cocaine-or-methamphetamine", "Cocaine or methamphetamine use")
            }
            Self::OpioidUse => (Condition, "opioid-use", "Opioid misuse"),
            Self::AlcoholTrouble => (Condition, "alcohol-trouble", "Alcohol use disorder"),
            Self::OtherSubstance => (Condition, "other-substance", "Other substance use disorder"),
            Self::Psychosis => (Condition, "psychosis", "Psychosis"),
            Self::Mania => (Condition, "mania", "Mania or bipolar disorder"),
            Self::Dissociation => (Condition, "dissociation", "Dissociative disorder"),
            Self::Borderline => (Condition, "borderline", "Borderline personality disorder"),
            Self::FamilySchizophrenia => (FamilyHistory, "family-schizophrenia", "Schizophrenia"),
            Self::SuicidalThoughts => (Condition, "suicidal-thoughts", "Suicidal thoughts"),
        }
    }
}
