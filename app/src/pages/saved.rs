//! One saved board, to read: its picture, its open questions, then the board as text. On paper the picture is a poster,
//! and the rest follows on pages of their own (`style/components/poster.css`).

use super::Sheet;
use super::library::{place, weight};
use crate::api::SavedOpening;
use crate::components::picture::{Detail, Picture};
use crate::components::{ActionsText, BoardText, DrawingsText, Frame, NotesText, Titles};
use crate::routes::{Export, Route};
use crate::text::{datetime, moment, words};
use board::{Note, NoteId};
use leptos::prelude::*;

/// A saved board.
pub fn saved(sheet: &Sheet, opening: &SavedOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.saved();
    let card = &opening.card;
    let document = card.document.clone();
    let aside = view! { <a href=Route::Library.to_string()>{say.back}</a> };
    let notes = |question: bool| -> Vec<(NoteId, Note)> {
        let these = document.notes.iter().filter(|(_, note)| note.question == question);
        these.map(|(&id, note)| (id, note.clone())).collect()
    };
    let export = |file: Export| Route::Export(card.mark, file).to_string();
    let story = (!document.story.is_empty()).then(|| view! { <p class="plan-story">{document.story.clone()}</p> });
    let title = (!document.title.is_empty()).then(|| view! { <p>{say.team_title(&document.title)}</p> });
    let page = view! {
        <article class="stack-wide">
            <div class="saved-poster stack-wide">
            <header class="stack">
                <h1>{card.name.clone()}</h1>
                {title}
                {story}
                <p>{place(words, card)}", "<time datetime=datetime(card.at)>{moment(words, card.at)}</time></p>
                <p class="soft small no-print">{weight(words, card)}". "{words.library().clock}</p>
            </header>
            <section class="stack">
                <h2>{say.picture}</h2>
                <div class="shelf-picture"><Picture document=document.clone() faces=opening.faces.clone() detail=Detail::Full lang=sheet.lang/></div>
                <p class="row no-print">
                    <span class="soft">{say.exports}</span>
                    <a href=export(Export::Svg) download>{say.svg}</a>
                    <a href=export(Export::Json) download>{say.json}</a>
                </p>
            </section>
            </div>
            <div class="saved-plan stack-wide">
            <NotesText title=words.plan().questions notes=notes(true) seats=opening.seats.clone()/>
            <BoardText words document=document.clone() faces=opening.faces.clone() lots=opening.lots.clone()/>
            <NotesText title=words.plan().notes notes=notes(false) seats=opening.seats.clone()/>
            <DrawingsText words document=document.clone() titles=Titles::of(&opening.faces)/>
            <ActionsText words document=document.clone()/>
            </div>
        </article>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}
