//! A store with its faults: the real one, except that a bug waits in it for whoever writes to a given board, and that it
//! may hesitate.

#[path = "faulty/follow_up.rs"]
mod follow_up;
#[path = "faulty/organisation.rs"]
mod organisation;

use app::api::{Feedback, FieldId, KeptDebrief, OrganiserId, VisitorId};
use async_trait::async_trait;
use board::script::Script;
use board::{ActorId, BoardId, CardId, Entry, Harvest, Millis, Role, Seq, Snapshot, WorkshopId};
use server::store::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Notify;

pub struct Faulty {
    pub real: Arc<Sqlite>,
    pub board: BoardId,
    pub armed: AtomicBool,
    /// Where whoever looks a seat up is kept waiting, with what they found.
    pub hesitates: Option<Hesitation>,
}

/// A moment that a test decides the length of.
#[derive(Default)]
pub struct Hesitation {
    pub begun: Notify,
    pub over: Notify,
}

#[async_trait]
impl Log for Faulty {
    async fn append(&self, board: BoardId, records: Vec<Record>) -> Result<(), Failure> {
        assert!(board != self.board || !self.armed.swap(false, Ordering::SeqCst), "a bug, as arranged");
        Log::append(&*self.real, board, records).await
    }
    async fn open(&self, board: BoardId) -> Result<Option<Opening>, Failure> {
        Log::open(&*self.real, board).await
    }
    async fn board_at(&self, board: BoardId, seq: Option<Seq>) -> Result<Option<Snapshot>, Failure> {
        Log::board_at(&*self.real, board, seq).await
    }
    async fn entries(&self, board: BoardId, to: Seq) -> Result<Vec<Entry>, Failure> {
        Log::entries(&*self.real, board, to).await
    }
    async fn legible(&self, board: BoardId, to: Seq) -> Result<(Vec<Entry>, Option<Failure>), Failure> {
        Log::legible(&*self.real, board, to).await
    }
    async fn checkpoint(&self, board: BoardId, snapshot: &Snapshot) -> Result<(), Failure> {
        Log::checkpoint(&*self.real, board, snapshot).await
    }
}

#[async_trait]
impl Workshops for Faulty {
    async fn create(&self, workshop: &Workshop) -> Result<bool, Failure> {
        Workshops::create(&*self.real, workshop).await
    }
    async fn workshop(&self, id: WorkshopId) -> Result<Option<Workshop>, Failure> {
        Workshops::workshop(&*self.real, id).await
    }
    async fn by_code(&self, code: &str) -> Result<Option<Workshop>, Failure> {
        Workshops::by_code(&*self.real, code).await
    }
    async fn of_board(&self, board: BoardId) -> Result<Option<Workshop>, Failure> {
        Workshops::of_board(&*self.real, board).await
    }
    async fn all(&self) -> Result<Vec<Workshop>, Failure> {
        Workshops::all(&*self.real).await
    }
    async fn set_open(&self, id: WorkshopId, open: bool) -> Result<(), Failure> {
        Workshops::set_open(&*self.real, id, open).await
    }
    async fn script(&self, id: WorkshopId) -> Result<Option<Script>, Failure> {
        Workshops::script(&*self.real, id).await
    }
    async fn set_script(&self, id: WorkshopId, was: Option<&Script>, now: Option<&Script>) -> Result<bool, Failure> {
        Workshops::set_script(&*self.real, id, was, now).await
    }
    async fn take_seat(
        &self,
        id: WorkshopId,
        visitor: VisitorId,
        board: Option<BoardId>,
        role: Role,
        name: &str,
    ) -> Result<Seating, Failure> {
        Workshops::take_seat(&*self.real, id, visitor, board, role, name).await
    }
    async fn seat_of(&self, id: WorkshopId, visitor: VisitorId) -> Result<Option<SeatRow>, Failure> {
        let found = Workshops::seat_of(&*self.real, id, visitor).await;
        if let Some(hesitation) = &self.hesitates {
            hesitation.begun.notify_one();
            hesitation.over.notified().await;
        }
        found
    }
    async fn facilitated_by(&self, visitor: VisitorId) -> Result<Vec<WorkshopId>, Failure> {
        Workshops::facilitated_by(&*self.real, visitor).await
    }
    async fn seats(&self, id: WorkshopId) -> Result<Vec<SeatRow>, Failure> {
        Workshops::seats(&*self.real, id).await
    }
}

#[async_trait]
impl Team for Faulty {
    async fn grant(&self, id: WorkshopId, role: Role, name: &str, hash: [u8; 32]) -> Result<(), Failure> {
        Team::grant(&*self.real, id, role, name, hash).await
    }
    async fn granted(&self, hash: [u8; 32]) -> Result<Option<Grant>, Failure> {
        Team::granted(&*self.real, hash).await
    }
    async fn grants(&self, id: WorkshopId) -> Result<Vec<(Grant, Vec<ActorId>)>, Failure> {
        Team::grants(&*self.real, id).await
    }
    async fn enter(&self, grant: i64, visitor: VisitorId, name: &str) -> Result<Option<Seating>, Failure> {
        Team::enter(&*self.real, grant, visitor, name).await
    }
    async fn revoke(&self, id: WorkshopId, grant: i64) -> Result<Vec<ActorId>, Failure> {
        Team::revoke(&*self.real, id, grant).await
    }
    async fn leave(&self, id: WorkshopId, actor: ActorId) -> Result<Option<SeatRow>, Failure> {
        Team::leave(&*self.real, id, actor).await
    }
    async fn move_to(&self, id: WorkshopId, actor: ActorId, board: BoardId) -> Result<Option<SeatRow>, Failure> {
        Team::move_to(&*self.real, id, actor, board).await
    }
}

#[async_trait]
impl Library for Faulty {
    async fn import(&self, import: Import) -> Result<Option<i64>, Failure> {
        Library::import(&*self.real, import).await
    }
    async fn save(&self, mark: &Mark) -> Result<i64, Failure> {
        Library::save(&*self.real, mark).await
    }
    async fn mark(&self, id: i64) -> Result<Option<Mark>, Failure> {
        Library::mark(&*self.real, id).await
    }
    async fn marks(&self) -> Result<Vec<Mark>, Failure> {
        Library::marks(&*self.real).await
    }
    async fn marks_of(&self, board: BoardId) -> Result<Vec<Mark>, Failure> {
        Library::marks_of(&*self.real, board).await
    }
    async fn shelve(&self, mark: i64, shelved: &Shelved) -> Result<(), Failure> {
        Library::shelve(&*self.real, mark, shelved).await
    }
    async fn unshelved(&self, most: u32) -> Result<Vec<Mark>, Failure> {
        Library::unshelved(&*self.real, most).await
    }
    async fn shelf(&self, wish: &ShelfWish) -> Result<(Vec<ShelfLine>, u32), Failure> {
        Library::shelf(&*self.real, wish).await
    }
    async fn harvests(&self, wish: &ShelfWish) -> Result<Vec<(WorkshopId, Harvest)>, Failure> {
        Library::harvests(&*self.real, wish).await
    }
    async fn decks_on_shelf(&self) -> Result<Vec<(String, String)>, Failure> {
        Library::decks_on_shelf(&*self.real).await
    }
    async fn remarks(&self, mark: i64) -> Result<Vec<Remark>, Failure> {
        Library::remarks(&*self.real, mark).await
    }
    async fn remark(&self, mark: i64, at: Millis, text: &str) -> Result<bool, Failure> {
        Library::remark(&*self.real, mark, at, text).await
    }
    async fn erase_remark(&self, mark: i64, remark: i64) -> Result<(), Failure> {
        Library::erase_remark(&*self.real, mark, remark).await
    }
}

#[async_trait]
impl Organisers for Faulty {
    async fn nobody_yet(&self) -> Result<bool, Failure> {
        Organisers::nobody_yet(&*self.real).await
    }
    async fn add(&self, login: &str, password_hash: &str) -> Result<Option<OrganiserId>, Failure> {
        Organisers::add(&*self.real, login, password_hash).await
    }
    async fn by_login(&self, login: &str) -> Result<Option<(OrganiserId, String)>, Failure> {
        Organisers::by_login(&*self.real, login).await
    }
    async fn sign_in(&self, visitor: VisitorId, organiser: Option<OrganiserId>) -> Result<(), Failure> {
        Organisers::sign_in(&*self.real, visitor, organiser).await
    }
    async fn signed_in(&self, visitor: VisitorId) -> Result<Option<OrganiserId>, Failure> {
        Organisers::signed_in(&*self.real, visitor).await
    }
}

#[async_trait]
impl Voices for Faulty {
    async fn vote(&self, board: BoardId, actor: ActorId) -> Result<Heard, Failure> {
        Voices::vote(&*self.real, board, actor).await
    }
    async fn vote_of(&self, workshop: WorkshopId, actor: ActorId) -> Result<Option<BoardId>, Failure> {
        Voices::vote_of(&*self.real, workshop, actor).await
    }
    async fn turnout(&self, workshop: WorkshopId) -> Result<u32, Failure> {
        Voices::turnout(&*self.real, workshop).await
    }
    async fn close_vote(&self, workshop: WorkshopId) -> Result<(), Failure> {
        Voices::close_vote(&*self.real, workshop).await
    }
    async fn counted(&self, workshop: WorkshopId) -> Result<Option<Vec<u32>>, Failure> {
        Voices::counted(&*self.real, workshop).await
    }
    async fn say_mood(&self, board: BoardId, actor: ActorId, word: Option<&str>) -> Result<Heard, Failure> {
        Voices::say_mood(&*self.real, board, actor, word).await
    }
    async fn moods(&self, board: BoardId) -> Result<Vec<(String, u32)>, Failure> {
        Voices::moods(&*self.real, board).await
    }
    async fn give_feedback(&self, board: BoardId, actor: ActorId, given: &Feedback) -> Result<Heard, Failure> {
        Voices::give_feedback(&*self.real, board, actor, given).await
    }
    async fn feedback(&self, board: BoardId) -> Result<Vec<Feedback>, Failure> {
        Voices::feedback(&*self.real, board).await
    }
    async fn has_answered(&self, workshop: WorkshopId, actor: ActorId, question: Question) -> Result<bool, Failure> {
        Voices::has_answered(&*self.real, workshop, actor, question).await
    }
    async fn close_workshop(&self, workshop: WorkshopId, at: Millis) -> Result<(), Failure> {
        Voices::close_workshop(&*self.real, workshop, at).await
    }
    async fn is_closed(&self, workshop: WorkshopId) -> Result<bool, Failure> {
        Voices::is_closed(&*self.real, workshop).await
    }
}

#[async_trait]
impl Decks for Faulty {
    async fn keep_deck(&self, deck: &KeptDeck, files: Vec<u8>) -> Result<bool, Failure> {
        self.real.keep_deck(deck, files).await
    }
    async fn kept_decks(&self) -> Result<Vec<KeptDeck>, Failure> {
        self.real.kept_decks().await
    }
    async fn kept_deck(&self, slug: &str, version: &str) -> Result<Option<KeptDeck>, Failure> {
        self.real.kept_deck(slug, version).await
    }
    async fn deck_files(&self, digest: [u8; 32]) -> Result<Option<Vec<u8>>, Failure> {
        self.real.deck_files(digest).await
    }
    async fn retire_deck(&self, slug: &str, version: &str, retired: bool) -> Result<bool, Failure> {
        self.real.retire_deck(slug, version, retired).await
    }
}

#[async_trait]
impl OwnDecks for Faulty {
    async fn own_cards(&self, id: WorkshopId) -> Result<OwnCards, Failure> {
        self.real.own_cards(id).await
    }
    async fn add_card(&self, id: WorkshopId, above: CardId, card: LocalCard) -> Result<Option<CardId>, Failure> {
        self.real.add_card(id, above, card).await
    }
    async fn take_card_away(&self, id: WorkshopId, card: CardId) -> Result<bool, Failure> {
        self.real.take_card_away(id, card).await
    }
    async fn hide_card(&self, id: WorkshopId, card: CardId, hidden: bool) -> Result<(), Failure> {
        self.real.hide_card(id, card, hidden).await
    }
}

#[async_trait]
impl Flags for Faulty {
    async fn flag(&self, workshop: WorkshopId, flag: &Flag, most: u32) -> Result<bool, Failure> {
        self.real.flag(workshop, flag, most).await
    }
    async fn flags(&self, slug: &str) -> Result<Vec<Flag>, Failure> {
        self.real.flags(slug).await
    }
    async fn flag_counts(&self) -> Result<Vec<(String, u32)>, Failure> {
        self.real.flag_counts().await
    }
}

#[async_trait]
impl Debriefs for Faulty {
    async fn written(&self, workshop: WorkshopId) -> Result<Vec<WrittenField>, Failure> {
        Debriefs::written(&*self.real, workshop).await
    }
    async fn write(&self, workshop: WorkshopId, edits: Vec<FieldEdit>) -> Result<(), Failure> {
        Debriefs::write(&*self.real, workshop, edits).await
    }
    async fn choose(&self, workshop: WorkshopId, field: FieldId, seen: u32, text: &str) -> Result<bool, Failure> {
        Debriefs::choose(&*self.real, workshop, field, seen, text).await
    }
    async fn validate(
        &self,
        workshop: WorkshopId,
        seen: u64,
        at: Millis,
        content: &KeptDebrief,
    ) -> Result<Validation, Failure> {
        Debriefs::validate(&*self.real, workshop, seen, at, content).await
    }
    async fn validated(&self, workshop: WorkshopId) -> Result<Vec<(u32, Millis)>, Failure> {
        Debriefs::validated(&*self.real, workshop).await
    }
    async fn debrief(&self, workshop: WorkshopId, number: Option<u32>) -> Result<Option<ValidDebrief>, Failure> {
        Debriefs::debrief(&*self.real, workshop, number).await
    }
}
