//! The floor: the least a server can do that keeps what it relays. A message to a path is put on disk, one SQLite
//! commit (WAL, FULL) each, then told to everybody on that path, its author too. It knows nothing of what it says.

use anyhow::{Context, Result};
use futures::{SinkExt, StreamExt};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};
use std::collections::HashMap;
use std::path::Path;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{broadcast, mpsc};
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::{Bytes, Message};

/// How many messages may wait, for the disk or for a reader; a reader with more is dropped.
const QUEUE: usize = 1024;

/// A path, and those who listen there.
type Room = (String, broadcast::Sender<Bytes>);

/// Relays until the task ends.
///
/// # Errors
/// When the disk or the network does not let it.
pub async fn serve(listener: TcpListener, data: &Path) -> Result<()> {
    let file = SqliteConnectOptions::new().filename(data.join("floor.db")).create_if_missing(true);
    let durable = file.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    let mut log = durable.connect().await?;
    sqlx::query("create table if not exists log (room text not null, op blob not null)").execute(&mut log).await?;
    let (queue, queued) = mpsc::channel(QUEUE);
    let mut writer = tokio::spawn(write(log, queued));
    let mut rooms = HashMap::new();
    loop {
        let (stream, _) = tokio::select! {
            accepted = listener.accept() => accepted?,
            ended = &mut writer => return ended?,
        };
        stream.set_nodelay(true)?;
        let mut path = String::new();
        #[allow(clippy::result_large_err, reason = "the library wants it so")]
        let read_path = |request: &Request, response: Response| -> Result<Response, ErrorResponse> {
            path = request.uri().path().to_owned();
            Ok(response)
        };
        let Ok(socket) = tokio_tungstenite::accept_hdr_async(stream, read_path).await else { continue };
        let room = rooms.entry(path.clone()).or_insert_with(|| broadcast::channel(QUEUE).0).clone();
        tokio::spawn(relay(socket, (path, room), queue.clone()));
    }
}

async fn write(mut log: SqliteConnection, mut queued: mpsc::Receiver<(Room, Bytes)>) -> Result<()> {
    while let Some(((path, room), op)) = queued.recv().await {
        let insert = sqlx::query("insert into log (room, op) values (?, ?)").bind(path).bind(&op[..]);
        insert.execute(&mut log).await?;
        // Nobody may be left to hear it.
        let _ = room.send(op);
    }
    Ok(log.close().await?)
}

async fn relay(
    mut socket: tokio_tungstenite::WebSocketStream<TcpStream>,
    room: Room,
    queue: mpsc::Sender<(Room, Bytes)>,
) -> Result<()> {
    let mut told = room.1.subscribe();
    loop {
        tokio::select! {
            op = told.recv() => socket.send(Message::Binary(op?)).await?,
            said = socket.next() => match said.context("gone")?? {
                Message::Binary(op) => queue.send((room.clone(), op)).await?,
                Message::Close(_) => return Ok(()),
                _ => {}
            },
        }
    }
}
