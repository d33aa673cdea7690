//! The debrief sheet of a workshop: it follows the boards until somebody writes, is written by several at once without
//! losing a word, is read by the room, validated, printed, and outlives the names. The real pages over real requests.

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "second_half/house.rs"]
mod house;

use app::api::{About, Ask, FieldId};
use board::*;
use house::{House, Person};
use server::store::Debriefs;
use std::time::{Duration, Instant};

const OWNER: FieldId = FieldId::new(About::Action(1, ActionId(5)), Ask::Owner);
const TRAINING: FieldId = FieldId::new(About::Workshop, Ask::Training);

fn says(page: &str, sentence: &str) {
    assert!(page.contains(sentence), "« {sentence} » is not on the page: {page}");
}

fn hushes(page: &str, sentence: &str) {
    assert!(!page.contains(sentence), "« {sentence} » is on the page: {page}");
}

impl House {
    fn sheet(&self) -> String {
        format!("/animer/{}/fiche", self.workshop.id)
    }

    /// Table 1 has a title, a disputed link, an open question, an action and something that stops.
    async fn plays(&self) -> [CardId; 2] {
        let board = self.workshop.boards[0];
        self.does(board, Op::Enter { step: 0, phase: Phase::Links, minutes: 10 }).await;
        self.wants(board, Intent::Deal { lot: LotId(1), to: DealTo::Table, force: true }).await;
        let cards: Vec<_> = self.document(1).await.cards.into_keys().take(2).collect();
        for (&card, x) in cards.iter().zip([400, 900]) {
            self.does(board, Op::Place { card, at: Point { x, y: 400 } }).await;
        }
        let link = LinkId { cause: cards[0], consequence: cards[1] };
        let because = "on allume sans y penser".into();
        self.does(board, Op::Link { link, kind: LinkKind::LeadsTo, because }).await;
        self.does(board, Op::Judge { link, stance: Some(Stance::Disagree) }).await;
        let text = "Et la nuit, qui éteint".into();
        self.does(board, Op::Note { note: NoteId(4), at: MIDDLE, text, question: true }).await;
        self.does(board, Op::Title { text: "Notre écran".into() }).await;
        self.decides(5, "Mesurer la lumière", false).await;
        self.decides(6, "L’écran du hall, la nuit", true).await;
        [cards[0], cards[1]]
    }

    async fn decides(&self, id: u64, text: &str, renounces: bool) {
        let what = Action { text: text.into(), renounces, owner: "Léa-Rose".into(), ..Action::default() };
        self.does(self.workshop.boards[0], Op::Act { action: ActionId(id), what }).await;
    }

    async fn closes_the_evening(&self) {
        for &board in &self.workshop.boards {
            self.does(board, Op::Enter { step: 9, phase: Phase::Closing, minutes: 3 }).await;
        }
    }
}

/// One field of a form: what it says now, what it said when its page was made.
struct Typed<'a>(FieldId, u32, &'a str, &'a str);

/// Somebody saves a block; says where that leads.
fn writes(who: &Person<'_>, house: &House, block: &str, typed: &[Typed<'_>]) -> String {
    let workshop = house.workshop.id.to_string();
    let mut fields = vec![("workshop".to_owned(), workshop), ("block".to_owned(), block.to_owned())];
    for Typed(id, seen, was, text) in typed {
        for (part, says) in [("seen", seen.to_string()), ("was", (*was).into()), ("text", (*text).into())] {
            fields.push((format!("fields[{id}][{part}]"), says));
        }
    }
    let fields: Vec<_> = fields.iter().map(|(name, says)| (name.as_str(), says.as_str())).collect();
    who.sends(&house.sheet(), "write-debrief", &fields)
}

/// What the form of a draft says of all that it told.
fn told(page: &str) -> String {
    page.split("name=\"told\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("0").to_owned()
}

/// Somebody validates what they read just now.
fn validates(who: &Person<'_>, house: &House, seen: &str, ends: bool) -> String {
    validates_as_told(who, house, (seen, &told(&who.sees(&format!("{}?corriger=", house.sheet())))), ends)
}

fn validates_as_told(who: &Person<'_>, house: &House, (seen, told): (&str, &str), ends: bool) -> String {
    let workshop = house.workshop.id.to_string();
    let mut fields = vec![("workshop", workshop.as_str()), ("seen", seen), ("told", told), ("sure", "true")];
    fields.extend(ends.then_some(("ends", "true")));
    who.sends(&house.sheet(), "validate-debrief", &fields)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sheet_says_what_the_boards_say_and_follows_them_until_somebody_writes() {
    let house = House::open().await;
    house.plays().await;
    let fay = house.with_role(Role::Facilitator).await;
    let page = fay.sees(&house.sheet());
    for sentence in [
        "Ce qui n’est pas écrit dans cette fiche sera effacé.",
        "Brouillon, pas encore validé",
        "value=\"Notre écran\"",
        "value=\"Mesurer la lumière\"",
        "value=\"L’écran du hall, la nuit\"",
        "value=\"Léa-Rose\"",
        "on allume sans y penser",
        "1 pas d’accord",
        "Et la nuit, qui éteint",
        "lien essentiel trouvé par la table",
        "Une action de plus",
    ] {
        says(&page, sentence);
    }
    house.decides(5, "Mesurer la lumière du hall", false).await;
    says(&fay.sees(&house.sheet()), "value=\"Mesurer la lumière du hall\"");
    let does = FieldId::new(About::Action(1, ActionId(5)), Ask::Does);
    let led = writes(&fay, &house, "actions", &[Typed(does, 0, "Mesurer la lumière du hall", "Mesurer partout")]);
    assert!(led.ends_with("?corriger=#bloc-5"), "{led}");
    house.decides(5, "Autre chose", false).await;
    let page = fay.sees(&house.sheet());
    says(&page, "value=\"Mesurer partout\"");
    hushes(&page, "value=\"Autre chose\"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_write_one_field_both_see_both_texts_and_one_of_them_chooses() {
    let house = House::open().await;
    house.plays().await;
    let (fay, co) = (house.with_role(Role::Facilitator).await, house.with_role(Role::Facilitator).await);
    writes(&fay, &house, "actions", &[Typed(OWNER, 0, "Léa-Rose", "Régie")]);
    // The second had the same page open; what else they wrote in the block is kept at once.
    let cost = FieldId::new(About::Action(1, ActionId(5)), Ask::Cost);
    for _ in 0..2 {
        writes(&co, &house, "actions", &[Typed(OWNER, 0, "Léa-Rose", "Accueil"), Typed(cost, 0, "", "Deux jours")]);
    }
    for who in [&fay, &co] {
        let page = who.sees(&house.sheet());
        says(&page, "Deux personnes ont écrit ce champ en même temps. Rien n’est perdu");
        says(&page, "1 champ attend un choix");
        says(&page, "Garder ce texte pour «\u{a0}Responsable\u{a0}»");
        says(&page, "value=\"Deux jours\"");
        hushes(&page, "name=\"sure\"");
    }
    assert!(validates(&fay, &house, "3", false).contains("__err="), "a sheet that says two things is not validated");
    let (workshop, field) = (house.workshop.id.to_string(), OWNER.to_string());
    let choose = |who: &Person<'_>, seen: &str, text: &str| {
        let fields = [("workshop", workshop.as_str()), ("field", field.as_str()), ("seen", seen), ("text", text)];
        who.sends(&house.sheet(), "choose-debrief", &fields)
    };
    let late = choose(&fay, "1", "Régie");
    assert!(late.contains("__err="), "{late}");
    says(&fay.sees(&late), "Quelqu’un a écrit entre-temps");
    assert!(choose(&co, "2", "Accueil").ends_with("?corriger=#bloc-5"));
    let page = fay.sees(&house.sheet());
    says(&page, "value=\"Accueil\"");
    hushes(&page, "en même temps");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_too_long_or_no_day_comes_back_as_it_was_typed() {
    let house = House::open().await;
    house.plays().await;
    let fay = house.with_role(Role::Facilitator).await;
    let due = FieldId::new(About::Action(1, ActionId(5)), Ask::Due);
    let led = writes(&fay, &house, "actions", &[Typed(due, 0, "", "demain"), Typed(OWNER, 0, "Léa-Rose", "Régie")]);
    let page = fay.sees(&led);
    says(&page, "value=\"demain\"");
    says(&page, "value=\"Régie\"");
    says(&page, "class=\"refusal\"");
    assert!(house.store.written(house.workshop.id).await.expect("an answer").is_empty(), "all of a block or nothing");
    let long = "é".repeat(401);
    assert!(writes(&fay, &house, "needs", &[Typed(TRAINING, 0, "", &long)]).contains("__err="));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_room_reads_the_sheet_from_the_closing_on_without_key_and_answers() {
    let house = House::open().await;
    house.plays().await;
    let lea = house.participant("Léa", 1);
    let screen = house.with_role(Role::Projector).await;
    let (page, told) = (house.at("fiche", 1), format!("/api/debrief?board={}", house.workshop.boards[0]));
    says(&lea.sees(&page), "se lit à la clôture");
    assert_eq!(screen.sees(&told), "[]");
    assert_eq!(lea.asks(&house.sheet()).0, 404);
    let feedback = [("board", house.workshop.boards[0].to_string()), ("given[wrong]", "La carte du nuage".into())];
    house.does(house.workshop.boards[0], Op::Enter { step: 8, phase: Phase::Feedback, minutes: 3 }).await;
    let feedback = feedback.each_ref().map(|(name, says)| (*name, says.as_str()));
    lea.sends(&house.at("retour", 1), "feedback", &feedback);
    house.closes_the_evening().await;
    let fay = house.with_role(Role::Facilitator).await;
    says(&fay.sees(&house.sheet()), "La carte du nuage");
    writes(&fay, &house, "needs", &[Typed(TRAINING, 0, "", "Écoconception")]);
    for seen in [lea.sees(&page), screen.sees(&page), screen.sees(&told)] {
        says(&seen, "Écoconception");
        says(&seen, "Mesurer la lumière");
        hushes(&seen, "lien essentiel");
        hushes(&seen, "La carte du nuage");
    }
    says(&lea.sees(&page), "Ce qui n’est pas écrit dans cette fiche sera effacé.");
    let follows = lea.is_answered(&format!("{page}?suivre="), None, "fr");
    assert_eq!(follows.headers().get("refresh").expect("it comes again"), "10");
    assert!(lea.is_answered(&page, None, "fr").headers().get("refresh").is_none(), "only for whoever asks for it");
    assert_eq!(house.stranger().asks(&page).0, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_validated_sheet_stays_as_it_is_and_names_that_are_not_in_it_are_gone() {
    let house = House::open().await;
    house.plays().await;
    let omar = house.participant("Omar-Témoin", 1);
    let fay = house.with_role(Role::Facilitator).await;
    house.closes_the_evening().await;
    writes(&fay, &house, "actions", &[Typed(OWNER, 0, "Léa-Rose", "Régie")]);
    let read = told(&fay.sees(&house.sheet()));
    let unsure = [("workshop", house.workshop.id.to_string()), ("seen", "1".into()), ("told", read.clone())];
    let unsure = unsure.each_ref().map(|(name, says)| (*name, says.as_str()));
    assert!(fay.sends(&house.sheet(), "validate-debrief", &unsure).contains("__err="), "nobody said that it was read");
    assert!(validates(&fay, &house, "0", true).contains("__err="), "it was read before the last change");
    let later = Op::Act { action: ActionId(77), what: Action { text: "Et le parvis".into(), ..Action::default() } };
    house.does(house.workshop.boards[1], later).await;
    assert!(validates_as_told(&fay, &house, ("1", &read), true).contains("__err="), "a table went on deciding");
    house.does(house.workshop.boards[1], Op::Drop { action: ActionId(77) }).await;
    for _ in 0..2 {
        assert_eq!(validates(&fay, &house, "1", true), house.sheet());
    }
    let valid = fay.sees(&house.sheet());
    says(&valid, "Version 1, validée le");
    says(&valid, "Régie");
    hushes(&valid, "<form class=\"stack\" method=\"post\" action=\"/api/write-debrief\"");
    // The board changes no more, names are gone, and the room reads what was validated.
    let kept = house.store.debrief(house.workshop.id, None).await.expect("an answer").expect("it is kept");
    assert_eq!((kept.number, kept.content.decided().len()), (1, 2));
    assert_eq!(kept.content.decided()[0].owner, "Régie");
    for page in [house.sheet(), format!("/animer/{}/retours", house.workshop.id)] {
        hushes(&fay.sees(&page), "Omar-Témoin");
    }
    let seats = server::store::Workshops::seats(&*house.store, house.workshop.id).await.expect("an answer");
    assert!(seats.iter().all(|seat| seat.name.is_empty()), "{seats:?}");
    says(&omar.sees(&house.at("fiche", 1)), "Version 1, validée le");
    // A correction is another version; the first one stays.
    let draft = format!("{}?corriger=", house.sheet());
    says(&fay.sees(&draft), "value=\"Régie\"");
    writes(&fay, &house, "actions", &[Typed(OWNER, 1, "Régie", "Direction technique")]);
    assert_eq!(validates(&fay, &house, "2", false), house.sheet());
    says(&fay.sees(&house.sheet()), "Direction technique");
    let first = fay.sees(&format!("{}?version=1", house.sheet()));
    says(&first, "Régie");
    hushes(&first, "Direction technique");
    assert_eq!(fay.asks(&format!("{}?version=3", house.sheet())).0, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sheet_is_printed_on_both_papers_in_time_and_without_the_key_on_the_wall() {
    let house = House::open().await;
    house.plays().await;
    let fay = house.with_role(Role::Facilitator).await;
    for file in ["fiche-a4.pdf", "fiche-a3.pdf"] {
        let begun = Instant::now();
        let answer = fay.is_answered(&format!("/animer/{}/{file}", house.workshop.id), None, "fr");
        let name = answer.headers().get("content-disposition").expect("a name").to_str().expect("ASCII").to_owned();
        assert!(name.contains("-brouillon.pdf"), "{name}");
        assert_eq!(answer.headers().get("content-type").expect("a kind"), "application/pdf");
        let bytes = answer.into_body().read_to_vec().expect("a file");
        assert!(bytes.starts_with(b"%PDF-") && bytes.len() < 2_000_000, "{file}: {} bytes", bytes.len());
        // Tests are not optimised: a release takes a tenth of it.
        assert!(begun.elapsed() < Duration::from_secs(30), "{file}: {:?}", begun.elapsed());
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("debrief");
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join(file), bytes).expect("it is kept, to look at");
    }
}
