//! In which language a browser reads: the one it chose on this device, or else the first it asks for that there is.

use app::routes::Route;
use axum::Form;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use board::deck::Lang;
use std::collections::BTreeMap;
use tower_sessions::cookie::time::Duration;
use tower_sessions::cookie::{Cookie, SameSite};

/// The cookie that keeps it, and for how many days. It says nothing of anybody.
const COOKIE: &str = "lang";
const KEPT: i64 = 365;

/// The language to answer in.
pub fn of(headers: &HeaderMap) -> Lang {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let chosen = cookies
        .flat_map(|line| Cookie::split_parse(line).flatten())
        .find(|cookie| cookie.name() == COOKIE)
        .and_then(|cookie| named(cookie.value()));
    chosen.or_else(|| wished(headers)).unwrap_or_default()
}

/// Keeps the choice on this device, and shows the page again on which it was made.
pub async fn choose(https: bool, headers: HeaderMap, Form(form): Form<BTreeMap<String, String>>) -> Response {
    let Some(lang) = form.get("lang").and_then(|lang| named(lang)) else {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    };
    let cookie = Cookie::build((COOKIE, lang.code()))
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Lax)
        .max_age(Duration::days(KEPT));
    let mut response = Redirect::to(&page(&headers)).into_response();
    let cookie = HeaderValue::try_from(cookie.to_string()).expect("our own cookie is ASCII");
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// The page that was read, if it is one of ours: nobody is led to another site.
fn page(headers: &HeaderMap) -> String {
    let from = headers.get(header::REFERER).and_then(|from| from.to_str().ok());
    let path = from.and_then(|from| from.parse::<Uri>().ok()).map(|from| from.path().to_owned());
    path.filter(|path| Route::read(path).is_some()).unwrap_or_else(|| Route::Home.to_string())
}

/// A language by its code, if there is one here.
pub fn named(code: &str) -> Option<Lang> {
    [Lang::Fr, Lang::En].into_iter().find(|lang| lang.code() == code)
}

/// The best of what the browser asks for; of two that it likes as much, the one it says first.
fn wished(headers: &HeaderMap) -> Option<Lang> {
    let wishes = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best = None;
    for wish in wishes.split(',') {
        let (range, weight) = wish.split_once(';').unwrap_or((wish, "q=1"));
        let weight: f32 = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok()).unwrap_or(0.0);
        let primary = range.trim().split('-').next().unwrap_or_default().to_lowercase();
        let better = weight > best.map_or(0.0, |(_, best)| best);
        if let (true, Some(lang)) = (better, named(&primary)) {
            best = Some((lang, weight));
        }
    }
    // Whoever asks for languages that are not here reads English more often than French.
    best.map(|(lang, _)| lang).or_else(|| (!wishes.contains('*') && !wishes.trim().is_empty()).then_some(Lang::En))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cookie: &str, wishes: &str) -> Lang {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, cookie.parse().expect("a header"));
        headers.insert(header::ACCEPT_LANGUAGE, wishes.parse().expect("a header"));
        of(&headers)
    }

    #[test]
    fn a_device_reads_the_language_it_asks_for() {
        assert_eq!(read("", "fr-FR,fr;q=0.9,en;q=0.8"), Lang::Fr);
        assert_eq!(read("", "en-GB,en;q=0.9,fr;q=0.8"), Lang::En);
        assert_eq!(read("", "de,fr;q=0.5,en;q=0.7"), Lang::En);
        assert_eq!(read("", "de, nl;q=0.5"), Lang::En);
        assert_eq!(read("", ""), Lang::Fr);
        assert_eq!(read("", "*"), Lang::Fr);
        assert_eq!(read("", "en;q=zero,fr;q=0.1"), Lang::Fr);
    }

    #[test]
    fn a_choice_made_on_the_device_comes_first() {
        assert_eq!(read("sid=abc; lang=fr", "en"), Lang::Fr);
        assert_eq!(read("lang=en", "fr"), Lang::En);
        assert_eq!(read("lang=klingon", "fr"), Lang::Fr);
    }

    #[test]
    fn nobody_is_led_to_another_site() {
        let from = |referer: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::REFERER, referer.parse().expect("a header"));
            page(&headers)
        };
        assert_eq!(from("http://127.0.0.1:3000/rejoindre/ABC"), "/rejoindre/ABC");
        assert_eq!(from("https://elsewhere.example/login"), "/");
        assert_eq!(from("not an address"), "/");
    }
}
