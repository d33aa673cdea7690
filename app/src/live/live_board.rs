//! The one client context of a living page: reads are memos, the one write is [`LiveBoard::submit`].
//!
//! The replica is not cloned into signals: each memo looks up its own item when the board has turned a page, and wakes
//! its component only if that item changed.

mod connected;
mod hearing;

use super::{Device, Ear, Line, Status, TurnedDown};
use crate::api::BoardOpening;
use crate::text::{Words, isolated, words};
use board::deck::{Back, Front};
use board::protocol::Faces;
use board::{
    ActorId, Asker, Card, CardId, Document, Link, LinkId, LotId, Note, NoteId, Phase, Point, Presence, Replica, Role,
    Seat,
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// A board, alive in this page. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub struct LiveBoard {
    opening: StoredValue<BoardOpening>,
    replica: StoredValue<Replica>,
    /// Rises whenever the replica's view changed.
    turn: RwSignal<u64>,
    /// Lists, because a map of each kind of text is more for a phone to fetch than a search among sixty takes.
    fronts: RwSignal<Vec<Front>>,
    backs: RwSignal<Vec<Back>>,
    seats: RwSignal<Vec<Seat>>,
    presence: RwSignal<BTreeMap<ActorId, Presence>>,
    open: RwSignal<bool>,
    line: RwSignal<Line>,
    status: Signal<Status>,
    turned_down: RwSignal<Option<TurnedDown>>,
    /// The last wave of somebody who facilitates: a place, or the whole table.
    waved: RwSignal<Option<Option<Point>>>,
    /// What the server has counted for the whole workshop, in bytes; 0 while it has said nothing.
    traffic: RwSignal<u64>,
    /// What this person hears of; none while nobody listens.
    ear: StoredValue<Option<Ear>>,
    /// None on the server, which only renders, and until [`LiveBoard::stand_on`].
    device: StoredValue<Option<Arc<dyn Device>>>,
    /// The server's clock less the device's, in milliseconds.
    ahead: StoredValue<i64>,
    /// Whether that is so now: a participant's page may have been kept by the device, and its opening be old.
    on_time: RwSignal<bool>,
}

impl LiveBoard {
    /// The board as the page was rendered.
    #[must_use]
    pub fn new(opening: BoardOpening) -> Self {
        let replica = StoredValue::new(Replica::new(opening.me, opening.snapshot.clone()));
        let (turn, line) = (RwSignal::new(0), RwSignal::new(Line::Up));
        let status = Memo::new(move |_| {
            turn.track();
            Status::of(line.get(), replica.with_value(|replica| replica.unacknowledged().count()))
        });
        let Faces { fronts, backs } = opening.faces.clone();
        Self {
            replica,
            turn,
            fronts: RwSignal::new(fronts),
            backs: RwSignal::new(backs),
            seats: RwSignal::new(opening.seats.clone()),
            presence: RwSignal::default(),
            open: RwSignal::new(opening.workshop.open),
            line,
            status: status.into(),
            turned_down: RwSignal::default(),
            waved: RwSignal::default(),
            traffic: RwSignal::default(),
            ear: StoredValue::new(None),
            device: StoredValue::new(None),
            ahead: StoredValue::new(0),
            on_time: RwSignal::new(opening.me.role != Role::Participant),
            opening: StoredValue::new(opening),
        }
    }

    /// Who looks.
    #[must_use]
    pub fn me(self) -> Asker {
        self.opening.with_value(|opening| opening.me)
    }

    /// Whether this person only looks on: nothing that changes the board is offered to them.
    #[must_use]
    pub fn looks_on(self) -> bool {
        matches!(self.me().role, Role::Spectator | Role::Projector)
    }

    /// The texts in this device's language.
    #[must_use]
    pub fn words(self) -> Words {
        words(self.opening.with_value(|opening| opening.lang))
    }

    /// What the page was opened with: what never changes while it lives.
    pub fn opening<T>(self, read: impl FnOnce(&BoardOpening) -> T) -> T {
        self.opening.with_value(read)
    }

    /// Something read off the document, which wakes its readers only when it changed.
    pub fn read<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Document) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.reader(Arc::new(read))
    }

    /// The memo of a reader: made once for each type that is read, not once for each reader.
    fn reader<T: PartialEq + Send + Sync + 'static>(self, read: Arc<dyn Fn(&Document) -> T + Send + Sync>) -> Memo<T> {
        Memo::new(move |_| {
            self.turn.track();
            self.replica.with_value(|replica| read(replica.view()))
        })
    }

    /// The document right now, for an event: wakes nobody.
    pub fn glance<T>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.replica.with_value(|replica| read(replica.view()))
    }

    /// One card.
    #[must_use]
    pub fn card(self, card: CardId) -> Memo<Option<Card>> {
        self.read(move |document| document.cards.get(&card).cloned())
    }

    /// One link.
    #[must_use]
    pub fn link(self, link: LinkId) -> Memo<Option<Link>> {
        self.read(move |document| document.links.get(&link).cloned())
    }

    /// One note.
    #[must_use]
    pub fn note(self, note: NoteId) -> Memo<Option<Note>> {
        self.read(move |document| document.notes.get(&note).cloned())
    }

    /// Whether an op of this person that `concerns` something is not on the server's disk yet.
    pub fn waits(self, concerns: impl Fn(&board::Op) -> bool + Send + Sync + 'static) -> Memo<bool> {
        Memo::new(move |_| {
            self.turn.track();
            let waits = |pending: &board::Pending| matches!(&pending.intent, board::Intent::Do(op) if concerns(op));
            self.replica.with_value(|replica| replica.unacknowledged().any(waits))
        })
    }

    /// The phase of this table.
    #[must_use]
    pub fn phase(self) -> Memo<Phase> {
        self.read(|document| document.phase)
    }

    /// Whether the table is paused.
    #[must_use]
    pub fn paused(self) -> Memo<bool> {
        self.read(|document| document.paused)
    }

    /// The front of a card, once it has been dealt.
    #[must_use]
    pub fn front(self, card: CardId) -> Memo<Option<Front>> {
        Memo::new(move |_| self.fronts.with(|fronts| front(fronts, card).cloned()))
    }

    /// The lot printed on a card, which gives its colour; the one it was dealt with while its front is on the way.
    #[must_use]
    pub fn lot_of(self, card: CardId) -> LotId {
        let printed = self.fronts.with_untracked(|fronts| front(fronts, card).map(|front| front.lot));
        printed.unwrap_or_else(|| self.glance(|it| it.cards.get(&card).map(|card| card.lot).unwrap_or_default()))
    }

    /// The back of a card, once it may be read.
    #[must_use]
    pub fn back(self, card: CardId) -> Memo<Option<Back>> {
        Memo::new(move |_| self.backs.with(|backs| backs.iter().find(|back| back.card == card).cloned()))
    }

    /// The back of a card right now, for an event: wakes nobody.
    #[must_use]
    pub fn back_of(self, card: CardId) -> Option<Back> {
        self.backs.with_untracked(|backs| backs.iter().find(|back| back.card == card).cloned())
    }

    /// A card's title for an event or a sentence; its number while its front is on the way.
    #[must_use]
    pub fn title_of(self, card: CardId) -> String {
        self.fronts.with(|fronts| front(fronts, card).map_or_else(|| card.to_string(), |front| front.title.clone()))
    }

    /// Who has a seat at this table.
    #[must_use]
    pub fn seats(self) -> Signal<Vec<Seat>> {
        self.seats.into()
    }

    /// The first name of somebody at this table, to stand amid a sentence; empty once it was erased.
    #[must_use]
    pub fn name_of(self, actor: ActorId) -> String {
        self.seats.with(|seats| {
            seats.iter().find(|seat| seat.actor == actor).map(|seat| isolated(&seat.name)).unwrap_or_default()
        })
    }

    /// What the others point at.
    #[must_use]
    pub fn presence(self) -> Signal<BTreeMap<ActorId, Presence>> {
        self.presence.into()
    }

    /// Whether this page knows what time it is: a participant's does once its room has said so.
    #[must_use]
    pub fn on_time(self) -> Signal<bool> {
        self.on_time.into()
    }

    /// Whether people may still join the workshop.
    #[must_use]
    pub fn open(self) -> Signal<bool> {
        self.open.into()
    }

    /// Whether what this person does is kept.
    #[must_use]
    pub fn status(self) -> Signal<Status> {
        self.status
    }

    /// The last op that was turned down, here or by the room; `None` once it was [`LiveBoard::heard`].
    #[must_use]
    pub fn turned_down(self) -> Signal<Option<TurnedDown>> {
        self.turned_down.into()
    }

    /// The last wave of somebody who facilitates: at a place, or at the whole table.
    #[must_use]
    pub fn waved(self) -> Signal<Option<Option<Point>>> {
        self.waved.into()
    }

    /// What the whole workshop has exchanged, in bytes, as the server counts it for a screen of the room at the end.
    #[must_use]
    pub fn traffic(self) -> Signal<u64> {
        self.traffic.into()
    }

    /// What this device has exchanged, in bytes: to load this page, and on its live connections since.
    #[must_use]
    pub fn exchanged(self) -> (u64, u64) {
        self.device.get_value().map_or((0, 0), |device| device.exchanged())
    }

    /// The person has read why.
    pub fn heard(self) {
        if self.turned_down.with_untracked(Option::is_some) {
            self.turned_down.set(None);
        }
    }
}

fn front(fronts: &[Front], card: CardId) -> Option<&Front> {
    fronts.iter().find(|front| front.card == card)
}
