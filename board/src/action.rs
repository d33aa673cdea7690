//! What a team decides: something to do, or something to stop doing.

use crate::deck::Grade;
use crate::{CardId, Millis};
use serde::{Deserialize, Serialize};

/// The longest owner and the longest list of allies, in characters.
pub const MAX_NAME: usize = 60;

/// A decision on the matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// The action card it comes from; `None` for the team's own idea.
    pub card: Option<CardId>,
    /// What it is, in the team's words: never empty.
    pub text: String,
    /// True for a *renoncement*: something that stops.
    pub renounces: bool,
    /// What it costs, as the team feels it.
    pub effort: Option<Grade>,
    /// What it brings, as the team feels it.
    pub impact: Option<Grade>,
    /// Who takes care of it: may be empty.
    pub owner: String,
    /// With whom: may be empty.
    pub with: String,
    /// What comes first: may be empty.
    pub first_step: String,
    /// By when that is done.
    pub due: Option<Day>,
}

/// A day, in days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Day(pub u32);

impl Day {
    /// The day of a moment, at Greenwich.
    #[must_use]
    pub fn of(moment: Millis) -> Self {
        Self(u32::try_from(moment.0 / (24 * 60 * 60 * 1000)).unwrap_or(u32::MAX))
    }

    /// Reads "2026-11-25", as date fields write it.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year: i64 = parts.next()?.parse().ok()?;
        let month: i64 = parts.next()?.parse().ok()?;
        let day: i64 = parts.next()?.parse().ok()?;
        let sane = parts.next().is_none() && (1970..=9999).contains(&year);
        let days = days_before(year, month) + day - 1;
        let read = Self(u32::try_from(days).ok()?);
        // A month that is too long reads as the next one: it is then not the same day any more.
        (sane && read.parts() == (year, month, day)).then_some(read)
    }

    /// The same day of a later month; the last one of a month that is too short for it.
    #[must_use]
    pub fn after_months(self, months: u8) -> Self {
        let (year, month, day) = self.parts();
        let counted = month - 1 + i64::from(months);
        let (year, month) = (year + counted / 12, counted % 12 + 1);
        let next = if month == 12 { days_before(year + 1, 1) } else { days_before(year, month + 1) };
        let days = (days_before(year, month) + day - 1).min(next - 1);
        Self(u32::try_from(days).unwrap_or(u32::MAX))
    }

    /// Year, month and day of the month.
    fn parts(self) -> (i64, i64, i64) {
        let days = i64::from(self.0);
        let guess = 1970 + days / 366;
        let year = (guess..).find(|year| days_before(year + 1, 1) > days).unwrap_or(guess);
        let month = (1..=12).rev().find(|&month| days_before(year, month) <= days).unwrap_or(1);
        (year, month, days - days_before(year, month) + 1)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Days from 1970-01-01 to the first of this month, in the calendar in use since 1582.
fn days_before(year: i64, month: i64) -> i64 {
    let past = year - 1;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let months = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let in_year = usize::try_from(month - 1).ok().and_then(|month| months.get(month)).copied().unwrap_or(i64::MIN / 2);
    past * 365 + past / 4 - past / 100 + past / 400 - 719_162 + in_year + i64::from(leap && month > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_was_written() {
        for text in ["1970-01-01", "2000-02-29", "2026-11-25", "2026-12-31", "2028-03-01", "2100-02-28"] {
            assert_eq!(Day::read(text).map(|day| day.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Day::read("2026-11-25"), Some(Day::of(Millis(1_795_600_000_000))));
    }

    #[test]
    fn every_day_of_two_centuries_is_itself() {
        for day in 0..80_000 {
            assert_eq!(Day::read(&Day(day).to_string()), Some(Day(day)));
        }
    }

    #[test]
    fn a_later_month_has_the_same_day_or_its_last_one() {
        for (day, months, later) in [
            ("2026-11-29", 1, "2026-12-29"),
            ("2026-11-29", 3, "2027-02-28"),
            ("2026-11-30", 6, "2027-05-30"),
            ("2027-01-31", 1, "2027-02-28"),
            ("2027-08-31", 6, "2028-02-29"),
            ("2026-12-15", 1, "2027-01-15"),
            ("2026-11-30", 13, "2027-12-30"),
        ] {
            let found = Day::read(day).map(|day| day.after_months(months).to_string());
            assert_eq!(found.as_deref(), Some(later), "{day}, {months} months later");
        }
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in [
            "",
            "hier",
            "2026-02-30",
            "2025-02-29",
            "2100-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1",
            "1969-12-31",
            "2026-01-01-01",
            "99999-01-01",
        ] {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }
}
