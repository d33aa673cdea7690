//! Until when what is kept is kept: pure sums over what the store knows, and the sweep that erases what is due.
//!
//! Names go a while after the last thing that happened at a workshop where people played; a workshop goes with its boards
//! after a longer while. Nothing goes in the thirty days after somebody decided for how long, and no workshop in the week
//! after a server has slept for long, so that the library can remind of it first.

use crate::store::{Kept, Retention};
use app::api::{Reminder, Term};
use board::Millis;

/// A day, in milliseconds.
pub const DAY: u64 = 86_400_000;
/// A sleep longer than this is long, in milliseconds: a reminder may have been missed.
pub const SLEEP: u64 = 10 * DAY;
/// How many days before a workshop is erased the library reminds of it, and reminds again.
const REMINDED: [u64; 2] = [30, 7];

/// Until when this workshop is kept.
#[must_use]
pub fn term(kept: &Kept, retention: &Retention) -> Term {
    let after = |moment: Millis, days: u64| Millis(moment.0.saturating_add(days * DAY));
    let decided = after(retention.since, REMINDED[0]);
    let until = after(kept.last, retention.boards.into()).max(decided).max(after(retention.awake, REMINDED[1]));
    // Whoever prepares a workshop for next season must find it, with those who will facilitate it.
    let names = (kept.named && kept.played).then(|| after(kept.last, retention.names.into()).max(decided).min(until));
    Term { workshop: kept.workshop, until, names }
}

/// Since when nothing may have happened at a workshop that is erased soon.
#[must_use]
pub fn reminded_from(retention: &Retention, now: Millis) -> Millis {
    Millis((now.0 + REMINDED[0] * DAY).saturating_sub(u64::from(retention.boards) * DAY))
}

/// Since when nothing may have happened at a workshop of which something is erased now.
#[must_use]
pub fn due_from(retention: &Retention, now: Millis) -> Millis {
    Millis(now.0.saturating_sub(u64::from(retention.names.min(retention.boards)) * DAY))
}

/// Until when a copy must have been made to be forgotten now.
#[must_use]
pub fn copies_until(retention: &Retention, now: Millis) -> Option<Millis> {
    let decided = retention.since.0.saturating_add(REMINDED[0] * DAY);
    (now.0 >= decided).then(|| Millis(now.0.saturating_sub(u64::from(retention.copies) * DAY)))
}

/// What the library says of a workshop that will be erased soon.
#[must_use]
pub fn reminder(kept: &Kept, retention: &Retention, now: Millis) -> Option<Reminder> {
    let term = term(kept, retention);
    let left = term.until.0.saturating_sub(now.0);
    (left <= REMINDED[0] * DAY).then(|| Reminder {
        title: kept.title.clone(),
        term,
        board: kept.saved.1,
        last: left <= REMINDED[1] * DAY,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::WorkshopId;
    use uuid::Uuid;

    const RETENTION: Retention = Retention { names: 30, boards: 365, copies: 30, since: Millis(0), awake: Millis(0) };

    fn kept(last: u64) -> Kept {
        let workshop = WorkshopId(Uuid::from_u128(7));
        Kept { workshop, title: "Hall".into(), last: Millis(last * DAY), played: true, named: true, saved: (1, None) }
    }

    fn days(term: Term) -> (u64, Option<u64>) {
        (term.until.0 / DAY, term.names.map(|names| names.0 / DAY))
    }

    #[test]
    fn names_go_after_thirty_days_and_boards_after_a_year() {
        assert_eq!(days(term(&kept(100), &RETENTION)), (465, Some(130)));
    }

    #[test]
    fn a_workshop_at_which_nobody_played_yet_keeps_those_who_prepare_it() {
        assert_eq!(days(term(&Kept { played: false, ..kept(100) }, &RETENTION)), (465, None));
        assert_eq!(days(term(&Kept { named: false, ..kept(100) }, &RETENTION)), (465, None));
    }

    #[test]
    fn whoever_decides_for_less_is_reminded_before_anything_goes() {
        let shorter = Retention { boards: 10, since: Millis(500 * DAY), ..RETENTION };
        assert_eq!(days(term(&kept(100), &shorter)), (530, Some(530)), "names too");
    }

    #[test]
    fn a_server_that_has_slept_for_long_reminds_for_a_week_before_it_erases() {
        let awake = Retention { awake: Millis(900 * DAY), ..RETENTION };
        assert_eq!(days(term(&kept(100), &awake)), (907, Some(130)));
        assert!(reminder(&kept(100), &awake, Millis(900 * DAY)).is_some_and(|reminder| reminder.last));
    }

    #[test]
    fn no_copy_is_forgotten_in_the_month_after_a_decision() {
        let decided = Retention { since: Millis(500 * DAY), ..RETENTION };
        let until = |day: u64| copies_until(&decided, Millis(day * DAY)).map(|until| until.0 / DAY);
        assert_eq!([529, 530, 600].map(until), [None, Some(500), Some(570)]);
    }

    #[test]
    fn the_library_reminds_a_month_before_and_again_a_week_before() {
        let at = |day: u64| reminder(&kept(100), &RETENTION, Millis(day * DAY)).map(|reminder| reminder.last);
        assert_eq!([434, 435, 457, 458, 470].map(at), [None, Some(false), Some(false), Some(true), Some(true)]);
    }
}
