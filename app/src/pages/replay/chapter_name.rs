//! What a chapter is called.

use crate::api::ReplayOpening;
use crate::text::{self, Words};
use board::{Chapter, Head};

/// What begins it, in words.
pub fn chapter_name(words: Words, opening: &ReplayOpening, chapter: &Chapter) -> String {
    let say = words.replay();
    let head = |head: &Head| match head {
        Head::Step(step, phase) => match opening.steps.get(usize::from(*step)) {
            Some(title) if !title.is_empty() => title.clone(),
            _ => text::phase(words, *phase).to_owned(),
        },
        Head::Lot(lot) => say.lot(&lot.to_string()),
        Head::Hint(text) => say.hint(text),
    };
    if chapter.heads.is_empty() {
        return say.before.to_owned();
    }
    chapter.heads.iter().map(head).collect::<Vec<_>>().join(", ")
}
