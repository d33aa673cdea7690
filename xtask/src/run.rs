//! `cargo xtask run`: from a fresh machine to an open board, with one command.

use anyhow::Result;

use crate::browser::Profile;
use crate::build;
use crate::place;
use crate::steps::Steps;

/// Where the demo listens unless told otherwise: this machine only.
pub const HERE: &str = "127.0.0.1:3000";

/// What was asked for on the command line.
#[derive(Debug, PartialEq, Eq)]
pub struct Wish {
    lan: bool,
    rest: Vec<String>,
}

impl Wish {
    /// Reads `[--lan] [-- args…]`; nothing if there is anything else.
    pub fn read(words: &[&str]) -> Option<Self> {
        let (ours, rest) = match words.iter().position(|word| *word == "--") {
            Some(at) => (&words[..at], &words[at + 1..]),
            None => (words, &words[words.len()..]),
        };
        if !ours.iter().all(|word| *word == "--lan") {
            return None;
        }
        Some(Self { lan: !ours.is_empty(), rest: rest.iter().map(|word| (*word).to_owned()).collect() })
    }

    /// The whole command line of the server.
    fn serve(&self) -> Vec<String> {
        let mut words = vec!["serve".to_owned(), "--demo".to_owned()];
        words.extend(listen_unless_named(&self.rest));
        if self.lan {
            words.push("--lan".to_owned());
        }
        words.extend(self.rest.iter().cloned());
        words
    }
}

/// `--listen` with the usual address, unless the caller's own words name one.
pub fn listen_unless_named(words: &[String]) -> Vec<String> {
    if words.iter().any(|word| word == "--listen" || word.starts_with("--listen=")) {
        return Vec::new();
    }
    vec!["--listen".to_owned(), HERE.to_owned()]
}

/// Builds for release, then becomes the server.
pub fn run(wish: &Wish) -> Result<()> {
    let mut steps = Steps::begin();
    let binary = build::build(&mut steps, Profile::Release)?;
    steps.close()?;
    println!();
    let mut server = place::program(binary);
    server.args(wish.serve());
    become_it(server)
}

/// Replaces this process, so that signals and the exit code are the server's own.
#[cfg(unix)]
fn become_it(mut server: std::process::Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(server.exec().into())
}

#[cfg(not(unix))]
fn become_it(mut server: std::process::Command) -> Result<()> {
    let status = server.status()?;
    anyhow::ensure!(status.success(), "the server ended with {status}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serve(words: &[&str]) -> Option<String> {
        Wish::read(words).map(|wish| wish.serve().join(" "))
    }

    #[test]
    fn the_demo_listens_on_this_machine_unless_told_otherwise() {
        assert_eq!(serve(&[]).as_deref(), Some("serve --demo --listen 127.0.0.1:3000"));
        assert_eq!(serve(&["--lan"]).as_deref(), Some("serve --demo --listen 127.0.0.1:3000 --lan"));
        assert_eq!(serve(&["--", "--listen", "[::1]:80"]).as_deref(), Some("serve --demo --listen [::1]:80"));
    }

    #[test]
    fn a_word_that_nobody_knows_is_refused() {
        assert_eq!(serve(&["--wan"]), None);
        assert_eq!(serve(&["--lan", "8080"]), None);
    }
}
