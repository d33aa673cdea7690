//! What every response says about how it may be used.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Nothing runs, nothing is loaded: for everything but pages.
const NOTHING: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/// What is the same for every response.
const ALWAYS: [(HeaderName, &str); 3] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// What says something of pages alone: with a file it would be so many bytes more.
const PAGES: [(HeaderName, &str); 3] = [
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), fullscreen=(self), screen-wake-lock=(self)",
    ),
];

/// A page that some sites may frame: its policy names them, and the older header, which can name none, is left out.
#[derive(Clone, Copy)]
struct Framed;

/// Adds them, and a policy under which nothing runs where the page did not set its own.
pub async fn add(https: bool, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let framed = response.extensions().get::<Framed>().is_some();
    let headers = response.headers_mut();
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let page = kind.is_some_and(|kind| kind.starts_with("text/html")).then_some(PAGES);
    for (name, value) in ALWAYS.into_iter().chain(page.into_iter().flatten()) {
        if !(framed && name == header::X_FRAME_OPTIONS) {
            // A page that says less of where its reader came from keeps its own word.
            headers.entry(name).or_insert(HeaderValue::from_static(value));
        }
    }
    if https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(NOTHING));
    response
}

/// For a page that one is given and does not find: no search engine keeps it, and where its readers go on is not told
/// that they read it, since its address is a secret.
pub fn unlist(headers: &mut HeaderMap) {
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
}

/// The policy of a page that these sites may frame, and no other: it shows, and does nothing.
pub fn allow_frames(response: &mut Response, sites: &[String]) {
    let policy = format!(
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
         frame-ancestors {}",
        sites.join(" ")
    );
    if let Ok(policy) = HeaderValue::try_from(policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        response.extensions_mut().insert(Framed);
    }
}

/// The policy of a page: our own files, these inline scripts and no other, and our own socket. A page without a script
/// runs none. The scripts are named by their hashes: a device that keeps the page keeps a policy that goes with it, which
/// a nonce for each response would not be.
pub fn allow_scripts(headers: &mut HeaderMap, scripts: &[String], asked: &HeaderMap) {
    // Some browsers do not count a socket of the same host as 'self'.
    let host = asked.get(header::HOST).and_then(|host| host.to_str().ok());
    let host = host.filter(|host| host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c)));
    let sockets = host.map(|host| format!(" ws://{host} wss://{host}")).unwrap_or_default();
    let named = scripts.iter().map(|script| format!("'sha256-{}' ", STANDARD.encode(Sha256::digest(script))));
    let run = match named.collect::<String>() {
        none if none.is_empty() => "'none'".to_owned(),
        named => format!("'self' {named}'wasm-unsafe-eval'"),
    };
    let policy = format!(
        "default-src 'none'; script-src {run}; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'{sockets}; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}
