//! Finding one's way on a full Plan: by a word, by a lot.

use crate::components::each::each;
use crate::components::label;
use crate::components::live_part::{Whole, said, shown};
use crate::live::LiveBoard;
use crate::text::plain;
use board::{CardId, Document, LotId};
use leptos::prelude::*;

/// How many cards on the table make a search worth its place.
const MANY: usize = 6;

/// What somebody looks for on the Plan. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub struct Search {
    /// The word, as it was typed; blank for everything.
    word: RwSignal<String>,
    /// The lot; `None` for all of them.
    lot: RwSignal<Option<LotId>>,
    /// The cards that are found; `None` while nothing is looked for.
    found: Memo<Option<Vec<CardId>>>,
}

impl Search {
    /// Nothing is looked for yet.
    pub fn new(live: LiveBoard) -> Self {
        let (word, lot) = (RwSignal::<String>::default(), RwSignal::<Option<LotId>>::default());
        let found = live.read(move |document| {
            let (word, lot) = (word.with(|word| plain(word.trim())), lot.get());
            let looks = !word.is_empty() || lot.is_some();
            looks.then(|| {
                let cards = document.cards.iter().filter(|(_, card)| lot.is_none_or(|lot| card.lot == lot));
                cards.map(|(&card, _)| card).filter(|&card| says(live, document, card, &word)).collect()
            })
        });
        Self { word, lot, found }
    }

    /// Whether a card is to be seen.
    pub fn shows(self, card: CardId) -> bool {
        self.found.with(|found| found.as_ref().is_none_or(|found| found.contains(&card)))
    }

    /// Whether what a note says is to be seen.
    pub fn shows_text(self, text: &str) -> bool {
        self.lot.with(Option::is_none) && self.word.with(|word| plain(text).contains(&plain(word.trim())))
    }

    /// Looks for everything again.
    pub fn give_up(self) {
        self.word.set(String::new());
        self.lot.set(None);
    }
}

/// Whether a card says the word: in its title, on its back, or in why it leads somewhere.
fn says(live: LiveBoard, document: &Document, card: CardId, word: &str) -> bool {
    let says = |text: &str| plain(text).contains(word);
    let mut links = document.links.iter().filter(|(link, _)| link.cause == card);
    says(&live.title_of(card))
        || live.back(card).get().is_some_and(|back| says(&back.fact))
        || links.any(|(_, link)| says(&link.because))
}

/// The field and the list of lots, once there is enough to look through; and how much was found.
pub fn form(live: LiveBoard, search: Search, lots: Memo<Vec<LotId>>) -> AnyView {
    let words = live.words().search();
    let many = live.read(|document| document.cards.len() > MANY);
    let told = move || match search.found.with(|found| found.as_ref().map(Vec::len)) {
        None => String::new(),
        Some(0) => words.found_nothing.to_owned(),
        Some(found) => words.found(found),
    };
    let option = move |lot: LotId| {
        let chosen = move || search.lot.get() == Some(lot);
        view! { <option value=lot.0 prop:selected=chosen>{label::lot(live, lot)}</option> }.whole()
    };
    let fields = move || {
        view! {
            <search class="outline-search">
                <label>
                    <span>{words.label}</span>
                    <input
                        type="search"
                        autocomplete="off"
                        maxlength="80"
                        prop:value=search.word
                        on:input=move |event| search.word.set(event_target_value(&event))
                    />
                </label>
                <label>
                    <span>{words.lot}</span>
                    <select on:change=move |event| search.lot.set(event_target_value(&event).parse().ok().map(LotId))>
                        <option value="" prop:selected=move || search.lot.get().is_none()>{words.all_lots}</option>
                        {each(lots, option)}
                    </select>
                </label>
                <p class="small" role="status">{said(told)}</p>
            </search>
        }
        .whole()
    };
    shown(move || many.get().then(fields))
}
