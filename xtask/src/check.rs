//! `cargo xtask check`: everything that can be said about the code without running it.
//!
//! Every check runs even if an earlier one failed: a person wants the whole list.

use anyhow::{Result, bail};

use crate::browser::{ENTRIES, Profile, without_entries};
use crate::components::ensure_component;
use crate::deny;
use crate::place;
use crate::steps::{Steps, note, quietly};
use crate::tidy;
use crate::wasm_target::WasmToolchain;

/// Runs all checks, the quick ones first.
pub fn check() -> Result<()> {
    let mut steps = Steps::begin();
    steps.attempt("house rules", tidiness);
    steps.attempt("formatting", formatting);
    steps.attempt("lints, on this machine's side", host_lints);
    steps.attempt("lints, in the browser's half", wasm_lints);
    steps.attempt("documentation", documentation);
    steps.attempt("licences, sources and bans of dependencies", deny::check);
    steps.attempt("advisories on dependencies", deny::advisories);
    steps.close()
}

fn tidiness() -> Result<()> {
    let refusals = tidy::refusals(&place::root())?;
    if refusals.is_empty() {
        return Ok(());
    }
    let told: Vec<String> = refusals.iter().map(ToString::to_string).collect();
    bail!("{} refused:\n{}", told.len(), told.join("\n"))
}

fn formatting() -> Result<()> {
    ensure_component("fmt", "rustfmt")?;
    quietly(place::cargo().args(["fmt", "--all", "--check"])).map(drop)
}

fn host_lints() -> Result<()> {
    ensure_component("clippy", "clippy")?;
    quietly(
        place::cargo()
            .args(["clippy", "--workspace", "--all-targets"])
            .args(without_entries())
            .args(["--", "-D", "warnings"])
            .env("RUSTFLAGS", Profile::Debug.rustflags()),
    )
    .map(drop)
}

fn wasm_lints() -> Result<()> {
    let toolchain = WasmToolchain::ready()?;
    quietly(
        toolchain
            .cargo("clippy")
            .args(ENTRIES.into_iter().flat_map(|name| ["--package", name]))
            .args(["--", "-D", "warnings"])
            .env("RUSTFLAGS", Profile::Debug.rustflags()),
    )
    .map(drop)
}

fn documentation() -> Result<()> {
    quietly(
        place::cargo()
            .args(["doc", "--workspace", "--no-deps", "--document-private-items"])
            .args(without_entries())
            .env("RUSTFLAGS", Profile::Debug.rustflags())
            .env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    note(&format!("{}", place::target().join("doc/board/index.html").display()));
    Ok(())
}
