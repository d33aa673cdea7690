//! The drawing on a card: two uses of its lot's sheet, which a browser fetches once. It decorates: what the card says is
//! its title.

use super::live_part::Whole;
use crate::live::LiveBoard;
use board::CardId;
use board::deck::SheetId;
use leptos::prelude::*;

/// Where sheets are: `/dessins/…`.
pub const SHEETS: &str = "/dessins/";

/// The drawing of a card in a picture, on a square with this corner and side; nothing without a sheet.
#[must_use]
pub fn drawing_at(sheet: Option<SheetId>, card: CardId, (x, y): (i32, i32), side: i32) -> AnyView {
    let Some(sheet) = sheet else { return ().into_any() };
    let file = [SHEETS, &sheet.to_string(), ".svg#"].concat();
    let card = card.to_string();
    let part = |class: &'static str, part: &str| {
        let href = [&file, part, &card].concat();
        view! { <use class=class href=href></use> }.whole()
    };
    // One transform for both parts: a board has forty-five of these, and each transform costs every frame that moves.
    let scale = (side * 1000 / 96).to_string();
    let place = ["translate(", &x.to_string(), " ", &y.to_string(), ")scale(", &scale, "e-3)"];
    view! { <g transform=place.concat()>{part("drawing-fill", "f")} {part("drawing-lines", "l")}</g> }.whole()
}

/// The drawing of a card beside its text.
#[must_use]
pub fn drawing(sheet: Option<SheetId>, card: CardId) -> AnyView {
    if sheet.is_none() {
        return ().into_any();
    }
    view! { <svg class="drawing" viewBox="0 0 96 96" aria-hidden="true">{drawing_at(sheet, card, (0, 0), 96)}</svg> }
        .whole()
}

/// The sheet of a card whose front is there.
#[must_use]
pub fn sheet_of(live: LiveBoard, card: CardId) -> Memo<Option<SheetId>> {
    let front = live.front(card);
    Memo::new(move |_| front.with(|front| front.as_ref().and_then(|front| front.sheet)))
}
