//! Two to twelve saved boards, side by side: which links several drew, which one alone, and which none. All of it is said
//! in lists; the picture shows it at a glance, and tells the boards apart by number, not by colour alone.

mod drawing;

use super::Sheet;
use crate::api::{COMPARED, ComparedBoard, ComparisonOpening};
use crate::components::Frame;
use crate::components::picture::verb;
use crate::routes::Route;
use crate::text::{Words, datetime, moment, words};
use board::{Drawn, LinkId};
use leptos::prelude::*;

/// The page.
pub fn compare(sheet: &Sheet, opening: &ComparisonOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.compare();
    let aside = view! { <a href=Route::Library.to_string()>{words.saved().back}</a> };
    let some = opening.boards.len() > 1;
    let page = view! {
        <article class="stack-wide">
            <h1>{say.title}</h1>
            {left_out(words, opening)}
            {some.then(|| found(words, opening))}
            {choose(words, opening, some)}
        </article>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// Boards that cannot be compared with the first one.
fn left_out(words: Words, opening: &ComparisonOpening) -> Option<impl IntoView + use<>> {
    let names: Vec<_> = opening.left_out.iter().map(|board| board.name.clone()).collect();
    (!names.is_empty()).then(|| view! { <p class="notice">{words.decks().left_out(&names.join(", "))}</p> })
}

/// What they have in common, and apart.
fn found(words: Words, opening: &ComparisonOpening) -> AnyView {
    let say = words.compare();
    let line = |link| say.drawn_by(&who(opening, link), &sentence(words, opening, link));
    let shared: Vec<_> = opening.comparison.shared().into_iter().map(line).collect();
    let one = |(number, board): (usize, &ComparedBoard)| {
        let alone = opening.comparison.alone(number);
        let links = alone.iter().map(|&link| view! { <li>{sentence(words, opening, link)}</li> }).collect_view();
        view! {
            <section class="stack">
                <h2>{mark(number)}" "{board.name.clone()}</h2>
                <p class="soft">{place(words, board)}</p>
                <p>{if alone.is_empty() { say.nothing_alone.to_owned() } else { say.alone(alone.len()) }}</p>
                <ul>{links}</ul>
            </section>
        }
    };
    let missed: Vec<_> = opening.missed.iter().map(|&link| ends(words, opening, link)).collect();
    let beliefs: Vec<_> =
        opening.beliefs.iter().map(|(link, belief)| say.belief(belief, &who(opening, *link))).collect();
    view! {
        <section class="stack">
            <h2>{say.picture}</h2>
            <div class="shelf-picture">{drawing::drawing(words, opening)}</div>
            <p class="small soft">{say.legend}</p>
        </section>
        {list(say.shared, say.nothing_shared, shared)}
        {list(say.missed, say.nothing_missed, missed)}
        {list(say.beliefs, say.nothing_believed, beliefs)}
        <div class="compare-boards">{opening.boards.iter().enumerate().map(one).collect_view()}</div>
    }
    .into_any()
}

fn list(title: &'static str, nothing: &'static str, lines: Vec<String>) -> AnyView {
    let none = lines.is_empty().then(|| view! { <p class="soft">{nothing}</p> });
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <section class="stack"><h2>{title}</h2>{none}<ul>{lines}</ul></section> }.into_any()
}

/// A board's number, as the picture has it.
fn mark(number: usize) -> AnyView {
    view! { <span class=["compare-number ", drawing::colour(number)].concat()>{(number + 1).to_string()}</span> }
        .into_any()
}

/// Which boards drew a link: "1, 3".
fn who(opening: &ComparisonOpening, link: LinkId) -> String {
    let drawn = opening.comparison.links.get(&link).map(Vec::as_slice).unwrap_or_default();
    drawn.iter().map(|Drawn { board, .. }| (board + 1).to_string()).collect::<Vec<_>>().join(", ")
}

/// A link as a sentence, with the verbs that its boards gave it.
fn sentence(words: Words, opening: &ComparisonOpening, link: LinkId) -> String {
    let drawn = opening.comparison.links.get(&link).map(Vec::as_slice).unwrap_or_default();
    let mut kinds: Vec<_> = drawn.iter().map(|drawn| drawn.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let verbs: Vec<_> = kinds.into_iter().map(|kind| verb(words, kind)).collect();
    [title(words, opening, link.cause), verbs.join(" / "), title(words, opening, link.consequence)].join(" ")
}

fn ends(words: Words, opening: &ComparisonOpening, link: LinkId) -> String {
    [title(words, opening, link.cause), title(words, opening, link.consequence)].join(" → ")
}

fn title(words: Words, opening: &ComparisonOpening, card: board::CardId) -> String {
    let front = opening.fronts.iter().find(|front| front.card == card);
    front.map_or_else(|| words.picture().unread(&card.to_string()), |front| front.title.clone())
}

fn place(words: Words, board: &ComparedBoard) -> AnyView {
    let place = words.library().place(&board.table.to_string(), &board.workshop);
    view! { {place}", "<time datetime=datetime(board.at)>{moment(words, board.at)}</time> }.into_any()
}

/// The boards to choose from.
fn choose(words: Words, opening: &ComparisonOpening, some: bool) -> AnyView {
    let say = words.compare();
    if opening.choice.is_empty() {
        return view! { <p>{words.library().none}</p> }.into_any();
    }
    let one = |board: &ComparedBoard| {
        let chosen = opening.boards.iter().any(|known| known.mark == board.mark);
        view! {
            <li>
                <label class="compare-choice">
                    <input type="checkbox" name=COMPARED value=board.mark.to_string() checked=chosen/>
                    <span>{board.name.clone()}" "<span class="soft small">{place(words, board)}</span></span>
                </label>
            </li>
        }
    };
    view! {
        <form method="get" action=Route::Compare.to_string() class="stack no-print">
            <fieldset class="compare-choices">
                <legend>{if some { say.others } else { say.choose }}</legend>
                <ul>{opening.choice.iter().map(one).collect_view()}</ul>
            </fieldset>
            <p><button class="button">{say.compare}</button></p>
        </form>
    }
    .into_any()
}
