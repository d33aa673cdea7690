//! A card on the board. Its node stays the same as long as the card lies there, whatever moves it.

use super::desk::{Chosen, Desk};
use super::drawing::{drawing_at, sheet_of};
use super::label;
use super::live_part::{Whole, attr, pressed, shown};
use crate::live::LiveBoard;
use crate::scene::{self, BAND, CORNER, DRAWING, LEADING, around};
use board::{CardId, LotId, Point};
use leptos::prelude::*;

/// Four corners around a card that everybody looks at.
const CORNERS: &str = "m-118-58v-30h40m156 0h40v30m0 116v30h-40m-156 0h-40v-30";

/// A card of the table. `stop` is the one card that the Tab key reaches.
pub fn board_card(live: LiveBoard, desk: Desk, stop: Memo<Option<CardId>>, card: CardId) -> AnyView {
    let lot = live.lot_of(card);
    let at = live.read(move |document| document.on_table(card));
    let ends = live.read(move |document| label::ends(document, card));
    let held = held(live, card);
    let pending = live.waits(
        move |op| matches!(op, board::Op::Place { card: c, .. } | board::Op::Move { card: c, .. } if *c == card),
    );
    let framed = live.read(move |document| document.frame.contains(&card));
    let chosen = move || desk.chosen.get() == Chosen::Card(card);
    // Two cards wake for one that is taken up, and not the whole table.
    let away = Memo::new(move |_| desk.lifted.what() == Chosen::Card(card));
    let always = ["board-card ", scene::lot_class(lot)].concat();
    let class = move || {
        let carried = desk.carried.get() == Some(card);
        let lifted = carried || held.with(Option::is_some);
        let states = [
            (chosen(), "chosen"),
            (lifted, "lifted"),
            (pending.get(), "pending"),
            (framed.get(), "framed"),
            (away.get(), "away"),
        ];
        label::classes(&always, &states)
    };
    view! {
        <g
            class=attr(class)
            role="button"
            tabindex=attr(move || if stop.get() == Some(card) { "0" } else { "-1" }.to_owned())
            aria-pressed=pressed(chosen)
            aria-label=attr(move || ends.with(|ends| label::card(live, card, lot, ends)))
            data-card=card.0
        >
            {face(live, lot, card, at)}
            {shown(move || signs(at.get()?, pending.get(), held.get(), framed.get()))}
        </g>
    }
    .whole()
}

/// What is said about a card on its edge: it is not saved yet, somebody holds it up, everybody looks at it.
fn signs(at: Point, waits: bool, held: Option<String>, framed: bool) -> Option<AnyView> {
    let (x, y) = (i32::from(at.x), i32::from(at.y));
    let wait = waits
        .then(|| view! { <text class="wait" x=x + 94 y=y - 53 font-size="20" text-anchor="end">"…"</text> }.whole());
    let holder = held.map(|name| {
        view! { <text class="holder" x=x y=y - 84 font-size="18" text-anchor="middle">{name}</text> }.whole()
    });
    let corners = framed.then(|| view! { <path class="corners" d=around(at, CORNERS)></path> }.whole());
    let any = wait.is_some() || holder.is_some() || corners.is_some();
    any.then(|| view! { {wait} {holder} {corners} }.whole())
}

/// What is printed on a card that lies here. All of it is drawn where it is, and none of it moved there.
fn face(live: LiveBoard, lot: LotId, card: CardId, at: Memo<Option<Point>>) -> AnyView {
    let sheet = sheet_of(live, card);
    let open = live.read(move |document| document.is_open(card));
    let printed = move || {
        let at = at.get()?;
        let (x, y) = (i32::from(at.x), i32::from(at.y));
        let mark = Point { x: at.x - 86, y: at.y - 59 };
        let (corner, side) = DRAWING;
        let drawn = sheet.get();
        let open = open.get().then(|| view! { <path class="corner" d=around(at, CORNER)></path> }.whole());
        let view = view! {
            <rect class="paper" x=x - 105 y=y - 75 width="210" height="150" rx="6"></rect>
            <path class="band" d=around(at, BAND)></path>
            <path class="mark" d=around(mark, scene::lot_mark(lot))></path>
            <text class="number" x=x - 70 y=y - 53 font-size="18">{card.0}</text>
            // What is written on a card is words to whoever compares it with its name.
            " "
            {drawing_at(drawn, card, (x + corner.0, y + corner.1), side)}
            <text class="title" text-anchor="middle">{title(&live.title_of(card), drawn.is_some(), (x, y))}</text>
            {open}
            <rect class="ring" x=x - 110 y=y - 80 width="220" height="160" rx="9"></rect>
        };
        Some(view.whole())
    };
    shown(printed)
}

/// The lines of a title under the band.
fn title(text: &str, drawn: bool, (x, y): (i32, i32)) -> AnyView {
    let scene::Title { lines, size } = scene::title(text, drawn);
    let leading = size * LEADING / 100;
    let last = i32::try_from(lines.len()).unwrap_or(1) - 1;
    let first = y + scene::title_middle(drawn) + size * 35 / 100 - last * leading / 2;
    let line = move |(row, line): (i32, String)| {
        view! { <tspan x=x y=first + row * leading font-size=size>{line}{gap()}</tspan> }.whole()
    };
    (0..).zip(lines).map(line).collect_view().into_any()
}

/// A space that is not seen, between two lines of a title.
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
