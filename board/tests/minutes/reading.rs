//! How the lines of minutes read: who asks what, how long passes, what is looked at.
//!
//! In a text, `é*120` is 120 times é, `\n` a new line and `\t` a tab.

use crate::looking::Look;
use board::*;

/// What a line says.
pub enum Said {
    Asks(Asker, Intent),
    /// These people do the same at once, each seeing the same time.
    Times(Vec<Asker>, Turn),
    Passes(u64),
    SitsDown(ActorId),
    GetsUp(ActorId),
    Looks(Look),
}

/// What is done with the time, from what the person sees.
#[derive(Clone, Copy)]
pub enum Turn {
    Adds(u16),
    Holds,
    LetsGo,
}

/// Everybody, by number from 1.
pub const PEOPLE: [&str; 9] = ["Ana", "Ben", "Cléo", "Dan", "Eve", "Fay", "Sam", "Pia", "Gil"];

/// The person of that name.
pub fn person(name: &str) -> Asker {
    let number = PEOPLE.iter().position(|known| *known == name).unwrap_or_else(|| panic!("who is {name}?"));
    let role = match name {
        "Fay" | "Gil" => Role::Facilitator,
        "Sam" => Role::Spectator,
        "Pia" => Role::Projector,
        _ => Role::Participant,
    };
    Asker { actor: ActorId(number as u32 + 1), role }
}

/// Reads the left half of a line.
pub fn said(line: &str) -> Said {
    let words: Vec<&str> = line.split(' ').collect();
    match words.as_slice() {
        ["the", "table"] => Said::Looks(Look::Table),
        ["the", "reserve"] => Said::Looks(Look::Reserve),
        ["the", "links"] => Said::Looks(Look::Links),
        ["the", "notes"] => Said::Looks(Look::Notes),
        ["the", "title"] => Said::Looks(Look::Title),
        ["the", "opinions"] => Said::Looks(Look::Opinions),
        ["the", "stars"] => Said::Looks(Look::Stars),
        ["the", "time"] => Said::Looks(Look::Time),
        ["the", "actions"] => Said::Looks(Look::Actions),
        ["the", "drawings"] => Said::Looks(Look::Drawings),
        ["the", "gate"] => Said::Looks(Look::Gate),
        ["the", "steps"] => Said::Looks(Look::Steps),
        ["the", "frame"] => Said::Looks(Look::Frame),
        ["the", "question"] => Said::Looks(Look::Question),
        ["the", "stage"] => Said::Looks(Look::Stage),
        ["the", "story"] => Said::Looks(Look::Story),
        ["the", "parts"] => Said::Looks(Look::Parts),
        [name, "holds"] => Said::Looks(Look::Hand(person(name).actor)),
        [minutes, "minutes", "pass"] => Said::Passes(number(minutes)),
        [name, "sits", "down"] => Said::SitsDown(person(name).actor),
        [name, "gets", "up"] => Said::GetsUp(person(name).actor),
        [name, "adds", minutes, "minutes"] => Said::Times(vec![person(name)], Turn::Adds(number(minutes))),
        [one, "and", other, "add", minutes, "minutes", "at", "once"] => {
            Said::Times(vec![person(one), person(other)], Turn::Adds(number(minutes)))
        }
        [name, "holds", "the", "time"] => Said::Times(vec![person(name)], Turn::Holds),
        [name, "lets", "the", "time", "go"] => Said::Times(vec![person(name)], Turn::LetsGo),
        [name, "deals", "lot", lot, to @ ..] => {
            asks(name, Intent::Deal { lot: number(lot), to: deal_to(to), force: false })
        }
        [name, "forces", "lot", lot, to @ ..] => {
            asks(name, Intent::Deal { lot: number(lot), to: deal_to(to), force: true })
        }
        [name, "turns", "up", "lot", lot] => asks(name, Intent::Turn { lot: number(lot), to: None }),
        [name, "turns", "up", "lot", lot, "for", whom] => {
            asks(name, Intent::Turn { lot: number(lot), to: Some(person(whom).actor) })
        }
        [name, "gives", whom, "a", "share"] => asks(name, Intent::CatchUp { actor: person(whom).actor }),
        [name, "lays", "out"] => asks(name, Intent::Arrange),
        [name, rest @ ..] => asks(name, Intent::Do(op(rest).unwrap_or_else(|| panic!("what does it mean? {line}")))),
        [] => panic!("an empty line"),
    }
}

fn deal_to(words: &[&str]) -> DealTo {
    match words {
        ["to", "hands"] => DealTo::Hands,
        ["to", "table"] => DealTo::Table,
        ["one", "by", "one"] => DealTo::OneByOne,
        _ => panic!("deal where? {words:?}"),
    }
}

fn asks(name: &str, intent: Intent) -> Said {
    Said::Asks(person(name), intent)
}

fn op(words: &[&str]) -> Option<Op> {
    Some(match words {
        ["writes", "a", "deal", "of", "lot", lot] => Op::Deal { lot: number(lot), seed: 0, cards: Vec::new(), left: 0 },
        ["places", card, "at", at] => Op::Place { card: number(card), at: point(at) },
        ["moves", card, "to", at] => Op::Move { card: number(card), at: point(at) },
        ["returns", card] => Op::Return { card: number(card) },
        ["links", ends, rest @ ..] => {
            let (kind, because) = kind_and_because(rest)?;
            Op::Link { link: link(ends), kind, because }
        }
        ["changes", ends, rest @ ..] => {
            let (kind, because) = kind_and_because(rest)?;
            Op::Change { link: link(ends), kind, because }
        }
        ["unlinks", ends] => Op::Unlink { link: link(ends) },
        ["notes", note, "at", at, rest @ ..] => {
            Op::Note { note: number(note), at: point(at), text: text(rest), question: false }
        }
        ["asks", note, "at", at, rest @ ..] => {
            Op::Note { note: number(note), at: point(at), text: text(rest), question: true }
        }
        ["erases", note] => Op::Erase { note: number(note) },
        ["titles", rest @ ..] => Op::Title { text: text(rest) },
        ["enters", phase] => enter(phase, 0)?,
        ["enters", phase, "for", minutes, "minutes"] => enter(phase, number(minutes))?,
        ["sets", "no", "time"] => Op::Time { clock: Clock::Off },
        ["holds", "the", "time", "at", left] => Op::Time { clock: Clock::Held { left: number(left) } },
        ["sets", "the", "time", "to", at] => Op::Time { clock: Clock::Running { ends: Millis(number(at)) } },
        ["withdraws", "lot", lot] => Op::Withdraw { lot: number(lot) },
        ["sees", whom, "leave"] => Op::Leave { actor: person(whom).actor },
        ["inks", ends] => Op::Ink { link: link(ends), ink: true },
        ["pencils", ends] => Op::Ink { link: link(ends), ink: false },
        ["agrees", "with", ends] => Op::Judge { link: link(ends), stance: Some(Stance::Agree) },
        ["disagrees", "with", ends] => Op::Judge { link: link(ends), stance: Some(Stance::Disagree) },
        ["thinks", "nothing", "of", ends] => Op::Judge { link: link(ends), stance: None },
        ["stars", ends] => Op::Star { link: link(ends), starred: true },
        ["unstars", ends] => Op::Star { link: link(ends), starred: false },
        ["turns", ends, "round"] => Op::Reverse { link: link(ends) },
        ["frames", "nothing"] => Op::Frame { cards: Vec::new() },
        ["frames", cards @ ..] => Op::Frame { cards: cards.iter().map(|card| number(card)).collect() },
        ["hints", "at", card, "and", other, rest @ ..] => {
            Op::Hint { cards: vec![number(card), number(other)], text: text(rest) }
        }
        ["hints", "at", card, rest @ ..] => Op::Hint { cards: vec![number(card)], text: text(rest) },
        ["presents"] => Op::Stage { on: true, link: None },
        ["presents", ends] => Op::Stage { on: true, link: Some(link(ends)) },
        ["leaves", "the", "stage"] => Op::Stage { on: false, link: None },
        ["tells", rest @ ..] => Op::Story { text: text(rest) },
        ["stamps", stroke, "at", at] => {
            Op::Draw { stroke: number(stroke), shape: Shape::Stamp { stamp: Stamp::Leaf, at: point(at) } }
        }
        ["draws", stroke, "through", points @ ..] => line(stroke, 0, points)?,
        ["draws", stroke, "with", "pen", pen, "through", points @ ..] => line(stroke, number(pen), points)?,
        ["scribbles", stroke, "of", points, "points"] => {
            let points: Vec<_> = (0..number(points)).map(|at: i16| Point { x: 400 + at % 50, y: 300 }).collect();
            Op::Draw { stroke: number(stroke), shape: Shape::line(0, &points)? }
        }
        ["rubs", stroke] => Op::Rub { stroke: number(stroke) },
        ["decides", action, "by", day, rest @ ..] => Op::Act {
            action: number(action),
            what: Action { text: text(rest), due: Day::read(day), ..Action::default() },
        },
        ["decides", action, rest @ ..] => {
            Op::Act { action: number(action), what: Action { text: text(rest), ..Action::default() } }
        }
        ["grades", action, "effort", effort, "impact", impact] => {
            let (effort, impact) = (Some(grade(effort)), Some(grade(impact)));
            Op::Act {
                action: number(action),
                what: Action { text: "Repair".into(), effort, impact, ..Action::default() },
            }
        }
        ["owes", action, "to", owner] => {
            let what = Action { text: "Repair".into(), owner: text(&[owner]), ..Action::default() };
            Op::Act { action: number(action), what }
        }
        ["drops", action] => Op::Drop { action: number(action) },
        ["pauses"] => Op::Pause { paused: true },
        ["goes", "on"] => Op::Pause { paused: false },
        ["opens", "lot", lot] => Op::Open { lot: number(lot) },
        ["undoes"] => Op::Undo,
        _ => return None,
    })
}

fn line(stroke: &str, pen: u8, points: &[&str]) -> Option<Op> {
    let points: Vec<_> = points.iter().map(|word| point(word)).collect();
    Some(Op::Draw { stroke: number(stroke), shape: Shape::line(pen, &points)? })
}

/// A grade as it comes over the wire, from whoever writes any byte there.
fn grade(word: &str) -> board::deck::Grade {
    postcard::from_bytes(&[number(word)]).expect("a grade is a byte")
}

/// A step has the number of its phase here.
fn enter(phase: &str, minutes: u16) -> Option<Op> {
    let step = Phase::ALL.iter().position(|known| format!("{known:?}") == phase)?;
    Some(Op::Enter { step: u8::try_from(step).ok()?, phase: Phase::ALL[step], minutes })
}

fn kind_and_because(words: &[&str]) -> Option<(LinkKind, String)> {
    let (kind, rest) = match words {
        ["reduces", rest @ ..] => (LinkKind::Reduces, rest),
        ["enables", rest @ ..] => (LinkKind::Enables, rest),
        rest => (LinkKind::LeadsTo, rest),
    };
    match rest {
        [] => Some((kind, String::new())),
        ["because", rest @ ..] => Some((kind, text(rest))),
        _ => None,
    }
}

fn number<T: std::str::FromStr>(word: &str) -> T {
    word.parse().unwrap_or_else(|_| panic!("{word} is not a number"))
}

fn point(word: &str) -> Point {
    let (x, y) = word.split_once(',').expect("a point reads 400,300");
    Point { x: number(x), y: number(y) }
}

fn link(word: &str) -> LinkId {
    let (cause, consequence) = word.split_once('>').expect("a link reads 12>13");
    LinkId { cause: number(cause), consequence: number(consequence) }
}

fn text(words: &[&str]) -> String {
    let repeated = |word: &&str| match word.split_once('*') {
        Some((what, times)) => what.repeat(number(times)),
        None => (*word).to_owned(),
    };
    words.iter().map(repeated).collect::<Vec<_>>().join(" ").replace("\\n", "\n").replace("\\t", "\t")
}
