//! The end-to-end tests: Node, Chromium and Playwright set up, then the real binary in real browsers.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::browser::Profile;
use crate::build;
use crate::count::Count;
use crate::debian;
use crate::place;
use crate::steps::{Steps, note, quietly, succeeds};

/// Playwright's own floor.
const NODE: u32 = 20;
/// Where Debian puts it.
const CHROMIUM: &str = "/usr/bin/chromium";

/// The folder of the tests, if they exist.
pub fn folder() -> Option<PathBuf> {
    let folder = place::root().join("end2end");
    folder.join("package.json").exists().then_some(folder)
}

/// What the tests run with.
pub struct Stage {
    folder: PathBuf,
    /// In front of `PATH`, if this machine's own Node was too old.
    node: Option<PathBuf>,
    /// `None`: Playwright finds its own.
    chromium: Option<PathBuf>,
}

/// Installs what is missing, the nearest source first.
pub fn set_up(folder: &Path) -> Result<Stage> {
    let mut stage = Stage { folder: folder.to_path_buf(), node: node()?, chromium: None };
    quietly(stage.program("npm").args(["ci", "--no-audit", "--no-fund"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    stage.chromium = chromium(&stage)?;
    Ok(stage)
}

/// The projects of `playwright.config.ts` that are tests.
const TESTS: [&str; 2] = ["chromium", "no-js"];

/// Runs all tests against a binary, and counts.
pub fn play(stage: &Stage, binary: &Path) -> Result<Count> {
    let count = Count::of_playwright(&said(stage, binary, &TESTS)?);
    ensure!(count.passed > 0, "Playwright was content and passed no test");
    Ok(count)
}

/// Builds everything, then runs a project that is not a test: pictures, or an audit. What it says is printed.
pub fn measure(project: &str) -> Result<()> {
    let folder = folder().context("there is no end2end/package.json")?;
    let mut steps = Steps::begin();
    let binary = build::build(&mut steps, Profile::Release)?;
    let stage = steps.step("Node, Playwright and Chromium", || set_up(&folder))?;
    let said = steps.step(project, || said(&stage, &binary, &[project]));
    steps.close()?;
    println!("\n{}", said?);
    Ok(())
}

fn said(stage: &Stage, binary: &Path, projects: &[&str]) -> Result<String> {
    let mut playwright = stage.program("npx");
    playwright.args(["playwright", "test"]).env("COULISSES_BIN", binary);
    playwright.args(projects.iter().map(|project| format!("--project={project}")));
    if let Some(chromium) = &stage.chromium {
        playwright.env("CHROMIUM", chromium);
    }
    quietly(&mut playwright)
}

impl Stage {
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.current_dir(&self.folder);
        if let Some(node) = &self.node {
            // The folder first, then everything that was there.
            let path = std::env::var_os("PATH").unwrap_or_default();
            let folders = std::iter::once(node.clone()).chain(std::env::split_paths(&path));
            if let Ok(path) = std::env::join_paths(folders) {
                command.env("PATH", path);
            }
        }
        command
    }
}

/// A Node that is new enough: `None` is the machine's own, otherwise the folder that has it.
fn node() -> Result<Option<PathBuf>> {
    if node_version(Path::new("node")) >= NODE && succeeds(Command::new("npm").arg("--version")) {
        return Ok(None);
    }
    if !succeeds(Command::new("npm").arg("--version")) {
        ensure!(
            debian::may_install(),
            "the end-to-end tests need Node {NODE} or newer with npm: install it, then try again"
        );
        debian::install(&["nodejs", "npm"])?;
    }
    if node_version(Path::new("node")) >= NODE {
        return Ok(None);
    }
    // A distribution's older Node can still fetch a newer one: npm has it as a package.
    let tools = place::target().join("tools/node");
    let bin = tools.join("node_modules/.bin");
    if node_version(&bin.join("node")) < NODE {
        note("this machine's Node is too old: fetching a newer one from npm");
        std::fs::create_dir_all(&tools)?;
        quietly(Command::new("npm").args(["install", "--no-save", "--prefix"]).arg(&tools).arg("node@22"))?;
    }
    ensure!(
        node_version(&bin.join("node")) >= NODE,
        "no Node {NODE} or newer could be had: install one, then try again"
    );
    Ok(Some(bin))
}

/// The major version, 0 if there is none.
fn node_version(node: &Path) -> u32 {
    let said = Command::new(node).arg("--version").output();
    let said = said.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    said.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok()).unwrap_or(0)
}

fn chromium(stage: &Stage) -> Result<Option<PathBuf>> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(Some(named.into()));
    }
    if !Path::new(CHROMIUM).exists() && debian::may_install() {
        // The fonts are not a nicety: without any, text has no width.
        debian::install(&["chromium", "fonts-liberation"]).context("Chromium is missing")?;
    }
    if Path::new(CHROMIUM).exists() {
        return Ok(Some(CHROMIUM.into()));
    }
    note("fetching Playwright's own Chromium");
    quietly(stage.program("npx").args(["playwright", "install", "chromium"]))
        .context("no Chromium: install it, or name its path in CHROMIUM")?;
    Ok(None)
}
