//! The pages: each one a function of its opening, which the server read before rendering.

mod accessibility;
mod actions;
mod board;
mod cards;
mod carried;
mod cockpit;
mod compare;
mod debrief;
mod decks;
mod door;
mod eco;
mod erasure;
mod facilitate;
mod feedback;
mod flags;
mod follow_up;
mod form;
mod gallery;
mod help;
mod home;
mod import;
mod invitation;
mod join;
mod library;
mod living;
mod mood;
mod network;
mod organisation;
mod overview;
mod own_cards;
mod plan;
mod privacy;
pub mod projector;
mod register;
mod replay;
mod returns;
mod saved;
mod script;
mod set_up;
mod shared;
mod shares;
mod sign_in;
mod sorry;
mod team;
mod workshops;

pub use actions::Begun;
pub use board::board;
pub use carried::{Carried, back};
pub use decks::{deck_place, refused_deck};
pub use facilitate::facilitate;
pub use form::Form;
pub use living::{Living, living, participant};
pub use plan::{FLAGGED, Reading};
pub use register::register_line;
pub use replay::{Player, player};
pub(crate) use returns::average;

use crate::api::{
    ActionsOpening, AnswerOpening, AppError, BoardOpening, CardsOpening, ComparisonOpening, DebriefOpening,
    DecksOpening, DoorOpening, ErasureOpening, FeedbackOpening, FlagsOpening, FollowUpOpening, FollowUpsOpening,
    GalleryOpening, HelpFor, InvitationOpening, JoinOpening, LibraryOpening, MoodOpening, NetworkOpening, NotImported,
    NotTaken, OrganisationOpening, OverviewOpening, OwnCardsOpening, PublishedOpening, RegisterOpening, ReplayOpening,
    RetrospectOpening, ReturnsOpening, ScriptOpening, SharedOpening, SharesOpening, TeamOpening, WorkshopsOpening,
};
use crate::text::words;
use ::board::deck::Lang;
use ::board::{BoardId, OpId};
use leptos::prelude::AnyView;
use std::collections::BTreeMap;

/// What is shown at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// Enter a code.
    Home,
    /// Join a workshop.
    Join(JoinOpening),
    /// A secret's button.
    Door(DoorOpening),
    /// A participant's board.
    Board(Box<BoardOpening>),
    /// A participant's board as text, and how it is read.
    Plan(Box<BoardOpening>, Reading),
    /// The other tables' boards.
    Gallery(Box<GalleryOpening>),
    /// A word of mood.
    Mood(MoodOpening),
    /// The questions about the workshop.
    Feedback(FeedbackOpening),
    /// What a workshop's people said.
    Returns(Box<ReturnsOpening>),
    /// The debrief sheet of a workshop, for those who write it.
    Debrief(Box<DebriefOpening>),
    /// The debrief sheet as the room reads it from this board, once it may; and whether the page follows what is written.
    RoomDebrief(BoardId, Option<Box<DebriefOpening>>, bool),
    /// What became of a workshop's actions.
    FollowUp(Box<FollowUpOpening>),
    /// The workshops that can be followed up.
    FollowUps(FollowUpsOpening),
    /// What organisations publish for others.
    Network(Box<NetworkOpening>),
    /// What a reminder asks; `None` when it is over, or never was.
    Answer(Option<Box<AnswerOpening>>),
    /// What a table decides, and what the form begins with.
    Actions(Box<ActionsOpening>, Begun),
    /// The boards of a workshop for the room's screen; the first is shown first.
    Projector(Vec<BoardOpening>),
    /// The boards of a workshop for the person who facilitates, table 1 first.
    Cockpit(Vec<BoardOpening>),
    /// A table of a workshop, for the person who facilitates.
    Facilitate(Box<BoardOpening>),
    /// Who may do what at a workshop, and who sits where.
    Team(Box<TeamOpening>),
    /// The organiser's workshops.
    Workshops(WorkshopsOpening),
    /// The script of a workshop.
    Script(Box<ScriptOpening>),
    /// The shelf of saved boards.
    Library(LibraryOpening),
    /// One saved board.
    Saved(Box<RetrospectOpening>),
    /// The read-only links to a saved board.
    Shares(SharesOpening),
    /// One saved board, for whoever has a read-only link.
    Shared(Box<SharedOpening>),
    /// Its picture alone, for a frame on another site.
    Embedded(Box<SharedOpening>),
    /// Several saved boards, side by side.
    Compare(Box<ComparisonOpening>),
    /// What many saved boards add up to.
    Overview(Box<OverviewOpening>),
    /// One saved board, seen again from its first entry.
    Replay(Box<ReplayOpening>),
    /// Import a board; why the last file was refused.
    Import(Option<NotImported>),
    /// The accounts of the organisation, and what it decides.
    Organisation(Box<OrganisationOpening>),
    /// The register.
    Register(RegisterOpening),
    /// A workshop that may be erased.
    Erasure(ErasureOpening),
    /// An invitation to have an account.
    Invitation(InvitationOpening),
    /// Sign in.
    SignIn,
    /// The first set-up, with its secret.
    SetUp(String),
    /// The cards of a format, to print.
    Cards(Box<CardsOpening>),
    /// What people found wrong with the cards of a deck.
    Flags(Box<FlagsOpening>),
    /// The cards of one workshop.
    OwnCards(Box<OwnCardsOpening>),
    /// The decks of this server, and why the last archive was refused.
    Decks(Box<DecksOpening>, Option<NotTaken>),
    /// The accessibility statement.
    Accessibility(Box<PublishedOpening>),
    /// The eco-design statement.
    EcoDesign(Box<PublishedOpening>),
    /// The privacy notice.
    Privacy(Box<PublishedOpening>),
    /// The help, as a whole or for one role.
    Help(Option<HelpFor>),
    /// Nothing that this person may see: why, and where to go on.
    Sorry(AppError),
}

/// A page as one request gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What is shown.
    pub page: Page,
    /// In which language.
    pub lang: Lang,
    /// A form of this page that was refused without JavaScript.
    pub refused: Option<RefusedForm>,
}

/// A form that was refused, as the address says it: its endpoint, why, and what had been typed, so that nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedForm {
    /// The endpoint of the server function, such as `join`.
    pub form: String,
    /// Why.
    pub error: AppError,
    /// The fields as typed, secrets apart.
    pub typed: BTreeMap<String, String>,
}

/// A page that stays as the server made it: HTML and forms, and the place of a replay's player. `None` for a page that
/// lives.
///
/// `draw` gives each form of the Plan its own op id.
pub fn still(sheet: &Sheet, draw: &dyn Fn() -> OpId) -> Option<AnyView> {
    let view = match &sheet.page {
        Page::Home => home::home(sheet),
        Page::Join(opening) => join::join(sheet, opening),
        Page::Door(opening) => door::door(sheet, opening),
        Page::Plan(opening, reading) => plan::plan(sheet, opening, reading, draw),
        Page::Gallery(opening) => gallery::gallery(sheet, opening),
        Page::Mood(opening) => mood::mood(sheet, opening),
        Page::Feedback(opening) => feedback::feedback(sheet, opening),
        Page::Returns(opening) => returns::returns(sheet, opening),
        Page::Debrief(opening) => debrief::debrief(sheet, opening),
        Page::RoomDebrief(board, opening, follows) => debrief::room(sheet, *board, opening.as_deref(), *follows),
        Page::FollowUp(opening) => follow_up::follow_up(sheet, opening),
        Page::FollowUps(opening) => follow_up::follow_ups(sheet, opening),
        Page::Network(opening) => network::network(sheet, opening),
        Page::Answer(opening) => follow_up::answer(sheet, opening.as_deref()),
        Page::Team(opening) => team::team(sheet, opening),
        Page::Actions(opening, begun) => actions::actions(sheet, opening, *begun, draw),
        Page::Workshops(opening) => workshops::workshops(sheet, opening),
        Page::Script(opening) => script::script(sheet, opening),
        Page::Library(opening) => library::library(sheet, opening),
        Page::Saved(opening) => saved::saved(sheet, opening),
        Page::Shares(opening) => shares::shares(sheet, opening),
        Page::Shared(opening) => shared::shared(sheet, opening),
        Page::Embedded(opening) => shared::embedded(sheet, opening),
        Page::Import(refused) => import::import(sheet, refused.as_ref()),
        Page::Compare(opening) => compare::compare(sheet, opening),
        Page::Overview(opening) => overview::overview(sheet, opening),
        Page::Replay(opening) => replay::replay(sheet, opening),
        Page::Organisation(opening) => organisation::organisation(sheet, opening),
        Page::Register(opening) => register::register(sheet, opening),
        Page::Erasure(opening) => erasure::erasure(sheet, opening),
        Page::Invitation(opening) => invitation::invitation(sheet, opening),
        Page::SignIn => sign_in::sign_in(sheet),
        Page::SetUp(secret) => set_up::set_up(sheet, secret),
        Page::Cards(opening) => cards::cards(sheet, opening),
        Page::Flags(opening) => flags::flags(sheet, opening),
        Page::OwnCards(opening) => own_cards::own_cards(sheet, opening),
        Page::Decks(opening, refused) => decks::decks(sheet, opening, refused.as_ref()),
        Page::Accessibility(opening) => accessibility::accessibility(sheet, opening),
        Page::EcoDesign(opening) => eco::eco(sheet, opening),
        Page::Privacy(opening) => privacy::privacy(sheet, opening),
        Page::Help(role) => help::help(sheet, *role),
        Page::Sorry(error) => sorry::sorry(sheet, error),
        Page::Board(_) | Page::Projector(_) | Page::Cockpit(_) | Page::Facilitate(_) => return None,
    };
    Some(view)
}

impl Sheet {
    /// What the page is called, in tabs and in histories.
    #[must_use]
    pub fn title(&self) -> String {
        let words = words(self.lang);
        let site = words.site().name;
        let title = match &self.page {
            Page::Home => return words.home().title(words.site().tag_line),
            Page::Join(opening) => match &opening.workshop {
                Some(workshop) => format!("{}, {}", words.home().join, workshop.title),
                None => words.join().title.to_owned(),
            },
            Page::Door(opening) => opening.title.clone(),
            Page::Board(board) | Page::Facilitate(board) => {
                format!("{}, {}", board.workshop.title, words.join().table_n(&board.table.to_string()))
            }
            Page::Projector(boards) | Page::Cockpit(boards) => {
                boards.first().map(|board| board.workshop.title.clone()).unwrap_or_default()
            }
            Page::Actions(opening, _) => words.actions().title(&opening.board.table.to_string()),
            Page::Plan(board, _) => words.plan().title(&board.table.to_string()),
            Page::Gallery(_) => words.gallery().title.to_owned(),
            Page::Mood(_) => words.mood().title.to_owned(),
            Page::Feedback(_) => words.feedback().title.to_owned(),
            Page::Returns(returns) => format!("{}, {}", words.returns().title, returns.title),
            Page::Debrief(debrief) => words.debrief().title_of(&debrief.title),
            Page::RoomDebrief(..) => words.debrief().title.to_owned(),
            Page::FollowUp(opening) => format!("{}, {}", words.follow_up().title, opening.title),
            Page::FollowUps(_) => words.follow_up().all.to_owned(),
            Page::Network(_) => words.network().title.to_owned(),
            Page::Answer(_) => words.reminder().title.to_owned(),
            Page::Team(team) => format!("{}, {}", words.team().title, team.workshop.title),
            Page::Workshops(_) => words.workshops().title.to_owned(),
            Page::Script(script) => words.script().title_of(&script.workshop.title),
            Page::Library(_) => words.library().title.to_owned(),
            Page::Saved(opening) => opening.saved.card.name.clone(),
            Page::Shares(opening) => format!("{}, {}", words.share().title, opening.name),
            Page::Shared(opening) | Page::Embedded(opening) => opening.saved.card.name.clone(),
            Page::Compare(_) => words.compare().title.to_owned(),
            Page::Overview(_) => words.overview().title.to_owned(),
            Page::Replay(replay) => words.replay().title(&replay.name),
            Page::Import(_) => words.import().title.to_owned(),
            Page::Organisation(_) => words.organisation().title.to_owned(),
            Page::Register(_) => words.register().title.to_owned(),
            Page::Erasure(opening) => words.organisation().erase_of(&opening.title),
            Page::Invitation(_) => words.organisation().welcome.to_owned(),
            Page::SignIn => words.sign_in().title.to_owned(),
            Page::SetUp(_) => words.set_up().title.to_owned(),
            Page::Cards(cards) => cards::title(words, cards),
            Page::Flags(opening) => words.decks().flags_of(&opening.title),
            Page::OwnCards(opening) => words.own_cards().title_of(&opening.workshop.title),
            Page::Decks(..) => words.decks().title.to_owned(),
            Page::Accessibility(_) => words.accessibility().title.to_owned(),
            Page::EcoDesign(_) => words.eco().title.to_owned(),
            Page::Privacy(_) => words.privacy().title.to_owned(),
            Page::Help(role) => help::title(words, *role),
            Page::Sorry(error) => sorry::title(words, error).to_owned(),
        };
        let title = format!("{title} – {site}");
        let to_correct = self.refused.as_ref().is_some_and(|refused| refused.error != AppError::Resumed);
        if to_correct { words.frame().refused(&title) } else { title }
    }

    /// The class of the page's body.
    #[must_use]
    pub fn class(&self) -> &'static str {
        match &self.page {
            Page::Home => "still page-home",
            Page::Join(_) => "still page-join",
            Page::Door(_) => "still page-door",
            Page::Board(_) => "page-board",
            Page::Plan(..) => "still page-plan",
            Page::Actions(..) => "still page-actions",
            Page::Projector(_) => "page-projector",
            Page::Cockpit(_) => "page-cockpit",
            Page::Facilitate(_) => "page-facilitate",
            Page::Gallery(_) => "still page-gallery",
            Page::Mood(_) => "still page-mood",
            Page::Feedback(_) => "still page-feedback",
            Page::Returns(_) => "still page-returns",
            Page::Debrief(_) | Page::RoomDebrief(..) => "still page-debrief",
            Page::FollowUp(_) => "still page-follow-up",
            Page::FollowUps(_) => "still page-follow-ups",
            Page::Network(_) => "still page-network",
            Page::Answer(_) => "still page-answer",
            Page::Team(_) => "still page-team",
            Page::Workshops(_) => "still page-workshops",
            Page::Script(_) => "still page-script",
            Page::Library(_) => "still page-library",
            Page::Saved(_) => "still page-saved",
            Page::Shares(_) => "still page-shares",
            Page::Shared(_) => "still page-shared",
            Page::Embedded(_) => "still page-embedded",
            Page::Import(_) => "still page-import",
            Page::Compare(_) => "still page-compare",
            Page::Overview(_) => "still page-overview",
            Page::Replay(_) => "still page-replay",
            Page::Organisation(_) => "still page-organisation",
            Page::Register(_) => "still page-register",
            Page::Erasure(_) => "still page-erasure",
            Page::Invitation(_) => "still page-invitation",
            Page::SignIn => "still page-sign-in",
            Page::SetUp(_) => "still page-set-up",
            Page::Cards(_) => "still page-cards",
            Page::Flags(_) => "still page-flags",
            Page::OwnCards(_) => "still page-own-cards",
            Page::Decks(..) => "still page-decks",
            Page::Accessibility(_) => "still page-accessibility",
            Page::EcoDesign(_) => "still page-eco",
            Page::Privacy(_) => "still page-privacy",
            Page::Help(_) => "still page-help",
            Page::Sorry(_) => "still page-sorry",
        }
    }
}
