//! What is measured, with everybody connected: the server at its work, or the floor.

use super::cockpit::TABLES;
use super::participant::{Order, play};
use super::schedule::Load;
use crate::process::{Process, Usage, free_address};
use crate::{Client, Seat, Server, Traffic, Wire, Workshop, client, stage};
use anyhow::{Context, Result};
use board::{CardId, Seq};
use futures::{StreamExt, TryStreamExt, stream};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, spawn_blocking};

/// How many people join at the same time.
const AT_ONCE: usize = 8;

/// How the other side talks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// The protocol.
    Room,
    /// What was said, as it was said.
    Relay,
}

/// Somebody who is connected: where their orders go.
#[derive(Debug)]
pub struct Player {
    /// Their orders.
    pub orders: mpsc::UnboundedSender<Order>,
    /// Their play, which ends only if something is wrong.
    pub play: JoinHandle<Result<()>>,
}

/// What is measured.
#[derive(Debug)]
pub struct Target {
    /// The players of each room.
    pub rooms: Vec<Vec<Player>>,
    /// The seat of the person who facilitates at each room; none at the floor.
    pub facilitation: Vec<Seat>,
    /// All their bytes.
    pub traffic: Arc<Traffic>,
    /// The memory that each idle participant took, in bytes.
    pub rss_per_idle: f64,
    running: Running,
}

#[derive(Debug)]
enum Running {
    /// The server, and the most memory it held while people joined.
    Server {
        server: Server,
        joining: u64,
    },
    Floor {
        process: Process,
        _folder: TempDir,
    },
}

impl Running {
    fn usage(&self) -> Result<Usage> {
        match self {
            Self::Server { server, joining } => {
                let usage = server.usage()?;
                Ok(Usage { peak_rss: usage.peak_rss.max(*joining), ..usage })
            }
            Self::Floor { process, .. } => process.usage(),
        }
    }
}

impl Target {
    /// What it uses.
    ///
    /// # Errors
    /// When it is gone.
    pub fn usage(&self) -> Result<Usage> {
        self.running.usage()
    }

    /// The server, with tables set and everybody joined and connected.
    ///
    /// # Errors
    /// When anything of that does not work.
    pub async fn server(binary: &Path, load: &Load) -> Result<Self> {
        let mut server = Server::start(binary)?;
        let (mut rooms, mut facilitation) = (Vec::new(), Vec::new());
        while rooms.len() < load.rooms {
            let tables = TABLES.min(load.rooms - rooms.len());
            let workshop = Workshop::create(&server, &format!("Banc {}", rooms.len()), u8::try_from(tables)?)?;
            let facilitator = workshop.facilitate()?;
            for table in &workshop.tables {
                facilitation.push(facilitator.moved_to(table.board));
                let mut client = Client::arrive(facilitator.moved_to(table.board)).await?;
                let cards: Arc<[CardId]> = stage::set(&mut client).await?.into();
                rooms.push((seats(&workshop, table.table, load.participants).await?, cards));
            }
        }
        // Connections must not hide in the memory that joining has left free: what they weigh is asked of a new process.
        let joining = server.usage()?.peak_rss;
        server.stop()?;
        server.run()?;
        let dial = async |seat: &Seat, traffic: &Arc<Traffic>| {
            let mut wire = seat.dial(traffic.clone()).await?;
            client::greet(&mut wire, seat, Seq::default()).await?;
            Ok(wire)
        };
        let target = connect(Running::Server { server, joining }, Tongue::Room, rooms, dial).await?;
        Ok(Self { facilitation, ..target })
    }

    /// The floor, with everybody connected.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn floor(load: &Load) -> Result<Self> {
        let (folder, address) = (tempfile::tempdir()?, free_address()?);
        let mut floor = Command::new(std::env::current_exe()?);
        floor.args(["floor", "--listen", &address.to_string(), "--data"]).arg(folder.path());
        let mut process = Process::start(&mut floor, &folder.path().join("said.txt"))?;
        process.wait_until(|| TcpStream::connect(address).is_ok())?;
        let cards: Arc<[CardId]> = (1..=8).map(CardId).collect();
        let people = |room| (0..load.participants).map(|_| (address, format!("/{room}"))).collect();
        let rooms = (0..load.rooms).map(|room| (people(room), cards.clone())).collect();
        let dial = async |(address, path): &(SocketAddr, String), traffic: &Arc<Traffic>| {
            Wire::open(*address, path, &[], traffic.clone()).await
        };
        connect(Running::Floor { process, _folder: folder }, Tongue::Relay, rooms, dial).await
    }
}

/// People take their seats at a table.
async fn seats(workshop: &Workshop, table: u8, people: usize) -> Result<Vec<Seat>> {
    let join = |person: usize| {
        let workshop = workshop.clone();
        async move { spawn_blocking(move || workshop.join(&format!("P{table}-{person}"), table)).await? }
    };
    stream::iter(0..people).map(join).buffered(AT_ONCE).try_collect().await
}

/// Everybody connects. What their connections weigh is measured between the first of each room and the last.
async fn connect<P>(
    running: Running,
    tongue: Tongue,
    rooms: Vec<(Vec<P>, Arc<[CardId]>)>,
    dial: impl AsyncFn(&P, &Arc<Traffic>) -> Result<Wire>,
) -> Result<Target> {
    let traffic = Arc::new(Traffic::default());
    let mut players: Vec<Vec<Player>> = Vec::new();
    for (people, cards) in &rooms {
        let first = people.first().context("a room has people")?;
        players.push(vec![sit(dial(first, &traffic).await?, tongue, cards)]);
    }
    let before = settle(&running).await?;
    let mut more = 0.0_f64;
    for ((people, cards), players) in rooms.iter().zip(&mut players) {
        for person in &people[1..] {
            players.push(sit(dial(person, &traffic).await?, tongue, cards));
            more += 1.0;
        }
    }
    let after = settle(&running).await?;
    let rss_per_idle = after.saturating_sub(before) as f64 / more.max(1.0);
    Ok(Target { rooms: players, facilitation: Vec::new(), traffic, rss_per_idle, running })
}

fn sit(wire: Wire, tongue: Tongue, cards: &Arc<[CardId]>) -> Player {
    let (orders, heard) = mpsc::unbounded_channel();
    Player { orders, play: tokio::spawn(play(wire, tongue, cards.clone(), heard)) }
}

/// The memory it holds once that stays the same for half a second, or after five.
async fn settle(running: &Running) -> Result<u64> {
    let mut last = running.usage()?.rss;
    let mut same = 0;
    for _ in 0..50 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let now = running.usage()?.rss;
        same = if now.abs_diff(last) < 16 * 1024 { same + 1 } else { 0 };
        last = now;
        if same == 5 {
            break;
        }
    }
    Ok(last)
}
