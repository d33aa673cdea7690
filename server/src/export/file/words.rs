//! How a board file writes what is an enum here: words that never change, whatever the code calls them.

use board::{LinkKind, Phase, Stamp};
use serde::{Deserialize, Deserializer, Serializer, de::Error};

macro_rules! said {
    ($name:ident: $kind:ty { $($variant:ident = $word:literal,)+ }) => {
        pub(in crate::export) mod $name {
            use super::*;

            /// Its word.
            pub(in crate::export) const fn word(value: $kind) -> &'static str {
                match value { $(<$kind>::$variant => $word),+ }
            }

            pub(in crate::export::file) fn read<E: Error>(text: &str) -> Result<$kind, E> {
                match text {
                    $($word => Ok(<$kind>::$variant),)+
                    other => Err(E::unknown_variant(other, &[$($word),+])),
                }
            }

            pub(in crate::export::file) fn serialize<S: Serializer>(value: &$kind, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(word(*value))
            }

            pub(in crate::export::file) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<$kind, D::Error> {
                read(&String::deserialize(from)?)
            }
        }
    };
}

said!(phase: Phase {
    Welcome = "welcome",
    Cards = "cards",
    Links = "links",
    Review = "review",
    Story = "story",
    Closing = "closing",
    Icebreaker = "icebreaker",
    Break = "break",
    Restitution = "restitution",
    Gallery = "gallery",
    Mood = "mood",
    Actions = "actions",
    Feedback = "feedback",
});
said!(kind: LinkKind {
    LeadsTo = "leads-to",
    Reduces = "reduces",
    Enables = "enables",
});
said!(stamp: Stamp {
    Heart = "heart",
    Star = "star",
    Bolt = "bolt",
    Leaf = "leaf",
    Question = "question",
    Stop = "stop",
});

/// A stamp, or none.
pub(super) mod perhaps {
    use super::*;

    pub(in crate::export::file) fn serialize<S: Serializer>(value: &Option<Stamp>, to: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(stamp) => stamp::serialize(stamp, to),
            None => to.serialize_none(),
        }
    }

    pub(in crate::export::file) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Stamp>, D::Error> {
        #[derive(Deserialize)]
        struct One(#[serde(with = "stamp")] Stamp);
        Ok(Option::<One>::deserialize(from)?.map(|One(stamp)| stamp))
    }
}

/// Numbers as texts.
pub(super) mod number {
    use super::*;

    pub(in crate::export::file) fn serialize<S: Serializer>(value: &u64, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(value)
    }

    pub(in crate::export::file) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(|_| D::Error::custom(format!("{text:?} is no number")))
    }
}
