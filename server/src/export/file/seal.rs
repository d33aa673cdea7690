//! The checksum of a board file: it tells a copy that was cut or changed on the way. It is no signature: whoever wants
//! to deceive can count too.

use super::BoardFile;
use crate::site;
use sha2::{Digest, Sha256};

impl BoardFile {
    /// The same file with its checksum.
    #[must_use]
    pub fn sealed(self) -> Self {
        let checksum = self.count();
        Self { checksum, ..self }
    }

    /// Whether the file is the one that was written. Spaces and line ends between its values do not count.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.checksum == self.count()
    }

    /// SHA-256 of the file as compact JSON, its keys in the order of the schema, without the checksum itself.
    fn count(&self) -> String {
        let bare = Self { checksum: String::new(), ..self.clone() };
        let text = serde_json::to_vec(&bare).expect("our types always serialise");
        site::hex(&Sha256::digest(&text))
    }
}
