//! The one context of a replay in a page: reads are memos, and whatever goes along the log goes through it. Copied
//! freely: it is a handle.

use super::pace::{SPEEDS, next};
use super::telling::{ear, told};
use crate::api::ReplayOpening;
use crate::text::{Words, words};
use board::deck::Front;
use board::{CardId, Chapter, Document, Entry, LinkId, Millis, NoteId, Op, Replay, Undo, chapters, next_undo};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// A replay, alive in this page.
#[derive(Clone, Copy)]
pub struct Player {
    pub(super) opening: StoredValue<ReplayOpening>,
    replay: StoredValue<Replay>,
    chapters: StoredValue<Vec<Chapter>>,
    place: RwSignal<usize>,
    lit: RwSignal<Lit>,
    told: RwSignal<String>,
    playing: RwSignal<bool>,
    speed: RwSignal<u64>,
    silence: RwSignal<Option<u64>>,
    /// Rises whenever somebody goes elsewhere: what was to come next comes no more.
    round: StoredValue<u64>,
}

/// What the last entries touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lit {
    pub cards: Vec<CardId>,
    pub links: Vec<LinkId>,
    pub notes: Vec<NoteId>,
}

impl Player {
    /// The replay of this opening, at its end: the saved board.
    #[must_use]
    pub fn new(mut opening: ReplayOpening) -> Self {
        let tape = std::mem::take(&mut opening.tape);
        let mut replay = Replay::new(tape.entries());
        // Boards are kept on the way: from now on any place is near.
        replay.seek(usize::MAX);
        let player = Self {
            chapters: StoredValue::new(chapters(replay.entries())),
            place: RwSignal::new(replay.place()),
            replay: StoredValue::new(replay),
            lit: RwSignal::default(),
            told: RwSignal::default(),
            playing: RwSignal::default(),
            speed: RwSignal::new(SPEEDS[2]),
            silence: RwSignal::default(),
            round: StoredValue::new(0),
            opening: StoredValue::new(opening),
        };
        player.told.set(player.words().replay().saved.to_owned());
        player
    }

    /// The texts in this device's language.
    pub(super) fn words(self) -> Words {
        self.opening.with_value(|opening| words(opening.lang))
    }

    /// Something read off the board, which wakes its readers only when it changed.
    pub(super) fn read<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Document) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.reader(Arc::new(read))
    }

    fn reader<T: PartialEq + Send + Sync + 'static>(self, read: Arc<dyn Fn(&Document) -> T + Send + Sync>) -> Memo<T> {
        Memo::new(move |_| {
            self.place.track();
            self.replay.with_value(|replay| read(replay.document()))
        })
    }

    /// The front of a card that was dealt at some time.
    pub(super) fn front(self, card: CardId) -> Option<Front> {
        self.opening.with_value(|opening| opening.fronts.iter().find(|front| front.card == card).cloned())
    }

    /// The whole log.
    pub(super) fn log<T>(self, read: impl FnOnce(&[Entry]) -> T) -> T {
        self.replay.with_value(|replay| read(replay.entries()))
    }

    /// The chapters.
    pub(super) fn chapters<T>(self, read: impl FnOnce(&[Chapter]) -> T) -> T {
        self.chapters.with_value(|chapters| read(chapters))
    }

    /// How many entries are folded in.
    pub(super) fn place(self) -> Signal<usize> {
        self.place.into()
    }

    /// What the last entries touched.
    pub(super) fn lit(self) -> Signal<Lit> {
        self.lit.into()
    }

    /// What happens, in words.
    pub(super) fn told(self) -> Signal<String> {
        self.told.into()
    }

    /// Whether it goes on by itself.
    pub(super) fn playing(self) -> Signal<bool> {
        self.playing.into()
    }

    /// How many times faster than the workshop.
    pub(super) fn speed(self) -> Signal<u64> {
        self.speed.into()
    }

    /// The silence that is being cut short, in milliseconds.
    pub(super) fn silence(self) -> Signal<Option<u64>> {
        self.silence.into()
    }

    /// How long after the beginning of the log this place is, in milliseconds.
    pub(super) fn since(self, place: usize) -> u64 {
        self.log(|entries| {
            let at = |place: usize| entries.get(place.saturating_sub(1)).map_or(Millis(0), |entry| entry.at);
            at(place).0.saturating_sub(at(0).0)
        })
    }

    /// How many entries there are.
    pub(super) fn length(self) -> usize {
        self.log(<[Entry]>::len)
    }

    /// Which chapter this place is in.
    pub(super) fn chapter_at(self, place: usize) -> Option<usize> {
        self.chapters(|chapters| chapters.iter().rposition(|chapter| chapter.begins <= place))
    }

    /// Goes to a place, and goes on from there if it was going on.
    pub fn go(self, to: usize) {
        let to = to.min(self.length());
        self.replay.update_value(|replay| replay.seek(to.saturating_sub(1)));
        if to == 0 {
            self.lit.set(Lit::default());
            self.told.set(self.words().replay().beginning.to_owned());
            self.place.set(0);
        } else {
            self.fold_to(to);
        }
        self.go_on();
    }

    /// So many entries on, or back.
    pub(super) fn by(self, entries: isize) {
        self.go(self.place.get_untracked().saturating_add_signed(entries));
    }

    /// To the chapter after this place, or to the one that begins before it.
    pub(super) fn by_chapter(self, onward: bool) {
        let place = self.place.get_untracked();
        let to = self.chapters(|chapters| {
            let mut begins = chapters.iter().map(|chapter| chapter.begins);
            if onward { begins.find(|begins| *begins > place) } else { begins.rfind(|begins| *begins < place) }
        });
        self.go(to.unwrap_or(if onward { usize::MAX } else { 0 }));
    }

    /// Goes on by itself, or stops; from the end it begins again.
    pub(super) fn play(self) {
        let playing = !self.playing.get_untracked();
        self.playing.set(playing);
        if playing && self.place.get_untracked() == self.length() { self.go(0) } else { self.go_on() }
    }

    /// So many times faster than the workshop from now on.
    pub(super) fn hurry(self, speed: u64) {
        self.speed.set(speed);
        self.go_on();
    }

    /// Waits for what comes next, if it goes on by itself.
    fn go_on(self) {
        let round = self.round.get_value() + 1;
        self.round.set_value(round);
        self.silence.set(None);
        if !self.playing.get_untracked() {
            return;
        }
        let (place, speed) = (self.place.get_untracked(), self.speed.get_untracked());
        let Some(next) = self.log(|entries| next(entries, place, speed)) else {
            self.playing.set(false);
            return;
        };
        self.silence.set(next.silence);
        let then = move || {
            if self.round.try_get_value() == Some(round) {
                self.fold_to(next.to);
                self.go_on();
            }
        };
        set_timeout(then, Duration::from_millis(next.wait));
    }

    /// Folds in what comes up to this place, lights it and tells it.
    fn fold_to(self, to: usize) {
        let (mut ear, mut lit) = (ear(), Lit::default());
        self.replay.update_value(|replay| {
            while replay.place() < to {
                replay.step(&mut |before, entry| {
                    ear.hear(before, entry);
                    lit.add(before, entry);
                });
            }
        });
        self.lit.set(lit);
        let said = told(self, &ear.take());
        self.told.set(if said.is_empty() { self.words().replay().quiet.to_owned() } else { said });
        self.place.set(to);
    }
}

impl Lit {
    /// What this entry touches on the board as it was just before.
    fn add(&mut self, before: &Document, entry: &Entry) {
        match &entry.op {
            Op::Place { card, .. } | Op::Move { card, .. } => self.cards.push(*card),
            Op::Frame { cards } | Op::Hint { cards, .. } => self.cards.extend(cards),
            Op::Arrange { cards } => self.cards.extend(cards.iter().map(|(card, _)| *card)),
            Op::Link { link, .. }
            | Op::Change { link, .. }
            | Op::Ink { link, .. }
            | Op::Judge { link, .. }
            | Op::Star { link, .. } => self.links.push(*link),
            Op::Reverse { link } => self.links.push(link.reversed()),
            Op::Note { note, .. } => self.notes.push(*note),
            Op::Undo => match next_undo(before, entry.actor) {
                Some(Undo::Card(card, _)) => self.cards.push(*card),
                Some(Undo::Link(link, _)) => self.links.push(*link),
                Some(Undo::Note(note, _)) => self.notes.push(*note),
                _ => {}
            },
            _ => {}
        }
    }
}
