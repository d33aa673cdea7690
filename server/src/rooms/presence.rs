//! What people point at right now: the latest value of each, shared by the connections that write it and the room
//! that shows it. It is not queued, not kept, and goes nowhere near the log.

use app::live::Frame;
use board::protocol::ServerMessage;
use board::{ActorId, Presence};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// What everybody at a board points at.
#[derive(Default)]
pub(super) struct Stage {
    scene: Mutex<Scene>,
    changed: Notify,
}

#[derive(Default)]
struct Scene {
    now: BTreeMap<ActorId, Presence>,
    changed: BTreeSet<ActorId>,
}

/// What there is to show at one moment.
pub(super) struct Glimpse {
    changed: Vec<(ActorId, Presence)>,
    all: Vec<(ActorId, Presence)>,
}

impl Stage {
    /// This person points at something else.
    pub fn point(&self, actor: ActorId, presence: Presence) {
        let mut scene = self.lock();
        if scene.now.insert(actor, presence) != Some(presence) {
            self.mark(&mut scene, actor);
        }
    }

    /// This person is gone: they point at nothing, and that too is shown.
    pub fn leave(&self, actor: ActorId) {
        let mut scene = self.lock();
        let gone = scene.now.get_mut(&actor).filter(|presence| **presence != Presence::default());
        if gone.map(|presence| *presence = Presence::default()).is_some() {
            self.mark(&mut scene, actor);
        }
    }

    /// Resolves when there is something new to show.
    pub async fn changed(&self) {
        self.changed.notified().await;
    }

    /// What changed since the last call, and everything.
    pub fn glimpse(&self) -> Glimpse {
        let mut scene = self.lock();
        let changed = std::mem::take(&mut scene.changed);
        let changed = changed.into_iter().filter_map(|actor| Some((actor, *scene.now.get(&actor)?))).collect();
        Glimpse { changed, all: scene.now.iter().map(|(&actor, &presence)| (actor, presence)).collect() }
    }

    /// What the others point at, for somebody who arrives; `None` when they point at nothing.
    pub fn others(&self, me: ActorId) -> Option<Frame> {
        let pointing = |(&actor, &presence): (&ActorId, &Presence)| {
            (actor != me && presence != Presence::default()).then_some((actor, presence))
        };
        let others: Vec<_> = self.lock().now.iter().filter_map(pointing).collect();
        (!others.is_empty()).then(|| Frame::of(&ServerMessage::Presence(others)))
    }

    fn mark(&self, scene: &mut Scene, actor: ActorId) {
        if scene.changed.is_empty() {
            self.changed.notify_one();
        }
        scene.changed.insert(actor);
    }

    fn lock(&self) -> MutexGuard<'_, Scene> {
        self.scene.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Glimpse {
    /// What changed, for everybody who is not one of those who did.
    pub fn changed(&self) -> Frame {
        Frame::of(&ServerMessage::Presence(self.changed.clone()))
    }

    /// Whether this person is one of those who changed.
    pub fn is_by(&self, actor: ActorId) -> bool {
        self.changed.iter().any(|&(author, _)| author == actor)
    }

    /// What the others changed, for one of those who did; `None` when it was only them.
    pub fn changed_by_others(&self, me: ActorId) -> Option<Frame> {
        let others = without(&self.changed, me);
        (!others.is_empty()).then(|| Frame::of(&ServerMessage::Presence(others)))
    }

    /// What all the others point at, for a connection that has not taken the last glimpse yet.
    pub fn whole(&self, me: ActorId) -> Frame {
        Frame::of(&ServerMessage::Presence(without(&self.all, me)))
    }
}

fn without(values: &[(ActorId, Presence)], me: ActorId) -> Vec<(ActorId, Presence)> {
    values.iter().filter(|&&(actor, _)| actor != me).copied().collect()
}
