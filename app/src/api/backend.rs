//! The seam: what a page may ask, as one object-safe sentence. The server implements it; pages and server functions
//! find it in their context, beside the [`Visitor`].

use super::{
    AppError, BoardOpening, DoorOpening, JoinOpening, LibraryOpening, SavedOpening, ScriptOpening, StepWish, Visitor,
    WorkshopsOpening,
};
use crate::live::Frame;
use async_trait::async_trait;
use board::{BoardId, Intent, OpId, Role, WorkshopId, protocol::ClientMessage};
use server_fn::BoxedStream;

/// What a browser sends on its socket.
pub type Upstream = BoxedStream<ClientMessage, AppError>;
/// What a browser is sent on its socket.
pub type Downstream = BoxedStream<Frame, AppError>;

/// What a page may ask.
#[async_trait]
pub trait Backend: Send + Sync {
    // participants
    /// The workshop behind a code as a person types it: any case, with spaces or hyphens.
    async fn invitation(&self, who: Visitor, code: &str) -> Result<JoinOpening, AppError>;
    /// Takes a seat at a table (from 1; 0 leaves the choice to the server).
    async fn join(&self, who: Visitor, code: &str, name: &str, table: u8) -> Result<BoardId, AppError>;
    /// A board, for somebody who has a seat there. `as_projector` looks on with the projector's eyes.
    async fn board(&self, who: Visitor, board: BoardId, as_projector: bool) -> Result<BoardOpening, AppError>;
    /// A live connection. Returns at once: everything is said on the streams.
    fn live(&self, who: Visitor, up: Upstream) -> Downstream;
    /// One op without a socket. The same id twice is the same as once.
    async fn submit(&self, who: Visitor, board: BoardId, op_id: OpId, intent: Intent) -> Result<(), AppError>;

    // the person who facilitates
    /// What a secret opens.
    async fn door(&self, who: Visitor, secret: &str) -> Result<DoorOpening, AppError>;
    /// Takes the role behind a secret; returns the workshop and the role.
    async fn enter(&self, who: Visitor, secret: &str) -> Result<(WorkshopId, Role, BoardId), AppError>;
    /// A table of a workshop (from 1), for the person who facilitates it.
    async fn table(&self, who: Visitor, workshop: WorkshopId, table: u8) -> Result<BoardOpening, AppError>;
    /// Saves a board under a name; returns its number on the shelf.
    async fn save(&self, who: Visitor, board: BoardId, name: &str) -> Result<i64, AppError>;
    /// Opens or closes a workshop's door.
    async fn set_open(&self, who: Visitor, workshop: WorkshopId, open: bool) -> Result<(), AppError>;
    /// The script of a workshop, for the person who facilitates it.
    async fn script(&self, who: Visitor, workshop: WorkshopId) -> Result<ScriptOpening, AppError>;
    /// Changes a step of a workshop's script, until a table begins.
    async fn set_step(&self, who: Visitor, workshop: WorkshopId, step: u8, wish: StepWish) -> Result<(), AppError>;
    /// Goes back to the deck's script, until a table begins.
    async fn restore_script(&self, who: Visitor, workshop: WorkshopId) -> Result<(), AppError>;

    // organisers
    /// The workshops of this server.
    async fn workshops(&self, who: Visitor) -> Result<WorkshopsOpening, AppError>;
    /// Creates a workshop; whoever does facilitates it.
    async fn create(&self, who: Visitor, title: &str, format: u16, tables: u8) -> Result<WorkshopId, AppError>;
    /// The shelf.
    async fn library(&self, who: Visitor) -> Result<LibraryOpening, AppError>;
    /// One saved board.
    async fn saved(&self, who: Visitor, mark: i64) -> Result<SavedOpening, AppError>;
    /// Whether this secret may set the server up.
    async fn may_set_up(&self, secret: &str) -> Result<(), AppError>;
    /// Creates the first organiser and signs them in.
    async fn set_up(&self, who: Visitor, secret: &str, login: &str, password: &str) -> Result<(), AppError>;
    /// Signs in.
    async fn sign_in(&self, who: Visitor, login: &str, password: &str) -> Result<(), AppError>;
    /// Signs out.
    async fn sign_out(&self, who: Visitor) -> Result<(), AppError>;
}
