//! Writes every still drawing of a board into a folder, to be looked at: `cargo run -p server --example gallery -- FOLDER`.

#[path = "../tests/export/sample.rs"]
mod sample;

use app::api::{BoardOpening, Invitation, SavedOpening, TableCard, WorkshopCard};
use app::components::picture::{Detail, Picture};
use app::live::LiveBoard;
use app::pages::projector::projector;
use app::text::words;
use board::deck::Lang;
use board::{ActorId, Asker, BoardId, Document, Millis, Phase, Role, Seq, Snapshot, WorkshopId};
use leptos::prelude::*;
use std::{env, fs, path::Path};

fn main() -> anyhow::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style/main.css").canonicalize()?;
    let page = |name: &str, class: &str, body: String| {
        let head = format!("<meta charset=utf-8><link rel=stylesheet href=\"file://{}\">", style.display());
        fs::write(
            folder.join(name),
            format!("<!doctype html><html lang=fr class=\"{class}\">{head}<body>{body}</body></html>"),
        )
    };
    let (full, few) = (sample::saved(45, 60), sample::saved(6, 6));
    fs::write(folder.join("board.svg"), server::export::svg(&full, &server::decks::embedded().deck, words(Lang::Fr)))?;
    fs::write(folder.join("few.svg"), server::export::svg(&few, &server::decks::embedded().deck, words(Lang::Fr)))?;
    let json = server::export::BoardFile::of(&full, &server::decks::embedded().deck).text();
    fs::write(folder.join("board.json"), json)?;
    page("picture.html", "", picture(&full, Detail::Full))?;
    page("picture-plateau.html", "plateau", picture(&few, Detail::Full))?;
    page("thumbnail.html", "", format!("<div class=\"column\">{}</div>", picture(&full, Detail::Thumbnail)))?;
    page("projector.html", "plateau", screen(full.card.document.clone(), &full))?;
    page("projector-few.html", "plateau", screen(few.card.document.clone(), &few))?;
    page("projector-empty.html", "plateau", screen(Document::default(), &few))?;
    let mut dealt = few.card.document.clone();
    dealt.cards.values_mut().for_each(|card| card.spot = board::Spot::Reserve);
    (dealt.links, dealt.notes, dealt.paused) = (Default::default(), Default::default(), true);
    dealt.phase = Phase::Cards;
    page("projector-dealt.html", "plateau", screen(dealt, &few))?;
    Ok(())
}

fn picture(saved: &SavedOpening, detail: Detail) -> String {
    let (document, faces) = (saved.card.document.clone(), saved.faces.clone());
    Owner::new().with(|| view! { <Picture document faces detail /> }.to_html())
}

fn screen(document: Document, saved: &SavedOpening) -> String {
    let address = "https://coulisses.theatre.example/rejoindre/K7M4PX".to_owned();
    let (side, path) = qr(&address);
    let id = uuid::Uuid::from_u128(7);
    let opening = BoardOpening {
        me: Asker { actor: ActorId(0), role: Role::Projector },
        lang: Lang::Fr,
        now: Millis(0),
        workshop: WorkshopCard {
            id: WorkshopId(id),
            title: saved.card.workshop.clone(),
            code: "K7M4PX".to_owned(),
            format: 180,
            open: true,
            assigned: false,
            tables: vec![TableCard { board: BoardId(id), people: 2 }],
        },
        board: BoardId(id),
        table: 1,
        snapshot: Snapshot { seq: Seq(1), document },
        seats: saved.seats.clone(),
        faces: saved.faces.clone(),
        lots: saved.lots.clone(),
        memo: None,
        script: Vec::new(),
        invitation: Some(Invitation { address, side, path, wifi: Some("Foyer du théâtre".into()) }),
    };
    Owner::new().with(|| projector(vec![LiveBoard::new(opening)]).to_html())
}

/// The side of the code in modules, and its dark modules as a path.
fn qr(address: &str) -> (u16, String) {
    let code = qrcode::QrCode::new(address).expect("an address fits a QR code");
    let side = code.width();
    let dark = code.into_colors().into_iter().enumerate().filter(|(_, colour)| *colour == qrcode::Color::Dark);
    (side as u16, dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % side, at / side)).collect())
}
