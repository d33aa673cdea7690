//! `cargo xtask dev`: rebuild and restart whenever a file changes.
//!
//! It looks at modification times twice a second: no library, no limit of the system on watched files,
//! and nothing is missed on a network share.

use std::path::{Path, PathBuf};
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::browser::Profile;
use crate::build;
use crate::place;
use crate::run;
use crate::site;
use crate::steps::{Steps, note};

const PAUSE: Duration = Duration::from_millis(500);

/// What a running server is made of.
const WATCHED: [&str; 10] =
    ["Cargo.toml", "Cargo.lock", "board", "app", "frontend", "server", "style", "public", "locales", "card-decks"];

/// Builds, starts, watches; ends when interrupted.
pub fn dev(words: &[&str]) -> Result<()> {
    let mut running: Option<Child> = None;
    loop {
        let seen = glance();
        // The old server stays up while the new one is built, and stays if the build fails.
        match build_once() {
            Ok(binary) => running = Some(restart(running, &binary, words)?),
            Err(error) => println!("\n{error:#}\n"),
        }
        note("watching for changes");
        while glance() == seen {
            sleep(PAUSE);
        }
    }
}

fn build_once() -> Result<PathBuf> {
    let mut steps = Steps::begin();
    let binary = build::build(&mut steps, Profile::Debug)?;
    steps.close()?;
    Ok(binary)
}

fn restart(running: Option<Child>, binary: &Path, words: &[&str]) -> Result<Child> {
    if let Some(mut old) = running {
        // It may have ended by itself; what is kept on disk survives either way.
        let _ = old.kill();
        old.wait()?;
    }
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let mut server = place::program(binary);
    server.args(["serve", "--demo"]).args(run::listen_unless_named(&words)).args(words);
    Ok(server.spawn()?)
}

/// How many files there are and when the newest was written: enough to notice an edit, a new file, a deletion.
fn glance() -> (usize, Option<SystemTime>) {
    let root = place::root();
    let mut times = Vec::new();
    for name in WATCHED {
        let path = root.join(name);
        let found = if path.is_dir() { site::files(&path).unwrap_or_default() } else { vec![(PathBuf::new(), path)] };
        for (_, file) in found {
            // A file may vanish between the listing and the question.
            times.extend(std::fs::metadata(&file).and_then(|facts| facts.modified()).ok());
        }
    }
    (times.len(), times.into_iter().max())
}
