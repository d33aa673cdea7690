//! Who is shown out, who is led elsewhere, and how soon. The second is the promise itself: it is measured as it is made.

use crate::faulty::{Faulty, Hesitation};
use crate::theatre::*;
use app::api::{AppError, Facilitation as _, Participants as _, Team as _, TeamOpening, Visitor};
use board::protocol::{CLOSE_NOT_HERE, CLOSE_RELOAD, ClientMessage, ServerMessage};
use board::*;
use server::backend::Machine;
use server::rooms::Rooms;
use server::store::{Team as _, Workshops as _};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;
use uuid::Uuid;

/// What is promised of a screen that must close.
const A_SECOND: Duration = Duration::from_secs(1);

/// The theatre, and the machine behind its pages.
async fn house() -> (Theatre, Machine) {
    let theatre = Theatre::open().await;
    let machine = Machine::new(theatre.store.clone(), theatre.rooms.clone(), "http://scene.test".into(), None);
    (theatre, machine)
}

/// Somebody joins by the code, as from the join page.
async fn joins(theatre: &Theatre, machine: &Machine, name: &str, table: u8) -> (Visitor, BoardId) {
    let who = nobody();
    let board = machine.join(who, &theatre.workshop.code, name, table).await.expect("there is room");
    (who, board)
}

/// A page of this person at this board, welcomed.
async fn page_at(theatre: &Theatre, who: Visitor, board: BoardId) -> Page {
    let mut page = Page::dial(theatre.rooms.clone(), who);
    page.say(ClientMessage::Hello(hello(board, Seq(0))));
    assert!(matches!(page.hear().await, ServerMessage::Welcome(_)));
    page
}

async fn closes_within_a_second(page: &mut Page) -> Option<u16> {
    tokio::time::timeout(A_SECOND, page.end()).await.expect("it closes within a second")
}

/// The number of somebody on the team page.
async fn number_of(theatre: &Theatre, machine: &Machine, nora: Person, name: &str) -> ActorId {
    let team = machine.team(nora.visitor, theatre.workshop.id).await.expect("the team");
    team.people.iter().flatten().find(|person| person.name == name).expect("they are on the page").actor
}

/// Makes a link for somebody, and reads its secret where it is shown once.
async fn link(theatre: &Theatre, machine: &Machine, nora: Person, role: Role, name: &str) -> (i64, String) {
    let id = theatre.workshop.id;
    machine.grant(nora.visitor, id, role, name).await.expect("a link");
    let TeamOpening { grants, made, .. } = machine.team(nora.visitor, id).await.expect("the team");
    let made = made.expect("it is shown to whoever made it");
    assert_eq!((made.name.as_str(), made.role), (name, role));
    let secret = made.address.strip_prefix("http://scene.test/entree/").expect("a full address").to_owned();
    (grants.last().expect("it is listed").number, secret)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_removed_person_is_gone_within_a_second() {
    let (theatre, machine) = house().await;
    let nora = theatre.facilitator().await;
    let (lea, board) = joins(&theatre, &machine, "Léa", 1).await;
    let (omar, _) = joins(&theatre, &machine, "Omar", 1).await;
    let (mut phone, mut laptop) = (page_at(&theatre, lea, board).await, page_at(&theatre, lea, board).await);
    let mut neighbour = page_at(&theatre, omar, board).await;
    theatre.does(nora, enter(Phase::Cards)).await;
    let number = number_of(&theatre, &machine, nora, "Léa").await;
    machine.remove(nora.visitor, theatre.workshop.id, number).await.expect("she is removed");
    assert_eq!(closes_within_a_second(&mut phone).await, Some(CLOSE_NOT_HERE));
    assert_eq!(closes_within_a_second(&mut laptop).await, Some(CLOSE_NOT_HERE));
    neighbour
        .hear_that(|message| match message {
            ServerMessage::Seats(seats) => seats.iter().all(|seat| seat.name != "Léa").then_some(()),
            _ => None,
        })
        .await;
    assert_eq!(machine.board(lea, board).await, Err(AppError::NotFound));
    let op_id = OpId(Uuid::new_v4());
    assert_eq!(machine.submit(lea, board, op_id, note("encore moi")).await, Err(AppError::NotFound));
    let mut back = Page::dial(theatre.rooms.clone(), lea);
    back.say(ClientMessage::Hello(hello(board, Seq(0))));
    assert_eq!(back.end().await, Some(CLOSE_NOT_HERE));
    assert!(theatre.store.seats(theatre.workshop.id).await.expect("seats").iter().all(|seat| seat.name != "Léa"));
    assert_eq!(machine.remove(nora.visitor, theatre.workshop.id, number).await, Ok(()), "twice is once");
}

/// How many cards somebody holds at a table, and how many lie in its reserve.
async fn held(theatre: &Theatre, board: BoardId, person: ActorId) -> (usize, usize) {
    let (snapshot, _) = theatre.rooms.look(board).await.expect("a board");
    let reserve = snapshot.document.cards.values().filter(|card| card.spot == Spot::Reserve).count();
    (snapshot.document.hand(person).count(), reserve)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_cards_of_whoever_leaves_a_table_go_back_to_its_reserve() {
    let (theatre, machine) = house().await;
    let (nora, id, one) = (theatre.facilitator().await, theatre.workshop.id, theatre.board());
    for name in ["Léa", "Omar", "Inès"] {
        joins(&theatre, &machine, name, 1).await;
    }
    theatre.does(nora, enter(Phase::Cards)).await;
    theatre.does(nora, deals(1, DealTo::Hands)).await;
    let number = async |name| number_of(&theatre, &machine, nora, name).await;
    let (lea, omar, ines) = (number("Léa").await, number("Omar").await, number("Inès").await);
    let (hers, none) = held(&theatre, one, lea).await;
    assert!(hers > 0 && none == 0, "everybody was dealt to");
    machine.remove(nora.visitor, id, lea).await.expect("she is removed");
    assert_eq!(held(&theatre, one, lea).await, (0, hers));
    let (his, _) = held(&theatre, one, omar).await;
    machine.move_to(nora.visitor, id, omar, 2).await.expect("he is moved");
    assert_eq!(held(&theatre, one, omar).await, (0, hers + his));
    let left: Vec<_> = theatre.log().await.into_iter().filter(|entry| matches!(entry.op, Op::Leave { .. })).collect();
    assert_eq!(left.len(), 2);
    assert!(left.iter().all(|entry| entry.actor == nora.asker.actor), "the person who facilitates did it");
    assert!(held(&theatre, one, ines).await.0 > 0, "the others keep theirs");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_table_emptied_of_its_people_can_be_dealt_to_again() {
    let (theatre, machine) = house().await;
    let (nora, id) = (theatre.facilitator().await, theatre.workshop.id);
    let (lea, board) = joins(&theatre, &machine, "Léa", 1).await;
    theatre.does(nora, enter(Phase::Cards)).await;
    theatre.does(nora, deals(1, DealTo::Hands)).await;
    let first = number_of(&theatre, &machine, nora, "Léa").await;
    machine.remove(nora.visitor, id, first).await.expect("she is removed");
    machine.join(lea, &theatre.workshop.code, "Léa", 1).await.expect("the door is open");
    let again = number_of(&theatre, &machine, nora, "Léa").await;
    let page = machine.board(lea, board).await.expect("her board");
    assert_eq!(page.snapshot.document.hand(again).count(), 0);
    let (card, _) = page.snapshot.document.cards.iter().next().expect("it lies in the reserve");
    let place = Intent::Do(Op::Place { card: *card, at: MIDDLE });
    machine.submit(lea, board, OpId(Uuid::new_v4()), place).await.expect("she takes it from there");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_removed_person_sent_before_they_knew_is_refused() {
    let (theatre, machine) = house().await;
    let nora = theatre.facilitator().await;
    let lea = theatre.participant("Léa").await;
    theatre.does(nora, enter(Phase::Cards)).await;
    machine.remove(nora.visitor, theatre.workshop.id, lea.asker.actor).await.expect("she is removed");
    let late = theatre.submit(lea, note("trop tard")).await;
    assert_eq!(late, Err(AppError::Rejected(Rejection::NotYourTable)));
    assert_eq!(theatre.log().await.len(), 1, "only the phase");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_was_removed_comes_back_as_somebody_new_and_only_by_an_open_door() {
    let (theatre, machine) = house().await;
    let (nora, id) = (theatre.facilitator().await, theatre.workshop.id);
    let (lea, _) = joins(&theatre, &machine, "Léa", 1).await;
    let number = number_of(&theatre, &machine, nora, "Léa").await;
    machine.remove(nora.visitor, id, number).await.expect("she is removed");
    machine.set_open(nora.visitor, id, false).await.expect("the door closes");
    let code = &theatre.workshop.code;
    assert_eq!(machine.join(lea, code, "Léa", 1).await, Err(AppError::DoorClosed));
    machine.set_open(nora.visitor, id, true).await.expect("the door opens");
    machine.join(lea, code, "Léa", 1).await.expect("the name is free");
    assert_ne!(number_of(&theatre, &machine, nora, "Léa").await, number);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_revoked_link_opens_nothing_and_its_screens_close() {
    let (theatre, machine) = house().await;
    let (nora, id) = (theatre.facilitator().await, theatre.workshop.id);
    let (grant, secret) = link(&theatre, &machine, nora, Role::Facilitator, "Odile").await;
    let again = machine.team(nora.visitor, id).await.expect("the team");
    assert_eq!((again.made, again.grants[0].used), (None, false), "it was shown once");
    let odile = nobody();
    let (_, role, board) = machine.enter(odile, &secret).await.expect("the link opens");
    assert_eq!(role, Role::Facilitator);
    assert!(machine.team(nora.visitor, id).await.expect("the team").grants[0].used);
    let (mut one, mut two) =
        (page_at(&theatre, odile, board).await, page_at(&theatre, odile, theatre.workshop.boards[1]).await);
    let mut screen = Page::dial(theatre.rooms.clone(), odile);
    screen.say(ClientMessage::Hello(board::protocol::Hello { as_projector: true, ..hello(board, Seq(0)) }));
    assert!(matches!(screen.hear().await, ServerMessage::Welcome(_)));
    machine.revoke(nora.visitor, id, grant).await.expect("it is taken back");
    for page in [&mut one, &mut two, &mut screen] {
        assert_eq!(closes_within_a_second(page).await, Some(CLOSE_NOT_HERE));
    }
    assert_eq!(machine.table(odile, id, 1).await, Err(AppError::NotFound));
    assert_eq!(machine.team(odile, id).await, Err(AppError::NotFound));
    assert_eq!(machine.enter(odile, &secret).await, Err(AppError::NotFound));
    assert_eq!(machine.door(odile, &secret).await.map(drop), Err(AppError::NotFound));
    assert!(machine.team(nora.visitor, id).await.is_ok(), "the others go on");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_goes_on_in_another_browser_when_the_first_one_dies() {
    let (theatre, machine) = house().await;
    let nora = theatre.facilitator().await;
    let (grant, secret) = link(&theatre, &machine, nora, Role::Facilitator, "Odile").await;
    let (laptop, phone) = (nobody(), nobody());
    for browser in [laptop, phone] {
        let (id, ..) = machine.enter(browser, &secret).await.expect("the link opens");
        assert!(machine.table(browser, id, 1).await.is_ok());
    }
    machine.revoke(nora.visitor, theatre.workshop.id, grant).await.expect("it is taken back");
    for browser in [laptop, phone] {
        assert_eq!(machine.table(browser, theatre.workshop.id, 1).await, Err(AppError::NotFound));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_moved_finds_their_new_table() {
    let (theatre, machine) = house().await;
    let (nora, id) = (theatre.facilitator().await, theatre.workshop.id);
    let (one, two) = (theatre.workshop.boards[0], theatre.workshop.boards[1]);
    let (lea, _) = joins(&theatre, &machine, "Léa", 1).await;
    let mut page = page_at(&theatre, lea, one).await;
    let number = number_of(&theatre, &machine, nora, "Léa").await;
    machine.move_to(nora.visitor, id, number, 2).await.expect("she is moved");
    assert_eq!(closes_within_a_second(&mut page).await, Some(CLOSE_RELOAD), "her page reloads");
    assert_eq!(machine.plays_elsewhere(lea, one).await, Ok(Some(two)), "and is led to her table");
    assert_eq!(machine.plays_elsewhere(lea, two).await, Ok(None), "where it stays");
    let opening = machine.board(lea, two).await.expect("her board");
    assert_eq!((opening.me.actor, opening.table), (number, 2));
    page_at(&theatre, lea, two).await;
    let late = machine.submit(lea, one, OpId(Uuid::new_v4()), note("à mon ancienne table")).await;
    assert_eq!(late, Err(Rejection::NotYourTable.into()));
    let phone_that_slept = &mut Page::dial(theatre.rooms.clone(), lea);
    phone_that_slept.say(ClientMessage::Hello(hello(one, Seq(0))));
    assert_eq!(phone_that_slept.end().await, Some(CLOSE_RELOAD));
    assert_eq!(machine.move_to(nora.visitor, id, number, 3).await, Err(AppError::NoSuchTable));
    assert_eq!(machine.move_to(nora.visitor, id, number, 0).await, Err(AppError::NoSuchTable));
    assert_eq!(machine.move_to(nora.visitor, id, ActorId(99), 1).await, Err(AppError::NotFound));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_open_page_is_told_of_the_door_and_a_late_one_in_its_welcome() {
    let (theatre, machine) = house().await;
    let (nora, id) = (theatre.facilitator().await, theatre.workshop.id);
    let (lea, _) = joins(&theatre, &machine, "Léa", 2).await;
    let screen = theatre.seat(Role::Projector, None, "écran").await;
    let mut pages = vec![
        page_at(&theatre, screen.visitor, theatre.workshop.boards[0]).await,
        page_at(&theatre, lea, theatre.workshop.boards[1]).await,
    ];
    for open in [false, true, false] {
        machine.set_open(nora.visitor, id, open).await.expect("the door turns");
        for page in &mut pages {
            page.hear_that(|message| (message == ServerMessage::Door { open }).then_some(())).await;
        }
    }
    let (_, welcome) = theatre.page_since(screen, Seq(0)).await;
    assert!(!welcome.open);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_whoever_facilitates_looks_after_the_team() {
    let (theatre, machine) = house().await;
    let (nora, id) = (theatre.facilitator().await, theatre.workshop.id);
    let (lea, _) = joins(&theatre, &machine, "Léa", 1).await;
    let looks_on = theatre.seat(Role::Spectator, None, "Balcon").await.visitor;
    let screen = theatre.seat(Role::Projector, None, "Projection").await.visitor;
    for who in [lea, looks_on, screen, nobody()] {
        assert_eq!(machine.team(who, id).await.map(drop), Err(AppError::NotFound));
        assert_eq!(machine.grant(who, id, Role::Facilitator, "moi").await, Err(AppError::NotFound));
        assert_eq!(machine.revoke(who, id, 1).await, Err(AppError::NotFound));
        assert_eq!(machine.remove(who, id, ActorId(1)).await, Err(AppError::NotFound));
        assert_eq!(machine.move_to(who, id, ActorId(1), 2).await, Err(AppError::NotFound));
        assert_eq!(machine.set_open(who, id, false).await, Err(AppError::NotFound));
    }
    let refused = [("", AppError::NameMissing), (&"é".repeat(41), AppError::TooLong(40))];
    for (name, why) in refused {
        assert_eq!(machine.grant(nora.visitor, id, Role::Facilitator, name).await, Err(why));
    }
    let plays = machine.grant(nora.visitor, id, Role::Participant, "Max").await;
    assert_eq!(plays, Err(AppError::NotFound), "people join by the code");
    assert_eq!(machine.remove(nora.visitor, id, nora.asker.actor).await, Err(AppError::NotFound));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signed_in_organiser_does_what_a_facilitator_does() {
    use server::store::Organisers as _;
    let (theatre, machine) = house().await;
    let (lea, board) = joins(&theatre, &machine, "Léa", 1).await;
    let odile = nobody();
    assert_eq!(machine.screen(odile, board).await.map(drop), Err(AppError::NotFound));
    let organiser = theatre.store.add("odile", "hash").await.expect("an answer").expect("the login is free");
    theatre.store.sign_in(odile.id, Some(organiser)).await.expect("signed in");
    assert!(machine.screen(odile, board).await.is_ok(), "the projector of any workshop");
    let mut page = page_at(&theatre, lea, board).await;
    machine.remove(odile, theatre.workshop.id, ActorId(1)).await.expect("she is removed");
    assert_eq!(closes_within_a_second(&mut page).await, Some(CLOSE_NOT_HERE));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_workshop_that_assigns_its_tables_fills_them_evenly_whatever_is_asked() {
    let (theatre, machine) = house().await;
    let id = WorkshopId(Uuid::new_v4());
    let boards = vec![BoardId(Uuid::new_v4()), BoardId(Uuid::new_v4())];
    let assigned = server::store::Workshop {
        id,
        code: "SPREAD".into(),
        assigned: true,
        boards: boards.clone(),
        ..theatre.workshop.clone()
    };
    assert!(theatre.store.create(&assigned).await.expect("it is kept"));
    let mut at = Vec::new();
    for n in 0..6 {
        at.push(machine.join(nobody(), "SPREAD", &format!("P{n}"), 2).await.expect("there is room"));
    }
    assert_eq!(at.iter().filter(|board| **board == boards[0]).count(), 3);
    assert!(machine.invitation(nobody(), "SPREAD").await.expect("it is there").workshop.expect("it is").assigned);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_looks_on_changes_nothing() {
    let (theatre, machine) = house().await;
    let nora = theatre.facilitator().await;
    let (grant, secret) = link(&theatre, &machine, nora, Role::Spectator, "Direction").await;
    let max = nobody();
    let (_, role, board) = machine.enter(max, &secret).await.expect("the link opens");
    assert_eq!(role, Role::Spectator);
    theatre.does(nora, enter(Phase::Cards)).await;
    assert_eq!(machine.board(max, board).await.expect("the board").me.role, Role::Spectator);
    let mut page = page_at(&theatre, max, board).await;
    let asked = page.submit(note("du balcon"));
    assert_eq!(page.answer(asked).await, Err(Rejection::LooksOn));
    machine.revoke(nora.visitor, theatre.workshop.id, grant).await.expect("it is taken back");
    assert_eq!(closes_within_a_second(&mut page).await, Some(CLOSE_NOT_HERE));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_loses_their_seat_between_being_found_and_being_welcomed_does_not_stay() {
    let theatre = Theatre::open().await;
    let lea = theatre.participant("Léa").await;
    let store = Arc::new(Faulty {
        real: theatre.store.clone(),
        board: theatre.board(),
        armed: AtomicBool::new(false),
        hesitates: Some(Hesitation::default()),
    });
    let rooms = Rooms::new(store.clone());
    let hesitation = store.hesitates.as_ref().expect("as arranged");
    rooms.look(theatre.board()).await.expect("the board is open");
    let mut page = Page::dial(rooms.clone(), lea.visitor);
    page.say(ClientMessage::Hello(hello(theatre.board(), Seq(0))));
    hesitation.begun.notified().await;
    store.leave(theatre.workshop.id, lea.asker.actor).await.expect("she leaves").expect("she was there");
    let (told, id) = (rooms.clone(), theatre.workshop.id);
    let mut telling = tokio::spawn(async move { told.seated(id).await });
    // Either the tables are told now, before she arrives, or when she has: the test gives the first every chance.
    let now = tokio::time::timeout(Duration::from_millis(200), &mut telling).await;
    hesitation.over.notify_one();
    if now.is_err() {
        telling.await.expect("no panic").expect("the tables are told");
    }
    assert_eq!(closes_within_a_second(&mut page).await, Some(CLOSE_NOT_HERE));
}
