//! The script of a workshop through what pages may ask: who reads which of it, who changes it, and until when.

use app::api::{
    AppError, BoardOpening, Facilitation as _, Participants as _, ScriptOpening, StepWish, Visitor, VisitorId,
};
use board::deck::{Format, Lang};
use board::{ActorId, Asker, BoardId, LotId, Op, OpId, Phase, Role};
use server::backend::Machine;
use server::rooms::Rooms;
use server::store::{Sqlite, Store, Workshop, Workshops};
use server::workshops::{Wish, create};
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

/// A server with one workshop of this format at two tables, and the people in it.
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
    async fn open(format: Format) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store: Arc<dyn Store> = Arc::new(Sqlite::open(folder.path()).await.expect("a store"));
        let workshop = create(&*store, Wish { title: "Saison".into(), format, tables: 2, assigned: false })
            .await
            .expect("a workshop");
        let (nora, lea) = (somebody(), somebody());
        let board = Some(workshop.boards[0]);
        store.take_seat(workshop.id, nora.id, None, Role::Facilitator, "Nora").await.expect("a seat");
        store.take_seat(workshop.id, lea.id, board, Role::Participant, "Léa").await.expect("a seat");
        let rooms = Rooms::new(store.clone());
        let machine = Machine::new(store.clone(), rooms.clone(), "http://salle.example".into(), None);
        Self { _folder: folder, store, rooms, machine, workshop, nora, lea }
    }

    async fn script(&self) -> ScriptOpening {
        self.machine.script(self.nora, self.workshop.id).await.expect("the script")
    }

    async fn set(&self, who: Visitor, step: u8, wish: StepWish) -> Result<(), AppError> {
        self.machine.set_step(who, self.workshop.id, step, wish).await
    }

    async fn board(&self, who: Visitor, as_projector: bool) -> BoardOpening {
        {
            let board = self.workshop.boards[0];
            if as_projector {
                self.machine.screen(who, board).await.expect("the screen").swap_remove(0)
            } else {
                self.machine.board(who, board).await.expect("the board")
            }
        }
    }

    /// The person who facilitates lets a table enter a phase.
    async fn enter(&self, board: BoardId, phase: Phase) {
        let nora = Asker { actor: ActorId(1), role: Role::Facilitator };
        let enter = board::Intent::Do(Op::Enter { step: 0, phase, minutes: 0 });
        self.rooms.submit(board, nora, OpId(Uuid::new_v4()), enter).await.expect("the room takes it");
    }
}

/// The step as it is, to change a part of.
fn same(script: &ScriptOpening, step: usize) -> StepWish {
    let line = &script.steps[step];
    let (title, minutes, says) = (line.step.title.clone(), line.step.minutes.to_string(), line.step.says.clone());
    StepWish { title, minutes, says, skipped: line.skipped }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_reads_the_steps_and_only_the_facilitator_what_to_do_and_say() {
    let house = House::open(Format::Ninety).await;
    let (leads, plays) = (house.board(house.nora, false).await.script, house.board(house.lea, false).await.script);
    let screen = house.board(house.nora, true).await.script;
    assert_eq!((leads.len(), leads[3].title.as_str()), (12, "Vague 1\u{a0}: usages et équipements"));
    assert_eq!((leads[3].number, leads[3].minutes, leads[3].phase), (3, 13, Phase::Links));
    assert_eq!(leads[3].lot, Some(LotId(1)));
    assert!(leads.iter().all(|step| !step.does.is_empty() && !step.says.is_empty()));
    for others in [plays, screen] {
        assert!(others.iter().all(|step| step.does.is_empty() && step.says.is_empty()));
        assert!(others.iter().map(|step| &step.title).eq(leads.iter().map(|step| &step.title)));
    }
    let waves = house.board(house.lea, false).await.lots;
    let waves: Vec<_> = waves.iter().map(|lot| (lot.title.as_str(), lot.cards)).collect();
    assert_eq!(waves, [("Usages et équipements", 11), ("Matière et environnement", 7), ("Personnes et leviers", 6)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_that_was_changed_is_what_every_table_plays() {
    let house = House::open(Format::FortyFive).await;
    let before = house.script().await;
    assert!(!before.changed && !before.begun);
    let wish = StepWish { title: "  Nos   appareils ".into(), minutes: " 6 ".into(), ..same(&before, 0) };
    house.set(house.nora, 0, wish).await.expect("it is changed");
    house.set(house.nora, 3, StepWish { skipped: true, ..same(&before, 3) }).await.expect("it is skipped");
    let after = house.script().await;
    assert!(after.changed && after.steps[3].skipped);
    let other = house.machine.table(house.nora, house.workshop.id, 2).await.expect("table 2").script;
    let (first, fourth) = (&other[0], &other[3]);
    assert_eq!((first.title.as_str(), first.minutes), ("Nos appareils", 6));
    assert_eq!(first.says, before.steps[0].step.says, "what was not touched keeps its hard spaces");
    assert_eq!((other.len(), fourth.number, fourth.phase), (7, 3, Phase::Story), "the skipped step leaves no gap");
    house.machine.restore_script(house.nora, house.workshop.id).await.expect("it is the deck's again");
    assert_eq!(house.script().await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_script_that_is_the_decks_again_is_not_kept_apart() {
    let house = House::open(Format::ThreeHours).await;
    let deck = house.script().await;
    house.set(house.nora, 7, StepWish { minutes: "5".into(), ..same(&deck, 7) }).await.expect("it is changed");
    assert!(house.script().await.changed);
    house.set(house.nora, 7, same(&deck, 7)).await.expect("it is changed back");
    assert_eq!(house.script().await, deck);
    assert_eq!(Workshops::script(&*house.store, house.workshop.id).await.expect("an answer"), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_makes_no_step_is_refused_and_changes_nothing() {
    let house = House::open(Format::FortyFive).await;
    let deck = house.script().await;
    let step = || same(&deck, 0);
    let refusals = [
        (StepWish { title: " \u{a0}".into(), ..step() }, AppError::TitleMissing),
        (StepWish { title: "é".repeat(61), ..step() }, AppError::TooLong(60)),
        (StepWish { says: "é".repeat(401), ..step() }, AppError::TooLong(400)),
        (StepWish { minutes: "0".into(), ..step() }, AppError::BadMinutes(240)),
        (StepWish { minutes: "241".into(), ..step() }, AppError::BadMinutes(240)),
        (StepWish { minutes: "-5".into(), ..step() }, AppError::BadMinutes(240)),
        (StepWish { minutes: "dix".into(), ..step() }, AppError::BadMinutes(240)),
        (StepWish { minutes: String::new(), ..step() }, AppError::BadMinutes(240)),
    ];
    for (wish, why) in refusals {
        assert_eq!(house.set(house.nora, 0, wish.clone()).await, Err(why), "{wish:?}");
    }
    assert_eq!(house.set(house.nora, 99, step()).await, Err(AppError::NotFound), "there is no such step");
    for stranger in [house.lea, somebody()] {
        assert_eq!(house.set(stranger, 0, step()).await, Err(AppError::NotFound));
        assert_eq!(house.machine.restore_script(stranger, house.workshop.id).await, Err(AppError::NotFound));
        assert_eq!(house.machine.script(stranger, house.workshop.id).await, Err(AppError::NotFound));
    }
    assert_eq!(house.script().await, deck);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_step_at_least_is_played() {
    let house = House::open(Format::FortyFive).await;
    let deck = house.script().await;
    let skip = |step| StepWish { skipped: true, ..same(&deck, step) };
    for step in 0..7 {
        house.set(house.nora, u8::try_from(step).expect("few"), skip(step)).await.expect("it is skipped");
    }
    assert_eq!(house.set(house.nora, 7, skip(7)).await, Err(AppError::NoStepLeft));
    assert_eq!(house.board(house.lea, false).await.script.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_people_who_change_two_steps_at_once_both_do() {
    let house = House::open(Format::ThreeHours).await;
    let deck = house.script().await;
    let wish = |step| StepWish { minutes: "7".into(), ..same(&deck, step) };
    let all = (0..20).map(|step| house.set(house.nora, u8::try_from(step).expect("few"), wish(step)));
    for done in futures::future::join_all(all).await {
        done.expect("it is changed");
    }
    assert!(house.script().await.steps.iter().all(|line| line.step.minutes == 7));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn once_any_table_has_begun_the_script_stays_as_it_is() {
    let house = House::open(Format::FortyFive).await;
    let deck = house.script().await;
    house.set(house.nora, 0, StepWish { minutes: "3".into(), ..same(&deck, 0) }).await.expect("it is changed");
    house.enter(house.workshop.boards[1], Phase::Icebreaker).await;
    assert!(house.script().await.begun);
    assert_eq!(house.set(house.nora, 0, same(&deck, 0)).await, Err(AppError::Begun));
    assert_eq!(house.machine.restore_script(house.nora, house.workshop.id).await, Err(AppError::Begun));
    assert_eq!(house.script().await.steps[0].step.minutes, 3);
}
