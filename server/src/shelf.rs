//! Saving boards: on demand, and by themselves at the end of each step. A saved board is a mark on its log; beside it
//! stands what the library lists of it, so that listing folds no log. That is made here, from the log, whenever it is
//! missing, and never read for anything else.

use crate::store::{Failure, Mark, Shelved, Store, Workshop};
use crate::{decks, workshops};
use app::text::{plain, words};
use board::deck::Lang;
use board::{BoardId, Document, Entry, Harvest, Millis, Retrospect, Seq, Shape, Snapshot, ends};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many points of lines a thumbnail has: beyond, its drawings are left out.
const MOST_POINTS: usize = 2_000;
/// How many marks are made ready to be listed in one go.
const IN_ONE_GO: u32 = 50;

/// Saves a board as it stands, under the name that somebody gives it. Returns the mark's number.
///
/// # Errors
/// When the store fails.
pub async fn save(
    store: &(impl Store + ?Sized),
    workshop: &Workshop,
    board: BoardId,
    name: String,
    snapshot: &Snapshot,
) -> Result<i64, Failure> {
    let deck = (workshop.deck.clone(), version(store, workshop).await?);
    let mark = Mark { id: 0, board, seq: snapshot.seq, name, at: crate::now(), step: None, deck };
    keep(store, workshop, mark, &store.entries(board, snapshot.seq).await?).await
}

/// Saves a board at the end of each of its steps, where it is not saved yet: what this finds is a fold of the log, so it
/// may be asked at any time and as often as one likes. Steps that ended after `since` were played with the version that
/// is read today, which is the workshop's own wherever that one is kept.
///
/// # Errors
/// When the log cannot be read or a mark cannot be kept; what was kept stays.
pub async fn keep_ends(store: &(impl Store + ?Sized), board: BoardId, since: Millis) -> Result<(), Failure> {
    let workshop = store.of_board(board).await?.ok_or(Failure::NoBoard(board))?;
    let saved: BTreeSet<Seq> = store.marks_of(board).await?.into_iter().map(|mark| mark.seq).collect();
    let over = store.is_closed(workshop.id).await?.then(crate::now);
    let (entries, _) = store.legible(board, Seq(u64::MAX)).await?;
    let script = workshops::script_of(store, &workshop).await?.unwrap_or_default();
    let today = version(store, &workshop).await?;
    for end in ends(&entries, &saved, over) {
        let played = &entries[..entries.partition_point(|entry| entry.seq <= end.seq)];
        let title = script.played().nth(end.step.into()).map(|step| step.title.read(Lang::Fr).0.to_owned());
        let name = title.unwrap_or_else(|| format!("Étape {}", end.step + 1));
        let version = if end.at >= since { &today } else { &workshop.deck_version };
        let deck = (workshop.deck.clone(), version.clone());
        let mark = Mark { id: 0, board, seq: end.seq, name, at: end.at, step: Some(end.step), deck };
        keep(store, &workshop, mark, played).await?;
    }
    Ok(())
}

/// The version of its deck that a workshop is really read in.
async fn version(store: &(impl Store + ?Sized), workshop: &Workshop) -> Result<String, Failure> {
    let played = decks::of_workshop(store, workshop).await?;
    Ok(played.map_or_else(|| workshop.deck_version.clone(), |loaded| loaded.deck.version.clone()))
}

/// Saves what can still be read of a board whose log is damaged: its steps, and where it ends. The board itself opens no
/// more, so that nothing is written behind a hole.
///
/// # Errors
/// When the store fails.
pub async fn rescue(store: &(impl Store + ?Sized), board: BoardId) -> Result<(), Failure> {
    keep_ends(store, board, Millis(u64::MAX)).await?;
    let workshop = store.of_board(board).await?.ok_or(Failure::NoBoard(board))?;
    let (entries, _) = store.legible(board, Seq(u64::MAX)).await?;
    let Some(last) = entries.last() else { return Ok(()) };
    let deck = (workshop.deck.clone(), version(store, &workshop).await?);
    let name = words(Lang::Fr).saved().rescued.to_owned();
    let mark = Mark { id: 0, board, seq: last.seq, name, at: last.at, step: None, deck };
    keep(store, &workshop, mark, &entries).await.map(drop)
}

/// Makes ready what a list shows of every mark that has none: those from before there were any, and those after a
/// server stopped too early. A board that cannot be read is left out, and is told of each time.
pub async fn catch_up(store: Arc<dyn Store>) {
    let mut unreadable = 0;
    loop {
        match store.unshelved(IN_ONE_GO + unreadable).await {
            Ok(marks) if marks.len() > unreadable as usize => {
                unreadable = 0;
                for mark in marks {
                    if let Err(failure) = shelve(&*store, &mark).await {
                        tracing::error!(mark = mark.id, %failure, "a saved board cannot be listed");
                        unreadable += 1;
                    }
                }
            }
            Ok(_) => return,
            Err(failure) => {
                tracing::error!(%failure, "saved boards cannot be made ready to be listed");
                return;
            }
        }
    }
}

/// Makes what a list shows of one mark from its log.
///
/// # Errors
/// When the log cannot be read.
pub async fn shelve(store: &(impl Store + ?Sized), mark: &Mark) -> Result<Shelved, Failure> {
    let workshop = store.of_board(mark.board).await?.ok_or(Failure::NoBoard(mark.board))?;
    let shelved = shelved(&workshop, mark, &store.legible(mark.board, mark.seq).await?.0);
    store.shelve(mark.id, &shelved).await?;
    Ok(shelved)
}

/// The board that a thumbnail shows.
#[must_use]
pub fn thumbnail(shelved: &Shelved) -> Option<Document> {
    Snapshot::from_disk(&shelved.thumbnail).ok().map(|snapshot| snapshot.document)
}

async fn keep(
    store: &(impl Store + ?Sized),
    workshop: &Workshop,
    mark: Mark,
    entries: &[Entry],
) -> Result<i64, Failure> {
    let id = store.save(&mark).await?;
    store.shelve(id, &shelved(workshop, &mark, entries)).await?;
    Ok(id)
}

/// What a list shows of a mark, from the log up to there.
fn shelved(workshop: &Workshop, mark: &Mark, entries: &[Entry]) -> Shelved {
    let retrospect = Retrospect::of(entries, Millis::default(), &BTreeSet::new());
    let document = &retrospect.document;
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let words = [mark.name.as_str(), &workshop.title, &document.title].map(plain).join("\n");
    Shelved {
        title: document.title.clone(),
        cards: count(document.lying().len()),
        links: count(document.links.len()),
        words,
        thumbnail: Snapshot { seq: mark.seq, document: bare(document) }.to_disk(),
        harvest: Harvest::of(&retrospect),
    }
}

/// What is seen of a board from across the room, and nothing that anybody wrote.
fn bare(document: &Document) -> Document {
    let mut bare = Document {
        cards: document.cards.clone(),
        links: document.links.clone(),
        stars: document.stars.clone(),
        notes: document.notes.clone(),
        ..Document::default()
    };
    let lying = document.lying();
    bare.cards.retain(|card, _| lying.contains(card));
    for link in bare.links.values_mut() {
        link.because.clear();
        link.at = Millis(0);
    }
    for note in bare.notes.values_mut() {
        note.text.clear();
        note.at = Millis(0);
    }
    let points: usize = document.strokes.values().map(|stroke| points(&stroke.shape)).sum();
    if points <= MOST_POINTS {
        bare.strokes = document.strokes.clone();
    }
    bare
}

fn points(shape: &Shape) -> usize {
    match shape {
        Shape::Line { steps, .. } => steps.len() + 1,
        Shape::Stamp { .. } => 1,
    }
}
