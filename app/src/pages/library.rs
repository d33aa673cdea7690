//! The shelf of saved boards.

use super::Sheet;
use crate::api::{LibraryOpening, SavedCard};
use crate::components::Frame;
use crate::components::picture::{Detail, Picture};
use crate::routes::Route;
use crate::text::{Words, datetime, moment, words};
use board::deck::Lang;
use leptos::prelude::*;

/// The saved boards, newest first.
pub fn library(sheet: &Sheet, opening: &LibraryOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.library();
    let aside = view! { <a href=Route::Workshops.to_string()>{say.workshops}</a> };
    let saved: Vec<_> = opening.saved.iter().map(|saved| one(words, sheet.lang, saved)).collect();
    let shelf = if saved.is_empty() {
        view! { <p class="soft column-start">{say.none}</p> }.into_any()
    } else {
        view! { <ul class="shelf-boards">{saved}</ul><p class="soft small">{say.clock}</p> }.into_any()
    };
    let page = view! {
        <div class="stack-wide"><h1>{say.title}</h1>{shelf}</div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

fn one(words: Words, lang: Lang, saved: &SavedCard) -> impl IntoView + use<> {
    view! {
        <li class="shelf-board">
            <div class="shelf-picture"><Picture document=saved.document.clone() detail=Detail::Thumbnail lang/></div>
            <h2 class="shelf-name"><a href=Route::Saved(saved.mark).to_string()>{saved.name.clone()}</a></h2>
            <p class="small">{place(words, saved)}</p>
            <p class="soft small"><time datetime=datetime(saved.at)>{moment(words, saved.at)}</time></p>
            <p class="soft small">{weight(words, saved)}</p>
        </li>
    }
}

/// The workshop and the table a board was played at.
pub fn place(words: Words, saved: &SavedCard) -> String {
    words.library().place(&saved.table.to_string(), &saved.workshop)
}

/// How much is on it.
pub fn weight(words: Words, saved: &SavedCard) -> String {
    let document = &saved.document;
    let cards = document.cards.keys().filter(|card| document.on_table(**card).is_some()).count();
    format!("{}, {}", words.library().cards(cards), words.library().links(document.links.len()))
}
