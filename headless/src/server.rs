//! The real server: the binary itself, on a data folder of its own and a port that was free.

use crate::process::{Process, Usage, free_address};
use anyhow::{Context, Result};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The server. It keeps its address and its folder through kills and restarts, and ends with this value.
#[derive(Debug)]
pub struct Server {
    binary: PathBuf,
    folder: TempDir,
    address: SocketAddr,
    process: Option<Process>,
}

impl Server {
    /// A folder with nothing in it and an address; nothing runs yet.
    ///
    /// # Errors
    /// When there is no binary, no temporary folder or no free port.
    pub fn prepare(binary: &Path) -> Result<Self> {
        let binary = binary.canonicalize().with_context(|| format!("no server at {}", binary.display()))?;
        Ok(Self { binary, folder: tempfile::tempdir()?, address: free_address()?, process: None })
    }

    /// A server on an empty folder, once it answers.
    ///
    /// # Errors
    /// As [`Server::prepare`] and [`Server::run`].
    pub fn start(binary: &Path) -> Result<Self> {
        let mut server = Self::prepare(binary)?;
        server.run()?;
        Ok(server)
    }

    /// Starts it on its folder and waits until it answers. Returns how long that took.
    ///
    /// # Errors
    /// When it ends before it answers, with what it said.
    pub fn run(&mut self) -> Result<Duration> {
        let mut serve = self.command();
        serve.args(["serve", "--listen", &self.address.to_string(), "--data"]).arg(self.data());
        let begun = Instant::now();
        let mut process = Process::start(&mut serve, &self.folder.path().join("said.txt"))?;
        let address = self.address;
        process.wait_until(|| answers(address).is_ok_and(|answers| answers))?;
        let took = begun.elapsed();
        self.process = Some(process);
        Ok(took)
    }

    /// SIGKILL. Nothing happens to one that does not run.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn kill(&mut self) -> Result<()> {
        self.process.take().map_or(Ok(()), Process::kill)
    }

    /// SIGTERM, and waits for the end. Returns how long that took.
    ///
    /// # Errors
    /// When it does not run, does not end, or ends as a failure.
    pub fn stop(&mut self) -> Result<Duration> {
        self.process.take().context("the server does not run")?.terminate()
    }

    /// What it uses.
    ///
    /// # Errors
    /// When it does not run.
    pub fn usage(&self) -> Result<Usage> {
        self.process.as_ref().context("the server does not run")?.usage()
    }

    /// Everything it said since it was first started; nothing while it does not run.
    #[must_use]
    pub fn said(&self) -> String {
        self.process.as_ref().map(Process::said).unwrap_or_default()
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The same binary, for another of its commands.
    #[must_use]
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.binary);
        command.current_dir(self.folder.path());
        command
    }
}

/// Whether the home page comes.
fn answers(address: SocketAddr) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(2)))?;
    stream.write_all(format!("GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes())?;
    let mut said = Vec::new();
    stream.read_to_end(&mut said)?;
    Ok(said.starts_with(b"HTTP/1.1 200"))
}
