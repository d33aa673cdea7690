//! The organisation: who has an account, invitations, for how long things are kept, and what can be taken away or
//! erased as a whole. What cannot be taken back asks twice.

mod accounts;
mod keeping;

use super::{Form, Sheet};
use crate::api::OrganisationOpening;
use crate::components::{Frame, Refusal};
use crate::routes::Route;
use crate::text::words;
use leptos::prelude::*;

pub use accounts::standing;

/// The page of the organisation.
pub fn organisation(sheet: &Sheet, opening: &OrganisationOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.organisation();
    let aside = view! {
        <a href=Route::Workshops.to_string()>{words.workshops().title}</a>
        <a href=Route::Library.to_string()>{words.workshops().library}</a>
    };
    let refused = ["uninvite", "remove-account"].map(|form| Form::of(sheet, form).any_refusal());
    let page = view! {
        <div class="stack-wide">
            <h1>{say.title}</h1>
            <Refusal says=refused.into_iter().flatten().next()/>
            {opening.made.as_ref().map(|made| accounts::just_made(words, made))}
            <div class="shelf-beside">
                <div class="stack-wide">
                    {accounts::accounts(words, &opening.accounts)}
                    {accounts::invitations(words, &opening.invitations)}
                    <section class="stack">
                        <h2>{words.register().title}</h2>
                        <p>{words.register().lead}</p>
                        <p><a href=Route::Register.to_string()>{words.register().read}</a></p>
                    </section>
                </div>
                <div class="stack-wide">
                    {accounts::invite(sheet, words)}
                    {keeping::retention(sheet, words, opening.kept_for)}
                    {keeping::everything(sheet, words, opening.workshops)}
                </div>
            </div>
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}
