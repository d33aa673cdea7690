//! What a person can do from the Plan: one form per act, shown when the rules allow it.

use super::{Form, Sheet};
use crate::api::BoardOpening;
use crate::components::{Field, LotMark, Refusal, Titles};
use crate::text::{Words, kind};
use board::{Act, CardId, LinkKind, Op, OpId, Role, Spot, check};
use leptos::prelude::*;

/// The acts of one person on one board.
#[derive(Clone, Copy)]
pub struct Acts<'a> {
    pub sheet: &'a Sheet,
    pub words: Words,
    pub opening: &'a BoardOpening,
    pub draw: &'a dyn Fn() -> OpId,
}

impl Acts<'_> {
    /// The cards in this person's hand, each with its button.
    pub fn hand(self) -> Option<AnyView> {
        let plays = self.opening.me.role == Role::Participant;
        let cards = self.cards(Spot::Hand(self.opening.me.actor));
        let refused = Form::of(self.sheet, "place").refusal_of_all();
        let empty = cards.is_empty().then(|| view! { <p class="soft">{self.words.plan().hand_empty}</p> });
        let hand = view! {
            <section class="stack">
                <h2>{self.words.plan().hand}</h2>
                <Refusal says=refused/>
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

    /// The sentence that links two cards.
    pub fn link(self) -> Option<AnyView> {
        let on_table = self.on_table();
        if !self.may(Act::Link) || on_table.len() < 2 {
            return None;
        }
        let say = self.words.plan();
        let form = Form::of(self.sheet, "link");
        let link = view! {
            <form class="stack notice plan-link" method="post" action=form.action()>
                <h2>{say.link_title}</h2>
                <Refusal says=form.refusal_of_all()/>
                {self.hidden()}
                <div class="plan-sentence">
                    {self.choose(&form, "cause", say.cause, &on_table)}
                    {self.kinds(&form)}
                    {self.choose(&form, "consequence", say.consequence, &on_table)}
                </div>
                <Field form=form.clone() name="because" label=say.because_field hint=say.because_hint most=280 may_be_empty=true/>
                <button class="button">{say.link}</button>
            </form>
        };
        Some(link.into_any())
    }

    /// A note or an open question.
    pub fn note(self) -> Option<AnyView> {
        let say = self.words.plan();
        let form = Form::of(self.sheet, "note");
        let ticked = form.typed("question").is_some();
        self.may(Act::Note).then(|| {
            view! {
                <form class="stack notice no-print" method="post" action=form.action()>
                    <h2>{say.note_title}</h2>
                    <Refusal says=form.refusal_of_all()/>
                    {self.hidden()}
                    <Field form=form.clone() name="text" label=say.note most=280/>
                    <label class="choice">
                        <input type="checkbox" name="question" value="true" checked=ticked/>
                        <span>{say.question}</span>
                    </label>
                    <button class="button">{say.note_button}</button>
                </form>
            }
            .into_any()
        })
    }

    /// The button that takes back one's own last op.
    pub fn take_back(self) -> Option<AnyView> {
        let BoardOpening { me, now, snapshot, .. } = self.opening;
        let form = Form::of(self.sheet, "take-back");
        check(&snapshot.document, *me, &Op::Undo, *now).is_ok().then(|| {
            view! {
                <form class="no-print" method="post" action=form.action()>
                    {self.hidden()}
                    <button class="button-second">{self.words.plan().take_back}</button>
                </form>
            }
            .into_any()
        })
    }

    fn may(self, act: Act) -> bool {
        let document = &self.opening.snapshot.document;
        match self.opening.me.role {
            Role::Facilitator => true,
            Role::Participant => !document.paused && document.phase.allows(act),
            Role::Spectator | Role::Projector => false,
        }
    }

    fn cards(self, spot: Spot) -> Vec<AnyView> {
        let titles = Titles::of(&self.opening.faces);
        let here = self.opening.snapshot.document.cards.iter().filter(|(_, card)| card.spot == spot);
        let may = self.may(Act::Place);
        let line = here.map(|(&id, card)| {
            let title = titles.title(id);
            let printed = self.opening.faces.fronts.iter().find(|front| front.card == id).map(|front| front.lot);
            let lot = printed.unwrap_or(card.lot);
            let place = may.then(|| self.place(id, &title));
            let name = view! { <LotMark lot words=self.words/><span lang=titles.lang(id)>{title}</span> };
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

    /// Which board, and the op id that makes a second submission harmless.
    fn hidden(self) -> impl IntoView + use<> {
        view! {
            <input type="hidden" name="board" value=self.opening.board.to_string()/>
            <input type="hidden" name="op_id" value=(self.draw)().to_string()/>
        }
    }

    fn on_table(self) -> Vec<(CardId, String)> {
        let document = &self.opening.snapshot.document;
        let titles = Titles::of(&self.opening.faces);
        let mut cards: Vec<_> = document.cards.keys().filter(|card| document.on_table(**card).is_some()).collect();
        cards.sort_by_key(|card| document.cards.get(card).map(|it| it.lot));
        cards.into_iter().map(|&card| (card, titles.title(card))).collect()
    }

    fn choose(
        self,
        form: &Form,
        name: &'static str,
        label: &'static str,
        cards: &[(CardId, String)],
    ) -> impl IntoView + use<> {
        let id = format!("link-{name}");
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
                <select class="field-input" id=id name=name required>
                    <option value="">{self.words.plan().choose}</option>
                    {options}
                </select>
            </div>
        }
    }

    fn kinds(self, form: &Form) -> impl IntoView + use<> {
        let chosen = form.typed("kind");
        // The name of the variant is what the form sends: it is read back as `LinkKind`.
        let option = |each: LinkKind| {
            let value = format!("{each:?}");
            let selected = chosen.as_ref() == Some(&value);
            view! { <option value=value selected=selected>{kind(self.words, each)}</option> }
        };
        let options: Vec<_> = LinkKind::ALL.into_iter().map(option).collect();
        view! {
            <div class="field">
                <label for="link-kind">{self.words.plan().kind}</label>
                <select class="field-input" id="link-kind" name="kind">{options}</select>
            </div>
        }
    }
}
