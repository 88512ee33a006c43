//! What a refusal says to the person who can mend it.

use journey::Refusal;

use crate::messages::Messages;
use crate::t;

/// The words of a refusal; a test holds that each has its own.
pub fn words(m: Messages, refusal: &Refusal) -> String {
    let key = format!("refusal-{}", refusal.code());
    let said = match refusal {
        Refusal::TextTooLong { characters_max } => {
            m.text(&key, &[("characters_max", (*characters_max).into())])
        }
        Refusal::LotShort { left } => m.text(&key, &[("left", (*left).into())]),
        _ => m.text(&key, &[]),
    };
    if said.starts_with('⟦') { t!(m, "refusal-other") } else { said }
}

/// Which field of a form a refusal belongs to, where its code says so.
pub fn field(refusal: &Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::NameMissing => Some("name"),
        Refusal::ReachMissing | Refusal::EmailInvalid | Refusal::EmailTaken => Some("email"),
        Refusal::ReasonMissing => Some("reason"),
        Refusal::PasswordMissing => Some("password"),
        Refusal::WordsMissing => Some("words"),
        Refusal::VitalsMissing => Some("systolic"),
        Refusal::AboveTier { .. } => Some("most_mg_per_session"),
        Refusal::HoldOutsideProtocol => Some("hold_minutes"),
        Refusal::BoosterOutsideProtocol => Some("booster_mg"),
        Refusal::ValidityOutOfRange => Some("valid_until"),
        Refusal::ConditionsMissing => Some("conditions"),
        Refusal::WitnessMissing | Refusal::WitnessIsRecorder => Some("witness"),
        Refusal::MannerMissing => Some("manner"),
        Refusal::SupplierMissing => Some("supplier"),
        Refusal::LotMissing
        | Refusal::NoSuchLot
        | Refusal::LotShort { .. }
        | Refusal::LotOfOtherStrength
        | Refusal::LotExpired => Some("stock_lot"),
        Refusal::MedicineIncomplete => Some("product"),
        Refusal::InventoryIncomplete | Refusal::EstimateNotAllowed => Some("counts"),
        Refusal::NoticeMissing => Some("notice"),
        Refusal::NothingLost => Some("words"),
        Refusal::ResultUnclear => Some("result"),
        Refusal::PaceMissing => Some("pace"),
        Refusal::ReviewDayMissing => Some("next_on"),
        Refusal::ReachableMissing => Some("reachable"),
        Refusal::MedicineUnsaid | Refusal::LozengesOut => Some("medicine_words"),
        _ => None,
    }
}

/// The words for `name`, if the refusal belongs to that field.
pub fn beside(m: Messages, refusal: Option<&Refusal>, name: &str) -> Option<String> {
    refusal.filter(|refusal| field(refusal) == Some(name)).map(|refusal| words(m, refusal))
}

#[cfg(test)]
mod tests {
    use crate::messages::{Language, Messages};

    /// Codes as the rules give them, read from their source: `=> "name-missing",`.
    fn codes() -> Vec<String> {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../journey/src/refusal.rs");
        let source = std::fs::read_to_string(path).unwrap();
        let after = source.split("pub fn code").nth(1).expect("refusals have codes");
        after.split("=> \"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    }

    #[test]
    fn every_refusal_has_words_in_every_language() {
        let codes = codes();
        assert!(codes.len() > 5, "{codes:?}");
        for language in Language::ALL {
            for code in &codes {
                let key = format!("refusal-{code}");
                assert!(Messages::of(language).has(&key), "no message {key} in {}", language.tag());
            }
        }
    }
}
