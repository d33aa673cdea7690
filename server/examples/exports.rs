//! Saved boards as files, for other people's programs and for a clock: `write FOLDER BOARDS` writes what tables, graphs
//! and diagrams of so many boards are read back from, `bench` tells how long each file takes for a board of a hundred
//! cards and two hundred links. `cargo xtask readers` and `cargo xtask bench export` call it.

#[path = "../tests/export/random.rs"]
mod random;

use app::api::{Decided, FollowUpOpening, Followed, SavedOpening};
use app::routes::Export;
use app::text::words;
use board::deck::Lang;
use board::{BoardId, Day, Millis, WorkshopId};
use server::calendar::calendar;
use server::decks::embedded;
use server::export::export;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

/// How often each file is made: the median is told.
const ROUNDS: usize = 5;

fn main() {
    let told: Vec<String> = env::args().skip(1).collect();
    match told.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder, boards] => write(Path::new(folder), boards.parse().expect("how many boards")),
        ["bench"] => bench(),
        _ => panic!("write FOLDER BOARDS, or bench"),
    }
}

fn made(saved: &SavedOpening, file: Export) -> Vec<u8> {
    export(saved, &embedded().deck, words(Lang::Fr), file).expect("every board can be written").content
}

/// Light files of many boards, every file of the first.
fn write(folder: &Path, boards: u64) {
    for seed in 0..boards {
        let saved = if seed == 0 { random::crowded(100, 200) } else { random::board(seed) };
        let folder = folder.join(seed.to_string());
        fs::create_dir_all(&folder).expect("a folder");
        let heavy = [Export::Zip, Export::Png, Export::Poster, Export::Report];
        for file in Export::ALL.into_iter().filter(|file| seed == 0 || !heavy.contains(file)) {
            fs::write(folder.join(file.name()), made(&saved, file)).expect("it is written");
        }
        let dates = calendar(&follow_up(&saved, seed), words(Lang::Fr), Millis(1_795_613_400_000));
        fs::write(folder.join("suivi.ics"), dates).expect("it is written");
    }
}

/// The follow-up of a workshop whose one table played this board.
fn follow_up(saved: &SavedOpening, seed: u64) -> FollowUpOpening {
    let board = BoardId(uuid::Uuid::from_u128(seed.into()));
    let actions = saved.card.document.actions.clone().into_iter();
    let actions = actions.map(|(id, action)| Followed {
        decided: Decided { table: saved.card.table, board, id, action },
        milestones: Default::default(),
    });
    let (workshop, title) = (WorkshopId(board.0), saved.card.workshop.clone());
    FollowUpOpening { workshop, title, day: Day(20_780), today: Day(20_780), awaited: None, actions: actions.collect() }
}

fn bench() {
    let saved = random::crowded(100, 200);
    println!("a board of 100 cards and 200 links, median of {ROUNDS}\n");
    println!("{:<20}{:>12}{:>12}", "file", "ms", "kB");
    for file in [Export::Zip, Export::Png, Export::Poster, Export::Report, Export::Html, Export::Svg, Export::Json] {
        let mut times = [Duration::ZERO; ROUNDS];
        let mut bytes = 0;
        for time in &mut times {
            let start = Instant::now();
            bytes = made(&saved, file).len();
            *time = start.elapsed();
        }
        times.sort();
        let most = match file {
            Export::Zip => 10_000,
            Export::Png | Export::Poster | Export::Report => 5_000,
            _ => 1_000,
        };
        let time = times[ROUNDS / 2].as_millis();
        println!("{:<20}{time:>12}{:>12}", file.name(), bytes / 1_000);
        assert!(time <= most, "{} takes longer than {most} ms", file.name());
        let document = matches!(file, Export::Poster | Export::Report);
        assert!(!document || bytes <= 2_000_000, "{} is heavier than 2 MB", file.name());
    }
}
