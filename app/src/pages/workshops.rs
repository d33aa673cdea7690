//! The organiser's workshops: those there are, each with its code and its tables, and a form for a new one.

use super::{Form, Sheet};
use crate::api::{DeckLine, DeckName, TableCard, Term, WorkshopCard, WorkshopsOpening};
use crate::components::{Field, Frame, Refusal};
use crate::routes::Route;
use crate::text::{Words, day, day_of, format, words};
use board::{WorkshopId, deck::Format};
use leptos::prelude::*;

/// The workshops of this server.
pub fn workshops(sheet: &Sheet, opening: &WorkshopsOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.workshops();
    let aside = view! {
        <a href=Route::Library.to_string()>{say.library}</a>
        <a href=Route::Decks.to_string()>{words.decks().link_to}</a>
        <a href=Route::Organisation.to_string()>{words.organisation().title}</a>
        <form method="post" action="/api/sign-out"><button class="button-quiet">{say.sign_out}</button></form>
    };
    let played = opening.workshops.iter().zip(&opening.played);
    let list: Vec<_> = played.map(|(workshop, deck)| one(words, opening, workshop, deck)).collect();
    let list = if list.is_empty() {
        view! { <p class="soft">{say.none}</p> }.into_any()
    } else {
        view! { <section class="stack"><h2>{say.all}</h2><ul class="shelf-list">{list}</ul></section> }.into_any()
    };
    let print = |format: Format| {
        let minutes = format.minutes();
        view! { <a href=Route::Cards(minutes).to_string()>{words.cards().format(&minutes.to_string())}</a> }
    };
    let page = view! {
        <div class="stack-wide">
            <h1>{say.title}</h1>
            <Refusal says=Form::of(sheet, "open").refusal_of_all()/>
            <div class="shelf-beside">{list} {create(sheet, words, &opening.decks)}</div>
            <p class="row"><span class="soft">{words.cards().print}</span>{Format::ALL.map(print).collect_view()}</p>
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

fn one(
    words: Words,
    opening: &WorkshopsOpening,
    workshop: &WorkshopCard,
    (slug, version): &DeckName,
) -> impl IntoView + use<> {
    let say = words.workshops();
    let door = if workshop.open { (say.door_open, say.close_door) } else { (say.door_closed, say.open_door) };
    let tables: Vec<_> =
        workshop.tables.iter().enumerate().map(|(at, table)| line(words, workshop.id, at + 1, table)).collect();
    view! {
        <li class="shelf-item stack">
            <div class="shelf-head">
                <h3>{workshop.title.clone()}</h3>
                <p class="shelf-code"><span class="unseen">{say.code}" "</span>{workshop.code.clone()}</p>
            </div>
            <form class="row soft small" method="post" action="/api/open">
                <span>{format(words, workshop.format)}", "{door.0.to_lowercase()}", "{words.decks().plays(slug, version)}</span>
                <input type="hidden" name="workshop" value=workshop.id.to_string()/>
                <input type="hidden" name="open" value=(!workshop.open).to_string()/>
                <button class="button-quiet">{door.1}</button>
            </form>
            <ul class="shelf-tables">{tables}</ul>
            {ways(words, workshop)}
            {opening.terms.iter().find(|term| term.workshop == workshop.id).map(|term| kept(words, &workshop.title, term))}
        </li>
    }
}

/// What belongs to a workshop, in the order of its life: what is prepared, who helps, what was said, what became of it.
fn ways(words: Words, workshop: &WorkshopCard) -> impl IntoView + use<> {
    let (say, title) = (words.workshops(), &workshop.title);
    let ways = [
        (Route::Script(workshop.id), words.script().title_of(title), say.script),
        (Route::OwnCards(workshop.id), words.own_cards().link_of(title), words.own_cards().link_to),
        (Route::Team(workshop.id), say.team_of(title), say.team),
        (Route::Returns(workshop.id), say.returns_of(title), words.returns().title),
        (Route::FollowUp(workshop.id), say.follow_up_of(title), words.follow_up().title),
    ];
    let way = |(to, named, name): (Route, String, &'static str)| {
        view! { <li><a href=to.to_string() aria-label=named>{name}</a></li> }
    };
    view! { <ul class="shelf-ways">{ways.map(way).collect_view()}</ul> }
}

/// Until when it is kept, with its names, and the way to erase it before.
fn kept(words: Words, title: &str, term: &Term) -> impl IntoView + use<> {
    let say = words.organisation();
    let until = |at| day(words, &day_of(at).to_string());
    let names = term.names.map(|names| format!("{} ", say.names_erased_on(&until(names))));
    view! {
        <p class="soft small">
            {names}{say.erased_on(&until(term.until))}" "
            <a href=Route::Erasure(term.workshop).to_string() aria-label=say.erase_now_of(title)>{say.erase_now}</a>
        </p>
    }
}

fn line(words: Words, workshop: WorkshopId, number: usize, table: &TableCard) -> impl IntoView + use<> {
    let say = words.workshops();
    let text = number.to_string();
    let people =
        if table.people == 0 { words.join().nobody.to_owned() } else { words.join().people(table.people.into()) };
    // There are at most twelve tables.
    let animate = Route::Facilitate(workshop, u8::try_from(number).unwrap_or(u8::MAX));
    view! {
        <li class="row">
            <span>{say.table(&text)}</span>
            <span class="soft small">{people}</span>
            <a href=animate.to_string() aria-label=say.facilitate_table(&text)>{say.facilitate}</a>
            <a href=Route::Projector(table.board).to_string() aria-label=say.project_table(&text)>{say.project}</a>
        </li>
    }
}

fn create(sheet: &Sheet, words: Words, decks: &[DeckLine]) -> impl IntoView + use<> {
    let say = words.workshops();
    let form = Form::of(sheet, "create");
    let chosen = form.typed("format").unwrap_or_else(|| "180".to_owned());
    let formats = Format::ALL.into_iter().rev().map(|each| {
        let minutes = each.minutes().to_string();
        view! { <option value=minutes.clone() selected=chosen == minutes>{format(words, each.minutes())}</option> }
    });
    let formats: Vec<_> = formats.collect();
    let tables = form.typed("tables").unwrap_or_else(|| "1".to_owned());
    view! {
        <form class="stack notice" method="post" action=form.action()>
            <h2>{say.prepare}</h2>
            <Refusal says=form.refusal_of_all()/>
            <Field form=form.clone() name="title" label=say.name hint=say.name_hint most=120/>
            <div class="field">
                <label for="create-format">{say.format}</label>
                <select class="field-input" id="create-format" name="format">{formats}</select>
            </div>
            {deck(words, decks, form.typed("deck"))}
            <div class="field">
                <label for="create-tables">{say.tables}</label>
                <p class="field-hint" id="create-tables-hint">{say.tables_hint}</p>
                <input
                    class="field-input field-number"
                    id="create-tables"
                    name="tables"
                    type="number"
                    min="1"
                    max="12"
                    required
                    value=tables
                    aria-describedby="create-tables-hint"
                />
                <Refusal says=form.refusal("tables")/>
            </div>
            <div class="field">
                <label class="choice">
                    <input
                        type="checkbox"
                        name="assigned"
                        value="true"
                        checked=form.typed("assigned").is_some()
                        aria-describedby="create-assigned-hint"
                    />
                    <span>{say.assigned}</span>
                </label>
                <p class="field-hint" id="create-assigned-hint">{say.assigned_hint}</p>
            </div>
            <button class="button">{say.create}</button>
        </form>
    }
}

/// Which deck, in which version; there is nothing to choose from one.
fn deck(words: Words, decks: &[DeckLine], typed: Option<String>) -> Option<AnyView> {
    let say = words.decks();
    let one = |deck: &DeckLine| {
        let value = format!("{} {}", deck.slug, deck.version);
        let selected = typed.as_ref() == Some(&value);
        view! { <option value=value selected=selected>{say.choice_of(&deck.title, &deck.version)}</option> }
    };
    let all: Vec<_> = decks.iter().map(one).collect();
    let choice = view! {
        <div class="field">
            <label for="create-deck">{say.choice}</label>
            <p class="field-hint" id="create-deck-hint">{say.choice_hint}</p>
            <select class="field-input" id="create-deck" name="deck" aria-describedby="create-deck-hint">{all}</select>
        </div>
    };
    match decks {
        [] => None,
        // Nothing to choose: the one deck that there is.
        [one] => {
            let value = [one.slug.as_str(), " ", &one.version].concat();
            Some(view! { <input type="hidden" name="deck" value=value/> }.into_any())
        }
        _ => Some(choice.into_any()),
    }
}
