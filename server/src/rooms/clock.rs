//! A board's clock: the system's, except that it never goes back. Order never depends on it.

use board::{Document, Entry, Millis};

/// The clock of one board.
pub(super) struct Clock(Millis);

impl Clock {
    /// A clock that is not before anything this board remembers.
    pub fn after(document: &Document, entries: &[Entry]) -> Self {
        let entries = entries.iter().map(|entry| entry.at);
        let links = document.links.values().map(|link| link.at);
        let notes = document.notes.values().map(|note| note.at);
        Self(entries.chain(links).chain(notes).max().unwrap_or_default())
    }

    /// Now.
    pub fn now(&mut self) -> Millis {
        self.0 = self.0.max(crate::now());
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{ActorId, Op, Seq};

    #[test]
    fn a_board_does_not_go_back_in_time_when_the_machine_does() {
        let tomorrow = Millis(crate::now().0 + 86_400_000);
        let entry = Entry { seq: Seq(1), actor: ActorId(1), at: tomorrow, op: Op::Undo };
        assert_eq!(Clock::after(&Document::default(), &[entry]).now(), tomorrow);
    }

    #[test]
    fn a_new_board_lives_today() {
        let before = crate::now();
        assert!(Clock::after(&Document::default(), &[]).now() >= before);
    }
}
