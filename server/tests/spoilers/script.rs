//! The script of three hours, played to the end by two tables that are not led alike.

use crate::evening::Evening;
use app::api::BoardOpening;
use board::deck::Format;
use board::deck::Lang;
use board::protocol::ClientMessage;
use board::script::Step;
use board::*;
use server::decks::embedded;

/// The lots whose backs are read, by table: the others stay closed for the whole evening.
pub const OPENED: [&[u8]; 2] = [&[1, 2, 3, 5], &[1, 4]];
/// The lots during which a table is asked the question of a card.
pub const ASKED: [&[u8]; 2] = [&[1, 2, 3], &[6]];

/// Plays every step, both tables and then all that people read.
pub async fn play(evening: &mut Evening<'_>) {
    let deck = &embedded().deck;
    let steps: Vec<Step> = deck.scripts[&Format::ThreeHours].played().cloned().collect();
    for (number, step) in (0..).zip(&steps) {
        for table in [1, 2] {
            let enter = Op::Enter { step: number, phase: step.phase, minutes: step.minutes };
            evening.does(evening.lead(table), Intent::Do(enter)).await;
            evening.visited |= step.phase == Phase::Gallery;
        }
        for table in [1, 2] {
            if let Some(lot) = step.lot {
                lot_is_played(evening, table, lot, step.phase).await;
            }
            phase_is_played(evening, table, step.phase).await;
        }
        comes_and_goes(evening, usize::from(number)).await;
        everybody_reads(evening, usize::from(number)).await;
    }
}

async fn lot_is_played(evening: &mut Evening<'_>, table: usize, lot: LotId, phase: Phase) {
    let lead = evening.lead(table);
    let to = [DealTo::Hands, DealTo::Table, DealTo::OneByOne][(usize::from(lot.0) + table) % 3];
    evening.does(lead, Intent::Deal { lot, to, force: false }).await;
    if (table, lot) == (1, LotId(2)) {
        // The wrong lot in front of everybody: it is taken back, and dealt again.
        evening.does(lead, Intent::Do(Op::Withdraw { lot })).await;
        everybody_reads(evening, 0).await;
        evening.does(lead, Intent::Deal { lot, to, force: false }).await;
    }
    if (table, lot) == (2, LotId(4)) {
        evening.joins("Sami", table).await;
        let late = evening.line("Sami", table);
        let actor = evening.lines[late].actor.expect("a seat");
        evening.does(lead, Intent::CatchUp { actor }).await;
    }
    all_are_placed(evening, table).await;
    let mut turned = 0;
    while evening.document(table).await.lots[&lot].left > 0 {
        turned += 1;
        let players = evening.players(table);
        let actor = evening.lines[players[turned % players.len()]].actor;
        evening.does(lead, Intent::Turn { lot, to: actor.filter(|_| turned % 3 > 0) }).await;
        if turned == 1 {
            everybody_reads(evening, turned).await;
        }
        all_are_placed(evening, table).await;
    }
    let card = *evening.document(table).await.cards.iter().find(|(_, card)| card.lot == lot).expect("a card").0;
    if ASKED[table - 1].contains(&lot.0) {
        let text = embedded().deck.cards[&card].hint.fr.clone();
        evening.does(lead, Intent::Do(Op::Hint { cards: vec![card], text })).await;
    }
    if phase.allows(Act::Link) {
        links_are_drawn(evening, table).await;
    }
    evening.does(lead, Intent::Do(Op::Frame { cards: vec![card] })).await;
    evening.does(lead, Intent::Do(Op::Frame { cards: Vec::new() })).await;
    // Table 2 reads the backs of a lot when the next one lies there, closed.
    let read = LotId(lot.0 + 1 - u8::try_from(table).expect("a small number"));
    if OPENED[table - 1].contains(&read.0) {
        evening.does(lead, Intent::Do(Op::Open { lot: read })).await;
    }
}

/// Whoever may lay a card down does.
async fn all_are_placed(evening: &mut Evening<'_>, table: usize) {
    let document = evening.document(table).await;
    let players = evening.players(table);
    for (&card, dealt) in &document.cards {
        let number = i16::try_from(card.0).expect("a small number") % 96;
        let at = Point { x: 130 + number % 12 * 250, y: 100 + number / 12 * 190 };
        let line = match dealt.spot {
            Spot::Table(_) => continue,
            Spot::Reserve => players[usize::from(card.0) % players.len()],
            Spot::Hand(actor) => *players.iter().find(|&&line| evening.lines[line].actor == Some(actor)).expect("them"),
        };
        evening.does(line, Intent::Do(Op::Place { card, at })).await;
    }
}

/// Some links that hold, and some that people often draw.
async fn links_are_drawn(evening: &mut Evening<'_>, table: usize) {
    let key = embedded().key(Lang::Fr);
    for (most, links) in [(4, key.expected.keys().collect::<Vec<_>>()), (2, key.misconceptions.keys().collect())] {
        let document = evening.document(table).await;
        let lies = |card| document.on_table(card).is_some();
        let free = |link: &LinkId| !document.links.contains_key(link) && !document.links.contains_key(&link.reversed());
        let new = links.into_iter().filter(|link| lies(link.cause) && lies(link.consequence) && free(link));
        let players = evening.players(table);
        for (&link, &line) in new.take(most).zip(players.iter().cycle()) {
            let because = format!("On l’a vu chez nous, à la table {table}");
            evening.does(line, Intent::Do(Op::Link { link, kind: LinkKind::LeadsTo, because })).await;
        }
    }
}

async fn phase_is_played(evening: &mut Evening<'_>, table: usize, phase: Phase) {
    let (lead, players) = (evening.lead(table), evening.players(table));
    let first = players[0];
    let board = evening.workshop.boards[table - 1].to_string();
    let forms = |evening: &Evening<'_>, form: &str, fields: &[(&str, &str)]| {
        for &line in &players {
            let whole = [&[("board", board.as_str())], fields].concat();
            let answer = evening.people[evening.lines[line].person].browser.post(form, &whole);
            assert_eq!(answer.status, 200, "{form}: {}", answer.body);
        }
    };
    let link = evening.document(table).await.links.keys().next().copied();
    let ops = match phase {
        Phase::Icebreaker => {
            let text = format!("Un projecteur de 1987, table {table}");
            vec![(first, Op::Note { note: NoteId(1), at: Point { x: 2900, y: 1500 }, text, question: true })]
        }
        Phase::Break => vec![(lead, Op::Pause { paused: true }), (lead, Op::Pause { paused: false })],
        Phase::Review => {
            let link = link.expect("links were drawn");
            let judge = Op::Judge { link, stance: Some(Stance::Disagree) };
            vec![(first, judge), (first, Op::Ink { link, ink: true }), (first, Op::Star { link, starred: true })]
        }
        Phase::Story => vec![
            (first, Op::Title { text: format!("Le rideau de la table {table}") }),
            (first, Op::Story { text: "Il était une fois une salle.".into() }),
            (first, Op::Draw { stroke: StrokeId(1), shape: Shape::Stamp { stamp: Stamp::Leaf, at: MIDDLE } }),
        ],
        Phase::Restitution => {
            vec![
                (lead, Op::Stage { on: true, link: None }),
                (lead, Op::Stage { on: true, link }),
                (lead, Op::Stage { on: false, link: None }),
            ]
        }
        Phase::Actions => {
            let what = Action { text: "Éteindre la nuit".into(), renounces: true, ..Action::default() };
            vec![(first, Op::Act { action: ActionId(evening.document(table).await.actions.len() as u64), what })]
        }
        _ => Vec::new(),
    };
    for (line, op) in ops {
        evening.does(line, Intent::Do(op)).await;
    }
    match phase {
        Phase::Gallery => forms(evening, "vote", &[("table", if table == 1 { "2" } else { "1" })]),
        Phase::Mood => forms(evening, "mood", &[("word", "orage")]),
        Phase::Feedback => forms(evening, "feedback", &[("given[room]", "4")]),
        _ => {}
    }
    evening.says(lead, &ClientMessage::Wave(None)).await;
}

/// Pages lose their connection and come back: with what they had, with nothing, with what never was. Somebody is
/// moved to the other table, and somebody is removed.
async fn comes_and_goes(evening: &mut Evening<'_>, step: usize) {
    for line in 0..evening.lines.len() {
        let at = evening.lines[line].at;
        let since = [at, Seq(0), Seq(at.0 / 2), Seq(at.0 + 500)][(step + line) % 4];
        if (step + line).is_multiple_of(3) {
            evening.comes_back(line, since).await;
        }
    }
    let workshop = evening.workshop.id.to_string();
    let (name, form, more, code) = match step {
        7 => ("Max", "move", &[("table", "1")][..], board::protocol::CLOSE_RELOAD),
        10 => ("Paul", "remove", &[][..], board::protocol::CLOSE_NOT_HERE),
        _ => return,
    };
    let line = evening.line(name, if name == "Max" { 2 } else { 1 });
    let (person, actor) = (evening.lines[line].person, evening.lines[line].actor.expect("a seat").0.to_string());
    let fields = [&[("workshop", workshop.as_str()), ("person", &actor)][..], more].concat();
    assert_eq!(evening.people[0].browser.post(form, &fields).status, 200, "{form}");
    assert_eq!(evening.closes(line).await, Some(code), "{name}");
    if form == "move" {
        evening.people[person].table = 1;
        evening.opens(person, 1, false).await;
    }
}

/// One person of each table, whose turn it is, and whoever looks on read all that is for them.
async fn everybody_reads(evening: &mut Evening<'_>, step: usize) {
    for table in [1, 2] {
        let players = evening.players(table);
        let person = evening.lines[players[step % players.len()]].person;
        evening.reads_all(person, table).await;
    }
    evening.reads_all(1, 1 + step % 2).await;
    evening.reads_all(2, 2 - step % 2).await;
    evening.looks_at_screen(0, 1 + step % 2).await;
}

/// What only the person who facilitates is given: the openings of their tables.
pub fn cockpit(evening: &Evening<'_>) -> (String, Vec<BoardOpening>) {
    let page = evening.people[0].browser.get(&format!("/animer/{}", evening.workshop.id)).body;
    let openings = crate::evening::openings(&page);
    (page, openings)
}
