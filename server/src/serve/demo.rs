//! `--demo`: a workshop to try everything with, and its four addresses.

use crate::store::{Failure, Store, Workshop};
use crate::workshops::{self, Wish};
use app::routes::Route;
use board::Role;
use board::deck::Format;

/// How the demonstration workshop is recognised at the next start.
const TITLE: &str = "Atelier de démonstration";

/// Opens the demonstration workshop, the same one at every start, and prints where to go.
///
/// # Errors
/// When the store fails.
pub async fn open(store: &impl Store, public_url: &str) -> Result<(), Failure> {
    let workshop = find_or_create(store).await?;
    // Only hashes are kept: each start gives new links, and the old ones go on working.
    let facilitate = Route::Door(workshops::grant(store, workshop.id, Role::Facilitator, "").await?);
    let projector = Route::Door(workshops::grant(store, workshop.id, Role::Projector, "").await?);
    let join = Route::Join(workshop.code.clone());
    println!("\n{TITLE}, code {}", workshop.code);
    println!("  animer        {public_url}{facilitate}");
    println!("  projeter      {public_url}{projector}");
    println!("  rejoindre     {public_url}{join}");
    println!("  bibliothèque  {public_url}{}", Route::Library);
    Ok(())
}

async fn find_or_create(store: &impl Store) -> Result<Workshop, Failure> {
    match store.all().await?.into_iter().find(|workshop| workshop.title == TITLE) {
        Some(workshop) => Ok(workshop),
        None => {
            let wish = Wish { title: TITLE.into(), format: Format::ThreeHours, tables: 2, assigned: false };
            workshops::create(store, wish).await
        }
    }
}
