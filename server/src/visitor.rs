//! Who asks: one browser, known by its session cookie. A browser that only reads is given none: the session begins with
//! the first thing it does that succeeds.

use crate::{forms, language};
use app::api::{Visitor, VisitorId};
use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use tower_sessions::Session;
use uuid::Uuid;

/// What a proxy says of where a request came from.
const FORWARDED: &str = "x-forwarded-for";
/// The one thing in a session.
const VISITOR: &str = "visitor";

/// The server functions after which a browser is somebody else than before: its session gets a new name.
const TURNS: [&str; 6] = ["/api/join", "/api/enter", "/api/create", "/api/set-up", "/api/sign-in", "/api/accept"];

/// After this one it is nobody: the seats it took as an organiser are out of reach for whoever uses it next.
const SIGN_OUT: &str = "/api/sign-out";

/// Finds out who asks, and remembers a new browser once it has done something.
pub async fn recognise(session: Session, mut request: Request, next: Next) -> Response {
    let known = match session.get::<VisitorId>(VISITOR).await {
        Ok(known) => known,
        Err(error) => {
            // Somebody who is known must not be taken for a stranger because a disk hesitates.
            tracing::error!(%error, "a session could not be read");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let id = known.unwrap_or_else(|| VisitorId(Uuid::new_v4()));
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let address = address(peer.unwrap_or(Ipv4Addr::LOCALHOST.into()), request.headers());
    let lang = language::of(request.headers());
    request.extensions_mut().insert(Visitor { id, lang, address });

    let act = if request.method() == Method::POST { request.uri().path().to_owned() } else { String::new() };
    let (turn, leaves) = (TURNS.contains(&act.as_str()), act == SIGN_OUT);
    let response = next.run(request).await;
    if leaves && let Err(error) = session.flush().await {
        tracing::error!(%error, "a session could not be ended");
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    if turn && forms::succeeded(&response) {
        let kept = match known {
            // Whoever knew the old name of this session must not share what was just gained.
            Some(_) => session.cycle_id().await,
            None => session.insert(VISITOR, id).await,
        };
        if let Err(error) = kept {
            tracing::error!(%error, "a session could not be kept");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    }
    response
}

/// Where a request comes from: for a proxy on this machine, the address that it saw. Of an IPv6 address the network
/// only, since one machine has as many addresses in it as it likes.
fn address(peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let last = || headers.get_all(FORWARDED).iter().next_back()?.to_str().ok()?.rsplit(',').next()?.trim().parse().ok();
    let from = if peer.is_loopback() { last().unwrap_or(peer) } else { peer };
    match from.to_canonical() {
        IpAddr::V6(long) if !long.is_loopback() => {
            IpAddr::V6(Ipv6Addr::from_bits(long.to_bits() & !u128::from(u64::MAX)))
        }
        from => from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(peer: &str, forwarded: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append(FORWARDED, value.parse().expect("a header"));
        }
        address(peer.parse().expect("an address"), &headers).to_string()
    }

    #[test]
    fn a_proxy_on_this_machine_is_believed_and_nobody_else() {
        assert_eq!(seen("127.0.0.1", &["203.0.113.9, 198.51.100.7"]), "198.51.100.7");
        assert_eq!(seen("192.0.2.4", &["203.0.113.9"]), "192.0.2.4");
        assert_eq!(seen("127.0.0.1", &["nobody"]), "127.0.0.1");
        assert_eq!(seen("127.0.0.1", &[]), "127.0.0.1");
    }

    #[test]
    fn one_machine_is_one_address() {
        assert_eq!(seen("2001:db8:1:2:3:4:5:6", &[]), "2001:db8:1:2::");
        assert_eq!(seen("::ffff:192.0.2.4", &[]), "192.0.2.4");
    }
}
