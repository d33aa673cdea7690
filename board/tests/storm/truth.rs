//! What was wanted and what was promised, to compare with what is on disk and on the screens at the end.

use crate::weather::{house::Disk, world::World};
use board::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Every submission, and what its author was told.
#[derive(Debug, Default)]
pub struct Truth {
    told: BTreeMap<OpId, Told>,
}

#[derive(Debug)]
struct Told {
    actor: ActorId,
    intent: Intent,
    /// Whether the page keeps it until it is answered.
    kept: bool,
    acked: Option<Seq>,
    refused: bool,
}

impl Truth {
    /// Somebody wants something.
    pub fn wanted(&mut self, op_id: OpId, actor: ActorId, intent: Intent, kept: bool) {
        self.told.insert(op_id, Told { actor, intent, kept, acked: None, refused: false });
    }

    /// Somebody was told that it is on disk, there.
    pub fn acknowledged(&mut self, op_id: OpId, seq: Seq, disk: &Disk) -> Result<(), String> {
        if disk.ids.get(seq.0 as usize - 1) != Some(&op_id) {
            return Err(format!("{op_id} was acknowledged at {seq}, where it is not"));
        }
        self.told.get_mut(&op_id).ok_or("something was acknowledged that nobody wanted")?.acked = Some(seq);
        Ok(())
    }

    /// Somebody was told that it left no trace.
    pub fn refused(&mut self, op_id: OpId) -> Result<(), String> {
        self.told.get_mut(&op_id).ok_or("something was refused that nobody wanted")?.refused = true;
        Ok(())
    }

    /// How many submissions were refused.
    pub fn refusals(&self) -> usize {
        self.told.values().filter(|told| told.refused).count()
    }
}

/// Compares everything with everything once the storm is over.
pub fn check(world: &World) -> Result<(), String> {
    let disk = &world.disk;
    log(&world.truth, disk)?;
    promises(&world.truth, disk)?;
    let document = Document::replay(&disk.entries);
    sound(&document)?;
    let (head, expected) = (Seq(disk.entries.len() as u64), bytes(&document));
    let room = &world.house.as_ref().ok_or("the house is closed")?.room;
    ensure(room.head() == head && bytes(room.document()) == expected, || "the room is not its log".into())?;
    for (number, page) in world.pages.iter().enumerate() {
        let Snapshot { seq, document } = page.replica.confirmed();
        ensure(*seq == head, || format!("page {number} is at {seq}, the log at {head}"))?;
        ensure(bytes(document) == expected, || format!("page {number} folded something else"))?;
        ensure(bytes(page.replica.view()) == expected, || format!("page {number} shows something else"))?;
        ensure(page.replica.unacknowledged().count() == 0, || format!("page {number} still waits"))?;
    }
    Ok(())
}

/// No hole, nothing twice, nothing that nobody wanted or that its author was told no about.
fn log(truth: &Truth, disk: &Disk) -> Result<(), String> {
    let mut once = BTreeSet::new();
    for (at, (op_id, entry)) in disk.ids.iter().zip(&disk.entries).enumerate() {
        ensure(entry.seq.0 == at as u64 + 1, || format!("a hole before {}", entry.seq))?;
        ensure(once.insert(op_id), || format!("{op_id} is there twice"))?;
        let told = truth.told.get(op_id).ok_or_else(|| format!("{op_id} is a ghost"))?;
        ensure(!told.refused, || format!("{op_id} was refused, and is at {}: {told:?}", entry.seq))?;
        let same = match (&told.intent, &entry.op) {
            (Intent::Do(wanted), done) => wanted == done,
            (Intent::Deal { lot: wanted, .. }, Op::Deal { lot, .. })
            | (Intent::Turn { lot: wanted, .. }, Op::Turn { lot, .. }) => wanted == lot,
            (Intent::CatchUp { actor }, Op::Give { cards }) => cards.iter().all(|(_, to)| to == actor),
            (Intent::Arrange, Op::Arrange { cards }) => !cards.is_empty(),
            _ => false,
        };
        ensure(same && told.actor == entry.actor, || format!("{op_id} is not what was wanted"))?;
    }
    Ok(())
}

/// What was acknowledged is there; what a page keeps was answered.
fn promises(truth: &Truth, disk: &Disk) -> Result<(), String> {
    for (op_id, told) in &truth.told {
        if let Some(seq) = told.acked {
            ensure(disk.ids.get(seq.0 as usize - 1) == Some(op_id), || format!("{op_id} is lost"))?;
        } else if told.kept {
            ensure(told.refused, || format!("{op_id} was never answered: {told:?}"))?;
        }
    }
    Ok(())
}

/// The rules held: no link hangs in the air, loops or faces another; nothing lies off the table.
fn sound(document: &Document) -> Result<(), String> {
    for link in document.links.keys() {
        let lies = |card| document.on_table(card).is_some();
        ensure(lies(link.cause) && lies(link.consequence), || format!("{link:?} hangs in the air"))?;
        ensure(link.cause != link.consequence, || format!("{link:?} loops"))?;
        ensure(!document.links.contains_key(&link.reversed()), || format!("{link:?} faces another"))?;
    }
    let placed = document.cards.keys().filter_map(|card| document.on_table(*card));
    for at in placed.chain(document.notes.values().map(|note| note.spot)) {
        ensure(at.x > 0 && at.y > 0 && at.x < TABLE.x && at.y < TABLE.y, || format!("{at:?} is off the table"))?;
    }
    Ok(())
}

fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("our types always serialise")
}
