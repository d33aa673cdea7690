//! Where one is on the Plan, and what the table is doing: the step, the time that was left when the page was made, what
//! the person who facilitates shows or asks, who is here.

use crate::api::{BoardOpening, StepCard};
use crate::components::label::hint as to_do;
use crate::components::{StoryText, Titles, anchor, way};
use crate::routes::Route;
use crate::text::{self, Words, minutes, seconds};
use board::{Act, CardId, Clock, Role};
use leptos::prelude::*;

/// The overview, with how much there is on the board.
pub fn head(words: Words, opening: &BoardOpening) -> impl IntoView + use<> {
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
                <p class="soft" dir="auto">{opening.workshop.title.clone()}</p>
                <h1>{say.title(&opening.table.to_string())}</h1>
            </div>
            <StoryText document=document.clone()/>
            <p><span class="tag">{step(words, opening)}</span>" "{counts}" "{time(words, opening)}</p>
            {document.paused.then(|| view! { <p class="notice plan-pause">{say.paused}</p> })}
            {(!document.paused).then(|| view! { <p>{to_do(words, document.phase)}</p> })}
            {look(words, opening)}
            {question(words, opening)}
            {people(words, opening)}
            {way}
            {actions}
        </header>
    }
}

/// The step by the name that the script gives it; the phase's where there is none.
fn step(words: Words, opening: &BoardOpening) -> String {
    let document = &opening.snapshot.document;
    let here = |card: &&StepCard| Some(card.number) == document.step && card.phase == document.phase;
    let named = opening.script.iter().find(here).map(|card| card.title.clone()).filter(|title| !title.is_empty());
    named.unwrap_or_else(|| text::phase(words, document.phase).to_owned())
}

/// The time left when the page was made: it does not tick, and says so.
fn time(words: Words, opening: &BoardOpening) -> Option<String> {
    let (say, clock) = (words.plan(), opening.snapshot.document.clock);
    let left = seconds(clock.left(opening.now)?);
    let time = minutes(left);
    Some(match clock {
        _ if left < 0 => say.time_over(&time),
        Clock::Held { .. } => say.time_held(&time),
        Clock::Running { .. } | Clock::Off => say.time_left(&time),
    })
}

/// The cards that everybody is asked to look at.
fn look(words: Words, opening: &BoardOpening) -> Option<AnyView> {
    let frame = &opening.snapshot.document.frame;
    (!frame.is_empty()).then(|| {
        let cards = cards(opening, frame);
        view! { <p class="notice" role="status"><strong>{words.attention().look}</strong>" "{cards}</p> }.into_any()
    })
}

/// The question that the table was asked in this step.
fn question(words: Words, opening: &BoardOpening) -> Option<AnyView> {
    let hint = opening.snapshot.document.hint()?;
    let about = cards(opening, &hint.cards);
    let asked = view! {
        <div class="notice stack" role="status">
            <p><strong>{words.attention().question}</strong>" "{about}</p>
            <p dir="auto">{hint.text.clone()}</p>
            <p class="soft small">{words.plan().answer}</p>
        </div>
    };
    Some(asked.into_any())
}

/// Cards by name, each with the way to it.
fn cards(opening: &BoardOpening, cards: &[CardId]) -> Vec<AnyView> {
    let titles = Titles::of(&opening.faces);
    let card = |card: &CardId| {
        view! { <a href=format!("#{}", anchor(*card)) lang=titles.lang(*card)>{titles.title(*card)}</a>" " }.into_any()
    };
    cards.iter().map(card).collect()
}

/// The people of the table.
fn people(words: Words, opening: &BoardOpening) -> Option<AnyView> {
    let plays = opening.seats.iter().filter(|seat| seat.role == Role::Participant && !seat.name.is_empty());
    let names: Vec<_> = plays.map(|seat| text::isolated(&seat.name)).collect();
    (!names.is_empty()).then(|| view! { <p class="soft">{words.plan().people(&names.join(", "))}</p> }.into_any())
}
