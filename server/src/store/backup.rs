//! Copies of the whole database: made while the server runs, put back while it does not.
//!
//! A copy is checked before it is called a backup, and again before it replaces anything. A restore never destroys
//! what it replaces.

mod sound;

pub use sound::Unsound;

use super::folder::{Folder, Occupied};
use super::sqlite::{settings, sql};
use sqlx::{ConnectOptions, Connection};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// Why there is no backup, or nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum Uncopied {
    /// The folder is in use, or cannot be used.
    #[error(transparent)]
    Folder(#[from] Occupied),
    /// There is nothing to save.
    #[error("il n’y a pas de base dans le dossier {0} : indiquez avec --data le dossier du serveur")]
    Nothing(PathBuf),
    /// The backup's file is there already.
    #[error("{0} existe déjà : choisissez un autre nom, une sauvegarde n’écrase jamais un fichier")]
    AlreadyThere(PathBuf),
    /// The file to restore is not there.
    #[error("{0} n’existe pas : vérifiez le chemin de la sauvegarde")]
    Missing(PathBuf),
    /// The copy is not a sound database of ours. Nothing was replaced.
    #[error("{file} ne peut pas servir de sauvegarde : {why}. Rien n’a été modifié")]
    Unsound {
        /// Which file.
        file: PathBuf,
        /// What is wrong with it.
        why: Unsound,
    },
    /// A file could not be read or written.
    #[error("{file} : {why}. Vérifiez les droits et la place sur le disque, puis recommencez")]
    File {
        /// Which file.
        file: PathBuf,
        /// What the system said.
        why: io::Error,
    },
    /// The database could not be copied.
    #[error("la base n’a pas pu être copiée ({0}). Vérifiez la place sur le disque, puis recommencez")]
    Database(#[from] sqlx::Error),
}

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the database that was in the folder is now; `None` when there was none.
    pub aside: Option<PathBuf>,
}

/// Copies the database of a data folder into a new file, as it is at one moment. The server may be running, in this
/// process or another; writers are not held up.
///
/// # Errors
/// [`Uncopied`]; the file is then not there.
pub async fn backup(folder: &Path, file: &Path) -> Result<(), Uncopied> {
    let database = folder.join("coulisses.db");
    if !database.exists() {
        return Err(Uncopied::Nothing(folder.to_path_buf()));
    }
    let folder = Folder::at(folder)?;
    let _hold = folder.visit().await?;
    if file.exists() {
        return Err(Uncopied::AlreadyThere(file.to_path_buf()));
    }
    // Under another name until it is whole and checked: a half-written file must not look like a backup.
    let draft = beside(file, ".part");
    remove(&draft)?;
    let copied = async {
        let mut connection = settings::reading(&folder.database()).connect().await?;
        sqlx::query(sql::COPY_INTO).bind(draft.to_string_lossy()).execute(&mut connection).await?;
        connection.close().await?;
        sound::check(&draft).await.map_err(|why| Uncopied::Unsound { file: draft.clone(), why })?;
        flush(&draft)?;
        // A link, unlike a renaming, does not replace a file that came to be there meanwhile.
        std::fs::hard_link(&draft, file).or_else(|_| rename_if_free(&draft, file)).map_err(|why| failed(file, why))
    };
    let copied = copied.await;
    remove(&draft)?;
    copied?;
    flush_folder_of(file)
}

/// Puts a backup in the place of a data folder's database, which is kept aside under another name.
///
/// # Errors
/// [`Uncopied`]; the folder is then as it was.
pub async fn restore(file: &Path, folder: &Path) -> Result<Restored, Uncopied> {
    if !file.is_file() {
        return Err(Uncopied::Missing(file.to_path_buf()));
    }
    let folder = Folder::at(folder)?;
    let _hold = folder.alone()?;
    let draft = folder.restoring();
    remove(&draft)?;
    std::fs::copy(file, &draft).map_err(|why| failed(&draft, why))?;
    if let Err(why) = sound::check(&draft).await {
        remove(&draft)?;
        return Err(Uncopied::Unsound { file: file.to_path_buf(), why });
    }
    flush(&draft)?;
    let aside = put_aside(&folder).await?;
    // From here to the renaming the folder has no database; the server refuses to start while the draft lies there.
    std::fs::rename(&draft, folder.database()).map_err(|why| failed(&draft, why))?;
    flush_folder_of(&folder.database())?;
    Ok(Restored { aside })
}

/// Renames the database, if there is one, together with its write-ahead log.
async fn put_aside(folder: &Folder) -> Result<Option<PathBuf>, Uncopied> {
    let database = folder.database();
    if database.exists() {
        // Opening and closing brings what is in the log into the file. If it is too damaged for that, both are kept.
        if let Ok(connection) = settings::existing(&database).connect().await {
            let _ = connection.close().await;
        }
    }
    let aside = folder.aside("restore");
    let mut moved = None;
    // The database first: without it a log is only read by whoever knows both, with it alone part of it would be lost.
    for ending in ["", "-wal", "-shm"] {
        let (from, to) = (beside(&database, ending), beside(&aside, ending));
        if from.exists() {
            std::fs::rename(&from, &to).map_err(|why| failed(&from, why))?;
            moved = Some(aside.clone());
        }
    }
    Ok(moved)
}

fn rename_if_free(from: &Path, to: &Path) -> io::Result<()> {
    if to.exists() { Err(io::ErrorKind::AlreadyExists.into()) } else { std::fs::rename(from, to) }
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn remove(file: &Path) -> Result<(), Uncopied> {
    match std::fs::remove_file(file) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => Err(failed(file, why)),
        _ => Ok(()),
    }
}

/// The disk has all of the file when this returns.
fn flush(file: &Path) -> Result<(), Uncopied> {
    File::options().write(true).open(file).and_then(|open| open.sync_all()).map_err(|why| failed(file, why))
}

/// The disk knows the file under its name when this returns.
fn flush_folder_of(file: &Path) -> Result<(), Uncopied> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|open| open.sync_all()).map_err(|why| failed(folder, why))
}

fn failed(file: &Path, why: io::Error) -> Uncopied {
    Uncopied::File { file: file.to_path_buf(), why }
}

#[cfg(test)]
mod tests;
