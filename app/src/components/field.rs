//! One labelled input of a form, with its hint, what had been typed, and why it was refused.

use super::Refusal;
use crate::pages::Form;
use leptos::prelude::*;

/// A text input. Never a `<textarea>`: this version of the renderer would not escape what people wrote in it.
#[component]
pub fn Field(
    /// The form it belongs to.
    form: Form,
    /// The argument of the server function.
    name: &'static str,
    /// What it is called.
    label: &'static str,
    /// A sentence that helps to fill it.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// The type of input.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The longest text it takes.
    #[prop(optional)]
    most: Option<u16>,
    /// Whether it may stay empty.
    #[prop(optional)]
    may_be_empty: bool,
    /// What it holds before anything was typed.
    #[prop(optional)]
    value: Option<String>,
) -> impl IntoView {
    let id = format!("{}-{name}", form.id());
    let refusal = form.refusal(name);
    let typed = (kind != "password").then(|| form.typed(name).or(value)).flatten();
    let about = [hint.map(|_| format!("{id}-hint")), refusal.as_ref().map(|_| format!("{id}-refusal"))];
    let about: Vec<_> = about.into_iter().flatten().collect();
    let class = if name == "code" { "field-input field-code" } else { "field-input" };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> })}
            <input
                class=class
                id=id.clone()
                name=name
                type=kind
                value=typed
                autocomplete=autocomplete
                dir=(kind == "text" && name != "code").then_some("auto")
                autocapitalize=(name == "code").then_some("characters")
                spellcheck=(name == "code" || name == "login").then_some("false")
                maxlength=most.map(|most| most.to_string())
                required=!may_be_empty
                autofocus=refusal.is_some()
                aria-invalid=refusal.is_some().then_some("true")
                aria-describedby=(!about.is_empty()).then(|| about.join(" "))
            />
            <Refusal says=refusal id=format!("{id}-refusal")/>
        </div>
    }
}
