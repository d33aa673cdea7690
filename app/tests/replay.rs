//! The page of a replay as the server writes it, and its player as the browser builds it from the opening in the page.

#[allow(dead_code, reason = "the still pages use the rest")]
#[path = "still_pages/reading.rs"]
mod reading;

use app::api::ReplayOpening;
use app::pages::{Page, Player, Sheet, player};
use app::shell::{Surroundings, document, scripts};
use base64::{Engine, engine::general_purpose::STANDARD};
use board::deck::{Front, Lang};
use board::*;
use leptos::prelude::{Owner, RenderHtml};
use reading::{attribute, tags, text_of};

const AROUND: Surroundings<'_> = Surroundings { pkg: "pkg" };
const MARKUP: &str = "Et <b>l’eau</b> ?";

fn at(x: i16) -> Point {
    Point { x, y: 500 }
}

/// Two cards, a link, a question from the person who facilitates, a note: 8 entries in two hours.
fn log() -> Vec<Entry> {
    let card = |card: u16| (CardId(card), Spot::Reserve);
    let link = LinkId { cause: CardId(1), consequence: CardId(2) };
    let done = [
        (0, 1, Op::Enter { step: 0, phase: Phase::Cards, minutes: 10 }),
        (5, 1, Op::Deal { lot: LotId(1), seed: 1, cards: vec![card(1), card(2)], left: 0 }),
        (60, 2, Op::Place { card: CardId(1), at: at(300) }),
        (70, 3, Op::Place { card: CardId(2), at: at(900) }),
        (3_600, 1, Op::Hint { cards: vec![CardId(1)], text: MARKUP.into() }),
        (3_700, 2, Op::Link { link, kind: LinkKind::LeadsTo, because: "il faut du métal".into() }),
        (7_000, 1, Op::Enter { step: 1, phase: Phase::Closing, minutes: 10 }),
        (7_200, 3, Op::Note { note: NoteId(1), at: at(600), text: "Qui paie ?".into(), question: true }),
    ];
    let entry = |(seq, (seconds, actor, op)): (u64, (u64, u32, Op))| {
        let at = Millis(1_795_613_400_000 + seconds * 1000);
        Entry { seq: Seq(seq), actor: ActorId(actor), at, op }
    };
    (1..).zip(done).map(entry).collect()
}

fn opening(seq: u64, entries: Vec<Entry>) -> ReplayOpening {
    let front = |(card, title): (u16, &str)| Front {
        card: CardId(card),
        lot: LotId(1),
        title: title.to_owned(),
        lang: Lang::Fr,
        sheet: None,
    };
    ReplayOpening {
        lang: Lang::Fr,
        mark: 7,
        name: "Fin <i>de soirée</i>".into(),
        workshop: "Saison".into(),
        table: 2,
        seq: Seq(seq),
        tape: Tape::of(entries),
        fronts: [(1, "Écrans"), (2, "Mines")].map(front).into(),
        steps: vec!["Lot 1 : usages".into(), "Clôture".into()],
    }
}

fn html(opening: ReplayOpening) -> String {
    document(Sheet { page: Page::Replay(Box::new(opening)), lang: Lang::Fr, refused: None }, AROUND)
}

/// The player after going to a place.
fn played(to: usize) -> String {
    Owner::new().with(|| {
        let own = Player::new(opening(8, log()));
        own.go(to);
        player(own).to_html()
    })
}

#[test]
fn the_page_has_a_picture_for_each_chapter_with_its_name_time_and_counts() {
    let html = html(opening(8, log()));
    let tags = tags(&html);
    let pictures = tags.iter().filter(|tag| attribute(tag, "class") == Some("picture strip-picture"));
    let named: Vec<_> = pictures.map(|tag| attribute(tag, "aria-label").unwrap_or_default()).collect();
    assert_eq!(
        named,
        ["2 cartes posées, 0 lien", "2 cartes posées, 1 lien", "2 cartes posées, 1 lien, 1 question ouverte"]
    );
    let text = text_of(&html).replace('\u{a0}', " ");
    for said in [
        "1. Lot 1 : usages, Lot 1 distribué",
        &format!("2. Question : « {MARKUP} »"),
        "3. Clôture",
        "1:00:00",
        "1:56:40",
    ] {
        assert!(text.contains(said), "{said}");
    }
    assert!(!html.contains("<b>l’eau") && !html.contains("<i>de soirée"), "what was typed is text");
    for once in ["h1", "main", "footer"] {
        assert_eq!(tags.iter().filter(|tag| tag.name == once).count(), 1, "{once}");
    }
}

#[test]
fn the_page_carries_its_opening_and_runs_the_scripts_that_its_policy_names() {
    let wanted = opening(8, log());
    let html = html(wanted.clone());
    let (_, rest) = html.split_once("class=\"opening\" data-page=\"replay\">").expect("it is there");
    let (bytes, rest) = rest.split_once("</script>").expect("it ends");
    let read: ReplayOpening = postcard::from_bytes(&STANDARD.decode(bytes).expect("base64")).expect("postcard");
    assert_eq!(read, wanted);
    let running: Vec<_> = rest.split("<script").skip(1).filter_map(|script| Some(script.split_once('>')?.1)).collect();
    let named = scripts(&Page::Replay(Box::new(wanted)), Lang::Fr, AROUND);
    assert_eq!(named.len(), running.len());
    assert!(running.iter().zip(&named).all(|(running, named)| running.starts_with(&**named)));
    assert!(html.contains("/pkg/replay_fr.wasm") && html.contains("/pkg/replay.css") && !html.contains("stage"));
    assert!(html.contains("<div class=\"living\"></div>"), "the player's place is empty until it comes");
}

#[test]
fn a_log_that_cannot_be_read_to_its_end_is_shown_up_to_there_and_says_so() {
    let html = html(opening(8, log()[..6].to_vec()));
    assert!(text_of(&html).contains("au-delà du geste 6 sur 8"));
    assert_eq!(html.matches("picture strip-picture").count(), 2);
    assert!(!self::html(opening(8, log())).contains("replay-cut"));
}

#[test]
fn a_log_without_an_entry_is_said_to_be_empty_not_broken() {
    let html = html(opening(0, Vec::new()));
    assert!(text_of(&html).contains("Rien n’a encore été fait") && !html.contains("replay-cut"));
    let player = Owner::new().with(|| player(Player::new(opening(0, Vec::new()))).to_html());
    assert!(player.contains("max=\"0\""));
}

#[test]
fn the_player_shows_lights_and_tells_what_the_last_entry_did() {
    let text = |html: &str| text_of(html).replace('\u{a0}', " ");
    let end = played(8);
    assert!(text(&end).contains("Personne 3 a posé une question ouverte : « Qui paie ? »."));
    assert!(text(&end).contains("2:00:00 sur 2:00:00"));

    let linked = played(6);
    assert_eq!(linked.matches("replay-thing lit").count(), 1);
    assert!(
        text(&linked).contains("Personne 2 a relié « Écrans » à « Mines » (entraîne, parce que il faut du métal)"),
        "{}",
        text(&linked)
    );
    assert!(linked.contains("picture-slip"), "its reason is on it");
    assert!(text(&linked).contains("1:01:40 sur 2:00:00"));
    let current = linked.split("aria-current=\"true\"").nth(1).expect("one chapter is current");
    assert!(text_of(&format!("<p{current}")).contains("l’eau"));

    let dealt = played(2);
    assert!(text(&dealt).contains("Le lot 1 est distribué.") && !dealt.contains("picture-card"));
    assert!(text(&played(0)).contains("Avant le premier geste."));
}
