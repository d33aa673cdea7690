//! What organisations publish for others, across two servers: read by everybody, written by whoever organises, gathered
//! from a file. The real pages over real requests.

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "rights/house.rs"]
mod house;

use app::api::{Matter, NetworkEntry, NotImported, Shown};
use app::text::day_of;
use board::Day;
use house::{Browser, House, LOGIN};
use server::network;

const PASSWORD: &str = "trois cordes et un rideau";

fn says(page: &str, sentence: &str) {
    assert!(page.contains(sentence), "« {sentence} » is not on the page: {page}");
}

fn organiser(house: &House) -> Browser {
    let browser = house.browser();
    assert_eq!(browser.post("sign-in", &[("login", LOGIN), ("password", PASSWORD)]).leads, "/ateliers");
    browser
}

fn wish<'a>(matter: &'a str, text: &'a str, until: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("what[matter]", matter),
        ("what[text]", text),
        ("what[venue]", "Théâtre <A>"),
        ("what[detail]", ""),
        ("what[until]", until),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_entry_is_public_when_it_is_published_and_gone_when_it_is_withdrawn() {
    let house = House::open().await;
    let (odile, anybody) = (organiser(&house), house.browser());
    let soon = day_of(server::now()).after_months(1).to_string();
    says(&anybody.get("/reseau").body, "Rien pour l’instant");
    assert!(!anybody.get("/reseau").body.contains("Publier maintenant"));
    for (what, refused) in [
        (wish("offer", "", &soon), "Empty"),
        (wish("offer", "Écrans", "2020-01-01"), "InThePast"),
        (wish("offer", "Écrans", "2099-01-01"), "TooFar"),
        (wish("gift", "Écrans", &soon), "NotFound"),
    ] {
        let answer = odile.post("publish", &what);
        assert!(answer.body.contains(refused), "{what:?}: {}", answer.body);
    }
    assert_eq!(odile.post("publish", &wish("offer", "Deux écrans", &soon)).leads, "/reseau");
    assert_eq!(odile.post("publish", &wish("decision", "=1+1", &soon)).leads, "/reseau");
    let page = anybody.get("/reseau").body;
    says(&page, "Deux écrans");
    says(&page, "Théâtre &lt;A&gt;");
    assert!(!page.contains("/api/withdraw"));
    says(&anybody.get("/reseau.csv").body, "\"decision\",\"'=1+1\"");
    assert_eq!(anybody.post("withdraw", &[("entry", "1")]).status, 401);
    says(&anybody.get("/reseau").body, "Deux écrans");
    assert_eq!(odile.post("withdraw", &[("entry", "1")]).leads, "/reseau");
    assert!(!anybody.get("/reseau").body.contains("Deux écrans"));
    assert!(!anybody.get("/reseau.json").body.contains("Deux écrans"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_server_publishes_is_gathered_on_another_and_again_in_its_place() {
    let (there, here) = (House::open().await, House::open().await);
    let (ines, odile) = (organiser(&there), organiser(&here));
    let soon = day_of(server::now()).after_months(1).to_string();
    for text in ["Un vidéoprojecteur", "Des câbles"] {
        ines.post("publish", &wish("seek", text, &soon));
    }
    let file = there.browser().get("/reseau.json").body;
    for _ in 0..2 {
        let gathered = odile.uploads("/bibliotheque/importer", file.as_bytes());
        assert_eq!((gathered.status, gathered.leads.as_str()), (303, "/reseau"));
    }
    let page = here.browser().get("/reseau").body;
    assert_eq!(page.matches("Un vidéoprojecteur</h3>").count() + page.matches("Un vidéoprojecteur<!></h3>").count(), 1);
    says(&page, "publié sur http://127.0.0.1");
    assert!(!here.browser().get("/reseau.json").body.contains("câbles"), "what was gathered is for others to publish");
    ines.post("withdraw", &[("entry", "1")]);
    odile.uploads("/bibliotheque/importer", there.browser().get("/reseau.json").body.as_bytes());
    let page = here.browser().get("/reseau").body;
    assert!(!page.contains("vidéoprojecteur") && page.contains("Des câbles"));
    let back = ines.uploads("/bibliotheque/importer", file.as_bytes());
    assert_eq!(back.status, 422, "one’s own file is not gathered beside oneself");
}

#[test]
fn a_bad_file_is_refused_and_what_is_past_is_left_out() {
    let today = Day::read("2026-11-29").expect("a day");
    let entry = |until: &str| NetworkEntry {
        matter: Matter::Offer,
        text: "Écrans".into(),
        detail: String::new(),
        venue: "Théâtre".into(),
        contact: String::new(),
        until: Day::read(until).expect("a day"),
    };
    let shown = |until| Shown { id: 1, from: String::new(), entry: entry(until) };
    let server = "https://a.example";
    let good = network::json(&[shown("2026-11-29"), shown("2026-11-28"), shown("2030-01-01")], server);
    let read = |text: &str| network::read(text, "https://here.example", today);
    assert_eq!(read(&good), Ok((server.to_owned(), vec![entry("2026-11-29")])));
    let many = network::json(&vec![shown("2026-12-01"); network::MOST + 1], server);
    for (text, refused) in [
        (good.replace("\"version\": 1", "\"version\": 2"), NotImported::Newer(2)),
        (good.replace("Écrans", ""), NotImported::Altered),
        (good.replace("Écrans", &"é".repeat(161)), NotImported::Altered),
        (good.replace("2026-11-29", "2026-11-31"), NotImported::Altered),
        (good.replace(server, "https://here.example/"), NotImported::Altered),
        (good.replace(server, "javascript:alert(1)"), NotImported::Altered),
        (good.replace("\"offer\"", "\"gift\""), NotImported::Misread(7, "gift".into())),
        (good.replace("\"detail\"", "\"secret\""), NotImported::Misread(9, "secret".into())),
        (many, NotImported::Altered),
    ] {
        assert_eq!(read(&text), Err(refused), "{text}");
    }
}
