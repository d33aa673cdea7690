//! A table at work: real cards of the culture deck, dealt, placed and linked through a real room.

use app::api::{BoardOpening, Invitation, LotCard, StepCard, TableCard, WorkshopCard};
use board::deck::{Back, Certainty, Front, Lang};
use board::protocol::Faces;
use board::*;
use std::collections::{BTreeMap, HashMap};
use toml::Table;
use uuid::Uuid;

/// What somebody typed as a name, a note, a reason.
pub const MARKUP: &str = "Zoé <b>gras</b> \"onclick=\"alert(1)\" & co";

const FACILITATOR: Asker = Asker { actor: ActorId(9), role: Role::Facilitator };
const ZOE: Asker = Asker { actor: ActorId(1), role: Role::Participant };
const ALI: Asker = Asker { actor: ActorId(2), role: Role::Participant };
/// When the page is made.
pub const NOW: Millis = Millis(1_795_613_400_000);

/// The links on the table: cause, consequence, kind, because.
pub const LINKS: [(u16, u16, LinkKind, &str); 6] = [
    (1, 10, LinkKind::LeadsTo, "un appel à projets le demande, et vite"),
    (2, 18, LinkKind::LeadsTo, "la vidéo est stockée et diffusée"),
    (4, 20, LinkKind::LeadsTo, ""),
    (18, 20, LinkKind::Enables, "on y retrouve ses fichiers de n’importe où"),
    (5, 1, LinkKind::Reduces, MARKUP),
    (10, 18, LinkKind::LeadsTo, "chaque requête y est calculée"),
];

/// The deck's texts: number, lot and title of each card, and the lots' titles.
pub struct Texts {
    pub cards: BTreeMap<u16, (u8, String, String)>,
    pub lots: BTreeMap<u8, String>,
}

pub fn texts() -> Texts {
    let read = |file: &str| -> Table {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../card-decks/culture").join(file);
        std::fs::read_to_string(path).expect("the deck is there").parse().expect("the deck is TOML")
    };
    let (deck, french) = (read("deck.toml"), read("fr.toml"));
    let number = |kind: &str, slug: &str| deck[kind][slug]["number"].as_integer().expect("a number");
    let says = |kind: &str, slug: &str, key: &str| french[kind][slug][key].as_str().expect("a text").to_owned();
    let slugs = |kind: &str| deck[kind].as_table().expect("a table").keys().cloned().collect::<Vec<_>>();
    let lot_of = |slug: &str| deck["cards"][slug]["lot"].as_str().expect("a lot").to_owned();
    let card = |slug: String| {
        let lot = u8::try_from(number("lots", &lot_of(&slug))).expect("few lots");
        let id = u16::try_from(number("cards", &slug)).expect("few cards");
        (id, (lot, says("cards", &slug, "title"), says("cards", &slug, "fact")))
    };
    let lot = |slug: String| (u8::try_from(number("lots", &slug)).expect("few lots"), says("lots", &slug, "title"));
    Texts { cards: slugs("cards").into_iter().map(card).collect(), lots: slugs("lots").into_iter().map(lot).collect() }
}

/// A table in the phase of links: lots 1 and 2 dealt, the first one open, lot 3 still in the box.
pub fn at_work(texts: &Texts) -> Document {
    let lots = [(1, vec![1, 2, 4, 5, 6, 7, 9, 10]), (2, vec![15, 18, 19, 20]), (3, vec![22, 23])];
    let lots = lots.map(|(lot, cards)| (LotId(lot), cards.into_iter().map(CardId).collect::<Vec<_>>()));
    for (lot, cards) in &lots {
        assert!(cards.iter().all(|card| texts.cards[&card.0].0 == lot.0), "the deck was renumbered: {lot:?}");
    }
    let mut room = Room::open(Snapshot::default(), Vec::new(), HashMap::new(), lots.into()).expect("an empty log");
    let mut next = 0;
    let mut does = |asker: Asker, intent: Intent| {
        next += 1;
        let with = Circumstances { now: NOW, seed: 4, seated: &[ActorId(1), ActorId(2)] };
        let verdict = room.submit(OpId(Uuid::from_u128(next)), asker, intent.clone(), with);
        assert!(matches!(verdict, Verdict::Accepted(_)), "{intent:?}: {verdict:?}");
    };
    let op = Intent::Do;
    does(FACILITATOR, op(Op::Enter { step: 0, phase: Phase::Links, minutes: 0 }));
    does(FACILITATOR, Intent::Deal { lot: LotId(1), to: DealTo::Hands, force: true });
    does(FACILITATOR, Intent::Deal { lot: LotId(2), to: DealTo::Table, force: true });
    does(FACILITATOR, op(Op::Open { lot: LotId(1) }));
    let places = [
        (1, 1300, 620),
        (2, 1300, 1000),
        (4, 1300, 1220),
        (5, 900, 780),
        (10, 1700, 640),
        (18, 2050, 920),
        (20, 1720, 1240),
    ];
    for (card, x, y) in places {
        does(FACILITATOR, op(Op::Place { card: CardId(card), at: Point { x, y } }));
    }
    for (cause, consequence, kind, because) in LINKS {
        let link = LinkId { cause: CardId(cause), consequence: CardId(consequence) };
        does(ZOE, op(Op::Link { link, kind, because: because.to_owned() }));
    }
    let note = |note, x, text: &str, question| {
        op(Op::Note { note: NoteId(note), at: Point { x, y: 420 }, text: text.to_owned(), question })
    };
    does(ZOE, note(1, 1150, MARKUP, false));
    does(ALI, note(u64::MAX, 1750, "Et si la salle n’a pas de réseau le soir du spectacle ?", true));
    room.document().clone()
}

/// What this person's page is opened with: texts of dealt cards only, as the server gives them.
pub fn opening(me: Asker, document: Document, texts: &Texts) -> BoardOpening {
    let known = |card: &CardId| texts.cards[&card.0].clone();
    let front = |card: &CardId| {
        let (lot, title, _) = known(card);
        Front { card: *card, lot: LotId(lot), title, lang: Lang::Fr, sheet: None }
    };
    let back = |card: &CardId| Back {
        card: *card,
        fact: known(card).2,
        source: "TMNlab, Restitution".into(),
        year: Some(2023),
        certainty: Certainty::SourceRead,
        lang: Lang::Fr,
    };
    let fronts = document.cards.keys().map(front).collect();
    let backs = document.cards.keys().filter(|card| document.is_open(**card)).map(back).collect();
    let seat = |actor, role, name: &str, here| Seat { actor: ActorId(actor), role, name: name.into(), here };
    let table = |board, people| TableCard { board: BoardId(Uuid::from_u128(board)), people };
    let qr = "M0 0h7v7h-7zM22 0h7v7h-7zM0 22h7v7h-7zM12 3h3v9h-3zM16 14h9v4h-9z";
    BoardOpening {
        me,
        lang: Lang::Fr,
        now: NOW,
        workshop: WorkshopCard {
            id: WorkshopId(Uuid::from_u128(7)),
            title: "Équipe technique, janvier".into(),
            code: "KX4P7M".into(),
            format: 180,
            open: true,
            assigned: false,
            tables: vec![table(1, 5), table(2, 3), table(3, 0)],
        },
        board: BoardId(Uuid::from_u128(2)),
        table: 2,
        snapshot: Snapshot { seq: Seq(40), document },
        seats: vec![
            seat(1, Role::Participant, MARKUP, true),
            seat(2, Role::Participant, "Ali", true),
            seat(3, Role::Participant, "Maïwenn", false),
            seat(9, Role::Facilitator, "Camille", true),
        ],
        faces: Faces { fronts, backs },
        lots: texts
            .lots
            .iter()
            .map(|(&lot, title)| LotCard { lot: LotId(lot), title: title.clone(), cards: 6 })
            .collect(),
        memo: None,
        script: vec![step(0, "Liens", Phase::Links), step(1, "Relecture", Phase::Review)],
        invitation: (me.role == Role::Facilitator).then(|| Invitation {
            address: "http://192.168.1.20:3000/rejoindre/KX4P7M".into(),
            side: 29,
            path: qr.into(),
            wifi: None,
        }),
    }
}

fn step(number: u8, title: &str, phase: Phase) -> StepCard {
    StepCard { number, title: title.into(), minutes: 12, phase, lot: None, does: String::new(), says: String::new() }
}
