//! Plain forms: what was typed comes back with the reason why it was refused, through the address of the page.
//!
//! A server function that refuses a plain form redirects to the form's page with `__path` and `__err` (server_fn does
//! that); this adds the fields, secrets apart, so that nobody types a text twice. A text that was refused because its
//! person had lost their seat goes along while they join again (`app/src/pages/carried.rs`), and comes back to its form.

use app::api::AppError;
use app::pages::{Carried, RefusedForm, back};
use app::routes::Route;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use server_fn::error::ServerFnUrlError;
use std::collections::BTreeMap;

/// The largest form, in bytes: a note of 280 characters is far below.
const MAX_FORM: usize = 256 * 1024;
/// The longest field that goes through an address, in characters.
const MAX_FIELD: usize = 600;
/// Fields that never go through an address: it is kept in histories.
const SECRET: [&str; 4] = ["secret", "password", "op_id", "address"];

/// Gives a refused plain form back to its page.
pub async fn give_back(request: Request, next: Next) -> Response {
    if !is_plain_form(request.headers()) {
        return next.run(request).await;
    }
    let (mut head, body) = request.into_parts();
    let Ok(typed) = axum::body::to_bytes(body, MAX_FORM).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    // An earlier refusal in the page's address must not be joined to this one.
    let page = head.headers.get(header::REFERER).and_then(|page| page.to_str().ok());
    let page = page.map(|page| page.split(['?', '#']).next().unwrap_or_default().to_owned());
    let page = page.or_else(|| own_home(&head.headers)).and_then(|page| HeaderValue::try_from(page).ok());
    if let Some(page) = page {
        head.headers.insert(header::REFERER, page);
    }
    let joins = ["/api/code", "/api/join"].contains(&head.uri.path());
    let mut response = next.run(Request::from_parts(head, Body::from(typed.clone()))).await;
    let location = match refusal(&response) {
        Some(location) => with_fields(location, &typed),
        None if joins => going_on(&response, &typed),
        None => None,
    };
    if let Some(location) = location {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// Whether a server function did what it was asked.
#[must_use]
pub fn succeeded(response: &Response) -> bool {
    let resumes = |location: &str| {
        let uri = location.parse::<Uri>().ok();
        uri.and_then(|uri| refused(&uri)).is_some_and(|form| form.error == AppError::Resumed)
    };
    let done = response.status().is_success() || response.status().is_redirection();
    done && refusal(response).is_none_or(resumes)
}

/// The refusal that an address carries.
#[must_use]
pub fn refused(uri: &Uri) -> Option<RefusedForm> {
    let pairs = form_urlencoded::parse(uri.query()?.as_bytes()).into_owned();
    let mut typed: BTreeMap<String, String> = pairs.collect();
    let Some(said) = typed.remove("__err") else { return brought(uri, typed) };
    let error: AppError = ServerFnUrlError::decode_err(&said);
    let path = typed.remove("__path")?;
    let form = path.strip_prefix("/api/")?.to_owned();
    typed.retain(|name, _| !SECRET.contains(&name.as_str()));
    Some(RefusedForm { form, error, typed })
}

/// What a living page whose person lost their seat brings to the page on which they join.
fn brought(uri: &Uri, typed: BTreeMap<String, String>) -> Option<RefusedForm> {
    let Route::Join(_) = Route::read(uri.path())? else { return None };
    let Carried { form, mut typed } = Carried::in_fields(typed)?;
    typed.retain(|name, _| !SECRET.contains(&name.as_str()));
    Some(RefusedForm { form, error: AppError::NotFound, typed })
}

fn is_plain_form(headers: &HeaderMap) -> bool {
    let has =
        |name, part| headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(part));
    has(header::ACCEPT, "text/html") && has(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
}

/// The home page of the host that was asked, for a browser that does not say where it comes from.
fn own_home(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    Some(format!("http://{host}/"))
}

fn refusal(response: &Response) -> Option<&str> {
    let location = response.headers().get(header::LOCATION)?.to_str().ok()?;
    location.contains("__err=").then_some(location)
}

/// Where somebody who joins again goes on: to the page of the form that they carry, once they have a seat.
fn going_on(response: &Response, typed: &Bytes) -> Option<HeaderValue> {
    let location = response.headers().get(header::LOCATION)?.to_str().ok()?;
    let carried = Carried::in_fields(form_urlencoded::parse(typed).into_owned())?;
    let page = match Route::read(location)? {
        Route::Board(board) => back(&carried.form, board)?,
        other => other,
    };
    HeaderValue::try_from(resumed(&page, carried)).ok()
}

/// The address of a page with a form to be sent again.
#[must_use]
pub fn resumed(page: &Route, carried: Carried) -> String {
    let error = ServerFnUrlError::new(format!("/api/{}", carried.form), AppError::Resumed);
    let said = error.to_url("http://localhost/").ok().and_then(|url| url.query().map(str::to_owned));
    let mut query = form_urlencoded::Serializer::new(format!("{page}?{}", said.unwrap_or_default()));
    for (name, text) in carried.typed.into_iter().filter(|(name, _)| !SECRET.contains(&name.as_str())) {
        query.append_pair(&name, &text);
    }
    query.finish()
}

/// The page's own path, so that nobody is led to another host, with the refusal and the fields.
fn with_fields(location: &str, typed: &Bytes) -> Option<HeaderValue> {
    let uri: Uri = location.parse().ok()?;
    let mut query = form_urlencoded::Serializer::new(format!(
        "/{}?{}",
        uri.path().trim_start_matches('/'),
        uri.query().unwrap_or_default()
    ));
    for (name, value) in form_urlencoded::parse(typed) {
        if !SECRET.contains(&name.as_ref()) && !name.starts_with("__") {
            query.append_pair(&name, &value.chars().take(MAX_FIELD).collect::<String>());
        }
    }
    HeaderValue::try_from(query.finish()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_form_comes_back_with_what_was_typed_and_without_its_secrets() {
        let error = ServerFnUrlError::new("/api/join", AppError::NameTaken);
        let location = error.to_url("http://example.org/rejoindre/ABC234").expect("an address");
        let typed = Bytes::from("code=ABC234&name=Zo%C3%A9+%3Cb%3E&password=p&__err=x");
        let back = with_fields(location.as_str(), &typed).expect("a header");
        let back = back.to_str().expect("ASCII");
        assert!(back.starts_with("/rejoindre/ABC234?"), "{back}");
        let form = refused(&back.parse().expect("an address")).expect("a refusal");
        assert_eq!((form.form.as_str(), form.error), ("join", AppError::NameTaken));
        let typed: Vec<_> = form.typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(typed, [("code", "ABC234"), ("name", "Zoé <b>")]);
    }

    #[test]
    fn a_sentence_that_a_living_page_brings_along_is_carried_by_the_page_on_which_one_joins() {
        let read = |path: &str| {
            let query = "typed.form=link&typed.because=on+l%E2%80%99a+vu&typed.cause=3&typed.op_id=x";
            refused(&format!("{path}?{query}").parse().expect("an address"))
        };
        let carried = Carried::of(read("/rejoindre/ABC234").as_ref()).expect("it is carried");
        let typed: Vec<_> = carried.typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!((carried.form.as_str(), typed), ("link", vec![("because", "on l’a vu"), ("cause", "3")]));
        assert_eq!(read("/plan/00000000-0000-0000-0000-000000000002"), None, "elsewhere nothing is brought");
        let strange = "/rejoindre/ABC234?typed.form=sign-in&typed.login=x".parse().expect("an address");
        assert_eq!(refused(&strange), None);
    }

    #[test]
    fn an_address_cannot_put_words_into_our_mouth() {
        for query in ["", "?__err=hello&__path=/api/join", "?__err=&__path=x", "?__path=/api/join"] {
            let form = refused(&format!("/rejoindre/ABC234{query}").parse().expect("an address"));
            assert!(form.is_none_or(|form| form.error == AppError::TryAgain), "{query}");
        }
    }
}
