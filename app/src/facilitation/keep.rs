//! Saving a board under a name: a mark in its log, which the library shows.

use crate::api::{AppError, save};
use crate::live::LiveBoard;
use crate::routes::Route;
use leptos::{ev, prelude::*, task::spawn_local};

/// The form, and the way to what was saved.
pub fn keep(live: LiveBoard) -> impl IntoView {
    let words = live.words().facilitate();
    let board = live.opening(|opening| opening.board);
    let name = RwSignal::new(live.glance(|document| document.title.clone()));
    let (saved, busy) = (RwSignal::new(None::<Result<i64, AppError>>), RwSignal::new(false));
    let keep = move |event: ev::SubmitEvent| {
        event.prevent_default();
        busy.set(true);
        spawn_local(async move {
            saved.set(Some(save(board, name.get_untracked().trim().to_owned()).await));
            busy.set(false);
        });
    };
    let outcome = move || match saved.get()? {
        Ok(mark) => {
            let see = Route::Saved(mark).to_string();
            Some(view! { <p role="status">{words.saved} " " <a href=see>{words.saved_see}</a></p> }.into_any())
        }
        Err(error) => {
            Some(view! { <p class="failed" role="alert">{crate::text::app_error(live.words(), &error)}</p> }.into_any())
        }
    };
    view! {
        <section class="keep">
            <h2>{words.save}</h2>
            <form on:submit=keep>
                <label>
                    <span>{words.save_name}</span>
                    <input
                        type="text"
                        autocomplete="off"
                        maxlength=board::MAX_TITLE
                        prop:value=name
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                </label>
                <button type="submit" class="primary" disabled=busy>{words.save_do}</button>
            </form>
            {outcome}
        </section>
    }
}
