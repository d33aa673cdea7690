//! `bench start`: how long a server takes to answer with many boards on its disk, and to open a long one.

use crate::figures::{median, millis};
use crate::{Client, Outcome, Seat, Server, Workshop, numbered, stage};
use anyhow::{Context, Result, ensure};
use board::CardId;
use futures::future::try_join_all;
use serde::Serialize;
use std::path::Path;
use std::time::Instant;

/// The most tables that are asked of one workshop.
const TABLES: usize = 10;
/// Who writes the long board, so that nobody writes faster than a server lets one person.
const WRITERS: usize = 20;

/// What to set up and how often to start.
#[derive(Clone, Copy, Debug)]
pub struct Shelf {
    /// Boards on disk.
    pub boards: usize,
    /// Entries of the long one.
    pub entries: usize,
    /// How often the server is started.
    pub rounds: usize,
}

/// What it took, in milliseconds: medians.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Started {
    /// How many boards there were.
    pub boards: usize,
    /// How many entries the long board had at least.
    pub entries: usize,
    /// From the start of the program to its first answer.
    pub start: f64,
    /// The long board's page, first after a start.
    pub opening: f64,
    /// The same page again.
    pub again: f64,
    /// A page that opens no board, first after a start: what a first page costs anyway.
    pub other_page: f64,
}

/// Sets the boards up, then starts the server again and again.
///
/// # Errors
/// When the server does not do what it should.
pub async fn measure(binary: &Path, shelf: Shelf) -> Result<Started> {
    let mut server = Server::start(binary)?;
    let mut boards = 0;
    let mut reader = None;
    while boards < shelf.boards {
        let tables = TABLES.min(shelf.boards - boards);
        let workshop = Workshop::create(&server, &format!("Étagère {boards}"), u8::try_from(tables)?)?;
        let facilitator = workshop.facilitate()?;
        for table in &workshop.tables {
            let cards = stage::set(&mut Client::arrive(facilitator.moved_to(table.board)).await?).await?;
            if reader.is_none() {
                reader = Some(fill(&workshop, &cards, shelf.entries).await?);
            }
        }
        boards += tables;
    }
    let reader = reader.context("there is at least one board")?;
    let mut took: [Vec<f64>; 4] = Default::default();
    for _ in 0..shelf.rounds {
        server.stop()?;
        took[0].push(millis(server.run()?));
        took[1].push(page(&reader, "/rejoindre")?);
        let board = format!("/plateau/{}", reader.board);
        took[2].push(page(&reader, &board)?);
        took[3].push(page(&reader, &board)?);
    }
    let [start, other_page, opening, again] = took.map(median);
    Ok(Started { boards, entries: shelf.entries, start, opening, again, other_page })
}

/// Several people move the cards of table 1 until its log is long. Returns one of them.
async fn fill(workshop: &Workshop, cards: &[CardId], entries: usize) -> Result<Seat> {
    let seats = (0..WRITERS).map(|writer| workshop.join(&format!("Plume {writer}"), 1));
    let seats = seats.collect::<Result<Vec<_>>>()?;
    let each = entries.div_ceil(WRITERS);
    let writers = seats.iter().enumerate().map(|(writer, seat)| async move {
        let mut client = Client::arrive(seat.clone()).await?;
        for turn in 0..each {
            let number = u32::try_from(writer * each + turn)?;
            write(&mut client, number, cards[number as usize % cards.len()]).await?;
        }
        anyhow::Ok(client.replica().confirmed().seq.0)
    });
    let heads = try_join_all(writers).await?;
    let head = heads.into_iter().max().unwrap_or_default();
    ensure!(head >= entries as u64, "the board has {head} entries");
    seats.into_iter().next().context("somebody wrote")
}

/// One op, on disk. The room slows down whoever sends too much.
async fn write(client: &mut Client, number: u32, card: CardId) -> Result<()> {
    let submitted = client.submit(numbered::carry(number, card)).await;
    let op_id = submitted.map_err(|rejection| anyhow::anyhow!("refused here: {rejection:?}"))?;
    match client.settled(op_id).await? {
        Outcome::Acknowledged(_) => Ok(()),
        Outcome::Refused(rejection) => anyhow::bail!("refused: {rejection:?}"),
    }
}

fn page(seat: &Seat, path: &str) -> Result<f64> {
    let begun = Instant::now();
    let (status, body) = seat.get(path)?;
    let took = millis(begun.elapsed());
    ensure!(status == 200, "{path} answered {status}: {body}");
    Ok(took)
}
