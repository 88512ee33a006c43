//! A part of the work-up as somebody writes it in by hand: what was done, when, by whom, with which result.

use jiff::civil::Date;

use super::{
    Code, CodeSystem, Component, Detail, Fact, FactId, FactKind, FactStatus, Finding, Measured, Origin,
    Provenance,
};
use crate::refusal::Refusal;
use crate::text;

/// A part of the work-up that can be written in by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The psychiatric evaluation.
    PsychiatricEvaluation,
    /// Medical history and examination.
    MedicalHistory,
    /// A pregnancy test.
    PregnancyTest,
    /// Alanine aminotransferase.
    Alt,
    /// Aspartate aminotransferase.
    Ast,
    /// Total bilirubin.
    Bilirubin,
    /// Creatinine.
    Creatinine,
    /// Estimated glomerular filtration rate.
    Egfr,
    /// A test of the urine.
    Urinalysis,
    /// Thyrotropin.
    Tsh,
    /// An electrocardiogram.
    Electrocardiogram,
    /// STOP-BANG.
    StopBang,
    /// AUDIT-C and drug screen.
    SubstanceScreen,
    /// A drug test of the urine.
    UrineDrugScreen,
}

/// What its result has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// A number in this unit.
    Number(&'static str),
    /// Positive or negative.
    Sign,
    /// Words.
    Words,
}

/// One part of the work-up, done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Which.
    pub part: Part,
    /// On which day.
    pub on: Date,
    /// Who did it, or where.
    pub performer: String,
    /// What came of it.
    pub result: String,
}

impl Part {
    /// Every part, in the order in which it is offered.
    pub const ALL: [Self; 14] = [
        Self::PsychiatricEvaluation,
        Self::MedicalHistory,
        Self::Electrocardiogram,
        Self::PregnancyTest,
        Self::Alt,
        Self::Ast,
        Self::Bilirubin,
        Self::Creatinine,
        Self::Egfr,
        Self::Urinalysis,
        Self::Tsh,
        Self::StopBang,
        Self::SubstanceScreen,
        Self::UrineDrugScreen,
    ];

    /// Its name in forms, which is also the concept that the rules read it as.
    pub fn name(self) -> &'static str {
        match self {
            Self::PsychiatricEvaluation => "psychiatric-evaluation",
            Self::MedicalHistory => "medical-history",
            Self::PregnancyTest => "pregnancy-test",
            Self::Alt => "alt",
            Self::Ast => "ast",
            Self::Bilirubin => "bilirubin",
            Self::Creatinine => "creatinine",
            Self::Egfr => "egfr",
            Self::Urinalysis => "urinalysis",
            Self::Tsh => "tsh",
            Self::Electrocardiogram => "electrocardiogram",
            Self::StopBang => "stop-bang",
            Self::SubstanceScreen => "substance-screen",
            Self::UrineDrugScreen => "urine-drug-screen",
        }
    }

    /// What its result has to be.
    pub fn needs(self) -> Needs {
        match self {
            Self::Alt | Self::Ast => Needs::Number("U/L"),
            Self::Bilirubin | Self::Creatinine => Needs::Number("mg/dL"),
            Self::Egfr => Needs::Number("mL/min/{1.73_m2}"),
            Self::Tsh => Needs::Number("m[IU]/L"),
            Self::StopBang => Needs::Number("{points}"),
            Self::PregnancyTest => Needs::Sign,
            Self::PsychiatricEvaluation
            | Self::MedicalHistory
            | Self::Urinalysis
            | Self::Electrocardiogram
            | Self::SubstanceScreen
            | Self::UrineDrugScreen => Needs::Words,
        }
    }

    /// The words and the code under which the rules find it; LOINC by `clinical.md` 5, else SNOMED CT.
    fn known_as(self) -> (&'static str, Option<(CodeSystem, &'static str)>) {
        let loinc = |code| Some((CodeSystem::Loinc, code));
        let snomed = |code| Some((CodeSystem::Snomed, code));
        match self {
            Self::PsychiatricEvaluation => ("Psychiatric evaluation", snomed("79094001")),
            Self::MedicalHistory => ("Medical history and examination", snomed("5880005")),
            Self::PregnancyTest => ("Pregnancy test", loinc("2106-3")),
            Self::Alt => ("ALT", loinc("1742-6")),
            Self::Ast => ("AST", loinc("1920-8")),
            Self::Bilirubin => ("Total bilirubin", loinc("1975-2")),
            Self::Creatinine => ("Creatinine", loinc("2160-0")),
            Self::Egfr => ("eGFR", loinc("98979-8")),
            Self::Urinalysis => ("Urinalysis", loinc("24356-8")),
            Self::Tsh => ("TSH", loinc("3016-3")),
            Self::Electrocardiogram => ("Electrocardiogram", loinc("11524-6")),
            Self::StopBang => ("STOP-BANG", None),
            Self::SubstanceScreen => ("AUDIT-C and drug abuse screening", None),
            Self::UrineDrugScreen => ("Urine drug screen", loinc("65750-2")),
        }
    }
}

impl Done {
    /// The fact that it is, under a lasting name.
    ///
    /// # Errors
    /// When its day lies ahead, nobody is named, or the result is none of its kind.
    pub fn fact(&self, id: FactId, today: Date) -> Result<Fact, Refusal> {
        if self.on > today {
            return Err(Refusal::TimeAhead);
        }
        let performer = text::line(&self.performer)?.ok_or(Refusal::NameMissing)?;
        let result = text::line(&self.result)?.ok_or(Refusal::WordsMissing)?;
        let (words, code) = self.part.known_as();
        let (value, finding) = self.read(&result)?;
        Ok(Fact {
            id,
            kind: FactKind::Observation,
            text: words.to_owned(),
            codes: code
                .map(|(system, code)| Code { system, code: code.to_owned(), display: None })
                .into_iter()
                .collect(),
            status: FactStatus::Past,
            date: Some(self.on.into()),
            end: None,
            last_confirmed: None,
            value,
            finding,
            details: vec![Detail { name: "performer".to_owned(), text: performer }],
            provenance: Provenance { origin: Origin::ByHand, document: None, resource: None },
        })
    }

    fn read(&self, result: &str) -> Result<(Option<Measured>, Option<Finding>), Refusal> {
        let words = |text: &str| Some(Finding { text: text.to_owned(), codes: Vec::new() });
        match self.part.needs() {
            Needs::Words => Ok((None, words(result))),
            Needs::Sign => match result.to_lowercase().as_str() {
                "positive" | "positivo" | "positiva" => Ok((None, words("positive"))),
                "negative" | "negativo" | "negativa" => Ok((None, words("negative"))),
                _ => Err(Refusal::ResultUnclear),
            },
            Needs::Number(unit) => {
                let value: f64 = result.replace(',', ".").parse().map_err(|_| Refusal::ResultUnclear)?;
                if !value.is_finite() || value < 0.0 {
                    return Err(Refusal::ResultUnclear);
                }
                let (_, code) = self.part.known_as();
                let loinc = code.filter(|(system, _)| *system == CodeSystem::Loinc);
                let loinc = loinc.map(|(_, code)| code.to_owned());
                let measured = Component { loinc, value, unit: unit.to_owned() };
                Ok((Some(Measured { components: vec![measured] }), None))
            }
        }
    }
}

#[cfg(test)]
mod tests;
