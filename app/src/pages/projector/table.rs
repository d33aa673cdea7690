//! The framed and lit board. Each card, link and note is its own memo: what did not change is not drawn again.

use super::light::Light;
use super::wave::wave;
use crate::components::each::each;
use crate::components::picture::{
    Face, card_face, label, link_shape, note_shape, shape, slip_shape, summary, translate,
};
use crate::live::LiveBoard;
use crate::scene::{Look, Slip, link_arrow, slips};
use board::{CardId, Document, LinkId, NoteId, StrokeId};
use leptos::prelude::*;

/// The board, as large as what is shown of it allows.
pub(super) fn table(live: LiveBoard, light: Memo<Light>) -> impl IntoView {
    let words = live.words();
    let view_box = move || light.with(|light| light.view.to_string());
    let name = live.read(move |document| [label(words, document), summary(words, document)].join(", "));
    let cards = live.read(|document| {
        document.cards.keys().copied().filter(|&card| document.on_table(card).is_some()).collect::<Vec<_>>()
    });
    let links = live.read(|document| document.links.keys().copied().collect::<Vec<_>>());
    let notes = live.read(|document| document.notes.keys().copied().collect::<Vec<_>>());
    let strokes = live.read(|document| document.strokes.keys().copied().collect::<Vec<_>>());
    let reasons = live.read(move |document| light.with(|light| readable_slips(document, light)));
    view! {
        <section class="projector-board">
            <svg class="picture" viewBox=view_box role="img" aria-label=move || name.get()>
                <g>{each(links, move |id| link(live, light, id))}</g>
                <g>{each(cards, move |id| card(live, light, id))}</g>
                <g>{each(notes, move |id| note(live, light, id))}</g>
                <g>{each(strokes, move |id| stroke(live, light, id))}</g>
                <g>{move || reasons.get().into_iter().map(slip_shape).collect_view()}</g>
                {wave(live, light)}
            </svg>
            {waiting(live)}
        </section>
    }
}

/// The slips in the light, where the view is near enough for them to be read. That of a link that is lit alone is
/// written large elsewhere.
fn readable_slips(document: &Document, light: &Light) -> Vec<Slip> {
    if !light.reads_slips() {
        return Vec::new();
    }
    let shown = |id: &LinkId| light.on_link(*id) && light.link != Some(*id);
    let slips = slips(document, 3, |_, link| link.because.clone());
    slips.into_iter().filter(|(id, _)| shown(id)).map(|(_, slip)| slip).collect()
}

/// Cards are dealt and none is placed yet.
fn waiting(live: LiveBoard) -> impl IntoView {
    let words = live.words().projector();
    let waiting = live.read(|document| {
        let placed = document.cards.keys().any(|&card| document.on_table(card).is_some());
        (!placed && document.notes.is_empty() && !document.cards.is_empty()).then_some(document.cards.len())
    });
    move || waiting.get().map(|cards| view! { <p class="projector-waiting">{words.dealt(cards)}</p> })
}

/// The class of something in the light, or out of it.
fn lit(on: bool) -> Option<&'static str> {
    (!on).then_some("dimmed")
}

fn card(live: LiveBoard, light: Memo<Light>, card: CardId) -> impl IntoView {
    let words = live.words();
    let at = live.read(move |document| document.on_table(card).unwrap_or_default());
    let open = live.read(move |document| document.is_open(card));
    let (dealt, front) = (live.card(card), live.front(card));
    let face = Memo::new(move |_| Face {
        card,
        // The colour is that of the lot printed on the card, as soon as it can be read.
        lot: front
            .with(|front| front.as_ref().map(|front| front.lot))
            .or_else(|| dealt.with(|dealt| dealt.as_ref().map(|card| card.lot)))
            .unwrap_or_default(),
        sheet: front.with(|front| front.as_ref().and_then(|front| front.sheet)),
        title: front.with(|front| front.as_ref().map(|front| front.title.clone()).unwrap_or_default()),
        open: open.get(),
    });
    let class = move || light.with(|light| lit(light.on_card(card)));
    view! { <g class=class transform=move || translate(at.get())>{move || card_face(words, face.get())}</g> }
}

fn link(live: LiveBoard, light: Memo<Light>, link: LinkId) -> impl IntoView {
    let arrow = live.read(move |document| link_arrow(document, link));
    let look = live.read(move |document| Look::of(document, link));
    let class = move || light.with(|light| lit(light.on_link(link)));
    view! { <g class=class>{move || arrow.get().map(|arrow| link_shape(arrow, look.get(), None))}</g> }
}

fn note(live: LiveBoard, light: Memo<Light>, note: NoteId) -> impl IntoView {
    let words = live.words();
    let note = live.note(note);
    let class = move || light.with(|light| lit(light.on_all()));
    view! { <g class=class>{move || note.get().map(|note| note_shape(words, &note))}</g> }
}

fn stroke(live: LiveBoard, light: Memo<Light>, stroke: StrokeId) -> impl IntoView {
    let drawn = live.read(move |document| document.strokes.get(&stroke).map(|stroke| stroke.shape.clone()));
    let class = move || light.with(|light| lit(light.on_all()));
    view! { <g class=class>{move || drawn.get().map(|drawn| shape(&drawn, false))}</g> }
}
