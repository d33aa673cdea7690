//! The people of one board: who has a seat, which connections are theirs, and what each may be sent. Everything that
//! several may read is encoded once and shared.

use super::PATIENCE;
use super::outbox::Desk;
use super::presence::{Eyes, Glimpse};
use crate::faces;
use crate::store::SeatRow;
use app::live::Frame;
use board::deck::{Deck, Lang};
use board::protocol::{CLOSE_RELOAD, ServerMessage};
use board::{ActorId, Asker, BoardId, Document, Entry, Role, Seat};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::{Duration, Instant};

/// How long somebody without a connection is here after they last asked for a page: plain pages are read, played with and
/// renewed by hand.
const VISIT: Duration = Duration::from_secs(10 * 60);

/// One connection, named for as long as the server runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ConnectionId(pub u64);

/// Somebody's connection.
pub(super) struct Member {
    pub actor: ActorId,
    pub role: Role,
    pub lang: Lang,
    pub desk: Desk,
}

/// The people of one board.
pub(super) struct Audience {
    board: BoardId,
    seats: BTreeMap<ActorId, SeatRow>,
    members: HashMap<ConnectionId, Member>,
    /// When people who are not connected last asked for a page.
    visits: HashMap<ActorId, Instant>,
    told: Vec<Seat>,
}

impl Audience {
    /// The people of this board, by the seats of its workshop.
    pub fn new(board: BoardId, seats: Vec<SeatRow>) -> Self {
        let mut audience =
            Self { board, seats: BTreeMap::new(), members: HashMap::new(), visits: HashMap::new(), told: Vec::new() };
        audience.reseat(seats);
        audience
    }

    /// Whether nobody is connected.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The seats of the workshop have changed. Whoever lost theirs is shown out; the page of somebody who has another
    /// seat now is told to reload, which leads it there.
    pub fn reseat(&mut self, seats: Vec<SeatRow>) {
        self.seats = seats.into_iter().map(|seat| (seat.actor, seat)).collect();
        for member in self.members.values() {
            match self.seats.get(&member.actor) {
                Some(seat) if lets(seat, self.board, member.role) => {}
                Some(_) => member.desk.close(CLOSE_RELOAD),
                None => member.desk.close(super::NOT_HERE),
            }
        }
    }

    /// Whether this person has a seat that lets them do something here.
    pub fn lets(&self, asker: Asker) -> bool {
        self.seats.get(&asker.actor).is_some_and(|seat| lets(seat, self.board, asker.role))
    }

    /// Somebody with this seat connects.
    pub fn join(&mut self, id: ConnectionId, seat: SeatRow, member: Member) {
        // From now on the connection says whether they are here.
        self.visits.remove(&seat.actor);
        self.seats.insert(seat.actor, seat);
        self.members.insert(id, member);
    }

    /// Somebody asks for a page of this board.
    pub fn visit(&mut self, actor: ActorId, now: Instant) {
        self.visits.insert(actor, now);
    }

    /// The people who are connected, or who use plain pages.
    fn here(&self) -> HashSet<ActorId> {
        let visiting = self.visits.iter().filter(|(_, at)| at.elapsed() < VISIT).map(|(&actor, _)| actor);
        self.members.values().map(|member| member.actor).chain(visiting).collect()
    }

    /// A connection ends; the person, if it was their last.
    pub fn leave(&mut self, id: ConnectionId) -> Option<ActorId> {
        let actor = self.members.remove(&id)?.actor;
        self.members.values().all(|member| member.actor != actor).then_some(actor)
    }

    /// Who is at the table: its participants, and whoever facilitates. Screens and onlookers have no seat.
    pub fn seats(&self) -> Vec<Seat> {
        let here = self.here();
        let at_table = self.seats.values().filter(|seat| seat.role == Role::Facilitator || self.plays(seat));
        at_table
            .map(|seat| Seat {
                actor: seat.actor,
                role: seat.role,
                name: seat.name.clone(),
                here: here.contains(&seat.actor),
            })
            .collect()
    }

    /// The participants a lot is dealt to, in order of arrival: those who are here, so that no card lies in the hand
    /// of somebody who has gone home; and all of them when nobody is connected, so that a table that plays on paper
    /// with one person at the screen is dealt to as well.
    pub fn round(&self) -> Vec<ActorId> {
        let here = self.here();
        let all = self.seats.values().filter(|seat| self.plays(seat)).map(|seat| seat.actor);
        let present: Vec<_> = all.clone().filter(|actor| here.contains(actor)).collect();
        if present.is_empty() { all.collect() } else { present }
    }

    /// Queues a message for one connection, if it is still there, just before something that everybody is sent.
    pub fn put(&self, id: ConnectionId, message: &ServerMessage) {
        if let Some(member) = self.members.get(&id) {
            member.desk.put(Frame::of(message));
        }
    }

    /// Sends a message to one connection, if it is still there.
    pub fn tell(&self, id: ConnectionId, message: &ServerMessage) {
        if let Some(member) = self.members.get(&id) {
            member.desk.post(Frame::of(message));
        }
    }

    /// Sends the same to everybody.
    pub fn post(&self, message: &ServerMessage) {
        let frame = Frame::of(message);
        for member in self.members.values() {
            member.desk.post(frame.clone());
        }
    }

    /// Sends the same to the screens of the room.
    pub fn post_to_screens(&self, message: &ServerMessage) {
        for member in self.members.values().filter(|member| member.role == Role::Projector) {
            member.desk.post(Frame::of(message));
        }
    }

    /// Queues the card texts that these entries let each read, right before the entries themselves.
    pub fn reveal(&self, deck: &Deck, document: &Document, entries: &[Entry]) {
        let mut frames: HashMap<(bool, Lang), Option<Frame>> = HashMap::new();
        for member in self.members.values() {
            let kind = (faces::reads_closed_backs(member.role), member.lang);
            let frame = frames.entry(kind).or_insert_with(|| {
                let faces = faces::revealed(deck, document, entries, member.role, member.lang)?;
                Some(Frame::of(&ServerMessage::Reveal(faces)))
            });
            if let Some(frame) = frame {
                member.desk.put(frame.clone());
            }
        }
    }

    /// Sends who is at the table, if that is news.
    pub fn post_seats(&mut self) {
        let seats = self.seats();
        if seats != self.told {
            self.post(&ServerMessage::Seats(seats.clone()));
            self.told = seats;
        }
    }

    /// Shows somebody who arrives what the others point at.
    pub fn point_out(&self, id: ConnectionId, others: Frame) {
        if let Some(member) = self.members.get(&id) {
            member.desk.show(others.clone(), || others);
        }
    }

    /// Shows everybody what the others do, as far as their screens have eyes for it, and nobody what they do themselves.
    /// A screen of the room shows the board alone.
    pub fn show(&self, glimpse: &Glimpse) {
        let [pointers, hands] = [Eyes::Pointers, Eyes::Hands].map(|eyes| glimpse.changed(eyes));
        for Member { actor, desk, .. } in self.members.values().filter(|member| member.role != Role::Projector) {
            let eyes = desk.eyes();
            let changed = match eyes {
                _ if glimpse.is_by(*actor) => glimpse.changed_by_others(*actor, eyes),
                Eyes::Pointers => pointers.clone(),
                Eyes::Hands => hands.clone(),
            };
            if let Some(changed) = changed {
                desk.show(changed, || glimpse.whole(*actor, eyes));
            }
        }
    }

    /// Says "still here" to everybody, and closes those who have not said it for too long.
    pub fn pulse(&self, now: Instant, forgive: bool) {
        self.post(&ServerMessage::Pulse);
        let silent = |member: &&Member| now.saturating_duration_since(member.desk.heard()) > PATIENCE;
        for member in self.members.values().filter(|member| !forgive && silent(member)) {
            member.desk.close(super::AGAIN);
        }
    }

    /// Says goodbye to everybody, each with a moment of their own to come back.
    pub fn bye(&self, mut moment: impl FnMut() -> u32) {
        for member in self.members.values() {
            member.desk.post(Frame::of(&ServerMessage::Bye { retry: moment() }));
            member.desk.close(super::RESTART);
        }
    }

    fn plays(&self, seat: &SeatRow) -> bool {
        seat.role == Role::Participant && seat.board == Some(self.board)
    }
}

/// Whether this seat lets its person be at this board with these eyes. A participant plays at one table; the others
/// may look at each, also as a screen of the room.
fn lets(seat: &SeatRow, board: BoardId, role: Role) -> bool {
    match seat.role {
        Role::Participant => role == Role::Participant && seat.board == Some(board),
        other => role == other || role == Role::Projector,
    }
}
