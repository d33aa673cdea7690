//! What becomes of the actions, months later: addresses that people leave, mails that arrive once, answers of one tap,
//! and what the organisation reads. The real pages over real requests, the real store, and a mail server that listens.

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "second_half/house.rs"]
mod house;
#[path = "follow_up/smtp.rs"]
mod smtp;

use app::api::Milestone;
use app::text::{day_of, start_of};
use board::{Action, ActionId, Day, Millis, Op, Phase, Role};
use house::{House, Person};
use server::mail::Mail;
use server::reminders::Postman;
use server::store::FollowUp as _;
use smtp::{Fate, Post};

const MINUTE: u64 = 60_000;

fn says(page: &str, sentence: &str) {
    assert!(page.contains(sentence), "« {sentence} » is not on the page: {page}");
}

/// A house whose table 1 has decided two things, at the time of the feedback, with its mail server and its postman.
struct Evening {
    house: House,
    post: Post,
    postman: Postman,
    today: Day,
}

impl Evening {
    async fn begin() -> Self {
        let (house, post) = (House::mailing(true).await, Post::open().await);
        house.enter(Phase::Actions).await;
        let due = Day::read("2031-02-03");
        let night = Action {
            text: "Éteindre la nuit".into(),
            first_step: "Écrire à la régie".into(),
            due,
            ..Action::default()
        };
        let screens = Action { text: "Garder les écrans <10 ans>".into(), ..Action::default() };
        for (action, what) in [(5, night), (6, screens)] {
            house.does(house.workshop.boards[0], Op::Act { action: ActionId(action), what }).await;
        }
        house.enter(Phase::Feedback).await;
        let mail = Mail::new(&post.address, "Coulisses <suivi@exemple.fr>").expect("sound settings");
        let postman = Postman::new(house.store.clone(), Some(mail), house.url.clone());
        Self { house, post, postman, today: day_of(server::now()) }
    }

    /// Somebody of table 1 who leaves an address with their feedback.
    fn leaves(&self, name: &str, address: &str) -> Person<'_> {
        let person = self.house.participant(name, 1);
        let board = self.house.workshop.boards[0].to_string();
        let fields = [("board", board.as_str()), ("given[room]", "4"), ("address", address)];
        let page = person.sees_after(&self.house.at("retour", 1), "feedback", &fields);
        says(&page, "Trois rappels au plus");
        assert!(!page.contains(address), "the page does not repeat the address");
        person
    }

    /// Noon, this many months after the workshop and a day.
    fn after(&self, months: u8) -> Millis {
        Millis(start_of(Day(self.today.after_months(months).0 + 1)).0 + 12 * 60 * MINUTE)
    }

    async fn round(&self, now: Millis) -> Vec<smtp::Arrived> {
        self.postman.round(now).await.expect("the store answers");
        self.post.collect()
    }

    async fn awaited(&self) -> u32 {
        self.house.store.awaited(self.house.workshop.id).await.expect("an answer")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_mails_come_at_1_3_and_6_months_and_the_address_is_gone_after_the_last() {
    let evening = Evening::begin().await;
    evening.leaves("Léa", "lea@theatre.example");
    assert_eq!(evening.awaited().await, 1);
    let early = Millis(start_of(evening.today.after_months(1)).0 + 8 * 60 * MINUTE);
    assert!(evening.round(early).await.is_empty(), "not before nine in the morning");
    for milestone in Milestone::ALL {
        let mails = evening.round(evening.after(milestone.months())).await;
        let [mail] = &mails[..] else { panic!("{milestone:?}: {} mails", mails.len()) };
        assert_eq!(mail.to, "lea@theatre.example");
        let text = mail.text();
        for part in ["1. Éteindre la nuit (table 1)", "Premier pas : Écrire à la régie, pour le 3 février 2031"] {
            says(&text.replace('\u{a0}', " "), part);
        }
        says(&text, &format!("{}/suivi/{}?action=1-5&statut=fait", evening.house.url, mail.secret()));
        assert_eq!(text.contains("C’était le dernier rappel"), milestone == Milestone::Six);
        for (name, value) in [("Auto-Submitted", "auto-generated"), ("From", "Coulisses <suivi@exemple.fr>")] {
            assert_eq!(mail.head(name), value);
        }
        assert!(evening.round(evening.after(milestone.months())).await.is_empty(), "once");
    }
    assert_eq!(evening.awaited().await, 0, "the address is gone");
    assert!(evening.round(evening.after(12)).await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_slept_sends_the_last_reminder_that_is_due_and_not_a_storm() {
    let evening = Evening::begin().await;
    evening.leaves("Léa", "lea@theatre.example");
    let mails = evening.round(evening.after(4)).await;
    assert_eq!(mails.len(), 1);
    says(&mails[0].head("Subject"), "Répétition\u{a0}: où en est-on à 3 mois\u{a0}?");
    assert!(evening.round(evening.after(5)).await.is_empty());
    assert_eq!(evening.round(evening.after(6)).await.len(), 1);
    assert_eq!(evening.awaited().await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_server_that_is_busy_is_asked_again_later() {
    let evening = Evening::begin().await;
    evening.leaves("Léa", "lea@theatre.example");
    let now = evening.after(1);
    evening.post.arrange(Fate::Busy);
    evening.post.arrange(Fate::Busy);
    assert!(evening.round(now).await.is_empty());
    assert!(evening.round(Millis(now.0 + 9 * MINUTE)).await.is_empty(), "not at once");
    assert!(evening.round(Millis(now.0 + 11 * MINUTE)).await.is_empty(), "busy again");
    assert!(evening.round(Millis(now.0 + 22 * MINUTE)).await.is_empty(), "longer each time");
    assert_eq!(evening.round(Millis(now.0 + 60 * MINUTE)).await.len(), 1);
    assert!(evening.round(Millis(now.0 + 120 * MINUTE)).await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_refused_for_days_is_given_up_until_the_next_term() {
    let evening = Evening::begin().await;
    evening.leaves("Léa", "lea@theatre.example");
    let mut now = evening.after(1);
    for _ in 0..6 {
        evening.post.arrange(Fate::Busy);
        assert!(evening.round(now).await.is_empty());
        now = Millis(now.0 + 25 * 60 * MINUTE);
    }
    assert!(evening.round(now).await.is_empty(), "given up");
    assert_eq!(evening.round(evening.after(3)).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_that_may_have_left_is_sent_once_more_and_never_a_third_time() {
    let evening = Evening::begin().await;
    evening.leaves("Léa", "lea@theatre.example");
    let now = evening.after(1);
    let mut names = Vec::new();
    for wait in [0, 30, 60] {
        evening.post.arrange(Fate::TakenUnsaid);
        names.extend(evening.round(Millis(now.0 + wait * MINUTE)).await.iter().map(|mail| mail.head("Message-ID")));
    }
    assert_eq!(names.len(), 2, "at most once more");
    assert_eq!(names[0], names[1], "whoever gets it twice sees it once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_machine_that_stops_while_it_sends_sends_once_more_and_never_a_third_time() {
    let evening = Evening::begin().await;
    evening.leaves("Léa", "lea@theatre.example");
    let (store, now) = (&evening.house.store, evening.after(1));
    let begin = async |hash: u8| {
        let due = store.due(now, 10).await.expect("an answer");
        let asker = due.first().expect("it is due").asker;
        assert!(store.begin_sending(asker, [hash; 32], Milestone::One, now).await.expect("an answer"));
        assert!(!store.begin_sending(asker, [9; 32], Milestone::One, now).await.expect("an answer"), "one at a time");
    };
    begin(1).await;
    assert!(evening.round(now).await.is_empty(), "what is being sent is not sent beside");
    evening.postman.take_up().await.expect("the store answers");
    begin(2).await;
    for _ in 0..2 {
        evening.postman.take_up().await.expect("the store answers");
        assert!(evening.round(now).await.is_empty(), "it may have left twice");
    }
    assert_eq!(evening.round(evening.after(3)).await.len(), 1, "the next one comes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_only_shows_and_a_button_answers_and_the_answer_can_be_changed() {
    let evening = Evening::begin().await;
    evening.leaves("Léa", "lea@theatre.example");
    let mails = evening.round(evening.after(1)).await;
    let secret = mails[0].secret();
    let (at_home, page) = (evening.house.stranger(), format!("/suivi/{secret}"));
    let shown = at_home.sees(&format!("{page}?action=1-6&statut=fait"));
    says(&shown, "Garder les écrans &lt;10 ans&gt;");
    says(&shown, "Vous n’avez pas encore répondu");
    says(&at_home.sees(&page), "Vous n’avez pas encore répondu");
    for (status, said) in
        [("Ongoing", "Votre réponse\u{a0}: en cours"), ("NeedsHelp", "Votre réponse\u{a0}: besoin d’aide")]
    {
        let led = at_home.sends(&page, "answer", &[("secret", &secret), ("action", "1-6"), ("status", status)]);
        assert_eq!(led, format!("{page}#reponses"));
        says(&at_home.sees(&page), said);
    }
    assert!(!at_home.sees(&page).contains("Votre réponse\u{a0}: en cours"), "it moved");
    let strange = [("secret", "a"), ("action", "1-6"), ("status", "Done")];
    assert!(at_home.sends(&page, "answer", &strange).contains("__err="));
    let gone = at_home.asks("/suivi/jamais");
    assert_eq!(gone.0, 410);
    says(&gone.1, "Ce lien n’est plus valable");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn shares_are_read_by_action_and_only_from_three_answers_on() {
    let evening = Evening::begin().await;
    for (name, address) in
        [("Léa", "lea@theatre.example"), ("Omar", "omar@theatre.example"), ("Ali", "ali@theatre.example")]
    {
        evening.leaves(name, address);
    }
    let fay = evening.house.with_role(Role::Facilitator).await;
    let follow_up = format!("/animer/{}/suivi", evening.house.workshop.id);
    says(&fay.sees(&follow_up), "3 personnes recevront encore un rappel");
    let mails = evening.round(evening.after(1)).await;
    assert_eq!(mails.len(), 3);
    let few = "Trop peu de réponses pour être montrées sans nommer personne";
    for (answered, mail) in mails.iter().enumerate() {
        let read = fay.sees(&follow_up);
        assert_eq!(read.matches(few).count(), usize::from(answered > 0), "after {answered} answers");
        let (page, secret) = (format!("/suivi/{}", mail.secret()), mail.secret());
        let status = if answered == 0 { "Dropped" } else { "Ongoing" };
        evening.house.stranger().sends(&page, "answer", &[("secret", &secret), ("action", "1-5"), ("status", status)]);
    }
    let read = fay.sees(&follow_up);
    says(&read, "Réponses\u{a0}: 2 en cours, 1 abandonné.");
    assert!(!read.contains(few));
    for secret in ["lea@", "omar@", "ali@", "theatre.example"] {
        assert!(!read.contains(secret), "{secret} is nobody’s to read");
    }
    assert_eq!(evening.leaves("Zoé", "zoe@theatre.example").asks(&follow_up).0, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_address_is_erased_by_a_button_by_a_mail_program_and_when_everything_is_done() {
    let evening = Evening::begin().await;
    for (name, address) in
        [("Léa", "lea@theatre.example"), ("Omar", "omar@theatre.example"), ("Ali", "ali@theatre.example")]
    {
        evening.leaves(name, address);
    }
    let mails = evening.round(evening.after(1)).await;
    let secrets: Vec<_> = mails.iter().map(smtp::Arrived::secret).collect();
    let home = evening.house.stranger();
    let page = format!("/suivi/{}", secrets[0]);
    assert_eq!(home.sends(&page, "stop", &[("secret", &secrets[0])]), format!("{page}#rappels"));
    says(&home.sees(&page), "votre adresse n’est plus sur ce serveur");
    assert_eq!(evening.awaited().await, 2);

    let stop = mails[1].head("List-Unsubscribe");
    let stop = stop.trim_matches(['<', '>']).strip_prefix(&evening.house.url).expect("it is ours").to_owned();
    assert_eq!(home.is_led_from(&stop), format!("/suivi/{}#rappels", secrets[1]), "following it stops nothing");
    assert_eq!(evening.awaited().await, 2);
    assert_eq!(home.posts(&stop, "List-Unsubscribe=One-Click"), 200);
    assert_eq!(evening.awaited().await, 1);

    for (action, left) in [("1-5", 1), ("1-6", 0)] {
        let page = format!("/suivi/{}", secrets[2]);
        home.sends(&page, "answer", &[("secret", &secrets[2]), ("action", action), ("status", "Done")]);
        assert_eq!(evening.awaited().await, left);
    }
    assert!(evening.round(evening.after(3)).await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_team_states_is_read_as_the_teams_and_ends_the_reminders_when_all_is_done() {
    let evening = Evening::begin().await;
    evening.leaves("Léa", "lea@theatre.example");
    let fay = evening.house.with_role(Role::Facilitator).await;
    let (workshop, board) = (evening.house.workshop.id.to_string(), evening.house.workshop.boards[0].to_string());
    let page = format!("/animer/{workshop}/suivi");
    let state = |action: &str, status: &str, word: &str| {
        let what = [("workshop", workshop.as_str()), ("what[board]", &board), ("what[action]", action)];
        fay.sees_after(
            &page,
            "state",
            &[&what[..], &[("what[milestone]", "One"), ("what[status]", status), ("what[word]", word)]].concat(),
        )
    };
    let read = state("5", "Ongoing", "La <régie> a dit oui");
    says(&read, "La &lt;régie&gt; a dit oui");
    says(&read, "écrit par l’équipe le");
    says(&state("5", "Ongoing", &"é".repeat(301)), "Raccourcissez à 300 signes");
    assert!(!state("5", "", "").contains("écrit par l’équipe"), "nothing stated takes it back");
    assert!(
        fay.sends(
            &page,
            "state",
            &[("workshop", &workshop), ("what[board]", &board), ("what[action]", "7"), ("what[milestone]", "One")]
        )
        .contains("__err=")
    );
    state("5", "Done", "");
    assert_eq!(evening.awaited().await, 1, "something is left to do");
    state("6", "Done", "");
    assert_eq!(evening.awaited().await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_is_asked_for_only_where_mail_is_sent_and_is_left_once() {
    let silent = House::open().await;
    silent.enter(Phase::Feedback).await;
    let (lea, page) = (silent.participant("Léa", 1), silent.at("retour", 1));
    assert!(!lea.sees(&page).contains("name=\"address\""), "there is no mail here");
    let board = silent.workshop.boards[0].to_string();
    assert!(lea.sends(&page, "remind", &[("board", &board), ("address", "lea@theatre.example")]).contains("__err="));

    let evening = Evening::begin().await;
    let house = &evening.house;
    let (omar, page, board) =
        (house.participant("Omar", 1), house.at("retour", 1), house.workshop.boards[0].to_string());
    let asks = omar.sees(&page);
    says(&asks, "name=\"address\"");
    assert!(!asks.contains("name=\"address\" type=\"email\" value"), "the box is empty");
    let wrong = omar.sends(&page, "feedback", &[("board", &board), ("given[room]", "4"), ("address", "omar@")]);
    assert!(!wrong.contains("omar%40"), "an address stays out of histories: {wrong}");
    says(&omar.sees(&wrong), "Cette adresse ne se lit pas");
    assert_eq!(evening.awaited().await, 0);
    // An address alone is no opinion: the page says that it is there, and still asks.
    let zoe = house.participant("Zoé", 1);
    let alone = zoe.sees_after(&page, "feedback", &[("board", &board), ("address", "zoe@theatre.example")]);
    says(&alone, "Trois rappels au plus");
    says(&alone, "Envoyer mon avis");
    assert!(!alone.contains("name=\"address\""), "and asks for no other");
    assert_eq!(evening.awaited().await, 1);
    evening.house.store.forget_addresses(house.workshop.id).await.expect("it is done");
    // Whoever has answered may still leave one, and then no other.
    says(
        &omar.sees_after(&page, "feedback", &[("board", &board), ("given[room]", "4"), ("address", " ")]),
        "Recevoir les rappels",
    );
    let leave = |address: &str| omar.sees_after(&page, "remind", &[("board", &board), ("address", address)]);
    says(&leave("omar@theatre.example"), "Trois rappels au plus");
    leave("omar2@theatre.example");
    assert_eq!(evening.awaited().await, 1);
    // Somebody else who leaves the same one is told nothing of it, and it is there once.
    evening.leaves("Nora", "omar@theatre.example");
    assert_eq!(evening.awaited().await, 1);
    // The end of the workshop forgets who left one, and not the address.
    let fay = house.with_role(Role::Facilitator).await;
    let workshop = house.workshop.id.to_string();
    fay.sends(&format!("/animer/{workshop}/retours"), "close", &[("workshop", &workshop), ("sure", "true")]);
    says(
        &omar.sees_after(&page, "remind", &[("board", &board), ("address", "omar2@theatre.example")]),
        "Cet atelier est terminé",
    );
    assert_eq!(evening.awaited().await, 1);
    assert_eq!(evening.round(evening.after(1)).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn addresses_are_erased_in_time_even_where_no_mail_is_sent_any_more() {
    let evening = Evening::begin().await;
    evening.leaves("Léa", "lea@theatre.example");
    let idle = Postman::new(evening.house.store.clone(), None, evening.house.url.clone());
    idle.round(evening.after(6)).await.expect("the store answers");
    assert_eq!(evening.awaited().await, 1, "the settings may come back");
    idle.round(evening.after(8)).await.expect("the store answers");
    assert_eq!(evening.awaited().await, 0);
}
