//! No spoilers: all that participants, spectators and the room's screen receive in a workshop of three hours holds no
//! text that they may not read yet, and nothing of the answer key, the advice and the script, ever. The tables play
//! the deck's own script on the real site over real sockets; every frame and every page is judged when it comes.

#[path = "spoilers/evening.rs"]
mod evening;
#[path = "rights/house.rs"]
#[expect(dead_code, reason = "nobody sends a file here")]
mod house;
#[path = "spoilers/recorder.rs"]
mod recorder;
#[path = "spoilers/script.rs"]
mod script;
#[path = "spoilers/secrets.rs"]
mod secrets;

use board::deck::Lang;
use board::{CardId, Role};
use evening::Evening;
use house::House;
use recorder::{Allowed, Recorder};
use secrets::{Kind, Secrets};
use std::collections::BTreeSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_receives_what_they_may_not_read_yet() {
    let house = House::open().await;
    let mut evening = Evening::begin(&house).await;
    script::play(&mut evening).await;

    // The workshop ends; whoever was there tries every other door.
    let (first, workshop) = (evening.workshop.boards[0].to_string(), evening.workshop.id.to_string());
    let lead = &evening.people[0].browser;
    let mark = lead.post("save", &[("board", &first), ("name", "Après la visite")]).body;
    assert_eq!(lead.post("close-vote", &[("workshop", &workshop)]).status, 200);
    assert_eq!(lead.post("close", &[("workshop", &workshop), ("sure", "true")]).status, 200);
    let mark = mark.parse().unwrap_or_else(|_| panic!("not the number of a saved board: {mark}"));
    for person in 1..evening.people.len() {
        evening.pries(person, mark).await;
    }

    let Evening { recorder, .. } = &evening;
    assert_eq!(recorder.leaks, BTreeSet::new());
    proves_that_it_listened(&evening).await;
}

/// What was dealt and opened was received, in every way it comes; and the cockpit holds all that the others were not
/// given, so that it would have been found.
async fn proves_that_it_listened(evening: &Evening<'_>) {
    let Evening { recorder, .. } = evening;
    for table in [1, 2] {
        let document = evening.document(table).await;
        let fronts: BTreeSet<_> = document.cards.keys().map(|&card| Kind::Front(card)).collect();
        let opened = document.cards.keys().filter(|&&card| document.is_open(card));
        let backs: BTreeSet<_> = opened.map(|&card| Kind::Back(card)).collect();
        assert!(fronts.len() > 40 && backs.len() > 10 && backs.len() < fronts.len(), "table {table}: {}", backs.len());
        let name = ["Léa", "Ali"][table - 1];
        let board = evening.workshop.boards[table - 1];
        for place in [format!("{name}, live at table {table}"), format!("{name} at /plateau/{board}")] {
            let heard = recorder.heard_by(&place);
            assert!(heard.is_superset(&fronts) && heard.is_superset(&backs), "{place} missed something");
        }
        for name in ["spectator", "projector"] {
            let heard = recorder.heard_by(&format!("{name}, live at table {table}"));
            assert!(heard.is_superset(&fronts) && heard.is_superset(&backs), "{name} missed something");
        }
        let heard = recorder.heard_by(&format!("{name} at /actions/{board}"));
        assert!(heard.iter().any(|kind| matches!(kind, Kind::Action(_))), "{name} was proposed nothing to do");
        let asked = recorder.heard_by(&format!("{name}, live at table {table}"));
        let asked = asked.iter().filter(|kind| matches!(kind, Kind::Advice(_))).count();
        assert!(asked >= script::ASKED[table - 1].len(), "the questions were received by whom they were put to");
    }
    let (page, openings) = script::cockpit(evening);
    let kept: BTreeSet<_> = recorder.secrets.found(page.as_bytes()).into_iter().map(|(kind, _)| kind).collect();
    let has = |of: fn(&Kind) -> bool| kept.iter().any(of);
    assert!(openings[0].memo.is_some() && openings[0].me.role == Role::Facilitator);
    assert!(has(|kind| matches!(kind, Kind::Key(_))) && has(|kind| matches!(kind, Kind::Script(_))));
    assert!(has(|kind| matches!(kind, Kind::Advice(_))) && has(|kind| matches!(kind, Kind::Back(_))));
    let (things, bytes) = recorder.size();
    assert!(things > 1_000 && bytes > 1_000_000, "{things} things, {bytes} bytes");
}

/// A text of every kind, in every way in which it can be written down.
#[test]
fn the_recorder_finds_a_leak_however_it_is_written() {
    let loaded = server::decks::embedded();
    let (card, trap) = (CardId(1), *loaded.key(Lang::Fr).misconceptions.keys().next().expect("there are traps"));
    let (topic, action) = (&loaded.deck.cards[&card], *loaded.deck.actions.keys().next().expect("there are actions"));
    let kinds = [
        (Kind::Front(card), topic.title.fr.as_str()),
        (Kind::Back(card), &topic.fact.fr),
        (Kind::Advice(card), &topic.hint.fr),
        (Kind::Action(action), &loaded.deck.actions[&action].description.fr),
        (Kind::Key(trap), &loaded.key(Lang::Fr).misconceptions[&trap].belief),
        (Kind::Key(trap), &loaded.key(Lang::Fr).misconceptions[&trap].reason),
    ];
    for (kind, text) in kinds {
        for (way, bytes) in ways(text) {
            let mut recorder = Recorder::of(Secrets::of(loaded));
            recorder.hear("Léa", &bytes, &Allowed::default());
            let told = recorder.leaks.iter().any(|leak| leak.starts_with(&format!("Léa reads of {kind:?}")));
            assert!(told, "{kind:?} {way}: {:?}", recorder.leaks);
        }
    }
}

fn ways(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    use base64::{Engine, engine::general_purpose::*};
    let framed = postcard::to_allocvec(&(7_u64, text, "fin")).expect("bytes");
    let escaped = text.replace('&', "&amp;").replace('\'', "&#x27;").replace('’', "&#8217;").replace(' ', "&nbsp;");
    let lines: Vec<_> = text.split(' ').map(|word| format!("<tspan x=\"3\">{word}</tspan>")).collect();
    vec![
        ("in a frame", framed.clone()),
        ("in a page", format!("<p>{escaped}</p>").into_bytes()),
        ("in the lines of a picture", format!("<text>{}</text>", lines.concat()).into_bytes()),
        ("in an opening", format!("<script>{}</script>", STANDARD.encode(&framed)).into_bytes()),
        ("in an address", format!("/?x={}", URL_SAFE_NO_PAD.encode(&framed)).into_bytes()),
        ("in JSON", serde_json::to_vec(&[text]).expect("JSON")),
        ("in capitals", text.to_uppercase().into_bytes()),
    ]
}

#[test]
fn what_may_be_read_is_no_leak_and_a_question_is_for_the_table_it_was_put_to() {
    let loaded = server::decks::embedded();
    let (card, other) = (CardId(1), CardId(2));
    let topic = &loaded.deck.cards[&card];
    let may = Allowed { fronts: BTreeSet::from([card]), said: vec![topic.hint.fr.clone()], ..Allowed::default() };
    let heard = |text: &str, may: &Allowed| {
        let mut recorder = Recorder::of(Secrets::of(loaded));
        recorder.hear("Léa", text.as_bytes(), may);
        recorder.leaks.len()
    };
    assert_eq!(heard(&topic.title.fr, &may) + heard(&topic.hint.fr, &may), 0);
    assert!(heard(&topic.fact.fr, &may) > 0, "its back is closed");
    assert!(heard(&topic.hint.fr, &Allowed::default()) > 0, "another table was not asked");
    assert!(heard(&loaded.deck.cards[&other].title.fr, &may) > 0, "another card is not dealt");
}
