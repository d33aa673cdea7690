//! A workshop that is over: its boards are read, and nothing is added to them any more.

use crate::theatre::*;
use app::api::{AppError, Team as _, Voices as _};
use board::protocol::ServerMessage;
use board::*;
use server::backend::Machine;
use uuid::Uuid;

const OVER: AppError = AppError::Rejected(Rejection::WorkshopOver);

fn machine(theatre: &Theatre) -> Machine {
    Machine::new(theatre.store.clone(), theatre.rooms.clone(), "http://scene.test".into(), None)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_of_a_workshop_that_is_over_stays_as_it_is() {
    let mut theatre = Theatre::open().await;
    let (nora, lea) = (theatre.facilitator().await, theatre.participant("Léa").await);
    theatre.does(nora, enter(Phase::Cards)).await;
    let mut page = theatre.page(lea).await;
    let (op_id, said) = (OpId(Uuid::new_v4()), note("avant la fin"));
    let seq = theatre.rooms.submit(theatre.board(), lea.asker, op_id, said.clone()).await.expect("this is allowed");
    let log = theatre.log().await;
    machine(&theatre).close_workshop(nora.visitor, theatre.workshop.id).await.expect("it is over");
    page.hear_that(|message| (message == ServerMessage::Door { open: false }).then_some(())).await;
    for _ in 0..2 {
        let mut page = theatre.page(lea).await;
        let asked = page.submit(note("après la fin"));
        assert_eq!(page.answer(asked).await, Err(Rejection::WorkshopOver));
        assert_eq!(theatre.submit(nora, title(2)).await, Err(OVER), "nor does whoever facilitates");
        assert_eq!(theatre.submit(nora, deals(1, DealTo::Table)).await, Err(OVER));
        let again = theatre.rooms.submit(theatre.board(), lea.asker, op_id, said.clone()).await;
        assert_eq!(again, Ok(seq), "what was done before and is sent again was done");
        assert_eq!(theatre.log().await, log);
        theatre.reopen().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_end_of_a_workshop_is_not_the_end_of_another() {
    let theatre = Theatre::open().await;
    let (nora, machine) = (theatre.facilitator().await, machine(&theatre));
    let other = server::store::Workshop {
        id: WorkshopId(Uuid::new_v4()),
        code: "ENDED2".into(),
        boards: vec![BoardId(Uuid::new_v4())],
        ..theatre.workshop.clone()
    };
    assert!(server::store::Workshops::create(&*theatre.store, &other).await.expect("it is kept"));
    server::store::Voices::close_workshop(&*theatre.store, other.id, Millis(2)).await.expect("it is over");
    theatre.does(nora, title(1)).await;
    machine.grant(nora.visitor, theatre.workshop.id, Role::Spectator, "Direction").await.expect("a link");
    machine.close_workshop(nora.visitor, theatre.workshop.id).await.expect("it is over");
    let late = machine.grant(nora.visitor, theatre.workshop.id, Role::Spectator, "Presse").await;
    assert_eq!(late, Err(AppError::WorkshopClosed), "no name is kept after the end");
}
