//! One person's window, small: how far along it is, and what has been answered.

use maud::{Markup, html};

use super::{Tuft, WINDOW_DAYS, half_sun, number, seed};

const WIDTH: f64 = 304.0;
const HEIGHT: f64 = 62.0;
const GROUND: f64 = 42.0;
const START: f64 = 10.0;
const DAY: f64 = 20.3;

/// How a check-in stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckIn {
    /// Answered, in whole or part.
    Filled,
    /// Its time passed without an answer.
    Missed,
    /// Its time has not come, or is now.
    Ahead,
}

/// A window as far as it can be drawn; the words beside it say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// Days since the dose, with fractions.
    pub days: f64,
    /// Check-ins by day since the dose.
    pub check_ins: Vec<(f64, CheckIn)>,
    /// Integration sessions by day since the dose, held or booked.
    pub integrations: Vec<f64>,
}

impl Window {
    /// Draws the window; `id` is unique on the page.
    pub fn draw(&self, id: &str) -> Markup {
        let now = place(self.days.clamp(0.0, WINDOW_DAYS));
        let tuft = Tuft { id, x: START, ground: GROUND, day: DAY, height: 37.0, fibres: 16 };
        html! {
            svg.window-drawing viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } aria-hidden="true" {
                (tuft.draw())
                path.ground.dawn d={ "M" (START) "," (GROUND) "H" (number(now)) } {}
                path.ground.dawn.ahead d={ "M" (number(now + 6.0)) "," (GROUND) "H" (number(place(WINDOW_DAYS))) } {}
                (seed(START, GROUND, 11.0))
                @for &day in &self.integrations {
                    (half_sun(place(day), GROUND, 12.0, if day <= self.days { "sun" } else { "hollow dawn" }))
                }
                @for &(day, check_in) in &self.check_ins { (dot(place(day), check_in)) }
                path.now-line d={ "M" (number(now)) ",3V" (GROUND + 5.0) } {}
            }
        }
    }
}

fn place(day: f64) -> f64 {
    START + day * DAY
}

fn dot(x: f64, check_in: CheckIn) -> Markup {
    let y = GROUND + 13.0;
    html! {
        @match check_in {
            CheckIn::Filled => circle.dot cx=(number(x)) cy=(y) r="3.5" {},
            CheckIn::Ahead => circle.hollow.dawn cx=(number(x)) cy=(y) r="3.2" {},
            CheckIn::Missed => path.missed d={ "M" (number(x - 3.2)) "," (y - 3.2) "l6.4,6.4m0,-6.4l-6.4,6.4" } {},
        }
    }
}
