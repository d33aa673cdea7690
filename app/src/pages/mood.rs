//! Mood: one word among six, one's own, or none. Then the words of the table, without their authors.

use super::{Form, Sheet};
use crate::api::{MAX_MOOD, MoodOpening, Turn};
use crate::components::{Field, Frame, Refusal};
use crate::routes::Route;
use crate::text::{Words, app_error, words};
use leptos::prelude::*;

/// Say a word of mood.
pub fn mood(sheet: &Sheet, opening: &MoodOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.mood();
    let aside = view! { <a href=Route::Board(opening.board).to_string()>{words.ways().back}</a> };
    let asks = match &opening.turn {
        Turn::Open => ask(sheet, words, opening).into_any(),
        Turn::Done => view! { <p role="status">{say.heard}</p> }.into_any(),
        Turn::Shut(why) => view! { <p class="notice">{app_error(words, why)}</p> }.into_any(),
    };
    let refused = (opening.turn != Turn::Open).then(|| {
        let says = ["mood", "pass"].into_iter().find_map(|form| Form::of(sheet, form).any_refusal());
        view! { <Refusal says/> }
    });
    let said = opening.words.as_ref().map(|said| {
        view! {
            <section class="stack">
                <h2>{say.words(&opening.table.to_string())}</h2>
                {moods(words, said)}
            </section>
        }
    });
    let page = view! {
        <div class="stack-wide">
            <header class="stack">
                <div>
                    <p class="soft">{words.join().table_n(&opening.table.to_string())}</p>
                    <h1>{say.title}</h1>
                </div>
                <p>{say.lead}</p>
            </header>
            {refused}
            {asks}
            {said}
        </div>
    };
    view! { <Frame words aside=aside.into_any() page=page.into_any()/> }.into_any()
}

/// Words with how often each was said.
pub fn moods(words: Words, said: &[(String, u32)]) -> AnyView {
    if said.is_empty() {
        return view! { <p class="soft">{words.mood().none}</p> }.into_any();
    }
    let line = |(word, times): &(String, u32)| {
        let often = (*times > 1).then(|| words.mood().times(usize::try_from(*times).unwrap_or(usize::MAX)));
        view! { <li><strong>{word.clone()}</strong>{often.map(|often| view! { " "<span class="soft small">{often}</span> })}</li> }
    };
    let lines: Vec<_> = said.iter().map(line).collect();
    view! { <ul class="moods">{lines}</ul> }.into_any()
}

/// Three ways to answer, each with its own button: the first word that is pressed is said.
fn ask(sheet: &Sheet, words: Words, opening: &MoodOpening) -> impl IntoView + use<> {
    let say = words.mood();
    let form = Form::of(sheet, "mood");
    let board = opening.board.to_string();
    // Signs that every font has; the word says the same.
    let offered =
        [("☼", say.sun), ("○", say.clearing), ("→", say.wind), ("≈", say.fog), ("↓", say.rain), ("▼", say.storm)];
    let offer = |(sign, word): (&'static str, &'static str)| {
        view! {
            <button class="button-second" name="word" value=word><span class="mood-sign" aria-hidden="true">{sign}</span>{word}</button>
        }
    };
    let offered: Vec<_> = offered.into_iter().map(offer).collect();
    view! {
        <Refusal says=form.refusal_of_all().or_else(|| Form::of(sheet, "pass").refusal_of_all())/>
        <form class="stack" method="post" action=form.action()>
            <h2>{say.offered}</h2>
            <input type="hidden" name="board" value=board.clone()/>
            <div class="mood-offered">{offered}</div>
        </form>
        <form class="stack" method="post" action=form.action()>
            <input type="hidden" name="board" value=board.clone()/>
            <Field form=form.clone() name="word" label=say.own hint=say.own_hint most=MAX_MOOD/>
            <button class="button">{say.own_say}</button>
        </form>
        <form method="post" action="/api/pass">
            <input type="hidden" name="board" value=board/>
            <button class="button-quiet">{say.pass}</button>
        </form>
    }
}
