//! The texts of the interface, typed: `locales/*.toml` through `build.rs`. A missing text does not compile.

mod date;
mod direction;
mod names;
mod news;
mod refusals;
mod search;
mod time;

pub use date::{datetime, day, day_of, moment, start_of};
pub use direction::isolated;
pub use names::{certainty, fit, format, kind, nature, opinion, phase, stamp, status};
pub use news::{Teller, taken_back};
pub use refusals::{app_error, rejection};
pub use search::plain;
pub use time::{hours, minutes, seconds, time_left};

use board::deck::Lang;

/// The texts of the interface in one language: a method for each part of `locales/*.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(Lang);

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The texts for a device in this language.
#[must_use]
pub fn words(lang: Lang) -> Words {
    Words(lang)
}

impl Words {
    /// The language they are written in.
    #[must_use]
    pub fn lang(self) -> Lang {
        self.0
    }
}
