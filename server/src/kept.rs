//! Which pages a device may keep, and when the one it has is still good.
//!
//! A participant's board is asked for again whenever a phone comes back to it, and all of it is in its HTML: a full one
//! weighs twenty kilobytes. It may be kept by the device, and shown again once the server has said that nothing changed.
//! Every other page is never kept: the Plan and its like hold forms, each with an op id that serves once; the pages of the
//! person who facilitates hold the key.

use crate::{secret, site};
use app::pages::Page;
use axum::http::{HeaderMap, HeaderValue, header};
use board::{Millis, Role, Seat};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// Drawn at each start of the server.
static START: LazyLock<[u8; 16]> = LazyLock::new(secret::random);

/// What a page is made from, as an `ETag`; `None` for a page that must not be kept.
///
/// It is the whole opening, less what the page is told again as soon as it is alive: the time, and who is here right now.
/// A server that was started anew may be another version, whose pages are others: none of before is good any more.
pub fn state(page: &Page) -> Option<String> {
    let Page::Board(opening) = page else { return None };
    if opening.me.role != Role::Participant {
        return None;
    }
    let mut opening = (**opening).clone();
    opening.now = Millis(0);
    opening.seats = opening.seats.into_iter().map(|seat| Seat { here: false, ..seat }).collect();
    let bytes = postcard::to_allocvec(&opening).ok()?;
    let hash = Sha256::new_with_prefix(*START).chain_update(bytes).finalize();
    // Weak: the same page is sent in several encodings.
    Some(format!("W/\"{}\"", site::hex(&hash[..12])))
}

/// Whether the device that asks has the page in this state.
pub fn has(state: Option<&str>, asked: &HeaderMap) -> bool {
    let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|known| known.to_str().ok());
    let mut known = known.flat_map(|known| known.split(',')).map(str::trim);
    state.is_some_and(|state| known.any(|known| known == state))
}

/// Says whether the page may be kept. One that may is asked about each time, and is another one for another session or
/// another language: so not even the way back shows it to whoever uses the device next.
pub fn say(headers: &mut HeaderMap, state: Option<String>) {
    let state = state.and_then(|state| HeaderValue::try_from(state).ok());
    let how = if state.is_some() { "private, no-cache" } else { "no-store" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(how));
    if let Some(state) = state {
        headers.insert(header::ETAG, state);
        headers.insert(header::VARY, HeaderValue::from_static("cookie, accept-language"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_a_device_has_is_known_among_others() {
        let mut asked = HeaderMap::new();
        assert!(!has(Some("W/\"a\""), &asked));
        asked.insert(header::IF_NONE_MATCH, HeaderValue::from_static("W/\"b\", W/\"a\""));
        assert!(has(Some("W/\"a\""), &asked));
        assert!(!has(Some("W/\"c\""), &asked));
        assert!(!has(None, &asked), "what may not be kept is sent each time");
    }
}
