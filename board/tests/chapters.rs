//! Where the chapters of a log begin: steps, lots and hints, and what is done in one breath.

use board::{ActorId, CardId, Chapter, Entry, Head, LotId, Millis, Op, Phase, Point, Seq, Spot, chapters};

fn enter(step: u8, phase: Phase) -> Op {
    Op::Enter { step, phase, minutes: 10 }
}

fn deal(lot: u8) -> Op {
    Op::Deal { lot: LotId(lot), seed: 1, cards: vec![(CardId(lot.into()), Spot::Reserve)], left: 0 }
}

fn place(card: u16) -> Op {
    Op::Place { card: CardId(card), at: Point { x: 100, y: 100 } }
}

fn hint(text: &str) -> Op {
    Op::Hint { cards: Vec::new(), text: text.to_owned() }
}

/// The chapters of what was done, each at so many seconds.
fn of(done: Vec<(u64, Op)>) -> Vec<Chapter> {
    let entry = |(seq, (seconds, op)): (u64, (u64, Op))| {
        let (seq, at) = (Seq(seq), Millis(seconds * 1000));
        Entry { seq, actor: ActorId(1), at, op }
    };
    chapters(&(1..).zip(done).map(entry).collect::<Vec<_>>())
}

fn heads(chapters: &[Chapter]) -> Vec<(usize, usize, &[Head])> {
    chapters.iter().map(|chapter| (chapter.begins, chapter.ends, &*chapter.heads)).collect()
}

#[test]
fn a_step_and_its_lot_are_one_chapter_and_a_hint_is_another() {
    let found = of(vec![
        (0, enter(3, Phase::Cards)),
        (5, deal(1)),
        (20, place(1)),
        (90, hint("Et l’eau ?")),
        (95, place(2)),
        (200, enter(4, Phase::Links)),
    ]);
    let cards = [Head::Step(3, Phase::Cards), Head::Lot(LotId(1))];
    let (asked, links) = ([Head::Hint("Et l’eau ?".to_owned())], [Head::Step(4, Phase::Links)]);
    assert_eq!(heads(&found), [(1, 3, &cards[..]), (4, 5, &asked[..]), (6, 6, &links[..])]);
}

#[test]
fn of_two_steps_in_one_breath_the_table_is_in_the_second() {
    let found =
        of(vec![(0, enter(1, Phase::Icebreaker)), (2, enter(2, Phase::Cards)), (3, Op::Pause { paused: true })]);
    assert_eq!(heads(&found), [(1, 3, &[Head::Step(2, Phase::Cards)][..])]);
}

#[test]
fn what_comes_a_minute_later_is_another_breath() {
    let found = of(vec![(0, enter(3, Phase::Cards)), (61, deal(1))]);
    assert_eq!(heads(&found), [(1, 1, &[Head::Step(3, Phase::Cards)][..]), (2, 2, &[Head::Lot(LotId(1))][..])]);
}

#[test]
fn what_comes_before_every_step_is_a_chapter_without_a_head() {
    let found = of(vec![(0, Op::Title { text: "Essai".into() }), (1, enter(0, Phase::Welcome))]);
    assert_eq!(heads(&found), [(1, 1, &[][..]), (2, 2, &[Head::Step(0, Phase::Welcome)][..])]);
    assert!(of(Vec::new()).is_empty());
}
