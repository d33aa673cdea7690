//! `cargo xtask bench`: measures the release server with a participant without a screen.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::browser::Profile;
use crate::build;
use crate::place;
use crate::steps::Steps;

/// Builds the server, then measures it; every word is passed on.
pub fn bench(words: &[&str]) -> Result<()> {
    let mut steps = Steps::begin();
    let binary = build::build(&mut steps, Profile::Release)?;
    steps.close()?;
    println!();
    let (what, rest) = words.split_at(1);
    let status = headless(&[&["bench"], what].concat(), &binary, rest).status()?;
    ensure!(status.success(), "the bench ended with {status}");
    Ok(())
}

/// The participant without a screen, in release too: a slow client measures itself.
pub fn headless(what: &[&str], server: &Path, rest: &[&str]) -> Command {
    let mut cargo = place::cargo();
    cargo.args(["run", "--quiet", "--release", "--package", "headless", "--"]).args(what);
    cargo.arg("--server").arg(server).args(rest).env("RUSTFLAGS", Profile::Release.rustflags());
    cargo
}
