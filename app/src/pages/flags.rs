//! What people found wrong with the cards of a deck, card by card, for whoever writes its next version.

use super::Sheet;
use crate::api::{FlaggedCard, FlagsOpening};
use crate::components::Frame;
use crate::routes::Route;
use crate::text::{Words, words};
use leptos::prelude::*;

/// The page.
pub fn flags(sheet: &Sheet, opening: &FlagsOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.decks();
    let aside = view! { <a href=Route::Decks.to_string()>{say.title}</a> };
    let cards: Vec<_> = opening.cards.iter().map(|card| one(words, card)).collect();
    let none = cards.is_empty().then(|| view! { <p class="soft">{say.no_flags}</p> });
    let file = (!cards.is_empty())
        .then(|| view! { <p class="no-print"><a href=Route::FlagsFile(opening.slug.clone()).to_string()>{say.flags_file}</a></p> });
    let page = view! {
        <div class="stack-wide">
            <header class="stack"><h1>{say.flags_of(&opening.title)}</h1><p>{say.flags_lead}</p>{file}</header>
            {none}
            {cards}
        </div>
    };
    view! { <Frame words aside=aside.into_any() page=page.into_any()/> }.into_any()
}

fn one(words: Words, card: &FlaggedCard) -> impl IntoView + use<> {
    let say = words.decks();
    let number = card.card.to_string();
    let title = match card.title.as_str() {
        "" => say.flagged_local(&number),
        title => words.picture().card(&number, title),
    };
    let line = |(version, text): &(String, String)| {
        view! { <li><span dir="auto">{text.clone()}</span>" "<span class="soft small">{say.version(version)}</span></li> }
    };
    let said: Vec<_> = card.said.iter().map(line).collect();
    view! {
        <section class="stack">
            <h2>{title}</h2>
            <p class="soft">{say.flags(card.said.len())}</p>
            <ul>{said}</ul>
        </section>
    }
}
