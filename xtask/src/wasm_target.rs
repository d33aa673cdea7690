//! A Rust that can compile for the browser, with the source of its standard library.
//!
//! The browser half has a standard library of its own, built with it: one in which a bug is a trap and not a message, for
//! nobody reads messages there and the texts and the code that makes them weigh some twelve kilobytes of a first visit.
//!
//! Three ways, the nearest first: the toolchain at hand, if the source is beside it; `rustup component add`; and, where
//! rustup cannot download, Debian's Rust. It then builds the browser half only: everything else stays with the
//! toolchain at hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::debian;
use crate::place::{self, WASM};
use crate::steps::{note, quietly, succeeds};

/// Who compiles the browser half.
#[derive(Clone, Debug)]
pub enum WasmToolchain {
    /// The cargo that called us.
    AtHand,
    /// `/usr/bin/cargo`, with the linker of the same LLVM.
    Debian { linker: PathBuf },
}

impl WasmToolchain {
    /// Finds one, or prepares one.
    pub fn ready() -> Result<Self> {
        if has_source("rustc") {
            return Ok(Self::AtHand);
        }
        if let Some(debian) = prepared() {
            note("the toolchain at hand has no source of the standard library: using Debian's");
            return Ok(debian);
        }
        note("rustup component add rust-src");
        // One try is enough to learn that the network is closed.
        if succeeds(place::program("rustup").args(["component", "add", "rust-src"]).env("RUSTUP_MAX_RETRIES", "1"))
            && has_source("rustc")
        {
            return Ok(Self::AtHand);
        }
        note("rustup cannot provide it");
        ensure!(
            debian::may_install(),
            "this machine has no source of Rust's standard library, which the browser half is built with. Install it with\n    \
             rustup component add rust-src\n\
             or with your distribution's package (on Debian, root can let this command do it), then try again."
        );
        prepare()
    }

    /// A command of cargo for the browser half, with a target folder of its own so that two compilers never share one.
    pub fn cargo(&self, subcommand: &str) -> Command {
        let mut command = match self {
            Self::AtHand => place::cargo(),
            Self::Debian { linker } => {
                let mut cargo = debian_cargo();
                cargo.current_dir(place::root()).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                cargo
            }
        };
        command
            .args([subcommand, "--target", WASM, "-Z", "build-std=std,panic_abort"])
            .args(["-Z", "build-std-features=optimize_for_size"])
            // A stable compiler builds its own standard library only when told that it is the bootstrap.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", target());
        command
    }
}

/// The target folder of the browser half.
pub fn target() -> PathBuf {
    place::target().join("wasm")
}

/// Whether the source of the standard library is where cargo looks for it.
fn has_source(rustc: &str) -> bool {
    let said = place::program(rustc).args(["--print", "sysroot"]).env_remove("LD_LIBRARY_PATH").output();
    let Some(said) = said.ok().filter(|said| said.status.success()) else { return false };
    let sysroot = String::from_utf8_lossy(&said.stdout).trim().to_owned();
    Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").exists()
}

/// Debian's cargo and rustc, untouched by the rustup that may have started us.
fn debian_cargo() -> Command {
    let path = std::env::var("PATH").unwrap_or_default();
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo
        .env("PATH", format!("/usr/bin:{path}"))
        .env("RUSTC", "/usr/bin/rustc")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("LD_LIBRARY_PATH");
    cargo
}

/// Debian's toolchain, if it is all there.
fn prepared() -> Option<WasmToolchain> {
    let linker = Version::of_debian().ok()?.linker();
    (has_source("/usr/bin/rustc") && linker.exists()).then_some(WasmToolchain::Debian { linker })
}

fn prepare() -> Result<WasmToolchain> {
    let wanted = oldest_rust()?;
    let candidate = debian::candidate("rustc-web")?;
    ensure!(
        minor(&candidate) >= minor(&wanted),
        "this project needs Rust {wanted}, Debian's rustc-web is {candidate}: install rust-src with rustup"
    );
    debian::install(&["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"])?;
    let version = Version::of_debian()?;
    ensure!(
        minor(&version.release) >= minor(&wanted),
        "/usr/bin/rustc is {}, older than Rust {wanted}, although rustc-web {candidate} is installed",
        version.release
    );
    debian::install(&[&format!("lld-{}", version.llvm)])?;
    prepared().context("Debian's toolchain was prepared and still cannot compile for the browser")
}

struct Version {
    release: String,
    llvm: String,
}

impl Version {
    fn of_debian() -> Result<Self> {
        let mut rustc = Command::new("/usr/bin/rustc");
        let full = quietly(rustc.arg("-vV").env_remove("LD_LIBRARY_PATH"))?;
        let field = |name: &str| {
            let found = full.lines().find_map(|line| line.strip_prefix(name));
            found.map(|value| value.trim().to_owned()).with_context(|| format!("rustc -vV says no {name}"))
        };
        let release = field("release:")?;
        let llvm = field("LLVM version:")?.split('.').next().unwrap_or_default().to_owned();
        Ok(Self { release, llvm })
    }

    fn linker(&self) -> PathBuf {
        PathBuf::from(format!("/usr/lib/llvm-{}/bin/wasm-ld", self.llvm))
    }
}

/// The `rust-version` of the workspace.
fn oldest_rust() -> Result<String> {
    let manifest = fs::read_to_string(place::root().join("Cargo.toml"))?;
    for line in manifest.lines() {
        if let Some(version) = line.strip_prefix("rust-version = ") {
            return Ok(version.trim_matches('"').to_owned());
        }
    }
    bail!("Cargo.toml names no rust-version")
}

/// `1.96.0+dfsg1-1` → (1, 96). Anything else sorts first.
fn minor(version: &str) -> (u32, u32) {
    let mut numbers = version.split('.').map(|part| part.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_debian_version_is_compared_by_its_first_two_numbers() {
        assert!(minor("1.96.0+dfsg1-1~deb12u2") >= minor("1.94"));
        assert!(minor("1.85.0+dfsg3-1~deb12u3") < minor("1.94"));
        assert!(minor("2.0.0") > minor("1.99"));
    }
}
