//! The figures of a run, and of several.

use crate::figures::{median, percentile};
use serde::Serialize;

/// What a run cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Figures {
    /// From the moment an op was due to the moment a receiver read it, in milliseconds: half are below.
    pub p50: f64,
    /// 95 of 100 are below.
    pub p95: f64,
    /// 99 of 100 are below.
    pub p99: f64,
    /// The slowest.
    pub max: f64,
    /// Deliveries in a second.
    pub deliveries_per_second: f64,
    /// The share of the deliveries that took place: 1 when nothing is missing.
    pub delivered: f64,
    /// Ops that were refused.
    pub refused: usize,
    /// Deliveries that came twice.
    pub twice: usize,
    /// Processor milliseconds of the server for a thousand deliveries.
    pub cpu_per_thousand: f64,
    /// Bytes on the wire, both ways, for one delivery: 40 for the headers of each packet are in it.
    pub bytes_per_delivery: f64,
    /// The most memory the server ever held, in MB.
    pub peak_rss: f64,
    /// The memory of an idle participant, in kB.
    pub rss_per_idle: f64,
}

impl Figures {
    /// Adds what the latencies say, given in microseconds.
    #[must_use]
    pub fn with_latencies(self, mut latencies: Vec<u32>) -> Self {
        latencies.sort_unstable();
        let at = |share| f64::from(percentile(&latencies, share)) / 1000.0;
        Self { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1.0), ..self }
    }

    /// The medians of several runs; but of what must not happen, the worst.
    #[must_use]
    pub fn of_rounds(rounds: &[Self]) -> Self {
        let middle = |of: fn(&Self) -> f64| median(rounds.iter().map(of));
        Self {
            p50: middle(|run| run.p50),
            p95: middle(|run| run.p95),
            p99: middle(|run| run.p99),
            max: middle(|run| run.max),
            deliveries_per_second: middle(|run| run.deliveries_per_second),
            delivered: rounds.iter().map(|run| run.delivered).fold(1.0, f64::min),
            refused: rounds.iter().map(|run| run.refused).sum(),
            twice: rounds.iter().map(|run| run.twice).sum(),
            cpu_per_thousand: middle(|run| run.cpu_per_thousand),
            bytes_per_delivery: middle(|run| run.bytes_per_delivery),
            peak_rss: rounds.iter().map(|run| run.peak_rss).fold(0.0, f64::max),
            rss_per_idle: middle(|run| run.rss_per_idle),
        }
    }

    /// Whether everything arrived, once.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.delivered >= 1.0 && self.refused == 0 && self.twice == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latencies_in_microseconds_are_told_in_milliseconds() {
        let figures = Figures::default().with_latencies((1..=1000).rev().map(|tens| tens * 10).collect());
        assert_eq!((figures.p50, figures.p95, figures.p99, figures.max), (5.0, 9.5, 9.9, 10.0));
    }

    #[test]
    fn medians_are_kind_but_a_missing_delivery_in_one_round_is_not_forgotten() {
        let round = |p95, delivered, refused| Figures { p95, delivered, refused, ..Figures::default() };
        let told = Figures::of_rounds(&[round(1.0, 1.0, 0), round(50.0, 0.9, 2), round(2.0, 1.0, 0)]);
        assert_eq!((told.p95, told.delivered, told.refused), (2.0, 0.9, 2));
        assert!(!told.is_complete());
        assert!(Figures::of_rounds(&[round(1.0, 1.0, 0)]).is_complete());
    }
}
