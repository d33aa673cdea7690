//! What a device keeps to itself, folded away: the language it reads, and how much of the table is said to its person.

use super::announcer::HEARS;
use super::desk::Desk;
use super::foot::language;
use super::live_part::{Whole, flag};
use crate::live::{Hears, LiveBoard};
use leptos::prelude::*;

/// The choices of this device.
pub fn this_device(live: LiveBoard, desk: Desk) -> AnyView {
    let words = live.words();
    let say = words.device();
    let choice = move |hears: Hears| {
        let text = match hears {
            Hears::Everything => say.everything,
            Hears::Concerned => say.concerned,
            Hears::ToAll => say.to_all,
        };
        let on = move || desk.hears.with(|name| Hears::named(name)) == hears;
        let choose = move |_| {
            desk.hears.set(hears.name().to_owned());
            live.remember(HEARS, hears.name());
        };
        view! {
            <label>
                <input type="radio" name="hears" prop:checked=flag(on) on:change=choose/>
                <span>{text}</span>
            </label>
        }
        .whole()
    };
    view! {
        <details class="this-device no-print">
            <summary>{say.title}</summary>
            {language(words)}
            <fieldset>
                <legend>{say.hears}</legend>
                {Hears::ALL.map(choice).into_iter().collect_view()}
            </fieldset>
        </details>
    }
    .whole()
}
