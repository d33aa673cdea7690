//! What the dependencies are allowed to be: `deny.toml`, judged by cargo-deny.
//!
//! Advisories are apart: they need a database from outside, and a check that cannot look must say so, not pass.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::place;
use crate::steps::{note, quietly, succeeds};

/// The version that `deny.toml` was written for.
const VERSION: &str = "0.20.2";

/// Licences, sources and bans.
pub fn check() -> Result<()> {
    let mut deny = cargo_deny()?;
    quietly(deny.args(["check", "bans", "licenses", "sources"])).map(drop)
}

/// Advisories, if their database is on this machine.
pub fn advisories() -> Result<()> {
    if !has_database() {
        note("NOT LOOKED AT: the advisory database is not on this machine.");
        note("Where the network is open, `cargo deny check advisories` fetches it.");
        return Ok(());
    }
    let mut deny = cargo_deny()?;
    quietly(deny.args(["check", "--disable-fetch", "advisories"])).map(drop)
}

/// The one that is installed, or the one that we installed, or a new one beside the build's other tools.
fn cargo_deny() -> Result<Command> {
    let tools = place::target().join("tools");
    let ours = tools.join("bin/cargo-deny");
    for known in [PathBuf::from("cargo-deny"), ours.clone()] {
        if succeeds(Command::new(&known).arg("--version")) {
            return Ok(place::program(known));
        }
    }
    note(&format!("installing cargo-deny {VERSION}: some minutes, once"));
    quietly(
        place::cargo()
            .args(["install", "--locked", "cargo-deny", "--version", VERSION, "--root"])
            .arg(&tools)
            .env("RUSTFLAGS", "")
            // Its hundreds of crates are of no use to anybody after this.
            .env_remove("CARGO_TARGET_DIR"),
    )?;
    Ok(place::program(ours))
}

fn has_database() -> bool {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let Some(databases) = home.map(|home| home.join("advisory-dbs")) else { return false };
    std::fs::read_dir(databases).is_ok_and(|mut entries| entries.next().is_some())
}
