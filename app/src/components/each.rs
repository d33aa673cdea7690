//! A list whose rows keep their nodes: one instance of the keyed list for all of them, whatever they list. The wasm
//! would otherwise carry the same list once for each kind of row.

use board::{ActorId, CardId, LinkId, LotId, NoteId, StrokeId};
use leptos::prelude::*;
use std::sync::Arc;

/// What a row is of: a key of at most 64 bits.
pub trait Row: Copy + PartialEq + Send + Sync + 'static {
    /// As a number.
    fn pack(self) -> u64;
    /// From the number.
    fn unpack(packed: u64) -> Self;
}

macro_rules! row {
    ($($name:ident($inner:ty)),*) => {
        $(impl Row for $name {
            fn pack(self) -> u64 {
                self.0.into()
            }

            fn unpack(packed: u64) -> Self {
                // It was packed from this very type.
                Self(packed as $inner)
            }
        })*
    };
}
row!(ActorId(u32), CardId(u16), LotId(u8), NoteId(u64), StrokeId(u64));

impl Row for LinkId {
    fn pack(self) -> u64 {
        u64::from(self.cause.0) << 16 | u64::from(self.consequence.0)
    }

    fn unpack(packed: u64) -> Self {
        Self { cause: CardId((packed >> 16) as u16), consequence: CardId(packed as u16) }
    }
}

/// One row for each of these, in their order.
pub fn each<T: Row, V: IntoAny + 'static>(rows: Memo<Vec<T>>, row: impl Fn(T) -> V + Send + Sync + 'static) -> AnyView {
    let packed = move || rows.with(|rows| rows.iter().map(|row| row.pack()).collect());
    list(Arc::new(packed), Arc::new(move |packed| row(T::unpack(packed)).into_any()))
}

type Rows = Arc<dyn Fn() -> Vec<u64> + Send + Sync>;
type Drawn = Arc<dyn Fn(u64) -> AnyView + Send + Sync>;

fn list(rows: Rows, row: Drawn) -> AnyView {
    view! { <For each=move || rows() key=|packed| *packed children=move |packed| row(packed) /> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_what_was_packed() {
        let link = LinkId { cause: CardId(61), consequence: CardId(u16::MAX) };
        assert_eq!(LinkId::unpack(link.pack()), link);
        assert_ne!(link.reversed().pack(), link.pack());
        assert_eq!(NoteId::unpack(NoteId(u64::MAX).pack()), NoteId(u64::MAX));
        assert_eq!(LotId::unpack(LotId(6).pack()), LotId(6));
        assert_eq!(ActorId::unpack(ActorId(u32::MAX).pack()), ActorId(u32::MAX));
    }
}
