//! What the pages that an organisation publishes are made from: who runs this server, what was measured when it was
//! built, and the cards to print.

use super::DeckName;
use board::deck::{Certainty, Lang, SheetId};
use board::{CardId, LotId, WorkshopId};

/// The organisation that runs this server, as far as it has said so. What is not said is shown as not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operator {
    /// What it is called.
    pub name: Option<String>,
    /// Where to write to it: an e-mail address, a page or a postal address.
    pub contact: Option<String>,
    /// Where to reach its data protection officer.
    pub dpo: Option<String>,
    /// On which legal basis it holds workshops.
    pub basis: Option<String>,
    /// For how long it keeps boards and backups.
    pub retention: Option<String>,
}

/// A page that only needs to know who answers for it, and where it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublishedOpening {
    /// Who runs this server.
    pub operator: Operator,
    /// The address people reach it at.
    pub address: String,
    /// What was measured when this version was built.
    pub measures: Measures,
    /// For how many days names, boards and copies of the database are kept.
    pub kept_for: [u16; 3],
}

/// Figures that `cargo xtask audit` wrote down. A figure that is not there was not measured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// The day, as year, month and day; `None` if nothing was measured.
    pub date: Option<String>,
    /// What each page weighs, by its name in the file.
    pub pages: Vec<PageMeasure>,
    /// What the checks of accessibility found.
    pub checks: Checks,
}

/// What one page weighs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageMeasure {
    /// Its name in the file.
    pub page: String,
    /// Bytes on the wire, headers included.
    pub bytes: u32,
    /// How many requests they took.
    pub requests: u32,
    /// Elements of the page, without those inside drawings.
    pub elements: Option<u32>,
    /// Elements of the page, drawings included.
    pub elements_all: Option<u32>,
    /// Its EcoIndex, from 0 to 100.
    pub ecoindex: Option<u32>,
}

/// What the checks of accessibility found: how many of how many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    /// Violations that axe-core found.
    pub axe_violations: Option<u32>,
    /// Tasks that were done by keyboard alone, and how many were tried.
    pub keyboard: Option<(u32, u32)>,
    /// Cards and links of the board found in the accessibility tree, and how many there were.
    pub tree: Option<(u32, u32)>,
}

/// A role for which there is help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpFor {
    /// Whoever takes part.
    Play,
    /// The person who facilitates.
    Facilitate,
    /// Whoever organises.
    Organise,
}

impl HelpFor {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Play, Self::Facilitate, Self::Organise];

    /// Its name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Play => "participer",
            Self::Facilitate => "animer",
            Self::Organise => "organiser",
        }
    }

    /// The role with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// The cards of a format, to print and cut out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardsOpening {
    /// The format, in minutes.
    pub minutes: u16,
    /// Whose cards these are, if they are those of one workshop: its id and its title.
    pub workshop: Option<(WorkshopId, String)>,
    /// The deck: slug and version.
    pub deck: DeckName,
    /// What people call the deck.
    pub deck_title: String,
    /// The licence of its texts, which each sheet says.
    pub licence: String,
    /// Every format that the deck has, in minutes.
    pub formats: Vec<u16>,
    /// The topic cards, in the order they are dealt.
    pub topics: Vec<PrintedCard>,
    /// The action cards, by number.
    pub actions: Vec<PrintedCard>,
}

/// A card, both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedCard {
    /// Its number.
    pub card: CardId,
    /// The lot printed on it; none on an action card.
    pub lot: Option<LotId>,
    /// What its front says.
    pub title: String,
    /// The sheet its drawing is on, if it has one.
    pub sheet: Option<SheetId>,
    /// What its back says: a fact, or what there is to do.
    pub text: String,
    /// What can be done first, on an action card.
    pub first_step: String,
    /// Who says so and where, on one line; may be empty on an action card.
    pub source: String,
    /// How well a fact is established.
    pub certainty: Option<Certainty>,
    /// Whether it is a workshop's own.
    pub local: bool,
    /// The language its texts are in.
    pub lang: Lang,
}
