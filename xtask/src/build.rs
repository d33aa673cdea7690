//! One binary: the browser half first, then the server with the site inside it.
//!
//! In this order always: a server compiled before its site embeds yesterday's.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::browser::{self, Profile};
use crate::place;
use crate::site::{self, Site};
use crate::steps::{Steps, quietly};
use crate::wasm_target::WasmToolchain;

/// `cargo xtask build`.
pub fn build_and_tell() -> Result<()> {
    let mut steps = Steps::begin();
    let binary = build(&mut steps, Profile::Release)?;
    steps.close()?;
    println!("\n{}", binary.display());
    Ok(())
}

/// Builds everything and returns the path of the binary.
pub fn build(steps: &mut Steps, profile: Profile) -> Result<PathBuf> {
    let toolchain = steps.step("a Rust for the browser", WasmToolchain::ready)?;
    let site = build_site(steps, &toolchain, profile)?;
    steps.step("the server, with the site inside", || quietly(&mut server(&site, profile)).map(drop))?;
    Ok(match profile {
        Profile::Release => place::release_binary(),
        Profile::Debug => place::debug_binary(),
    })
}

fn build_site(steps: &mut Steps, toolchain: &WasmToolchain, profile: Profile) -> Result<Site> {
    let scripts = steps.step("the browser half", || browser::compile(toolchain, profile))?;
    steps.step("the site: JavaScript, style, public files", || site::assemble(&scripts, profile))
}

fn server(site: &Site, profile: Profile) -> Command {
    let mut cargo = place::cargo();
    cargo.args(["build", "--package", "server", "--bin", "coulisses"]);
    if profile == Profile::Release {
        cargo.arg("--release");
    }
    cargo.env("RUSTFLAGS", profile.rustflags()).env("COULISSES_SITE", &site.folder).env("COULISSES_PKG", &site.pkg);
    cargo
}
