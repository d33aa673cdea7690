//! Somebody a server knows: joined over HTTP as a browser without JavaScript would, known by their cookie from then on.

use crate::{Traffic, Wire};
use anyhow::{Context, Result, bail, ensure};
use board::{BoardId, Role};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use ureq::Agent;
use uuid::Uuid;

/// The one address of the live connection.
const LIVE: &str = "/api/live";
/// A page that takes longer than this is not coming.
const PATIENCE: Duration = Duration::from_secs(20);
/// How a refused form's address ends when there were too many from here: the reason, in JSON and base64.
const TOO_MANY: &str = "__err=IlRvb01hbnki";
/// How long the queue at the door may be: a server lets in a few hundred people at once from one address, then some
/// each second.
const QUEUE: Duration = Duration::from_secs(300);
/// Before one knocks again.
const BREATH: Duration = Duration::from_millis(250);

/// Somebody at a board.
#[derive(Clone, Debug)]
pub struct Seat {
    /// The board.
    pub board: BoardId,
    /// What they are there.
    pub role: Role,
    /// The name they gave; empty for those who came through a door.
    pub name: String,
    at: SocketAddr,
    cookie: String,
}

impl Seat {
    /// Joins with a code, at a table (from 1; 0 leaves the choice to the server).
    ///
    /// # Errors
    /// When the server does not lead to a board.
    pub fn join(at: SocketAddr, code: &str, name: &str, table: u8) -> Result<Self> {
        let agent = agent();
        let form = [("code", code), ("name", name), ("table", &table.to_string())];
        let led = post(&agent, at, "/api/join", &form)?;
        let board = led.strip_prefix("/plateau/").with_context(|| format!("{name} was led to {led}"))?;
        Ok(Self { board: board.parse()?, role: Role::Participant, name: name.to_owned(), at, cookie: cookies(&agent)? })
    }

    /// Takes the role behind a door: the address of the facilitation or of the projector.
    ///
    /// # Errors
    /// When the door does not open.
    pub fn enter(at: SocketAddr, door: &str, board: BoardId) -> Result<Self> {
        let (_, secret) = door.rsplit_once('/').context("a door is an address")?;
        let agent = agent();
        let led = post(&agent, at, "/api/enter", &[("secret", secret)])?;
        let role = match led.trim_start_matches('/').split('/').next() {
            Some("animer") => Role::Facilitator,
            Some("projecteur") => Role::Projector,
            _ => bail!("the door led to {led}"),
        };
        Ok(Self { board, role, name: String::new(), at, cookie: cookies(&agent)? })
    }

    /// The first organiser of a server that nobody has set up yet, from what it said when it started.
    ///
    /// # Errors
    /// When it did not say how to set it up, or does not let them.
    pub fn organise(at: SocketAddr, said: &str) -> Result<Self> {
        let secret = said.split("/installation/").nth(1).and_then(|rest| rest.split_whitespace().next());
        let secret = secret.with_context(|| format!("the server says no secret: {said}"))?;
        let agent = agent();
        let form = [("secret", secret), ("login", "banc"), ("password", "douze planches et un rideau")];
        let led = post(&agent, at, "/api/set-up", &form)?;
        ensure!(led.starts_with("/ateliers"), "whoever organises was led to {led}");
        let (board, name) = (BoardId(Uuid::nil()), String::new());
        Ok(Self { board, role: Role::Facilitator, name, at, cookie: cookies(&agent)? })
    }

    /// Saves the board under a name.
    ///
    /// # Errors
    /// When the server does not.
    pub fn save(&self, name: &str) -> Result<()> {
        let form = [("board", self.board.to_string()), ("name", name.to_owned())];
        let request = agent().post(address(self.at, "/api/save")).header("Cookie", &self.cookie);
        let request = request.header("Origin", address(self.at, "")).header("Accept", "*/*");
        let mut answer = request.send_form(form.iter().map(|(name, said)| (*name, said.as_str())))?;
        let said = answer.body_mut().read_to_string()?;
        ensure!(answer.status() == 200, "the board was not saved: {} {said}", answer.status());
        Ok(())
    }

    /// The same person at another board of their workshop.
    #[must_use]
    pub fn moved_to(&self, board: BoardId) -> Self {
        Self { board, ..self.clone() }
    }

    /// A page as this person gets it, whole: the status and the body.
    ///
    /// # Errors
    /// When nothing comes.
    pub fn get(&self, path: &str) -> Result<(u16, String)> {
        let mut answer = agent().get(address(self.at, path)).header("Cookie", &self.cookie).call()?;
        let body = answer.body_mut().with_config().limit(64 << 20).read_to_string()?;
        Ok((answer.status().as_u16(), body))
    }

    /// Opens the live connection; nothing is said on it yet.
    ///
    /// # Errors
    /// When the server refuses it.
    pub async fn dial(&self, traffic: Arc<Traffic>) -> Result<Wire> {
        let origin = format!("http://{}", self.at);
        Wire::open(self.at, LIVE, &[("Cookie", &self.cookie), ("Origin", &origin)], traffic).await
    }
}

/// Somebody nobody has met.
fn agent() -> Agent {
    let config = Agent::config_builder()
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .timeout_global(Some(PATIENCE));
    Agent::new_with_config(config.build())
}

/// Posts a form and returns the path that the answer leads to. Whoever is told that there are too many waits.
fn post(agent: &Agent, at: SocketAddr, path: &str, form: &[(&str, &str)]) -> Result<String> {
    let (begun, origin) = (Instant::now(), address(at, ""));
    while begun.elapsed() < QUEUE {
        let request = agent.post(address(at, path)).header("Accept", "text/html").header("Origin", &origin);
        let mut answer = request.send_form(form.iter().copied())?;
        let status = answer.status().as_u16();
        ensure!((300..400).contains(&status), "{path} answered {status}: {}", answer.body_mut().read_to_string()?);
        let location = answer.headers().get("location").context("a redirection says where")?.to_str()?;
        if location.contains(TOO_MANY) {
            std::thread::sleep(BREATH);
            continue;
        }
        return Ok(location.strip_prefix(&origin).unwrap_or(location).to_owned());
    }
    bail!("{path} asked for more patience than there is")
}

fn cookies(agent: &Agent) -> Result<String> {
    let jar = agent.cookie_jar_lock();
    let pairs: Vec<String> = jar.iter().map(|cookie| format!("{}={}", cookie.name(), cookie.value())).collect();
    ensure!(!pairs.is_empty(), "the server gave no cookie");
    Ok(pairs.join("; "))
}

fn address(at: SocketAddr, path: &str) -> String {
    format!("http://{at}{path}")
}
