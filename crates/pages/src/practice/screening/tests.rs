use journey::clearance::TESTS_AFTER_SESSIONS;
use journey::screening::{ask_names, concept_names, rule_names, work_up_names};

use super::words::of_rule;
use crate::messages::{Language, Messages};

#[test]
fn every_rule_has_words_in_every_language() {
    for m in Language::ALL.map(Messages::of) {
        let without: Vec<&str> = rule_names().into_iter().filter(|rule| of_rule(m, rule).is_none()).collect();
        assert!(without.is_empty(), "{:?}: {without:?}", m.language());
        for key in ask_names().map(|name| format!("ask-{name}")) {
            assert!(m.has(&key), "{key}");
        }
        for key in concept_names().into_iter().map(|name| format!("concept-{name}")) {
            assert!(m.has(&key), "{key}");
        }
        for item in work_up_names().into_iter().chain([TESTS_AFTER_SESSIONS]) {
            assert!(m.has(&format!("work-up-{item}")) && m.has(&format!("work-up-by-{item}")), "{item}");
        }
    }
}
