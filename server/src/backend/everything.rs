//! Everything of the organisation in one archive: each saved board as a page that opens anywhere, as data to import
//! again and as tables, and the register. Pictures and documents are left out: they take seconds a board, and each board
//! gives its own.
//!
//! It is sent while it is made, one board at a time: memory holds one board, whatever there is. An archive that could
//! not be finished ends as a broken connection and never as a shorter archive.

use super::{Machine, told};
use crate::export::export;
use app::api::{AppError, Deed, Library as _, RegisterLine, Visitor};
use app::routes::{Export, Flavour, Route, Subject};
use app::text::{Words, datetime, moment, words};
use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures::{StreamExt, stream};
use std::io::{self, Write};
use std::sync::Arc;
use tokio::sync::mpsc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What is taken of each board.
const TAKEN: [Export; 4] = [
    Export::Html,
    Export::Json,
    Export::Csv(Subject::Links, Flavour::Spreadsheet),
    Export::Csv(Subject::Actions, Flavour::Spreadsheet),
];
/// How many pieces of the archive may wait for whoever takes it.
const WAITING: usize = 16;
/// How many lines of the register are read at once.
const AT_ONCE: u32 = 500;

/// A file for the archive, or its end: an archive without one was not finished.
enum Piece {
    File(String, Vec<u8>),
    End,
}

/// Where the archive is written to: whoever takes it away.
struct Pipe(mpsc::Sender<io::Result<Vec<u8>>>);

impl Machine {
    /// The archive, for an organiser.
    ///
    /// # Errors
    /// [`AppError::SignedOut`] or [`AppError::ReadsOnly`] for whoever does not organise.
    pub async fn everything(self: &Arc<Self>, who: Visitor) -> Result<Response, AppError> {
        self.organiser(who).await?;
        self.write_down(who, Deed::ExportedAll, None).await?;
        let (pieces, to_pack) = mpsc::channel(1);
        let (sent, taken) = mpsc::channel(WAITING);
        let machine = self.clone();
        tokio::spawn(async move {
            // Without the piece that ends it, the archive is broken off.
            if let Err(error) = machine.gather_all(who, &pieces).await {
                tracing::error!(%error, "everything could not be taken away");
            }
        });
        tokio::task::spawn_blocking(move || {
            if let Err(error) = pack(to_pack, Pipe(sent.clone())) {
                let _ = sent.blocking_send(Err(error));
            }
        });
        let name = format!("attachment; filename=\"coulisses-{}.zip\"", &datetime(crate::now())[..10]);
        let kept = [(header::CACHE_CONTROL, "no-store".to_owned()), (header::CONTENT_DISPOSITION, name)];
        let body = stream::unfold(taken, |mut taken| async { taken.recv().await.map(|piece| (piece, taken)) });
        // Whoever compresses asks once more after the end.
        let body = body.fuse();
        Ok(([(header::CONTENT_TYPE, "application/zip")], kept, Body::from_stream(body)).into_response())
    }

    async fn gather_all(&self, who: Visitor, pieces: &mpsc::Sender<Piece>) -> Result<(), AppError> {
        let words = words(who.lang);
        let say = words.export();
        let put = async |name: String, content: Vec<u8>| {
            pieces.send(Piece::File(name, content)).await.map_err(|_| AppError::TryAgain)
        };
        let mut contents = String::new();
        for mark in self.store.marks().await.map_err(told)? {
            let saved = match self.saved(who, mark.id).await {
                Ok(saved) => saved,
                // One that cannot be read, or was erased meanwhile, must not keep the others here.
                Err(_) => {
                    contents.push_str(&format!("{}-{}: {}\n", say.file_board, mark.id, words.library().unread));
                    continue;
                }
            };
            let place = words.library().place(&saved.card.table.to_string(), &saved.card.workshop);
            let when = moment(words, mark.at);
            contents.push_str(&format!("{}-{}: {}. {place}, {when}\n", say.file_board, mark.id, saved.card.name));
            let (kept, workshop) = self.may_read(who, mark.id).await?;
            let loaded = self.deck_of_mark(&kept, &workshop).await?;
            let made = move || TAKEN.map(|file| (file, export(&saved, &loaded.deck, words, file)));
            for (file, made) in self.at_leisure(made).await? {
                let name = file.name().trim_start_matches("export.");
                let name = if file.name() == name { name.to_owned() } else { format!("{}.{name}", say.file_board) };
                let content = made.map_err(|_| AppError::TryAgain)?.content;
                put(format!("{}-{}/{name}", say.file_board, mark.id), content).await?;
            }
        }
        put(format!("{}.txt", words.register().title.to_lowercase()), self.register_text(words).await?).await?;
        let text = format!("{}\n\n{contents}\n{}\n", words.organisation().export_hint, say.about_names);
        put(say.readme.to_owned(), text.replace('\n', "\r\n").into_bytes()).await?;
        pieces.send(Piece::End).await.map_err(|_| AppError::TryAgain)
    }

    /// The whole register as text, the newest line first.
    async fn register_text(&self, words: Words) -> Result<Vec<u8>, AppError> {
        let (mut text, mut skip) = (String::new(), 0);
        loop {
            let (lines, total) = self.store.register((skip, AT_ONCE)).await.map_err(told)?;
            for line in lines {
                let (at, who, act) = (line.at, line.who, line.act);
                let line = RegisterLine { at, who, act, mark: line.mark, workshop: line.workshop };
                let about = line.mark.map(|mark| Route::Saved(mark).to_string());
                let about = about.or(line.workshop.map(|number| words.register().workshop(&number.to_string())));
                let told = app::pages::register_line(words, &line);
                text.push_str(&format!("{}\t{told}\t{}\r\n", datetime(at), about.unwrap_or_default()));
            }
            skip += AT_ONCE;
            if skip >= total {
                return Ok(text.into_bytes());
            }
        }
    }
}

/// Packs what comes, as it comes.
fn pack(mut pieces: mpsc::Receiver<Piece>, pipe: Pipe) -> io::Result<()> {
    let mut archive = ZipWriter::new_stream(pipe);
    while let Some(piece) = pieces.blocking_recv() {
        match piece {
            Piece::File(name, content) => {
                archive.start_file(name, SimpleFileOptions::default())?;
                archive.write_all(&content)?;
            }
            Piece::End => return archive.finish().map(drop).map_err(io::Error::from),
        }
    }
    Err(io::ErrorKind::UnexpectedEof.into())
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Whoever took it has gone: nothing more is made.
        self.0.blocking_send(Ok(bytes.to_vec())).map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
