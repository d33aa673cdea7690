//! `cargo xtask`: the one entry point, from a fresh machine to a running workshop.
//!
//! Each command is a module; this file only reads the command line and says what exists.
//! There is no argument-parsing library here because every fresh machine would wait for it.

mod place;
mod steps;

mod components;
mod count;
mod debian;
mod wasm_target;

mod browser;
mod compress;
mod languages;
mod names;
mod order;
mod site;
mod style;
mod unused;

mod bench;
mod build;
mod check;
mod deny;
mod dev;
mod end2end;
mod kill;
mod readers;
mod run;
mod storm;
mod test;
mod tidy;

use std::process::ExitCode;

/// What a command line that nobody understands ends with, as is the custom.
const MISUSE: u8 = 2;

const HELP: &str = "\
cargo xtask <command>

  run [--lan] [-- …]       build for release and open the demo on http://127.0.0.1:3000
                           (--lan: for everybody on the local network; the rest goes to `coulisses serve`)
  dev [-- …]               a debug build on the same address, rebuilt and restarted when a file changes
  build                    leave the one binary at target/release/coulisses
  test [--only unit|e2e]   unit and integration tests, the release build, 10 kills, end-to-end tests in a browser
  check                    formatting, lints on both halves, documentation, dependencies, house rules
  bench live [--rooms R --participants N --rate r --seconds T --rounds K --against floor --json | --preset issue]
                           send ops by a plan and tell how late everybody hears them, and what that costs;
                           for 2 to 12 rooms also with the cockpit open, which nobody must feel
  bench start              tell how fast the server starts with 100 boards, and opens one of 5,000 entries
  bench export             tell how long a saved board of 100 cards and 200 links takes as picture, document, archive
  readers [--boards N]     have Python's csv, networkx, icalendar and Mermaid read what 500 boards export
  bench library            play 2,000 boards, and tell how fast their library is listed and searched
  kill [--times N --seed S]
                           kill the server while people play, start it again, demand that nothing is lost
  pictures                 take a picture of every screen, into docs/screens
  audit                    weigh, time, grade and look over every page, refuse what is not as promised, and write
                           the figures into docs/measures.toml
  standing                 leave the room's screen on while a table plays, for three hours (or MINUTES=…)
  storm [--seeds N]        throw seeded storms of operations at the board and demand convergence

Whatever is missing on the machine is set up on the way, or named when it cannot be.
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        [] | ["-h" | "--help" | "help", ..] | [_, "-h" | "--help"] => {
            print!("{HELP}");
            Ok(())
        }
        ["run", rest @ ..] => match run::Wish::read(rest) {
            Some(wish) => run::run(&wish),
            None => return misused("run", rest),
        },
        ["dev"] => dev::dev(&[]),
        ["dev", "--", rest @ ..] => dev::dev(rest),
        ["build"] => build::build_and_tell(),
        ["test"] => test::test(test::Scope::Everything),
        ["test", "--only", "unit"] => test::test(test::Scope::Unit),
        ["test", "--only", "e2e"] => test::test(test::Scope::EndToEnd),
        ["check"] => check::check(),
        ["bench", words @ ("live" | "start" | "library"), rest @ ..] => bench::bench(&[&[*words], rest].concat()),
        ["bench", "export"] => readers::bench(),
        ["readers"] => readers::readers(500),
        ["readers", "--boards", boards] => match boards.parse() {
            Ok(boards) => readers::readers(boards),
            Err(_) => return misused("readers", &["--boards", boards]),
        },
        ["kill", rest @ ..] => kill::kill(rest),
        ["audit"] => end2end::measure("audit").and_then(|()| readers::bench()),
        [project @ ("pictures" | "standing")] => end2end::measure(project),
        ["storm", rest @ ..] => storm::storm(rest),
        [command @ ("dev" | "build" | "test" | "check" | "bench"), rest @ ..] => return misused(command, rest),
        [unknown, ..] => {
            eprintln!("`{unknown}` is not a command of cargo xtask.\n\n{HELP}");
            return ExitCode::from(MISUSE);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn misused(command: &str, rest: &[&str]) -> ExitCode {
    eprintln!("`cargo xtask {command}` does not understand `{}`.\n\n{HELP}", rest.join(" "));
    ExitCode::from(MISUSE)
}
