//! The one file of a form that sends one: heard out to its end, and kept only as far as it may be long.

use axum::extract::{FromRequest, Multipart, Request};

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFile {
    /// None was chosen, or this is no form with a file.
    Missing,
    /// It is larger than it may be.
    TooLarge,
}

/// How many times what is kept is heard out before it is refused: browsers show no answer that comes while they are
/// still sending.
const PATIENCE: usize = 4;

/// What may be sent to an address that takes files of so many megabytes, in bytes.
#[must_use]
pub const fn heard(megabytes: usize) -> usize {
    PATIENCE * megabytes * 1024 * 1024
}

/// The bytes of the file in the form, which may have so many megabytes. What is too much is not kept.
///
/// # Errors
/// [`NoFile`], when there is none to keep.
pub async fn chosen(request: Request, megabytes: usize) -> Result<Vec<u8>, NoFile> {
    let most = megabytes * 1024 * 1024;
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| NoFile::Missing)?;
    let too_large = |_| NoFile::TooLarge;
    while let Some(mut field) = form.next_field().await.map_err(too_large)? {
        if field.name() != Some("file") {
            continue;
        }
        let (mut file, mut heard) = (Vec::new(), 0);
        while let Some(piece) = field.chunk().await.map_err(too_large)? {
            heard += piece.len();
            if heard <= most {
                file.extend(piece);
            }
        }
        return if heard <= most { Ok(file) } else { Err(NoFile::TooLarge) };
    }
    Err(NoFile::Missing)
}
