//! The decks of this server: every version side by side, each with what can be done with it, and a form that takes in
//! another one.

use super::{Form, Sheet};
use crate::api::{BadArchive, DeckLine, DecksOpening, NotTaken};
use crate::components::{Frame, Refusal};
use crate::routes::Route;
use crate::text::{Words, moment, words};
use leptos::prelude::*;

/// The list, the form, and why the last archive was refused.
pub fn decks(sheet: &Sheet, opening: &DecksOpening, refused: Option<&NotTaken>) -> AnyView {
    let words = words(sheet.lang);
    let say = words.decks();
    let aside = view! { <a href=Route::Workshops.to_string()>{words.workshops().title}</a> };
    let decks: Vec<_> =
        opening.decks.chunk_by(|one, next| one.slug == next.slug).map(|deck| one(words, deck)).collect();
    let page = view! {
        <div class="stack-wide">
            <div class="stack"><h1>{say.title}</h1><p>{say.lead}</p></div>
            <Refusal says=Form::of(sheet, "retire-deck").refusal_of_all()/>
            <div class="shelf-beside"><div class="stack-wide">{decks}</div> {form(words, refused)}</div>
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// Where a version is in the list.
#[must_use]
pub fn deck_place(slug: &str, version: &str) -> String {
    format!("jeu-{slug}-{}", version.replace('.', "-"))
}

/// A deck, its versions from the newest to the oldest.
fn one(words: Words, deck: &[DeckLine]) -> AnyView {
    let title = deck.first().map(|newest| newest.title.clone()).unwrap_or_default();
    let versions: Vec<_> = deck.iter().map(|version| line(words, version)).collect();
    let flagged = deck.first().filter(|newest| newest.flags > 0).map(|newest| {
        let said = words.decks().flags(newest.flags);
        view! { <p><a href=Route::Flags(newest.slug.clone()).to_string()>{said}</a></p> }
    });
    view! { <section class="stack"><h2>{title}</h2>{flagged}<ul class="shelf-list">{versions}</ul></section> }
        .into_any()
}

fn line(words: Words, deck: &DeckLine) -> impl IntoView + use<> {
    let say = words.decks();
    let name = say.name(&deck.slug, &deck.version);
    let (topics, actions) = deck.cards;
    let facts = say.facts(&actions.to_string(), &topics.to_string());
    let came = say.came(&deck.digest, &moment(words, deck.kept));
    let wrote = say.wrote(&deck.authors.join(", "), &deck.date, &deck.licence);
    let words_stay = deck.keeps_its_words().then(|| view! { <p class="small">{say.words_stay}</p> });
    let print = |&minutes: &u16| {
        let cards = Route::DeckCards((deck.slug.clone(), deck.version.clone()), minutes);
        view! { <a href=cards.to_string() aria-label=say.print_of(&minutes.to_string(), &name)>{words.cards().format(&minutes.to_string())}</a> }
    };
    let print: Vec<_> = deck.formats.iter().map(print).collect();
    let file = Route::DeckFile((deck.slug.clone(), deck.version.clone()));
    let (state, change) = if deck.retired { (Some(say.is_retired), say.reinstate) } else { (None, say.retire) };
    view! {
        <li class="shelf-item stack" id=deck_place(&deck.slug, &deck.version)>
            <div class="shelf-head">
                <h3>{say.version(&deck.version)}</h3>
                {state.map(|state| view! { <p><strong>{state}</strong></p> })}
            </div>
            <p>{facts}</p>
            <p class="soft small">{wrote}<br/>{came}</p>
            {words_stay}
            <p class="row"><span class="soft">{words.cards().print}</span>{print}</p>
            <form class="row" method="post" action="/api/retire-deck">
                <a href=file.to_string() aria-label=say.file_of(&name)>{say.file}</a>
                <input type="hidden" name="slug" value=deck.slug.clone()/>
                <input type="hidden" name="version" value=deck.version.clone()/>
                <input type="hidden" name="retired" value=(!deck.retired).to_string()/>
                <button class="button-quiet">{change}<span class="unseen">" "{name}</span></button>
            </form>
        </li>
    }
}

fn form(words: Words, refused: Option<&NotTaken>) -> impl IntoView + use<> {
    let say = words.decks();
    let described = if refused.is_some() { "decks-refused decks-hint" } else { "decks-hint" };
    let problems = match refused {
        Some(NotTaken::Problems(told, count)) => Some(problems(words, told, *count)),
        _ => None,
    };
    view! {
        <form class="stack notice" method="post" enctype="multipart/form-data" action=Route::Decks.to_string()>
            <h2>{say.import}</h2>
            <div class="field">
                <label for="decks-file">{say.archive}</label>
                <p class="field-hint" id="decks-hint">{say.hint}</p>
                <input
                    class="field-input"
                    type="file"
                    id="decks-file"
                    name="file"
                    accept=".zip,application/zip"
                    required
                    autofocus=refused.is_some()
                    aria-describedby=described
                    aria-invalid=refused.is_some().then_some("true")
                />
                <Refusal id="decks-refused" says=refused.map(|refused| refused_deck(words, refused))/>
                {problems}
            </div>
            <button class="button">{say.button}</button>
            <p class="soft small">{say.kept}</p>
        </form>
    }
}

/// What there is to put right in the files, as the checker says it: in French, like the decks.
fn problems(words: Words, told: &[String], count: usize) -> AnyView {
    let more = count.saturating_sub(told.len());
    let more = (more > 0).then(|| view! { <p>{words.decks().more_problems(more)}</p> });
    let told: Vec<_> = told.iter().map(|one| view! { <li>{one.clone()}</li> }).collect();
    view! { <ul class="small" lang="fr">{told}</ul>{more} }.into_any()
}

/// Why an archive was not taken, and what to do.
#[must_use]
pub fn refused_deck(words: Words, refused: &NotTaken) -> String {
    let say = words.decks();
    match refused {
        NotTaken::Missing => say.missing.to_owned(),
        NotTaken::TooLarge(most) => say.too_large(&most.to_string()),
        NotTaken::Problems(_, count) => say.problems(*count),
        NotTaken::OtherContent((slug, version), files) => say.other_content(&files.join(", "), slug, version),
        NotTaken::Full(most) => say.full(&most.to_string()),
        NotTaken::Archive(why) => match why {
            BadArchive::NotAnArchive => say.not_an_archive.to_owned(),
            BadArchive::TooLarge(most) => say.too_large(&most.to_string()),
            BadArchive::TooManyFiles(most) => say.too_many_files(&most.to_string()),
            BadArchive::FileTooLarge(file, most) => say.file_too_large(file, &most.to_string()),
            BadArchive::Bomb(file) => say.bomb(file),
            BadArchive::Link(file) => say.link(file),
            BadArchive::Locked(file) => say.locked(file),
            BadArchive::Name(file) => say.bad_name(file),
            BadArchive::Twice => say.twice.to_owned(),
            BadArchive::Overlap => say.overlap.to_owned(),
            BadArchive::Nested(file) => say.nested(file),
            BadArchive::Damaged(file) => say.damaged(file),
            BadArchive::NoDeck => say.no_deck.to_owned(),
        },
    }
}
