//! The sheet as the people of the room read it on their own devices while it is written. The page reloads itself only
//! for whoever asks for it: nobody who listens to it or enlarges it is thrown back to its top.

use super::{read, validity};
use crate::api::{DebriefOpening, Validity};
use crate::components::Frame;
use crate::pages::Sheet;
use crate::routes::Route;
use crate::text::words;
use board::BoardId;
use leptos::prelude::*;

/// The sheet, from somebody's own board; `None` before the closing.
pub fn room(sheet: &Sheet, board: BoardId, opening: Option<&DebriefOpening>, follows: bool) -> AnyView {
    let words = words(sheet.lang);
    let say = words.debrief();
    let here = Route::RoomDebrief(board).to_string();
    let (way, name) = if follows { (here, say.unfollow) } else { ([&here, "?suivre="].concat(), say.follow) };
    let told = match opening {
        None => view! { <p class="notice">{say.shut}</p> }.into_any(),
        Some(opening) => {
            let draft = matches!(opening.validity, Validity::Draft { .. });
            let intent = draft.then(|| {
                view! {
                    <div class="stack no-print">
                        {(!opening.closed).then(|| view! { <p class="debrief-erased">{say.erased}</p> })}
                        <p class="soft">{say.room_lead}</p>
                        <p><a href=way>{name}</a></p>
                    </div>
                }
            });
            view! { <p>{validity(words, opening)}</p>{intent}{read::blocks(sheet, words, opening)} }.into_any()
        }
    };
    let title = opening.map(|opening| opening.title.clone()).unwrap_or_default();
    let page = view! {
        <article class="stack-wide debrief">
            <header>
                <p class="soft" dir="auto">{title}</p>
                <h1>{say.title}</h1>
            </header>
            {told}
        </article>
    };
    let aside = view! { <a href=Route::Board(board).to_string()>{words.ways().back}</a> };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}
