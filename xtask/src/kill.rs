//! `cargo xtask kill`: kills the release server while people play, and demands that nothing is lost.

use std::path::Path;

use anyhow::{Result, bail, ensure};

use crate::bench::headless;
use crate::browser::Profile;
use crate::build;
use crate::count::Count;
use crate::steps::{Steps, note, quietly};

/// How often the ordinary tests kill it.
const IN_TESTS: &str = "10";

/// Builds the server, then kills it; every word is passed on.
pub fn kill(words: &[&str]) -> Result<()> {
    let mut steps = Steps::begin();
    let binary = build::build(&mut steps, Profile::Release)?;
    steps.close()?;
    println!();
    let status = headless(&["kill"], &binary, words).status()?;
    ensure!(status.success(), "the kills ended with {status}");
    Ok(())
}

/// A few kills, as one test of `cargo xtask test`.
pub fn a_few(server: &Path, count: &mut Count) -> Result<()> {
    match quietly(&mut headless(&["kill"], server, &["--times", IN_TESTS])) {
        Ok(said) => {
            said.lines().for_each(note);
            count.passed += 1;
            Ok(())
        }
        Err(error) => {
            count.failed += 1;
            bail!("after {IN_TESTS} kills: {error:#}")
        }
    }
}
