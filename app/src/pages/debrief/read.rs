//! The sheet to read: what is told of each block, with the pictures of the boards.

use crate::api::{DebriefOpening, DebriefTable};
use crate::components::picture::{Detail, Picture};
use crate::debrief::{Piece, ToldBlock, told};
use crate::pages::Sheet;
use crate::text::Words;
use leptos::prelude::*;

/// Every block.
pub fn blocks(sheet: &Sheet, words: Words, opening: &DebriefOpening) -> Vec<AnyView> {
    told(words, opening).iter().map(|told| block(sheet, words, opening, told)).collect()
}

fn block(sheet: &Sheet, words: Words, opening: &DebriefOpening, told: &ToldBlock) -> AnyView {
    let content = if told.pieces.is_empty() {
        view! { <p class="soft">{words.debrief().nothing}</p> }.into_any()
    } else {
        pieces(sheet, opening, &told.pieces).into_any()
    };
    view! {
        <section class="stack debrief-block" id=told.block.anchor()>
            <h2>{told.title.clone()}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// Pieces in their order: items that follow each other are one list, and so are fields.
pub fn pieces(sheet: &Sheet, opening: &DebriefOpening, pieces: &[Piece]) -> Vec<AnyView> {
    let alike = |one: &Piece, next: &Piece| {
        matches!((one, next), (Piece::Item(_), Piece::Item(_)) | (Piece::Said(..), Piece::Said(..)))
    };
    pieces.chunk_by(alike).map(|chunk| together(sheet, opening, chunk)).collect()
}

fn together(sheet: &Sheet, opening: &DebriefOpening, chunk: &[Piece]) -> AnyView {
    match chunk {
        [Piece::Heading(text)] => view! { <h3 dir="auto">{text.clone()}</h3> }.into_any(),
        [Piece::Fact(text)] => view! { <p class="debrief-fact" dir="auto">{text.clone()}</p> }.into_any(),
        [Piece::Picture(number)] => match opening.table(*number) {
            Some(table) => picture(sheet, table),
            None => ().into_any(),
        },
        chunk if matches!(chunk.first(), Some(Piece::Said(..))) => {
            let said = |piece: &Piece| match piece {
                Piece::Said(name, text) => {
                    Some(view! { <div><dt>{name.clone()}</dt><dd dir="auto">{text.clone()}</dd></div> })
                }
                _ => None,
            };
            view! { <dl class="debrief-said">{chunk.iter().filter_map(said).collect_view()}</dl> }.into_any()
        }
        chunk => {
            let item = |piece: &Piece| match piece {
                Piece::Item(text) | Piece::Fact(text) | Piece::Heading(text) => {
                    Some(view! { <li dir="auto">{text.clone()}</li> })
                }
                _ => None,
            };
            view! { <ul class="debrief-list">{chunk.iter().filter_map(item).collect_view()}</ul> }.into_any()
        }
    }
}

fn picture(sheet: &Sheet, table: &DebriefTable) -> AnyView {
    let (document, faces) = (table.document.clone(), table.faces.clone());
    view! { <div class="shelf-picture"><Picture document faces detail=Detail::Full lang=sheet.lang/></div> }.into_any()
}
