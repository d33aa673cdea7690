//! The tables in the hands of the person who facilitates: all of them at once, or one. A command to all is the same
//! intent to each: every table's room decides for itself.

use crate::live::LiveBoard;
use board::{Intent, Millis, Op};
use leptos::prelude::*;
use std::time::Duration;

/// Which tables a command goes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Every table.
    #[default]
    All,
    /// The table at this place, from 0.
    One(usize),
}

/// The tables. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub struct Crew {
    boards: StoredValue<Vec<LiveBoard>>,
    /// Which of them commands go to.
    pub scope: RwSignal<Scope>,
    now: RwSignal<Millis>,
}

impl Crew {
    /// The tables of a page; `None` without a table.
    #[must_use]
    pub fn of(boards: Vec<LiveBoard>) -> Option<Self> {
        let now = RwSignal::new(boards.first()?.server_now());
        let crew = Self { boards: StoredValue::new(boards), scope: RwSignal::default(), now };
        Effect::new(move || {
            let tick = move || now.set(crew.lead().server_now());
            if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_secs(1)) {
                on_cleanup(move || ticking.clear());
            }
        });
        Some(crew)
    }

    /// Every table, in order.
    #[must_use]
    pub fn all(self) -> Vec<LiveBoard> {
        self.boards.get_value()
    }

    /// The tables that commands go to.
    #[must_use]
    pub fn chosen(self) -> Vec<LiveBoard> {
        let scope = self.scope.get();
        self.boards.with_value(|boards| match scope {
            Scope::All => boards.clone(),
            Scope::One(place) => boards.get(place).copied().into_iter().collect(),
        })
    }

    /// The table whose state stands for the chosen ones: the chosen one, or the first.
    #[must_use]
    pub fn shown(self) -> LiveBoard {
        let place = match self.scope.get() {
            Scope::All => 0,
            Scope::One(place) => place,
        };
        self.boards.with_value(|boards| boards.get(place).copied()).unwrap_or_else(|| self.lead())
    }

    /// The first table: what is the same for all is read from its opening.
    ///
    /// # Panics
    /// Never: a crew has a table.
    #[must_use]
    pub fn lead(self) -> LiveBoard {
        self.boards.with_value(|boards| boards[0])
    }

    /// The server's clock, once a second.
    #[must_use]
    pub fn now(self) -> Signal<Millis> {
        self.now.into()
    }

    /// Asks each chosen table for the same.
    pub fn submit(self, intent: &Intent) {
        for board in untrack(|| self.chosen()) {
            board.submit(intent.clone());
        }
    }

    /// Does at each chosen table what is right there, if anything is.
    pub fn act(self, op: impl Fn(LiveBoard) -> Option<Op>) {
        for board in untrack(|| self.chosen()) {
            if let Some(op) = op(board) {
                board.act(op);
            }
        }
    }
}
