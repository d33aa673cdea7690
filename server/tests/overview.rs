//! Many saved boards together, as the organiser of a network comes back to them: real boards in a real store.

use app::api::{LibraryWish, OverviewOpening, Visitor, VisitorId};
use app::routes::Flavour;
use app::text::words;
use board::deck::Lang;
use board::key::Level;
use board::*;
use server::backend::Machine;
use server::rooms::Rooms;
use server::store::{Organisers, Seating, Sqlite, Workshop, Workshops};
use server::{decks, export, shelf};
use std::net::Ipv4Addr;
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

/// A house of several workshops, with somebody who organises them all.
struct Network {
    machine: Machine,
    store: Arc<Sqlite>,
    rooms: Rooms,
    organiser: Visitor,
    _folder: TempDir,
}

impl Network {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Arc::new(Sqlite::open(folder.path()).await.expect("a store"));
        let rooms = Rooms::new(store.clone());
        let machine = Machine::new(store.clone(), rooms.clone(), "http://localhost".into(), None);
        let organiser = Visitor { id: VisitorId(Uuid::new_v4()), lang: Lang::Fr, address: Ipv4Addr::LOCALHOST.into() };
        let known = store.add("odile", "not asked for here").await.expect("an answer").expect("a free login");
        store.sign_in(organiser.id, Some(known)).await.expect("an answer");
        Self { machine, store, rooms, organiser, _folder: folder }
    }

    /// A workshop whose table lays the whole deck, draws these links and saves its board, twice: a
    /// table counts once.
    async fn plays(&self, title: &str, links: &[LinkId]) {
        let board = BoardId(Uuid::new_v4());
        let workshop = Workshop {
            id: WorkshopId(Uuid::new_v4()),
            title: title.into(),
            code: Uuid::new_v4().simple().to_string()[..6].to_uppercase(),
            deck: "culture".into(),
            deck_version: decks::embedded().deck.version.clone(),
            format: 180,
            open: true,
            assigned: false,
            created: Millis(1),
            boards: vec![board],
        };
        assert!(self.store.create(&workshop).await.expect("a workshop is kept"));
        let hands = VisitorId(Uuid::new_v4());
        let seating = self.store.take_seat(workshop.id, hands, None, Role::Facilitator, "Régie").await;
        let Seating::Seated(seat) = seating.expect("an answer") else { panic!("the name is free") };
        let asker = Asker { actor: seat.actor, role: seat.role };
        let wants = async |intent| {
            self.rooms.submit(board, asker, OpId(Uuid::new_v4()), intent).await.expect("this is allowed");
        };
        wants(Intent::Do(Op::Enter { step: 0, phase: Phase::Links, minutes: 10 })).await;
        for lot in (1..=6).map(LotId) {
            wants(Intent::Deal { lot, to: DealTo::Table, force: true }).await;
        }
        let snapshot = self.rooms.look(board).await.expect("the board can be read").0;
        for (&card, turn) in snapshot.document.cards.keys().zip(0..) {
            let at = Point { x: 300 + turn % 10 * 250, y: 300 + turn / 10 * 200 };
            wants(Intent::Do(Op::Place { card, at })).await;
        }
        for &link in links {
            wants(Intent::Do(Op::Link { link, kind: LinkKind::LeadsTo, because: "voilà".into() })).await;
        }
        let snapshot = self.rooms.look(board).await.expect("the board can be read").0;
        for name in ["Avant de partir", "Fin"] {
            shelf::save(&*self.store, &workshop, board, name.into(), &snapshot).await.expect("it is saved");
        }
    }

    async fn overview(&self, wish: LibraryWish) -> OverviewOpening {
        self.machine.overview(self.organiser, wish).await.expect("the organiser may see it")
    }
}

/// The essential links that the whole deck allows, in the order of the cards.
fn essential() -> Vec<LinkId> {
    let expected = decks::embedded().key(Lang::Fr).expected.iter();
    expected.filter(|(_, known)| known.level == Level::Essential).map(|(&link, _)| link).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn below_five_workshops_nothing_is_added_up_and_from_five_on_it_is() {
    let network = Network::open().await;
    let essential = essential();
    let believed = *decks::embedded().key(Lang::Fr).misconceptions.keys().next().expect("the key has some");
    for turn in 0..4 {
        network.plays(&format!("Théâtre {turn}"), &essential[..=turn]).await;
    }
    let few = network.overview(LibraryWish::default()).await;
    assert_eq!((few.workshops, few.tally), (4, None));
    network.plays("Musée", &[essential[0], believed]).await;
    let all = network.overview(LibraryWish::default()).await;
    let tally = all.tally.clone().expect("five workshops are enough");
    assert_eq!((all.workshops, tally.boards), (5, 5));
    let often = |link| tally.links[&link].1;
    assert_eq!(often(essential[0]), Often { times: 5, of: 5 }, "everybody drew it");
    assert_eq!(often(essential[2]), Often { times: 2, of: 5 });
    assert_eq!(tally.misconceptions[&believed], Often { times: 1, of: 5 });
    assert_eq!(all.essential().last().map(|(link, _)| *link), Some(essential[0]), "the best known comes last");

    let narrow = network.overview(LibraryWish { words: "theatre".into(), ..LibraryWish::default() }).await;
    assert_eq!((narrow.workshops, narrow.tally), (4, None), "what is asked for counts, not what there is");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_links_come_as_a_table_too() {
    let network = Network::open().await;
    for turn in 0..5 {
        network.plays(&format!("Festival {turn}"), &essential()[..1]).await;
    }
    let all = network.overview(LibraryWish::default()).await;
    let text = |flavour| String::from_utf8(export::overview(&all, words(Lang::Fr), flavour).content).expect("UTF-8");
    let rows: Vec<_> = text(Flavour::OpenData).lines().map(str::to_owned).collect();
    let tally = all.tally.clone().expect("five workshops are enough");
    assert!(!tally.misconceptions.is_empty() && tally.links.len() > essential().len() / 2, "most could be drawn");
    assert_eq!(rows.len(), 1 + tally.links.len() + tally.misconceptions.len(), "a row each, and the head");
    assert!(rows[0].starts_with("\"cause\",\"cause_title\","), "{}", rows[0]);
    let first = essential()[0];
    let row =
        rows.iter().find(|row| row.starts_with(&format!("\"{}\",", first.cause)) && row.contains("\"essential\""));
    assert!(row.expect("its row").ends_with("\"5\",\"5\""));
    assert!(text(Flavour::Spreadsheet).starts_with("\u{feff}\""));
}
