//! Links by keys: a sentence is begun with one card and completed with another, and the links of a card are gone
//! through one by one, to be judged.

use super::keys::Keyboard;
use super::wording;
use crate::components::board_keys::Command;
use crate::components::desk::{Chosen, Keyed, attempt};
use crate::components::opinion::turn;
use board::{Act, CardId, LinkId, LinkKind, Op, Stance};
use leptos::prelude::*;

impl Keyboard {
    /// Begins a sentence with this card; with another one begun, completes it. On a sentence that is complete, goes to
    /// the next verb, or draws the link if that is what the key does.
    pub(super) fn link(self, card: CardId, draws: bool) {
        let Self { live, desk, .. } = self;
        let (words, sentence) = (live.words(), desk.sentence);
        let Keyed::Linking(cause) = desk.keyed.get_value() else { return self.begin(card) };
        let link = LinkId { cause, consequence: card };
        if card == cause {
            return desk.key(Keyed::Linking(cause), &words.keys().linking(&live.title_of(card)));
        }
        if sentence.consequence.get_untracked() != Some(card) {
            sentence.cause.set(Some(cause));
            sentence.consequence.set(Some(card));
            let known = |link: &LinkId| live.glance(|document| document.links.contains_key(link));
            if let Some(known) = [link, link.reversed()].into_iter().find(known) {
                sentence.clear();
                desk.chosen.set(Chosen::Link(known));
                let told = [words.sentence().known, " ", &wording::link(live, known)].concat();
                return desk.key(Keyed::Nothing, &told);
            }
        } else if draws {
            let because = sentence.because.get_untracked().trim().to_owned();
            if attempt(live, Op::Link { link, kind: sentence.kind.get_untracked(), because }) {
                desk.key(Keyed::Nothing, "");
                sentence.clear();
            }
            return;
        } else {
            sentence.kind.update(|kind| *kind = next(*kind));
        }
        let told = words.keys().ready(&wording::sentence(live, link, sentence.kind.get_untracked()));
        desk.key(Keyed::Linking(cause), &told);
    }

    fn begin(self, card: CardId) {
        let Self { live, desk, .. } = self;
        let link = LinkId { cause: card, consequence: card };
        let op = Op::Link { link, kind: LinkKind::default(), because: String::new() };
        if self.may(Act::Link, op) {
            desk.sentence.clear();
            desk.begin_sentence(card);
            desk.key(Keyed::Linking(card), &live.words().keys().linking(&live.title_of(card)));
        }
    }

    /// The focus goes to the reason of the sentence, and comes back once the link is drawn.
    pub(super) fn because(self) {
        let desk = self.desk;
        if desk.sentence.consequence.get_untracked().is_none() {
            return desk.say(self.live.words().keys().no_sentence);
        }
        desk.key(Keyed::Writing, "");
        self.write_in(".sentence input[type=text]");
    }

    /// Chooses the next link of a card, and says it.
    pub(super) fn next_link(self, card: CardId) {
        let Self { live, desk, .. } = self;
        let links: Vec<_> = live.glance(|document| {
            let touches = |link: &&LinkId| link.cause == card || link.consequence == card;
            document.links.keys().filter(touches).copied().collect()
        });
        let chosen = self.chosen_link().and_then(|chosen| links.iter().position(|&link| link == chosen));
        let Some(&link) = links.get(chosen.map_or(0, |chosen| (chosen + 1) % links.len())) else {
            return desk.say(live.words().keys().no_links);
        };
        desk.chosen.set(Chosen::Link(link));
        desk.say(&wording::link(live, link));
    }

    /// Does something with the link that is chosen.
    pub(super) fn judge(self, command: Command) {
        let Self { live, desk, .. } = self;
        let Some(link) = self.chosen_link() else { return desk.say(live.words().keys().no_link) };
        let me = live.me().actor;
        let (stance, ink, starred) = live.glance(|document| {
            let ink = document.links.get(&link).is_some_and(|link| link.ink);
            (document.stance(link, me), ink, document.stars.contains(&link))
        });
        let other = |wanted: Stance| (stance != Some(wanted)).then_some(wanted);
        let op = match command {
            Command::Agree => Op::Judge { link, stance: other(Stance::Agree) },
            Command::Disagree => Op::Judge { link, stance: other(Stance::Disagree) },
            Command::Ink => Op::Ink { link, ink: !ink },
            Command::Star => Op::Star { link, starred: !starred },
            Command::Unlink => Op::Unlink { link },
            Command::Reverse => return turn(live, desk, link),
            _ => return,
        };
        attempt(live, op);
    }
}

fn next(kind: LinkKind) -> LinkKind {
    let at = LinkKind::ALL.iter().position(|&one| one == kind).unwrap_or(0);
    LinkKind::ALL[(at + 1) % LinkKind::ALL.len()]
}
