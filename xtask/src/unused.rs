//! Classes that a dependency exports for JavaScript and that no page of ours makes. wasm-bindgen must keep them, since it
//! cannot know who calls them. Server functions bring three with which a browser reads and writes streams: some three
//! kilobytes of a phone's first visit.

use anyhow::{Context, Result, ensure};
use std::path::Path;
use walrus::ModuleConfig;

/// The classes. Should a page begin to use one, the build says so.
const CLASSES: [&str; 3] = ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];

/// Takes them out of a script and its wasm, with all that only they reach.
pub fn take_out(script: &Path, wasm: &Path) -> Result<()> {
    let text = without(&std::fs::read_to_string(script)?);
    for class in CLASSES {
        ensure!(!text.contains(class), "{} uses {class}, which xtask/src/unused.rs takes out", script.display());
    }
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module = config.parse(&std::fs::read(wasm)?).context("the browser half cannot be read again")?;
    let of_a_class = |name: &str| {
        let name = name.trim_start_matches("__wbg_");
        CLASSES.iter().any(|class| name.strip_prefix(&class.to_lowercase()).is_some_and(|rest| rest.starts_with('_')))
    };
    let theirs: Vec<_> =
        module.exports.iter().filter(|export| of_a_class(&export.name)).map(|export| export.id()).collect();
    theirs.into_iter().for_each(|export| module.exports.delete(export));
    walrus::passes::gc::run(&mut module);
    std::fs::write(script, text)?;
    std::fs::write(wasm, module.emit_wasm())?;
    Ok(())
}

/// A script without the lines that define the classes: each from its first line to its last.
fn without(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut until: Option<String> = None;
    for line in script.lines() {
        if let Some(last) = &until {
            if line.starts_with(last) {
                until = None;
            }
            continue;
        }
        let class = |begins: &str| {
            line.strip_prefix(begins).and_then(|rest| {
                CLASSES.into_iter().find(|class| {
                    rest.strip_prefix(class)
                        .is_some_and(|rest| rest.starts_with(" {") || rest.starts_with("Finalization"))
                })
            })
        };
        if let Some(class) = class("export class ") {
            until = Some(format!("if (Symbol.dispose) {class}."));
        } else if class("const ").is_some() {
            until = Some(": new FinalizationRegistry(".to_owned());
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_goes_from_its_first_line_to_its_last_and_nothing_else_does() {
        let script = "export class IntoUnderlyingSink {\nclose() {\n}\n}\n\
            if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;\n\
            export class IntoUnderlyingSinkhole {\n}\n\
            const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')\n\
            ? { register: () => {}, unregister: () => {} }\n\
            : new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingsink_free(ptr, 1));\nlet wasm;\n";
        assert_eq!(without(script), "export class IntoUnderlyingSinkhole {\n}\nlet wasm;\n");
    }
}
