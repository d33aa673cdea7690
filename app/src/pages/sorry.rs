//! Nothing that this person may see: why, and where to go on.

use super::{Carried, Form, Sheet};
use crate::api::AppError;
use crate::components::{Field, Frame};
use crate::routes::Route;
use crate::text::{Words, app_error, words};
use leptos::prelude::*;

/// Say what is the matter, and where to go on.
pub fn sorry(sheet: &Sheet, error: &AppError) -> AnyView {
    let words = words(sheet.lang);
    let say = words.sorry();
    if let Some(carried) = Carried::of(sheet.refused.as_ref()).filter(|_| *error == AppError::NotFound) {
        return lost(sheet, words, &carried);
    }
    let (route, go) = match error {
        AppError::ReadsOnly => (Route::Library, words.saved().back),
        AppError::SignedOut | AppError::SetUpDone => (Route::SignIn, say.sign_in),
        AppError::DoorClosed | AppError::UnknownCode | AppError::Rejected(_) => (Route::Join(String::new()), say.join),
        _ => (Route::Home, say.home),
    };
    let page = view! {
        <div class="stack-wide">
            <div class="stack"><h1>{title(words, error)}</h1>
            <p>{app_error(words, error)}</p></div>
            <p><a class="button" href=route.to_string()>{go}</a></p>
        </div>
    };
    view! { <Frame words page=page.into_any()/> }.into_any()
}

/// A seat was lost while somebody was writing: the way back to the table takes the text along.
fn lost(sheet: &Sheet, words: Words, carried: &Carried) -> AnyView {
    let say = words.sorry();
    let form = Form::of(sheet, "code");
    let page = view! {
        <div class="stack-wide">
            <div class="stack"><h1>{say.lost_title}</h1>
            <p>{say.lost}</p></div>
            <form class="stack" method="post" action=form.action()>
                {carried.fields(words)}
                <Field form=form.clone() name="code" label=words.home().code hint=words.home().code_hint most=20/>
                <button class="button">{words.home().join}</button>
            </form>
        </div>
    };
    view! { <Frame words page=page.into_any()/> }.into_any()
}

/// What is the matter, in a few words.
pub fn title(words: Words, error: &AppError) -> &'static str {
    match error {
        AppError::NotFound => words.sorry().not_found,
        AppError::SignedOut => words.sorry().signed_out,
        AppError::DoorClosed => words.sorry().door_closed,
        AppError::NoShare | AppError::ShareOver => words.share().closed,
        AppError::NotInvited => words.organisation().no_invitation,
        AppError::TooMany => words.sorry().too_many,
        AppError::TryAgain | AppError::Closed(_) => words.sorry().try_again,
        _ => words.sorry().refused,
    }
}
