//! A participant's board as text, with every act as an ordinary form: for whoever has no wasm, or wants none.

mod acts;

use super::{Form, Sheet};
use crate::api::BoardOpening;
use crate::components::{BoardText, DrawingsText, Frame, NotesText, Refusal, StoryText, Titles, way};
use crate::routes::Route;
use crate::text::{Words, phase, words};
use acts::Acts;
use board::{Act, Note, OpId};
use leptos::prelude::*;

/// The Plan. `draw` gives each form its op id.
pub fn plan(sheet: &Sheet, opening: &BoardOpening, draw: &dyn Fn() -> OpId) -> AnyView {
    let words = words(sheet.lang);
    let say = words.plan();
    let document = &opening.snapshot.document;
    let acts = Acts { sheet, words, opening, draw };
    let aside = view! {
        <a href=Route::Plan(opening.board).to_string()>{say.refresh}</a>
        <a href=Route::Board(opening.board).to_string()>{say.board}</a>
    };
    let notes = |question: bool| -> Vec<Note> {
        document.notes.values().filter(|note| note.question == question).cloned().collect()
    };
    let page = view! {
        <div class="stack-wide">
            {head(words, opening)}
            {acts.hand()}
            {acts.reserve()}
            {acts.link()}
            <BoardText words document=document.clone() faces=opening.faces.clone() lots=opening.lots.clone()/>
            <NotesText title=say.questions notes=notes(true) seats=opening.seats.clone()/>
            <NotesText title=say.notes notes=notes(false) seats=opening.seats.clone()/>
            <DrawingsText words document=document.clone() titles=Titles::of(&opening.faces)/>
            {acts.note()}
            <Refusal says=Form::of(sheet, "take-back").refusal_of_all()/>
            {acts.take_back()}
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// The overview: where one is, what the table is doing, and how much there is on it.
fn head(words: Words, opening: &BoardOpening) -> impl IntoView + use<> {
    let say = words.plan();
    let document = &opening.snapshot.document;
    let cards = document.cards.keys().filter(|card| document.on_table(**card).is_some()).count();
    // An empty table says so further down.
    let counts = (cards > 0).then(|| format!("{}, {}.", say.on_table(cards), say.links(document.links.len())));
    let way = way(words, opening.board, document.phase)
        .map(|(to, says)| view! { <p><a class="button" href=to.to_string()>{says}</a></p> });
    let actions = document.phase.allows(Act::Act) || !document.actions.is_empty();
    let actions = actions.then(|| {
        view! { <p><a class="button-second" href=Route::Actions(opening.board).to_string()>{words.ways().actions}</a></p> }
    });
    view! {
        <header class="stack">
            <div>
                <p class="soft">{opening.workshop.title.clone()}</p>
                <h1>{say.title(&opening.table.to_string())}</h1>
            </div>
            <StoryText document=document.clone()/>
            <p><span class="tag">{phase(words, document.phase)}</span>" "{counts}</p>
            {document.paused.then(|| view! { <p class="notice plan-pause">{say.paused}</p> })}
            {way}
            {actions}
        </header>
    }
}
