//! What blocks, groups and fields of a sheet are called.

use crate::api::{About, Ask, Block, DebriefOpening, FieldId};
use crate::components::Titles;
use crate::text::{Words, isolated};

/// What a block is called.
#[must_use]
pub fn block_title(words: Words, block: Block) -> &'static str {
    let say = words.debrief();
    match block {
        Block::Session => say.block_session,
        Block::Understanding => say.block_understanding,
        Block::Disagreements => say.block_disagreements,
        Block::Reading => say.block_reading,
        Block::Actions => say.block_actions,
        Block::Renouncement => say.block_renouncement,
        Block::Needs => say.block_needs,
        Block::Returns => say.block_returns,
        Block::FollowUp => say.block_follow_up,
        Block::Sharing => say.block_sharing,
    }
}

/// What a block is for.
#[must_use]
pub fn why(words: Words, block: Block) -> &'static str {
    let say = words.debrief();
    match block {
        Block::Session => say.why_session,
        Block::Understanding => say.why_understanding,
        Block::Disagreements => say.why_disagreements,
        Block::Reading => say.why_reading,
        Block::Actions => say.why_actions,
        Block::Renouncement => say.why_renouncement,
        Block::Needs => say.why_needs,
        Block::Returns => say.why_returns,
        Block::FollowUp => say.why_follow_up,
        Block::Sharing => say.why_sharing,
    }
}

/// What a field is called.
#[must_use]
pub fn field_name(words: Words, ask: Ask) -> &'static str {
    let say = words.debrief();
    match ask {
        Ask::Held => say.held,
        Ask::Structure => say.structure,
        Ask::Profile => say.profile,
        Ask::Trades => say.trades,
        Ask::Facilitation => say.facilitation,
        Ask::Resume => say.resume,
        Ask::Positions => say.positions,
        Ask::Arguments => say.arguments,
        Ask::Check => say.check,
        Ask::CheckedBy => say.checked_by,
        Ask::Dispute => say.dispute,
        Ask::Title => say.board_title,
        Ask::Story => say.story,
        Ask::Does => say.does,
        Ask::Owner => say.owner,
        Ask::With => say.with,
        Ask::Effort => say.effort,
        Ask::Impact => say.impact,
        Ask::FirstStep => say.first_step,
        Ask::Due => say.due,
        Ask::Indicator => say.indicator,
        Ask::Cost => say.cost,
        Ask::Tie => say.tie,
        Ask::Stops => say.stops,
        Ask::Keeper => say.keeper,
        Ask::Begins => say.begins,
        Ask::Since => say.since,
        Ask::Frees => say.frees,
        Ask::Explained => say.explained,
        Ask::Training => say.training,
        Ask::Budget => say.budget,
        Ask::Equipment => say.equipment,
        Ask::Neighbour => say.neighbour,
        Ask::Network => say.network,
        Ask::Demand => say.demand,
        Ask::Summary => say.summary,
        Ask::Correct => say.to_correct,
        Ask::Access => say.access,
        Ask::Month1 => say.month_1,
        Ask::Month1Said => say.month_1_said,
        Ask::Month3 => say.month_3,
        Ask::Month3Said => say.month_3_said,
        Ask::Month6 => say.month_6,
        Ask::Month6Said => say.month_6_said,
        Ask::Licence => say.licence,
        Ask::Public => say.public,
        Ask::Internal => say.internal,
        Ask::Kept => say.kept,
    }
}

/// What a group of fields is about; nothing for what is asked of the whole workshop. `number` counts the groups of its
/// block.
#[must_use]
pub fn group_name(words: Words, opening: &DebriefOpening, block: Block, about: About, number: usize) -> Option<String> {
    let say = words.debrief();
    let several = opening.tables.len() > 1;
    let at = |table: u8, title: String| {
        if several { say.table_of(&table.to_string(), &title) } else { title }
    };
    let decided = |number: usize| match block {
        Block::Renouncement => say.stop_n(&number.to_string()),
        _ => say.action_n(&number.to_string()),
    };
    match about {
        About::Workshop => None,
        About::Table(table) => several.then(|| say.table_n(&table.to_string())),
        About::Link(table, link) => {
            let titles = opening.table(table).map(|table| Titles::of(&table.faces))?;
            Some(at(table, [titles.title(link.cause), titles.title(link.consequence)].join(" → ")))
        }
        About::Question(table, note) => {
            let note = opening.table(table)?.document.notes.get(&note);
            Some(at(table, note.map_or_else(|| say.more_link.to_owned(), |note| isolated(&note.text))))
        }
        About::Action(table, _) => Some(at(table, decided(number))),
        About::More(_) => {
            let (ask, one_more) = match block {
                Block::Renouncement => (Ask::Stops, say.one_more_stop),
                _ => (Ask::Does, say.one_more_action),
            };
            let added = !opening.said(FieldId::new(about, ask)).is_empty();
            Some(if added { decided(number) } else { one_more.to_owned() })
        }
    }
}
