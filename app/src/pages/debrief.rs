//! The debrief sheet: written together at the closing, block by block, then validated and read. Each block is a plain
//! form of its own with one button, so that two people who write different blocks never meet.
//!
//! One sheet stands for the whole workshop, because what it is for (a funding file, a steering committee, a follow-up)
//! knows an organisation and not its tables; where tables differ, a block says so table by table.

mod choose;
mod read;
mod room;
mod validate;
mod write;

pub use room::room;

use super::Sheet;
use crate::api::{Block, DebriefOpening, Validity};
use crate::components::Frame;
use crate::routes::{Paper, Route};
use crate::text::{Words, moment, words};
use leptos::prelude::*;

/// The sheet, to write or to read.
pub fn debrief(sheet: &Sheet, opening: &DebriefOpening) -> AnyView {
    let words = words(sheet.lang);
    let content = match opening.validity {
        Validity::Draft { seen, told } => {
            let blocks: Vec<_> = Block::ALL.iter().map(|&block| write::block(sheet, words, opening, block)).collect();
            view! { {intent(words, opening)} {blocks} {validate::validate(sheet, words, opening, (seen, told))} }
                .into_any()
        }
        Validity::Valid { .. } => view! {
            {(!opening.reads_only).then(|| correct(words, opening))}
            {read::blocks(sheet, words, opening)}
        }
        .into_any(),
    };
    let page = view! {
        <article class="stack-wide debrief">
            {head(words, opening)}
            {content}
            {versions(words, opening)}
        </article>
    };
    let aside = view! {
        {(!opening.reads_only).then(|| view! { <a href=Route::Returns(opening.workshop).to_string()>{words.returns().title}</a> })}
        <a href=Route::Library.to_string()>{words.library().title}</a>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// Which sheet it is, where it stands, and the ways out of it.
fn head(words: Words, opening: &DebriefOpening) -> impl IntoView + use<> {
    let say = words.debrief();
    let (file, number) = (|paper| Route::DebriefFile(opening.workshop, paper).to_string(), number(opening));
    let asked = number.map(|number| format!("?version={number}")).unwrap_or_else(|| "?corriger".to_owned());
    let way = |(paper, name): (Paper, &'static str)| {
        view! { <a class="button-second" href=[file(paper), asked.clone()].concat() download>{name}</a> }
    };
    let ways: Vec<_> = [(Paper::A4, say.report), (Paper::A3, say.poster)].into_iter().map(way).collect();
    view! {
        <header class="stack">
            <div>
                <p class="soft" dir="auto">{opening.title.clone()}</p>
                <h1>{say.title}</h1>
            </div>
            <p>{validity(words, opening)}</p>
            <p class="row no-print">{ways}</p>
        </header>
    }
}

/// Where a sheet stands, in words.
fn validity(words: Words, opening: &DebriefOpening) -> String {
    match opening.validity {
        Validity::Draft { .. } => words.debrief().draft.to_owned(),
        Validity::Valid { number, at } => words.debrief().valid(&moment(words, at), &number.to_string()),
    }
}

fn number(opening: &DebriefOpening) -> Option<u32> {
    match opening.validity {
        Validity::Draft { .. } => None,
        Validity::Valid { number, .. } => Some(number),
    }
}

/// What is at stake while it is written, and what waits for a choice.
fn intent(words: Words, opening: &DebriefOpening) -> impl IntoView + use<> {
    let say = words.debrief();
    let undecided = opening.undecided();
    let waits = (undecided > 0).then(|| view! { <p class="refusal" role="status">{say.undecided(undecided)}</p> });
    let erased = (!opening.closed).then(|| view! { <p class="debrief-erased">{say.erased}</p> });
    let back = (!opening.versions.is_empty()).then(|| {
        view! { <p><a href=Route::Debrief(opening.workshop).to_string()>{say.correct_stop}</a></p> }
    });
    view! {
        <div class="stack no-print">
            {erased}
            <p class="soft">{say.lead}</p>
            {waits}
            {back}
        </div>
    }
}

/// The way to a correction.
fn correct(words: Words, opening: &DebriefOpening) -> impl IntoView + use<> {
    let say = words.debrief();
    let way = format!("{}?corriger=", Route::Debrief(opening.workshop));
    view! {
        <p class="no-print"><a href=way>{say.correct}</a>" "<span class="soft small">{say.correct_hint}</span></p>
    }
}

/// Every validated sheet, the last one first.
fn versions(words: Words, opening: &DebriefOpening) -> Option<AnyView> {
    let say = words.debrief();
    let last = opening.versions.last()?.0;
    let line = |&(version, at): &(u32, board::Millis)| {
        let way = format!("{}?version={version}", Route::Debrief(opening.workshop));
        let here = (number(opening) == Some(version)).then_some("page");
        let last = (version == last).then(|| view! { " "<span class="tag">{say.last_version}</span> });
        view! {
            <li>
                <a href=way aria-current=here>{say.version(&version.to_string())}</a>
                ", "
                {moment(words, at)}
                {last}
            </li>
        }
    };
    let lines: Vec<_> = opening.versions.iter().rev().map(line).collect();
    let list =
        view! { <section class="stack no-print"><h2>{say.versions}</h2><ul class="saved-list">{lines}</ul></section> };
    Some(list.into_any())
}
