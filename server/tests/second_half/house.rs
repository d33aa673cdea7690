//! A house whose workshop has two tables, with browsers that know no JavaScript, and a stage manager who sets phases.

use app::api::VisitorId;
use app::live::sockets::Sockets;
use board::{Asker, BoardId, Document, Intent, Millis, Op, OpId, Phase, Role, WorkshopId};
use server::backend::Machine;
use server::rooms::Rooms;
use server::router::router;
use server::store::{Seating, Sessions, Sqlite, Workshop, Workshops};
use server::workshops::grant;
use std::net::SocketAddr;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::block_in_place;
use ureq::Agent;
use ureq::http::Response;
use uuid::Uuid;

pub struct House {
    pub workshop: Workshop,
    pub store: Arc<Sqlite>,
    pub url: String,
    rooms: Rooms,
    stage_manager: Asker,
    pub folder: TempDir,
}

/// A browser and where its person plays, if they do.
pub struct Person<'a> {
    house: &'a House,
    browser: Agent,
}

impl House {
    pub async fn open() -> Self {
        Self::mailing(false).await
    }

    /// From which mail is sent, or not.
    pub async fn mailing(mails: bool) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Arc::new(Sqlite::open(folder.path()).await.expect("a store"));
        let workshop = Workshop {
            id: WorkshopId(Uuid::new_v4()),
            title: "Répétition".into(),
            code: "HQ7KBN".into(),
            deck: "culture".into(),
            deck_version: server::decks::embedded().deck.version.clone(),
            format: 180,
            open: true,
            assigned: false,
            created: Millis(1),
            boards: vec![BoardId(Uuid::new_v4()), BoardId(Uuid::new_v4())],
        };
        assert!(store.create(&workshop).await.expect("a workshop is kept"));
        let hands = VisitorId(Uuid::new_v4());
        let seating = store.take_seat(workshop.id, hands, None, Role::Facilitator, "Régie").await;
        let Seating::Seated(seat) = seating.expect("an answer") else { panic!("the name is free") };
        let stage_manager = Asker { actor: seat.actor, role: seat.role };
        let rooms = Rooms::new(store.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let machine = Arc::new(Machine::new(store.clone(), rooms.clone(), url.clone(), None).mailing(mails));
        let pages = router(machine, Sessions::of(&store), Sockets::default(), &url).expect("an origin");
        let service = pages.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self { workshop, store, url, rooms, stage_manager, folder }
    }

    /// Every table enters this phase.
    pub async fn enter(&self, phase: Phase) {
        for &board in &self.workshop.boards {
            self.does(board, Op::Enter { step: 0, phase, minutes: 10 }).await;
        }
    }

    /// The stage manager does something at a table.
    pub async fn does(&self, board: BoardId, op: Op) {
        self.wants(board, Intent::Do(op)).await;
    }

    /// The stage manager asks the room of a table for something.
    pub async fn wants(&self, board: BoardId, intent: Intent) {
        self.rooms.submit(board, self.stage_manager, OpId(Uuid::new_v4()), intent).await.expect("this is allowed");
    }

    /// A table's board as it is (from 1).
    pub async fn document(&self, table: usize) -> Document {
        self.rooms.look(self.workshop.boards[table - 1]).await.expect("the board can be read").0.document
    }

    pub fn stranger(&self) -> Person<'_> {
        let browser = Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
        Person { house: self, browser: browser.into() }
    }

    /// Somebody who takes a seat at a table (from 1).
    pub fn participant(&self, name: &str, table: usize) -> Person<'_> {
        let person = self.stranger();
        let table = table.to_string();
        let led = person.sends("/", "join", &[("code", &self.workshop.code), ("name", name), ("table", &table)]);
        assert!(led.starts_with("/plateau/"), "{name} is led to {led}");
        person
    }

    /// Somebody with a role that a secret opens.
    pub async fn with_role(&self, role: Role) -> Person<'_> {
        let secret = grant(&*self.store, self.workshop.id, role, "Maud").await.expect("a secret");
        let person = self.stranger();
        assert!(!person.sends("/", "enter", &[("secret", &secret)]).contains("__err="));
        person
    }

    /// The address of a page of this table's board (from 1).
    pub fn at(&self, page: &str, table: usize) -> String {
        format!("/{page}/{}", self.workshop.boards[table - 1])
    }
}

impl Person<'_> {
    /// Sends a form of a page as a browser does; says where it leads.
    pub fn sends(&self, page: &str, form: &str, fields: &[(&str, &str)]) -> String {
        let url = &self.house.url;
        let request = self.browser.post(format!("{url}/api/{form}")).header("Accept", "text/html");
        let request = request.header("Origin", url).header("Referer", format!("{url}{page}"));
        let answer = block_in_place(|| request.send_form(fields.iter().copied())).expect("an answer");
        let location = answer.headers().get("location").and_then(|place| place.to_str().ok()).unwrap_or_default();
        location.strip_prefix(url).unwrap_or(location).to_owned()
    }

    /// What a program gets that posts a text somewhere, without being a page.
    pub fn posts(&self, path: &str, text: &str) -> u16 {
        let request = self.browser.post(format!("{}{path}", self.house.url));
        let request = request.header("Content-Type", "application/x-www-form-urlencoded");
        block_in_place(|| request.send(text)).expect("an answer").status().as_u16()
    }

    /// The page that a form leads to.
    pub fn sees_after(&self, page: &str, form: &str, fields: &[(&str, &str)]) -> String {
        self.sees(&self.sends(page, form, fields))
    }

    /// A page as it is read.
    pub fn sees(&self, path: &str) -> String {
        self.asks(path).1
    }

    /// Where an address leads instead.
    pub fn is_led_from(&self, path: &str) -> String {
        let request = self.browser.get(format!("{}{path}", self.house.url));
        let answer = block_in_place(|| request.call()).expect("an answer");
        let location = answer.headers().get("location").and_then(|place| place.to_str().ok());
        location.expect("it leads elsewhere").to_owned()
    }

    /// What the server answers, headers and all, to somebody who may have the page in a state already and asks for it in
    /// a language.
    pub fn is_answered(&self, path: &str, state: Option<&str>, lang: &str) -> Response<ureq::Body> {
        let mut request = self.browser.get(format!("{}{path}", self.house.url)).header("Accept-Language", lang);
        if let Some(state) = state {
            request = request.header("If-None-Match", state);
        }
        block_in_place(|| request.call()).expect("an answer")
    }

    /// The status and the content at an address.
    pub fn asks(&self, path: &str) -> (u16, String) {
        let request = self.browser.get(format!("{}{path}", self.house.url));
        let answer = block_in_place(|| request.call()).expect("an answer");
        let status = answer.status().as_u16();
        (status, block_in_place(|| answer.into_body().read_to_string()).expect("text"))
    }
}
