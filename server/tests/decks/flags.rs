//! Cards that people find wrong: said at a table without a name, read card by card by those who organise.

use crate::house::House;
use crate::{claire, imports};
use app::routes::Route;
use board::*;
use server::decks::embedded;
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_table_says_of_a_card_is_read_by_the_organiser_without_a_name() {
    let house = House::open().await;
    let claire = claire(&house);
    let workshop = house.workshop().await;
    claire.get(&Route::Facilitate(workshop.id, 1).to_string());
    let (lea, board) = (house.participant(&workshop, "Léa", 1), workshop.boards[0]);
    let asker = Asker { actor: ActorId(1), role: Role::Facilitator };
    let deal = Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false };
    house.rooms.submit(board, asker, OpId(Uuid::new_v4()), deal).await.expect("it is dealt");
    let (dealt, undealt) = (CardId(1), CardId(60));
    let flag = |who: &crate::Browser, card: CardId, text: &str| {
        let (board, card) = (board.to_string(), card.to_string());
        who.post("flag-card", &[("board", &board), ("card", &card), ("text", text)])
    };
    let panel = lea.get(&format!("{}?carte={dealt}", Route::Plan(board))).body;
    assert!(panel.contains("Signaler cette carte"));
    let thanked = flag(&lea, dealt, "Chiffre de 2019");
    assert_eq!(thanked.status, 200, "{}", thanked.body);
    assert!(lea.get(thanked.leads.split('#').next().expect("a page")).body.contains("votre remarque ira"));
    assert_eq!(flag(&claire, dealt, "=1+1").status, 200);
    assert_eq!(flag(&lea, dealt, " ").status, 422);
    assert_eq!(flag(&lea, undealt, "Et celle-ci ?").status, 404, "nobody knows of it yet");
    assert_eq!(flag(&house.browser(), dealt, "Moi").status, 404);
    assert!(claire.get("/jeux").body.contains("2 signalements"));
    let page = claire.get("/jeux/culture/signalements").body;
    let (title, version) = (&embedded().deck.cards[&dealt].title.fr, &embedded().deck.version);
    for said in [title.as_str(), "Chiffre de 2019", "=1+1", &format!("Version {version}"), "2 signalements"] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("Léa"));
    let table = claire.get("/jeux/culture/signalements.csv").body;
    assert!(table.contains(&format!("\"1\";\"{title}\";\"{version}\";\"'=1+1\"\r\n")), "{table}");
    // The next version of the deck does not lose what was said of the last one.
    imports(&claire, &crate::edition("0.10.0", &[("fr.toml", title, "Presser d’innover")]));
    assert!(claire.get("/jeux/culture/signalements").body.contains("Presser d’innover"));
    assert_eq!(claire.get("/jeux/autre/signalements").status, 404);
}
