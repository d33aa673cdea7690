//! What people see. Every page is a function of its *opening*: the data the server read before rendering. A page that
//! lives (board, projector, facilitation) finds the same opening in its HTML, takes over in the browser, and opens one
//! socket. The other pages are plain HTML and forms: they load no wasm.

// A view is one type as deep as its markup.
#![recursion_limit = "256"]

pub mod api;
pub mod components;
pub mod debrief;
pub mod facilitation;
pub mod footprint;
pub mod live;
pub mod pages;
pub mod routes;
pub mod scene;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "browser")]
pub mod take_over;
pub mod text;
