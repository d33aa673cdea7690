//! Boards as people make them and as nobody would: from a seed, a log that a room would have taken, with everything a
//! board can hold and with texts of all sorts.

use app::api::{LotCard, SavedCard, SavedOpening};
use board::deck::{Format, Grade, Lang};
use board::protocol::Faces;
use board::{
    Action, ActionId, ActorId, Asker, CardId, Day, Dice, Document, Entry, LinkId, LinkKind, LotId, Millis, NoteId, Op,
    Phase, Point, Role, Seq, Shape, Spot, Stamp, Stance, StrokeId, apply, check,
};
use server::decks::embedded;

/// What people type: plain words, and what trips up programs.
const BITS: [&str; 34] = [
    "l’écran",
    "la mine",
    "le public",
    "parce que",
    "=cmd|' /C calc'!A0",
    "=1+1",
    "+",
    "-",
    "@",
    "'",
    "\"",
    "\"\"",
    ";",
    ",",
    "\n",
    "  ",
    "#35;",
    "`",
    "]]>",
    "<script>",
    "</text>",
    "&amp;",
    "|",
    "{{",
    "}",
    "%%",
    "-->",
    "end",
    "שלום",
    "مرحبا\u{200f}",
    "🎭",
    "👩🏽\u{200d}🔧",
    "\u{a0}«\u{a0}oui\u{a0}»",
    "œuvre",
];
/// Half past one on 25 November 2026.
const START: u64 = 1_795_613_400_000;

/// The saved board of this seed.
pub fn board(seed: u64) -> SavedOpening {
    Maker::of(seed).saved()
}

struct Maker {
    dice: Dice,
    document: Document,
    now: u64,
    seq: Seq,
    format: Format,
}

impl Maker {
    fn of(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let format = Format::ALL[dice.below(3)];
        Self { dice, document: Document::default(), now: START, seq: Seq(0), format }
    }

    fn saved(mut self) -> SavedOpening {
        let deck = &embedded().deck;
        let lots = deck.lots_of(self.format);
        for (lot, cards) in &lots {
            if self.one_in(5) {
                break;
            }
            self.deal(*lot, cards);
        }
        let ops = [0, 5, 60, 250][self.dice.below(4)];
        for _ in 0..ops {
            let (actor, op) = (ActorId(1 + self.dice.below(9) as u32), self.op());
            self.does(actor, op);
        }
        let (name, workshop) = (self.title(), self.title());
        let lot = |(lot, cards): (LotId, Vec<CardId>)| {
            let title = deck.lot_title(self.format, lot).expect("it has one").fr.clone();
            LotCard { lot, title, cards: cards.len() as u8 }
        };
        SavedOpening {
            card: SavedCard {
                mark: 1 + self.dice.below(2_000) as i64,
                name,
                at: Millis(self.now + self.dice.below(100_000) as u64),
                workshop,
                table: 1 + self.dice.below(12) as u8,
                document: self.document.clone(),
            },
            format: self.format.minutes(),
            deck_version: deck.version.clone(),
            local: Default::default(),
            seq: self.seq,
            faces: Faces {
                fronts: self.document.cards.keys().filter_map(|&card| deck.front(card, Lang::Fr)).collect(),
                backs: Vec::new(),
            },
            lots: lots.into_iter().map(lot).collect(),
            seats: Vec::new(),
        }
    }

    /// Most cards come to lie on the table, as they do.
    fn deal(&mut self, lot: LotId, cards: &[CardId]) {
        let left = self.dice.below(cards.len());
        let left = if self.one_in(4) { left } else { 0 };
        let known = |card: &&CardId| !self.document.cards.contains_key(card);
        let cards: Vec<_> = cards.iter().filter(known).skip(left).copied().collect();
        let cards = cards.into_iter().map(|card| (card, self.spot())).collect();
        let seed = self.dice.bits();
        self.write(ActorId(1), Op::Deal { lot, seed, cards, left: left as u8 });
        if self.one_in(2) {
            self.does(ActorId(1), Op::Open { lot });
        }
    }

    /// Does it if a room would let the person who facilitates do it.
    fn does(&mut self, actor: ActorId, op: Op) {
        let asker = Asker { actor, role: Role::Facilitator };
        if check(&self.document, asker, &op, Millis(self.now)).is_ok() {
            self.write(actor, op);
        }
    }

    fn write(&mut self, actor: ActorId, op: Op) {
        self.now += self.dice.below(90_000) as u64;
        // Sometimes somebody sets the laptop's clock.
        if self.one_in(50) {
            self.now -= 30_000;
        }
        self.seq = self.seq.next();
        apply(&mut self.document, &Entry { seq: self.seq, actor, at: Millis(self.now), op });
    }

    fn op(&mut self) -> Op {
        let link = self.link();
        match self.dice.below(22) {
            0..=5 => Op::Link { link, kind: self.kind(), because: self.text(0, 280) },
            6 => Op::Change { link: self.drawn(), kind: self.kind(), because: self.text(0, 280) },
            7 => Op::Unlink { link: self.drawn() },
            8 => Op::Ink { link: self.drawn(), ink: self.one_in(2) },
            9 | 10 => {
                let stance = [None, Some(Stance::Agree), Some(Stance::Disagree)][self.dice.below(3)];
                Op::Judge { link: self.drawn(), stance }
            }
            11 => Op::Star { link: self.drawn(), starred: !self.one_in(3) },
            12 => Op::Note {
                note: NoteId(self.id()),
                at: self.on_table(),
                text: self.text(1, 280),
                question: self.one_in(2),
            },
            13 => Op::Draw { stroke: StrokeId(self.id()), shape: self.shape() },
            14 => Op::Act { action: ActionId(self.id()), what: self.action() },
            15 => Op::Title { text: self.text(0, 120) },
            16 => Op::Story { text: self.text(0, 600) },
            17 => Op::Enter { step: self.dice.below(20) as u8, phase: Phase::ALL[self.dice.below(13)], minutes: 12 },
            18 => Op::Hint { cards: vec![link.cause], text: self.text(1, 280) },
            19 => Op::Move { card: link.cause, at: self.on_table() },
            20 => Op::Return { card: link.cause },
            _ => [Op::Undo, Op::Pause { paused: self.one_in(2) }, Op::Stage { on: true, link: None }]
                [self.dice.below(3)]
            .clone(),
        }
    }

    fn spot(&mut self) -> Spot {
        match self.dice.below(10) {
            0 => Spot::Reserve,
            1 => Spot::Hand(ActorId(1 + self.dice.below(9) as u32)),
            _ => Spot::Table(self.on_table()),
        }
    }

    fn on_table(&mut self) -> Point {
        Point { x: 105 + self.dice.below(2_990) as i16, y: 75 + self.dice.below(1_650) as i16 }
    }

    /// Two dealt cards; the same one twice now and then.
    fn link(&mut self) -> LinkId {
        LinkId { cause: self.card(), consequence: self.card() }
    }

    fn card(&mut self) -> CardId {
        let place = self.dice.below(self.document.cards.len().max(1));
        self.document.cards.keys().nth(place).copied().unwrap_or(CardId(1))
    }

    fn drawn(&mut self) -> LinkId {
        let place = self.dice.below(self.document.links.len().max(1));
        let nothing = LinkId { cause: CardId(1), consequence: CardId(1) };
        self.document.links.keys().nth(place).copied().unwrap_or(nothing)
    }

    fn kind(&mut self) -> LinkKind {
        LinkKind::ALL[self.dice.below(3)]
    }

    fn shape(&mut self) -> Shape {
        if self.one_in(3) {
            return Shape::Stamp { stamp: Stamp::ALL[self.dice.below(6)], at: self.on_table() };
        }
        let points: Vec<_> = (0..1 + self.dice.below(20)).map(|_| self.on_table()).collect();
        Shape::line(self.dice.below(3) as u8, &points).expect("there is a point")
    }

    fn action(&mut self) -> Action {
        let actions: Vec<_> = embedded().deck.actions.keys().copied().collect();
        Action {
            card: self.one_in(2).then(|| actions[self.dice.below(actions.len())]),
            text: self.text(1, 120),
            renounces: self.one_in(3),
            effort: Grade::new(self.dice.below(6) as u8),
            impact: Grade::new(self.dice.below(6) as u8),
            owner: self.text(0, 60),
            with: self.text(0, 60),
            first_step: self.text(0, 280),
            due: self.one_in(2).then(|| Day::of(Millis(self.now + 90_000_000))),
        }
    }

    /// A text of some of the bits, no longer than it may be; at least one letter where it must say something.
    fn text(&mut self, least: usize, most: usize) -> String {
        let bits = least + self.dice.below(9);
        let text: String = (0..bits).map(|_| BITS[self.dice.below(BITS.len())]).collect();
        let text: String = text.chars().take(most - 1).collect();
        if least > 0 && text.trim().is_empty() { "x".to_owned() } else { text }
    }

    /// A line, as the name of a workshop is one.
    fn title(&mut self) -> String {
        let text = self.text(1, 100).replace(['\n', '\u{200f}'], " ");
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() { "x".to_owned() } else { words }
    }

    fn id(&mut self) -> u64 {
        if self.one_in(9) { u64::MAX - self.dice.below(3) as u64 } else { self.dice.bits() }
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.dice.below(many) == 0
    }
}

/// More than any table could lay out: what a program would send.
pub fn crowded(cards: u16, links: u32) -> SavedOpening {
    let mut saved = board(2);
    let document = &mut saved.card.document;
    (document.cards, document.links) = Default::default();
    for card in 1..=cards {
        let at = Point { x: 105 + (card % 60) as i16 * 49, y: 75 + (card / 60) as i16 * 48 };
        document.cards.insert(CardId(card), board::Card { lot: LotId(1 + (card % 6) as u8), spot: Spot::Table(at) });
    }
    for turn in 0..links {
        let (cause, step) = (turn as u16 % cards, 1 + turn as u16 / cards);
        let link = LinkId { cause: CardId(1 + cause), consequence: CardId(1 + (cause + step * 7) % cards) };
        let kind = LinkKind::ALL[turn as usize % 3];
        let because = format!("raison numéro {turn}");
        let drawn = board::Link { kind, because, author: ActorId(1), at: Millis(START), ink: false };
        document.links.insert(link, drawn);
    }
    saved
}
