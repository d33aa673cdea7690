//! A saved board on the shelf: what it looks like, its name, where and when, and how much is on it.

use super::address;
use crate::api::{LibraryWish, SavedLine, Which};
use crate::components::picture::{Detail, Picture};
use crate::routes::Route;
use crate::text::{Words, datetime, moment};
use board::Document;
use board::deck::Lang;
use leptos::prelude::*;

/// A saved board.
pub fn line(words: Words, lang: Lang, wish: &LibraryWish, saved: &SavedLine) -> impl IntoView + use<> {
    let say = words.library();
    let place = say.place(&saved.table.to_string(), &saved.workshop);
    let picture = match saved.thumbnail.clone() {
        Some(document) => {
            // A thumbnail has shapes; its title is the list's.
            let document = Document { title: saved.title.clone(), ..document };
            view! { <div class="shelf-picture"><Picture document detail=Detail::Thumbnail lang/></div> }.into_any()
        }
        None => view! { <p class="shelf-picture shelf-unread soft">{say.unread}</p> }.into_any(),
    };
    let title =
        (!saved.title.is_empty()).then(|| view! { <p class="shelf-title" dir="auto">{saved.title.clone()}</p> });
    let weight = format!("{}, {}", say.cards(saved.cards), say.links(saved.links));
    let by_itself = saved.by_itself.then(|| view! { " "<span class="tag">{say.by_itself}</span> });
    view! {
        <li class="shelf-board">
            {picture}
            <h2 class="shelf-name"><a href=Route::Saved(saved.mark).to_string() dir="auto">{saved.name.clone()}</a>{by_itself}</h2>
            {title}
            <p class="small">{place.clone()}</p>
            <p class="soft small"><time datetime=datetime(saved.at)>{moment(words, saved.at)}</time>", "{weight}</p>
            {others(words, wish, saved, &place)}
        </li>
    }
}

/// The way to what else was saved of the same table, where the list does not show it.
fn others(words: Words, wish: &LibraryWish, saved: &SavedLine, place: &str) -> Option<impl IntoView + use<>> {
    let shown = wish.board == Some(saved.board) && wish.which == Which::All;
    let count = usize::try_from(saved.others).unwrap_or(usize::MAX);
    let all = LibraryWish { board: Some(saved.board), which: Which::All, ..LibraryWish::default() };
    (count > 0 && !shown).then(|| {
        let say = words.library();
        let moments = say.others(count);
        let name = say.others_of(&moments, place);
        view! { <p class="small"><a href=address(&all) aria-label=name>{moments}</a></p> }
    })
}
