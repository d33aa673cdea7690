//! Which card texts are sent to whom, and when.

use crate::theatre::*;
use board::deck::Lang;
use board::protocol::{ClientMessage, Faces, Hello, ServerMessage};
use board::*;
use std::collections::BTreeSet;

/// The card numbers of fronts and backs.
fn numbers(faces: &Faces) -> (BTreeSet<CardId>, BTreeSet<CardId>) {
    (faces.fronts.iter().map(|front| front.card).collect(), faces.backs.iter().map(|back| back.card).collect())
}

fn lot(number: u8) -> BTreeSet<CardId> {
    let deck = &server::decks::embedded().deck;
    deck.lot_cards(deck::Format::ThreeHours, LotId(number)).into_iter().collect()
}

fn none() -> BTreeSet<CardId> {
    BTreeSet::new()
}

/// The texts that came before the next entries, and whether they came at all.
async fn revealed(page: &mut Page) -> Faces {
    let mut faces = Faces::default();
    loop {
        match page.hear().await {
            ServerMessage::Reveal(more) => {
                faces.fronts.extend(more.fronts);
                faces.backs.extend(more.backs);
            }
            ServerMessage::Entries(_) => return faces,
            _ => {}
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_participant_is_sent_no_undealt_card_and_no_closed_back() {
    let theatre = Theatre::open().await;
    let (nora, lea) = (theatre.facilitator().await, theatre.participant("Léa").await);
    let screen = theatre.seat(Role::Projector, None, "écran").await;
    let guest = theatre.seat(Role::Spectator, None, "invitée").await;
    let mut onlookers = Vec::new();
    for person in [lea, screen, guest] {
        let (page, welcome) = theatre.page_since(person, Seq(0)).await;
        assert_eq!(welcome.faces, Faces::default(), "nothing is dealt, nothing is sent");
        onlookers.push((person, page));
    }
    let mut leads = theatre.page(nora).await;

    theatre.does(nora, deals(1, DealTo::Table)).await;
    assert_eq!(numbers(&revealed(&mut leads).await), (lot(1), lot(1)), "whoever facilitates reads both sides");
    for (_, page) in &mut onlookers {
        assert_eq!(
            numbers(&revealed(page).await),
            (lot(1), none()),
            "the others read the fronts, before the cards come"
        );
    }
    for (person, page) in &mut onlookers {
        let (again, welcome) = theatre.page_since(*person, Seq(0)).await;
        assert_eq!(numbers(&welcome.faces), (lot(1), none()), "coming back opens no back");
        *page = again;
    }
    theatre.does(nora, Intent::Do(Op::Open { lot: LotId(1) })).await;
    for (_, page) in &mut onlookers {
        assert_eq!(numbers(&revealed(page).await), (none(), lot(1)), "now the backs");
    }
    theatre.does(nora, deals(2, DealTo::Table)).await;
    for (person, page) in &mut onlookers {
        assert_eq!(numbers(&revealed(page).await), (lot(2), none()));
        let (_, welcome) = theatre.page_since(*person, Seq(0)).await;
        assert_eq!(numbers(&welcome.faces), (&lot(1) | &lot(2), lot(1)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn texts_come_in_the_language_of_the_device() {
    let theatre = Theatre::open().await;
    let (nora, lea) = (theatre.facilitator().await, theatre.participant("Léa").await);
    let mut french = theatre.page(lea).await;
    let mut english = Page::dial(theatre.rooms.clone(), lea.visitor);
    let hello = board::protocol::Hello { lang: Lang::En, ..hello(theatre.board(), Seq(0)) };
    english.say(board::protocol::ClientMessage::Hello(hello));
    assert!(matches!(english.hear().await, ServerMessage::Welcome(_)));
    theatre.does(nora, deals(1, DealTo::Table)).await;
    let (french, english) = (revealed(&mut french).await, revealed(&mut english).await);
    assert_eq!(numbers(&french), numbers(&english));
    assert!(french.fronts.iter().all(|front| front.lang == Lang::Fr));
    assert!(english.fronts.iter().any(|front| front.lang == Lang::En));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deal_goes_round_those_who_are_here_and_to_all_when_nobody_is() {
    let theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    let [lea, omar, ines] =
        [theatre.participant("Léa").await, theatre.participant("Omar").await, theatre.participant("Inès").await];
    let _elsewhere = theatre.seat(Role::Participant, Some(theatre.workshop.boards[1]), "Paul").await;
    let hands = |entry: &Entry| match &entry.op {
        Op::Deal { cards, .. } => cards.iter().map(|&(_, spot)| spot).collect::<Vec<_>>(),
        op => panic!("not a deal: {op:?}"),
    };
    theatre.does(nora, deals(1, DealTo::Hands)).await;
    let all: BTreeSet<_> = theatre.log().await.iter().flat_map(hands).map(|spot| format!("{spot:?}")).collect();
    assert_eq!(all.len(), 3, "nobody is connected: the three of this table, and not the one of the other");

    let (_lea, _omar, _nora) = (theatre.page(lea).await, theatre.page(omar).await, theatre.page(nora).await);
    theatre.does(nora, deals(2, DealTo::Hands)).await;
    let dealt = hands(&theatre.log().await[1]);
    let turn = [Spot::Hand(lea.asker.actor), Spot::Hand(omar.asker.actor)];
    assert!(dealt.iter().eq(turn.iter().cycle().take(dealt.len())), "in order of arrival, whoever has a page open");

    // Inès plays on plain pages: she has no connection, and is here.
    theatre.rooms.visit(theatre.board(), ines.asker.actor).await.expect("a board");
    theatre.does(nora, deals(3, DealTo::Hands)).await;
    let log = theatre.log().await;
    let dealt = hands(log.last().expect("a deal"));
    assert!(dealt.contains(&Spot::Hand(ines.asker.actor)), "{dealt:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_screen_of_the_room_reads_no_closed_back_even_in_the_browser_of_whoever_facilitates() {
    let theatre = Theatre::open().await;
    let nora = theatre.facilitator().await;
    theatre.does(nora, deals(1, DealTo::Table)).await;
    let mut screen = Page::dial(theatre.rooms.clone(), nora.visitor);
    screen.say(ClientMessage::Hello(Hello { as_projector: true, ..hello(theatre.board(), Seq(0)) }));
    let welcome = screen.hear_that(|message| match message {
        ServerMessage::Welcome(welcome) => Some(welcome),
        _ => None,
    });
    assert_eq!(numbers(&welcome.await.faces), (lot(1), none()));
    theatre.does(nora, deals(2, DealTo::Table)).await;
    assert_eq!(numbers(&revealed(&mut screen).await), (lot(2), none()));
    let asked = screen.submit(note("Un mot"));
    assert_eq!(screen.answer(asked).await, Err(Rejection::LooksOn), "a screen changes nothing");
}
