//! What the board has of the deck's key, and how it came to it: advice for those who organise and facilitate, and no
//! mark. A strip to look at, and the same in words and lists.

use super::section::{cards, link, links, nothing, section};
use crate::api::RetrospectOpening;
use crate::components::Titles;
use crate::text::{Words, nature};
use board::LinkId;
use leptos::prelude::*;

/// The essential links, the misconceptions that were met, and the cards that hang together with nothing.
pub fn coverage(words: Words, opening: &RetrospectOpening, titles: &Titles) -> AnyView {
    let (say, found) = (words.saved(), &opening.findings);
    let counts = [found.alone.len(), found.hinted.len(), found.missing.len()];
    let expected: usize = counts.iter().sum();
    let essential = if expected == 0 {
        nothing(say.nothing_expected)
    } else {
        view! {
            {strip(counts)}
            {links(say.alone(counts[0]), say.none_such, titles, &found.alone)}
            {links(say.hinted(counts[1]), say.none_such, titles, &found.hinted)}
            {links(say.missing(counts[2]), say.none_missing, titles, &found.missing)}
        }
        .into_any()
    };
    let (accepted, originals) = found.others;
    let others = [words.memo().accepted(accepted), words.memo().originals(originals)].join(", ");
    let loose = |title: &'static str, none: &'static str, these: &[board::CardId]| {
        let told =
            if these.is_empty() { nothing(none) } else { view! { <p>{cards(words, titles, these)}</p> }.into_any() };
        view! { <h3>{title}</h3>{told} }
    };
    section(
        say.coverage,
        view! {
            <p class="soft small">{say.coverage_hint}</p>
            {essential}
            <p>{say.and_others(&others)}</p>
            {misconceptions(words, opening, titles)}
            {loose(say.unlinked, say.none_unlinked, &found.unlinked)}
            {(!found.unplaced.is_empty()).then(|| loose(say.unplaced, say.none_such, &found.unplaced))}
        },
    )
}

/// Found alone, found after a question, not found: three lengths beside each other. The words below say the same.
pub fn strip(counts: [usize; 3]) -> impl IntoView {
    let classes = ["strip-alone", "strip-hinted", "strip-missing"];
    let mut from = 0;
    let parts = classes.into_iter().zip(counts).map(|(class, count)| {
        let x = from;
        from += count;
        view! { <rect class=class x=x.to_string() y="0" width=count.to_string() height="1"></rect> }
    });
    let parts: Vec<_> = parts.collect();
    let whole: usize = counts.iter().sum();
    view! {
        <svg class="strip" viewBox=format!("0 0 {whole} 1") preserveAspectRatio="none" aria-hidden="true">{parts}</svg>
    }
}

fn misconceptions(words: Words, opening: &RetrospectOpening, titles: &Titles) -> AnyView {
    let say = words.saved();
    let one = |&(id, stays): &(LinkId, bool)| {
        let known = opening.misconceptions.get(&id)?;
        let after = if stays { say.stays } else { say.put_right };
        let path: Vec<_> = known.path.iter().map(|&card| titles.title(card)).collect();
        Some(view! {
            <li>
                <p>
                    <strong>{link(titles, id)}</strong>
                    " "
                    <span class="soft small">{nature(words, known.nature)}</span>
                    " "
                    <span class="tag">{after}</span>
                </p>
                <p class="small">{known.belief.clone()}</p>
                <p class="small">{known.reason.clone()}</p>
                <p class="small">{words.memo().path(&path.join(" → "))}</p>
            </li>
        })
    };
    let met: Vec<_> = opening.findings.misconceptions.iter().filter_map(one).collect();
    let list =
        if met.is_empty() { nothing(say.none_met) } else { view! { <ul class="saved-list">{met}</ul> }.into_any() };
    view! { <h3>{say.met}</h3>{list} }.into_any()
}
