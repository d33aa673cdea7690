//! Saved boards, and the people who organise.

use crate::Place;
use crate::minutes::{boards, visitor, workshop};
use app::api::Which;
use board::{BoardId, Harvest, Millis, Seq};
use server::store::{Failure, Mark, ShelfWish, Shelved, Store, Workshop};
use uuid::Uuid;

/// A board saved under a name, at a place of its log, at a moment.
fn named(board: BoardId, seq: u64, name: &str, at: u64) -> Mark {
    let deck = ("culture".to_owned(), "1.0.0".to_owned());
    Mark { id: 0, board, seq: Seq(seq), name: name.to_owned(), at: Millis(at), step: None, deck }
}

/// A board that saved itself at the end of a step.
fn ended(board: BoardId, seq: u64, step: u8, at: u64) -> Mark {
    Mark { step: Some(step), ..named(board, seq, &format!("Étape {step}"), at) }
}

fn shelved(words: &str) -> Shelved {
    Shelved {
        title: words.to_uppercase(),
        cards: 7,
        links: 3,
        words: words.to_owned(),
        thumbnail: vec![1, 2, 3],
        harvest: Harvest::default(),
    }
}

async fn keep(store: &dyn Store, marks: &[Mark]) -> Vec<i64> {
    let mut kept = Vec::new();
    for mark in marks {
        kept.push(store.save(mark).await.expect("it is kept"));
    }
    kept
}

/// The marks that this wish finds, and how many there are in all.
async fn found(store: &dyn Store, wish: ShelfWish) -> (Vec<i64>, u32) {
    let wish = ShelfWish { window: if wish.window == (0, 0) { (0, 100) } else { wish.window }, ..wish };
    let (lines, total) = store.shelf(&wish).await.expect("an answer");
    (lines.into_iter().map(|line| line.mark.id).collect(), total)
}

pub async fn saved_boards_are_listed_newest_first(place: impl Place) {
    let store = place.open().await;
    let boards = boards(&*store, 2).await;
    let mut kept = Vec::new();
    for (at, name) in [(10, "Avant la pause"), (30, "Fin"), (20, "Fin")] {
        let mut mark = named(boards[at as usize % 3 % 2], at, name, at);
        mark.id = store.save(&mark).await.expect("it is kept");
        kept.push(mark);
    }
    drop(store);
    let store = place.open().await;
    for mark in &kept {
        assert_eq!(store.mark(mark.id).await.expect("an answer").as_ref(), Some(mark));
    }
    kept.sort_by_key(|mark| std::cmp::Reverse(mark.at));
    assert_eq!(store.marks().await.expect("an answer"), kept);
    assert_eq!(store.mark(-1).await.expect("an answer"), None);
    let mut of_one: Vec<_> = kept.into_iter().filter(|mark| mark.board == boards[1]).collect();
    of_one.sort_by_key(|mark| mark.seq);
    assert_eq!(store.marks_of(boards[1]).await.expect("an answer"), of_one);
}

pub async fn a_mark_on_no_board_is_refused(place: impl Place) {
    let store = place.open().await;
    let board = BoardId(Uuid::new_v4());
    assert!(
        matches!(store.save(&named(board, 0, "Nulle part", 1)).await, Err(Failure::NoBoard(whose)) if whose == board)
    );
    assert_eq!(store.marks().await.expect("an answer"), []);
}

pub async fn what_is_saved_already_is_not_saved_again(place: impl Place) {
    let store = place.open().await;
    let board = boards(&*store, 1).await[0];
    let ids = keep(
        &*store,
        &[
            ended(board, 5, 0, 10),
            ended(board, 5, 0, 11),
            named(board, 5, "Fin", 12),
            named(board, 5, "Fin", 13),
            named(board, 5, "Autre nom", 14),
            named(board, 8, "Pause", 15),
            ended(board, 8, 1, 16),
        ],
    )
    .await;
    assert_eq!((ids[1], ids[3], ids[6]), (ids[0], ids[2], ids[5]), "the end of a step needs no second mark");
    assert_eq!(store.marks().await.expect("an answer").len(), 4);
}

pub async fn two_that_save_one_end_at_once_save_it_once(place: impl Place) {
    let store = place.open().await;
    let board = boards(&*store, 1).await[0];
    let (one, other) = (ended(board, 5, 0, 10), ended(board, 5, 0, 11));
    let (one, other) = futures::join!(store.save(&one), store.save(&other));
    assert_eq!(one.expect("it is kept"), other.expect("it is kept"));
}

pub async fn the_last_board_of_each_table_comes_first_unless_more_is_asked_for(place: impl Place) {
    let store = place.open().await;
    let boards = boards(&*store, 2).await;
    let (one, two) = (boards[0], boards[1]);
    let ids = keep(
        &*store,
        &[
            ended(one, 5, 0, 10),
            named(one, 7, "Pause", 11),
            ended(one, 9, 1, 12),
            named(one, 9, "Fin", 13),
            named(two, 3, "Pause", 14),
            ended(two, 8, 1, 15),
        ],
    )
    .await;
    let by = |which| ShelfWish { which, ..ShelfWish::default() };
    assert_eq!(found(&*store, by(Which::Last)).await, (vec![ids[5], ids[3]], 2), "of two at one place, the named one");
    assert_eq!(found(&*store, by(Which::Named)).await, (vec![ids[4], ids[3], ids[1]], 3));
    let all = [5, 4, 3, 2, 1, 0].map(|at| ids[at]).to_vec();
    assert_eq!(found(&*store, by(Which::All)).await, (all.clone(), 6));
    let of_two = ShelfWish { board: Some(two), which: Which::All, ..ShelfWish::default() };
    assert_eq!(found(&*store, of_two).await, (vec![ids[5], ids[4]], 2));
    let window = |from| ShelfWish { which: Which::All, window: (from, 4), ..ShelfWish::default() };
    assert_eq!(found(&*store, window(4)).await, (all[4..].to_vec(), 6), "the window is part of the whole");
    assert_eq!(found(&*store, window(60)).await, (all[4..].to_vec(), 6), "behind the last window is the last");
    let (lines, _) = store.shelf(&ShelfWish { window: (0, 9), ..ShelfWish::default() }).await.expect("an answer");
    let told: Vec<_> = lines.iter().map(|line| (line.table, line.others)).collect();
    assert_eq!(told, [(2, 1), (1, 3)]);
    assert_eq!(lines[0].workshop, "Fresque du numérique à la Maison de la culture");
    assert!(lines.iter().all(|line| line.shelved.is_none()), "what was not made is not made up");
}

pub async fn a_shelf_is_searched_and_narrowed(place: impl Place) {
    let store = place.open().await;
    let (hall, scene) = (workshop("HALL22", 1), Workshop { format: 45, ..workshop("SCENE2", 2) });
    for workshop in [&hall, &scene] {
        assert!(store.create(workshop).await.expect("the workshop is kept"));
    }
    let newer = ("culture".to_owned(), "1.1.0".to_owned());
    let marks = [
        named(hall.boards[0], 1, "Fin", 100),
        Mark { deck: newer.clone(), ..named(scene.boards[0], 1, "Fin", 200) },
        Mark { deck: newer.clone(), ..named(scene.boards[1], 1, "Fin", 300) },
    ];
    let ids = keep(&*store, &marks).await;
    for (id, words) in ids.iter().zip(["le hall\nfin", "la scene\nfin", "la scene\nfin de 100% des arrets"]) {
        store.shelve(*id, &shelved(words)).await.expect("it is kept");
    }
    let words =
        |words: &str| ShelfWish { words: words.split(' ').map(str::to_owned).collect(), ..ShelfWish::default() };
    assert_eq!(found(&*store, words("scene")).await.0, [ids[2], ids[1]]);
    assert_eq!(found(&*store, words("fin hall")).await.0, [ids[0]], "all words, in any order");
    assert_eq!(found(&*store, words("100% arrets")).await.0, [ids[2]], "no sign means anything else");
    assert_eq!(found(&*store, words("_")).await.0, [] as [i64; 0]);
    let moment = |from: u64, before: u64| ShelfWish {
        from: Some(Millis(from)),
        before: Some(Millis(before)),
        ..ShelfWish::default()
    };
    assert_eq!(found(&*store, moment(100, 300)).await.0, [ids[1], ids[0]], "from a moment on, before another");
    assert_eq!(found(&*store, ShelfWish { format: Some(45), ..ShelfWish::default() }).await.0, [ids[2], ids[1]]);
    assert_eq!(found(&*store, ShelfWish { table: Some(2), ..ShelfWish::default() }).await.0, [ids[2]]);
    assert_eq!(
        found(&*store, ShelfWish { deck: Some(newer.clone()), ..ShelfWish::default() }).await.0,
        [ids[2], ids[1]]
    );
    let seen = |workshops| ShelfWish { workshops: Some(workshops), ..ShelfWish::default() };
    assert_eq!(found(&*store, seen(vec![hall.id])).await.0, [ids[0]], "whoever facilitates sees their own");
    assert_eq!(found(&*store, seen(vec![])).await.0, [] as [i64; 0]);
    let older = ("culture".to_owned(), "1.0.0".to_owned());
    assert_eq!(store.decks_on_shelf().await.expect("an answer"), [newer, older]);
}

pub async fn what_a_list_shows_is_made_once_and_can_be_made_again(place: impl Place) {
    let store = place.open().await;
    let board = boards(&*store, 1).await[0];
    let ids = keep(&*store, &[named(board, 1, "Un", 1), named(board, 2, "Deux", 2), named(board, 3, "Trois", 3)]).await;
    store.shelve(ids[1], &shelved("deux")).await.expect("it is kept");
    store.shelve(ids[1], &shelved("deux fois")).await.expect("it is kept");
    let unshelved = async |most| {
        let marks = store.unshelved(most).await.expect("an answer");
        marks.into_iter().map(|mark| mark.id).collect::<Vec<_>>()
    };
    assert_eq!((unshelved(1).await, unshelved(9).await), (vec![ids[2]], vec![ids[2], ids[0]]));
    let wish = ShelfWish { which: Which::All, window: (1, 1), ..ShelfWish::default() };
    let (lines, _) = store.shelf(&wish).await.expect("an answer");
    assert_eq!(lines[0].shelved, Some(shelved("deux fois")));
}

pub async fn remarks_stand_beside_their_board_until_they_are_erased(place: impl Place) {
    let store = place.open().await;
    let board = boards(&*store, 1).await[0];
    let ids = keep(&*store, &[named(board, 1, "Un", 1), named(board, 2, "Deux", 2)]).await;
    for (mark, text) in [(ids[0], "Moins de cartes"), (ids[1], "Autre"), (ids[0], "Plus de lumière")] {
        assert!(store.remark(mark, Millis(5), text).await.expect("it is kept"));
    }
    assert!(!store.remark(99, Millis(5), "Nulle part").await.expect("an answer"));
    let texts = async |mark| {
        let remarks = store.remarks(mark).await.expect("an answer");
        remarks.into_iter().map(|remark| remark.text).collect::<Vec<_>>()
    };
    assert_eq!(texts(ids[0]).await, ["Moins de cartes", "Plus de lumière"]);
    let first = store.remarks(ids[0]).await.expect("an answer")[0].id;
    store.erase_remark(ids[1], first).await.expect("an answer");
    assert_eq!(texts(ids[0]).await.len(), 2, "it stands beside another board");
    for _ in 0..2 {
        store.erase_remark(ids[0], first).await.expect("an answer");
    }
    assert_eq!(
        (texts(ids[0]).await, texts(ids[1]).await),
        (vec!["Plus de lumière".to_owned()], vec!["Autre".to_owned()])
    );
}

pub async fn the_first_organiser_is_known_to_be_the_first(place: impl Place) {
    let store = place.open().await;
    assert!(store.nobody_yet().await.expect("an answer"));
    store.add("claire@theatre.example", "hash").await.expect("an answer").expect("the login is free");
    assert!(!store.nobody_yet().await.expect("an answer"));
    drop(store);
    assert!(!place.open().await.nobody_yet().await.expect("an answer"));
}

pub async fn a_login_is_taken_whatever_its_case(place: impl Place) {
    let store = place.open().await;
    let claire = store.add("Claire", "hers").await.expect("an answer").expect("the login is free");
    for same in ["claire", "CLAIRE"] {
        assert_eq!(store.add(same, "not hers").await.expect("an answer"), None);
        assert_eq!(store.by_login(same).await.expect("an answer"), Some((claire, "hers".to_owned())));
    }
    let other = store.add("Clairé", "another").await.expect("an answer").expect("the login is free");
    assert_ne!(claire, other);
    assert_eq!(store.by_login("personne").await.expect("an answer"), None);
}

pub async fn a_browser_signs_in_and_out(place: impl Place) {
    let store = place.open().await;
    let claire = store.add("claire", "1").await.expect("an answer").expect("the login is free");
    let omar = store.add("omar", "2").await.expect("an answer").expect("the login is free");
    let (desk, phone) = (visitor(), visitor());
    for (browser, who) in [(desk, Some(claire)), (desk, Some(omar)), (phone, Some(omar)), (desk, None), (desk, None)] {
        store.sign_in(browser, who).await.expect("it is kept");
        assert_eq!(store.signed_in(browser).await.expect("an answer"), who);
    }
    assert_eq!(store.signed_in(phone).await.expect("an answer"), Some(omar), "each browser for itself");
    assert_eq!(store.signed_in(visitor()).await.expect("an answer"), None);
}
