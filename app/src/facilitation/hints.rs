//! Hints: for an essential link that a table has not found, three questions, from the most open to the most precise.
//! They never say the link. Nothing is sent before the person who facilitates taps it, and it is sent as it reads.

use super::coverage::with_memo;
use super::fold::fold;
use super::{Crew, covered};
use crate::api::Memo as Known;
use crate::live::LiveBoard;
use board::{CardId, LinkId, Op};
use leptos::prelude::*;

/// How many missing links are proposed at once.
const PROPOSED: usize = 4;

/// The essential links that this table has not found, each with its three questions.
pub fn hints(crew: Crew, live: LiveBoard) -> impl IntoView {
    let words = live.words().memo();
    let covered = covered(crew, live);
    let missing = Memo::new(move |_| covered.with(|covered| covered.whole.essential.missing.clone()));
    let one = move |link: LinkId| {
        let title = [title_of(crew, link.cause), title_of(crew, link.consequence)].join(" → ");
        let open = live.read(move |document| document.is_open(link.cause));
        let questions = move || {
            let levels = levels(crew, live, link, open.get());
            view! { <ol>{levels.into_iter().map(|level| question(live, level)).collect_view()}</ol> }.into_any()
        };
        view! { <li class="hint-link">{fold("hint-fold", title, questions)}</li> }
    };
    move || {
        let missing = missing.get();
        if missing.is_empty() {
            return view! { <p class="small soft">{words.nothing_missing}</p> }.into_any();
        }
        let rest = missing.len().saturating_sub(PROPOSED);
        view! {
            <ul class="hints">{missing.into_iter().take(PROPOSED).map(one).collect_view()}</ul>
            {(rest > 0).then(|| view! { <p class="small soft">{words.more_missing(rest)}</p> })}
        }
        .into_any()
    }
}

/// A question about some cards.
pub struct Level {
    /// Which.
    pub cards: Vec<CardId>,
    /// The question, as it is sent.
    pub text: String,
}

fn levels(crew: Crew, live: LiveBoard, link: LinkId, open: bool) -> Vec<Level> {
    let words = live.words().memo();
    let (cause, consequence) = (title_of(crew, link.cause), title_of(crew, link.consequence));
    let question = with_memo(crew, |memo| hint_of(memo, link.cause)).unwrap_or_default();
    let mut levels = vec![
        Level { cards: vec![link.cause], text: question },
        Level { cards: vec![link.cause, link.consequence], text: words.compare(&cause, &consequence) },
    ];
    if open {
        levels.push(Level { cards: vec![link.cause], text: words.read_back(&cause, &consequence) });
    }
    levels
}

fn hint_of(memo: &Known, card: CardId) -> String {
    memo.cards.get(&card).map(|card| card.hint.clone()).unwrap_or_default()
}

/// A question, and the button that sends it to the table.
pub fn question(live: LiveBoard, Level { cards, text }: Level) -> impl IntoView {
    let words = live.words().memo();
    let asked = text.clone();
    let sent = live.read(move |document| document.hints.iter().any(|hint| hint.text == asked));
    let (said, name) = (text.clone(), words.send_hint(&text));
    let send = move |_| live.act(Op::Hint { cards: cards.clone(), text: said.clone() });
    view! {
        <li>
            <p>{text}</p>
            <button type="button" class="small" aria-label=name on:click=send>
                {move || if sent.get() { words.send_again } else { words.send }}
            </button>
        </li>
    }
}

/// A card's title, dealt or not.
pub fn title_of(crew: Crew, card: CardId) -> String {
    with_memo(crew, |memo| memo.cards.get(&card).map(|card| card.title.clone()))
        .flatten()
        .unwrap_or_else(|| card.to_string())
}
