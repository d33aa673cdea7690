//! The organisation over real requests: people are invited and taken away, some read and nothing more, what was kept
//! long enough is erased by the clock, and everything can be taken away or erased at once.

#[allow(dead_code, reason = "the tests of rights use the rest")]
#[path = "rights/house.rs"]
mod house;

use app::api::{About, Ask, Deed, Feedback, FieldId, KeptDebrief, Standing};
use app::routes::Route;
use board::*;
use house::{Browser, Heard, House, LOGIN};
use server::retention::DAY;
use server::store::{Import, Keeping, Library, Mark, Organisation, Record, Register, Seating, Workshop, Workshops};
use std::io::Read;
use std::time::{Duration, Instant};
use uuid::Uuid;

const PASSWORD: &str = "trois cordes et un rideau";
/// How the server closes the page of somebody who has no part in a workshop any more.
const NOT_HERE: u16 = 4003;

/// Somebody who is signed in.
fn signed_in(house: &House, login: &str) -> Browser {
    let browser = house.browser();
    let answer = browser.post("sign-in", &[("login", login), ("password", PASSWORD)]);
    assert_eq!(answer.status, 200, "{login}: {}", answer.body);
    browser
}

/// The secret of the link that this page shows once.
fn shown(page: &str, before: &str) -> String {
    let link = page.split(before).nth(1).unwrap_or_else(|| panic!("{before} is not on {page}"));
    link.chars().take_while(char::is_ascii_alphanumeric).collect()
}

fn invites(odile: &Browser, name: &str, standing: &str) -> String {
    let made = odile.post("invite", &[("name", name), ("standing", standing)]);
    assert_eq!(made.leads, Route::Organisation.to_string(), "{}", made.body);
    shown(&odile.get(&made.leads).body, "/invitation/")
}

/// Somebody who comes by an invitation.
fn accepts(house: &House, secret: &str, login: &str) -> Browser {
    let browser = house.browser();
    let welcome = browser.get(&format!("/invitation/{secret}"));
    assert_eq!(welcome.status, 200, "{}", welcome.body);
    let came = browser.post("accept", &[("secret", secret), ("login", login), ("password", PASSWORD)]);
    assert_eq!(came.leads, Route::Library.to_string(), "{}", came.body);
    browser
}

/// A saved board of a workshop at which Zoé played.
async fn saved(house: &House, workshop: &Workshop) -> i64 {
    let board = workshop.boards[0];
    let visitor = app::api::VisitorId(Uuid::new_v4());
    let seating = house.store.take_seat(workshop.id, visitor, Some(board), Role::Participant, "Zoé Perchenolle").await;
    let Seating::Seated(_) = seating.expect("an answer") else { panic!("the name is free") };
    let op = Op::Title { text: "Notre écran".into() };
    let entry = Entry { seq: Seq(1), actor: ActorId(1), at: server::now(), op };
    let records = vec![Record { op_id: OpId(Uuid::new_v4()), entry }];
    server::store::Log::append(&*house.store, board, records).await.expect("it is kept");
    let deck = ("culture".into(), "1.0.0".into());
    let mark = Mark { id: 0, board, seq: Seq(1), name: "Pour le conseil".into(), at: Millis(1), step: None, deck };
    house.store.save(&mark).await.expect("it is kept")
}

async fn acts(house: &House) -> Vec<Deed> {
    let (lines, _) = house.store.register((0, 100)).await.expect("an answer");
    lines.into_iter().rev().map(|line| line.act).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_reads_saved_boards_and_changes_nothing() {
    let house = House::open().await;
    let workshop = house.workshop().await;
    let (mark, odile) = (saved(&house, &workshop).await, signed_in(&house, LOGIN));
    let noe = accepts(&house, &invites(&odile, "Noé", "Reads"), "Noé");
    assert_eq!(noe.get(&Route::Workshops.to_string()).leads, Route::Library.to_string());
    let library = noe.get(&Route::Library.to_string()).body;
    assert!(library.contains("Pour le conseil") && !library.contains("/bibliotheque/importer"), "{library}");
    for route in [Route::Saved(mark), Route::Replay(mark), Route::Compare] {
        assert_eq!(noe.get(&route.to_string()).status, 200, "{route}");
    }
    let board = noe.get(&Route::Saved(mark).to_string()).body;
    assert!(!board.contains("/partage") && !board.contains("/effacer/"), "what is not offered is not there");
    for route in [Route::Organisation, Route::Register, Route::Everything, Route::Import, Route::Shares(mark)] {
        assert_eq!(noe.get(&route.to_string()).status, 403, "{route}");
    }
    let sheet = Route::Debrief(workshop.id).to_string();
    assert!(noe.get(&sheet).status == 404 && !board.contains(&sheet), "nobody has validated anything");
    let training = FieldId::new(About::Workshop, Ask::Training);
    let given = vec![Feedback { learned: Some(4), learned_what: "le poids des vidéos".into(), ..Feedback::default() }];
    let content = KeptDebrief {
        fields: [(training, "Former l’équipe".into())].into(),
        feedback: given,
        ..KeptDebrief::default()
    };
    server::store::Debriefs::validate(&*house.store, workshop.id, 0, Millis(2), &content).await.expect("it is kept");
    assert!(noe.get(&Route::Saved(mark).to_string()).body.contains(&sheet), "now there is something to read");
    let validated = noe.get(&sheet).body;
    assert!(validated.contains("Former l’équipe") && !validated.contains("corriger="), "{validated}");
    assert!(!validated.contains("le poids des vidéos"), "answers are for those who lead: {validated}");
    assert!(odile.get(&sheet).body.contains("le poids des vidéos"));
    assert_eq!(noe.get(&format!("{sheet}?corriger=")).status, 404);
    let (workshop, mark) = (workshop.id.to_string(), mark.to_string());
    let tries: [(&str, &[(&str, &str)]); 9] = [
        ("remark", &[("mark", &mark), ("text", "Bien")]),
        ("share", &[("mark", &mark), ("days", "30")]),
        ("invite", &[("name", "Ami"), ("standing", "Organises")]),
        ("remove-account", &[("account", "1")]),
        ("retention", &[("names", "1"), ("boards", "1"), ("copies", "1")]),
        ("erase-workshop", &[("workshop", &workshop), ("typed", "Répétition")]),
        ("erase-all", &[("typed", "tout effacer")]),
        ("create", &[("title", "Saison"), ("format", "45"), ("tables", "1")]),
        ("uninvite", &[("invitation", "1")]),
    ];
    for (function, fields) in tries {
        assert_eq!(noe.post(function, fields).status, 403, "{function}");
    }
    assert_eq!(noe.get(&format!("/animer/{workshop}")).status, 404, "it is not theirs to facilitate");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invitation_works_once_until_it_expires_or_is_taken_back() {
    let house = House::open().await;
    let odile = signed_in(&house, LOGIN);
    let (once, back) = (invites(&odile, "Nora", "Organises"), invites(&odile, "Ali", "Reads"));
    assert!(!odile.get(&Route::Organisation.to_string()).body.contains(&once), "it is shown once");
    let taken = house.browser().post("accept", &[("secret", &once), ("login", LOGIN), ("password", PASSWORD)]);
    assert!(taken.status == 422 && taken.body.contains("LoginTaken"), "{}", taken.body);
    let weak = house.browser().post("accept", &[("secret", &once), ("login", "Nora"), ("password", "court")]);
    assert!(weak.body.contains("WeakPassword"), "{}", weak.body);
    let nora = accepts(&house, &once, "Nora");
    assert_eq!(nora.get(&Route::Organisation.to_string()).status, 200, "an organiser like any other");
    let number = house.store.invitations().await.expect("an answer")[0].number.to_string();
    nora.post("uninvite", &[("invitation", &number)]);
    let stranger = house.browser();
    let never = stranger.get(&format!("/invitation/{}", "a".repeat(32)));
    for secret in [once, back] {
        let gone = stranger.get(&format!("/invitation/{secret}"));
        assert_eq!((gone.status, &gone.body), (404, &never.body));
        let late = stranger.post("accept", &[("secret", &secret), ("login", "Un"), ("password", PASSWORD)]);
        assert!(late.body.contains("NotInvited"), "{}", late.body);
    }
    assert_eq!(acts(&house).await, [Deed::Invited, Deed::Invited, Deed::Joined, Deed::Uninvited]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_removed_is_signed_out_and_shown_out_within_a_second() {
    let house = House::open().await;
    let workshop = house.workshop().await;
    let odile = signed_in(&house, LOGIN);
    let nora = accepts(&house, &invites(&odile, "Nora", "Organises"), "Nora");
    assert_eq!(nora.get(&format!("/animer/{}", workshop.id)).status, 200);
    let mut screen = nora.live(workshop.boards[0], Seq(0), false).await;
    assert!(matches!(screen.next().await, Heard::Frame(_)), "the welcome");
    let account = house.store.accounts().await.expect("an answer")[1].id.0.to_string();
    let begun = Instant::now();
    odile.post("remove-account", &[("account", &account)]);
    let closed = loop {
        if let Heard::Closed(code) = screen.next().await {
            break code;
        }
    };
    assert!(closed == Some(NOT_HERE) && begun.elapsed() < Duration::from_secs(1), "{closed:?}, {:?}", begun.elapsed());
    assert_eq!(nora.get(&Route::Library.to_string()).leads, Route::SignIn.to_string());
    assert_eq!(nora.get(&format!("/animer/{}", workshop.id)).status, 404, "nor is the seat theirs any more");
    let again = nora.post("sign-in", &[("login", "Nora"), ("password", PASSWORD)]);
    assert!(again.body.contains("WrongPassword"), "{}", again.body);
    let own = house.store.accounts().await.expect("an answer")[0].id.0.to_string();
    let last = odile.post("remove-account", &[("account", &own)]);
    assert!(last.body.contains("LastOrganiser"), "{}", last.body);
    assert_eq!(odile.get(&Route::Organisation.to_string()).status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn by_the_clock_names_go_first_then_reminders_come_then_nothing_is_left() {
    let house = House::open().await;
    let (workshop, odile) = (house.workshop().await, signed_in(&house, LOGIN));
    let mark = saved(&house, &workshop).await;
    let began = server::now();
    let later = |days: u64| Millis(began.0 + days * DAY);
    let page = odile.get(&Route::Saved(mark).to_string()).body;
    assert!(page.contains("Effacé le ") && page.contains(&format!("/organisation/effacer/{}", workshop.id)), "{page}");
    let listed = odile.get(&Route::Workshops.to_string()).body;
    assert!(listed.contains("Noms effacés le "), "{listed}");

    house.machine.keep_terms(later(29)).await;
    assert!(house.store.seats(workshop.id).await.expect("an answer").iter().any(|seat| seat.name.contains("Zoé")));
    house.machine.keep_terms(later(31)).await;
    assert!(house.store.seats(workshop.id).await.expect("an answer").iter().all(|seat| seat.name.is_empty()));
    assert!(!odile.get(&Route::Workshops.to_string()).body.contains("Noms effacés le "), "it is done");
    // The server is on all year, so that the library can remind.
    for day in (40..=364).step_by(9) {
        house.machine.keep_terms(later(day)).await;
    }
    assert!(house.store.mark(mark).await.expect("an answer").is_some());
    house.machine.keep_terms(later(366)).await;
    assert_eq!(house.store.kept().await.expect("an answer"), [], "0 workshops left");
    assert_eq!(house.store.marks().await.expect("an answer"), []);
    assert_eq!(acts(&house).await, [Deed::NamesErased, Deed::Erased]);
    let (lines, _) = house.store.register((0, 9)).await.expect("an answer");
    assert!(lines.iter().all(|line| line.who.is_none()), "the server did it");
    assert!(lines.iter().all(|line| line.workshop == lines[0].workshop && line.workshop.is_some()), "to this workshop");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_keeps_things_for_less_is_reminded_before_they_go() {
    let house = House::open().await;
    let (workshop, odile) = (house.workshop().await, signed_in(&house, LOGIN));
    saved(&house, &workshop).await;
    assert!(!odile.get(&Route::Library.to_string()).body.contains("Bientôt effacés"));
    for wrong in [["0", "10", "30"], ["30", "4000", "30"], ["30", "365", "31"]] {
        let refused = odile.post("retention", &[("names", wrong[0]), ("boards", wrong[1]), ("copies", wrong[2])]);
        assert!(refused.body.contains("BadRetention"), "{wrong:?}: {}", refused.body);
    }
    odile.post("retention", &[("names", "5"), ("boards", "10"), ("copies", "7")]);
    let library = odile.get(&Route::Library.to_string()).body;
    assert!(library.contains("Bientôt effacés") && library.contains("Répétition"), "{library}");
    let days = |days: u64| Millis(server::now().0 + days * DAY);
    for day in [0, 10, 20, 29] {
        house.machine.keep_terms(days(day)).await;
    }
    assert_eq!(house.store.kept().await.expect("an answer").len(), 1);
    house.machine.keep_terms(days(31)).await;
    assert_eq!(house.store.kept().await.expect("an answer").len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_slept_for_two_years_erases_nothing_for_a_week() {
    let house = House::open().await;
    let workshop = house.workshop().await;
    saved(&house, &workshop).await;
    let days = |days: u64| Millis(server::now().0 + days * DAY);
    for day in [0, 730, 736] {
        house.machine.keep_terms(days(day)).await;
        assert_eq!(house.store.kept().await.expect("an answer").len(), 1, "day {day}");
    }
    house.machine.keep_terms(days(738)).await;
    assert_eq!(house.store.kept().await.expect("an answer").len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_from_an_old_file_is_kept_from_the_day_it_came() {
    let house = House::open().await;
    let workshop = Workshop { id: WorkshopId(Uuid::new_v4()), code: "VIEUX2".into(), ..house.workshop().await };
    let workshop = Workshop { created: Millis(1), boards: vec![BoardId(Uuid::new_v4())], ..workshop };
    let entry = Entry { seq: Seq(1), actor: ActorId(1), at: Millis(1), op: Op::Title { text: "Vieux".into() } };
    let records = vec![Record { op_id: OpId(Uuid::new_v4()), entry }];
    let (name, at, came, checksum) = ("Vieux".to_owned(), Millis(1), server::now(), "sceau".to_owned());
    let id = workshop.id;
    house
        .store
        .import(Import { workshop, local: Vec::new(), records, name, at, came, checksum })
        .await
        .expect("an answer");
    let kept = house.store.kept_of(id).await.expect("an answer").expect("it is kept");
    assert_eq!(kept.last, came);
    house.machine.keep_terms(Millis(came.0 + 300 * DAY)).await;
    assert!(house.store.kept_of(id).await.expect("an answer").is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_workshop_is_erased_by_its_title_and_everything_in_words() {
    let house = House::open().await;
    let (workshop, odile) = (house.workshop().await, signed_in(&house, LOGIN));
    let mark = saved(&house, &workshop).await;
    let lea = house.participant(&workshop, "Léa Perchenolle", 1);
    let mut page = lea.live(workshop.boards[0], Seq(0), false).await;
    assert!(matches!(page.next().await, Heard::Frame(_)), "the welcome");
    let copy = house.folder().join("coulisses.before-update-1764000000000.db");
    std::fs::write(&copy, "Perchenolle").expect("a copy of before");
    let id = workshop.id.to_string();
    let wrong = odile.post("erase-workshop", &[("workshop", &id), ("typed", "Répétitions")]);
    assert!(wrong.status == 422 && wrong.body.contains("NotConfirmed"), "{}", wrong.body);
    assert!(house.store.mark(mark).await.expect("an answer").is_some() && copy.exists());
    let begun = Instant::now();
    let done = odile.post("erase-workshop", &[("workshop", &id), ("typed", "  répétition ")]);
    assert_eq!(done.leads, Route::Library.to_string(), "{}", done.body);
    while !matches!(page.next().await, Heard::Closed(_)) {}
    assert_eq!(lea.get(&format!("/plateau/{}", workshop.boards[0])).status, 404);
    assert_eq!(odile.get(&Route::Saved(mark).to_string()).status, 404);
    assert!(!copy.exists(), "a copy would give it back");
    let word = b"Perchenolle";
    let somewhere = || {
        let files = std::fs::read_dir(house.folder()).expect("the folder").flatten();
        let read = files.map(|file| std::fs::read(file.path()).unwrap_or_default());
        read.into_iter().any(|bytes| bytes.windows(word.len()).any(|window| window == word))
    };
    while somewhere() {
        assert!(begun.elapsed() < Duration::from_secs(60), "the name is somewhere in the folder");
        tokio::task::yield_now().await;
    }

    for _ in 0..3 {
        house.workshop().await;
    }
    assert!(odile.post("erase-all", &[("typed", "oui")]).body.contains("NotConfirmed"));
    assert_eq!(house.store.kept().await.expect("an answer").len(), 3);
    odile.post("erase-all", &[("typed", "Tout effacer")]);
    assert_eq!(house.store.kept().await.expect("an answer"), []);
    assert_eq!(house.store.accounts().await.expect("an answer")[0].standing, Standing::Organises, "accounts stay");
    assert_eq!(acts(&house).await, [Deed::Erased; 4]);
    let register = odile.get(&Route::Register.to_string()).body;
    assert!(register.contains("Atelier effacé") && !register.contains("Répétition"), "{register}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_is_taken_away_in_one_archive_that_gives_the_boards_back() {
    let house = House::open().await;
    let odile = signed_in(&house, LOGIN);
    let mut marks = Vec::new();
    for _ in 0..3 {
        let workshop = house.workshop().await;
        marks.push(saved(&house, &workshop).await);
    }
    let archive = odile.fetches(&Route::Everything.to_string());
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive)).expect("a whole archive");
    let mut read = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap_or_else(|_| panic!("{name}")).read_to_string(&mut text).expect("text");
        text
    };
    for mark in &marks {
        let board = read(&format!("plateau-{mark}/plateau.json"));
        assert!(board.contains("Notre écran") && !board.contains("Perchenolle"), "{board}");
        assert!(read(&format!("plateau-{mark}/plateau.html")).contains("Notre écran"));
        assert!(read(&format!("plateau-{mark}/liens-tableur.csv")).lines().count() >= 1);
    }
    assert!(read("LISEZMOI.txt").contains("Pour le conseil. "));
    assert!(read("registre.txt").contains("Tout exporté"));
    let data = read(&format!("plateau-{}/plateau.json", marks[0]));
    odile.post("erase-all", &[("typed", "tout effacer")]);
    let back = odile.uploads(&Route::Import.to_string(), data.as_bytes());
    assert_eq!(back.status, 303, "{}", back.body);
    assert!(odile.get(&back.leads).body.contains("Notre écran"), "what was taken away comes back");
}
