//! The debrief sheet of a workshop with two tables, at which people typed markup: while it is written, with a field that
//! two of them wrote at once, and as it was validated.

use super::*;
use app::debrief::{Sources, begun};
use board::key::{Misconception, Nature};

pub fn debrief_of(opening: DebriefOpening) -> Page {
    Page::Debrief(Box::new(opening))
}

/// Everything there is to say, still to be written.
pub fn draft() -> DebriefOpening {
    let first = board();
    let second = Document { title: "Des mines et des écrans".into(), ..Document::default() };
    let sources = Sources {
        boards: &[&first, &second],
        held: Day::read("2026-11-25"),
        structure: Some(MARKUP),
        kept: Some("trois ans"),
    };
    let said = |(id, text)| (id, DebriefField { text, ..DebriefField::default() });
    let fields = begun(&sources, std::iter::empty()).into_iter().map(said).collect();
    let table = |table: u8, document: Document, findings| DebriefTable {
        table,
        board: BoardId(Uuid::from_u128(table.into())),
        people: 5,
        document,
        faces: faces(),
        findings: Some(findings),
        misconceptions: Default::default(),
    };
    let trap = LinkId { cause: CardId(3), consequence: CardId(1) };
    let belief = Misconception {
        belief: MARKUP.into(),
        nature: Nature::Shortcut,
        reason: "Il a des serveurs.".into(),
        path: vec![CardId(3), CardId(2), CardId(1)],
    };
    let findings = Findings {
        alone: vec![LinkId { cause: CardId(1), consequence: CardId(2) }],
        missing: vec![LinkId { cause: CardId(2), consequence: CardId(3) }],
        misconceptions: vec![(trap, true)],
        unlinked: vec![CardId(7)],
        ..Findings::default()
    };
    let first = DebriefTable { misconceptions: [(trap, belief)].into(), ..table(1, first, findings) };
    let given =
        Feedback { learned: Some(4), room: Some(5), wrong: MARKUP.into(), longing: true, ..Feedback::default() };
    DebriefOpening {
        workshop: WorkshopId(Uuid::from_u128(7)),
        title: MARKUP.into(),
        format: 180,
        deck: ("culture".into(), "1.2.0".into()),
        validity: Validity::Draft { seen: 0, told: 0 },
        versions: Vec::new(),
        closed: false,
        tables: vec![first, table(2, second, Findings::default())],
        feedback: Some(vec![given]),
        reads_only: false,
        fields,
    }
}

/// Two people wrote at once who takes care of an action, and one of them emptied it.
pub fn undecided() -> DebriefOpening {
    let mut opening = draft();
    let owner = FieldId::new(About::Action(1, ActionId(1)), Ask::Owner);
    let rivals = vec![String::new(), "Direction technique".into()];
    opening.fields.insert(owner, DebriefField { text: MARKUP.into(), version: 3, rivals });
    opening
}

/// The second version, after the workshop was closed.
pub fn valid() -> DebriefOpening {
    let at = Millis(1_795_613_400_000);
    DebriefOpening {
        validity: Validity::Valid { number: 2, at },
        versions: vec![(1, Millis(1_795_613_000_000)), (2, at)],
        closed: true,
        ..draft()
    }
}

fn board() -> Document {
    let mut document = document();
    let link = *document.links.keys().next().expect("a link");
    let stances = [(1, Stance::Agree), (2, Stance::Disagree)];
    document.stances.insert(link, stances.map(|(actor, stance)| (ActorId(actor), stance)).into());
    document.story = MARKUP.into();
    let action = |text: &str, renounces| Action {
        text: text.into(),
        renounces,
        owner: MARKUP.into(),
        with: "Accueil".into(),
        effort: deck::Grade::new(2),
        first_step: "Écrire à la direction".into(),
        due: Day::read("2026-12-15"),
        ..Action::default()
    };
    document.actions.insert(ActionId(1), action(MARKUP, false));
    document.actions.insert(ActionId(2), action("Ne plus projeter de logos", true));
    document
}
