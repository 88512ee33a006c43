//! Of whom a text speaks, whether it says that something is so, and whether it is over.
//!
//! A record writes `No aneurysm, AVM present` or `schizophrenia in her mother` in one line. Each
//! word gets what is said around it; where a text leaves it open, the word counts as said of the
//! person and as so, since that is the stricter reading.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::misspelt;
use super::normal::{Phrase, Words, Written};

/// How a text stands in time to what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tense {
    /// Nothing is said, or it is so now.
    Now,
    /// `History of` it: it may go on.
    History,
    /// It is said to be over.
    Over,
}

/// What is said around one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// It is not so.
    pub(super) not_so: bool,
    /// It is so of a relative.
    pub(super) of_relative: bool,
    /// Whether it goes on.
    pub(super) tense: Tense,
}

/// One sentence, with what is said around each of its words.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) words: Words,
    pub(super) said: Vec<Said>,
    /// The places of words that were put right.
    pub(super) misspelt: Vec<usize>,
}

impl Sentence {
    /// Puts words that are written nearly as one of a concept in that one's place.
    pub(super) fn put_right(&mut self) {
        for (place, word) in self.words.0.iter_mut().enumerate() {
            if let Some(meant) = misspelt::meant(word) {
                meant.clone_into(word);
                self.misspelt.push(place);
            }
        }
    }
}

/// Words that say that what comes after them is not so.
const NOT_SO_BEFORE: &str = "no | not | denies | denied | denying | without | w o | negative for | never | absence of | \
    free of | rule out | ruled out | r o | nor | neither | sin | niega | negativo para | negativa para | nunca | \
    ausencia de | descarta | descartar | descartado | descartada | ni | tampoco";

/// Words that say that what comes before them, in the same part of the sentence, is not so.
const NOT_SO_AFTER: &str = "ruled out | excluded | denied | negative | absent | not present | not found | not seen | \
    none | descartado | descartada | negado | negada | ausente | negativo | negativa | was ruled out";

/// Words that look like a denial and are none.
const STILL_OPEN: &str = "cannot rule out | can not rule out | not ruled out | cannot be ruled out | not be ruled out | \
    not been ruled out | not excluded | cannot exclude | not exclude | cannot be excluded | not be excluded | \
    unable to rule out | unable to exclude | no puede descartarse | no se puede descartar | no se descarta | \
    sin descartar | no descartado | no descartada | no change | not only | no improvement | without improvement | \
    sin cambios | sin mejoria";

/// Words after which a denial or a relative no longer holds.
const TURNS: &str = "but | however | except | although | though | and | with | yet | pero | salvo | excepto | aunque | \
    y | e | con | patient | client | himself | herself | paciente";

/// Words that say that a part of a list is so after all.
const SO_AFTER_ALL: &str = "present | positive | confirmed | yes | has | had | diagnosed | found | since | treated | \
    repaired | known | active | presente | positivo | positiva | confirmado | confirmada | tiene | desde";

const HISTORY: &str = "history of | hx of | h o | hx | past medical history | pmh | past history | status post | s p | \
    antecedente | antecedentes | historia de";

const OVER: &str = "resolved | in remission | remission | full remission | recovered | previous | previously | prior | \
    former | formerly | in the past | inactive | resuelto | resuelta | en remision | remision | previo | previa";

const FAMILY: &str = "family history | family hx | fh | fhx | fhx of | antecedentes familiares | historia familiar | \
    familia con | family member | familiar de primer grado | first degree relative | relative with";

const KIN: &str = "mother | father | brother | sister | son | daughter | parent | parents | sibling | siblings | aunt | \
    uncle | cousin | grandmother | grandfather | grandparent | grandson | granddaughter | niece | nephew | wife | husband | \
    madre | padre | hermano | hermana | hijo | hija | abuelo | abuela | primo | prima | sobrino | sobrina | esposo | esposa";

/// Kin who are not of the first degree.
const FARTHER_KIN: &str = "aunt | uncle | cousin | grandmother | grandfather | grandparent | grandson | granddaughter | \
    niece | nephew | wife | husband | abuelo | abuela | primo | prima | sobrino | sobrina | esposo | esposa | \
    second degree | great";

const NEAR_KIN: &str = "mother | father | brother | sister | son | daughter | parent | parents | sibling | siblings | \
    madre | padre | hermano | hermana | hijo | hija | first degree | primer grado";

/// Verbs by which a text goes on to say what a relative has.
const KIN_HAS: &str = "with | had | has | have | died | suffered | suffers | diagnosed | s | dx | con | tiene | tuvo | \
    padece | murio";

/// What a phrase says of the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    NotSoBefore,
    NotSoAfter,
    StillOpen,
    Turn,
    SoAfterAll,
    History,
    Over,
    Family,
    Kin,
    KinHas,
    FartherKin,
    NearKin,
}

/// Every cue with its phrases, by the first word of each.
static CUES: LazyLock<BTreeMap<String, Vec<(Cue, Phrase)>>> = LazyLock::new(|| {
    let listed = [
        (Cue::NotSoBefore, NOT_SO_BEFORE),
        (Cue::NotSoAfter, NOT_SO_AFTER),
        (Cue::StillOpen, STILL_OPEN),
        (Cue::Turn, TURNS),
        (Cue::SoAfterAll, SO_AFTER_ALL),
        (Cue::History, HISTORY),
        (Cue::Over, OVER),
        (Cue::Family, FAMILY),
        (Cue::Kin, KIN),
        (Cue::KinHas, KIN_HAS),
        (Cue::FartherKin, FARTHER_KIN),
        (Cue::NearKin, NEAR_KIN),
    ];
    let mut cues: BTreeMap<String, Vec<(Cue, Phrase)>> = BTreeMap::new();
    for (cue, phrases) in listed {
        for phrase in phrases.split('|').map(Phrase::new) {
            if let Some(Written::Word(first)) = phrase.first() {
                cues.entry(first.to_owned()).or_default().push((cue, phrase));
            }
        }
    }
    cues
});

/// Reads a text sentence by sentence.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    split(text).into_iter().map(sentence).collect()
}

/// Whether a text that names kin names only such as are not of the first degree.
pub(super) fn of_farther_kin_alone(sentences: &[Sentence]) -> bool {
    let names = |cue| {
        let mut places = sentences
            .iter()
            .flat_map(|sentence| (0..sentence.words.0.len()).map(|place| hits(&sentence.words, place)));
        places.any(|hits| hits.iter().any(|(hit, _)| *hit == cue))
    };
    names(Cue::FartherKin) && !names(Cue::NearKin)
}

/// The text cut where a sentence ends; `St. John` and `0.5` are no ends.
fn split(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let last = sentences.last_mut().expect("there is always one");
        let ends = match character {
            ';' | '\n' | '\r' | '|' | '!' | '?' | '•' => true,
            '.' => characters.peek().is_none_or(|next| next.is_whitespace()) && !is_saint(last),
            _ => false,
        };
        if ends {
            sentences.push(String::new());
        } else {
            last.push(character);
        }
    }
    sentences.retain(|sentence| !sentence.trim().is_empty());
    sentences
}

fn is_saint(written: &str) -> bool {
    written.rsplit(|c: char| !c.is_alphanumeric()).next().is_some_and(|word| word.eq_ignore_ascii_case("st"))
}

/// A sentence word by word, with the places where a comma or a colon stands before a word.
struct Laid {
    words: Words,
    /// The cues that begin at each word, with their lengths.
    cues: Vec<Vec<(Cue, usize)>>,
    after_comma: Vec<bool>,
    after_colon: Vec<bool>,
}

fn laid(text: &str) -> Laid {
    let mut laid = Laid { words: Words::default(), cues: vec![], after_comma: vec![], after_colon: vec![] };
    for (number, part) in text.split([',', '(', ')']).enumerate() {
        for (number_within, piece) in part.split(':').enumerate() {
            let words = Words::new(piece);
            for (place, word) in words.0.into_iter().enumerate() {
                laid.words.0.push(word);
                laid.after_comma.push(place == 0 && number_within == 0 && number > 0);
                laid.after_colon.push(place == 0 && number_within > 0);
            }
        }
    }
    laid.cues = (0..laid.words.0.len()).map(|place| hits(&laid.words, place)).collect();
    laid
}

fn sentence(text: String) -> Sentence {
    let laid = laid(&text);
    let mut said = vec![Said { not_so: false, of_relative: false, tense: Tense::Now }; laid.words.0.len()];
    let open = laid.covered(Cue::StillOpen);
    mark_not_so(&laid, &open, &mut said);
    mark_relatives(&laid, &mut said);
    mark_tense(&laid, &mut said);
    Sentence { words: laid.words, said, misspelt: Vec::new() }
}

/// The cues that begin at the word, with their lengths.
fn hits(words: &Words, place: usize) -> Vec<(Cue, usize)> {
    let candidates = CUES.get(&words.0[place]).into_iter().flatten();
    let there = candidates.filter(|(_, phrase)| phrase.is_at(words, place));
    there.map(|(cue, phrase)| (*cue, phrase.len())).collect()
}

impl Laid {
    /// The length of the longest phrase of the cue that begins at the place.
    fn longest(&self, cue: Cue, place: usize) -> Option<usize> {
        self.cues[place].iter().filter(|(hit, _)| *hit == cue).map(|(_, length)| *length).max()
    }

    /// The places that phrases of the cue cover.
    fn covered(&self, cue: Cue) -> Vec<bool> {
        let mut covered = vec![false; self.words.0.len()];
        for place in 0..covered.len() {
            if let Some(length) = self.longest(cue, place) {
                covered[place..place + length].fill(true);
            }
        }
        covered
    }
}

/// The places from which the part of the sentence that holds `place` runs.
fn part(laid: &Laid, place: usize) -> std::ops::Range<usize> {
    let bounds = |at: usize| laid.after_comma[at] || laid.longest(Cue::Turn, at).is_some();
    let start = (0..=place).rev().find(|&at| bounds(at)).unwrap_or(0);
    let end = (place + 1..laid.words.0.len()).find(|&at| bounds(at)).unwrap_or(laid.words.0.len());
    start..end
}

fn mark_not_so(laid: &Laid, open: &[bool], said: &mut [Said]) {
    let words = &laid.words;
    for place in 0..words.0.len() {
        if open[place] {
            continue;
        }
        if let Some(length) = laid.longest(Cue::NotSoBefore, place) {
            let end = denial_end(laid, place + length);
            said[place + length..end].iter_mut().for_each(|said| said.not_so = true);
        }
        let here = part(laid, place);
        let after = laid.longest(Cue::NotSoAfter, place).is_some();
        let lone_no = words.0[place] == "no" && place + 1 == here.end;
        if after || lone_no {
            said[here.start..place].iter_mut().for_each(|said| said.not_so = true);
        }
    }
}

/// Where a denial that begins before `from` ends: at a turn, or at a comma unless a list goes on.
fn denial_end(laid: &Laid, from: usize) -> usize {
    let words = &laid.words;
    let total = words.0.len();
    let turn = (from..total).find(|&at| laid.longest(Cue::Turn, at).is_some()).unwrap_or(total);
    let Some(comma) = (from + 1..turn).find(|&at| laid.after_comma[at]) else { return turn };
    let closes_a_list = |at: usize| matches!(words.0[at].as_str(), "or" | "nor" | "o" | "ni");
    let so_after_all = (comma..turn).any(|at| laid.longest(Cue::SoAfterAll, at).is_some());
    if !so_after_all && (comma..turn).any(closes_a_list) { turn } else { comma }
}

fn mark_relatives(laid: &Laid, said: &mut [Said]) {
    let words = &laid.words;
    let total = words.0.len();
    for place in 0..total {
        if let Some(length) = laid.longest(Cue::Family, place) {
            let turn = |at: &usize| {
                matches!(
                    words.0[*at].as_str(),
                    "but" | "patient" | "client" | "pero" | "paciente" | "personal"
                )
            };
            let end = (place + length..total).find(turn).unwrap_or(total);
            said[place..end].iter_mut().for_each(|said| said.of_relative = true);
        }
        if laid.longest(Cue::Kin, place).is_none() {
            continue;
        }
        let follows = place + 1;
        let has =
            follows < total && (laid.longest(Cue::KinHas, follows).is_some() || laid.after_colon[follows]);
        if has {
            let ends = |at: &usize| {
                laid.after_comma[*at]
                    || matches!(words.0[*at].as_str(), "but" | "patient" | "client" | "pero" | "paciente")
            };
            let end = (follows + 1..total).find(ends).unwrap_or(total);
            said[place..end].iter_mut().for_each(|said| said.of_relative = true);
        } else if place > 0 && (is_in_or_of(words, place) || laid.after_comma[place] && follows == total) {
            let start = if laid.after_comma[place] { 0 } else { part(laid, place - 1).start };
            said[start..=place].iter_mut().for_each(|said| said.of_relative = true);
        }
    }
}

/// Whether `in`, `of` or the like stands before the place, with at most a `her` or `the` between.
fn is_in_or_of(words: &Words, place: usize) -> bool {
    let leads = |at: usize| matches!(words.0[at].as_str(), "in" | "of" | "en" | "de");
    let between = |at: usize| {
        matches!(
            words.0[at].as_str(),
            "her"
                | "his"
                | "their"
                | "the"
                | "a"
                | "maternal"
                | "paternal"
                | "la"
                | "el"
                | "su"
                | "una"
                | "un"
        )
    };
    leads(place - 1) || (place > 1 && between(place - 1) && leads(place - 2))
}

fn mark_tense(laid: &Laid, said: &mut [Said]) {
    let words = &laid.words;
    for place in 0..words.0.len() {
        if let Some(length) = laid.longest(Cue::History, place) {
            let end = part(laid, place).end;
            for said in said.iter_mut().take(end).skip(place + length) {
                said.tense = said.tense.max(Tense::History);
            }
        } else if laid.longest(Cue::Over, place).is_some() {
            let here = if laid.after_comma[place] && place > 0 {
                part(laid, place - 1).start..part(laid, place).end
            } else {
                part(laid, place)
            };
            said[here].iter_mut().for_each(|said| said.tense = Tense::Over);
        }
    }
}
