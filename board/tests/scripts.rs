//! A script as it is kept on disk: its bytes are pinned, and what is not a script is not taken for one.

use board::deck::Text;
use board::script::{Script, Step};
use board::{LotId, Phase};

const GOLDEN: &str = include_str!("golden/script-v1.txt");

/// Two steps: one that is skipped, and one that deals a lot.
fn script() -> Script {
    let text = |fr: &str, en: Option<&str>| Text { fr: fr.to_owned(), en: en.map(str::to_owned) };
    let talk = Step {
        title: text("Accueil", Some("Welcome")),
        minutes: 8,
        phase: Phase::Icebreaker,
        lot: None,
        does: text("Tester le son.", None),
        says: text("Bonjour.", None),
        skipped: true,
    };
    let deal = Step {
        title: text("Lot 2", None),
        minutes: 240,
        phase: Phase::Links,
        lot: Some(LotId(2)),
        does: text("", None),
        says: text("", None),
        skipped: false,
    };
    Script { steps: vec![talk, deal] }
}

#[test]
fn a_script_is_the_same_bytes_on_disk_for_ever() {
    let bytes: String = script().to_disk().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(format!("two steps: {bytes}\n"), GOLDEN, "a golden line is never changed: a new version is needed");
    assert_eq!(Script::from_disk(&script().to_disk()), Ok(script()));
}

#[test]
fn a_byte_that_changed_on_disk_is_noticed() {
    let good = script().to_disk();
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 4;
        assert!(Script::from_disk(&bad).is_err(), "byte {at}");
        assert!(Script::from_disk(&good[..at]).is_err(), "cut at {at}");
    }
}

#[test]
fn a_skipped_step_is_not_played_and_takes_no_time() {
    let script = script();
    assert_eq!(script.minutes(), 240);
    assert!(script.played().map(|step| step.title.fr.as_str()).eq(["Lot 2"]));
}
