//! Compressed siblings of the files that shrink: `.br` for browsers over HTTPS, `.gz` for those on a local network.
//!
//! Done once at build time at the highest quality, so that the server never spends a request's time on it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::site;

/// Formats that are not compressed already.
const SHRINKS: [&str; 9] = ["css", "html", "ico", "js", "json", "svg", "txt", "wasm", "webmanifest"];

/// Writes `name.br` and `name.gz` beside every file of the folder that gets smaller by it.
pub fn siblings(folder: &Path) -> Result<()> {
    for (_, path) in site::files(folder)? {
        let shrinks = path.extension().is_some_and(|extension| SHRINKS.iter().any(|known| extension == *known));
        if !shrinks {
            continue;
        }
        let content = fs::read(&path)?;
        keep_if_smaller(&path, "br", &content, &brotli(&content)?)?;
        keep_if_smaller(&path, "gz", &content, &gzip(&content)?)?;
    }
    Ok(())
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: content.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut packed, &params)?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(content)?;
    Ok(packer.finish()?)
}

fn keep_if_smaller(path: &Path, suffix: &str, content: &[u8], packed: &[u8]) -> Result<()> {
    if packed.len() < content.len() {
        fs::write(PathBuf::from(format!("{}.{suffix}", path.display())), packed)?;
    }
    Ok(())
}
