//! Time as a kitchen timer says it.

use super::Words;

/// What is left of a step, from milliseconds; by how much it is over once that is negative.
#[must_use]
pub fn time_left(words: Words, left: Option<i64>) -> String {
    let Some(left) = left.map(seconds) else { return words.time().none.to_owned() };
    if left < 0 { words.time().over(&minutes(left)) } else { minutes(left) }
}

/// Whole seconds, from milliseconds: a second that has begun is still left.
#[must_use]
pub fn seconds(left: i64) -> i64 {
    left.div_euclid(1000) + i64::from(left.rem_euclid(1000) > 0)
}

/// "7:20", whichever side of the end it is on.
#[must_use]
pub fn minutes(seconds: i64) -> String {
    let seconds = seconds.unsigned_abs();
    let (minutes, rest) = ((seconds / 60).to_string(), seconds % 60);
    let pad = if rest < 10 { ":0" } else { ":" };
    [&minutes, pad, &rest.to_string()].concat()
}

/// "1:07:20", from milliseconds: how far a workshop is.
#[must_use]
pub fn hours(millis: u64) -> String {
    let seconds = millis / 1000;
    let (hours, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let padded = |part: u64| [if part < 10 { ":0" } else { ":" }, &part.to_string()].concat();
    [&hours.to_string(), &*padded(minute), &padded(second)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;
    use board::deck::Lang;

    #[test]
    fn how_far_a_workshop_is_is_said_in_hours() {
        assert_eq!(hours(0), "0:00:00");
        assert_eq!(hours(4_040_999), "1:07:20");
        assert_eq!(hours(36_000_000), "10:00:00");
    }

    #[test]
    fn time_is_said_in_minutes_and_seconds() {
        let said = |left| time_left(words(Lang::Fr), left);
        assert_eq!(said(Some(440_000)), "7:20");
        assert_eq!(said(Some(439_001)), "7:20");
        assert_eq!(said(Some(1)), "0:01");
        assert_eq!(said(Some(0)), "0:00");
        assert_eq!(said(Some(-999)), "0:00");
        assert_eq!(said(Some(3_600_000)), "60:00");
        assert_eq!(said(Some(-70_000)), "dépassé de 1:10");
        assert_eq!(said(None), "pas de minuteur");
    }
}
