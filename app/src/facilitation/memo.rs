//! The memo: what the deck knows about a card, and what the table has of it. Nobody else sees it.

use super::coverage::with_memo;
use super::fold::fold;
use super::hints::{hints, title_of};
use super::loops::loops;
use super::{Crew, covered};
use crate::live::LiveBoard;
use crate::text::{self, Words};
use board::key::{Coverage, Level, Misconception};
use board::{CardId, LinkId};
use leptos::prelude::*;

/// The memo of a table: coverage by lot, misconceptions met, links to ask about, and any card.
pub fn memo(crew: Crew, live: LiveBoard) -> impl IntoView {
    let words = live.words();
    let covered = covered(crew, live);
    let by_lot = move || {
        covered
            .get()
            .lots
            .into_iter()
            .map(|(lot, found, expected)| {
                view! { <li>{words.memo().lot(&expected.to_string(), &found.to_string(), &lot.to_string())}</li> }
            })
            .collect_view()
    };
    let traps = move || {
        let traps = covered.with(|covered| covered.whole.traps.clone());
        traps.into_iter().map(|link| trap(crew, words, link)).collect_view()
    };
    view! {
        <section class="memo">
            <h2>{words.memo().title}</h2>
            <p class="memo-whole">{move || covered.with(|covered| whole(words, &covered.whole))}</p>
            <ul class="memo-lots small">{by_lot}</ul>
            <ul class="memo-traps">{traps}</ul>
            <h3>{words.memo().ask}</h3>
            {hints(crew, live)}
            <h3>{words.paths().loops}</h3>
            {loops(crew, live)}
            {any_card(crew, live)}
        </section>
    }
}

/// What a table has found, in one line.
pub fn whole(words: Words, coverage: &Coverage) -> String {
    let Coverage { essential, accepted, traps, originals } = coverage;
    let mut said = vec![words.memo().essential(&essential.expected().to_string(), &essential.found.len().to_string())];
    said.push(words.memo().accepted(accepted.found.len()));
    if !traps.is_empty() {
        said.push(words.memo().traps(traps.len()));
    }
    said.push(words.memo().originals(originals.len()));
    said.join(", ")
}

fn trap(crew: Crew, words: Words, link: LinkId) -> impl IntoView {
    let title = [title_of(crew, link.cause), title_of(crew, link.consequence)].join(" → ");
    let known = with_memo(crew, |memo| memo.key.misconceptions.get(&link).cloned()).flatten();
    known.map(|known| {
        let Misconception { belief, reason, path, nature } = known;
        let path: Vec<_> = path.into_iter().map(|card| title_of(crew, card)).collect();
        view! {
            <li class="memo-trap">
                <p><strong>{title}</strong> " " <span class="small">{text::nature(words, nature)}</span></p>
                <p class="small">{belief}</p>
                <p class="small">{reason}</p>
                <p class="small">{words.memo().path(&path.join(" → "))}</p>
            </li>
        }
    })
}

/// A list of the cards, and what the memo says of the one chosen.
fn any_card(crew: Crew, live: LiveBoard) -> impl IntoView {
    let words = live.words().memo();
    let card = RwSignal::new(None::<CardId>);
    let cards =
        with_memo(crew, |memo| memo.cards.iter().map(|(&id, card)| (id, card.title.clone())).collect::<Vec<_>>());
    let mut cards = cards.unwrap_or_default();
    cards.sort_by(|(_, a), (_, b)| a.cmp(b));
    let option = |(id, title): (CardId, String)| view! { <option value=id.0>{title}</option> };
    let choose = move |event| card.set(event_target_value(&event).parse().ok());
    let list = move || {
        card.set(None);
        view! {
            <label class="memo-choose">
                <span class="unseen">{words.card}</span>
                <select on:change=choose>
                    <option value="">{words.choose}</option>
                    {cards.clone().into_iter().map(option).collect_view()}
                </select>
            </label>
            {move || card.get().map(|card| card_memo(crew, live, card))}
        }
        .into_any()
    };
    fold("memo-any", words.card, list)
}

/// What the deck knows about one card, with what this table has drawn of it.
pub fn card_memo(crew: Crew, live: LiveBoard, card: CardId) -> impl IntoView {
    let words = live.words();
    let known = with_memo(crew, |memo| memo.cards.get(&card).cloned()).flatten();
    let links = |from: bool| {
        with_memo(crew, |memo| {
            let here = |link: &LinkId| if from { link.consequence == card } else { link.cause == card };
            let expected = memo.key.expected.iter().filter(|(link, _)| here(link));
            let mut links: Vec<_> =
                expected.map(|(&link, expected)| (expected.level, link, expected.clone())).collect();
            links.sort_by_key(|(level, link, _)| (*level, *link));
            links
        })
        .unwrap_or_default()
    };
    let line = move |from: bool| {
        move |(level, link, expected): (Level, LinkId, board::key::Expected)| {
            let other = if from { link.cause } else { link.consequence };
            let drawn = live.read(move |document| document.links.contains_key(&link));
            let level = if level == Level::Essential { words.memo().is_essential } else { words.memo().is_accepted };
            view! {
                <li class=move || if drawn.get() { "memo-link drawn" } else { "memo-link" }>
                    <strong>{title_of(crew, other)}</strong>
                    " "
                    <span class="small">{level} {move || drawn.get().then(|| [", ", words.memo().found].concat())}</span>
                    <p class="small">{text::kind(words, expected.kind)} {words.marks().colon} {expected.why}</p>
                </li>
            }
        }
    };
    let traps = with_memo(crew, |memo| {
        let at = |link: &&LinkId| link.cause == card || link.consequence == card;
        memo.key.misconceptions.keys().filter(at).copied().collect::<Vec<_>>()
    });
    known.map(|known| {
        let (causes, consequences) = (links(true), links(false));
        view! {
            <article class="memo-card">
                <h3>{known.title}</h3>
                <p>{known.hint}</p>
                {(!known.note.is_empty()).then(|| view! { <p class="small soft">{known.note}</p> })}
                <h4>{words.memo().causes}</h4>
                <ul>{causes.into_iter().map(line(true)).collect_view()}</ul>
                <h4>{words.memo().consequences}</h4>
                <ul>{consequences.into_iter().map(line(false)).collect_view()}</ul>
                {traps.filter(|traps| !traps.is_empty()).map(|traps| view! {
                    <h4>{words.memo().misconceptions}</h4>
                    <ul>{traps.into_iter().map(|link| trap(crew, words, link)).collect_view()}</ul>
                })}
            </article>
        }
    })
}
