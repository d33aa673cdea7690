//! The secrets that give a role, and the seats that are taken back.

use super::workshops::{Seat, board_number, number, seat, take_seat};
use super::{Sqlite, rows, sql};
use crate::store::{Failure, Grant, SeatRow, Seating, Team};
use app::api::VisitorId;
use async_trait::async_trait;
use board::{ActorId, BoardId, Role, WorkshopId};
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// Number, workshop, role, name.
type Row = (i64, Vec<u8>, String, String);

#[async_trait]
impl Team for Sqlite {
    async fn grant(&self, id: WorkshopId, role: Role, name: &str, hash: [u8; 32]) -> Result<(), Failure> {
        let name = name.to_owned();
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, id).await?;
                    let grant = sqlx::query(sql::GRANT).bind(hash.as_slice()).bind(workshop);
                    grant.bind(rows::from_role(role)).bind(name).execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }

    async fn granted(&self, hash: [u8; 32]) -> Result<Option<Grant>, Failure> {
        let found = sqlx::query_as(sql::GRANTED).bind(hash.as_slice()).fetch_optional(&self.readers).await?;
        found.map(grant).transpose()
    }

    async fn grants(&self, id: WorkshopId) -> Result<Vec<(Grant, Vec<ActorId>)>, Failure> {
        let all: Vec<Row> = sqlx::query_as(sql::GRANTS).bind(rows::id(&id.0)).fetch_all(&self.readers).await?;
        let mut seats: HashMap<i64, Vec<ActorId>> = HashMap::new();
        let taken: Vec<(i64, u32)> =
            sqlx::query_as(sql::GRANTED_SEATS).bind(rows::id(&id.0)).fetch_all(&self.readers).await?;
        for (number, actor) in taken {
            seats.entry(number).or_default().push(ActorId(actor));
        }
        let with_seats = |row: Row| {
            let taken = seats.remove(&row.0).unwrap_or_default();
            Ok((grant(row)?, taken))
        };
        all.into_iter().map(with_seats).collect()
    }

    async fn enter(&self, grant: i64, visitor: VisitorId, name: &str) -> Result<Option<Seating>, Failure> {
        let name = name.to_owned();
        self.writer.change(move |connection| Box::pin(enter(connection, grant, visitor, name))).await
    }

    async fn revoke(&self, id: WorkshopId, grant: i64) -> Result<Vec<ActorId>, Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, id).await?;
                    let left: Vec<(u32,)> = sqlx::query_as(sql::REVOKE_SEATS)
                        .bind(workshop)
                        .bind(grant)
                        .fetch_all(&mut *connection)
                        .await?;
                    sqlx::query(sql::REVOKE).bind(workshop).bind(grant).execute(connection).await?;
                    Ok(left.into_iter().map(|(actor,)| ActorId(actor)).collect())
                })
            })
            .await
    }

    async fn leave(&self, id: WorkshopId, actor: ActorId) -> Result<Option<SeatRow>, Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, id).await?;
                    let was = seat_by_actor(connection, workshop, actor).await?;
                    if was.is_some() {
                        sqlx::query(sql::LEAVE_SEAT).bind(workshop).bind(actor.0).execute(connection).await?;
                    }
                    Ok(was)
                })
            })
            .await
    }

    async fn move_to(&self, id: WorkshopId, actor: ActorId, board: BoardId) -> Result<Option<SeatRow>, Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, id).await?;
                    let board = board_number(connection, workshop, board).await?;
                    let was = seat_by_actor(connection, workshop, actor).await?;
                    let was = was.filter(|seat| seat.role == Role::Participant);
                    if was.is_some() {
                        let moved = sqlx::query(sql::MOVE_SEAT).bind(workshop).bind(actor.0).bind(board);
                        moved.execute(connection).await?;
                    }
                    Ok(was)
                })
            })
            .await
    }
}

async fn enter(
    connection: &mut SqliteConnection,
    number: i64,
    visitor: VisitorId,
    name: String,
) -> Result<Option<Seating>, Failure> {
    let found = sqlx::query_as(sql::GRANT_BY_NUMBER).bind(number).fetch_optional(&mut *connection).await?;
    let Some(grant) = found.map(grant).transpose()? else { return Ok(None) };
    let wanted = SeatRow { actor: ActorId(0), visitor, board: None, role: grant.role, name };
    take_seat(connection, grant.workshop, wanted, Some(grant.number)).await.map(Some)
}

async fn seat_by_actor(
    connection: &mut SqliteConnection,
    workshop: i64,
    actor: ActorId,
) -> Result<Option<SeatRow>, Failure> {
    let found: Option<Seat> =
        sqlx::query_as(sql::SEAT_BY_ACTOR).bind(workshop).bind(actor.0).fetch_optional(connection).await?;
    found.map(seat).transpose()
}

fn grant((number, workshop, role, name): Row) -> Result<Grant, Failure> {
    Ok(Grant { number, workshop: WorkshopId(rows::uuid(&workshop)?), role: rows::role(&role)?, name })
}
