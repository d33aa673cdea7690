//! A card's front, around the origin.

use super::{HALF, written};
use crate::components::drawing_at;
use crate::scene::{BAND, CORNER, DRAWING, lot_class, lot_mark, title, title_middle};
use crate::text::Words;
use board::deck::SheetId;
use board::{CARD, CardId, LotId};
use leptos::prelude::*;

/// What a card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// Its number.
    pub card: CardId,
    /// Its lot.
    pub lot: LotId,
    /// Its title; empty while it is not known.
    pub title: String,
    /// The sheet its drawing is on.
    pub sheet: Option<SheetId>,
    /// Whether its back may be read.
    pub open: bool,
}

/// A card: a band with the lot's symbol and number, the card's own number, its title, a folded corner.
#[must_use]
pub fn card_face(words: Words, face: Face) -> AnyView {
    let class = ["picture-card ", lot_class(face.lot)].concat();
    let mark = lot_mark(face.lot);
    let corner = face.open.then(|| view! { <path class="picture-corner" d=CORNER /> });
    view! {
        <g class=class>
            <rect
                class="picture-paper"
                x=-HALF.0
                y=-HALF.1
                width=CARD.x.to_string()
                height=CARD.y.to_string()
                rx="6"
            />
            <path class="picture-band" d=BAND />
            <path class="picture-mark" d=mark transform="translate(-86 -59)" />
            {corner}
            {texts(words, face)}
        </g>
    }
    .into_any()
}

fn texts(words: Words, face: Face) -> AnyView {
    let number = face.card.to_string();
    let name = if face.title.is_empty() {
        words.picture().unread(&number)
    } else {
        words.picture().card(&number, &face.title)
    };
    let drawn = face.sheet.is_some();
    let title = title(&face.title, drawn);
    view! {
        <g>
            <title>{name}</title>
            <text class="picture-number" x="-70" y="-52" font-size="20">{face.lot.to_string()}</text>
            <text class="picture-number" x="95" y="-52" font-size="20" text-anchor="end">{number}</text>
            {drawing_at(face.sheet, face.card, DRAWING.0, DRAWING.1)}
            {written("picture-title", title.lines, title.size, title_middle(drawn))}
        </g>
    }
    .into_any()
}
