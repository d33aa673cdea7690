//! What the boards and the answers say of themselves in each block: read, never written. Whoever may not read the key
//! or the answers has an opening without them.

use super::told::Piece;
use crate::api::{About, Block, DebriefOpening, DebriefTable, Feedback, Fit};
use crate::components::{Titles, picture};
use crate::pages::average;
use crate::text::{Words, fit, format};
use board::{Findings, LinkId};

/// The facts of a block.
#[must_use]
pub fn facts(words: Words, opening: &DebriefOpening, block: Block) -> Vec<Piece> {
    match block {
        Block::Session => session(words, opening),
        Block::Understanding => understanding(words, opening),
        Block::Disagreements => divides(words, opening),
        Block::Returns => opening.feedback.as_deref().map(|all| returns(words, all)).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn session(words: Words, opening: &DebriefOpening) -> Vec<Piece> {
    let say = words.debrief();
    let (slug, version) = &opening.deck;
    let people: usize = opening.tables.iter().map(|table| usize::from(table.people)).sum();
    let count = [say.tables(opening.tables.len()), say.people(people)].join(", ");
    [format(words, opening.format), words.saved().deck(slug, version), count].map(Piece::Fact).into()
}

/// What each board has of the key, then what people say they learned.
fn understanding(words: Words, opening: &DebriefOpening) -> Vec<Piece> {
    let mut told = Vec::new();
    for table in &opening.tables {
        let Some(findings) = table.findings.as_ref().filter(|_| table.has_played()) else { continue };
        if opening.tables.len() > 1 {
            told.push(Piece::Heading(words.debrief().table_n(&table.table.to_string())));
        }
        told.extend(found(words, table, findings));
    }
    if let Some(all) = &opening.feedback {
        told.extend(graded(words, words.feedback().learned, all, |it| it.learned));
        told.extend(commented(all, |it| &it.learned_what));
    }
    told
}

fn found(words: Words, table: &DebriefTable, findings: &Findings) -> Vec<Piece> {
    let say = words.saved();
    let titles = Titles::of(&table.faces);
    let link = |id: &LinkId| [titles.title(id.cause), titles.title(id.consequence)].join(" → ");
    let listed = |title: String, links: &[LinkId]| {
        let links: Vec<_> = links.iter().map(link).collect();
        let links = links.join(words.marks().semicolon);
        Piece::Fact(if links.is_empty() { title } else { [title, links].join(words.marks().colon) })
    };
    let mut told = vec![
        listed(say.alone(findings.alone.len()), &findings.alone),
        listed(say.hinted(findings.hinted.len()), &findings.hinted),
        listed(say.missing(findings.missing.len()), &findings.missing),
    ];
    let met = findings.misconceptions.iter().map(|(id, stays)| {
        let after = if *stays { say.stays } else { say.put_right };
        let belief = table.misconceptions.get(id).map(|known| known.belief.as_str()).unwrap_or_default();
        Piece::Item(format!("{} ({after}){}{belief}", link(id), words.marks().colon))
    });
    let met: Vec<_> = met.collect();
    told.push(Piece::Fact(if met.is_empty() { say.none_met.to_owned() } else { say.met.to_owned() }));
    told.extend(met);
    if !findings.unlinked.is_empty() {
        let cards: Vec<_> = findings.unlinked.iter().map(|&card| titles.title(card)).collect();
        let cards = cards.join(words.marks().semicolon);
        told.push(Piece::Fact([say.unlinked, &cards].join(words.marks().colon)));
    }
    told
}

/// Says plainly that nothing divides, where nothing does.
fn divides(words: Words, opening: &DebriefOpening) -> Vec<Piece> {
    let any = opening.fields.keys().any(|field| matches!(field.about, About::Link(..) | About::Question(..)));
    if any { Vec::new() } else { vec![Piece::Fact(words.debrief().none_divides.to_owned())] }
}

/// What the board says of a disputed link: the sentence, and how many think what.
#[must_use]
pub fn of_group(words: Words, opening: &DebriefOpening, about: About) -> Vec<Piece> {
    let About::Link(table, id) = about else { return Vec::new() };
    let told = opening.table(table).and_then(|table| {
        let drawn = table.document.links.get(&id)?;
        let titles = Titles::of(&table.faces);
        let (agree, disagree) = table.document.opinions(id);
        let counts = [words.opinion().agreeing(agree), words.opinion().disagreeing(disagree)].join(", ");
        Some(format!("{} ({counts})", picture::sentence(words, id, drawn, |card| titles.title(card))))
    });
    told.map(Piece::Fact).into_iter().collect()
}

/// The links of a table's board, as sentences.
pub(super) fn links_of(words: Words, opening: &DebriefOpening, number: u8) -> Vec<Piece> {
    let Some(table) = opening.table(number) else { return Vec::new() };
    let titles = Titles::of(&table.faces);
    let link = |(&id, drawn)| Piece::Item(picture::sentence(words, id, drawn, |card| titles.title(card)));
    let links: Vec<_> = table.document.links.iter().map(link).collect();
    if links.is_empty() {
        return links;
    }
    std::iter::once(Piece::Fact(words.debrief().links.to_owned())).chain(links).collect()
}

/// What the answers come to: averages and counts, then the comments by the alphabet, so that nobody's stand together.
fn returns(words: Words, all: &[Feedback]) -> Vec<Piece> {
    let ask = words.feedback();
    if all.is_empty() {
        return vec![Piece::Fact(words.returns().no_feedback.to_owned())];
    }
    let mut told = Vec::new();
    told.extend(graded(words, ask.room, all, |it| it.room));
    told.extend(graded(words, ask.realistic, all, |it| it.realistic));
    let count = |of: fn(&Feedback) -> bool| all.iter().filter(|it| of(it)).count();
    let feelings = [
        (ask.longing, count(|it| it.longing)),
        (ask.worry, count(|it| it.worry)),
        (ask.anger, count(|it| it.anger)),
        (ask.relief, count(|it| it.relief)),
    ];
    let worked = Fit::ALL.map(|each| (fit(words, each), all.iter().filter(|it| it.worked == Some(each)).count()));
    told.push(counted(words, ask.leaving, &feelings));
    told.push(counted(words, ask.worked, &worked));
    type Said = fn(&Feedback) -> &str;
    let comments: [(&str, Said); 5] = [
        (ask.wrong, |it| &it.wrong),
        (ask.missing, |it| &it.missing),
        (ask.obstacle, |it| &it.obstacle),
        (ask.other, |it| &it.other),
        (ask.worked_what, |it| &it.worked_what),
    ];
    for (question, read) in comments {
        let said = commented(all, read);
        if !said.is_empty() {
            told.push(Piece::Fact(question.to_owned()));
            told.extend(said);
        }
    }
    told
}

fn graded(words: Words, question: &str, all: &[Feedback], read: fn(&Feedback) -> Option<u8>) -> Option<Piece> {
    let given: Vec<_> = all.iter().filter_map(read).collect();
    let mean = words.returns().average(&average(&given, words.marks().decimal)?);
    Some(Piece::Fact(format!("{question} {mean} ({})", words.returns().graded(given.len()))))
}

fn counted(words: Words, question: &str, answers: &[(&str, usize)]) -> Piece {
    let counts: Vec<_> = answers.iter().map(|(says, count)| format!("{says} {count}")).collect();
    Piece::Fact([question, &counts.join(", ")].join(words.marks().colon))
}

fn commented(all: &[Feedback], read: fn(&Feedback) -> &str) -> Vec<Piece> {
    let mut said: Vec<_> = all.iter().map(read).filter(|said| !said.is_empty()).collect();
    said.sort_by_key(|said| said.to_lowercase());
    said.into_iter().map(|said| Piece::Item(said.to_owned())).collect()
}
