//! The keys of the board: one table, which the picture obeys and from which the list of keys is written, on the board
//! and in the help. They act only while the picture has the focus, so that none is pressed by accident.

use super::live_part::{Whole, shown};
use crate::text::Words;
use leptos::{html::Dialog, prelude::*};

/// What a key asks of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The browser's own: in and out.
    Tab,
    /// To a card that way, or what is lifted goes that way.
    Go(Way),
    /// What is lifted goes far that way.
    Stride(Way),
    /// Choose, or do what is offered.
    Choose,
    /// Let go.
    Free,
    /// Take the next card of the hand.
    Take,
    /// Lift the card.
    Move,
    /// Take the card back in hand.
    GiveBack,
    /// Read the card's back.
    Read,
    /// Begin a sentence, or complete it.
    Link,
    /// The next link of the card.
    Links,
    /// Write why.
    Because,
    /// Agree with the chosen link.
    Agree,
    /// Disagree with it.
    Disagree,
    /// Ink it, or not.
    Ink,
    /// Star it, or not.
    Star,
    /// Turn it round.
    Reverse,
    /// Take it away.
    Unlink,
    /// Write a note here.
    Note,
    /// Take back one's last op.
    Undo,
    /// Zoom in.
    Nearer,
    /// Zoom out.
    Farther,
    /// See everything.
    Whole,
    /// Show the list of keys.
    Keys,
}

/// One of the four ways of the arrows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way(pub i8, pub i8);

const RIGHT: Way = Way(1, 0);
const LEFT: Way = Way(-1, 0);
const DOWN: Way = Way(0, 1);
const UP: Way = Way(0, -1);

/// A line of the table: the keys as browsers name them, whether with Shift, and what they ask. A letter is the same key
/// with Shift unless a line says otherwise.
type Line = (&'static [&'static str], bool, Command);

/// The table.
const LINES: [Line; 30] = [
    (&["Tab"], false, Command::Tab),
    (&["ArrowRight"], false, Command::Go(RIGHT)),
    (&["ArrowLeft"], false, Command::Go(LEFT)),
    (&["ArrowDown"], false, Command::Go(DOWN)),
    (&["ArrowUp"], false, Command::Go(UP)),
    (&["ArrowRight"], true, Command::Stride(RIGHT)),
    (&["ArrowLeft"], true, Command::Stride(LEFT)),
    (&["ArrowDown"], true, Command::Stride(DOWN)),
    (&["ArrowUp"], true, Command::Stride(UP)),
    (&["Enter", " "], false, Command::Choose),
    (&["Escape"], false, Command::Free),
    (&["M"], false, Command::Take),
    (&["E"], false, Command::Move),
    (&["C"], false, Command::GiveBack),
    (&["V"], false, Command::Read),
    (&["L"], false, Command::Link),
    (&["L"], true, Command::Links),
    (&["B"], false, Command::Because),
    (&["A"], false, Command::Agree),
    (&["P"], false, Command::Disagree),
    (&["I"], false, Command::Ink),
    (&["S"], false, Command::Star),
    (&["R"], false, Command::Reverse),
    (&["Delete"], false, Command::Unlink),
    (&["N"], false, Command::Note),
    (&["U"], false, Command::Undo),
    (&["+", "="], false, Command::Nearer),
    (&["−", "-", "_"], false, Command::Farther),
    (&["0"], false, Command::Whole),
    (&["?"], false, Command::Keys),
];

impl Command {
    /// What this key asks for.
    #[must_use]
    pub fn of(key: &str, shift: bool) -> Option<Self> {
        let lines = |shifted: bool| {
            let named = LINES.iter().filter(move |line| line.1 == shifted);
            named.filter(|line| line.0.iter().any(|known| known.eq_ignore_ascii_case(key))).map(|line| line.2).next()
        };
        shift.then(|| lines(true)).flatten().or_else(|| lines(false))
    }

    /// Whether it may go on for as long as the key is held down.
    #[must_use]
    pub fn goes_on(self) -> bool {
        matches!(self, Self::Go(_) | Self::Stride(_) | Self::Nearer | Self::Farther)
    }

    /// Whether it changes the board, or begins to: whoever looks on is not offered it.
    #[must_use]
    pub fn acts(self) -> bool {
        !matches!(
            self,
            Self::Tab
                | Self::Go(_)
                | Self::Choose
                | Self::Free
                | Self::Read
                | Self::Links
                | Self::Nearer
                | Self::Farther
                | Self::Whole
                | Self::Keys
        )
    }

    /// How the list calls its key, if not by what is on it, and what the list says it does. The four arrows are one line.
    fn told(self, words: Words) -> Option<(&'static str, &'static str)> {
        let say = words.keys();
        Some(match self {
            Self::Tab => (say.tab, say.tab_does),
            Self::Go(RIGHT) => (say.arrows, say.arrows_do),
            Self::Stride(RIGHT) => (say.strides, say.strides_do),
            Self::Go(_) | Self::Stride(_) => return None,
            Self::Choose => (say.enter, say.enter_does),
            Self::Free => (say.escape, say.escape_does),
            Self::Take => ("", say.take_does),
            Self::Move => ("", say.move_does),
            Self::GiveBack => ("", say.give_back_does),
            Self::Read => ("", say.read_does),
            Self::Link => ("", say.link_does),
            Self::Links => (say.links, say.links_does),
            Self::Because => ("", say.because_does),
            Self::Agree => ("", say.agree_does),
            Self::Disagree => ("", say.disagree_does),
            Self::Ink => ("", say.ink_does),
            Self::Star => ("", say.star_does),
            Self::Reverse => ("", say.reverse_does),
            Self::Unlink => (say.delete, say.unlink_does),
            Self::Note => ("", say.note_does),
            Self::Undo => ("", say.undo_does),
            Self::Nearer => ("", say.nearer_does),
            Self::Farther => ("", say.farther_does),
            Self::Whole => ("", say.whole_does),
            Self::Keys => ("", say.keys_does),
        })
    }
}

/// The list: each key by its name, and what it does. For whoever looks on, without what would change the board.
pub fn key_list(words: Words, looks_on: bool) -> Vec<(&'static str, &'static str)> {
    let line = |&(keys, _, command): &Line| {
        let (name, does) = command.told(words)?;
        Some((if name.is_empty() { keys[0] } else { name }, does))
    };
    LINES.iter().filter(|line| !(looks_on && line.2.acts())).filter_map(line).collect()
}

/// The button that opens the list where there is a keyboard, and the list over the board for as long as it is open. The
/// picture opens it by its key.
pub fn board_keys(words: Words, looks_on: bool, open: RwSignal<bool>) -> AnyView {
    view! {
        <button type="button" class="keys-open" aria-haspopup="dialog" on:click=move |_| open.set(true)>{words.keys().open}</button>
        {shown(move || open.get().then(|| list(words, looks_on, open)))}
    }
    .whole()
}

/// Escape or its button puts it away, and the focus is back where it was.
fn list(words: Words, looks_on: bool, open: RwSignal<bool>) -> AnyView {
    let say = words.keys();
    let row = |(key, does): (&'static str, &'static str)| view! { <dt><kbd>{key}</kbd></dt><dd>{does}</dd> }.whole();
    let drawn = NodeRef::<Dialog>::new();
    request_animation_frame(move || {
        if let Some(list) = drawn.get_untracked() {
            // A browser without dialogs has the list in the help.
            let _ = list.show_modal();
        }
    });
    view! {
        <dialog class="keys" node_ref=drawn aria-label=say.title on:close=move |_| open.set(false)>
            <h2>{say.title}</h2>
            // First, so that the list opens at its beginning.
            <form method="dialog"><button type="submit" class="primary" autofocus=true>{words.board().close}</button></form>
            <p class="soft small">{say.place}</p>
            <dl>{key_list(words, looks_on).into_iter().map(row).collect_view()}</dl>
        </dialog>
    }
    .whole()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;
    use board::deck::Lang;
    use std::collections::BTreeSet;

    #[test]
    fn a_key_asks_for_one_thing() {
        let mut known = BTreeSet::new();
        for (keys, shifted, command) in LINES {
            for key in keys {
                assert!(known.insert((key.to_lowercase(), shifted)), "{key} is there twice");
                assert_eq!(Command::of(key, shifted), Some(command));
            }
        }
    }

    #[test]
    fn a_letter_is_the_same_large_or_small_and_shift_matters_only_where_it_is_said() {
        assert_eq!(Command::of("l", false), Some(Command::Link));
        assert_eq!(Command::of("L", false), Some(Command::Link), "a locked Shift is none");
        assert_eq!(Command::of("L", true), Some(Command::Links));
        assert_eq!(Command::of("E", true), Some(Command::Move));
        assert_eq!(Command::of("+", true), Some(Command::Nearer), "where + needs Shift");
        assert_eq!(Command::of("x", false), None);
        assert_eq!(Command::of("F5", false), None);
    }

    #[test]
    fn the_list_names_every_key_of_the_table_in_both_languages() {
        for lang in [Lang::Fr, Lang::En] {
            let list = key_list(words(lang), false);
            assert_eq!(list.len(), LINES.len() - 6, "the arrows are one line, and one with Shift");
            assert!(list.iter().all(|(key, does)| !key.is_empty() && !does.is_empty()));
            let names: BTreeSet<_> = list.iter().map(|(key, _)| key).collect();
            assert_eq!(names.len(), list.len());
        }
    }

    #[test]
    fn whoever_looks_on_is_offered_no_key_that_changes_the_board() {
        let list = key_list(words(Lang::Fr), true);
        let keys: Vec<_> = list.iter().map(|(key, _)| *key).collect();
        assert_eq!(keys, ["Tabulation", "Flèches", "Entrée ou Espace", "Échap", "V", "Maj et L", "+", "−", "0", "?"]);
    }
}
