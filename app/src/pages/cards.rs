//! The cards of a format, to print on A4 and cut out: sheets of eight, each followed by its backs, mirrored so that every
//! back lies behind its front when the printer turns the sheet on its long edge.

use super::Sheet;
use crate::api::{CardsOpening, PrintedCard};
use crate::components::{Frame, card_mark, drawing};
use crate::routes::Route;
use crate::scene::lot_class;
use crate::text::{Words, certainty, words};
use leptos::prelude::*;

/// Cards side by side on a sheet.
const COLUMNS: usize = 2;
/// Cards on a sheet.
const SHEET: usize = 8;
/// Where the knife goes, around a sheet of 210 by 297 mm: short lines outside the cards, in line with their edges.
const CUTS: &str = "M14 6v8M105 6v8M196 6v8M14 283v8M105 283v8M196 283v8\
M3 18.5h8M3 83.5h8M3 148.5h8M3 213.5h8M3 278.5h8M199 18.5h8M199 83.5h8M199 148.5h8M199 213.5h8M199 278.5h8";

/// The sheets.
pub fn cards(sheet: &Sheet, opening: &CardsOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.cards();
    let all: Vec<&PrintedCard> = opening.topics.iter().chain(&opening.actions).collect();
    let sheets: Vec<_> = all.chunks(SHEET).collect();
    let count = |number: usize| number.to_string();
    let counts = say.counts(&count(opening.actions.len()), &count(sheets.len()), &count(opening.topics.len()));
    let others = opening.formats.iter().filter(|&&minutes| minutes != opening.minutes);
    let other = |&minutes: &u16| {
        view! { <a href=Route::DeckCards(opening.deck.clone(), minutes).to_string()>{say.format(&minutes.to_string())}</a> }
    };
    let origin = say.origin(&opening.licence, &opening.deck_title, &opening.deck.1);
    let pages: Vec<_> = (1..).zip(&sheets).map(|(number, cards)| pair(words, number, cards, &origin)).collect();
    let others: Vec<_> = others.map(other).collect();
    let others =
        (!others.is_empty()).then(|| view! { <p class="row"><span class="soft">{say.other}</span>{others}</p> });
    let page = view! {
        <div class="stack-wide">
            <header class="stack no-print">
                <h1>{title(words, opening)}</h1>
                <p class="notice">{say.spoils}</p>
                <p>{say.lead}</p>
                <p>{counts}</p>
                {others}
            </header>
            {pages}
        </div>
    };
    let aside = match &opening.workshop {
        Some((workshop, title)) => {
            view! { <a href=Route::OwnCards(*workshop).to_string()>{words.own_cards().title_of(title)}</a> }.into_any()
        }
        None => view! { <a href=Route::Workshops.to_string()>{words.workshops().title}</a> }.into_any(),
    };
    view! { <Frame words aside=aside wide=true page=page.into_any()/> }.into_any()
}

/// What the page is called.
#[must_use]
pub fn title(words: Words, opening: &CardsOpening) -> String {
    match &opening.workshop {
        Some((_, title)) => words.own_cards().print_title(title),
        None => words.cards().title(&opening.minutes.to_string()),
    }
}

/// A sheet, front and back.
fn pair(words: Words, number: usize, cards: &[&PrintedCard], origin: &str) -> AnyView {
    let say = words.cards();
    let number = number.to_string();
    let fronts: Vec<_> = cards.iter().map(|card| front(words, card)).collect();
    let backs: Vec<_> =
        mirrored(cards).into_iter().map(|card| card.map_or_else(nothing, |card| back(words, card))).collect();
    view! { {side(say.front(&number), fronts, origin)} {side(say.back(&number), backs, origin)} }.into_any()
}

/// One side. Its margin says where the cards come from: their licence asks to be told, and to be told with them.
fn side(name: String, cards: Vec<AnyView>, origin: &str) -> impl IntoView + use<> {
    let (label, origin) = (name.clone(), [&name, ". ", origin].concat());
    view! {
        <section class="cards-sheet" aria-label=label>
            <h2 class="no-print small soft">{name}</h2>
            <svg class="cards-cuts" viewBox="0 0 210 297" aria-hidden="true"><path d=CUTS fill="none" stroke="currentColor" stroke-width="0.2"></path></svg>
            <div class="cards-grid">{cards}</div>
            <p class="cards-origin" aria-hidden="true">{origin}</p>
        </section>
    }
}

/// The cards as they lie seen from behind: each row the other way round, with a gap where the last row has one.
fn mirrored<T: Copy>(cards: &[T]) -> Vec<Option<T>> {
    let row = |row: &[T]| (0..COLUMNS).rev().map(|at| row.get(at).copied()).collect::<Vec<_>>();
    cards.chunks(COLUMNS).flat_map(row).collect()
}

fn nothing() -> AnyView {
    view! { <div></div> }.into_any()
}

fn mark(words: Words, card: &PrintedCard) -> AnyView {
    match card.lot {
        Some(lot) => card_mark(lot, card.card.0),
        None => view! { <span class="cards-action">{words.cards().action}" "{card.card.0}</span> }.into_any(),
    }
}

fn local(words: Words, card: &PrintedCard) -> Option<impl IntoView + use<>> {
    card.local.then(|| view! { <span class="cards-small">{words.own_cards().local}</span> })
}

fn front(words: Words, card: &PrintedCard) -> AnyView {
    let colour = card.lot.map_or("", lot_class);
    view! {
        <article class=format!("cards-card cards-front {colour}") lang=card.lang.code()>
            <p class="cards-head">{mark(words, card)}{local(words, card)}</p>
            <h3>{card.title.clone()}</h3>
            {drawing(card.sheet, card.card)}
        </article>
    }
    .into_any()
}

fn back(words: Words, card: &PrintedCard) -> AnyView {
    let say = words.cards();
    let first = (!card.first_step.is_empty())
        .then(|| view! { <p class="cards-small"><strong>{say.first_step}</strong>" – "{card.first_step.clone()}</p> });
    let sure = card.certainty.map(|sure| view! { " – "<em>{certainty(words, sure)}</em> });
    let source = (!card.source.is_empty())
        .then(|| view! { <p class="cards-small cards-source">{words.back().source(&card.source)}{sure}</p> });
    view! {
        <article class="cards-card cards-back" lang=card.lang.code()>
            <p class="cards-head">{mark(words, card)}<span class="cards-small">{card.title.clone()}</span></p>
            <p class="cards-text">{card.text.clone()}</p>
            {first}
            {source}
        </article>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_back_lies_behind_its_front() {
        assert_eq!(mirrored(&[1, 2, 3]), [Some(2), Some(1), None, Some(3)]);
        assert_eq!(mirrored(&[1, 2, 3, 4]), [Some(2), Some(1), Some(4), Some(3)]);
        assert!(mirrored::<u8>(&[]).is_empty());
    }
}
