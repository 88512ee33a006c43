//! The body, standing, seen from the front and from the back; what is felt is a warm spot on it.
//!
//! The outline is drawn once, for one half, and mirrored. Left and right are the person's own: from
//! the front, their left is on the reader's right.

use std::fmt::Write as _;

use journey::integration::BodyPlace;
use maud::{Markup, html};

use super::number;

/// From which side the body is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// From the front.
    #[default]
    Front,
    /// From the back.
    Back,
}

/// Something felt at a place: how strong, from 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Where.
    pub place: BodyPlace,
    /// How strong.
    pub strength: u8,
}

const CENTRE: f64 = 100.0;
/// A point: how far from the middle line, and how far down.
type Point = (f64, f64);

/// From the neck down one side to the crotch: each row bends by its first two points to its third.
const HALF: [[Point; 3]; 22] = [
    [(8.6, 59.0), (8.6, 63.0), (10.0, 66.0)],
    [(14.0, 71.5), (27.0, 73.0), (36.0, 77.5)],
    [(44.0, 81.5), (47.5, 90.0), (48.6, 101.0)],
    [(50.0, 117.0), (53.0, 132.0), (55.6, 147.0)],
    [(59.0, 164.0), (63.6, 181.0), (66.6, 197.0)],
    [(69.6, 203.0), (71.4, 212.0), (70.4, 220.0)],
    [(69.6, 228.0), (66.4, 233.5), (63.4, 231.6)],
    [(60.8, 229.6), (60.6, 222.0), (59.4, 214.0)],
    [(59.0, 208.0), (58.6, 204.0), (57.4, 200.0)],
    [(53.4, 184.0), (47.4, 168.0), (43.6, 151.0)],
    [(40.6, 138.0), (37.6, 123.0), (35.0, 108.0)],
    [(34.0, 126.0), (30.4, 142.0), (28.4, 157.0)],
    [(27.6, 170.0), (33.4, 184.0), (35.4, 200.0)],
    [(38.0, 226.0), (34.8, 256.0), (30.6, 283.0)],
    [(28.6, 297.0), (31.6, 314.0), (29.8, 332.0)],
    [(27.8, 353.0), (22.4, 370.0), (20.4, 385.0)],
    [(20.6, 392.0), (25.6, 399.0), (27.0, 404.0)],
    [(27.6, 409.6), (13.0, 410.6), (8.6, 408.0)],
    [(7.6, 401.0), (10.0, 392.0), (9.8, 384.0)],
    [(8.4, 362.0), (5.2, 342.0), (7.2, 318.0)],
    [(8.2, 305.0), (6.4, 294.0), (6.2, 284.0)],
    [(5.0, 258.0), (3.0, 234.0), (0.0, 217.0)],
];

const START: Point = (8.6, 52.0);

/// The outline without the head, as one closed path.
fn outline() -> String {
    let mut path = format!("M{},{}", number(CENTRE + START.0), number(START.1));
    let mut bend = |points: [Point; 3], side: f64| {
        path.push('C');
        for (x, y) in points {
            // Writing to a string cannot fail.
            let _ = write!(path, "{},{} ", number(CENTRE + side * x), number(y));
        }
    };
    for points in HALF {
        bend(points, 1.0);
    }
    // The other half, from the crotch up: the same bends, walked backwards.
    for place in (0..HALF.len()).rev() {
        let to = if place == 0 { START } else { HALF[place - 1][2] };
        bend([HALF[place][1], HALF[place][0], to], -1.0);
    }
    path
}

/// Where a place is drawn from one side; none where it is not seen from there.
pub fn at(place: BodyPlace, side: Side) -> Option<(f64, f64)> {
    use BodyPlace as P;
    let left = match side {
        Side::Front => 1.0,
        Side::Back => -1.0,
    };
    let (x, y, only) = match place {
        P::Head => (0.0, if side == Side::Front { 15.0 } else { 26.0 }, None),
        P::Face => (0.0, 33.0, Some(Side::Front)),
        P::Jaw => (0.0, 51.0, Some(Side::Front)),
        P::Throat => (0.0, 69.0, Some(Side::Front)),
        P::Neck => (0.0, 62.0, Some(Side::Back)),
        P::LeftShoulder => (left * 36.0, 88.0, None),
        P::RightShoulder => (left * -36.0, 88.0, None),
        P::Chest => (0.0, 106.0, Some(Side::Front)),
        P::UpperBack => (0.0, 106.0, Some(Side::Back)),
        P::LeftArm => (left * 49.0, 142.0, None),
        P::RightArm => (left * -49.0, 142.0, None),
        P::LeftHand => (left * 64.6, 214.0, None),
        P::RightHand => (left * -64.6, 214.0, None),
        P::Belly => (0.0, 150.0, Some(Side::Front)),
        P::LowerBack => (0.0, 156.0, Some(Side::Back)),
        P::Pelvis => (0.0, 196.0, None),
        P::LeftLeg => (left * 18.5, 276.0, None),
        P::RightLeg => (left * -18.5, 276.0, None),
        P::LeftFoot => (left * 16.0, 400.0, None),
        P::RightFoot => (left * -16.0, 400.0, None),
        P::WholeBody => return None,
    };
    only.is_none_or(|only| only == side).then_some((CENTRE + x, y))
}

/// The figure with its spots; `over` is drawn on top, in the figure's own measures.
pub fn figure(side: Side, spots: &[Spot], over: &Markup) -> Markup {
    let all_over =
        spots.iter().filter(|spot| spot.place == BodyPlace::WholeBody).map(|spot| spot.strength).max();
    html! {
        svg.body-figure viewBox="20 0 160 416" role="presentation" {
            path.skin.felt[all_over.is_some()] d={ (outline()) "Z" } {}
            path.skin.felt[all_over.is_some()] d="M100,10C112.5,10 119,20 118.6,33C118.2,47 110,59.6 100,59.6C90,59.6 81.8,47 81.4,33C81,20 87.5,10 100,10Z" {}
            @if side == Side::Front {
                path.line d="M85,116C89,121 96,121.5 100,118.5C104,121.5 111,121 115,116" {}
                path.line d="M98,172C99,173.6 101,173.6 102,172" {}
            } @else {
                path.line d="M100,76L100,176" {}
                path.line d="M82,98C86,108 87,118 84,126M118,98C114,108 113,118 116,126" {}
            }
            @for spot in spots {
                @if let Some((x, y)) = at(spot.place, side) {
                    circle.glow cx=(number(x)) cy=(number(y)) r=(number(7.0 + 1.3 * f64::from(spot.strength))) {}
                    circle.core cx=(number(x)) cy=(number(y)) r=(number(2.0 + 0.4 * f64::from(spot.strength))) {}
                }
            }
            (over)
        }
    }
}

#[cfg(test)]
mod tests {
    use journey::integration::BodyPlace;

    use super::{CENTRE, Side, at, outline};

    #[test]
    fn every_place_but_the_whole_is_seen_from_a_side_and_left_is_the_persons_own() {
        for place in BodyPlace::ALL {
            let seen = at(place, Side::Front).is_some() || at(place, Side::Back).is_some();
            assert_eq!(seen, place != BodyPlace::WholeBody, "{place:?}");
        }
        let x = |side| at(BodyPlace::LeftHand, side).map(|(x, _)| x);
        assert!(x(Side::Front).is_some_and(|x| x > CENTRE) && x(Side::Back).is_some_and(|x| x < CENTRE));
    }

    #[test]
    fn the_outline_comes_back_to_where_it_began() {
        let path = outline();
        let begins = path.trim_start_matches('M').split('C').next().unwrap().to_owned();
        let ends = path.trim_end().rsplit(' ').next().unwrap().to_owned();
        let mirrored = |text: &str| {
            let (x, y) = text.split_once(',').unwrap();
            (2.0 * CENTRE - x.parse::<f64>().unwrap(), y.parse::<f64>().unwrap())
        };
        let (x, y) = ends.split_once(',').unwrap();
        assert_eq!(mirrored(&begins), (x.parse().unwrap(), y.parse().unwrap()));
    }
}
