//! The way to the other pages of the library: links, so that each page has its address.

use super::address;
use crate::api::{LibraryOpening, LibraryWish};
use crate::text::Words;
use leptos::prelude::*;

/// The pages before and after this one; nothing when there is one page.
pub fn pager(words: Words, opening: &LibraryOpening) -> Option<impl IntoView + use<>> {
    let say = words.library();
    let (page, pages) = (opening.wish.page, opening.pages());
    let to = |page: u32, rel: &'static str, says: &'static str| {
        let address = address(&LibraryWish { page, ..opening.wish.clone() });
        view! { <a href=address rel=rel>{says}</a> }
    };
    let last = pages - 1;
    (pages > 1).then(|| {
        view! {
            <nav class="pager row" aria-label=say.pages>
                {(page > 1).then(|| to(0, "first", say.first_page))}
                {(page > 0).then(|| to(page - 1, "prev", say.previous))}
                <span aria-current="page">{say.page_of(&(page + 1).to_string(), &pages.to_string())}</span>
                {(page < last).then(|| to(page + 1, "next", say.next))}
                {(page + 1 < last).then(|| to(last, "last", say.last_page))}
            </nav>
        }
    })
}
