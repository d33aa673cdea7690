//! A table played from its Plan, without a script: every act of the board is a form, and what the others do is read.

#[allow(dead_code, reason = "the second half uses the rest")]
#[path = "second_half/house.rs"]
mod house;

use board::{CardId, DealTo, Intent, LinkId, LinkKind, LotId, Op, Phase, Role, Spot, Stance};
use house::{House, Person};
use uuid::Uuid;

fn says(page: &str, sentence: &str) {
    assert!(page.contains(sentence), "« {sentence} » is not on the page: {page}");
}

/// Somebody at table 1 with its Plan before them.
struct Reader<'a> {
    house: &'a House,
    person: Person<'a>,
    board: String,
}

impl<'a> Reader<'a> {
    fn seated(house: &'a House, name: &str) -> Self {
        let person = house.participant(name, 1);
        Self { house, person, board: house.workshop.boards[0].to_string() }
    }

    /// Sends a form of the Plan with an op id of its own, and reads the page that it leads to.
    fn sends(&self, form: &str, fields: &[(&str, &str)]) -> String {
        let op = Uuid::new_v4().to_string();
        let own = [("board", self.board.as_str()), ("op_id", &op)];
        let fields: Vec<_> = own.into_iter().chain(fields.iter().copied()).collect();
        let led = self.person.sends(&self.house.at("plan", 1), form, &fields);
        assert!(led.starts_with("/plan/"), "{form} leads to {led}");
        self.person.sees(led.split('#').next().unwrap_or_default())
    }

    fn reads(&self, query: &str) -> String {
        self.person.sees(&format!("{}{query}", self.house.at("plan", 1)))
    }
}

/// Lot 1 beside the board, in a phase that links; its first cards.
async fn dealt(house: &House) -> Vec<CardId> {
    house.enter(Phase::Links).await;
    house.wants(house.workshop.boards[0], Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false }).await;
    house.document(1).await.cards.into_keys().collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cards_are_placed_moved_and_taken_back() {
    let house = House::open().await;
    let lea = Reader::seated(&house, "Léa");
    let [first, second, ..] = dealt(&house).await[..] else { panic!("a lot has more than one card") };
    let (one, two) = (first.to_string(), second.to_string());
    says(&lea.reads(""), "<h2>Pioche");
    says(&lea.sends("place", &[("card", &one), ("beside", "")]), "id=\"choisi\"");
    lea.sends("place", &[("card", &two), ("beside", &one)]);
    let near = |document: &board::Document| {
        let (here, there) = (document.on_table(first).expect("it lies there"), document.on_table(second).expect("too"));
        here.x.abs_diff(there.x) < 400 && here.y.abs_diff(there.y) < 400
    };
    assert!(near(&house.document(1).await), "the second lies beside the first");
    house.does(house.workshop.boards[0], Op::Move { card: second, at: board::Point { x: 200, y: 200 } }).await;
    lea.sends("move-card", &[("card", &two), ("beside", &one)]);
    assert!(near(&house.document(1).await), "and again");
    says(&lea.sends("put-back", &[("card", &two)]), "dans votre main");
    let hand: Vec<_> =
        house.document(1).await.cards.into_iter().filter(|(_, card)| matches!(card.spot, Spot::Hand(_))).collect();
    assert_eq!(hand.iter().map(|(card, _)| *card).collect::<Vec<_>>(), [second]);
    says(&lea.sends("move-card", &[("card", &two), ("beside", &one)]), "Cette carte n’est pas sur le plateau");
    says(&lea.sends("take-back", &[]), "2 cartes sur le plateau");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn links_are_drawn_changed_judged_inked_turned_and_taken_away() {
    let house = House::open().await;
    let lea = Reader::seated(&house, "Léa");
    let [first, second, ..] = dealt(&house).await[..] else { panic!("a lot has more than one card") };
    let (one, two) = (first.to_string(), second.to_string());
    for card in [&one, &two] {
        lea.sends("place", &[("card", card)]);
    }
    let (there, back) = (LinkId { cause: first, consequence: second }, LinkId { cause: second, consequence: first });
    let ends = [("cause", one.as_str()), ("consequence", two.as_str())];
    let with = |more: &[(&'static str, &'static str)]| [&ends[..], more].concat();
    // Why is not asked of anybody.
    says(&lea.sends("link", &with(&[("kind", "LeadsTo"), ("because", "")])), "Par Léa");
    says(&lea.sends("change", &with(&[("kind", "Reduces"), ("because", "on l’a vu")])), "on l’a vu");
    lea.sends("judge", &with(&[("stance", "Disagree")]));
    lea.sends("ink", &with(&[("ink", "true")]));
    let document = house.document(1).await;
    let link = &document.links[&there];
    assert_eq!((link.kind, link.because.as_str(), link.ink), (LinkKind::Reduces, "on l’a vu", true));
    assert_eq!(document.opinions(there), (0, 1));
    lea.sends("judge", &with(&[]));
    assert_eq!(house.document(1).await.opinions(there), (0, 0), "no opinion any more");
    house.enter(Phase::Story).await;
    says(&lea.sends("star", &with(&[("starred", "true")])), "lien clé");
    lea.sends("star", &with(&[("starred", "false")]));
    assert!(house.document(1).await.stars.is_empty());
    house.enter(Phase::Links).await;
    lea.sends("reverse", &ends);
    assert_eq!(house.document(1).await.links.into_keys().collect::<Vec<_>>(), [back]);
    says(&lea.sends("unlink", &ends), "Ce lien n’est plus sur le plateau");
    lea.sends("unlink", &[("cause", &two), ("consequence", &one)]);
    assert!(house.document(1).await.links.is_empty());
    assert_eq!(house.document(1).await.stance(back, board::ActorId(2)), None::<Stance>);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn notes_the_title_and_the_story_are_written_and_written_again() {
    let house = House::open().await;
    let lea = Reader::seated(&house, "Léa");
    dealt(&house).await;
    says(&lea.sends("note", &[("text", "Et la nuit ?"), ("question", "true")]), "Questions ouvertes");
    let note = *house.document(1).await.notes.keys().next().expect("there is one");
    let spot = house.document(1).await.notes[&note].spot;
    let name = note.to_string();
    says(&lea.reads(&format!("?note={note}")), "value=\"Et la nuit ?\"");
    lea.sends("note", &[("note", &name), ("text", "Et le jour ?")]);
    let document = house.document(1).await;
    let written = &document.notes[&note];
    assert_eq!((written.text.as_str(), written.question, written.spot), ("Et le jour ?", false, spot), "where it was");
    lea.sends("erase", &[("note", &name)]);
    assert!(house.document(1).await.notes.is_empty());
    house.enter(Phase::Story).await;
    says(&lea.reads(""), "action=\"/api/story\"");
    lea.sends("title", &[("text", "  Notre écran ")]);
    says(&lea.sends("story", &[("text", "Tout part d’un billet.")]), "Tout part d’un billet.");
    let document = house.document(1).await;
    assert_eq!((document.title.as_str(), document.story.as_str()), ("Notre écran", "Tout part d’un billet."));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_person_who_facilitates_shows_and_asks_is_read() {
    let house = House::open().await;
    let lea = Reader::seated(&house, "Léa");
    let cards = dealt(&house).await;
    let board = house.workshop.boards[0];
    says(&lea.reads(""), "Il restait 10:00 à l’affichage");
    let back = |deck: &board::deck::Deck| deck.cards[&cards[0]].fact.read(board::deck::Lang::Fr).0.to_owned();
    let back = back(&server::decks::embedded().deck);
    let chosen = format!("?carte={}", cards[0]);
    assert!(!lea.reads(&chosen).contains(&back), "a back that is closed is not sent");
    house.does(board, Op::Open { lot: LotId(1) }).await;
    says(&lea.reads(&chosen), &back);
    house.does(board, Op::Frame { cards: vec![cards[1]] }).await;
    house.does(board, Op::Hint { cards: vec![cards[0]], text: "Que se passe-t-il la nuit ?".into() }).await;
    let page = lea.reads("");
    says(&page, "Regardez ici");
    says(&page, &format!("href=\"#carte-{}\"", cards[1]));
    says(&page, "Que se passe-t-il la nuit ?");
    house.does(board, Op::Pause { paused: true }).await;
    let page = lea.reads(&chosen);
    says(&page, "En pause");
    assert!(!page.contains("/api/place"), "nothing can be sent meanwhile");
    says(&lea.sends("note", &[("text", "Je l’écris quand même")]), "Je l’écris quand même");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_so_already_is_no_refusal_and_who_looks_on_is_offered_nothing() {
    let house = House::open().await;
    let lea = Reader::seated(&house, "Léa");
    let [first, second, ..] = dealt(&house).await[..] else { panic!("a lot has more than one card") };
    let (one, two) = (first.to_string(), second.to_string());
    for card in [&one, &two] {
        lea.sends("place", &[("card", card)]);
    }
    lea.sends("link", &[("cause", &one), ("consequence", &two), ("kind", "LeadsTo"), ("because", "")]);
    for _ in 0..2 {
        let page = lea.sends("ink", &[("cause", &one), ("consequence", &two), ("ink", "true")]);
        assert!(!page.contains("C’est déjà fait"), "pressed twice is pressed once");
    }
    let ana = house.with_role(Role::Spectator).await;
    let page = ana.sees(&format!("{}?carte={one}&vers={two}", house.at("plan", 1)));
    assert!(!page.contains("action=\"/api/"), "{page}");
}
