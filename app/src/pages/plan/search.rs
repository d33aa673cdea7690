//! Finding one's way on a long Plan: by a word, by a lot. The form asks for the page again, with both in its address.

use super::reading::Reading;
use crate::api::{BoardOpening, LotCard};
use crate::components::Titles;
use crate::routes::Route;
use crate::text::{Words, plain};
use board::{CardId, LotId, Note, NoteId};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// How many cards on the table make a search worth its place.
const MANY: usize = 6;
/// The longest text that is searched for.
const LONGEST: &str = "80";

/// The cards on the table that this reading asks for; `None` when it asks for all.
pub fn found(opening: &BoardOpening, reading: &Reading) -> Option<BTreeSet<CardId>> {
    if reading.find.is_empty() && reading.lot.is_none() {
        return None;
    }
    let document = &opening.snapshot.document;
    let titles = Titles::of(&opening.faces);
    let wanted = plain(&reading.find);
    let says = |card: CardId| {
        let back = opening.faces.backs.iter().find(|back| back.card == card);
        let why = document.links.iter().filter(|(link, _)| link.cause == card).map(|(_, link)| link.because.as_str());
        let all = [titles.title(card), back.map(|back| back.fact.clone()).unwrap_or_default()];
        plain(&all.join(" ")).contains(&wanted) || why.into_iter().any(|why| plain(why).contains(&wanted))
    };
    let cards = document.cards.iter().filter(|(card, _)| document.on_table(**card).is_some());
    let cards = cards.filter(|(_, known)| reading.lot.is_none_or(|lot| known.lot == lot));
    Some(cards.map(|(&card, _)| card).filter(|card| says(*card)).collect())
}

/// The notes or the open questions that this reading asks for.
pub fn notes(opening: &BoardOpening, reading: &Reading, question: bool) -> Vec<(NoteId, Note)> {
    let wanted = plain(&reading.find);
    let notes = opening.snapshot.document.notes.iter();
    let these = notes.filter(|(_, note)| note.question == question && plain(&note.text).contains(&wanted));
    these.map(|(&id, note)| (id, note.clone())).collect()
}

/// The form, and what it found.
pub fn search(words: Words, opening: &BoardOpening, reading: &Reading) -> Option<AnyView> {
    let (say, find) = (words.plan(), words.search());
    let document = &opening.snapshot.document;
    let cards = document.cards.keys().filter(|card| document.on_table(**card).is_some()).count();
    let found = found(opening, reading).map(|found| found.len());
    if cards < MANY && found.is_none() {
        return None;
    }
    let plan = Route::Plan(opening.board).to_string();
    let told = found.map(|found| {
        let told = if found == 0 { find.found_nothing.to_owned() } else { find.found(found) };
        view! { <p role="status">{told}" "<a href=plan.clone()>{find.show_all}</a></p> }
    });
    let dealt = opening.lots.iter().filter(|lot| document.lots.contains_key(&lot.lot));
    let lots: Vec<_> = dealt.map(|lot| option(lot, reading.lot)).collect();
    let form = view! {
        <form class="plan-search no-print" method="get" action=plan role="search">
            <div class="field">
                <label for="plan-q">{find.label}</label>
                <input class="field-input" id="plan-q" name="q" type="search" value=reading.find.clone() maxlength=LONGEST dir="auto"/>
            </div>
            <div class="field">
                <label for="plan-lot">{find.lot}</label>
                <select class="field-input" id="plan-lot" name="lot">
                    <option value="">{find.all_lots}</option>
                    {lots}
                </select>
            </div>
            <button class="button-second">{say.search_button}</button>
        </form>
        {told}
    };
    Some(form.into_any())
}

fn option(lot: &LotCard, chosen: Option<LotId>) -> impl IntoView + use<> {
    let name = format!("{} {}", lot.lot, lot.title);
    view! { <option value=lot.lot.to_string() selected=chosen == Some(lot.lot)>{name}</option> }
}
