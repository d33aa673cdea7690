//! Who asks: one browser, known by its session cookie. A browser that only reads is given none: the session begins with
//! the first thing it does that succeeds.

use crate::forms;
use app::api::{Visitor, VisitorId};
use axum::extract::{ConnectInfo, Request};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use board::deck::Lang;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use tower_sessions::Session;
use uuid::Uuid;

/// The one thing in a session.
const VISITOR: &str = "visitor";

/// The server functions after which a browser is somebody else than before: its session gets a new name.
const TURNS: [&str; 5] = ["/api/join", "/api/enter", "/api/create", "/api/set-up", "/api/sign-in"];

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
    let address = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let address = address.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    request.extensions_mut().insert(Visitor { id, lang: Lang::default(), address });

    let turn = request.method() == Method::POST && TURNS.contains(&request.uri().path());
    let response = next.run(request).await;
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
