//! The privacy notice: who answers for the data, what this server keeps of people, why, for how long, and their rights.
//! What only the organisation can know comes from its settings; what the software does is written here.

use super::Sheet;
use crate::api::PublishedOpening;
use crate::components::{Frame, operator};
use crate::text::{Words, words};
use leptos::prelude::*;

/// The French data protection authority.
const CNIL: &str = "https://www.cnil.fr/fr/plaintes";

/// The notice.
pub fn privacy(sheet: &Sheet, opening: &PublishedOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.privacy();
    let runs = &opening.operator;
    let fields = [
        (say.organisation, &runs.name, operator::OPERATOR),
        (words.publish().contact, &runs.contact, operator::CONTACT),
        (say.dpo, &runs.dpo, operator::DPO),
        (say.basis, &runs.basis, operator::BASIS),
        (say.retention, &runs.retention, operator::RETENTION),
    ];
    let field = |(what, field, option): (&'static str, &Option<String>, &str)| {
        view! { <dt>{what}</dt><dd>{operator::told(words, field.as_deref(), option)}</dd> }
    };
    let [names, boards, copies] = opening.kept_for.map(|days| words.share().days(days.into()));
    let page = view! {
        <article class="stack-wide">
            <header class="stack"><h1>{say.title}</h1><p>{say.lead}</p></header>
            <section class="stack">
                <h2>{say.who}</h2>
                <dl class="terms">{fields.map(field).collect_view()}</dl>
            </section>
            <section class="stack">
                <h2>{say.kept}</h2>
                {kept(words, [&names, &boards])}
                <p>{say.copies(&copies)}</p>
            </section>
            <section class="stack"><h2>{say.cookies}</h2><p>{say.cookies_are}</p></section>
            <section class="stack"><h2>{say.nobody}</h2><p>{say.nobody_is}</p></section>
            <section class="stack">
                <h2>{say.rights}</h2>
                <p>{say.rights_are}</p>
                <p><a href=CNIL>{say.complaint}</a></p>
            </section>
        </article>
    };
    view! { <Frame words page=page.into_any()/> }.into_any()
}

fn kept(words: Words, [names, boards]: [&str; 2]) -> impl IntoView + use<> {
    let say = words.privacy();
    let (name_long, board_long) = (say.name_long(names), say.board_long(boards));
    let rows = [
        [say.name, say.name_why, &name_long],
        [say.board, say.board_why, &board_long],
        [say.voices, say.voices_why, say.voices_long],
        [say.mail, say.mail_why, say.mail_long],
        [say.session, say.session_why, say.session_long],
        [say.account, say.account_why, say.account_long],
        [say.address, say.address_why, say.address_long],
        [say.device, say.device_why, say.device_long],
        [say.page, say.page_why, say.page_long],
        [say.choices, say.choices_why, say.choices_long],
    ];
    let row = |[what, why, long]: [&str; 3]| {
        let [what, why, long] = [what, why, long].map(str::to_owned);
        view! { <tr><th scope="row">{what}</th><td>{why}</td><td>{long}</td></tr> }
    };
    view! {
        <div class="table-wide" tabindex="0" role="region" aria-label=say.kept>
            <table class="facts">
                <thead><tr><th scope="col">{say.what}</th><th scope="col">{say.why}</th><th scope="col">{say.how_long}</th></tr></thead>
                <tbody>{rows.map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
