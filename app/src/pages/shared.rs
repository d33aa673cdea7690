//! A saved board as a read-only link shows it: the reading of its own page, without names, remarks, or what the deck
//! knows and the table did not find. It has no form and sets no cookie: the other language is a link.

use super::Sheet;
use super::saved::{decided, disputed, section, strip};
use crate::api::SharedOpening;
use crate::components::picture::{Detail, Picture};
use crate::components::{BoardText, DrawingsText, Frame, StoryText, Titles};
use crate::routes::Route;
use crate::text::{Words, datetime, day, day_of, format, moment, words};
use board::deck::Lang;
use leptos::prelude::*;

/// The board, to read.
pub fn shared(sheet: &Sheet, opening: &SharedOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.saved();
    let saved = &opening.saved;
    let (document, faces) = (saved.card.document.clone(), saved.faces.clone());
    let titles = Titles::of(&faces);
    let page = view! {
        <article class="stack-wide">
            <div class="saved-poster stack-wide">
                {head(words, opening)}
                <section class="stack">
                    <h2>{say.picture}</h2>
                    {picture(sheet, opening)}
                </section>
            </div>
            <div class="saved-plan stack-wide">
                {disputed::disputed(words, &document, &titles)}
                {section::notes(words.plan().questions, say.no_questions, saved, true)}
                {decided::decided(words, &document)}
                {found(words, opening.counts)}
                <section class="stack-wide saved-text">
                    <h2>{say.text}</h2>
                    <BoardText words document=document.clone() faces lots=saved.lots.clone()/>
                </section>
                {section::notes(words.plan().notes, say.no_notes, saved, false)}
                <DrawingsText words document titles/>
            </div>
        </article>
    };
    let language = other_language(words, &opening.secret);
    view! { <Frame words wide=true language page=page.into_any()/> }.into_any()
}

/// The picture alone, with the way to the page: for a frame on another site.
pub fn embedded(sheet: &Sheet, opening: &SharedOpening) -> AnyView {
    let words = words(sheet.lang);
    view! {
        <main class="embedded" id="contenu">
            <h1>{opening.saved.card.name.clone()}</h1>
            {picture(sheet, opening)}
        </main>
        <footer class="embedded">
            <a href=Route::Share(opening.secret.clone()).to_string() target="_blank" rel="noopener">{words.share().read}</a>
        </footer>
    }
    .into_any()
}

fn picture(sheet: &Sheet, opening: &SharedOpening) -> AnyView {
    let (document, faces) = (opening.saved.card.document.clone(), opening.saved.faces.clone());
    view! {
        <div class="shelf-picture"><Picture document faces detail=Detail::Full lang=sheet.lang/></div>
    }
    .into_any()
}

/// What it is called, the team's title and story, where, when, and until when the link opens.
fn head(words: Words, opening: &SharedOpening) -> AnyView {
    let card = &opening.saved.card;
    let place = words.library().place(&card.table.to_string(), &card.workshop);
    let deck = words.saved().deck(&opening.deck, &opening.saved.deck_version);
    let weight = [words.library().cards(card.document.lying().len()), words.library().links(card.document.links.len())];
    let played = [format(words, opening.saved.format), deck, weight.join(", ")].join(". ");
    let until = words.share().until(&day(words, &day_of(opening.expires).to_string()));
    view! {
        <header class="stack">
            <h1>{card.name.clone()}</h1>
            <StoryText document=card.document.clone()/>
            <p>{place}", "<time datetime=datetime(card.at)>{moment(words, card.at)}</time></p>
            <p class="soft small">{played}". "{words.library().clock}</p>
            <p class="soft small no-print">{until}</p>
        </header>
    }
    .into_any()
}

/// How much of the deck's key the table found. What it did not find is not said: these cards are played again.
fn found(words: Words, counts: [usize; 3]) -> AnyView {
    let say = words.saved();
    if counts.iter().sum::<usize>() == 0 {
        return section::section(say.coverage, section::nothing(say.nothing_expected));
    }
    let told = [say.alone(counts[0]), say.hinted(counts[1]), say.missing(counts[2])].join("\n");
    let hint = view! { <p class="soft small">{say.coverage_hint}</p> };
    section::section(say.coverage, view! { {hint}{strip(counts)}<p class="lines">{told}</p> })
}

fn other_language(words: Words, secret: &str) -> AnyView {
    let other = if words.lang() == Lang::Fr { Lang::En } else { Lang::Fr };
    let code = other.code();
    let address = format!("{}?langue={code}", Route::Share(secret.to_owned()));
    view! { <p><a href=address lang=code hreflang=code>{words.frame().other_language}</a></p> }.into_any()
}
