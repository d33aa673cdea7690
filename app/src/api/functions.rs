//! The server functions: who asks, what is asked, pass it on. Those that forms use answer with a redirection, so that
//! they work without JavaScript. Their bodies exist on the server only: so they name `super::ask` in full.

#![allow(missing_docs, reason = "the macro makes a struct of each function's arguments")]

use super::AppError;
use crate::live::{Frame, Websocket};
use board::{BoardId, CardId, WorkshopId, protocol::ClientMessage};
use leptos::prelude::*;
use server_fn::BoxedStream;

/// A live board: hello first, then ops up and entries down.
#[server(protocol = Websocket, prefix = "/api", endpoint = "live")]
pub async fn live(input: BoxedStream<ClientMessage, AppError>) -> Result<BoxedStream<Frame, AppError>, AppError> {
    let (backend, who) = super::ask::asked()?;
    Ok(backend.live(who, input))
}

/// Takes a seat.
#[server(prefix = "/api", endpoint = "join")]
pub async fn join(code: String, name: String, table: u8) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    let board = backend.join(who, &code, &name, table).await?;
    super::ask::go(&super::ask::Route::Board(board))
}

/// Goes to the join page of a code typed on the home page.
#[server(prefix = "/api", endpoint = "code")]
pub async fn enter_code(code: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    let workshop = backend.invitation(who, &code).await?.workshop.ok_or(AppError::UnknownCode)?;
    super::ask::go(&super::ask::Route::Join(workshop.code))
}

/// Takes the role behind a secret.
#[server(prefix = "/api", endpoint = "enter")]
pub async fn enter(secret: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    let (workshop, role, board) = backend.enter(who, &secret).await?;
    super::ask::go(&match role {
        board::Role::Facilitator => super::ask::Route::Cockpit(workshop),
        board::Role::Participant | board::Role::Spectator => super::ask::Route::Board(board),
        board::Role::Projector => super::ask::Route::Projector(board),
    })
}

/// Saves a board.
#[server(prefix = "/api", endpoint = "save")]
pub async fn save(board: BoardId, name: String) -> Result<i64, AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.save(who, board, &name).await
}

/// Opens or closes a workshop's door.
#[server(prefix = "/api", endpoint = "open")]
pub async fn set_open(workshop: WorkshopId, open: bool) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.set_open(who, workshop, open).await
}

/// Changes a step of a workshop's script.
#[server(prefix = "/api", endpoint = "step")]
pub async fn set_step(
    workshop: WorkshopId,
    step: u8,
    title: String,
    minutes: String,
    says: String,
    #[server(default)] skipped: bool,
) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.set_step(who, workshop, step, super::StepWish { title, minutes, says, skipped }).await?;
    super::ask::go_to_place(&super::ask::Route::Script(workshop), &format!("etape-{step}"))
}

/// Goes back to the deck's script.
#[server(prefix = "/api", endpoint = "restore-script")]
pub async fn restore_script(workshop: WorkshopId) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.restore_script(who, workshop).await?;
    super::ask::go(&super::ask::Route::Script(workshop))
}

/// Creates a workshop.
#[server(prefix = "/api", endpoint = "create")]
pub async fn create_workshop(
    title: String,
    format: u16,
    tables: u8,
    #[server(default)] assigned: bool,
    #[server(default)] deck: String,
) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    let workshop = backend.create(who, super::NewWorkshop { title, format, tables, assigned, deck }).await?;
    super::ask::go(&super::ask::Route::Cockpit(workshop))
}

/// Adds a card of its own to a workshop.
#[server(prefix = "/api", endpoint = "add-card")]
pub async fn add_card(workshop: WorkshopId, title: String, fact: String, lot: u8) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.add_card(who, workshop, super::NewCard { title, fact, lot }).await?;
    super::ask::go_to_place(&super::ask::Route::OwnCards(workshop), &format!("lot-{lot}"))
}

/// Takes a card of its own away from a workshop.
#[server(prefix = "/api", endpoint = "take-card-away")]
pub async fn take_card_away(workshop: WorkshopId, card: CardId) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.take_card_away(who, workshop, card).await?;
    super::ask::go(&super::ask::Route::OwnCards(workshop))
}

/// Leaves a card of its deck out of a workshop, or deals it again.
#[server(prefix = "/api", endpoint = "hide-card")]
pub async fn hide_card(workshop: WorkshopId, card: CardId, hidden: bool) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.hide_card(who, workshop, card, hidden).await?;
    super::ask::go_to_place(&super::ask::Route::OwnCards(workshop), &format!("carte-{card}"))
}

/// Says what is wrong with a card.
#[server(prefix = "/api", endpoint = "flag-card")]
pub async fn flag_card(board: BoardId, card: CardId, text: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.flag(who, board, card, &text).await?;
    super::ask::go_to_flagged(board, card)
}

/// Lets a version of a deck play no new workshop, or lets it again.
#[server(prefix = "/api", endpoint = "retire-deck")]
pub async fn retire_deck(slug: String, version: String, retired: bool) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.retire_deck(who, &slug, &version, retired).await?;
    super::ask::go(&super::ask::Route::Decks)
}

/// Creates the first organiser.
#[server(prefix = "/api", endpoint = "set-up")]
pub async fn set_up(secret: String, login: String, password: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.set_up(who, &secret, &login, &password).await?;
    super::ask::go(&super::ask::Route::Workshops)
}

/// Signs in.
#[server(prefix = "/api", endpoint = "sign-in")]
pub async fn sign_in(login: String, password: String) -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.sign_in(who, &login, &password).await?;
    super::ask::go(&super::ask::Route::Workshops)
}

/// Signs out.
#[server(prefix = "/api", endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), AppError> {
    let (backend, who) = super::ask::asked()?;
    backend.sign_out(who).await?;
    super::ask::go(&super::ask::Route::Home)
}
