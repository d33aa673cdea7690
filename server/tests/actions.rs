//! What a table decides, through what pages may ask: what is proposed to it and when, what is refused, what stays.

use app::api::{ActionsOpening, AppError, Participants as _, Visitor, VisitorId};
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

/// A table whose first lot lies on it, its cards linked in a row.
struct House {
    _folder: TempDir,
    rooms: Rooms,
    machine: Machine,
    workshop: Workshop,
    lea: Visitor,
}

impl House {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store: Arc<dyn Store> = Arc::new(Sqlite::open(folder.path()).await.expect("a store"));
        let wish = Wish { title: "Saison".into(), format: Format::ThreeHours, tables: 2, assigned: false };
        let workshop = create(&*store, wish).await.expect("a workshop");
        let somebody = || Visitor { id: VisitorId(Uuid::new_v4()), lang: Lang::Fr, address: [127, 0, 0, 1].into() };
        let (nora, lea) = (somebody(), somebody());
        let board = Some(workshop.boards[0]);
        store.take_seat(workshop.id, nora.id, None, Role::Facilitator, "Nora").await.expect("a seat");
        store.take_seat(workshop.id, lea.id, board, Role::Participant, "Léa").await.expect("a seat");
        let rooms = Rooms::new(store.clone());
        let machine = Machine::new(store, rooms.clone(), "http://salle.example".into(), None);
        let house = Self { _folder: folder, rooms, machine, workshop, lea };
        house.does(Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false }).await;
        let cards: Vec<_> = house.sees().await.board.snapshot.document.cards.keys().copied().collect();
        for (x, &card) in (0i16..).zip(&cards) {
            house.does(Intent::Do(Op::Place { card, at: Point { x: 300 + x * 250, y: 900 } })).await;
        }
        for pair in cards.windows(2) {
            let link = LinkId { cause: pair[0], consequence: pair[1] };
            house.does(Intent::Do(Op::Link { link, kind: LinkKind::LeadsTo, because: String::new() })).await;
        }
        house
    }

    /// The person who facilitates does something.
    async fn does(&self, intent: Intent) {
        let nora = Asker { actor: ActorId(1), role: Role::Facilitator };
        let done = self.rooms.submit(self.workshop.boards[0], nora, OpId(Uuid::new_v4()), intent).await;
        done.expect("the room takes it");
    }

    async fn sees(&self) -> ActionsOpening {
        self.machine.actions(self.lea, self.workshop.boards[0]).await.expect("the page")
    }

    async fn decides(&self, op: Op) -> Result<(), AppError> {
        self.machine.submit(self.lea, self.workshop.boards[0], OpId(Uuid::new_v4()), Intent::Do(op)).await
    }
}

fn decision(text: &str, card: Option<CardId>, due: &str) -> Op {
    let what = Action { text: text.into(), card, due: Day::read(due), ..Action::default() };
    Op::Act { action: ActionId(u64::from(card.map_or(1, |card| card.0))), what }
}

#[tokio::test]
async fn a_table_is_proposed_what_acts_on_its_links_the_most_linked_first_and_in_the_phase_only() {
    let house = House::open().await;
    assert!(house.sees().await.proposed.is_empty(), "nobody is told before");
    house.does(Intent::Do(Op::Enter { step: 0, phase: Phase::Actions, minutes: 0 })).await;
    let seen = house.sees().await;
    let links = |card: CardId| {
        let targets = &embedded().deck.actions[&card].targets;
        let document = &seen.board.snapshot.document;
        document
            .links
            .keys()
            .filter(|link| targets.contains(&link.cause) || targets.contains(&link.consequence))
            .count()
    };
    let order: Vec<_> = seen.proposed.iter().map(|one| std::cmp::Reverse(links(one.card))).collect();
    assert!(order.len() > 2 && order.is_sorted(), "{order:?}");
    assert!(order.iter().all(|links| links.0 > 0), "{order:?}");
}

#[tokio::test]
async fn what_is_kept_is_proposed_no_more_and_comes_back_when_it_is_taken_off() {
    let house = House::open().await;
    house.does(Intent::Do(Op::Enter { step: 0, phase: Phase::Actions, minutes: 0 })).await;
    let first = house.sees().await.proposed[0].card;
    house.decides(decision("À notre façon", Some(first), "2099-01-01")).await.expect("it is kept");
    let seen = house.sees().await;
    assert_eq!(seen.board.snapshot.document.actions.len(), 1);
    assert!(seen.proposed.iter().all(|one| one.card != first));
    house.decides(Op::Drop { action: ActionId(first.0.into()) }).await.expect("it is taken off");
    assert_eq!(house.sees().await.proposed[0].card, first);
}

#[tokio::test]
async fn a_day_that_has_passed_and_an_action_without_a_text_are_refused() {
    let house = House::open().await;
    house.does(Intent::Do(Op::Enter { step: 0, phase: Phase::Actions, minutes: 0 })).await;
    for (op, why) in [
        (decision("Trop tard", None, "2020-01-01"), Rejection::InThePast),
        (decision(" ", None, "2099-01-01"), Rejection::Empty),
    ] {
        assert_eq!(house.decides(op).await, Err(why.into()));
    }
    assert!(house.sees().await.board.snapshot.document.actions.is_empty());
}

#[tokio::test]
async fn nobody_reads_the_actions_of_another_table() {
    let house = House::open().await;
    let other = house.machine.actions(house.lea, house.workshop.boards[1]).await;
    assert_eq!(other.map(drop), Err(Rejection::NotYourTable.into()));
}
