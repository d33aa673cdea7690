//! What is written large below a picture: the link that is told, or the titles of the cards everybody is led to.

use super::light::Light;
use crate::live::LiveBoard;
use crate::text;
use board::{CardId, LinkId};
use leptos::prelude::*;

/// The link in the light, or the titles that are too small on the picture.
pub(super) fn caption(live: LiveBoard, light: Memo<Light>) -> impl IntoView {
    let link = Memo::new(move |_| light.with(|light| light.link));
    let titles = small_titles(live, light);
    let name = |title: String| view! { <li>{title}</li> };
    let names = move || {
        let titles = titles.get();
        let names = titles.into_iter().map(name).collect::<Vec<_>>();
        (!names.is_empty()).then(|| view! { <ul class="projector-caption projector-names">{names}</ul> })
    };
    move || match link.get() {
        Some(link) => sentence(live, link).into_any(),
        None => names.into_any(),
    }
}

/// The titles of the cards that everybody is led to, when one of them cannot be read on the picture.
fn small_titles(live: LiveBoard, light: Memo<Light>) -> Memo<Vec<String>> {
    Memo::new(move |_| {
        light.with(|light| {
            let titles: Vec<_> = light.framed.iter().map(|&card| live.title_of(card)).collect();
            if titles.iter().all(|title| light.reads(title)) { Vec::new() } else { titles }
        })
    })
}

/// The story of a board, as large as its length allows.
pub(super) fn story(live: LiveBoard) -> impl IntoView {
    let story = live.read(|document| document.story.trim().to_owned());
    move || {
        let story = story.get();
        let class = if story.chars().count() > 240 { "projector-story long" } else { "projector-story" };
        (!story.is_empty()).then(|| view! { <p class=class>{story}</p> })
    }
}

fn sentence(live: LiveBoard, id: LinkId) -> impl IntoView {
    let words = live.words();
    let link = live.link(id);
    move || {
        link.get().map(|link| {
            let because = link.because.trim().to_owned();
            let long = if because.chars().count() > 140 { "projector-because long" } else { "projector-because" };
            view! {
                <div class="projector-caption">
                    <p class="projector-sentence">
                        {title(live, id.cause)} " " <em>{text::kind(words, link.kind)}</em> " " {title(live, id.consequence)}
                    </p>
                    {(!because.is_empty()).then(|| view! { <p class=long>{words.projector().because(&because)}</p> })}
                </div>
            }
        })
    }
}

/// A card's title, as soon as it is known.
fn title(live: LiveBoard, card: CardId) -> impl IntoView {
    let front = live.front(card);
    move || front.with(|front| front.as_ref().map_or_else(|| card.to_string(), |front| front.title.clone()))
}
