//! The library with boards that people named and boards that saved themselves, and two boards to come back to: one on
//! which everything happened, and one on which nothing did.

use super::*;
use board::key::{Misconception, Nature};

/// A page in the middle, with a board that somebody gave a name full of markup and one that cannot be read.
pub fn library() -> Page {
    let lines = vec![line(1, false), line(2, true), SavedLine { thumbnail: None, ..line(3, true) }];
    let wish = LibraryWish { page: 2, ..LibraryWish::default() };
    let decks = vec![("culture".into(), "1.2.0".into()), ("culture".into(), "1.0.0".into())];
    Page::Library(LibraryOpening { wish, lines, total: 100, decks, behind: true, ..soon() })
}

/// What one table saved, narrowed by everything there is.
pub fn library_narrow() -> Page {
    let wish = LibraryWish {
        words: MARKUP.into(),
        from: Day::read("2026-10-01"),
        to: Day::read("2026-11-25"),
        format: Some(90),
        deck: Some(("culture".into(), "1.2.0".into())),
        table: Some(3),
        board: Some(BoardId(Uuid::from_u128(2))),
        which: Which::All,
        page: 0,
    };
    let decks = vec![("culture".into(), "1.2.0".into())];
    Page::Library(LibraryOpening {
        wish,
        lines: vec![line(4, true)],
        total: 1,
        decks,
        reads_only: true,
        ..LibraryOpening::default()
    })
}

/// What the library reminds of.
fn soon() -> LibraryOpening {
    let one = |last| Reminder { title: MARKUP.into(), term: term(), board: Some(BoardId(Uuid::from_u128(2))), last };
    let never_saved = Reminder { board: None, ..one(false) };
    LibraryOpening { reminders: vec![one(true), never_saved], ..LibraryOpening::default() }
}

fn line(mark: i64, by_itself: bool) -> SavedLine {
    let name = if by_itself { "Lot 3 : de la mine à la benne" } else { MARKUP };
    SavedLine {
        mark,
        name: name.into(),
        by_itself,
        at: Millis(1_795_613_400_000),
        workshop: "Équipe technique, janvier".into(),
        table: 2,
        board: BoardId(Uuid::from_u128(2)),
        others: 14,
        title: MARKUP.into(),
        cards: 8,
        links: 4,
        thumbnail: Some(document()),
    }
}

pub fn saved() -> Page {
    let mut document = document();
    let link = *document.links.keys().next().expect("a link");
    let stances = [(1, Stance::Agree), (2, Stance::Disagree), (3, Stance::Disagree)];
    document.stances.insert(link, stances.map(|(actor, stance)| (ActorId(actor), stance)).into());
    document.story = MARKUP.into();
    let action =
        |text: &str, renounces| Action { text: text.into(), renounces, owner: MARKUP.into(), ..Action::default() };
    document.actions.insert(ActionId(1), action("Éteindre le soir", false));
    document.actions.insert(ActionId(2), action("Ne plus projeter de logos", true));
    let trap = LinkId { cause: CardId(3), consequence: CardId(1) };
    let known = Misconception {
        belief: "Le nuage ne pèse rien".into(),
        nature: Nature::Shortcut,
        reason: "Il a des serveurs.".into(),
        path: vec![CardId(3), CardId(2), CardId(1)],
    };
    let step = |number, title: &str, minutes, spent| {
        let (does, says) = (String::new(), String::new());
        (StepCard { number, title: title.into(), minutes, phase: Phase::Links, lot: None, does, says }, spent)
    };
    let spent = |real: u64, paused: u64| Some(Spent { planned: 10, real: real * 60_000, paused: paused * 60_000 });
    let remark = RemarkCard { id: 7, at: Millis(1_795_613_400_000), text: MARKUP.into() };
    Page::Saved(Box::new(RetrospectOpening {
        findings: Findings {
            alone: vec![link],
            hinted: vec![LinkId { cause: CardId(1), consequence: CardId(3) }],
            missing: vec![LinkId { cause: CardId(2), consequence: CardId(3) }],
            misconceptions: vec![(trap, false), (trap.reversed(), true)],
            others: (3, 1),
            unlinked: vec![CardId(5), CardId(6)],
            unplaced: vec![CardId(9)],
        },
        misconceptions: [(trap, known.clone()), (trap.reversed(), known)].into(),
        shares: Some(vec![50, 30, 15, 5]),
        steps: vec![
            step(0, "Accueil", 10, spent(12, 0)),
            step(1, "Lot 1", 20, spent(31, 4)),
            step(2, "Météo", 5, None),
            step(9, "", 7, spent(3, 0)),
        ],
        moods: vec![("un peu perdue".into(), 2), (MARKUP.into(), 1)],
        feedback: vec![Feedback { learned: Some(4), learned_what: MARKUP.into(), relief: true, ..Feedback::default() }],
        remarks: vec![remark],
        others: 14,
        term: Some(term()),
        ..retrospect(document)
    }))
}

/// A full board, as the audit knows it, half of whose essential links are missing, after all steps of a long workshop.
pub fn saved_full() -> Page {
    let Page::Plan(plan, _) = plan_full() else { unreachable!("it is the Plan") };
    let Page::Saved(played) = saved() else { unreachable!("it is a saved board") };
    let full = &plan.snapshot.document;
    let links: Vec<_> = full.links.keys().copied().collect();
    let (found, missing) = (links[..30].to_vec(), links[30..60].to_vec());
    let steps = (0..15).map(|number| {
        let (step, spent) = played.steps[1].clone();
        (StepCard { number, ..step }, spent)
    });
    let steps = steps.collect();
    let findings = Findings { alone: found, missing, ..played.findings.clone() };
    let mut opening = RetrospectOpening { findings, steps, ..*played };
    opening.saved.card.document = full.clone();
    opening.saved.lots = plan.lots.clone();
    Page::Saved(Box::new(opening))
}

/// A board as large as the rules let it become.
pub fn library_huge() -> Page {
    let mut huge = Document::default();
    for card in 1..=200_u16 {
        let at = Point {
            x: i16::try_from(card % 20 * 150 + 100).unwrap_or(0),
            y: i16::try_from(card / 20 * 160 + 100).unwrap_or(0),
        };
        huge.cards.insert(CardId(card), Card { lot: LotId(1), spot: Spot::Table(at) });
    }
    let own = document().links.values().next().cloned().expect("a link");
    for at in 0..4_000_u16 {
        let link = LinkId { cause: CardId(at % 200 + 1), consequence: CardId((at / 200 + at % 200 + 1) % 200 + 1) };
        huge.links.insert(link, own.clone());
    }
    let lines = vec![SavedLine { cards: 200, links: huge.links.len(), thumbnail: Some(huge), ..line(5, true) }];
    Page::Library(LibraryOpening { lines, total: 1, ..LibraryOpening::default() })
}

/// A board on which nothing happened, whose workshop is over.
pub fn saved_empty() -> Page {
    Page::Saved(Box::new(RetrospectOpening { closed: true, by_itself: true, ..retrospect(Document::default()) }))
}

fn retrospect(document: Document) -> RetrospectOpening {
    let seats = vec![seat(1, MARKUP), seat(2, "Ali"), seat(3, "")];
    let card = SavedCard {
        mark: 12,
        name: "Plateau de fin de matinée".into(),
        at: Millis(1_795_613_400_000),
        workshop: "Équipe technique, janvier".into(),
        table: 2,
        document,
    };
    RetrospectOpening {
        saved: SavedOpening {
            card,
            format: 180,
            deck_version: "0.2.2".into(),
            local: Default::default(),
            seq: Seq(40),
            faces: faces(),
            lots: lots(),
            seats,
        },
        workshop: WorkshopId(Uuid::from_u128(7)),
        board: BoardId(Uuid::from_u128(2)),
        cut: None,
        by_itself: false,
        format: 180,
        deck: ("culture".into(), "1.2.0".into()),
        read_in: Some("1.3.0".into()),
        findings: Findings::default(),
        misconceptions: Default::default(),
        shares: None,
        steps: Vec::new(),
        moods: Vec::new(),
        feedback: Vec::new(),
        closed: false,
        remarks: Vec::new(),
        others: 0,
        term: None,
        reads_only: false,
        validated: false,
    }
}

/// What a read-only link to the board shows.
pub fn shared() -> Page {
    Page::Shared(Box::new(shared_opening()))
}

/// The same, framed by another site.
pub fn embedded() -> Page {
    Page::Embedded(Box::new(shared_opening()))
}

fn shared_opening() -> SharedOpening {
    let Page::Saved(opening) = saved() else { unreachable!("it is a saved board") };
    let mut saved = opening.saved;
    saved.seats.clear();
    let expires = Millis(1_798_205_400_000);
    SharedOpening { saved, deck: "culture".into(), counts: [1, 1, 1], expires, secret: "s3cret".into() }
}

/// The links to the board: one just made and framed, one with markup in its note, one that has expired.
pub fn shares() -> Page {
    let (address, frame) = ("https://a.example/partage/s".to_owned(), "https://a.example/partage/s/cadre".to_owned());
    let link = |number, note: &str, over| ShareCard {
        number,
        note: note.into(),
        expires: Millis(1_798_205_400_000),
        over,
        opened: u32::try_from(number).unwrap_or(0) - 1,
        origins: if over { Vec::new() } else { vec!["https://theatre.example".into()] },
    };
    let made = MadeShare { note: MARKUP.into(), address, frame: Some(frame) };
    let links = vec![link(1, MARKUP, false), link(2, "", true)];
    Page::Shares(SharesOpening { mark: 12, name: "Plateau de fin de matinée".into(), links, made: Some(made) })
}
