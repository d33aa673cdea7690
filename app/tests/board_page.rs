//! The board page and the facilitation page as the server renders them: nothing is said by shape alone, nothing typed
//! becomes markup, nothing that was not dealt is on the page. The pages are left in `target/tmp/board_page`, to look at.

#[path = "still_pages/reading.rs"]
mod reading;
#[path = "board_page/second_half.rs"]
mod second_half;
#[path = "board_page/table.rs"]
mod table;

use app::api::BoardOpening;
use app::pages::{Page, Sheet};
use app::shell::{Surroundings, document};
use board::deck::Lang;
use board::{ActorId, Asker, Document, Phase, Role};
use reading::{Tag, attribute, tags, text_of};
use table::{LINKS, MARKUP, Texts, at_work, opening, texts};

fn asker(actor: u32, role: Role) -> Asker {
    Asker { actor: ActorId(actor), role }
}

fn participant(texts: &Texts, document: Document) -> String {
    html(Page::Board(Box::new(opening(asker(1, Role::Participant), document, texts))))
}

fn facilitator(texts: &Texts, document: Document) -> String {
    html(Page::Facilitate(Box::new(opening(asker(9, Role::Facilitator), document, texts))))
}

fn html(page: Page) -> String {
    let name = match &page {
        Page::Board(opening) => ["board", state(opening)].concat(),
        Page::Facilitate(opening) => ["facilitate", state(opening)].concat(),
        _ => String::new(),
    };
    let html = document(Sheet { page, lang: Lang::Fr, refused: None }, Surroundings { pkg: "pkg" });
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("board_page");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    std::fs::write(folder.join(name + ".html"), &html).expect("the page can be kept");
    // The opening is data for the wasm, not something people read.
    let (view, rest) =
        html.split_once("<script type=\"application/octet-stream\"").expect("the page carries its opening");
    let (_, rest) = rest.split_once("</script>").expect("the opening ends");
    [view, rest].concat()
}

fn state(opening: &BoardOpening) -> &'static str {
    match (opening.snapshot.document.cards.is_empty(), opening.snapshot.document.paused) {
        (true, _) => "_empty",
        (_, true) => "_paused",
        _ => "",
    }
}

fn all(texts: &Texts) -> [(&'static str, String); 5] {
    let paused = Document { paused: true, ..at_work(texts) };
    let named = Document { title: MARKUP.into(), phase: Phase::Story, ..at_work(texts) };
    [
        ("board, a story", participant(texts, named)),
        ("board", participant(texts, at_work(texts))),
        ("board, empty", participant(texts, Document::default())),
        ("board, paused", participant(texts, paused)),
        ("facilitation", facilitator(texts, at_work(texts))),
    ]
}

fn with<'a>(tags: &'a [Tag], key: &str, value: &str) -> Vec<&'a Tag> {
    tags.iter().filter(|tag| attribute(tag, key) == Some(value)).collect()
}

#[test]
fn every_card_on_the_table_is_named_with_its_number_its_lot_and_its_links() {
    let texts = texts();
    let tags = tags(&participant(&texts, at_work(&texts)));
    for card in [1, 2, 4, 5, 10, 18, 20] {
        let [node] = with(&tags, "data-card", &card.to_string())[..] else { panic!("card {card} is drawn once") };
        assert_eq!(attribute(node, "role"), Some("button"));
        let label = attribute(node, "aria-label").expect("a card has a name");
        let (lot, title, _) = &texts.cards[&card];
        assert!(label.starts_with(&format!("Carte {card}, {title}, Lot {lot}")), "{label}");
        for (cause, consequence, ..) in LINKS {
            let (from, to) = (&texts.cards[&cause].1, &texts.cards[&consequence].1);
            if cause == card {
                let leads = label.split("Mène à").nth(1).and_then(|text| text.split("Vient de").next());
                assert!(leads.is_some_and(|text| text.contains(to.as_str())), "{label} leads to {to}");
            }
            if consequence == card {
                assert!(label.split("Vient de").nth(1).is_some_and(|text| text.contains(from.as_str())), "{label}");
            }
        }
    }
}

#[test]
fn every_link_is_read_whole_in_the_line_of_its_cause() {
    let texts = texts();
    let html = participant(&texts, at_work(&texts));
    // From the end of the item's tag to the next item.
    let items = html.split("class=\"outline-card ").skip(1).filter_map(|item| Some(item.split_once('>')?.1));
    let lines: Vec<_> = items.filter_map(|item| Some(text_of(item.split_once("<li")?.0))).collect();
    for (cause, consequence, kind, because) in LINKS {
        let verb = app::text::kind(app::text::words(Lang::Fr), kind);
        let (cause, consequence) = (&texts.cards[&cause].1, &texts.cards[&consequence].1);
        let own = |line: &&String| line.split(verb).next().is_some_and(|name| name.contains(cause.as_str()));
        let why = if because.is_empty() { String::new() } else { format!(", parce que {because}") };
        let says = format!("{verb} {consequence}{why}");
        assert!(lines.iter().filter(own).any(|line| line.contains(&says)), "{cause} {says}: {lines:?}");
    }
}

#[test]
fn one_card_of_the_board_is_a_tab_stop_and_the_others_wait_for_the_arrows() {
    let texts = texts();
    let tags = tags(&participant(&texts, at_work(&texts)));
    let stops = tags.iter().filter(|tag| attribute(tag, "data-card").is_some());
    let stops: Vec<_> = stops.filter(|tag| attribute(tag, "tabindex") == Some("0")).collect();
    assert_eq!(stops.len(), 1);
}

#[test]
fn whoever_looks_on_reads_the_whole_board_and_is_offered_nothing_that_changes_it() {
    let texts = texts();
    let looks_on = |document| html(Page::Board(Box::new(opening(asker(7, Role::Spectator), document, &texts))));
    let named = Document { phase: Phase::Story, ..at_work(&texts) };
    for (state, html) in [("links", looks_on(at_work(&texts))), ("story", looks_on(named))] {
        let tags = tags(&html);
        let gone = ["form", "input", "textarea", "select"];
        // A search changes what one sees; a device keeps its choices to itself; a list that is put away is closed by a form.
        let apart = |tag: &&Tag| {
            tag.inside.iter().any(|outer| outer == "search" || outer == "dialog")
                || attribute(tag, "action") == Some(app::components::CHOICE)
                || attribute(tag, "name") == Some("hears")
        };
        let found: Vec<_> = tags.iter().filter(|tag| gone.contains(&tag.name.as_str()) && !apart(tag)).collect();
        assert!(found.is_empty(), "{state}: {found:?}");
        for class in ["top-line-undo", "hand", "note-offer"] {
            assert!(with(&tags, "class", class).is_empty(), "{state}: {class}");
        }
        assert_eq!(tags.iter().filter(|tag| attribute(tag, "data-card").is_some()).count(), 7, "{state}");
        let bar = tags.iter().filter(|tag| tag.inside.iter().any(|name| name == "nav") && tag.name == "button");
        assert_eq!(bar.count(), 2, "{state}: the board and the plan");
        let ways = tags.iter().filter(|tag| tag.name == "a" && tag.inside.iter().any(|name| name == "nav"));
        let ways: Vec<_> = ways.filter_map(|tag| attribute(tag, "href")).collect();
        assert!(ways.iter().all(|way| way.starts_with("/plateau/")), "{state}: from table to table: {ways:?}");
        assert!(!ways.is_empty(), "{state}");
    }
}

#[test]
fn what_people_type_is_shown_as_text() {
    let texts = texts();
    for (name, html) in all(&texts) {
        let tags = tags(&html);
        assert!(tags.iter().all(|tag| tag.name != "b" && attribute(tag, "onclick").is_none()), "{name}");
        if name != "board, empty" {
            assert!(text_of(&html).contains(MARKUP), "{name}: it is there, in letters");
        }
    }
}

#[test]
fn no_page_has_an_inline_style_or_a_text_inside_a_textarea() {
    let texts = texts();
    for (name, html) in all(&texts) {
        assert!(tags(&html).iter().all(|tag| attribute(tag, "style").is_none() && tag.name != "style"), "{name}");
        for (_, rest) in html.match_indices("<textarea").map(|(at, _)| html[at..].split_once('>').expect("a tag ends"))
        {
            assert!(rest.starts_with("</textarea>"), "{name}");
        }
    }
}

#[test]
fn a_participant_gets_no_card_that_was_not_dealt_and_no_back_that_is_closed() {
    let texts = texts();
    let table = at_work(&texts);
    let html = participant(&texts, table.clone());
    for (card, (lot, title, fact)) in &texts.cards {
        let id = board::CardId(*card);
        assert_eq!(html.contains(title.as_str()), table.cards.contains_key(&id), "{title}");
        let held = table.cards.get(&id).is_some_and(|card| card.spot == board::Spot::Hand(ActorId(1)));
        let read = held && table.is_open(id);
        assert_eq!(text_of(&html).contains(fact.as_str()), read, "{title} of lot {lot}");
    }
}

#[test]
fn a_hand_is_a_list_of_cards_with_a_button_each() {
    let texts = texts();
    let table = at_work(&texts);
    let tags = tags(&participant(&texts, table.clone()));
    let mine = table.hand(ActorId(1)).count();
    let reserve = table.cards.values().filter(|card| card.spot == board::Spot::Reserve).count();
    let place = |tag: &&Tag| attribute(tag, "aria-label").is_some_and(|label| label.starts_with("Poser «"));
    assert_eq!(tags.iter().filter(place).count(), mine + reserve);
    assert!(reserve > 0, "the draw pile has something to take");
}

#[test]
fn while_paused_a_participant_places_nothing_and_is_told_why() {
    let texts = texts();
    let html = participant(&texts, Document { paused: true, ..at_work(&texts) });
    let tags = tags(&html);
    let place =
        tags.iter().filter(|tag| attribute(tag, "aria-label").is_some_and(|label| label.starts_with("Poser «")));
    assert!(place.into_iter().all(|tag| attribute(tag, "disabled").is_some()));
    assert!(text_of(&html).contains("La table est en pause."));
}

#[test]
fn every_button_and_every_field_has_a_name() {
    let texts = texts();
    for (name, html) in all(&texts) {
        for tag in tags(&html) {
            if ["input", "select", "textarea"].contains(&tag.name.as_str()) {
                let labelled = tag.inside.iter().any(|outer| outer == "label");
                assert!(labelled, "{name}: {tag:?}");
            }
            if tag.name == "button" {
                assert_eq!(attribute(&tag, "type").map(|kind| kind == "button" || kind == "submit"), Some(true));
            }
        }
        for button in html.split("<button").skip(1) {
            let (open, rest) = button.split_once('>').expect("a tag ends");
            let says = text_of(rest.split("</button>").next().unwrap_or_default());
            assert!(open.contains("aria-label") || !says.trim().is_empty(), "{name}: <button{open}>");
        }
    }
}

#[test]
fn the_facilitation_page_offers_what_each_lot_allows() {
    let texts = texts();
    let html = facilitator(&texts, at_work(&texts));
    let tags = tags(&html);
    let offered = |label: &str| with(&tags, "aria-label", label).len();
    assert_eq!(offered("Ouvrir les versos\u{a0}: lot 1"), 0, "they are open");
    assert_eq!(offered("Ouvrir les versos\u{a0}: lot 2"), 1);
    assert_eq!(offered("Reprendre le lot 2\u{a0}: ses cartes quittent les mains"), 0, "a card of it lies on the table");
    assert_eq!(offered("Distribuer dans les mains\u{a0}: lot 2"), 0, "it is dealt");
    assert_eq!(offered("Distribuer dans les mains\u{a0}: lot 3"), 0, "the gate is shut");
    assert_eq!(offered("Distribuer quand même dans les mains\u{a0}: lot 3"), 1);
    let text = text_of(&html);
    for says in [
        "KX4P7M",
        "Passer à\u{a0}: Relecture",
        "Mettre en pause",
        "Camille",
        "http://192.168.1.20:3000/rejoindre/KX4P7M",
    ] {
        assert!(text.contains(says), "{says}");
    }
    let tables = ["/animer/00000000000000000000000000000007/1", "/animer/00000000000000000000000000000007/3"];
    assert!(tables.iter().all(|address| with(&tags, "href", address).len() == 1));
}

#[test]
fn pages_have_one_heading_one_main_part_and_ids_that_are_alone() {
    let texts = texts();
    for (name, html) in all(&texts) {
        let tags = tags(&html);
        for once in ["h1", "main"] {
            assert_eq!(tags.iter().filter(|tag| tag.name == once).count(), 1, "{name}: {once}");
        }
        assert_eq!(with(&tags, "id", "contenu").len(), 1, "{name}: the skip link leads somewhere");
    }
}
