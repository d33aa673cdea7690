//! The framed board. Each card, link and note is its own memo: what did not change is not drawn again.

use crate::components::each::each;
use crate::components::picture::{Face, card_face, label, link_shape, note_shape, slip_shape, summary, translate};
use crate::live::LiveBoard;
use crate::scene::{frame, link_arrow, slips};
use board::{CardId, Document, LinkId, NoteId};
use leptos::prelude::*;

/// Above this width of the frame, slips would be too small to read from a chair: they are left out.
const READABLE: i32 = 1_700;

/// The board, as large as what lies on it allows.
#[component]
pub(super) fn Table(board: LiveBoard) -> impl IntoView {
    let words = board.words();
    let view_box = board.read(|document| frame(document).to_string());
    let name = board.read(move |document| [label(words, document), summary(words, document)].join(", "));
    let cards = board.read(|document| {
        document.cards.keys().copied().filter(|&card| document.on_table(card).is_some()).collect::<Vec<_>>()
    });
    let links = board.read(|document| document.links.keys().copied().collect::<Vec<_>>());
    let notes = board.read(|document| document.notes.keys().copied().collect::<Vec<_>>());
    let reasons = board.read(readable_slips);
    view! {
        <section class="projector-board">
            <svg class="picture" viewBox=move || view_box.get() role="img" aria-label=move || name.get()>
                <g>
                    {each(links, move |link| view! { <Link board link /> })}
                </g>
                <g>
                    {each(cards, move |card| view! { <Card board card /> })}
                </g>
                <g>
                    {each(notes, move |note| view! { <Note board note /> })}
                </g>
                <g>{move || reasons.get().into_iter().map(slip_shape).collect_view()}</g>
            </svg>
            <Waiting board />
        </section>
    }
}

/// The slips of a board that is small enough for them to be read.
fn readable_slips(document: &Document) -> Vec<crate::scene::Slip> {
    if frame(document).width > READABLE {
        return Vec::new();
    }
    slips(document, 3, |_, link| link.because.clone()).into_values().collect()
}

/// Cards are dealt and none is placed yet.
#[component]
fn Waiting(board: LiveBoard) -> impl IntoView {
    let words = &board.words().projector;
    let waiting = board.read(|document| {
        let placed = document.cards.keys().any(|&card| document.on_table(card).is_some());
        (!placed && document.notes.is_empty()).then_some(document.cards.len())
    });
    move || waiting.get().map(|cards| view! { <p class="projector-waiting">{words.dealt(cards)}</p> })
}

#[component]
fn Card(board: LiveBoard, card: CardId) -> impl IntoView {
    let words = board.words();
    let at = board.read(move |document| document.on_table(card).unwrap_or_default());
    let open = board.read(move |document| document.is_open(card));
    let (dealt, front) = (board.card(card), board.front(card));
    let face = move || Face {
        card,
        lot: dealt.with(|dealt| dealt.as_ref().map(|card| card.lot).unwrap_or_default()),
        title: front.with(|front| front.as_ref().map(|front| front.title.clone()).unwrap_or_default()),
        open: open.get(),
        told: true,
    };
    let face = Memo::new(move |_| face());
    view! { <g transform=move || translate(at.get())>{move || card_face(words, face.get())}</g> }
}

#[component]
fn Link(board: LiveBoard, link: LinkId) -> impl IntoView {
    let arrow = board.read(move |document| link_arrow(document, link));
    let kind = board.read(move |document| document.links.get(&link).map(|link| link.kind).unwrap_or_default());
    move || arrow.get().map(|arrow| link_shape(arrow, kind.get(), None))
}

#[component]
fn Note(board: LiveBoard, note: NoteId) -> impl IntoView {
    let words = board.words();
    let note = board.note(note);
    move || note.get().map(|note| note_shape(words, &note, true))
}
