//! Read-only links over real requests: made by an organiser, opened by whoever has the secret, counted, revoked, expired;
//! and the picture that some sites may frame. What a link shows has no name, no remark and no closed back.

#[allow(dead_code, reason = "the tests of rights use the rest")]
#[path = "rights/house.rs"]
mod house;

use app::routes::Route;
use board::*;
use house::{Browser, House, LOGIN};
use server::store::{Library, Mark, Seating, Share, Shares, Workshop, Workshops};
use std::time::Instant;

const PASSWORD: &str = "trois cordes et un rideau";

/// A saved board with a card, a note that Zoé wrote, an action that Zoé does and a remark; and Odile, who is signed in.
struct Evening {
    house: House,
    odile: Browser,
    workshop: Workshop,
    mark: i64,
}

impl Evening {
    async fn begin() -> Self {
        let house = House::open().await;
        let workshop = house.workshop().await;
        let board = workshop.boards[0];
        let fay = sits(&house, &workshop, None, Role::Facilitator, "Fay").await;
        let zoe = sits(&house, &workshop, Some(board), Role::Participant, "Zoé Perchenolle").await;
        let does = async |who: Asker, intent: Intent| {
            house.rooms.submit(board, who, OpId(uuid::Uuid::new_v4()), intent).await.expect("this is allowed")
        };
        does(fay, Intent::Deal { lot: LotId(1), to: DealTo::Table, force: false }).await;
        does(fay, Intent::Do(Op::Enter { step: 0, phase: Phase::Links, minutes: 0 })).await;
        let card = *house.rooms.look(board).await.expect("a board").0.document.cards.keys().next().expect("a card");
        does(fay, Intent::Do(Op::Place { card, at: MIDDLE })).await;
        let note = Op::Note { note: NoteId(1), at: MIDDLE, text: "Et la nuit ?".into(), question: true };
        does(zoe, Intent::Do(note)).await;
        does(fay, Intent::Do(Op::Enter { step: 1, phase: Phase::Actions, minutes: 0 })).await;
        let owner = "Zoé Perchenolle".to_owned();
        let what = Action { text: "Éteindre le hall".into(), owner: owner.clone(), with: owner, ..Action::default() };
        does(zoe, Intent::Do(Op::Act { action: ActionId(1), what })).await;
        let seq = house.rooms.look(board).await.expect("a board").0.seq;
        let deck = ("culture".into(), "1.0.0".into());
        let mark = Mark { id: 0, board, seq, name: "Pour le conseil".into(), at: Millis(1), step: None, deck };
        let mark = house.store.save(&mark).await.expect("it is kept");
        house.store.remark(mark, Millis(2), "Revoir la lumière").await.expect("it is written");
        let odile = house.browser();
        odile.post("sign-in", &[("login", LOGIN), ("password", PASSWORD)]);
        Self { house, odile, workshop, mark }
    }

    /// The page of the links to the board.
    fn page(&self) -> String {
        Route::Shares(self.mark).to_string()
    }

    /// Odile makes a link; what her page then shows of it.
    fn shares(&self, days: &str, note: &str, origins: &str) -> String {
        let mark = self.mark.to_string();
        let fields = [("mark", mark.as_str()), ("days", days), ("note", note), ("origins", origins)];
        let made = self.odile.post("share", &fields);
        assert_eq!(made.leads, self.page(), "{}", made.body);
        let shown = self.odile.get(&self.page()).body;
        let link = shown.split("/partage/").nth(1).expect("the link is shown");
        let secret: String = link.chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(!self.odile.get(&self.page()).body.contains(&secret), "it is shown once");
        secret
    }

    async fn links(&self) -> Vec<Share> {
        self.house.store.shares(self.mark).await.expect("an answer")
    }
}

async fn sits(house: &House, workshop: &Workshop, board: Option<BoardId>, role: Role, name: &str) -> Asker {
    let visitor = app::api::VisitorId(uuid::Uuid::new_v4());
    let seating = house.store.take_seat(workshop.id, visitor, board, role, name).await.expect("an answer");
    let Seating::Seated(seat) = seating else { panic!("{name} is taken") };
    Asker { actor: seat.actor, role }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_the_link_reads_the_board_and_nobody_s_name() {
    let evening = Evening::begin().await;
    let secret = evening.shares("30", "Le conseil d’administration", "");
    assert!(secret.len() >= 26, "five bits a letter: {secret}");
    let board = evening.house.browser().get(&format!("/partage/{secret}"));
    assert_eq!(board.status, 200);
    for said in ["Pour le conseil", "Éteindre le hall", "Et la nuit ?", "Répétition", "noindex"] {
        assert!(board.body.contains(said), "{said}");
    }
    for hidden in ["Perchenolle", "Fay", "Revoir la lumière", "Le conseil d’administration", "/api/", "/bibliotheque/"]
    {
        assert!(!board.body.contains(hidden), "{hidden}: {}", board.body);
    }
    let own = evening.odile.get(&Route::Saved(evening.mark).to_string()).body;
    let lines = |body: &str| body.matches("class=\"plan-card\"").count();
    assert_eq!(lines(&board.body), lines(&own), "as many cards");
    let back = server::decks::embedded().deck.cards.values().next().expect("a card").clone();
    let fact = back.fact.fr.clone();
    assert!(own.contains(&fact[..20]) && !board.body.contains(&fact[..20]), "a closed back stays closed: {fact}");
    let english = evening.house.browser().get(&format!("/partage/{secret}?langue=en"));
    assert!(english.body.contains("<html lang=\"en\"") && english.body.contains("This page can be read until"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_is_kept_hashed_and_counts_how_often_it_was_opened() {
    let evening = Evening::begin().await;
    let secret = evening.shares("7", "", "");
    let reader = evening.house.browser();
    for _ in 0..3 {
        reader.get(&format!("/partage/{secret}"));
    }
    let [link] = &evening.links().await[..] else { panic!("one link") };
    assert_eq!((link.opened, link.expires.0 - link.made.0), (3, 7 * 86_400_000));
    assert!(evening.odile.get(&evening.page()).body.contains("ouvert 3 fois"));
    let file = std::fs::read(evening.house.folder().join("coulisses.db")).expect("the database");
    let log = std::fs::read(evening.house.folder().join("coulisses.db-wal")).unwrap_or_default();
    let there = |bytes: &[u8]| bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
    assert!(!there(&file) && !there(&log), "the secret is nowhere on the disk");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_revoked_link_is_answered_like_one_that_never_was_within_a_second() {
    let evening = Evening::begin().await;
    let (kept, gone) = (evening.shares("30", "", "https://a.example"), evening.shares("30", "", "https://a.example"));
    let number = evening.links().await[1].number.to_string();
    let begun = Instant::now();
    let mark = evening.mark.to_string();
    evening.odile.post("unshare", &[("mark", &mark), ("share", &number)]);
    let reader = evening.house.browser();
    let revoked = reader.get(&format!("/partage/{gone}"));
    assert!(begun.elapsed().as_millis() < 1_000, "{:?}", begun.elapsed());
    let unknown = reader.get(&format!("/partage/{}", "a".repeat(gone.len())));
    assert_eq!((revoked.status, &revoked.body), (404, &unknown.body), "word for word");
    assert!(revoked.body.contains("Ce lien est fermé"));
    assert_eq!(reader.get(&format!("/partage/{gone}/cadre")).status, 404);
    assert_eq!(reader.get(&format!("/partage/{kept}")).status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_opens_nothing_once_it_has_expired() {
    let evening = Evening::begin().await;
    let now = server::now();
    let secret = server::secret::draw();
    let (made, expires) = (Millis(now.0 - 10), Millis(now.0 - 1));
    let share =
        Share { number: 0, mark: evening.mark, note: String::new(), made, expires, opened: 0, origins: Vec::new() };
    assert!(evening.house.store.share(&share, server::secret::hash(&secret)).await.expect("an answer"));
    let over = evening.house.browser().get(&format!("/partage/{secret}"));
    assert!(over.status == 410 && over.body.contains("il a expiré, il a été révoqué"), "{}", over.body);
    assert_eq!(evening.links().await[0].opened, 0);
    assert!(evening.odile.get(&evening.page()).body.contains("a expiré le"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_class_behind_one_address_reads_and_a_burglar_is_slowed_down() {
    let evening = Evening::begin().await;
    let secret = evening.shares("30", "", "");
    let class = evening.house.browser();
    assert!((0..60).all(|_| class.get(&format!("/partage/{secret}")).status == 200));
    let burglar = evening.house.browser();
    let answers: Vec<_> = (0..30).map(|n| burglar.get(&format!("/partage/{n:032}")).status).collect();
    assert_eq!(answers.iter().filter(|status| **status == 404).count(), 20, "{answers:?}");
    assert!(answers[20..].iter().all(|status| *status == 429), "{answers:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_picture_may_be_framed_by_the_sites_that_were_named_and_by_no_other() {
    let evening = Evening::begin().await;
    let (closed, framed) = (evening.shares("30", "", ""), evening.shares("30", "", "https://theatre.example/"));
    let reader = evening.house.browser();
    assert_eq!(reader.get(&format!("/partage/{closed}/cadre")).status, 404, "no site was named");
    let says = |path: &str, header: &str| reader.header(path, header);
    let frame = format!("/partage/{framed}/cadre");
    let policy = says(&frame, "content-security-policy").expect("a policy");
    assert!(policy.ends_with("frame-ancestors https://theatre.example"), "{policy}");
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("script-src"), "{policy}");
    assert_eq!(says(&frame, "x-frame-options"), None, "the older header knows no list");
    let page = format!("/partage/{framed}");
    let policy = says(&page, "content-security-policy").expect("a policy");
    assert!(policy.ends_with("frame-ancestors 'none'"), "{policy}");
    assert_eq!(says(&page, "x-frame-options").as_deref(), Some("DENY"));
    for path in [&frame, &page, "/partage/rien", "/partage/rien/cadre"] {
        assert_eq!(says(path, "x-robots-tag").as_deref(), Some("noindex, nofollow"), "{path}");
        assert_eq!(says(path, "referrer-policy").as_deref(), Some("no-referrer"), "{path}");
        assert_eq!(says(path, "cache-control").as_deref(), Some("no-store"), "{path}");
        assert_eq!(says(path, "set-cookie"), None, "{path}");
    }
    assert_eq!(says("/", "referrer-policy").as_deref(), Some("same-origin"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_duration_no_site_or_no_board_makes_no_link() {
    let evening = Evening::begin().await;
    let mark = evening.mark.to_string();
    let tries = |mark: &str, days: &str, origins: &str| {
        evening.odile.post("share", &[("mark", mark), ("days", days), ("origins", origins)]).status
    };
    assert_eq!(tries(&mark, "8", ""), 404);
    assert_eq!(tries(&mark, "30", "*"), 422);
    assert_eq!(tries("99999", "30", ""), 404);
    let facilitator = evening.house.with_role(&evening.workshop, Role::Facilitator).await;
    assert_eq!(facilitator.post("share", &[("mark", &mark), ("days", "30")]).status, 401, "organisers alone share");
    assert_eq!(facilitator.get(&evening.page()).leads, Route::SignIn.to_string());
    let board = Route::Saved(evening.mark).to_string();
    let offered = |page: String| page.contains(&evening.page());
    assert!(offered(evening.odile.get(&board).body) && !offered(facilitator.get(&board).body));
    assert_eq!(evening.links().await, []);
}
