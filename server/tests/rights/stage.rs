//! A workshop on which every kind of person is asked the same question: what is there, and who they are.

use crate::house::{Browser, HASH, House, LOGIN};
use crate::routes;
use app::api::{Milestone, Standing, VisitorId};
use app::routes::{Export, Paper, Route};
use board::deck::Lang;
use board::*;
use server::store::{
    AskerId, FollowUp as _, Heard, Invited, Library as _, Mark, Organisation as _, Reminder, Seating, Share,
    Shares as _, Team as _, Workshop, Workshops as _,
};
use server::workshops::grant;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The password of the organiser of the house.
pub const PASSWORD: &str = "trois cordes et un rideau";

/// Kinds of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    Anonymous,
    Participant,
    OtherTable,
    Spectator,
    Projector,
    Facilitator,
    Revoked,
    Elsewhere,
    Organiser,
    Reader,
}

impl Person {
    pub const ALL: [Self; 10] = [
        Self::Anonymous,
        Self::Participant,
        Self::OtherTable,
        Self::Spectator,
        Self::Projector,
        Self::Facilitator,
        Self::Revoked,
        Self::Elsewhere,
        Self::Organiser,
        Self::Reader,
    ];

    /// How the table calls them.
    pub fn name(self) -> &'static str {
        match self {
            Self::Anonymous => "anonymous",
            Self::Participant => "participant",
            Self::OtherTable => "participant, table 2",
            Self::Spectator => "spectator",
            Self::Projector => "projector",
            Self::Facilitator => "facilitator",
            Self::Revoked => "revoked",
            Self::Elsewhere => "elsewhere",
            Self::Organiser => "organiser",
            Self::Reader => "reader",
        }
    }
}

/// A workshop with lot 1 dealt and closed at table 1, two of its cards lying there, and Zoé sitting there.
pub struct Stage<'a> {
    pub house: &'a House,
    pub workshop: Workshop,
    /// Two cards that lie on the table, then one that waits beside it.
    pub cards: [CardId; 3],
    /// Zoé.
    pub victim: ActorId,
    /// A link that gives a role, by number and by secret.
    pub grant: (i64, String),
    pub mark: i64,
    /// A read-only link to it, by number and by secret.
    pub share: (i64, String),
    /// An invitation to have an account, by number and by secret.
    pub invitation: (i64, String),
    /// The secret of a reminder.
    pub reminded: String,
    manager: Asker,
}

impl<'a> Stage<'a> {
    /// Sets it, in this phase; before anything has begun when there is none.
    pub async fn set(house: &'a House, phase: Option<Phase>) -> Self {
        let workshop = house.workshop().await;
        let manager = seat(house, &workshop, None, Role::Facilitator, "Régie").await;
        let victim = seat(house, &workshop, Some(workshop.boards[0]), Role::Participant, "Zoé").await.actor;
        let secret = grant(&*house.store, workshop.id, Role::Facilitator, "Invitée").await.expect("a secret");
        let grants = house.store.grants(workshop.id).await.expect("an answer");
        let number = grants.last().expect("it was made").0.number;
        let mut stage = Self {
            house,
            workshop,
            cards: [CardId(0); 3],
            victim,
            grant: (number, secret),
            mark: 0,
            share: (0, String::new()),
            invitation: (0, String::new()),
            reminded: String::new(),
            manager,
        };
        stage.does(Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false }).await;
        let (snapshot, _) = house.rooms.look(stage.board(1)).await.expect("a board");
        let mut dealt = snapshot.document.cards.keys().copied();
        stage.cards = std::array::from_fn(|_| dealt.next().expect("the first lot has three cards"));
        for (card, x) in stage.cards.into_iter().take(2).zip([400, 900]) {
            stage.does(Intent::Do(Op::Place { card, at: Point { x, y: 400 } })).await;
        }
        if let Some(phase) = phase {
            stage.does(Intent::Do(Op::Enter { step: 0, phase, minutes: 0 })).await;
        }
        let deck = ("culture".into(), "1.0.0".into());
        let board = stage.board(1);
        let mark = Mark { id: 0, board, seq: Seq(3), name: "Midi".into(), at: Millis(1), step: None, deck };
        stage.mark = house.store.save(&mark).await.expect("it is kept");
        stage.share = share(house, stage.mark).await;
        stage.invitation = invitation(house).await;
        stage.reminds().await;
        stage
    }

    /// Zoé has left an address, and got a mail.
    async fn reminds(&mut self) {
        let (asker, workshop) = (AskerId(Uuid::new_v4()), self.workshop.id);
        let (address, lang, milestone) = ("zoe@theatre.example".to_owned(), Lang::Fr, Milestone::One);
        let (since, due, tries, again) = (Day(20_000), Millis(1), 0, false);
        let reminder = Reminder { asker, workshop, address, lang, since, milestone, due, tries, again };
        let store = &self.house.store;
        assert_eq!(store.leave_address(self.victim, &reminder).await.expect("an answer"), Heard::Kept);
        self.reminded = asker.0.simple().to_string();
        let hash = Sha256::digest(&self.reminded).into();
        assert!(store.begin_sending(asker, hash, milestone, Millis(u64::MAX / 4)).await.expect("an answer"));
    }

    /// The board of a table (from 1).
    pub fn board(&self, table: usize) -> BoardId {
        self.workshop.boards[table - 1]
    }

    /// The stage manager does something at table 1.
    pub async fn does(&self, intent: Intent) {
        let op_id = OpId(Uuid::new_v4());
        self.house.rooms.submit(self.board(1), self.manager, op_id, intent).await.expect("this is allowed");
    }

    /// The board of table 1 as it stands.
    pub async fn document(&self) -> Document {
        self.house.rooms.look(self.board(1)).await.expect("a board").0.document
    }

    /// The browser of such a person, who has just come by it.
    pub async fn person(&self, person: Person) -> Browser {
        let Self { house, workshop, .. } = self;
        match person {
            Person::Anonymous => house.browser(),
            Person::Participant => house.participant(workshop, "Léa", 1),
            Person::OtherTable => house.participant(workshop, "Omar", 2),
            Person::Spectator => house.with_role(workshop, Role::Spectator).await,
            Person::Projector => house.with_role(workshop, Role::Projector).await,
            Person::Facilitator => house.with_role(workshop, Role::Facilitator).await,
            Person::Revoked => {
                let browser = house.with_role(workshop, Role::Facilitator).await;
                let grants = house.store.grants(workshop.id).await.expect("an answer");
                let (last, _) = grants.last().expect("it was made");
                house.store.revoke(workshop.id, last.number).await.expect("it is taken back");
                house.rooms.seated(workshop.id).await.expect("the tables are told");
                browser
            }
            Person::Elsewhere => {
                let other = house.workshop().await;
                house.with_role(&other, Role::Facilitator).await
            }
            Person::Reader => {
                let (number, login) = (invitation(house).await.0, format!("Lecture {}", self.mark));
                house.store.accept(number, &login, HASH).await.expect("an answer");
                let browser = house.browser();
                let signed_in = browser.post("sign-in", &[("login", &login), ("password", PASSWORD)]);
                assert_eq!(signed_in.status, 200, "{}", signed_in.body);
                browser
            }
            Person::Organiser => {
                let browser = house.browser();
                let signed_in = browser.post("sign-in", &[("login", LOGIN), ("password", PASSWORD)]);
                assert_eq!(signed_in.leads, Route::Workshops.to_string(), "{}", signed_in.body);
                browser
            }
        }
    }

    /// One of every address, in the order of [`routes::ALL`].
    pub fn routes(&self) -> Vec<Route> {
        let (board, workshop, mark) = (self.board(1), self.workshop.id, self.mark);
        let deck = &server::decks::embedded().deck;
        let ours = (deck.slug.clone(), deck.version.clone());
        let files = Export::ALL.map(|file| Route::Export(mark, file));
        let before = vec![
            Route::Home,
            Route::Join(self.workshop.code.clone()),
            Route::Door(self.grant.1.clone()),
            Route::Board(board),
            Route::Plan(board),
            Route::Actions(board),
            Route::Gallery(board),
            Route::Mood(board),
            Route::Feedback(board),
            Route::Projector(board),
            Route::Workshops,
            Route::Cockpit(workshop),
            Route::Facilitate(workshop, 1),
            Route::Script(workshop),
            Route::OwnCards(workshop),
            Route::OwnPrint(workshop),
            Route::Team(workshop),
            Route::Returns(workshop),
            Route::Debrief(workshop),
            Route::DebriefFile(workshop, Paper::A4),
            Route::DebriefFile(workshop, Paper::A3),
            Route::RoomDebrief(board),
            Route::FollowUp(workshop),
            Route::Calendar(workshop),
            Route::FollowUps,
            Route::Answer(self.reminded.clone()),
            Route::Network,
            Route::NetworkFile(true),
            Route::Library,
            Route::Import,
            Route::Saved(mark),
            Route::Replay(mark),
            Route::Compare,
            Route::Overview(None),
            Route::Shares(mark),
            Route::Share(self.share.1.clone()),
            Route::Embed(self.share.1.clone()),
        ];
        let after = vec![
            Route::Organisation,
            Route::Everything,
            Route::Register,
            Route::Erasure(workshop),
            Route::Invitation(self.invitation.1.clone()),
            Route::SignIn,
            Route::SetUp("s3cret".into()),
            Route::Cards(45),
            Route::Decks,
            Route::DeckCards(ours.clone(), 45),
            Route::Flags("culture".into()),
            Route::FlagsFile("culture".into()),
            Route::DeckFile(ours),
            Route::Accessibility,
            Route::EcoDesign,
            Route::Privacy,
            Route::Help(None),
        ];
        let routes: Vec<_> = before.into_iter().chain(files).chain(after).collect();
        let mut names: Vec<_> = routes.iter().map(routes::name).collect();
        names.dedup();
        assert_eq!(names, routes::ALL, "a route has no sample");
        routes
    }
}

/// A read-only link to a saved board, which one site may frame.
async fn share(house: &House, mark: i64) -> (i64, String) {
    let (secret, made) = (server::secret::draw(), server::now());
    let origins = vec!["https://theatre.example".to_owned()];
    let expires = Millis(made.0 + 86_400_000);
    let share = Share { number: 0, mark, note: String::new(), made, expires, opened: 0, origins };
    assert!(house.store.share(&share, server::secret::hash(&secret)).await.expect("an answer"));
    (house.store.shares(mark).await.expect("an answer")[0].number, secret)
}

async fn invitation(house: &House) -> (i64, String) {
    let (secret, made) = (server::secret::draw(), server::now());
    let (standing, expires) = (Standing::Reads, Millis(made.0 + 86_400_000));
    let invited = Invited { number: 0, name: "Nora".to_owned(), standing, made, expires };
    house.store.invite(&invited, server::secret::hash(&secret)).await.expect("it is kept");
    (house.store.invitations().await.expect("an answer").last().expect("it was made").number, secret)
}

async fn seat(house: &House, workshop: &Workshop, board: Option<BoardId>, role: Role, name: &str) -> Asker {
    let seating = house.store.take_seat(workshop.id, VisitorId(Uuid::new_v4()), board, role, name).await;
    let Seating::Seated(seat) = seating.expect("an answer") else { panic!("{name} is taken") };
    Asker { actor: seat.actor, role: seat.role }
}
