//! The register: what was done to what is kept, by whom, when. It is read, and never changed.

use super::Sheet;
use crate::api::{Deed, RegisterLine, RegisterOpening};
use crate::components::Frame;
use crate::routes::Route;
use crate::text::{Words, datetime, moment, words};
use leptos::prelude::*;

/// A page of the register.
pub fn register(sheet: &Sheet, opening: &RegisterOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.register();
    let lines: Vec<_> = opening.lines.iter().map(|one| line(words, one)).collect();
    let list = if lines.is_empty() {
        view! { <p class="soft">{say.none}</p> }.into_any()
    } else {
        view! {
            <div class="table-wide" tabindex="0" role="region" aria-label=say.title>
                <table class="facts">
                    <thead><tr><th scope="col">{say.when}</th><th scope="col">{say.who}</th><th scope="col">{say.what}</th></tr></thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
            {pager(words, opening.page)}
            <p class="soft small">{words.library().clock}</p>
        }
        .into_any()
    };
    let page = view! {
        <div class="stack-wide">
            <h1>{say.title}</h1>
            <p>{say.lead}</p>
            {list}
        </div>
    };
    let aside = view! { <a href=Route::Organisation.to_string()>{words.organisation().title}</a> };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// Who did what, as one line of text.
#[must_use]
pub fn register_line(words: Words, line: &RegisterLine) -> String {
    format!("{}\t{}", who(words, line), done(words, line.act))
}

fn who(words: Words, line: &RegisterLine) -> String {
    let say = words.register();
    match &line.who {
        None => say.server.to_owned(),
        Some(nobody) if nobody.is_empty() => say.facilitation.to_owned(),
        Some(login) => login.clone(),
    }
}

fn line(words: Words, line: &RegisterLine) -> impl IntoView + use<> {
    let say = words.register();
    let who = who(words, line);
    let board = line.mark.map(|mark| {
        view! { " "<a href=Route::Saved(mark).to_string()>{say.board(&mark.to_string())}</a> }
    });
    let workshop = line.workshop.map(|number| format!(" {}", say.workshop(&number.to_string())));
    view! {
        <tr>
            <td><time datetime=datetime(line.at)>{moment(words, line.at)}</time></td>
            <td dir="auto">{who}</td>
            <td>{done(words, line.act)}{board}{workshop}</td>
        </tr>
    }
}

/// The way to newer and older lines.
fn pager(words: Words, (page, pages): (u32, u32)) -> Option<AnyView> {
    let say = words.register();
    let to = |page: u32| format!("{}?page={}", Route::Register, page + 1);
    let newer = (page > 0).then(|| view! { <a rel="prev" href=to(page - 1)>{say.newer}</a> });
    let older = (page + 1 < pages).then(|| view! { <a rel="next" href=to(page + 1)>{say.older}</a> });
    (newer.is_some() || older.is_some())
        .then(|| view! { <nav class="row pager" aria-label=say.pages>{newer}{older}</nav> }.into_any())
}

fn done(words: Words, act: Deed) -> &'static str {
    let say = words.register();
    match act {
        Deed::Saved => say.saved,
        Deed::Shared => say.shared,
        Deed::Unshared => say.unshared,
        Deed::Exported => say.exported,
        Deed::ExportedAll => say.exported_all,
        Deed::Imported => say.imported,
        Deed::Erased => say.erased,
        Deed::NamesErased => say.names_erased,
        Deed::Invited => say.invited,
        Deed::Uninvited => say.uninvited,
        Deed::Joined => say.joined,
        Deed::Removed => say.removed,
        Deed::Decided => say.decided,
    }
}
