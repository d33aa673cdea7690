//! The library as those who organise and facilitate come back to it: boards that saved themselves at the end of each
//! step, a list to search, and what a board's page says of how it was played. The real pages over real requests.

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "second_half/house.rs"]
mod house;

use app::api::Which;
use board::*;
use house::{House, Person};
use server::shelf;
use server::store::{Library, Log, Mark, ShelfWish, Store, Workshops};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn says(page: &str, sentence: &str) {
    assert!(page.contains(sentence), "« {sentence} » is not on the page: {page}");
}

/// Table 1 of a house, played by its stage manager.
struct Table<'a>(&'a House);

impl Table<'_> {
    fn board(&self) -> BoardId {
        self.0.workshop.boards[0]
    }

    async fn enters(&self, step: u8, phase: Phase) {
        self.0.does(self.board(), Op::Enter { step, phase, minutes: 10 }).await;
    }

    /// The first lots are dealt and every card lies on the table.
    async fn deals(&self, lots: u8) -> Vec<CardId> {
        for lot in (1..=lots).map(LotId) {
            self.0.wants(self.board(), Intent::Deal { lot, to: DealTo::Table, force: true }).await;
        }
        let cards: Vec<_> = self.0.document(1).await.cards.into_keys().collect();
        for (&card, turn) in cards.iter().zip(0..) {
            let at = Point { x: 300 + turn % 10 * 250, y: 300 + turn / 10 * 200 };
            self.0.does(self.board(), Op::Place { card, at }).await;
        }
        cards
    }

    async fn titles(&self, text: &str) {
        self.0.does(self.board(), Op::Title { text: text.into() }).await;
    }

    /// The marks of the board, once there are this many.
    async fn marks(&self, count: usize) -> Vec<Mark> {
        let begun = Instant::now();
        loop {
            let marks = self.0.store.marks_of(self.board()).await.expect("an answer");
            if marks.len() >= count || begun.elapsed() > Duration::from_secs(5) {
                assert_eq!(marks.len(), count, "{marks:?}");
                return marks;
            }
            tokio::task::yield_now().await;
        }
    }
}

/// The title of a step of the deck's script, as the library says it.
fn step(house: &House, number: usize) -> String {
    let format = deck::Format::of_minutes(house.workshop.format).expect("a format");
    let script = &server::decks::embedded().deck.scripts[&format];
    script.played().nth(number).expect("a step").title.fr.clone()
}

fn saves(fay: &Person<'_>, board: BoardId, name: &str) -> String {
    fay.sends(&format!("/plateau/{board}"), "save", &[("board", &board.to_string()), ("name", name)])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_saves_itself_at_the_end_of_each_step_in_which_something_happened() {
    let house = House::open().await;
    let table = Table(&house);
    table.enters(0, Phase::Welcome).await;
    table.enters(1, Phase::Links).await;
    table.deals(1).await;
    table.titles("Premier jet").await;
    let head = house.store.board_at(table.board(), None).await.expect("an answer").expect("a board").seq;
    table.enters(2, Phase::Break).await;
    table.enters(3, Phase::Story).await;
    table.titles("Notre écran").await;
    table.enters(4, Phase::Closing).await;
    let marks = table.marks(2).await;
    let told: Vec<_> = marks.iter().map(|mark| (mark.name.clone(), mark.step)).collect();
    assert_eq!(told, [(step(&house, 1), Some(1)), (step(&house, 3), Some(3))], "nothing happened in the others");
    assert_eq!(marks[0].seq, head, "the board as it was before the next step");
    let version = server::decks::embedded().deck.version.clone();
    assert!(marks.iter().all(|mark| mark.deck == ("culture".to_owned(), version.clone())));
    let fay = house.with_role(Role::Facilitator).await;
    says(&fay.sees(&format!("/bibliotheque/{}", marks[0].id)), "Premier jet");
    says(&fay.sees(&format!("/bibliotheque/{}", marks[1].id)), "Notre écran");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_that_somebody_saved_is_saved_once_and_the_last_step_ends_with_the_workshop() {
    let house = House::open().await;
    let table = Table(&house);
    let fay = house.with_role(Role::Facilitator).await;
    table.enters(1, Phase::Links).await;
    table.titles("Notre écran").await;
    for _ in 0..2 {
        saves(&fay, table.board(), "Avant la pause");
    }
    table.enters(2, Phase::Story).await;
    table.titles("Leur rideau").await;
    assert_eq!(table.marks(1).await[0].name, "Avant la pause", "pressed twice, and at the end of the step");
    let (workshop, returns) = (house.workshop.id.to_string(), format!("/animer/{}/retours", house.workshop.id));
    for _ in 0..2 {
        fay.sends(&returns, "close", &[("workshop", &workshop), ("sure", "true")]);
    }
    let marks = table.marks(2).await;
    assert_eq!((marks[1].name.clone(), marks[1].step), (step(&house, 2), Some(2)));
    assert_eq!(house.store.marks_of(house.workshop.boards[1]).await.expect("an answer"), [], "nobody played there");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_end_that_was_not_saved_in_time_is_saved_later_and_is_the_same() {
    let house = House::open().await;
    let table = Table(&house);
    table.enters(1, Phase::Links).await;
    table.titles("Notre écran").await;
    table.enters(2, Phase::Story).await;
    let saved = table.marks(1).await.remove(0);
    // The same log where nothing was saved: another board gets it, as a copy of the file would.
    let other = house.workshop.boards[1];
    let entries = house.store.entries(table.board(), Seq(u64::MAX)).await.expect("an answer");
    let record = |entry: Entry| server::store::Record { op_id: OpId(uuid::Uuid::new_v4()), entry };
    house.store.append(other, entries.into_iter().map(record).collect()).await.expect("it is kept");
    for _ in 0..2 {
        shelf::keep_ends(&*house.store, other, Millis(0)).await.expect("it is saved");
    }
    let marks = house.store.marks_of(other).await.expect("an answer");
    let same = Mark { id: marks[0].id, board: other, ..saved };
    assert_eq!(marks, [same]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_ended_before_this_program_is_of_the_deck_that_the_workshop_was_made_with() {
    let house = House::open().await;
    let table = Table(&house);
    table.enters(1, Phase::Links).await;
    table.titles("Notre écran").await;
    table.enters(2, Phase::Story).await;
    table.marks(1).await;
    let mut old = house.workshop.clone();
    (old.id, old.code, old.deck_version) = (WorkshopId(uuid::Uuid::new_v4()), "VIEUX2".into(), "0.1.0".into());
    old.boards = vec![BoardId(uuid::Uuid::new_v4())];
    assert!(house.store.create(&old).await.expect("a workshop is kept"));
    let entries = house.store.entries(table.board(), Seq(u64::MAX)).await.expect("an answer");
    let record = |entry: Entry| server::store::Record { op_id: OpId(uuid::Uuid::new_v4()), entry };
    house.store.append(old.boards[0], entries.into_iter().map(record).collect()).await.expect("it is kept");
    shelf::keep_ends(&*house.store, old.boards[0], Millis(u64::MAX)).await.expect("it is saved");
    assert_eq!(house.store.marks_of(old.boards[0]).await.expect("an answer")[0].deck.1, "0.1.0");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_library_lists_the_last_board_of_each_table_and_finds_by_words() {
    let house = House::open().await;
    let table = Table(&house);
    let fay = house.with_role(Role::Facilitator).await;
    table.enters(1, Phase::Links).await;
    table.titles("L’Écran <b>partagé</b>").await;
    table.enters(2, Phase::Story).await;
    table.marks(1).await;
    table.titles("Équipement & lumière").await;
    saves(&fay, table.board(), "Pour le conseil");
    let (list, first) = (fay.sees("/bibliotheque"), step(&house, 1));
    says(&list, "Pour le conseil");
    says(&list, "Équipement &amp; lumière");
    says(&list, "1 plateau enregistré");
    says(&list, "1 autre moment de cette table");
    assert!(!list.contains(&first), "the moments before are one address away: {list}");
    let all = fay.sees("/bibliotheque?montrer=tous");
    says(&all, &first);
    says(&all, "L’Écran &lt;b&gt;partagé");
    for (query, there) in [
        ("q=equipement", true),
        ("q=CONSEIL+lumiere", true),
        ("q=repetition", true),
        ("q=conseil+rideau", false),
        ("q=%25", false),
        ("table=1&format=180", true),
        ("table=2", false),
        ("format=45", false),
        ("depuis=2026-01-01", true),
        ("jusque=2026-01-01", false),
        ("depuis=hier", true),
        ("montrer=nommes", true),
        ("jeu=culture+0.0.1", false),
        ("page=999", true),
    ] {
        let page = fay.sees(&format!("/bibliotheque?{query}"));
        assert_eq!(page.contains("Pour le conseil"), there, "{query}: {page}");
        assert_eq!(page.contains("Aucun plateau enregistré ne correspond"), !there, "{query}");
    }
    let (stranger, elsewhere) = (house.stranger(), house.participant("Léa", 1));
    for outside in [&stranger, &elsewhere] {
        assert_eq!(outside.is_led_from("/bibliotheque?q=conseil"), "/connexion");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_list_shows_is_made_from_the_log_whenever_it_is_missing() {
    let house = House::open().await;
    let table = Table(&house);
    let fay = house.with_role(Role::Facilitator).await;
    table.enters(1, Phase::Links).await;
    table.deals(1).await;
    table.titles("Notre écran").await;
    // A mark from before there was anything beside marks.
    let seq = house.store.board_at(table.board(), None).await.expect("an answer").expect("a board").seq;
    let deck = ("culture".to_owned(), "1.0.0".to_owned());
    let mark = Mark { id: 0, board: table.board(), seq, name: "Ancien".into(), at: Millis(7), step: None, deck };
    house.store.save(&mark).await.expect("it is kept");
    says(&fay.sees("/bibliotheque?q=ecran"), "une recherche peut en oublier");
    let list = fay.sees("/bibliotheque");
    says(&list, "Notre écran");
    says(&list, "thumbnail-cards");
    let found = fay.sees("/bibliotheque?q=ecran");
    says(&found, "Ancien");
    assert!(!found.contains("peut en oublier"), "it was made by being shown");
    let second = Mark { name: "Autre".into(), ..mark };
    house.store.save(&second).await.expect("it is kept");
    shelf::catch_up(house.store.clone() as Arc<dyn Store>).await;
    let wish = ShelfWish { which: Which::All, words: vec!["autre".into()], window: (0, 5), ..ShelfWish::default() };
    assert_eq!(house.store.shelf(&wish).await.expect("an answer").1, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_tells_what_was_found_alone_and_after_a_question() {
    let house = House::open().await;
    let table = Table(&house);
    let fay = house.with_role(Role::Facilitator).await;
    table.enters(1, Phase::Links).await;
    let cards = table.deals(3).await;
    let key = server::decks::embedded().key(deck::Lang::Fr);
    let here = |link: &LinkId| cards.contains(&link.cause) && cards.contains(&link.consequence);
    let essential = key.expected.iter().filter(|(link, known)| here(link) && known.level == key::Level::Essential);
    let essential: Vec<_> = essential.map(|(link, _)| *link).collect();
    let (trap, known) =
        key.misconceptions.iter().find(|(link, _)| here(link)).expect("a misconception between these cards");
    let draw = |link: LinkId| Op::Link { link, kind: LinkKind::LeadsTo, because: String::new() };
    let (alone, asked) =
        (essential[0], *essential.iter().find(|link| link.cause != essential[0].cause).expect("another"));
    house.does(table.board(), draw(alone)).await;
    house.does(table.board(), Op::Hint { cards: vec![asked.cause], text: "Et ensuite ?".into() }).await;
    house.does(table.board(), draw(asked)).await;
    house.does(table.board(), draw(*trap)).await;
    house.does(table.board(), Op::Unlink { link: *trap }).await;
    saves(&fay, table.board(), "Fin");
    let mark = table.marks(1).await[0].id;
    let page = fay.sees(&format!("/bibliotheque/{mark}"));
    says(&page, "1 lien essentiel trouvé par la table");
    says(&page, "1 lien essentiel trouvé après une relance");
    says(&page, &format!("{} liens essentiels non trouvés", essential.len() - 2));
    says(&page, "corrigée par la table");
    says(&page, &known.belief.replace('\'', "&#x27;"));
    says(&page, "Cartes posées sans aucun lien");
    says(&page, "qu’à partir de 3 personnes");
    says(&page, &step(&house, 1));
    let names = ["Zoé", "Omar", "Inès"];
    let people: Vec<_> = names.iter().map(|name| house.participant(name, 1)).collect();
    for (person, name) in people.iter().zip(names) {
        let (board, op) = (table.board().to_string(), uuid::Uuid::new_v4().to_string());
        let plan = format!("/plan/{board}");
        person.sends(&plan, "note", &[("board", &board), ("op_id", &op), ("text", name), ("question", "true")]);
    }
    saves(&fay, table.board(), "Fin de fin");
    let page = fay.sees(&format!("/bibliotheque/{}", table.marks(2).await[1].id));
    let shares = page.split_once("saved-shares").expect("shares").1.split("</ul>").next().unwrap_or_default();
    assert_eq!(shares.matches("33\u{a0}%").count(), 3, "{shares}");
    assert!(names.iter().all(|name| !shares.contains(name)), "{shares}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_that_are_erased_are_on_no_board_and_everything_else_stays() {
    let house = House::open().await;
    let table = Table(&house);
    let fay = house.with_role(Role::Facilitator).await;
    let lea = house.participant("Léa-Rose", 1);
    table.enters(1, Phase::Links).await;
    let (board, op) = (table.board().to_string(), uuid::Uuid::new_v4().to_string());
    lea.sends(
        &format!("/plan/{board}"),
        "note",
        &[("board", &board), ("op_id", &op), ("text", "Et la nuit"), ("question", "true")],
    );
    saves(&fay, table.board(), "Fin");
    let page = format!("/bibliotheque/{}", table.marks(1).await[0].id);
    says(&fay.sees(&page), "Léa-Rose");
    let (workshop, returns) = (house.workshop.id.to_string(), format!("/animer/{}/retours", house.workshop.id));
    fay.sends(&returns, "close", &[("workshop", &workshop), ("sure", "true")]);
    let after = fay.sees(&page);
    says(&after, "Et la nuit");
    says(&after, "ont été effacés à la clôture");
    assert!(!after.contains("Léa-Rose"), "{after}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn remarks_are_for_those_who_organise_and_in_no_export() {
    let house = House::open().await;
    let table = Table(&house);
    let fay = house.with_role(Role::Facilitator).await;
    let lea = house.participant("Léa", 1);
    table.enters(1, Phase::Links).await;
    table.titles("Notre écran").await;
    saves(&fay, table.board(), "Fin");
    let mark = table.marks(1).await[0].id;
    let (page, id) = (format!("/bibliotheque/{mark}"), mark.to_string());
    let write = |who: &Person<'_>, text: &str| who.sends(&page, "remark", &[("mark", &id), ("text", text)]);
    assert!(write(&lea, "Moi aussi").contains("__err="));
    assert!(write(&house.stranger(), "Moi aussi").contains("__err="));
    assert_eq!(write(&fay, "  Moins de <cartes>\tau lot 3 "), format!("{page}#remarques"));
    says(&fay.sees(&page), "Moins de &lt;cartes&gt; au lot 3");
    let refused = fay.sees(&write(&fay, &"é".repeat(501)));
    says(&refused, "Raccourcissez à 500 signes");
    says(&refused, &"é".repeat(501));
    says(&fay.sees(&write(&fay, " ")), "Il manque le texte");
    for export in ["export.json", "export.svg"] {
        assert!(!fay.sees(&format!("{page}/{export}")).contains("Moins de"), "{export}");
    }
    let remark = house.store.remarks(mark).await.expect("an answer")[0].id.to_string();
    let erase = [("mark", id.as_str()), ("remark", remark.as_str())];
    assert!(lea.sends(&page, "erase-remark", &erase).contains("__err="));
    says(&fay.sees(&page), "Moins de");
    fay.sends(&page, "erase-remark", &erase);
    says(&fay.sees(&page), "Aucune remarque");
}
