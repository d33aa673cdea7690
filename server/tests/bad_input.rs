//! What people send without meaning to: twice, at the same time, from a session that has ended, in every script there is.
//! Each time a sentence says what to do, and nothing that was typed is lost. Real requests, without a script.

#[allow(dead_code, reason = "the second half uses the rest")]
#[path = "second_half/house.rs"]
mod house;

use board::{DealTo, Intent, LotId, Op, Phase, Point};
use house::{House, Person};
use uuid::Uuid;

fn says(page: &str, sentence: &str) {
    assert!(page.contains(sentence), "« {sentence} » is not on the page: {page}");
}

/// Table 1 with two cards that lie on it, in a phase that links; their numbers.
async fn two_cards(house: &House) -> [String; 2] {
    let board = house.workshop.boards[0];
    house.enter(Phase::Links).await;
    house.wants(board, Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false }).await;
    let cards: Vec<_> = house.document(1).await.cards.into_keys().take(2).collect();
    for (&card, x) in cards.iter().zip([400, 900]) {
        house.does(board, Op::Place { card, at: Point { x, y: 900 } }).await;
    }
    [cards[0].to_string(), cards[1].to_string()]
}

/// Where a link form leads that says why.
fn links(house: &House, who: &Person<'_>, op: Uuid, [cause, consequence]: &[String; 2], because: &str) -> String {
    let (board, op) = (house.workshop.boards[0].to_string(), op.to_string());
    let fields = [
        ("board", board.as_str()),
        ("op_id", &op),
        ("cause", cause),
        ("consequence", consequence),
        ("kind", "LeadsTo"),
        ("because", because),
    ];
    who.sends(&house.at("plan", 1), "link", &fields)
}

/// Every field of a page's first form with this action, as a browser sends it.
fn form_of(page: &str, action: &str) -> Vec<(String, String)> {
    let (_, form) = page.split_once(&format!("action=\"{action}\"")).unwrap_or_else(|| panic!("no {action}: {page}"));
    let form = form.split("</form>").next().unwrap_or_default();
    let value = |tag: &str, key: &str| {
        let text = tag.split_once(&format!(" {key}=\""))?.1.split('"').next()?;
        Some(text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    };
    let inputs = form.split("<input").skip(1).map(|tag| tag.split('>').next().unwrap_or_default());
    inputs.filter_map(|tag| Some((value(tag, "name")?, value(tag, "value").unwrap_or_default()))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_is_sent_twice_is_done_once() {
    let house = House::open().await;
    let lea = house.participant("Léa", 1);
    let cards = two_cards(&house).await;
    let op = Uuid::new_v4();
    let led: Vec<_> = (0..2).map(|_| links(&house, &lea, op, &cards, "on l’a vu")).collect();
    assert_eq!(led[0], led[1], "the second time leads where the first did");
    assert!(!led[0].contains("__err"), "{led:?}");
    let (board, op) = (house.workshop.boards[0].to_string(), Uuid::new_v4().to_string());
    for _ in 0..3 {
        lea.sends(&house.at("plan", 1), "note", &[("board", &board), ("op_id", &op), ("text", "Et la nuit ?")]);
    }
    let document = house.document(1).await;
    assert_eq!((document.links.len(), document.notes.len()), (1, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_link_that_two_people_propose_in_the_same_second_is_one_link_and_the_second_keeps_their_words() {
    let house = House::open().await;
    let (lea, omar) = (house.participant("Léa", 1), house.participant("Omar", 1));
    let cards = two_cards(&house).await;
    let propose = |who, because| {
        let (house, cards) = (&house, &cards);
        move || links(house, who, Uuid::new_v4(), cards, because)
    };
    let led = tokio::task::block_in_place(|| {
        std::thread::scope(|threads| {
            let both = [(&lea, "Léa l’a vu"), (&omar, "Omar l’a vu")];
            let handle = tokio::runtime::Handle::current();
            let sent = both.map(|(who, because)| {
                let (propose, handle) = (propose(who, because), handle.clone());
                threads.spawn(move || {
                    let _guard = handle.enter();
                    propose()
                })
            });
            sent.map(|sent| sent.join().expect("an answer"))
        })
    });
    let document = house.document(1).await;
    assert_eq!(document.links.len(), 1, "one link");
    let refused: Vec<_> = led.iter().filter(|led| led.contains("__err")).collect();
    assert_eq!(refused.len(), 1, "the second is told: {led:?}");
    let (late, typed) = if led[0].contains("__err") { (&lea, "Léa l’a vu") } else { (&omar, "Omar l’a vu") };
    let page = late.sees(refused[0]);
    says(&page, "Ce lien est déjà sur le plateau");
    says(&page, &format!("value=\"{typed}\""));
    says(&page, "action=\"/api/change\"");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_ends_in_the_middle_of_a_sentence_loses_none_of_it() {
    let house = House::open().await;
    let (_omar, gone) = (house.participant("Omar", 1), house.stranger());
    let cards = two_cards(&house).await;
    let because = "la nuit, l’écran « veille » & consomme";
    // The page was open when the session ended: what it sends comes from nobody.
    let page = gone.sees(&links(&house, &gone, Uuid::new_v4(), &cards, because));
    says(&page, "Votre place n’est plus reconnue");
    let mut fields = form_of(&page, "/api/code");
    let sends = |page: &str, form: &str, fields: &[(String, String)]| {
        let fields: Vec<_> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        gone.sees_after(page, form, &fields)
    };
    let join = format!("/rejoindre/{}", house.workshop.code);
    let fill = |fields: &mut Vec<(String, String)>, name: &str, text: &str| {
        fields.iter_mut().find(|(field, _)| field == name).expect("the field is there").1 = text.into();
    };
    // A code with a slip, then a name that is taken: the sentence stays.
    fill(&mut fields, "code", "ZZZZZZ");
    let page = sends("/", "code", &fields);
    let mut fields = form_of(&page, "/api/code");
    fill(&mut fields, "code", &house.workshop.code);
    let page = sends("/", "code", &fields);
    says(&page, "la nuit, l’écran « veille »");
    let mut fields = form_of(&page, "/api/join");
    fields.retain(|(name, _)| name != "table");
    fields.push(("table".into(), "1".into()));
    fill(&mut fields, "name", "Omar");
    let page = sends(&join, "join", &fields);
    says(&page, "Quelqu’un porte déjà ce nom");
    let mut fields = form_of(&page, "/api/join");
    fields.retain(|(name, _)| name != "table");
    fields.push(("table".into(), "1".into()));
    fill(&mut fields, "name", "Omar B.");
    let page = sends(&join, "join", &fields);
    says(&page, "Voici ce que vous aviez écrit");
    assert!(house.document(1).await.links.is_empty(), "nothing is sent before its person says so");
    let again = form_of(&page, "/api/link");
    let typed = |name: &str| again.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str());
    assert_eq!((typed("cause"), typed("because")), (Some(cards[0].as_str()), Some(because)));
    says(&page, &format!("<option value=\"{}\" selected", cards[1]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_joined_again_elsewhere_meanwhile_goes_straight_to_their_text() {
    let house = House::open().await;
    let lea = house.participant("Léa", 1);
    two_cards(&house).await;
    let fields = [("code", house.workshop.code.as_str()), ("typed.form", "note"), ("typed.text", "Et la nuit ?")];
    let page = lea.is_led_from(&lea.sends("/", "code", &fields));
    assert!(page.starts_with(&house.at("plan", 1)), "{page}");
    says(&lea.sees(&page), "value=\"Et la nuit ?\"");
    // A form that is none of ours is not carried.
    let strange = [("code", house.workshop.code.as_str()), ("typed.form", "sign-in"), ("typed.text", "Et la nuit ?")];
    assert_eq!(lea.sends("/", "code", &strange), format!("/rejoindre/{}", house.workshop.code));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_in_every_script_are_kept_and_none_turns_the_page_round() {
    let house = House::open().await;
    for name in ["سارة", "דנה", "👩‍👩‍👧 Zoé", "Ольга", "李", &"M".repeat(40)] {
        house.participant(name, 1);
    }
    let lea = house.participant("\u{202e}Léa\u{202c}\u{200b}", 1);
    let page = lea.sees(&house.at("plan", 1));
    for shown in ["\u{2068}سارة\u{2069}", "\u{2068}דנה\u{2069}", "👩‍👩‍👧 Zoé", "Ольга", "Léa"]
    {
        says(&page, shown);
    }
    assert!(!page.contains('\u{202e}') && !page.contains('\u{200b}'), "marks that show nothing are not kept");
    let nobody = house.stranger();
    let code = house.workshop.code.as_str();
    for (name, told) in [
        ("\u{202e}", "Il manque un prénom ou un pseudonyme."),
        ("\u{200d}\u{3164}", "Il manque un prénom ou un pseudonyme."),
        ("L\u{200b}éa", "Quelqu’un porte déjà ce nom"),
        (&"M".repeat(41), "Raccourcissez à 40"),
    ] {
        let page =
            nobody.sees_after(&format!("/rejoindre/{code}"), "join", &[("code", code), ("name", name), ("table", "1")]);
        says(&page, told);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_text_that_turns_round_what_follows_is_refused_and_given_back() {
    let house = House::open().await;
    let lea = house.participant("Léa", 1);
    let cards = two_cards(&house).await;
    let page = lea.sees(&links(&house, &lea, Uuid::new_v4(), &cards, "abc\u{202e}def"));
    says(&page, "Écrivez-le de nouveau, sans copier-coller");
    says(&page, "value=\"abc\u{202e}def\"");
    assert!(house.document(1).await.links.is_empty());
    let led = links(&house, &lea, Uuid::new_v4(), &cards, "לילה ויום");
    says(&lea.sees(led.split('#').next().unwrap_or_default()), "\u{2068}לילה ויום\u{2069}");
}
