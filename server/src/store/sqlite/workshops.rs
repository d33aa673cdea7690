//! Workshops, and how people take a seat.

use super::{Sqlite, rows, sql};
use crate::store::{Failure, SeatRow, Seating, Workshop, Workshops};
use app::api::VisitorId;
use async_trait::async_trait;
use board::script::Script;
use board::{ActorId, BoardId, Role, WorkshopId};
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// Number, id, title, code, deck, version, format, open, assigned, created.
type Row = (i64, Vec<u8>, String, String, String, String, u16, bool, bool, i64);
/// Actor, visitor, board, role, name.
pub(super) type Seat = (u32, Vec<u8>, Option<Vec<u8>>, String, String);

#[async_trait]
impl Workshops for Sqlite {
    async fn create(&self, workshop: &Workshop) -> Result<bool, Failure> {
        let workshop = workshop.clone();
        self.writer.change(move |connection| Box::pin(create(connection, workshop))).await
    }

    async fn workshop(&self, id: WorkshopId) -> Result<Option<Workshop>, Failure> {
        let found = sqlx::query_as(sql::WORKSHOP).bind(rows::id(&id.0)).fetch_optional(&self.readers).await?;
        self.with_boards(found).await
    }

    async fn by_code(&self, code: &str) -> Result<Option<Workshop>, Failure> {
        let found = sqlx::query_as(sql::WORKSHOP_BY_CODE).bind(code).fetch_optional(&self.readers).await?;
        self.with_boards(found).await
    }

    async fn of_board(&self, board: BoardId) -> Result<Option<Workshop>, Failure> {
        let found =
            sqlx::query_as(sql::WORKSHOP_OF_BOARD).bind(rows::id(&board.0)).fetch_optional(&self.readers).await?;
        self.with_boards(found).await
    }

    async fn all(&self) -> Result<Vec<Workshop>, Failure> {
        // Workshops first: boards are made with theirs, so none of these can be missing its own.
        let found: Vec<Row> = sqlx::query_as(sql::WORKSHOPS).fetch_all(&self.readers).await?;
        let mut boards: HashMap<i64, Vec<BoardId>> = HashMap::new();
        let all: Vec<(i64, Vec<u8>)> = sqlx::query_as(sql::BOARDS).fetch_all(&self.readers).await?;
        for (workshop, id) in all {
            boards.entry(workshop).or_default().push(BoardId(rows::uuid(&id)?));
        }
        found.into_iter().map(|row| workshop(boards.remove(&row.0).unwrap_or_default(), row)).collect()
    }

    async fn set_open(&self, id: WorkshopId, open: bool) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let set = sqlx::query(sql::SET_OPEN).bind(rows::id(&id.0)).bind(open);
                    match set.execute(connection).await?.rows_affected() {
                        0 => Err(Failure::NoWorkshop(id)),
                        _ => Ok(()),
                    }
                })
            })
            .await
    }

    async fn script(&self, id: WorkshopId) -> Result<Option<Script>, Failure> {
        let found: Option<(Option<Vec<u8>>,)> =
            sqlx::query_as(sql::SCRIPT).bind(rows::id(&id.0)).fetch_optional(&self.readers).await?;
        let (kept,) = found.ok_or(Failure::NoWorkshop(id))?;
        kept.map(|bytes| Script::from_disk(&bytes).map_err(rows::nonsense)).transpose()
    }

    async fn set_script(&self, id: WorkshopId, was: Option<&Script>, now: Option<&Script>) -> Result<bool, Failure> {
        let (was, now) = (was.map(Script::to_disk), now.map(Script::to_disk));
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    number(connection, id).await?;
                    let set = sqlx::query(sql::SET_SCRIPT).bind(rows::id(&id.0)).bind(was).bind(now);
                    Ok(set.execute(connection).await?.rows_affected() == 1)
                })
            })
            .await
    }

    async fn take_seat(
        &self,
        id: WorkshopId,
        visitor: VisitorId,
        board: Option<BoardId>,
        role: Role,
        name: &str,
    ) -> Result<Seating, Failure> {
        let wanted = SeatRow { actor: ActorId(0), visitor, board, role, name: name.to_owned() };
        self.writer.change(move |connection| Box::pin(take_seat(connection, id, wanted, None))).await
    }

    async fn seat_of(&self, id: WorkshopId, visitor: VisitorId) -> Result<Option<SeatRow>, Failure> {
        let found = sqlx::query_as(sql::SEAT_OF).bind(rows::id(&id.0)).bind(rows::id(&visitor.0));
        found.fetch_optional(&self.readers).await?.map(seat).transpose()
    }

    async fn facilitated_by(&self, visitor: VisitorId) -> Result<Vec<WorkshopId>, Failure> {
        let found: Vec<(Vec<u8>,)> =
            sqlx::query_as(sql::FACILITATED_BY).bind(rows::id(&visitor.0)).fetch_all(&self.readers).await?;
        found.iter().map(|(id,)| rows::uuid(id).map(WorkshopId)).collect()
    }

    async fn seats(&self, id: WorkshopId) -> Result<Vec<SeatRow>, Failure> {
        let found = sqlx::query_as(sql::SEATS).bind(rows::id(&id.0)).fetch_all(&self.readers).await?;
        found.into_iter().map(seat).collect()
    }
}

impl Sqlite {
    async fn with_boards(&self, found: Option<Row>) -> Result<Option<Workshop>, Failure> {
        let Some(row) = found else { return Ok(None) };
        let ids: Vec<(Vec<u8>,)> = sqlx::query_as(sql::BOARDS_OF).bind(row.0).fetch_all(&self.readers).await?;
        let boards = ids.iter().map(|(id,)| rows::uuid(id).map(BoardId)).collect::<Result<_, _>>()?;
        workshop(boards, row).map(Some)
    }
}

pub(super) async fn create(connection: &mut SqliteConnection, workshop: Workshop) -> Result<bool, Failure> {
    let kept = sqlx::query(sql::KEEP_WORKSHOP)
        .bind(rows::id(&workshop.id.0))
        .bind(workshop.title)
        .bind(workshop.code)
        .bind(workshop.deck)
        .bind(workshop.deck_version)
        .bind(workshop.format)
        .bind(workshop.open)
        .bind(workshop.assigned)
        .bind(rows::from_millis(workshop.created))
        .execute(&mut *connection)
        .await?;
    if kept.rows_affected() == 0 {
        return Ok(false);
    }
    for (place, board) in (1i64..).zip(&workshop.boards) {
        let keep = sqlx::query(sql::KEEP_BOARD).bind(rows::id(&board.0)).bind(kept.last_insert_rowid()).bind(place);
        keep.execute(&mut *connection).await?;
    }
    Ok(true)
}

/// Takes a seat, by this secret if by one.
pub(super) async fn take_seat(
    connection: &mut SqliteConnection,
    id: WorkshopId,
    mut wanted: SeatRow,
    by: Option<i64>,
) -> Result<Seating, Failure> {
    let workshop = number(connection, id).await?;
    let found = sqlx::query_as(sql::SEAT_OF).bind(rows::id(&id.0)).bind(rows::id(&wanted.visitor.0));
    if let Some(mut seat) = found.fetch_optional(&mut *connection).await?.map(seat).transpose()? {
        if wanted.role == Role::Facilitator && seat.role != Role::Facilitator {
            let raise = sqlx::query(sql::RAISE_SEAT).bind(workshop).bind(rows::id(&wanted.visitor.0));
            raise.bind(rows::from_role(wanted.role)).bind(by).execute(&mut *connection).await?;
            (seat.role, seat.board) = (wanted.role, None);
        }
        let looks_on = matches!(seat.role, Role::Projector | Role::Spectator);
        if wanted.role != Role::Participant || !looks_on {
            return Ok(Seating::Seated(seat));
        }
        let board = board_of(connection, workshop, &mut wanted).await?;
        let reseat = sqlx::query(sql::RESEAT).bind(workshop).bind(rows::id(&wanted.visitor.0));
        let reseat = reseat.bind(rows::from_role(wanted.role)).bind(board).bind(&wanted.name);
        let reseated = reseat.bind(rows::key(&wanted.name)).execute(connection).await?.rows_affected();
        let seat = SeatRow { actor: seat.actor, ..wanted };
        return Ok(if reseated == 0 { Seating::NameTaken } else { Seating::Seated(seat) });
    }
    let board = board_of(connection, workshop, &mut wanted).await?;
    let taken: Option<(u32,)> = sqlx::query_as(sql::TAKE_SEAT)
        .bind(workshop)
        .bind(rows::id(&wanted.visitor.0))
        .bind(board)
        .bind(rows::from_role(wanted.role))
        .bind(&wanted.name)
        .bind(rows::key(&wanted.name))
        .bind(by)
        .fetch_optional(connection)
        .await?;
    Ok(taken.map_or(Seating::NameTaken, |(actor,)| Seating::Seated(SeatRow { actor: ActorId(actor), ..wanted })))
}

pub(super) async fn number(connection: &mut SqliteConnection, id: WorkshopId) -> Result<i64, Failure> {
    let found: Option<(i64,)> =
        sqlx::query_as(sql::WORKSHOP_NUMBER).bind(rows::id(&id.0)).fetch_optional(connection).await?;
    found.map(|(number,)| number).ok_or(Failure::NoWorkshop(id))
}

/// Where the seat that is wanted is: a participant who named no board is given one.
async fn board_of(
    connection: &mut SqliteConnection,
    workshop: i64,
    wanted: &mut SeatRow,
) -> Result<Option<i64>, Failure> {
    match wanted.board {
        Some(board) => board_number(connection, workshop, board).await.map(Some),
        None if wanted.role == Role::Participant => {
            let found: (i64, Vec<u8>) = sqlx::query_as(sql::LEAST_FULL).bind(workshop).fetch_one(connection).await?;
            wanted.board = Some(BoardId(rows::uuid(&found.1)?));
            Ok(Some(found.0))
        }
        None => Ok(None),
    }
}

pub(super) async fn board_number(
    connection: &mut SqliteConnection,
    workshop: i64,
    board: BoardId,
) -> Result<i64, Failure> {
    let found: Option<(i64,)> = sqlx::query_as(sql::BOARD_AT_WORKSHOP)
        .bind(rows::id(&board.0))
        .bind(workshop)
        .fetch_optional(connection)
        .await?;
    found.map(|(number,)| number).ok_or(Failure::NoBoard(board))
}

fn workshop(boards: Vec<BoardId>, row: Row) -> Result<Workshop, Failure> {
    let (_, id, title, code, deck, deck_version, format, open, assigned, created) = row;
    let (id, created) = (WorkshopId(rows::uuid(&id)?), rows::millis(created));
    Ok(Workshop { id, title, code, deck, deck_version, format, open, assigned, created, boards })
}

pub(super) fn seat((actor, visitor, board, role, name): Seat) -> Result<SeatRow, Failure> {
    let board = board.map(|id| rows::uuid(&id).map(BoardId)).transpose()?;
    let visitor = VisitorId(rows::uuid(&visitor)?);
    Ok(SeatRow { actor: ActorId(actor), visitor, board, role: rows::role(&role)?, name })
}
