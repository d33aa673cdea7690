//! Bringing a saved board back, or in from another house: choose a file.

use super::Sheet;
use crate::api::NotImported;
use crate::components::{Frame, Refusal};
use crate::routes::Route;
use crate::text::{Words, rejection, words};
use leptos::prelude::*;

/// The form, and why the last file was refused.
pub fn import(sheet: &Sheet, refused: Option<&NotImported>) -> AnyView {
    let words = words(sheet.lang);
    let say = words.import();
    let aside = view! { <a href=Route::Library.to_string()>{say.back}</a> };
    let described = if refused.is_some() { "import-refused import-hint" } else { "import-hint" };
    let page = view! {
        <div class="stack-wide">
            <div class="stack"><h1>{say.title}</h1><p>{say.lead}</p></div>
            <form class="stack" method="post" enctype="multipart/form-data" action=Route::Import.to_string()>
                <div class="field">
                    <label for="import-file">{say.file}</label>
                    <p class="field-hint" id="import-hint">{say.hint}</p>
                    <input
                        class="field-input"
                        type="file"
                        id="import-file"
                        name="file"
                        accept=".json,application/json"
                        required
                        autofocus=refused.is_some()
                        aria-describedby=described
                        aria-invalid=refused.is_some().then_some("true")
                    />
                    <Refusal id="import-refused" says=refused.map(|refused| said(words, refused))/>
                </div>
                <button class="button">{say.button}</button>
            </form>
            <p class="soft">{say.kept}</p>
            <p class="soft">{say.network}</p>
        </div>
    };
    view! { <Frame words aside=aside.into_any() page=page.into_any()/> }.into_any()
}

/// Why a file is no saved board, and what to do.
fn said(words: Words, refused: &NotImported) -> String {
    let say = words.import();
    match refused {
        NotImported::Missing => say.missing.to_owned(),
        NotImported::TooLarge(most) => say.too_large(&most.to_string()),
        NotImported::NotOurs => say.not_ours.to_owned(),
        NotImported::Broken(line) => say.broken(&line.to_string()),
        NotImported::Newer(version) => say.newer(&version.to_string()),
        NotImported::Misread(line, field) if field.is_empty() => say.misread(&line.to_string()),
        NotImported::Misread(line, field) => say.misread_field(field, &line.to_string()),
        NotImported::Altered => say.altered.to_owned(),
        NotImported::OtherDeck(deck) => say.other_deck(deck),
        NotImported::UnknownCard(card) => say.unknown_card(&card.to_string()),
        NotImported::Against(part, place, why) => say.against(part, &place.to_string(), &rejection(words, *why)),
    }
}
