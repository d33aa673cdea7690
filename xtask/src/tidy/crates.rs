//! Rules for manifests: who may depend on whom, so that the layers stay layers.

use super::{File, Refusal};

/// Each crate of the product, and what it must never depend on: board ← app ← server.
const FORBIDDEN: [(&str, &[&str], &str); 6] = [
    (
        "board/Cargo.toml",
        &[
            "app",
            "server",
            "participant",
            "replay",
            "stage",
            "tokio",
            "leptos",
            "sqlx",
            "axum",
            "web-sys",
            "wasm-bindgen",
        ],
        "a board is pure: the same everywhere, with no clock, network or page",
    ),
    (
        "app/Cargo.toml",
        &["server", "participant", "replay", "stage", "sqlx"],
        "pages ask the machine through a port, they do not know it",
    ),
    ("frontend/participant/Cargo.toml", &["server", "sqlx", "tokio", "axum"], "the browser has no server inside"),
    ("frontend/replay/Cargo.toml", &["server", "sqlx", "tokio", "axum"], "the browser has no server inside"),
    ("frontend/stage/Cargo.toml", &["server", "sqlx", "tokio", "axum"], "the browser has no server inside"),
    ("server/Cargo.toml", &["participant", "replay", "stage", "xtask"], "the server embeds the browser half as files"),
];

pub fn refusals(file: &File) -> Vec<Refusal> {
    let Some((_, forbidden, why)) = FORBIDDEN.iter().find(|(path, ..)| *path == file.path) else { return Vec::new() };
    let found = dependencies(file).filter(|(_, name)| forbidden.contains(name));
    found.map(|(at, name)| Refusal::new(file, at, format!("depends on `{name}`: {why}"))).collect()
}

/// The names of all dependencies of all kinds, with their lines: `name = …`, `name.workspace = true`
/// and `[dependencies.name]`.
fn dependencies(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let mut listing = false;
    file.lines().filter_map(move |(at, line)| {
        if let Some(table) = line.trim().strip_prefix('[') {
            let table = table.trim_end_matches(']');
            listing = table.ends_with("dependencies");
            let named = table.rsplit_once("dependencies.").map(|(_, name)| (at, name.trim_matches('"')));
            return named;
        }
        let name = line.split(['=', '.']).next().unwrap_or_default().trim().trim_matches('"');
        let entry = listing && line.contains('=') && !name.starts_with('#');
        // A renamed crate is still that crate.
        let package = line.split_once("package = \"").and_then(|(_, rest)| rest.split('"').next());
        entry.then_some((at, package.unwrap_or(name)))
    })
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        refusals(&file(path, text)).into_iter().map(|refusal| refusal.line).collect()
    }

    #[test]
    fn a_board_that_knows_a_runtime_is_refused_however_it_is_written() {
        assert_eq!(lines("board/Cargo.toml", "[dependencies]\nserde.workspace = true\ntokio = \"1\"\n"), [3]);
        assert_eq!(lines("board/Cargo.toml", "[dependencies]\nleptos.workspace = true\n"), [2]);
        assert_eq!(lines("board/Cargo.toml", "[dev-dependencies.sqlx]\nversion = \"1\"\n"), [1]);
        assert_eq!(lines("board/Cargo.toml", "[target.'cfg(unix)'.dependencies]\nweb = { package = \"axum\" }\n"), [2]);
    }

    #[test]
    fn the_direction_is_board_app_server() {
        assert_eq!(
            lines("app/Cargo.toml", "[dependencies]\nboard.workspace = true\nserver = { path = \"../server\" }\n"),
            [3]
        );
        assert_eq!(lines("server/Cargo.toml", "[dependencies]\nstage = { path = \"../frontend/stage\" }\n"), [2]);
        assert!(
            lines("server/Cargo.toml", "[dependencies]\nboard.workspace = true\napp.workspace = true\n").is_empty()
        );
    }

    #[test]
    fn a_name_outside_the_dependencies_is_no_dependency() {
        assert!(lines("board/Cargo.toml", "[package]\nname = \"board\"\n[features]\ntokio = []\n").is_empty());
    }
}
