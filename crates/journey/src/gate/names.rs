//! The closed names of the gate: conditions, the checks within them, and what they look at.

use crate::protocol::Sign;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Declares a closed set of names whose spelling never changes once released.
macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $key:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $key)] $variant,)* }

        impl $name {
            /// Every name of the set.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The name as it is spelled in messages and on the wire.
            pub fn key(self) -> &'static str {
                match self { $($name::$variant => $key,)* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.key())
            }
        }
    };
}

names! {
    /// A condition of the dose gate (G) or of the booster's own list (B).
    ConditionId {
        /// Protocol signed and in force.
        G1 = "G1",
        /// Identity confirmed this visit.
        G2 = "G2",
        /// Clearance valid, its conditions met, not reopened.
        G3 = "G3",
        /// No undecided blocking flag.
        G4 = "G4",
        /// Consent current, right tier, not withdrawn, attested this visit.
        G5 = "G5",
        /// Prescription covers date, tier, route, this and the cumulative dose.
        G6 = "G6",
        /// Ceiling in mg and mg/kg, with a weight in date.
        G7 = "G7",
        /// First session, titration, interval, last review signed.
        G8 = "G8",
        /// Medicines reconciled this visit.
        G9 = "G9",
        /// Pregnancy test where it applies.
        G10 = "G10",
        /// Risk answers assessed.
        G11 = "G11",
        /// Every vital sign of the hold column, recent and in band.
        G12 = "G12",
        /// Food, drink, alcohol, cannabis, intoxication, infection, vomiting.
        G13 = "G13",
        /// Escort named and confirmed.
        G14 = "G14",
        /// Kit checked this visit, monitor present, prescriber reachable.
        G15 = "G15",
        /// No open grade 3 event, deterioration or misuse review.
        G16 = "G16",
        /// Booster pre-authorised, this much of it.
        B1 = "B1",
        /// Booster within its minutes.
        B2 = "B2",
        /// Fully awake.
        B3 = "B3",
        /// Pressure below the act line.
        B4 = "B4",
        /// Oxygen saturation in band.
        B5 = "B5",
        /// No vomiting.
        B6 = "B6",
        /// Total within tier cap and ceiling.
        B7 = "B7",
        /// At most one booster.
        B8 = "B8",
    }
}

impl ConditionId {
    /// The conditions of the dose gate.
    pub const GATE: [ConditionId; 16] = {
        use ConditionId::*;
        [G1, G2, G3, G4, G5, G6, G7, G8, G9, G10, G11, G12, G13, G14, G15, G16]
    };

    /// The conditions of the booster's own list.
    pub const BOOSTER: [ConditionId; 8] = {
        use ConditionId::*;
        [B1, B2, B3, B4, B5, B6, B7, B8]
    };

    /// Whether what it looks at can change within the visit.
    pub fn is_of_the_day(self) -> bool {
        use ConditionId::*;
        matches!(self, G2 | G5 | G7 | G9 | G10 | G12 | G13 | G14 | G15)
    }
}

names! {
    /// What a row of the gate looks at: a flag or a whole number, known or not.
    Fact {
        /// The protocol carries a prescriber's signature.
        ProtocolSigned = "protocol-signed",
        /// The signed protocol is in force now.
        ProtocolInForce = "protocol-in-force",
        /// Identity was confirmed this visit.
        IdentityConfirmed = "identity-confirmed",
        /// The latest clearance says yes, with or without conditions.
        ClearanceGiven = "clearance-given",
        /// The clearance has not expired.
        ClearanceInDate = "clearance-in-date",
        /// Something reopened the clearance.
        ClearanceReopened = "clearance-reopened",
        /// Conditions of the clearance that are not met.
        ClearanceConditionsOpen = "clearance-conditions-open",
        /// Blocking flags that nobody decided.
        FlagsUndecided = "flags-undecided",
        /// A consent is signed and not too old.
        ConsentCurrent = "consent-current",
        /// The consent covers the tier.
        ConsentCoversTier = "consent-covers-tier",
        /// The consent was withdrawn.
        ConsentWithdrawn = "consent-withdrawn",
        /// The consent was attested again this visit.
        ConsentAttested = "consent-attested",
        /// The prescription covers the date.
        PrescriptionInDate = "prescription-in-date",
        /// The prescription covers the route, which is sublingual.
        PrescriptionCoversRoute = "prescription-covers-route",
        /// Most that is prescribed at once.
        PrescribedDoseMg = "prescribed-dose-mg",
        /// Most that is prescribed for the session.
        PrescribedTotalMg = "prescribed-total-mg",
        /// Most that the prescribed tier allows for this weight.
        TierCapMg = "tier-cap-mg",
        /// The dose that is asked for.
        DoseMg = "dose-mg",
        /// What was given this session before.
        GivenMg = "given-mg",
        /// Age of the body weight in days.
        WeightAgeDays = "weight-age-days",
        /// Most that the ceiling allows for this weight.
        WeightCeilingMg = "weight-ceiling-mg",
        /// It is the client's first session.
        FirstSession = "first-session",
        /// Most that a first session allows for this weight.
        FirstSessionCapMg = "first-session-cap-mg",
        /// What the protocol starts a first session with, for this age and weight.
        FirstSessionStartMg = "first-session-start-mg",
        /// Most that one step above the last tolerated dose allows.
        TitrationCapMg = "titration-cap-mg",
        /// Hours since the last dose of an earlier session.
        HoursSinceLastDose = "hours-since-last-dose",
        /// Sessions in the seven days before this one.
        SessionsIn7Days = "sessions-in-7-days",
        /// Sessions since the last periodic review, without this one.
        SessionsSinceReview = "sessions-since-review",
        /// The review of the last session is signed.
        LastReviewSigned = "last-review-signed",
        /// Medicines were reconciled this visit.
        MedicinesReconciled = "medicines-reconciled",
        /// A pregnancy test applies to this client.
        PregnancyTestApplies = "pregnancy-test-applies",
        /// Age of the pregnancy test in days.
        PregnancyTestAgeDays = "pregnancy-test-age-days",
        /// The pregnancy test is positive.
        PregnancyTestPositive = "pregnancy-test-positive",
        /// Risk answers were assessed.
        RiskAssessed = "risk-assessed",
        /// Systolic pressure.
        SystolicMmhg = "systolic-mmhg",
        /// Minutes since it was measured.
        SystolicAgeMinutes = "systolic-age-minutes",
        /// Diastolic pressure.
        DiastolicMmhg = "diastolic-mmhg",
        /// Minutes since it was measured.
        DiastolicAgeMinutes = "diastolic-age-minutes",
        /// Heart rate.
        HeartRatePerMinute = "heart-rate-per-minute",
        /// Minutes since it was measured.
        HeartRateAgeMinutes = "heart-rate-age-minutes",
        /// Oxygen saturation.
        Spo2Percent = "spo2-percent",
        /// Minutes since it was measured.
        Spo2AgeMinutes = "spo2-age-minutes",
        /// Respiratory rate.
        RespiratoryRatePerMinute = "respiratory-rate-per-minute",
        /// Minutes since it was counted.
        RespiratoryRateAgeMinutes = "respiratory-rate-age-minutes",
        /// Level of sedation.
        Moaas = "moaas",
        /// Minutes since it was seen.
        MoaasAgeMinutes = "moaas-age-minutes",
        /// Minutes since the last food.
        FoodMinutes = "food-minutes",
        /// Minutes since the last fluid.
        FluidMinutes = "fluid-minutes",
        /// Hours since the last alcohol or cannabis.
        AlcoholCannabisHours = "alcohol-cannabis-hours",
        /// The client is intoxicated or in withdrawal.
        Intoxicated = "intoxicated",
        /// Fever or infection today.
        Infection = "infection",
        /// Vomiting today.
        Vomiting = "vomiting",
        /// An escort is named.
        EscortNamed = "escort-named",
        /// The escort has confirmed.
        EscortConfirmed = "escort-confirmed",
        /// The kit was checked this visit.
        KitChecked = "kit-checked",
        /// A qualified monitor is present.
        MonitorPresent = "monitor-present",
        /// The prescriber can be reached now.
        PrescriberReachable = "prescriber-reachable",
        /// An adverse event of grade 3 or more is not reviewed.
        SevereEventOpen = "severe-event-open",
        /// A reliable deterioration is not reviewed.
        DeteriorationOpen = "deterioration-open",
        /// A misuse review is open.
        MisuseReviewOpen = "misuse-review-open",
        /// A booster is pre-authorised.
        BoosterAuthorised = "booster-authorised",
        /// Most that is pre-authorised as a booster.
        BoosterAuthorisedMg = "booster-authorised-mg",
        /// Least that a booster may be, from the first dose.
        BoosterLeastMg = "booster-least-mg",
        /// Most that a booster may be, from the first dose.
        BoosterMostMg = "booster-most-mg",
        /// Minutes since the first dose.
        MinutesSinceDose = "minutes-since-dose",
        /// Rise of systolic pressure over the reading before the dose.
        SystolicRiseMmhg = "systolic-rise-mmhg",
        /// Rise of diastolic pressure over the reading before the dose.
        DiastolicRiseMmhg = "diastolic-rise-mmhg",
        /// Boosters given this session.
        BoostersGiven = "boosters-given",
    }
}

impl Fact {
    /// The facts that hold a sign's value and its age.
    pub fn of_sign(sign: Sign) -> (Fact, Fact) {
        match sign {
            Sign::Systolic => (Fact::SystolicMmhg, Fact::SystolicAgeMinutes),
            Sign::Diastolic => (Fact::DiastolicMmhg, Fact::DiastolicAgeMinutes),
            Sign::HeartRate => (Fact::HeartRatePerMinute, Fact::HeartRateAgeMinutes),
            Sign::Spo2 => (Fact::Spo2Percent, Fact::Spo2AgeMinutes),
            Sign::RespiratoryRate => (Fact::RespiratoryRatePerMinute, Fact::RespiratoryRateAgeMinutes),
            Sign::Moaas => (Fact::Moaas, Fact::MoaasAgeMinutes),
        }
    }

    /// The sign whose value this is.
    pub fn sign(self) -> Option<Sign> {
        Sign::ALL.into_iter().find(|&sign| Fact::of_sign(sign).0 == self)
    }
}

names! {
    /// One row of the gate, named by what must be so.
    Check {
        /// G1.
        ProtocolSigned = "protocol-signed",
        /// G1.
        ProtocolInForce = "protocol-in-force",
        /// G2.
        IdentityConfirmed = "identity-confirmed",
        /// G3.
        ClearanceGiven = "clearance-given",
        /// G3.
        ClearanceInDate = "clearance-in-date",
        /// G3.
        ClearanceNotReopened = "clearance-not-reopened",
        /// G3.
        ClearanceConditionsMet = "clearance-conditions-met",
        /// G4.
        FlagsDecided = "flags-decided",
        /// G5.
        ConsentCurrent = "consent-current",
        /// G5.
        ConsentCoversTier = "consent-covers-tier",
        /// G5.
        ConsentNotWithdrawn = "consent-not-withdrawn",
        /// G5.
        ConsentAttested = "consent-attested",
        /// G6.
        PrescriptionInDate = "prescription-in-date",
        /// G6.
        PrescriptionCoversRoute = "prescription-covers-route",
        /// G6: the dose is more than nothing.
        DoseMg = "dose-mg",
        /// G6: what was given before is not less than nothing.
        GivenMg = "given-mg",
        /// G6.
        PrescribedDose = "prescribed-dose",
        /// G6.
        PrescribedTotal = "prescribed-total",
        /// G6.
        TierCap = "tier-cap",
        /// G7.
        CeilingMg = "ceiling-mg",
        /// G7.
        CeilingForWeight = "ceiling-for-weight",
        /// G7.
        WeightInDate = "weight-in-date",
        /// G8: whether it is the first session is known.
        FirstSessionKnown = "first-session-known",
        /// G8.
        FirstSessionTier = "first-session-tier",
        /// G8.
        FirstSessionForWeight = "first-session-for-weight",
        /// G8: what a first session starts with.
        FirstSessionStart = "first-session-start",
        /// G8.
        Titration = "titration",
        /// G8.
        IntervalHours = "interval-hours",
        /// G8.
        SessionsIn7Days = "sessions-in-7-days",
        /// G8.
        SessionsSinceReview = "sessions-since-review",
        /// G8.
        LastReviewSigned = "last-review-signed",
        /// G9.
        MedicinesReconciled = "medicines-reconciled",
        /// G10.
        PregnancyTestInDate = "pregnancy-test-in-date",
        /// G10.
        PregnancyTestNegative = "pregnancy-test-negative",
        /// G11.
        RiskAssessed = "risk-assessed",
        /// G12, B4.
        Systolic = "systolic",
        /// G12, B4.
        SystolicRecent = "systolic-recent",
        /// G12, B4.
        Diastolic = "diastolic",
        /// G12, B4.
        DiastolicRecent = "diastolic-recent",
        /// G12.
        HeartRate = "heart-rate",
        /// G12.
        HeartRateRecent = "heart-rate-recent",
        /// G12, B5.
        Spo2 = "spo2",
        /// G12, B5.
        Spo2Recent = "spo2-recent",
        /// G12.
        RespiratoryRate = "respiratory-rate",
        /// G12.
        RespiratoryRateRecent = "respiratory-rate-recent",
        /// G12, B3.
        Moaas = "moaas",
        /// G12, B3.
        MoaasRecent = "moaas-recent",
        /// G13.
        FoodMinutes = "food-minutes",
        /// G13.
        FluidMinutes = "fluid-minutes",
        /// G13.
        AlcoholCannabisHours = "alcohol-cannabis-hours",
        /// G13.
        NotIntoxicated = "not-intoxicated",
        /// G13.
        NoInfection = "no-infection",
        /// G13, B6.
        NoVomiting = "no-vomiting",
        /// G14.
        EscortNamed = "escort-named",
        /// G14.
        EscortConfirmed = "escort-confirmed",
        /// G15.
        KitChecked = "kit-checked",
        /// G15.
        MonitorPresent = "monitor-present",
        /// G15.
        PrescriberReachable = "prescriber-reachable",
        /// G16.
        NoSevereEvent = "no-severe-event",
        /// G16.
        NoDeterioration = "no-deterioration",
        /// G16.
        NoMisuseReview = "no-misuse-review",
        /// B1.
        BoosterAuthorised = "booster-authorised",
        /// B1.
        BoosterAuthorisedDose = "booster-authorised-dose",
        /// B1.
        BoosterLeast = "booster-least",
        /// B1.
        BoosterMost = "booster-most",
        /// B2.
        BoosterMinute = "booster-minute",
        /// B4.
        SystolicRise = "systolic-rise",
        /// B4.
        DiastolicRise = "diastolic-rise",
        /// B8.
        BoosterOnce = "booster-once",
    }
}

impl Check {
    /// The checks of a sign's value and of its age.
    pub(super) fn of_sign(sign: Sign) -> (Check, Check) {
        match sign {
            Sign::Systolic => (Check::Systolic, Check::SystolicRecent),
            Sign::Diastolic => (Check::Diastolic, Check::DiastolicRecent),
            Sign::HeartRate => (Check::HeartRate, Check::HeartRateRecent),
            Sign::Spo2 => (Check::Spo2, Check::Spo2Recent),
            Sign::RespiratoryRate => (Check::RespiratoryRate, Check::RespiratoryRateRecent),
            Sign::Moaas => (Check::Moaas, Check::MoaasRecent),
        }
    }

    /// Whether a smaller dose can meet it.
    pub fn is_of_the_dose(self) -> bool {
        matches!(
            self,
            Check::PrescribedDose
                | Check::PrescribedTotal
                | Check::TierCap
                | Check::CeilingMg
                | Check::CeilingForWeight
                | Check::FirstSessionTier
                | Check::FirstSessionForWeight
                | Check::FirstSessionStart
                | Check::Titration
        )
    }
}
