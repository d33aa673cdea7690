//! What people say without their name: who may say it, when, and who may read it.

use super::{Machine, table_of, told};
use crate::store::{Heard, Question, SeatRow, Workshop};
use crate::typed::line;
use crate::{faces, shelf};
use app::api::*;
use async_trait::async_trait;
use board::{Act, BoardId, Document, Phase, Rejection, Role, WorkshopId};

#[async_trait]
impl Voices for Machine {
    async fn gallery(&self, who: Visitor, board: BoardId) -> Result<GalleryOpening, AppError> {
        let (workshop, seat) = self.seat_at(who, board).await?;
        let document = self.document(board).await?;
        let counted = self.store.counted(workshop.id).await.map_err(told)?;
        // The boards of the others may hold cards that this table has not been dealt: its phase opens them.
        let visits = seat.role != Role::Participant || counted.is_some() || document.phase.allows(Act::Vote);
        let ballot = match (counted, may(&seat, &document, document.phase.allows(Act::Vote))) {
            (Some(votes), _) => Ballot::Counted(votes),
            (None, Ok(())) => Ballot::Open { chosen: self.choice(&workshop, &seat).await? },
            (None, Err(why)) => Ballot::Shut { why, chosen: self.choice(&workshop, &seat).await? },
        };
        let mut boards = Vec::new();
        let loaded = self.deck_of(&workshop).await?;
        let others = workshop.boards.iter().filter(|other| seat.role != Role::Participant || **other != board);
        for &other in others.filter(|_| visits) {
            let document = self.document(other).await?;
            let mut faces = faces::faces(&loaded.deck, &document, Role::Participant, who.lang);
            faces.backs.clear();
            boards.push(ShownBoard { table: table_of(&workshop, other), document, faces });
        }
        Ok(GalleryOpening { table: table_of(&workshop, board), workshop: workshop.title, board, boards, ballot })
    }

    async fn vote(&self, who: Visitor, board: BoardId, table: u8) -> Result<(), AppError> {
        self.attempts.act(who.id)?;
        let (workshop, seat) = self.seat_at(who, board).await?;
        if self.store.counted(workshop.id).await.map_err(told)?.is_some() {
            return Err(AppError::VoteClosed);
        }
        let document = self.document(board).await?;
        may(&seat, &document, document.phase.allows(Act::Vote))?;
        let at = usize::from(table).checked_sub(1).ok_or(AppError::NoSuchTable)?;
        let chosen = *workshop.boards.get(at).ok_or(AppError::NoSuchTable)?;
        if chosen == board {
            return Err(AppError::OwnTable);
        }
        match self.store.vote(chosen, seat.actor).await.map_err(told)? {
            Heard::Kept => Ok(()),
            Heard::Already | Heard::Closed => Err(AppError::VoteClosed),
        }
    }

    async fn mood(&self, who: Visitor, board: BoardId) -> Result<MoodOpening, AppError> {
        let (workshop, seat) = self.seat_at(who, board).await?;
        let turn = self.turn(&workshop, &seat, board, Question::Mood).await?;
        let reads = seat.role != Role::Participant || turn == Turn::Done;
        let words = if reads { Some(self.store.moods(board).await.map_err(told)?) } else { None };
        Ok(MoodOpening { board, table: table_of(&workshop, board), turn, words })
    }

    async fn say_mood(&self, who: Visitor, board: BoardId, word: Option<&str>) -> Result<(), AppError> {
        self.attempts.act(who.id)?;
        let (workshop, seat) = self.seat_at(who, board).await?;
        open(self.turn(&workshop, &seat, board, Question::Mood).await?)?;
        // Words that differ by their case only are the same word, and have one hand less to tell by.
        let word = word.map(|word| line(word, MAX_MOOD)).transpose()?.map(|word| word.to_lowercase());
        if word.as_ref().is_some_and(String::is_empty) {
            return Err(Rejection::Empty.into());
        }
        heard(self.store.say_mood(board, seat.actor, word.as_deref()).await.map_err(told)?)
    }

    async fn moods(&self, who: Visitor, board: BoardId) -> Result<Vec<(String, u32)>, AppError> {
        self.mood(who, board).await?.words.ok_or(AppError::NotFound)
    }

    async fn feedback(&self, who: Visitor, board: BoardId) -> Result<FeedbackOpening, AppError> {
        let (workshop, seat) = self.seat_at(who, board).await?;
        let turn = self.turn(&workshop, &seat, board, Question::Feedback).await?;
        let reminders = self.may_leave_address(workshop.id, &seat).await?;
        Ok(FeedbackOpening { board, table: table_of(&workshop, board), turn, reminders })
    }

    async fn give_feedback(
        &self,
        who: Visitor,
        board: BoardId,
        given: Feedback,
        address: &str,
    ) -> Result<(), AppError> {
        self.attempts.act(who.id)?;
        let (workshop, seat) = self.seat_at(who, board).await?;
        open(self.turn(&workshop, &seat, board, Question::Feedback).await?)?;
        let given = match sound(given) {
            // An address alone is no opinion, and may be left.
            Err(AppError::NothingAnswered) if !address.trim().is_empty() => None,
            given => Some(given?),
        };
        if !address.trim().is_empty() {
            self.remind(who, board, address).await?;
        }
        match given {
            Some(given) => heard(self.store.give_feedback(board, seat.actor, &given).await.map_err(told)?),
            None => Ok(()),
        }
    }

    async fn returns(&self, who: Visitor, workshop: WorkshopId) -> Result<ReturnsOpening, AppError> {
        let (workshop, _) = self.facilitated(who, workshop).await?;
        let counted = self.store.counted(workshop.id).await.map_err(told)?;
        let voting = match counted {
            Some(_) => None,
            None => Some(self.store.turnout(workshop.id).await.map_err(told)?),
        };
        let mut tables = Vec::new();
        for (at, &board) in workshop.boards.iter().enumerate() {
            tables.push(TableReturns {
                board,
                title: self.document(board).await?.title,
                votes: counted.as_ref().and_then(|votes| votes.get(at).copied()),
                moods: self.store.moods(board).await.map_err(told)?,
                feedback: self.store.feedback(board).await.map_err(told)?,
            });
        }
        let closed = self.store.is_closed(workshop.id).await.map_err(told)?;
        Ok(ReturnsOpening { workshop: workshop.id, title: workshop.title, closed, voting, tables })
    }

    async fn close_vote(&self, who: Visitor, workshop: WorkshopId) -> Result<(), AppError> {
        self.facilitated(who, workshop).await?;
        self.store.close_vote(workshop).await.map_err(told)
    }

    async fn close_workshop(&self, who: Visitor, workshop: WorkshopId) -> Result<(), AppError> {
        let (workshop, _) = self.facilitated(who, workshop).await?;
        let now = crate::now();
        self.store.close_workshop(workshop.id, now).await.map_err(told)?;
        self.rooms.over(&workshop.boards);
        // With the workshop, the last step of each table ends.
        for &board in &workshop.boards {
            shelf::keep_ends(&*self.store, board, now).await.map_err(told)?;
        }
        // The pages that are open forget the names too.
        self.rooms.seated(workshop.id).await.map_err(told)?;
        Ok(())
    }
}

impl Machine {
    /// Goes on only while the workshop is not over.
    pub(super) async fn goes_on(&self, workshop: WorkshopId) -> Result<(), AppError> {
        let closed = self.store.is_closed(workshop).await.map_err(told)?;
        if closed { Err(AppError::WorkshopClosed) } else { Ok(()) }
    }

    async fn document(&self, board: BoardId) -> Result<Document, AppError> {
        Ok(self.rooms.look(board).await?.0.document)
    }

    /// The table that this person votes for so far.
    async fn choice(&self, workshop: &Workshop, seat: &SeatRow) -> Result<Option<u8>, AppError> {
        let chosen = self.store.vote_of(workshop.id, seat.actor).await.map_err(told)?;
        Ok(chosen.map(|board| table_of(workshop, board)))
    }

    /// Whether this person may answer a question now. The end of the workshop comes before what they have done in it,
    /// which is forgotten by then, and that before the phase.
    pub(super) async fn turn(
        &self,
        workshop: &Workshop,
        seat: &SeatRow,
        board: BoardId,
        question: Question,
    ) -> Result<Turn, AppError> {
        if let Err(why) = self.goes_on(workshop.id).await {
            return if why == AppError::WorkshopClosed { Ok(Turn::Shut(why)) } else { Err(why) };
        }
        if self.store.has_answered(workshop.id, seat.actor, question).await.map_err(told)? {
            return Ok(Turn::Done);
        }
        let document = self.document(board).await?;
        let opens = match question {
            Question::Mood => document.phase.allows(Act::Mood),
            // Whoever stays a little longer may still say what they think.
            Question::Feedback => document.phase.allows(Act::Feedback) || document.phase == Phase::Closing,
        };
        Ok(may(seat, &document, opens).map_or_else(Turn::Shut, |()| Turn::Open))
    }
}

/// Whether this person may say something at this board, whose phase `opens` it or not.
fn may(seat: &SeatRow, document: &Document, opens: bool) -> Result<(), AppError> {
    if seat.role != Role::Participant {
        return Err(AppError::ParticipantsOnly);
    }
    if !opens {
        return Err(Rejection::NotInThisPhase.into());
    }
    if document.paused { Err(Rejection::Paused.into()) } else { Ok(()) }
}

fn open(turn: Turn) -> Result<(), AppError> {
    match turn {
        Turn::Open => Ok(()),
        Turn::Done => Err(AppError::Answered),
        Turn::Shut(why) => Err(why),
    }
}

pub(super) fn heard(heard: Heard) -> Result<(), AppError> {
    match heard {
        Heard::Kept => Ok(()),
        Heard::Already => Err(AppError::Answered),
        Heard::Closed => Err(AppError::WorkshopClosed),
    }
}

/// Answers as they are kept: grades on the scale, comments on one line, and something in them.
fn sound(given: Feedback) -> Result<Feedback, AppError> {
    let grades = [given.learned, given.room, given.realistic];
    if grades.into_iter().flatten().any(|grade| !(1..=5).contains(&grade)) {
        return Err(AppError::OffScale);
    }
    let sound = Feedback {
        learned_what: line(&given.learned_what, MAX_COMMENT)?,
        wrong: line(&given.wrong, MAX_COMMENT)?,
        missing: line(&given.missing, MAX_COMMENT)?,
        obstacle: line(&given.obstacle, MAX_COMMENT)?,
        other: line(&given.other, MAX_COMMENT)?,
        worked_what: line(&given.worked_what, MAX_COMMENT)?,
        ..given
    };
    if sound == Feedback::default() { Err(AppError::NothingAnswered) } else { Ok(sound) }
}
