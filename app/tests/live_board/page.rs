//! A page on a device, and the room it talks with: the real one, without the machine around it.

use app::api::{BoardOpening, WorkshopCard};
use app::live::{Device, Line, LiveBoard};
use board::deck::Lang;
use board::protocol::{ClientMessage, Faces, ServerMessage, Welcome};
use board::{
    ActorId, Asker, BoardId, Circumstances, Document, Entry, Intent, Lots, Millis, Op, OpId, Pending, Phase, Presence,
    Role, Room, Seq, Snapshot, Verdict, WorkshopId,
};
use leptos::prelude::Owner;
use std::collections::HashMap;
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, AtomicU64, Ordering::SeqCst},
};
use uuid::Uuid;

const ME: Asker = Asker { actor: ActorId(1), role: Role::Participant };
const FACILITATOR: Asker = Asker { actor: ActorId(9), role: Role::Facilitator };
const NOON: Millis = Millis(1_800_000_000_000);

/// A device of a person who is offline when its line is cut.
#[derive(Default)]
struct Tablet {
    clock: AtomicU64,
    drawn: AtomicU64,
    cut: AtomicBool,
    said: Mutex<Vec<ClientMessage>>,
    kept: Mutex<Vec<Pending>>,
}

impl Device for Tablet {
    fn now(&self) -> Millis {
        Millis(self.clock.load(SeqCst))
    }

    fn draw(&self) -> u128 {
        u128::from(self.drawn.fetch_add(1, SeqCst)) << 64
    }

    fn keep(&self, left: &[Pending]) {
        *self.kept.lock().expect("whole") = left.to_vec();
    }

    fn say(&self, message: ClientMessage) {
        if !self.cut.load(SeqCst) {
            self.said.lock().expect("whole").push(message);
        }
    }

    fn show(&self, presence: Presence) {
        self.say(ClientMessage::Presence(presence));
    }
}

/// A board on a page, its device, its room.
pub struct Page {
    pub board: LiveBoard,
    tablet: Arc<Tablet>,
    room: Mutex<Room>,
}

/// A board as the server renders it, in the phase in which it gets its title.
pub fn rendered<T>(see: impl FnOnce(LiveBoard) -> T) -> T {
    let owner = Owner::new();
    let seen = owner.with(|| see(LiveBoard::new(opening())));
    drop(owner);
    seen
}

/// The same board once its page is alive.
pub fn on_a_page<T>(live: impl FnOnce(&Page) -> T) -> T {
    rendered(|board| {
        let tablet = Arc::new(Tablet::default());
        tablet.clock.store(NOON.0, SeqCst);
        board.stand_on(tablet.clone(), Vec::new());
        let room = Room::open(snapshot(), Vec::new(), HashMap::new(), Lots::new()).expect("no hole");
        live(&Page { board, tablet, room: Mutex::new(room) })
    })
}

fn snapshot() -> Snapshot {
    Snapshot { seq: Seq(0), document: Document { phase: Phase::Story, ..Document::default() } }
}

fn opening() -> BoardOpening {
    BoardOpening {
        me: ME,
        lang: Lang::Fr,
        now: NOON,
        workshop: WorkshopCard {
            id: WorkshopId(Uuid::nil()),
            title: "Théâtre".into(),
            code: "ABC234".into(),
            format: 180,
            open: true,
            assigned: false,
            tables: Vec::new(),
        },
        board: BoardId(Uuid::nil()),
        table: 1,
        snapshot: snapshot(),
        seats: Vec::new(),
        faces: Faces::default(),
        lots: Vec::new(),
        memo: None,
        script: Vec::new(),
        invitation: None,
    }
}

impl Page {
    pub fn me(&self) -> ActorId {
        ME.actor
    }

    pub fn head(&self) -> Seq {
        self.room.lock().expect("whole").head()
    }

    /// What the device was asked to say and has not yet brought to the room.
    pub fn said(&self) -> Vec<ClientMessage> {
        self.tablet.said.lock().expect("whole").clone()
    }

    /// What the device keeps for the next page.
    pub fn kept(&self) -> Vec<Pending> {
        self.tablet.kept.lock().expect("whole").clone()
    }

    pub fn device_clock(&self, now: Millis) {
        self.tablet.clock.store(now.0, SeqCst);
    }

    pub fn cut(&self) {
        self.tablet.cut.store(true, SeqCst);
    }

    /// What an earlier page kept.
    pub fn resume(&self, left: Vec<Pending>) {
        self.board.stand_on(self.tablet.clone(), left);
    }

    /// Greets the room anew, and says again what it may not have heard.
    pub fn come_back(&self) {
        self.tablet.cut.store(false, SeqCst);
        let ClientMessage::Hello(hello) = self.board.hello() else { panic!("the first word is hello") };
        let missed = self.room.lock().expect("whole").missed(hello.since);
        let welcome =
            Welcome { head: self.head(), now: NOON, missed, seats: Vec::new(), faces: Faces::default(), open: true };
        self.board.hear(ServerMessage::Welcome(welcome)).expect("a welcome mends everything");
        self.board.on_the(Line::Up);
        for message in self.board.unsaid() {
            self.tablet.say(message);
        }
    }

    /// The room hears all that was said, and the page hears what it answers.
    pub fn room_answers(&self) {
        let said = std::mem::take(&mut *self.tablet.said.lock().expect("whole"));
        for message in said {
            let ClientMessage::Submit { op_id, intent } = message else { continue };
            match self.submit(op_id, ME, intent) {
                Verdict::Accepted(entry) => {
                    let seq = entry.seq;
                    self.hear(ServerMessage::Entries(vec![entry]));
                    self.hear(ServerMessage::Ack { op_id, seq });
                }
                Verdict::Known(seq) => self.hear(ServerMessage::Ack { op_id, seq }),
                Verdict::Refused(rejection) => self.hear(ServerMessage::Refused { op_id, rejection }),
            }
        }
    }

    /// Somebody does something elsewhere, and this page hears of it.
    pub fn somebody_else(&self, op: Op) {
        let entry = self.room_decides(op);
        self.hear(ServerMessage::Entries(vec![entry]));
    }

    /// Somebody does something elsewhere, and this page does not hear of it yet.
    pub fn room_decides(&self, op: Op) -> Entry {
        let op_id = OpId(Uuid::from_u128(1 << 100 | u128::from(self.head().0)));
        match self.submit(op_id, FACILITATOR, Intent::Do(op)) {
            Verdict::Accepted(entry) => entry,
            other => panic!("the room was to accept, not {other:?}"),
        }
    }

    fn submit(&self, op_id: OpId, asker: Asker, intent: Intent) -> Verdict {
        let with = Circumstances { now: NOON, seed: 1, seated: &[] };
        self.room.lock().expect("whole").submit(op_id, asker, intent, with)
    }

    fn hear(&self, message: ServerMessage) {
        self.board.hear(message).expect("nothing is missing");
    }
}
