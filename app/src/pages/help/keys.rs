//! The keys, as lists.

use crate::components::key_list;
use crate::text::Words;
use leptos::prelude::*;

/// The keys of the board, as the board has them.
pub fn board(words: Words) -> AnyView {
    let say = words.keys();
    list(words, say.title, say.place, &key_list(words, false), None)
}

/// The keys of the person who facilitates, then those of the room's screen in a sentence.
pub fn cockpit(words: Words) -> AnyView {
    let say = words.help();
    let keys = [
        (say.k_0, say.k_0_does),
        (say.k_19, say.k_19_does),
        (say.k_n, say.k_n_does),
        (say.k_p, say.k_p_does),
        (say.k_plus, say.k_plus_does),
    ];
    list(words, say.keys_cockpit, say.keys_cockpit, &keys, Some(say.keys_screen))
}

fn list(
    words: Words,
    title: &'static str,
    caption: &'static str,
    keys: &[(&'static str, &'static str)],
    after: Option<&'static str>,
) -> AnyView {
    let say = words.keys();
    let row = |&(key, does): &(&'static str, &'static str)| {
        view! { <tr><th scope="row"><kbd>{key}</kbd></th><td>{does}</td></tr> }
    };
    view! {
        <section class="stack">
            <h2 id="touches">{title}</h2>
            <table class="facts">
                <caption>{caption}</caption>
                <thead><tr><th scope="col">{say.key}</th><th scope="col">{say.does}</th></tr></thead>
                <tbody>{keys.iter().map(row).collect_view()}</tbody>
            </table>
            {after.map(|after| view! { <p>{after}</p> })}
        </section>
    }
    .into_any()
}
