//! What a table decides: a matrix of effort and impact, each action with who, when and the first step, the deck's
//! proposals, and a place for own ideas. A still page with plain forms, for everybody at the table.

mod begun;
mod form;
mod matrix;

pub use begun::Begun;

use super::{Form, Sheet};
use crate::api::{ActionProposal, ActionsOpening, BoardOpening};
use crate::components::{Frame, Refusal, action_details, action_title};
use crate::routes::Route;
use crate::text::{Words, phase, words};
use begun::FORM;
use board::{Act, Action, ActionId, OpId, Role};
use form::Decide;
use leptos::prelude::*;
use matrix::matrix;

/// How many proposals are unfolded.
const SHOWN: usize = 12;

/// The page. `draw` gives each form its op id.
pub fn actions(sheet: &Sheet, opening: &ActionsOpening, begun: Begun, draw: &dyn Fn() -> OpId) -> AnyView {
    let words = words(sheet.lang);
    let say = words.actions();
    let ActionsOpening { board, proposed } = opening;
    let decide = Decide { sheet, words, board: board.board, draw };
    let acts = acts(board);
    let begun = begun.resumed(sheet.refused.as_ref());
    let kept = ordered(board);
    let aside = view! {
        <a href=Route::Actions(board.board).to_string()>{say.refresh}</a>
        <a href=Route::Board(board.board).to_string()>{say.board}</a>
    };
    let page = view! {
        <div class="stack-wide">
            {head(words, board, acts)}
            {Form::of(sheet, "drop-action").refusal_of_all().map(|says| view! { <Refusal says=Some(says)/> })}
            {acts.then(|| renounce(words, board))}
            {matrix(words, &kept)}
            {list(decide, &kept, acts)}
            {acts.then(|| decide.form(begun, opening))}
            {acts.then(|| proposals(decide, proposed))}
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// The actions as the page numbers them: much impact first, then little effort.
fn ordered(board: &BoardOpening) -> Vec<(ActionId, Action)> {
    let mut kept: Vec<_> = board.snapshot.document.actions.iter().map(|(&id, action)| (id, action.clone())).collect();
    kept.sort_by_key(|(id, action)| (std::cmp::Reverse(action.impact), action.effort, *id));
    kept
}

/// Whether this person may decide now.
fn acts(board: &BoardOpening) -> bool {
    let document = &board.snapshot.document;
    match board.me.role {
        Role::Facilitator => true,
        Role::Participant => !document.paused && document.phase.allows(Act::Act),
        Role::Spectator | Role::Projector => false,
    }
}

fn head(words: Words, board: &BoardOpening, acts: bool) -> impl IntoView + use<> {
    let document = &board.snapshot.document;
    let state = match (document.paused, acts) {
        (true, false) => Some(words.plan().paused),
        (false, false) => Some(words.actions().closed),
        (_, true) => None,
    };
    view! {
        <header class="stack">
            <div>
                <p class="soft">{board.workshop.title.clone()}</p>
                <h1>{words.actions().title(&board.table.to_string())}</h1>
            </div>
            <p><span class="tag">{phase(words, document.phase)}</span></p>
            {state.map(|state| view! { <p class="notice">{state}</p> })}
            {acts.then(|| view! { <p>{words.actions().lead}</p> })}
        </header>
    }
}

/// A team that only adds gives something up as well.
fn renounce(words: Words, board: &BoardOpening) -> Option<impl IntoView + use<>> {
    let say = words.actions();
    let missing = !board.snapshot.document.actions.values().any(|action| action.renounces);
    // The form as it is before anything is chosen.
    let form = format!("{}#{FORM}", Begun::Idea.address(board.board));
    missing.then(|| {
        view! {
            <section class="notice actions-renounce stack">
                <h2>{say.renounce_title}</h2>
                <p>{say.renounce}</p>
                <p><a class="button-second" href=form>{say.renounce_go}</a></p>
            </section>
        }
    })
}

/// What is on the matrix, in full.
fn list(decide: Decide<'_>, kept: &[(ActionId, Action)], acts: bool) -> AnyView {
    let say = decide.words.actions();
    let line = |(number, (id, action)): (usize, &(ActionId, Action))| {
        let (id, action) = (*id, action.clone());
        let tools = acts.then(|| {
            let way = Begun::Change(id).address(decide.board);
            let change =
                view! { <a class="no-print" href=way aria-label=say.change_one(&action.text)>{say.change}</a> };
            view! { <div class="row">{change} {decide.take_off(id, &action.text)}</div> }
        });
        view! {
            <li class="actions-one stack" id=format!("action-{id}")>
                {action_title(decide.words, number, &action)}
                {action_details(decide.words, &action)}
                {tools}
            </li>
        }
    };
    let lines: Vec<_> = (1..).zip(kept).map(line).collect();
    let none = lines.is_empty().then(|| view! { <p class="soft">{say.none}</p> });
    view! { <section class="stack"><h2>{say.kept}</h2>{none}<ul class="actions-kept">{lines}</ul></section> }.into_any()
}

/// The deck's action cards for this board.
fn proposals(decide: Decide<'_>, proposed: &[ActionProposal]) -> AnyView {
    let say = decide.words.actions();
    let line = |one: &ActionProposal| {
        let way = Begun::Proposal(one.card).address(decide.board);
        let grades = say.grades(&one.effort.get().to_string(), &one.impact.get().to_string());
        view! {
            <li class="actions-one stack">
                <h3 lang=one.lang.code()>{one.title.clone()}</h3>
                <p lang=one.lang.code()>{one.description.clone()}</p>
                <p class="soft small">{grades}</p>
                <a class="no-print" href=way aria-label=say.keep_one(&one.title)>{say.keep}</a>
            </li>
        }
    };
    let (first, rest) = proposed.split_at(proposed.len().min(SHOWN));
    let rest: Vec<_> = rest.iter().map(line).collect();
    let more = (!rest.is_empty()).then(|| {
        view! { <details class="actions-more"><summary>{say.more(rest.len())}</summary><ul class="actions-kept">{rest}</ul></details> }
    });
    let none = first.is_empty().then(|| view! { <p class="soft">{say.proposed_none}</p> });
    let first: Vec<_> = first.iter().map(line).collect();
    view! {
        <section class="stack">
            <h2>{say.proposed}</h2>
            {none}
            <ul class="actions-kept">{first}</ul>
            {more}
        </section>
    }
    .into_any()
}
