//! The data folder: what the files in it are called, and who may touch them now.
//!
//! Locks say who is there; the system lets go of them when a process ends, however it ends. `coulisses.lock` is
//! shared by all who have the database open and taken alone by a restore. `serving.lock` is held by the one server.
//! A third, `opening.lock`, lasts only while somebody opens the database and brings it to its present shape.

use board::Millis;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// How long to wait for whoever is leaving: a server that stops finishes its writes first.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often to look again.
const GLANCE: Duration = Duration::from_millis(10);

/// Why a data folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Occupied {
    /// Another server runs on it.
    #[error("un serveur utilise déjà le dossier {0} : arrêtez-le d’abord, ou choisissez un autre dossier avec --data")]
    Serving(PathBuf),
    /// Something has the database open.
    #[error(
        "la base du dossier {0} est ouverte : arrêtez le serveur (et toute autre commande coulisses), puis recommencez"
    )]
    Open(PathBuf),
    /// A restore is at work.
    #[error("une restauration est en cours dans le dossier {0} : attendez qu’elle finisse, puis recommencez")]
    Restoring(PathBuf),
    /// Another command has been opening the database for long.
    #[error("une autre commande prépare la base du dossier {0} : attendez qu’elle finisse, puis recommencez")]
    Opening(PathBuf),
    /// The folder cannot be written.
    #[error(
        "impossible d’écrire dans le dossier {folder} ({why}) : vérifiez qu’il existe et que ce compte a le droit d’y écrire"
    )]
    Unwritable {
        /// Which folder.
        folder: PathBuf,
        /// What the system said.
        why: std::io::Error,
    },
}

/// A data folder.
#[derive(Clone, Debug)]
pub(super) struct Folder(PathBuf);

/// While this lives, others stay out as agreed.
#[derive(Debug)]
pub(super) struct Hold {
    locks: Vec<File>,
}

impl Folder {
    /// The folder at this path, made if it is not there.
    pub(super) fn at(path: &Path) -> Result<Self, Occupied> {
        let folder = Self(path.to_path_buf());
        std::fs::create_dir_all(path).map_err(|why| folder.unwritable(why))?;
        Ok(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// The database.
    pub(super) fn database(&self) -> PathBuf {
        self.0.join("coulisses.db")
    }

    /// A restored database before it takes its place.
    pub(super) fn restoring(&self) -> PathBuf {
        self.0.join("coulisses.db.restoring")
    }

    /// What the database of this moment is called when another takes its place, or its shape is about to change.
    pub(super) fn aside(&self, before: &str) -> PathBuf {
        let moment = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        self.0.join(format!("coulisses.before-{before}-{moment}.db"))
    }

    /// Deletes the databases that were put aside here before this moment.
    pub(super) fn forget_copies(&self, before: Millis) -> std::io::Result<()> {
        for file in std::fs::read_dir(&self.0)?.flatten() {
            let name = file.file_name();
            if put_aside(&name.to_string_lossy()).is_some_and(|moment| moment < before) {
                std::fs::remove_file(file.path())?;
            }
        }
        Ok(())
    }

    /// While the database is opened: one at a time.
    pub(super) async fn opening(&self) -> Result<Hold, Occupied> {
        let opening = self.wait(|| self.take("opening.lock", File::try_lock), Occupied::Opening).await?;
        Ok(Hold { locks: vec![opening] })
    }

    /// For the one server of this folder.
    pub(super) async fn serve(&self) -> Result<Hold, Occupied> {
        let serving = self.wait(|| self.take("serving.lock", File::try_lock), Occupied::Serving).await?;
        let mut hold = self.visit().await?;
        hold.locks.push(serving);
        Ok(hold)
    }

    /// For a command that works beside a server.
    pub(super) async fn visit(&self) -> Result<Hold, Occupied> {
        let open = self.wait(|| self.take("coulisses.lock", File::try_lock_shared), Occupied::Restoring).await?;
        Ok(Hold { locks: vec![open] })
    }

    /// For a restore, with nobody else in the folder. Does not wait: whoever is there is not about to leave.
    pub(super) fn alone(&self) -> Result<Hold, Occupied> {
        match self.take("coulisses.lock", File::try_lock)? {
            Some(lock) => Ok(Hold { locks: vec![lock] }),
            None => Err(Occupied::Open(self.0.clone())),
        }
    }

    async fn wait(
        &self,
        mut take: impl FnMut() -> Result<Option<File>, Occupied>,
        why: fn(PathBuf) -> Occupied,
    ) -> Result<File, Occupied> {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(lock) = take()? {
                return Ok(lock);
            }
            if Instant::now() > until {
                return Err(why(self.0.clone()));
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    fn take(&self, name: &str, lock: fn(&File) -> Result<(), TryLockError>) -> Result<Option<File>, Occupied> {
        let file = File::options().create(true).truncate(false).write(true).open(self.0.join(name));
        let file = file.map_err(|why| self.unwritable(why))?;
        match lock(&file) {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(why)) => Err(self.unwritable(why)),
        }
    }

    fn unwritable(&self, why: std::io::Error) -> Occupied {
        Occupied::Unwritable { folder: self.0.clone(), why }
    }
}

/// When the file of this name was put aside, if it is one of [`Folder::aside`] or goes with one.
fn put_aside(name: &str) -> Option<Millis> {
    let (_, moment) = name.strip_prefix("coulisses.before-")?.split_once('-')?;
    let (moment, ending) = moment.split_once('.')?;
    let ours = ["db", "db-wal", "db-shm"].contains(&ending);
    moment.parse().ok().filter(|_| ours).map(Millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_forgotten_by_their_age_and_nothing_else_is() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = Folder::at(place.path()).expect("it is there");
        let old = [
            "coulisses.before-update-1000.db",
            "coulisses.before-restore-1999.db",
            "coulisses.before-restore-1999.db-wal",
        ];
        let stays = [
            "coulisses.before-update-2000.db",
            "coulisses.db",
            "coulisses.db-wal",
            "coulisses.before-x-1.zip",
            "1000.db",
        ];
        for name in old.into_iter().chain(stays) {
            std::fs::write(place.path().join(name), b"").expect("a file");
        }
        let name = folder.aside("update").file_name().expect("a name").to_string_lossy().into_owned();
        assert!(
            put_aside(&name).is_some_and(|moment| moment.0 > 1_700_000_000_000),
            "what is put aside now is known as it"
        );
        folder.forget_copies(Millis(2000)).expect("they can be deleted");
        for name in old {
            assert!(!place.path().join(name).exists(), "{name}");
        }
        for name in stays {
            assert!(place.path().join(name).exists(), "{name}");
        }
    }
}
