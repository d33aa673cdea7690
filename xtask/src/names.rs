//! Short names between a script and its wasm. What wasm-bindgen calls things ends with digits that do not compress: some
//! four kilobytes of a phone's first visit.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;
use walrus::ModuleConfig;

/// How the names begin that wasm-bindgen made, of which nobody else knows.
const MADE: [&str; 4] = ["__wbg_", "__wbindgen_", "__wasm_bindgen_", "wasm_bindgen__"];

/// Renames what the wasm imports from its script and exports to it, in both files.
pub fn shorten(script: &Path, wasm: &Path) -> Result<()> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module = config.parse(&std::fs::read(wasm)?).context("the browser half cannot be read again")?;
    let mut short = BTreeMap::new();
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    let exports = module.exports.iter_mut().map(|export| &mut export.name);
    for name in imports.chain(exports).filter(|name| MADE.iter().any(|made| name.starts_with(made))) {
        let next = format!("_{:x}", short.len());
        *name = short.entry(name.clone()).or_insert(next).clone();
    }
    let text = std::fs::read_to_string(script)?;
    std::fs::write(script, renamed(&text, &short))?;
    std::fs::write(wasm, module.emit_wasm())?;
    Ok(())
}

/// A script with other names: whole words only.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut text = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(part_of_name) {
        let end = rest[start..].find(|c| !part_of_name(c)).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        text.push_str(&rest[..start]);
        text.push_str(names.get(word).map_or(word, String::as_str));
        rest = &rest[end..];
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_renamed() {
        let names = BTreeMap::from([("__wbg_get_01".to_owned(), "_0".to_owned())]);
        let script = "imports.__wbg_get_01 = () => wasm.__wbg_get_012(\"__wbg_get_01\");";
        assert_eq!(renamed(script, &names), "imports._0 = () => wasm.__wbg_get_012(\"_0\");");
    }
}
