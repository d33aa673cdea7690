//! Work told as numbered steps with their durations: quiet while it goes well, complete when it does not.
//!
//! A person at a terminal sees cargo's own progress; a log sees one line at the start of a step and one at its end.

use std::io::{IsTerminal, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The story of one command of `cargo xtask`.
pub struct Steps {
    begun: Instant,
    done: Vec<Done>,
}

struct Done {
    title: String,
    took: Duration,
    failed: bool,
}

impl Steps {
    pub fn begin() -> Self {
        Self { begun: Instant::now(), done: Vec::new() }
    }

    /// Does one step. Its failure is the caller's to pass on: what follows depends on it.
    pub fn step<T>(&mut self, title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("[{}] {title}", self.done.len() + 1);
        let begun = Instant::now();
        let outcome = work();
        let took = begun.elapsed();
        self.done.push(Done { title: title.to_owned(), took, failed: outcome.is_err() });
        if outcome.is_ok() {
            note(&format!("done in {}", seconds(took)));
        }
        outcome.with_context(|| format!("step {} failed: {title}", self.done.len()))
    }

    /// Does one step whose failure stops nothing else; [`Steps::close`] remembers it.
    pub fn attempt<T>(&mut self, title: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        match self.step(title, work) {
            Ok(value) => Some(value),
            Err(error) => {
                println!("{error:#}\n");
                None
            }
        }
    }

    /// The closing summary. An error if an attempted step failed.
    pub fn close(self) -> Result<()> {
        println!("\n{:>9}  summary", "");
        for (at, step) in self.done.iter().enumerate() {
            let mark = if step.failed { "FAILED" } else { "ok" };
            println!("{:>9}  [{}] {}: {mark}", seconds(step.took), at + 1, step.title);
        }
        println!("{:>9}  in all", seconds(self.begun.elapsed()));
        let failed = self.done.iter().filter(|step| step.failed).count();
        if failed > 0 {
            bail!("{failed} of {} steps failed", self.done.len());
        }
        Ok(())
    }
}

/// A remark that belongs to the running step.
pub fn note(text: &str) {
    println!("    {text}");
    // A log that is a file must not lag behind the programs that we start.
    let _ = std::io::stdout().flush();
}

/// Runs a program without a sound and returns what it wrote to its standard output.
/// If it fails, the error carries everything that it said.
pub fn quietly(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let watched = std::io::stderr().is_terminal();
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    command.stderr(if watched { Stdio::inherit() } else { Stdio::piped() });
    let output =
        command.spawn().and_then(|child| child.wait_with_output()).with_context(|| format!("cannot start: {shown}"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(said);
    }
    let complained = String::from_utf8_lossy(&output.stderr);
    bail!("{}: {shown}\n{complained}{said}", output.status)
}

/// Whether a program exists and is content: for questions like `rustup --version`.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}
