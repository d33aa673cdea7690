//! The deck in the binary: all of it is there, it can be played, and its texts keep the rules of the house.

use super::*;
use board::deck::{Certainty, Format, Lang};
use board::key::Level;
use board::{CardId, LinkId, LotId, Phase};
use std::collections::BTreeSet;

const FR: &str = include_str!("../../../card-decks/culture/fr.toml");

#[test]
fn the_whole_deck_is_there() {
    let (deck, key) = (&embedded().deck, embedded().key(Lang::Fr));
    assert_eq!((deck.lots.len(), deck.cards.len(), deck.actions.len()), (6, 61, 30));
    assert_eq!((key.expected.len(), key.misconceptions.len()), (126, 16));
    let essential = key.expected.values().filter(|link| link.level == Level::Essential).count();
    assert_eq!(essential, 36);
    let sizes: Vec<_> = Format::ALL.iter().map(|format| (format.minutes(), deck.formats[format].len())).collect();
    assert_eq!(sizes, [(45, 12), (90, 24), (180, 45)]);
    assert_eq!((deck.profiles.len(), deck.trades.len()), (6, 8));
    assert_eq!((deck.slug.as_str(), deck.licence.as_str()), ("culture", "CC-BY-SA-4.0"));
}

#[test]
fn nothing_of_the_texts_got_lost() {
    let deck = &embedded().deck;
    assert_eq!(deck.cards.values().filter(|card| card.note.is_some()).count(), 28);
    assert_eq!(deck.cards.values().map(|card| card.other_sources.len()).sum::<usize>(), 27);
    assert_eq!(deck.actions.values().filter(|action| action.source.is_some()).count(), 8);
    let cards =
        deck.cards.values().flat_map(|card| [&card.title, &card.fact, &card.hint].into_iter().chain(&card.note));
    let actions = deck.actions.values();
    let actions =
        actions.flat_map(|action| [&action.title, &action.description, &action.first_step, &action.indicator]);
    let lots = deck.lots.iter().flat_map(|lot| [&lot.title, &lot.question]);
    let waves = deck.waves.values().flatten().map(|wave| &wave.title);
    let steps = deck.scripts.values().flat_map(|script| &script.steps);
    let steps = steps.flat_map(|step| [&step.title, &step.does, &step.says]);
    let labels = deck.profiles.values().chain(deck.trades.values()).chain([&deck.title]);
    let mut all = cards.chain(actions).chain(lots).chain(waves).chain(steps).chain(labels);
    assert_eq!(all.find(|text| text.en.is_none()), None, "not said in English");
    let [french, english] = [Lang::Fr, Lang::En].map(|lang| embedded().key(lang));
    for (link, expected) in &english.expected {
        assert_ne!(expected.why, french.expected[link].why, "{link:?}");
    }
    for (link, trap) in &english.misconceptions {
        assert!(trap.belief != french.misconceptions[link].belief && trap.reason != french.misconceptions[link].reason);
    }
}

#[test]
fn topic_cards_are_numbered_from_1_in_the_order_of_the_lots_and_action_cards_from_101() {
    let deck = &embedded().deck;
    assert!(deck.cards.keys().copied().eq((1..=61).map(CardId)));
    assert!(deck.actions.keys().copied().eq((101..=130).map(CardId)));
    assert!(deck.cards.values().is_sorted_by_key(|card| card.lot));
    assert!(deck.lots.iter().map(|lot| lot.id).eq((1..=6).map(LotId)));
}

#[test]
fn a_format_deals_its_own_cards_lot_by_lot() {
    let deck = &embedded().deck;
    let sizes = |format| deck.lots_of(format).values().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(sizes(Format::ThreeHours), [10, 5, 5, 7, 10, 8]);
    assert_eq!(sizes(Format::Ninety), [11, 7, 6], "in waves");
    assert_eq!(sizes(Format::FortyFive), [6, 6], "in waves");
    for format in Format::ALL {
        let mut dealt: Vec<_> = deck.lots_of(format).into_values().flatten().collect();
        let mut cards = deck.formats[&format].clone();
        dealt.sort_unstable();
        cards.sort_unstable();
        assert_eq!(dealt, cards, "all its cards, once each");
    }
    assert!(deck.lot_cards(Format::ThreeHours, LotId(1)).is_sorted());
    assert_eq!(deck.lot_cards(Format::Ninety, LotId(7)), []);
}

#[test]
fn what_a_format_deals_is_called_by_its_own_name() {
    let deck = &embedded().deck;
    let title = |format, lot| deck.lot_title(format, LotId(lot)).map(|title| title.read(Lang::Fr).0);
    assert_eq!(title(Format::ThreeHours, 3), Some("De la mine à la benne"));
    assert_eq!(title(Format::Ninety, 3), Some("Personnes et leviers"));
    assert_eq!(title(Format::FortyFive, 2), Some("Causes, effets et levier"));
    assert_eq!((title(Format::FortyFive, 3), title(Format::ThreeHours, 7)), (None, None));
}

#[test]
fn each_script_lasts_as_long_as_its_format_and_deals_its_lots_in_order() {
    let deck = &embedded().deck;
    for format in Format::ALL {
        let script = &deck.scripts[&format];
        assert_eq!(script.minutes(), u32::from(format.minutes()));
        let dealt = script.steps.iter().filter_map(|step| step.lot);
        assert!(dealt.eq(deck.lots_of(format).into_keys()), "{format:?}");
        let ends = script.steps.iter().rev().take(2).map(|step| step.phase);
        assert!(ends.eq([Phase::Closing, Phase::Feedback]), "{format:?}");
    }
    let phases: BTreeSet<_> = deck.scripts[&Format::ThreeHours].steps.iter().map(|step| step.phase).collect();
    assert!(phases.into_iter().eq(BTreeSet::from(Phase::ALL)), "three hours go through every phase");
}

#[test]
fn every_card_has_a_drawing_on_the_sheet_of_its_lot() {
    let loaded = embedded();
    for (&card, topic) in &loaded.deck.cards {
        assert!(topic.drawing.is_some(), "{}", topic.slug);
        let front = loaded.deck.front(card, Lang::Fr).expect("a card of the deck");
        let sheet = front.sheet.and_then(|sheet| loaded.sheet(sheet)).expect("a sheet");
        assert!(sheet.contains(&format!("id=\"l{card}\"")), "{}", topic.slug);
        assert_eq!(
            sheet.matches("<g id=\"l").count(),
            loaded.deck.cards.values().filter(|it| it.lot == topic.lot).count()
        );
    }
    assert!(loaded.deck.actions.values().all(|action| action.drawing.is_some()));
    assert!(loaded.deck.action_sheet.is_some_and(|sheet| loaded.sheet(sheet).is_some()));
}

#[test]
fn a_card_is_read_in_either_language() {
    let deck = &embedded().deck;
    let front = deck.front(CardId(1), Lang::En).expect("the first card");
    assert_eq!((front.title.as_str(), front.lot, front.lang), ("Pressure to innovate", LotId(1), Lang::En));
    assert_eq!(deck.front(CardId(1), Lang::Fr).expect("the first card").title, "Injonction à innover");
    let back = deck.back(CardId(1), Lang::En).expect("the first card");
    assert_eq!((back.year, back.certainty, back.lang), (Some(2023), Certainty::SourceRead, Lang::En));
    assert!(back.source.starts_with("TMNlab, "));
    assert_eq!(deck.front(CardId(101), Lang::Fr), None);
    assert_eq!(deck.back(CardId(999), Lang::Fr), None);
}

#[test]
fn a_board_with_every_expected_link_has_nothing_missing() {
    let (deck, key) = (&embedded().deck, embedded().key(Lang::Fr));
    let cards: BTreeSet<_> = deck.formats[&Format::ThreeHours].iter().copied().collect();
    let coverage = key.coverage(&cards, key.expected.keys().copied());
    assert_eq!((coverage.essential.missing, coverage.accepted.missing), (vec![], vec![]));
    assert_eq!((coverage.traps, coverage.originals), (vec![], vec![]));
    let traps = key.coverage(&deck.cards.keys().copied().collect(), key.misconceptions.keys().copied()).traps;
    assert_eq!(traps.len(), 16);
}

#[test]
fn a_misconception_is_named_by_the_cards_it_joins() {
    let (deck, key) = (&embedded().deck, embedded().key(Lang::Fr));
    let card = |slug| *deck.cards.iter().find(|(_, card)| card.slug == slug).expect("a card of the deck").0;
    let link = LinkId { cause: card("ia-generative"), consequence: card("tension-eau") };
    let path = ["ia-generative", "centres-donnees", "tension-eau"].map(card);
    assert_eq!(key.misconceptions[&link].belief, "L’IA boit de l’eau.");
    assert_eq!(key.misconceptions[&link].path, path);
}

/// The values of the French file, addresses apart, with their lines.
fn french() -> impl Iterator<Item = (usize, &'static str)> {
    let texts = FR.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.contains("url ="));
    texts.filter_map(|(line, text)| Some((line + 1, text.split_once(" = \"")?.1.trim_end_matches('"'))))
}

#[test]
fn french_is_written_as_the_house_writes_it() {
    let spaces = ['\u{a0}', '\u{202f}'];
    for (line, text) in french() {
        let mut before = ' ';
        let mut marks = text.chars().peekable();
        while let Some(mark) = marks.next() {
            assert!(!"'·•\u{201c}\u{201d}".contains(mark), "fr.toml:{line}: {mark} in {text}");
            let clock_or_name =
                mark == ':' && before.is_alphanumeric() && marks.peek().is_some_and(|c| !c.is_whitespace());
            if "»;:!?%".contains(mark) && !clock_or_name {
                assert!(spaces.contains(&before), "fr.toml:{line}: no hard space before {mark} in {text}");
            }
            if mark == '«' {
                assert!(
                    marks.peek().is_some_and(|c| spaces.contains(c)),
                    "fr.toml:{line}: no hard space after « in {text}"
                );
            }
            before = mark;
        }
    }
}
