//! What is asked of the library: a form that asks for the page again, so that the list has an address to keep, to share
//! and to go back to. It works without a script, and one field is enough.

use crate::api::{LibraryOpening, Which};
use crate::routes::Route;
use crate::text::{Words, format};
use board::Day;
use board::deck::Format;
use leptos::prelude::*;

/// The longest text that is searched for, in characters.
const LONGEST: &str = "80";
/// The most tables of a workshop.
const TABLES: u8 = 12;

/// The form.
pub fn search(words: Words, opening: &LibraryOpening) -> impl IntoView + use<> {
    let (say, wish) = (words.library(), &opening.wish);
    let board = wish.board.map(|board| {
        view! { <input type="hidden" name="plateau" value=board.to_string()/> }
    });
    let narrow = wish.from.is_some() || wish.to.is_some() || wish.format.is_some();
    let narrow = narrow || wish.deck.is_some() || wish.table.is_some() || wish.which != Which::Last;
    let which = Which::ALL.map(|which| (which.name().to_owned(), named(words, which).to_owned()));
    view! {
        <form class="shelf-search stack no-print" method="get" action=Route::Library.to_string() role="search">
            {board}
            <div class="shelf-words">
                <div class="field">
                    <label for="library-q">{say.words}</label>
                    <input class="field-input" id="library-q" name="q" type="search" value=wish.words.clone() maxlength=LONGEST dir="auto"/>
                </div>
                <button class="button-second">{say.find}</button>
            </div>
            <details open=narrow>
                <summary>{say.refine}</summary>
                <div class="shelf-filters">
                    {choice("montrer", say.which, None, which.into(), wish.which.name())}
                    {date("depuis", say.from, wish.from)}
                    {date("jusque", say.to, wish.to)}
                    {narrower(words, opening)}
                </div>
            </details>
        </form>
    }
}

/// The lists of what there is: formats, decks, tables.
fn narrower(words: Words, opening: &LibraryOpening) -> impl IntoView + use<> {
    let (say, wish) = (words.library(), &opening.wish);
    let format = |each: Format| (each.minutes().to_string(), format(words, each.minutes()));
    let formats: Vec<_> = Format::ALL.into_iter().rev().map(format).collect();
    let chosen_format = wish.format.map(|minutes| minutes.to_string()).unwrap_or_default();
    let deck = |(slug, version): &(String, String)| (format!("{slug} {version}"), say.deck_version(slug, version));
    let chosen_deck = wish.deck.as_ref().map(|(slug, version)| format!("{slug} {version}")).unwrap_or_default();
    let tables: Vec<_> = (1..=TABLES).map(|table| (table.to_string(), table.to_string())).collect();
    let chosen_table = wish.table.map(|table| table.to_string()).unwrap_or_default();
    view! {
        {choice("format", say.format, Some(say.all_formats), formats, &chosen_format)}
        {choice("jeu", say.deck, Some(say.all_decks), opening.decks.iter().map(deck).collect(), &chosen_deck)}
        {choice("table", say.table, Some(say.all_tables), tables, &chosen_table)}
    }
}

/// A list to choose from: what the address says, and what people read.
fn choice(
    name: &'static str,
    label: &'static str,
    all: Option<&'static str>,
    options: Vec<(String, String)>,
    chosen: &str,
) -> impl IntoView + use<> {
    let id = format!("library-{name}");
    let option = |(value, says): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{says}</option> }
    };
    let options: Vec<_> = options.into_iter().map(option).collect();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select class="field-input" id=id name=name>
                {all.map(|all| view! { <option value="">{all}</option> })}
                {options}
            </select>
        </div>
    }
}

fn date(name: &'static str, label: &'static str, day: Option<Day>) -> impl IntoView + use<> {
    let id = format!("library-{name}");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input class="field-input" id=id name=name type="date" value=day.map(|day| day.to_string())/>
        </div>
    }
}

fn named(words: Words, which: Which) -> &'static str {
    match which {
        Which::Last => words.library().last,
        Which::Named => words.library().named,
        Which::All => words.library().all,
    }
}
