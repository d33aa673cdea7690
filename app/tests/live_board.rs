//! A page's copy of its board, with a real room at the other end of a line that can be cut: what a person does is
//! shown at once, kept until it is on disk, and said again after each welcome.
//!
//! `live_board/page.rs` has the page, its device and its room.

#[path = "live_board/page.rs"]
mod page;

use app::live::{Line, Reach, Status};
use board::protocol::{Faces, ServerMessage, Welcome};
use board::{ActorId, Millis, Missed, Op, Phase, Presence, Rejection, Role, Seat, Seq};
use leptos::prelude::*;
use page::{Page, on_a_page};

fn titled(text: &str) -> Op {
    Op::Title { text: text.into() }
}

fn title(page: &Page) -> String {
    page.board.glance(|document| document.title.clone())
}

#[test]
fn what_a_person_does_is_shown_at_once_and_saved_once_it_is_on_disk() {
    on_a_page(|page| {
        let status = page.board.status();
        assert_eq!(status.get_untracked(), Status::Saved);
        page.board.act(titled("Nos idées"));
        assert_eq!(title(page), "Nos idées");
        assert_eq!(status.get_untracked(), Status::Waiting(1));
        page.room_answers();
        assert_eq!(title(page), "Nos idées");
        assert_eq!(status.get_untracked(), Status::Saved);
        assert_eq!(page.kept(), []);
    });
}

#[test]
fn what_the_rules_refuse_goes_no_further_and_its_text_is_not_lost() {
    on_a_page(|page| {
        let long = "x".repeat(10_000);
        page.board.act(titled(&long));
        assert_eq!(page.said(), []);
        let told = page.board.turned_down().get_untracked().expect("told why");
        assert!(matches!(told.rejection, Rejection::TooLong(_)));
        assert_eq!(told.pending.intent, board::Intent::Do(titled(&long)));
        page.board.heard();
        assert_eq!(page.board.turned_down().get_untracked(), None);
    });
}

#[test]
fn what_the_room_refuses_is_taken_off_the_view_and_handed_back() {
    on_a_page(|page| {
        page.board.act(titled("Nos idées"));
        page.somebody_else(Op::Pause { paused: true });
        page.somebody_else(Op::Enter { step: 9, phase: Phase::Closing, minutes: 0 });
        page.room_answers();
        assert_eq!(title(page), "");
        let told = page.board.turned_down().get_untracked().expect("told why");
        assert_eq!(told.pending.intent, board::Intent::Do(titled("Nos idées")));
        assert_eq!(page.board.status().get_untracked(), Status::Saved);
    });
}

#[test]
fn what_was_done_without_a_line_is_said_after_the_next_welcome() {
    on_a_page(|page| {
        page.cut();
        page.board.on_the(Line::Down);
        page.board.act(titled("Un"));
        page.board.act(titled("Deux"));
        assert_eq!(page.board.status().get_untracked(), Status::Offline(2));
        page.come_back();
        assert_eq!(page.board.status().get_untracked(), Status::Waiting(2));
        page.room_answers();
        assert_eq!(title(page), "Deux");
        assert_eq!(page.board.status().get_untracked(), Status::Saved);
        assert_eq!(page.head(), page.board.confirmed());
    });
}

#[test]
fn what_was_done_before_a_reload_is_said_by_the_next_page() {
    let left = on_a_page(|page| {
        page.cut();
        page.board.act(titled("Nos idées"));
        page.kept()
    });
    on_a_page(|page| {
        assert_eq!(title(page), "", "the view is first what the server rendered");
        page.resume(left.clone());
        assert_eq!(title(page), "Nos idées");
        page.come_back();
        page.room_answers();
        assert_eq!(page.board.status().get_untracked(), Status::Saved);
        assert_eq!(title(page), "Nos idées");
    });
}

#[test]
fn what_is_said_twice_happens_once() {
    on_a_page(|page| {
        page.board.act(titled("Nos idées"));
        page.come_back();
        let head = page.head();
        page.room_answers();
        assert_eq!(page.head(), head.next());
        assert_eq!(page.board.status().get_untracked(), Status::Saved);
    });
}

#[test]
fn a_missing_entry_is_noticed_and_the_next_welcome_mends_it() {
    on_a_page(|page| {
        let lost = page.room_decides(titled("Un"));
        let next = page.room_decides(titled("Deux"));
        assert!(page.board.hear(ServerMessage::Entries(vec![next])).is_err());
        assert_eq!(page.board.confirmed().next(), lost.seq);
        page.come_back();
        assert_eq!(title(page), "Deux");
    });
}

#[test]
fn the_clock_is_the_server_s_whatever_the_device_says() {
    on_a_page(|page| {
        page.device_clock(Millis(12));
        let welcome = Welcome {
            head: Seq(0),
            now: Millis(5_000_000),
            missed: Missed::Entries(Vec::new()),
            seats: Vec::new(),
            faces: Faces::default(),
            open: true,
        };
        assert!(!page.board.on_time().get_untracked(), "its page may be an old one");
        page.board.hear(ServerMessage::Welcome(welcome)).expect("nothing is missing");
        page.device_clock(Millis(1_012));
        assert_eq!(page.board.server_now(), Millis(5_001_000));
        assert!(page.board.on_time().get_untracked());
    });
}

#[test]
fn whoever_leaves_no_longer_points() {
    on_a_page(|page| {
        let [two, three] = [2, 3].map(ActorId);
        let pointing = Presence { at: Some(Default::default()), lifted: None };
        let moved = vec![(page.me(), pointing), (two, pointing), (three, pointing)];
        page.board.hear(ServerMessage::Presence(moved)).expect("nothing is missing");
        let who = || page.board.presence().get_untracked().into_keys().collect::<Vec<_>>();
        assert_eq!(who(), [two, three], "nobody sees their own pointer");
        let seat = |actor, here| Seat { actor, role: Role::Participant, name: String::new(), here };
        page.board.hear(ServerMessage::Seats(vec![seat(two, false), seat(three, true)])).expect("nothing is missing");
        assert_eq!(who(), [three]);
        page.board.hear(ServerMessage::Presence(vec![(three, Presence::default())])).expect("nothing is missing");
        assert_eq!(who(), []);
    });
}

#[test]
fn on_the_server_nothing_is_done() {
    page::rendered(|board| {
        board.act(titled("Nos idées"));
        board.point(Presence::default());
        assert_eq!(board.glance(|document| document.title.clone()), "");
        assert_eq!(board.draw_note_id(), None);
        assert_eq!(board.server_now(), board.opening(|opening| opening.now));
    });
}

#[test]
fn the_door_is_as_the_room_last_said() {
    on_a_page(|page| {
        assert!(page.board.open().get_untracked(), "as the page was made");
        page.board.hear(ServerMessage::Door { open: false }).expect("nothing is missing");
        assert!(!page.board.open().get_untracked());
        page.come_back();
        assert!(page.board.open().get_untracked(), "the welcome says what was missed");
    });
}

#[test]
fn whoever_listens_hears_what_the_others_did_and_what_the_room_took_of_their_own_once_each() {
    on_a_page(|page| {
        page.somebody_else(titled("Avant"));
        assert!(page.board.news(app::live::Ear::take).is_none(), "nobody listens yet");
        page.board.listen([]);
        page.somebody_else(Op::Pause { paused: true });
        page.somebody_else(Op::Pause { paused: false });
        page.board.act(titled("Nos idées"));
        let heard = |page: &Page| {
            let news = page.board.news(app::live::Ear::take).expect("somebody listens");
            news.into_iter().map(|news| news.reach).collect::<Vec<_>>()
        };
        assert_eq!(heard(page), [Reach::Everybody, Reach::Everybody], "her own is not in the log yet");
        page.room_answers();
        page.come_back();
        assert_eq!(heard(page), [Reach::Own]);
        let missed = page.room_decides(titled("Le titre"));
        page.room_decides(Op::Pause { paused: true });
        page.come_back();
        page.board.hear(ServerMessage::Entries(vec![missed])).expect("known already");
        assert_eq!(heard(page), [Reach::Anybody, Reach::Everybody]);
    });
}
