//! What can be done with what was chosen: the same for a card, a link or a note, in ordinary buttons.

use super::desk::{Chosen, Desk, Draft, Place, attempt, may};
use super::drawing::{drawing, sheet_of};
use super::hand::place;
use super::live_part::{Whole, attr, flag, part, said, shown};
use super::opinion::opinion;
use super::picker::picker;
use super::sentence::verbs;
use super::{back::back, label, lot_mark::card_mark};
use crate::live::LiveBoard;
use crate::scene::lot_class;
use board::{Act, CardId, Link, LinkId, MAX_TEXT, NoteId, Op, Role, Spot, free_spot_for};
use leptos::{ev, prelude::*};

/// The panel.
pub fn chosen(live: LiveBoard, desk: Desk) -> AnyView {
    let standing = desk.standing(live);
    let inside = move || match standing.get() {
        Chosen::Nothing => ().into_any(),
        Chosen::Card(chosen) => card(live, desk, chosen).into_any(),
        Chosen::Link(chosen) => link(live, desk, chosen).into_any(),
        Chosen::Note(chosen) => note(live, desk, chosen).into_any(),
    };
    let let_go = move || {
        (standing.get() != Chosen::Nothing).then(|| {
            view! {
                <button
                    type="button"
                    class="chosen-close"
                    aria-label=live.words().board().close
                    on:click=move |_| desk.chosen.set(Chosen::Nothing)
                >
                    "×"
                </button>
            }
            .whole()
        })
    };
    view! {
        <section class=attr(move || label::classes("chosen-panel", &[(standing.get() == Chosen::Nothing, "none")]))>
            {part(inside)}
            {shown(let_go)}
        </section>
    }
    .whole()
}

fn card(live: LiveBoard, desk: Desk, card: CardId) -> AnyView {
    let words = live.words();
    let sheet = sheet_of(live, card);
    let lot = live.lot_of(card);
    let spot = live.read(move |document| document.cards.get(&card).map_or(Spot::Reserve, |card| card.spot));
    let linked = live.read(move |document| document.is_linked(card));
    let may = may(live, Act::Place);
    let give_back = move |_| {
        attempt(live, Op::Return { card });
    };
    let actions = move || {
        if matches!(spot.get(), Spot::Table(_)) {
            view! {
                <button type="button" on:click=move |_| desk.begin_sentence(card)>{words.chosen().link_from}</button>
                <button type="button" disabled=flag(move || !may.get()) on:click=move |_| desk.carry(card)>{words.chosen().carry}</button>
                <button type="button" disabled=flag(move || !may.get() || linked.get()) on:click=give_back>{words.chosen().give_back}</button>
                {shown(move || linked.get().then(|| view! { <p class="small soft">{words.chosen().linked}</p> }.whole()))}
            }
            .whole()
        } else {
            view! {
                <button type="button" class="primary" disabled=flag(move || !may.get()) on:click=move |_| place(live, desk, card)>
                    {words.hand().place}
                </button>
            }
            .whole()
        }
    };
    view! {
        <div class=["chosen-card ", lot_class(lot)].concat()>
            {part(move || drawing(sheet.get(), card))}
            <h2>{card_mark(lot, card.0)} " " {said(move || live.title_of(card))}</h2>
        </div>
        <p class="small soft">{said(move || label::spot(live, spot.get()))}</p>
        {(!live.looks_on()).then(|| view! { <div class="chosen-actions">{part(actions)}</div> }.whole())}
        {shown(move || may.get().then(|| beside(live, card)))}
        {back(live, card)}
    }
    .whole()
}

/// Lays a card next to another one: placing without dragging, for whoever does not see where.
fn beside(live: LiveBoard, card: CardId) -> AnyView {
    let words = live.words();
    let others = live.read(move |document| {
        let others = document.cards.keys().copied().filter(|&other| other != card);
        others.filter(|&other| document.on_table(other).is_some()).collect::<Vec<_>>()
    });
    let other = RwSignal::new(None);
    let lay = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let op = live.glance(|document| {
            let near = document.on_table(other.get_untracked()?)?;
            let at = free_spot_for(document, card, near);
            let lies = document.on_table(card).is_some();
            Some(if lies { Op::Move { card, at } } else { Op::Place { card, at } })
        });
        if let Some(op) = op {
            attempt(live, op);
        }
    };
    let form = move || {
        view! {
            <form class="chosen-beside" on:submit=lay>
                <label>
                    <span>{words.chosen().beside}</span>
                    {picker(live, others, words.sentence().choose, other, || {})}
                </label>
                <button type="submit" disabled=flag(move || other.get().is_none())>{words.chosen().lay_beside}</button>
            </form>
        }
        .whole()
    };
    shown(move || (!others.with(Vec::is_empty)).then(form))
}

fn link(live: LiveBoard, desk: Desk, link: LinkId) -> AnyView {
    let words = live.words();
    let known = live.link(link);
    let Link { kind, because, author, .. } = known.get_untracked().unwrap_or_else(|| Link {
        kind: board::LinkKind::default(),
        because: String::new(),
        author: live.me().actor,
        at: board::Millis::default(),
        ink: false,
    });
    let (kind, because) = (RwSignal::new(kind), RwSignal::new(because));
    let says = move || label::sentence(live, link, known.get().map(|link| link.kind).unwrap_or_default());
    let mine = author == live.me().actor || live.me().role == Role::Facilitator;
    let change = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let because = because.get_untracked().trim().to_owned();
        attempt(live, Op::Change { link, kind: kind.get_untracked(), because });
    };
    let unlink = move |_| live.act(Op::Unlink { link });
    let may = may(live, Act::Link);
    let form = move || {
        view! {
                <form class="chosen-actions" on:submit=change>
                    {verbs(live, kind)}
                    <label class="chosen-because">
                        <span>{words.sentence().because}</span>
                        <input
                            type="text"
                            autocomplete="off"
                            maxlength=MAX_TEXT
                            prop:value=because
                            on:input=move |event| because.set(event_target_value(&event))
                        />
                    </label>
                    <button type="submit">{words.chosen().change}</button>
                    {mine.then(|| view! {
                        <button type="button" class="danger" on:click=unlink>{words.chosen().unlink}</button>
                    }.whole())}
                </form>
        }
        .whole()
    };
    view! {
        <h2>{said(says)}</h2>
        {shown(move || known.get().filter(|link| !link.because.is_empty()).map(|link| view! { <p>{words.outline().because(&link.because)}</p> }.whole()))}
        <p class="small soft">{said(move || words.chosen().by(&label::name(live, author)))}</p>
        {opinion(live, desk, link)}
        {shown(move || may.get().then(form))}
        {shown(move || (desk.place.get() == Place::Plan).then(|| show(live, desk).into_any()))}
    }
    .whole()
}

fn note(live: LiveBoard, desk: Desk, note: NoteId) -> AnyView {
    let words = live.words();
    let known = live.note(note);
    let author = known.get_untracked().map(|note| note.author);
    let mine = author == Some(live.me().actor) || live.me().role == Role::Facilitator;
    let edit = move |_| {
        let draft = live.glance(|document| {
            let known = document.notes.get(&note)?;
            Some(Draft { note: Some(note), at: Some(known.spot), text: known.text.clone(), question: known.question })
        });
        desk.draft.set(draft);
    };
    let kind = move || {
        if known.get().is_some_and(|note| note.question) { words.note().question } else { words.note().note }.to_owned()
    };
    let actions = move || {
        view! {
        <div class="chosen-actions">
            <button type="button" on:click=edit>{words.chosen().edit}</button>
            {mine.then(|| view! {
                <button type="button" class="danger" on:click=move |_| live.act(Op::Erase { note })>{words.chosen().erase}</button>
            }.whole())}
        </div>
        }
        .whole()
    };
    view! {
        <h2>{said(kind)}</h2>
        <p class="chosen-text">{said(move || known.get().map(|note| note.text).unwrap_or_default())}</p>
        <p class="small soft">{said(move || author.map(|author| words.chosen().by(&label::name(live, author))).unwrap_or_default())}</p>
        {(!live.looks_on()).then(actions)}
    }
    .whole()
}

/// From the plan back to the picture.
fn show(live: LiveBoard, desk: Desk) -> AnyView {
    view! {
        <button type="button" on:click=move |_| desk.go(Place::Board)>{live.words().chosen().show}</button>
    }
    .whole()
}
