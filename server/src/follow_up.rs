//! What a workshop decided, and what is left of it to do. The one place where the actions of a follow-up are read: from
//! the boards as they are, and as the debrief sheet says them once it is validated.

use crate::store::{At, Failure, Store, Workshop};
use app::api::{About, Decided, DecidedAction, Statement, Status};
use board::{Action, ActionId, BoardId, Document, Millis, Retrospect, Seq};
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// The actions of a workshop, table by table, in the order in which they were decided.
///
/// # Errors
/// When the store fails.
pub async fn decided(store: &(impl Store + ?Sized), workshop: &Workshop) -> Result<Vec<Decided>, Failure> {
    let mut decided = Vec::new();
    for (table, &board) in (1..).zip(&workshop.boards) {
        let actions = readable(store, board).await?.actions.into_iter();
        decided.extend(actions.map(|(id, action)| Decided { table, board, id, action }));
    }
    let sheet = store.debrief(workshop.id, None).await?;
    Ok(match sheet {
        Some(sheet) => as_written(&decided, sheet.content.decided(), &workshop.boards),
        None => decided,
    })
}

/// A board; one whose log is damaged, as far as it can be read.
async fn readable(store: &(impl Store + ?Sized), board: BoardId) -> Result<Document, Failure> {
    match store.board_at(board, None).await {
        Err(Failure::Unreadable { .. } | Failure::Hole { .. }) => {
            let (entries, _) = store.legible(board, Seq(u64::MAX)).await?;
            Ok(Retrospect::of(&entries, Millis::default(), &BTreeSet::new()).document)
        }
        found => Ok(found?.ok_or(Failure::NoBoard(board))?.document),
    }
}

/// What a sheet says was decided: as it says it, without what it leaves out. What was added at the closing is in no log;
/// it goes with the first table.
fn as_written(at_tables: &[Decided], sheet: Vec<DecidedAction>, boards: &[BoardId]) -> Vec<Decided> {
    let one = |written: DecidedAction| {
        let added = match written.field.about {
            About::More(number) => Some((1, ActionId(ADDED + u64::from(number)))),
            _ => None,
        };
        let (table, id) = written.of_table.or(added)?;
        let board = *boards.get(usize::from(table).checked_sub(1)?)?;
        let known = at_tables.iter().find(|known| (known.table, known.id) == (table, id));
        let DecidedAction { renounces, text, owner, with, first_step, due, .. } = written;
        let known = known.map(|known| known.action.clone()).unwrap_or_default();
        Some(Decided { table, board, id, action: Action { renounces, text, owner, with, first_step, due, ..known } })
    };
    sheet.into_iter().filter_map(one).collect()
}

/// From here on are the numbers of what was added at the closing: no table draws one as large.
const ADDED: u64 = 1 << 62;

/// Those of which neither the team nor this person said last that they are done.
#[must_use]
pub fn remaining(decided: &[Decided], answers: &[(At, Status)], statements: &[(At, Statement)]) -> Vec<Decided> {
    let answers = answers.iter().map(|(at, status)| (*at, *status));
    let (answered, stated) = (last(answers), last(statements.iter().map(|(at, said)| (*at, said.status))));
    let done = |it: &&Decided| {
        let action = (it.board, it.id);
        [&answered, &stated].into_iter().any(|said| said.get(&action) == Some(&Status::Done))
    };
    decided.iter().filter(|it| !done(it)).cloned().collect()
}

/// What was said of each action at the last milestone at which something was.
fn last(said: impl Iterator<Item = (At, Status)>) -> BTreeMap<(board::BoardId, board::ActionId), Status> {
    let mut said: Vec<_> = said.collect();
    said.sort_by_key(|(at, _)| at.milestone);
    said.into_iter().map(|(at, status)| ((at.board, at.action), status)).collect()
}
