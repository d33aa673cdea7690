//! Reading logs, and keeping checkpoints.
//!
//! A checkpoint that cannot be read is skipped; an entry that cannot be read, or is missing, is a failure. A board is
//! never shown as less than it is.

use super::{Sqlite, rows, sql};
use crate::store::{Failure, Log, Opening, Record};
use async_trait::async_trait;
use board::{BoardId, Entry, Gap, OpId, Seq, Snapshot, Unreadable};
use futures::TryStreamExt;
use std::collections::HashMap;
use uuid::Uuid;

#[async_trait]
impl Log for Sqlite {
    async fn append(&self, board: BoardId, records: Vec<Record>) -> Result<(), Failure> {
        self.writer.append(board, records).await
    }

    async fn open(&self, board: BoardId) -> Result<Option<Opening>, Failure> {
        let Some(glance) = self.glance(board).await? else { return Ok(None) };
        let checkpoint = self.newest_checkpoint(&glance, glance.head).await?;
        let entries = self.between(&glance, checkpoint.seq, glance.head).await?;
        Ok(Some(Opening { checkpoint, entries, seen: glance.seen }))
    }

    async fn board_at(&self, board: BoardId, seq: Option<Seq>) -> Result<Option<Snapshot>, Failure> {
        let Some(glance) = self.glance(board).await? else { return Ok(None) };
        let to = seq.unwrap_or(glance.head);
        if to > glance.head {
            return Err(Failure::Hole { board, gap: Gap { after: glance.head, found: to } });
        }
        let mut snapshot = self.newest_checkpoint(&glance, to).await?;
        for entry in self.between(&glance, snapshot.seq, to).await? {
            snapshot.fold(&entry).map_err(|gap| Failure::Hole { board, gap })?;
        }
        Ok(Some(snapshot))
    }

    async fn entries(&self, board: BoardId, to: Seq) -> Result<Vec<Entry>, Failure> {
        let Some(glance) = self.glance(board).await? else { return Err(Failure::NoBoard(board)) };
        self.between(&glance, Seq(0), to.min(glance.head)).await
    }

    async fn legible(&self, board: BoardId, to: Seq) -> Result<(Vec<Entry>, Option<Failure>), Failure> {
        let found: Option<(i64,)> =
            sqlx::query_as(sql::BOARD).bind(rows::id(&board.0)).fetch_optional(&self.readers).await?;
        let (number,) = found.ok_or(Failure::NoBoard(board))?;
        let rows = sqlx::query_as::<_, rows::EntryRow>(sql::ENTRIES).bind(number).bind(0_i64).bind(rows::from_seq(to));
        let mut rows = rows.fetch(&self.readers);
        let mut entries = Vec::new();
        let mut after = Seq(0);
        loop {
            let entry = match rows.try_next().await {
                Ok(Some(row)) => rows::entry(board, row),
                Ok(None) => break,
                Err(sqlx::Error::ColumnDecode { .. }) => {
                    Err(Failure::Unreadable { board, seq: after.next(), why: Unreadable::Malformed })
                }
                Err(failed) => return Err(failed.into()),
            };
            match entry {
                Ok(entry) if entry.seq == after.next() => {
                    after = entry.seq;
                    entries.push(entry);
                }
                Ok(entry) => {
                    let gap = Gap { after, found: entry.seq };
                    return Ok((entries, Some(Failure::Hole { board, gap })));
                }
                Err(failure) => return Ok((entries, Some(failure))),
            }
        }
        let missing = (after < to).then_some(Failure::Hole { board, gap: Gap { after, found: to } });
        Ok((entries, missing))
    }

    async fn checkpoint(&self, board: BoardId, snapshot: &Snapshot) -> Result<(), Failure> {
        let (seq, content) = (snapshot.seq, snapshot.to_disk());
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let head: Option<(i64, i64)> =
                        sqlx::query_as(sql::HEAD).bind(rows::id(&board.0)).fetch_optional(&mut *connection).await?;
                    let (number, head) = head.ok_or(Failure::NoBoard(board))?;
                    if seq > rows::seq(head) {
                        return Err(Failure::Hole { board, gap: Gap { after: rows::seq(head), found: seq } });
                    }
                    let keep = sqlx::query(sql::KEEP_CHECKPOINT).bind(number).bind(rows::from_seq(seq)).bind(content);
                    keep.execute(&mut *connection).await?;
                    sqlx::query(sql::DROP_CHECKPOINTS).bind(number).execute(&mut *connection).await?;
                    Ok(())
                })
            })
            .await
    }
}

/// A whole log, without its contents.
struct Glance {
    board: BoardId,
    number: i64,
    head: Seq,
    seen: HashMap<OpId, Seq>,
}

impl Sqlite {
    /// `None` when there is no such board; a failure when its log has a hole.
    async fn glance(&self, board: BoardId) -> Result<Option<Glance>, Failure> {
        let row: Option<(i64, i64, i64, String)> =
            sqlx::query_as(sql::GLANCE).bind(rows::id(&board.0)).fetch_optional(&self.readers).await?;
        let Some((number, count, head, ids)) = row else { return Ok(None) };
        if count != head {
            return Err(self.first_hole(board, number).await?);
        }
        let seen = seen(&ids)?;
        Ok(Some(Glance { board, number, head: rows::seq(head), seen }))
    }

    async fn first_hole(&self, board: BoardId, number: i64) -> Result<Failure, Failure> {
        let (before, found): (i64, i64) = sqlx::query_as(sql::FIRST_HOLE).bind(number).fetch_one(&self.readers).await?;
        Ok(Failure::Hole { board, gap: Gap { after: rows::seq(before), found: rows::seq(found) } })
    }

    /// The newest checkpoint that can be read, not after `to`; the empty board when there is none.
    async fn newest_checkpoint(&self, glance: &Glance, to: Seq) -> Result<Snapshot, Failure> {
        let kept: Vec<(i64, Vec<u8>)> = sqlx::query_as(sql::CHECKPOINTS)
            .bind(glance.number)
            .bind(rows::from_seq(to))
            .fetch_all(&self.readers)
            .await?;
        for (seq, content) in kept {
            match Snapshot::from_disk(&content) {
                Ok(snapshot) if snapshot.seq == rows::seq(seq) => return Ok(snapshot),
                Ok(_) => tracing::warn!(board = %glance.board, seq, "a checkpoint is not what it says: skipped"),
                Err(why) => tracing::warn!(board = %glance.board, seq, %why, "a checkpoint cannot be read: skipped"),
            }
        }
        Ok(Snapshot::default())
    }

    /// The entries after one place, up to and including another.
    async fn between(&self, glance: &Glance, after: Seq, to: Seq) -> Result<Vec<Entry>, Failure> {
        if after >= to {
            return Ok(Vec::new());
        }
        let found: Vec<rows::EntryRow> = sqlx::query_as(sql::ENTRIES)
            .bind(glance.number)
            .bind(rows::from_seq(after))
            .bind(rows::from_seq(to))
            .fetch_all(&self.readers)
            .await?;
        found.into_iter().map(|row| rows::entry(glance.board, row)).collect()
    }
}

/// Reads the ids of all ops, in order, as 32 hexadecimal digits each.
fn seen(ids: &str) -> Result<HashMap<OpId, Seq>, Failure> {
    let mut seq = Seq(0);
    let mut seen = HashMap::with_capacity(ids.len() / 32);
    for id in ids.as_bytes().chunks(32) {
        seq = seq.next();
        seen.insert(OpId(Uuid::try_parse_ascii(id).map_err(rows::nonsense)?), seq);
    }
    Ok(seen)
}
