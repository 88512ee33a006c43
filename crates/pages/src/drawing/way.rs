//! The whole way, drawn once for the public page in three parts that join.

use maud::{Markup, html};

use super::{Tuft, half_sun, leaves, number, seed};

/// Width of one part, in the drawing's units.
const PART: f64 = 330.0;
const HEIGHT: f64 = 132.0;
const GROUND: f64 = 116.0;

/// A third of the way; side by side the three make one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// We meet, we prepare.
    Before,
    /// The medicine.
    Medicine,
    /// Two weeks and what follows.
    After,
}

/// Draws one part. It says nothing that the words under it do not say.
pub fn part(part: Part) -> Markup {
    html! {
        svg.way viewBox={ "0 0 " (PART) " " (HEIGHT) } aria-hidden="true" {
            @match part {
                Part::Before => (before()),
                Part::Medicine => (medicine()),
                Part::After => (after()),
            }
        }
    }
}

fn line(class: &str, from: f64, to: f64) -> Markup {
    html! { path class={ "ground " (class) } d={ "M" (number(from)) "," (number(GROUND)) "H" (number(to)) } {} }
}

fn before() -> Markup {
    html! {
        (line("stone", 2.0, 112.0))
        (line("leaf", 120.0, PART))
        circle.hollow.stone cx="44" cy=(GROUND) r="7" {}
        (leaves(186.0, GROUND, 22.0))
        (leaves(268.0, GROUND, 25.0))
    }
}

fn medicine() -> Markup {
    html! {
        (line("leaf", 0.0, 92.0))
        (tuft("way-medicine", 106.0).draw())
        (line("dawn", 106.0, PART))
        (seed(106.0, GROUND, 21.0))
        (half_sun(172.0, GROUND, 17.0, "sun"))
    }
}

fn after() -> Markup {
    html! {
        (tuft("way-after", 106.0 - PART).draw())
        (line("dawn", 0.0, 150.0))
        path.ground.dawn.ahead d={ "M160," (GROUND) "H" (PART - 4.0) } {}
        (half_sun(40.0, GROUND, 17.0, "sun"))
        (half_sun(118.0, GROUND, 17.0, "sun"))
    }
}

/// The same tuft from two parts' points of view, so that it runs across both.
fn tuft(id: &str, x: f64) -> Tuft<'_> {
    Tuft { id, x, ground: GROUND, day: 29.0, height: 96.0, fibres: 26 }
}
