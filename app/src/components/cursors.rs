//! Where the others point: small, named, and never in the way.

use super::label;
use super::live_part::{Whole, attr, said};
use super::picture::translate;
use crate::components::each::each;
use crate::live::LiveBoard;
use board::ActorId;
use leptos::prelude::*;

/// Everybody's pointer but one's own.
pub fn cursors(live: LiveBoard) -> AnyView {
    let presence = live.presence();
    let pointing = Memo::new(move |_| {
        let points = |presence: &std::collections::BTreeMap<ActorId, board::Presence>| {
            let others = presence.iter().filter(|(_, seen)| seen.at.is_some());
            others.map(|(&actor, _)| actor).filter(|&actor| actor != live.me().actor).collect::<Vec<_>>()
        };
        presence.with(points)
    });
    let cursor = move |actor: ActorId| {
        let at = move || presence.with(|presence| presence.get(&actor)?.at).map(translate).unwrap_or_default();
        view! {
            <g class="cursor" transform=attr(at)>
                <path d="M0 0 6 22 11 13 20 11z"></path>
                <text x="22" y="32" font-size="18">{said(move || label::name(live, actor))}</text>
            </g>
        }
        .whole()
    };
    view! {
        <g class="cursors" aria-hidden="true">
            {each(pointing, cursor)}
        </g>
    }
    .whole()
}
