//! A break: the stage is dark, the clock is as large as the stage.

use super::clock::{step_name, time_left};
use super::theatre::Theatre;
use crate::live::LiveBoard;
use leptos::prelude::*;

/// The break.
pub(super) fn rest(theatre: Theatre, live: LiveBoard) -> impl IntoView {
    let step = step_name(live);
    view! {
        <div class="projector-scene projector-rest">
            <h2 class="projector-heading">{move || step.get()}</h2>
            {time_left(theatre, live)}
        </div>
    }
}
