//! The layers of the machine, from the outside in.

use crate::backend::Machine;
use crate::{decks, forms, headers, import, language, page, reminders, site, traffic, visitor};
use app::api::{AppError, Backend, Visitor};
use app::components::{CHOICE, SHEETS};
use app::live::PublicOrigin;
use app::live::sockets::Sockets;
use app::routes::Route;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use axum::{Extension, Router};
use leptos::prelude::provide_context;
use std::sync::Arc;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::{ConfigError, CsrfLayer};
use tower_sessions::cookie::SameSite;
use tower_sessions::cookie::time::Duration;
use tower_sessions::{Expiry, SessionManagerLayer, SessionStore};

/// For how long a browser is remembered, in days: a workshop and its follow-up at one month, with room.
const REMEMBERED: i64 = 60;
/// The largest request body, in bytes.
const MAX_BODY: usize = 64 * 1024;

/// The whole site, at this public address.
///
/// # Errors
/// When the address is no origin, which the command line rules out.
pub fn router<S>(machine: Arc<Machine>, sessions: S, sockets: Sockets, public_url: &str) -> Result<Router, ConfigError>
where
    S: SessionStore + Clone,
{
    let https = public_url.starts_with("https:");
    let counted = machine.traffic();
    // `__Host-` makes browsers refuse the cookie from anywhere else; they accept that name over HTTPS only.
    let sessions = SessionManagerLayer::new(sessions)
        .with_name(if https { "__Host-sid" } else { "sid" })
        .with_secure(https)
        .with_same_site(SameSite::Lax)
        .with_expiry(Expiry::OnInactivity(Duration::days(REMEMBERED)));
    let pages = Router::new()
        .route("/api/{*function}", any(function))
        .route(&Route::Import.to_string(), get(page::show).post(import::receive).layer(import::limit()))
        .route(&Route::Decks.to_string(), get(page::show).post(decks::receive).layer(decks::limit()))
        .route(CHOICE, post(move |headers, form| language::choose(https, headers, form)))
        .route("/suivi/{secret}/arret", get(reminders::stop_page).post(reminders::stop))
        .fallback(page::show)
        .layer(from_fn(forms::give_back))
        .layer(from_fn(visitor::recognise))
        .layer(sessions)
        .layer(CsrfLayer::new().add_trusted_origin(public_url)?)
        .layer(Extension(sockets))
        .layer(Extension(PublicOrigin(public_url.to_owned())))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(CompressionLayer::new())
        .with_state(machine.clone());
    let alive = Router::new()
        .route("/sante", get(|| async { "ok" }))
        .route(&format!("{SHEETS}{{sheet}}"), get(site::sheet))
        .layer(CompressionLayer::new())
        .with_state(machine);
    Ok(alive
        .merge(pages)
        // Files are for everybody: nobody is looked up for them.
        .layer(from_fn(site::files_first))
        .layer(from_fn_with_state(counted, traffic::count))
        .layer(from_fn_with_state(https, |State(https), request, next| headers::add(https, request, next))))
}

/// A server function, with the two contexts that it may ask for.
async fn function(State(machine): State<Arc<Machine>>, request: Request) -> Response {
    let Some(who) = request.extensions().get::<Visitor>().copied() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let backend: Arc<dyn Backend> = machine;
    let contexts = move || {
        provide_context(backend.clone());
        provide_context(who);
    };
    let mut response = leptos_axum::handle_server_fns_with_context(contexts, request).await.into_response();
    if response.status() == StatusCode::BAD_REQUEST {
        // There is no such function: its text is for developers.
        return StatusCode::NOT_FOUND.into_response();
    }
    if response.status() == StatusCode::INTERNAL_SERVER_ERROR {
        // server_fn answers every error with 500; ours are refusals until they say "try again".
        let (head, body) = response.into_parts();
        response = with_status(head, body).await;
    }
    response
}

async fn with_status(mut head: axum::http::response::Parts, body: Body) -> Response {
    let Ok(bytes) = axum::body::to_bytes(body, MAX_BODY).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let error = serde_json::from_slice(&bytes).unwrap_or(AppError::TryAgain);
    head.status = match error {
        AppError::TryAgain | AppError::Closed(_) => StatusCode::SERVICE_UNAVAILABLE,
        AppError::TooMany => StatusCode::TOO_MANY_REQUESTS,
        AppError::SignedOut => StatusCode::UNAUTHORIZED,
        AppError::ReadsOnly => StatusCode::FORBIDDEN,
        AppError::NotFound | AppError::UnknownCode => StatusCode::NOT_FOUND,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Response::from_parts(head, Body::from(bytes))
}
