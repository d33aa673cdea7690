//! A table that one of its people hears: what the others do is folded into the same document, and told by a clock that
//! the test holds.

use app::live::{Due, Ear, Event, Hears, News, Reach};
use app::text::{Teller, words};
use board::deck::Lang;
use board::{
    ActorId, Asker, Card, CardId, Document, Entry, LinkId, LinkKind, LotId, Millis, Op, Phase, Point, Role, Seq, Spot,
    Stance, apply,
};

pub const ANA: ActorId = ActorId(1);
pub const BEN: ActorId = ActorId(2);
pub const CLEO: ActorId = ActorId(3);
pub const DINA: ActorId = ActorId(4);
pub const ELI: ActorId = ActorId(5);
pub const FAY: ActorId = ActorId(9);

const NOON: u64 = 1_800_000_000_000;
const TITLES: [&str; 9] = ["Vidéo", "Réseau", "Serveurs", "Eau", "Billetterie", "Forge", "Écrans", "Mines", "Déchets"];

/// The table, with Ana's ear.
pub struct Table {
    pub document: Document,
    pub ear: Ear,
    pub hears: Hears,
    pub lang: Lang,
    pub seq: Seq,
}

impl Table {
    /// Nine cards of lot 1, each in the hand of whoever will place it, in the phase of links.
    pub fn new() -> Self {
        let card = |number| (CardId(number), Card { lot: LotId(1), spot: Spot::Reserve });
        let cards = (1..=9).map(card).collect();
        Self {
            document: Document { phase: Phase::Links, cards, ..Document::default() },
            ear: Ear::new(Asker { actor: ANA, role: Role::Participant }, []),
            hears: Hears::default(),
            lang: Lang::Fr,
            seq: Seq(0),
        }
    }

    pub fn does(&mut self, actor: ActorId, op: Op) {
        self.seq = self.seq.next();
        let entry = Entry { seq: self.seq, actor, at: Millis(NOON), op };
        self.ear.hear(&self.document, &entry);
        apply(&mut self.document, &entry);
    }

    /// What Ana hears of herself at once.
    pub fn own(&mut self) -> String {
        let news = self.ear.take();
        let own = self.ear.bulletin.take_in(news);
        self.tell(&own)
    }

    /// What Ana hears of the others when the clock says so many milliseconds past noon; nothing if nothing is due.
    pub fn at(&mut self, past: u64) -> String {
        self.own();
        match self.due(past) {
            Due::Now(news) => self.tell(&news),
            Due::Nothing | Due::In(_) => String::new(),
        }
    }

    /// What is due then.
    pub fn due(&mut self, past: u64) -> Due {
        self.ear.bulletin.due(Millis(NOON + past), self.hears)
    }

    pub fn tell(&self, news: &[News]) -> String {
        let words = words(self.lang);
        let names = [(ANA, "Ana"), (BEN, "Ben"), (CLEO, "Cléo"), (DINA, "Dina"), (ELI, "Éli"), (FAY, "Fay")];
        let name = |who: ActorId| names.iter().find(|(one, _)| *one == who).map_or("?", |(_, name)| name).to_owned();
        let title = |card: CardId| TITLES.get(usize::from(card.0) - 1).map_or("?", |title| title).to_owned();
        let step = |number: u8| if number == 4 { "Relier".to_owned() } else { String::new() };
        let hint = |phase: Phase| if phase == Phase::Break { words.phase().rest_hint } else { "On relie." };
        let summary = || "9 cartes posées, 4 liens, 1 note ou question.".to_owned();
        let teller = Teller { words, me: ANA, name: &name, title: &title, step: &step, hint: &hint, summary: &summary };
        teller.tell(news)
    }

    /// The reach of what was heard since the last time.
    pub fn reaches(&mut self) -> Vec<Reach> {
        self.ear.take().into_iter().map(|news| news.reach).collect()
    }

    /// What was heard, as it came.
    pub fn events(&mut self) -> Vec<Event> {
        self.ear.take().into_iter().map(|news| news.event).collect()
    }
}

pub fn place(card: u16) -> Op {
    Op::Place { card: CardId(card), at: at(card) }
}

pub fn moves(card: u16, x: i16) -> Op {
    Op::Move { card: CardId(card), at: Point { x, y: 400 } }
}

pub fn between(cause: u16, consequence: u16) -> LinkId {
    LinkId { cause: CardId(cause), consequence: CardId(consequence) }
}

pub fn link(cause: u16, consequence: u16, because: &str) -> Op {
    Op::Link { link: between(cause, consequence), kind: LinkKind::LeadsTo, because: because.into() }
}

pub fn judges(cause: u16, consequence: u16, stance: Stance) -> Op {
    Op::Judge { link: between(cause, consequence), stance: Some(stance) }
}

/// A lot whose cards fall like this.
pub fn deal(lot: u8, cards: &[(u16, Spot)]) -> Op {
    let cards = cards.iter().map(|&(card, spot)| (CardId(card), spot)).collect();
    Op::Deal { lot: LotId(lot), seed: 7, cards, left: 0 }
}

fn at(card: u16) -> Point {
    Point { x: 200 + 300 * i16::try_from(card).expect("nine cards"), y: 400 }
}
