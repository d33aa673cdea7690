//! Who gets what, address by address and function by function, as one written table: `rights/routes.txt` has a row for
//! each address of the site and each server function, made from the code's own lists, and a column for each kind of
//! person. The real site answers over real requests; the table must say the same in every cell. What a role may do to
//! a board, op by op and phase by phase, is the table of `board/tests/rights`.

#[path = "rights/functions.rs"]
mod functions;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "rights/house.rs"]
mod house;
#[path = "rights/ops.rs"]
mod ops;
#[path = "rights/routes.rs"]
mod routes;
#[path = "spoilers/secrets.rs"]
mod secrets;
#[path = "rights/stage.rs"]
mod stage;

use app::api::AppError;
use app::routes::Route;
use board::CardId;
use house::{Answer, House};
use secrets::{Kind, Secrets};
use stage::{Person, Stage};
use std::collections::BTreeSet;

const TABLE_FILE: &str = include_str!("rights/routes.txt");

/// What to do when the table and the code differ.
const HOW: &str = "\nIf the site is right: WRITE_RIGHTS=1 cargo test -p server --test rights, and read what changed";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_gets_what_the_table_of_rights_says() {
    let written = written().await;
    if std::env::var_os("WRITE_RIGHTS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rights/routes.txt");
        std::fs::write(path, &written).expect("the table is in this repository");
        return;
    }
    for (line, golden) in written.lines().zip(TABLE_FILE.lines()) {
        assert_eq!(line, golden, "on the left what the site answers, on the right the table.{HOW}");
    }
    assert_eq!(written.lines().count(), TABLE_FILE.lines().count(), "a row is new or gone.{HOW}");
}

#[test]
fn every_server_function_has_a_row() {
    let paths = server_fn::axum::server_fn_paths().map(|(path, _)| path.strip_prefix("/api/").expect("one prefix"));
    let (there, rows): (BTreeSet<_>, BTreeSet<_>) = (paths.collect(), functions::ALL.iter().copied().collect());
    assert_eq!(there, rows, "on the left the server functions, on the right the rows of rights/functions.rs");
}

/// The table as the site has it.
async fn written() -> String {
    let house = House::open().await;
    let deck = server::decks::embedded();
    let secrets = Secrets::of(deck);
    let mut text = String::from(HEAD);
    text += &row("", Person::ALL.iter().map(|person| person.name().to_owned()));
    let (mut columns, mut names) = (Vec::new(), Vec::new());
    for person in Person::ALL {
        let stage = Stage::set(&house, None).await;
        let who = stage.person(person).await;
        let dealt: Vec<_> = stage.document().await.cards.into_keys().collect();
        names = stage.routes().iter().map(routes::row).collect();
        let cells = stage.routes().into_iter().map(|route| page(&who.get(&route.to_string()), &secrets, &dealt));
        columns.push(cells.collect::<Vec<_>>());
    }
    for (number, name) in names.iter().enumerate() {
        text += &row(name, columns.iter().map(|cells| cells[number].clone()));
    }
    for function in functions::ALL {
        let mut cells = Vec::new();
        for person in Person::ALL {
            let stage = Stage::set(&house, functions::opened_by(function)).await;
            let who = stage.person(person).await;
            cells.push(functions::call(&stage, &who, function).await);
        }
        text += &row(&format!("/api/{function}"), cells.into_iter());
    }
    let mut cells = Vec::new();
    for person in Person::ALL {
        let stage = Stage::set(&house, None).await;
        let who = stage.person(person).await;
        cells.push(verdict(&who.uploads(&Route::Import.to_string(), b"{}")));
    }
    text += &row("a file for Import", cells.into_iter());
    let mut cells = Vec::new();
    for person in Person::ALL {
        let stage = Stage::set(&house, None).await;
        let who = stage.person(person).await;
        cells.push(verdict(&who.uploads(&Route::Decks.to_string(), b"PK")));
    }
    text += &row("a file for Decks", cells.into_iter());
    text
}

const HEAD: &str = "\
# Who gets what: made by server/tests/rights.rs from the code's own lists, and compared with it. Every row is asked of
# a workshop with two tables, at table 1 where it asks for a table: the addresses before a step is entered, the
# functions in the phase that opens them. 'revoked' facilitated by a link that was taken back, 'elsewhere' facilitates
# another workshop, 'organiser' is signed in and has no part in this one, 'reader' has an account that reads. First the addresses: the status, then where
# it leads, or what can be read there: the 'front' and the 'back' of cards that are dealt and not opened, any text of
# a card that is 'undealt', and what is for the person who facilitates, 'script', 'advice' and 'key'; 'all' is all
# six. Then the server functions, as a page calls them that lives: the status, then where it leads, or the refusal. Last
# a file that is no board, sent by the form that imports one, and an archive that is no deck, sent by the form of decks.
#
";

fn row(name: &str, cells: impl Iterator<Item = String>) -> String {
    let cells: String = cells.map(|cell| format!(" {cell:<20}")).collect();
    format!("{}\n", format!("{name:<20}{cells}").trim_end())
}

/// What somebody gets at an address.
fn page(answer: &Answer, secrets: &Secrets, dealt: &[CardId]) -> String {
    if !answer.leads.is_empty() {
        return format!("{} to {}", answer.status, place(&answer.leads));
    }
    let word = |(kind, _): (Kind, &str)| match kind {
        Kind::Front(_) if is_of(kind, dealt) => "front",
        Kind::Back(_) if is_of(kind, dealt) => "back",
        Kind::Front(_) | Kind::Back(_) => "undealt",
        Kind::Script(_) => "script",
        Kind::Action(_) => "action",
        Kind::Advice(_) => "advice",
        Kind::Key(_) => "key",
    };
    let mut found = secrets.found(answer.body.as_bytes());
    // Two cards may quote one source: its name is known with the card that is dealt.
    let known = |passage: &str| secrets.texts.iter().any(|(kind, text)| is_of(*kind, dealt) && text.contains(passage));
    found.retain(|(kind, passage)| {
        is_of(*kind, dealt) || !matches!(kind, Kind::Front(_) | Kind::Back(_)) || !known(passage)
    });
    let words: BTreeSet<_> = found.into_iter().map(word).collect();
    let all = ["front", "back", "undealt", "script", "advice", "key"];
    let words: Vec<_> = all.into_iter().filter(|word| words.contains(word)).collect();
    let words = if words.len() == all.len() { "all".to_owned() } else { words.join("+") };
    format!("{} {words}", answer.status).trim_end().to_owned()
}

/// Whether this is the front or the back of one of these cards.
fn is_of(kind: Kind, cards: &[CardId]) -> bool {
    matches!(kind, Kind::Front(card) | Kind::Back(card) if cards.contains(&card))
}

/// What somebody is answered who calls a function.
fn verdict(answer: &Answer) -> String {
    let Answer { status, leads, body } = answer;
    match serde_json::from_str::<AppError>(body) {
        Ok(AppError::Rejected(rejection)) => format!("{status} {rejection:?}"),
        Ok(error) => format!("{status} {error:?}"),
        Err(_) if !leads.is_empty() => format!("{status} to {}", place(leads)),
        Err(_) => format!("{status} ok"),
    }
}

/// The name of the route at this address.
fn place(address: &str) -> &'static str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    routes::name(&Route::read(path).unwrap_or_else(|| panic!("{address} is nowhere")))
}
