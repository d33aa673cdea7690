//! What can be done with a link that was chosen: say it otherwise, say what one thinks of it, ink it, star it,
//! turn it round, take it away.

use super::acts::Acts;
use crate::api::BoardOpening;
use crate::components::desk::Chosen;
use crate::components::{Field, Refusal};
use crate::pages::Form;
use crate::scene::Look;
use crate::text::{isolated, opinion};
use board::{Act, Link, LinkId, MAX_STARS, Op, Stance, check};
use leptos::prelude::*;

impl Acts<'_> {
    /// The panel of a link.
    pub fn of_link(self, id: LinkId) -> Option<AnyView> {
        let document = &self.opening.snapshot.document;
        let link = document.links.get(&id)?;
        let because = (!link.because.is_empty())
            .then(|| view! { <p>{self.words.outline().because(&isolated(&link.because))}</p> });
        let thought = opinion(self.words, Look::of(document, id), document.opinions(id));
        let ends = [id.cause, id.consequence].map(|card| {
            let way = Chosen::Card(card).address(self.opening.board);
            view! { <a href=way lang=self.titles().lang(card)>{self.titles().title(card)}</a>" " }
        });
        let may = self.may(Act::Link);
        let panel = view! {
            <h2>{self.says(id, link.kind)}</h2>
            <Refusal says=Form::of(self.sheet, "link").any_refusal()/>
            {because}
            <p class="soft">{self.words.chosen().by(&self.name(link.author))}". "{thought}"."</p>
            <p class="row">{ends.into_iter().collect::<Vec<_>>()}</p>
            {may.then(|| self.opinions(id, link))}
            {self.star(id)}
            {may.then(|| self.change(id, link))}
            {may.then(|| self.turn_or_remove(id))}
        };
        Some(panel.into_any())
    }

    /// Agree, disagree, no opinion; pencil or ink.
    fn opinions(self, id: LinkId, link: &Link) -> AnyView {
        let say = self.words.opinion();
        let mine = self.opening.snapshot.document.stance(id, self.opening.me.actor);
        let button = |stance: Option<Stance>, says: &'static str| {
            // The name of the variant is read back as `Stance`; a button without a name says nothing.
            let value = stance.map(|stance| format!("{stance:?}"));
            let name = value.is_some().then_some("stance");
            let pressed = (mine == stance).to_string();
            view! { <button class="button-second" name=name value=value aria-pressed=pressed>{says}</button> }
        };
        let ink = Self::ends(id).into_iter().chain([("ink", (!link.ink).to_string())]);
        let ink_says = if link.ink { self.words.plan().to_pencil } else { self.words.plan().to_ink };
        view! {
            <form class="row" method="post" action="/api/judge" aria-label=say.mine>
                {self.hidden()}
                {Self::ends(id).into_iter().map(hidden).collect::<Vec<_>>()}
                {button(Some(Stance::Agree), say.agree)}
                {button(Some(Stance::Disagree), say.disagree)}
                {button(None, say.no_opinion)}
            </form>
            {self.button("ink", &ink.collect::<Vec<_>>(), ink_says, "button-second")}
        }
        .into_any()
    }

    /// One of the starred links, or one no more.
    fn star(self, id: LinkId) -> Option<AnyView> {
        let document = &self.opening.snapshot.document;
        let starred = document.stars.contains(&id);
        if !self.may(Act::Star) {
            return None;
        }
        if !starred && document.stars.len() >= MAX_STARS {
            return Some(view! { <p class="soft small">{self.words.opinion().stars_full}</p> }.into_any());
        }
        let fields = Self::ends(id).into_iter().chain([("starred", (!starred).to_string())]);
        let says = if starred { self.words.plan().unstar } else { self.words.plan().star };
        Some(self.button("star", &fields.collect::<Vec<_>>(), says, "button-second"))
    }

    /// Another verb, another reason.
    fn change(self, id: LinkId, link: &Link) -> AnyView {
        let say = self.words.plan();
        let form = Form::of(self.sheet, "change");
        // Whoever proposed a link that was there already finds their own words here.
        let proposed = Form::of(self.sheet, "link").typed("because").filter(|typed| !typed.is_empty());
        let because = proposed.unwrap_or_else(|| link.because.clone());
        view! {
            <form class="stack" method="post" action=form.action()>
                <Refusal says=form.refusal_of_all()/>
                {self.hidden()}
                {Self::ends(id).into_iter().map(hidden).collect::<Vec<_>>()}
                {self.kinds(&form, link.kind)}
                <Field form=form.clone() name="because" label=say.because_field hint=say.because_hint most=280 may_be_empty=true value=because/>
                <button class="button-second">{self.words.chosen().change}</button>
            </form>
        }
        .into_any()
    }

    fn turn_or_remove(self, id: LinkId) -> AnyView {
        let fields = Self::ends(id);
        let BoardOpening { me, now, snapshot, .. } = self.opening;
        let removable = check(&snapshot.document, *me, &Op::Unlink { link: id }, *now).is_ok();
        view! {
            <div class="row">
                {self.button("reverse", &fields, self.words.opinion().reverse, "button-second")}
                {removable.then(|| self.button("unlink", &fields, self.words.chosen().unlink, "button-second"))}
            </div>
        }
        .into_any()
    }

    fn ends(id: LinkId) -> Vec<(&'static str, String)> {
        vec![("cause", id.cause.to_string()), ("consequence", id.consequence.to_string())]
    }
}

/// A field that nobody sees.
pub fn hidden((name, value): (&'static str, String)) -> impl IntoView {
    view! { <input type="hidden" name=name value=value/> }
}
