//! Runs storms: `cargo run --release -p board --example storm -- --seeds 5000 --first 1`. A seed that fails is
//! printed with the command that runs it again.

#[path = "../tests/storm/weather.rs"]
mod weather;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str, default: u64| match arguments.iter().position(|argument| argument == name) {
        Some(at) => arguments.get(at + 1).and_then(|value| value.parse().ok()).expect("an option has a number"),
        None => default,
    };
    let (first, seeds) = (value("--first", 1), value("--seeds", 100));
    let started = std::time::Instant::now();
    let (tally, failed) = weather::storms(first, seeds);
    println!("seeds {first} to {}: {tally}; {:.1} s", first + seeds - 1, started.elapsed().as_secs_f32());
    println!("{} failed", failed.len());
    for failure in &failed {
        println!("{failure}");
    }
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
