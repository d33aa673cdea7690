//! What a room does by the clock, with one timer for all of it and for all its connections.

use board::protocol::PULSE;
use std::pin::Pin;
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep_until};

/// The least time between two pictures of what people point at: those of everybody travel together.
const PRESENCE: Duration = Duration::from_millis(200);
/// How long arrivals and departures are gathered before they are told.
const SEATS: Duration = Duration::from_millis(100);

/// When the next of each is due; `None` while there is no need.
pub(super) struct Agenda {
    presence: Option<Instant>,
    shown: Instant,
    seats: Option<Instant>,
    pulse: Option<Instant>,
    idle: Option<Instant>,
    patience: Duration,
    alarm: Pin<Box<Sleep>>,
}

/// What is due at one moment.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Due {
    pub presence: bool,
    pub seats: bool,
    pub pulse: bool,
    pub idle: bool,
}

impl Agenda {
    /// The agenda of a room where nobody is connected yet, which may be idle for so long.
    pub fn new(patience: Duration) -> Self {
        let now = Instant::now();
        let idle = Some(now + patience);
        let alarm = Box::pin(sleep_until(now + patience));
        Self { presence: None, shown: now, seats: None, pulse: None, idle, patience, alarm }
    }

    /// Somebody points at something: show it soon.
    pub fn show_presence(&mut self) {
        self.presence.get_or_insert((self.shown + PRESENCE).max(Instant::now()));
    }

    /// Somebody came or went: tell it soon.
    pub fn show_seats(&mut self) {
        self.seats.get_or_insert_with(|| Instant::now() + SEATS);
    }

    /// Something was asked: the room stays open, and says "still here" while anybody is connected.
    pub fn stay(&mut self, connected: bool) {
        if connected {
            self.idle = None;
            self.pulse.get_or_insert_with(|| Instant::now() + pulse());
        } else {
            self.pulse = None;
            self.idle = Some(Instant::now() + self.patience);
        }
    }

    /// Resolves when something is due. Dropping it loses nothing.
    pub async fn due(&mut self) -> Due {
        loop {
            let Some(next) = [self.presence, self.seats, self.pulse, self.idle].into_iter().flatten().min() else {
                return std::future::pending().await;
            };
            let now = Instant::now();
            if next <= now {
                return self.take(now);
            }
            if self.alarm.deadline() != next {
                self.alarm.as_mut().reset(next);
            }
            self.alarm.as_mut().await;
        }
    }

    fn take(&mut self, now: Instant) -> Due {
        let passed = |due: &mut Option<Instant>| due.take_if(|at| *at <= now).is_some();
        let due = Due {
            presence: passed(&mut self.presence),
            seats: passed(&mut self.seats),
            pulse: passed(&mut self.pulse),
            idle: passed(&mut self.idle),
        };
        if due.presence {
            self.shown = now;
        }
        if due.pulse {
            self.pulse = Some(now + pulse());
        }
        if due.idle {
            // If the room cannot close now, it asks itself again later, never at once.
            self.idle = Some(now + self.patience.max(PRESENCE));
        }
        due
    }
}

fn pulse() -> Duration {
    Duration::from_millis(PULSE.into())
}
