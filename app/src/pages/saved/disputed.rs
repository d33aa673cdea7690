//! What divides the table: links that somebody disagrees with, the most disputed first. People are counted, each once;
//! who thinks what is theirs.

use super::section::{link, nothing, section};
use crate::components::Titles;
use crate::text::{Words, isolated, kind};
use board::{Document, LinkId};
use leptos::prelude::*;
use std::cmp::Reverse;

/// The disputed links.
pub fn disputed(words: Words, document: &Document, titles: &Titles) -> AnyView {
    let say = words.saved();
    let lines: Vec<_> = links(document).into_iter().map(|id| line(words, document, titles, id)).collect();
    if lines.is_empty() {
        return section(say.disputed, nothing(say.no_dispute));
    }
    section(say.disputed, view! { <ul class="saved-list">{lines}</ul> })
}

fn links(document: &Document) -> Vec<LinkId> {
    let mut links: Vec<_> = document.stances.keys().map(|&link| (document.opinions(link), link)).collect();
    links.retain(|((_, disagree), link)| *disagree > 0 && document.links.contains_key(link));
    links.sort_by_key(|((agree, disagree), link)| (Reverse(*disagree), *agree, *link));
    links.into_iter().map(|(_, link)| link).collect()
}

fn line(words: Words, document: &Document, titles: &Titles, id: LinkId) -> Option<impl IntoView + use<>> {
    let drawn = document.links.get(&id)?;
    let (agree, disagree) = document.opinions(id);
    let because = (!drawn.because.is_empty())
        .then(|| view! { <p class="small">{words.plan().because}" "{isolated(&drawn.because)}</p> });
    let told = [words.opinion().agreeing(agree), words.opinion().disagreeing(disagree)].join(", ");
    Some(view! {
        <li>
            <p><strong>{link(titles, id)}</strong>" "<span class="soft small">{kind(words, drawn.kind)}</span></p>
            {because}
            <p class="small">{told}</p>
        </li>
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{ActorId, CardId, Link, Stance};

    #[test]
    fn the_most_disputed_link_comes_first_and_what_is_agreed_on_does_not_come() {
        let mut document = Document::default();
        let id = |consequence| LinkId { cause: CardId(1), consequence: CardId(consequence) };
        let link = Link {
            kind: Default::default(),
            because: String::new(),
            author: ActorId(1),
            at: Default::default(),
            ink: false,
        };
        for (card, said) in [(2, "+-"), (3, "--"), (4, "++"), (5, "++-")] {
            document.links.insert(id(card), link.clone());
            let stance = |said| if said == '+' { Stance::Agree } else { Stance::Disagree };
            let stances = (1..).map(ActorId).zip(said.chars().map(stance)).collect();
            document.stances.insert(id(card), stances);
        }
        assert_eq!(links(&document), [id(3), id(2), id(5)]);
    }
}
