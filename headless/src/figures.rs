//! What is said of many measures in a few numbers.

use std::time::Duration;

/// The value below which this share of the measures lies (nearest rank); 0 when there are none.
///
/// The measures must be sorted.
#[must_use]
pub fn percentile(sorted: &[u32], share: f64) -> u32 {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.clamp(1, sorted.len().max(1)) - 1).copied().unwrap_or_default()
}

/// The value in the middle; the mean of the two in the middle when they are even in number; 0 when there are none.
#[must_use]
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    match (values.len(), values.len() / 2) {
        (0, _) => 0.0,
        (count, middle) if count % 2 == 1 => values[middle],
        (_, middle) => f64::midpoint(values[middle - 1], values[middle]),
    }
}

/// Milliseconds, with their fraction.
#[must_use]
pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_measure_that_was_taken() {
        let hundred: Vec<u32> = (1..=100).collect();
        assert_eq!([0.5, 0.95, 0.99, 1.0].map(|share| percentile(&hundred, share)), [50, 95, 99, 100]);
        assert_eq!(percentile(&[7], 0.5), 7);
        assert_eq!(percentile(&[1, 9], 0.95), 9);
        assert_eq!(percentile(&[], 0.95), 0);
    }

    #[test]
    fn one_mad_round_does_not_move_the_median() {
        assert_eq!(median([2.0, 900.0, 1.0]), 2.0);
        assert_eq!(median([4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median([]), 0.0);
    }
}
