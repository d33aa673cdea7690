//! Where a live connection may come from. Browsers let any site open a websocket to any other, cookies included, and
//! the protection of forms does not see it: the server itself must look at who asks.

use http::{
    HeaderMap,
    header::{HOST, ORIGIN},
};

/// The address people reach this server at, such as `https://coulisses.example.org`, when a proxy stands before it.
/// The router puts it among the extensions of every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicOrigin(pub String);

/// Whether a page that opens a websocket is one of ours: its `Origin` is our own `Host`, or the public origin.
/// Browsers always say it; whoever does not say it is refused.
#[must_use]
pub fn origin_allowed(headers: &HeaderMap, public: Option<&PublicOrigin>) -> bool {
    let mut said = headers.get_all(ORIGIN).iter();
    let (Some(origin), None) = (said.next(), said.next()) else { return false };
    let Some((scheme, asking)) = origin.to_str().ok().and_then(address) else { return false };
    let own = headers.get(HOST).and_then(|host| host.to_str().ok());
    let own = own.is_some_and(|own| without_default_port(scheme, own).eq_ignore_ascii_case(asking));
    let public = public.and_then(|PublicOrigin(public)| address(public.trim_end_matches('/')));
    own || public.is_some_and(|(known, name)| known == scheme && name.eq_ignore_ascii_case(asking))
}

/// `https://name:port` as its scheme and its name, without the port that goes without saying.
fn address(origin: &str) -> Option<(&'static str, &str)> {
    let (scheme, name) = origin.split_once("://")?;
    let scheme = ["http", "https"].into_iter().find(|known| known.eq_ignore_ascii_case(scheme))?;
    Some((scheme, without_default_port(scheme, name)))
}

fn without_default_port<'a>(scheme: &str, name: &'a str) -> &'a str {
    let port = if scheme == "https" { ":443" } else { ":80" };
    name.strip_suffix(port).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(host: &str, origin: &str, public: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().expect("a host"));
        headers.insert(ORIGIN, origin.parse().expect("an origin"));
        origin_allowed(&headers, public.map(|public| PublicOrigin(public.into())).as_ref())
    }

    #[test]
    fn a_page_of_ours_may_connect() {
        assert!(allowed("192.168.1.7:3000", "http://192.168.1.7:3000", None));
        assert!(allowed("coulisses.example.org", "https://Coulisses.example.org", None));
        assert!(allowed("coulisses.example.org:443", "https://coulisses.example.org", None));
    }

    #[test]
    fn a_page_of_ours_behind_a_proxy_may_connect() {
        let public = Some("https://coulisses.example.org/");
        assert!(allowed("127.0.0.1:3000", "https://coulisses.example.org", public));
        assert!(!allowed("127.0.0.1:3000", "http://coulisses.example.org", public));
    }

    #[test]
    fn nobody_else_may() {
        let public = Some("https://coulisses.example.org");
        for origin in [
            "https://evil.example",
            "https://coulisses.example.org.evil.example",
            "https://evil.example/coulisses.example.org",
            "http://coulisses.example.org:3001",
            "ftp://coulisses.example.org",
            "coulisses.example.org",
            "null",
            "",
        ] {
            assert!(!allowed("coulisses.example.org", origin, public), "{origin}");
        }
        assert!(!origin_allowed(&HeaderMap::new(), None), "nobody says who they are");
    }

    #[test]
    fn whoever_says_two_things_says_nothing() {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, "a.example".parse().expect("a host"));
        headers.append(ORIGIN, "https://a.example".parse().expect("an origin"));
        headers.append(ORIGIN, "https://evil.example".parse().expect("an origin"));
        assert!(!origin_allowed(&headers, None));
    }
}
