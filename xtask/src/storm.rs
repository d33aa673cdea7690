//! `cargo xtask storm`: seeded storms of operations, thrown at the board until a replica disagrees.

use anyhow::{Result, ensure};

use crate::place;

/// Runs the board's storm example in release; every word is passed on to it.
pub fn storm(words: &[&str]) -> Result<()> {
    let mut example = place::cargo();
    example
        .args(["run", "--quiet", "--release", "--package", "board", "--example", "storm", "--"])
        .args(words)
        .env("RUSTFLAGS", "");
    let status = example.status()?;
    ensure!(status.success(), "the storm ended with {status}");
    Ok(())
}
