//! The browser half: the crates below `frontend/` compiled to wasm, and the JavaScript that loads it.
//!
//! wasm-bindgen runs as a library of the version that the workspace pins, so the two can never disagree.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::names;
use crate::order;
use crate::place::WASM;
use crate::steps::quietly;
use crate::unused;
use crate::wasm_target::{self, WasmToolchain};

/// How the browser half and the server are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Small and fast to run: what people get.
    Release,
    /// Fast to build: what `dev` and quick experiments get.
    Debug,
}

impl Profile {
    /// The profile and the folder that cargo uses for it.
    fn wasm(self) -> (&'static str, &'static str) {
        match self {
            Self::Release => ("wasm-release", "wasm-release"),
            Self::Debug => ("dev", "debug"),
        }
    }

    /// The folder of the finished site inside the target folder.
    pub fn site_folder(self) -> &'static str {
        match self {
            Self::Release => "site",
            Self::Debug => "site-dev",
        }
    }

    /// The compiler flags. Erased components compile several times faster, and pages as large as ours are a third
    /// lighter with them (measured on the wasm: 425 kB to 288 kB, brotli).
    pub fn rustflags(self) -> &'static str {
        "--cfg erase_components"
    }

    /// The compiler flags of the browser half: in what people get, a bug is a trap without a text.
    fn wasm_rustflags(self) -> &'static str {
        match self {
            Self::Release => "--cfg erase_components -Zunstable-options -Cpanic=immediate-abort",
            Self::Debug => self.rustflags(),
        }
    }
}

/// A script of the site: what one kind of page loads.
#[derive(Clone, Debug)]
pub struct Script {
    /// Its name in the site, `name.js` and a wasm for each language, and of its crate.
    pub name: &'static str,
    /// The raw wasm it is made from.
    pub wasm: PathBuf,
}

/// The entry points below `frontend/`, by name of crate. They compile for the browser only.
pub const ENTRIES: [&str; 3] = ["participant", "replay", "stage"];

/// Compiles every entry point: nobody fetches what only another page needs.
pub fn compile(toolchain: &WasmToolchain, profile: Profile) -> Result<Vec<Script>> {
    let (cargo_profile, folder) = profile.wasm();
    let packages = ENTRIES.into_iter().flat_map(|name| ["--package", name]);
    quietly(
        toolchain
            .cargo("build")
            .args(["--lib", "--profile", cargo_profile])
            .args(packages)
            .env("RUSTFLAGS", profile.wasm_rustflags()),
    )?;
    let folder = wasm_target::target().join(WASM).join(folder);
    Ok(ENTRIES.map(|name| Script { name, wasm: folder.join(name).with_extension("wasm") }).into())
}

/// The words that leave the entry points out of a build for this machine: with them, cargo would join the features of
/// the browser's half and the server's, and compile a thing that exists nowhere.
pub fn without_entries() -> impl Iterator<Item = &'static str> {
    ENTRIES.into_iter().flat_map(|name| ["--exclude", name])
}

/// Writes `name.js`, `name_bg.wasm` and the snippets they import into `folder`. Returns the path of the wasm.
pub fn bind(script: &Script, folder: &Path, profile: Profile) -> Result<PathBuf> {
    let weightless = profile == Profile::Release;
    Bindgen::new()
        .web(true)?
        .input_path(&script.wasm)
        .out_name(script.name)
        .typescript(false)
        .omit_default_module_path(false)
        .debug(!weightless)
        .remove_name_section(weightless)
        .remove_producers_section(weightless)
        .generate(folder)
        .context("wasm-bindgen could not read the browser half")?;
    let wasm = folder.join(format!("{}_bg.wasm", script.name));
    if weightless {
        let script = folder.join(script.name).with_extension("js");
        let text = fs::read_to_string(&script)?;
        fs::write(&script, without_comments(&text))?;
        unused::take_out(&script, &wasm)?;
        names::shorten(&script, &wasm)?;
        order::by_likeness(&wasm)?;
    }
    Ok(wasm)
}

/// Drops the lines that are documentation: wasm-bindgen writes comments on lines of their own.
/// Refuses to be a minifier: compression does the rest.
fn without_comments(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut inside = false;
    for line in script.lines() {
        let text = line.trim();
        let opens = text.starts_with("/**") || (text.starts_with("/*") && !text.starts_with("/*#"));
        if inside || opens {
            inside = !text.ends_with("*/");
        } else if !text.is_empty() && !text.starts_with("//") {
            kept.push_str(text);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_of_their_own_lines_go_and_code_stays() {
        let script =
            "/**\n * What.\n */\nexport function a() {\n    // why\n    return \"//b\";\n}\n/* one */\nlet c;\n";
        assert_eq!(without_comments(script), "export function a() {\nreturn \"//b\";\n}\nlet c;\n");
    }
}
