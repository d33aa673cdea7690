//! Why a form was refused, where the person looks.

use leptos::prelude::*;

/// A sentence beside what it is about; nothing when there is nothing to say.
#[component]
pub fn Refusal(
    /// The sentence.
    says: Option<String>,
    /// The id that the field it is about points at.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    says.map(|says| view! { <p class="refusal" role="alert" id=id>{says}</p> })
}
