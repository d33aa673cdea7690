//! The gallery: the other tables' boards, one vote for another table's, and what the vote came to once it is closed.

use super::{Form, Sheet};
use crate::api::{Ballot, GalleryOpening, ShownBoard};
use crate::components::picture::{Detail, Picture, sentence, summary};
use crate::components::{Frame, Refusal, Titles};
use crate::routes::Route;
use crate::text::{Words, app_error, words};
use board::deck::Lang;
use leptos::prelude::*;

/// Visit the other tables.
pub fn gallery(sheet: &Sheet, opening: &GalleryOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.gallery();
    let aside = view! { <a href=Route::Board(opening.board).to_string()>{words.ways().back}</a> };
    let page = view! {
        <div class="stack-wide">
            <header class="stack">
                <div>
                    <p class="soft">{opening.workshop.clone()}</p>
                    <h1>{say.title}</h1>
                </div>
                <p>{say.lead}</p>
                <Refusal says=Form::of(sheet, "vote").refusal_of_all()/>
                {state(words, &opening.ballot)}
            </header>
            {boards(words, sheet.lang, opening)}
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// Where the vote stands.
fn state(words: Words, ballot: &Ballot) -> AnyView {
    let say = words.gallery();
    let moves = |chosen: Option<u8>| chosen.map(|table| view! { <p role="status">{say.moves(&table.to_string())}</p> });
    match ballot {
        Ballot::Open { chosen } => view! { {moves(*chosen)}<p class="soft small">{say.secret}</p> }.into_any(),
        Ballot::Shut { why, .. } => view! { <p class="notice">{app_error(words, why)}</p> }.into_any(),
        Ballot::Counted(votes) => {
            let line = |(table, votes): (u8, &u32)| {
                let votes = say.votes(usize::try_from(*votes).unwrap_or(usize::MAX));
                view! { <li><strong>{words.join().table_n(&table.to_string())}</strong>" "{votes}</li> }
            };
            let lines: Vec<_> = (1..).zip(votes).map(line).collect();
            view! { <section class="stack notice"><h2>{say.results}</h2><ul class="tally">{lines}</ul></section> }
                .into_any()
        }
    }
}

fn boards(words: Words, lang: Lang, opening: &GalleryOpening) -> AnyView {
    let say = words.gallery();
    if opening.boards.is_empty() {
        let alone = !matches!(opening.ballot, Ballot::Shut { .. });
        return view! { <p class="soft">{if alone { say.none } else { say.not_yet }}</p> }.into_any();
    }
    let way = |shown: &ShownBoard| {
        view! { <li><a href=format!("#{}", anchor(shown.table))>{words.join().table_n(&shown.table.to_string())}</a></li> }
    };
    let ways: Vec<_> = opening.boards.iter().map(way).collect();
    let boards: Vec<_> = opening.boards.iter().map(|shown| one(words, lang, opening, shown)).collect();
    view! {
        <nav aria-label=say.tables><ul class="row">{ways}</ul></nav>
        <div class="gallery">{boards}</div>
    }
    .into_any()
}

/// A table's board: small among the others, whole when its address is followed.
fn one(words: Words, lang: Lang, opening: &GalleryOpening, shown: &ShownBoard) -> impl IntoView + use<> {
    let (say, number) = (words.gallery(), shown.table.to_string());
    let document = &shown.document;
    let title = (!document.title.is_empty())
        .then(|| view! { <p class="gallery-title" dir="auto">{document.title.clone()}</p> });
    let bare = document.notes.is_empty() && document.cards.keys().all(|card| document.on_table(*card).is_none());
    let picture = if bare {
        view! { <p class="soft">{words.picture().nothing}</p> }.into_any()
    } else {
        view! {
            <a class="shelf-picture gallery-picture" href=format!("#{}", anchor(shown.table)) aria-label=say.larger(&number)>
                <Picture document=document.clone() faces=shown.faces.clone() detail=Detail::Full lang/>
            </a>
            <p class="soft small">{summary(words, document)}</p>
        }
        .into_any()
    };
    view! {
        <section class="gallery-board stack" id=anchor(shown.table)>
            <h2>{words.join().table_n(&number)}</h2>
            {title}
            {picture}
            {in_words(words, shown)}
            {vote(words, opening, shown.table)}
        </section>
    }
}

/// The same board for ears and for small screens: its links as sentences, then its notes.
fn in_words(words: Words, shown: &ShownBoard) -> Option<impl IntoView + use<>> {
    let document = &shown.document;
    let titles = Titles::of(&shown.faces);
    let says = |(&id, link)| sentence(words, id, link, |card| titles.title(card));
    let lines = document.links.iter().map(says).chain(document.notes.values().map(|note| note.text.clone()));
    let lines: Vec<_> = lines.map(|line| view! { <li dir="auto">{line}</li> }).collect();
    (!lines.is_empty()).then(|| {
        view! { <details><summary>{words.gallery().in_words}</summary><ul class="plan-notes">{lines}</ul></details> }
    })
}

fn vote(words: Words, opening: &GalleryOpening, table: u8) -> Option<AnyView> {
    let say = words.gallery();
    let Ballot::Open { chosen } = opening.ballot else { return None };
    if chosen == Some(table) {
        return Some(view! { <p><span class="tag">{say.chosen}</span></p> }.into_any());
    }
    let vote = view! {
        <form method="post" action="/api/vote">
            <input type="hidden" name="board" value=opening.board.to_string()/>
            <input type="hidden" name="table" value=table.to_string()/>
            <button class="button-second">{say.vote(&table.to_string())}</button>
        </form>
    };
    Some(vote.into_any())
}

fn anchor(table: u8) -> String {
    format!("table-{table}")
}
