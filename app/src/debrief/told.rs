//! A sheet as it is read: block by block, what the boards say and what people wrote. What is empty is left out.

use super::facts::{facts, links_of, of_group};
use super::names::{block_title, field_name, group_name};
use crate::api::{About, Ask, Block, DebriefOpening, DebriefTable, FieldId, Kind};
use crate::text::{Words, day, isolated};
use serde::{Deserialize, Serialize};

/// A block in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldBlock {
    /// Which one.
    pub block: Block,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub pieces: Vec<Piece>,
}

/// A piece of what is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// A heading under the block's.
    Heading(String),
    /// What the boards say.
    Fact(String),
    /// An item of a list; those that follow each other are one list.
    Item(String),
    /// What a field says, with its name.
    Said(String, String),
    /// The picture of this table's board.
    Picture(u8),
}

/// The fields of a block that are about the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are about.
    pub about: About,
    /// What that is called, where it is called anything.
    pub name: Option<String>,
    /// The fields, in the order in which they are asked.
    pub fields: Vec<FieldId>,
}

/// The groups of a block: of the workshop, of its tables, then of what was added at the closing.
#[must_use]
pub fn groups(words: Words, opening: &DebriefOpening, block: Block) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for &field in opening.fields.keys().filter(|field| field.ask.block() == block) {
        match groups.last_mut() {
            Some(group) if group.about == field.about => group.fields.push(field),
            _ => groups.push(Group { about: field.about, name: None, fields: vec![field] }),
        }
    }
    // What is asked of the workshop stands after what divides its tables.
    if block == Block::Disagreements {
        groups.sort_by_key(|group| group.about == About::Workshop);
    }
    for (number, group) in (1..).zip(&mut groups) {
        group.name = group_name(words, opening, block, group.about, number);
    }
    groups
}

/// The whole sheet.
#[must_use]
pub fn told(words: Words, opening: &DebriefOpening) -> Vec<ToldBlock> {
    let block = |&block: &Block| {
        let mut pieces = facts(words, opening, block);
        for group in groups(words, opening, block) {
            pieces.extend(of(words, opening, block, &group));
        }
        ToldBlock { block, title: format!("{}. {}", block.number(), block_title(words, block)), pieces }
    };
    Block::ALL.iter().map(block).collect()
}

/// What a group says; nothing if it says nothing, or if its action was taken off the sheet.
fn of(words: Words, opening: &DebriefOpening, block: Block, group: &Group) -> Vec<Piece> {
    // What is decided is its own heading.
    let decided = match block {
        Block::Actions => Some(Ask::Does),
        Block::Renouncement => Some(Ask::Stops),
        _ => None,
    };
    let heading = decided.map(|ask| opening.said(FieldId::new(group.about, ask)));
    let said = |field: &FieldId| {
        if Some(field.ask) == decided {
            return None;
        }
        let text = opening.said(*field);
        let text = if field.ask.kind() == Kind::Day { day(words, text) } else { isolated(text) };
        (!text.is_empty()).then(|| Piece::Said(field_name(words, field.ask).to_owned(), text))
    };
    let about = of_group(words, opening, group.about);
    let mut fields: Vec<_> = group.fields.iter().filter_map(said).collect();
    let stays = match (heading, group.about) {
        (Some(text), _) => !text.is_empty(),
        (None, About::Question(..)) => true,
        (None, About::Table(table)) => opening.table(table).is_some_and(DebriefTable::has_played) || !fields.is_empty(),
        (None, _) => !fields.is_empty() || !about.is_empty(),
    };
    if !stays {
        return Vec::new();
    }
    let name = match (heading, group.about) {
        (Some(text), About::Action(table, _)) if opening.tables.len() > 1 => {
            Some(words.debrief().table_of(&table.to_string(), &isolated(text)))
        }
        (Some(text), _) => Some(isolated(text)),
        (None, _) => group.name.clone(),
    };
    let mut pieces: Vec<_> = name.map(Piece::Heading).into_iter().chain(about).collect();
    pieces.append(&mut fields);
    if let (Block::Reading, About::Table(table)) = (block, group.about) {
        if opening.table(table).is_some_and(DebriefTable::has_played) {
            pieces.push(Piece::Picture(table));
        }
        pieces.extend(links_of(words, opening, table));
    }
    pieces
}
