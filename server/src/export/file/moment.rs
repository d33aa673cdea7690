//! Moments in a board file: "2026-11-25T13:30:05.250Z", to the millisecond, so that none is lost on the way.

use app::text::datetime;
use board::{Day, Millis};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A moment, written for people and programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment(pub(crate) Millis);

/// The end of the year 9999: what is later has five digits, which other programs do not read.
const LATEST: Millis = Millis(253_402_300_799_999);

impl Moment {
    /// Reads a moment. Version 1 had no seconds.
    fn read(text: &str) -> Option<Self> {
        let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
        let day = Day::read(day)?;
        let (clock, millis) = time.split_once('.').unwrap_or((time, "000"));
        let two = |text: &str| (text.len() == 2).then(|| text.parse::<u64>().ok()).flatten();
        let mut parts = clock.split(':');
        let (hour, minute) = (two(parts.next()?)?, two(parts.next()?)?);
        let second = parts.next().map_or(Some(0), two)?;
        let millis = millis.parse::<u64>().ok().filter(|_| millis.len() == 3)?;
        let sane = parts.next().is_none() && hour < 24 && minute < 60 && second < 60;
        let seconds = u64::from(day.0) * 86_400 + hour * 3_600 + minute * 60 + second;
        sane.then_some(Self(Millis(seconds * 1_000 + millis)))
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let at = self.0.min(LATEST);
        let minutes = datetime(at);
        write!(f, "{}:{:02}.{:03}Z", minutes.trim_end_matches('Z'), at.0 / 1_000 % 60, at.0 % 1_000)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| D::Error::custom(format!("{text:?} is no moment")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_it_was_written() {
        for at in [0, 1, 59_999, 1_795_613_405_250, 951_782_400_000, LATEST.0] {
            let moment = Moment(Millis(at));
            assert_eq!(Moment::read(&moment.to_string()), Some(moment), "{moment}");
        }
        assert_eq!(Moment(Millis(1_795_613_405_250)).to_string(), "2026-11-25T13:30:05.250Z");
        assert_eq!(Moment::read("2026-11-25T13:30Z"), Some(Moment(Millis(1_795_613_400_000))), "version 1");
    }

    #[test]
    fn what_is_no_moment_is_not_read() {
        for text in ["", "hier", "2026-11-25", "2026-11-25T24:00Z", "2026-11-25T1:00Z", "2026-11-25T10:00:00.1Z"] {
            assert_eq!(Moment::read(text), None, "{text}");
        }
    }
}
