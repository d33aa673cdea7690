//! The questions about the workshop: all of them optional, none of them with a name.

use super::{Form, Sheet};
use crate::api::{FeedbackOpening, Fit, MAX_ADDRESS, MAX_COMMENT, Reminders, Turn};
use crate::components::{Field, Frame, Refusal};
use crate::routes::Route;
use crate::text::{Words, app_error, fit, words};
use leptos::prelude::*;

/// The fields of the form that are written in.
pub const COMMENTS: [&str; 6] =
    ["given[learned_what]", "given[wrong]", "given[missing]", "given[obstacle]", "given[other]", "given[worked_what]"];
/// The fields of the form that are graded.
pub const GRADES: [&str; 3] = ["given[learned]", "given[room]", "given[realistic]"];
/// The fields of the form that are ticked.
const FEELINGS: [&str; 4] = ["given[longing]", "given[worry]", "given[anger]", "given[relief]"];

/// Answer the questions about the workshop.
pub fn feedback(sheet: &Sheet, opening: &FeedbackOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.feedback();
    let aside = view! { <a href=Route::Board(opening.board).to_string()>{words.ways().back}</a> };
    let form = Form::of(sheet, "feedback");
    let refused = (opening.turn != Turn::Open).then(|| view! { <Refusal says=form.any_refusal()/> });
    let asks = match &opening.turn {
        // Whoever left an address and no answer yet reads that it arrived.
        Turn::Open => {
            let left = (opening.reminders == Reminders::Left).then(|| remind(sheet, words, opening));
            view! { {left} {ask(words, opening, &form)} }.into_any()
        }
        Turn::Done => view! { <p role="status">{say.thanks}</p> {remind(sheet, words, opening)} }.into_any(),
        Turn::Shut(why) => view! { <p class="notice">{app_error(words, why)}</p> }.into_any(),
    };
    let page = view! {
        <div class="stack-wide">
            <header class="stack">
                <div>
                    <p class="soft">{words.join().table_n(&opening.table.to_string())}</p>
                    <h1>{say.title}</h1>
                </div>
                <p>{say.lead}</p>
            </header>
            {refused}
            {asks}
            <p>{words.debrief().room_go}" "<a href=Route::RoomDebrief(opening.board).to_string()>{words.debrief().go}</a></p>
        </div>
    };
    view! { <Frame words aside=aside.into_any() page=page.into_any()/> }.into_any()
}

fn ask(words: Words, opening: &FeedbackOpening, form: &Form) -> impl IntoView + use<> {
    let say = words.feedback();
    let [learned_what, wrong, missing, obstacle, other, worked_what] = COMMENTS;
    let [learned, room, realistic] = GRADES;
    let comment = |name: &'static str, label: &'static str| {
        view! { <Field form=form.clone() name label most=MAX_COMMENT may_be_empty=true/> }
    };
    view! {
        <form class="stack-wide" method="post" action=form.action()>
            <Refusal says=form.refusal_of_all()/>
            <input type="hidden" name="board" value=opening.board.to_string()/>
            <div class="stack">{grade(words, form, learned, say.learned)} {comment(learned_what, say.learned_what)}</div>
            {grade(words, form, room, say.room)}
            {comment(wrong, say.wrong)}
            {comment(missing, say.missing)}
            <div class="stack">{grade(words, form, realistic, say.realistic)} {comment(obstacle, say.obstacle)}</div>
            <div class="stack">{feelings(words, form)} {comment(other, say.other)}</div>
            <div class="stack">{worked(words, form)} {comment(worked_what, say.worked_what)}</div>
            {(opening.reminders == Reminders::Offered).then(|| address(words, form, true))}
            <button class="button">{say.send}</button>
        </form>
    }
}

/// Whoever has answered may still leave an address.
fn remind(sheet: &Sheet, words: Words, opening: &FeedbackOpening) -> Option<AnyView> {
    let form = Form::of(sheet, "remind");
    match opening.reminders {
        Reminders::Off => None,
        Reminders::Left => Some(view! { <p role="status">{words.reminder().left}</p> }.into_any()),
        Reminders::Offered => Some(
            view! {
                <form class="stack" method="post" action=form.action()>
                    <Refusal says=form.refusal_of_all()/>
                    <input type="hidden" name="board" value=opening.board.to_string()/>
                    {address(words, &form, false)}
                    <button class="button-second">{words.reminder().leave}</button>
                </form>
            }
            .into_any(),
        ),
    }
}

/// Where reminders go to: empty, and it may stay so.
fn address(words: Words, form: &Form, may_be_empty: bool) -> impl IntoView + use<> {
    let (label, hint) = (words.reminder().address, words.reminder().address_hint);
    view! {
        <Field
            form=form.clone()
            name="address"
            label
            hint
            kind="email"
            autocomplete="email"
            most=MAX_ADDRESS
            may_be_empty=may_be_empty
        />
    }
}

/// A grade from 1 to 5, or none: a list, so that a choice can be taken back.
fn grade(words: Words, form: &Form, name: &'static str, label: &'static str) -> impl IntoView + use<> {
    let each = (1..=5_u8).map(|grade| (grade.to_string(), grade.to_string())).collect();
    choose(words, form, name, label, Some(words.feedback().grade), each)
}

/// Whether the tool worked.
fn worked(words: Words, form: &Form) -> impl IntoView + use<> {
    // The name of the variant is what the form sends: it is read back as `Fit`.
    let each = Fit::ALL.into_iter().map(|each| (format!("{each:?}"), fit(words, each).to_owned())).collect();
    choose(words, form, "given[worked]", words.feedback().worked, None, each)
}

/// One of several answers, or none.
fn choose(
    words: Words,
    form: &Form,
    name: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    answers: Vec<(String, String)>,
) -> impl IntoView + use<> {
    let id = format!("{}-{name}", form.id());
    let (chosen, refusal) = (form.typed(name), form.refusal(name));
    let about = [hint.map(|_| format!("{id}-hint")), refusal.as_ref().map(|_| format!("{id}-refusal"))];
    let about: Vec<_> = about.into_iter().flatten().collect();
    let answer = |(value, says): (String, String)| {
        let selected = chosen.as_ref() == Some(&value);
        view! { <option value=value selected=selected>{says}</option> }
    };
    let answers: Vec<_> = answers.into_iter().map(answer).collect();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> })}
            <select
                class="field-input"
                id=id.clone()
                name=name
                aria-invalid=refusal.is_some().then_some("true")
                aria-describedby=(!about.is_empty()).then(|| about.join(" "))
            >
                <option value="">{words.feedback().no_answer}</option>
                {answers}
            </select>
            <Refusal says=refusal id=format!("{id}-refusal")/>
        </div>
    }
}

fn feelings(words: Words, form: &Form) -> impl IntoView + use<> {
    let say = words.feedback();
    let tick = |(name, says): (&'static str, &'static str)| {
        view! {
            <label class="choice">
                <input type="checkbox" name=name value="true" checked=form.typed(name).is_some()/>
                <span>{says}</span>
            </label>
        }
    };
    let ticks: Vec<_> = FEELINGS.into_iter().zip([say.longing, say.worry, say.anger, say.relief]).map(tick).collect();
    view! { <fieldset class="choices"><legend>{say.leaving}</legend>{ticks}</fieldset> }
}
