//! Effort and impact as a table: five by five, each action in its cell by number and by name.

use crate::text::Words;
use board::{Action, ActionId};
use leptos::prelude::*;

/// The matrix; nothing while there is nothing on it.
pub fn matrix(words: Words, kept: &[(ActionId, Action)]) -> Option<AnyView> {
    let say = words.actions();
    let entry = |(number, (id, action)): (usize, &(ActionId, Action))| {
        view! {
            <li>
                <a href=format!("#action-{id}")>
                    <span class="actions-number">{number}</span>" "<span class="actions-text">{action.text.clone()}</span>
                </a>
            </li>
        }
    };
    let of = |effort: Option<u8>, impact: Option<u8>| {
        let here = |(_, (_, action)): &(usize, &(ActionId, Action))| {
            action.effort.map(|grade| grade.get()) == effort && action.impact.map(|grade| grade.get()) == impact
        };
        (1..).zip(kept).filter(here).map(entry).collect::<Vec<_>>()
    };
    let cell = |effort: u8, impact: u8| {
        let here = of(Some(effort), Some(impact));
        view! { <td>{(!here.is_empty()).then(|| view! { <ul>{here}</ul> })}</td> }
    };
    let row = |impact: u8| {
        let cells: Vec<_> = (1..=5).map(|effort| cell(effort, impact)).collect();
        view! { <tr><th scope="row">{say.impact_n(&impact.to_string())}</th>{cells}</tr> }
    };
    let columns: Vec<_> =
        (1..=5_u8).map(|effort| view! { <th scope="col">{say.effort_n(&effort.to_string())}</th> }).collect();
    let rows: Vec<_> = (1..=5).rev().map(row).collect();
    let graded = |action: &Action| action.effort.is_some() && action.impact.is_some();
    let loose: Vec<_> = (1..).zip(kept).filter(|(_, (_, action))| !graded(action)).map(entry).collect();
    let loose = (!loose.is_empty()).then(|| {
        view! { <div class="actions-loose"><p class="soft small">{say.unplaced}</p><ul>{loose}</ul></div> }
    });
    (!kept.is_empty()).then(|| {
        view! {
            <table class="actions-matrix">
                <caption>{say.matrix}</caption>
                <thead><tr><td></td>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {loose}
        }
        .into_any()
    })
}
