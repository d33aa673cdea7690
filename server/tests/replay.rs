//! A saved board seen again, through what pages may ask: the log up to the mark and no further, for whoever may read the
//! saved board, without a name, a closed back or the key.

use app::api::{AppError, Facilitation as _, ReplayOpening, Visitor, VisitorId};
use board::deck::{Format, Lang};
use board::*;
use server::backend::Machine;
use server::decks::embedded;
use server::rooms::Rooms;
use server::store::{Sqlite, Store, Workshop};
use server::workshops::{Wish, create};
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

/// A table that Nora facilitates and Léa plays at.
struct House {
    _folder: TempDir,
    store: Arc<dyn Store>,
    rooms: Rooms,
    machine: Machine,
    workshop: Workshop,
    nora: Visitor,
    lea: Visitor,
}

fn somebody() -> Visitor {
    Visitor { id: VisitorId(Uuid::new_v4()), lang: Lang::Fr, address: [127, 0, 0, 1].into() }
}

impl House {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store: Arc<dyn Store> = Arc::new(Sqlite::open(folder.path()).await.expect("a store"));
        let wish = Wish { title: "Saison".into(), format: Format::ThreeHours, tables: 1, assigned: false };
        let workshop = create(&*store, wish).await.expect("a workshop");
        let (nora, lea) = (somebody(), somebody());
        let board = Some(workshop.boards[0]);
        store.take_seat(workshop.id, nora.id, None, Role::Facilitator, "Nora").await.expect("a seat");
        store.take_seat(workshop.id, lea.id, board, Role::Participant, "Léa").await.expect("a seat");
        let rooms = Rooms::new(store.clone());
        let machine = Machine::new(store.clone(), rooms.clone(), "http://salle.example".into(), None);
        Self { _folder: folder, store, rooms, machine, workshop, nora, lea }
    }

    /// The person who facilitates does something.
    async fn does(&self, intent: Intent) {
        let nora = Asker { actor: ActorId(1), role: Role::Facilitator };
        let done = self.rooms.submit(self.workshop.boards[0], nora, OpId(Uuid::new_v4()), intent).await;
        done.expect("the room takes it");
    }

    async fn save(&self) -> i64 {
        self.machine.save(self.nora, self.workshop.boards[0], "Fin").await.expect("it is saved")
    }

    async fn sees(&self, mark: i64) -> ReplayOpening {
        self.machine.replay(self.nora, mark).await.expect("the page")
    }
}

fn deal(lot: u8) -> Intent {
    Intent::Deal { lot: LotId(lot), to: DealTo::Table, force: true }
}

#[tokio::test]
async fn a_replay_is_the_log_up_to_the_mark() {
    let house = House::open().await;
    house.does(Intent::Do(Op::Enter { step: 3, phase: Phase::Cards, minutes: 10 })).await;
    house.does(deal(1)).await;
    house.does(Intent::Do(Op::Withdraw { lot: LotId(1) })).await;
    house.does(deal(2)).await;
    let mark = house.save().await;
    house.does(Intent::Do(Op::Pause { paused: true })).await;

    let opening = house.sees(mark).await;
    let entries = opening.tape.clone().entries();
    assert_eq!(entries, house.store.entries(house.workshop.boards[0], Seq(4)).await.expect("the log"));
    assert!(!opening.is_cut(&entries));
    let mut replay = opening.replay();
    replay.seek(usize::MAX);
    assert!(!replay.document().paused && replay.document().lots.contains_key(&LotId(2)));
    assert_eq!(opening.steps[3], "Lot 1\u{a0}: usages et besoins");
    // The cards of a lot that was taken back were on the board for a while, and no other card is named.
    let seen: Vec<_> = opening.fronts.iter().map(|front| front.lot).collect();
    assert!(seen.contains(&LotId(1)) && seen.contains(&LotId(2)) && !seen.contains(&LotId(3)));
    assert_eq!(seen.len(), 15);
}

#[tokio::test]
async fn it_is_for_whoever_reads_the_saved_board_and_says_no_name() {
    let house = House::open().await;
    house.does(deal(1)).await;
    let mark = house.save().await;
    for who in [house.lea, somebody()] {
        assert_eq!(house.machine.replay(who, mark).await, Err(AppError::SignedOut));
    }
    assert_eq!(house.machine.replay(house.nora, mark + 1).await, Err(AppError::NotFound));
    let bytes = postcard::to_allocvec(&house.sees(mark).await).expect("our types always serialise");
    let holds = |what: &str| bytes.windows(what.len()).any(|part| part == what.as_bytes());
    let deck = embedded();
    let dealt = &house.sees(mark).await.fronts;
    assert!(holds(&dealt[0].title));
    for secret in ["Nora", "Léa", &deck.deck.back(dealt[0].card, Lang::Fr).expect("a back").fact] {
        assert!(!holds(secret), "{secret}");
    }
}

#[tokio::test]
async fn a_board_on_which_nothing_was_done_can_be_seen_again_too() {
    let house = House::open().await;
    let mark = house.save().await;
    let opening = house.sees(mark).await;
    assert_eq!((opening.seq, opening.replay().entries().len()), (Seq(0), 0));
}
