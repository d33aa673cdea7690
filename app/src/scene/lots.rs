//! What tells lots apart without colour: a symbol each, as a character for texts and as a shape for pictures.

use board::LotId;

/// The height of a card's band, in table units.
pub const BAND_HEIGHT: i32 = 32;
/// The band at the top of a card whose centre is the origin: rounded like the card's upper corners.
pub const BAND: &str = "m-105-43v-26q0-6 6-6h198q6 0 6 6v26z";
/// The upper left corner and the side of a card's drawing, the card's centre being the origin.
pub const DRAWING: ((i32, i32), i32) = ((-26, -42), 52);
/// How far below the centre the middle of a title lies: lower where there is a drawing above it.
#[must_use]
pub const fn title_middle(drawn: bool) -> i32 {
    if drawn { 40 } else { BAND_HEIGHT / 2 }
}
/// The folded corner of a card whose centre is the origin: its back may be read.
pub const CORNER: &str = "m105 47v22q0 6-6 6h-22z";

/// The shapes of [`lot_mark`], within 9 units around the origin.
const MARKS: [&str; 6] = [
    "m-8 0a8 8 0 1 1 16 0a8 8 0 1 1-16 0z",
    "m-7-7h14v14h-14z",
    "m0-8l9 15h-18z",
    "m0-9l9 9l-9 9l-9-9z",
    "m0-10l2.5 7.5l7.5 2.5l-7.5 2.5l-2.5 7.5l-2.5-7.5l-7.5-2.5l7.5-2.5z",
    "m-9 0l4.5-8h9l4.5 8l-4.5 8h-9z",
];

/// A lot's symbol as a character.
#[must_use]
pub fn lot_symbol(lot: LotId) -> &'static str {
    ["●", "■", "▲", "◆", "✦", "⬢"][place(lot)]
}

/// A lot's symbol as the `d` of a path around the origin: drawn, because not every font has the character.
#[must_use]
pub fn lot_mark(lot: LotId) -> &'static str {
    MARKS[place(lot)]
}

/// The class that gives a lot its colours: a seventh lot wears the first one's, and still has its own number.
#[must_use]
pub fn lot_class(lot: LotId) -> &'static str {
    ["lot-1", "lot-2", "lot-3", "lot-4", "lot-5", "lot-6"][place(lot)]
}

fn place(lot: LotId) -> usize {
    usize::from(lot.0.saturating_sub(1)) % 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_lots_have_six_symbols_and_any_other_number_has_one_too() {
        let symbols: std::collections::BTreeSet<_> = (1..=6).map(|lot| lot_symbol(LotId(lot))).collect();
        assert_eq!(symbols.len(), 6);
        assert_eq!(lot_class(LotId(7)), lot_class(LotId(1)));
        assert_eq!(lot_mark(LotId(0)), lot_mark(LotId(1)));
    }

    #[test]
    fn the_style_sheet_has_the_same_symbols() {
        let sheet = include_str!("../../../style/components/lot_mark.css");
        for mark in MARKS {
            assert!(
                sheet.contains(&["<path d='", mark, "'/>"].concat().replace('<', "%3C").replace('>', "%3E")),
                "{mark}"
            );
        }
    }
}
