//! Openings: what each page is rendered from.

use super::{DeckLine, DeckName, Term};
use board::key::Key;
use board::{
    ActorId, Asker, BoardId, CardId, Document, LotId, Millis, Phase, Seat, Seq, Snapshot, WorkshopId,
    deck::{Grade, Lang},
    protocol::Faces,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A workshop, for people who are in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkshopCard {
    /// Its id.
    pub id: WorkshopId,
    /// Its title, as typed.
    pub title: String,
    /// Its join code.
    pub code: String,
    /// Its format, in minutes.
    pub format: u16,
    /// Whether people may still join.
    pub open: bool,
    /// Whether people are given a table, instead of choosing one.
    pub assigned: bool,
    /// Its tables, in order: table 1 first.
    pub tables: Vec<TableCard>,
}

/// What a workshop is to be, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWorkshop {
    /// Its title.
    pub title: String,
    /// Its format, in minutes.
    pub format: u16,
    /// How many tables.
    pub tables: u8,
    /// Whether people are given a table, instead of choosing one.
    pub assigned: bool,
    /// The deck, its slug and its version with a space between; empty for this server's own.
    pub deck: String,
}

/// A table of a workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableCard {
    /// Its board.
    pub board: BoardId,
    /// How many people have a seat there.
    pub people: u16,
}

/// The page on which one joins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JoinOpening {
    /// The code as typed.
    pub code: String,
    /// The workshop behind it; `None` while no valid code was given.
    pub workshop: Option<WorkshopCard>,
}

/// A live board, for a participant or the projector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardOpening {
    /// Who looks.
    pub me: Asker,
    /// In which language.
    pub lang: Lang,
    /// The server's clock when the page was made.
    pub now: Millis,
    /// Which workshop.
    pub workshop: WorkshopCard,
    /// Which board.
    pub board: BoardId,
    /// The table's number, from 1.
    pub table: u8,
    /// The board as it stood.
    pub snapshot: Snapshot,
    /// Who has a seat.
    pub seats: Vec<Seat>,
    /// The card texts this person may read.
    pub faces: Faces,
    /// The lots of the format, in order.
    pub lots: Vec<LotCard>,
    /// What only the person who facilitates may see: of several boards in one page, the first has it.
    pub memo: Option<Box<Memo>>,
    /// The steps of the workshop, in order: a step's number is its place here.
    pub script: Vec<StepCard>,
    /// The address people join at, and its QR code as an SVG path, for pages that show it.
    pub invitation: Option<Invitation>,
}

/// The memo of the person who facilitates: what the deck knows about the cards of the format. It never reaches a
/// participant or a screen of the room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memo {
    /// Every card of the format, dealt or not.
    pub cards: BTreeMap<CardId, MemoCard>,
    /// The links between them: expected ones and misconceptions.
    pub key: Key,
}

/// A card, as the memo has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemoCard {
    /// What its front says.
    pub title: String,
    /// The lot it is dealt with.
    pub lot: LotId,
    /// The question that gets a table talking about it.
    pub hint: String,
    /// A warning or a nuance about its fact; may be empty.
    pub note: String,
}

/// What a team decides, and what the deck proposes to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionsOpening {
    /// The board.
    pub board: BoardOpening,
    /// The action cards that act on cards linked on the board, the most linked first; none outside of their phase.
    pub proposed: Vec<ActionProposal>,
}

/// An action card, for a team that looks for something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionProposal {
    /// Its number.
    pub card: CardId,
    /// What its front says.
    pub title: String,
    /// What there is to do.
    pub description: String,
    /// What can be done first.
    pub first_step: String,
    /// What it costs, to begin the discussion.
    pub effort: Grade,
    /// What it brings, to begin the discussion.
    pub impact: Grade,
    /// In which language it is written.
    pub lang: Lang,
}

/// A lot, by name: no card in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LotCard {
    /// Its place in the order.
    pub lot: LotId,
    /// Its title.
    pub title: String,
    /// How many cards it has in this format.
    pub cards: u8,
}

/// A step of a workshop's script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepCard {
    /// Its place, from 0: what a table enters.
    pub number: u8,
    /// Its title.
    pub title: String,
    /// How long it is planned to last.
    pub minutes: u16,
    /// What it opens.
    pub phase: Phase,
    /// The lot that is dealt in it.
    pub lot: Option<LotId>,
    /// What the person who facilitates does; empty for everybody else.
    pub does: String,
    /// What they may say; empty for everybody else.
    pub says: String,
}

/// How to come to a workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The full address of the join page, with the code.
    pub address: String,
    /// The QR code's side, in modules.
    pub side: u16,
    /// The dark modules, as the `d` of an SVG path in modules.
    pub path: String,
    /// The name of the wifi from which that address is reached, if one was given.
    pub wifi: Option<String>,
}

/// The organiser's workshops.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkshopsOpening {
    /// Newest first.
    pub workshops: Vec<WorkshopCard>,
    /// The deck of each, in the same order.
    pub played: Vec<DeckName>,
    /// The decks that a new one may play.
    pub decks: Vec<DeckLine>,
    /// Until when each is kept.
    pub terms: Vec<Term>,
}

/// The script of a workshop, to read, and to change until a table begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptOpening {
    /// Which workshop.
    pub workshop: WorkshopCard,
    /// Every step, those that are skipped too: here a step's number is its place in the whole script.
    pub steps: Vec<StepLine>,
    /// What is dealt, by name.
    pub lots: Vec<LotCard>,
    /// Whether it is no longer the deck's.
    pub changed: bool,
    /// Whether a table has begun.
    pub begun: bool,
}

/// A line of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLine {
    /// The step.
    pub step: StepCard,
    /// Whether this workshop leaves it out.
    pub skipped: bool,
}

/// What somebody wants a step to be, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepWish {
    /// Its title.
    pub title: String,
    /// How long it lasts.
    pub minutes: String,
    /// What the person who facilitates may say: may be empty.
    pub says: String,
    /// Whether it is left out.
    pub skipped: bool,
}

/// A saved board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedCard {
    /// Its number.
    pub mark: i64,
    /// Its name, as typed.
    pub name: String,
    /// When it was saved.
    pub at: Millis,
    /// The workshop's title.
    pub workshop: String,
    /// The table's number, from 1.
    pub table: u8,
    /// The board as it was.
    pub document: Document,
}

/// One saved board, to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedOpening {
    /// Its name, its place and the board.
    pub card: SavedCard,
    /// The format of its workshop, in minutes.
    pub format: u16,
    /// The version of the deck it was played with.
    pub deck_version: String,
    /// The last entry it shows.
    pub seq: Seq,
    /// The texts of its cards.
    pub faces: Faces,
    /// The lots of the format, in order.
    pub lots: Vec<LotCard>,
    /// The workshop's own cards among them.
    pub local: BTreeSet<CardId>,
    /// Names of the people who were there, as far as they are still kept.
    pub seats: Vec<Seat>,
}

/// Who may do what at a workshop, and who sits where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamOpening {
    /// Which workshop.
    pub workshop: WorkshopCard,
    /// The links that give a role, in the order in which they were made.
    pub grants: Vec<GrantCard>,
    /// The link that was just made, for the one time it is shown.
    pub made: Option<MadeGrant>,
    /// The people of each table, in order of arrival; the first list is table 1.
    pub people: Vec<Vec<PersonCard>>,
}

/// A link that gives a role, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantCard {
    /// Its number.
    pub number: i64,
    /// What it gives.
    pub role: board::Role,
    /// Whom it is for, as typed; empty for a link that the server printed.
    pub name: String,
    /// Whether somebody came by it.
    pub used: bool,
    /// Whether whoever reads came by it.
    pub mine: bool,
}

/// A link with its secret: said once, to whoever made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeGrant {
    /// Whom it is for.
    pub name: String,
    /// What it gives.
    pub role: board::Role,
    /// The full address.
    pub address: String,
}

/// Somebody at a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonCard {
    /// Their number.
    pub actor: ActorId,
    /// First name or pseudonym, as typed.
    pub name: String,
}

/// What a door opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorOpening {
    /// The secret.
    pub secret: String,
    /// The role behind it.
    pub role: board::Role,
    /// The workshop's title.
    pub title: String,
}
