//! The parts of the Rust toolchain that a minimal installation leaves out: rustfmt and clippy.

use anyhow::{Result, ensure};

use crate::place;
use crate::steps::{note, succeeds};

/// Makes sure that `cargo <subcommand>` exists, asking rustup for the component if it does not.
pub fn ensure_component(subcommand: &str, component: &str) -> Result<()> {
    let there = || succeeds(place::cargo().args([subcommand, "--version"]));
    if there() {
        return Ok(());
    }
    note(&format!("rustup component add {component}"));
    succeeds(place::program("rustup").args(["component", "add", component]));
    ensure!(there(), "`cargo {subcommand}` is missing: install it with `rustup component add {component}`");
    Ok(())
}
