//! The workshops that can be followed up, the newest first, each with what comes next.

use super::said;
use crate::api::{FollowUpsOpening, Milestone};
use crate::components::Frame;
use crate::pages::Sheet;
use crate::routes::Route;
use crate::text::{Words, words};
use board::{Day, WorkshopId};
use leptos::prelude::*;

/// The list.
pub fn follow_ups(sheet: &Sheet, opening: &FollowUpsOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.follow_up();
    let aside = view! { <a href=Route::Library.to_string()>{words.library().title}</a> };
    let line = |(workshop, title, day): &(WorkshopId, String, Option<Day>)| {
        view! {
            <li class="shelf-item">
                <h2 class="shelf-name"><a href=Route::FollowUp(*workshop).to_string() dir="auto">{title.clone()}</a></h2>
                <p class="soft small">{when(words, opening.today, *day)}</p>
            </li>
        }
    };
    let lines: Vec<_> = opening.workshops.iter().map(line).collect();
    let list = if lines.is_empty() {
        view! { <p class="soft">{say.no_workshop}</p> }.into_any()
    } else {
        view! { <ul class="shelf-list">{lines}</ul> }.into_any()
    };
    let page = view! { <div class="stack-wide"><header class="stack"><h1>{say.all}</h1><p>{say.all_lead}</p></header>{list}</div> };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// When it was, and what comes next.
fn when(words: Words, today: Day, day: Option<Day>) -> String {
    let say = words.follow_up();
    let Some(day) = day else { return say.goes_on.to_owned() };
    let next = Milestone::ALL.into_iter().find(|milestone| milestone.after(day) >= today);
    let next = next.map(|milestone| say.next(&said(words, milestone.after(day)), &say.at(milestone.months().into())));
    [Some(say.ended(&said(words, day))), next].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
