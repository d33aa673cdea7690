//! The read-only links to a saved board: the one just made, those there are, and a form for a new one. For organisers.
//!
//! It is a page of its own, so that the board's page stays light.

use super::{Form, Sheet};
use crate::api::{MAX_NOTE, MAX_ORIGINS, MadeShare, SHARED_FOR, ShareCard, SharesOpening};
use crate::components::{Field, Frame, Refusal};
use crate::routes::Route;
use crate::text::{Words, datetime, day, day_of, isolated, words};
use leptos::prelude::*;

/// The links to a board.
pub fn shares(sheet: &Sheet, opening: &SharesOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.share();
    let lines: Vec<_> = opening.links.iter().map(|share| line(words, opening.mark, share)).collect();
    let list = if lines.is_empty() {
        view! { <p class="soft">{say.none}</p> }.into_any()
    } else {
        view! { <ul class="team-list">{lines}</ul> }.into_any()
    };
    let page = view! {
        <div class="stack-wide">
            <div>
                <p class="soft" dir="auto">{opening.name.clone()}</p>
                <h1>{say.title}</h1>
            </div>
            <p class="share-lead">{say.lead}</p>
            {opening.made.as_ref().map(|made| just_made(words, &opening.name, made))}
            <Refusal says=Form::of(sheet, "unshare").any_refusal()/>
            <div class="shelf-beside">
                <section class="stack">
                    <h2>{say.all}</h2>
                    {list}
                </section>
                {new(sheet, words, opening.mark)}
            </div>
        </div>
    };
    let aside = view! { <a href=Route::Saved(opening.mark).to_string()>{say.back}</a> };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// The link that was just made: its secret is nowhere else.
fn just_made(words: Words, name: &str, made: &MadeShare) -> AnyView {
    let say = words.share();
    let title = if made.note.is_empty() { say.made.to_owned() } else { say.made_for(&isolated(&made.note)) };
    let frame = made.frame.as_ref().map(|frame| {
        view! { <p>{say.snippet}</p><p><code class="team-address">{snippet(name, frame)}</code></p> }
    });
    view! {
        <section class="stack notice" role="status">
            <h2 class="notice-title">{title}</h2>
            <p><code class="team-address">{made.address.clone()}</code></p>
            <p>{say.made_once}</p>
            {frame}
        </section>
    }
    .into_any()
}

/// What a site pastes into its page.
fn snippet(name: &str, frame: &str) -> String {
    let title = name.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<iframe src=\"{frame}\" title=\"{title}\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>")
}

fn line(words: Words, mark: i64, share: &ShareCard) -> impl IntoView + use<> {
    let say = words.share();
    let name = if share.note.is_empty() { say.unnamed.to_owned() } else { share.note.clone() };
    let until = day(words, &day_of(share.expires).to_string());
    let until = if share.over { say.expired(&until) } else { say.expires(&until) };
    let opened = usize::try_from(share.opened).unwrap_or(usize::MAX);
    let opened = if opened == 0 { say.never_opened.to_owned() } else { say.opened(opened) };
    let sites = (!share.origins.is_empty())
        .then(|| view! { <p class="small share-sites">{say.framed_by(&share.origins.join(", "))}</p> });
    view! {
        <li class="team-line">
            <div>
                <p dir="auto">{name.clone()}</p>
                <p class="soft small"><time datetime=datetime(share.expires)>{until}</time>", "{opened}</p>
                {sites}
            </div>
            <details class="team-sure">
                <summary aria-label=say.revoke_of(&isolated(&name))>{words.team().revoke}</summary>
                <form class="stack" method="post" action="/api/unshare">
                    <p class="small">{say.revoke_means}</p>
                    <input type="hidden" name="mark" value=mark.to_string()/>
                    <input type="hidden" name="share" value=share.number.to_string()/>
                    <button class="button-quiet">{say.revoke_of(&isolated(&name))}</button>
                </form>
            </details>
        </li>
    }
}

/// The form that makes a link.
fn new(sheet: &Sheet, words: Words, mark: i64) -> impl IntoView + use<> {
    let say = words.share();
    let form = Form::of(sheet, "share");
    let chosen = form.typed("days").and_then(|days| days.parse().ok()).unwrap_or(SHARED_FOR[0]);
    let mut days = SHARED_FOR;
    days.sort_unstable();
    let option = |days: u16| {
        let text = if days == 365 { say.a_year.to_owned() } else { say.days(days.into()) };
        view! { <option value=days.to_string() selected=days == chosen>{text}</option> }
    };
    let options: Vec<_> = days.into_iter().map(option).collect();
    view! {
        <form class="stack notice" method="post" action=form.action()>
            <h2>{say.new}</h2>
            <Refusal says=form.refusal_of_all()/>
            <input type="hidden" name="mark" value=mark.to_string()/>
            <Field form=form.clone() name="note" label=say.note hint=say.note_hint most=MAX_NOTE may_be_empty=true/>
            <div class="field">
                <label for="share-days">{say.duration}</label>
                <select class="field-input" id="share-days" name="days">{options}</select>
            </div>
            <Field form=form.clone() name="origins" label=say.sites hint=say.sites_hint most=MAX_ORIGINS.0 may_be_empty=true/>
            <button class="button">{say.make}</button>
        </form>
    }
}
