//! The files of the site, inside the binary: compressed when it was built, never at a request.

use crate::backend::Machine;
use app::api::AppError;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use board::deck::SheetId;
use rust_embed::Embed;
use std::sync::Arc;

#[derive(Embed)]
#[folder = "$COULISSES_SITE"]
#[allow_missing = true]
struct Site;

/// The folder of this build's files: its name changes with every build, so what is in it never does.
pub const PKG: &str = match option_env!("COULISSES_PKG") {
    Some(pkg) => pkg,
    None => "pkg",
};

/// The encodings a file may be kept in, best first: its ending, and its name in HTTP.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gz", "gzip")];

/// Answers with a file of the site where there is one.
pub async fn files_first(request: Request, next: Next) -> Response {
    let file = if request.method() == Method::GET { file(request.uri(), request.headers()) } else { None };
    match file {
        Some(file) => file,
        None => next.run(request).await,
    }
}

/// A file of the site, as this browser takes it; `None` when there is none.
fn file(uri: &Uri, asked: &HeaderMap) -> Option<Response> {
    let path = uri.path().trim_start_matches('/');
    let plain = Site::get(path)?;
    let taken = asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let packed = ENCODINGS.into_iter().filter(|(_, name)| accepts(taken, name));
    let packed = packed.filter_map(|(ending, name)| Some((Site::get(&format!("{path}.{ending}"))?, name))).next();
    let encoding = packed.as_ref().map_or("", |(_, name)| name);
    let etag = format!("\"{}{encoding}\"", hex(&plain.metadata.sha256_hash()[..12]));
    let mut response = Response::builder()
        .header(header::CONTENT_TYPE, content_type(path))
        .header(header::VARY, "accept-encoding")
        .header(
            header::CACHE_CONTROL,
            if path.starts_with(PKG) { "public, max-age=31536000, immutable" } else { "public, max-age=3600" },
        )
        .header(header::ETAG, &etag);
    if asked.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
        return response.status(StatusCode::NOT_MODIFIED).body(Body::empty()).ok();
    }
    let data = match packed {
        Some((file, name)) => {
            response = response.header(header::CONTENT_ENCODING, name);
            file.data
        }
        None => plain.data,
    };
    response.body(Body::from(data)).ok()
}

/// A sheet of drawings, for whoever knows its name. The name says what is in it, so it never changes.
pub async fn sheet(State(machine): State<Arc<Machine>>, Path(file): Path<String>) -> Response {
    let id = file.strip_suffix(".svg").and_then(|name| u64::from_str_radix(name, 16).ok());
    let Some(id) = id else { return StatusCode::NOT_FOUND.into_response() };
    match machine.drawings(SheetId(id)).await {
        Ok(svg) => {
            let forever = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");
            ([(header::CONTENT_TYPE, content_type(".svg")), forever], svg).into_response()
        }
        Err(AppError::TryAgain) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Whether a browser takes this encoding: named, and not with a weight of nothing.
fn accepts(taken: &str, name: &str) -> bool {
    taken.split(',').any(|one| {
        let (encoding, weight) = one.split_once(';').unwrap_or((one, ""));
        encoding.trim().eq_ignore_ascii_case(name) && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "png" => "image/png",
        "webp" => "image/webp",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_taken_when_it_is_named_with_some_weight() {
        assert!(accepts("gzip, deflate, br;q=0.9", "br"));
        assert!(accepts("GZIP", "gzip"));
        assert!(!accepts("gzip, deflate", "br"));
        assert!(!accepts("br;q=0, gzip", "br"));
    }
}
