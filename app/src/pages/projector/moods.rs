//! What people feel, in one word each, over the whole workshop: without a name, without an order, the word said most
//! the largest. The words are not in the log, so the screen asks for them as long as it shows them.

use super::now::status_line;
use super::theatre::{Theatre, table_of};
use crate::api::moods as said_at;
use crate::live::LiveBoard;
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeMap;
use std::time::Duration;

/// How often it asks.
const EVERY: Duration = Duration::from_secs(4);

/// Each table's words, with how often each was said.
type Said = BTreeMap<u8, Vec<(String, u32)>>;

/// The words.
pub(super) fn moods(theatre: Theatre, live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let said = RwSignal::new(Said::new());
    Effect::new(move || {
        let ask = move || theatre.tables().into_iter().for_each(|live| listen(live, said));
        ask();
        if let Ok(asking) = set_interval_with_handle(ask, EVERY) {
            on_cleanup(move || asking.clear());
        }
    });
    let all = Memo::new(move |_| said.with(together));
    let shown = move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <p class="projector-waiting">{words.no_mood}</p> }.into_any();
        }
        let class = match all.len() {
            0..=10 => "projector-moods few",
            11..=24 => "projector-moods",
            _ => "projector-moods many",
        };
        let word = |(word, size): (String, u32)| view! { <li class=["said-", &size.to_string()].concat()>{word}</li> };
        view! { <ul class=class>{all.into_iter().map(word).collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="projector-scene projector-feels">
            <h2 class="projector-heading">{words.moods}</h2>
            <div class="projector-body">{shown}</div>
            {status_line(live)}
        </div>
    }
}

/// Asks for the words of a table. One that cannot be reached keeps those it had.
fn listen(live: LiveBoard, said: RwSignal<Said>) {
    let (board, table) = (live.opening(|opening| opening.board), table_of(live));
    spawn_local(async move {
        if let Ok(words) = said_at(board).await {
            // The scene may be over by now.
            let _ = said.try_update(|said| said.insert(table, words));
        }
    });
}

/// The words of all tables in the order of the alphabet, so that none jumps when another is said, each with its size
/// from 1 to 4.
fn together(said: &Said) -> Vec<(String, u32)> {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for (word, count) in said.values().flatten() {
        *times.entry(word.to_lowercase()).or_default() += count;
    }
    times.into_iter().map(|(word, count)| (word, count.clamp(1, 4))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_all_tables_are_counted_together() {
        let table = |words: &[(&str, u32)]| words.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect();
        let said = Said::from([(1, table(&[("Curieux", 1), ("las", 1)])), (2, table(&[("curieux", 2), ("vif", 9)]))]);
        assert_eq!(together(&said), [("curieux".into(), 3), ("las".into(), 1), ("vif".into(), 4)]);
    }
}
