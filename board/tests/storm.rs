//! Five hundred storms: whatever the network, the pages and the server do, every screen ends up showing the log, and
//! the log holds everything that was acknowledged, once. `examples/storm.rs` runs more of them.

#[path = "storm/weather.rs"]
mod weather;

#[test]
fn every_screen_shows_the_log_after_the_storm() {
    let (tally, failed) = weather::storms(1, 500);
    assert!(failed.is_empty(), "{} storms failed\n{}", failed.len(), failed.join("\n"));
    for (name, count) in tally.named() {
        assert!(count > 500, "a fine day: only {count} {name}");
    }
}

#[test]
fn the_same_seed_is_the_same_storm() {
    assert_eq!(weather::storm(7), weather::storm(7));
}
