//! The signature drawing: a seed for each dose, its window a tuft of fibre.
//!
//! The height of the fibre means time since the dose and nothing else: dense to
//! 72 hours, thinning, gone at day 14. Every session's tuft is the same.

use maud::{Markup, html};

pub mod body;
pub mod path;
pub mod way;
pub mod window;

/// Days that the window lasts, counted from the dose.
pub const WINDOW_DAYS: f64 = 14.0;
/// Days in which it is held to be strongest.
pub const STRONGEST_DAYS: f64 = 3.0;

/// Where a tuft stands and how large it is, in the drawing's own units.
#[derive(Clone, Copy, Debug)]
pub struct Tuft<'a> {
    /// Names the gradients of this tuft; unique on the page.
    pub id: &'a str,
    /// Where the dose was.
    pub x: f64,
    /// Height of the ground line from the top.
    pub ground: f64,
    /// Width of a day.
    pub day: f64,
    /// Height of the fibre at its strongest.
    pub height: f64,
    /// How many fibres are drawn.
    pub fibres: u32,
}

impl Tuft<'_> {
    /// The glow with its fibres, without the seed.
    pub fn draw(&self) -> Markup {
        let (glow, fibre) = (format!("{}-glow", self.id), format!("{}-fibre", self.id));
        html! {
            defs {
                (self.gradient(&glow, "glow"))
                (self.gradient(&fibre, "fibre"))
            }
            path d=(self.glow()) fill={ "url(#" (glow) ")" } {}
            path.fibre d=(self.strands()) stroke={ "url(#" (fibre) ")" } {}
        }
    }

    fn gradient(&self, id: &str, kind: &str) -> Markup {
        let end = self.x + self.day * WINDOW_DAYS;
        let strongest = format!("{:.4}", STRONGEST_DAYS / WINDOW_DAYS);
        html! {
            linearGradient id=(id) gradientUnits="userSpaceOnUse" x1=(number(self.x)) x2=(number(end)) y1="0" y2="0" {
                stop class={ (kind) "-start" } offset="0" {}
                stop class={ (kind) "-strong" } offset=(strongest) {}
                stop class={ (kind) "-end" } offset="1" {}
            }
        }
    }

    /// Height of the fibre so many days after the dose, 0 to 1: most of it within
    /// 72 hours, a little to the second week, nothing at its end.
    fn strength(days: f64) -> f64 {
        let left = (1.0 - days / WINDOW_DAYS).max(0.0);
        (-(days / 6.5).powf(2.2)).exp() * left.powf(0.3)
    }

    fn glow(&self) -> String {
        let point = |days: f64, share: f64| {
            format!(
                "{},{}",
                number(self.x + days * self.day),
                number(self.ground - self.height * 0.86 * share)
            )
        };
        let mut path =
            format!("M{} C{} {} {}", point(0.0, 0.0), point(0.0, 0.7), point(0.3, 1.0), point(1.0, 0.97));
        for half_day in 3..=28 {
            let days = f64::from(half_day) / 2.0;
            path.push_str(&format!(" L{}", point(days, Self::strength(days))));
        }
        path.push('Z');
        path
    }

    fn strands(&self) -> String {
        let (x, root) = (self.x, self.ground - self.height * 0.24);
        let mut path = String::new();
        for strand in 0..self.fibres {
            let share = f64::from(strand) / f64::from(self.fibres.max(2) - 1);
            let days = 0.25 + 12.4 * share.powf(1.7);
            // A steady unevenness, so that fibre looks grown and not ruled.
            let uneven = [0.06, 0.0, 0.1, 0.03][(strand % 4) as usize];
            let end_x = x + days * self.day;
            let end_y = self.ground - self.height * ((1.08 - uneven) * Self::strength(days)).max(0.07);
            let reach = end_x - x;
            path.push_str(&format!(
                "M{},{} C{},{} {},{} {},{}",
                number(x),
                number(root),
                number(x + reach * 0.08),
                number(root + (end_y - root) * 0.72),
                number(x + reach * 0.42),
                number(end_y - (root - end_y).abs() * 0.05),
                number(end_x),
                number(end_y),
            ));
        }
        path
    }
}

/// A seed standing on the ground line: a dose.
pub fn seed(x: f64, ground: f64, size: f64) -> Markup {
    let at = |dx: f64, dy: f64| format!("{},{}", number(x + dx * size), number(ground + dy * size));
    let round = number(size * 0.5);
    let path = format!(
        "M{} C{} {} {} A{round},{round} 0 0 1 {} C{} {} {}Z",
        at(0.0, -0.98),
        at(0.23, -0.62),
        at(0.5, -0.34),
        at(0.5, 0.05),
        at(-0.5, 0.05),
        at(-0.5, -0.34),
        at(-0.23, -0.62),
        at(0.0, -0.98),
    );
    html! { path.seed d=(path) {} }
}

/// Half a sun on the ground line: an integration session.
pub fn half_sun(x: f64, ground: f64, size: f64, class: &str) -> Markup {
    let (radius, base) = (number(size / 2.0), number(ground - 1.6));
    let path = format!(
        "M{},{base} A{radius},{radius} 0 0 1 {},{base}Z",
        number(x - size / 2.0),
        number(x + size / 2.0)
    );
    html! { path class=(class) d=(path) {} }
}

/// Two leaves on the ground line: a preparation.
pub fn leaves(x: f64, ground: f64, size: f64) -> Markup {
    let at = |dx: f64, dy: f64| format!("{},{}", number(x + dx * size), number(ground - 1.5 + dy * size));
    let path = format!(
        "M{} C{} {} {} C{} {} {}Z M{} C{} {} {} C{} {} {}Z",
        at(0.0, 0.0),
        at(-0.06, -0.34),
        at(-0.2, -0.62),
        at(-0.58, -0.68),
        at(-0.64, -0.3),
        at(-0.38, -0.1),
        at(0.0, 0.0),
        at(0.0, 0.0),
        at(0.06, -0.36),
        at(0.2, -0.76),
        at(0.6, -0.88),
        at(0.66, -0.42),
        at(0.4, -0.1),
        at(0.0, 0.0),
    );
    html! { path.leaves d=(path) {} }
}

/// A coordinate with one decimal: a tenth of a pixel is finer than any screen.
pub fn number(value: f64) -> String {
    format!("{value:.1}")
}
