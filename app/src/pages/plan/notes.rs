//! What is written on the board besides its links: notes and open questions, the title, the story.

use super::acts::Acts;
use crate::components::{Field, Refusal};
use crate::pages::Form;
use board::{Act, MAX_STORY, MAX_TITLE, NoteId, Op, check};
use leptos::prelude::*;

impl Acts<'_> {
    /// The panel of a note: written again, or taken away.
    pub fn of_note(self, id: NoteId) -> Option<AnyView> {
        let document = &self.opening.snapshot.document;
        let note = document.notes.get(&id)?;
        let say = self.words.note();
        let kind = if note.question { say.question } else { say.note };
        let erasable = check(document, self.opening.me, &Op::Erase { note: id }, self.opening.now).is_ok();
        let erase = erasable
            .then(|| self.button("erase", &[("note", id.to_string())], self.words.chosen().erase, "button-second"));
        let form = Form::one_of(self.sheet, "note", "note", id.to_string());
        let again = self.may(Act::Note).then(|| {
            let button = self.words.plan().note_again;
            let hidden = view! { <input type="hidden" name="note" value=id.to_string()/> };
            self.write(&form, (note.text.clone(), note.question), hidden.into_any(), button)
        });
        let panel = view! {
            <h2>{kind}</h2>
            <p dir="auto">{note.text.clone()}</p>
            <p class="soft">{self.words.chosen().by(&self.name(note.author))}</p>
            {again}
            {erase}
        };
        Some(panel.into_any())
    }

    /// A new note or open question.
    pub fn note(self) -> Option<AnyView> {
        let say = self.words.plan();
        // One that is written again has its own form.
        let form = match Form::of(self.sheet, "note") {
            form if form.typed("note").is_some() => Form::one_of(self.sheet, "note", "note", "new".to_owned()),
            form => form,
        };
        self.may(Act::Note).then(|| {
            view! {
                <section class="stack notice no-print">
                    <h2>{say.note_title}</h2>
                    {self.write(&form, (String::new(), false), ().into_any(), say.note_button)}
                </section>
            }
            .into_any()
        })
    }

    /// The form of a note, with what it holds before anything was typed.
    fn write(self, form: &Form, (text, question): (String, bool), hidden: AnyView, button: &'static str) -> AnyView {
        let say = self.words.plan();
        let ticked = if form.is_refused() { form.typed("question").is_some() } else { question };
        view! {
            <form class="stack" method="post" action=form.action()>
                <Refusal says=form.refusal_of_all()/>
                {self.hidden()}
                {hidden}
                <Field form=form.clone() name="text" label=say.note most=280 value=text/>
                <label class="choice">
                    <input type="checkbox" name="question" value="true" checked=ticked/>
                    <span>{say.question}</span>
                </label>
                <button class="button-second">{button}</button>
            </form>
        }
        .into_any()
    }

    /// The title and the story, while the step opens them.
    pub fn story(self) -> Option<AnyView> {
        let say = self.words.story();
        let document = &self.opening.snapshot.document;
        let opened = document.phase.allows(Act::Title) && self.may(Act::Title);
        let most = |most: usize| u16::try_from(most).unwrap_or(u16::MAX);
        let form = |endpoint: &'static str, label: &'static str, longest: u16, text: &str, button: &'static str| {
            let form = Form::of(self.sheet, endpoint);
            view! {
                <form class="stack" method="post" action=form.action()>
                    <Refusal says=form.refusal_of_all()/>
                    {self.hidden()}
                    <Field form=form.clone() name="text" label=label most=longest may_be_empty=true value=text.to_owned()/>
                    <button class="button-second">{button}</button>
                </form>
            }
        };
        opened.then(|| {
            view! {
                <section class="stack notice no-print">
                    <h2>{say.both}</h2>
                    {form("title", say.title, most(MAX_TITLE), &document.title, say.give_title)}
                    {form("story", say.story, most(MAX_STORY), &document.story, say.give_story)}
                </section>
            }
            .into_any()
        })
    }
}
