//! `bench library`: how long the server takes for a page of a library with many saved boards, and for one of them.
//!
//! The boards are played, not made up: the whole deck is dealt and laid down at each, links are drawn, steps end, and
//! every board is saved by itself and under a name. Pages are asked for over HTTP and read whole: what is told is the
//! server's time and the way to here.

use crate::figures::{median, millis};
use crate::{Client, Seat, Server, Workshop, stage};
use anyhow::{Context, Result, ensure};
use board::{CardId, DealTo, Intent, LinkId, LinkKind, LotId, Op, Phase};
use futures::{StreamExt, TryStreamExt, stream};
use serde::Serialize;
use std::path::Path;
use std::time::Instant;

/// What a page of the library may take, in milliseconds.
pub const PROMISED: f64 = 100.0;
/// The most tables of a workshop.
const TABLES: usize = 12;
/// The lots of the longest format.
const LOTS: u8 = 6;
/// How many boards are played at the same time.
const AT_ONCE: usize = 32;
/// How the pages of the list are called, and the address of each.
const LISTS: [(&str, &str); 6] = [
    ("the library, first page", "/bibliotheque"),
    ("its last page", "/bibliotheque?page=999999"),
    ("words that one board has", "/bibliotheque?q=banc+titre+77"),
    ("words that nothing has", "/bibliotheque?q=introuvable"),
    ("by date, format and table", "/bibliotheque?depuis=2026-01-01&format=180&table=3"),
    ("every step of every board", "/bibliotheque?montrer=tous&page=40"),
];

/// What to play and how often to ask.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Boards, each saved under a name at the end.
    pub boards: usize,
    /// Links on each.
    pub links: usize,
    /// How often each page is asked for.
    pub rounds: usize,
}

/// How long a page took.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page {
    /// What it is.
    pub name: String,
    /// The median, in milliseconds.
    pub median: f64,
    /// The longest, in milliseconds.
    pub longest: f64,
    /// Its size, in bytes, as it is read.
    pub bytes: usize,
    /// Whether it is a page of the list, of which something is promised.
    pub listed: bool,
}

/// What was measured.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Library {
    /// How many boards there are, and how many times they were saved.
    pub boards: usize,
    /// Saved boards, those too that saved themselves.
    pub marks: usize,
    /// The pages.
    pub pages: Vec<Page>,
}

impl Library {
    /// Whether every page of the list comes as soon as is promised.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.pages.iter().filter(|page| page.listed).all(|page| page.median <= PROMISED)
    }
}

/// Plays the boards, then asks for the pages.
///
/// # Errors
/// When the server does not do what it should.
pub async fn measure(binary: &Path, wish: Wish) -> Result<Library> {
    let mut server = Server::start(binary)?;
    let organiser = Seat::organise(server.address(), &server.said())?;
    let mut facilitator = None;
    let mut boards = 0;
    while boards < wish.boards {
        let tables = TABLES.min(wish.boards - boards);
        let workshop = Workshop::create(&server, &format!("Banc {boards}"), u8::try_from(tables)?)?;
        let seat = workshop.facilitate()?;
        let play = workshop.tables.iter().zip(boards..).map(|(table, number)| {
            let seat = seat.moved_to(table.board);
            async move { play(seat, number, wish.links).await }
        });
        stream::iter(play).buffer_unordered(AT_ONCE).try_collect::<Vec<_>>().await?;
        facilitator = Some(seat);
        boards += tables;
    }
    // What is measured is a server that has just started, not one that has played all this.
    server.stop()?;
    server.run()?;
    let facilitator = facilitator.context("there is at least one board")?;
    let marks = told(&organiser.get("/bibliotheque?montrer=tous")?.1)?;
    ensure!(told(&organiser.get("/bibliotheque")?.1)? == boards, "each board is listed once");
    let mut pages = Vec::new();
    for (name, path) in LISTS {
        pages.push(Page { listed: true, ..page(&organiser, name, path, wish.rounds)? });
    }
    let own = "the library of somebody who facilitates twelve tables";
    pages.push(Page { listed: true, ..page(&facilitator, own, "/bibliotheque", wish.rounds)? });
    pages.push(page(&organiser, "the page of one board", &format!("/bibliotheque/{marks}"), wish.rounds)?);
    Ok(Library { boards, marks, pages })
}

/// A table from its first step to the board that somebody saves.
async fn play(seat: Seat, number: usize, links: usize) -> Result<()> {
    let mut client = Client::arrive(seat.clone()).await?;
    let enter = |step, phase| Intent::Do(Op::Enter { step, phase, minutes: 10 });
    client.does(enter(0, Phase::Cards)).await?;
    for lot in (1..=LOTS).map(LotId) {
        client.does(Intent::Deal { lot, to: DealTo::Table, force: true }).await?;
    }
    let cards: Vec<CardId> = client.view().cards.keys().copied().collect();
    for (turn, &card) in cards.iter().enumerate() {
        client.does(Intent::Do(Op::Place { card, at: stage::place(turn) })).await?;
    }
    client.does(enter(1, Phase::Links)).await?;
    // From each card to the one after it, then to the second after it: none twice, and none back.
    let pairs = (1..cards.len()).flat_map(|gap| cards.iter().zip(&cards[gap..]));
    for (&cause, &consequence) in pairs.take(links) {
        let because = "parce que tout en est fait".to_owned();
        let link = Op::Link { link: LinkId { cause, consequence }, kind: LinkKind::LeadsTo, because };
        client.does(Intent::Do(link)).await?;
    }
    client.does(enter(2, Phase::Story)).await?;
    client.does(Intent::Do(Op::Title { text: format!("Titre {number}") })).await?;
    seat.save(&format!("Fin {number}"))
}

/// A page, asked for again and again.
fn page(seat: &Seat, name: &str, path: &str, rounds: usize) -> Result<Page> {
    let (mut took, mut bytes) = (Vec::new(), 0);
    for _ in 0..rounds {
        let begun = Instant::now();
        let (status, body) = seat.get(path)?;
        took.push(millis(begun.elapsed()));
        ensure!(status == 200, "{path} answered {status}: {body}");
        bytes = body.len();
    }
    let longest = took.iter().copied().fold(0.0, f64::max);
    Ok(Page { name: name.to_owned(), median: median(took), longest, bytes, listed: false })
}

/// How many saved boards a list says there are.
fn told(page: &str) -> Result<usize> {
    let before = page.split(" plateaux enregistrés").next().context("a list says how many there are")?;
    let digits: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
    Ok(digits.chars().rev().collect::<String>().parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_says_how_many_there_are() {
        assert_eq!(told("<p role=\"status\">6000 plateaux enregistrés.</p>").expect("a number"), 6000);
        assert!(told("rien").is_err());
    }

    #[test]
    fn a_list_that_takes_too_long_fails_and_a_board_may_take_its_time() {
        let page = |median, listed| Page { name: String::new(), median, longest: 0.0, bytes: 0, listed };
        let library = |pages| Library { boards: 1, marks: 1, pages };
        assert!(library(vec![page(100.0, true), page(900.0, false)]).is_sound());
        assert!(!library(vec![page(100.1, true)]).is_sound());
    }
}
