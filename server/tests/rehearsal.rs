//! The rehearsal as a facilitator lives it: real rooms on a real database, simulated people who are in a hurry.

#[path = "rehearsal/cockpit.rs"]
mod cockpit;

use app::api::VisitorId;
use board::*;
use cockpit::{House, SOON};
use server::rehearsal;
use server::store::{Team, Workshops};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A hurry in which a whole workshop takes seconds.
const HASTE: u32 = 400;
/// A hurry in which whoever may do something does it at once.
const RUSH: u32 = 10_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_alone_facilitates_two_tables_from_the_first_card_to_the_actions() {
    let house = House::open().await;
    let _playing = house.play(HASTE).await;
    let mut tables = house.facilitator(Uuid::new_v4()).await;
    for table in &mut tables {
        table.until(|table| table.here() == 4, "four people are here").await;
    }
    let script = &server::decks::embedded().deck.scripts[&deck::Format::FortyFive];
    for (number, step) in (0..).zip(script.played()) {
        for table in &mut tables {
            table.does(Intent::Do(Op::Enter { step: number, phase: step.phase, minutes: step.minutes })).await;
            if let Some(lot) = step.lot {
                table.does(Intent::Deal { lot, to: DealTo::Hands, force: false }).await;
            }
        }
        for table in &mut tables {
            match step.phase {
                Phase::Links => {
                    table.until(|table| unplaced(table.board()) == 0, "every card lies on the table").await;
                    let links = 2 * table.board().lots.len();
                    table.until(|table| table.board().links.len() >= links, "links are drawn").await;
                }
                Phase::Review => table.until(|table| !table.board().stars.is_empty(), "a link is starred").await,
                Phase::Story => table.until(|table| !table.board().story.is_empty(), "the story is told").await,
                Phase::Actions => {
                    table.until(|table| table.board().actions.len() >= 3, "actions are chosen").await;
                    let renounces = |table: &cockpit::Table| table.board().actions.values().any(|what| what.renounces);
                    table.until(renounces, "one of them is a renoncement").await;
                }
                _ => {}
            }
        }
    }
    for table in &mut tables {
        let log = house.log(table.id).await;
        let replayed = Document::replay(&log);
        assert_eq!(replayed.cards.len(), 12);
        assert!(!replayed.title.is_empty());
        table.up_to(log.last().expect("entries").seq).await;
        assert_eq!(&replayed, table.board());
        let authors: BTreeSet<_> = log.iter().map(|entry| entry.actor).collect();
        assert_eq!(authors.len(), 5, "everybody took part, and whoever facilitates");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_rest_until_somebody_facilitates_and_when_nobody_does_any_more() {
    let house = House::open().await;
    let _playing = house.play(RUSH).await;
    let nora = Uuid::new_v4();
    let mut screen = house.screen().await;
    screen.until(|table| table.here() == 4, "they are here all the same").await;
    let by_them = async || {
        // Every one of these is heard by everybody: time enough to do something.
        for number in 0..50 {
            house.does_unseen(nora, Op::Title { text: number.to_string() }).await;
        }
        house.log(house.workshop.boards[0]).await.iter().filter(|entry| house.is_simulated(entry.actor)).count()
    };
    house.does_unseen(nora, Op::Enter { step: 0, phase: Phase::Links, minutes: 0 }).await;
    house.deals_unseen(nora, LotId(1)).await;
    assert_eq!(by_them().await, 0);
    let tables = house.facilitator(nora).await;
    screen.until(|table| unplaced(table.board()) == 0, "the cards are placed").await;
    drop(tables);
    screen.until(|table| !table.is_led(), "nobody facilitates any more").await;
    // What was on its way has arrived by then.
    by_them().await;
    let before = house.log(house.workshop.boards[0]).await;
    let before = before.iter().filter(|entry| house.is_simulated(entry.actor)).count();
    house.deals_unseen(nora, LotId(2)).await;
    assert_eq!(by_them().await, before);
    let _tables = house.facilitator(nora).await;
    screen.until(|table| unplaced(table.board()) == 0, "they go on").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_who_is_moved_plays_at_the_other_table_and_whoever_is_shown_out_is_gone() {
    let house = House::open().await;
    let mut playing = house.play(RUSH).await;
    let [mut first, mut second] = house.facilitator(Uuid::new_v4()).await;
    first.until(|table| table.here() == 4, "four people are here").await;
    let seats = house.store.seats(house.workshop.id).await.expect("the seats");
    let ana = seats.iter().find(|seat| seat.name == "Ana (simulée)").expect("Ana").actor;
    let moved = house.store.move_to(house.workshop.id, ana, house.workshop.boards[1]).await;
    assert!(moved.expect("the store answers").is_some());
    house.rooms.seated(house.workshop.id).await.expect("the tables are told");
    first.until(|table| table.here() == 3, "three are left").await;
    second.until(|table| table.here() == 5, "five are there").await;
    house.store.leave(house.workshop.id, ana).await.expect("the store answers");
    house.rooms.seated(house.workshop.id).await.expect("the tables are told");
    second.until(|table| table.here() == 4, "four are there").await;
    let ended = tokio::time::timeout(SOON, playing.join_next()).await.expect("in time");
    assert!(ended.is_some_and(|ended| ended.is_ok()));
    assert_eq!(playing.len(), 7);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rehearsal_goes_on_after_a_restart_and_another_opens_once_it_has_ended() {
    let house = House::open().await;
    let seats = async || house.store.seats(house.workshop.id).await.expect("the seats");
    drop(house.play(RUSH).await);
    let before = seats().await;
    assert_eq!(before.len(), 8);
    assert!(before.iter().all(|seat| seat.name.contains("(simulé")));
    let again = rehearsal::open(&*house.store).await.expect("the store answers");
    assert_eq!(again, house.workshop);
    drop(house.play(RUSH).await);
    assert_eq!(seats().await, before, "they sit where they sat");
    let nora = Uuid::new_v4();
    let seating = house.store.take_seat(again.id, VisitorId(nora), None, Role::Facilitator, "Nora").await;
    seating.expect("the store answers");
    let mut tables = house.facilitator(nora).await;
    tables[0].does(Intent::Do(Op::Enter { step: 7, phase: Phase::Closing, minutes: 1 })).await;
    let one_is_left = rehearsal::open(&*house.store).await.expect("the store answers");
    assert_eq!(one_is_left.id, again.id);
    tables[1].does(Intent::Do(Op::Enter { step: 7, phase: Phase::Closing, minutes: 1 })).await;
    let next = rehearsal::open(&*house.store).await.expect("the store answers");
    assert_ne!(next.id, again.id);
    assert_eq!((next.boards.len(), next.format), (2, 45));
}
