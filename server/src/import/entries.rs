//! The log of an imported board: the ops that would have made it.
//!
//! Cards are dealt where they lie; steps, links, notes and questions follow at the moments the file tells; what has no
//! moment of its own comes last. Whoever did what the file does not tell is number 0, which is nobody's. Voices are
//! counted in a file, so they come back with numbers that nobody had.

use crate::export::{At, BoardFile, Moment, Place, Step};
use app::api::{LotCard, NotImported, SavedCard, SavedOpening};
use board::deck::{Deck, Format, Grade};
use board::protocol::Faces;
use board::{
    Action, ActionId, ActorId, Asker, CardId, Day, Document, Entry, LinkId, LotId, Millis, NoteId, Op, Phase, Point,
    Rejection, Role, Seq, Shape, Spot, Stance, StrokeId, apply, check,
};
use std::collections::{BTreeMap, BTreeSet};

/// Whoever did what the file does not tell.
const NOBODY: ActorId = ActorId(0);
/// The most voices on one link: more than ever sat at a table.
const MAX_VOICES: u32 = 500;
/// The longest log that a file makes.
const MAX_ENTRIES: usize = 50_000;

/// The log of this board, and the format it was played in.
///
/// # Errors
/// The first thing in the file that no board of this deck can hold.
pub fn entries(file: &BoardFile, deck: &Deck) -> Result<(Vec<Entry>, Format), NotImported> {
    if file.deck.slug != deck.slug {
        return Err(NotImported::OtherDeck(file.deck.slug.chars().take(40).collect()));
    }
    if let Some(card) = file.cards.iter().find(|card| !deck.cards.contains_key(&CardId(card.card))) {
        return Err(NotImported::UnknownCard(card.card));
    }
    let format = match file.format {
        Some(minutes) => Format::of_minutes(minutes).ok_or(NotImported::Altered)?,
        None => guess(file, deck),
    };
    let mut log = Log::default();
    log.deal(file)?;
    log.told(file)?;
    log.untold(file)?;
    log.is_the_file(file, deck, format)?;
    Ok((log.entries, format))
}

/// The shortest format with all these cards: version 1 did not say which.
fn guess(file: &BoardFile, deck: &Deck) -> Format {
    let has = |format: &Format| {
        let cards: BTreeMap<CardId, LotId> = deck
            .lots_of(*format)
            .into_iter()
            .flat_map(|(lot, cards)| cards.into_iter().map(move |card| (card, lot)))
            .collect();
        file.cards.iter().all(|card| cards.get(&CardId(card.card)) == Some(&LotId(card.lot)))
    };
    Format::ALL.into_iter().find(has).unwrap_or(Format::ThreeHours)
}

#[derive(Default)]
struct Log {
    document: Document,
    entries: Vec<Entry>,
}

/// Something of the file that has a moment, and where it stands there.
struct Told {
    at: Millis,
    by: ActorId,
    part: &'static str,
    place: usize,
    op: Op,
}

impl Log {
    /// Every lot at once, each card where it is.
    fn deal(&mut self, file: &BoardFile) -> Result<(), NotImported> {
        let start = moments(file).min().unwrap_or_default();
        let (mut lots, mut seen): (BTreeMap<u8, Vec<_>>, _) = (BTreeMap::new(), BTreeSet::new());
        for (card, place) in file.cards.iter().zip(1..) {
            if !seen.insert(card.card) {
                return Err(NotImported::Against("cards", place, Rejection::AlreadyDealt));
            }
            let spot = match (card.place, card.at) {
                (Place::Table, Some(at)) => Spot::Table(at.into()),
                (Place::Hand, None) => Spot::Hand(card.holder.map_or(NOBODY, ActorId)),
                (Place::Reserve, None) => Spot::Reserve,
                _ => return Err(NotImported::Altered),
            };
            lots.entry(card.lot).or_default().push((CardId(card.card), spot));
        }
        for (lot, place) in file.lots.iter().filter(|lot| lot.dealt).zip(1..) {
            let cards = lots.remove(&lot.lot).unwrap_or_default();
            let op = Op::Deal { lot: LotId(lot.lot), seed: 0, cards, left: lot.left };
            self.write(start, NOBODY, op);
            if lot.open {
                self.does(Told { at: start, by: NOBODY, part: "lots", place, op: Op::Open { lot: LotId(lot.lot) } })?;
            }
        }
        if !lots.is_empty() {
            return Err(NotImported::Altered);
        }
        for (card, place) in file.cards.iter().zip(1..) {
            // Dealt cards are checked as moved ones are: on the table, all of them.
            if let Some(at) = self.document.on_table(CardId(card.card)) {
                let op = Op::Move { card: CardId(card.card), at };
                self.may(NOBODY, &op).map_err(|why| NotImported::Against("cards", place, why))?;
            }
        }
        Ok(())
    }

    /// What happened at a moment, in the order of the moments; each list keeps its own order.
    fn told(&mut self, file: &BoardFile) -> Result<(), NotImported> {
        let mut lists = [visits(file), hints(file), links(file), notes(file)].map(|list| list.into_iter().peekable());
        while let Some((_, place)) =
            lists.iter_mut().enumerate().filter_map(|(place, list)| Some((list.peek()?.at, place))).min()
        {
            if let Some(told) = lists[place].next() {
                self.does(told)?;
            }
        }
        Ok(())
    }

    /// What has no moment of its own.
    fn untold(&mut self, file: &BoardFile) -> Result<(), NotImported> {
        let at = moments(file).max().unwrap_or_default();
        let mut does = |part, place, by, op| self.does(Told { at, by, part, place, op });
        let authors = file.links.iter().map(|link| link.author).chain(file.cards.iter().filter_map(|card| card.holder));
        let authors = authors.chain(file.notes.iter().chain(&file.questions).map(|note| note.author));
        let first = authors.chain(file.drawings.iter().map(|one| one.author)).max().unwrap_or(0).saturating_add(1);
        if first > u32::MAX - MAX_VOICES {
            return Err(NotImported::Altered);
        }
        for (drawn, place) in file.links.iter().zip(1..) {
            let link = ends(drawn.cause, drawn.consequence);
            if drawn.ink {
                does("links", place, NOBODY, Op::Ink { link, ink: true })?;
            }
            if drawn.agree.saturating_add(drawn.disagree) > MAX_VOICES {
                return Err(NotImported::Against("links", place, Rejection::Full));
            }
            let agree = (0..drawn.agree).map(|_| Stance::Agree);
            let voices = agree.chain((0..drawn.disagree).map(|_| Stance::Disagree));
            for (voice, stance) in (first..).zip(voices) {
                does("links", place, ActorId(voice), Op::Judge { link, stance: Some(stance) })?;
            }
            if drawn.starred {
                does("links", place, NOBODY, Op::Star { link, starred: true })?;
            }
        }
        for (drawing, place) in file.drawings.iter().zip(1..) {
            let points: Vec<Point> = drawing.points.iter().map(|&at| at.into()).collect();
            let shape = match (drawing.pen, drawing.stamp, points.as_slice()) {
                (Some(pen), None, points) => Shape::line(pen, points),
                (None, Some(stamp), &[at]) => Some(Shape::Stamp { stamp, at }),
                _ => None,
            };
            let shape = shape.ok_or(NotImported::Altered)?;
            let op = Op::Draw { stroke: StrokeId(drawing.drawing), shape };
            does("drawings", place, ActorId(drawing.author), op)?;
        }
        for (kept, place) in file.actions.iter().zip(1..) {
            let what = decision(kept).map_err(|why| NotImported::Against("actions", place, why))?;
            does("actions", place, NOBODY, Op::Act { action: ActionId(kept.action), what })?;
        }
        if !file.title.is_empty() {
            does("title", 1, NOBODY, Op::Title { text: file.title.clone() })?;
        }
        if !file.story.is_empty() {
            does("story", 1, NOBODY, Op::Story { text: file.story.clone() })?;
        }
        Ok(())
    }

    /// The board that was written must leave as the file that came: what a list says twice, or one list and another
    /// say against each other, is found here. What the deck says may have been put right meanwhile.
    fn is_the_file(&self, file: &BoardFile, deck: &Deck, format: Format) -> Result<(), NotImported> {
        let lots = deck.lots_of(format).into_keys().map(|lot| LotCard { lot, title: String::new(), cards: 0 });
        let again = SavedOpening {
            card: SavedCard {
                mark: 0,
                name: file.saved.name.clone(),
                at: file.saved.at.0,
                workshop: file.workshop.clone(),
                table: file.table,
                document: self.document.clone(),
            },
            format: format.minutes(),
            deck_version: file.deck.version.clone(),
            local: file.local.iter().map(|local| CardId(local.card)).collect(),
            seq: Seq(0),
            faces: Faces::default(),
            lots: lots.collect(),
            seats: Vec::new(),
        };
        let again = BoardFile::of(&again, deck);
        let version = file.version;
        if again.said_by_the_table(version) == file.said_by_the_table(version) {
            Ok(())
        } else {
            Err(NotImported::Altered)
        }
    }

    /// Writes an op that a room would have let the person who facilitates do.
    fn does(&mut self, told: Told) -> Result<(), NotImported> {
        let Told { at, by, part, place, op } = told;
        let full = self.entries.len() >= MAX_ENTRIES;
        match self.may(by, &op) {
            _ if full => Err(NotImported::Against(part, place, Rejection::Full)),
            // A step may be entered again.
            Ok(()) | Err(Rejection::AlreadySo) => {
                self.write(at, by, op);
                Ok(())
            }
            Err(why) => Err(NotImported::Against(part, place, why)),
        }
    }

    /// At the beginning of time no day has passed, and everybody may change what is theirs.
    fn may(&self, by: ActorId, op: &Op) -> Result<(), Rejection> {
        check(&self.document, Asker { actor: by, role: Role::Facilitator }, op, Millis(0))
    }

    fn write(&mut self, at: Millis, actor: ActorId, op: Op) {
        let seq = self.entries.last().map_or(Seq(0), |entry| entry.seq).next();
        let entry = Entry { seq, actor, at, op };
        apply(&mut self.document, &entry);
        self.entries.push(entry);
    }
}

/// Every moment of the file.
fn moments(file: &BoardFile) -> impl Iterator<Item = Millis> {
    let visits = file.visits.iter().map(|visit| visit.since);
    let notes = file.notes.iter().chain(&file.questions).map(|note| note.written);
    let links = file.links.iter().map(|link| link.at);
    let hints = file.hints.iter().map(|hint| hint.at);
    visits.chain(notes).chain(links).chain(hints).chain([file.saved.at]).map(|Moment(at)| at)
}

fn visits(file: &BoardFile) -> Vec<Told> {
    let told = |(visit, place): (&Step, usize)| {
        let op = Op::Enter { step: visit.step, phase: visit.phase, minutes: 0 };
        Told { at: visit.since.0, by: NOBODY, part: "visits", place, op }
    };
    let mut visits: Vec<_> = file.visits.iter().zip(1..).map(told).collect();
    // Version 1 told the phase, and not how the table came to it.
    if file.version == 1 && file.phase != Phase::default() {
        let op = Op::Enter { step: 0, phase: file.phase, minutes: 0 };
        visits.push(Told { at: file.saved.at.0, by: NOBODY, part: "phase", place: 1, op });
    }
    visits
}

fn hints(file: &BoardFile) -> Vec<Told> {
    let told = |(hint, place): (&crate::export::Asked, usize)| {
        let cards = hint.cards.iter().copied().map(CardId).collect();
        let op = Op::Hint { cards, text: hint.text.clone() };
        Told { at: hint.at.0, by: NOBODY, part: "hints", place, op }
    };
    file.hints.iter().zip(1..).map(told).collect()
}

fn links(file: &BoardFile) -> Vec<Told> {
    let mut links: Vec<_> = file.links.iter().zip(1..).collect();
    links.sort_by_key(|(link, _)| link.at);
    let told = |(link, place): (&crate::export::Drawn, usize)| {
        let (id, because) = (ends(link.cause, link.consequence), link.because.clone());
        let op = Op::Link { link: id, kind: link.kind, because };
        Told { at: link.at.0, by: ActorId(link.author), part: "links", place, op }
    };
    links.into_iter().map(told).collect()
}

fn notes(file: &BoardFile) -> Vec<Told> {
    let told = |part: &'static str, question: bool| {
        move |(note, place): (&crate::export::Written, usize)| {
            let At { x, y } = note.at;
            let op = Op::Note { note: NoteId(note.note), at: Point { x, y }, text: note.text.clone(), question };
            Told { at: note.written.0, by: ActorId(note.author), part, place, op }
        }
    };
    let notes = file.notes.iter().zip(1..).map(told("notes", false));
    let mut notes: Vec<_> = notes.chain(file.questions.iter().zip(1..).map(told("questions", true))).collect();
    notes.sort_by_key(|told| told.at);
    notes
}

fn decision(kept: &crate::export::Decided) -> Result<Action, Rejection> {
    let grade = |grade: Option<u8>| grade.map(|grade| Grade::new(grade).ok_or(Rejection::BadGrade)).transpose();
    let due = kept.due.as_deref().map(|day| Day::read(day).ok_or(Rejection::BadTime)).transpose()?;
    Ok(Action {
        card: kept.card.map(CardId),
        text: kept.text.clone(),
        renounces: kept.renounces,
        effort: grade(kept.effort)?,
        impact: grade(kept.impact)?,
        owner: kept.owner.clone(),
        with: kept.with.clone(),
        first_step: kept.first_step.clone(),
        due,
    })
}

fn ends(cause: u16, consequence: u16) -> LinkId {
    LinkId { cause: CardId(cause), consequence: CardId(consequence) }
}
