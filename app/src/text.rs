//! The texts of the interface, typed: `locales/*.toml` through `build.rs`. A missing text does not compile.

mod date;
mod names;
mod refusals;
mod time;

pub use date::{datetime, moment};
pub use names::{certainty, fit, format, kind, nature, opinion, phase, stamp};
pub use refusals::{app_error, rejection};
pub use time::{minutes, seconds, time_left};

use board::deck::Lang;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The texts for a device in this language. English follows; until then its devices read French.
#[must_use]
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr | Lang::En => &FR,
    }
}

/// The language those texts are written in: what the page says of itself.
#[must_use]
pub fn written_in(lang: Lang) -> Lang {
    match lang {
        Lang::Fr | Lang::En => Lang::Fr,
    }
}
