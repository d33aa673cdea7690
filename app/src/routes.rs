//! Every address of the site, on one page: written and read in one place.

mod export;

pub use export::{Export, Flavour, Subject};

use crate::api::{DeckName, HelpFor};
use board::{BoardId, WorkshopId};
use std::fmt;

/// What a deck is called as a file of its version.
const ARCHIVE: &str = "jeu.zip";

/// An address. Its `Display` is the path; [`Route::read`] is the way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Enter a code.
    Home,
    /// Join with a code, which may be empty.
    Join(String),
    /// A secret that opens a role: shows a button, so that a link preview takes no seat.
    Door(String),
    /// A participant's board.
    Board(BoardId),
    /// A participant's board as text, without wasm.
    Plan(BoardId),
    /// The other tables' boards, seen from one's own: visit them and vote.
    Gallery(BoardId),
    /// One word of mood, at one's own board.
    Mood(BoardId),
    /// The questions about the workshop, at one's own board.
    Feedback(BoardId),
    /// What a table decides, as plain forms.
    Actions(BoardId),
    /// A board for the room's screen.
    Projector(BoardId),
    /// The organiser's workshops, and a new one.
    Workshops,
    /// The cards of a format, in minutes, to print and cut out.
    Cards(u16),
    /// The decks of this server, and another one to import.
    Decks,
    /// The cards of a deck in one version, for a format in minutes, to print and cut out.
    DeckCards(DeckName, u16),
    /// A deck in one version, as an archive to pass on.
    DeckFile(DeckName),
    /// What people found wrong with the cards of a deck.
    Flags(String),
    /// The same as a table.
    FlagsFile(String),
    /// The tables of a workshop at a glance, for the person who facilitates.
    Cockpit(WorkshopId),
    /// The facilitation of a workshop, at a table (from 1).
    Facilitate(WorkshopId, u8),
    /// The script of a workshop.
    Script(WorkshopId),
    /// The cards of a workshop: its own, and those that it leaves out.
    OwnCards(WorkshopId),
    /// The cards of a workshop, to print and cut out.
    OwnPrint(WorkshopId),
    /// Who may do what at a workshop, and who sits where.
    Team(WorkshopId),
    /// What a workshop's people said, and its end.
    Returns(WorkshopId),
    /// The debrief sheet of a workshop, for those who write it.
    Debrief(WorkshopId),
    /// The debrief sheet of a workshop on paper.
    DebriefFile(WorkshopId, Paper),
    /// The debrief sheet as the room reads it, from one's own board.
    RoomDebrief(BoardId),
    /// What became of a workshop's actions.
    FollowUp(WorkshopId),
    /// The dates of a workshop's actions and of its follow-up, as a file for calendars.
    Calendar(WorkshopId),
    /// The workshops that can be followed up.
    FollowUps,
    /// What a reminder asks, with its secret.
    Answer(String),
    /// What organisations publish for others.
    Network,
    /// The same as a file: JSON, or else a table.
    NetworkFile(bool),
    /// The saved boards.
    Library,
    /// Bring a saved board back from its file.
    Import,
    /// One saved board.
    Saved(i64),
    /// One saved board as a file to keep.
    Export(i64, Export),
    /// Several saved boards, side by side: the address asks for them.
    Compare,
    /// What many saved boards add up to, as a page or as a table: the address says which boards.
    Overview(Option<Flavour>),
    /// One saved board, seen again from its first entry.
    Replay(i64),
    /// The read-only links to a saved board.
    Shares(i64),
    /// One saved board, for whoever has the secret of a read-only link.
    Share(String),
    /// Its picture alone, to be framed by another site.
    Embed(String),
    /// The accounts of the organisation, and what it decides.
    Organisation,
    /// Everything of the organisation, in one archive.
    Everything,
    /// The register: what was done to what is kept.
    Register,
    /// A workshop that may be erased.
    Erasure(WorkshopId),
    /// An invitation to have an account, with its secret.
    Invitation(String),
    /// Sign in.
    SignIn,
    /// The first set-up, with its one-time secret.
    SetUp(String),
    /// The accessibility statement.
    Accessibility,
    /// The eco-design statement.
    EcoDesign,
    /// The privacy notice.
    Privacy,
    /// The help, as a whole or for one role.
    Help(Option<HelpFor>),
}

/// The paper a debrief sheet is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The whole of it, to file and to send.
    A4,
    /// What was decided, to hang on a wall.
    A3,
}

impl Paper {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A4, Self::A3];

    /// Its name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "fiche-a4.pdf",
            Self::A3 => "fiche-a3.pdf",
        }
    }

    /// The paper of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.name() == name)
    }
}

impl Route {
    /// Reads a path; `None` when there is nothing there.
    #[must_use]
    pub fn read(path: &str) -> Option<Self> {
        let mut parts = path.trim_matches('/').split('/');
        let route = match (parts.next()?, parts.next(), parts.next()) {
            ("", None, None) => Self::Home,
            ("rejoindre", code, None) => Self::Join(code.unwrap_or_default().to_owned()),
            ("entree", Some(secret), None) => Self::Door(secret.to_owned()),
            ("plateau", Some(board), None) => Self::Board(board.parse().ok()?),
            ("plan", Some(board), None) => Self::Plan(board.parse().ok()?),
            ("galerie", Some(board), None) => Self::Gallery(board.parse().ok()?),
            ("meteo", Some(board), None) => Self::Mood(board.parse().ok()?),
            ("retour", Some(board), None) => Self::Feedback(board.parse().ok()?),
            ("actions", Some(board), None) => Self::Actions(board.parse().ok()?),
            ("projecteur", Some(board), None) => Self::Projector(board.parse().ok()?),
            ("ateliers", None, None) => Self::Workshops,
            ("ateliers", Some("cartes"), Some(minutes)) => Self::Cards(minutes.parse().ok()?),
            ("jeux", None, None) => Self::Decks,
            ("jeux", Some(slug), Some("signalements")) => Self::Flags(slug.to_owned()),
            ("jeux", Some(slug), Some("signalements.csv")) => Self::FlagsFile(slug.to_owned()),
            ("jeux", Some(slug), Some(version)) => {
                let name = (slug.to_owned(), version.to_owned());
                match parts.next()? {
                    ARCHIVE => Self::DeckFile(name),
                    minutes => Self::DeckCards(name, minutes.parse().ok()?),
                }
            }
            ("animer", Some(workshop), None) => Self::Cockpit(workshop.parse().ok()?),
            ("animer", Some(workshop), Some("deroule")) => Self::Script(workshop.parse().ok()?),
            ("animer", Some(workshop), Some("cartes")) => Self::OwnCards(workshop.parse().ok()?),
            ("animer", Some(workshop), Some("cartes-a-imprimer")) => Self::OwnPrint(workshop.parse().ok()?),
            ("animer", Some(workshop), Some("equipe")) => Self::Team(workshop.parse().ok()?),
            ("animer", Some(workshop), Some("retours")) => Self::Returns(workshop.parse().ok()?),
            ("animer", Some(workshop), Some("fiche")) => Self::Debrief(workshop.parse().ok()?),
            ("animer", Some(workshop), Some(file)) if Paper::named(file).is_some() => {
                Self::DebriefFile(workshop.parse().ok()?, Paper::named(file)?)
            }
            ("fiche", Some(board), None) => Self::RoomDebrief(board.parse().ok()?),
            ("animer", Some(workshop), Some("suivi")) => Self::FollowUp(workshop.parse().ok()?),
            ("animer", Some(workshop), Some("suivi.ics")) => Self::Calendar(workshop.parse().ok()?),
            ("animer", Some(workshop), Some(table)) => Self::Facilitate(workshop.parse().ok()?, table.parse().ok()?),
            ("bibliotheque", None, None) => Self::Library,
            ("bibliotheque", Some("comparer"), None) => Self::Compare,
            ("bibliotheque", Some("suivi"), None) => Self::FollowUps,
            ("reseau", None, None) => Self::Network,
            ("reseau.json", None, None) => Self::NetworkFile(true),
            ("reseau.csv", None, None) => Self::NetworkFile(false),
            ("suivi", Some(secret), None) => Self::Answer(secret.to_owned()),
            ("bibliotheque", Some("ensemble"), None) => Self::Overview(None),
            ("bibliotheque", Some("ensemble"), Some("liens-tableur.csv")) => Self::Overview(Some(Flavour::Spreadsheet)),
            ("bibliotheque", Some("ensemble"), Some("liens.csv")) => Self::Overview(Some(Flavour::OpenData)),
            ("bibliotheque", Some("importer"), None) => Self::Import,
            ("bibliotheque", Some(mark), None) => Self::Saved(mark.parse().ok()?),
            ("bibliotheque", Some(mark), Some("revoir")) => Self::Replay(mark.parse().ok()?),
            ("bibliotheque", Some(mark), Some("partage")) => Self::Shares(mark.parse().ok()?),
            ("bibliotheque", Some(mark), Some(file)) => Self::Export(mark.parse().ok()?, Export::named(file)?),
            ("partage", Some(secret), None) => Self::Share(secret.to_owned()),
            ("partage", Some(secret), Some("cadre")) => Self::Embed(secret.to_owned()),
            ("organisation", None, None) => Self::Organisation,
            ("organisation", Some("tout.zip"), None) => Self::Everything,
            ("organisation", Some("registre"), None) => Self::Register,
            ("organisation", Some("effacer"), Some(workshop)) => Self::Erasure(workshop.parse().ok()?),
            ("invitation", Some(secret), None) => Self::Invitation(secret.to_owned()),
            ("connexion", None, None) => Self::SignIn,
            ("installation", Some(secret), None) => Self::SetUp(secret.to_owned()),
            ("accessibilite", None, None) => Self::Accessibility,
            ("ecoconception", None, None) => Self::EcoDesign,
            ("confidentialite", None, None) => Self::Privacy,
            ("aide", None, None) => Self::Help(None),
            ("aide", Some(role), None) => Self::Help(Some(HelpFor::named(role)?)),
            _ => return None,
        };
        parts.next().is_none().then_some(route)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("/"),
            Self::Join(code) if code.is_empty() => f.write_str("/rejoindre"),
            Self::Join(code) => write!(f, "/rejoindre/{code}"),
            Self::Door(secret) => write!(f, "/entree/{secret}"),
            Self::Board(board) => write!(f, "/plateau/{board}"),
            Self::Plan(board) => write!(f, "/plan/{board}"),
            Self::Gallery(board) => write!(f, "/galerie/{board}"),
            Self::Mood(board) => write!(f, "/meteo/{board}"),
            Self::Feedback(board) => write!(f, "/retour/{board}"),
            Self::Actions(board) => write!(f, "/actions/{board}"),
            Self::Projector(board) => write!(f, "/projecteur/{board}"),
            Self::Workshops => f.write_str("/ateliers"),
            Self::Cards(minutes) => write!(f, "/ateliers/cartes/{minutes}"),
            Self::Decks => f.write_str("/jeux"),
            Self::DeckCards((slug, version), minutes) => write!(f, "/jeux/{slug}/{version}/{minutes}"),
            Self::DeckFile((slug, version)) => write!(f, "/jeux/{slug}/{version}/{ARCHIVE}"),
            Self::Flags(slug) => write!(f, "/jeux/{slug}/signalements"),
            Self::FlagsFile(slug) => write!(f, "/jeux/{slug}/signalements.csv"),
            Self::Cockpit(workshop) => write!(f, "/animer/{workshop}"),
            Self::Facilitate(workshop, table) => write!(f, "/animer/{workshop}/{table}"),
            Self::Script(workshop) => write!(f, "/animer/{workshop}/deroule"),
            Self::OwnCards(workshop) => write!(f, "/animer/{workshop}/cartes"),
            Self::OwnPrint(workshop) => write!(f, "/animer/{workshop}/cartes-a-imprimer"),
            Self::Team(workshop) => write!(f, "/animer/{workshop}/equipe"),
            Self::Returns(workshop) => write!(f, "/animer/{workshop}/retours"),
            Self::Debrief(workshop) => write!(f, "/animer/{workshop}/fiche"),
            Self::DebriefFile(workshop, paper) => write!(f, "/animer/{workshop}/{}", paper.name()),
            Self::RoomDebrief(board) => write!(f, "/fiche/{board}"),
            Self::FollowUp(workshop) => write!(f, "/animer/{workshop}/suivi"),
            Self::Calendar(workshop) => write!(f, "/animer/{workshop}/suivi.ics"),
            Self::FollowUps => f.write_str("/bibliotheque/suivi"),
            Self::Answer(secret) => write!(f, "/suivi/{secret}"),
            Self::Network => f.write_str("/reseau"),
            Self::NetworkFile(json) => f.write_str(if *json { "/reseau.json" } else { "/reseau.csv" }),
            Self::Library => f.write_str("/bibliotheque"),
            Self::Import => f.write_str("/bibliotheque/importer"),
            Self::Saved(mark) => write!(f, "/bibliotheque/{mark}"),
            Self::Export(mark, file) => write!(f, "/bibliotheque/{mark}/{}", file.name()),
            Self::Compare => f.write_str("/bibliotheque/comparer"),
            Self::Overview(None) => f.write_str("/bibliotheque/ensemble"),
            Self::Overview(Some(Flavour::Spreadsheet)) => f.write_str("/bibliotheque/ensemble/liens-tableur.csv"),
            Self::Overview(Some(Flavour::OpenData)) => f.write_str("/bibliotheque/ensemble/liens.csv"),
            Self::Replay(mark) => write!(f, "/bibliotheque/{mark}/revoir"),
            Self::Shares(mark) => write!(f, "/bibliotheque/{mark}/partage"),
            Self::Share(secret) => write!(f, "/partage/{secret}"),
            Self::Embed(secret) => write!(f, "/partage/{secret}/cadre"),
            Self::Organisation => f.write_str("/organisation"),
            Self::Everything => f.write_str("/organisation/tout.zip"),
            Self::Register => f.write_str("/organisation/registre"),
            Self::Erasure(workshop) => write!(f, "/organisation/effacer/{workshop}"),
            Self::Invitation(secret) => write!(f, "/invitation/{secret}"),
            Self::SignIn => f.write_str("/connexion"),
            Self::SetUp(secret) => write!(f, "/installation/{secret}"),
            Self::Accessibility => f.write_str("/accessibilite"),
            Self::EcoDesign => f.write_str("/ecoconception"),
            Self::Privacy => f.write_str("/confidentialite"),
            Self::Help(None) => f.write_str("/aide"),
            Self::Help(Some(role)) => write!(f, "/aide/{}", role.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let id = uuid::Uuid::from_u128(7);
        let all = [
            Route::Home,
            Route::Join(String::new()),
            Route::Join("ABC234".into()),
            Route::Door("s3cret".into()),
            Route::Board(BoardId(id)),
            Route::Plan(BoardId(id)),
            Route::Gallery(BoardId(id)),
            Route::Mood(BoardId(id)),
            Route::Feedback(BoardId(id)),
            Route::Actions(BoardId(id)),
            Route::Projector(BoardId(id)),
            Route::Workshops,
            Route::Cards(180),
            Route::Decks,
            Route::DeckCards(("culture".into(), "1.2.0".into()), 45),
            Route::Flags("culture".into()),
            Route::FlagsFile("culture".into()),
            Route::DeckFile(("culture".into(), "1.2.0".into())),
            Route::Cockpit(WorkshopId(id)),
            Route::Facilitate(WorkshopId(id), 2),
            Route::Script(WorkshopId(id)),
            Route::OwnCards(WorkshopId(id)),
            Route::OwnPrint(WorkshopId(id)),
            Route::Team(WorkshopId(id)),
            Route::Returns(WorkshopId(id)),
            Route::Debrief(WorkshopId(id)),
            Route::DebriefFile(WorkshopId(id), Paper::A3),
            Route::RoomDebrief(BoardId(id)),
            Route::FollowUp(WorkshopId(id)),
            Route::Calendar(WorkshopId(id)),
            Route::FollowUps,
            Route::Answer("s3cret".into()),
            Route::Network,
            Route::NetworkFile(true),
            Route::NetworkFile(false),
            Route::Library,
            Route::Import,
            Route::Saved(12),
            Route::Export(12, Export::Svg),
            Route::Export(12, Export::Csv(Subject::Links, Flavour::OpenData)),
            Route::Replay(12),
            Route::Compare,
            Route::Shares(12),
            Route::Share("s3cret".into()),
            Route::Embed("s3cret".into()),
            Route::Organisation,
            Route::Everything,
            Route::Register,
            Route::Erasure(WorkshopId(id)),
            Route::Invitation("s3cret".into()),
            Route::Overview(None),
            Route::Overview(Some(Flavour::Spreadsheet)),
            Route::Overview(Some(Flavour::OpenData)),
            Route::SignIn,
            Route::SetUp("s3cret".into()),
            Route::Accessibility,
            Route::EcoDesign,
            Route::Privacy,
            Route::Help(None),
            Route::Help(Some(HelpFor::Organise)),
        ];
        for route in all {
            assert_eq!(Route::read(&route.to_string()), Some(route));
        }
    }

    #[test]
    fn nothing_is_where_nothing_was_put() {
        for path in [
            "/plateau",
            "/plateau/not-an-id",
            "/bibliotheque/x",
            "/bibliotheque/7/export.exe",
            "/animer/1/2/3/4",
            "/admin",
            "/connexion/a",
            "/aide/x",
            "/jeux/culture",
            "/jeux/culture/1.2.0",
            "/jeux/culture/1.2.0/jeu.zip/x",
        ] {
            assert_eq!(Route::read(path), None, "{path}");
        }
    }
}
