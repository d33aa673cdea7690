//! The reducer is blind: an entry that lost its meaning changes nothing, even one that no room would have written.

use crate::table::minutes;
use board::*;

const ANA: ActorId = ActorId(1);
const AT: Point = Point { x: 900, y: 900 };

fn link(cause: u16, consequence: u16) -> LinkId {
    LinkId { cause: CardId(cause), consequence: CardId(consequence) }
}

#[test]
fn an_entry_that_lost_its_meaning_changes_nothing() {
    let table = minutes(
        "Fay deals lot 2 to hands — ok
         Fay enters Links — ok
         Fay places 21 at 400,300 — ok
         Fay places 22 at 700,300 — ok
         Ana links 21>22 — ok",
    );
    let (lot, nowhere) = (LotId(2), link(22, 23));
    let lost = [
        Op::Deal { lot, seed: 9, cards: vec![(CardId(11), Spot::Reserve)], left: 0 },
        Op::Place { card: CardId(11), at: AT },
        Op::Move { card: CardId(11), at: AT },
        Op::Return { card: CardId(11) },
        Op::Change { link: nowhere, kind: LinkKind::Reduces, because: "so".into() },
        Op::Unlink { link: nowhere },
        Op::Erase { note: NoteId(1) },
        Op::Open { lot: LotId(1) },
        Op::Turn { lot, card: CardId(24), spot: Spot::Reserve },
        Op::Turn { lot: LotId(1), card: CardId(11), spot: Spot::Reserve },
        Op::Give { cards: vec![(CardId(21), ANA), (CardId(11), ANA)] },
        Op::Withdraw { lot },
        Op::Withdraw { lot: LotId(1) },
        Op::Leave { actor: ActorId(9) },
        Op::Ink { link: nowhere, ink: true },
        Op::Judge { link: nowhere, stance: Some(Stance::Agree) },
        Op::Star { link: nowhere, starred: true },
        Op::Reverse { link: nowhere },
        Op::Arrange { cards: vec![(CardId(23), AT), (CardId(11), AT)] },
        Op::Frame { cards: vec![CardId(11)] },
        Op::Rub { stroke: StrokeId(1) },
        Op::Drop { action: ActionId(1) },
    ];
    for op in lost {
        let mut document = table.room.document().clone();
        apply(&mut document, &Entry { seq: Seq(9), actor: ANA, at: Millis(1_000), op: op.clone() });
        assert_eq!(&document, table.room.document(), "{op:?}");
    }
}

#[test]
fn a_table_on_stage_tells_no_link_that_is_not_there() {
    let mut document = Document::default();
    let op = Op::Stage { on: true, link: Some(link(21, 22)) };
    apply(&mut document, &Entry { seq: Seq(1), actor: ANA, at: Millis(1_000), op });
    assert_eq!(document.stage, Some(Stage { since: Millis(1_000), link: None }));
}
