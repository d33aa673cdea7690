//! Who is here and what they point at. Never in the log: only the latest value counts, and a lost one is no loss.

use crate::{ActorId, CardId, Point, Role};
use serde::{Deserialize, Serialize};

/// What a person shows of themselves right now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Where they point on the table; `None` from a screen without room for the pointers of others, which is not shown
    /// any either.
    pub at: Option<Point>,
    /// The card they have lifted.
    pub lifted: Option<CardId>,
}

/// How far somebody's pointer moves before the others see that it did, in table units.
const NOTICED: i32 = 12;

impl Presence {
    /// Whether somebody who was shown `before` would see a difference.
    #[must_use]
    pub fn is_news_after(self, before: Self) -> bool {
        let moved = match (self.at, before.at) {
            (Some(now), Some(then)) => {
                let apart = |a: i16, b: i16| (i32::from(a) - i32::from(b)).abs();
                apart(now.x, then.x) + apart(now.y, then.y) >= NOTICED
            }
            (now, then) => now != then,
        };
        moved || self.lifted != before.lifted
    }

    /// What a screen that shows nobody's pointer is told of this: what is held up.
    #[must_use]
    pub fn without_pointer(self) -> Self {
        Self { at: None, ..self }
    }
}

/// A person at the table, present or away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Their number at this workshop.
    pub actor: ActorId,
    /// What they are here.
    pub role: Role,
    /// First name or pseudonym, as typed.
    pub name: String,
    /// Whether one of their screens is connected.
    pub here: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_that_trembles_is_no_news_and_a_card_that_is_lifted_always_is() {
        let at = |x, y| Presence { at: Some(Point { x, y }), lifted: None };
        assert!(!at(105, 95).is_news_after(at(100, 100)));
        assert!(at(106, 94).is_news_after(at(100, 100)));
        assert!(at(0, 0).is_news_after(Presence::default()) && Presence::default().is_news_after(at(0, 0)));
        assert!(at(i16::MAX, i16::MIN).is_news_after(at(i16::MIN, i16::MAX)));
        let lifted = Presence { lifted: Some(CardId(7)), ..at(100, 100) };
        assert!(lifted.is_news_after(at(100, 100)) && at(100, 100).is_news_after(lifted));
        assert!(!lifted.without_pointer().is_news_after(Presence { at: None, lifted: Some(CardId(7)) }));
    }
}
