//! A Rust that can compile for the browser.
//!
//! Four ways, the nearest first: the toolchain at hand; Debian's, if it was prepared before; `rustup target add`;
//! and, where rustup cannot download, Debian's Rust with a wasm standard library built from its packaged source.
//! Debian's toolchain then builds the browser half only: everything else stays with the toolchain at hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::debian;
use crate::place::{self, WASM};
use crate::steps::{note, quietly, succeeds};

/// Names the compiler that built the standard library beside it, so that an upgrade is noticed.
const BUILT_BY: &str = "built-by.txt";

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
        if has_std(&libdir("rustc")) {
            return Ok(Self::AtHand);
        }
        if let Some(debian) = prepared() {
            note("the toolchain at hand has no wasm target: using Debian's");
            return Ok(debian);
        }
        note(&format!("rustup target add {WASM}"));
        // One try is enough to learn that the network is closed.
        if succeeds(place::program("rustup").args(["target", "add", WASM]).env("RUSTUP_MAX_RETRIES", "1"))
            && has_std(&libdir("rustc"))
        {
            return Ok(Self::AtHand);
        }
        note("rustup cannot provide it");
        ensure!(
            debian::may_install(),
            "this machine has no Rust for {WASM}. Install it with\n    rustup target add {WASM}\n\
             or with your distribution's package of the wasm standard library (on Debian, root can let\n\
             this command do it), then try again."
        );
        prepare()
    }

    /// A cargo for the browser half, with a target folder of its own so that two compilers never share one.
    pub fn cargo(&self) -> Command {
        let mut command = match self {
            Self::AtHand => place::cargo(),
            Self::Debian { linker } => {
                let mut cargo = debian_cargo();
                cargo.current_dir(place::root()).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                cargo
            }
        };
        command.env("CARGO_TARGET_DIR", target());
        command
    }
}

/// The target folder of the browser half.
pub fn target() -> PathBuf {
    place::target().join("wasm")
}

fn libdir(rustc: &str) -> Option<PathBuf> {
    let said = place::program(rustc).args(["--print", "target-libdir", "--target", WASM]).output().ok()?;
    said.status.success().then(|| PathBuf::from(String::from_utf8_lossy(&said.stdout).trim()))
}

fn has_std(libdir: &Option<PathBuf>) -> bool {
    let Some(entries) = libdir.as_ref().and_then(|folder| fs::read_dir(folder).ok()) else { return false };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
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

/// Debian's toolchain, if an earlier call prepared it for the compiler that is installed now.
fn prepared() -> Option<WasmToolchain> {
    let libdir = libdir("/usr/bin/rustc");
    let stamp = fs::read_to_string(libdir.as_ref()?.join(BUILT_BY)).ok()?;
    let version = Version::of_debian().ok()?;
    let linker = version.linker();
    (has_std(&libdir) && stamp == version.full && linker.exists()).then_some(WasmToolchain::Debian { linker })
}

fn prepare() -> Result<WasmToolchain> {
    let wanted = oldest_rust()?;
    let candidate = debian::candidate("rustc-web")?;
    ensure!(
        minor(&candidate) >= minor(&wanted),
        "this project needs Rust {wanted}, Debian's rustc-web is {candidate}: install the target with rustup"
    );
    debian::install(&["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"])?;
    let version = Version::of_debian()?;
    ensure!(
        minor(&version.release) >= minor(&wanted),
        "/usr/bin/rustc is {}, older than Rust {wanted}, although rustc-web {candidate} is installed",
        version.release
    );
    debian::install(&[&format!("lld-{}", version.llvm)])?;
    let libdir = libdir("/usr/bin/rustc").context("/usr/bin/rustc does not say where its libraries are")?;
    build_std(&libdir)?;
    fs::write(libdir.join(BUILT_BY), &version.full)?;
    prepared().context("Debian's toolchain was prepared and still cannot compile for the browser")
}

/// Compiles the packaged source of the standard library in an empty crate, and lays it where rustc looks.
fn build_std(libdir: &Path) -> Result<()> {
    note("building the wasm standard library from Debian's source");
    let folder = place::target().join("wasm-std");
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("Cargo.toml"), "[package]\nname = \"nothing\"\nedition = \"2024\"\n[workspace]\n")?;
    fs::write(folder.join("src/lib.rs"), "")?;
    quietly(
        debian_cargo()
            .current_dir(&folder)
            .args(["build", "--release", "--target", WASM, "-Z", "build-std=std,panic_abort"])
            .env("CARGO_TARGET_DIR", folder.join("target"))
            // A stable compiler builds its own standard library only when told that it is the bootstrap.
            .env("RUSTC_BOOTSTRAP", "1")
            // Link-time optimisation looks for the bitcode.
            .env("RUSTFLAGS", "-Cembed-bitcode=yes"),
    )?;
    if libdir.exists() {
        fs::remove_dir_all(libdir)?;
    }
    fs::create_dir_all(libdir)?;
    for entry in fs::read_dir(folder.join("target").join(WASM).join("release/deps"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libnothing-") {
            fs::copy(entry.path(), libdir.join(name))?;
        }
    }
    fs::remove_dir_all(&folder)?;
    Ok(())
}

struct Version {
    full: String,
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
        Ok(Self { release, llvm, full })
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
