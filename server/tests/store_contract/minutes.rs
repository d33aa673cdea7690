//! The people, boards and entries of the claims.

use app::api::VisitorId;
use board::{ActorId, BoardId, CardId, Entry, LinkId, LinkKind, Millis, NoteId, Op, OpId, Point, Seq, WorkshopId};
use server::store::{Record, Store, Workshop};
use uuid::Uuid;

/// A workshop with this code and this many tables, not kept yet.
pub fn workshop(code: &str, tables: usize) -> Workshop {
    Workshop {
        id: WorkshopId(Uuid::new_v4()),
        title: "Fresque du numérique à la Maison de la culture".to_owned(),
        code: code.to_owned(),
        deck: "culture".to_owned(),
        deck_version: "1.0.0".to_owned(),
        format: 180,
        open: true,
        assigned: false,
        created: Millis(1_764_000_000_000),
        boards: (0..tables).map(|_| BoardId(Uuid::new_v4())).collect(),
    }
}

/// The boards of a new workshop with this many tables.
pub async fn boards(store: &dyn Store, tables: usize) -> Vec<BoardId> {
    let workshop = workshop("TABLES", tables);
    assert!(store.create(&workshop).await.expect("the workshop is kept"));
    workshop.boards
}

/// The board of a new workshop with one table.
pub async fn table(store: &dyn Store) -> BoardId {
    boards(store, 1).await[0]
}

/// Somebody's browser.
pub fn visitor() -> VisitorId {
    VisitorId(Uuid::new_v4())
}

/// Something that happens at this place of a log: every kind of content comes by.
pub fn record(seq: u64) -> Record {
    let link = LinkId { cause: CardId(1 + (seq % 40) as u16), consequence: CardId(50) };
    let at = Point { x: (seq % 900) as i16, y: 40 };
    let op = match seq % 4 {
        0 => Op::Link { link, kind: LinkKind::Enables, because: "parce que la billetterie est en ligne".to_owned() },
        1 => Op::Note { note: NoteId(seq), at, text: format!("Et le spectacle {seq} ?"), question: true },
        2 => Op::Place { card: CardId(1 + (seq % 61) as u16), at },
        _ => Op::Title { text: format!("La table numéro {seq}") },
    };
    let entry = Entry { seq: Seq(seq), actor: ActorId(1 + (seq % 8) as u32), at: Millis(1_764_000_000_000 + seq), op };
    Record { op_id: OpId(Uuid::new_v4()), entry }
}

/// What happens from one place of a log to another, both included.
pub fn records(places: std::ops::RangeInclusive<u64>) -> Vec<Record> {
    places.map(record).collect()
}

/// The entries of these records.
pub fn entries(records: &[Record]) -> Vec<Entry> {
    records.iter().map(|record| record.entry.clone()).collect()
}
