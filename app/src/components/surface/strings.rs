//! The strings of a card that is held up: a straight one to each card it has a link with, for as long as it is in the
//! hand. What each of them means is back when the card lies.
//!
//! A string is a point of the screen that the browser stretches from end to end. Arrows would be painted again for each
//! frame, which is more than an old phone can do sixty times a second.

use super::camera::Pane;
use crate::components::desk::Desk;
use crate::components::live_part::{Whole, part};
use crate::live::LiveBoard;
use crate::scene;
use board::CardId;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

/// The strings of a card, above the picture on this pane.
pub fn strings(live: LiveBoard, desk: Desk, card: CardId, pane: Memo<Option<Pane>>) -> AnyView {
    let others = live.read(move |document| {
        let links = document.links.keys().filter(|link| link.touches(card));
        let other = links.map(|link| if link.cause == card { link.consequence } else { link.cause });
        other.filter_map(|other| document.on_table(other)).collect::<Vec<_>>()
    });
    let all = move || {
        let all: Vec<_> = others.get().into_iter().map(|other| (other, NodeRef::<Div>::new())).collect();
        let strings = all.iter().map(|(_, drawn)| view! { <div class="string" node_ref=*drawn></div> }.whole());
        let strings = strings.collect_view().into_any();
        Effect::new(move |_| {
            let (held, camera) = (desk.lifted.at(), desk.camera.get());
            let Some(pane) = pane.get() else { return };
            for (other, drawn) in &all {
                let Some(string) = drawn.get() else { continue };
                let arrow = scene::arrow(held, *other);
                let [from, to] = [arrow.along(0), arrow.tip].map(|end| pane.offset(camera, end));
                let _ = HtmlElement::style(&string).set_property("transform", &stretched(from, to));
            }
        });
        strings
    };
    view! { <div class="strings">{part(all)}</div> }.whole()
}

/// A point at the origin stretched from here to there, in whole points of the screen. It is as thick as before upwards,
/// or sideways where it is steep.
fn stretched(from: (f64, f64), to: (f64, f64)) -> String {
    let [x, y, right, down] = [from.0, from.1, to.0 - from.0, to.1 - from.1].map(|part| part.round() as i32);
    let thick = if right.abs() < down.abs() { ",1,0," } else { ",0,1," };
    let [x, y, right, down] = [x, y, right, down].map(|part| part.to_string());
    ["matrix(", &right, ",", &down, thick, &x, ",", &y, ")"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_goes_from_end_to_end_and_keeps_its_thickness() {
        assert_eq!(stretched((10.0, 20.0), (110.4, 19.6)), "matrix(100,0,0,1,10,20)");
        assert_eq!(stretched((10.0, 20.0), (15.0, -60.0)), "matrix(5,-80,1,0,10,20)", "a steep one is as wide as high");
        assert_eq!(stretched((0.0, 0.0), (0.0, 0.0)), "matrix(0,0,0,1,0,0)", "two cards on one spot: nothing is seen");
    }
}
