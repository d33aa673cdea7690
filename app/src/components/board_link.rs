//! A link on the board: an arrow from card edge to card edge that follows its cards; and its slip.

use super::desk::{Chosen, Desk, Lifted};
use super::label;
use super::live_part::{Whole, attr, shown};
use super::picture::translate;
use crate::live::LiveBoard;
use crate::scene::{self, Arrow, LEADING, Look, MARKS, MARKS_AT, SLIP_SIZE, STAR, STAR_AT, around};
use crate::text;
use board::LinkId;
use leptos::prelude::*;

/// The most lines of a slip on the board.
const LINES: usize = 6;

/// Whether a card at an end of this link is held up: then a string above the picture stands for the link. It wakes those
/// links alone.
fn away(lifted: Lifted, link: LinkId) -> Memo<bool> {
    Memo::new(move |_| matches!(lifted.what(), Chosen::Card(card) if link.touches(card)))
}

fn drawn(live: LiveBoard, link: LinkId) -> Memo<Option<Arrow>> {
    live.read(move |document| scene::link_arrow(document, link))
}

/// An arrow, with a wide invisible line around it for fingers.
pub fn board_link(live: LiveBoard, desk: Desk, link: LinkId) -> AnyView {
    let arrow = drawn(live, link);
    let look = live.read(move |document| Look::of(document, link).class());
    let contested = live.read(move |document| Look::of(document, link).contested);
    let starred = live.read(move |document| Look::of(document, link).starred);
    let pending = live.waits(
        move |op| matches!(op, board::Op::Link { link: l, .. } | board::Op::Change { link: l, .. } if *l == link),
    );
    let away = away(desk.lifted, link);
    let class = move || {
        let chosen = desk.chosen.get() == Chosen::Link(link);
        let always = look.with(|look| ["board-link ", look].concat());
        label::classes(&always, &[(chosen, "chosen"), (pending.get(), "pending"), (away.get(), "away")])
    };
    // What the table thinks of it, on the line.
    let sign = move |shown: bool, class: &'static str, path: &'static str, hundredths: i32| {
        let path = shown.then(|| arrow.with(|arrow| arrow.as_ref().map(|arrow| around(arrow.along(hundredths), path))));
        path.map(|path| view! { <path class=class d=path></path> }.whole())
    };
    let marks = move || sign(contested.get(), "marks", MARKS, MARKS_AT);
    let star = move || sign(starred.get(), "star", STAR, STAR_AT);
    view! {
        <g class=attr(class) data-link=id(link)>
            <path class="reach" d=attr(move || shaft(arrow))></path>
            {line(live, link, arrow)}
            {shown(marks)}
            {shown(star)}
        </g>
    }
    .whole()
}

/// The shaft and the head.
fn line(live: LiveBoard, link: LinkId, arrow: Memo<Option<Arrow>>) -> AnyView {
    let kind = live.read(move |document| document.links.get(&link).map(|link| link.kind).unwrap_or_default());
    let head =
        move || arrow.with(|arrow| arrow.as_ref().map(|arrow| scene::head_at(kind.get(), arrow)).unwrap_or_default());
    view! {
        <path class="shaft" d=attr(move || shaft(arrow))></path>
        <path
            class=attr(move || if scene::head(kind.get()).filled { "head filled" } else { "head" }.to_owned())
            d=attr(head)
        ></path>
    }
    .whole()
}

fn shaft(arrow: Memo<Option<Arrow>>) -> String {
    arrow.with(|arrow| arrow.as_ref().map(|arrow| arrow.path.clone()).unwrap_or_default())
}

/// The slip of a link: its verb, and why.
pub fn board_slip(live: LiveBoard, desk: Desk, link: LinkId) -> impl IntoView {
    let arrow = drawn(live, link);
    let away = away(desk.lifted, link);
    let class = move || label::classes("board-slip", &[(away.get(), "away")]);
    let says = live.link(link);
    let contested = live.read(move |document| Look::of(document, link).contested);
    let at = move || arrow.with(|arrow| arrow.as_ref().map(|arrow| translate(arrow.middle)).unwrap_or_default());
    let paper = move || {
        says.get().map(|link| {
            let verb = text::kind(live.words(), link.kind);
            let slip = scene::slip_text(&link.because, LINES);
            let (lines, width) = slip.map_or((Vec::new(), 0), |slip| (slip.lines, slip.width));
            let width = width.max(scene::text_width(verb, SLIP_SIZE) + 24);
            paper(verb, lines, width, contested.get()).into_any()
        })
    };
    view! { <g class=attr(class) transform=attr(at)>{shown(paper)}</g> }.whole()
}

fn paper(verb: &'static str, lines: Vec<String>, width: i32, contested: bool) -> AnyView {
    let leading = SLIP_SIZE * LEADING / 100;
    let height = leading * (i32::try_from(lines.len()).unwrap_or(0) + 1) + 14;
    let top = -height / 2;
    let first = top + 7 + SLIP_SIZE;
    let line = move |(row, line): (i32, String)| view! { <tspan x="0" y=first + row * leading>{line}</tspan> }.whole();
    view! {
        <rect x=-width / 2 y=top width=width height=height rx="3"></rect>
        <text font-size=SLIP_SIZE text-anchor="middle">
            <tspan class="verb" x="0" y=first>{verb}</tspan>
            {(1..).zip(lines).map(line).collect_view()}
        </text>
        {contested.then(|| {
            let corner = ["translate(", &(width / 2).to_string(), " ", &top.to_string(), ")"].concat();
            view! { <path class="marks" d=MARKS transform=corner></path> }.whole()
        })}
    }
    .whole()
}

/// A link's name in the picture: its two ends.
pub fn id(link: LinkId) -> String {
    [link.cause.to_string(), link.consequence.to_string()].join("-")
}

/// The link of such a name.
pub fn read_id(id: &str) -> Option<LinkId> {
    let (cause, consequence) = id.split_once('-')?;
    Some(LinkId { cause: cause.parse().ok()?, consequence: consequence.parse().ok()? })
}
