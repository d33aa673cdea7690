//! `cargo xtask readers`: other people's programs read what we export. Python's csv, networkx and icalendar and
//! Mermaid's own parser read many boards, and compare them with the data of the same boards.
//!
//! It is no step of the tests, since it fetches 170 MB of other people's programs for a few seconds of reading.

use std::fs;

use anyhow::{Result, ensure};

use crate::place;
use crate::steps::{Steps, note, quietly};

/// Writes so many boards, and has them read.
pub fn readers(boards: u32) -> Result<()> {
    let mut steps = Steps::begin();
    let read = play(boards, &mut steps);
    let closed = steps.close();
    read.and(closed)
}

fn play(boards: u32, steps: &mut Steps) -> Result<()> {
    let place = place::target().join("readers");
    let (written, python, node) = (place.join("boards"), place.join("python"), place.join("node"));
    fs::create_dir_all(&node)?;
    if written.exists() {
        fs::remove_dir_all(&written)?;
    }
    steps.step("boards, written", || {
        let mut example = exports();
        quietly(example.arg("write").arg(&written).arg(boards.to_string())).map(drop)
    })?;
    steps.step("csv, networkx and icalendar", || {
        let interpreter = python.join("bin").join("python");
        if !interpreter.exists() {
            quietly(place::program("python3").args(["-m", "venv"]).arg(&python))?;
        }
        quietly(place::program(&interpreter).args(["-m", "pip", "install", "--quiet", "networkx", "icalendar"]))?;
        let said = quietly(place::program(&interpreter).arg("xtask/readers/read.py").arg(&written))?;
        note(said.trim());
        Ok(())
    })?;
    steps.step("Mermaid", || {
        if !node.join("node_modules").join("mermaid").exists() {
            fs::write(node.join("package.json"), "{\"private\":true}")?;
            let mut npm = place::program("npm");
            npm.args(["install", "--no-audit", "--no-fund", "mermaid@11", "jsdom@26"]).current_dir(&node);
            quietly(&mut npm)?;
        }
        let said = quietly(place::program("node").arg("xtask/readers/read.mjs").arg(&written).arg(&node))?;
        note(said.trim());
        Ok(())
    })
}

/// `cargo xtask bench export`: how long each file takes, for a board of 100 cards and 200 links.
pub fn bench() -> Result<()> {
    let status = exports().arg("bench").status()?;
    ensure!(status.success(), "the bench ended with {status}");
    Ok(())
}

/// The example that writes files, in release: a slow one would measure itself.
fn exports() -> std::process::Command {
    let mut example = place::cargo();
    example.args(["run", "--quiet", "--release", "--package", "server", "--example", "exports", "--"]);
    example.env("RUSTFLAGS", crate::browser::Profile::Release.rustflags());
    example
}
