//! The files in which a saved board leaves: all of them in one, or each alone; and the sheet of its workshop.

use crate::routes::{Export, Flavour, Paper, Route, Subject};
use crate::text::Words;
use board::WorkshopId;
use leptos::prelude::*;

/// The one button, then each file with what it is for.
pub fn exports(words: Words, mark: i64) -> impl IntoView + use<> {
    let say = words.export();
    let way = |file: Export| Route::Export(mark, file).to_string();
    let line = |(file, name, about): (Export, &'static str, &'static str)| {
        view! { <li><a href=way(file) download>{name}</a>" – "<span class="soft">{about}</span></li> }
    };
    let files = [
        (Export::Report, say.report, say.about_report),
        (Export::Poster, say.poster, say.about_poster),
        (Export::Html, say.html, say.about_html),
        (Export::Png, say.png, say.about_png),
        (Export::Svg, say.svg, say.about_svg),
        (Export::Json, say.json, say.about_json),
        (Export::Csv(Subject::Links, Flavour::Spreadsheet), say.csv_links, say.about_spreadsheet),
        (Export::Csv(Subject::Actions, Flavour::Spreadsheet), say.csv_actions, say.about_spreadsheet),
        (Export::Csv(Subject::Links, Flavour::OpenData), say.csv_open, say.about_open),
        (Export::Mermaid, say.mermaid, say.about_mermaid),
        (Export::GraphMl, say.graphml, say.about_graphml),
    ];
    view! {
        <section class="stack no-print">
            <h3>{say.take}</h3>
            <p><a class="button" href=way(Export::Zip) download>{say.all}</a></p>
            <p class="soft small">{say.all_hint}</p>
            <details>
                <summary>{say.one_by_one}</summary>
                <ul class="stack">{files.into_iter().map(line).collect_view()}</ul>
            </details>
        </section>
    }
}

/// The way to the debrief sheet of the whole workshop, on screen and on paper.
pub fn debrief(words: Words, workshop: WorkshopId) -> impl IntoView + use<> {
    let say = words.debrief();
    let files = [(Paper::A4, say.report), (Paper::A3, say.poster)];
    let file = |(paper, name): (Paper, &'static str)| {
        view! { <a href=Route::DebriefFile(workshop, paper).to_string() download>{name}</a> }
    };
    view! {
        <section class="stack no-print">
            <h3>{say.go}</h3>
            <p><a href=Route::Debrief(workshop).to_string()>{say.go}</a>" – "<span class="soft">{say.go_hint}</span></p>
            <p class="row">{files.map(file).collect_view()}</p>
        </section>
    }
}
