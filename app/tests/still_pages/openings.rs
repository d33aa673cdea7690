//! A workshop at which somebody typed markup wherever they could.

use app::api::*;
use app::pages::{Begun, Page, Reading, Sheet};
use board::deck::{Back, Certainty, Front, Lang};
use board::protocol::Faces;
use board::*;
use uuid::Uuid;

#[path = "debrief.rs"]
mod debrief_pages;
#[path = "follow_up.rs"]
mod follow_up_pages;
#[path = "library.rs"]
mod library_pages;
#[path = "organisation.rs"]
mod organisation_pages;
#[path = "published.rs"]
mod published;
#[path = "second_half.rs"]
mod second_half;

pub use debrief_pages::*;
pub use follow_up_pages::*;
pub use library_pages::*;
pub use organisation_pages::*;
pub use published::*;
pub use second_half::*;

/// What somebody typed as a name, a title, a note, a reason.
pub const MARKUP: &str = "Zoé <b>gras</b> \"onclick=\"alert(1)\" & co";

pub fn sheet(page: Page) -> Sheet {
    Sheet { page, lang: Lang::Fr, refused: None }
}

/// Every still page, in every state that looks different, by name.
pub fn all() -> Vec<(&'static str, Sheet)> {
    let empty = Page::Join(JoinOpening::default());
    let unknown = Page::Join(JoinOpening { code: "ZZZ999".into(), workshop: None });
    let door = |role| Page::Door(DoorOpening { secret: "s3cret".into(), role, title: MARKUP.into() });
    let pages = [
        ("home", Page::Home),
        ("join", join(true)),
        ("join_closed", join(false)),
        ("join_empty", empty),
        ("join_unknown", unknown),
        ("door", door(Role::Facilitator)),
        ("door_projector", door(Role::Projector)),
        ("workshops", workshops()),
        ("flags", flags(vec![(CardId(3), MARKUP), (CardId(1001), "")])),
        ("flags_none", flags(Vec::new())),
        ("own_cards", own_cards(false, false)),
        ("own_cards_begun", own_cards(true, false)),
        ("own_cards_full", own_cards(false, true)),
        ("decks", decks(None)),
        ("decks_problems", decks(Some(NotTaken::Problems(vec![MARKUP.into()], 3)))),
        ("decks_archive", decks(Some(NotTaken::Archive(BadArchive::Link(MARKUP.into()))))),
        ("decks_other", decks(Some(NotTaken::OtherContent((MARKUP.into(), MARKUP.into()), vec![MARKUP.into()])))),
        ("workshops_empty", Page::Workshops(WorkshopsOpening::default())),
        ("script", script(false)),
        ("script_begun", script(true)),
        ("join_assigned", join_assigned()),
        ("team", team()),
        ("team_alone", team_alone()),
        ("library", library()),
        ("library_narrow", library_narrow()),
        ("library_empty", Page::Library(LibraryOpening::default())),
        ("saved", saved()),
        ("compare", compare(3)),
        ("compare_one", compare(1)),
        ("compare_none", Page::Compare(Default::default())),
        ("saved_empty", saved_empty()),
        ("shares", shares()),
        ("shared", shared()),
        ("embedded", embedded()),
        ("sorry_share", Page::Sorry(AppError::ShareOver)),
        ("plan", plan()),
        ("plan_empty", plan_empty()),
        ("plan_card", plan_read(&[("carte", "1")])),
        ("plan_held", plan_read(&[("carte", "9")])),
        ("plan_link", plan_read(&[("carte", "1"), ("vers", "2")])),
        ("plan_note", plan_read(&[("note", "2")])),
        ("plan_found", plan_read(&[("q", "ecran"), ("lot", "2")])),
        ("plan_story", plan_in(Phase::Story)),
        ("plan_asked", plan_asked()),
        ("gallery", gallery(Ballot::Open { chosen: Some(3) })),
        ("gallery_paused", gallery(Ballot::Shut { why: Rejection::Paused.into(), chosen: None })),
        ("gallery_counted", gallery(Ballot::Counted(vec![4, 0, 11]))),
        ("gallery_not_yet", gallery_not_yet()),
        ("mood", mood(Turn::Open)),
        ("mood_said", mood(Turn::Done)),
        ("mood_not_now", mood(Turn::Shut(Rejection::NotInThisPhase.into()))),
        ("feedback", feedback(Turn::Open)),
        ("feedback_given", feedback(Turn::Done)),
        ("feedback_over", feedback(Turn::Shut(AppError::WorkshopClosed))),
        ("feedback_left", feedback_left()),
        ("follow_up", follow_up()),
        ("follow_up_empty", follow_up_empty()),
        ("follow_ups", follow_ups()),
        ("follow_ups_empty", Page::FollowUps(FollowUpsOpening::default())),
        ("answer", answering(true)),
        ("answer_last", answering(false)),
        ("network", network(true)),
        ("network_read", network(false)),
        ("network_empty", Page::Network(Box::default())),
        ("answer_over", Page::Answer(None)),
        ("returns", returns(Some(7))),
        ("returns_counted", returns(None)),
        ("debrief", debrief_of(draft())),
        ("debrief_undecided", debrief_of(undecided())),
        ("debrief_valid", debrief_of(valid())),
        ("debrief_room", Page::RoomDebrief(BoardId(Uuid::from_u128(2)), Some(Box::new(draft())), true)),
        ("debrief_room_not_yet", Page::RoomDebrief(BoardId(Uuid::from_u128(2)), None, false)),
        ("actions", actions(Phase::Actions)),
        ("actions_closed", actions(Phase::Links)),
        ("actions_empty", actions_empty()),
        ("organisation", organisation()),
        ("organisation_alone", organisation_alone()),
        ("register", register()),
        ("register_empty", Page::Register(RegisterOpening::default())),
        ("erasure", erasure()),
        ("invitation", invitation()),
        ("sorry_invitation", Page::Sorry(AppError::NotInvited)),
        ("sorry_reads", Page::Sorry(AppError::ReadsOnly)),
        ("sign_in", Page::SignIn),
        ("set_up", Page::SetUp("s3cret".into())),
        ("cards", cards()),
        ("accessibility", Page::Accessibility(Box::new(published()))),
        ("accessibility_unset", Page::Accessibility(Box::default())),
        ("eco", Page::EcoDesign(Box::new(published()))),
        ("eco_unset", Page::EcoDesign(Box::default())),
        ("privacy", Page::Privacy(Box::new(published()))),
        ("privacy_unset", Page::Privacy(Box::default())),
        ("help", Page::Help(None)),
        ("help_play", Page::Help(Some(HelpFor::Play))),
        ("help_facilitate", Page::Help(Some(HelpFor::Facilitate))),
        ("help_organise", Page::Help(Some(HelpFor::Organise))),
        ("sorry_not_found", Page::Sorry(AppError::NotFound)),
        ("sorry_signed_out", Page::Sorry(AppError::SignedOut)),
        ("sorry_door", Page::Sorry(AppError::DoorClosed)),
        ("sorry_table", Page::Sorry(Rejection::NotYourTable.into())),
        ("sorry_again", Page::Sorry(AppError::TryAgain)),
    ];
    pages.into_iter().map(|(name, page)| (name, sheet(page))).collect()
}

pub fn join(open: bool) -> Page {
    Page::Join(JoinOpening { code: "kx4p7m".into(), workshop: Some(workshop(open, MARKUP)) })
}

pub fn workshops() -> Page {
    let one = workshop(false, "Équipe technique, janvier");
    let terms = vec![Term { workshop: one.id, ..term() }];
    Page::Workshops(WorkshopsOpening {
        terms,
        workshops: vec![workshop(true, MARKUP), one],
        played: vec![(MARKUP.into(), "1.2.0".into()), ("culture".into(), "1.2.0".into())],
        decks: vec![deck("1.10.0", false), deck("1.2.0", false)],
    })
}

fn deck(version: &str, retired: bool) -> DeckLine {
    DeckLine {
        slug: "culture".into(),
        version: version.into(),
        title: MARKUP.into(),
        licence: "CC-BY-ND-4.0".into(),
        authors: vec![MARKUP.into()],
        date: MARKUP.into(),
        cards: (61, 30),
        formats: vec![45, 90, 180],
        kept: Millis(1_764_000_000_000),
        retired,
        flags: 3,
        digest: "0123456789ab".into(),
    }
}

pub fn own_cards(begun: bool, full: bool) -> Page {
    let card = |number: u16, local: bool, hidden: bool| OwnCard {
        card: CardId(number),
        title: MARKUP.into(),
        fact: local.then(|| MARKUP.into()),
        hidden,
        lang: Lang::Fr,
    };
    let cards = vec![card(1, false, false), card(2, false, true), card(1001, true, false)];
    let lots = vec![
        OwnLot { lot: LotId(1), title: MARKUP.into(), cards },
        OwnLot { lot: LotId(2), title: MARKUP.into(), cards: vec![card(3, false, false)] },
    ];
    let deck = ("culture".into(), "1.2.0".into());
    Page::OwnCards(Box::new(OwnCardsOpening { workshop: workshop(true, MARKUP), deck, lots, begun, full }))
}

pub fn flags(cards: Vec<(CardId, &str)>) -> Page {
    let said = vec![("1.2.0".to_owned(), MARKUP.to_owned()), (MARKUP.to_owned(), "Datée".to_owned())];
    let card = |(card, title): (CardId, &str)| FlaggedCard { card, title: title.into(), said: said.clone() };
    let cards = cards.into_iter().map(card).collect();
    Page::Flags(Box::new(FlagsOpening { slug: "culture".into(), title: MARKUP.into(), cards }))
}

pub fn decks(refused: Option<NotTaken>) -> Page {
    let decks = vec![deck("1.10.0", false), deck("1.2.0", true)];
    Page::Decks(Box::new(DecksOpening { decks }), refused)
}

/// A script of two steps that was changed, of which one is skipped.
pub fn script(begun: bool) -> Page {
    let step = |number, title: &str, phase, lot, says: &str| StepCard {
        number,
        title: title.into(),
        minutes: 12,
        phase,
        lot,
        does: "Faire parler les métiers.".into(),
        says: says.into(),
    };
    let lot = step(1, MARKUP, Phase::Links, Some(LotId(2)), MARKUP);
    let steps = vec![
        StepLine { step: step(0, "Accueil", Phase::Welcome, None, ""), skipped: true },
        StepLine { step: lot, skipped: false },
    ];
    let workshop = workshop(true, "Équipe technique, janvier");
    Page::Script(Box::new(ScriptOpening { workshop, steps, lots: lots(), changed: true, begun }))
}

fn join_assigned() -> Page {
    let workshop = WorkshopCard { assigned: true, ..workshop(true, MARKUP) };
    Page::Join(JoinOpening { code: "kx4p7m".into(), workshop: Some(workshop) })
}

/// Two tables with people, an empty one, links of every kind, and one that was just made.
pub fn team() -> Page {
    let grant = |number, role, name: &str, used, mine| GrantCard { number, role, name: name.into(), used, mine };
    let person = |actor, name: &str| PersonCard { actor: ActorId(actor), name: name.into() };
    Page::Team(Box::new(TeamOpening {
        workshop: workshop(true, MARKUP),
        grants: vec![
            grant(1, Role::Facilitator, "", true, true),
            grant(2, Role::Facilitator, MARKUP, true, false),
            grant(3, Role::Spectator, "Direction", false, false),
            grant(4, Role::Projector, "Écran du hall", false, false),
        ],
        made: Some(MadeGrant {
            name: MARKUP.into(),
            role: Role::Facilitator,
            address: "http://192.168.1.20:3000/entree/s3cret".into(),
        }),
        people: vec![vec![person(1, MARKUP), person(2, "Ali")], vec![person(4, "Inès")], vec![]],
    }))
}

fn team_alone() -> Page {
    let workshop = WorkshopCard { tables: Vec::new(), ..workshop(true, "Équipe technique, janvier") };
    let people = vec![vec![PersonCard { actor: ActorId(1), name: "Ali".into() }]];
    Page::Team(Box::new(TeamOpening { workshop, grants: vec![], made: None, people }))
}

/// The same board so many times, the first one with a link of its own; all of them may be chosen.
pub fn compare(boards: usize) -> Page {
    let board = |mark| ComparedBoard { mark, name: MARKUP.into(), workshop: MARKUP.into(), table: 2, at: Millis(0) };
    let mut documents = vec![document(); boards];
    let own = documents[0].links.keys().next().copied().expect("it has a link");
    documents[1..].iter_mut().for_each(|other| drop(other.links.remove(&own)));
    Page::Compare(Box::new(ComparisonOpening {
        boards: (0..).take(boards).map(board).collect(),
        left_out: vec![board(9)],
        choice: (0..4).map(board).collect(),
        comparison: Comparison::of(&documents),
        fronts: faces().fronts,
        missed: vec![own.reversed()],
        beliefs: vec![(own, MARKUP.into())],
    }))
}

pub fn plan() -> Page {
    Page::Plan(Box::new(board_opening(document())), Reading::default())
}

/// The same, read by an address with these fields.
pub fn plan_read(query: &[(&str, &str)]) -> Page {
    let fields = query.iter().map(|&(name, said)| (name.to_owned(), said.to_owned()));
    Page::Plan(Box::new(board_opening(document())), Reading::of(fields))
}

/// The same in another phase.
pub fn plan_in(phase: Phase) -> Page {
    Page::Plan(Box::new(board_opening(Document { phase, ..document() })), Reading::default())
}

/// A table that is asked a question and to look at two cards, while time is up.
fn plan_asked() -> Page {
    let hint = Hint { at: Millis(2), cards: vec![CardId(1)], text: MARKUP.into() };
    let clock = Clock::Running { ends: Millis(1_795_613_340_000) };
    let document = Document { hints: vec![hint], frame: vec![CardId(2), CardId(3)], clock, ..document() };
    Page::Plan(Box::new(board_opening(document)), Reading::default())
}

/// The Plan of a full board: sixty cards on the table, a hundred links.
pub fn plan_full() -> Page {
    let mut document = document();
    let own: Vec<_> = document.links.values().cloned().collect();
    document.links.clear();
    document.cards.clear();
    for card in 1..=60_u16 {
        let lot = LotId(u8::try_from(card % 6).unwrap_or_default() + 1);
        let spot = Spot::Table(free_spot(&document, board::MIDDLE));
        document.cards.insert(CardId(card), Card { lot, spot });
    }
    for at in 0..100_u16 {
        let link = LinkId { cause: CardId(at % 60 + 1), consequence: CardId((at * 7 + at / 60 + 1) % 60 + 1) };
        document.links.insert(link, own[usize::from(at) % own.len()].clone());
    }
    let mut opening = board_opening(document);
    opening.lots =
        (1..=6).map(|lot| LotCard { lot: LotId(lot), title: "Usages et besoins".into(), cards: 10 }).collect();
    Page::Plan(Box::new(opening), Reading::default())
}

/// A table that decided three things and is proposed fifteen.
pub fn actions(phase: Phase) -> Page {
    let grade = |grade| deck::Grade::new(grade);
    let mut document = Document { phase, ..document() };
    let own = Action {
        text: MARKUP.into(),
        effort: grade(2),
        impact: grade(5),
        owner: "Ali".into(),
        first_step: "Écrire à la direction".into(),
        due: Day::read("2026-12-15"),
        ..Action::default()
    };
    let card = Action { card: Some(CardId(70)), text: "Faire l’inventaire du parc".into(), ..own.clone() };
    let loose = Action { text: "Éteindre le soir".into(), ..Action::default() };
    for (id, action) in [(1, own), (2, card), (3, loose)] {
        document.actions.insert(ActionId(id), action);
    }
    let proposal = |card: u16| ActionProposal {
        card: CardId(card),
        title: format!("Proposition {card}"),
        description: "Lister appareils, écrans et usages.".into(),
        first_step: "Choisir une salle".into(),
        effort: grade(2).expect("a grade"),
        impact: grade(4).expect("a grade"),
        lang: Lang::Fr,
    };
    let proposed = if phase == Phase::Actions { (71..=85).map(proposal).collect() } else { Vec::new() };
    Page::Actions(Box::new(ActionsOpening { board: board_opening(document), proposed }), Begun::default())
}

/// The same, with something in the form.
pub fn actions_begun(begun: Begun) -> Page {
    let Page::Actions(opening, _) = actions(Phase::Actions) else { unreachable!("it is the page of actions") };
    Page::Actions(opening, begun)
}

fn actions_empty() -> Page {
    let document = Document { phase: Phase::Actions, ..Document::default() };
    let opening = ActionsOpening { board: board_opening(document), proposed: Vec::new() };
    Page::Actions(Box::new(opening), Begun::default())
}

fn plan_empty() -> Page {
    Page::Plan(Box::new(board_opening(Document { paused: true, ..Document::default() })), Reading::default())
}

fn workshop(open: bool, title: &str) -> WorkshopCard {
    let table = |board, people| TableCard { board: BoardId(Uuid::from_u128(board)), people };
    WorkshopCard {
        id: WorkshopId(Uuid::from_u128(7)),
        title: title.into(),
        code: "KX4P7M".into(),
        format: 180,
        open,
        assigned: false,
        tables: vec![table(1, 5), table(2, 1), table(3, 0)],
    }
}

/// A board in the phase in which cards are linked.
pub fn board_opening(document: Document) -> BoardOpening {
    BoardOpening {
        me: Asker { actor: ActorId(1), role: Role::Participant },
        lang: Lang::Fr,
        now: Millis(1_795_613_400_000),
        workshop: workshop(true, "Équipe technique, janvier"),
        board: BoardId(Uuid::from_u128(2)),
        table: 2,
        snapshot: Snapshot { seq: Seq(40), document },
        seats: vec![seat(1, MARKUP), seat(2, "Ali")],
        faces: faces(),
        lots: lots(),
        memo: None,
        script: Vec::new(),
        invitation: None,
    }
}

pub fn seat(actor: u32, name: &str) -> Seat {
    Seat { actor: ActorId(actor), role: Role::Participant, name: name.into(), here: true }
}

/// Eight cards of three lots on the table, two in hand, one in the reserve, four links, a note and an open question.
pub fn document() -> Document {
    let mut document = Document { title: MARKUP.into(), phase: Phase::Links, ..Document::default() };
    for (lot, open) in [(1, true), (2, false), (3, false)] {
        document.lots.insert(LotId(lot), Dealt { open, seed: 1, left: 0 });
    }
    for card in 1..=11_u16 {
        let lot = LotId(u8::try_from(card % 3).unwrap_or_default() + 1);
        let spot = match card {
            9 | 10 => Spot::Hand(ActorId(1)),
            11 => Spot::Reserve,
            _ => Spot::Table(free_spot(&document, board::MIDDLE)),
        };
        document.cards.insert(CardId(card), Card { lot, spot });
    }
    let links = [
        (1, 2, LinkKind::LeadsTo, MARKUP),
        (2, 3, LinkKind::Enables, ""),
        (6, 3, LinkKind::Reduces, "moins de trajets"),
        (1, 5, LinkKind::LeadsTo, ""),
    ];
    for (cause, consequence, kind, because) in links {
        let link = LinkId { cause: CardId(cause), consequence: CardId(consequence) };
        let drawn =
            Link { kind, because: because.into(), author: ActorId(2), at: Millis(1_795_613_000_000), ink: false };
        document.links.insert(link, drawn);
    }
    for (note, question) in [(1, false), (2, true)] {
        let spot = Point { x: 1600, y: 1600 };
        let text = if question { MARKUP.into() } else { "Demander les chiffres à la billetterie".into() };
        let written = Note { spot, text, question, author: ActorId(2), at: Millis(1_795_613_000_000) };
        document.notes.insert(NoteId(note), written);
    }
    let own = document.links.keys().next().copied().expect("there are links");
    let drawn = document.links.get(&own).cloned();
    document.undo.insert(ActorId(1), vec![Undo::Link(own, Was { before: None, after: drawn })]);
    document
}

pub fn faces() -> Faces {
    let titles = [
        "L’injonction au numérique",
        "Billets sur smartphone",
        "Captation et diffusion en ligne",
        "Fabriquer un ordinateur",
        "Centres de données",
        "Renouveler les équipements",
        "Effet rebond",
        "Publics laissés à la porte",
        "Faire durer le matériel",
        "Réseaux sociaux",
        "Extraction des métaux rares",
    ];
    let front = |(at, title): (usize, &&str)| {
        let card = u16::try_from(at + 1).unwrap_or_default();
        let lot = LotId(u8::try_from(card % 3).unwrap_or_default() + 1);
        Front { card: CardId(card), lot, title: (*title).into(), lang: Lang::Fr, sheet: None }
    };
    let back = Back {
        card: CardId(3),
        fact: "En 2022, une heure de vidéo en haute définition demande autant d’électricité qu’une ampoule pendant une soirée.".into(),
        source: "ADEME, Étude numérique".into(),
        year: Some(2022),
        certainty: Certainty::SourceRead,
        lang: Lang::Fr,
    };
    Faces { fronts: titles.iter().enumerate().map(front).collect(), backs: vec![back] }
}

pub fn lots() -> Vec<LotCard> {
    let titles = ["Usages et besoins", "Équipements et infrastructures", "De la mine à la benne"];
    let lot = |(at, title): (usize, &str)| LotCard {
        lot: LotId(u8::try_from(at + 1).unwrap_or_default()),
        title: title.into(),
        cards: 4,
    };
    titles.into_iter().enumerate().map(lot).collect()
}
