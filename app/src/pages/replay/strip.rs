//! The strip: the board at the end of each chapter, small, in order. Every picture shows the same part of the table, so
//! that one sees it grow. It is what is printed.

use super::chapter_name::chapter_name;
use super::scene::extent;
use crate::api::ReplayOpening;
use crate::components::picture::{summary, thumbnail};
use crate::text::{Words, datetime, hours};
use board::{Replay, chapters};
use leptos::prelude::*;

/// The strip of this log.
pub fn strip(words: Words, opening: &ReplayOpening, mut replay: Replay) -> AnyView {
    let chapters = chapters(replay.entries());
    let say = words.replay();
    if chapters.is_empty() {
        return view! { <p class="replay-strip">{say.empty}</p> }.into_any();
    }
    let view_box = extent(replay.entries()).to_string();
    let begins = replay.entries().first().map(|first| first.at).unwrap_or_default();
    let picture = |(chapter, number): (&board::Chapter, usize)| {
        replay.seek(chapter.ends);
        let document = replay.document();
        let since = hours(chapter.at.0.saturating_sub(begins.0));
        view! {
            <li class="strip-chapter">
                <h3 class="strip-name">{say.chapter(&chapter_name(words, opening, chapter), &number.to_string())}</h3>
                <p class="small soft"><time datetime=datetime(chapter.at)>{since}</time>". "{summary(words, document)}</p>
                <svg class="picture strip-picture" viewBox=view_box.clone() role="img" aria-label=summary(words, document)>
                    {thumbnail(document)}
                </svg>
            </li>
        }
    };
    let pictures: Vec<_> = chapters.iter().zip(1..).map(picture).collect();
    view! {
        <section class="replay-strip stack">
            <h2>{say.strip}</h2>
            <ol class="strip">{pictures}</ol>
        </section>
    }
    .into_any()
}
