//! The heat map: a row for each cause, a column for each consequence, and in each place where the key has a link, how often
//! it was found. The number says what the shade says.

use crate::api::OverviewOpening;
use crate::text::Words;
use board::key::Level;
use board::{CardId, LinkId, Often, Tally};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The side of a place.
const SIDE: usize = 30;
/// The room for a cause's title.
const TITLES: usize = 300;
/// The room for the numbers of the consequences.
const HEAD: usize = 34;
/// How many shades there are.
const SHADES: usize = 5;

/// The map.
pub fn map(words: Words, opening: &OverviewOpening, tally: &Tally) -> AnyView {
    let ends = |end: fn(&LinkId) -> CardId| tally.links.keys().map(end).collect::<BTreeSet<_>>();
    let (causes, consequences) = (ends(|link| link.cause), ends(|link| link.consequence));
    let (width, height) = (TITLES + consequences.len() * SIDE, HEAD + causes.len() * SIDE);
    let across = |card: &CardId| TITLES + consequences.range(..card).count() * SIDE;
    let down = |card: &CardId| HEAD + causes.range(..card).count() * SIDE;
    let cause = |card: &CardId| {
        let title = [card.to_string(), " ".to_owned(), opening.title(*card)].concat();
        view! { <text class="overview-name" x=TITLES - 8 y=down(card) + 20 text-anchor="end">{title}</text> }
    };
    let consequence = |card: &CardId| {
        view! { <text class="overview-name" x=across(card) + SIDE / 2 y="22" text-anchor="middle">{card.to_string()}</text> }
    };
    let place = |(link, &(level, often)): (&LinkId, &(Level, Often))| {
        let class = ["overview-place shade-", &shade(often).to_string(), essential(level)].concat();
        let (x, y) = (across(&link.consequence), down(&link.cause));
        view! {
            <g class=class>
                <rect x=x + 1 y=y + 1 width=SIDE - 2 height=SIDE - 2></rect>
                <text x=x + SIDE / 2 y=y + 20 text-anchor="middle">{often.percent()}</text>
            </g>
        }
    };
    view! {
        <svg class="overview-map" viewBox=format!("0 0 {width} {height}") role="img" aria-label=words.overview().map_name(tally.links.len())>
            {causes.iter().map(cause).collect_view()}
            {consequences.iter().map(consequence).collect_view()}
            {tally.links.iter().map(place).collect_view()}
        </svg>
    }
    .into_any()
}

/// The shade of a place, from 0 (never found) on.
fn shade(often: Often) -> usize {
    (often.percent() * SHADES).div_ceil(100)
}

fn essential(level: Level) -> &'static str {
    if level == Level::Essential { " essential" } else { "" }
}
