//! `cargo xtask test`: everything that can be claimed about this program, claimed again.

use std::path::Path;

use anyhow::{Result, bail};

use crate::browser::{Profile, without_entries};
use crate::build;
use crate::count::Count;
use crate::end2end;
use crate::kill;
use crate::place;
use crate::steps::{Steps, note, quietly};

/// Which of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Everything,
    Unit,
    EndToEnd,
}

/// Runs them, and closes with a summary and a count.
pub fn test(scope: Scope) -> Result<()> {
    let mut steps = Steps::begin();
    let mut count = Count::default();
    let story = play(scope, &mut steps, &mut count);
    let closed = steps.close();
    println!("\ntests: {count}");
    story.and(closed)
}

fn play(scope: Scope, steps: &mut Steps, count: &mut Count) -> Result<()> {
    if scope != Scope::EndToEnd {
        // Apart from the rest, so that this tool's libraries are the ones already compiled to start it.
        steps.step("tests of the workspace", || {
            let here: Vec<_> = ["--workspace", "--exclude", "xtask"].into_iter().chain(without_entries()).collect();
            cargo_test(count, &here)
        })?;
        steps.step("tests of this tool", || cargo_test(count, &["--package", "xtask"]))?;
    }
    if scope == Scope::Unit {
        return Ok(());
    }
    let binary = build::build(steps, Profile::Release)?;
    if scope == Scope::Everything {
        steps.step("kills while people play", || kill::a_few(&binary, count))?;
    }
    let Some(folder) = end2end::folder() else {
        println!("\n!!! THE END-TO-END TESTS WERE NOT RUN: there is no end2end/package.json !!!\n");
        return Ok(());
    };
    let stage = steps.step("Node, Playwright and Chromium", || end2end::set_up(&folder))?;
    steps.step("end-to-end tests", || in_browsers(&stage, &binary, count))
}

fn cargo_test(count: &mut Count, packages: &[&str]) -> Result<()> {
    let mut cargo = place::cargo();
    cargo.args(["test", "--no-fail-fast"]).args(packages).env("RUSTFLAGS", Profile::Debug.rustflags());
    let said = match quietly(&mut cargo) {
        Ok(said) => said,
        Err(error) => {
            *count += Count::of_cargo(&error.to_string());
            return Err(error);
        }
    };
    let here = Count::of_cargo(&said);
    note(&here.to_string());
    if here.passed == 0 {
        bail!("cargo test was content and passed no test");
    }
    *count += here;
    Ok(())
}

fn in_browsers(stage: &end2end::Stage, binary: &Path, count: &mut Count) -> Result<()> {
    match end2end::play(stage, binary) {
        Ok(here) => {
            note(&here.to_string());
            *count += here;
            Ok(())
        }
        Err(error) => {
            *count += Count::of_playwright(&error.to_string());
            Err(error)
        }
    }
}
