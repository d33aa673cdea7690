//! A card of the Plan: its name on a button, and where it leads as a sentence. The card that is spread out shows its
//! links one by one instead, both ways: each can be chosen, and followed to its other end.

use super::find::Search;
use crate::components::desk::{Chosen, Desk};
use crate::components::each::each;
use crate::components::label;
use crate::components::live_part::{Whole, attr, flag, pressed, said, shown};
use crate::live::LiveBoard;
use crate::scene::{Look, lot_class};
use crate::text;
use board::{CardId, Document, Link, LinkId, LotId, Spot};
use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

/// A card. `open` is the one that is spread out.
pub fn row(
    live: LiveBoard,
    desk: Desk,
    search: Search,
    open: Memo<Option<CardId>>,
    lot: LotId,
    card: CardId,
) -> AnyView {
    let spot = live.read(move |document| document.cards.get(&card).map_or(Spot::Reserve, |card| card.spot));
    let place = move || {
        let off = !matches!(spot.get(), Spot::Table(_));
        off.then(|| view! { " " <span class="soft small">{label::spot(live, spot.get())}</span> }.whole())
    };
    let spread = Memo::new(move |_| open.get() == Some(card));
    let leads = live.read(move |document| {
        let links = document.links.iter().filter(|(link, _)| link.cause == card);
        let links: Vec<_> = links.map(|(&id, link)| leads_to(live, document, id, link)).collect();
        links.join(live.words().marks().semicolon)
    });
    let leads = move || if spread.get() { String::new() } else { leads.get() };
    let always = ["outline-card ", lot_class(lot)].concat();
    let class = move || label::classes(&always, &[(desk.chosen.get() == Chosen::Card(card), "chosen")]);
    view! {
        <li class=attr(class)>
            <button
                type="button"
                id=button_of(card)
                aria-expanded=pressed(move || spread.get())
                on:click=move |_| desk.touch(live, Chosen::Card(card))
            >
                {card.0}
                " "
                {said(move || live.title_of(card))}
                {shown(place)}
            </button>
            {said(leads)}
            {shown(move || spread.get().then(|| ways(live, desk, search, card)))}
        </li>
    }
    .whole()
}

/// "entraîne B, parce que … (au crayon)": a link said after its cause.
fn leads_to(live: LiveBoard, document: &Document, id: LinkId, link: &Link) -> String {
    let said = [text::kind(live.words(), link.kind), " ", &live.title_of(id.consequence)].concat();
    [&with_reason(live, said, link), " (", &thought(live, document, id), ")"].concat()
}

fn thought(live: LiveBoard, document: &Document, id: LinkId) -> String {
    text::opinion(live.words(), Look::of(document, id), document.opinions(id))
}

fn with_reason(live: LiveBoard, said: String, link: &Link) -> String {
    if link.because.is_empty() {
        return said;
    }
    [&said, ", ", &live.words().outline().because(&link.because)].concat()
}

/// The links of a card, those it leads along first.
fn ways(live: LiveBoard, desk: Desk, search: Search, card: CardId) -> AnyView {
    let links = live.read(move |document| {
        let end = |which: fn(&LinkId) -> CardId| document.links.keys().copied().filter(move |link| which(link) == card);
        end(|link| link.cause).chain(end(|link| link.consequence)).collect::<Vec<_>>()
    });
    let way = move |link: LinkId| {
        let known = live.link(link);
        let says = move || {
            let known = known.get()?;
            Some(with_reason(live, label::sentence(live, link, known.kind), &known))
        };
        let thought = live.read(move |document| thought(live, document, link));
        let other = if link.cause == card { link.consequence } else { link.cause };
        let words = live.words().outline();
        view! {
            <li>
                <button
                    type="button"
                    aria-pressed=pressed(move || desk.chosen.get() == Chosen::Link(link))
                    on:click=move |_| desk.touch(live, Chosen::Link(link))
                >
                    {said(move || says().unwrap_or_default())} ". " {said(move || thought.get())}
                </button>
                <button
                    type="button"
                    aria-label=attr(move || words.follow_to(&live.title_of(other)))
                    disabled=flag(move || live.card(other).get().is_none())
                    on:click=move |_| follow(live, desk, search, other)
                >
                    {words.follow}
                </button>
            </li>
        }
        .whole()
    };
    view! { <ul class="outline-ways">{each(links, way)}</ul> }.whole()
}

/// Goes on to another card of the Plan: it is chosen, and has the focus.
fn follow(live: LiveBoard, desk: Desk, search: Search, card: CardId) {
    if !search.shows(card) {
        search.give_up();
    }
    desk.touch(live, Chosen::Card(card));
    request_animation_frame(move || {
        let button = document().get_element_by_id(&button_of(card));
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            let _ = button.focus();
        }
    });
}

fn button_of(card: CardId) -> String {
    ["plan-", &card.to_string()].concat()
}
