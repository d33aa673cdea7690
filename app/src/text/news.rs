//! News in words. Few are told one by one; many are told together, by name and number: "Ben et Cléo : 3 cartes posées,
//! 2 liens." What concerns the person who listens is told in full as long as it is little.

use super::{Words, kind, phase};
use crate::live::{Event, News, Reach};
use board::{ActorId, CardId, LinkId, LinkKind, Op, Phase, Spot, Stance, Undo};

/// What is told in full; more than this is counted.
const FEW: usize = 2;

/// Whoever tells: in which words, to whom, and what things of the board are called.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The texts.
    pub words: Words,
    /// Who listens.
    pub me: ActorId,
    /// A person's name.
    pub name: &'a dyn Fn(ActorId) -> String,
    /// A card's title.
    pub title: &'a dyn Fn(CardId) -> String,
    /// A step's title, by its number; empty if it has none.
    pub step: &'a dyn Fn(u8) -> String,
    /// What to do in a phase.
    pub hint: &'a dyn Fn(Phase) -> &'static str,
    /// How much is on the board, in a sentence.
    pub summary: &'a dyn Fn() -> String,
}

/// What one person did.
type Deed<'a> = (ActorId, &'a Op, Option<&'a Undo>);

impl Teller<'_> {
    /// All of this in one message: first what matters to everybody, in order.
    #[must_use]
    pub fn tell(&self, news: &[News]) -> String {
        let mut told: Vec<String> = news.iter().filter_map(|news| self.moment(news)).collect();
        let deeds: Vec<_> = news.iter().filter_map(|news| Some((news.reach, self.deed(&news.event)?))).collect();
        // Who moves a card three times has moved it, and who changes their mind has one.
        let deeds: Vec<_> = deeds
            .iter()
            .enumerate()
            .filter(|(at, (_, deed))| !deeds[at + 1..].iter().any(|(_, later)| is_replaced(deed, later)))
            .map(|(_, deed)| *deed)
            .collect();
        let of = |reach: Reach| deeds.iter().filter(move |deed| deed.0 == reach).count();
        let (all, concerned) = (deeds.len(), of(Reach::Concerned));
        let in_full = |reach: Reach| all <= FEW || reach == Reach::Concerned && concerned <= FEW;
        told.extend(deeds.iter().filter(|deed| in_full(deed.0)).map(|deed| self.sentence(deed.1)));
        let rest: Vec<_> = deeds.iter().filter(|deed| !in_full(deed.0)).map(|deed| deed.1).collect();
        if !rest.is_empty() {
            told.push(self.count(&rest));
        }
        told.join(" ")
    }

    /// What is told as somebody's doing.
    fn deed<'n>(&self, event: &'n Event) -> Option<Deed<'n>> {
        match event {
            Event::Done { by, op, undone } if !is_moment(op) => Some((*by, &**op, undone.as_deref())),
            _ => None,
        }
    }

    /// A moment, in words.
    fn moment(&self, news: &News) -> Option<String> {
        let (say, colon) = (self.words.news(), self.words.marks().colon);
        let calls = self.words.attention();
        let op = match &news.event {
            Event::Done { op, .. } => &**op,
            Event::Wave(at_a_place) => return Some(if *at_a_place { calls.points } else { calls.waves }.to_owned()),
            Event::Away => return Some(say.away(&(self.summary)())),
        };
        Some(match op {
            Op::Enter { step, phase: opens, .. } => {
                let title = (self.step)(*step);
                let title = if title.is_empty() { phase(self.words, *opens).to_owned() } else { title };
                say.step((self.hint)(*opens), &title)
            }
            Op::Pause { paused: true } => say.paused.to_owned(),
            Op::Pause { .. } => say.resumed.to_owned(),
            Op::Deal { lot, cards, .. } => {
                let mine = |spot: &Spot| *spot == Spot::Hand(self.me);
                let mine: Vec<_> = cards.iter().filter(|(_, spot)| mine(spot)).map(|(card, _)| *card).collect();
                if mine.is_empty() { say.dealt(&lot.to_string()) } else { self.for_me(&mine) }
            }
            Op::Give { cards } => {
                let mine: Vec<_> = cards.iter().filter(|(_, to)| *to == self.me).map(|(card, _)| *card).collect();
                if mine.is_empty() {
                    return None;
                }
                self.for_me(&mine)
            }
            Op::Turn { card, spot, .. } if *spot == Spot::Hand(self.me) => self.for_me(&[*card]),
            Op::Turn { card, .. } => say.turned(&(self.title)(*card)),
            Op::Open { lot } => say.opened(&lot.to_string()),
            Op::Withdraw { lot } => say.withdrawn(&lot.to_string()),
            Op::Frame { cards } => [calls.look, colon, &self.cards(cards), "."].concat(),
            Op::Hint { text, .. } => [calls.question, colon, text].concat(),
            Op::Stage { .. } => say.on_stage.to_owned(),
            Op::Leave { actor } => say.left(&(self.name)(*actor)),
            _ => return None,
        })
    }

    fn for_me(&self, cards: &[CardId]) -> String {
        self.words.news().for_you(&self.cards(cards), cards.len())
    }

    fn cards(&self, cards: &[CardId]) -> String {
        let title = |card: &CardId| self.words.news().card(&(self.title)(*card));
        cards.iter().map(title).collect::<Vec<_>>().join(", ")
    }

    /// One deed in a sentence.
    fn sentence(&self, (by, op, undone): Deed) -> String {
        let say = self.words.news();
        let who = if by == self.me { say.you.to_owned() } else { say.they(&(self.name)(by)) };
        let card = |card: &CardId| (self.title)(*card);
        let of = |done: &str, link: &LinkId| say.of_link(&card(&link.cause), &card(&link.consequence), done, &who);
        match op {
            Op::Place { card: it, .. } => say.placed(&card(it), &who),
            Op::Move { card: it, .. } => say.moved(&card(it), &who),
            Op::Return { card: it } => say.taken_back(&card(it), &who),
            Op::Link { link, kind, because } => {
                say.linked(&card(&link.cause), &card(&link.consequence), &self.verb(*kind, because), &who)
            }
            Op::Change { link, kind, because } => {
                let said = of(say.changed, link);
                [said.trim_end_matches('.'), " (", &self.verb(*kind, because), ")."].concat()
            }
            Op::Unlink { link } => of(say.unlinked, link),
            Op::Reverse { link } => of(say.reversed, link),
            Op::Ink { link, ink: true } => of(say.inked, link),
            Op::Ink { link, .. } => of(say.pencilled, link),
            Op::Star { link, starred: true } => of(say.starred, link),
            Op::Star { link, .. } => of(say.unstarred, link),
            Op::Judge { link, stance } => {
                let words = self.words.opinion();
                let stance = match stance {
                    Some(Stance::Agree) => words.agree,
                    Some(Stance::Disagree) => words.disagree,
                    None => words.no_opinion,
                };
                say.judged(&card(&link.cause), &card(&link.consequence), stance, &who)
            }
            Op::Note { text, question: true, .. } => say.asked(text, &who),
            Op::Note { text, .. } => say.noted(text, &who),
            Op::Erase { .. } => say.erased(&who),
            Op::Title { text } => say.titled(text, &who),
            Op::Story { .. } => say.storied(&who),
            Op::Arrange { .. } => say.arranged(&who),
            Op::Draw { .. } => say.drew(&who),
            Op::Rub { .. } => say.rubbed(&who),
            Op::Act { what, .. } => say.decided(&what.text, &who),
            Op::Drop { .. } => say.dropped(&who),
            Op::Undo => {
                say.undid(&undone.map(|undone| taken_back(self.words, undone, self.title)).unwrap_or_default(), &who)
            }
            _ => String::new(),
        }
    }

    fn verb(&self, verb: LinkKind, because: &str) -> String {
        let verb = kind(self.words, verb);
        if because.is_empty() {
            return verb.to_owned();
        }
        [verb, ", ", &self.words.outline().because(because)].concat()
    }

    /// Many deeds, by name and number.
    fn count(&self, deeds: &[Deed]) -> String {
        let (say, plan) = (self.words.news(), self.words.outline());
        let mut numbers = [0; 5];
        let mut people: Vec<ActorId> = Vec::new();
        for (by, op, _) in deeds {
            if !people.contains(by) {
                people.push(*by);
            }
            numbers[match op {
                Op::Place { .. } => 0,
                Op::Link { .. } => 1,
                Op::Note { .. } => 2,
                Op::Judge { .. } => 3,
                _ => 4,
            }] += 1;
        }
        let [cards, links, notes, opinions, others] = numbers;
        let told = [
            (cards > 0).then(|| plan.cards(cards)),
            (links > 0).then(|| plan.links(links)),
            (notes > 0).then(|| plan.notes(notes)),
            (opinions > 0).then(|| say.opinions(opinions)),
            (others > 0).then(|| say.others(others)),
        ];
        let told: Vec<_> = told.into_iter().flatten().collect();
        [&self.people(&people), self.words.marks().colon, &told.join(", "), "."].concat()
    }

    /// "Ben", "Ben et Cléo", "Ben, Cléo et Dina"; from four on, how many.
    fn people(&self, people: &[ActorId]) -> String {
        let say = self.words.news();
        let name = |who: &ActorId| if *who == self.me { say.yourself.to_owned() } else { (self.name)(*who) };
        match people {
            [one] => name(one),
            [first @ .., last] if people.len() < 4 => {
                let first: Vec<_> = first.iter().map(name).collect();
                [&first.join(", "), say.and, &name(last)].concat()
            }
            _ => say.people(people.len()),
        }
    }
}

/// What is taken back, or was.
#[must_use]
pub fn taken_back(words: Words, undo: &Undo, title: &dyn Fn(CardId) -> String) -> String {
    let say = words.news();
    match undo {
        Undo::Card(card, _) => say.the_card(&title(*card)),
        Undo::Link(link, _) => say.the_link(&title(link.cause), &title(link.consequence)),
        Undo::Reverse(link, _) => say.the_direction(&title(link.cause), &title(link.consequence)),
        Undo::Note(..) => say.the_note.to_owned(),
        Undo::Title(_) => say.the_title.to_owned(),
        Undo::Story(_) => say.the_story.to_owned(),
        Undo::Arrange(_) => say.the_arranging.to_owned(),
        Undo::Stroke(..) => say.the_drawing.to_owned(),
        Undo::Action(..) => say.the_action.to_owned(),
        Undo::Deal(lot, _) => say.the_deal(&lot.to_string()),
    }
}

/// Whether an op is told as a moment, without a name.
fn is_moment(op: &Op) -> bool {
    matches!(
        op,
        Op::Deal { .. }
            | Op::Enter { .. }
            | Op::Pause { .. }
            | Op::Open { .. }
            | Op::Turn { .. }
            | Op::Give { .. }
            | Op::Withdraw { .. }
            | Op::Leave { .. }
            | Op::Time { .. }
            | Op::Frame { .. }
            | Op::Hint { .. }
            | Op::Stage { .. }
    )
}

/// Whether a later deed leaves nothing of this one.
fn is_replaced((by, op, _): &Deed, (later_by, later, _): &Deed) -> bool {
    match (op, later) {
        (Op::Move { card, .. }, Op::Move { card: again, .. } | Op::Return { card: again }) => card == again,
        (Op::Judge { link, .. }, Op::Judge { link: again, .. }) => by == later_by && link == again,
        (Op::Draw { .. }, Op::Draw { .. }) | (Op::Title { .. }, Op::Title { .. }) => by == later_by,
        (Op::Story { .. }, Op::Story { .. }) => by == later_by,
        (Op::Note { note, .. }, Op::Note { note: again, .. }) => by == later_by && note == again,
        _ => false,
    }
}
