//! What a person can do from the Plan: one form per act, shown when the rules allow it.

use super::link::hidden;
use super::reading::PANEL;
use super::refused;
use crate::api::BoardOpening;
use crate::components::desk::Chosen;
use crate::components::{LotMark, Titles};
use crate::pages::{Form, Sheet};
use crate::text::{Words, isolated, kind};
use board::{Act, ActorId, CardId, LinkId, LinkKind, Op, OpId, Role, Spot, check};
use leptos::prelude::*;

/// The forms without a field to type in: why one was refused is said at the top of the page.
const BARE: [&str; 11] =
    ["place", "move-card", "put-back", "arrange", "unlink", "reverse", "ink", "judge", "star", "erase", "take-back"];

/// The acts of one person on one board.
#[derive(Clone, Copy)]
pub struct Acts<'a> {
    pub sheet: &'a Sheet,
    pub words: Words,
    pub opening: &'a BoardOpening,
    /// Whether the card that was chosen was flagged just now.
    pub flagged: bool,
    pub draw: &'a dyn Fn() -> OpId,
}

impl Acts<'_> {
    /// Why a form was refused that has no field to say it at.
    pub fn refusal(self) -> Option<String> {
        refused(self.sheet, &BARE)
    }

    /// The panel of what was chosen; how to choose, while nothing is.
    pub fn chosen(self, chosen: Chosen) -> Option<AnyView> {
        let panel = match chosen {
            Chosen::Nothing => None,
            Chosen::Card(card) => self.card(card),
            Chosen::Link(link) => self.of_link(link),
            Chosen::Note(note) => self.of_note(note),
        };
        if let Some(panel) = panel {
            let let_go = Chosen::Nothing.address(self.opening.board);
            let panel = view! {
                <section class="stack notice plan-chosen no-print" id=PANEL>
                    {panel}
                    <p><a href=let_go>{self.words.board().close}</a></p>
                </section>
            };
            return Some(panel.into_any());
        }
        let acts = (self.may(Act::Link) || self.may(Act::Place)) && self.on_table().len() > 1;
        acts.then(|| view! { <p class="soft no-print">{self.words.plan().how_to_choose}</p> }.into_any())
    }

    /// The cards in this person's hand, each with its button.
    pub fn hand(self) -> Option<AnyView> {
        let plays = self.opening.me.role == Role::Participant;
        let cards = self.cards(Spot::Hand(self.opening.me.actor));
        let empty = cards.is_empty().then(|| view! { <p class="soft">{self.words.plan().hand_empty}</p> });
        let hand = view! {
            <section class="stack">
                <h2>{self.words.plan().hand}</h2>
                {empty}
                <ul class="plan-hand">{cards}</ul>
            </section>
        };
        plays.then(|| hand.into_any())
    }

    /// The cards beside the board, for whoever takes them.
    pub fn reserve(self) -> Option<AnyView> {
        let cards = self.cards(Spot::Reserve);
        let title = self.words.plan().reserve;
        (!cards.is_empty()).then(|| {
            view! { <section class="stack"><h2>{title}</h2><ul class="plan-hand">{cards}</ul></section> }.into_any()
        })
    }

    /// The cards in the hands of others, to be known of.
    pub fn elsewhere(self) -> Option<AnyView> {
        let held = self.opening.snapshot.document.cards.iter().filter_map(|(&card, known)| match known.spot {
            Spot::Hand(actor) if actor != self.opening.me.actor => Some((card, actor)),
            Spot::Hand(_) | Spot::Reserve | Spot::Table(_) => None,
        });
        let line = |(card, actor): (CardId, ActorId)| {
            let whose = self.words.outline().in_hand(&self.name(actor));
            view! { <li><span lang=self.titles().lang(card)>{self.titles().title(card)}</span>", "{whose}</li> }
        };
        let lines: Vec<_> = held.map(line).collect();
        let title = self.words.plan().elsewhere;
        (!lines.is_empty()).then(|| {
            view! { <section class="stack"><h2>{title}</h2><ul class="plan-notes">{lines}</ul></section> }.into_any()
        })
    }

    /// The button that lays the board out.
    pub fn arrange(self) -> Option<AnyView> {
        let worth = self.may(Act::Place) && !self.opening.snapshot.document.links.is_empty();
        worth.then(|| self.button("arrange", &[], self.words.plan().arrange, "button-second"))
    }

    /// The button that takes back one's own last op.
    pub fn take_back(self) -> Option<AnyView> {
        let BoardOpening { me, now, snapshot, .. } = self.opening;
        let may = check(&snapshot.document, *me, &Op::Undo, *now).is_ok();
        may.then(|| self.button("take-back", &[], self.words.plan().take_back, "button-second"))
    }

    pub fn may(self, act: Act) -> bool {
        let document = &self.opening.snapshot.document;
        match self.opening.me.role {
            Role::Facilitator => true,
            Role::Participant => !document.paused && document.phase.allows(act),
            Role::Spectator | Role::Projector => false,
        }
    }

    /// A form that is one button.
    pub fn button(
        self,
        endpoint: &'static str,
        fields: &[(&'static str, String)],
        says: &'static str,
        class: &'static str,
    ) -> AnyView {
        let fields: Vec<_> = fields.iter().cloned().map(hidden).collect();
        view! {
            <form class="no-print" method="post" action=format!("/api/{endpoint}")>
                {self.hidden()}
                {fields}
                <button class=class>{says}</button>
            </form>
        }
        .into_any()
    }

    /// Which board, and the op id that makes a second submission harmless.
    pub fn hidden(self) -> impl IntoView + use<> {
        view! {
            <input type="hidden" name="board" value=self.opening.board.to_string()/>
            <input type="hidden" name="op_id" value=(self.draw)().to_string()/>
        }
    }

    pub fn titles(self) -> Titles {
        Titles::of(&self.opening.faces)
    }

    /// Somebody's first name, or what is said instead once it was erased.
    pub fn name(self, actor: ActorId) -> String {
        let seat = self.opening.seats.iter().find(|seat| seat.actor == actor && !seat.name.is_empty());
        seat.map_or_else(|| self.words.people().nameless.to_owned(), |seat| isolated(&seat.name))
    }

    /// A link as a sentence: "A entraîne B".
    pub fn says(self, link: LinkId, verb: LinkKind) -> String {
        let titles = self.titles();
        let (cause, consequence) = (titles.title(link.cause), titles.title(link.consequence));
        self.words.outline().sentence(&cause, &consequence, kind(self.words, verb))
    }

    /// The cards on the table by lot, with their titles.
    pub fn on_table(self) -> Vec<(CardId, String)> {
        let document = &self.opening.snapshot.document;
        let titles = self.titles();
        let mut cards: Vec<_> = document.cards.keys().filter(|card| document.on_table(**card).is_some()).collect();
        cards.sort_by_key(|card| document.cards.get(card).map(|it| it.lot));
        cards.into_iter().map(|&card| (card, titles.title(card))).collect()
    }

    /// A choice among cards; `first` is what it says before one is chosen.
    pub fn choose(
        self,
        form: &Form,
        name: &'static str,
        label: &'static str,
        cards: &[(CardId, String)],
        first: &'static str,
        required: bool,
    ) -> impl IntoView + use<> {
        let id = format!("{}-{name}", form.id());
        let chosen = form.typed(name);
        let option = |(card, title): &(CardId, String)| {
            let value = card.to_string();
            let selected = chosen.as_ref() == Some(&value);
            view! { <option value=value selected=selected>{title.clone()}</option> }
        };
        let options: Vec<_> = cards.iter().map(option).collect();
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <select class="field-input" id=id name=name required=required>
                    <option value="">{first}</option>
                    {options}
                </select>
            </div>
        }
    }

    fn cards(self, spot: Spot) -> Vec<AnyView> {
        let titles = self.titles();
        let here = self.opening.snapshot.document.cards.iter().filter(|(_, card)| card.spot == spot);
        let may = self.may(Act::Place);
        let line = here.map(|(&id, card)| {
            let title = titles.title(id);
            let printed = self.opening.faces.fronts.iter().find(|front| front.card == id).map(|front| front.lot);
            let lot = printed.unwrap_or(card.lot);
            let place = may.then(|| self.place(id, &title));
            let way = Chosen::Card(id).address(self.opening.board);
            let name = view! { <LotMark lot words=self.words/><a href=way lang=titles.lang(id)>{title}</a> };
            view! { <li class="plan-held">{name} {place}</li> }.into_any()
        });
        line.collect()
    }

    fn place(self, card: CardId, title: &str) -> impl IntoView + use<> {
        let say = self.words.plan();
        view! {
            <form method="post" action="/api/place">
                {self.hidden()}
                <input type="hidden" name="card" value=card.to_string()/>
                <button class="button-second" aria-label=say.place_card(title)>{say.place}</button>
            </form>
        }
    }
}
