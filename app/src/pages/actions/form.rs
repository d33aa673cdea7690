//! The forms of the actions page: one to decide, whatever it begins with, and one to take off.

use crate::api::Decision;
use crate::components::{Field, Refusal};
use crate::pages::{Form, Sheet};
use crate::text::Words;
use board::{Action, ActionId, BoardId, MAX_NAME, MAX_TEXT, MAX_TITLE, OpId};
use leptos::prelude::*;

/// What every form needs.
#[derive(Clone, Copy)]
pub struct Decide<'a> {
    pub sheet: &'a Sheet,
    pub words: Words,
    pub board: BoardId,
    pub draw: &'a dyn Fn() -> OpId,
}

impl Decide<'_> {
    /// An idea of the team's own.
    pub fn idea(self) -> AnyView {
        let say = self.words.actions();
        let form = Form::one_of(self.sheet, "act", "what[card]", String::new());
        // A change of an action that is there already comes back to that action.
        let form = if form.typed("action").is_some() {
            Form::one_of(self.sheet, "act", "what[card]", "-".into())
        } else {
            form
        };
        view! {
            <section class="stack notice" id="idee">
                <h2>{say.idea}</h2>
                {self.fields(form, None, Decision::default(), say.keep.to_owned(), None)}
            </section>
        }
        .into_any()
    }

    /// A proposal, to be made one's own.
    pub fn propose(self, what: Decision) -> AnyView {
        let say = self.words.actions();
        let form = Form::one_of(self.sheet, "act", "what[card]", what.card.clone());
        let (open, name) = (form.is_refused() && form.typed("action").is_none(), say.keep_one(&what.text));
        view! {
            <details class="no-print" open=open>
                <summary aria-label=name.clone()>{say.keep}</summary>
                {self.fields(form, None, what, say.keep.to_owned(), Some(name))}
            </details>
        }
        .into_any()
    }

    /// An action that is there, to be written again.
    pub fn change(self, id: ActionId, action: &Action) -> AnyView {
        let say = self.words.actions();
        let form = Form::one_of(self.sheet, "act", "action", id.to_string());
        let grade = |grade: Option<board::deck::Grade>| grade.map(|grade| grade.get().to_string()).unwrap_or_default();
        let what = Decision {
            card: action.card.map(|card| card.to_string()).unwrap_or_default(),
            text: action.text.clone(),
            renounces: action.renounces,
            effort: grade(action.effort),
            impact: grade(action.impact),
            owner: action.owner.clone(),
            with: action.with.clone(),
            first_step: action.first_step.clone(),
            due: action.due.map(|due| due.to_string()).unwrap_or_default(),
        };
        let open = form.is_refused();
        view! {
            <details class="no-print" open=open>
                <summary aria-label=say.change_one(&action.text)>{say.change}</summary>
                {self.fields(form, Some(id), what, say.keep_changes.to_owned(), None)}
            </details>
        }
        .into_any()
    }

    /// The button that takes an action off.
    pub fn take_off(self, id: ActionId, text: &str) -> AnyView {
        let say = self.words.actions();
        view! {
            <form class="no-print" method="post" action="/api/drop-action">
                {self.hidden()}
                <input type="hidden" name="action" value=id.to_string()/>
                <button class="button-quiet" aria-label=say.take_off_one(text)>{say.take_off}</button>
            </form>
        }
        .into_any()
    }

    /// The fields, with what was typed, or else with what it begins with.
    fn fields(
        self,
        form: Form,
        action: Option<ActionId>,
        what: Decision,
        button: String,
        name: Option<String>,
    ) -> AnyView {
        let say = self.words.actions();
        let ticked = if form.is_refused() { form.typed("what[renounces]").is_some() } else { what.renounces };
        let most = |most: usize| u16::try_from(most).unwrap_or(u16::MAX);
        let (to, refused) = (form.action(), form.refusal_of_all());
        let action = action.map(|id| view! { <input type="hidden" name="action" value=id.to_string()/> });
        view! {
            <form class="stack actions-form" method="post" action=to>
                <Refusal says=refused/>
                {self.hidden()}
                {action}
                <input type="hidden" name="what[card]" value=what.card/>
                <Field form=form.clone() name="what[text]" label=say.text most=most(MAX_TITLE) value=what.text/>
                <label class="choice">
                    <input type="checkbox" name="what[renounces]" value="true" checked=ticked/>
                    <span>{say.renounces}</span>
                </label>
                <div class="actions-pair">
                    {self.grade(&form, "what[effort]", say.effort, say.effort_hint, &what.effort)}
                    {self.grade(&form, "what[impact]", say.impact, say.impact_hint, &what.impact)}
                </div>
                <div class="actions-pair">
                    <Field form=form.clone() name="what[owner]" label=say.owner hint=say.owner_hint most=most(MAX_NAME) may_be_empty=true value=what.owner/>
                    <Field form=form.clone() name="what[with]" label=say.with most=most(MAX_NAME) may_be_empty=true value=what.with/>
                </div>
                <Field form=form.clone() name="what[first_step]" label=say.first_step most=most(MAX_TEXT) may_be_empty=true value=what.first_step/>
                <Field form=form name="what[due]" label=say.due kind="date" may_be_empty=true value=what.due/>
                <button class="button-second" aria-label=name>{button}</button>
            </form>
        }
        .into_any()
    }

    fn grade(self, form: &Form, name: &'static str, label: &'static str, hint: &'static str, begins: &str) -> AnyView {
        let id = format!("{}-{name}", form.id());
        let chosen = form.typed(name).unwrap_or_else(|| begins.to_owned());
        let option = |grade: u8| {
            let selected = chosen == grade.to_string();
            view! { <option value=grade.to_string() selected=selected>{grade}</option> }
        };
        let options: Vec<_> = (1..=5).map(option).collect();
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <p class="field-hint" id=format!("{id}-hint")>{hint}</p>
                <select class="field-input" id=id.clone() name=name aria-describedby=format!("{id}-hint")>
                    <option value="" selected=chosen.is_empty()>{self.words.actions().to_discuss}</option>
                    {options}
                </select>
            </div>
        }
        .into_any()
    }

    /// Which board, and the op id that makes a second submission harmless.
    fn hidden(self) -> impl IntoView + use<> {
        view! {
            <input type="hidden" name="board" value=self.board.to_string()/>
            <input type="hidden" name="op_id" value=(self.draw)().to_string()/>
        }
    }
}
