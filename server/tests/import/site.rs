//! The form of the library, over real requests: the file that a board's page gives makes a board again.

use super::house::{House, LOGIN};
use super::{exported, random};
use app::routes::{Export, Route};
use server::store::{Library, Workshops};

const PASSWORD: &str = "trois cordes et un rideau";

fn form() -> String {
    Route::Import.to_string()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organiser_brings_a_board_back_and_takes_the_same_file_away_again() {
    let house = House::open().await;
    let claire = house.browser();
    claire.post("sign-in", &[("login", LOGIN), ("password", PASSWORD)]);
    let saved = (0..).map(random::board).find(|saved| saved.card.document.links.len() > 20).expect("a board");
    let file = exported(&saved);
    let came = claire.uploads(&form(), file.as_bytes());
    assert_eq!(came.status, 303, "{}", came.body);
    let Some(Route::Saved(mark)) = Route::read(&came.leads) else { panic!("it leads to {}", came.leads) };
    let page = claire.get(&came.leads);
    assert_eq!(page.status, 200);
    let again = claire.get(&Route::Export(mark, Export::Json).to_string());
    assert_eq!(again.body, file, "byte for byte");
    let twice = claire.uploads(&form(), file.as_bytes());
    assert_eq!(twice.leads, came.leads, "one file is one board");
    assert_eq!(house.store.marks().await.expect("an answer").len(), 1);
    let table = usize::from(saved.card.table);
    let board = house.store.mark(mark).await.expect("an answer").expect("it is kept").board;
    let workshop = house.store.of_board(board).await.expect("an answer").expect("it has one");
    assert_eq!((workshop.boards.len(), workshop.open), (table, false), "the table keeps its number, the door is shut");
    assert_eq!(house.store.all().await.expect("an answer"), [], "it is no workshop to run");
    assert!(claire.get(&Route::Library.to_string()).body.contains(&came.leads), "the library has it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_refused_leads_back_to_the_form_with_the_reason() {
    let house = House::open().await;
    let claire = house.browser();
    claire.post("sign-in", &[("login", LOGIN), ("password", PASSWORD)]);
    let refused = |file: &[u8], says: &str| {
        let answer = claire.uploads(&form(), file);
        assert_eq!(answer.status, 422, "{says}");
        assert!(answer.body.contains(says), "{says}: {}", answer.body);
        assert!(answer.body.contains("type=\"file\""), "the form is there again");
    };
    let file = exported(&random::board(3));
    refused(b"", "Aucun fichier");
    refused(b"PK\x03\x04", "n’est pas un plateau de Coulisses");
    refused(&file.as_bytes()[..200], "à la ligne");
    refused(file.replacen("\"seq\"", "\"x\"", 1).replacen("\"table\": ", "\"table\": 1", 1).as_bytes(), "Ce fichier");
    refused(&vec![b' '; 17 * 1024 * 1024], "dépasse 16");
    let hostile = "{\"schema\":\"coulisses-board\",\"version\":2,\"<script>alert(1)</script>\":0}";
    let answer = claire.uploads(&form(), hostile.as_bytes());
    assert!(answer.status == 422 && !answer.body.contains("<script>alert"), "{}", answer.body);
    assert_eq!(house.store.marks().await.expect("an answer"), [], "nothing was kept");
    let stranger = house.browser().uploads(&form(), file.as_bytes());
    assert_eq!(stranger.leads, Route::SignIn.to_string());
}
