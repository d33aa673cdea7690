//! The board as a picture one can touch: SVG, one node per card and per link, one set of listeners on the whole. What
//! moves many times a second is drawn above it, in a layer of its own, so that the picture is not painted again.

mod aloft;
mod camera;
mod draw;
mod framing;
mod gesture;
mod key_links;
mod keys;
mod line;
mod neighbour;
mod rope;
mod spare;
mod strings;
mod touch;
mod wording;

pub use camera::{Camera, Pan, Pane};
pub use draw::{corner, is_own, put};

use super::board_card::board_card;
use super::board_keys::board_keys;
use super::board_link::{board_link, board_slip};
use super::board_note::board_note;
use super::board_stroke::board_strokes;
use super::desk::{Chosen, Desk, Tool, may};
use super::label;
use super::live_part::{Whole, attr, shown};
use crate::components::each::each;
use crate::live::LiveBoard;
use board::{Act, CardId, Intent, TABLE};
use keys::Keyboard;
use leptos::web_sys::{CssStyleDeclaration, HtmlElement};
use leptos::{ev, html::Div, prelude::*, svg::Svg};
use touch::Touch;

/// The board.
pub fn surface(live: LiveBoard, desk: Desk) -> AnyView {
    let (ground, root) = (NodeRef::<Div>::new(), NodeRef::<Svg>::new());
    Effect::new(move |_| {
        let by = desk.pan.get().map_or((0.0, 0.0), |pan| pan.by);
        if let Some(ground) = ground.get() {
            shift(&HtmlElement::style(&ground), by);
        }
    });
    // A phone opens near enough to read; only the browser knows how large its pane is.
    Effect::new(move |_| {
        if let Some(svg) = root.get() {
            desk.camera.update(|camera| *camera = camera.legible(Pane::of(&svg)));
        }
    });
    // What is chosen stays in sight when its panel takes room away from the picture.
    Effect::new(move |_| {
        let Chosen::Card(card) = desk.chosen.get() else { return };
        request_animation_frame(move || {
            let at = live.glance(|document| document.on_table(card));
            if let Some((svg, at)) = root.get_untracked().zip(at) {
                desk.camera.update(|camera| *camera = camera.holding(at, Pane::of(&svg)));
            }
        });
    });
    framing::follow(live, desk, root);
    let class = move || {
        let tool = desk.tool.get();
        label::classes("table", &[(tool.is_some(), "draws"), (tool == Some(Tool::Rubber), "rubs")])
    };
    let list = RwSignal::new(false);
    let keyboard = Keyboard { live, desk, root, list, inside: StoredValue::new(false) };
    let cards = live.read(|document| {
        document.cards.keys().copied().filter(|&card| document.on_table(card).is_some()).collect::<Vec<_>>()
    });
    keyboard.hold(cards);
    let stop: Memo<Option<CardId>> = Memo::new(move |_| {
        let focused = desk.focused.get();
        cards.with(|cards| focused.filter(|card| cards.contains(card)).or(cards.first().copied()))
    });
    let touch = Touch::new(live, desk, root);
    // Whoever drags has the focus anywhere.
    Effect::new(move |_| {
        let key = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                touch.give_up();
            }
        });
        on_cleanup(move || key.remove());
    });
    view! {
        <div class="surface">
            <div class="ground" node_ref=ground>
                <svg
                    node_ref=root
                    class=attr(class)
                    viewBox=attr(move || desk.camera.get().view_box())
                    // Without it a screen reader keeps arrows and letters for itself.
                    role="application"
                    aria-label=live.words().board().picture
                    tabindex=attr(move || if stop.get().is_none() { "0" } else { "-1" }.to_owned())
                    on:pointerdown=move |event| touch.down(&event)
                    on:pointermove=move |event| touch.moved(&event)
                    on:pointerup=move |event| touch.up(&event)
                    on:pointercancel=move |event| touch.cancelled(&event)
                    on:pointerover=move |event| touch.over(&event)
                    on:pointerleave=move |_| desk.hovered.set(None)
                    on:wheel=move |event| touch.wheel(&event)
                    on:click=move |event| touch.asked(&event)
                    on:keydown=move |event| keyboard.down(&event)
                    on:focusout=move |event| keyboard.left(&event)
                    on:focusin=move |event| keyboard.focused(&event)
                >
                    {edge()}
                    {things(live, desk, cards, stop)}
                </svg>
                {aloft::aloft(live, desk, root, touch.stood)}
            </div>
            {empty(live)}
            {acts(live, desk)}
            {zoom(live, desk, keyboard)}
        </div>
    }
    .whole()
}

/// Where the table ends.
fn edge() -> AnyView {
    view! { <rect class="edge" width=TABLE.x height=TABLE.y rx="12"></rect> }.whole()
}

/// Moves something on the screen as it is, without painting it again. It is a style of the object: the page's policy
/// lets none into its text.
fn shift(style: &CssStyleDeclaration, (x, y): (f64, f64)) {
    // Whole points of the screen are near enough, and a phone fetches no code to write fractions.
    let [x, y] = [x, y].map(|way| (way.round() as i32).to_string());
    let way = ["translate(", &x, "px,", &y, "px)"].concat();
    let _ = style.set_property("transform", &way);
}

/// What is said on a table without cards: what to do, or what will come.
fn empty(live: LiveBoard) -> AnyView {
    let words = live.words().board();
    let says = live.read(move |document| {
        let dealt = !document.cards.is_empty();
        let bare = document.notes.is_empty() && document.strokes.is_empty();
        let placed = document.cards.keys().any(|&card| document.on_table(card).is_some());
        (!placed && (dealt || bare)).then_some(dealt)
    });
    shown(move || {
        let dealt = says.get()?;
        let sketch = (!dealt).then(|| {
            view! {
                <svg class="surface-sketch" viewBox="0 0 220 60" width="220" height="60" aria-hidden="true">
                    <path class="sketch-card" d="M3 3H73V57H3ZM147 3H217V57H147Z"></path>
                    <path d="M83 34Q110 22 135 30M127 23 137 31 126 37"></path>
                </svg>
            }
            .whole()
        });
        let says = if dealt { words.empty } else { words.waiting };
        Some(view! { <div class="surface-empty">{sketch} <p>{says}</p></div> }.whole())
    })
}

/// What is done to the whole board, where the phase allows it.
fn acts(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words();
    let (moves, draws) = (may(live, Act::Place), may(live, Act::Draw));
    let idle = live.read(|document| document.links.is_empty());
    let arrange = move || {
        (moves.get() && !idle.get()).then(|| {
            let arrange = move |_| live.submit(Intent::Arrange);
            view! { <button type="button" title=words.board().arrange_hint on:click=arrange>{words.board().arrange}</button> }
                .whole()
        })
    };
    let draw = move || {
        (draws.get() && desk.tool.with(Option::is_none)).then(|| {
            let draw = move |_| {
                // A panel would take half of a phone's screen.
                desk.chosen.set(Chosen::Nothing);
                desk.tool.set(Some(Tool::Pen(0)));
            };
            view! { <button type="button" on:click=draw>{words.draw().begin}</button> }.whole()
        })
    };
    view! { <div class="zoom acts">{shown(arrange)} {shown(draw)}</div> }.whole()
}

/// Everything that lies on the table, links under cards and slips over them.
fn things(live: LiveBoard, desk: Desk, cards: Memo<Vec<CardId>>, stop: Memo<Option<CardId>>) -> AnyView {
    let links = live.read(|document| document.links.keys().copied().collect::<Vec<_>>());
    let notes = live.read(|document| document.notes.keys().copied().collect::<Vec<_>>());
    let slips = live.read(move |document| match desk.chosen.get() {
        Chosen::Link(link) => document.links.keys().filter(|known| **known == link).copied().collect(),
        Chosen::Card(card) => document.links.keys().filter(|link| link.touches(card)).copied().collect::<Vec<_>>(),
        Chosen::Nothing | Chosen::Note(_) => Vec::new(),
    });
    view! {
        <g aria-hidden="true">
            {each(links, move |link| board_link(live, desk, link))}
        </g>
        <g>
            {each(notes, move |note| board_note(live, desk, note))}
        </g>
        <g>
            {each(cards, move |card| board_card(live, desk, stop, card))}
        </g>
        {board_strokes(live)}
        <g aria-hidden="true">
            {each(slips, move |link| board_slip(live, desk, link))}
        </g>
        {rope::handle(live, desk)}
    }
    .whole()
}

/// What two fingers do, for one finger and for none; and what the keys do.
fn zoom(live: LiveBoard, desk: Desk, keyboard: Keyboard) -> AnyView {
    let words = live.words().board();
    let nearer = move |factor: f64| desk.camera.update(|camera| *camera = camera.nearer(factor));
    view! {
        <div class="zoom" role="group">
            <button type="button" aria-label=words.nearer title=words.nearer on:click=move |_| nearer(1.4)>"+"</button>
            <button type="button" aria-label=words.farther title=words.farther on:click=move |_| nearer(1.0 / 1.4)>"−"</button>
            <button type="button" on:click=move |_| keyboard.whole()>{words.whole}</button>
            {board_keys(live.words(), live.looks_on(), keyboard.list)}
        </div>
    }
    .whole()
}
