//! The pages on which people answer without their name, and the one on which the answers are read.

use super::{MARKUP, document, faces};
use app::api::*;
use app::pages::Page;
use board::protocol::Faces;
use board::{BoardId, Document, Rejection, WorkshopId};
use uuid::Uuid;

/// The gallery as table 2 sees it.
pub fn gallery(ballot: Ballot) -> Page {
    let shown = |table, document, faces| ShownBoard { table, document, faces };
    let boards = vec![shown(1, document(), faces()), shown(3, Document::default(), Faces::default())];
    Page::Gallery(Box::new(GalleryOpening { workshop: MARKUP.into(), board: here(), table: 2, boards, ballot }))
}

pub fn gallery_not_yet() -> Page {
    let ballot = Ballot::Shut { why: Rejection::NotInThisPhase.into(), chosen: None };
    Page::Gallery(Box::new(GalleryOpening {
        workshop: "Équipe technique, janvier".into(),
        board: here(),
        table: 2,
        boards: Vec::new(),
        ballot,
    }))
}

/// The words are shown to whoever has answered.
pub fn mood(turn: Turn) -> Page {
    let words = (turn == Turn::Done).then(|| vec![("soleil".into(), 3), (MARKUP.to_lowercase(), 1)]);
    Page::Mood(MoodOpening { board: here(), table: 2, turn, words })
}

pub fn feedback(turn: Turn) -> Page {
    Page::Feedback(FeedbackOpening { board: here(), table: 2, turn, reminders: Reminders::Offered })
}

/// Whoever has answered and left an address.
pub fn feedback_left() -> Page {
    Page::Feedback(FeedbackOpening { board: here(), table: 2, turn: Turn::Done, reminders: Reminders::Left })
}

/// While this many have voted, or after the vote was closed and the workshop ended.
pub fn returns(voting: Option<u32>) -> Page {
    let table = |board, title: &str, votes| TableReturns {
        board: BoardId(Uuid::from_u128(board)),
        title: title.into(),
        votes: voting.is_none().then_some(votes),
        moods: vec![("soleil".into(), 3), ("brouillard".into(), 1)],
        feedback: vec![given(5, Some(Fit::Yes)), given(2, Some(Fit::Partly)), given(4, None)],
    };
    let empty = TableReturns { moods: Vec::new(), feedback: Vec::new(), ..table(2, "", 0) };
    Page::Returns(Box::new(ReturnsOpening {
        workshop: WorkshopId(Uuid::from_u128(7)),
        title: "Équipe technique, janvier".into(),
        closed: voting.is_none(),
        voting,
        tables: vec![table(1, MARKUP, 4), empty],
    }))
}

fn given(grade: u8, worked: Option<Fit>) -> Feedback {
    Feedback {
        learned: Some(grade),
        realistic: (grade > 2).then_some(grade),
        wrong: if grade == 5 { MARKUP.into() } else { String::new() },
        obstacle: "Le temps, comme toujours".into(),
        worry: grade < 3,
        worked,
        ..Feedback::default()
    }
}

pub fn here() -> BoardId {
    BoardId(Uuid::from_u128(2))
}
