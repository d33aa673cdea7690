//! The style sheet: `style/main.css` with everything it imports, in one file, minified.
//!
//! Nesting is unfolded for the phones of a few years ago; nothing else is rewritten, so what is written is what is read.

use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Features, Targets};

/// Bundles the sheet at `entry`. Errors name the file and the line.
pub fn bundle(entry: &Path) -> Result<String> {
    ensure!(entry.exists(), "the style sheet is missing: {}", entry.display());
    let files = FileProvider::new();
    let targets = Targets { include: Features::Nesting, ..Targets::default() };
    let mut sheet =
        Bundler::new(&files, None, ParserOptions::default()).bundle(entry).map_err(|error| anyhow!("{error}"))?;
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| anyhow!("{error}"))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| anyhow!("{error}"))?.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place;

    #[test]
    fn imports_keep_their_layer_and_nesting_is_unfolded() -> Result<()> {
        let folder = place::target().join("xtask-tests/style");
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("main.css"), "@layer base, parts;\n@import \"a.css\" layer(parts);\n")?;
        std::fs::write(folder.join("a.css"), ".card { color: var(--ink); & > b { margin: 0 } }\n")?;
        let css = bundle(&folder.join("main.css"))?;
        assert_eq!(css, "@layer base;@layer parts{.card{color:var(--ink)}.card>b{margin:0}}");
        Ok(())
    }

    #[test]
    fn an_absent_sheet_is_named() {
        let error = bundle(Path::new("no/such/main.css")).expect_err("there is no such file");
        assert!(error.to_string().contains("no/such/main.css"));
    }
}
