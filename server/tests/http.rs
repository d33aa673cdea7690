//! The server as a browser meets it, without JavaScript: the real program, real requests.

#[path = "http/team.rs"]
mod team;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use ureq::Agent;
use ureq::http::Response;

/// A running server with the demonstration workshop, and what it printed.
struct Running {
    process: Child,
    url: String,
    links: Vec<String>,
    _data: TempDir,
}

impl Running {
    fn start() -> Self {
        let data = TempDir::new().expect("a folder");
        let mut process = Command::new(env!("CARGO_BIN_EXE_coulisses"))
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(data.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut told = BufReader::new(process.stdout.take().expect("what it prints")).lines();
        let mut links = Vec::new();
        // The library is the last thing it names; by then it listens.
        while links.last().is_none_or(|link: &String| !link.ends_with("/bibliotheque")) {
            let line = told.next().expect("it goes on printing").expect("text");
            links.extend(line.split_whitespace().filter(|word| word.starts_with("http://")).map(str::to_owned));
        }
        Self { process, url: links[0].clone(), links, _data: data }
    }

    /// The first printed link that contains this.
    fn link(&self, part: &str) -> &str {
        self.links.iter().find(|link| link.contains(part)).expect("it was printed")
    }

    /// The last part of that link: a code or a secret.
    fn word(&self, part: &str) -> String {
        self.link(part).rsplit('/').next().expect("a word").to_owned()
    }

    /// Sends a plain form as a browser does; says where it leads.
    fn form(&self, browser: &Agent, form: &str, fields: &[(&str, &str)]) -> String {
        let sent = browser
            .post(format!("{}/api/{form}", self.url))
            .header("Accept", "text/html")
            .header("Origin", &self.url)
            .header("Referer", format!("{}/page", self.url))
            .send_form(fields.iter().copied())
            .expect("an answer");
        leads(&sent).to_owned()
    }

    fn get(&self, browser: &Agent, path: &str) -> Response<ureq::Body> {
        browser.get(format!("{}{path}", self.url)).call().expect("an answer")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Another person's browser: it keeps cookies and shows redirections instead of following them.
fn browser() -> Agent {
    let patience = Some(Duration::from_secs(20));
    Agent::config_builder().http_status_as_error(false).max_redirects(0).timeout_global(patience).build().into()
}

fn leads<T>(response: &Response<T>) -> &str {
    response.headers().get("location").and_then(|place| place.to_str().ok()).unwrap_or_default()
}

#[test]
fn every_answer_says_what_a_browser_may_do_with_it() {
    let server = Running::start();
    let visitor = browser();
    for path in ["/", "/rejoindre", "/connexion", "/rien", "/favicon.svg", "/bibliotheque", "/api/rien", "/sante"] {
        let answer = server.get(&visitor, path);
        let policy = answer.headers()["content-security-policy"].to_str().expect("text").to_owned();
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-eval"), "{path}: {policy}");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff", "{path}");
        let page = answer.headers().get("content-type").is_some_and(|kind| kind == "text/html; charset=utf-8");
        for of_pages in ["x-frame-options", "permissions-policy", "cross-origin-opener-policy"] {
            assert_eq!(answer.headers().contains_key(of_pages), page, "{path}: {of_pages}");
        }
        assert!(answer.headers().get("set-cookie").is_none(), "{path}: whoever only reads is given no cookie");
    }
}

#[test]
fn a_body_without_end_is_not_read_to_its_end() {
    let server = Running::start();
    // All that joining needs is there; only its length is against it.
    let code = server.word("/rejoindre/");
    let send = |padding: usize| {
        let body = format!("code={code}&name=Nora&table=1&more={}", "a".repeat(padding));
        let form = browser().post(format!("{}/api/join", server.url)).header("Origin", &server.url);
        form.header("Content-Type", "application/x-www-form-urlencoded").send(body)
    };
    // The server may hang up before all was sent.
    assert!(!send(2_000_000).is_ok_and(|answer| answer.headers().contains_key("set-cookie")), "no seat is taken");
    let short = send(10).expect("an answer");
    assert!(short.headers().contains_key("set-cookie"), "the name is still free, and the same form goes through");
}

#[test]
fn a_form_of_another_site_does_nothing() {
    let server = Running::start();
    let code = server.word("/rejoindre/");
    let answer = browser()
        .post(format!("{}/api/join", server.url))
        .header("Accept", "text/html")
        .header("Origin", "https://evil.example")
        .send_form([("code", code.as_str()), ("name", "Léa"), ("table", "1")])
        .expect("an answer");
    assert_eq!(answer.status(), 403);
    assert!(answer.headers().get("set-cookie").is_none());
}

#[test]
fn a_person_comes_back_to_their_own_seat_and_nobody_else_takes_it() {
    let server = Running::start();
    let (lea, other) = (browser(), browser());
    let code = server.word("/rejoindre/");
    let board = server.form(&lea, "join", &[("code", &code.to_lowercase()), ("name", "Léa"), ("table", "2")]);
    assert!(board.starts_with("/plateau/"), "{board}");
    assert_eq!(leads(&server.get(&lea, &format!("/rejoindre/{code}"))), board, "the same seat, without asking");
    assert_eq!(server.get(&other, &board).status(), 404, "somebody else sees nothing");
    let refused = server.form(&other, "join", &[("code", &code), ("name", " léA "), ("table", "1")]);
    assert!(refused.contains("__err=") && refused.contains("name=+l%C3%A9A+"), "{refused}");
}

#[test]
fn whoever_plays_and_opens_the_screens_link_goes_on_playing_and_a_screen_may_join() {
    let server = Running::start();
    let doors: Vec<_> = server.links.iter().filter(|link| link.contains("/entree/")).collect();
    let screen = doors[1].rsplit('/').next().expect("a secret");
    let code = server.word("/rejoindre/");
    let lea = browser();
    let board = server.form(&lea, "join", &[("code", &code), ("name", "Léa"), ("table", "1")]);
    assert_eq!(server.form(&lea, "enter", &[("secret", screen)]), board);
    let wall = browser();
    assert!(server.form(&wall, "enter", &[("secret", screen)]).starts_with("/projecteur/"));
    let board = server.form(&wall, "join", &[("code", &code), ("name", "Omar"), ("table", "1")]);
    let page = server.get(&wall, &board).into_body().read_to_string().expect("a page");
    assert!(page.contains("data-page=\"board\""), "it plays from now on");
}

#[test]
fn signing_out_leaves_nothing_to_whoever_uses_the_browser_next() {
    let server = Running::start();
    let odile = browser();
    let secret = server.word("/installation/");
    let password = "trois cordes et un rideau";
    let fields = [("secret", secret.as_str()), ("login", "Odile"), ("password", password)];
    assert_eq!(server.form(&odile, "set-up", &fields), "/ateliers");
    assert!(server.form(&browser(), "set-up", &fields).contains("__err="), "the link is used up");
    let workshop = server.form(&odile, "create", &[("title", "Saison"), ("format", "90"), ("tables", "2")]);
    assert_eq!(server.get(&odile, &workshop).status(), 200);
    server.form(&odile, "sign-out", &[]);
    for place in [workshop.as_str(), "/ateliers", "/bibliotheque"] {
        assert_ne!(server.get(&odile, place).status(), 200, "{place}");
    }
    let wrong = server.form(&odile, "sign-in", &[("login", "odile"), ("password", "quatre cordes et un rideau")]);
    assert!(wrong.contains("__err=") && !wrong.contains("cordes"), "{wrong}");
    assert_eq!(server.form(&odile, "sign-in", &[("login", "odile"), ("password", password)]), "/ateliers");
}

#[test]
fn a_script_is_changed_step_by_step_with_plain_forms() {
    let server = Running::start();
    let odile = browser();
    let secret = server.word("/installation/");
    server.form(
        &odile,
        "set-up",
        &[("secret", &secret), ("login", "Odile"), ("password", "trois cordes et un rideau")],
    );
    let table = server.form(&odile, "create", &[("title", "Saison"), ("format", "45"), ("tables", "1")]);
    let page = format!("{table}/deroule");
    let workshop = page.split('/').nth(2).expect("its id");
    let read = |browser: &Agent, page: &str| {
        let answer = server.get(browser, page);
        (answer.status().as_u16(), answer.into_body().read_to_string().expect("a page"))
    };
    assert!(read(&odile, "/ateliers").1.contains(&page), "the workshops lead there");
    let step = |minutes| {
        let fields = [("workshop", workshop), ("step", "0"), ("title", "Nos appareils"), ("minutes", minutes)];
        server.form(&odile, "step", &[&fields[..], &[("says", "Bonjour.")]].concat())
    };
    assert_eq!(step("6"), format!("{page}#etape-0"));
    let (status, script) = read(&odile, &page);
    assert!(status == 200 && script.contains("Nos appareils") && script.contains("Bonjour."), "{script}");
    let refused = step("6 ou 7");
    assert!(
        refused.contains("__err=") && refused.contains("minutes=6+ou+7") && refused.contains("title="),
        "{refused}"
    );
    assert_eq!(server.form(&odile, "restore-script", &[("workshop", workshop)]), page);
    assert!(!read(&odile, &page).1.contains("Nos appareils"));
    assert_eq!(read(&browser(), &page).0, 404, "nobody else reads it");
}

#[cfg(unix)]
#[test]
fn a_server_told_to_stop_stops_although_somebody_never_finishes_asking() {
    let mut server = Running::start();
    let mut half = TcpStream::connect(server.url.trim_start_matches("http://")).expect("a connection");
    half.write_all(b"POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf").expect("sent");
    let begun = Instant::now();
    let told = Command::new("kill").arg(server.process.id().to_string()).status().expect("kill is there");
    assert!(told.success());
    let ended = server.process.wait().expect("it ends");
    assert!(ended.success(), "{ended}");
    assert!(begun.elapsed() < Duration::from_secs(14), "{:?}", begun.elapsed());
    drop(half.read(&mut [0; 16]));
}
