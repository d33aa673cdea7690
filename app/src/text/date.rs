//! Moments in words. A server does not know where its readers are: it says the time of Paris, and the page says so.

use super::Words;
use board::{Day, Millis};

/// A day and a time in French order, by the clock of Paris: *25 novembre 2026, 14 h 30*.
#[must_use]
pub fn moment(words: Words, at: Millis) -> String {
    let (date, hour, minute) = civil(at.0 / 1000 + offset(at.0 / 1000));
    let (year, month, day) = date;
    let day = if day == 1 { words.months().first.to_owned() } else { day.to_string() };
    let month = months(words)[month as usize - 1];
    words.months().moment(&day, &hour.to_string(), &format!("{minute:02}"), month, &year.to_string())
}

/// A day in words, from the year, month and day of a file (`2026-11-25`); as it is written when it is something else.
#[must_use]
pub fn day(words: Words, date: &str) -> String {
    let mut parts = date.split('-').map(|part| part.parse::<usize>().ok());
    let (Some(Some(year)), Some(Some(month @ 1..=12)), Some(Some(day))) = (parts.next(), parts.next(), parts.next())
    else {
        return date.to_owned();
    };
    let day = if day == 1 { words.months().first.to_owned() } else { day.to_string() };
    words.publish().day(&day, months(words)[month - 1], &year.to_string())
}

/// When a day begins in Paris.
#[must_use]
pub fn start_of(day: Day) -> Millis {
    // Midnight in Paris is one hour or two before midnight at Greenwich; the hour never changes at midnight.
    let greenwich = u64::from(day.0) * 86_400;
    Millis(greenwich.saturating_sub(offset(greenwich.saturating_sub(3_600))) * 1_000)
}

/// The day of a moment, in Paris.
#[must_use]
pub fn day_of(at: Millis) -> Day {
    Day::of(Millis(at.0 + offset(at.0 / 1000) * 1000))
}

/// The same moment for machines, in UTC: the `datetime` of a `<time>`.
#[must_use]
pub fn datetime(at: Millis) -> String {
    let ((year, month, day), hour, minute) = civil(at.0 / 1000);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}Z")
}

fn months(words: Words) -> [&'static str; 12] {
    let say = words.months();
    [say.m01, say.m02, say.m03, say.m04, say.m05, say.m06, say.m07, say.m08, say.m09, say.m10, say.m11, say.m12]
}

/// Seconds to add to UTC in Paris: summer lasts from the last Sunday of March to the last of October, at 1:00 UTC.
fn offset(seconds: u64) -> u64 {
    let ((year, ..), ..) = civil(seconds);
    let turn = |month| {
        let last = days(year, month, 31);
        // 1970-01-01 was a Thursday, so Sundays are the days that leave 3.
        (last - (last + 4) % 7) * 86_400 + 3_600
    };
    if (turn(3)..turn(10)).contains(&seconds) { 7_200 } else { 3_600 }
}

/// Year, month and day, hour, minute of a moment in seconds since 1970 (Howard Hinnant, *chrono-compatible date
/// algorithms*: years begin in March, so that the leap day comes last).
fn civil(seconds: u64) -> ((u64, u64, u64), u64, u64) {
    let day = seconds / 86_400 + 719_468;
    let (era, of_era) = (day / 146_097, day % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let date = (year + era * 400 + u64::from(month <= 2), month, of_year - (153 * from_march + 2) / 5 + 1);
    (date, seconds / 3_600 % 24, seconds / 60 % 60)
}

/// Days from 1970-01-01 to a date from March on.
fn days(year: u64, month: u64, day: u64) -> u64 {
    365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;
    use board::deck::Lang;

    fn said(seconds: u64) -> String {
        moment(words(Lang::Fr), Millis(seconds * 1000)).replace('\u{a0}', " ")
    }

    #[test]
    fn a_moment_is_said_by_the_clock_of_paris() {
        assert_eq!(said(1_795_613_400), "25 novembre 2026, 14 h 30");
        assert_eq!(said(1_782_910_800), "1er juillet 2026, 15 h 00");
        assert_eq!(datetime(Millis(1_795_613_400_000)), "2026-11-25T13:30Z");
    }

    #[test]
    fn the_hour_changes_on_the_last_sundays_of_march_and_october() {
        assert_eq!(said(1_774_745_999), "29 mars 2026, 1 h 59");
        assert_eq!(said(1_774_746_000), "29 mars 2026, 3 h 00");
        assert_eq!(said(1_792_889_999), "25 octobre 2026, 2 h 59");
        assert_eq!(said(1_792_890_000), "25 octobre 2026, 2 h 00");
    }

    #[test]
    fn a_day_begins_at_midnight_in_paris() {
        for day in ["2026-03-29", "2026-03-30", "2026-07-14", "2026-10-25", "2026-10-26", "2026-11-25", "2024-02-29"] {
            let day = Day::read(day).expect("a day");
            let start = start_of(day);
            let told = moment(words(Lang::Fr), start).replace('\u{a0}', " ");
            assert!(told.ends_with(", 0 h 00"), "{day}: {told}");
            assert_eq!((day_of(start), day_of(Millis(start.0 - 1))), (day, Day(day.0 - 1)));
        }
    }

    #[test]
    fn leap_days_and_new_years_are_where_they_belong() {
        assert_eq!(said(1_709_204_400), "29 février 2024, 12 h 00");
        assert_eq!(said(1_798_757_940), "31 décembre 2026, 23 h 59");
        assert_eq!(said(1_798_758_000), "1er janvier 2027, 0 h 00");
    }
}
