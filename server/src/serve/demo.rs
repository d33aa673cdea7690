//! `--demo`: a workshop to try everything with, with its four addresses, and one to rehearse alone.

use crate::rehearsal;
use crate::store::{Failure, Store, Workshop};
use crate::workshops::{self, Wish};
use app::routes::Route;
use board::Role;
use board::deck::Format;

/// How the demonstration workshop is recognised at the next start.
const TITLE: &str = "Atelier de démonstration";

/// Opens the demonstration workshop, the same one at every start, and prints where to go. Returns the rehearsal, whose
/// people are not there yet.
///
/// # Errors
/// When the store fails.
pub async fn open(store: &impl Store, public_url: &str) -> Result<Workshop, Failure> {
    let workshop = find_or_create(store).await?;
    // Only hashes are kept: each start gives new links, and the old ones go on working.
    let facilitate = Route::Door(workshops::grant(store, workshop.id, Role::Facilitator, "").await?);
    let projector = Route::Door(workshops::grant(store, workshop.id, Role::Projector, "").await?);
    let join = Route::Join(workshop.code.clone());
    println!("\n{TITLE}, code {}", workshop.code);
    println!("  animer        {public_url}{facilitate}");
    println!("  projeter      {public_url}{projector}");
    println!("  rejoindre     {public_url}{join}");
    let rehearsal = rehearsal::open(store).await?;
    let rehearse = Route::Door(workshops::grant(store, rehearsal.id, Role::Facilitator, "").await?);
    println!("  s’exercer     {public_url}{rehearse}");
    println!("                deux tables de personnes simulées y jouent le format de 45 minutes dès que vous entrez");
    println!("  bibliothèque  {public_url}{}", Route::Library);
    Ok(rehearsal)
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
