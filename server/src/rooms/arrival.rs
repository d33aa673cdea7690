//! The arrival of a connection: the first thing it says, and whether this person may be at that board.

use super::audience::Member;
use super::connection::Connection;
use super::outbox::outbox;
use super::registry::{Control, Registry};
use super::{AGAIN, NOT_HERE, POLICY, RESTART, closed};
use crate::store::{Failure, SeatRow};
use app::api::{Close, Upstream, Visitor};
use board::protocol::{CLOSE_RELOAD, ClientMessage, Hello, PROTOCOL};
use board::{Asker, BoardId, Role};
use futures::StreamExt;
use std::sync::Arc;
use tokio::time::timeout;

/// The normal end of a connection.
const DONE: u16 = 1000;

/// Waits for a connection's hello, finds its person's seat and takes it to its room, which welcomes it.
pub(super) async fn arrive(registry: Arc<Registry>, who: Visitor, mut up: Upstream) -> Result<Connection, Close> {
    let hello = hello(&registry, &mut up).await?;
    let _turn = registry.seating.read().await;
    let seat = seat(&registry, who, hello.board).await.map_err(|failure| {
        tracing::error!(board = %hello.board, %failure, "a seat cannot be found");
        closed(AGAIN)
    })??;
    // A screen of the room is told no more than a projector, also when it is the browser of somebody who may see more.
    let role = if hello.as_projector && seat.role != Role::Participant { Role::Projector } else { seat.role };
    let asker = Asker { actor: seat.actor, role };
    let id = registry.connection();
    let (desk, outbox) = outbox(registry.limits.frames);
    let member = Member { actor: seat.actor, role, lang: hello.lang, desk };
    let join = Control::Join { id, seat, since: hello.since, member };
    let joined = registry.ask(hello.board, |door| door.control.send(join).map(|()| door.clone()));
    // If the room has closed in this very moment, the page comes back and finds it open again.
    let door = joined.map_err(|_| closed(RESTART))?.map_err(|_| closed(RESTART))?;
    let meter = registry.traffic.board(hello.board);
    Ok(Connection::new(id, asker, up, outbox, door, registry.limits, meter))
}

async fn hello(registry: &Registry, up: &mut Upstream) -> Result<Hello, Close> {
    match timeout(registry.limits.hello, up.next()).await {
        Ok(Some(Ok(ClientMessage::Hello(hello)))) if hello.protocol == PROTOCOL => Ok(hello),
        Ok(Some(Ok(ClientMessage::Hello(_)))) => Err(closed(CLOSE_RELOAD)),
        Ok(None) => Err(closed(DONE)),
        Ok(Some(_)) | Err(_) => Err(closed(POLICY)),
    }
}

/// This person's seat at the workshop of this board, if it lets them be at this board. Who plays at another table has
/// a page that must reload: that leads it there.
async fn seat(registry: &Registry, who: Visitor, board: BoardId) -> Result<Result<SeatRow, Close>, Failure> {
    let Some(workshop) = registry.store.of_board(board).await? else { return Ok(Err(closed(NOT_HERE))) };
    Ok(match registry.store.seat_of(workshop.id, who.id).await? {
        None => Err(closed(NOT_HERE)),
        Some(seat) if seat.role == Role::Participant && seat.board != Some(board) => Err(closed(CLOSE_RELOAD)),
        Some(seat) => Ok(seat),
    })
}
