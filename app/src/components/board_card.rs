//! A card on the board. Its node stays the same as long as the card lies there, whatever moves it.

use super::desk::{Chosen, Desk, Keyed};
use super::drawing::{drawing_at, sheet_of};
use super::label;
use super::live_part::{Whole, attr, part, pressed, shown};
use super::picture::translate;
use crate::live::LiveBoard;
use crate::scene::{self, BAND, CORNER, LEADING};
use board::{CardId, LotId, Point};
use leptos::prelude::*;

/// Four corners around a card that everybody looks at.
const CORNERS: &str = "M-118-58V-88H-78M78-88H118V-58M118 58V88H78M-78 88H-118V58";

/// A card of the table. `stop` is the one card that the Tab key reaches.
pub fn board_card(live: LiveBoard, desk: Desk, stop: Memo<Option<CardId>>, card: CardId) -> AnyView {
    let lot = live.lot_of(card);
    let at = live.read(move |document| document.on_table(card));
    let place = move || at.get().map(translate).unwrap_or_default();
    let ends = live.read(move |document| label::ends(document, card));
    let held = held(live, card);
    let pending = live.waits(
        move |op| matches!(op, board::Op::Place { card: c, .. } | board::Op::Move { card: c, .. } if *c == card),
    );
    let framed = live.read(move |document| document.frame.contains(&card));
    let chosen = move || desk.chosen.get() == Chosen::Card(card);
    let away = move || desk.lifted.what() == Chosen::Card(card);
    let always = ["board-card ", scene::lot_class(lot)].concat();
    let class = move || {
        let carried = desk.carried.get() == Some(card);
        let lifted = carried || held.with(Option::is_some);
        let states = [
            (chosen(), "chosen"),
            (lifted, "lifted"),
            (pending.get(), "pending"),
            (framed.get(), "framed"),
            (away(), "away"),
        ];
        label::classes(&always, &states)
    };
    view! {
        <g
            class=attr(class)
            transform=attr(place)
            role="button"
            tabindex=attr(move || if stop.get() == Some(card) { "0" } else { "-1" }.to_owned())
            aria-pressed=pressed(chosen)
            aria-label=attr(move || ends.with(|ends| label::card(live, card, lot, ends)))
            data-card=card.0
        >
            {face(live, lot, card)}
            {shown(move || pending.get().then(|| view! { <text class="wait" x="94" y="-53" font-size="20" text-anchor="end">"…"</text> }.whole()))}
            {shown(move || held.get().map(|name| view! { <text class="holder" y="-84" font-size="18" text-anchor="middle">{name}</text> }.whole()))}
            <rect class="ring" x="-110" y="-80" width="220" height="160" rx="9"></rect>
            {shown(move || framed.get().then(|| view! { <path class="corners" d=CORNERS></path> }.whole()))}
        </g>
    }
    .whole()
}

/// A card that this person holds up, drawn around this point; held by the arrow keys, with the ring of the keyboard.
pub fn held_card(live: LiveBoard, desk: Desk, card: CardId, at: Point) -> AnyView {
    let lot = live.lot_of(card);
    let always = ["board-card lifted ", scene::lot_class(lot)].concat();
    let by_keys = desk.keyed.get_value() == Keyed::Moving(card);
    let chosen = move || desk.chosen.get() == Chosen::Card(card);
    view! {
        <g
            class=attr(move || label::classes(&always, &[(chosen(), "chosen"), (by_keys, "by-keys")]))
            transform=translate(at)
        >
            {face(live, lot, card)}
            <rect class="ring" x="-110" y="-80" width="220" height="160" rx="9"></rect>
        </g>
    }
    .whole()
}

/// What is printed on a card.
fn face(live: LiveBoard, lot: LotId, card: CardId) -> AnyView {
    let sheet = sheet_of(live, card);
    let open = live.read(move |document| document.is_open(card));
    view! {
        <rect class="paper" x="-105" y="-75" width="210" height="150" rx="6"></rect>
        <path class="band" d=BAND></path>
        <path class="mark" d=scene::lot_mark(lot) transform="translate(-86 -59)"></path>
        <text class="number" x="-70" y="-53" font-size="18">{card.0}{gap()}</text>
        {part(move || drawing_at(sheet.get(), card, scene::DRAWING.0, scene::DRAWING.1))}
        <text class="title" text-anchor="middle">
            {part(move || title(&live.title_of(card), sheet.with(Option::is_some)).into_any())}
        </text>
        {shown(move || open.get().then(|| view! { <path class="corner" d=CORNER></path> }.whole()))}
    }
    .whole()
}

/// The lines of a title under the band.
fn title(text: &str, drawn: bool) -> impl IntoView + use<> {
    let scene::Title { lines, size } = scene::title(text, drawn);
    let leading = size * LEADING / 100;
    let last = i32::try_from(lines.len()).unwrap_or(1) - 1;
    let first = scene::title_middle(drawn) + size * 35 / 100 - last * leading / 2;
    let line = move |(row, line): (i32, String)| {
        view! { <tspan x="0" y=first + row * leading font-size=size>{line}{gap()}</tspan> }.whole()
    };
    (0..).zip(lines).map(line).collect_view()
}

/// A space that is not seen: what is written on a card is words to whoever compares it with its name.
fn gap() -> AnyView {
    view! { <tspan font-size="0">" "</tspan> }.whole()
}

/// The first name of somebody else who holds this card up.
fn held(live: LiveBoard, card: CardId) -> Memo<Option<String>> {
    let presence = live.presence();
    let by = Memo::new(move |_| {
        presence.with(|presence| presence.iter().find(|(_, seen)| seen.lifted == Some(card)).map(|(&actor, _)| actor))
    });
    Memo::new(move |_| by.get().map(|actor| label::name(live, actor)))
}
