//! What surrounds every still page: the way home, the page, and what it weighs.

use super::{
    Lamp,
    foot::{foot_with, language as choice},
};
use crate::routes::Route;
use crate::text::Words;
use leptos::prelude::*;

/// A still page: header, main part, footer. The main part is where the skip link leads.
#[component]
pub fn Frame(
    /// The texts in this device's language.
    words: Words,
    /// The links and buttons at the end of the header.
    #[prop(optional, into)]
    aside: Option<AnyView>,
    /// How wide the page gets: a column to read, or the room for lists.
    #[prop(optional)]
    wide: bool,
    /// The way to the other language, where it is not the button of every page.
    #[prop(optional, into)]
    language: Option<AnyView>,
    /// The page.
    page: AnyView,
) -> impl IntoView {
    let column = if wide { "column column-wide" } else { "column" };
    view! {
        <header class="frame-head no-print">
            <div class=format!("{column} frame-line")>
                <a class="frame-mark" href=Route::Home.to_string() aria-label=words.frame().home><Lamp/>{words.site().name}</a>
                {aside.map(|aside| view! { <nav class="row">{aside}</nav> })}
            </div>
        </header>
        <main class=format!("{column} frame-main") id="contenu">{page}</main>
        {foot_with(words, false, language.unwrap_or_else(|| choice(words)))}
    }
}
