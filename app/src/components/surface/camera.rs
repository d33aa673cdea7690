//! What part of the table a screen shows, and the way between the screen's points and the table's.

use board::{CARD, Document, Point, Spot, TABLE};
use leptos::web_sys::Element;

/// A view of the table, in table units. Its width alone decides how large things are: a panel that opens below the
/// picture shows less of the table, and never makes what one is touching smaller.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The middle, from the left.
    x: f64,
    /// The middle, from the top.
    y: f64,
    /// How many units fit across.
    width: f64,
}

/// A view that a finger still moves: the picture is moved as it is, and drawn anew when the finger is up or far away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pan {
    /// What is seen by now.
    pub to: Camera,
    /// How far the picture is moved for that, in the screen's points.
    pub by: (f64, f64),
}

/// How many times as wide and as high as its pane a picture is drawn (`.ground` in `style/components/surface.css`).
const BEYOND: f64 = 1.5;
/// Height over width of a pane nobody has measured.
const SHAPE: f64 = 0.62;
const NARROWEST: f64 = 420.0;
const WIDEST: f64 = TABLE.x as f64 * 1.2;
/// The first view is never closer than this: some room around is left to put cards down.
const FIRST: f64 = 1400.0;
/// How far the outermost things stay from the frame.
const MARGIN: f64 = 60.0;
/// Cards that everybody looks at are never nearer than this.
const CLOSE: f64 = 700.0;
/// How far they stay from the frame: little, a phone has no room to lose.
const SNUG: f64 = 14.0;
/// The height of the buttons at the foot of the picture, in the screen's points: nothing to look at lies under them.
const BUTTONS: f64 = 56.0;

impl Camera {
    /// Everything that lies on the table, for a pane that nobody has measured yet.
    #[must_use]
    pub fn around(document: &Document) -> Self {
        Self::fitting(document, SHAPE)
    }

    /// Everything that lies on the table, in this pane.
    #[must_use]
    pub fn whole(document: &Document, pane: Pane) -> Self {
        Self::fitting(document, pane.size.1 / pane.size.0)
    }

    fn fitting(document: &Document, shape: f64) -> Self {
        let cards = document.cards.values().filter_map(|card| match card.spot {
            Spot::Table(at) => Some(at),
            Spot::Reserve | Spot::Hand(_) => None,
        });
        let all = cards.chain(document.notes.values().map(|note| note.spot));
        let corners = corners(all);
        let middle = Point { x: TABLE.x / 2, y: TABLE.y / 2 };
        let (least, most) = corners.unwrap_or((middle, middle));
        let (across, down) = (reach(least.x, most.x, CARD.x, MARGIN), reach(least.y, most.y, CARD.y, MARGIN));
        let width = across.max(down / shape).max(FIRST);
        Self { x: middle_of(least.x, most.x), y: middle_of(least.y, most.y), width }.kept()
    }

    /// These cards, all of them whole in this pane, however far apart they lie; `None` for no card.
    #[must_use]
    pub fn framing(cards: impl Iterator<Item = Point>, pane: Pane) -> Option<Self> {
        let (least, most) = corners(cards)?;
        let (across, down) = (reach(least.x, most.x, CARD.x, SNUG), reach(least.y, most.y, CARD.y, SNUG));
        let free = (pane.size.1 - BUTTONS).max(pane.size.1 / 2.0);
        let width = across.max(down * pane.size.0 / free).max(CLOSE);
        // What the buttons hide is at the foot: the middle of what is free lies higher than the pane's.
        let lower = (pane.size.1 - free) / 2.0 * width / pane.size.0;
        Some(Self { x: middle_of(least.x, most.x), y: middle_of(least.y, most.y) + lower, width })
    }

    /// The `viewBox` of a picture of this view that reaches [`BEYOND`] its pane: a line across its middle, so that its
    /// height never limits its scale.
    #[must_use]
    pub fn view_box(self) -> String {
        let part = |value: f64| (value.round() as i32).to_string();
        let width = self.width * BEYOND;
        [self.x - width / 2.0, self.y, width, 1.0].map(part).join(" ")
    }

    /// How far on the screen a picture of this view is moved to show another as near.
    #[must_use]
    pub fn way_to(self, other: Self, pane: Pane) -> (f64, f64) {
        let scale = pane.scale(self);
        ((self.x - other.x) * scale, (self.y - other.y) * scale)
    }

    /// The middle of what is seen.
    #[must_use]
    pub fn middle(self) -> Point {
        on_table(self.x, self.y)
    }

    /// Nearer (factor above 1) or farther, keeping this point of the table where it is on the screen.
    #[must_use]
    pub fn zoomed(self, factor: f64, still: (f64, f64)) -> Self {
        let width = between(self.width / factor, NARROWEST, WIDEST);
        let part = width / self.width;
        let (x, y) = still;
        Self { x: x + (self.x - x) * part, y: y + (self.y - y) * part, width }.kept()
    }

    /// Nearer or farther around the middle.
    #[must_use]
    pub fn nearer(self, factor: f64) -> Self {
        self.zoomed(factor, (self.x, self.y))
    }

    /// The table moved under the view by this much.
    #[must_use]
    pub fn panned(self, x: f64, y: f64) -> Self {
        Self { x: self.x - x, y: self.y - y, ..self }.kept()
    }

    /// The same view if this point is well inside it; else the view over this point.
    #[must_use]
    pub fn showing(self, at: Point) -> Self {
        let (x, y) = (f64::from(at.x), f64::from(at.y));
        let inside = (x - self.x).abs() < self.width * 0.4 && (y - self.y).abs() < self.width * SHAPE * 0.4;
        if inside { self } else { Self { x, y, ..self } }
    }

    /// The view moved no more than it must for a card there to be seen whole in this pane.
    #[must_use]
    pub fn holding(self, at: Point, pane: Pane) -> Self {
        let scale = pane.scale(self);
        let near = |view: f64, card: i16, side: f64, size: i16| {
            let room = (side / scale / 2.0 - f64::from(size) * 0.6).max(0.0);
            between(view, f64::from(card) - room, f64::from(card) + room)
        };
        Self { x: near(self.x, at.x, pane.size.0, CARD.x), y: near(self.y, at.y, pane.size.1, CARD.y), ..self }
    }

    /// Near enough, on this pane, for titles to be read.
    #[must_use]
    pub fn legible(self, pane: Pane) -> Self {
        const READ: f64 = 0.5;
        let scale = pane.scale(self);
        if scale < READ { self.nearer(READ / scale) } else { self }
    }

    /// A view never leaves the table altogether.
    fn kept(self) -> Self {
        let x = between(self.x, 0.0, TABLE.x.into());
        let y = between(self.y, 0.0, TABLE.y.into());
        Self { x, y, width: between(self.width, NARROWEST, WIDEST) }
    }
}

/// Where the picture stands on the screen, in the screen's points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pane {
    /// Its middle.
    pub middle: (f64, f64),
    /// Its size.
    pub size: (f64, f64),
}

impl Pane {
    /// Where what is seen of this picture stands: it reaches beyond its pane.
    #[must_use]
    pub fn of(picture: &Element) -> Self {
        let pane = picture.closest(".surface").ok().flatten();
        let seen = pane.as_ref().unwrap_or(picture).get_bounding_client_rect();
        let size = (seen.width().max(1.0), seen.height().max(1.0));
        Self { middle: (seen.left() + size.0 / 2.0, seen.top() + size.1 / 2.0), size }
    }

    /// Whether a point of the screen is on the picture.
    #[must_use]
    pub fn shows(self, (x, y): (f64, f64)) -> bool {
        (x - self.middle.0).abs() <= self.size.0 / 2.0 && (y - self.middle.1).abs() <= self.size.1 / 2.0
    }

    /// Whether a picture moved this far still fills the pane.
    #[must_use]
    pub fn filled(self, (x, y): (f64, f64)) -> bool {
        let spare = (BEYOND - 1.0) / 2.0;
        x.abs() <= self.size.0 * spare && y.abs() <= self.size.1 * spare
    }

    /// Points of the screen per table unit.
    #[must_use]
    pub fn scale(self, camera: Camera) -> f64 {
        self.size.0 / camera.width
    }

    /// How far from the middle of the picture a point of the table is seen, in the screen's points.
    #[must_use]
    pub fn offset(self, camera: Camera, at: Point) -> (f64, f64) {
        let scale = self.scale(camera);
        ((f64::from(at.x) - camera.x) * scale, (f64::from(at.y) - camera.y) * scale)
    }

    /// The point of the table under a point of the screen.
    #[must_use]
    pub fn under(self, camera: Camera, at: (f64, f64)) -> (f64, f64) {
        let scale = self.scale(camera);
        (camera.x + (at.0 - self.middle.0) / scale, camera.y + (at.1 - self.middle.1) / scale)
    }
}

/// The corners of the smallest rectangle around these points.
fn corners(points: impl Iterator<Item = Point>) -> Option<(Point, Point)> {
    points.fold(None, |seen: Option<(Point, Point)>, at| {
        let (least, most) = seen.unwrap_or((at, at));
        let least = Point { x: least.x.min(at.x), y: least.y.min(at.y) };
        Some((least, Point { x: most.x.max(at.x), y: most.y.max(at.y) }))
    })
}

fn middle_of(a: i16, b: i16) -> f64 {
    (f64::from(a) + f64::from(b)) / 2.0
}

/// From edge to edge of cards whose centres are these, with a margin on both sides.
fn reach(least: i16, most: i16, card: i16, margin: f64) -> f64 {
    f64::from(most) - f64::from(least) + f64::from(card) + 2.0 * margin
}

/// The nearest number in these bounds. `f64::clamp` names its bounds when they are the wrong way round, and for that alone
/// a phone would fetch all it takes to write fractions.
pub fn between(value: f64, least: f64, most: f64) -> f64 {
    if value < least {
        least
    } else if value > most {
        most
    } else {
        value
    }
}

/// The nearest point of the table: where a pen may draw.
#[must_use]
pub fn on_ground(x: f64, y: f64) -> Point {
    let within = |value: f64, table: i16| (value.round() as i32).clamp(0, i32::from(table)) as i16;
    Point { x: within(x, TABLE.x), y: within(y, TABLE.y) }
}

/// The nearest place where a card may lie.
#[must_use]
pub fn on_table(x: f64, y: f64) -> Point {
    let within = |value: f64, card: i16, table: i16| {
        (value.round() as i32).clamp(i32::from(card / 2), i32::from(table - card / 2)) as i16
    };
    Point { x: within(x, CARD.x, TABLE.x), y: within(y, CARD.y, TABLE.y) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHONE: Pane = Pane { middle: (180.0, 320.0), size: (360.0, 400.0) };

    #[test]
    fn a_pane_ends_at_its_edges() {
        assert!(PHONE.shows((180.0, 320.0)) && PHONE.shows((0.0, 120.0)));
        assert!(!PHONE.shows((361.0, 320.0)) && !PHONE.shows((180.0, 521.0)));
    }

    #[test]
    fn an_empty_table_is_seen_in_its_middle() {
        assert_eq!(Camera::around(&Document::default()).middle(), Point { x: 1600, y: 900 });
    }

    #[test]
    fn zooming_keeps_the_point_under_the_fingers() {
        let camera = Camera::around(&Document::default());
        let finger = (40.0, 200.0);
        let still = PHONE.under(camera, finger);
        let after = PHONE.under(camera.zoomed(1.7, still), finger);
        assert!((after.0 - still.0).abs() < 0.001 && (after.1 - still.1).abs() < 0.001, "{still:?} became {after:?}");
    }

    #[test]
    fn a_picture_is_moved_under_the_finger_until_its_edge_would_show() {
        let camera = Camera::around(&Document::default());
        let scale = PHONE.scale(camera);
        let by = |x: f64| camera.way_to(camera.panned(x / scale, -x / scale), PHONE);
        let (x, y) = by(70.0);
        assert!((x - 70.0).abs() < 0.001 && (y + 70.0).abs() < 0.001, "{x} {y}");
        assert!(PHONE.filled(by(90.0)) && !PHONE.filled(by(91.0)));
    }

    #[test]
    fn a_phone_opens_near_enough_to_read() {
        let camera = Camera::around(&Document::default()).legible(PHONE);
        assert!(PHONE.scale(camera) >= 0.499, "{}", PHONE.scale(camera));
    }

    #[test]
    fn a_panel_that_opens_hides_no_chosen_card_and_makes_nothing_smaller() {
        let camera = Camera::around(&Document::default()).legible(PHONE);
        let low = on_table(1600.0, 900.0 + 380.0);
        let narrow = Pane { size: (360.0, 160.0), ..PHONE };
        assert!((narrow.scale(camera) - PHONE.scale(camera)).abs() < f64::EPSILON);
        let (_, top) = narrow.under(camera.holding(low, narrow), (180.0, 320.0 - 80.0));
        let (_, bottom) = narrow.under(camera.holding(low, narrow), (180.0, 320.0 + 80.0));
        assert!(top <= f64::from(low.y) - 75.0 && bottom >= f64::from(low.y) + 75.0, "{top} {bottom} {low:?}");
    }

    #[test]
    fn cards_that_everybody_looks_at_are_whole_on_every_screen() {
        let corner = |x, y| Point { x, y };
        let apart = [on_table(0.0, 0.0), on_table(3200.0, 1800.0)];
        let sets = [&[corner(400, 900)][..], &[corner(1600, 300), corner(1700, 1500)], &apart];
        for size in [(360.0, 400.0), (360.0, 230.0), (360.0, 90.0), (640.0, 200.0), (1080.0, 700.0), (1900.0, 800.0)] {
            for cards in sets {
                let pane = Pane { middle: (size.0 / 2.0, 100.0 + size.1 / 2.0), size };
                let camera = Camera::framing(cards.iter().copied(), pane).expect("there are cards");
                let (left, top) = pane.under(camera, (0.0, 100.0));
                let foot = if size.1 > 2.0 * BUTTONS { BUTTONS } else { size.1 / 2.0 };
                let (right, bottom) = pane.under(camera, (size.0, 100.0 + size.1 - foot));
                for card in cards {
                    let (x, y) = (f64::from(card.x), f64::from(card.y));
                    assert!(left <= x - 105.0 && x + 105.0 <= right, "{size:?} {card:?} {left} {right}");
                    assert!(top <= y - 75.0 && y + 75.0 <= bottom, "{size:?} {card:?} {top} {bottom}");
                }
            }
        }
        assert_eq!(Camera::framing(std::iter::empty(), PHONE), None);
    }

    #[test]
    fn no_zoom_and_no_pan_loses_the_table() {
        let far = Camera::around(&Document::default()).nearer(0.0001).panned(1e9, -1e9);
        assert_eq!(far.middle(), on_table(0.0, 1800.0));
        assert!(far.width <= WIDEST && far.nearer(1e9).width >= NARROWEST);
    }
}
