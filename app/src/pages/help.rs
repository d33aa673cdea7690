//! The help: a few steps for each role, in the words of the screens, with pictures of them, and the list of keys.

mod keys;
mod pictures;

use super::Sheet;
use crate::api::HelpFor;
use crate::components::Frame;
use crate::routes::Route;
use crate::text::{Words, words};
use board::deck::{Format, Lang};
use leptos::prelude::*;

/// A step: what it is called, what to do, and what that looks like.
type Step = (&'static str, &'static str, Option<AnyView>);

/// The help, as a whole or for one role.
pub fn help(sheet: &Sheet, role: Option<HelpFor>) -> AnyView {
    let words = words(sheet.lang);
    let aside = role.map(|_| view! { <a href=Route::Help(None).to_string()>{words.help().title}</a> }.into_any());
    let inside = match role {
        None => choice(words),
        Some(HelpFor::Play) => view! { {steps(play(words, sheet.lang))} {keys::board(words)} }.into_any(),
        Some(HelpFor::Facilitate) => {
            let rest = view! { {keys::cockpit(words)} <p>{words.help().rehearse}</p> };
            view! { {steps(facilitate(words))} {rest} }.into_any()
        }
        Some(HelpFor::Organise) => view! { {steps(organise(words))} {printed(words)} }.into_any(),
    };
    let page = view! { <div class="stack-wide"><h1>{heading(words, role)}</h1>{inside}</div> };
    view! { <Frame words aside=aside.unwrap_or_else(|| ().into_any()) page=page.into_any()/> }.into_any()
}

/// What the page is called.
pub fn title(words: Words, role: Option<HelpFor>) -> String {
    let help = words.help().title;
    role.map_or_else(|| help.to_owned(), |role| format!("{}, {}", heading(words, Some(role)), help.to_lowercase()))
}

fn heading(words: Words, role: Option<HelpFor>) -> &'static str {
    let say = words.help();
    match role {
        None => say.title,
        Some(HelpFor::Play) => say.role_play,
        Some(HelpFor::Facilitate) => say.role_facilitate,
        Some(HelpFor::Organise) => say.role_organise,
    }
}

fn choice(words: Words) -> AnyView {
    let say = words.help();
    let lead = |role| match role {
        HelpFor::Play => say.play_lead,
        HelpFor::Facilitate => say.facilitate_lead,
        HelpFor::Organise => say.organise_lead,
    };
    let one = |role: HelpFor| {
        view! {
            <li class="shelf-item">
                <h2><a href=Route::Help(Some(role)).to_string()>{heading(words, Some(role))}</a></h2>
                <p>{lead(role)}</p>
            </li>
        }
    };
    view! { <p>{say.lead}</p><ul class="shelf-list">{HelpFor::ALL.map(one).collect_view()}</ul> }.into_any()
}

fn steps(steps: Vec<Step>) -> impl IntoView {
    let one = |(name, does, picture): Step| view! { <li class="stack"><h2>{name}</h2><p>{does}</p>{picture}</li> };
    view! { <ol class="help-steps stack-wide">{steps.into_iter().map(one).collect_view()}</ol> }
}

fn play(words: Words, lang: Lang) -> Vec<Step> {
    let say = words.help();
    vec![
        (say.play_1, say.play_1_does, None),
        (say.play_2, say.play_2_does, Some(pictures::phone("hand", say.picture_hand))),
        (say.play_3, say.play_3_does, Some(pictures::link(words, lang))),
        (say.play_4, say.play_4_does, None),
        (say.play_5, say.play_5_does, Some(pictures::phone("board", say.picture_board))),
        (say.play_6, say.play_6_does, None),
        (say.play_7, say.play_7_does, None),
    ]
}

fn facilitate(words: Words) -> Vec<Step> {
    let say = words.help();
    vec![
        (say.facilitate_1, say.facilitate_1_does, None),
        (say.facilitate_2, say.facilitate_2_does, Some(pictures::wide("projector", say.picture_projector))),
        (say.facilitate_3, say.facilitate_3_does, None),
        (say.facilitate_4, say.facilitate_4_does, None),
        (say.facilitate_5, say.facilitate_5_does, Some(pictures::wide("cockpit", say.picture_cockpit))),
        (say.facilitate_6, say.facilitate_6_does, None),
        (say.facilitate_7, say.facilitate_7_does, None),
    ]
}

fn organise(words: Words) -> Vec<Step> {
    let say = words.help();
    vec![
        (say.organise_1, say.organise_1_does, None),
        (say.organise_2, say.organise_2_does, None),
        (say.organise_3, say.organise_3_does, None),
        (say.organise_4, say.organise_4_does, None),
        (say.organise_5, say.organise_5_does, None),
        (say.organise_6, say.organise_6_does, Some(pictures::wide("library", say.picture_library))),
        (say.organise_7, say.organise_7_does, None),
        (say.organise_8, say.organise_8_does, None),
        (say.organise_9, say.organise_9_does, None),
        (say.organise_10, say.organise_10_does, None),
        (say.organise_11, say.organise_11_does, None),
        (say.organise_12, say.organise_12_does, None),
        (say.organise_13, say.organise_13_does, None),
    ]
}

/// The sheets of cards to print, for each format.
fn printed(words: Words) -> impl IntoView {
    let say = words.cards();
    let one = |format: Format| {
        let minutes = format.minutes();
        view! { <a href=Route::Cards(minutes).to_string()>{say.format(&minutes.to_string())}</a> }
    };
    view! { <p class="row"><span>{say.print}</span>{Format::ALL.map(one).collect_view()}</p> }
}
