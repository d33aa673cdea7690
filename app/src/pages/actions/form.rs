//! The forms of the actions page: one to decide, whatever it begins with, and one to take off.

use super::begun::{Begun, FORM};
use crate::api::{ActionProposal, ActionsOpening, Decision};
use crate::components::{Field, Refusal};
use crate::pages::{Form, Sheet};
use crate::text::Words;
use board::{Action, ActionId, BoardId, CardId, MAX_NAME, MAX_TEXT, MAX_TITLE, OpId};
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
    /// The form of the page: for an idea of the team's own, or with what was chosen in it.
    pub fn form(self, begun: Begun, opening: &ActionsOpening) -> AnyView {
        let say = self.words.actions();
        let form = Form::of(self.sheet, "act");
        let of_card = |card: CardId| opening.proposed.iter().find(|one| one.card == card);
        let (title, action, what, button) = match begun {
            Begun::Proposal(card) => match (of_card(card), form.typed("what[text]")) {
                (Some(one), _) => (say.keep_one(&one.title), None, proposed(one), say.keep),
                // Somebody was faster, and what was typed is not lost.
                (None, Some(text)) => (say.keep_one(&text), None, of_the_card(card), say.keep),
                (None, None) => (say.idea.to_owned(), None, Decision::default(), say.keep),
            },
            Begun::Change(id) => match opening.board.snapshot.document.actions.get(&id) {
                Some(action) => (say.change_one(&action.text), Some(id), written(action), say.keep_changes),
                None => (say.idea.to_owned(), None, Decision::default(), say.keep),
            },
            Begun::Idea => (say.idea.to_owned(), None, Decision::default(), say.keep),
        };
        let let_go = (begun != Begun::Idea).then(|| {
            view! { <p><a href=Begun::Idea.address(self.board)>{self.words.board().close}</a></p> }
        });
        view! {
            <section class="stack notice no-print" id=FORM>
                <h2>{title}</h2>
                {self.fields(form, action, what, button)}
                {let_go}
            </section>
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
    fn fields(self, form: Form, action: Option<ActionId>, what: Decision, button: &'static str) -> AnyView {
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
                <button class="button-second">{button}</button>
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

/// A proposal as a form begins with it.
fn proposed(one: &ActionProposal) -> Decision {
    Decision {
        text: one.title.clone(),
        effort: one.effort.get().to_string(),
        impact: one.impact.get().to_string(),
        first_step: one.first_step.clone(),
        ..of_the_card(one.card)
    }
}

fn of_the_card(card: CardId) -> Decision {
    Decision { card: card.to_string(), ..Decision::default() }
}

/// An action that is there, as it was written.
fn written(action: &Action) -> Decision {
    let grade = |grade: Option<board::deck::Grade>| grade.map(|grade| grade.get().to_string()).unwrap_or_default();
    Decision {
        card: action.card.map(|card| card.to_string()).unwrap_or_default(),
        text: action.text.clone(),
        renounces: action.renounces,
        effort: grade(action.effort),
        impact: grade(action.impact),
        owner: action.owner.clone(),
        with: action.with.clone(),
        first_step: action.first_step.clone(),
        due: action.due.map(|due| due.to_string()).unwrap_or_default(),
    }
}
