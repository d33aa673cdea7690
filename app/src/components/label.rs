//! What things of the board are called: from the meaning's words to a person's.

use crate::live::{LiveBoard, Status};
use crate::text::{self, Words};
use board::{ActorId, CardId, Document, LinkId, LinkKind, LotId, Phase, Spot, Undo};

/// What there is to do in a phase.
#[must_use]
pub fn hint(words: Words, phase: Phase) -> &'static str {
    let words = words.phase();
    match phase {
        Phase::Welcome => words.welcome_hint,
        Phase::Cards => words.cards_hint,
        Phase::Links => words.links_hint,
        Phase::Review => words.review_hint,
        Phase::Story => words.story_hint,
        Phase::Closing => words.closing_hint,
        Phase::Icebreaker => words.icebreaker_hint,
        Phase::Break => words.rest_hint,
        Phase::Restitution => words.restitution_hint,
        Phase::Gallery => words.gallery_hint,
        Phase::Mood => words.mood_hint,
        Phase::Actions => words.actions_hint,
        Phase::Feedback => words.feedback_hint,
    }
}

/// The class of a link's kind: how it is drawn.
#[must_use]
pub fn kind_class(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::LeadsTo => "leads-to",
        LinkKind::Reduces => "reduces",
        LinkKind::Enables => "enables",
    }
}

/// Whether what one does is kept.
#[must_use]
pub fn status(words: Words, status: Status) -> String {
    let words = words.status();
    match status {
        Status::Saved => words.saved.to_owned(),
        Status::Waiting(count) => words.waiting(&count.to_string()),
        Status::Offline(0) => words.away.to_owned(),
        Status::Offline(count) => words.offline(&count.to_string()),
        Status::NotHere => words.not_here.to_owned(),
    }
}

/// Somebody's first name, or what is said instead once it was erased.
#[must_use]
pub fn name(live: LiveBoard, actor: ActorId) -> String {
    let name = live.name_of(actor);
    if name.is_empty() { live.words().people().nameless.to_owned() } else { name }
}

/// Where a card is.
#[must_use]
pub fn spot(live: LiveBoard, spot: Spot) -> String {
    let words = live.words().outline();
    match spot {
        Spot::Table(_) => words.on_table.to_owned(),
        Spot::Reserve => words.in_reserve.to_owned(),
        Spot::Hand(actor) if actor == live.me().actor => words.in_my_hand.to_owned(),
        Spot::Hand(actor) => words.in_hand(&name(live, actor)),
    }
}

/// A link as a sentence: "A entraîne B".
#[must_use]
pub fn sentence(live: LiveBoard, link: LinkId, verb: LinkKind) -> String {
    let words = live.words();
    words.outline().sentence(&live.title_of(link.cause), &live.title_of(link.consequence), text::kind(words, verb))
}

/// The cards that a card leads to, and those it comes from, each with how.
pub type Ends = (Vec<(CardId, LinkKind)>, Vec<(CardId, LinkKind)>);

/// Where the links of a card lead, and where they come from.
#[must_use]
pub fn ends(document: &Document, card: CardId) -> Ends {
    let links = document.links.iter();
    let to = links.clone().filter(|(link, _)| link.cause == card).map(|(id, link)| (id.consequence, link.kind));
    let from = links.filter(|(link, _)| link.consequence == card).map(|(id, link)| (id.cause, link.kind));
    (to.collect(), from.collect())
}

/// How many cards lie on the table, and how many links and notes.
#[must_use]
pub fn counts(document: &Document) -> (usize, usize, usize) {
    let cards = document.cards.keys().filter(|&&card| document.on_table(card).is_some()).count();
    (cards, document.links.len(), document.notes.len())
}

/// All that a card is, in one breath: number, title, lot, links. For those who hear the board.
#[must_use]
pub fn card(live: LiveBoard, card: CardId, lot: LotId, (to, from): &Ends) -> String {
    let words = live.words();
    let mut label = words.board().card(&card.to_string());
    for part in [live.title_of(card), self::lot(live, lot)] {
        label.push_str(", ");
        label.push_str(&part);
    }
    for (head, cards) in [(words.outline().to, to), (words.outline().from, from)] {
        if !cards.is_empty() {
            let end = |&(card, kind): &(CardId, LinkKind)| {
                [&live.title_of(card), " (", text::kind(words, kind), ")"].concat()
            };
            let titles: Vec<_> = cards.iter().map(end).collect();
            label.push_str(". ");
            label.push_str(head);
            label.push_str(words.marks().colon);
            label.push_str(&titles.join(", "));
        }
    }
    label
}

/// What would be taken back next, said before it is: the last thing that can be taken back is not always the last done.
#[must_use]
pub fn undo(live: LiveBoard, undo: &Undo) -> String {
    let words = live.words();
    match undo {
        Undo::Deal(lot, _) => words.board().undo_deal(&lot.to_string()),
        undo => words.board().undo_of(&text::taken_back(words, undo, &|card| live.title_of(card))),
    }
}

/// A lot's number and title.
#[must_use]
pub fn lot(live: LiveBoard, lot: LotId) -> String {
    let title = live.opening(|opening| {
        opening.lots.iter().find(|known| known.lot == lot).map(|known| known.title.clone()).unwrap_or_default()
    });
    live.words().outline().lot(&lot.to_string(), &title)
}

/// The classes of an element: the first always, the others while they hold.
#[must_use]
pub fn classes(always: &str, sometimes: &[(bool, &str)]) -> String {
    let mut all = String::from(always);
    for (_, class) in sometimes.iter().filter(|(holds, _)| *holds) {
        all.push(' ');
        all.push_str(class);
    }
    all
}
