//! The accounts of an organisation, and the invitations to have one.

use super::sql::organisation as sql;
use super::{Sqlite, rows};
use crate::store::{Accepted, Account, Failure, Invited, Organisation, Removed};
use app::api::{OrganiserId, Standing, VisitorId};
use async_trait::async_trait;
use board::WorkshopId;
use sqlx::SqliteConnection;

/// Number, login, standing.
type Row = (i64, String, String);
/// Number, name, standing, made, expires.
type InvitedRow = (i64, String, String, i64, i64);

#[async_trait]
impl Organisation for Sqlite {
    async fn account(&self, visitor: VisitorId) -> Result<Option<Account>, Failure> {
        let found = sqlx::query_as(sql::ACCOUNT).bind(rows::id(&visitor.0)).fetch_optional(&self.readers).await?;
        found.map(account).transpose()
    }

    async fn accounts(&self) -> Result<Vec<Account>, Failure> {
        let found = sqlx::query_as(sql::ACCOUNTS).fetch_all(&self.readers).await?;
        found.into_iter().map(account).collect()
    }

    async fn invite(&self, invited: &Invited, hash: [u8; 32]) -> Result<(), Failure> {
        let Invited { name, standing, made, expires, .. } = invited.clone();
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let invite = sqlx::query(sql::INVITE).bind(hash.as_slice()).bind(name).bind(word(standing));
                    let invite = invite.bind(rows::from_millis(made)).bind(rows::from_millis(expires));
                    invite.execute(connection).await?;
                    Ok(())
                })
            })
            .await
    }

    async fn invited(&self, hash: [u8; 32]) -> Result<Option<Invited>, Failure> {
        let found = sqlx::query_as(sql::INVITED).bind(hash.as_slice()).fetch_optional(&self.readers).await?;
        found.map(invited).transpose()
    }

    async fn invitations(&self) -> Result<Vec<Invited>, Failure> {
        let found = sqlx::query_as(sql::INVITATIONS).fetch_all(&self.readers).await?;
        found.into_iter().map(invited).collect()
    }

    async fn uninvite(&self, invitation: i64) -> Result<bool, Failure> {
        self.writer
            .change(move |connection| {
                Box::pin(async move {
                    let gone = sqlx::query(sql::UNINVITE).bind(invitation).execute(connection).await?;
                    Ok(gone.rows_affected() > 0)
                })
            })
            .await
    }

    async fn accept(&self, invitation: i64, login: &str, password_hash: &str) -> Result<Accepted, Failure> {
        let (login, hash) = (login.to_owned(), password_hash.to_owned());
        self.writer.change(move |connection| Box::pin(accept(connection, invitation, login, hash))).await
    }

    async fn remove_account(&self, id: OrganiserId) -> Result<Removed, Failure> {
        self.writer.change(move |connection| Box::pin(remove(connection, id))).await
    }
}

async fn accept(
    connection: &mut SqliteConnection,
    invitation: i64,
    login: String,
    hash: String,
) -> Result<Accepted, Failure> {
    let found = sqlx::query_as(sql::INVITATION).bind(invitation).fetch_optional(&mut *connection).await?;
    let Some(Invited { standing, .. }) = found.map(invited).transpose()? else { return Ok(Accepted::Gone) };
    let add = sqlx::query_scalar(sql::ADD_ACCOUNT).bind(&login).bind(rows::key(&login)).bind(hash);
    let added: Option<i64> = add.bind(word(standing)).fetch_optional(&mut *connection).await?;
    let Some(added) = added else { return Ok(Accepted::LoginTaken) };
    sqlx::query(sql::UNINVITE).bind(invitation).execute(connection).await?;
    Ok(Accepted::Added(OrganiserId(added)))
}

async fn remove(connection: &mut SqliteConnection, OrganiserId(id): OrganiserId) -> Result<Removed, Failure> {
    let found = sqlx::query_as(sql::ACCOUNT_BY_ID).bind(id).fetch_optional(&mut *connection).await?;
    let Some(account) = found.map(account).transpose()? else { return Ok(Removed::Nobody) };
    let others: bool = sqlx::query_scalar(sql::OTHERS_ORGANISE).bind(id).fetch_one(&mut *connection).await?;
    if account.standing == Standing::Organises && !others {
        return Ok(Removed::Last);
    }
    let left: Vec<i64> = sqlx::query_scalar(sql::LEAVE_SEATS).bind(id).fetch_all(&mut *connection).await?;
    for statement in [sql::SIGN_ALL_OUT, sql::REMOVE_ACCOUNT] {
        sqlx::query(statement).bind(id).execute(&mut *connection).await?;
    }
    let mut workshops = Vec::new();
    for number in left {
        let id: Vec<u8> = sqlx::query_scalar(sql::WORKSHOP_ID).bind(number).fetch_one(&mut *connection).await?;
        workshops.push(WorkshopId(rows::uuid(&id)?));
    }
    Ok(Removed::Gone(workshops))
}

fn account((id, login, standing): Row) -> Result<Account, Failure> {
    Ok(Account { id: OrganiserId(id), login, standing: read(&standing)? })
}

fn invited((number, name, standing, made, expires): InvitedRow) -> Result<Invited, Failure> {
    let (made, expires) = (rows::millis(made), rows::millis(expires));
    Ok(Invited { number, name, standing: read(&standing)?, made, expires })
}

fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Organises => "organises",
        Standing::Reads => "reads",
    }
}

fn read(word: &str) -> Result<Standing, Failure> {
    match word {
        "organises" => Ok(Standing::Organises),
        "reads" => Ok(Standing::Reads),
        other => Err(rows::nonsense(format!("no such standing: {other}"))),
    }
}
