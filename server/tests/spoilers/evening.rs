//! A workshop of three hours with two tables, everybody connected: the person who facilitates, four people a table, a
//! spectator and a screen at both, and a second screen that hangs on the laptop of whoever facilitates. Whatever any of them receives goes through the recorder in the moment it comes.

use crate::house::{Browser, Heard, House, Socket};
use crate::recorder::{Allowed, Recorder};
use crate::secrets::{Secrets, plain};
use app::api::BoardOpening;
use app::routes::{Export, Route};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use board::protocol::{ClientMessage, ServerMessage};
use board::*;
use server::store::Workshop;
use uuid::Uuid;

/// Somebody who came.
pub struct Person {
    pub name: String,
    pub browser: Browser,
    pub role: Role,
    /// From 1; those who play at none are at both.
    pub table: usize,
}

/// A live page of somebody's at one table.
pub struct Line {
    pub person: usize,
    pub table: usize,
    /// Their number at the workshop, if they have a seat at a table.
    pub actor: Option<ActorId>,
    /// The last entry that came.
    pub at: Seq,
    /// Whether it is a screen of the room.
    screen: bool,
    socket: Socket,
}

pub struct Evening<'a> {
    pub house: &'a House,
    pub workshop: Workshop,
    pub recorder: Recorder,
    pub people: Vec<Person>,
    pub lines: Vec<Line>,
    /// Whether tables visit each other, or have done so.
    pub visited: bool,
    public: Vec<String>,
}

impl<'a> Evening<'a> {
    /// Everybody comes and opens their page.
    pub async fn begin(house: &'a House) -> Self {
        let loaded = server::decks::embedded();
        let workshop = house.workshop().await;
        let mut public = Vec::new();
        let titles = loaded.deck.lots.iter().map(|lot| &lot.title);
        let steps = loaded.deck.scripts.values().flat_map(|script| &script.steps).map(|step| &step.title);
        public.extend(titles.chain(steps).map(|text| plain(&text.fr)));
        let recorder = Recorder::of(Secrets::of(loaded));
        let mut evening =
            Self { house, workshop, recorder, people: Vec::new(), lines: Vec::new(), visited: false, public };
        for (role, name) in
            [(Role::Facilitator, "facilitator"), (Role::Spectator, "spectator"), (Role::Projector, "projector")]
        {
            let browser = house.with_role(&evening.workshop, role).await;
            evening.arrives(Person { name: name.into(), browser, role, table: 0 }).await;
        }
        for (number, name) in ["Léa", "Omar", "Inès", "Paul", "Ali", "Nora", "Zoé", "Max"].into_iter().enumerate() {
            evening.joins(name, 1 + number / 4).await;
        }
        for table in [1, 2] {
            evening.opens(0, table, true).await;
        }
        evening
    }

    /// Somebody takes a seat and opens their page.
    pub async fn joins(&mut self, name: &str, table: usize) {
        let browser = self.house.participant(&self.workshop, name, u8::try_from(table).expect("a small number"));
        self.arrives(Person { name: name.into(), browser, role: Role::Participant, table }).await;
    }

    async fn arrives(&mut self, person: Person) {
        let tables = if person.table == 0 { vec![1, 2] } else { vec![person.table] };
        self.people.push(person);
        for table in tables {
            self.opens(self.people.len() - 1, table, false).await;
        }
    }

    /// Somebody opens a live page at a table, or a screen of the room.
    pub async fn opens(&mut self, person: usize, table: usize, screen: bool) {
        let screen = screen || self.people[person].role == Role::Projector;
        let socket = self.dial(person, table, Seq(0), screen).await;
        self.lines.push(Line { person, table, actor: None, at: Seq(0), screen, socket });
        self.read(self.lines.len() - 1).await;
    }

    /// A page loses its connection and comes back, with everything up to this entry.
    pub async fn comes_back(&mut self, line: usize, since: Seq) {
        let Line { person, table, screen, .. } = self.lines[line];
        self.lines[line].socket = self.dial(person, table, since, screen).await;
        self.read(line).await;
    }

    /// The page that closes because its person is not, or no longer, there. Whatever came before is judged.
    pub async fn closes(&mut self, line: usize) -> Option<u16> {
        loop {
            match self.lines[line].socket.next().await {
                Heard::Frame(bytes) => drop(self.take(line, bytes).await),
                Heard::Closed(code) => {
                    self.lines.remove(line);
                    return code;
                }
            }
        }
    }

    /// Somebody does something on their page; everybody at the table has heard of it when this returns.
    pub async fn does(&mut self, line: usize, intent: Intent) {
        let op_id = OpId(Uuid::new_v4());
        self.lines[line].socket.say(&ClientMessage::Submit { op_id, intent: intent.clone() }).await;
        loop {
            match self.read(line).await {
                ServerMessage::Ack { op_id: of, seq } if of == op_id => break self.settle(line, seq).await,
                ServerMessage::Refused { op_id: of, rejection } if of == op_id => {
                    panic!("{intent:?} of {} is refused: {rejection:?}", self.people[self.lines[line].person].name)
                }
                _ => {}
            }
        }
    }

    /// Says something that is not answered.
    pub async fn says(&mut self, line: usize, message: &ClientMessage) {
        self.lines[line].socket.say(message).await;
    }

    /// The page of this person at this table.
    pub fn line(&self, name: &str, table: usize) -> usize {
        let theirs = |line: &Line| line.table == table && self.people[line.person].name == name;
        self.lines.iter().position(theirs).unwrap_or_else(|| panic!("{name} has no page at table {table}"))
    }

    /// The page of whoever facilitates, at this table.
    pub fn lead(&self, table: usize) -> usize {
        self.line("facilitator", table)
    }

    /// The pages of those who play at this table.
    pub fn players(&self, table: usize) -> Vec<usize> {
        let plays = |&line: &usize| {
            let Line { person, table: at, .. } = self.lines[line];
            at == table && self.people[person].role == Role::Participant
        };
        (0..self.lines.len()).filter(plays).collect()
    }

    pub async fn document(&self, table: usize) -> Document {
        self.house.rooms.look(self.workshop.boards[table - 1]).await.expect("a board").0.document
    }

    /// What somebody at this table may read now; with 0, what anybody may.
    pub async fn may(&self, table: usize) -> Allowed {
        let mut may = if table == 0 { Allowed::default() } else { Allowed::at(&self.document(table).await) };
        may.said.extend(self.public.iter().cloned());
        may
    }

    /// Somebody looks at an address, where they may read so much. What its openings say is judged table by table.
    pub async fn looks(&mut self, person: usize, path: &str, may: &Allowed) -> u16 {
        let Person { name, browser, .. } = &self.people[person];
        let (answer, name) = (browser.get(path), format!("{name} at {path}"));
        self.recorder.hear(&name, answer.body.as_bytes(), may);
        for opening in openings(&answer.body) {
            assert!(opening.memo.is_none(), "{name} is given the memo");
            let silent = |step: &app::api::StepCard| step.does.is_empty() && step.says.is_empty();
            assert!(opening.script.iter().all(silent), "{name} is given the script");
            let may = self.may(usize::from(opening.table)).await;
            let bytes = postcard::to_allocvec(&opening).expect("bytes");
            self.recorder.hear(&format!("{name}, table {}", opening.table), &bytes, &may);
        }
        answer.status
    }

    /// Somebody looks at every page that is for them, at their table or at this one.
    pub async fn reads_all(&mut self, person: usize, table: usize) {
        let (board, role) = (self.workshop.boards[table - 1], self.people[person].role);
        let own = self.may(table).await;
        let both = self.may(1).await.and(self.may(2).await);
        let pages = [Route::Board(board), Route::Plan(board), Route::Actions(board)];
        for route in pages.into_iter().chain([Route::Mood(board), Route::Feedback(board)]) {
            assert_eq!(self.looks(person, &route.to_string(), &own).await, 200, "{route}");
        }
        self.looks(person, &format!("/api/moods?board={board}"), &own).await;
        // Whoever visits reads the fronts of the others, and nobody's backs.
        let visits = role != Role::Participant || self.visited;
        let seen = if visits { both } else { own }.fronts_only();
        self.looks(person, &Route::Gallery(board).to_string(), &seen).await;
        if role != Role::Participant {
            self.looks_at_screen(person, table).await;
        }
    }

    /// Somebody looks at the room's screen, which goes from table to table.
    pub async fn looks_at_screen(&mut self, person: usize, table: usize) {
        let both = self.may(1).await.and(self.may(2).await);
        let screen = Route::Projector(self.workshop.boards[table - 1]).to_string();
        assert_eq!(self.looks(person, &screen, &both).await, 200);
    }

    /// Somebody tries the addresses that are not for them.
    pub async fn pries(&mut self, person: usize, mark: i64) {
        let (workshop, table) = (self.workshop.id, self.people[person].table);
        let mut routes = vec![
            Route::Cockpit(workshop),
            Route::Facilitate(workshop, 1),
            Route::Script(workshop),
            Route::Team(workshop),
            Route::Returns(workshop),
            Route::Library,
            Route::Saved(mark),
            Route::Export(mark, Export::Svg),
            Route::Export(mark, Export::Json),
            Route::Home,
            Route::Join(self.workshop.code.clone()),
        ];
        if table != 0 {
            let other = self.workshop.boards[2 - table];
            routes.extend([Route::Board(other), Route::Plan(other), Route::Gallery(other), Route::Projector(other)]);
            routes.extend([Route::Actions(other), Route::Mood(other), Route::Feedback(other)]);
        }
        let nothing = self.may(0).await;
        for route in routes {
            self.looks(person, &route.to_string(), &nothing).await;
        }
    }

    async fn dial(&self, person: usize, table: usize, since: Seq, screen: bool) -> Socket {
        self.people[person].browser.live(self.workshop.boards[table - 1], since, screen).await
    }

    /// Everybody at the table hears of this entry.
    async fn settle(&mut self, by: usize, seq: Seq) {
        let table = self.lines[by].table;
        for line in 0..self.lines.len() {
            while self.lines[line].table == table && self.lines[line].at < seq {
                self.read(line).await;
            }
        }
    }

    async fn read(&mut self, line: usize) -> ServerMessage {
        match self.lines[line].socket.next().await {
            Heard::Frame(bytes) => self.take(line, bytes).await,
            Heard::Closed(code) => panic!("{} is closed: {code:?}", self.people[self.lines[line].person].name),
        }
    }

    /// Takes down a frame, and what it says of where its page is.
    async fn take(&mut self, line: usize, bytes: Vec<u8>) -> ServerMessage {
        let Line { person, table, screen, .. } = self.lines[line];
        let Person { name, role, .. } = &self.people[person];
        if *role != Role::Facilitator || screen {
            let name = format!("{name}, live at table {table}");
            let may = self.may(table).await;
            self.recorder.hear(&name, &bytes, &may);
        }
        let message: ServerMessage = postcard::from_bytes(&bytes).expect("the protocol");
        let line = &mut self.lines[line];
        match &message {
            ServerMessage::Welcome(welcome) => {
                line.at = welcome.head;
                let here = welcome.seats.iter().find(|seat| seat.name == self.people[person].name);
                line.actor = here.map(|seat| seat.actor);
            }
            ServerMessage::Entries(entries) => line.at = entries.last().map_or(line.at, |entry| entry.seq),
            _ => {}
        }
        message
    }
}

/// The openings in a page that lives.
pub fn openings(page: &str) -> Vec<BoardOpening> {
    let Some(script) = page.split("class=\"opening\"").nth(1) else { return Vec::new() };
    let bytes = script.split('>').nth(1).and_then(|rest| rest.split('<').next()).expect("the opening of the page");
    postcard::from_bytes(&STANDARD.decode(bytes).expect("base64")).expect("openings")
}
