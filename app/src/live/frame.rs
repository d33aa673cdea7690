//! One message down, as bytes: the server encodes it once for everybody who gets it.

use crate::api::AppError;
use board::protocol::{ClientMessage, ServerMessage};
use bytes::Bytes;

/// A [`ServerMessage`] in postcard. Cloning it copies nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame(Bytes);

impl Frame {
    /// The bytes of a message.
    #[must_use]
    pub fn of(message: &ServerMessage) -> Self {
        Self(postcard::to_allocvec(message).expect("our types always serialise").into())
    }

    /// The message.
    ///
    /// # Errors
    /// [`AppError::TryAgain`] when the bytes are not a message of this protocol.
    pub fn read(&self) -> Result<ServerMessage, AppError> {
        postcard::from_bytes(&self.0).map_err(|_| AppError::TryAgain)
    }

    /// The bytes, as they go over the wire. Copies nothing.
    #[must_use]
    pub fn bytes(&self) -> Bytes {
        self.0.clone()
    }

    /// How many bytes a message up is.
    #[must_use]
    pub fn weight_up(message: &ClientMessage) -> usize {
        postcard::experimental::serialized_size(message).unwrap_or_default()
    }

    /// How many bytes it is.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "no message is empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// Bytes that came over the wire, read or not.
impl From<Bytes> for Frame {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}
