//! The groups of figures of a protocol, other than the bands.

use super::figure::{Figure, Line, Range, figures};
use crate::integration::DayQuestions;
use serde::{Deserialize, Serialize};

figures! {
    /// Thresholds of the screening rules.
    Eligibility {
        /// Youngest age that may be treated.
        age_years_min: Figure<i64>,
        /// Age from which a first dose is halved.
        age_years_reduced_start: Figure<i64>,
        /// Weeks after a heart attack, stroke or other event in which no dose is possible.
        cardiovascular_event_weeks_block: Figure<i64>,
        /// Weeks after such an event in which the prescriber reviews.
        cardiovascular_event_weeks_review: Figure<i64>,
        /// Systolic pressure at intake that counts as uncontrolled.
        intake_systolic_mmhg_block: Figure<Line>,
        /// Diastolic pressure at intake that counts as uncontrolled.
        intake_diastolic_mmhg_block: Figure<Line>,
        /// Systolic pressure at intake that asks for a decision.
        intake_systolic_mmhg_warn: Figure<Line>,
        /// Diastolic pressure at intake that asks for a decision.
        intake_diastolic_mmhg_warn: Figure<Line>,
        /// Readings that must agree before intake pressure blocks.
        intake_pressure_readings_min: Figure<i64>,
        /// Days after which the latest pressure of a hypertensive person says nothing.
        pressure_days_max: Figure<i64>,
        /// Days after which an active condition that nobody confirmed is marked so.
        active_unconfirmed_days: Figure<i64>,
        /// ALT or AST that warns, in tenths of the upper limit of normal.
        liver_tenths_uln_warn: Figure<Line>,
        /// ALT or AST that blocks, in tenths of the upper limit of normal.
        liver_tenths_uln_block: Figure<Line>,
        /// STOP-BANG score that blocks.
        stop_bang_block: Figure<Line>,
        /// Age that asks for an ECG.
        ecg_age_years: Figure<Line>,
        /// Days after a suicide attempt in which no dose is possible.
        suicide_attempt_days_block: Figure<i64>,
        /// Sessions in a year that need urinalysis and liver tests.
        sessions_per_year_without_labs_max: Figure<i64>,
    }
}

figures! {
    /// Figures of the rules on conditions, tests and medicines.
    ///
    /// A protocol signed without them is screened by the first rules alone: pressure, opioids,
    /// age, death.
    Findings {
        /// Days after a head injury in which no dose is possible.
        head_injury_days_block: Figure<i64>,
        /// Days after its beginning in which a pregnancy is over.
        pregnancy_days_max: Figure<i64>,
        /// Ages at which a pregnancy is possible.
        childbearing_age_years: Figure<Range>,
        /// Upper limit of normal of ALT, in U/L.
        alt_units_per_litre_uln: Figure<i64>,
        /// Upper limit of normal of AST, in U/L.
        ast_units_per_litre_uln: Figure<i64>,
        /// Normal range of TSH, in tenths of mIU/L.
        tsh_tenths_miu_per_litre: Figure<Range>,
    }
}

figures! {
    /// How long each part of the work-up stays valid, in days.
    WorkUp {
        /// Psychiatric evaluation, diagnosis, treatment history.
        psychiatric_evaluation_days: Figure<i64>,
        /// Medical history and examination.
        medical_history_days: Figure<i64>,
        /// Body weight.
        weight_days: Figure<i64>,
        /// Pregnancy test.
        pregnancy_test_days: Figure<i64>,
        /// Liver and kidney tests while dosing goes on.
        liver_kidney_days: Figure<i64>,
        /// Urinalysis.
        urinalysis_days: Figure<i64>,
        /// TSH, where it is indicated.
        tsh_days: Figure<i64>,
        /// AUDIT-C and drug screen.
        substance_screen_days: Figure<i64>,
        /// Longest time that a clearance can be given for.
        clearance_days_max: Figure<i64>,
    }
}

figures! {
    /// Dose tiers and ceilings, of a whole session, booster included.
    Tiers {
        /// Smallest dose of the psycholytic tier.
        psycholytic_mg_min: Figure<i64>,
        /// Largest total of the psycholytic tier.
        psycholytic_mg_max: Figure<i64>,
        /// The same for body weight.
        psycholytic_tenths_mg_per_kg_max: Figure<i64>,
        /// Largest total of the moderate tier.
        moderate_mg_max: Figure<i64>,
        /// Largest total of the moderate tier with a documented reason.
        moderate_mg_max_with_reason: Figure<i64>,
        /// Largest total of the moderate tier for body weight.
        moderate_tenths_mg_per_kg_max: Figure<i64>,
        /// Total that is never passed.
        ceiling_mg: Figure<i64>,
        /// Total for body weight that is never passed.
        ceiling_tenths_mg_per_kg: Figure<i64>,
    }
}

figures! {
    /// First session, titration, intervals, hold time.
    Dosing {
        /// Usual dose of a first session.
        first_session_mg: Figure<i64>,
        /// Usual dose of a first session for an older or light person.
        first_session_reduced_mg: Figure<i64>,
        /// Weight below which the first dose is reduced, in tenths of a kilogram.
        reduced_start_weight_tenths_kg: Figure<Line>,
        /// Largest total of a first session for body weight.
        first_session_tenths_mg_per_kg_max: Figure<i64>,
        /// Largest step above the last well-tolerated dose.
        titration_mg_max: Figure<i64>,
        /// The same in percent.
        titration_percent_max: Figure<i64>,
        /// Hours between sessions.
        interval_hours_min: Figure<i64>,
        /// Sessions in any seven days.
        sessions_per_7_days_max: Figure<i64>,
        /// Sessions before a review must be signed.
        sessions_before_review_max: Figure<i64>,
        /// Sessions after which a review falls due; unknown to versions signed before it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sessions_between_reviews: Option<Figure<i64>>,
        /// Minutes that the lozenge is held in the mouth.
        hold_minutes: Figure<Range>,
    }
}

figures! {
    /// Food, fluid, alcohol and cannabis before a dose.
    Fasting {
        /// Minutes without food below which no dose is possible.
        food_minutes_block: Figure<i64>,
        /// Minutes without food that are asked for.
        food_minutes_asked: Figure<i64>,
        /// Minutes without fluid below which no dose is possible.
        fluid_minutes_block: Figure<i64>,
        /// Minutes without fluid that are asked for.
        fluid_minutes_asked: Figure<i64>,
        /// Hours without alcohol or cannabis below which no dose is possible.
        alcohol_cannabis_hours_block: Figure<i64>,
        /// Hours without alcohol or cannabis below which a warning stands.
        alcohol_cannabis_hours_warn: Figure<i64>,
    }
}

figures! {
    /// The one further dose within a session.
    Booster {
        /// Boosters in a session.
        per_session_max: Figure<i64>,
        /// Part of the first dose, in percent.
        percent_of_first: Figure<Range>,
        /// Minutes after the first dose.
        minutes: Figure<Range>,
        /// Age that vital signs must be below, so that they were taken after the dose.
        vitals_minutes_below: Figure<i64>,
    }
}

figures! {
    /// When vital signs are due, and when they are late.
    Vitals {
        /// Age that the signs before a dose must be below.
        before_dose_minutes_below: Figure<i64>,
        /// Minutes before a first reading out of band is repeated.
        repeat_minutes: Figure<i64>,
        /// What is due when, in minutes from the dose.
        schedule: Figure<Vec<VitalSlot>>,
        /// Minutes between sets after the last slot, until discharge.
        afterwards_every_minutes: Figure<i64>,
        /// Minutes after a booster at which the whole set is due again.
        after_booster_minutes: Figure<Vec<i64>>,
        /// Minutes late at which the screen asks.
        overdue_prompt_minutes: Figure<i64>,
        /// Minutes late at which a second person is called.
        overdue_alert_minutes: Figure<i64>,
        /// Pressure readings in a row that may be deferred.
        deferred_in_a_row_max: Figure<i64>,
    }
}

/// One line of the schedule of vital signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VitalSlot {
    /// Minutes from the dose.
    pub minute: i64,
    /// What is measured then.
    pub measures: Vec<Measure>,
}

/// What is measured at a slot of the schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Systolic and diastolic pressure.
    BloodPressure,
    /// Heart rate.
    HeartRate,
    /// Oxygen saturation.
    Spo2,
    /// Respiratory rate.
    RespiratoryRate,
    /// Level of sedation.
    Moaas,
    /// Dissociation from 0 to 10.
    Dissociation,
}

impl Measure {
    /// Every measure, in the order of a set.
    pub const ALL: [Self; 6] = [
        Self::BloodPressure,
        Self::HeartRate,
        Self::Spo2,
        Self::RespiratoryRate,
        Self::Moaas,
        Self::Dissociation,
    ];

    /// Its name in a protocol.
    pub fn name(self) -> &'static str {
        match self {
            Self::BloodPressure => "blood-pressure",
            Self::HeartRate => "heart-rate",
            Self::Spo2 => "spo2",
            Self::RespiratoryRate => "respiratory-rate",
            Self::Moaas => "moaas",
            Self::Dissociation => "dissociation",
        }
    }
}

figures! {
    /// Expected course of a session, in minutes from the dose; to be drawn, never to decide.
    Course {
        /// The lozenge in the mouth.
        hold: Figure<Range>,
        /// First effects.
        onset: Figure<Range>,
        /// Strongest part.
        inward: Figure<Range>,
        /// The way back.
        return_minutes: Figure<Range>,
        /// Grounding and closing.
        grounding: Figure<Range>,
        /// Usual end of the visit.
        end_minutes: Figure<i64>,
    }
}

figures! {
    /// What must be so before a client leaves.
    Discharge {
        /// Minutes since the last dose, booster included.
        minutes_since_last_dose_min: Figure<i64>,
        /// Modified Aldrete score.
        aldrete_min: Figure<i64>,
        /// Oxygen saturation on room air.
        spo2_percent: Figure<Line>,
        /// Systolic pressure that keeps a client here.
        systolic_mmhg: Figure<Line>,
        /// Diastolic pressure that keeps a client here.
        diastolic_mmhg: Figure<Line>,
        /// Level of sedation.
        moaas_min: Figure<i64>,
        /// Dissociation from 0 to 10.
        dissociation_max: Figure<i64>,
        /// Hours without driving, and a night's sleep besides.
        driving_hours_min: Figure<i64>,
    }
}

figures! {
    /// How long a consent stays current.
    Consent {
        /// Calendar months after which a consent is asked again.
        valid_months: Figure<i64>,
    }
}

figures! {
    /// Check-ins after a session, links, and the window.
    CheckIns {
        /// Days after the session, in the client's own zone.
        days: Figure<Vec<i64>>,
        /// What is asked on each of these days; unknown to versions that ask everything.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        questions: Option<Figure<Vec<DayQuestions>>>,
        /// Hours of the day into which check-ins are moved.
        hours_of_day: Figure<Range>,
        /// Hours before it is due that a link opens.
        link_opens_hours_before: Figure<i64>,
        /// Days that a link stays open at most.
        link_days_max: Figure<i64>,
        /// Hours after the dose in which most is asked of integration.
        window_peak_hours: Figure<i64>,
        /// Days after the dose until the window is over.
        window_days: Figure<i64>,
        /// Hours after the dose until the first integration session.
        integration_hours_max: Figure<i64>,
        /// Months after the last session at which the client is asked again.
        follow_up_months: Figure<Vec<i64>>,
    }
}

figures! {
    /// How long meetings usually last; a medicine session lasts as long as its course.
    Appointments {
        /// A first talk.
        consultation_minutes: Figure<i64>,
        /// A preparation.
        preparation_minutes: Figure<i64>,
        /// An integration session.
        integration_minutes: Figure<i64>,
        /// A review.
        review_minutes: Figure<i64>,
    }
}

figures! {
    /// How the practice's own stock is counted, and how soon a loss is told.
    Stock {
        /// Calendar months until the whole stock is counted again.
        inventory_months: Figure<i64>,
        /// Largest container of which an open one may be estimated.
        estimate_units_max: Figure<i64>,
        /// Business days after the day of finding within which a theft or a loss is told.
        loss_notice_business_days: Figure<i64>,
    }
}

figures! {
    /// Answers that open a task with a clock.
    Risk {
        /// PHQ-9 item 9.
        phq9_item9: Figure<Line>,
        /// Minutes in which the task is to be seen.
        task_minutes: Figure<i64>,
        /// Hours of sleep that, with energy, may be mania.
        short_sleep_hours: Figure<Line>,
        /// Nights in a row of such sleep.
        short_sleep_nights: Figure<i64>,
        /// Energy, 0-10, with which such sleep may be mania; unknown to versions signed before it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        short_sleep_energy: Option<Figure<Line>>,
    }
}

figures! {
    /// Changes for the worse that need a review.
    Deterioration {
        /// PHQ-9 points above the reference.
        phq9_points: Figure<Line>,
        /// GAD-7 points that open a task.
        gad7_points: Figure<Line>,
        /// GAD-7 points that are called reliable.
        gad7_points_reliable: Figure<Line>,
        /// PCL-5 points.
        pcl5_points: Figure<Line>,
        /// Grade of an adverse event that holds the next dose.
        adverse_event_grade: Figure<Line>,
    }
}

figures! {
    /// Signs of misuse.
    Misuse {
        /// Signals that hold the next dose until they are reviewed.
        signals_block: Figure<Line>,
    }
}

figures! {
    /// Which questionnaires are asked when.
    Questionnaires {
        /// Asked before any medicine.
        baseline: Figure<Vec<String>>,
        /// Asked again in the course, where what they look back over lies after the dose.
        course: Figure<Vec<String>>,
        /// The client's day after a session on which they are asked.
        after_session_day: Figure<i64>,
    }
}
