//! Versions side by side: each workshop plays the one that was chosen for it, and its boards go on being read with it.

use crate::house::House;
use crate::{claire, edition, imports};
use app::routes::{Export, Route};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use board::*;
use server::decks::embedded;
use server::store::{Decks, Library, Workshop, Workshops};
use uuid::Uuid;

const WAS: &str = "Injonction à innover";
const NOW: &str = "Pression à innover";

/// The newest edition: its first card has another title.
fn newer() -> server::decks::Sources {
    edition("0.10.0", &[("fr.toml", WAS, NOW)])
}

async fn workshop(house: &House, code_of: &str) -> Workshop {
    house.store.workshop(code_of.parse().expect("an id")).await.expect("an answer").expect("it was created")
}

/// A workshop that the organiser creates by the form, with this deck.
async fn created(house: &House, claire: &crate::Browser, title: &str, deck: &str) -> Workshop {
    let form = [("title", title), ("format", "180"), ("tables", "1"), ("deck", deck)];
    let answer = claire.post("create", &form);
    assert_eq!(answer.status, 200, "{}", answer.body);
    workshop(house, answer.leads.strip_prefix("/animer/").expect("it leads to the workshop")).await
}

async fn deals(house: &House, board: BoardId) {
    let asker = Asker { actor: ActorId(1), role: Role::Facilitator };
    let deal = Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false };
    house.rooms.submit(board, asker, OpId(Uuid::new_v4()), deal).await.expect("the lot is dealt");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_workshops_play_two_versions_side_by_side() {
    let house = House::open().await;
    let claire = claire(&house);
    imports(&claire, &newer());
    let ours = &embedded().deck.version;
    let page = claire.get("/ateliers").body;
    let (first, second) = (page.find("culture 0.10.0").expect("the newest"), page.find(&format!("culture {ours}")));
    assert!(second.is_some_and(|second| first < second), "the newest is proposed first: 0.10 is newer than 0.2");
    let old = created(&house, &claire, "Ancien", &format!("culture {ours}")).await;
    let new = created(&house, &claire, "Nouveau", "").await;
    assert_eq!((old.deck_version.as_str(), new.deck_version.as_str()), (ours.as_str(), "0.10.0"));
    for (workshop, reads, never) in [(&old, WAS, NOW), (&new, NOW, WAS)] {
        deals(&house, workshop.boards[0]).await;
        for page in
            [Route::Plan(workshop.boards[0]), Route::Facilitate(workshop.id, 1), Route::Board(workshop.boards[0])]
        {
            let body = claire.get(&page.to_string()).body;
            assert!(body.contains(reads) && !body.contains(never), "{page}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_saved_board_is_read_with_the_version_it_was_played_with_whatever_came_since() {
    let house = House::open().await;
    let claire = claire(&house);
    let old = created(&house, &claire, "Ancien", "").await;
    deals(&house, old.boards[0]).await;
    claire.post("save", &[("board", &old.boards[0].to_string()), ("name", "Midi")]);
    imports(&claire, &newer());
    let ours = &embedded().deck.version;
    let retired = claire.post("retire-deck", &[("slug", "culture"), ("version", ours), ("retired", "true")]);
    assert_eq!(retired.status, 200, "{}", retired.body);
    let mark = house.store.marks().await.expect("an answer").remove(0);
    assert_eq!(mark.deck, ("culture".to_owned(), ours.clone()));
    let reads = |route: Route| {
        let body = claire.get(&route.to_string()).body;
        assert!(body.contains(WAS) && !body.contains(NOW), "{route}");
        body
    };
    reads(Route::Saved(mark.id));
    let replayed = claire.get(&Route::Replay(mark.id).to_string()).body;
    let opening = replayed.split("class=\"opening\"").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1));
    let opening = STANDARD.decode(opening.expect("its opening is in the page")).expect("base64");
    assert!(String::from_utf8_lossy(&opening).contains(WAS));
    reads(Route::Export(mark.id, Export::GraphMl));
    let json: serde_json::Value = serde_json::from_str(&reads(Route::Export(mark.id, Export::Json))).expect("JSON");
    assert_eq!(json["deck"]["version"], ours.as_str());
    reads(Route::Plan(old.boards[0]));
    let new = created(&house, &claire, "Nouveau", "").await;
    deals(&house, new.boards[0]).await;
    claire.post("save", &[("board", &new.boards[0].to_string()), ("name", "Soir")]);
    let evening = house.store.marks().await.expect("an answer").into_iter().find(|mark| mark.name == "Soir");
    let evening = evening.expect("it is saved");
    assert_eq!(evening.deck.1, "0.10.0");
    let exported = claire.get(&Route::Export(evening.id, Export::Json).to_string()).body;
    assert!(exported.contains(NOW) && exported.contains("\"0.10.0\""));
    let both = claire.get(&format!("/bibliotheque/comparer?plateau={}&plateau={}", mark.id, evening.id));
    assert_eq!(both.status, 200, "two versions of one deck are compared");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_retired_version_plays_no_new_workshop_and_goes_on_where_it_is_played() {
    let house = House::open().await;
    let claire = claire(&house);
    imports(&claire, &newer());
    let new = created(&house, &claire, "Nouveau", "culture 0.10.0").await;
    deals(&house, new.boards[0]).await;
    claire.post("retire-deck", &[("slug", "culture"), ("version", "0.10.0"), ("retired", "true")]);
    assert!(!claire.get("/ateliers").body.contains("<option value=\"culture 0.10.0\""), "it is not proposed any more");
    let form = [("title", "Encore"), ("format", "45"), ("tables", "1"), ("deck", "culture 0.10.0")];
    assert_eq!(claire.post("create", &form).status, 404);
    assert_eq!(created(&house, &claire, "Autre", "").await.deck_version, embedded().deck.version);
    assert!(claire.get(&Route::Plan(new.boards[0]).to_string()).body.contains(NOW));
    claire.post("retire-deck", &[("slug", "culture"), ("version", "0.10.0"), ("retired", "false")]);
    assert_eq!(created(&house, &claire, "Encore", "").await.deck_version, "0.10.0");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_that_is_not_here_is_read_in_the_nearest_one_and_the_page_says_so() {
    let house = House::open().await;
    let claire = claire(&house);
    imports(&claire, &newer());
    let workshop = Workshop { deck_version: "0.3.0".into(), ..house.workshop().await };
    let (id, board) = (WorkshopId(Uuid::new_v4()), BoardId(Uuid::new_v4()));
    let workshop = Workshop { id, code: "AUTRE2".into(), boards: vec![board], ..workshop };
    assert!(house.store.create(&workshop).await.expect("an answer"));
    claire.get(&Route::Facilitate(id, 1).to_string());
    deals(&house, board).await;
    assert!(claire.get(&Route::Plan(board).to_string()).body.contains(NOW), "the one after it");
    let mark = server::store::Mark {
        id: 0,
        board,
        seq: Seq(1),
        name: "Midi".into(),
        at: Millis(1),
        step: None,
        deck: ("culture".into(), "0.3.0".into()),
    };
    let mark = house.store.save(&mark).await.expect("it is kept");
    let page = claire.get(&Route::Saved(mark).to_string()).body;
    assert!(page.contains("La version 0.3.0 du jeu n’est pas gardée ici"), "it is said");
    assert!(page.contains("dans la version 0.10.0"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_drawings_of_an_older_version_are_still_served() {
    let house = House::open().await;
    let claire = claire(&house);
    let drawn = edition("0.9.0", &[("drawings/injonction-innovation.svg", "<path d=\"M", "<path d=\"M1 1M")]);
    imports(&claire, &drawn);
    let loaded = server::decks::check_sources(&drawn).expect("a deck");
    let sheet = loaded.deck.lots[0].sheet.expect("it has drawings");
    assert_ne!(Some(sheet), embedded().deck.lots[0].sheet, "another sheet has another name");
    let answer = claire.get(&format!("{}{sheet}.svg", app::components::SHEETS));
    assert!(answer.status == 200 && answer.body.contains("M1 1M"), "{}", answer.status);
    assert_eq!(claire.get(&format!("{}{:016x}.svg", app::components::SHEETS, 7)).status, 404);
    assert!(house.store.kept_deck("culture", "0.9.0").await.expect("an answer").is_some());
}
