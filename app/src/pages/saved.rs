//! A saved board, to come back to: its picture, what divides and what is open, what was decided, then how it was played,
//! as far as its log tells, and the board as text. Each part says plainly when there is nothing.
//!
//! On paper the picture is a poster, and the rest follows on pages of its own (`style/components/poster.css`).

mod coverage;
pub(super) mod decided;
pub(super) mod disputed;
mod exports;
mod played;
mod prompts;
mod remarks;
mod said;
pub(super) mod section;

use super::Sheet;
use super::library::address;
use crate::api::{Cut, LibraryWish, RetrospectOpening, Term, Which};
use crate::components::picture::{Detail, Picture};
use crate::components::{BoardText, DrawingsText, Frame, Titles};
use crate::routes::Route;
use crate::text::{Words, datetime, day, day_of, format, moment, words};
use leptos::prelude::*;
use section::notes;

pub(super) use coverage::strip;

/// A saved board.
pub fn saved(sheet: &Sheet, opening: &RetrospectOpening) -> AnyView {
    let words = words(sheet.lang);
    let card = &opening.saved.card;
    let (document, faces) = (card.document.clone(), opening.saved.faces.clone());
    let titles = Titles::of(&faces);
    let picture =
        view! { <Picture document=document.clone() faces=faces.clone() detail=Detail::Full lang=sheet.lang/> };
    // Whoever facilitates without an account reads a board, and gives it to nobody.
    let share = opening.term.map(|term| kept(words, card.mark, term));
    let page = view! {
        <article class="stack-wide">
            <div class="saved-poster stack-wide">
                {head(words, opening)}
                <section class="stack">
                    <h2>{words.saved().picture}</h2>
                    <div class="shelf-picture">{picture}</div>
                    <p class="no-print"><a href=Route::Replay(card.mark).to_string()>{words.replay().link}</a></p>
                    {share}
                    {exports::exports(words, card.mark)}
                    {(opening.validated || !opening.reads_only).then(|| exports::debrief(words, opening.workshop))}
                </section>
            </div>
            <div class="saved-plan stack-wide">
                {disputed::disputed(words, &document, &titles)}
                {notes(words.plan().questions, words.saved().no_questions, &opening.saved, true)}
                {prompts::prompts(words, &document, &titles)}
                {decided::decided(words, &document)}
                {(!opening.reads_only).then(|| decided::follow_up(words, opening.workshop, &document))}
                {coverage::coverage(words, opening, &titles)}
                {played::steps(words, opening)}
                {played::shares(words, opening)}
                {(!opening.reads_only).then(|| said::said(words, opening))}
                {(!opening.reads_only).then(|| remarks::remarks(sheet, words, opening))}
                <section class="stack-wide saved-text">
                    <h2>{words.saved().text}</h2>
                    <BoardText words document=document.clone() faces lots=opening.saved.lots.clone()/>
                </section>
                {notes(words.plan().notes, words.saved().no_notes, &opening.saved, false)}
                <DrawingsText words document titles/>
            </div>
        </article>
    };
    let aside = view! { <a href=Route::Library.to_string()>{words.saved().back}</a> };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// What it is called, the team's title and story, where, when, and with which cards.
fn head(words: Words, opening: &RetrospectOpening) -> impl IntoView + use<> {
    let (say, card) = (words.saved(), &opening.saved.card);
    let document = &card.document;
    let title = match document.title.as_str() {
        "" => view! { <p class="soft">{say.untitled}</p> }.into_any(),
        title => view! { <p dir="auto">{say.team_title(title)}</p> }.into_any(),
    };
    let story = match document.story.as_str() {
        "" => view! { <p class="soft no-print">{say.no_story}</p> }.into_any(),
        story => view! { <p class="plan-story" dir="auto">{story.to_owned()}</p> }.into_any(),
    };
    let place = words.library().place(&card.table.to_string(), &card.workshop);
    let (slug, version) = &opening.deck;
    let weight = [words.library().cards(document.lying().len()), words.library().links(document.links.len())];
    let played = [format(words, opening.format), say.deck(slug, version), weight.join(", ")].join(". ");
    let read_in =
        opening.read_in.as_ref().map(|read| view! { <p class="small">{words.decks().read_in(version, read)}</p> });
    let by_itself = opening.by_itself.then(|| view! { " "<span class="tag">{words.library().by_itself}</span> });
    view! {
        <header class="stack">
            <h1>{card.name.clone()}{by_itself}</h1>
            {title}
            {story}
            <p>{place}", "<time datetime=datetime(card.at)>{moment(words, card.at)}</time></p>
            <p class="soft small">{played}". "{words.library().clock}</p>
            {read_in}
            {others(words, opening)}
            {opening.cut.map(|Cut { read, of }| {
                view! { <p class="notice">{words.replay().cut(&read.to_string(), &of.to_string())}</p> }
            })}
        </header>
    }
}

/// What organisers may do with it: give it to others, and erase it before it is erased by itself.
fn kept(words: Words, mark: i64, term: Term) -> AnyView {
    let until = day(words, &day_of(term.until).to_string());
    view! {
        <p class="no-print"><a href=Route::Shares(mark).to_string()>{words.share().title}</a></p>
        <p class="no-print">
            {words.organisation().erased_on(&until)}" "
            <a href=Route::Erasure(term.workshop).to_string()>{words.organisation().erase_now}</a>
        </p>
    }
    .into_any()
}

/// The way to what else was saved of the same table.
fn others(words: Words, opening: &RetrospectOpening) -> Option<impl IntoView + use<>> {
    let all = LibraryWish { board: Some(opening.board), which: Which::All, ..LibraryWish::default() };
    (opening.others > 0).then(|| {
        view! { <p class="no-print"><a href=address(&all)>{words.library().others(opening.others)}</a></p> }
    })
}
