//! What settles a finding, once in words: pages say the same in their own language.

/// A question or an act, by its lasting name.
#[derive(Clone, Copy)]
pub(super) struct Ask(pub(super) &'static str);

/// Every question, by its name and in English.
const ASKS: [(&str, &str); 39] = [
    ("evidence", "Show with evidence that the finding is wrong; no decision takes it away."),
    ("when", "Ask when it was; a day or a month is enough."),
    ("wait", "Wait until the time has passed, or correct the date with evidence."),
    ("review", "Review with the treating physician; the prescriber decides."),
    ("stroke-type", "Ask for its type and date: a haemorrhage stands until it is shown wrong."),
    ("control", "Ask whether it is controlled and treated, and since when."),
    ("severity", "Ask how severe it is, with the last test."),
    ("decide", "The prescriber weighs benefit against risk."),
    ("head-injury", "Ask when it was and what remains of it."),
    ("image", "Ask for the last image or report, and what remains."),
    ("seizures", "Ask for the date of the last seizure and what is taken against it."),
    ("capacity", "Assess whether consent can be given, and who decides otherwise."),
    ("eye", "Ask for the last eye pressure, and the eye physician's word."),
    ("mental-state", "Examine for hallucinations and delusions now."),
    ("family", "Ask which relative, and what illness it was."),
    ("mood-now", "Examine for mania or a mixed state now."),
    ("mood-stabiliser", "Document the mood stabiliser, or why there is none."),
    ("two-signatures", "Prescriber and therapist both consider it, and both sign."),
    ("risk", "Make a structured suicide risk assessment before any dose."),
    ("use", "Ask what is used, how much and how often, and offer help with it."),
    ("sober", "Postpone while intoxicated or withdrawing; help comes first."),
    ("thyroid", "Measure TSH, and ask what is taken for the thyroid."),
    ("pregnancy", "Ask, and test; a pregnancy that is over is written down with its end."),
    ("breast-feeding", "Ask whether it goes on; the label says not to breast-feed during treatment."),
    ("contraception", "Counsel on contraception, and test within the protocol's days before a dose."),
    ("liver", "Ask for the severity (Child-Pugh) and the last liver values."),
    ("liver-again", "Repeat the liver values, and look for the cause."),
    ("bladder", "Ask for bladder symptoms, and test the urine."),
    ("bladder-cause", "Ask for the cause: infection, stone, or ketamine used before."),
    ("sleep-apnoea", "Ask for its severity, and whether a breathing device is used every night."),
    ("today", "Wait until it is over, and look again on the day."),
    ("porphyria", "Ask which kind: the acute ones stop a dose."),
    ("opioid", "Ask whether it is taken now, how much and since when; the prescriber decides."),
    ("taken-now", "Ask whether it is taken now, how much and since when."),
    ("dosing-day", "Ask whether it is taken on the day of a dose; the prescriber says what to do then."),
    ("pressure-closer", "Watch blood pressure more closely."),
    ("effect", "The prescriber considers that the effect may be other than expected."),
    ("keep-taking", "It is taken on the day of a dose as on any other."),
    ("longer-fast", "Ask about nausea, and for a longer fast."),
];

impl Ask {
    /// The question in English.
    pub(super) fn words(self) -> &'static str {
        let found = ASKS.iter().find(|(name, _)| *name == self.0);
        found.map_or("", |(_, words)| words)
    }
}

/// The lasting name of a question that a flag asks in English.
pub fn ask_name(resolves: &str) -> Option<&'static str> {
    ASKS.iter().find(|(_, words)| *words == resolves).map(|(name, _)| *name)
}

/// The lasting names of every question.
pub fn ask_names() -> impl Iterator<Item = &'static str> {
    ASKS.iter().map(|(name, _)| *name)
}
