//! The board without a pointer: one Tab stop, arrows from card to card, and a key for every command while the picture
//! has the focus. The table of keys is `board_keys`; here is what they do.

use super::camera::{Camera, Pane, on_table};
use super::neighbour::{along, beside, neighbour};
use super::touch::hit;
use super::wording;
use crate::components::board_keys::{Command, Way};
use crate::components::desk::{Chosen, Desk, Draft, Keyed, allowed, attempt};
use crate::live::LiveBoard;
use board::{Act, CardId, LinkId, Op, Point, Spot, free_spot};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement, KeyboardEvent, Node, SvgElement};
use leptos::{ev, prelude::*, svg::Svg};

/// One step of a card, in table units; with Shift, a large one.
const STEP: i16 = 20;
const STRIDE: i16 = 120;

/// The keyboard on a picture. Copied freely: it is handles.
#[derive(Clone, Copy)]
pub struct Keyboard {
    /// The board.
    pub live: LiveBoard,
    /// What the person has before them.
    pub desk: Desk,
    /// The picture.
    pub root: NodeRef<Svg>,
    /// Whether the list of keys is open.
    pub list: RwSignal<bool>,
    /// Whether the focus is in the picture, or went out of it to come back.
    pub inside: StoredValue<bool>,
}

impl Keyboard {
    /// A key goes down in the picture.
    pub fn down(self, event: &KeyboardEvent) {
        let with = event.ctrl_key() || event.alt_key() || event.meta_key();
        let command = Command::of(&event.key(), event.shift_key()).filter(|_| !with);
        let Some(command) = command.filter(|command| *command != Command::Tab) else { return };
        event.prevent_default();
        if event.repeat() && !command.goes_on() || self.live.looks_on() && command.acts() {
            return;
        }
        let on = match hit(event) {
            Chosen::Card(card) => Some(card),
            _ => self.desk.focused.get_untracked().filter(|&card| self.lies(card).is_some()),
        };
        self.obey(command, on);
    }

    /// The focus came into the picture: the Tab key comes back to this card.
    pub fn focused(self, event: &Event) {
        self.inside.set_value(true);
        if let Chosen::Card(card) = hit(event) {
            self.desk.focused.set(Some(card));
        }
    }

    /// The focus goes away: a card that is held up lies where the arrows brought it.
    pub fn left(self, event: &ev::FocusEvent) {
        let Some(to) = event.related_target().and_then(|to| to.dyn_into::<Node>().ok()) else { return };
        if self.root.get_untracked().is_some_and(|svg| svg.contains(Some(&to))) {
            return;
        }
        self.inside.set_value(false);
        match self.desk.keyed.get_value() {
            Keyed::Moving(card) => self.put_down(card),
            Keyed::Holding(_) => self.desk.key(Keyed::Nothing, ""),
            Keyed::Nothing | Keyed::Linking(_) | Keyed::Writing => {}
        }
    }

    /// Brings the focus back into the picture when the card that had it is gone, or what was written elsewhere is done.
    pub fn hold(self, cards: Memo<Vec<CardId>>) {
        let Self { desk, .. } = self;
        Effect::new(move |_| {
            cards.track();
            desk.draft.track();
            let written = desk.sentence.consequence.get().is_none() && desk.keyed.get_value() == Keyed::Writing;
            if written {
                desk.key(Keyed::Nothing, "");
            }
            // What else follows the board has its turn first.
            request_animation_frame(move || {
                let lost = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
                if written || lost && self.inside.get_value() {
                    self.focus(self.stop(cards));
                }
            });
        });
    }

    /// The card that the Tab key reaches.
    fn stop(self, cards: Memo<Vec<CardId>>) -> Option<CardId> {
        let focused = self.desk.focused.get_untracked();
        cards.with_untracked(|cards| focused.filter(|card| cards.contains(card)).or(cards.first().copied()))
    }

    /// Everything that lies on the table is in sight.
    pub fn whole(self) {
        if let Some(svg) = self.root.get_untracked() {
            self.desk.camera.set(self.live.glance(|document| Camera::whole(document, Pane::of(&svg))));
        }
    }

    fn obey(self, command: Command, on: Option<CardId>) {
        let Self { live, desk, .. } = self;
        match (command, on) {
            (Command::Go(way), Some(card)) => self.go(card, way, STEP),
            (Command::Stride(way), Some(card)) => self.go(card, way, STRIDE),
            (Command::Choose, on) => self.choose(on),
            (Command::Free, _) => self.free(),
            (Command::Take, _) => self.take(),
            (Command::Move, Some(card)) => self.lift(card),
            (Command::GiveBack, Some(card)) => self.give_back(card),
            (Command::Read, Some(card)) => {
                desk.chosen.set(Chosen::Card(card));
                desk.say(&wording::back(live, card));
            }
            (Command::Link, Some(card)) => self.link(card, false),
            (Command::Links, Some(card)) => self.next_link(card),
            (Command::Because, _) => self.because(),
            (Command::Note, on) => self.note(on),
            (Command::Undo, _) => drop(attempt(live, Op::Undo)),
            (Command::Nearer, _) => desk.camera.update(|camera| *camera = camera.nearer(1.4)),
            (Command::Farther, _) => desk.camera.update(|camera| *camera = camera.nearer(1.0 / 1.4)),
            (Command::Whole, _) => self.whole(),
            (Command::Keys, _) => self.list.set(true),
            (command, _) => self.judge(command),
        }
    }

    /// Goes to the card that way; what is held up goes that way itself.
    fn go(self, card: CardId, way: Way, step: i16) {
        let Self { live, desk, .. } = self;
        if let (Keyed::Moving(moved), Some((_, at))) = (desk.keyed.get_value(), desk.lifted.get_untracked()) {
            let pushed = |at: i16, way: i8| f64::from(at) + f64::from(step) * f64::from(way);
            let at = on_table(pushed(at.x, way.0), pushed(at.y, way.1));
            desk.lifted.set(Some((Chosen::Card(moved), at)));
            desk.camera.update(|camera| *camera = camera.showing(at));
            let told = live.glance(|document| beside(document, moved, at));
            let told = told.map(|(card, side)| wording::beside(live, card, side)).unwrap_or_default();
            // A step that changes nothing of that is no news.
            if desk.guided.with_untracked(|said| *said != told) {
                desk.key(Keyed::Moving(moved), &told);
            }
            return;
        }
        let chosen = desk.chosen.get_untracked() == Chosen::Card(card);
        let linked = live.glance(|document| along(document, card, way).filter(|_| chosen));
        let Some(next) = linked.or_else(|| live.glance(|document| neighbour(document, card, way))) else { return };
        // Whoever follows links goes on following them.
        if linked.is_some() {
            desk.chosen.set(Chosen::Card(next));
        }
        self.focus(Some(next));
    }

    fn choose(self, on: Option<CardId>) {
        let Self { live, desk, .. } = self;
        match (desk.keyed.get_value(), on) {
            (Keyed::Moving(card), _) => self.put_down(card),
            (Keyed::Holding(card), on) => self.place(card, on),
            (Keyed::Linking(_), Some(card)) => self.link(card, true),
            (_, Some(card)) => {
                let chosen = desk.chosen.get_untracked() == Chosen::Card(card);
                desk.touch(live, if chosen { Chosen::Nothing } else { Chosen::Card(card) });
            }
            _ => {}
        }
    }

    fn free(self) {
        let desk = self.desk;
        match desk.keyed.get_value() {
            Keyed::Nothing | Keyed::Writing => return desk.chosen.set(Chosen::Nothing),
            Keyed::Moving(_) => desk.lifted.set(None),
            Keyed::Linking(_) => desk.sentence.clear(),
            Keyed::Holding(_) => {}
        }
        desk.key(Keyed::Nothing, self.live.words().keys().put_back);
    }

    /// Takes the next card of the hand, or of the draw pile once the hand is empty.
    fn take(self) {
        let Self { live, desk, .. } = self;
        let me = live.me().actor;
        let at = |spot: Spot| {
            live.glance(|document| {
                let there = document.cards.iter().filter(|(_, card)| card.spot == spot);
                there.map(|(&card, _)| card).collect::<Vec<_>>()
            })
        };
        let cards = Some(at(Spot::Hand(me))).filter(|hand| !hand.is_empty()).unwrap_or_else(|| at(Spot::Reserve));
        let held = match desk.keyed.get_value() {
            Keyed::Holding(card) => cards.iter().position(|&one| one == card),
            _ => None,
        };
        let number = held.map_or(0, |held| (held + 1) % cards.len());
        let Some(&card) = cards.get(number) else { return desk.say(live.words().hand().empty) };
        desk.key(Keyed::Holding(card), &wording::holding(live, card, number + 1, cards.len()));
    }

    /// Puts a card of the hand down near the one that has the focus, or where one looks.
    fn place(self, card: CardId, near: Option<CardId>) {
        let Self { live, desk, .. } = self;
        let near = near.and_then(|near| self.lies(near)).unwrap_or_else(|| desk.camera.get_untracked().middle());
        let at = live.glance(|document| free_spot(document, near));
        desk.key(Keyed::Nothing, "");
        if attempt(live, Op::Place { card, at }) {
            self.focus_soon(card);
        }
    }

    fn lift(self, card: CardId) {
        let Self { live, desk, .. } = self;
        let Some(at) = self.lies(card) else { return };
        if desk.keyed.get_value() == Keyed::Moving(card) {
            self.put_down(card);
        } else if self.may(Act::Place, Op::Move { card, at }) {
            desk.key(Keyed::Moving(card), &live.words().keys().moving(&live.title_of(card)));
            desk.lifted.set(Some((Chosen::Card(card), at)));
        }
    }

    fn put_down(self, card: CardId) {
        let Self { live, desk, .. } = self;
        if desk.lifted.get_untracked().map(|(_, at)| at) == self.lies(card) {
            desk.lifted.set(None);
            desk.key(Keyed::Nothing, live.words().keys().put_back);
        } else {
            desk.key(Keyed::Nothing, "");
            desk.put_down(live, Chosen::Card(card));
        }
    }

    fn give_back(self, card: CardId) {
        let ways = [Way(1, 0), Way(-1, 0), Way(0, 1), Way(0, -1)];
        let next = self.live.glance(|document| ways.into_iter().find_map(|way| neighbour(document, card, way)));
        if attempt(self.live, Op::Return { card })
            && let Some(next) = next
        {
            self.focus(Some(next));
        }
    }

    /// Writes a note near this card; the focus goes to its text, and comes back once it is written.
    fn note(self, near: Option<CardId>) {
        let Self { live, desk, .. } = self;
        let near = near.and_then(|near| self.lies(near)).unwrap_or_else(|| desk.camera.get_untracked().middle());
        let at = live.glance(|document| free_spot(document, near));
        let Some(note) = live.draw_note_id() else { return };
        if self.may(Act::Note, Op::Note { note, at, text: String::new(), question: false }) {
            desk.draft.set(Some(Draft { at: Some(at), ..Draft::default() }));
            request_animation_frame(move || self.write_in(".note-form textarea"));
        }
    }

    /// The focus goes to a field, to come back from it.
    pub(super) fn write_in(self, field: &str) {
        let field = document().query_selector(field).ok().flatten();
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
            self.inside.set_value(true);
        }
    }

    /// Whether this may be done now; if not, the room's own reason is shown.
    pub(super) fn may(self, act: Act, op: Op) -> bool {
        let may = self.live.glance(|document| allowed(self.live, document, act));
        if !may {
            attempt(self.live, op);
        }
        may
    }

    /// The link that is chosen, as long as it is there.
    pub(super) fn chosen_link(self) -> Option<LinkId> {
        let Chosen::Link(link) = self.desk.chosen.get_untracked() else { return None };
        self.live.glance(|document| document.links.contains_key(&link)).then_some(link)
    }

    fn lies(self, card: CardId) -> Option<Point> {
        self.live.glance(|document| document.on_table(card))
    }

    /// The focus goes to a card that has only just been put down.
    fn focus_soon(self, card: CardId) {
        self.desk.focused.set(Some(card));
        request_animation_frame(move || self.focus(Some(card)));
    }

    /// The focus goes to this card, or to the empty picture.
    fn focus(self, card: Option<CardId>) {
        let Some(svg) = self.root.get_untracked() else { return };
        let Some(card) = card else { return drop(svg.focus()) };
        let name = ["[data-card=\"", &card.to_string(), "\"]"].concat();
        let node: Option<Element> = svg.query_selector(&name).ok().flatten();
        if let Some(node) = node.and_then(|node| node.dyn_into::<SvgElement>().ok()) {
            let _ = node.focus();
        }
        if let Some(at) = self.lies(card) {
            self.desk.camera.update(|camera| *camera = camera.showing(at));
        }
    }
}
