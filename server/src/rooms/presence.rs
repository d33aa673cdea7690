//! What people point at right now: the latest value of each, shared by the connections that write it and the room
//! that shows it. It is not queued, not kept, and goes nowhere near the log. A screen without room for pointers is told
//! only what is held up.

use app::live::Frame;
use board::protocol::ServerMessage;
use board::{ActorId, Presence};
use std::collections::BTreeMap;
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
    /// Who changed, and whether what they hold up did.
    changed: BTreeMap<ActorId, bool>,
}

/// How much a screen shows of what the others do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Eyes {
    /// Where they point, and what they hold up.
    Pointers,
    /// What they hold up.
    Hands,
}

/// What there is to show at one moment.
pub(super) struct Glimpse {
    changed: Vec<(ActorId, Presence)>,
    /// Those of them who hold up something else.
    hands: Vec<(ActorId, Presence)>,
    all: Vec<(ActorId, Presence)>,
}

impl Stage {
    /// This person points at something else.
    pub fn point(&self, actor: ActorId, presence: Presence) {
        let mut scene = self.lock();
        let before = scene.now.get(&actor).copied().unwrap_or_default();
        if before != presence {
            scene.now.insert(actor, presence);
            self.mark(&mut scene, actor, before.lifted != presence.lifted);
        }
    }

    /// This person is gone: they point at nothing, and that too is shown.
    pub fn leave(&self, actor: ActorId) {
        self.point(actor, Presence::default());
    }

    /// Resolves when there is something new to show.
    pub async fn changed(&self) {
        self.changed.notified().await;
    }

    /// What changed since the last call, and everything.
    pub fn glimpse(&self) -> Glimpse {
        let mut scene = self.lock();
        let changed = std::mem::take(&mut scene.changed);
        let shown = |(&actor, _): (&ActorId, &bool)| Some((actor, *scene.now.get(&actor)?));
        Glimpse {
            changed: changed.iter().filter_map(shown).collect(),
            hands: changed.iter().filter(|&(_, &hand)| hand).filter_map(shown).map(without_pointer).collect(),
            all: scene.now.iter().map(|(&actor, &presence)| (actor, presence)).collect(),
        }
    }

    /// What the others point at, for somebody who arrives; `None` when they point at nothing.
    pub fn others(&self, me: ActorId) -> Option<Frame> {
        let pointing = |(&actor, &presence): (&ActorId, &Presence)| {
            (actor != me && presence != Presence::default()).then_some((actor, presence))
        };
        let others: Vec<_> = self.lock().now.iter().filter_map(pointing).collect();
        (!others.is_empty()).then(|| Frame::of(&ServerMessage::Presence(others)))
    }

    fn mark(&self, scene: &mut Scene, actor: ActorId, hand: bool) {
        if scene.changed.is_empty() {
            self.changed.notify_one();
        }
        *scene.changed.entry(actor).or_default() |= hand;
    }

    fn lock(&self) -> MutexGuard<'_, Scene> {
        self.scene.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Glimpse {
    /// What changed, for everybody with these eyes who is not one of those who did; `None` when they see no difference.
    pub fn changed(&self, eyes: Eyes) -> Option<Frame> {
        framed(self.seen(eyes).to_vec())
    }

    /// Whether this person is one of those who changed.
    pub fn is_by(&self, actor: ActorId) -> bool {
        self.changed.iter().any(|&(author, _)| author == actor)
    }

    /// What the others changed, for one of those who did; `None` when it was only them.
    pub fn changed_by_others(&self, me: ActorId, eyes: Eyes) -> Option<Frame> {
        framed(without(self.seen(eyes), me))
    }

    /// What all the others do, for a connection that has not taken the last glimpse yet.
    pub fn whole(&self, me: ActorId, eyes: Eyes) -> Frame {
        let all = without(&self.all, me).into_iter();
        Frame::of(&ServerMessage::Presence(match eyes {
            Eyes::Pointers => all.collect(),
            Eyes::Hands => all.map(without_pointer).collect(),
        }))
    }

    fn seen(&self, eyes: Eyes) -> &[(ActorId, Presence)] {
        match eyes {
            Eyes::Pointers => &self.changed,
            Eyes::Hands => &self.hands,
        }
    }
}

fn framed(values: Vec<(ActorId, Presence)>) -> Option<Frame> {
    (!values.is_empty()).then(|| Frame::of(&ServerMessage::Presence(values)))
}

fn without_pointer((actor, presence): (ActorId, Presence)) -> (ActorId, Presence) {
    (actor, presence.without_pointer())
}

fn without(values: &[(ActorId, Presence)], me: ActorId) -> Vec<(ActorId, Presence)> {
    values.iter().filter(|&&(actor, _)| actor != me).copied().collect()
}
