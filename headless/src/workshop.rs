//! A workshop on a server, created from its command line: the way an installation script would.

use crate::{Seat, Server};
use anyhow::{Context, Result, ensure};
use board::{BoardId, WorkshopId};
use serde::Deserialize;
use std::net::SocketAddr;

/// What `coulisses workshop create --json` prints.
#[derive(Clone, Debug, Deserialize)]
pub struct Workshop {
    /// Its id.
    pub id: WorkshopId,
    /// Its title.
    pub title: String,
    /// The code people join with.
    pub code: String,
    /// Its format, in minutes.
    pub format: u16,
    /// Its tables, in order.
    pub tables: Vec<Table>,
    /// Its addresses.
    pub links: Links,
    /// Where its server listens.
    #[serde(skip, default = "nowhere")]
    at: SocketAddr,
}

/// A table of a workshop.
#[derive(Clone, Debug, Deserialize)]
pub struct Table {
    /// Its number, from 1.
    pub table: u8,
    /// Its board.
    pub board: BoardId,
}

/// The addresses of a workshop.
#[derive(Clone, Debug, Deserialize)]
pub struct Links {
    /// Where people join.
    pub join: String,
    /// The door of the person who facilitates: its secret is in it.
    pub facilitate: String,
    /// The door of the room's screen.
    pub projector: String,
}

impl Workshop {
    /// Creates one on the server's folder, whether the server runs or not. The format is three hours.
    ///
    /// # Errors
    /// When the command fails, with what it said, or prints something else than a workshop.
    pub fn create(server: &Server, title: &str, tables: u8) -> Result<Self> {
        let mut create = server.command();
        create.args(["workshop", "create", "--json", "--title", title, "--format", "180"]);
        create.args(["--tables", &tables.to_string(), "--data"]).arg(server.data());
        let output = create.output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        let complained = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "no workshop was created: {}\n{complained}{said}", output.status);
        let workshop: Self = serde_json::from_str(&said).with_context(|| format!("not a workshop: {said}"))?;
        ensure!(workshop.tables.len() == usize::from(tables), "{tables} tables were asked for: {said}");
        Ok(Self { at: server.address(), ..workshop })
    }

    /// Somebody new takes a seat at a table (from 1).
    ///
    /// # Errors
    /// When the server does not let them.
    pub fn join(&self, name: &str, table: u8) -> Result<Seat> {
        Seat::join(self.at, &self.code, name, table)
    }

    /// Somebody new facilitates, at table 1; see [`Seat::moved_to`] for the others.
    ///
    /// # Errors
    /// When the server does not let them.
    pub fn facilitate(&self) -> Result<Seat> {
        Seat::enter(self.at, &self.links.facilitate, self.board(1)?)
    }

    /// The room's screen, at table 1.
    ///
    /// # Errors
    /// When the server does not let it.
    pub fn project(&self) -> Result<Seat> {
        Seat::enter(self.at, &self.links.projector, self.board(1)?)
    }

    /// The board of a table (from 1).
    ///
    /// # Errors
    /// When there is no such table.
    pub fn board(&self, table: u8) -> Result<BoardId> {
        let found = self.tables.iter().find(|found| found.table == table);
        Ok(found.with_context(|| format!("there is no table {table}"))?.board)
    }
}

fn nowhere() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workshop_is_read_from_what_the_command_prints() {
        let printed = r#"{"id":"0192f0c1-0000-7000-8000-000000000001","title":"Essai","code":"ABC234","format":180,
            "tables":[{"table":1,"board":"0192f0c1000070008000000000000002"}],
            "links":{"join":"http://h/rejoindre/ABC234","facilitate":"http://h/entree/s","projector":"http://h/entree/t"}}"#;
        let workshop: Workshop = serde_json::from_str(printed).expect("a workshop");
        let board = workshop.board(1).expect("the first table");
        assert_eq!(board.to_string(), "0192f0c1000070008000000000000002");
        assert!(workshop.board(2).is_err());
    }
}
