//! The cockpit: every table of a workshop at a glance, and the commands for one of them or for all. The script and the
//! lots on one side, a tile per table in the middle, the memo of the chosen table on the other side.

use crate::facilitation::{Crew, Scope, clock, door, keys, lots, memo, people, steps, stuck, tile};
use crate::live::LiveBoard;
use crate::routes::Route;
use leptos::prelude::*;

/// The tables of a workshop.
pub fn cockpit(boards: Vec<LiveBoard>) -> impl IntoView {
    Crew::of(boards).map(page)
}

fn page(crew: Crew) -> impl IntoView {
    let lead = crew.lead();
    let words = lead.words();
    let (title, workshop) = lead.opening(|opening| (opening.workshop.title.clone(), opening.workshop.id));
    keys(crew);
    let tiles = crew.all().into_iter().enumerate().map(|(place, live)| tile(crew, place, live)).collect_view();
    view! {
        <div class="cockpit-page">
            <header class="cockpit-top">
                <h1>{title}</h1>
                {clock(crew)}
                <p><a href=Route::Team(workshop).to_string()>{words.facilitate().team}</a></p>
                <p><a href=Route::Returns(workshop).to_string()>{words.facilitate().returns}</a></p>
            </header>
            <section class="cockpit-panel" aria-label=words.facilitate().script>
                {scope(crew)}
                {steps(crew)}
                {lots(crew)}
                {door(lead)}
            </section>
            <main id="contenu" class="cockpit-tables">
                {alarms(crew)}
                <ul class="tiles">{tiles}</ul>
            </main>
            <aside class="cockpit-memo">{move || chosen(crew)}</aside>
        </div>
    }
}

/// Which tables the commands go to.
fn scope(crew: Crew) -> impl IntoView {
    let words = crew.lead().words();
    let all = move || crew.scope.get() == Scope::All;
    let said = move || match crew.scope.get() {
        Scope::All => words.facilitate().scope_all.to_owned(),
        Scope::One(place) => words.facilitate().scope_one(&(place + 1).to_string()),
    };
    (crew.all().len() > 1).then(|| {
        view! {
            <div class="scope">
                <button type="button" aria-keyshortcuts="0" aria-pressed=move || all().to_string() on:click=move |_| crew.scope.set(Scope::All)>
                    {words.facilitate().all_tables}
                </button>
                <p class="small" role="status">{said}</p>
            </div>
        }
    })
}

/// The tables that may be stuck, each with a wave: found and reached in two taps.
fn alarms(crew: Crew) -> impl IntoView {
    let words = crew.lead().words();
    let alarm = move |live: LiveBoard| {
        let stuck = stuck(crew, live);
        let table = live.opening(|opening| usize::from(opening.table));
        let wave = words.facilitate().wave;
        move || {
            stuck.get().map(|minutes| {
                let said = [words.board().table(table), words.facilitate().stuck(&minutes.to_string())].join(", ");
                view! { <li>{said} " " <button type="button" on:click=move |_| live.wave(None)>{wave}</button></li> }
            })
        }
    };
    view! { <ul class="alarms">{crew.all().into_iter().map(alarm).collect_view()}</ul> }
}

/// The memo and the silent people of the chosen table.
fn chosen(crew: Crew) -> impl IntoView {
    let words = crew.lead().words();
    let several = crew.all().len() > 1;
    if several && crew.scope.get() == Scope::All {
        return view! { <p class="soft">{words.facilitate().choose_table}</p> }.into_any();
    }
    let live = crew.shown();
    let table = live.opening(|opening| usize::from(opening.table));
    view! {
        <p class="cockpit-chosen">{words.board().table(table)}</p>
        {people(live)}
        {memo(crew, live)}
    }
    .into_any()
}
