//! Still pages as a browser gets them: text is text, every input has its name, a refused form gives back what was typed,
//! and nothing is heavier than it says. The pages are left in `target/tmp/still_pages`, to look at.

#[path = "still_pages/decisions.rs"]
mod decisions;
#[path = "still_pages/openings.rs"]
mod openings;
#[path = "still_pages/organising.rs"]
mod organising;
#[path = "still_pages/plan.rs"]
mod plan_page;
#[path = "still_pages/publishing.rs"]
mod publishing;
#[path = "still_pages/reading.rs"]
mod reading;
#[path = "still_pages/sharing.rs"]
mod sharing;

use app::api::AppError;
use app::api::{Ballot, Turn};
use app::components::CHOICE;
use app::pages::{Page, RefusedForm, Sheet};
use app::shell::{Surroundings, document};
use board::deck::Lang;
use openings::{
    MARKUP, all, feedback, gallery, join, library, library_huge, library_narrow, mood, saved, saved_empty, saved_full,
    script, sheet, team, workshops,
};
use reading::{Tag, attribute, tags, text_of};

/// Where a page may lead: to whoever people may complain to, and to the organisation.
const LEADS_OUT: [&str; 4] = [
    "https://formulaire.defenseurdesdroits.fr/",
    "https://www.defenseurdesdroits.fr/",
    "https://www.cnil.fr/",
    "mailto:numerique@theatre.example",
];

const AROUND: Surroundings<'_> = Surroundings { pkg: "pkg" };

fn html(sheet: Sheet) -> String {
    document(sheet, AROUND)
}

fn refused(page: Page, form: &str, error: AppError, typed: &[(&str, &str)]) -> String {
    let typed = typed.iter().map(|&(field, text)| (field.to_owned(), text.to_owned())).collect();
    html(Sheet { page, lang: Lang::Fr, refused: Some(RefusedForm { form: form.to_owned(), error, typed }) })
}

fn the<'a>(tags: &'a [Tag], name: &str, field: &str) -> &'a Tag {
    tags.iter().find(|tag| tag.name == name && attribute(tag, "name") == Some(field)).expect("the field is on the page")
}

#[test]
fn every_page_is_a_whole_document_with_one_title_and_one_heading() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("still_pages");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for (name, sheet) in all() {
        let html = html(sheet);
        std::fs::write(folder.join(format!("{name}.html")), &html).expect("the page can be kept");
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"fr\">"), "{name}");
        let tags = tags(&html);
        for once in ["title", "h1", "main", "footer"] {
            let outside = |tag: &&Tag| tag.name == once && !tag.inside.iter().any(|name| name == "svg");
            assert_eq!(tags.iter().filter(outside).count(), 1, "{name}: {once}");
        }
        assert!(
            tags.iter().any(|tag| attribute(tag, "id") == Some("contenu")),
            "{name}: the skip link leads somewhere"
        );
    }
}

#[test]
fn no_page_has_a_script_an_inline_style_a_textarea_or_another_host() {
    for (name, sheet) in all() {
        let html = html(sheet);
        for tag in tags(&html) {
            assert!(!["script", "style", "textarea"].contains(&tag.name.as_str()), "{name}: <{}>", tag.name);
            assert!(attribute(&tag, "style").is_none(), "{name}: style on <{}>", tag.name);
            // A link to somebody else's page loads nothing until it is followed.
            let leads = tag.name == "a"
                && attribute(&tag, "href").is_some_and(|to| LEADS_OUT.iter().any(|out| to.starts_with(out)));
            for link in ["href", "src", "action"].into_iter().filter(|_| !leads).filter_map(|key| attribute(&tag, key))
            {
                assert!(link.starts_with('/') && !link.starts_with("//") || link.starts_with('#'), "{name}: {link}");
            }
        }
    }
}

#[test]
fn headings_leave_out_no_level() {
    for (name, sheet) in all() {
        let levels = tags(&html(sheet)).into_iter().filter_map(|tag| tag.name.strip_prefix('h')?.parse::<u8>().ok());
        let mut last = 0;
        for level in levels {
            assert!(level <= last + 1, "{name}: h{level} after h{last}");
            last = level;
        }
    }
}

#[test]
fn every_input_has_a_label_and_every_id_is_alone() {
    for (name, sheet) in all() {
        let html = html(sheet);
        let tags = tags(&html);
        let mut ids: Vec<_> = tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}: an id is there twice");
        for tag in tags.iter().filter(|tag| ["input", "select"].contains(&tag.name.as_str())) {
            let kind = attribute(tag, "type").unwrap_or_default();
            let id = attribute(tag, "id");
            let labelled =
                tags.iter().any(|label| label.name == "label" && id.is_some() && attribute(label, "for") == id);
            let inside = ["radio", "checkbox"].contains(&kind) && tag.inside.iter().any(|name| name == "label");
            assert!(kind == "hidden" || labelled || inside, "{name}: {tag:?}");
            for about in attribute(tag, "aria-describedby").into_iter().flat_map(str::split_whitespace) {
                assert!(ids.binary_search(&about).is_ok(), "{name}: {about} is nowhere");
            }
        }
        for tag in tags.iter().filter(|tag| tag.name == "form") {
            let method = attribute(tag, "method");
            let known = |action: &str| match method {
                // A file is sent to the page that asks for it.
                Some("post") => action.starts_with("/api/") || [CHOICE, "/jeux"].contains(&action),
                // A search asks for the page again.
                Some("get") => {
                    action.starts_with("/plan/") || ["/bibliotheque", "/bibliotheque/comparer"].contains(&action)
                }
                _ => false,
            };
            assert!(attribute(tag, "action").is_some_and(known), "{name}");
        }
    }
}

#[test]
fn markup_in_names_and_titles_is_text_everywhere() {
    let mut shown = 0;
    for (name, sheet) in all() {
        let html = html(sheet);
        assert!(!html.contains("<b>gras"), "{name}");
        assert!(!tags(&html).iter().any(|tag| tag.attributes.iter().any(|(key, _)| key == "onclick")), "{name}");
        shown += usize::from(text_of(&html).contains(MARKUP));
    }
    assert!(shown >= 6, "the markup is read as it was written on {shown} pages");
}

#[test]
fn a_refused_name_is_given_back_with_the_reason_beside_it() {
    let html = refused(join(true), "join", AppError::NameTaken, &[("name", "Zoé \"Z\""), ("table", "2")]);
    let tags = tags(&html);
    let name = the(&tags, "input", "name");
    assert_eq!(attribute(name, "value"), Some("Zoé \"Z\""));
    assert_eq!(attribute(name, "aria-invalid"), Some("true"));
    assert!(attribute(name, "aria-describedby").is_some_and(|ids| ids.contains("join-name-refusal")));
    assert!(text_of(&html).contains("Quelqu’un porte déjà ce nom"));
    let table = tags.iter().find(|tag| attribute(tag, "type") == Some("radio") && attribute(tag, "checked").is_some());
    assert_eq!(table.and_then(|tag| attribute(tag, "value")), Some("2"));
    assert!(html.contains("<title>À corriger"));
}

#[test]
fn a_refused_step_is_given_back_in_its_own_form_even_when_it_comes_too_late() {
    let typed = [("step", "1"), ("title", "Météo"), ("minutes", "300"), ("says", "Un mot."), ("skipped", "true")];
    let html = refused(script(false), "step", AppError::BadMinutes(240), &typed);
    let tags = tags(&html);
    let minutes: Vec<_> = tags.iter().filter(|tag| attribute(tag, "name") == Some("minutes")).collect();
    let values: Vec<_> = minutes.iter().map(|tag| (attribute(tag, "value"), attribute(tag, "aria-invalid"))).collect();
    assert_eq!(values, [(Some("12"), None), (Some("300"), Some("true"))]);
    let open: Vec<_> = tags.iter().filter(|tag| tag.name == "details").map(|tag| attribute(tag, "open")).collect();
    assert_eq!(open, [None, Some("")], "the step that was refused lies open");
    assert!(text_of(&html).contains("Une étape dure de 1 à 240 minutes"));
    let late = refused(script(true), "step", AppError::Begun, &typed);
    assert!(text_of(&late).contains("Une table a déjà commencé") && late.contains("value=\"Un mot.\""));
}

#[test]
fn a_script_says_how_long_it_lasts_and_is_only_read_once_a_table_has_begun() {
    let (before, after) = (html(sheet(script(false))), html(sheet(script(true))));
    assert!(text_of(&before).contains("12 minutes en tout\u{a0}: 168 de moins que le format."));
    assert!(before.contains("/api/step") && before.contains("/api/restore-script"));
    assert!(!after.contains("/api/"), "nothing to change any more");
}

#[test]
fn a_link_is_shown_whole_and_what_cannot_be_taken_back_is_folded_away() {
    let html = html(sheet(team()));
    assert!(text_of(&html).contains("http://192.168.1.20:3000/entree/s3cret"), "to be copied");
    for tag in tags(&html).iter().filter(|tag| tag.name == "form") {
        let folded = tag.inside.iter().any(|name| name == "details");
        let action = attribute(tag, "action").unwrap_or_default();
        assert_eq!(folded, ["/api/remove", "/api/revoke"].contains(&action), "{action}");
    }
    let refused = refused(team(), "grant", AppError::NameMissing, &[("role", "Projector"), ("name", "")]);
    let tags = tags(&refused);
    assert_eq!(attribute(the(&tags, "input", "name"), "aria-invalid"), Some("true"));
    let chosen = tags.iter().find(|tag| tag.name == "option" && attribute(tag, "selected").is_some());
    assert_eq!(chosen.and_then(|tag| attribute(tag, "value")), Some("Projector"), "the role is not chosen twice");
}

#[test]
fn nobody_is_asked_for_a_table_where_tables_are_assigned() {
    let (_, sheet) = all().into_iter().find(|(name, _)| *name == "join_assigned").expect("the page is among them");
    let html = html(sheet);
    let table = tags(&html).into_iter().filter(|tag| attribute(tag, "name") == Some("table")).collect::<Vec<_>>();
    assert_eq!(table.iter().filter_map(|tag| attribute(tag, "type")).collect::<Vec<_>>(), ["hidden"]);
    assert!(text_of(&html).contains("Une table vous sera donnée"));
}

#[test]
fn a_refused_feedback_is_given_back_whole_with_the_reason_beside_the_field_it_is_about() {
    let long = "é".repeat(501);
    let typed = [
        ("given[learned]", "4"),
        ("given[wrong]", "la carte <7>"),
        ("given[missing]", long.as_str()),
        ("given[worry]", "true"),
        ("given[worked]", "Partly"),
    ];
    let html = refused(feedback(Turn::Open), "feedback", AppError::TooLong(500), &typed);
    let tags = tags(&html);
    assert_eq!(attribute(the(&tags, "input", "given[wrong]"), "value"), Some("la carte <7>"));
    assert!(attribute(the(&tags, "input", "given[worry]"), "checked").is_some());
    assert!(attribute(the(&tags, "input", "given[anger]"), "checked").is_none());
    let invalid: Vec<_> = tags.iter().filter(|tag| attribute(tag, "aria-invalid").is_some()).collect();
    let [invalid] = invalid[..] else { panic!("one field is at fault: {invalid:?}") };
    assert_eq!(attribute(invalid, "name"), Some("given[missing]"));
    assert_eq!(attribute(invalid, "value"), Some(long.as_str()));
    let chosen = tags.iter().filter(|tag| attribute(tag, "selected").is_some());
    assert_eq!(chosen.filter_map(|tag| attribute(tag, "value")).collect::<Vec<_>>(), ["4", "Partly"]);
    assert!(text_of(&html).contains("Raccourcissez à 500"));
    let html = refused(feedback(Turn::Open), "feedback", AppError::OffScale, &[("given[room]", "6")]);
    assert!(html.contains("id=\"feedback-given[room]-refusal\""), "a grade is told which it is");
}

#[test]
fn what_is_refused_on_a_page_without_its_form_is_said_all_the_same() {
    for (page, form) in [(mood(Turn::Done), "mood"), (mood(Turn::Done), "pass"), (feedback(Turn::Done), "feedback")] {
        let html = refused(page, form, AppError::Answered, &[]);
        assert!(text_of(&html).contains("Vous avez déjà répondu"), "{form}");
    }
    let html = refused(gallery(Ballot::Counted(vec![1, 2, 0])), "vote", AppError::VoteClosed, &[]);
    assert!(text_of(&html).contains("Le vote est clos"));
}

#[test]
fn a_refused_word_of_mood_is_still_in_its_field() {
    let html = refused(mood(Turn::Open), "mood", AppError::TooLong(30), &[("word", "un mot beaucoup trop long")]);
    let tags = tags(&html);
    let word = tags.iter().find(|tag| tag.name == "input" && attribute(tag, "name") == Some("word"));
    assert_eq!(word.and_then(|tag| attribute(tag, "value")), Some("un mot beaucoup trop long"));
    assert!(text_of(&html).contains("Raccourcissez à 30"));
}

#[test]
fn one_votes_for_the_other_tables_only_and_not_again_for_the_same() {
    let voted = |ballot| -> Vec<String> {
        let tags = tags(&html(sheet(gallery(ballot))));
        let tables = tags.iter().filter(|tag| attribute(tag, "name") == Some("table"));
        tables.filter_map(|tag| attribute(tag, "value").map(str::to_owned)).collect()
    };
    assert_eq!(voted(Ballot::Open { chosen: None }), ["1", "3"], "the page is table 2's");
    assert_eq!(voted(Ballot::Open { chosen: Some(3) }), ["1"]);
    assert!(voted(Ballot::Counted(vec![0, 1, 2])).is_empty());
}

#[test]
fn a_password_never_comes_back() {
    let typed = [("login", "anne"), ("password", "perdu")];
    let html = refused(Page::SignIn, "sign-in", AppError::WrongPassword, &typed);
    assert!(!html.contains("perdu"));
    assert_eq!(attribute(the(&tags(&html), "input", "login"), "value"), Some("anne"));
}

#[test]
fn a_refusal_of_another_form_says_nothing_here() {
    let html = refused(workshops(), "join", AppError::NameTaken, &[("title", "autre")]);
    assert!(!text_of(&html).contains("Quelqu’un porte déjà ce nom"));
    assert!(!html.contains("autre\""));
}

#[test]
fn home_and_join_weigh_what_the_footer_says() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../style");
    let main = std::fs::read_to_string(root.join("main.css")).expect("the style is there");
    let sheets = main.lines().filter_map(|line| line.split('"').nth(1));
    let css: usize = sheets.map(|file| std::fs::read(root.join(file)).expect("an imported sheet is there").len()).sum();
    for page in [Page::Home, join(true)] {
        let html = html(sheet(page)).len();
        assert!(html < 6_000, "{html} bytes of HTML");
        // Uncompressed and with its comments, the sheet of the whole site is about four times what travels.
        assert!(html + css / 3 < 25_000, "{html} + {css} bytes");
    }
}

#[test]
fn a_list_of_boards_is_a_few_elements_for_each_and_its_pages_have_addresses() {
    let html = html(sheet(library()));
    let tags = tags(&html);
    let pages: Vec<_> = tags.iter().filter_map(|tag| Some((attribute(tag, "rel")?, attribute(tag, "href")?))).collect();
    let pages: Vec<_> = pages.into_iter().filter(|(_, to)| to.starts_with("/bibliotheque")).collect();
    let there = ["first", "prev", "next", "last"];
    let to = ["/bibliotheque", "/bibliotheque?page=2", "/bibliotheque?page=4", "/bibliotheque?page=5"];
    assert_eq!(pages, there.into_iter().zip(to).collect::<Vec<_>>(), "a hundred boards are five pages");
    let text = text_of(&html);
    assert!(text.contains("Page 3 sur 5") && text.contains("100 plateaux enregistrés"));
    assert!(text.contains("Ce plateau ne peut pas être lu") && text.contains("une recherche peut en oublier"));
    let in_a_thumbnail = tags.iter().filter(|tag| tag.inside.iter().any(|name| name == "svg")).count();
    assert!(in_a_thumbnail <= 2 * 16, "{in_a_thumbnail} elements in two thumbnails");
}

#[test]
fn what_was_asked_of_the_library_stands_in_its_form() {
    let html = html(sheet(library_narrow()));
    let tags = tags(&html);
    let typed: Vec<_> =
        ["q", "depuis", "jusque", "plateau"].map(|name| attribute(the(&tags, "input", name), "value")).into();
    let board = "00000000000000000000000000000002";
    assert_eq!(typed, [Some(MARKUP), Some("2026-10-01"), Some("2026-11-25"), Some(board)]);
    let chosen = tags.iter().filter(|tag| attribute(tag, "selected").is_some());
    let chosen: Vec<_> = chosen.filter_map(|tag| attribute(tag, "value")).collect();
    assert_eq!(chosen, ["tous", "90", "culture 1.2.0", "3"]);
    assert!(
        tags.iter().any(|tag| tag.name == "details" && attribute(tag, "open").is_some()),
        "filters in use are seen"
    );
    assert!(text_of(&html).contains("Tout afficher"));
}

#[test]
fn a_board_on_which_nothing_happened_says_so_part_by_part() {
    let text = text_of(&html(sheet(saved_empty())));
    for said in [
        "L’équipe n’a pas donné de titre",
        "Personne n’a dit son désaccord",
        "Aucune question n’est restée ouverte",
        "L’équipe n’a encore rien retenu",
        "Aucun renoncement",
        "Aucun lien essentiel n’est attendu",
        "Aucune idée reçue n’a été tracée",
        "Aucune étape n’a commencé",
        "qu’à partir de 3 personnes",
        "ont été effacés à la clôture",
        "Aucun avis",
        "Aucune remarque",
        "Aucune carte n’est encore posée",
        "Aucune note",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn a_board_says_how_it_was_played_and_never_who_did_how_much() {
    let html = html(sheet(saved()));
    let text = text_of(&html);
    for said in [
        "1 d’accord, 2 pas d’accord",
        "1 lien essentiel trouvé par la table",
        "après une relance",
        "corrigée par la table",
        "encore sur le plateau",
        "31, dont 4 en pause",
        "pas jouée",
        "Étape 10",
        "50\u{a0}%",
        "un peu perdue",
        "Ne plus projeter de logos",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    let shares = html.split_once("saved-shares").expect("the shares").1;
    let shares = shares.split("</ul>").next().expect("their end");
    assert!(!shares.contains("Ali") && !shares.contains("gras"), "{shares}");
    let refused = refused(saved(), "remark", AppError::TooLong(500), &[("mark", "12"), ("text", "trop long")]);
    let tags = tags(&refused);
    let again = tags.iter().find(|tag| attribute(tag, "id") == Some("remark-text")).expect("the field");
    assert_eq!((attribute(again, "value"), attribute(again, "aria-invalid")), (Some("trop long"), Some("true")));
}

#[test]
fn a_full_board_and_a_huge_one_stay_light_enough() {
    let outside =
        |html: &str| tags(html).into_iter().filter(|tag| !tag.inside.iter().any(|name| name == "svg")).count();
    let full = html(sheet(saved_full()));
    // EcoIndex B, with six requests and 70 kB, is 640 elements.
    assert!(outside(&full) <= 640, "{} elements", outside(&full));
    let huge = html(sheet(library_huge()));
    let drawn = tags(&huge).iter().filter(|tag| tag.inside.iter().any(|name| name == "svg")).count();
    assert!(drawn <= 30 && huge.len() < 150_000, "{drawn} elements, {} bytes for 4,000 links", huge.len());
}
