//! Debian's packages, for what a fresh machine lacks: only as root, only when nothing nearer exists.
//!
//! Refuses to guess: a package is asked for by name, and its candidate version is looked at before it is installed.

use std::path::Path;
use std::process::Command;
use std::sync::Once;

use anyhow::{Context, Result, ensure};

use crate::steps::{note, quietly};

static LISTS: Once = Once::new();

/// Whether this process may install Debian packages.
pub fn may_install() -> bool {
    let root = Command::new("id").arg("-u").output().is_ok_and(|said| said.stdout.trim_ascii() == b"0");
    root && Path::new("/etc/debian_version").exists() && Path::new("/usr/bin/apt-get").exists()
}

/// Installs packages, with nothing that is merely recommended.
pub fn install(packages: &[&str]) -> Result<()> {
    ensure!(may_install(), "only root on Debian can install {}", packages.join(", "));
    refresh_lists();
    note(&format!("installing Debian packages: {}", packages.join(", ")));
    quietly(
        Command::new("apt-get")
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )?;
    Ok(())
}

/// The version that `install` would leave, such as `1.96.0+dfsg1-1~deb12u2`.
pub fn candidate(package: &str) -> Result<String> {
    refresh_lists();
    let policy = quietly(Command::new("apt-cache").args(["policy", package]).env("LC_ALL", "C"))?;
    policy
        .lines()
        .find_map(|line| line.trim().strip_prefix("Candidate: "))
        .filter(|version| *version != "(none)")
        .map(str::to_owned)
        .with_context(|| format!("Debian has no package {package} here"))
}

/// An image's package lists may be missing or old: fetched anew, once, before the first question.
fn refresh_lists() {
    LISTS.call_once(|| {
        // A third party's broken list must not stop what Debian's own can give.
        if let Err(error) = quietly(Command::new("apt-get").arg("update")) {
            note(&format!("apt-get update complained, going on: {error:#}"));
        }
    });
}
