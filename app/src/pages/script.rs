//! The script of a workshop: its steps in order, each with a small form that changes it until a table begins. One form
//! per step, so that what is refused is short enough to come back with it.

use super::{Form, Sheet};
use crate::api::{ScriptOpening, StepCard, StepLine};
use crate::components::{Field, Frame, LotMark, Refusal};
use crate::routes::Route;
use crate::text::{Words, phase, words};
use board::script::{MAX_MINUTES, MAX_TITLE, MAX_WORDS};
use leptos::prelude::*;

/// The script.
pub fn script(sheet: &Sheet, opening: &ScriptOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.script();
    let aside = view! {
        <a href=Route::Workshops.to_string()>{say.workshops}</a>
        <a href=Route::Facilitate(opening.workshop.id, 1).to_string()>{say.facilitate}</a>
    };
    let lead = if opening.begun { say.begun } else { say.lead };
    let page = view! {
        <div class="stack-wide">
            <header class="stack">
                <div>
                    <p class="soft">{opening.workshop.title.clone()}</p>
                    <h1>{say.title}</h1>
                </div>
                <p>{lead}</p>
                <p><strong>{total(words, opening)}</strong></p>
                <Refusal says=Form::of(sheet, "restore-script").refusal_of_all()/>
            </header>
            <ol class="script-page">{lines(sheet, words, opening)}</ol>
            {(opening.changed && !opening.begun).then(|| restore(words, opening))}
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// How long it lasts, beside what the format promises.
fn total(words: Words, opening: &ScriptOpening) -> String {
    let say = words.script();
    let played = opening.steps.iter().filter(|line| !line.skipped);
    let total: u32 = played.map(|line| u32::from(line.step.minutes)).sum();
    let format = u32::from(opening.workshop.format);
    let text = total.to_string();
    match total.cmp(&format) {
        std::cmp::Ordering::Equal => say.exact(&text),
        std::cmp::Ordering::Greater => say.longer(&(total - format).to_string(), &text),
        std::cmp::Ordering::Less => say.shorter(&(format - total).to_string(), &text),
    }
}

fn lines(sheet: &Sheet, words: Words, opening: &ScriptOpening) -> Vec<AnyView> {
    let mut from = 0;
    let each = opening.steps.iter().map(|line| {
        let to = from + if line.skipped { 0 } else { line.step.minutes };
        let step = one(sheet, words, opening, line, [from, to]);
        from = to;
        step
    });
    each.collect()
}

/// A step, from one minute of the workshop to another.
fn one(
    sheet: &Sheet,
    words: Words,
    opening: &ScriptOpening,
    StepLine { step, skipped }: &StepLine,
    [from, to]: [u16; 2],
) -> AnyView {
    let say = words.script();
    let form = Form::one_of(sheet, "step", "step", step.number.to_string());
    let time = match skipped {
        true => say.skipped.to_owned(),
        false => format!("{}, {}", say.minutes(step.minutes.into()), say.between(&from.to_string(), &to.to_string())),
    };
    let deals = opening.lots.iter().find(|lot| Some(lot.lot) == step.lot).map(|lot| {
        view! { <p class="row"><LotMark lot=lot.lot words/>{say.deals(&lot.title)}</p> }
    });
    // What was typed too late is still there to be copied.
    let change = (!opening.begun || form.is_refused()).then(|| change(words, opening, step, *skipped, form));
    view! {
        <li class="script-line stack" id=format!("etape-{}", step.number) data-skipped=skipped.then_some("")>
            <div class="shelf-head">
                <h2>{step.title.clone()}</h2>
                <p class="soft small">{time}</p>
            </div>
            <p><span class="tag">{phase(words, step.phase)}</span></p>
            {deals}
            {told(say.does, &step.does)}
            {told(say.says, &step.says)}
            {change}
        </li>
    }
    .into_any()
}

/// A text for the person who facilitates, if there is one.
fn told(title: &'static str, text: &str) -> Option<impl IntoView + use<>> {
    (!text.is_empty()).then(|| view! { <p><span class="soft small">{title}</span><br/>{text.to_owned()}</p> })
}

fn change(words: Words, opening: &ScriptOpening, step: &StepCard, skipped: bool, form: Form) -> impl IntoView + use<> {
    let say = words.script();
    let ticked = if form.is_refused() { form.typed("skipped").is_some() } else { skipped };
    let most = |most: usize| u16::try_from(most).unwrap_or(u16::MAX);
    view! {
        <details class="no-print" open=form.is_refused()>
            <summary aria-label=say.change_step(&step.title)>{say.change}</summary>
            <form class="stack notice" method="post" action=form.action()>
                <Refusal says=form.refusal_of_all()/>
                <input type="hidden" name="workshop" value=opening.workshop.id.to_string()/>
                <input type="hidden" name="step" value=step.number.to_string()/>
                <Field form=form.clone() name="title" label=say.name hint=say.name_hint most=most(MAX_TITLE) value=step.title.clone()/>
                {minutes(words, &form, step.minutes)}
                <Field form=form.clone() name="says" label=say.says hint=say.says_hint most=most(MAX_WORDS) may_be_empty=true value=step.says.clone()/>
                <label class="choice">
                    <input type="checkbox" name="skipped" value="true" checked=ticked/>
                    <span>{say.skip}</span>
                </label>
                <button class="button">{say.keep}</button>
            </form>
        </details>
    }
}

fn minutes(words: Words, form: &Form, planned: u16) -> impl IntoView + use<> {
    let id = format!("{}-minutes", form.id());
    let refusal = form.refusal("minutes");
    view! {
        <div class="field">
            <label for=id.clone()>{words.script().duration}</label>
            <input
                class="field-input field-number"
                id=id.clone()
                name="minutes"
                type="number"
                min="1"
                max=MAX_MINUTES.to_string()
                required
                value=form.typed("minutes").unwrap_or_else(|| planned.to_string())
                autofocus=refusal.is_some()
                aria-invalid=refusal.is_some().then_some("true")
                aria-describedby=refusal.is_some().then(|| format!("{id}-refusal"))
            />
            <Refusal says=refusal id=format!("{id}-refusal")/>
        </div>
    }
}

/// The way back to the deck's script.
fn restore(words: Words, opening: &ScriptOpening) -> impl IntoView + use<> {
    let say = words.script();
    view! {
        <form class="stack no-print" method="post" action="/api/restore-script">
            <p class="soft">{say.restore_hint}</p>
            <input type="hidden" name="workshop" value=opening.workshop.id.to_string()/>
            <button class="button-quiet">{say.restore}</button>
        </form>
    }
}
