//! A room with a screen, and what the screen says.

use super::lying::{document, faces};
use app::api::{BoardOpening, Invitation, LotCard, StepCard, TableCard, WorkshopCard};
use app::live::LiveBoard;
use app::pages::projector::projector;
use board::deck::Lang;
use board::*;
use leptos::prelude::*;

/// The page of a workshop with the one table 2, after a change.
pub fn screen(change: impl FnOnce(&mut BoardOpening)) -> String {
    let mut only = opening(2);
    change(&mut only);
    screens(vec![only])
}

/// The page with these tables.
pub fn screens(tables: Vec<BoardOpening>) -> String {
    Owner::new().with(|| projector(tables.into_iter().map(LiveBoard::new).collect()).to_html())
}

/// The page with the document of its one table changed.
pub fn shown(change: impl FnOnce(&mut Document)) -> String {
    screen(|opening| change(&mut opening.snapshot.document))
}

/// The page in this phase.
pub fn during(phase: Phase) -> String {
    shown(|document| document.phase = phase)
}

/// A link of the board.
pub fn link(cause: u16, consequence: u16) -> LinkId {
    LinkId { cause: CardId(cause), consequence: CardId(consequence) }
}

/// A table as the screen opens it.
pub fn opening(table: u8) -> BoardOpening {
    let id = uuid::Uuid::from_u128(table.into());
    let seat = |(actor, name, role, here)| Seat { actor: ActorId(actor), role, name: String::from(name), here };
    let seats = [
        (1, "Zoé-Témoin", Role::Participant, true),
        (2, "Ali-Témoin", Role::Participant, true),
        (3, "Eve-Témoin", Role::Participant, false),
        (4, "Lou-Témoin", Role::Facilitator, true),
    ];
    BoardOpening {
        me: Asker { actor: ActorId(9), role: Role::Projector },
        lang: Lang::Fr,
        now: Millis(0),
        workshop: WorkshopCard {
            id: WorkshopId(id),
            title: "Atelier du théâtre".into(),
            code: "K7M4PX".into(),
            format: 90,
            open: true,
            assigned: false,
            tables: vec![TableCard { board: BoardId(id), people: 3 }],
        },
        board: BoardId(id),
        table,
        snapshot: Snapshot { seq: Seq(9), document: document() },
        seats: seats.into_iter().map(seat).collect(),
        faces: faces(),
        lots: vec![LotCard { lot: LotId(3), title: "De la mine à la benne".into(), cards: 4 }],
        memo: None,
        script: vec![StepCard {
            number: 0,
            title: "Premier lot : les usages".into(),
            minutes: 15,
            phase: Phase::Cards,
            lot: None,
            does: String::new(),
            says: String::new(),
        }],
        invitation: Some(Invitation {
            address: "https://salle.example/rejoindre/K7M4PX".into(),
            side: 21,
            path: "M0 0h7v7h-7z".into(),
            wifi: Some("Foyer du théâtre".into()),
        }),
    }
}
