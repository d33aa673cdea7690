//! Many saved boards together: how often each link of the key was found, each misconception met, each action kept. A map
//! to see it at a glance, and the same in tables. Only from some workshops on, and never by person.

mod map;

use super::Sheet;
use super::library::address;
use crate::api::OverviewOpening;
use crate::components::Frame;
use crate::routes::{Flavour, Route};
use crate::text::{Words, words};
use board::{FEWEST_WORKSHOPS, LinkId, Often, Tally};
use leptos::prelude::*;

/// The page.
pub fn overview(sheet: &Sheet, opening: &OverviewOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.overview();
    let aside = view! { <a href=address(&opening.wish)>{words.saved().back}</a> };
    let told = match &opening.tally {
        Some(tally) => found(words, opening, tally),
        None => {
            let few = say.too_few(opening.workshops);
            view! { <p>{few}" "{say.needed(&FEWEST_WORKSHOPS.to_string())}</p> }.into_any()
        }
    };
    let page = view! {
        <article class="stack-wide">
            <header class="stack">
                <h1>{say.title}</h1>
                <p class="soft">{say.hint}</p>
            </header>
            {told}
        </article>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

fn found(words: Words, opening: &OverviewOpening, tally: &Tally) -> AnyView {
    let say = words.overview();
    let line = |(link, often): (LinkId, Often)| (pair(opening, link), often);
    let essential = opening.essential().into_iter().map(line).collect();
    let belief = |(&link, &often): (&LinkId, &Often)| {
        (opening.beliefs.get(&link).cloned().unwrap_or_else(|| pair(opening, link)), often)
    };
    let mut beliefs: Vec<_> = tally.misconceptions.iter().map(belief).filter(|(_, often)| often.times > 0).collect();
    beliefs.sort_by_key(|(_, often)| std::cmp::Reverse(often.percent()));
    let (decided, stops) = tally.decided;
    view! {
        <p role="status">{say.boards(tally.boards)}", "{say.workshops(opening.workshops)}"."</p>
        <section class="stack">
            <h2>{say.map}</h2>
            // It keeps its size and is pushed about on a phone, by keys too.
            <div class="shelf-picture overview-pane" role="region" aria-label=say.map tabindex="0">
                {map::map(words, opening, tally)}
            </div>
            <p class="small soft">{say.map_legend}</p>
            <p class="no-print">{tables(words, opening)}</p>
        </section>
        {table(words, say.essential, say.link_column, say.nothing_expected, essential)}
        {table(words, say.beliefs, say.belief_column, say.no_belief, beliefs)}
        <section class="stack">
            <h2>{say.actions}</h2>
            {if decided == 0 {
                view! { <p class="soft">{say.nothing_decided}</p> }.into_any()
            } else {
                view! { <p>{say.decided(decided)}" "{say.renounced(stops)}</p> }.into_any()
            }}
            {kept(words, opening, tally)}
        </section>
    }
    .into_any()
}

fn pair(opening: &OverviewOpening, LinkId { cause, consequence }: LinkId) -> String {
    [opening.title(cause), opening.title(consequence)].join(" → ")
}

/// The same as files.
fn tables(words: Words, opening: &OverviewOpening) -> AnyView {
    let say = words.overview();
    let query = address(&opening.wish).split_once('?').map(|(_, query)| ["?", query].concat()).unwrap_or_default();
    let at = |flavour| [Route::Overview(Some(flavour)).to_string(), query.clone()].concat();
    view! {
        <a href=at(Flavour::Spreadsheet)>{say.spreadsheet}</a>
        ", "
        <a href=at(Flavour::OpenData)>{say.open_data}</a>
    }
    .into_any()
}

/// How often each of these happened.
fn table(
    words: Words,
    title: &'static str,
    what: &'static str,
    nothing: &'static str,
    lines: Vec<(String, Often)>,
) -> AnyView {
    let say = words.overview();
    if lines.is_empty() {
        return view! { <section class="stack"><h2>{title}</h2><p class="soft">{nothing}</p></section> }.into_any();
    }
    let row = |(what, often): (String, Often)| {
        let share = say.share(&often.of.to_string(), &often.percent().to_string(), &often.times.to_string());
        view! { <tr><th scope="row">{what}</th><td>{share}</td></tr> }
    };
    view! {
        <section class="stack">
            <h2>{title}</h2>
            <table class="overview-table">
                <thead><tr><th scope="col">{what}</th><th scope="col">{say.boards_with}</th></tr></thead>
                <tbody>{lines.into_iter().map(row).collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// The action cards, those that most boards kept first.
fn kept(words: Words, opening: &OverviewOpening, tally: &Tally) -> AnyView {
    let mut kept: Vec<_> = tally.kept.iter().collect();
    kept.sort_by_key(|(card, times)| (std::cmp::Reverse(**times), **card));
    let line = |(&card, &times): (&board::CardId, &usize)| {
        view! { <li>{words.overview().kept(&opening.title(card), times)}</li> }
    };
    view! { <ul>{kept.into_iter().map(line).collect_view()}</ul> }.into_any()
}
