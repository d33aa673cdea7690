//! The commands that do one thing and end.

use crate::config::{Create, Folder};
use crate::decks::{self, Diagnostic, Sources};
use crate::store::{self, Sqlite};
use crate::workshops::{self, Wish};
use anyhow::{Context, Result, anyhow, bail};
use app::api::NotTaken;
use app::pages::refused_deck;
use app::routes::Route;
use app::text::words;
use board::Role;
use board::deck::Lang;
use serde_json::json;
use std::path::Path;

/// Where people reach the server unless told otherwise.
const HERE: &str = "http://127.0.0.1:3000";

/// `coulisses workshop create`.
///
/// # Errors
/// When the store cannot be opened or fails.
pub async fn create(wish: Create) -> Result<()> {
    let store = Sqlite::visit(&wish.folder.data).await?;
    decks::keep_embedded(&store).await?;
    let asked = Wish { title: wish.title, format: wish.format, tables: wish.tables, assigned: false };
    let workshop = workshops::create(&store, asked).await?;
    let public_url = wish.reached.public_url.as_deref().unwrap_or(HERE);
    let facilitate = Route::Door(workshops::grant(&store, workshop.id, Role::Facilitator, "").await?);
    let projector = Route::Door(workshops::grant(&store, workshop.id, Role::Projector, "").await?);
    let join = Route::Join(workshop.code.clone());
    let tables =
        workshop.boards.iter().zip(1..).map(|(board, table)| json!({ "table": table, "board": board.to_string() }));
    if wish.json {
        let said = json!({
            "id": workshop.id.to_string(),
            "title": workshop.title,
            "code": workshop.code,
            "format": workshop.format,
            "tables": tables.collect::<Vec<_>>(),
            "links": {
                "join": format!("{public_url}{join}"),
                "facilitate": format!("{public_url}{facilitate}"),
                "projector": format!("{public_url}{projector}"),
            },
        });
        println!("{said:#}");
    } else {
        println!("{}, code {}", workshop.title, workshop.code);
        println!("  animer     {public_url}{facilitate}");
        println!("  projeter   {public_url}{projector}");
        println!("  rejoindre  {public_url}{join}");
    }
    store.close().await;
    Ok(())
}

/// `coulisses check-deck`.
///
/// # Errors
/// When there is something to put right: everything is said, in the order of the files and their lines.
pub fn check_deck(path: &Path) -> Result<()> {
    match decks::check(path) {
        Ok(loaded) => {
            let (deck, key) = (&loaded.deck, loaded.key(Lang::Fr));
            println!(
                "{} {} : {} cartes thème, {} cartes action, {} liens, {} idées reçues. Rien à corriger.",
                deck.slug,
                deck.version,
                deck.cards.len(),
                deck.actions.len(),
                key.expected.len(),
                key.misconceptions.len()
            );
            Ok(())
        }
        Err(found) => {
            let lines: Vec<_> = found.iter().map(|one| format!("{}/{one}", path.display())).collect();
            bail!("{}\n{} à corriger", lines.join("\n"), found.len())
        }
    }
}

/// `coulisses deck import`.
///
/// # Errors
/// When there is something to put right, when the version is there with other content, or when the store fails.
pub async fn import_deck(path: &Path, folder: &Folder) -> Result<()> {
    let told = |found: Vec<Diagnostic>| {
        let lines: Vec<_> = found.iter().map(|one| format!("{}/{one}", path.display())).collect();
        anyhow!("{}\n{} à corriger : rien n’a été importé", lines.join("\n"), found.len())
    };
    let sources = if path.is_file() {
        let archive = std::fs::read(path).with_context(|| format!("{} ne se laisse pas lire", path.display()))?;
        decks::unpack(&archive).map_err(|why| anyhow!(refused_deck(words(Lang::Fr), &NotTaken::Archive(why))))?
    } else {
        Sources::of_folder(path).map_err(told)?
    };
    let loaded = decks::check_sources(&sources).map_err(told)?;
    let store = Sqlite::visit(&folder.data).await?;
    decks::keep_embedded(&store).await?;
    let kept = decks::keep(&store, &loaded, &sources).await?;
    store.close().await;
    let (slug, version) = kept.map_err(|refused| anyhow!(refused_deck(words(Lang::Fr), &refused)))?;
    println!("{slug} {version} est en place : les nouveaux ateliers peuvent le jouer.");
    Ok(())
}

/// `coulisses backup`.
///
/// # Errors
/// When the data folder cannot be read or the file cannot be written.
pub async fn backup(file: &Path, folder: &Folder) -> Result<()> {
    store::backup(&folder.data, file).await?;
    println!("{}", file.display());
    Ok(())
}

/// `coulisses restore`.
///
/// # Errors
/// When the file is not a sound backup, or a server is running on the folder.
pub async fn restore(file: &Path, folder: &Folder) -> Result<()> {
    let restored = store::restore(file, &folder.data).await?;
    println!("{} est en place dans {}", file.display(), folder.data.display());
    if let Some(aside) = restored.aside {
        println!("ce qui s’y trouvait est gardé dans {}", aside.display());
    }
    Ok(())
}
