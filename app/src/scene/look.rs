//! How a link is drawn: its kind, whether the table agrees on it, whether it is starred. Each is told by
//! line and sign, not by colour alone.

use board::{Document, LinkId, LinkKind};

/// What a link looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// How the cause acts: the line and its head.
    pub kind: LinkKind,
    /// True for ink, a full line; false for pencil, a thin one.
    pub ink: bool,
    /// A starred link: a star on the line.
    pub starred: bool,
    /// Somebody disagrees: two marks across the line.
    pub contested: bool,
}

/// Two marks around the origin, across a line.
pub const MARKS: &str = "m-2-11-6 22m16-22-6 22";
/// A star around the origin.
pub const STAR: &str = "m0-16 4 11h11l-9 7 3 11-9-6-9 6 3-11-9-7h11z";
/// How far along its link, in hundredths, the star lies.
pub const STAR_AT: i32 = 36;
/// How far along its link, in hundredths, the two marks lie.
pub const MARKS_AT: i32 = 64;

impl Look {
    /// What this link of a board looks like.
    #[must_use]
    pub fn of(document: &Document, id: LinkId) -> Self {
        let link = document.links.get(&id);
        Self {
            kind: link.map(|link| link.kind).unwrap_or_default(),
            ink: link.is_some_and(|link| link.ink),
            starred: document.stars.contains(&id),
            contested: document.opinions(id).1 > 0,
        }
    }

    /// Its classes.
    #[must_use]
    pub fn class(self) -> String {
        let mut class = String::from(match self.kind {
            LinkKind::LeadsTo => "leads-to",
            LinkKind::Reduces => "reduces",
            LinkKind::Enables => "enables",
        });
        class.push_str(if self.ink { "" } else { " pencil" });
        class.push_str(if self.starred { " starred" } else { "" });
        class
    }
}

/// A link of which only the kind is known: a full line.
impl From<LinkKind> for Look {
    fn from(kind: LinkKind) -> Self {
        Self { kind, ink: true, ..Self::default() }
    }
}
