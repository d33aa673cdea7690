//! The cards of one workshop: those of its deck, to leave out or to deal again, and its own, to add or to take away. All of
//! it until a table begins; then it is there to read and to print.

use super::{Form, Sheet};
use crate::api::{MAX_CARD_FACT, MAX_CARD_TITLE, OwnCard, OwnCardsOpening, OwnLot};
use crate::components::{Field, Frame, Refusal, card_mark};
use crate::routes::Route;
use crate::text::{Words, words};
use board::WorkshopId;
use leptos::prelude::*;

/// The page.
pub fn own_cards(sheet: &Sheet, opening: &OwnCardsOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.own_cards();
    let workshop = &opening.workshop;
    let aside = view! { <a href=Route::Workshops.to_string()>{words.workshops().title}</a> };
    let lots: Vec<_> = opening.lots.iter().map(|lot| one(words, opening, lot)).collect();
    let dealt = |lot: &OwnLot| lot.cards.iter().filter(|card| !card.hidden).count();
    let count: usize = opening.lots.iter().map(dealt).sum();
    let (slug, version) = &opening.deck;
    let add = match (opening.begun, opening.full) {
        (true, _) => view! { <p class="notice">{say.begun}</p> }.into_any(),
        (_, true) => view! { <p class="notice">{say.full}</p> }.into_any(),
        _ => form(sheet, words, opening),
    };
    let refusals = ["hide-card", "take-card-away"].map(|endpoint| {
        view! { <Refusal says=Form::of(sheet, endpoint).refusal_of_all()/> }
    });
    let page = view! {
        <div class="stack-wide">
            <header class="stack">
                <h1>{say.title_of(&workshop.title)}</h1>
                <p>{say.lead}</p>
                <p class="row">
                    <span>{say.dealt(count)}", "{words.decks().plays(slug, version)}</span>
                    <a href=Route::OwnPrint(workshop.id).to_string()>{say.print}</a>
                </p>
                {refusals}
            </header>
            <div class="shelf-beside"><div class="stack-wide">{lots}</div> {add}</div>
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

fn one(words: Words, opening: &OwnCardsOpening, lot: &OwnLot) -> AnyView {
    let title = words.picture().lot(&lot.lot.to_string(), &lot.title);
    let may_hide = lot.may_hide();
    let cards: Vec<_> = lot.cards.iter().map(|card| line(words, opening, lot, card, may_hide)).collect();
    view! {
        <section class="stack" id=format!("lot-{}", lot.lot)>
            <h2>{title}</h2>
            <ul class="own-cards">{cards}</ul>
        </section>
    }
    .into_any()
}

fn line(
    words: Words,
    opening: &OwnCardsOpening,
    lot: &OwnLot,
    card: &OwnCard,
    may_hide: bool,
) -> impl IntoView + use<> {
    let say = words.own_cards();
    let change = (!opening.begun).then(|| change(words, opening.workshop.id, card, may_hide)).flatten();
    let class = if card.hidden { "own-card own-card-hidden" } else { "own-card" };
    let state = match (card.is_local(), card.hidden) {
        (true, _) => Some(say.local),
        (_, true) => Some(say.hidden),
        _ => None,
    };
    let state = state.map(|state| view! { " "<span class="tag">{state}</span> });
    let fact = card.fact.as_ref().map(|fact| view! { <p class="soft small" dir="auto">{fact.clone()}</p> });
    view! {
        <li class=class id=format!("carte-{}", card.card)>
            {card_mark(lot.lot, card.card.0)}
            <div class="own-card-words" lang=card.lang.code()>
                <p><span dir="auto">{card.title.clone()}</span>{state}</p>
                {fact}
            </div>
            {change}
        </li>
    }
}

/// What can be done with a card: nothing with the last one of its lot.
fn change(words: Words, workshop: WorkshopId, card: &OwnCard, may_hide: bool) -> Option<AnyView> {
    let say = words.own_cards();
    let (action, does) = match (card.is_local(), card.hidden) {
        (_, true) => ("/api/hide-card", say.show),
        (true, _) if may_hide => ("/api/take-card-away", say.take_away),
        (false, _) if may_hide => ("/api/hide-card", say.hide),
        _ => return None,
    };
    let hidden =
        (!card.is_local()).then(|| view! { <input type="hidden" name="hidden" value=(!card.hidden).to_string()/> });
    let form = view! {
        <form method="post" action=action>
            <input type="hidden" name="workshop" value=workshop.to_string()/>
            <input type="hidden" name="card" value=card.card.to_string()/>
            {hidden}
            <button class="button-quiet">{does}<span class="unseen">" "{card.title.clone()}</span></button>
        </form>
    };
    Some(form.into_any())
}

fn form(sheet: &Sheet, words: Words, opening: &OwnCardsOpening) -> AnyView {
    let say = words.own_cards();
    let form = Form::of(sheet, "add-card");
    let typed = form.typed("lot");
    let lot = |lot: &OwnLot| {
        let number = lot.lot.to_string();
        let selected = typed.as_ref() == Some(&number);
        view! { <option value=number.clone() selected=selected>{words.picture().lot(&number, &lot.title)}</option> }
    };
    let lots: Vec<_> = opening.lots.iter().map(lot).collect();
    view! {
        <form class="stack notice" method="post" action=form.action()>
            <h2>{say.add}</h2>
            <p class="small">{say.add_hint}</p>
            <Refusal says=form.refusal_of_all()/>
            <input type="hidden" name="workshop" value=opening.workshop.id.to_string()/>
            <Field form=form.clone() name="title" label=say.front hint=say.front_hint most=MAX_CARD_TITLE/>
            <Field form=form.clone() name="fact" label=say.back hint=say.back_hint most=MAX_CARD_FACT/>
            <div class="field">
                <label for="add-card-lot">{say.lot}</label>
                <select class="field-input" id="add-card-lot" name="lot">{lots}</select>
            </div>
            <button class="button">{say.button}</button>
        </form>
    }
    .into_any()
}
