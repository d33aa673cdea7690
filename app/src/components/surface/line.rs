//! From a finger's way to lines that are small on the wire: a point too near the last one is not kept, what a straight
//! line says as well is left out (Ramer, Douglas and Peucker), and what is still too long goes in parts.

use board::{MAX_POINTS, Point, Shape};

/// A point nearer than this to the last one says nothing new, in table units.
const NEAR: i32 = 3;
/// How far from a straight line a point must lie to be kept, in table units: less than a pen is wide.
const APART: i64 = 2;
/// The most points a finger leaves before its line is put on the board: what comes after begins a line of its own.
pub const MOST: usize = 1_500;

/// Whether a point is far enough from the last one to be kept.
#[must_use]
pub fn is_news(last: Option<&Point>, at: Point) -> bool {
    last.is_none_or(|last| {
        let (x, y) = (i32::from(at.x) - i32::from(last.x), i32::from(at.y) - i32::from(last.y));
        x * x + y * y >= NEAR * NEAR
    })
}

/// The lines of a finger's way, in order: one for most, several when it is long. Each begins where the last one ended.
#[must_use]
pub fn lines(pen: u8, way: &[Point]) -> Vec<Shape> {
    let kept = simplified(way);
    let parts = kept.windows(MAX_POINTS + 1).step_by(MAX_POINTS);
    let whole = parts.len() * MAX_POINTS;
    let rest = &kept[whole.min(kept.len().saturating_sub(1))..];
    let rest = (rest.len() > 1 || whole == 0).then_some(rest);
    parts.chain(rest).filter_map(|part| Shape::line(pen, part)).collect()
}

/// The points of a way without which it would look different; its ends always.
fn simplified(way: &[Point]) -> Vec<Point> {
    let mut keeps = vec![false; way.len()];
    let mut spans = vec![(0, way.len().saturating_sub(1))];
    while let Some((first, last)) = spans.pop() {
        if let Some(keep) = keeps.get_mut(first) {
            *keep = true;
        }
        if let Some(keep) = keeps.get_mut(last) {
            *keep = true;
        }
        let farthest = (first + 1..last).map(|at| (apart(way[first], way[last], way[at]), at)).max();
        if let Some((_, at)) = farthest.filter(|(apart, _)| *apart > 0) {
            spans.extend([(first, at), (at, last)]);
        }
    }
    way.iter().zip(keeps).filter(|(_, keep)| *keep).map(|(at, _)| *at).collect()
}

/// How far a point lies from the straight line between two others, squared, beyond what may be left out; 0 if it may.
/// In units that are the same for all points between the same two.
fn apart(from: Point, to: Point, at: Point) -> i64 {
    let side = |a: i16, b: i16| i64::from(b) - i64::from(a);
    let (x, y) = (side(from.x, to.x), side(from.y, to.y));
    let (dx, dy) = (side(from.x, at.x), side(from.y, at.y));
    let length = x * x + y * y;
    let along = dx * x + dy * y;
    // Beyond an end it is the end that is near: a way that turns back is not left out.
    if along <= 0 || along >= length {
        let (ex, ey) = if along <= 0 { (dx, dy) } else { (dx - x, dy - y) };
        return ((ex * ex + ey * ey - APART * APART) * length.max(1)).max(0);
    }
    let across = dx * y - dy * x;
    (across * across - APART * APART * length).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: i16, y: i16) -> Point {
        Point { x, y }
    }

    fn steps(shape: &Shape) -> usize {
        shape.points().len() - 1
    }

    #[test]
    fn a_straight_way_is_its_two_ends() {
        let way: Vec<_> = (0..1000).map(|x| at(100 + x, 300 + x / 2)).collect();
        let [line] = &lines(1, &way)[..] else { panic!("one line") };
        assert_eq!(line.points(), [way[0], way[999]]);
    }

    #[test]
    fn a_corner_and_a_way_back_are_kept() {
        let there = (0..=100).map(|x| at(x, 0));
        let way: Vec<_> =
            there.chain((0..=100).map(|y| at(100, y))).chain((0..=100).rev().map(|x| at(x, 100))).collect();
        assert_eq!(simplified(&way), [at(0, 0), at(100, 0), at(100, 100), at(0, 100)]);
        assert_eq!(simplified(&[at(0, 0), at(90, 0), at(10, 0)]), [at(0, 0), at(90, 0), at(10, 0)]);
    }

    #[test]
    fn no_point_that_is_left_out_lies_far_from_what_is_kept() {
        let way: Vec<_> =
            (0..700i32).map(|t| at((t * 3) as i16, (900 + (t * t / 11) % 240 - (t % 37)) as i16)).collect();
        let kept = simplified(&way);
        assert!(kept.len() < way.len());
        for point in &way {
            assert!(kept.windows(2).any(|pair| apart(pair[0], pair[1], *point) == 0), "{point:?}");
        }
    }

    #[test]
    fn a_long_scribble_goes_in_parts_that_the_rules_take_and_that_hold_together() {
        let way: Vec<_> = (0..1300i32).map(|t| at((1600 + (t % 2) * 40) as i16, (100 + t) as i16)).collect();
        let lines = lines(2, &way);
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| (1..=MAX_POINTS).contains(&steps(line))));
        for pair in lines.windows(2) {
            assert_eq!(pair[0].points().last(), pair[1].points().first());
        }
        let all: usize = lines.iter().map(steps).sum();
        assert_eq!(all, simplified(&way).len() - 1, "nothing is lost between the parts");
    }

    #[test]
    fn a_tap_is_a_dot_and_no_way_is_no_line() {
        assert_eq!(lines(0, &[at(5, 5)]).iter().map(Shape::points).collect::<Vec<_>>(), [[at(5, 5)]]);
        assert!(lines(0, &[]).is_empty());
    }

    #[test]
    fn a_trembling_finger_leaves_one_point() {
        assert!(!is_news(Some(&at(10, 10)), at(11, 11)));
        assert!(is_news(Some(&at(10, 10)), at(13, 10)) && is_news(None, at(0, 0)));
    }
}
