//! A replay's script puts its player in the empty place that the page keeps for it.

use super::living_place;
use crate::api::ReplayOpening;
use crate::live::browser::from_text;
use crate::pages::{Player, player};
use leptos::{
    mount::mount_to,
    prelude::{document, window},
};

/// Finds the opening in the page and builds the player from it. A page without one stays as it is: its strip is there.
pub fn replay() -> Option<()> {
    let script = document().query_selector("script.opening[data-page=replay]").ok()??;
    let opening: ReplayOpening = postcard::from_bytes(&from_text(&script.text_content()?)?).ok()?;
    // Two marks in the browser's own timeline: what folding the whole log took, for whoever measures it.
    let mark = |name: &str| {
        if let Some(clock) = window().performance() {
            let _ = clock.mark(name);
        }
    };
    let player_in = move || {
        mark("replay-read");
        let alive = Player::new(opening);
        mark("replay-folded");
        player(alive)
    };
    mount_to(living_place()?, player_in).forget();
    document().document_element()?.set_attribute("data-alive", "").ok()
}
