//! Links that were just made, until the page that shows them once. In memory only: of a secret the hash alone is kept.

use app::api::{MadeGrant, VisitorId};
use board::WorkshopId;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A page that has not come by then does not come any more.
const FOR: Duration = Duration::from_secs(600);

/// The last link that each person made, while it has not been shown.
#[derive(Default)]
pub struct Made(Mutex<HashMap<VisitorId, (Instant, WorkshopId, MadeGrant)>>);

impl Made {
    /// Keeps a link for the page of whoever made it.
    pub fn keep(&self, who: VisitorId, workshop: WorkshopId, grant: MadeGrant) {
        self.lock().insert(who, (Instant::now(), workshop, grant));
    }

    /// The link this person just made at this workshop: the first time only.
    pub fn take(&self, who: VisitorId, workshop: WorkshopId) -> Option<MadeGrant> {
        let mut all = self.lock();
        if all.get(&who)?.1 != workshop {
            return None;
        }
        all.remove(&who).map(|(_, _, grant)| grant)
    }

    /// Forgets what nobody came to see.
    pub fn forget(&self) {
        self.lock().retain(|_, (made, ..)| made.elapsed() < FOR);
    }

    /// Nothing under this lock can be left half done by a panic.
    fn lock(&self) -> MutexGuard<'_, HashMap<VisitorId, (Instant, WorkshopId, MadeGrant)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
