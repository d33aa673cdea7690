//! Links that were just made, until the page that shows them once. In memory only: of a secret the hash alone is kept.

use app::api::VisitorId;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A page that has not come by then does not come any more.
const FOR: Duration = Duration::from_secs(600);

/// The last link that each person made, and where, while it has not been shown.
pub struct Made<P, L>(Mutex<HashMap<VisitorId, (Instant, P, L)>>);

impl<P, L> Default for Made<P, L> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<P: PartialEq, L> Made<P, L> {
    /// Keeps a link for the page of whoever made it.
    pub fn keep(&self, who: VisitorId, place: P, link: L) {
        self.lock().insert(who, (Instant::now(), place, link));
    }

    /// The link this person just made at this place: the first time only.
    pub fn take(&self, who: VisitorId, place: P) -> Option<L> {
        let mut all = self.lock();
        if all.get(&who)?.1 != place {
            return None;
        }
        all.remove(&who).map(|(_, _, link)| link)
    }

    /// Forgets what nobody came to see.
    pub fn forget(&self) {
        self.lock().retain(|_, (made, ..)| made.elapsed() < FOR);
    }

    /// Nothing under this lock can be left half done by a panic.
    fn lock(&self) -> MutexGuard<'_, HashMap<VisitorId, (Instant, P, L)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
