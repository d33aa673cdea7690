//! What the team decides: effort and impact as a matrix of numbers, and beside it the numbers with their texts, which
//! are to be read from the last row. Who takes care of what stays at the table: no name hangs on the wall.

use super::now::status_line;
use crate::live::LiveBoard;
use board::{Action, Document};
use leptos::prelude::*;

/// A decision on the wall.
#[derive(Clone, PartialEq)]
struct Line {
    number: usize,
    text: String,
    renounces: bool,
    /// Effort and impact, from 1 to 5, once both are known.
    place: Option<(u8, u8)>,
}

/// The matrix and its list.
pub(super) fn actions(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let lines = live.read(lines);
    let board = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <p class="projector-waiting">{words.no_action}</p> }.into_any();
        }
        let class = match lines.len() {
            0..=5 => "projector-actions",
            6..=12 => "projector-actions many",
            _ => "projector-actions crowd",
        };
        view! { <div class=class>{matrix(live, &lines)} {list(live, lines)}</div> }.into_any()
    };
    view! {
        <div class="projector-scene projector-decides">
            <h2 class="projector-heading">{words.actions}</h2>
            <div class="projector-body">{board}</div>
            {status_line(live)}
        </div>
    }
}

fn lines(document: &Document) -> Vec<Line> {
    let line = |(number, action): (usize, &Action)| Line {
        number,
        text: action.text.clone(),
        renounces: action.renounces,
        place: action.effort.zip(action.impact).map(|(effort, impact)| (effort.get(), impact.get())),
    };
    (1..).zip(document.actions.values()).map(line).collect()
}

/// Five by five: effort to the right, impact upwards.
fn matrix(live: LiveBoard, lines: &[Line]) -> impl IntoView + use<> {
    let words = live.words().projector();
    let cell = |effort: u8, impact: u8| {
        let here = lines.iter().filter(|line| line.place == Some((effort, impact))).map(disc).collect_view();
        let name = words.effort_impact(&effort.to_string(), &impact.to_string());
        view! { <td aria-label=name>{here}</td> }
    };
    let row = |impact: u8| view! { <tr>{(1..=5).map(|effort| cell(effort, impact)).collect_view()}</tr> };
    view! {
        <div class="projector-matrix">
            <p class="projector-impact" aria-hidden="true">{words.impact}</p>
            <table><tbody>{(1..=5).rev().map(row).collect_view()}</tbody></table>
            <p class="projector-effort" aria-hidden="true">{words.effort}</p>
        </div>
    }
}

fn list(live: LiveBoard, lines: Vec<Line>) -> impl IntoView {
    let words = live.words().projector();
    let entry = |line: Line| {
        view! {
            <li>
                {disc(&line)}
                <span>
                    {line.renounces.then(|| view! { <strong class="projector-renounces">{words.renounces}</strong> })}
                    " " {line.text} " "
                    {line.place.is_none().then(|| view! { <em class="projector-loose">{words.not_graded}</em> })}
                </span>
            </li>
        }
    };
    view! { <ul class="projector-list">{lines.into_iter().map(entry).collect_view()}</ul> }
}

/// An action's number: round for what begins, square for what stops.
fn disc(line: &Line) -> impl IntoView + use<> {
    let class = if line.renounces { "projector-disc stops" } else { "projector-disc" };
    view! { <span class=class>{line.number}</span> }
}
