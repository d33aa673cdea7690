//! The figures as people read them: tables in markdown, fit for the README, with the machine below.

use super::library::{Library, PROMISED};
use super::live::{COCKPIT, Measured};
use super::start::Started;
use std::fmt::Write;
use std::fs;

/// The four lines of the table and their figures.
#[must_use]
pub fn live(measured: &[Measured]) -> String {
    let mut table = String::from(
        "| load | p50 | p95 | p99 | max | × floor (p95) | CPU per 1,000 | × floor (CPU) | deliveries/s | delivered \
         | per delivery | idle participant | peak |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for line in measured {
        let ours = line.server;
        let (p95, cpu) = line.ratios().map_or(("–".into(), "–".into()), |(p95, cpu)| (times(p95), times(cpu)));
        let _ = writeln!(
            table,
            "| {} | {:.2} ms | {:.2} ms | {:.2} ms | {:.1} ms | {p95} | {:.1} ms | {cpu} | {:.0} | {} | {:.0} B \
             | {:.0} kB | {:.1} MB |",
            line.load,
            ours.p50,
            ours.p95,
            ours.p99,
            ours.max,
            ours.cpu_per_thousand,
            ours.deliveries_per_second,
            share(ours.delivered),
            ours.bytes_per_delivery,
            ours.rss_per_idle,
            ours.peak_rss
        );
        let beside = [("cockpit open", "–", line.cockpit), ("floor", "1", line.floor)];
        for (name, ratio, figures) in
            beside.into_iter().filter_map(|(name, ratio, figures)| Some((name, ratio, figures?)))
        {
            let _ = writeln!(
                table,
                "| *{name}* | {:.2} ms | {:.2} ms | {:.2} ms | {:.1} ms | {ratio} | {:.1} ms | {ratio} | {:.0} | {} \
                 | {:.0} B | {:.0} kB | {:.1} MB |",
                figures.p50,
                figures.p95,
                figures.p99,
                figures.max,
                figures.cpu_per_thousand,
                figures.deliveries_per_second,
                share(figures.delivered),
                figures.bytes_per_delivery,
                figures.rss_per_idle,
                figures.peak_rss
            );
        }
    }
    for line in measured {
        if let (Some(cockpit), Some(ratio)) = (line.cockpit, line.cockpit_ratio()) {
            let _ = writeln!(
                table,
                "\n{}: with the cockpit open at all tables, the participants' p95 is {:.2} ms instead of {:.2} ms, \
                 × {ratio:.2} ({} × {COCKPIT:.2})",
                line.load,
                cockpit.p95,
                line.server.p95,
                if ratio <= COCKPIT { "at most" } else { "TOO MUCH: more than" }
            );
        }
    }
    for line in measured {
        for troubled in [Some(line.server), line.cockpit].into_iter().flatten().filter(|figures| !figures.is_complete())
        {
            let (load, refused, twice) = (line.load, troubled.refused, troubled.twice);
            let _ = writeln!(table, "\n{load}: {refused} refused, {twice} delivered twice");
        }
    }
    table + "\n" + &machine()
}

/// What a start and an opening take.
#[must_use]
pub fn start(started: &Started) -> String {
    format!(
        "| | |\n|---|---|\n| server start, {} boards on disk | {:.0} ms |\n| opening a board of {} entries, first page \
         after a start | {:.1} ms |\n| the same page again | {:.1} ms |\n| a page without a board, first after a \
         start | {:.1} ms |\n\n{}",
        started.boards,
        started.start,
        started.entries,
        started.opening,
        started.again,
        started.other_page,
        machine()
    )
}

/// What the pages of the library take.
#[must_use]
pub fn library(measured: &Library) -> String {
    let Library { boards, marks, pages } = measured;
    let mut table = format!("| {boards} boards, saved {marks} times | median | longest | size |\n|---|---|---|---|\n");
    for page in pages {
        let late = if page.listed && page.median > PROMISED { " TOO LATE" } else { "" };
        let size = page.bytes as f64 / 1000.0;
        let _ =
            writeln!(table, "| {} | {:.1} ms{late} | {:.1} ms | {size:.0} kB |", page.name, page.median, page.longest);
    }
    table + "\n" + &machine()
}

/// The machine, on one line.
#[must_use]
pub fn machine() -> String {
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, name)| name));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let model = model.unwrap_or("an unnamed processor");
    format!("{cores} cores of {model}, Linux {}, shared with the clients\n", kernel.trim())
}

fn times(ratio: f64) -> String {
    format!("{ratio:.2}")
}

/// A share as a percentage that only says 100 when nothing is missing.
fn share(share: f64) -> String {
    let percent = (share * 1e4).floor() / 1e2;
    format!("{percent} %")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::figures::Figures;
    use crate::bench::schedule::Load;

    fn measured() -> Measured {
        let load = Load { rooms: 1, participants: 50, rate: 1.0, seconds: 10.0 };
        let server = Figures { p95: 3.0, cpu_per_thousand: 26.0, delivered: 1.0, ..Figures::default() };
        let floor = Figures { p95: 2.0, cpu_per_thousand: 13.0, delivered: 1.0, ..Figures::default() };
        Measured { load, server, cockpit: None, floor: Some(floor) }
    }

    #[test]
    fn the_ratios_are_the_server_over_the_floor() {
        assert_eq!(measured().ratios(), Some((1.5, 2.0)));
        let told = live(&[measured()]);
        assert!(told.contains("| 50 × 1 op/s |") && told.contains("| 1.50 |") && told.contains("| 2.00 |"), "{told}");
    }

    #[test]
    fn one_delivery_in_a_million_that_is_missing_is_not_rounded_away() {
        assert_eq!(share(1.0), "100 %");
        assert_eq!(share(0.999_999), "99.99 %");
    }

    #[test]
    fn a_cockpit_that_participants_feel_fails() {
        let with = |p95| {
            let cockpit = Some(Figures { p95, ..measured().server });
            Measured { cockpit, ..measured() }
        };
        assert!(with(3.29).is_sound() && live(&[with(3.29)]).contains("3.29 ms instead of 3.00 ms, × 1.10 (at most"));
        assert!(!with(3.31).is_sound() && live(&[with(3.31)]).contains("TOO MUCH"));
        let lossy = Figures { refused: 1, ..measured().server };
        assert!(!Measured { cockpit: Some(lossy), ..measured() }.is_sound());
    }

    #[test]
    fn what_must_not_happen_is_said_below_the_table() {
        let mut line = measured();
        line.server.twice = 3;
        assert!(live(&[line]).contains("3 delivered twice"));
        assert!(!live(&[measured()]).contains("twice"));
    }
}
