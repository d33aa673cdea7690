//! A saved board as a Mermaid diagram: what notebooks and forges draw from a few lines of text.

use super::Titles;
use app::api::SavedOpening;
use app::components::picture;
use app::text::Words;
use board::{LinkId, LinkKind, Spot};
use std::collections::BTreeSet;

/// The cards on the table, those at the end of a link, and the links.
#[must_use]
pub fn mermaid(saved: &SavedOpening, words: Words) -> String {
    let document = &saved.card.document;
    let titles = Titles::of(saved, words);
    let on_table = document.cards.iter().filter(|(_, card)| matches!(card.spot, Spot::Table(_))).map(|(&id, _)| id);
    let ends = document.links.keys().flat_map(|link| [link.cause, link.consequence]);
    let cards: BTreeSet<_> = on_table.chain(ends).collect();
    let mut text = format!("%% {}\nflowchart LR\n", label(&picture::label(words, document)));
    for card in cards {
        text.push_str(&format!("  c{card}[\"{card}. {}\"]\n", label(&titles.said(card))));
    }
    for (&LinkId { cause, consequence }, link) in &document.links {
        let why = match link.because.trim() {
            "" => String::new(),
            because => format!(" {} {}", words.picture().because, label(because)),
        };
        // Cut paths are told by the cross at their end, what makes possible by its dashes, as on the board.
        let arrow = match link.kind {
            LinkKind::LeadsTo => "-->",
            LinkKind::Reduces => "--x",
            LinkKind::Enables => "-.->",
        };
        let verb = label(picture::verb(words, link.kind));
        text.push_str(&format!("  c{cause} {arrow}|\"{verb}{why}\"| c{consequence}\n"));
    }
    text
}

/// A text that is nothing but text to Mermaid: its codes for everything that could mean something.
fn label(text: &str) -> String {
    let mut safe = String::new();
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' => safe.push(' '),
            control if control.is_control() => safe.push('\u{fffd}'),
            letter if letter.is_alphanumeric() || " ,.’«»…".contains(letter) => safe.push(letter),
            other => safe.push_str(&format!("#{};", u32::from(other))),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_end_its_node() {
        assert_eq!(label("a\"]; click c1 \"x"), "a#34;#93;#59; click c1 #34;x");
        assert_eq!(label("`gras` <b>\n#35;"), "#96;gras#96; #60;b#62; #35;35#59;");
    }
}
