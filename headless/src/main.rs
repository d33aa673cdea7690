//! The command line of the participant without a screen: `cargo xtask bench` and `cargo xtask kill` call it with the
//! server they have built.

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand, ValueEnum};
use headless::bench::library;
use headless::bench::live::{self, Manner, Measured};
use headless::bench::report;
use headless::bench::schedule::Load;
use headless::bench::start::{self, Shelf};
use headless::dice::Dice;
use headless::floor;
use headless::kill::{self, Ordeal};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

/// The four loads of the table, with their durations.
const ISSUE: [(usize, usize, f64); 4] = [(1, 8, 2.0), (1, 50, 1.0), (1, 200, 0.5), (100, 8, 0.5)];

#[derive(Parser)]
#[command(about = "A participant without a screen: measures the server, and kills it.")]
enum Line {
    /// Measure.
    #[command(subcommand)]
    Bench(Bench),
    /// Kill the server again and again while people play, then compare their memories.
    Kill(Kill),
    /// The bare relay that the server is compared with.
    Floor(Floor),
}

#[derive(Subcommand)]
enum Bench {
    /// Ops sent by a plan, and how late everybody hears them.
    Live(Live),
    /// Starting with many boards on disk, and opening a long one.
    Start(Start),
    /// Listing many saved boards.
    Library(Library),
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Rival {
    Floor,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Preset {
    /// 8 × 2 op/s, 50 × 1, 200 × 0.5, and 100 rooms × 8 × 0.5, against the floor.
    Issue,
}

#[derive(Args)]
struct Live {
    /// The server's binary.
    #[arg(long)]
    server: PathBuf,
    /// Rooms.
    #[arg(long, default_value_t = 1)]
    rooms: usize,
    /// Participants in each room.
    #[arg(long, default_value_t = 50)]
    participants: usize,
    /// Ops of each participant in a second.
    #[arg(long, default_value_t = 1.0)]
    rate: f64,
    /// Seconds of each round.
    #[arg(long, default_value_t = 10.0)]
    seconds: f64,
    /// Rounds: the medians are told.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Compare, by turns in the same run.
    #[arg(long)]
    against: Option<Rival>,
    /// Several loads at once, instead of --rooms, --participants and --rate.
    #[arg(long)]
    preset: Option<Preset>,
    /// What the plan is drawn with.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// JSON instead of a table.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Start {
    /// The server's binary.
    #[arg(long)]
    server: PathBuf,
    /// Boards on disk.
    #[arg(long, default_value_t = 100)]
    boards: usize,
    /// Entries of the long one.
    #[arg(long, default_value_t = 5_000)]
    entries: usize,
    /// Starts: the medians are told.
    #[arg(long, default_value_t = 7)]
    rounds: usize,
    /// JSON instead of a table.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Library {
    /// The server's binary.
    #[arg(long)]
    server: PathBuf,
    /// Boards, each played and saved.
    #[arg(long, default_value_t = 2_000)]
    boards: usize,
    /// Links on each.
    #[arg(long, default_value_t = 60)]
    links: usize,
    /// How often each page is asked for.
    #[arg(long, default_value_t = 15)]
    rounds: usize,
    /// JSON instead of a table.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Kill {
    /// The server's binary.
    #[arg(long)]
    server: PathBuf,
    /// How often the server is killed.
    #[arg(long, default_value_t = 10)]
    times: usize,
    /// How many people play.
    #[arg(long, default_value_t = 50)]
    participants: usize,
    /// Ops of each of them in a second.
    #[arg(long, default_value_t = 2.0)]
    rate: f64,
    /// What the moments are drawn with; from the clock if not given.
    #[arg(long)]
    seed: Option<u64>,
    /// JSON instead of words.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Floor {
    /// Where it listens.
    #[arg(long)]
    listen: SocketAddr,
    /// Where it keeps what it relays.
    #[arg(long)]
    data: PathBuf,
}

fn main() -> ExitCode {
    let outcome = match Line::parse() {
        Line::Bench(Bench::Live(wish)) => bench_live(&wish),
        Line::Bench(Bench::Start(wish)) => bench_start(&wish),
        Line::Bench(Bench::Library(wish)) => bench_library(&wish),
        Line::Kill(wish) => kill(&wish),
        Line::Floor(wish) => relay(&wish),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether nothing was missing, and nobody felt the cockpit.
fn bench_live(wish: &Live) -> Result<bool> {
    let one = [(wish.rooms, wish.participants, wish.rate)];
    let lines: &[_] = if wish.preset.is_some() { &ISSUE } else { &one };
    let against_floor = wish.against.is_some() || wish.preset.is_some();
    let manner = Manner { rounds: wish.rounds, against_floor, seed: wish.seed };
    let clients = one_thread()?;
    let mut measured = Vec::new();
    for &(rooms, participants, rate) in lines {
        let load = Load { rooms, participants, rate, seconds: wish.seconds };
        eprintln!("{load}, {} rounds of {} s", wish.rounds, wish.seconds);
        measured.push(clients.block_on(live::measure(&wish.server, load, manner)).with_context(|| load.to_string())?);
    }
    if wish.json {
        println!("{}", serde_json::to_string_pretty(&measured)?)
    } else {
        print!("{}", report::live(&measured))
    }
    Ok(measured.iter().all(Measured::is_sound))
}

fn bench_start(wish: &Start) -> Result<bool> {
    let shelf = Shelf { boards: wish.boards, entries: wish.entries, rounds: wish.rounds };
    let started = one_thread()?.block_on(start::measure(&wish.server, shelf))?;
    if wish.json {
        println!("{}", serde_json::to_string_pretty(&started)?)
    } else {
        print!("{}", report::start(&started))
    }
    Ok(true)
}

/// Whether every page of the list came as soon as is promised.
fn bench_library(wish: &Library) -> Result<bool> {
    let Library { server, boards, links, rounds, json } = wish;
    let wish = library::Wish { boards: *boards, links: *links, rounds: *rounds };
    eprintln!("{boards} boards are played first: some minutes");
    let measured = several_threads()?.block_on(library::measure(server, wish))?;
    if *json {
        println!("{}", serde_json::to_string_pretty(&measured)?)
    } else {
        print!("{}", report::library(&measured))
    }
    Ok(measured.is_sound())
}

/// Whether nothing was lost or applied twice.
fn kill(wish: &Kill) -> Result<bool> {
    let seed = wish.seed.unwrap_or_else(Dice::fresh_seed);
    let ordeal = Ordeal { times: wish.times, people: wish.participants, rate: wish.rate, seed };
    // Said before, because what goes wrong badly enough does not get to say it after.
    eprintln!("seed {seed}");
    let outcome = several_threads()?.block_on(kill::run(&wish.server, ordeal))?;
    if wish.json {
        println!("{}", serde_json::to_string_pretty(&outcome)?)
    } else {
        println!("{outcome}")
    }
    Ok(outcome.verdict.is_sound())
}

fn relay(wish: &Floor) -> Result<bool> {
    several_threads()?.block_on(async {
        floor::serve(TcpListener::bind(wish.listen).await?, &wish.data).await?;
        Ok(true)
    })
}

/// For the clients of a bench: the other processor is the server's.
fn one_thread() -> Result<Runtime> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}

fn several_threads() -> Result<Runtime> {
    Ok(Builder::new_multi_thread().enable_all().build()?)
}
