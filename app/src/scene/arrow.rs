//! A link's arrow: from edge to edge, gently bent. The bend is to the left of whoever walks from cause to consequence,
//! so that a link and its reverse lie side by side, and everybody draws them alike.

use board::{CARD, Document, LinkId, LinkKind, Point};

/// How far an arrow keeps from the edges of its cards.
const GAP: i32 = 5;
/// The shaft ends this far before the tip, under the head.
const UNDER_HEAD: i32 = 7;
/// Below this distance between two cards, the arrow makes an arch, or there would be no room for its head.
const TIGHT: i32 = 64;

/// An arrow in table units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// The shaft, as the `d` of an SVG path.
    pub path: String,
    /// The middle of the shaft: where the slip goes.
    pub middle: Point,
    /// The point of the head, just outside the consequence's card.
    pub tip: Point,
    /// Where the head points: so far to the right, so far down.
    heading: (i32, i32),
    start: (i32, i32),
    control: (i32, i32),
}

impl Arrow {
    /// The point this many hundredths of the way along the shaft.
    #[must_use]
    pub fn along(&self, hundredths: i32) -> Point {
        let (t, u) = (hundredths, 100 - hundredths);
        let at = |a: i32, b: i32, c: i32| (u * u * a + 2 * u * t * b + t * t * c + 5_000) / 10_000;
        let (x, y) = (i32::from(self.tip.x), i32::from(self.tip.y));
        point(at(self.start.0, self.control.0, x), at(self.start.1, self.control.1, y))
    }

    /// Where the head points, in degrees, clockwise from "to the right".
    #[must_use]
    pub fn tip_angle(&self) -> i16 {
        let (across, down) = self.heading;
        (down as f32).atan2(across as f32).to_degrees() as i16
    }
}

/// The head of an arrow, its tip at the origin, pointing to the right: turn it by [`Arrow::tip_angle`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The `d` of an SVG path.
    pub path: &'static str,
    /// Whether it is filled; else it is a line as thick as the shaft.
    pub filled: bool,
}

/// The head of each kind: *entraîne* filled, *réduit* a bar, *permet* open.
#[must_use]
pub const fn head(kind: LinkKind) -> Head {
    match kind {
        LinkKind::LeadsTo => Head { path: "M0 0L-20-9V9Z", filled: true },
        LinkKind::Reduces => Head { path: "M-3-12V12", filled: false },
        LinkKind::Enables => Head { path: "M-16-9L-2 0L-16 9", filled: false },
    }
}

/// The head of this arrow where it is, as the `d` of an SVG path: a picture of a hundred links has no transform for each.
#[must_use]
pub fn head_at(kind: LinkKind, arrow: &Arrow) -> String {
    let (points, end): (&[(i16, i16)], _) = match kind {
        LinkKind::LeadsTo => (&[(0, 0), (-20, -9), (-20, 9)], "Z"),
        LinkKind::Reduces => (&[(-3, -12), (-3, 12)], ""),
        LinkKind::Enables => (&[(-16, -9), (-2, 0), (-16, 9)], ""),
    };
    // Whole units are finer than a screen's points at any distance from which a board is looked at; and a phone is sent no
    // sines for them.
    let (right, below) = arrow.heading;
    let far = (right * right + below * below).isqrt().max(1);
    let turned = |part: i32| (2 * part + far).div_euclid(2 * far);
    let mut path = String::with_capacity(32);
    for (n, &(x, y)) in points.iter().enumerate() {
        let (x, y) = (i32::from(x), i32::from(y));
        let (across, down) = (turned(x * right - y * below), turned(x * below + y * right));
        path.push(if n == 0 { 'M' } else { 'L' });
        path.push_str(&(i32::from(arrow.tip.x) + across).to_string());
        path.push(' ');
        path.push_str(&(i32::from(arrow.tip.y) + down).to_string());
    }
    path + end
}

/// The arrow of a link, if both its cards lie on the table.
#[must_use]
pub fn link_arrow(document: &Document, link: LinkId) -> Option<Arrow> {
    Some(arrow(document.on_table(link.cause)?, document.on_table(link.consequence)?))
}

/// The arrow between two cards, given their centres.
#[must_use]
pub fn arrow(from: Point, to: Point) -> Arrow {
    let (ax, ay) = (i32::from(from.x), i32::from(from.y));
    let (bx, by) = (i32::from(to.x), i32::from(to.y));
    let (dx, dy) = (bx - ax, by - ay);
    let length = (dx * dx + dy * dy).isqrt();
    // The left of the way; upwards for two cards on the same spot.
    let (left_x, left_y, unit) = if length == 0 { (0, -1, 1) } else { (dy, -dx, length) };
    let bend = bend(dx, dy, length);
    let control = ((ax + bx) / 2 + left_x * bend / unit, (ay + by) / 2 + left_y * bend / unit);
    let start = edge((ax, ay), control);
    let tip = edge((bx, by), control);
    // From the control point to the tip: the direction in which the curve arrives.
    let (tx, ty) = (tip.0 - control.0, tip.1 - control.1);
    let run = (tx * tx + ty * ty).isqrt().max(1);
    let end = (tip.0 - tx * UNDER_HEAD / run, tip.1 - ty * UNDER_HEAD / run);
    let mut arrow = Arrow {
        path: path(start, control, end),
        middle: Point::default(),
        tip: point(tip.0, tip.1),
        heading: (tx, ty),
        start,
        control,
    };
    arrow.middle = arrow.along(50);
    arrow
}

/// How far the control point lies from the straight line.
fn bend(dx: i32, dy: i32, length: i32) -> i32 {
    let (across, down) = (dx.abs() - i32::from(CARD.x), dy.abs() - i32::from(CARD.y));
    match across.max(down) {
        // One card covers part of the other: the arrow goes round both.
        room if room < 0 => 210,
        room if room < TIGHT => 150,
        _ => (length / 8).clamp(24, 90),
    }
}

/// Where the ray from a card's centre towards a point leaves the card, a little outside.
fn edge(centre: (i32, i32), towards: (i32, i32)) -> (i32, i32) {
    let (half_x, half_y) = (i32::from(CARD.x) / 2 + GAP, i32::from(CARD.y) / 2 + GAP);
    let (dx, dy) = (towards.0 - centre.0, towards.1 - centre.1);
    if dx == 0 && dy == 0 {
        return (centre.0, centre.1 - half_y);
    }
    // Which side is met first: compare dx/half_x and dy/half_y without dividing.
    if dx.abs() * half_y >= dy.abs() * half_x {
        (centre.0 + half_x * dx.signum(), centre.1 + dy * half_x / dx.abs())
    } else {
        (centre.0 + dx * half_y / dy.abs(), centre.1 + half_y * dy.signum())
    }
}

fn path(start: (i32, i32), control: (i32, i32), end: (i32, i32)) -> String {
    let mut path = String::with_capacity(40);
    for (letter, (x, y)) in [('M', start), ('Q', control), (' ', end)] {
        path.push(letter);
        path.push_str(&x.to_string());
        path.push(' ');
        path.push_str(&y.to_string());
    }
    path
}

fn point(x: i32, y: i32) -> Point {
    let narrow = |value: i32| value.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
    Point { x: narrow(x), y: narrow(y) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: i16, y: i16) -> Point {
        Point { x, y }
    }

    /// Whether a point lies on or inside a card around this centre.
    fn covered(point: Point, centre: Point) -> bool {
        (point.x - centre.x).abs() <= CARD.x / 2 && (point.y - centre.y).abs() <= CARD.y / 2
    }

    /// Two cards in every position that matters: near, far, in every direction.
    fn pairs() -> impl Iterator<Item = (Point, Point)> {
        let from = at(1600, 900);
        let far = [-1500, -700, -330, -215, -60, 0, 60, 215, 330, 700, 1500];
        far.into_iter().flat_map(move |x| far.map(|y| (from, at(1600 + x, 900 + y / 2)))).filter(|(a, b)| a != b)
    }

    #[test]
    fn an_arrow_starts_and_ends_outside_its_cards() {
        for (from, to) in pairs() {
            let arrow = arrow(from, to);
            assert!(!covered(arrow.tip, to), "{from:?} {to:?} {arrow:?}");
            assert!(!covered(point(arrow.start.0, arrow.start.1), from), "{from:?} {to:?} {arrow:?}");
        }
    }

    #[test]
    fn a_slip_between_two_cards_apart_lies_on_neither() {
        let apart = |a: Point, b: Point| (a.x - b.x).abs() > 250 || (a.y - b.y).abs() > 190;
        for (from, to) in pairs().filter(|&(from, to)| apart(from, to)) {
            let middle = arrow(from, to).middle;
            assert!(!covered(middle, from) && !covered(middle, to), "{from:?} {to:?} {middle:?}");
        }
    }

    #[test]
    fn a_link_and_its_reverse_lie_side_by_side() {
        for (from, to) in pairs() {
            let (there, back) = (arrow(from, to).middle, arrow(to, from).middle);
            let apart = i32::from(there.x - back.x).pow(2) + i32::from(there.y - back.y).pow(2);
            assert!(apart >= 20 * 20, "{from:?} {to:?} {there:?} {back:?}");
        }
    }

    #[test]
    fn the_head_points_at_the_consequence() {
        assert!((-25..=25).contains(&arrow(at(500, 500), at(1500, 500)).tip_angle()));
        assert!((65..=115).contains(&arrow(at(500, 300), at(500, 1300)).tip_angle()));
        assert!(arrow(at(1500, 500), at(500, 500)).tip_angle().abs() >= 155);
    }

    #[test]
    fn a_head_is_drawn_where_its_arrow_ends_and_turned_with_it() {
        let right = Arrow { tip: at(100, 100), heading: (100, 0), ..arrow(at(500, 500), at(1500, 500)) };
        assert_eq!(head_at(LinkKind::LeadsTo, &right), "M100 100L80 91L80 109Z");
        let down = Arrow { heading: (0, 100), ..right };
        assert_eq!(head_at(LinkKind::Reduces, &down), "M112 97L88 97");
        assert_eq!(head_at(LinkKind::Enables, &down), "M109 84L100 98L91 84");
    }

    #[test]
    fn two_cards_on_the_same_spot_still_have_an_arrow() {
        let arrow = arrow(at(500, 500), at(500, 500));
        assert!(!covered(arrow.tip, at(500, 500)), "{arrow:?}");
    }

    #[test]
    fn the_corners_of_the_table_are_no_trouble() {
        let arrow = arrow(at(0, 0), board::TABLE);
        assert!(arrow.path.starts_with('M') && arrow.path.contains('Q'));
    }
}
