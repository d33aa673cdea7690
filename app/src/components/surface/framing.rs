//! "Regardez ici": the view is led to the cards that the person who facilitates shows, and goes back where it was.

use super::camera::{Camera, Pane};
use crate::components::desk::{Chosen, Desk, Place};
use crate::live::LiveBoard;
use board::Role;
use leptos::{ev, prelude::*, svg::Svg};

/// Leads this person's view whenever everybody's is led. The person who shows keeps their own.
pub fn follow(live: LiveBoard, desk: Desk, root: NodeRef<Svg>) {
    if live.me().role == Role::Facilitator {
        return;
    }
    let frame = live.read(|document| document.frame.clone());
    let before: StoredValue<Option<(Camera, Place, Chosen)>> = StoredValue::new(None);
    let lead = move || {
        let Some(pane) = root.get_untracked().map(|svg| Pane::of(&svg)) else { return };
        let lie = live
            .glance(|document| document.frame.iter().filter_map(|&card| document.on_table(card)).collect::<Vec<_>>());
        if let Some(camera) = Camera::framing(lie.into_iter(), pane) {
            desk.camera.set(camera);
        }
    };
    Effect::new(move |_| {
        desk.again.track();
        if frame.with(Vec::is_empty) {
            if let Some((camera, place, chosen)) = before.try_update_value(Option::take).flatten() {
                desk.camera.set(camera);
                // Whoever went elsewhere meanwhile stays there.
                if desk.place.get_untracked() == Place::Board {
                    desk.place.set(place);
                }
                if desk.chosen.get_untracked() == Chosen::Nothing {
                    desk.chosen.set(chosen);
                }
            }
            return;
        }
        let here = (desk.camera.get_untracked(), desk.place.get_untracked(), desk.chosen.get_untracked());
        before.update_value(|before| *before = before.or(Some(here)));
        desk.place.set(Place::Board);
        // A panel would take half of a phone's screen.
        desk.chosen.set(Chosen::Nothing);
        // The pane has its size once the page shows the board and says why.
        request_animation_frame(lead);
    });
    // A phone that is turned still shows all of it.
    Effect::new(move |_| {
        let turned = window_event_listener(ev::resize, move |_| {
            if before.with_value(Option::is_some) {
                lead();
            }
        });
        on_cleanup(move || turned.remove());
    });
}
