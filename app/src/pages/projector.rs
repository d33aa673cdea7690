//! The room's screen: what the step of the shown table asks for, as large as a stage needs it. It only reads.
//!
//! It shows what may hang on a wall: no name, no key, no hint, no refusal. Every table of the workshop is alive in this
//! page, so that going from one to the other is a cut, and three hours need no reload.

mod actions;
mod caption;
mod debrief;
mod gallery;
mod invitation;
mod keys;
mod light;
mod moods;
mod now;
mod rest;
mod scene;
mod slate;
mod table;
mod thanks;
mod theatre;
mod told;
mod wave;

use crate::live::LiveBoard;
use leptos::prelude::*;
use scene::{Scene, scene};
use theatre::{Over, Theatre};

/// The room's screen.
pub fn projector(boards: Vec<LiveBoard>) -> AnyView {
    Theatre::of(boards).map_or_else(|| ().into_any(), |theatre| room(theatre).into_any())
}

fn room(theatre: Theatre) -> impl IntoView {
    let words = theatre.words().projector();
    let black = move || theatre.over.get() == Over::Black;
    let title = move || words.title(theatre.shown().opening(|opening| opening.table).into());
    view! {
        <main class=move || if black() { "projector projector-black" } else { "projector" }>
            <h1 class="unseen">{title}</h1>
            {move || stage(theatre, theatre.shown())}
            {keys::keys(theatre)}
        </main>
    }
}

/// What is shown of a table.
fn stage(theatre: Theatre, live: LiveBoard) -> impl IntoView {
    let scene = live.read(scene);
    let code = Memo::new(move |_| theatre.over.get() == Over::Code);
    move || match if code.get() { Scene::Invitation } else { scene.get() } {
        Scene::Invitation => invitation::invitation(live).into_any(),
        Scene::Board => told::board(theatre, live).into_any(),
        Scene::Rest => rest::rest(live).into_any(),
        Scene::Told => told::told(theatre, live).into_any(),
        Scene::Gallery => gallery::gallery(theatre, live).into_any(),
        Scene::Moods => moods::moods(theatre, live).into_any(),
        Scene::Actions => actions::actions(live).into_any(),
        Scene::Debrief => debrief::debrief(live).into_any(),
        Scene::Thanks => thanks::thanks(live).into_any(),
    }
}
