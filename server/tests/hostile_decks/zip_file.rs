//! Archives written byte by byte, so that every byte can lie.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A file of an archive, as its list and its own head say it.
#[derive(Clone)]
pub struct Entry {
    pub name: Vec<u8>,
    /// The name in the file's own head, where it differs.
    pub local_name: Option<Vec<u8>>,
    pub flags: u16,
    pub method: u16,
    pub crc: u32,
    /// What is there, packed.
    pub packed: Vec<u8>,
    pub packed_size: u32,
    pub size: u32,
    /// The mode of Unix, in the upper half.
    pub attributes: u32,
    /// Where the list says it is, where that is not where it is; behind everything there is, the place of the file
    /// called `kernel`.
    pub at: Option<usize>,
}

impl Entry {
    /// A file that is packed.
    pub fn of(name: &str, content: &[u8]) -> Self {
        Self::named(name.as_bytes(), content)
    }

    /// The same with a name that may be no text.
    pub fn named(name: &[u8], content: &[u8]) -> Self {
        Self::packed_by(name, content, CompressionMethod::Deflated, 8)
    }

    /// A file that is not packed.
    pub fn stored(name: &str, content: &[u8]) -> Self {
        Self::packed_by(name.as_bytes(), content, CompressionMethod::Stored, 0)
    }

    /// The same file in a folder.
    pub fn in_folder(mut self, folder: &str) -> Self {
        self.name = [folder.as_bytes(), &self.name].concat();
        self
    }

    fn packed_by(name: &[u8], content: &[u8], how: CompressionMethod, method: u16) -> Self {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("x", SimpleFileOptions::default().compression_method(how)).expect("a file");
        writer.write_all(content).expect("it is written");
        let mut archive = ZipArchive::new(writer.finish().expect("an archive")).expect("an archive");
        let mut file = archive.by_index_raw(0).expect("a file");
        let (crc, mut packed) = (file.crc32(), Vec::new());
        file.read_to_end(&mut packed).expect("it is read");
        let size = |length: usize| u32::try_from(length).expect("it is not so large");
        Self {
            name: name.to_vec(),
            local_name: None,
            // Names are UTF-8.
            flags: 1 << 11,
            method,
            crc,
            packed_size: size(packed.len()),
            size: size(content.len()),
            packed,
            attributes: 0o100_644 << 16,
            at: None,
        }
    }

    /// What the list and the head have in common.
    fn facts(&self) -> Vec<u8> {
        let mut facts = Vec::new();
        for number in [self.flags, self.method, 0, 0x21] {
            facts.extend(number.to_le_bytes());
        }
        for number in [self.crc, self.packed_size, self.size] {
            facts.extend(number.to_le_bytes());
        }
        facts
    }
}

/// An archive.
pub struct Zip {
    pub entries: Vec<Entry>,
    /// How many files it says it has, where that is not so.
    pub told: Option<u16>,
}

impl Zip {
    pub fn of(entries: Vec<Entry>) -> Self {
        Self { entries, told: None }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let (mut bytes, mut list, mut kernel) = (Vec::new(), Vec::new(), 0);
        for entry in &self.entries {
            let here = bytes.len();
            if entry.name == b"kernel" {
                kernel = here;
            }
            let at = match entry.at {
                Some(usize::MAX) => kernel,
                Some(at) => at,
                None => here,
            };
            if entry.at.is_none() {
                let name = entry.local_name.as_ref().unwrap_or(&entry.name);
                bytes.extend(b"PK\x03\x04\x14\x00");
                bytes.extend(entry.facts());
                bytes.extend(short(name.len()));
                bytes.extend([0, 0]);
                bytes.extend(name);
                bytes.extend(&entry.packed);
            }
            // Made on Unix, so that the attributes are a mode.
            list.extend(b"PK\x01\x02\x14\x03\x14\x00");
            list.extend(entry.facts());
            list.extend(short(entry.name.len()));
            list.extend([0; 8]);
            list.extend(entry.attributes.to_le_bytes());
            list.extend(long(at));
            list.extend(&entry.name);
        }
        let told = self.told.unwrap_or_else(|| u16::try_from(self.entries.len()).expect("few files")).to_le_bytes();
        let (start, length) = (long(bytes.len()), long(list.len()));
        bytes.extend(list);
        bytes.extend(b"PK\x05\x06\x00\x00\x00\x00");
        bytes.extend([told, told].concat());
        bytes.extend([length, start].concat());
        bytes.extend([0, 0]);
        bytes
    }
}

fn short(number: usize) -> [u8; 2] {
    u16::try_from(number).expect("it is not so long").to_le_bytes()
}

fn long(number: usize) -> [u8; 4] {
    u32::try_from(number).expect("it is not so large").to_le_bytes()
}
