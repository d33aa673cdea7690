//! The task of one open board: the only writer of its log. It decides at once, writes, and tells people only what is
//! on disk; nothing it does waits for a person's connection.

mod agenda;
mod answers;
mod tally;

use super::audience::{Audience, ConnectionId, Member};
use super::clock::Clock;
use super::ledger::{Ledger, Overtaken};
use super::registry::{Control, From, Home, Inbox, Submission};
use super::{AGAIN, Limits, NOT_HERE};
use crate::decks::{self, Loaded};
use crate::faces::faces;
use crate::shelf;
use crate::store::{Failure, Record, SeatRow, Store};
use crate::traffic::Traffic;
use agenda::{Agenda, Due};
use answers::{Answer, Answers};
use app::api::AppError;
use board::deck::Format;
use board::protocol::{Missed, ServerMessage, Welcome};
use board::{BoardId, Circumstances, Entry, Intent, Op, Rejection, Role, Room, Seq, Verdict};
use std::sync::Arc;
use std::time::Instant;
use tally::Tally;

/// The most submissions decided in one turn.
const TURN: usize = 64;
/// The most entries in one message.
const MESSAGE: usize = 256;

/// Which task this is.
pub(super) struct Name {
    pub board: BoardId,
    pub task: u64,
    pub registry: Home,
}

/// Opens a board from its log and serves it until nobody needs it.
pub(super) async fn run(name: Name, store: Arc<dyn Store>, limits: Limits, traffic: Traffic, mut inbox: Inbox) {
    match load(name.board, store, limits, traffic).await {
        Ok(task) => task.serve(name, inbox).await,
        Err(code) => {
            if let Some(registry) = name.registry.upgrade() {
                // Whoever comes after this line starts another task, which tries again.
                while !registry.retire(name.board, name.task, &inbox) {
                    turn_away(&mut inbox, code);
                }
            }
            turn_away(&mut inbox, code);
        }
    }
}

/// A board that is open.
struct Task {
    limits: Limits,
    deck: Arc<Loaded>,
    room: Room,
    clock: Clock,
    ledger: Ledger,
    answers: Answers,
    audience: Audience,
    /// Whether people may still join the workshop.
    open: bool,
    /// Whether the workshop is over: its boards are read and not changed any more.
    over: bool,
    agenda: Agenda,
    tally: Tally,
}

/// Everything that opens a board, or the code that those who asked for it are sent away with.
async fn load(board: BoardId, store: Arc<dyn Store>, limits: Limits, traffic: Traffic) -> Result<Task, u16> {
    let failed = |failure: Failure| {
        tracing::error!(%board, %failure, "a board cannot be opened");
        AGAIN
    };
    let workshop = store.of_board(board).await.map_err(failed)?.ok_or(NOT_HERE)?;
    let seats = store.seats(workshop.id).await.map_err(failed)?;
    let over = store.is_closed(workshop.id).await.map_err(failed)?;
    let opening = match store.open(board).await {
        Ok(found) => found.ok_or(NOT_HERE)?,
        Err(failure) => {
            if matches!(failure, Failure::Unreadable { .. } | Failure::Hole { .. }) {
                rescue(store.clone(), board);
            }
            return Err(failed(failure));
        }
    };
    let deck = decks::of_workshop(&*store, &workshop).await.map_err(failed)?;
    let (deck, format) = deck.zip(Format::of_minutes(workshop.format)).ok_or_else(|| {
        tracing::error!(%board, deck = workshop.deck, "no such deck");
        AGAIN
    })?;
    let lots = deck.deck.lots_of(format);
    let checkpointed = opening.checkpoint.seq;
    let clock = Clock::after(&opening.checkpoint.document, &opening.entries);
    let room = Room::open(opening.checkpoint, opening.entries, opening.seen, lots).map_err(|gap| {
        tracing::error!(%board, %gap, "a board cannot be opened");
        AGAIN
    })?;
    let mut ledger = Ledger::new(board, store, room.snapshot().clone(), checkpointed);
    // Where no step was left, none has ended.
    if room.document().visits.len() > 1 || over {
        ledger.save_ends();
    }
    let audience = Audience::new(board, seats);
    let agenda = Agenda::new(limits.idle);
    let (answers, open) = (Answers::default(), workshop.open);
    let tally = Tally::of(traffic, workshop);
    Ok(Task { limits, deck, room, clock, ledger, answers, audience, open, over, agenda, tally })
}

/// What can still be read of a damaged board goes to the library, in the background.
fn rescue(store: Arc<dyn Store>, board: BoardId) {
    tokio::spawn(async move {
        if let Err(failure) = shelf::rescue(&*store, board).await {
            tracing::error!(%board, %failure, "what can be read of a damaged board was not saved");
        }
    });
}

/// Answers everybody who waits at a board that did not open.
fn turn_away(inbox: &mut Inbox, code: u16) {
    let error = || if code == NOT_HERE { AppError::NotFound } else { AppError::TryAgain };
    while let Ok(control) = inbox.control.try_recv() {
        match control {
            Control::Join { member, .. } => member.desk.close(code),
            Control::Look(_, answer) => drop(answer.send(Err(error()))),
            Control::Leave(_)
            | Control::Reseat(_)
            | Control::Wave(_)
            | Control::Door(_)
            | Control::Recast(..)
            | Control::Over
            | Control::Close => {}
        }
    }
    while let Ok(submission) = inbox.submissions.try_recv() {
        if let From::Page(answer) = submission.from {
            drop(answer.send(Err(error())));
        }
    }
}

impl Task {
    async fn serve(mut self, name: Name, mut inbox: Inbox) {
        let mut turn = Vec::with_capacity(TURN);
        loop {
            tokio::select! { biased;
                control = inbox.control.recv() => match control {
                    Some(Control::Close) | None => return self.close(&mut inbox).await,
                    Some(control) => self.obey(control, &inbox),
                },
                written = self.ledger.written() => match written {
                    Ok(entries) => self.publish(&entries),
                    // Dropping the task closes its connections: their pages come back to the board as it is on disk.
                    Err(Overtaken) => return,
                },
                due = self.agenda.due() => {
                    if self.keep(due, &inbox) && self.may_retire(&name, &inbox) {
                        return self.ledger.close().await;
                    }
                }
                () = inbox.stage.changed() => self.agenda.show_presence(),
                taken = inbox.submissions.recv_many(&mut turn, TURN), if self.ledger.waiting().max(self.answers.len()) < self.limits.waiting => {
                    if taken > 0 {
                        // A connection joins before it submits: nobody's answer is lost to the order of two queues.
                        while let Ok(control) = inbox.control.try_recv() {
                            if matches!(control, Control::Close) {
                                return self.close(&mut inbox).await;
                            }
                            self.obey(control, &inbox);
                        }
                        turn.drain(..).for_each(|submission| self.decide(submission));
                    }
                }
            }
        }
    }

    fn obey(&mut self, control: Control, inbox: &Inbox) {
        match control {
            Control::Join { id, seat, since, member } => self.welcome(id, seat, since, member, inbox),
            Control::Leave(id) => {
                if let Some(actor) = self.audience.leave(id) {
                    inbox.stage.leave(actor);
                    self.agenda.show_seats();
                }
            }
            // Somebody who has stopped waiting needs no answer.
            Control::Look(visitor, answer) => {
                if let Some(actor) = visitor {
                    self.audience.visit(actor, Instant::now());
                }
                drop(answer.send(Ok((self.ledger.durable().clone(), self.audience.seats()))));
            }
            Control::Reseat(seats) => {
                self.audience.reseat(seats);
                self.agenda.show_seats();
            }
            Control::Wave(at) => self.audience.post(&ServerMessage::Wave(at)),
            Control::Door(open) => self.door(open),
            Control::Recast(deck, lots) => {
                self.deck = deck;
                self.room.prepare(lots);
            }
            Control::Over => {
                self.over = true;
                self.door(false);
            }
            Control::Close => {}
        }
        self.agenda.stay(!self.audience.is_empty());
    }

    fn door(&mut self, open: bool) {
        self.open = open;
        self.audience.post(&ServerMessage::Door { open });
    }

    /// Welcomes a connection and makes it a member in the same turn: between what it missed and what comes next there
    /// is no gap. What is not on disk yet is part of what comes next.
    fn welcome(&mut self, id: ConnectionId, seat: SeatRow, since: Seq, member: Member, inbox: &Inbox) {
        let (me, role, lang) = (member.actor, member.role, member.lang);
        self.audience.join(id, seat, member);
        let welcome = Welcome {
            head: self.ledger.durable().seq,
            now: self.clock.now(),
            missed: self.missed(since),
            seats: self.audience.seats(),
            faces: faces(&self.deck.deck, &self.ledger.durable().document, role, lang),
            open: self.open,
        };
        self.audience.tell(id, &ServerMessage::Welcome(welcome));
        if role != Role::Projector
            && let Some(others) = inbox.stage.others(me)
        {
            self.audience.point_out(id, others);
        }
        self.agenda.show_seats();
        self.tell_traffic();
    }

    /// Tells the screens of the room what the workshop has exchanged, once that is what they show.
    fn tell_traffic(&self) {
        if let Some(message) = self.tally.told(&self.ledger.durable().document) {
            self.audience.post_to_screens(&message);
        }
    }

    fn missed(&self, since: Seq) -> Missed {
        let durable = self.ledger.durable();
        if since <= durable.seq
            && let Missed::Entries(mut entries) = self.room.missed(since)
        {
            entries.retain(|entry| entry.seq <= durable.seq);
            return Missed::Entries(entries);
        }
        Missed::Snapshot(Box::new(durable.clone()))
    }

    fn decide(&mut self, submission: Submission) {
        let Submission { op_id, asker, intent, from } = submission;
        let no = if !self.audience.lets(asker) {
            // They are on their way out: what they sent before they knew counts no more.
            Some(Rejection::NotYourTable)
        } else if self.over && self.room.known(op_id).is_none() {
            Some(Rejection::WorkshopOver)
        } else {
            None
        };
        if let Some(no) = no {
            return Answer { op_id, verdict: Err(no), to: from }.say(&self.audience, Audience::tell);
        }
        // Only dealing needs dice and a round.
        let (seed, seated) = match intent {
            Intent::Deal { .. } | Intent::Turn { .. } | Intent::CatchUp { .. } => {
                (super::random(), self.audience.round())
            }
            Intent::Do(_) | Intent::Arrange => (0, Vec::new()),
        };
        let with = Circumstances { now: self.clock.now(), seed, seated: &seated };
        let (after, verdict) = match self.room.submit(op_id, asker, intent, with) {
            Verdict::Accepted(entry) => {
                let seq = entry.seq;
                self.ledger.push(Record { op_id, entry });
                (seq, Ok(seq))
            }
            Verdict::Known(seq) => (seq, Ok(seq)),
            Verdict::Refused(rejection) => (self.room.head(), Err(rejection)),
        };
        let answer = Answer { op_id, verdict, to: from };
        if after <= self.ledger.durable().seq {
            answer.say(&self.audience, Audience::tell);
        } else {
            self.answers.owe(after, answer);
        }
        self.agenda.stay(!self.audience.is_empty());
    }

    /// What is on disk now may be told: first to whoever asked, then to everybody.
    fn publish(&mut self, entries: &[Entry]) {
        let durable = self.ledger.durable();
        for answer in self.answers.settled(durable.seq) {
            answer.say(&self.audience, Audience::put);
        }
        self.audience.reveal(&self.deck.deck, &durable.document, entries);
        for entries in entries.chunks(MESSAGE) {
            self.audience.post(&ServerMessage::Entries(entries.to_vec()));
        }
        if entries.iter().any(|entry| matches!(entry.op, Op::Enter { .. })) {
            self.ledger.save_ends();
            self.tell_traffic();
        }
        self.ledger.checkpoint_sometimes();
    }

    /// Does what is due; true when the board has been idle for long enough.
    fn keep(&mut self, due: Due, inbox: &Inbox) -> bool {
        if due.seats {
            self.audience.post_seats();
        }
        if due.presence {
            self.audience.show(&inbox.stage.glimpse());
        }
        if due.pulse {
            // While the disk is stuck nobody is listened to: silence proves nothing.
            self.audience.pulse(Instant::now(), self.ledger.is_stuck());
            self.tell_traffic();
        }
        due.idle
    }

    fn may_retire(&self, name: &Name, inbox: &Inbox) -> bool {
        self.audience.is_empty()
            && self.ledger.waiting() == 0
            && name.registry.upgrade().is_none_or(|registry| registry.retire(name.board, name.task, inbox))
    }

    /// Writes what was accepted, as long as the disk lets us, and sends everybody away with a moment to come back.
    async fn close(mut self, inbox: &mut Inbox) {
        let written = tokio::time::timeout(self.limits.closing, async {
            while self.ledger.waiting() > 0 {
                match self.ledger.written().await {
                    Ok(entries) => self.publish(&entries),
                    Err(Overtaken) => return,
                }
            }
        });
        if written.await.is_err() {
            let waiting = self.ledger.waiting();
            tracing::error!(
                waiting,
                "a board closes with ops that could not be written; none of them was acknowledged"
            );
        }
        self.audience.bye(|| 250 + (super::random() % 1_750) as u32);
        turn_away(inbox, AGAIN);
        self.ledger.close().await;
    }
}
