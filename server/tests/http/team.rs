//! Looking after a team with nothing but pages and forms, and what becomes of the sockets.

use super::*;
use board::deck::Lang;
use board::protocol::{CLOSE_NOT_HERE, CLOSE_RELOAD, ClientMessage, Hello, PROTOCOL};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Message, WebSocket, client};

/// What is promised of a page that must close.
const A_SECOND: Duration = Duration::from_secs(1);

/// The page as text.
fn page(server: &Running, browser: &Agent, path: &str) -> String {
    let answer = server.get(browser, path);
    assert_eq!(answer.status(), 200, "{path}");
    answer.into_body().read_to_string().expect("a page")
}

/// Somebody who facilitates by the printed link, and their team page.
fn facilitator(server: &Running) -> (Agent, String, String) {
    let nora = browser();
    let doors: Vec<_> = server.links.iter().filter(|link| link.contains("/entree/")).collect();
    let secret = doors[0].rsplit('/').next().expect("a secret");
    let facilitate = server.form(&nora, "enter", &[("secret", secret)]);
    let team = format!("{facilitate}/equipe");
    let workshop = facilitate.split('/').nth(2).expect("an id").to_owned();
    (nora, team, workshop)
}

/// What a form of the page holds in a hidden field, after this text.
fn hidden<'a>(page: &'a str, after: &str, field: &str) -> &'a str {
    let page = &page[page.find(after).unwrap_or_else(|| panic!("{after} is on the page"))..];
    let at = page.find(&format!("name=\"{field}\"")).expect("the field is there");
    page[at..].split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("it has a value")
}

/// A live page of this browser, welcomed.
fn socket(server: &Running, browser: &Agent, board: &str) -> WebSocket<TcpStream> {
    let host = server.url.trim_start_matches("http://");
    let mut request = format!("ws://{host}/api/live").into_client_request().expect("a request");
    let jar = browser.cookie_jar_lock();
    let cookies = jar.iter().map(|cookie| format!("{}={}", cookie.name(), cookie.value())).collect::<Vec<_>>();
    let headers = request.headers_mut();
    headers.insert("origin", server.url.parse().expect("an origin"));
    headers.insert("cookie", cookies.join("; ").parse().expect("cookies"));
    let line = TcpStream::connect(host).expect("a line");
    let (mut socket, _) = client(request, line).expect("it is let in");
    let board = board.rsplit('/').next().expect("an id").parse().expect("a board's id");
    let hello = Hello { protocol: PROTOCOL, board, since: board::Seq(0), lang: Lang::Fr, as_projector: false };
    let hello = postcard::to_allocvec(&ClientMessage::Hello(hello)).expect("bytes");
    socket.send(Message::Binary(hello.into())).expect("said");
    assert!(matches!(socket.read(), Ok(Message::Binary(_))), "the welcome");
    socket
}

/// The code this socket is closed with, within a second.
fn closes_within_a_second(socket: &mut WebSocket<TcpStream>) -> Option<u16> {
    let begun = Instant::now();
    loop {
        let left = A_SECOND.checked_sub(begun.elapsed()).expect("it closes within a second");
        socket.get_mut().set_read_timeout(Some(left)).expect("a line");
        if let Message::Close(frame) = socket.read().expect("it closes within a second") {
            return frame.map(|frame| frame.code.into());
        }
    }
}

#[test]
fn whoever_is_given_a_link_facilitates_until_it_is_taken_back() {
    let server = Running::start();
    let (nora, team, workshop) = facilitator(&server);
    let fields = [("workshop", workshop.as_str()), ("role", "Facilitator"), ("name", "Odile <b>")];
    assert_eq!(server.form(&nora, "grant", &fields), team);
    let shown = page(&server, &nora, &team);
    assert!(shown.contains("Odile &lt;b") && !shown.contains("<b>"), "what is typed is text");
    let secret = shown.split("/entree/").nth(1).and_then(|rest| rest.split('<').next()).expect("the link").to_owned();
    assert!(!page(&server, &nora, &team).contains("/entree/"), "it is shown once");
    let odile = browser();
    assert_eq!(server.get(&odile, &format!("/entree/{secret}")).status(), 200);
    let facilitate = server.form(&odile, "enter", &[("secret", &secret)]);
    let opened = page(&server, &nora, &team);
    assert!(page(&server, &odile, &facilitate).contains("data-page=\"cockpit\""));
    let board = format!("/plateau/{}", first_board(&server));
    let mut screen = socket(&server, &odile, &board);
    let grant = hidden(&opened, "Odile", "grant");
    assert_eq!(server.form(&nora, "revoke", &[("workshop", &workshop), ("grant", grant)]), team);
    assert_eq!(closes_within_a_second(&mut screen), Some(CLOSE_NOT_HERE));
    for path in [&facilitate, &team, &board, &format!("/entree/{secret}")] {
        assert_eq!(server.get(&odile, path).status(), 404, "{path}");
    }
    let refused = server.form(&nora, "grant", &[("workshop", &workshop), ("role", "Spectator"), ("name", " ")]);
    assert!(refused.contains("__err=") && refused.contains("role=Spectator"), "{refused}");
}

#[test]
fn a_removed_person_is_gone_and_somebody_moved_is_led_to_their_new_table() {
    let server = Running::start();
    let (nora, team, workshop) = facilitator(&server);
    let code = server.word("/rejoindre/");
    let (lea, omar) = (browser(), browser());
    let [hers, his] = [(&lea, "Léa"), (&omar, "Omar")].map(|(who, name)| {
        let fields = [("code", code.as_str()), ("name", name), ("table", "1")];
        server.form(who, "join", &fields)
    });
    assert_eq!(hers, his);
    let (mut hers_live, mut his_live) = (socket(&server, &lea, &hers), socket(&server, &omar, &his));
    let shown = page(&server, &nora, &team);
    let (a, b) = (hidden(&shown, "Léa", "person").to_owned(), hidden(&shown, "Omar", "person").to_owned());
    assert_eq!(server.form(&nora, "remove", &[("workshop", &workshop), ("person", &a)]), team);
    assert_eq!(closes_within_a_second(&mut hers_live), Some(CLOSE_NOT_HERE));
    assert_eq!(server.get(&lea, &hers).status(), 404);
    assert!(!page(&server, &nora, &team).contains("Léa"));
    let fields = [("workshop", workshop.as_str()), ("person", &b), ("table", "2")];
    assert_eq!(server.form(&nora, "move", &fields), team);
    assert_eq!(closes_within_a_second(&mut his_live), Some(CLOSE_RELOAD));
    let new = leads(&server.get(&omar, &his)).to_owned();
    assert!(new.starts_with("/plateau/") && new != his, "his old page, reloaded: {new}");
    assert!(page(&server, &omar, &new).contains("data-page=\"board\""));
    assert_eq!(leads(&server.get(&omar, &his.replace("plateau", "plan"))), new.replace("plateau", "plan"));
    let back = leads(&server.get(&omar, &format!("{his}?__err=x&text=gard%C3%A9"))).to_owned();
    assert!(back.starts_with(&new) && back.contains("text=gard"), "what was typed goes along: {back}");
}

/// The board of table 1, as the projector's link leads there.
fn first_board(server: &Running) -> String {
    let doors: Vec<_> = server.links.iter().filter(|link| link.contains("/entree/")).collect();
    let secret = doors[1].rsplit('/').next().expect("a secret");
    let screen = server.form(&browser(), "enter", &[("secret", secret)]);
    screen.rsplit('/').next().expect("an id").to_owned()
}
