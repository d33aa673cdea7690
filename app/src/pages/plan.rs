//! A participant's board as text, with every act as an ordinary form: for whoever has no wasm, or wants none.
//!
//! What can be done to a card, a link or a note is offered once it is chosen, and choosing is following a link: so the
//! page of a full board stays light, and each form small.

mod acts;
mod card;
mod link;
mod notes;
mod now;
mod reading;
mod search;

pub use reading::{FLAGGED, Reading};

use super::{Form, Sheet};
use crate::api::BoardOpening;
use crate::components::{BoardText, DrawingsText, Frame, NotesText, Refusal, Titles};
use crate::routes::Route;
use crate::text::words;
use acts::Acts;
use board::{Act, OpId};
use leptos::prelude::*;

/// The Plan. `draw` gives each form its op id.
pub fn plan(sheet: &Sheet, opening: &BoardOpening, reading: &Reading, draw: &dyn Fn() -> OpId) -> AnyView {
    let words = words(sheet.lang);
    let say = words.plan();
    let document = &opening.snapshot.document;
    let acts = Acts { sheet, words, opening, flagged: reading.flagged, draw };
    let reading = reading.clone().resumed(sheet.refused.as_ref());
    // Without its fragment: a browser that is there already would not ask again.
    let anew = reading.chosen.address(opening.board);
    let anew = anew.split('#').next().unwrap_or_default().to_owned();
    let aside = view! {
        <a href=anew>{say.refresh}</a>
        <a href=Route::Board(opening.board).to_string()>{say.board}</a>
    };
    let found = search::found(opening, &reading);
    let notes = |question: bool| search::notes(opening, &reading, question);
    let choose = acts.may(Act::Note).then_some((opening.board, words.chosen().edit));
    // Without a way to choose, a note is only read.
    let noted = |title: &'static str, question: bool| match choose {
        Some(choose) => {
            view! { <NotesText title notes=notes(question) seats=opening.seats.clone() choose/> }.into_any()
        }
        None => view! { <NotesText title notes=notes(question) seats=opening.seats.clone()/> }.into_any(),
    };
    let drawing = document.phase.allows(Act::Draw).then(|| view! { <p class="soft">{say.draw_elsewhere}</p> });
    let text = (words, document.clone(), opening.faces.clone(), opening.lots.clone());
    let (words, shown, faces, lots) = text;
    let board = match found {
        Some(only) => view! { <BoardText words document=shown faces lots choose=opening.board only/> }.into_any(),
        None => view! { <BoardText words document=shown faces lots choose=opening.board/> }.into_any(),
    };
    let page = view! {
        <div class="stack-wide">
            {now::head(words, opening)}
            <Refusal says=acts.refusal()/>
            {acts.lost(reading.chosen)}
            {acts.chosen(reading.chosen)}
            {acts.hand()}
            {acts.reserve()}
            {search::search(words, opening, &reading)}
            {board}
            {acts.elsewhere()}
            {noted(say.questions, true)}
            {noted(say.notes, false)}
            <DrawingsText words document=document.clone() titles=Titles::of(&opening.faces)/>
            {drawing}
            {acts.note()}
            {acts.story()}
            {acts.arrange()}
            {acts.take_back()}
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// What several forms of this page share: why one of them was refused, where it has no field to say it at.
fn refused(sheet: &Sheet, endpoints: &[&'static str]) -> Option<String> {
    endpoints.iter().find_map(|endpoint| Form::of(sheet, endpoint).any_refusal())
}
