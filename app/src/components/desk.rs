//! What a person has before them: where they look, what they chose, the sentence and the note they are writing. It
//! never leaves the browser; what goes to the board goes through [`LiveBoard`].

mod lifted;

pub use lifted::{Lifted, Rope};

use super::surface::{Camera, Pan};
use crate::live::LiveBoard;
use board::{Act, CardId, Document, LinkId, LinkKind, Millis, NoteId, Op, Point, Role, Stamp, check};
use leptos::prelude::*;

/// The places of a phone's screen; a laptop shows them all side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The cards in hand and the draw pile.
    Hand,
    /// The board as a picture.
    Board,
    /// The board, and the sentence that links.
    Link,
    /// The board as text.
    Plan,
}

/// What a person chose, to do something with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chosen {
    /// Nothing: the ground.
    #[default]
    Nothing,
    /// A card, wherever it is.
    Card(CardId),
    /// A link.
    Link(LinkId),
    /// A note.
    Note(NoteId),
}

/// A gap of the sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gap {
    /// "[cette carte] entraîne …"
    #[default]
    Cause,
    /// "… entraîne [cette carte]"
    Consequence,
}

/// The sentence that will become a link.
#[derive(Clone, Copy)]
pub struct Sentence {
    /// Its subject.
    pub cause: RwSignal<Option<CardId>>,
    /// Its verb.
    pub kind: RwSignal<LinkKind>,
    /// Its object.
    pub consequence: RwSignal<Option<CardId>>,
    /// "Parce que…"
    pub because: RwSignal<String>,
    /// The gap that the next touched card fills.
    pub gap: RwSignal<Gap>,
}

/// A note on its way to the board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The note that is written again; `None` for a new one.
    pub note: Option<NoteId>,
    /// Where it lies; `None` for the middle of what is seen.
    pub at: Option<Point>,
    /// What it says.
    pub text: String,
    /// True for an open question.
    pub question: bool,
}

/// What a finger does on the board while a person draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// It draws with this pen, from 0.
    Pen(u8),
    /// It puts this stamp down.
    Stamp(Stamp),
    /// It rubs out what this person drew.
    Rubber,
}

/// What the keyboard is at on the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keyed {
    /// It goes from card to card.
    #[default]
    Nothing,
    /// The arrows move this card.
    Moving(CardId),
    /// This card, of the hand or of the draw pile, goes down at the next Enter.
    Holding(CardId),
    /// A sentence was begun with this card.
    Linking(CardId),
    /// Its reason is being written, outside of the picture.
    Writing,
}

/// What a person has before them. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Where they are, on a phone.
    pub place: RwSignal<Place>,
    /// What they chose.
    pub chosen: RwSignal<Chosen>,
    /// What part of the table they see.
    pub camera: RwSignal<Camera>,
    /// Where a finger that still moves it has brought that.
    pub pan: RwSignal<Option<Pan>>,
    /// What they hold up, and where it is right now.
    pub lifted: Lifted,
    /// The rope they draw from a card.
    pub rope: RwSignal<Option<Rope>>,
    /// The card under their mouse.
    pub hovered: RwSignal<Option<CardId>>,
    /// What the keyboard is at on the picture.
    pub keyed: StoredValue<Keyed>,
    /// What it may do there, for eyes; empty while it goes from card to card.
    pub guided: RwSignal<String>,
    /// The card that the keyboard is on.
    pub focused: RwSignal<Option<CardId>>,
    /// What this person is told at once of what they do, for ears.
    pub said: RwSignal<String>,
    /// How much they want to hear of the others, by name.
    pub hears: RwSignal<String>,
    /// The card that goes where the ground is touched next.
    pub carried: RwSignal<Option<CardId>>,
    /// The link they are writing.
    pub sentence: Sentence,
    /// The title they are writing; `None` while they leave the board's own alone.
    pub title: RwSignal<Option<String>>,
    /// The story they are writing; `None` while they leave the board's own alone.
    pub story: RwSignal<Option<String>>,
    /// The note they are writing.
    pub draft: RwSignal<Option<Draft>>,
    /// What they draw with; `None` while a finger only looks around: nothing ever draws then.
    pub tool: RwSignal<Option<Tool>>,
    /// The line under their finger.
    pub traced: RwSignal<Vec<Point>>,
    /// The wave that can still be seen: at a place, or at the whole table.
    pub waved: RwSignal<Option<Option<Point>>>,
    /// Leads the view back to the cards that everybody looks at.
    pub again: Trigger,
}

impl Desk {
    /// The desk on which a page opens.
    #[must_use]
    pub fn new(live: LiveBoard) -> Self {
        Self {
            place: RwSignal::new(Place::Board),
            chosen: RwSignal::default(),
            camera: RwSignal::new(live.glance(Camera::around)),
            pan: RwSignal::default(),
            lifted: Lifted::default(),
            rope: RwSignal::default(),
            hovered: RwSignal::default(),
            keyed: StoredValue::default(),
            guided: RwSignal::default(),
            focused: RwSignal::default(),
            said: RwSignal::default(),
            hears: RwSignal::default(),
            carried: RwSignal::default(),
            sentence: Sentence {
                cause: RwSignal::default(),
                kind: RwSignal::default(),
                consequence: RwSignal::default(),
                because: RwSignal::default(),
                gap: RwSignal::default(),
            },
            title: RwSignal::default(),
            story: RwSignal::default(),
            draft: RwSignal::default(),
            tool: RwSignal::default(),
            traced: RwSignal::default(),
            waved: RwSignal::default(),
            again: Trigger::new(),
        }
    }

    /// What is chosen, as long as it is still there.
    #[must_use]
    pub fn standing(self, live: LiveBoard) -> Memo<Chosen> {
        live.read(move |document| {
            let chosen = self.chosen.get();
            let here = match chosen {
                Chosen::Nothing => false,
                Chosen::Card(card) => document.cards.contains_key(&card),
                Chosen::Link(link) => document.links.contains_key(&link),
                Chosen::Note(note) => document.notes.contains_key(&note),
            };
            if here { chosen } else { Chosen::Nothing }
        })
    }

    /// A person touched this: it is chosen; a card of the table also goes into the waiting gap of the sentence.
    pub fn touch(self, live: LiveBoard, touched: Chosen) {
        self.chosen.set(touched);
        if let Chosen::Card(card) = touched
            && live.glance(|document| document.on_table(card).is_some())
        {
            self.sentence.take(card, self.place.get_untracked() == Place::Link);
            self.recognise(live);
        }
    }

    /// A sentence that says what a link of the board says already is that link: it is chosen.
    pub fn recognise(self, live: LiveBoard) {
        let ends = self.sentence.cause.get_untracked().zip(self.sentence.consequence.get_untracked());
        let link = ends.map(|(cause, consequence)| LinkId { cause, consequence });
        if let Some(link) = link.filter(|link| live.glance(|document| document.links.contains_key(link))) {
            self.chosen.set(Chosen::Link(link));
        }
    }

    /// Chooses a card and shows where it lies.
    pub fn show(self, live: LiveBoard, card: CardId) {
        self.chosen.set(Chosen::Card(card));
        if let Some(at) = live.glance(|document| document.on_table(card)) {
            self.place.set(Place::Board);
            self.camera.update(|camera| *camera = camera.showing(at));
        }
    }

    /// Begins a sentence with this card: the next one touched is its consequence.
    pub fn begin_sentence(self, card: CardId) {
        self.sentence.cause.set(Some(card));
        self.sentence.consequence.set(None);
        self.sentence.gap.set(Gap::Consequence);
        self.place.set(Place::Link);
    }

    /// Takes a card up: it goes where the ground is touched next.
    pub fn carry(self, card: CardId) {
        self.carried.set(Some(card));
        self.place.set(Place::Board);
    }

    /// Tells this person something at once, to their ears. A region is read when it changes: what is said twice differs
    /// by a space that nobody hears.
    pub fn say(self, told: &str) {
        let again = self.said.with_untracked(|said| said == told);
        self.said.set([told, if again { "\u{a0}" } else { "" }].concat());
    }

    /// The keyboard is at this now: said, and shown as long as it lasts.
    pub fn key(self, keyed: Keyed, told: &str) {
        self.keyed.set_value(keyed);
        self.guided.set(if keyed == Keyed::Nothing { "" } else { told }.to_owned());
        if !told.is_empty() {
            self.say(told);
        }
    }

    /// Goes to a place of the phone's screen.
    pub fn go(self, place: Place) {
        if place == Place::Link && self.sentence.cause.get_untracked().is_some() {
            self.sentence.gap.set(Gap::Consequence);
        }
        self.place.set(place);
    }
}

impl Sentence {
    /// Nothing is written yet.
    pub fn clear(self) {
        self.cause.set(None);
        self.consequence.set(None);
        self.kind.set(LinkKind::default());
        self.because.set(String::new());
        self.gap.set(Gap::Cause);
    }

    fn take(self, card: CardId, onward: bool) {
        match self.gap.get_untracked() {
            Gap::Consequence if self.cause.get_untracked() != Some(card) => self.consequence.set(Some(card)),
            Gap::Consequence => {}
            Gap::Cause => {
                self.cause.set(Some(card));
                if self.consequence.get_untracked() == Some(card) {
                    self.consequence.set(None);
                }
                if onward {
                    self.gap.set(Gap::Consequence);
                }
            }
        }
    }

    /// The two ends, once both are there.
    #[must_use]
    pub fn ends(self) -> Option<LinkId> {
        self.cause.get().zip(self.consequence.get()).map(|(cause, consequence)| LinkId { cause, consequence })
    }
}

/// Whether this person has a right now.
pub fn may(live: LiveBoard, act: Act) -> Memo<bool> {
    live.read(move |document| allowed(live, document, act))
}

/// Whether this person has a right in this state of the board.
#[must_use]
pub fn allowed(live: LiveBoard, document: &Document, act: Act) -> bool {
    match live.me().role {
        Role::Facilitator => true,
        Role::Participant => !document.paused && document.phase.allows(act),
        Role::Spectator | Role::Projector => false,
    }
}

/// Does an op, and says whether the rules let it through here. One that they refuse is submitted all the same, so that
/// the reason is shown in the one place where reasons are shown.
pub fn attempt(live: LiveBoard, op: Op) -> bool {
    let me = live.me();
    // Nothing that passes through here depends on the hour: what does is asked of the room.
    let fine = live.glance(|document| check(document, me, &op, Millis::default()).is_ok());
    live.act(op);
    fine
}
