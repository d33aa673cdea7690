//! A break: the stage is dark, the clock is as large as the stage.

use super::now::step_name;
use crate::components::time_left;
use crate::live::LiveBoard;
use leptos::prelude::*;

/// The break.
pub(super) fn rest(live: LiveBoard) -> impl IntoView {
    let step = step_name(live);
    view! {
        <div class="projector-scene projector-rest">
            <h2 class="projector-heading">{move || step.get()}</h2>
            <div class="projector-left">{time_left(live)}</div>
        </div>
    }
}
