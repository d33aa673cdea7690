//! The floor is only worth comparing with if it really relays, and really keeps.

use anyhow::Result;
use headless::wire::Down;
use headless::{Traffic, Wire, floor};
use sqlx::{Connection, Row, SqliteConnection};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use tokio::net::TcpListener;

async fn floor(data: &Path) -> Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let (address, data) = (listener.local_addr()?, data.to_owned());
    tokio::spawn(async move { floor::serve(listener, &data).await });
    Ok(address)
}

async fn somebody(at: SocketAddr, path: &str) -> Result<Wire> {
    Wire::open(at, path, &[], Arc::default()).await
}

async fn hears(wire: &mut Wire) -> Result<Vec<u8>> {
    match wire.next().await? {
        Down::Message(bytes) => Ok(bytes.to_vec()),
        Down::Closed(code) => anyhow::bail!("closed {code:?}"),
    }
}

#[tokio::test]
async fn everybody_on_a_path_hears_what_is_said_there_in_the_same_order_and_nobody_else_does() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let at = floor(folder.path()).await?;
    let (mut ada, mut bob) = (somebody(at, "/1").await?, somebody(at, "/1").await?);
    let mut eve = somebody(at, "/2").await?;
    ada.send(b"one".to_vec()).await?;
    assert_eq!(hears(&mut ada).await?, b"one");
    bob.send(b"two".to_vec()).await?;
    assert_eq!((hears(&mut ada).await?, hears(&mut bob).await?), (b"two".to_vec(), b"one".to_vec()));
    assert_eq!(hears(&mut bob).await?, b"two");
    eve.send(b"three".to_vec()).await?;
    assert_eq!(hears(&mut eve).await?, b"three");
    Ok(())
}

#[tokio::test]
async fn what_was_heard_is_on_disk_in_a_file_that_waits_for_the_disk() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let at = floor(folder.path()).await?;
    let mut ada = somebody(at, "/1").await?;
    ada.send(b"one".to_vec()).await?;
    hears(&mut ada).await?;
    let mut file = SqliteConnection::connect(&format!("sqlite://{}", folder.path().join("floor.db").display())).await?;
    let row = sqlx::query("select room, op from log").fetch_one(&mut file).await?;
    assert_eq!((row.get::<&str, _>(0), row.get::<&[u8], _>(1)), ("/1", &b"one"[..]));
    let mode = sqlx::query("pragma journal_mode").fetch_one(&mut file).await?;
    assert_eq!(mode.get::<&str, _>(0), "wal");
    Ok(())
}

#[tokio::test]
async fn every_byte_is_counted_with_the_headers_of_its_packet() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let at = floor(folder.path()).await?;
    let traffic = Arc::new(Traffic::default());
    let mut ada = Wire::open(at, "/1", &[], traffic.clone()).await?;
    let before = traffic.on_the_wire();
    ada.send(vec![7; 20]).await?;
    hears(&mut ada).await?;
    // Up: 40 for the packet, 2 and a mask of 4 for the frame, 20. Down: the same without a mask.
    assert_eq!(traffic.on_the_wire() - before, (40 + 2 + 4 + 20) + (40 + 2 + 20));
    Ok(())
}
