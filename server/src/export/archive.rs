//! Everything in one file, for a folder of the organisation or a funding file.

use super::drawn::NotDrawn;
use super::{Sent, export};
use app::api::SavedOpening;
use app::routes::{Export, Flavour, Subject};
use app::text::{Words, datetime};
use board::deck::Deck;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// All the files, under names of the reader's language, with a text that says what each is for.
pub(super) fn archive(saved: &SavedOpening, deck: &Deck, words: Words) -> Result<Vec<u8>, NotDrawn> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let dated = SimpleFileOptions::default().last_modified_time(day(saved));
    for (name, file) in names(words) {
        let Sent { content, .. } = export(saved, deck, words, file)?;
        // What is compressed already would only take time.
        let how = match file {
            Export::Png | Export::Poster | Export::Report => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        put(&mut archive, &name, dated.compression_method(how), &content)?;
    }
    let readme = words.export().readme;
    // Windows' own editor wants its line ends.
    let text = read_me(saved, words).replace('\n', "\r\n");
    put(&mut archive, readme, dated.compression_method(CompressionMethod::Deflated), text.as_bytes())?;
    Ok(archive.finish()?.into_inner())
}

fn put(
    archive: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    options: SimpleFileOptions,
    content: &[u8],
) -> Result<(), NotDrawn> {
    archive.start_file(name, options)?;
    archive.write_all(content).map_err(zip::result::ZipError::from)?;
    Ok(())
}

/// The files and their names.
fn names(words: Words) -> Vec<(String, Export)> {
    let say = words.export();
    let board = |ending: &str| format!("{}.{ending}", say.file_board);
    let table = |subject, flavour| {
        let folder = if flavour == Flavour::Spreadsheet { say.folder_spreadsheet } else { say.folder_open };
        let name = match subject {
            Subject::Cards => say.file_cards,
            Subject::Links => say.file_links,
            Subject::Actions => say.file_actions,
        };
        (format!("{folder}/{name}.csv"), Export::Csv(subject, flavour))
    };
    let mut names = vec![
        (format!("{}.pdf", say.file_report), Export::Report),
        (format!("{}.pdf", say.file_poster), Export::Poster),
        (board("html"), Export::Html),
        (board("png"), Export::Png),
        (board("svg"), Export::Svg),
        (board("json"), Export::Json),
        (board("mmd"), Export::Mermaid),
        (board("graphml"), Export::GraphMl),
    ];
    for flavour in [Flavour::Spreadsheet, Flavour::OpenData] {
        names.extend([Subject::Cards, Subject::Links, Subject::Actions].map(|subject| table(subject, flavour)));
    }
    names
}

/// What each file is for.
fn read_me(saved: &SavedOpening, words: Words) -> String {
    let (say, card) = (words.export(), &saved.card);
    let place = words.library().place(&card.table.to_string(), &card.workshop);
    let what = |export: Export| match export {
        Export::Report => say.about_report,
        Export::Poster => say.about_poster,
        Export::Html => say.about_html,
        Export::Png => say.about_png,
        Export::Svg => say.about_svg,
        Export::Json => say.about_json,
        Export::Mermaid => say.about_mermaid,
        Export::GraphMl => say.about_graphml,
        Export::Csv(_, Flavour::Spreadsheet) => say.about_spreadsheet,
        Export::Csv(_, Flavour::OpenData) => say.about_open,
        Export::Zip => "",
    };
    let mut text = format!("{}\n{place}\n{}\n\n{}\n\n", card.name, datetime(card.at), say.about_all);
    for (name, export) in names(words) {
        text.push_str(&format!("{name}\n    {}\n", what(export)));
    }
    text.push_str(&format!("\n{}\n{}\n", say.about_names, say.about_apostrophes));
    text
}

/// The day it was saved: so the same board is the same archive.
fn day(saved: &SavedOpening) -> DateTime {
    let text = datetime(saved.card.at);
    let part = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u8>().ok()).unwrap_or(0);
    let year = text.get(..4).and_then(|year| year.parse().ok()).unwrap_or(1980);
    let day = DateTime::from_date_and_time(year, part(5, 7), part(8, 10), part(11, 13), part(14, 16), 0);
    day.unwrap_or_default()
}
