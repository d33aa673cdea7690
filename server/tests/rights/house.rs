//! The whole site on a real database, and browsers that reach it by real requests and real sockets, each from an
//! address of its own. Nothing of the inside is asked but what a person at the server's shell could do.

use app::live::sockets::Sockets;
use board::deck::{Format, Lang};
use board::protocol::{ClientMessage, Hello, PROTOCOL};
use board::{BoardId, Role, Seq};
use futures::{SinkExt, StreamExt};
use server::backend::Machine;
use server::rooms::Rooms;
use server::router::router;
use server::store::{Organisers, Sessions, Sqlite, Workshop};
use server::workshops::{Wish, create, grant};
use std::cell::Cell;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::block_in_place;
use tokio_tungstenite::tungstenite::{Message, client::IntoClientRequest};
use tokio_tungstenite::{WebSocketStream, client_async};
use ureq::Agent;

/// The organiser of the house.
pub const LOGIN: &str = "Odile";
/// The hash of a password, « trois cordes et un rideau », made as cheaply as it can be: these tests sign in often.
pub const HASH: &str = "$argon2id$v=19$m=8,t=1,p=1$Y291bGlzc2VzMDE$vAeltwF7Fn8sxcpsOGR61mZggbGuOH0Gzvf7mz9E4rk";
/// Nothing here takes that long unless it is broken.
const SOON: Duration = Duration::from_secs(90);

pub struct House {
    pub store: Arc<Sqlite>,
    pub rooms: Rooms,
    pub machine: Arc<Machine>,
    url: String,
    visitors: Cell<u16>,
    folder: TempDir,
}

/// Somebody's browser.
pub struct Browser {
    url: String,
    agent: Agent,
    address: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    /// Where it leads, if anywhere: a path.
    pub leads: String,
    pub body: String,
}

/// A live page.
pub struct Socket(WebSocketStream<TcpStream>);

/// What came down a socket.
#[derive(Debug)]
pub enum Heard {
    Frame(Vec<u8>),
    Closed(Option<u16>),
}

impl House {
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Arc::new(Sqlite::open(folder.path()).await.expect("a store"));
        store.add(LOGIN, HASH).await.expect("the store answers").expect("nobody has this login yet");
        let rooms = Rooms::new(store.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let machine = Arc::new(Machine::new(store.clone(), rooms.clone(), url.clone(), None).mailing(true));
        let pages = router(machine.clone(), Sessions::of(&store), Sockets::default(), &url).expect("an origin");
        let service = pages.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self { store, rooms, machine, url, visitors: Cell::new(0), folder }
    }

    /// Where everything is kept.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A workshop of three hours with two tables.
    pub async fn workshop(&self) -> Workshop {
        let wish = Wish { title: "Répétition".into(), format: Format::ThreeHours, tables: 2, assigned: false };
        create(&*self.store, wish).await.expect("a workshop is kept")
    }

    /// A browser nobody has met, at an address where nobody was before: no limit of one address is reached.
    pub fn browser(&self) -> Browser {
        let number = self.visitors.replace(self.visitors.get() + 1);
        let patience = Some(SOON);
        let agent = Agent::config_builder().http_status_as_error(false).max_redirects(0).timeout_global(patience);
        let address = format!("10.0.{}.{}", number / 256, number % 256);
        Browser { url: self.url.clone(), agent: agent.build().into(), address }
    }

    /// Somebody who takes a seat at a table (from 1).
    pub fn participant(&self, workshop: &Workshop, name: &str, table: u8) -> Browser {
        let person = self.browser();
        let table = table.to_string();
        let joined = person.post("join", &[("code", &workshop.code), ("name", name), ("table", &table)]);
        assert_eq!((joined.status, joined.leads.starts_with("/plateau/")), (200, true), "{name}: {}", joined.body);
        person
    }

    /// Somebody with a role that a secret opens.
    pub async fn with_role(&self, workshop: &Workshop, role: Role) -> Browser {
        let secret = grant(&*self.store, workshop.id, role, "Maud").await.expect("a secret");
        let person = self.browser();
        let entered = person.post("enter", &[("secret", &secret)]);
        assert_eq!(entered.status, 200, "{role:?}: {}", entered.body);
        person
    }
}

impl Browser {
    /// What is at an address.
    pub fn get(&self, path: &str) -> Answer {
        let request = self.agent.get(format!("{}{path}", self.url)).header("X-Forwarded-For", &self.address);
        self.answer(block_in_place(|| request.call()))
    }

    /// The bytes of a file.
    pub fn fetches(&self, path: &str) -> Vec<u8> {
        let request = self.agent.get(format!("{}{path}", self.url)).header("X-Forwarded-For", &self.address);
        let answer = block_in_place(|| request.call()).expect("an answer");
        assert_eq!(answer.status().as_u16(), 200, "{path}");
        block_in_place(|| answer.into_body().read_to_vec()).expect("a whole file")
    }

    /// What an answer says in this header.
    pub fn header(&self, path: &str, name: &str) -> Option<String> {
        let request = self.agent.get(format!("{}{path}", self.url)).header("X-Forwarded-For", &self.address);
        let answer = block_in_place(|| request.call()).expect("an answer");
        answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
    }

    /// Calls a server function as a page does that lives: a refusal is a status and a body.
    pub fn post(&self, function: &str, fields: &[(&str, &str)]) -> Answer {
        self.sends(function, fields, "*/*")
    }

    /// Opens a live page at a board, from this entry on.
    pub async fn live(&self, board: BoardId, since: Seq, as_projector: bool) -> Socket {
        let host = self.url.trim_start_matches("http://");
        let mut request = format!("ws://{host}/api/live").into_client_request().expect("a request");
        let cookies: Vec<_> = {
            let jar = self.agent.cookie_jar_lock();
            jar.iter().map(|cookie| format!("{}={}", cookie.name(), cookie.value())).collect()
        };
        let headers = request.headers_mut();
        headers.insert("origin", self.url.parse().expect("an origin"));
        headers.insert("cookie", cookies.join("; ").parse().expect("cookies"));
        let line = TcpStream::connect(host).await.expect("a line");
        let mut socket = Socket(client_async(request, line).await.expect("it is let in").0);
        let hello = Hello { protocol: PROTOCOL, board, since, lang: Lang::Fr, as_projector };
        socket.say(&ClientMessage::Hello(hello)).await;
        socket
    }

    /// Calls a server function as somebody who takes such answers: to a plain form, a refusal leads back to its page, with
    /// its name in the address.
    pub fn sends(&self, function: &str, fields: &[(&str, &str)], accepts: &str) -> Answer {
        let request = self.agent.post(format!("{}/api/{function}", self.url)).header("Accept", accepts);
        let request = request.header("X-Forwarded-For", &self.address).header("Origin", &self.url);
        self.answer(block_in_place(|| request.send_form(fields.iter().copied())))
    }

    /// Sends a file by the form of this page.
    pub fn uploads(&self, page: &str, file: &[u8]) -> Answer {
        const BETWEEN: &str = "entre-deux";
        let head = format!("--{BETWEEN}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.json\"\r\n\r\n");
        let form = [head.as_bytes(), file, format!("\r\n--{BETWEEN}--\r\n").as_bytes()].concat();
        let request = self.agent.post(format!("{}{page}", self.url)).header("Accept", "text/html");
        let request = request.header("Content-Type", format!("multipart/form-data; boundary={BETWEEN}"));
        let request = request.header("X-Forwarded-For", &self.address).header("Origin", &self.url);
        self.answer(block_in_place(|| request.send(&form[..])))
    }

    fn answer(&self, answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Answer {
        let answer = answer.expect("an answer");
        let leads = answer.headers().get("location").and_then(|place| place.to_str().ok()).unwrap_or_default();
        let leads = leads.strip_prefix(&self.url).unwrap_or(leads).to_owned();
        let status = answer.status().as_u16();
        let bytes = block_in_place(|| answer.into_body().read_to_vec()).expect("a body");
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status, leads, body }
    }
}

impl Socket {
    /// Says something. On a connection that is gone, nobody hears it.
    pub async fn say(&mut self, message: &ClientMessage) {
        self.send(postcard::to_allocvec(message).expect("bytes")).await;
    }

    /// Sends bytes as they are.
    pub async fn send(&mut self, bytes: Vec<u8>) {
        let _ = self.0.send(Message::binary(bytes)).await;
    }

    /// What comes next.
    pub async fn next(&mut self) -> Heard {
        loop {
            match tokio::time::timeout(SOON, self.0.next()).await.expect("something comes soon") {
                Some(Ok(Message::Binary(bytes))) => return Heard::Frame(bytes.to_vec()),
                Some(Ok(Message::Close(frame))) => return Heard::Closed(frame.map(|frame| frame.code.into())),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Heard::Closed(None),
            }
        }
    }
}
