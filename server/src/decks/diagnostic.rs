//! What can be wrong with a deck, said to the person who edits it: the file, the line, and what to do about it.
//! In French, like the decks. Names of fields are those of the files.

use std::fmt;
use thiserror::Error;

/// One thing to put right.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}:{line} : {problem}.", file.name())]
pub struct Diagnostic {
    /// In which file.
    pub file: File,
    /// On which line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// A file of a deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum File {
    /// What is linked to what.
    Deck,
    /// How it is played.
    Scripts,
    /// The French texts.
    Fr,
    /// The English texts so far.
    En,
}

impl File {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 4] = [Self::Deck, Self::Scripts, Self::Fr, Self::En];

    /// Its name in the deck's folder.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deck => "deck.toml",
            Self::Scripts => "scripts.toml",
            Self::Fr => "fr.toml",
            Self::En => "en.toml",
        }
    }
}

/// What a deck is made of, by the names its files use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// The deck itself.
    Deck,
    /// A part of a file, such as `[cards]`.
    Section(&'static str),
    /// A lot.
    Lot(String),
    /// A topic card.
    Card(String),
    /// An action card.
    Action(String),
    /// A profile or a trade.
    Label(String),
    /// An expected link, from cause to consequence.
    Link(String, String),
    /// A misconception, from what people take for the cause to what they take for the consequence.
    Misconception(String, String),
    /// A format, by its minutes.
    Format(String),
    /// The script of a format, by its minutes.
    Script(String),
    /// A step of a format's script.
    Step(String, String),
    /// A wave of a format.
    Wave(String, String),
}

impl Thing {
    /// The file that says whether it exists.
    fn file(&self) -> File {
        match self {
            Self::Script(_) | Self::Step(..) | Self::Wave(..) => File::Scripts,
            _ => File::Deck,
        }
    }
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Deck => write!(f, "le jeu"),
            Self::Section(name) => write!(f, "la partie « {name} »"),
            Self::Lot(slug) => write!(f, "le lot « {slug} »"),
            Self::Card(slug) => write!(f, "la carte « {slug} »"),
            Self::Action(slug) => write!(f, "la carte action « {slug} »"),
            Self::Label(slug) => write!(f, "l’intitulé « {slug} »"),
            Self::Link(from, to) => write!(f, "le lien « {from} → {to} »"),
            Self::Misconception(from, to) => write!(f, "l’idée reçue « {from} → {to} »"),
            Self::Format(minutes) => write!(f, "le format « {minutes} »"),
            Self::Script(minutes) => write!(f, "le déroulé « {minutes} »"),
            Self::Step(minutes, name) => write!(f, "l’étape « {name} » du déroulé « {minutes} »"),
            Self::Wave(minutes, slug) => write!(f, "la vague « {slug} » du format « {minutes} »"),
        }
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text between quotes.
    Text,
    /// A whole number.
    Whole,
    /// A list of texts.
    List,
    /// A group of fields.
    Table,
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "un texte entre guillemets droits",
            Self::Whole => "un nombre entier",
            Self::List => "une liste entre crochets",
            Self::Table => "un groupe de champs",
        })
    }
}

/// What is wrong. Each sentence says what to change; the full stop is the diagnostic's.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "each variant's sentence is its documentation")]
pub enum Problem {
    #[error("ce fichier manque ou ne se laisse pas lire ({kind})")]
    Unreadable { kind: std::io::ErrorKind },
    #[error("ce fichier n’est pas enregistré en UTF-8 : un caractère de cette ligne est illisible")]
    NotUtf8,
    #[error("ce fichier dépasse {} Mo, plus qu’aucun jeu n’a de textes", most / 1024 / 1024)]
    FileTooLong { most: u64 },
    #[error("cette ligne n’est pas du TOML correct ; l’analyseur dit : {parser}")]
    Syntax { parser: String },
    #[error("« {key} » est déjà écrit plus haut. Retirez l’un des deux")]
    WrittenTwice { key: String },
    #[error("{thing} a un champ inconnu, `{field}`. Corrigez son nom ou retirez-le")]
    UnknownField { thing: Thing, field: String },
    #[error("{thing} n’a pas {}. Ajoutez le champ `{field}`", no(field))]
    MissingField { thing: Thing, field: &'static str },
    #[error("{thing} : le champ `{field}` doit contenir {shape}")]
    WrongShape { thing: Thing, field: String, shape: Shape },
    #[error("{thing} : le champ `{field}` est vide. Remplissez-le")]
    Blank { thing: Thing, field: String },
    #[error("{thing} : le champ `{field}` contient un retour à la ligne ou un caractère invisible. Retirez-le")]
    Unprintable { thing: Thing, field: String },
    #[error("« {version} » n’est pas une version. Écrivez trois nombres séparés par des points, comme 1.2.0")]
    BadVersion { version: String },
    #[error("{thing} : le champ `{field}` va de {least} à {most}, or il vaut {value}")]
    OutOfRange { thing: Thing, field: &'static str, value: i64, least: i64, most: i64 },
    #[error("{thing} : « {word} » n’est pas une valeur de `{field}`. Choisissez parmi : {}", known.join(", "))]
    UnknownWord { thing: Thing, field: &'static str, word: String, known: Vec<&'static str> },
    #[error("{thing} : le champ `{field}` compte {count} signes, et {most} au plus y tiennent. Raccourcissez-le")]
    TooLong { thing: Thing, field: &'static str, count: usize, most: usize },
    #[error(
        "« {slug} » n’est pas un nom de fichier de jeu : minuscules sans accent, chiffres et traits d’union seulement"
    )]
    BadSlug { slug: String },
    #[error("{thing} : « {url} » n’est pas une adresse de page. Elle commence par http:// ou https://")]
    BadUrl { thing: Thing, url: String },
    #[error("{thing} porte le numéro {number}, déjà pris par {holder}")]
    SharedNumber { thing: Thing, number: u16, holder: Thing },
    #[error("{thing} cite la carte « {slug} », qui n’existe pas. Corrigez le nom ou ajoutez la carte")]
    UnknownCard { thing: Thing, slug: String },
    #[error("{thing} cite le lot « {slug} », qui n’existe pas. Corrigez le nom ou ajoutez le lot")]
    UnknownLot { thing: Thing, slug: String },
    #[error("{thing} cite « {slug} », qui n’a pas d’intitulé dans fr.toml (partie [{section}])")]
    UnknownLabel { thing: Thing, slug: String, section: &'static str },
    #[error("« {minutes} » n’est pas un format. Les formats sont 45, 90 et 180 (minutes)")]
    UnknownFormat { minutes: String },
    #[error("{thing} cite deux fois « {slug} ». Retirez l’une des deux")]
    ListedTwice { thing: Thing, slug: String },
    #[error("{thing} part de la carte où il arrive : une carte n’est pas sa propre cause")]
    SelfLink { thing: Thing },
    #[error("{thing} n’a aucun texte dans fr.toml. Ajoutez-le")]
    NoText { thing: Thing },
    #[error("ce texte est pour {thing}, qui n’existe pas dans {}. Corrigez le nom ou retirez le texte", thing.file().name())]
    TextForNothing { thing: Thing },
    #[error("{thing} est aussi un lien attendu. Gardez l’un des deux")]
    Contradiction { thing: Thing },
    #[error(
        "{thing} est aussi attendu dans l’autre sens, or un plateau n’a qu’un lien entre deux cartes. Gardez l’un des deux"
    )]
    BothWays { thing: Thing },
    #[error("{thing} : le chemin proposé compte moins de deux cartes")]
    ShortPath { thing: Thing },
    #[error("{thing} : le chemin proposé passe de « {from} » à « {to} », qui ne sont pas liées")]
    BrokenPath { thing: Thing, from: String, to: String },
    #[error(
        "{thing} : aucun lien ne rattache {} au reste de ses cartes. Ajoutez un lien ou changez les cartes",
        list(apart)
    )]
    Disconnected { thing: Thing, apart: Vec<String> },
    #[error("le format « {format} » n’a pas de déroulé. Ajoutez une partie [{format}] avec ses étapes")]
    NoScript { format: u16 },
    #[error("{thing} est pour un format absent de deck.toml. Ajoutez ce format ou retirez le déroulé")]
    ScriptForNothing { thing: Thing },
    #[error("{thing} compte {count} étapes, et {most} au plus. Réunissez-en quelques-unes")]
    TooManySteps { thing: Thing, count: usize, most: usize },
    #[error("{thing} dure {sum} minutes en tout, or il en faut {wanted}. Allongez ou raccourcissez une étape")]
    MinutesDoNotAddUp { thing: Thing, sum: i64, wanted: u16 },
    #[error("{thing} cite la vague « {slug} », qui n’existe pas dans ce format. Corrigez le nom ou ajoutez la vague")]
    UnknownWave { thing: Thing, slug: String },
    #[error("{thing} cite le lot « {slug} », qui n’a aucune carte dans le format « {format} ». Retirez-le")]
    EmptyLot { thing: Thing, slug: String, format: u16 },
    #[error("{thing} distribue {lot}, que distribue déjà {dealer}. Gardez l’une des deux")]
    DealtTwice { thing: Thing, lot: Thing, dealer: Thing },
    #[error("{thing} ne distribue jamais {lot}. Ajoutez le champ `lot` à une étape")]
    NeverDealt { thing: Thing, lot: Thing },
    #[error(
        "{thing} cite la carte « {slug} », qui n’est pas du format « {format} ». Retirez-la, ou ajoutez-la au format"
    )]
    NotInFormat { thing: Thing, slug: String, format: u16 },
    #[error("{thing} cite la carte « {slug} », déjà dans {holder}. Gardez l’une des deux")]
    InTwoWaves { thing: Thing, slug: String, holder: Thing },
    #[error(
        "{thing} : son dessin n’a pas la forme attendue. La forme est décrite dans card-decks/README.md, partie « drawings »"
    )]
    BadDrawing { thing: Thing },
    #[error("le dessin drawings/{slug}.svg n’est celui d’aucune carte. Corrigez le nom du fichier ou retirez-le")]
    DrawingForNothing { slug: String },
    #[error("la carte « {slug} » du format « {format} » n’est dans aucune vague. Ajoutez-la à l’une d’elles")]
    InNoWave { format: u16, slug: String },
}

/// What is not there, in French, after "n’a pas".
fn no(field: &str) -> String {
    let word = match field {
        "title" => "titre",
        "fact" => "verso",
        "number" => "numéro",
        "certainty" => "degré de certitude",
        "hint" => "relance",
        "organisation" => "organisation source",
        "url" => "adresse de source",
        "first_step" => "premier pas",
        "indicator" => "indicateur",
        "level" => "niveau",
        "path" => "chemin",
        "belief" => "phrase d’idée reçue",
        "reason" => "raison",
        "steps" => "étapes",
        "name" => "nom",
        "does" => "consigne",
        "says" => "phrase à dire",
        other => other,
    };
    let elided = word.starts_with(['a', 'e', 'é', 'i', 'o', 'u', 'h']);
    if elided { format!("d’{word}") } else { format!("de {word}") }
}

/// Names one after the other, the first few only.
fn list(slugs: &[String]) -> String {
    let some: Vec<_> = slugs.iter().take(5).map(|slug| format!("« {slug} »")).collect();
    let more = if slugs.len() > some.len() { "…" } else { "" };
    some.join(", ") + more
}
