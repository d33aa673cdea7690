//! The debrief sheet on paper: the whole of it on A4, to file and to send; what was decided on A3, to hang on a wall.
//!
//! The wall sheet says nothing of the key and nothing that people answered: whoever passes by reads it.

use super::Sent;
use super::drawn::NotDrawn;
use super::pdf::{About, Part, report, wall};
use super::svg::poster;
use super::telling::Said;
use app::api::{About as OfWhat, Ask, Block, DebriefOpening, DebriefTable, FieldId, SavedCard, SavedOpening, Validity};
use app::components::picture;
use app::debrief::{Piece, ToldBlock, told};
use app::routes::Paper;
use app::text::{Words, moment};
use board::Seq;
use board::deck::Deck;

/// What hangs on a wall, in the order in which it is read from afar.
const ON_THE_WALL: [Block; 5] =
    [Block::Actions, Block::Renouncement, Block::Disagreements, Block::Needs, Block::FollowUp];

/// The sheet on this paper. It takes its time.
///
/// # Errors
/// [`NotDrawn`] when the document cannot be written, which no sheet should bring about.
pub fn debrief(opening: &DebriefOpening, deck: &Deck, words: Words, paper: Paper) -> Result<Sent, NotDrawn> {
    let blocks = told(words, opening);
    let title = words.debrief().title_of(&opening.title);
    let played = opening.tables.iter().filter(|table| table.has_played());
    let drawn: Vec<_> = played.map(|table| drawing(opening, deck, table, words)).collect();
    let description = drawn.iter().map(|drawn| drawn.alt.as_str()).collect::<Vec<_>>().join(" ");
    let about = About { title: &title, picture: &description, lang: words.lang().code() };
    let content = match paper {
        Paper::A4 => on_a4(opening, words, &title, &blocks, &drawn, &about)?,
        Paper::A3 => on_a3(opening, words, &title, &blocks, &drawn, &about)?,
    };
    Ok(Sent { kind: "application/pdf", content })
}

fn on_a4(
    opening: &DebriefOpening,
    words: Words,
    title: &str,
    blocks: &[ToldBlock],
    drawn: &[Drawing],
    about: &About<'_>,
) -> Result<Vec<u8>, NotDrawn> {
    /// A piece of text, or the picture of a table.
    enum Laid {
        Said(Said),
        Picture(usize),
    }
    let mut laid = vec![Laid::Said(Said::Title(title.to_owned())), Laid::Said(Said::Text(validity(words, opening)))];
    for block in blocks {
        laid.push(Laid::Said(Said::Heading(block.title.clone())));
        if block.pieces.is_empty() {
            laid.push(Laid::Said(Said::Text(words.debrief().nothing.to_owned())));
        }
        for piece in &block.pieces {
            laid.extend(match piece {
                Piece::Picture(table) => drawn.iter().position(|one| one.table == *table).map(Laid::Picture),
                piece => said(words, piece).map(Laid::Said),
            });
        }
    }
    let parts: Vec<_> = laid
        .iter()
        .filter_map(|laid| match laid {
            Laid::Said(said) => Some(Part::Said(said)),
            Laid::Picture(place) => drawn.get(*place).map(|drawing| Part::Picture(&drawing.svg, &drawing.alt)),
        })
        .collect();
    report(&parts, about)
}

fn on_a3(
    opening: &DebriefOpening,
    words: Words,
    title: &str,
    blocks: &[ToldBlock],
    drawn: &[Drawing],
    about: &About<'_>,
) -> Result<Vec<u8>, NotDrawn> {
    let head = [Said::Title(title.to_owned()), Said::Text(validity(words, opening))];
    let mut parts = Vec::new();
    for table in &opening.tables {
        let story = opening.said(FieldId::new(OfWhat::Table(table.table), Ask::Story));
        parts.extend((!story.is_empty()).then(|| Said::Text(format!("« {story} »"))));
    }
    for wanted in ON_THE_WALL {
        for block in blocks.iter().filter(|block| block.block == wanted && !block.pieces.is_empty()) {
            parts.push(Said::Heading(block.title.clone()));
            parts.extend(block.pieces.iter().filter_map(|piece| said(words, piece)));
        }
    }
    // Three pictures are still looked at; of more tables the sheet on A4 has them all.
    let some: Vec<_> = drawn.iter().take(3).map(|drawing| (drawing.svg.as_str(), drawing.alt.as_str())).collect();
    wall(&head, &some, &parts, &Said::Text(words.debrief().poster_more.to_owned()), about)
}

fn said(words: Words, piece: &Piece) -> Option<Said> {
    Some(match piece {
        Piece::Heading(text) => Said::Card(text.clone()),
        Piece::Fact(text) => Said::Text(text.clone()),
        Piece::Item(text) => Said::Item(text.clone()),
        Piece::Said(name, text) => {
            let colon = if name.ends_with(['?', '…']) { " " } else { words.marks().colon };
            Said::Text([name, colon, text].concat())
        }
        Piece::Picture(_) => return None,
    })
}

fn validity(words: Words, opening: &DebriefOpening) -> String {
    match opening.validity {
        Validity::Draft { .. } => words.debrief().draft.to_owned(),
        Validity::Valid { number, at } => words.debrief().valid(&moment(words, at), &number.to_string()),
    }
}

/// The picture of a table's board under the title that the sheet gives it, and what is to be seen on it.
struct Drawing {
    table: u8,
    svg: String,
    alt: String,
}

fn drawing(opening: &DebriefOpening, deck: &Deck, table: &DebriefTable, words: Words) -> Drawing {
    let mut document = table.document.clone();
    opening.said(FieldId::new(OfWhat::Table(table.table), Ask::Title)).clone_into(&mut document.title);
    let alt = picture::summary(words, &document);
    let at = match opening.validity {
        Validity::Valid { at, .. } => at,
        Validity::Draft { .. } => crate::now(),
    };
    let saved = SavedOpening {
        card: SavedCard {
            mark: 0,
            name: String::new(),
            at,
            table: table.table,
            workshop: opening.title.clone(),
            document,
        },
        format: opening.format,
        deck_version: opening.deck.1.clone(),
        seq: Seq::default(),
        faces: table.faces.clone(),
        lots: Vec::new(),
        local: Default::default(),
        seats: Vec::new(),
    };
    Drawing { table: table.table, svg: poster(&saved, deck, words), alt }
}
