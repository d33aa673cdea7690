//! A program that we started: what it uses, by `/proc`, and how it ends.
//!
//! Only ever its own child, by its own number: nothing here looks for a process by name.

use anyhow::{Context, Result, bail, ensure};
use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Linux counts a process's time in hundredths of a second, whatever the kernel's own clock does.
const TICK: Duration = Duration::from_millis(10);
/// Whoever has not answered by then will not.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two looks at something that is about to happen.
const GLANCE: Duration = Duration::from_millis(1);

/// What a process uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// The time its threads spent on a processor, to a hundredth of a second.
    pub cpu: Duration,
    /// The bytes it holds in memory now.
    pub rss: u64,
    /// The most it ever held.
    pub peak_rss: u64,
}

/// A running child; it dies with this value.
#[derive(Debug)]
pub struct Process {
    child: Child,
    said: PathBuf,
}

impl Process {
    /// Starts a program whose words go to a file.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(command: &mut Command, said: &Path) -> Result<Self> {
        let out = File::options().create(true).append(true).open(said)?;
        command.stdin(Stdio::null()).stdout(out.try_clone()?).stderr(out);
        let child = command.spawn().with_context(|| format!("cannot start {:?}", command.get_program()))?;
        Ok(Self { child, said: said.to_owned() })
    }

    /// Waits until the program answers, as `answers` judges.
    ///
    /// # Errors
    /// When it ends before, with what it said; or when it takes too long.
    pub fn wait_until(&mut self, mut answers: impl FnMut() -> bool) -> Result<()> {
        let begun = Instant::now();
        while !answers() {
            if let Some(status) = self.child.try_wait()? {
                bail!("the program ended with {status}:\n{}", self.said());
            }
            ensure!(begun.elapsed() < PATIENCE, "the program does not answer:\n{}", self.said());
            std::thread::sleep(GLANCE);
        }
        Ok(())
    }

    /// What it uses.
    ///
    /// # Errors
    /// When it is gone, or the system has no `/proc`.
    pub fn usage(&self) -> Result<Usage> {
        let read = |file: &str| {
            let path = format!("/proc/{}/{file}", self.child.id());
            fs::read_to_string(&path).with_context(|| path)
        };
        let (rss, peak_rss) = memory(&read("status")?).context("/proc/…/status reads otherwise than it used to")?;
        let cpu = cpu(&read("stat")?).context("/proc/…/stat reads otherwise than it used to")?;
        Ok(Usage { cpu, rss, peak_rss })
    }

    /// Everything it said so far.
    #[must_use]
    pub fn said(&self) -> String {
        fs::read_to_string(&self.said).unwrap_or_default()
    }

    /// SIGKILL: what a power cut is to a program.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// SIGTERM, and waits for the end. Returns how long that took.
    ///
    /// # Errors
    /// When it does not end, or ends as a failure.
    pub fn terminate(mut self) -> Result<Duration> {
        let begun = Instant::now();
        // The standard library only knows SIGKILL.
        let sent = Command::new("sh").args(["-c", &format!("kill -TERM {}", self.child.id())]).status()?;
        ensure!(sent.success(), "the signal was not sent");
        loop {
            if let Some(status) = self.child.try_wait()? {
                ensure!(status.success(), "asked to end, the program ended with {status}:\n{}", self.said());
                return Ok(begun.elapsed());
            }
            ensure!(begun.elapsed() < PATIENCE, "asked to end, the program goes on:\n{}", self.said());
            std::thread::sleep(GLANCE);
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port of this machine that nobody listens on.
///
/// # Errors
/// When there is none left.
pub fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}

/// User and system time, fields 14 and 15; the name before them may hold spaces and brackets.
fn cpu(stat: &str) -> Option<Duration> {
    let (_, after_name) = stat.rsplit_once(')')?;
    let mut fields = after_name.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<u32>().ok()? + fields.next()?.parse::<u32>().ok()?;
    Some(TICK * ticks)
}

/// `VmRSS` and `VmHWM`, which are in kibibytes.
fn memory(status: &str) -> Option<(u64, u64)> {
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib * 1024)
    };
    Some((field("VmRSS:")?, field("VmHWM:")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_and_memory_are_read_where_linux_writes_them() {
        let stat = "42 (a) b) S 1 42 42 0 -1 4194560 5 0 0 0 250 75 9 9 20 0 8 0 123 1 2 3";
        assert_eq!(cpu(stat), Some(Duration::from_millis(3250)));
        assert_eq!(cpu("42 (a) S 1"), None);
        let status = "Name:\ta\nVmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\n";
        assert_eq!(memory(status), Some((1024 * 1024, 2 * 1024 * 1024)));
        assert_eq!(memory("Name:\ta\n"), None);
    }

    #[test]
    fn a_program_that_ends_before_it_answers_is_reported_with_its_words() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut sh = Command::new("sh");
        sh.args(["-c", "echo no disk; exit 3"]);
        let mut process = Process::start(&mut sh, &folder.path().join("said")).expect("sh starts");
        let error = process.wait_until(|| false).expect_err("it never answers").to_string();
        assert!(error.contains("no disk") && error.contains('3'), "{error}");
    }

    #[test]
    fn a_program_asked_to_end_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut sh = Command::new("sh");
        sh.args(["-c", "trap 'exit 0' TERM; echo ready; while :; do read -t 1 x < /dev/zero; done"]);
        let mut process = Process::start(&mut sh, &folder.path().join("said")).expect("sh starts");
        let said = folder.path().join("said");
        process.wait_until(|| fs::read_to_string(&said).is_ok_and(|said| said.contains("ready"))).expect("it is ready");
        assert!(process.usage().expect("it is there").rss > 0);
        process.terminate().expect("it ends");
    }
}
