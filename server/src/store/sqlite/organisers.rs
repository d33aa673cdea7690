//! The people who organise, and which browsers they are signed in with.

use super::{Sqlite, rows, sql};
use crate::store::{Failure, Organisers};
use app::api::{OrganiserId, VisitorId};
use async_trait::async_trait;

#[async_trait]
impl Organisers for Sqlite {
    async fn nobody_yet(&self) -> Result<bool, Failure> {
        let (somebody,): (bool,) = sqlx::query_as(sql::ANY_ORGANISER).fetch_one(&self.readers).await?;
        Ok(!somebody)
    }

    async fn add(&self, login: &str, password_hash: &str) -> Result<Option<OrganiserId>, Failure> {
        let (login, hash) = (login.to_owned(), password_hash.to_owned());
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let add = sqlx::query_as(sql::ADD_ORGANISER).bind(&login).bind(rows::key(&login)).bind(hash);
                    let added: Option<(i64,)> = add.fetch_optional(connection).await?;
                    Ok(added.map(|(id,)| OrganiserId(id)))
                })
            })
            .await
    }

    async fn by_login(&self, login: &str) -> Result<Option<(OrganiserId, String)>, Failure> {
        let found: Option<(i64, String)> =
            sqlx::query_as(sql::ORGANISER_BY_LOGIN).bind(rows::key(login)).fetch_optional(&self.readers).await?;
        Ok(found.map(|(id, hash)| (OrganiserId(id), hash)))
    }

    async fn sign_in(&self, visitor: VisitorId, organiser: Option<OrganiserId>) -> Result<(), Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let visitor = rows::id(&visitor.0);
                    let change = match organiser {
                        Some(OrganiserId(id)) => sqlx::query(sql::SIGN_IN).bind(visitor).bind(id),
                        None => sqlx::query(sql::SIGN_OUT).bind(visitor),
                    };
                    change.execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }

    async fn signed_in(&self, visitor: VisitorId) -> Result<Option<OrganiserId>, Failure> {
        let found: Option<(i64,)> =
            sqlx::query_as(sql::SIGNED_IN).bind(rows::id(&visitor.0)).fetch_optional(&self.readers).await?;
        Ok(found.map(|(id,)| OrganiserId(id)))
    }
}
