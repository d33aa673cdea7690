//! Parts of a page that are drawn again when what they read changes. One type for all of them: the wasm would otherwise
//! carry the machinery of a part once for each closure, some two kilobytes each.

use leptos::prelude::*;
use std::sync::Arc;

/// A view as one type: without its wrapper, so that a tag is carried once, wherever it stands.
pub trait Whole {
    /// The view, erased.
    fn whole(self) -> AnyView;
}

impl<T: RenderHtml + Send + 'static> Whole for View<T> {
    fn whole(self) -> AnyView {
        self.into_inner().into_any()
    }
}

/// A part that is there while there is something to show.
pub fn shown(draw: impl Fn() -> Option<AnyView> + Send + Sync + 'static) -> AnyView {
    part(move || draw().unwrap_or_else(nothing))
}

/// A part that is always there, and looks different from time to time.
pub fn part(draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    drawn(Arc::new(draw))
}

/// A text that changes.
pub fn said(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    spoken(Arc::new(text))
}

/// An attribute that changes: a class, a place, a name.
pub fn attr(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    written(Arc::new(text))
}

/// An attribute that is there or not.
pub fn flag(on: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    raised(Arc::new(on))
}

/// Whether a button is pressed, in the words of the attribute.
pub fn pressed(on: impl Fn() -> bool + Send + Sync + 'static) -> Signal<String> {
    attr(move || if on() { "true" } else { "false" }.to_owned())
}

fn written(text: Arc<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
    Signal::derive(move || text())
}

fn raised(on: Arc<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
    Signal::derive(move || on())
}

fn drawn(draw: Arc<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    (move || draw()).into_any()
}

fn spoken(text: Arc<dyn Fn() -> String + Send + Sync>) -> AnyView {
    (move || text()).into_any()
}

fn nothing() -> AnyView {
    ().into_any()
}
