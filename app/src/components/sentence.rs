//! The sentence that links: *(carte) entraîne (carte) parce que …*. One component for thumbs, keys and screen readers:
//! its gaps are filled by touching cards or by choosing from a list; nothing is drawn until the button is pressed.

use super::desk::{Chosen, Desk, Gap, Sentence, attempt};
use super::label;
use super::live_part::{Whole, attr, flag, part, pressed};
use super::opinion::turn;
use super::picker::picker;
use crate::live::LiveBoard;
use crate::text;
use board::{Act, CardId, LinkId, LinkKind, MAX_TEXT, Op, Phase, Role};
use leptos::{ev, prelude::*};

/// Why nothing can be linked in this phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shut {
    NotYet,
    NoMore,
}

/// The bar.
pub fn sentence(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words().sentence();
    let asks = live.me().role == Role::Facilitator;
    let shut = live.read(move |document| match document.phase {
        phase if asks || phase.allows(Act::Link) => None,
        Phase::Welcome | Phase::Cards => Some(Shut::NotYet),
        _ => Some(Shut::NoMore),
    });
    let cards = live.read(|document| {
        document.cards.keys().copied().filter(|&card| document.on_table(card).is_some()).collect::<Vec<_>>()
    });
    let enough = Memo::new(move |_| cards.with(Vec::len) > 1);
    let inside = move || match (shut.get(), enough.get()) {
        (Some(Shut::NotYet), _) => view! { <p class="soft">{words.not_yet}</p> }.whole(),
        (Some(Shut::NoMore), _) => view! { <p class="soft">{words.no_more}</p> }.whole(),
        (None, false) => view! { <p class="soft">{words.too_few}</p> }.whole(),
        (None, true) => form(live, desk, cards).into_any(),
    };
    view! {
        <section class="sentence" aria-label=words.title>
            <h2>{words.title}</h2>
            {part(inside)}
        </section>
    }
    .whole()
}

fn form(live: LiveBoard, desk: Desk, cards: Memo<Vec<CardId>>) -> AnyView {
    let words = live.words().sentence();
    let sentence = desk.sentence;
    let known = live.read(move |document| {
        let ends = sentence.ends()?;
        [ends, ends.reversed()].into_iter().find(|link| document.links.contains_key(link))
    });
    let draw = move |event: ev::SubmitEvent| {
        event.prevent_default();
        submit(live, sentence);
    };
    let held = live.read(move |document| document.paused && live.me().role == Role::Participant);
    let apart = |link: LinkId| link.cause != link.consequence;
    let ready = move || sentence.ends().is_some_and(apart) && known.get().is_none() && !held.get();
    view! {
        <form on:submit=draw>
            {gap(live, desk, cards, Gap::Cause)}
            {verbs(live, sentence.kind)}
            {gap(live, desk, cards, Gap::Consequence)}
            <label class="sentence-because">
                <span>{words.because}</span>
                <input
                    type="text"
                    autocomplete="off"
                    maxlength=MAX_TEXT
                    prop:value=sentence.because
                    on:input=move |event| sentence.because.set(event_target_value(&event))
                />
            </label>
            <button type="submit" class="primary" disabled=flag(move || !ready())>{words.link}</button>
            {part(move || guidance(live, desk, known.get()))}
        </form>
    }
    .whole()
}

fn gap(live: LiveBoard, desk: Desk, cards: Memo<Vec<CardId>>, gap: Gap) -> AnyView {
    let words = live.words().sentence();
    let sentence = desk.sentence;
    let (label, filled) = match gap {
        Gap::Cause => (words.cause, sentence.cause),
        Gap::Consequence => (words.consequence, sentence.consequence),
    };
    let picked = move || desk.recognise(live);
    view! {
        <label
            class=attr(move || label::classes("sentence-gap", &[(sentence.gap.get() == gap, "waits")]))
            on:focusin=move |_| sentence.gap.set(gap)
        >
            <span>{label}</span>
            {picker(live, cards, words.choose, filled, picked)}
        </label>
    }
    .whole()
}

/// The three verbs, one of them on.
pub fn verbs(live: LiveBoard, kind: RwSignal<LinkKind>) -> AnyView {
    let verb = move |one: LinkKind| {
        let on = move || kind.get() == one;
        view! {
            <button
                type="button"
                class=["verb ", label::kind_class(one)].concat()
                aria-pressed=pressed(on)
                on:click=move |_| kind.set(one)
            >
                <svg viewBox="0 0 40 12" width="40" height="12" aria-hidden="true">
                    <path class="shaft" d="M1 6H30"></path>
                    <path
                        class=if crate::scene::head(one).filled { "head filled" } else { "head" }
                        d=crate::scene::head(one).path
                        transform="translate(39 6)scale(.5)"
                    ></path>
                </svg>
                {text::kind(live.words(), one)}
            </button>
        }
        .whole()
    };
    view! {
        <div class="verbs" role="group" aria-label=live.words().sentence().kind>
            {LinkKind::ALL.map(verb).into_iter().collect_view()}
        </div>
    }
    .whole()
}

/// What to touch next, or why this sentence cannot become a link.
fn guidance(live: LiveBoard, desk: Desk, known: Option<LinkId>) -> AnyView {
    let words = live.words();
    let sentence = desk.sentence;
    let Some(link) = known else {
        let next = match (sentence.cause.get(), sentence.consequence.get()) {
            (None, _) => words.sentence().wait_cause,
            (_, None) => words.sentence().wait_consequence,
            (Some(cause), Some(consequence)) if cause == consequence => words.sentence().same_card,
            _ => words.sentence().ready,
        };
        return view! { <p class="soft small sentence-next" aria-live="polite">{next}</p> }.whole();
    };
    let same = sentence.ends() == Some(link);
    let kind = live.glance(|document| document.links.get(&link).map(|link| link.kind).unwrap_or_default());
    let says = if same {
        words.sentence().known.to_owned()
    } else {
        words.status().reverse(&label::sentence(live, link, kind))
    };
    view! {
        <p class="sentence-next" aria-live="polite">{says}</p>
        <button type="button" on:click=move |_| desk.chosen.set(Chosen::Link(link))>{words.status().see_link}</button>
        {(!same).then(|| view! {
            <button type="button" on:click=move |_| turn(live, desk, link)>{words.opinion().reverse}</button>
        }.whole())}
    }
    .whole()
}

/// Draws the link. The consequence is the next subject: the last card touched goes on.
fn submit(live: LiveBoard, sentence: Sentence) {
    let (cause, consequence) = (sentence.cause.get_untracked(), sentence.consequence.get_untracked());
    let Some((cause, consequence)) = cause.zip(consequence) else { return };
    let because = sentence.because.get_untracked().trim().to_owned();
    let link = LinkId { cause, consequence };
    if attempt(live, Op::Link { link, kind: sentence.kind.get_untracked(), because }) {
        sentence.cause.set(Some(consequence));
        sentence.consequence.set(None);
        sentence.kind.set(LinkKind::default());
        sentence.because.set(String::new());
        sentence.gap.set(Gap::Consequence);
    }
}
