//! What is told of a board to whoever hears it: who did what, whom it concerns, and the moments that matter to
//! everybody. What is for the eye alone (a note that is moved, a clock that is set) is not news.

use super::Bulletin;
use board::{ActorId, Asker, CardId, Document, Entry, LinkId, NoteId, Op, Role, Spot, Undo, next_undo};

/// Something that is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// Whom it reaches.
    pub reach: Reach,
    /// What it is.
    pub event: Event,
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody did something.
    Done {
        /// Who.
        by: ActorId,
        /// What.
        op: Box<Op>,
        /// What was taken back, if that is what they did.
        undone: Option<Box<Undo>>,
    },
    /// The person who facilitates waves; at a place of the board, if true.
    Wave(bool),
    /// So much happened while this page was away that nobody can tell it.
    Away,
}

/// Whom a piece of news reaches, from the fewest to the most who care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Whoever wants to hear everything.
    Anybody,
    /// This person: it is about a card, a link or a note of theirs.
    Concerned,
    /// Everybody: the person who facilitates says it to all.
    Everybody,
    /// This person did it: they hear at once that it is so.
    Own,
}

/// How much a person wants to hear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hears {
    /// Everything that happens at the table.
    #[default]
    Everything,
    /// What concerns them, and what is said to all.
    Concerned,
    /// Only what the person who facilitates says to all.
    ToAll,
}

impl Hears {
    /// All three, from the most to the least.
    pub const ALL: [Self; 3] = [Self::Everything, Self::Concerned, Self::ToAll];

    /// Whether such news is told. What a person does themselves always is.
    #[must_use]
    pub fn lets(self, reach: Reach) -> bool {
        let least = match self {
            Self::Everything => Reach::Anybody,
            Self::Concerned => Reach::Concerned,
            Self::ToAll => Reach::Everybody,
        };
        reach >= least
    }

    /// Its name, where a device keeps it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Concerned => "concerned",
            Self::ToAll => "to-all",
        }
    }

    /// The choice of this name; the first if there is none.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|hears| hears.name() == name).unwrap_or_default()
    }
}

/// The ear of one person at a table.
#[derive(Clone, Debug)]
pub struct Ear {
    me: Asker,
    /// The cards that this person put on the table: the board itself does not remember who did.
    placed: Vec<CardId>,
    heard: Vec<News>,
    /// What waits to be told.
    pub bulletin: Bulletin,
}

impl Ear {
    /// The ear of this person, who placed these cards before the page was opened.
    #[must_use]
    pub fn new(me: Asker, placed: impl IntoIterator<Item = CardId>) -> Self {
        Self { me, placed: placed.into_iter().collect(), heard: Vec::new(), bulletin: Bulletin::default() }
    }

    /// An entry of the log, and the board just before it.
    pub fn hear(&mut self, before: &Document, entry: &Entry) {
        let Entry { actor, op, .. } = entry;
        let undone = matches!(op, Op::Undo).then(|| next_undo(before, *actor).cloned()).flatten();
        let reach = self.reach(before, *actor, op, undone.as_ref());
        if let Op::Place { card, .. } = op {
            self.placed.retain(|known| known != card);
            if *actor == self.me.actor {
                self.placed.push(*card);
            }
        }
        if let Some(reach) = reach {
            self.heard.push(News {
                reach,
                event: Event::Done { by: *actor, op: Box::new(op.clone()), undone: undone.map(Box::new) },
            });
        }
    }

    /// A wave, which is no entry. Whoever facilitates gives it and needs no telling.
    pub fn waved(&mut self, at_a_place: bool) {
        if self.me.role != Role::Facilitator {
            self.heard.push(News { reach: Reach::Everybody, event: Event::Wave(at_a_place) });
        }
    }

    /// The page comes back to a board that it must learn anew.
    pub fn away(&mut self) {
        self.heard.push(News { reach: Reach::Everybody, event: Event::Away });
    }

    /// The cards that this person placed.
    #[must_use]
    pub fn placed(&self) -> &[CardId] {
        &self.placed
    }

    /// What was heard since the last time, in order.
    pub fn take(&mut self) -> Vec<News> {
        std::mem::take(&mut self.heard)
    }

    /// Whom this reaches; `None` for what is not told at all.
    fn reach(&self, before: &Document, actor: ActorId, op: &Op, undone: Option<&Undo>) -> Option<Reach> {
        let mine = match op {
            Op::Time { .. } => return None,
            Op::Frame { cards } if cards.is_empty() => return None,
            // The page of the person who facilitates shows no question: they sent it.
            Op::Hint { .. } if self.me.role == Role::Facilitator && actor != self.me.actor => return None,
            Op::Stage { on, .. } if !on || before.stage.is_some() => return None,
            Op::Note { note, text, question, .. } if is_moved(before, *note, text, *question) => return None,
            _ if actor == self.me.actor => return Some(Reach::Own),
            Op::Deal { .. }
            | Op::Enter { .. }
            | Op::Pause { .. }
            | Op::Open { .. }
            | Op::Withdraw { .. }
            | Op::Frame { .. }
            | Op::Hint { .. }
            | Op::Stage { .. } => return Some(Reach::Everybody),
            Op::Turn { spot, .. } => *spot == Spot::Hand(self.me.actor),
            Op::Give { cards } => cards.iter().any(|(_, to)| *to == self.me.actor),
            Op::Undo => undone.is_some_and(|undone| match undone {
                Undo::Card(card, _) => self.placed.contains(card),
                Undo::Link(link, _) | Undo::Reverse(link, _) => self.owns(before, *link),
                Undo::Note(note, _) => self.wrote(before, *note),
                _ => false,
            }),
            Op::Move { card, .. } | Op::Return { card } => self.placed.contains(card),
            Op::Link { link, .. }
            | Op::Change { link, .. }
            | Op::Unlink { link }
            | Op::Ink { link, .. }
            | Op::Judge { link, .. }
            | Op::Star { link, .. }
            | Op::Reverse { link } => self.owns(before, *link),
            Op::Note { note, .. } | Op::Erase { note } => self.wrote(before, *note),
            _ => false,
        };
        Some(if mine { Reach::Concerned } else { Reach::Anybody })
    }

    /// Whether a link is this person's, or holds one of their cards.
    fn owns(&self, before: &Document, link: LinkId) -> bool {
        let drawn = before.links.get(&link).is_some_and(|known| known.author == self.me.actor);
        drawn || self.placed.contains(&link.cause) || self.placed.contains(&link.consequence)
    }

    fn wrote(&self, before: &Document, note: NoteId) -> bool {
        before.notes.get(&note).is_some_and(|known| known.author == self.me.actor)
    }
}

/// Whether a note that is written again says what it said: it only went elsewhere.
fn is_moved(before: &Document, note: NoteId, text: &str, question: bool) -> bool {
    before.notes.get(&note).is_some_and(|known| known.text == text && known.question == question)
}
