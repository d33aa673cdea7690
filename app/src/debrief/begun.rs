//! What a sheet says before anybody writes: what the boards say, and a place for everything they cannot know.

use crate::api::{About, Ask, Block, FieldId};
use board::deck::Grade;
use board::{Action, Day, Document};
use std::collections::BTreeMap;

/// How many things may be added at the closing, of each kind.
const MOST_MORE: u8 = 9;

/// What a sheet begins from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The tables' boards, table 1 first.
    pub boards: &'a [&'a Document],
    /// The day of the workshop, if anything happened.
    pub held: Option<Day>,
    /// The organisation that runs this server, if it has said so.
    pub structure: Option<&'a str>,
    /// For how long it keeps boards, if it has said so.
    pub kept: Option<&'a str>,
}

/// Every field with what it says of itself; `written` tells how many were added at the closing.
#[must_use]
pub fn begun(sources: &Sources<'_>, written: impl Iterator<Item = FieldId>) -> BTreeMap<FieldId, String> {
    let mut fields = BTreeMap::new();
    let alone = |ask: &&Ask| {
        let block = ask.block();
        let whole =
            [Block::Session, Block::Understanding, Block::Needs, Block::Returns, Block::FollowUp, Block::Sharing];
        whole.contains(&block) || **ask == Ask::Dispute
    };
    let mut put = |about: About, ask: Ask, text: String| fields.insert(FieldId { about, ask }, text);
    for &ask in Ask::ALL.iter().filter(alone) {
        put(About::Workshop, ask, of_the_workshop(sources, ask));
    }
    for (table, document) in (1..).zip(sources.boards) {
        put(About::Table(table), Ask::Title, document.title.clone());
        put(About::Table(table), Ask::Story, document.story.clone());
        for about in disputes(table, document) {
            for ask in [Ask::Positions, Ask::Arguments, Ask::Check, Ask::CheckedBy] {
                put(about, ask, String::new());
            }
        }
        for (&id, action) in &document.actions {
            let block = if action.renounces { Block::Renouncement } else { Block::Actions };
            for ask in of_block(block) {
                put(About::Action(table, id), ask, of_the_action(action, ask));
            }
        }
    }
    let mut most = [0_u8; 2];
    for field in written {
        if let (About::More(number), block @ (Block::Actions | Block::Renouncement)) = (field.about, field.ask.block())
        {
            let most = &mut most[usize::from(block == Block::Renouncement)];
            *most = (*most).max(number);
        }
    }
    for (block, most) in [Block::Actions, Block::Renouncement].into_iter().zip(most) {
        for number in 1..=most.saturating_add(1).min(MOST_MORE) {
            of_block(block).for_each(|ask| drop(put(About::More(number), ask, String::new())));
        }
    }
    fields
}

/// What divides a table: links that somebody disagrees with, the most disputed first, then its open questions.
fn disputes(table: u8, document: &Document) -> Vec<About> {
    let contested =
        document.stances.keys().filter(|link| document.links.contains_key(link) && document.opinions(**link).1 > 0);
    let questions = document.notes.iter().filter(|(_, note)| note.question);
    let links = contested.map(|&link| About::Link(table, link));
    links.chain(questions.map(|(&note, _)| About::Question(table, note))).collect()
}

fn of_block(block: Block) -> impl Iterator<Item = Ask> {
    Ask::ALL.iter().copied().filter(move |ask| ask.block() == block)
}

fn of_the_workshop(sources: &Sources<'_>, ask: Ask) -> String {
    let after = |months| sources.held.map(|day| day.after_months(months).to_string());
    let said = match ask {
        Ask::Held => sources.held.map(|day| day.to_string()),
        Ask::Structure => sources.structure.map(str::to_owned),
        Ask::Kept => sources.kept.map(str::to_owned),
        Ask::Month1 => after(1),
        Ask::Month3 => after(3),
        Ask::Month6 => after(6),
        _ => None,
    };
    said.unwrap_or_default()
}

fn of_the_action(action: &Action, ask: Ask) -> String {
    let grade = |grade: Option<Grade>| grade.map(|grade| grade.get().to_string()).unwrap_or_default();
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    match ask {
        Ask::Does | Ask::Stops => action.text.clone(),
        Ask::Owner => action.owner.clone(),
        // What stops is seen to by people together: there is no second field for them.
        Ask::Keeper => {
            let both = [action.owner.as_str(), action.with.as_str()];
            both.into_iter().filter(|who| !who.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Ask::With => action.with.clone(),
        Ask::Effort => grade(action.effort),
        Ask::Impact => grade(action.impact),
        Ask::FirstStep | Ask::Begins => action.first_step.clone(),
        Ask::Due | Ask::Since => day(action.due),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::ActionId;

    #[test]
    fn the_board_fills_in_what_it_knows_and_leaves_room_for_one_more() {
        let mut board = Document { title: "Notre écran".into(), ..Document::default() };
        let action = |text: &str, renounces| Action {
            text: text.into(),
            renounces,
            owner: "Régie".into(),
            with: "Accueil".into(),
            due: Day::read("2026-12-15"),
            ..Action::default()
        };
        board.actions.insert(ActionId(1), action("Mesurer", false));
        board.actions.insert(ActionId(2), action("L’écran du hall", true));
        let sources =
            Sources { boards: &[&board], held: Day::read("2026-11-25"), structure: Some("Théâtre"), kept: None };
        let more = FieldId::new(About::More(2), Ask::Does);
        let fields = begun(&sources, [more].into_iter());
        let said = |about, ask| fields.get(&FieldId { about, ask }).map(String::as_str);
        assert_eq!(said(About::Table(1), Ask::Title), Some("Notre écran"));
        assert_eq!(said(About::Workshop, Ask::Held), Some("2026-11-25"));
        assert_eq!(said(About::Workshop, Ask::Month6), Some("2027-05-25"));
        assert_eq!(said(About::Action(1, ActionId(1)), Ask::Owner), Some("Régie"));
        assert_eq!(said(About::Action(1, ActionId(2)), Ask::Keeper), Some("Régie, Accueil"));
        assert_eq!(said(About::Action(1, ActionId(2)), Ask::Since), Some("2026-12-15"));
        assert_eq!(said(About::Action(1, ActionId(2)), Ask::Does), None, "what stops is in a block of its own");
        assert_eq!(said(About::More(3), Ask::Does), Some(""));
        assert_eq!((said(About::More(4), Ask::Does), said(About::More(2), Ask::Stops)), (None, None));
    }
}
