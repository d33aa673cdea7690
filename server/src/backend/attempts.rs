//! How often somebody may guess or act. A venue is one address: joining is wide, passwords and secrets are narrow.

use app::api::{AppError, VisitorId};
use board::Rejection;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;

/// The limits on guessing, by address.
pub struct Attempts {
    codes: DefaultKeyedRateLimiter<IpAddr>,
    secrets: DefaultKeyedRateLimiter<IpAddr>,
    acts: DefaultKeyedRateLimiter<VisitorId>,
    openings: DefaultKeyedRateLimiter<i64>,
}

impl Default for Attempts {
    fn default() -> Self {
        Self {
            codes: RateLimiter::keyed(codes()),
            secrets: RateLimiter::keyed(secrets()),
            acts: RateLimiter::keyed(a_second(20, 60)),
            openings: RateLimiter::keyed(a_second(5, 100)),
        }
    }
}

fn codes() -> Quota {
    a_second(5, 300)
}

fn secrets() -> Quota {
    Quota::per_minute(many(20)).allow_burst(many(20))
}

fn a_second(rate: u32, burst: u32) -> Quota {
    Quota::per_second(many(rate)).allow_burst(many(burst))
}

impl Attempts {
    /// One try at a join code.
    ///
    /// # Errors
    /// [`AppError::TooMany`].
    pub fn code(&self, address: IpAddr) -> Result<(), AppError> {
        self.codes.check_key(&address).map_err(|_| AppError::TooMany)
    }

    /// One try at a password or a secret.
    ///
    /// # Errors
    /// [`AppError::TooMany`].
    pub fn secret(&self, address: IpAddr) -> Result<(), AppError> {
        self.secrets.check_key(&address).map_err(|_| AppError::TooMany)
    }

    /// One op without a socket: as many as a socket allows.
    ///
    /// # Errors
    /// [`Rejection::TooFast`].
    pub fn act(&self, who: VisitorId) -> Result<(), Rejection> {
        self.acts.check_key(&who).map_err(|_| Rejection::TooFast)
    }

    /// Whether one more opening of this link is counted.
    pub fn opening(&self, share: i64) -> bool {
        self.openings.check_key(&share).is_ok()
    }

    /// Forgets the addresses and the browsers that have been quiet, so that the list does not grow for ever. Asked for
    /// once an hour: the privacy notice says that an address is known for about that long.
    pub fn forget(&self) {
        self.codes.retain_recent();
        self.secrets.retain_recent();
        self.acts.retain_recent();
        self.openings.retain_recent();
    }
}

fn many(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use governor::clock::FakeRelativeClock;
    use std::time::Duration;

    #[test]
    fn an_address_that_has_been_quiet_for_two_minutes_is_forgotten_when_that_is_asked_for() {
        for quota in [codes(), secrets()] {
            let clock = FakeRelativeClock::default();
            let limiter = RateLimiter::dashmap_with_clock(quota, clock.clone());
            let venue: IpAddr = [192, 0, 2, 1].into();
            while limiter.check_key(&venue).is_ok() {}
            limiter.retain_recent();
            assert_eq!(limiter.len(), 1, "whoever has just tried is known");
            clock.advance(Duration::from_secs(121));
            limiter.retain_recent();
            assert_eq!(limiter.len(), 0);
        }
    }

    #[test]
    fn a_hall_may_join_and_a_burglar_may_not_guess() {
        let attempts = Attempts::default();
        let (venue, other) = ([192, 0, 2, 1].into(), [192, 0, 2, 2].into());
        assert!((0..300).all(|_| attempts.code(venue).is_ok()));
        assert!((0..20).all(|_| attempts.secret(venue).is_ok()));
        assert_eq!(attempts.secret(venue), Err(AppError::TooMany));
        assert_eq!(attempts.secret(other), Ok(()));
    }
}
