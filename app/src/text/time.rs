//! Time as a clock on the wall says it.

use super::Words;

/// What is left of a step, from milliseconds; by how much it is over once that is negative.
#[must_use]
pub fn time_left(words: &Words, left: Option<i64>) -> String {
    let Some(left) = left else { return words.time.none.to_owned() };
    // 7:20 is shown until it is 7:19, as on a kitchen timer.
    let seconds = (left.unsigned_abs() + if left > 0 { 999 } else { 0 }) / 1000;
    let time = [(seconds / 60).to_string(), two_digits(seconds % 60)].join(":");
    if left < 0 { words.time.over(&time) } else { time }
}

fn two_digits(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 2 { ["0", &digits].concat() } else { digits }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;
    use board::deck::Lang;

    #[test]
    fn time_is_said_in_minutes_and_seconds() {
        let said = |left| time_left(words(Lang::Fr), left);
        assert_eq!(said(Some(440_000)), "7:20");
        assert_eq!(said(Some(439_001)), "7:20");
        assert_eq!(said(Some(5_000)), "0:05");
        assert_eq!(said(Some(0)), "0:00");
        assert_eq!(said(Some(-70_500)), "dépassé de 1:10");
        assert_eq!(said(None), "pas de minuteur");
    }
}
