//! The site folder that the server embeds: public files at its root, and what belongs to one build in `pkg-<hash>/`.
//!
//! The hash covers every file of the site. It is baked into the server, so an immutable cache never serves
//! yesterday's code, and a change that cargo cannot see still rebuilds the server.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::browser::{self, Profile, Script};
use crate::compress;
use crate::languages;
use crate::place;
use crate::steps::note;
use crate::style;

/// The style sheets: of every page, of those that are read, of those that live, of the facilitation and the screen, of
/// a replay, of what is printed.
const SHEETS: [&str; 6] = ["coulisses", "pages", "living", "stage", "replay", "print"];
/// Hex digits of the hash: enough to tell the builds of one project apart.
const HASH_DIGITS: usize = 12;

/// A finished site.
pub struct Site {
    /// Absolute path of the folder: the server's `COULISSES_SITE`.
    pub folder: PathBuf,
    /// Name of the folder inside it that belongs to this build: the server's `COULISSES_PKG`.
    pub pkg: String,
}

/// Assembles the site from the compiled browser half, `style/` and `public/`; leaves it alone if nothing changed.
pub fn assemble(scripts: &[Script], profile: Profile) -> Result<Site> {
    let root = place::root();
    let folder = place::target().join(profile.site_folder());
    let stamp = folder.with_extension("stamp");
    let inputs = inputs(&root, scripts)?;
    if let Some(pkg) = unchanged(&folder, &stamp, &inputs) {
        note("unchanged");
        return Ok(Site { folder, pkg });
    }

    let draft = folder.with_extension("draft");
    remove(&draft)?;
    let pkg_draft = draft.join("pkg");
    fs::create_dir_all(&pkg_draft)?;
    let spoken = spoken(&root)?;
    for script in scripts {
        let wasm = browser::bind(script, &pkg_draft, profile)?;
        languages::part(&wasm, &spoken)?;
    }
    for name in SHEETS {
        let source = if name == "coulisses" { "main" } else { name };
        let css = style::bundle(&root.join("style").join(source).with_extension("css"))?;
        fs::write(pkg_draft.join(name).with_extension("css"), css)?;
    }
    for (name, path) in files(&root.join("public"))? {
        copy(&path, &draft.join(name))?;
    }
    let pkg = format!("pkg-{}", &digest(&draft)?[..HASH_DIGITS]);
    fs::rename(&pkg_draft, draft.join(&pkg))?;
    if profile == Profile::Release {
        compress::siblings(&draft)?;
        weigh(&draft.join(&pkg))?;
    }

    remove(&folder)?;
    fs::rename(&draft, &folder)?;
    fs::write(&stamp, format!("{inputs}\n{pkg}\n"))?;
    Ok(Site { folder, pkg })
}

/// The languages of the interface, by code.
fn spoken(root: &Path) -> Result<Vec<String>> {
    let locales = files(&root.join("app/locales"))?;
    Ok(locales.iter().filter_map(|(name, _)| Some(name.file_stem()?.to_str()?.to_owned())).collect())
}

/// One hash over everything that goes into the site.
fn inputs(root: &Path, scripts: &[Script]) -> Result<String> {
    let mut hash = Sha256::new();
    for Script { wasm, .. } in scripts {
        hash.update(fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?);
    }
    hash.update(digest(&root.join("style"))?);
    hash.update(digest(&root.join("public"))?);
    // How it is made: a site made by another recipe is made anew.
    hash.update(digest(&root.join("xtask/src"))?);
    Ok(hex(&hash.finalize()))
}

fn unchanged(folder: &Path, stamp: &Path, inputs: &str) -> Option<String> {
    let stamp = fs::read_to_string(stamp).ok()?;
    let (then, pkg) = stamp.trim_end().split_once('\n')?;
    (then == inputs && folder.join(pkg).exists()).then(|| pkg.to_owned())
}

/// One hash over the names and contents of a folder; an absent folder is an empty one.
fn digest(folder: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for (name, path) in files(folder)? {
        let content = fs::read(&path)?;
        hash.update(format!("{}\0{}\0", name.display(), content.len()));
        hash.update(content);
    }
    Ok(hex(&hash.finalize()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The files below a folder in a stable order: the path inside it, and the whole path.
pub fn files(folder: &Path) -> Result<Vec<(PathBuf, PathBuf)>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        if !next.exists() {
            continue;
        }
        for entry in fs::read_dir(&next).with_context(|| format!("cannot read {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(name) = path.strip_prefix(folder) {
                found.push((name.to_path_buf(), path));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

/// Says what a phone has to fetch.
fn weigh(pkg: &Path) -> Result<()> {
    for name in [
        "participant_fr.wasm",
        "participant_en.wasm",
        "participant.js",
        "stage_fr.wasm",
        "stage.js",
        "replay_fr.wasm",
        "replay.js",
        "coulisses.css",
        "pages.css",
        "living.css",
        "stage.css",
        "replay.css",
        "print.css",
    ] {
        let size = |suffix: &str| fs::metadata(pkg.join(format!("{name}{suffix}"))).map_or(0, |file| file.len());
        note(&format!("{name}: {} B, br {} B, gz {} B", size(""), size(".br"), size(".gz")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_a_folder_hears_names_and_contents() -> Result<()> {
        let folder = place::target().join("xtask-tests/site");
        remove(&folder)?;
        let nothing = digest(&folder)?;
        fs::create_dir_all(folder.join("deep"))?;
        assert_eq!(digest(&folder)?, nothing);
        fs::write(folder.join("deep/a.txt"), "one")?;
        let one = digest(&folder)?;
        fs::write(folder.join("deep/a.txt"), "two")?;
        let two = digest(&folder)?;
        fs::rename(folder.join("deep/a.txt"), folder.join("deep/b.txt"))?;
        let renamed = digest(&folder)?;
        assert!(nothing != one && one != two && two != renamed);
        Ok(())
    }
}
