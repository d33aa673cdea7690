//! What is drawn on a board: lines of a pen and stamps, small on the wire. Whoever draws simplifies first; the rules
//! only refuse what is too long.

use crate::{ActorId, Point, TABLE};
use serde::{Deserialize, Serialize};

/// The most points a line keeps after its first.
pub const MAX_POINTS: usize = 127;
/// How many pens there are: three colours are enough for a board that people read.
pub const PENS: u8 = 3;

/// What one stroke leaves on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// A line of a pen.
    Line {
        /// Which pen, from 0.
        pen: u8,
        /// Where it begins.
        from: Point,
        /// How far each next point is from the one before: small numbers are few bytes.
        steps: Vec<Point>,
    },
    /// A stamp.
    Stamp {
        /// Which one.
        stamp: Stamp,
        /// Where its centre is.
        at: Point,
    },
}

/// The stamps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stamp {
    /// What we like.
    Heart,
    /// What shines.
    Star,
    /// What strikes.
    Bolt,
    /// What grows.
    Leaf,
    /// What surprises.
    Question,
    /// What must stop.
    Stop,
}

impl Stamp {
    /// All stamps, in the order people are offered them.
    pub const ALL: [Self; 6] = [Self::Heart, Self::Star, Self::Bolt, Self::Leaf, Self::Question, Self::Stop];
}

/// A shape on the board, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stroke {
    /// What it looks like.
    pub shape: Shape,
    /// Who drew it: nobody else rubs it out, but for the person who facilitates.
    pub author: ActorId,
}

impl Shape {
    /// A line through these points; `None` for no point.
    #[must_use]
    pub fn line(pen: u8, points: &[Point]) -> Option<Self> {
        let steps = points
            .windows(2)
            .map(|pair| Point { x: pair[1].x.saturating_sub(pair[0].x), y: pair[1].y.saturating_sub(pair[0].y) });
        Some(Self::Line { pen, from: *points.first()?, steps: steps.collect() })
    }

    /// The points it goes through.
    #[must_use]
    pub fn points(&self) -> Vec<Point> {
        match self {
            Self::Stamp { at, .. } => vec![*at],
            Self::Line { from, steps, .. } => std::iter::once(*from)
                .chain(steps.iter().scan(*from, |at, step| {
                    *at = Point { x: at.x.saturating_add(step.x), y: at.y.saturating_add(step.y) };
                    Some(*at)
                }))
                .collect(),
        }
    }

    /// Whether all of it is on the table.
    pub(crate) fn is_on_table(&self) -> bool {
        self.points().iter().all(|at| (0..=TABLE.x).contains(&at.x) && (0..=TABLE.y).contains(&at.y))
    }
}
