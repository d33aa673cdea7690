//! The tables in this page, and what the person at the screen asked for. Copied freely: it is a handle.

use crate::live::LiveBoard;
use crate::text::Words;
use board::{LinkId, Phase};
use leptos::prelude::*;
use std::cmp::Reverse;

/// What lies over what the facilitator shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// The invitation.
    Code,
    /// The dark: the light is for the stage.
    Black,
}

/// The tables.
#[derive(Clone, Copy)]
pub(super) struct Theatre {
    boards: StoredValue<Vec<LiveBoard>>,
    /// Whether each presents its board, and since when.
    staged: Memo<Option<usize>>,
    /// The table that was chosen here, by its number.
    chosen: RwSignal<Option<u8>>,
    /// What lies over everything.
    pub over: RwSignal<Over>,
    /// Whether the last link is lit alone.
    pub spot: RwSignal<bool>,
    /// Whether the list of keys is shown.
    pub help: RwSignal<bool>,
    /// The starred link that was called here, and of which table.
    called: RwSignal<Option<(u8, LinkId)>>,
}

impl Theatre {
    /// The tables of a page; `None` without a table.
    pub fn of(boards: Vec<LiveBoard>) -> Option<Self> {
        boards.first()?;
        let since = |live: &LiveBoard| live.read(|document| document.stage.as_ref().map(|stage| stage.since));
        let stages: Vec<_> = boards.iter().map(since).collect();
        let staged = Memo::new(move |_| {
            let staged = stages.iter().enumerate().filter_map(|(place, since)| Some((since.get()?, Reverse(place))));
            staged.max().map(|(_, Reverse(place))| place)
        });
        Some(Self {
            boards: StoredValue::new(boards),
            staged,
            chosen: RwSignal::default(),
            over: RwSignal::default(),
            spot: RwSignal::default(),
            help: RwSignal::default(),
            called: RwSignal::default(),
        })
    }

    /// The texts.
    pub fn words(self) -> Words {
        self.lead().words()
    }

    /// Every table, table 1 first.
    pub fn tables(self) -> Vec<LiveBoard> {
        let mut tables = self.boards.get_value();
        tables.sort_by_key(|live| table_of(*live));
        tables
    }

    /// The table on the screen: the last one that began to present, else the one chosen here, else that of the address.
    pub fn shown(self) -> LiveBoard {
        let (staged, chosen) = (self.staged.get(), self.chosen.get());
        self.boards.with_value(|boards| {
            let chosen = || boards.iter().find(|live| Some(table_of(**live)) == chosen);
            staged.and_then(|place| boards.get(place)).or_else(chosen).copied().unwrap_or(boards[0])
        })
    }

    /// Shows this table while none presents; `None` goes back to that of the address.
    pub fn choose(self, table: Option<u8>) {
        self.chosen.set(table);
    }

    /// The link that is being told: the one the facilitator chose, or else, in a restitution, the one called here.
    pub fn told(self, live: LiveBoard) -> Memo<Option<LinkId>> {
        live.read(move |document| {
            let link = match &document.stage {
                Some(stage) => stage.link,
                None if document.phase == Phase::Restitution => {
                    let here = |(table, link)| (table == table_of(live)).then_some(link);
                    self.called.get().and_then(here).filter(|link| document.stars.contains(link))
                }
                None => None,
            };
            link.filter(|link| document.links.contains_key(link))
        })
    }

    /// Calls the next starred link of the table, or the one before; past the last one comes the whole board. Only in a
    /// restitution that nobody leads from elsewhere.
    pub fn turn(self, onward: bool) {
        let live = untrack(|| self.shown());
        let stars: Vec<LinkId> = live.glance(|document| {
            let ours = document.phase == Phase::Restitution && document.stage.is_none();
            document.stars.iter().copied().filter(|_| ours).collect()
        });
        if stars.is_empty() {
            return;
        }
        let table = table_of(live);
        let called = self.called.get_untracked().filter(|(of, _)| *of == table);
        // Place 0 is the whole board.
        let place = called.and_then(|(_, link)| stars.iter().position(|star| *star == link)).map_or(0, |at| at + 1);
        let around = stars.len() + 1;
        let next = if onward { place + 1 } else { place + around - 1 } % around;
        self.called.set(next.checked_sub(1).map(|at| (table, stars[at])));
    }

    fn lead(self) -> LiveBoard {
        self.boards.with_value(|boards| boards[0])
    }
}

/// The number of a table, from 1.
pub(super) fn table_of(live: LiveBoard) -> u8 {
    live.opening(|opening| opening.table)
}
