//! Fingers and mouse on the board: what a [`Gesture`] recognises, done.

use super::camera::{Camera, Pan, Pane, between, on_table};
use super::gesture::{Gesture, Means, Sign};
use super::{draw, rope};
use crate::components::board_link;
use crate::components::desk::{Chosen, Desk, attempt};
use crate::live::LiveBoard;
use board::{CardId, Millis, NoteId, Op, Point, Presence, check};
use leptos::prelude::*;
use leptos::svg::Svg;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, MouseEvent, PointerEvent, WheelEvent};

/// How much a turn of the wheel brings the table nearer.
const WHEEL: f64 = 0.0016;

/// Everything a touch acts on. Copied freely: it is handles.
#[derive(Clone, Copy)]
pub struct Touch {
    /// The board.
    pub live: LiveBoard,
    /// What the person has before them.
    pub desk: Desk,
    /// The picture.
    pub root: NodeRef<Svg>,
    /// The fingers.
    pub gesture: StoredValue<Gesture>,
    /// Where fingers have moved since the last frame.
    pub moves: StoredValue<Vec<(i32, Spot)>>,
    /// Where the picture stood when the last finger came down: to measure it for each move costs an old phone a
    /// millisecond of its frame.
    pub stood: StoredValue<Option<Pane>>,
}

/// A point of the screen.
type Spot = (f64, f64);

impl Touch {
    /// No finger yet, on this picture.
    pub fn new(live: LiveBoard, desk: Desk, root: NodeRef<Svg>) -> Self {
        Self {
            live,
            desk,
            root,
            gesture: StoredValue::default(),
            moves: StoredValue::default(),
            stood: StoredValue::default(),
        }
    }

    /// A finger or a button goes down.
    pub fn down(self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        self.follow();
        self.settle();
        if let Some(svg) = self.root.get_untracked() {
            // Without the capture a finger that leaves the board would be lost; where it is refused, it is.
            let _ = svg.set_pointer_capture(event.pointer_id());
        }
        let (on, finger) = (hit(event), event.pointer_type() == "touch");
        // A finger moves what was chosen first, so that panning over cards moves none by accident; a mouse is precise.
        let meant = !finger || self.desk.chosen.get_untracked() == on;
        let means = match draw::tool(self.live, self.desk) {
            Some(_) => Means::Draw,
            None if !finger && rope::is_handle(event) => Means::Rope,
            None if meant && self.may_move(on) => Means::Lift,
            None => Means::Look,
        };
        let sign = self.gesture.try_update_value(|gesture| gesture.down(event.pointer_id(), at(event), on, means));
        let pane = self.pane();
        self.stood.set_value(pane);
        self.obey(sign, at(event), pane);
    }

    /// A finger moves, or the mouse hovers. However often that is said, it is followed once a frame.
    pub fn moved(self, event: &PointerEvent) {
        let (finger, at) = (event.pointer_id(), at(event));
        let first = self.moves.try_update_value(|moves| {
            let first = moves.is_empty();
            match moves.iter_mut().find(|(known, _)| *known == finger) {
                Some((_, last)) => *last = at,
                None => moves.push((finger, at)),
            }
            first
        });
        if draw::tool(self.live, self.desk).is_some() {
            // A pen goes through every point.
            self.follow();
        } else if first == Some(true) {
            request_animation_frame(move || self.follow());
        }
    }

    /// A finger goes up.
    pub fn up(self, event: &PointerEvent) {
        self.follow();
        self.stood.set_value(None);
        let sign = self.gesture.try_update_value(|gesture| gesture.up(event.pointer_id()));
        self.obey(sign, at(event), self.pane());
        self.settle();
    }

    /// The browser took a finger away.
    pub fn cancelled(self, event: &PointerEvent) {
        self.follow();
        self.stood.set_value(None);
        let sign = self.gesture.try_update_value(|gesture| gesture.cancelled(event.pointer_id()));
        self.obey(sign, at(event), self.pane());
        self.settle();
    }

    /// The Escape key: what is held goes back.
    pub fn give_up(self) {
        self.follow();
        let sign = self.gesture.try_update_value(Gesture::give_up);
        self.obey(sign, (0.0, 0.0), self.pane());
    }

    /// The mouse comes over something.
    pub fn over(self, event: &PointerEvent) {
        let card = match hit(event) {
            Chosen::Card(card) if event.pointer_type() == "mouse" => Some(card),
            _ => None,
        };
        // A finger that is down has the whole picture, and is over nothing else.
        let down = self.stood.with_value(Option::is_some);
        if !down && self.desk.hovered.get_untracked() != card {
            self.desk.hovered.set(card);
        }
    }

    /// The wheel zooms around the pointer.
    pub fn wheel(self, event: &WheelEvent) {
        event.prevent_default();
        self.settle();
        if let Some(pane) = self.pane() {
            let camera = self.camera();
            let still = pane.under(camera, at(event));
            self.desk.camera.set(camera.zoomed(between((-event.delta_y() * WHEEL).exp(), 0.5, 2.0), still));
        }
    }

    /// A click without a finger: a screen reader asks for this card.
    pub fn asked(self, event: &MouseEvent) {
        if event.detail() == 0 {
            self.desk.touch(self.live, hit(event));
        }
    }

    /// Follows the fingers to where they are by now.
    fn follow(self) {
        let moves = self.moves.try_update_value(std::mem::take).unwrap_or_default();
        if moves.is_empty() {
            return;
        }
        let pane = self.stood.get_value().or_else(|| self.pane());
        for (finger, at) in moves {
            let sign = self.gesture.try_update_value(|gesture| gesture.moved(finger, at));
            self.obey(sign, at, pane);
            if let Some(pane) = pane {
                let (x, y) = pane.under(self.camera(), at);
                let lifted = match self.desk.lifted.get_untracked() {
                    Some((Chosen::Card(card), _)) => Some(card),
                    _ => None,
                };
                self.live.point(Presence { at: Some(on_table(x, y)), lifted });
            }
        }
    }

    fn obey(self, sign: Option<Sign>, at: Spot, pane: Option<Pane>) {
        let (Some(sign), Some(pane)) = (sign, pane) else { return };
        let camera = self.camera();
        let scale = pane.scale(camera);
        match sign {
            Sign::Nothing => {}
            Sign::Touch(_) if draw::tool(self.live, self.desk).is_some() => {
                draw::dab(self.live, self.desk, pane.under(camera, at), at);
            }
            Sign::Touch(on) => self.touched(on, pane.under(camera, at)),
            Sign::Pan((x, y)) => self.pan(camera.panned(x / scale, y / scale), pane),
            Sign::Pinch { by: (x, y), factor, around } => {
                let panned = camera.panned(x / scale, y / scale);
                self.desk.pan.set(None);
                self.desk.camera.set(panned.zoomed(factor, pane.under(panned, around)));
            }
            Sign::Lift(what, (x, y)) => {
                if let Some(from) = self.lies(what) {
                    let at = on_table(f64::from(from.x) + x / scale, f64::from(from.y) + y / scale);
                    self.desk.lifted.set(Some((what, at)));
                }
            }
            // Let go over a panel, it goes back where it was: nothing is put where nobody sees it.
            Sign::Drop(what) if pane.shows(at) => self.desk.put_down(self.live, what),
            Sign::Drop(_) => self.desk.lifted.set(None),
            Sign::Trace(spot) => draw::trace(self.live, self.desk, pane.under(camera, spot), spot),
            Sign::Traced => draw::traced(self.live, self.desk),
            Sign::Rope(from, spot) => rope::pull(self.live, self.desk, from, pane.under(camera, spot)),
            Sign::Tie(_) => rope::let_go(self.live, self.desk),
            Sign::GiveUp => {
                self.desk.lifted.set(None);
                self.desk.traced.set(Vec::new());
                self.desk.rope.set(None);
            }
        }
    }

    /// Moves the picture as it is while what is beyond its edges lasts: drawing a full board anew takes a slow phone longer
    /// than a frame.
    fn pan(self, to: Camera, pane: Pane) {
        let by = self.desk.camera.get_untracked().way_to(to, pane);
        self.desk.pan.set(Some(Pan { to, by }));
        if !pane.filled(by) {
            self.settle();
        }
    }

    /// Draws the picture where a finger has moved it.
    fn settle(self) {
        if let Some(Pan { to, .. }) = self.desk.pan.get_untracked() {
            self.desk.pan.set(None);
            self.desk.camera.set(to);
        }
    }

    fn touched(self, on: Chosen, (x, y): (f64, f64)) {
        let Some(card) = self.desk.carried.get_untracked() else { return self.desk.touch(self.live, on) };
        self.desk.carried.set(None);
        let at = on_table(x, y);
        let lies = self.live.glance(|document| document.on_table(card).is_some());
        attempt(self.live, if lies { Op::Move { card, at } } else { Op::Place { card, at } });
    }

    fn lies(self, what: Chosen) -> Option<Point> {
        self.live.glance(|document| match what {
            Chosen::Card(card) => document.on_table(card),
            Chosen::Note(note) => document.notes.get(&note).map(|note| note.spot),
            Chosen::Nothing | Chosen::Link(_) => None,
        })
    }

    fn may_move(self, what: Chosen) -> bool {
        let me = self.live.me();
        let op = self.lies(what).and_then(|at| self.desk.moving(self.live, what, at));
        op.is_some_and(|op| self.live.glance(|document| check(document, me, &op, Millis::default()).is_ok()))
    }

    fn pane(self) -> Option<Pane> {
        self.root.get_untracked().map(|svg| Pane::of(&svg))
    }

    /// What is seen, wherever a finger has moved it by now.
    fn camera(self) -> Camera {
        let pan = self.desk.pan.get_untracked().map(|pan| pan.to);
        pan.unwrap_or_else(|| self.desk.camera.get_untracked())
    }
}

fn at(event: &MouseEvent) -> (f64, f64) {
    (event.client_x().into(), event.client_y().into())
}

/// What lies under a finger.
pub fn hit(event: &Event) -> Chosen {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let thing =
        target.and_then(|target| target.closest("[data-card],[data-rope],[data-link],[data-note]").ok().flatten());
    let Some(thing) = thing else { return Chosen::Nothing };
    let read = |name: &str| thing.get_attribute(name);
    let card = || Some(Chosen::Card(CardId(read("data-card").or_else(|| read("data-rope"))?.parse().ok()?)));
    let link = || board_link::read_id(&read("data-link")?).map(Chosen::Link);
    let note = || Some(Chosen::Note(NoteId(read("data-note")?.parse().ok()?)));
    card().or_else(link).or_else(note).unwrap_or_default()
}
