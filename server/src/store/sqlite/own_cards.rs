//! Cards of a workshop's own, and cards that it leaves out.

use super::workshops::number;
use super::{Sqlite, rows, sql};
use crate::store::{Failure, LocalCard, OwnCards, OwnDecks};
use async_trait::async_trait;
use board::{CardId, LotId, WorkshopId};
use sqlx::SqliteConnection;

/// Number, lot, title, fact, whether it was taken away.
type Row = (u16, u8, String, String, bool);

#[async_trait]
impl OwnDecks for Sqlite {
    async fn own_cards(&self, id: WorkshopId) -> Result<OwnCards, Failure> {
        let local: Vec<Row> = sqlx::query_as(sql::LOCAL_CARDS).bind(rows::id(&id.0)).fetch_all(&self.readers).await?;
        let hidden: Vec<(u16,)> =
            sqlx::query_as(sql::HIDDEN_CARDS).bind(rows::id(&id.0)).fetch_all(&self.readers).await?;
        let card =
            |(number, lot, title, fact, away)| LocalCard { card: CardId(number), lot: LotId(lot), title, fact, away };
        Ok(OwnCards {
            local: local.into_iter().map(card).collect(),
            hidden: hidden.into_iter().map(|(card,)| CardId(card)).collect(),
        })
    }

    async fn add_card(&self, id: WorkshopId, above: CardId, card: LocalCard) -> Result<Option<CardId>, Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, id).await?;
                    let next: Option<i64> =
                        sqlx::query_scalar(sql::NEXT_LOCAL_CARD).bind(above.0).fetch_one(&mut *connection).await?;
                    let Some(next) = next.and_then(|next| u16::try_from(next).ok()) else { return Ok(None) };
                    let card = LocalCard { card: CardId(next), ..card };
                    write_card(connection, workshop, &card).await?;
                    Ok(Some(card.card))
                })
            })
            .await
    }

    async fn take_card_away(&self, id: WorkshopId, card: CardId) -> Result<bool, Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, id).await?;
                    let take = sqlx::query(sql::TAKE_CARD_AWAY).bind(workshop).bind(card.0);
                    Ok(take.execute(connection).await?.rows_affected() > 0)
                })
            })
            .await
    }

    async fn hide_card(&self, id: WorkshopId, card: CardId, hidden: bool) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let workshop = number(connection, id).await?;
                    let change = if hidden { sql::HIDE_CARD } else { sql::SHOW_CARD };
                    sqlx::query(change).bind(workshop).bind(card.0).execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }
}

/// Writes a local card under the number it has.
pub(super) async fn write_card(
    connection: &mut SqliteConnection,
    workshop: i64,
    card: &LocalCard,
) -> Result<(), Failure> {
    let add = sqlx::query(sql::ADD_CARD).bind(workshop).bind(card.card.0).bind(card.lot.0);
    let add = add.bind(&card.title).bind(&card.fact).bind(card.away);
    add.execute(connection).await?;
    Ok(())
}
