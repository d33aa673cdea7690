//! A deck: the cards, their lots and their texts. Fronts and backs travel to browsers one by one, when they may be
//! seen; the whole deck stays on the server, and so does its answer key, which is not even here (see [`crate::key`]).
//!
//! A deck refuses nothing: whoever reads it from files checks it first.

use crate::script::Script;
use crate::{CardId, LotId, Lots};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// A language that texts are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Lang {
    /// French: every deck has all its texts in French.
    #[default]
    Fr,
    /// English: what is not translated yet is shown in French.
    En,
}

impl Lang {
    /// The language's code, as in the HTML `lang` attribute.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
}

/// How well a card's fact is established.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Certainty {
    /// The page of the organisation that is quoted was read.
    SourceRead,
    /// A third page that quotes the source was read.
    RelayRead,
    /// From memory: to be checked.
    ToCheck,
    /// A definition or a remark without a figure.
    Definition,
}

/// The side of a topic card that is read first: what a browser gets when the card is dealt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Front {
    /// Which card.
    pub card: CardId,
    /// The lot it belongs to.
    pub lot: LotId,
    /// Its title: 40 characters at most.
    pub title: String,
    /// The language the title is in: French when it is not translated.
    pub lang: Lang,
    /// The sheet that its drawing is on, if it has one.
    pub sheet: Option<SheetId>,
}

/// A card's drawing, on a square of 96 units: the `d` of two paths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// The lines, 3 units wide.
    pub lines: String,
    /// The one shape that is filled, under the lines.
    pub fill: Option<String>,
}

/// The name of a sheet: the drawings of a lot in one file, which a browser fetches once. It comes with the first front
/// of its lot, and cannot be guessed before. Written as 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SheetId(pub u64);

impl fmt::Display for SheetId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The other side of a topic card: what a browser gets once the backs of its lot may be read, never before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Back {
    /// Which card.
    pub card: CardId,
    /// What is known: 250 characters at most.
    pub fact: String,
    /// Who says so and where, on one line.
    pub source: String,
    /// The year of the source.
    pub year: Option<u16>,
    /// How well it is established.
    pub certainty: Certainty,
    /// The language the fact is in: French when it is not translated.
    pub lang: Lang,
}

/// How long the workshop lasts; each format plays its own choice of cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Format {
    /// 45 minutes: a dozen cards.
    FortyFive,
    /// An hour and a half: about two dozen cards.
    Ninety,
    /// Three hours: about 45 cards.
    ThreeHours,
}

impl Format {
    /// All formats, shortest first.
    pub const ALL: [Self; 3] = [Self::FortyFive, Self::Ninety, Self::ThreeHours];

    /// How long it lasts, in minutes.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        match self {
            Self::FortyFive => 45,
            Self::Ninety => 90,
            Self::ThreeHours => 180,
        }
    }

    /// The format that lasts this many minutes.
    #[must_use]
    pub fn of_minutes(minutes: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.minutes() == minutes)
    }
}

/// A text in French and, where somebody translated it, in English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// In French.
    pub fr: String,
    /// In English, if translated.
    pub en: Option<String>,
}

impl Text {
    /// The text in the language asked for, or else in French; with the language it is really in.
    #[must_use]
    pub fn read(&self, lang: Lang) -> (&str, Lang) {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => (en, Lang::En),
            _ => (&self.fr, Lang::Fr),
        }
    }
}

/// A whole deck, in one exact version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deck {
    /// Its name in addresses and files.
    pub slug: String,
    /// Its version, as in the change log.
    pub version: String,
    /// When this version was published: a year, a month or a day.
    pub date: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The licence of its texts: an SPDX name.
    pub licence: String,
    /// Its name for people.
    pub title: Text,
    /// The lots, in the order they are dealt.
    pub lots: Vec<Lot>,
    /// The topic cards, by number.
    pub cards: BTreeMap<CardId, TopicCard>,
    /// The action cards, by number: never the number of a topic card.
    pub actions: BTreeMap<CardId, ActionCard>,
    /// The topic cards of each format, in the order the deck proposes.
    pub formats: BTreeMap<Format, Vec<CardId>>,
    /// How each format is played.
    pub scripts: BTreeMap<Format, Script>,
    /// What is dealt in place of the lots in a format that has no time for six of them, in the order it is dealt.
    pub waves: BTreeMap<Format, Vec<Wave>>,
    /// The profiles that cards name: what each is called.
    pub profiles: BTreeMap<String, Text>,
    /// The trades that action cards name: what each is called.
    pub trades: BTreeMap<String, Text>,
    /// The sheet with the drawings of the action cards, if there are any.
    pub action_sheet: Option<SheetId>,
}

/// A lot of topic cards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lot {
    /// Its place in the order of dealing, which also gives its colour.
    pub id: LotId,
    /// Its name in the deck's files.
    pub slug: String,
    /// Its name for people.
    pub title: Text,
    /// The question it asks the table.
    pub question: Text,
    /// The sheet with the drawings of its cards, if there are any.
    pub sheet: Option<SheetId>,
}

/// Several lots dealt as one, in a short format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wave {
    /// Its place in the order of dealing: the number of a lot at a table of this format.
    pub id: LotId,
    /// Its name in the deck's files.
    pub slug: String,
    /// Its name for people.
    pub title: Text,
    /// Its cards, in the order the deck proposes.
    pub cards: Vec<CardId>,
}

/// A card that is placed and linked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicCard {
    /// Its name in the deck's files.
    pub slug: String,
    /// Its lot.
    pub lot: LotId,
    /// What its front says.
    pub title: Text,
    /// What its back says.
    pub fact: Text,
    /// Where the fact comes from.
    pub source: Source,
    /// Where else to read about it.
    pub other_sources: Vec<Reference>,
    /// How well the fact is established.
    pub certainty: Certainty,
    /// The question that gets a table talking about it: for the person who facilitates.
    pub hint: Text,
    /// A warning or a nuance about the fact: for the person who facilitates.
    pub note: Option<Text>,
    /// Whom it is for: keys of [`Deck::profiles`].
    pub profiles: Vec<String>,
    /// What its picture shows, in French.
    pub illustration: String,
    /// The picture, if somebody drew it.
    pub drawing: Option<Drawing>,
}

/// A card that proposes something to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionCard {
    /// Its name in the deck's files.
    pub slug: String,
    /// What its front says.
    pub title: Text,
    /// What there is to do.
    pub description: Text,
    /// What can be done first.
    pub first_step: Text,
    /// How to know that it works.
    pub indicator: Text,
    /// What it costs, to begin the discussion.
    pub effort: Grade,
    /// What it brings, to begin the discussion.
    pub impact: Grade,
    /// How far away it is.
    pub horizon: Horizon,
    /// Who can do it: keys of [`Deck::trades`].
    pub trades: Vec<String>,
    /// The topic cards it acts on.
    pub targets: Vec<CardId>,
    /// What its picture shows, in French.
    pub illustration: String,
    /// The picture, if somebody drew it.
    pub drawing: Option<Drawing>,
    /// Where it was tried or studied.
    pub source: Option<Source>,
}

/// A grade from 1 (little) to 5 (much).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Grade(u8);

impl Grade {
    /// The grade, if it is one from 1 to 5.
    #[must_use]
    pub fn new(grade: u8) -> Option<Self> {
        (1..=5).contains(&grade).then_some(Self(grade))
    }

    /// From 1 to 5.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// How far away an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Horizon {
    /// This week.
    Week,
    /// This season.
    Season,
    /// Several seasons.
    Seasons,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What was read, in its own language.
    pub title: String,
    /// Who says so.
    pub organisation: String,
    /// When it was published.
    pub year: Option<u16>,
    /// Where to read it: always `http://` or `https://`.
    pub url: String,
}

/// Another place to read about a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Who says so, and what.
    pub organisation: String,
    /// Where to read it: always `http://` or `https://`.
    pub url: String,
}

impl Deck {
    /// The front of a topic card; `None` if the deck has no such card.
    #[must_use]
    pub fn front(&self, card: CardId, lang: Lang) -> Option<Front> {
        let topic = self.cards.get(&card)?;
        let (title, lang) = topic.title.read(lang);
        let lot = self.lots.iter().find(|lot| lot.id == topic.lot);
        let sheet = topic.drawing.as_ref().and(lot).and_then(|lot| lot.sheet);
        Some(Front { card, lot: topic.lot, title: title.to_owned(), lang, sheet })
    }

    /// The back of a topic card; `None` if the deck has no such card.
    #[must_use]
    pub fn back(&self, card: CardId, lang: Lang) -> Option<Back> {
        let topic = self.cards.get(&card)?;
        let (fact, lang) = topic.fact.read(lang);
        let source = format!("{}, {}", topic.source.organisation, topic.source.title);
        Some(Back { card, fact: fact.to_owned(), source, year: topic.source.year, certainty: topic.certainty, lang })
    }

    /// The cards dealt as this lot in this format, by number; none if the deck has no such format or lot.
    #[must_use]
    pub fn lot_cards(&self, format: Format, lot: LotId) -> Vec<CardId> {
        self.lots_of(format).remove(&lot).unwrap_or_default()
    }

    /// What there is to deal in this format: its waves if it has any, or else every lot that has cards in it.
    #[must_use]
    pub fn lots_of(&self, format: Format) -> Lots {
        let mut lots = Lots::new();
        match self.waves.get(&format) {
            Some(waves) => lots.extend(waves.iter().map(|wave| (wave.id, wave.cards.clone()))),
            None => {
                for card in self.formats.get(&format).into_iter().flatten() {
                    if let Some(topic) = self.cards.get(card) {
                        lots.entry(topic.lot).or_default().push(*card);
                    }
                }
            }
        }
        lots.values_mut().for_each(|cards| cards.sort_unstable());
        lots
    }

    /// What people call what is dealt as this lot in this format; `None` if nothing is.
    #[must_use]
    pub fn lot_title(&self, format: Format, lot: LotId) -> Option<&Text> {
        match self.waves.get(&format) {
            Some(waves) => waves.iter().find(|wave| wave.id == lot).map(|wave| &wave.title),
            None => self.lots.iter().find(|known| known.id == lot).map(|known| &known.title),
        }
    }
}
