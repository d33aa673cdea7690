//! Where things are: the repository, and the folder that cargo fills.
//!
//! Asked of the environment each time, because one target folder may serve several clones.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The triple of the browser half.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The root of the repository: the folder above `xtask/`.
pub fn root() -> PathBuf {
    let here =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map(Path::to_path_buf).unwrap_or(here)
}

/// Cargo's target folder, absolute: `CARGO_TARGET_DIR` or `target/` in the repository.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        // Cargo reads a relative one from where it was called, and so does `join`.
        Some(folder) => env::current_dir().unwrap_or_else(|_| root()).join(folder),
        None => root().join("target"),
    }
}

/// The binary that a release build leaves.
pub fn release_binary() -> PathBuf {
    target().join("release").join(format!("coulisses{}", env::consts::EXE_SUFFIX))
}

/// The binary that a debug build leaves.
pub fn debug_binary() -> PathBuf {
    target().join("debug").join(format!("coulisses{}", env::consts::EXE_SUFFIX))
}

/// The cargo that called us, working at the root of the repository.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).env("CARGO_TARGET_DIR", target());
    command
}

/// Any other program, working at the root of the repository.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}
