//! The last line of a still page: what it weighs, the pages an organisation publishes, and the other language.

use crate::routes::Route;
use crate::text::Words;
use board::deck::Lang;
use leptos::prelude::*;

/// Where a device's language is chosen: a plain form with `lang`.
pub const CHOICE: &str = "/langue";

/// The line. The cover says what it weighs.
pub fn foot(words: Words, cover: bool) -> AnyView {
    foot_with(words, cover, language(words))
}

/// The line of a page that has its own way to the other language.
pub fn foot_with(words: Words, cover: bool, language: AnyView) -> AnyView {
    let weight = cover.then(|| format!("{} ", words.frame().weight));
    view! {
        <footer class="frame-foot no-print">
            <div class="column row frame-foot-line">
                <p>{weight}{words.frame().nothing_else}</p>
                {published(words)}
                {language}
            </div>
        </footer>
    }
    .into_any()
}

/// The pages an organisation must publish: the law asks for the first one by this very name.
fn published(words: Words) -> AnyView {
    let say = words.publish();
    view! {
        <nav class="row" aria-label=say.nav>
            <a href=Route::Accessibility.to_string()>{words.frame().accessibility}</a>
            <a href=Route::EcoDesign.to_string()>{say.eco}</a>
            <a href=Route::Privacy.to_string()>{say.privacy}</a>
            <a href=Route::Help(None).to_string()>{say.help}</a>
        </nav>
    }
    .into_any()
}

/// One button: the other language, in its own words. They stand among the texts of this one, for a device that lives
/// fetches no others.
pub fn language(now: Words) -> AnyView {
    let other = if now.lang() == Lang::Fr { Lang::En } else { Lang::Fr };
    view! {
        <form method="post" action=CHOICE>
            <button type="submit" class="button-quiet" name="lang" value=other.code() lang=other.code()>{now.frame().other_language}</button>
        </form>
    }
    .into_any()
}
