//! The second half of a workshop as people without JavaScript live it: they visit, vote, say a word, give their
//! opinion, and are forgotten. The real pages over real requests.

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "second_half/house.rs"]
mod house;

use board::{Op, Phase, Role};
use house::House;
use server::store::Workshops;
use uuid::Uuid;

fn says(page: &str, sentence: &str) {
    assert!(page.contains(sentence), "« {sentence} » is not on the page: {page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_other_tables_open_with_the_phase_that_visits_them() {
    let house = House::open().await;
    let lea = house.participant("Léa", 1);
    let gallery = house.at("galerie", 1);
    house.enter(Phase::Story).await;
    for (table, text) in [(0, "Notre écran"), (1, "Leur rideau")] {
        house.does(house.workshop.boards[table], Op::Title { text: text.into() }).await;
    }
    let early = lea.sees(&gallery);
    says(&early, "Les autres plateaux s’ouvrent quand votre table");
    assert!(!early.contains("Leur rideau"), "nothing of them is on the page");
    says(&house.with_role(Role::Spectator).await.sees(&gallery), "Leur rideau");
    house.enter(Phase::Gallery).await;
    says(&lea.sees(&house.at("plateau", 1)), &format!("href=\"{gallery}\""));
    says(&lea.sees(&house.at("plan", 1)), &format!("href=\"{gallery}\""));
    let page = lea.sees(&gallery);
    says(&page, "Leur rideau");
    says(&page, "Voter pour la table 2");
    assert!(!page.contains("Notre écran") && !page.contains("Voter pour la table 1"), "one's own is not among them");
    assert_eq!(lea.asks(&house.at("galerie", 2)).0, 404, "one visits from one's own table");
    assert_eq!(house.stranger().asks(&gallery).0, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vote_is_secret_until_it_is_closed_and_then_a_number() {
    let house = House::open().await;
    let (lea, nora) = (house.participant("Léa", 1), house.participant("Nora", 2));
    let fay = house.with_role(Role::Facilitator).await;
    let (gallery, returns) = (house.at("galerie", 1), format!("/animer/{}/retours", house.workshop.id));
    let (first, second) = (house.workshop.boards[0].to_string(), house.workshop.boards[1].to_string());
    let vote = |table| [("board", first.as_str()), ("table", table)];
    says(&lea.sees_after(&gallery, "vote", &vote("2")), "Ce n’est pas le moment");
    house.enter(Phase::Gallery).await;
    says(&lea.sees_after(&gallery, "vote", &vote("1")), "C’est votre propre table");
    says(&lea.sees_after(&gallery, "vote", &vote("7")), "Cette table n’existe pas");
    says(&fay.sees_after(&gallery, "vote", &vote("2")), "Seules les personnes qui participent");
    assert!(nora.sends(&gallery, "vote", &vote("2")).contains("__err="), "this is not her board");
    for _ in 0..2 {
        says(&lea.sees_after(&gallery, "vote", &vote("2")), "Votre voix va à la table 2");
    }
    nora.sends(&house.at("galerie", 2), "vote", &[("board", &second), ("table", "1")]);
    says(&fay.sees(&returns), "2 personnes ont voté");
    for (person, page) in [(&lea, &gallery), (&fay, &gallery), (&fay, &returns)] {
        let page = person.sees(page);
        assert!(!page.contains("1 voix") && !page.contains("Résultats"), "no result before the close: {page}");
    }
    house.does(house.workshop.boards[0], Op::Pause { paused: true }).await;
    says(&lea.sees_after(&gallery, "vote", &vote("2")), "En pause");
    house.does(house.workshop.boards[0], Op::Pause { paused: false }).await;
    house.enter(Phase::Mood).await;
    says(&lea.sees_after(&gallery, "vote", &vote("2")), "Ce n’est pas le moment");
    let workshop = house.workshop.id.to_string();
    assert!(lea.sends(&gallery, "close-vote", &[("workshop", &workshop)]).contains("__err="), "not hers to close");
    for _ in 0..2 {
        assert_eq!(fay.sends(&returns, "close-vote", &[("workshop", &workshop)]), returns);
    }
    says(&fay.sees(&returns), "1 voix");
    house.enter(Phase::Gallery).await;
    let page = lea.sees_after(&gallery, "vote", &vote("2"));
    says(&page, "Le vote est clos");
    says(&page, "Résultats du vote");
    assert!(!page.contains("Voter pour"), "{page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_word_of_mood_is_said_once_and_read_without_a_name() {
    let house = House::open().await;
    let (lea, omar, ali) = (house.participant("Léa", 1), house.participant("Omar", 1), house.participant("Ali", 1));
    let wall = house.with_role(Role::Projector).await;
    let (mood, board) = (house.at("meteo", 1), house.workshop.boards[0].to_string());
    let polled = format!("/api/moods?board={board}");
    let word = |word| [("board", board.as_str()), ("word", word)];
    says(&lea.sees_after(&mood, "mood", &word("soleil")), "Ce n’est pas le moment");
    assert_eq!(wall.asks(&polled), (200, "[]".into()), "what came too early was not kept");
    house.enter(Phase::Mood).await;
    says(&lea.sees(&house.at("plateau", 1)), "Dire un mot");
    says(&lea.sees_after(&mood, "mood", &word(" \n ")), "Il manque le texte");
    let long = "interminablement interminable !".to_owned() + "!";
    let page = lea.sees_after(&mood, "mood", &word(&long));
    says(&page, "Raccourcissez à 30 signes");
    says(&page, &format!("value=\"{long}\""));
    assert_eq!(lea.asks(&polled).0, 404, "whoever has not answered does not read the others first");
    let page = lea.sees_after(&mood, "mood", &word("  Un peu\tperdue "));
    says(&page, "Merci, c’est noté");
    says(&page, "un peu perdue");
    omar.sends(&mood, "mood", &word("UN PEU PERDUE"));
    says(&omar.sees_after(&mood, "mood", &word("orage")), "Vous avez déjà répondu");
    says(&omar.sees_after(&mood, "pass", &[("board", &board)]), "Vous avez déjà répondu");
    assert!(!ali.sees(&mood).contains("perdue"));
    says(&ali.sees_after(&mood, "pass", &[("board", &board)]), "un peu perdue");
    assert_eq!(wall.asks(&polled), (200, "[[\"un peu perdue\",2]]".into()));
    says(&wall.sees_after(&mood, "mood", &word("vent")), "Seules les personnes qui participent");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn feedback_is_given_once_and_read_as_averages_and_comments() {
    let house = House::open().await;
    let (lea, nora) = (house.participant("Léa", 1), house.participant("Nora", 2));
    let fay = house.with_role(Role::Facilitator).await;
    let (page, board) = (house.at("retour", 1), house.workshop.boards[0].to_string());
    let returns = format!("/animer/{}/retours", house.workshop.id);
    let give = |fields: &[(&'static str, &str)]| {
        let fields: Vec<_> = [("board", board.as_str())].into_iter().chain(fields.iter().copied()).collect();
        lea.sees_after(&page, "feedback", &fields)
    };
    says(&give(&[("given[room]", "3")]), "Ce n’est pas le moment");
    house.enter(Phase::Feedback).await;
    let refused = give(&[("given[room]", "6"), ("given[wrong]", "la <12>")]);
    says(&refused, "Les notes vont de 1 à 5");
    says(&refused, "value=\"la &lt;12&gt;\"");
    says(&give(&[("given[learned]", "0")]), "Les notes vont de 1 à 5");
    let refused = give(&[("given[missing]", &"é".repeat(501)), ("given[learned]", "5"), ("given[anger]", "true")]);
    says(&refused, "Raccourcissez à 500 signes");
    says(&refused, &"é".repeat(501));
    says(&give(&[("given[learned]", ""), ("given[wrong]", "  ")]), "Rien n’est encore rempli");
    let whole = [("given[learned]", "5"), ("given[learned_what]", "le <câble>"), ("given[worked]", "Partly")];
    says(&give(&whole), "votre avis est gardé sans votre nom");
    says(&give(&whole), "Vous avez déjà répondu");
    // Whoever comes a little late.
    house.enter(Phase::Closing).await;
    let (hers, board) = (house.at("retour", 2), house.workshop.boards[1].to_string());
    let late = [("board", board.as_str()), ("given[learned]", "2"), ("given[relief]", "true")];
    says(&nora.sees_after(&hers, "feedback", &late), "votre avis est gardé");
    let read = fay.sees(&returns);
    for part in ["3,5 sur 5", "2 réponses", "le &lt;câble&gt;", "du soulagement"] {
        says(&read, part);
    }
    assert!(!read.contains("Léa") && !read.contains("Nora"), "{read}");
    assert_eq!(lea.asks(&returns).0, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_workshop_that_is_over_knows_nobody_and_takes_nothing() {
    let house = House::open().await;
    let lea = house.participant("Léa", 1);
    house.participant("Nora", 2);
    let fay = house.with_role(Role::Facilitator).await;
    let (first, workshop) = (house.workshop.boards[0].to_string(), house.workshop.id.to_string());
    let returns = format!("/animer/{workshop}/retours");
    let (gallery, mood, feedback) = (house.at("galerie", 1), house.at("meteo", 1), house.at("retour", 1));
    house.enter(Phase::Mood).await;
    lea.sends(&mood, "mood", &[("board", &first), ("word", "tourbillon")]);
    house.enter(Phase::Gallery).await;
    lea.sends(&gallery, "vote", &[("board", &first), ("table", "2")]);
    says(&fay.sees(&returns), "tourbillon");
    says(&fay.sees(&house.at("plateau", 1)), "Léa");
    assert!(lea.sends(&returns, "close", &[("workshop", &workshop), ("sure", "true")]).contains("__err="));
    says(&fay.sees_after(&returns, "close", &[("workshop", &workshop)]), "Cochez la case");
    says(&fay.sees(&returns), "tourbillon");
    for _ in 0..2 {
        let page = fay.sees_after(&returns, "close", &[("workshop", &workshop), ("sure", "true")]);
        says(&page, "L’atelier est terminé");
        says(&page, "1 voix");
        assert!(!page.contains("tourbillon") && !page.contains("Clore"), "{page}");
    }
    assert!(!fay.sees(&house.at("plateau", 1)).contains("Léa"), "the open room has forgotten the names too");
    assert_eq!(lea.asks(&house.at("plan", 1)).0, 200, "whoever played may still read");
    let join = [("code", house.workshop.code.as_str()), ("name", "Omar"), ("table", "1")];
    let (omar, entrance) = (house.stranger(), format!("/rejoindre/{}", house.workshop.code));
    assert_eq!(omar.asks(&entrance).0, 410);
    says(&omar.sees_after(&entrance, "join", &join), "Cet atelier est terminé");
    says(&omar.sees_after("/", "code", &[("code", &house.workshop.code)]), "Cet atelier est terminé");
    assert_eq!(lea.asks(&entrance).0, 303, "and finds their way back");
    says(&lea.sees_after(&gallery, "vote", &[("board", &first), ("table", "2")]), "Le vote est clos");
    says(&lea.sees_after(&mood, "mood", &[("board", &first), ("word", "vent")]), "Cet atelier est terminé");
    let late = [("board", first.as_str()), ("given[room]", "4")];
    says(&lea.sees_after(&feedback, "feedback", &late), "Cet atelier est terminé");
    let plan = house.at("plan", 1);
    let op = Uuid::new_v4().to_string();
    let note = [("board", first.as_str()), ("op_id", &op), ("text", "trop tard")];
    says(&lea.sees_after(&plan, "note", &note), "Cet atelier est clos");
    assert!(fay.sends(&returns, "open", &[("workshop", &workshop), ("open", "true")]).contains("__err="));
    let kept = house.store.workshop(house.workshop.id).await.expect("an answer").expect("it is there");
    assert!(!kept.open, "the door stays closed");
}
