//! What became of the actions: the page of the organisation, the list of workshops, the page behind a reminder; and what
//! is published for others.

use super::{MARKUP, second_half::here};
use app::api::*;
use app::pages::Page;
use board::{Action, ActionId, Day, Millis, WorkshopId};
use uuid::Uuid;

/// One month and a few days after the workshop: shares, too few of them, none; a statement and none.
pub fn follow_up() -> Page {
    let statement = Statement { status: Status::NeedsHelp, word: MARKUP.into(), at: Millis(1_795_613_400_000) };
    let milestones =
        [(Answers::of([3, 2, 0, 1]), Some(statement)), (Answers::of([1, 0, 1, 0]), None), (Answers::of([0; 4]), None)];
    let followed = |decided| Followed { decided, milestones: milestones.clone() };
    Page::FollowUp(Box::new(FollowUpOpening { actions: decided().into_iter().map(followed).collect(), ..opening() }))
}

pub fn follow_up_empty() -> Page {
    Page::FollowUp(Box::new(FollowUpOpening { awaited: None, ..opening() }))
}

pub fn follow_ups() -> Page {
    let workshop = |id| WorkshopId(Uuid::from_u128(id));
    let workshops = vec![(workshop(7), MARKUP.into(), Some(Day(20_780))), (workshop(8), "Saison".into(), None)];
    Page::FollowUps(FollowUpsOpening { today: Day(20_815), workshops })
}

/// With a reminder to come, and a link that proposes an answer; or after the last one.
pub fn answering(awaited: bool) -> Page {
    Page::Answer(Some(Box::new(AnswerOpening {
        secret: "s3cret".into(),
        title: "Équipe technique, janvier".into(),
        milestone: if awaited { Milestone::One } else { Milestone::Six },
        until: Day(20_880),
        actions: decided().into_iter().zip([None, Some(Status::Ongoing)]).collect(),
        proposed: awaited.then_some((0, Status::Done)),
        awaited,
    })))
}

fn opening() -> FollowUpOpening {
    FollowUpOpening {
        workshop: WorkshopId(Uuid::from_u128(7)),
        title: "Équipe technique, janvier".into(),
        day: Day(20_780),
        today: Day(20_815),
        awaited: Some(4),
        actions: Vec::new(),
    }
}

fn decided() -> Vec<Decided> {
    let night = Action {
        text: MARKUP.into(),
        owner: "Régie".into(),
        with: "Direction".into(),
        first_step: MARKUP.into(),
        due: Some(Day(20_800)),
        ..Action::default()
    };
    let screens = Action { text: "Ne plus filmer chaque date".into(), renounces: true, ..Action::default() };
    let one = |(table, action)| Decided { table, board: here(), id: ActionId(table.into()), action };
    [(1, night), (2, screens)].map(one).into()
}

/// Own entries and one from elsewhere, as whoever organises and as everybody sees them.
pub fn network(organises: bool) -> Page {
    let entry = |matter, detail: &str| NetworkEntry {
        matter,
        text: MARKUP.into(),
        detail: detail.into(),
        venue: MARKUP.into(),
        contact: detail.into(),
        until: Day(20_900),
    };
    let shown = |(id, matter): (i64, Matter)| {
        let from = if id == 2 { "https://voisin.example".into() } else { String::new() };
        Shown { id, from, entry: entry(matter, if id == 1 { "" } else { MARKUP }) }
    };
    let entries = [(1, Matter::Decision), (2, Matter::Demand), (3, Matter::Offer)].map(shown).into();
    let begun = app::api::Begun { text: MARKUP.into(), until: Day(20_900), ..Default::default() };
    Page::Network(Box::new(NetworkOpening { entries, publishes: organises.then_some(begun) }))
}
