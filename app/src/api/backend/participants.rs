//! What is asked by the people at the tables, and by whoever looks on.

use crate::api::{ActionsOpening, AppError, BoardOpening, JoinOpening, Visitor};
use crate::live::Frame;
use async_trait::async_trait;
use board::{BoardId, Intent, OpId, protocol::ClientMessage};
use server_fn::BoxedStream;

/// What a browser sends on its socket.
pub type Upstream = BoxedStream<ClientMessage, AppError>;
/// What a browser is sent on its socket.
pub type Downstream = BoxedStream<Frame, AppError>;

/// What people at a table may ask.
#[async_trait]
pub trait Participants: Send + Sync {
    /// The workshop behind a code as a person types it: any case, with spaces or hyphens.
    async fn invitation(&self, who: Visitor, code: &str) -> Result<JoinOpening, AppError>;
    /// Takes a seat at a table (from 1; 0 leaves the choice to the server, as does a workshop that assigns its tables).
    async fn join(&self, who: Visitor, code: &str, name: &str, table: u8) -> Result<BoardId, AppError>;
    /// A board, for somebody who has a seat there.
    async fn board(&self, who: Visitor, board: BoardId) -> Result<BoardOpening, AppError>;
    /// The actions of a board, and those that the deck proposes for it, for somebody who has a seat there.
    async fn actions(&self, who: Visitor, board: BoardId) -> Result<ActionsOpening, AppError>;
    /// This board, then the others of its workshop, with the projector's eyes.
    async fn screen(&self, who: Visitor, board: BoardId) -> Result<Vec<BoardOpening>, AppError>;
    /// A live connection. Returns at once: everything is said on the streams.
    fn live(&self, who: Visitor, up: Upstream) -> Downstream;
    /// One op without a socket. The same id twice is the same as once.
    async fn submit(&self, who: Visitor, board: BoardId, op_id: OpId, intent: Intent) -> Result<(), AppError>;
}
