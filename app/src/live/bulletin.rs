//! News told no more often than ears can bear: what others do waits until three seconds have passed since the last
//! time, and is then told together. The clock is given, not read.

use super::{Hears, News, Reach};
use board::Millis;

/// The least time from one message about the others to the next, in milliseconds.
pub const APART: u64 = 3_000;

/// What waits to be told.
#[derive(Clone, Debug, Default)]
pub struct Bulletin {
    waiting: Vec<News>,
    told: Option<Millis>,
}

/// What there is to do about what waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nothing waits.
    Nothing,
    /// It is told in so many milliseconds.
    In(u64),
    /// It is told now, all together.
    Now(Vec<News>),
}

impl Bulletin {
    /// Takes in what was heard; hands back what this person did themselves, which is told at once.
    pub fn take_in(&mut self, news: Vec<News>) -> Vec<News> {
        let (own, others): (Vec<_>, Vec<_>) = news.into_iter().partition(|news| news.reach == Reach::Own);
        self.waiting.extend(others);
        own
    }

    /// What is told at this moment to somebody who wants to hear so much: the rest of what waits is forgotten.
    pub fn due(&mut self, now: Millis, hears: Hears) -> Due {
        self.waiting.retain(|news| hears.lets(news.reach));
        if self.waiting.is_empty() {
            return Due::Nothing;
        }
        // A clock that was set back says nothing about how long it has been.
        let since = self.told.and_then(|told| now.0.checked_sub(told.0)).unwrap_or(APART);
        if since < APART {
            return Due::In(APART - since);
        }
        self.told = Some(now);
        Due::Now(std::mem::take(&mut self.waiting))
    }
}
