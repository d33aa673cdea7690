//! What a workshop decided, and what is left of it to do. The one place where the actions of a follow-up are read: from
//! the boards, as they are.

use crate::store::{At, Failure, Store, Workshop};
use app::api::{Decided, Statement, Status};
use std::collections::BTreeMap;

/// The actions of a workshop, table by table, in the order in which they were decided.
///
/// # Errors
/// When a board cannot be read: what is unknown is not left out.
pub async fn decided(store: &(impl Store + ?Sized), workshop: &Workshop) -> Result<Vec<Decided>, Failure> {
    let mut decided = Vec::new();
    for (table, &board) in (1..).zip(&workshop.boards) {
        let snapshot = store.board_at(board, None).await?.ok_or(Failure::NoBoard(board))?;
        let actions = snapshot.document.actions.into_iter();
        decided.extend(actions.map(|(id, action)| Decided { table, board, id, action }));
    }
    Ok(decided)
}

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
