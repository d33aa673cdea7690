//! The board as text, for everyone: a heading per lot, cards, under each *mène à* and *vient de*. Not a hidden copy:
//! everything that the picture offers is offered here by ordinary buttons.

use super::board_note;
use super::desk::{Chosen, Desk};
use super::live_part::{Whole, attr, pressed, said, shown};
use super::{label, lot_mark::card_mark};
use crate::components::each::each;
use crate::live::LiveBoard;
use crate::scene::{Look, stamped};
use crate::text;
use board::{CardId, LinkId, LotId, NoteId, Spot, Stamp};
use leptos::prelude::*;

/// The outline.
pub fn outline(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().outline();
    let counts = live.read(|document| {
        let cards = document.cards.keys().filter(|&&card| document.on_table(card).is_some()).count();
        (cards, document.links.len(), document.notes.len())
    });
    let summary = move || {
        let (cards, links, notes) = counts.get();
        words.summary(&words.cards(cards), &words.links(links), &words.notes(notes))
    };
    let lots = live.read(|document| document.lots.keys().copied().collect::<Vec<_>>());
    view! {
        <section class="outline" aria-label=words.title>
            <h2>{words.title}</h2>
            <p class="soft small">{said(summary)}</p>
            {story(live)}
            {each(lots, move |lot| lot_cards(live, desk, lot))}
            {shown(move || lots.with(Vec::is_empty).then(|| view! { <p>{words.empty}</p> }.whole()))}
            {notes(live, desk)}
            {drawings(live)}
            {super::device_footprint(live)}
        </section>
    }
    .whole()
}

/// The title and the story, once there are any.
fn story(live: LiveBoard) -> AnyView {
    let part = |class: &'static str, text: Memo<String>| {
        shown(move || {
            let text = text.get();
            (!text.is_empty()).then(|| view! { <p class=class>{text}</p> }.whole())
        })
    };
    let (title, story) = (live.read(|document| document.title.clone()), live.read(|document| document.story.clone()));
    view! { {part("guide-title", title)} {part("outline-story", story)} }.whole()
}

/// What is drawn and stamped, in words.
fn drawings(live: LiveBoard) -> AnyView {
    let words = live.words();
    let stamp = move |(stamp, card): (Stamp, Option<CardId>)| {
        let name = text::stamp(words, stamp);
        card.map_or_else(|| name.to_owned(), |card| words.draw().stamped(name, &live.title_of(card)))
    };
    let drawn = live.read(move |document| {
        let stamps = stamped(document);
        let lines = document.strokes.len() - stamps.len();
        let lines = (lines > 0).then(|| words.draw().lines(lines));
        lines.into_iter().chain(stamps.into_iter().map(stamp)).collect::<Vec<_>>().join("\n")
    });
    shown(move || {
        let drawn = drawn.get();
        (!drawn.is_empty()).then(|| {
            view! {
                <h3>{words.draw().drawn}</h3>
                <p class="outline-story">{drawn}</p>
            }
            .whole()
        })
    })
}

fn lot_cards(live: LiveBoard, desk: Desk, lot: LotId) -> AnyView {
    let cards = live.read(move |document| {
        let mut cards: Vec<_> = document.cards.iter().filter(|(_, card)| card.lot == lot).collect();
        cards.sort_by_key(|(card, known)| (!matches!(known.spot, Spot::Table(_)), **card));
        cards.into_iter().map(|(&card, _)| card).collect::<Vec<_>>()
    });
    view! {
        <h3>{label::lot(live, lot)}</h3>
        <ul class="outline-cards">
            {each(cards, move |card| outline_card(live, desk, lot, card))}
        </ul>
    }
    .whole()
}

fn outline_card(live: LiveBoard, desk: Desk, lot: LotId, card: CardId) -> AnyView {
    let words = live.words().outline();
    let spot = live.read(move |document| document.cards.get(&card).map_or(Spot::Reserve, |card| card.spot));
    let place = move || {
        let off = !matches!(spot.get(), Spot::Table(_));
        off.then(|| view! { <span class="soft small">{label::spot(live, spot.get())}</span> }.whole())
    };
    let to = live.read(move |document| links(document, |link| link.cause == card));
    let from = live.read(move |document| links(document, |link| link.consequence == card));
    let chosen = move || desk.chosen.get() == Chosen::Card(card);
    view! {
        <li class=attr(move || label::classes("outline-card", &[(chosen(), "chosen")]))>
            <button
                type="button"
                aria-pressed=pressed(chosen)
                on:click=move |_| desk.touch(live, Chosen::Card(card))
            >
                {card_mark(lot, card.0)}
                <span class="outline-title">{said(move || live.title_of(card))}</span>
                {shown(place)}
            </button>
            {links_of(live, desk, words.to, to, true)}
            {links_of(live, desk, words.from, from, false)}
        </li>
    }
    .whole()
}

fn links(document: &board::Document, which: impl Fn(&LinkId) -> bool) -> Vec<LinkId> {
    document.links.keys().filter(|link| which(link)).copied().collect()
}

fn links_of(live: LiveBoard, desk: Desk, head: &'static str, links: Memo<Vec<LinkId>>, forth: bool) -> impl IntoView {
    let one = move |link: LinkId| {
        let known = live.link(link);
        let thought =
            live.read(move |document| text::opinion(live.words(), Look::of(document, link), document.opinions(link)));
        let thought = move || thought.get();
        let says = move || {
            known.get().map(|known| {
                let other = live.title_of(if forth { link.consequence } else { link.cause });
                let verb = text::kind(live.words(), known.kind);
                let because = (!known.because.is_empty()).then(|| live.words().outline().because(&known.because));
                view! {
                <em>{verb}</em> " " {other} {because.map(|because| view! { <span class="soft">", " {because}</span> }.whole())}
                <span class="outline-opinion">{thought()}</span>
            }
            .whole()
            })
        };
        let whole = move || {
            let kind = known.get().map(|known| known.kind).unwrap_or_default();
            let sentence = live.words().outline().choose_link(&label::sentence(live, link, kind));
            [&sentence, ". ", &thought()].concat()
        };
        let chosen = move || desk.chosen.get() == Chosen::Link(link);
        view! {
            <li>
                <button
                    type="button"
                    aria-label=attr(whole)
                    aria-pressed=pressed(chosen)
                    on:click=move |_| desk.touch(live, Chosen::Link(link))
                >
                    {shown(says)}
                </button>
            </li>
        }
        .whole()
    };
    shown(move || {
        (!links.with(Vec::is_empty)).then(|| {
            view! {
                <div class="outline-links">
                    <p class="soft small">{head}</p>
                    <ul>{links.get().into_iter().map(one).collect_view()}</ul>
                </div>
            }
            .whole()
        })
    })
}

fn notes(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().note();
    let notes = live.read(|document| document.notes.keys().copied().collect::<Vec<_>>());
    let one = move |note: NoteId| {
        let known = live.note(note);
        let chosen = move || desk.chosen.get() == Chosen::Note(note);
        view! {
            <li>
                <button
                    type="button"
                    aria-pressed=pressed(chosen)
                    on:click=move |_| desk.touch(live, Chosen::Note(note))
                >
                    {said(move || known.get().map(|note| board_note::label(live, &note)).unwrap_or_default())}
                </button>
            </li>
        }
        .whole()
    };
    view! {
        <h3>{words.title}</h3>
        <ul class="outline-notes">
            {each(notes, one)}
        </ul>
        {shown(move || notes.with(Vec::is_empty).then(|| view! { <p class="soft">{words.empty}</p> }.whole()))}
    }
    .whole()
}
