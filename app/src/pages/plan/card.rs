//! What can be done with a card that was chosen: place it, move it next to another one, take it back, link it.

use super::acts::Acts;
use crate::api::MAX_FLAG;
use crate::components::desk::Chosen;
use crate::components::{Field, LotMark, Refusal, back_text};
use crate::pages::Form;
use crate::text::{isolated, kind};
use board::{Act, CardId, LinkId, LinkKind, Rejection, Role, Spot};
use leptos::prelude::*;

impl Acts<'_> {
    /// The panel of a card.
    pub fn card(self, card: CardId) -> Option<AnyView> {
        let document = &self.opening.snapshot.document;
        let known = document.cards.get(&card)?;
        let title = self.titles().title(card);
        let back = self.opening.faces.backs.iter().find(|back| back.card == card);
        let lies = matches!(known.spot, Spot::Table(_));
        let mine = match known.spot {
            Spot::Hand(owner) => owner == self.opening.me.actor || self.opening.me.role == Role::Facilitator,
            Spot::Reserve | Spot::Table(_) => true,
        };
        let panel = view! {
            <h2 lang=self.titles().lang(card)><LotMark lot=known.lot words=self.words/>" "{title.clone()}</h2>
            <p class="soft">{self.spot(known.spot)}</p>
            {back.map(|back| back_text(self.words, back))}
            {self.links_of(card)}
            {(lies && self.may(Act::Link)).then(|| self.sentence(card, &title))}
            {(mine && self.may(Act::Place)).then(|| self.lay(card, lies))}
            {(lies && self.may(Act::Place)).then(|| self.put_back(card))}
            {self.flag(card)}
        };
        Some(panel.into_any())
    }

    /// What is wrong with the card, for whoever writes its next version.
    fn flag(self, card: CardId) -> Option<AnyView> {
        let say = self.words.decks();
        if matches!(self.opening.me.role, Role::Spectator | Role::Projector) {
            return None;
        }
        if self.flagged {
            return Some(view! { <p role="status">{say.flagged}</p> }.into_any());
        }
        let form = Form::of(self.sheet, "flag-card");
        let view = view! {
            <details open=form.is_refused()>
                <summary>{say.flag}</summary>
                <form class="stack" method="post" action=form.action()>
                    <Refusal says=form.refusal_of_all()/>
                    <input type="hidden" name="board" value=self.opening.board.to_string()/>
                    <input type="hidden" name="card" value=card.to_string()/>
                    <Field form=form.clone() name="text" label=say.flag_text hint=say.flag_hint most=MAX_FLAG/>
                    <button class="button-quiet">{say.flag_button}</button>
                </form>
            </details>
        };
        Some(view.into_any())
    }

    /// Where a card is.
    fn spot(self, spot: Spot) -> String {
        let say = self.words.outline();
        match spot {
            Spot::Table(_) => say.on_table.to_owned(),
            Spot::Reserve => say.in_reserve.to_owned(),
            Spot::Hand(actor) if actor == self.opening.me.actor => say.in_my_hand.to_owned(),
            Spot::Hand(actor) => say.in_hand(&self.name(actor)),
        }
    }

    /// The links of the card, both ways, each to be chosen.
    fn links_of(self, card: CardId) -> Option<AnyView> {
        let document = &self.opening.snapshot.document;
        let mine = document.links.iter().filter(|(link, _)| link.cause == card || link.consequence == card);
        let line = |(&link, drawn): (&LinkId, &board::Link)| {
            let because = (!drawn.because.is_empty())
                .then(|| format!(", {} {}", self.words.plan().because, isolated(&drawn.because)));
            let way = Chosen::Link(link).address(self.opening.board);
            view! { <li><a href=way>{self.says(link, drawn.kind)}</a>{because}</li> }
        };
        let lines: Vec<_> = mine.map(line).collect();
        (!lines.is_empty())
            .then(|| view! { <h3>{self.words.plan().its_links}</h3><ul class="plan-notes">{lines}</ul> }.into_any())
    }

    /// The sentence that links this card, the cause, to another one.
    fn sentence(self, card: CardId, title: &str) -> AnyView {
        let say = self.words.plan();
        let form = Form::of(self.sheet, "link");
        let others: Vec<_> = self.on_table().into_iter().filter(|(other, _)| *other != card).collect();
        if others.is_empty() {
            return view! { <p class="soft">{self.words.sentence().too_few}</p> }.into_any();
        }
        view! {
            <form class="stack plan-link" method="post" action=form.action()>
                <h3>{say.link_from(title)}</h3>
                <Refusal says=form.refusal_of_all()/>
                {self.hidden()}
                <input type="hidden" name="cause" value=card.to_string()/>
                <div class="plan-sentence">
                    {self.kinds(&form, LinkKind::default())}
                    {self.choose(&form, "consequence", say.consequence, &others, say.choose, true)}
                </div>
                <Field form=form.clone() name="because" label=say.because_field hint=say.because_hint most=280 may_be_empty=true/>
                <button class="button">{say.link}</button>
            </form>
        }
        .into_any()
    }

    /// The verbs, by name: the name of the variant is what the form sends, and is read back as `LinkKind`.
    pub fn kinds(self, form: &Form, now: LinkKind) -> impl IntoView + use<> {
        let chosen = form.typed("kind").unwrap_or_else(|| format!("{now:?}"));
        let option = |each: LinkKind| {
            let value = format!("{each:?}");
            let selected = chosen == value;
            view! { <option value=value selected=selected>{kind(self.words, each)}</option> }
        };
        let options: Vec<_> = LinkKind::ALL.into_iter().map(option).collect();
        let id = format!("{}-kind", form.id());
        view! {
            <div class="field">
                <label for=id.clone()>{self.words.plan().kind}</label>
                <select class="field-input" id=id name="kind">{options}</select>
            </div>
        }
    }

    /// Placing a card, or moving one that lies on the table.
    fn lay(self, card: CardId, lies: bool) -> AnyView {
        let say = self.words.plan();
        let form = Form::of(self.sheet, if lies { "move-card" } else { "place" });
        let others: Vec<_> = self.on_table().into_iter().filter(|(other, _)| *other != card).collect();
        if lies && others.is_empty() {
            return ().into_any();
        }
        let (first, does) = if lies { (say.choose, say.move_here) } else { (say.anywhere, say.place) };
        let beside = (!others.is_empty()).then(|| self.choose(&form, "beside", say.beside, &others, first, lies));
        view! {
            <form class="stack" method="post" action=form.action()>
                {self.hidden()}
                <input type="hidden" name="card" value=card.to_string()/>
                {beside}
                <button class="button-second">{does}</button>
            </form>
        }
        .into_any()
    }

    /// Taking a card back into one's hand, or why it cannot be.
    fn put_back(self, card: CardId) -> AnyView {
        if self.opening.snapshot.document.is_linked(card) {
            return view! { <p class="soft small">{self.words.chosen().linked}</p> }.into_any();
        }
        let fields = [("card", card.to_string())];
        self.button("put-back", &fields, self.words.chosen().give_back, "button-second")
    }

    /// A refused link of two cards of which the first does not lie on this table: its text is not lost.
    pub fn lost(self, chosen: Chosen) -> Option<AnyView> {
        let refused = self.sheet.refused.as_ref()?;
        let typed = ["because", "text"].iter().find_map(|field| refused.typed.get(*field))?;
        let document = &self.opening.snapshot.document;
        let shown = match (refused.form.as_str(), chosen) {
            ("link", Chosen::Card(card)) => self.may(Act::Link) && document.on_table(card).is_some(),
            ("link" | "change", Chosen::Link(link)) => self.may(Act::Link) && document.links.contains_key(&link),
            ("note", Chosen::Note(note)) => self.may(Act::Note) && document.notes.contains_key(&note),
            ("note", _) => self.may(Act::Note) && !refused.typed.contains_key("note"),
            ("title" | "story", _) => self.may(Act::Title),
            ("link" | "change", _) => false,
            _ => return None,
        };
        let why = Form::any_of(self.sheet).any_refusal();
        // That the text can be sent again is not so here.
        let why = why.filter(|_| refused.error != crate::api::AppError::Resumed);
        let why = why.or_else(|| self.why_not(chosen));
        (!shown).then(|| {
            let typed = (!typed.is_empty()).then(|| view! { <p dir="auto">{self.words.status().typed(typed)}</p> });
            view! { <div class="notice stack"><Refusal says=why/>{typed}</div> }.into_any()
        })
    }

    /// Why what was chosen cannot be written on now.
    fn why_not(self, chosen: Chosen) -> Option<String> {
        let why = match chosen {
            _ if self.opening.snapshot.document.paused => Rejection::Paused,
            Chosen::Link(_) => Rejection::NoSuchLink,
            Chosen::Card(_) => Rejection::NotOnTable,
            Chosen::Note(_) => Rejection::NoSuchNote,
            Chosen::Nothing => Rejection::NotInThisPhase,
        };
        Some(crate::text::rejection(self.words, why))
    }
}
