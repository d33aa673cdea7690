//! The shelf of saved boards: a page of it, the newest first, with what was asked of it. One line a table, the last
//! board of each, unless more is asked for: every table saves itself at the end of every step.

mod line;
mod pager;
mod search;

use super::Sheet;
use crate::api::{LibraryOpening, LibraryWish, Reminder, SavedLine, Which};
use crate::components::Frame;
use crate::routes::Route;
use crate::text::{Words, day, day_of, words};
use leptos::prelude::*;
use line::line;
use pager::pager;
use search::search;

/// A page of the library.
pub fn library(sheet: &Sheet, opening: &LibraryOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.library();
    let beside = if opening.reads_only {
        let sign_out = words.workshops().sign_out;
        view! { <form method="post" action="/api/sign-out"><button class="button-quiet">{sign_out}</button></form> }
            .into_any()
    } else {
        view! { <a href=Route::Workshops.to_string()>{say.workshops}</a> }.into_any()
    };
    let after = (!opening.reads_only).then(|| {
        view! {
            <a href=Route::FollowUps.to_string()>{words.follow_up().title}</a>
            <a href=Route::Network.to_string()>{words.network().title}</a>
        }
    });
    let aside = view! { <a href=Route::Compare.to_string()>{words.compare().link}</a>{after}{beside} };
    let import = (!opening.reads_only).then(|| {
        view! { <p><a href=Route::Import.to_string()>{words.import().link}</a></p> }
    });
    let wish = &opening.wish;
    let nothing_at_all = opening.total == 0 && !wish.is_narrow() && wish.which == Default::default();
    let shelf = if nothing_at_all {
        view! { <p class="soft column-start">{say.none}</p> }.into_any()
    } else {
        view! { {search(words, opening)} {told(words, opening)} {lines(sheet, words, opening)} }.into_any()
    };
    let behind = opening.behind.then(|| view! { <p class="notice">{say.behind}</p> });
    let page = view! {
        <div class="stack-wide">
            <h1>{say.title}</h1>
            {reminders(words, &opening.reminders)}
            {import}
            {behind}{shelf}
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// The workshops that will be erased soon, each with the day: a month before, and again a week before.
fn reminders(words: Words, reminders: &[Reminder]) -> Option<AnyView> {
    let say = words.organisation();
    let line = |reminder: &Reminder| {
        let until = day(words, &day_of(reminder.term.until).to_string());
        let (title, workshop) = (reminder.title.clone(), reminder.term.workshop);
        let all = |board| LibraryWish { board: Some(board), which: Which::All, ..LibraryWish::default() };
        let title = match reminder.board {
            Some(board) => view! { <a href=address(&all(board)) dir="auto">{title}</a> }.into_any(),
            None => view! { <span dir="auto">{title}</span> }.into_any(),
        };
        let last = reminder.last.then(|| view! { " "<span class="tag">{say.last_reminder}</span> });
        view! {
            <li>{title}", "{say.erased_on(&until)}{last}" "<a class="small" href=Route::Erasure(workshop).to_string()>{say.see_erasure}</a></li>
        }
    };
    let lines: Vec<_> = reminders.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="stack notice" role="status">
                <h2 class="notice-title">{say.soon_erased}</h2>
                <p class="small">{say.soon_hint}</p>
                <ul class="stack">{lines}</ul>
            </section>
        }
        .into_any()
    })
}

/// The address of the library that asks for this.
pub fn address(wish: &LibraryWish) -> String {
    let fields: Vec<_> = wish.fields().iter().map(|(name, said)| format!("{name}={}", encoded(said))).collect();
    let library = Route::Library.to_string();
    if fields.is_empty() { library } else { format!("{library}?{}", fields.join("&")) }
}

/// The address of what the boards that this asks for add up to.
fn together(wish: &LibraryWish) -> String {
    let all = LibraryWish { which: Which::Last, page: 0, ..wish.clone() };
    address(&all).replacen(&Route::Library.to_string(), &Route::Overview(None).to_string(), 1)
}

/// How many there are, and the way back to all of them.
fn told(words: Words, opening: &LibraryOpening) -> impl IntoView + use<> {
    let say = words.library();
    let wish = &opening.wish;
    let count = usize::try_from(opening.total).unwrap_or(usize::MAX);
    let found = if count == 0 { say.nothing.to_owned() } else { say.found(count) };
    let one_table = wish.board.and(opening.lines.first()).map(|line| {
        let place = say.place(&line.table.to_string(), &line.workshop);
        say.of_one_table(&place)
    });
    let way = wish.is_narrow().then(|| {
        view! { " "<a href=Route::Library.to_string()>{say.show_all}</a> }
    });
    let overview = wish.board.is_none().then(|| {
        view! { <p class="no-print"><a href=together(wish)>{words.overview().link}</a></p> }
    });
    view! { <p role="status">{one_table.map(|one| one + " ")}{found}{way}</p> {overview} }
}

fn lines(sheet: &Sheet, words: Words, opening: &LibraryOpening) -> Option<AnyView> {
    let one = |saved: &SavedLine| line(words, sheet.lang, &opening.wish, saved);
    let lines: Vec<_> = opening.lines.iter().map(one).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <ul class="shelf-boards">{lines}</ul>
            {pager(words, opening)}
            <p class="soft small">{words.library().clock}</p>
        }
        .into_any()
    })
}

/// A text as a part of an address.
pub fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            b' ' => encoded.push('+'),
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_asked_and_nothing_else() {
        assert_eq!(address(&LibraryWish::default()), "/bibliotheque");
        let wish = LibraryWish { words: "Été & café".into(), page: 1, ..LibraryWish::default() };
        assert_eq!(address(&wish), "/bibliotheque?q=%C3%89t%C3%A9+%26+caf%C3%A9&page=2");
    }
}
