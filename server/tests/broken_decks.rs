//! Broken decks: the good one with one slip in it, more than a hundred times. Each is refused, with the file and the
//! line that was broken; and whatever is done to the files, the checker never panics.

#[path = "broken_decks/folders.rs"]
mod folders;
#[path = "broken_decks/mutations.rs"]
mod mutations;
#[path = "broken_decks/slips.rs"]
mod slips;

use slips::Pages;

const SLIPS: [&str; 5] = [
    include_str!("broken_decks/structure.txt"),
    include_str!("broken_decks/links.txt"),
    include_str!("broken_decks/scripts.txt"),
    include_str!("broken_decks/texts.txt"),
    include_str!("broken_decks/syntax.txt"),
];

#[test]
fn the_deck_that_is_broken_here_is_good() {
    assert_eq!(Pages::good().told(), []);
}

#[test]
fn each_of_a_hundred_broken_decks_is_refused_where_it_is_broken() {
    let slips: Vec<_> = SLIPS.into_iter().flat_map(slips::read).collect();
    assert!(slips.len() >= 100, "only {} broken decks", slips.len());
    let complaints: Vec<_> = slips.iter().filter_map(slips::Slip::complaint).collect();
    assert!(complaints.is_empty(), "{} of {}:\n{}", complaints.len(), slips.len(), complaints.join("\n"));
}
