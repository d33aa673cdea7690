//! Every form of the still pages, filled in and sent as a browser without JavaScript does, is understood by the server
//! function it is for.

#[allow(dead_code, reason = "the still pages use the rest")]
#[path = "still_pages/openings.rs"]
mod openings;
#[allow(dead_code, reason = "the still pages use the rest")]
#[path = "still_pages/reading.rs"]
mod reading;

use app::api::*;
use app::pages::{Begun, Page};
use app::shell::{Surroundings, document};
use axum::body::Body;
use board::{ActorId, BoardId, CardId, LinkKind, OpId, WorkshopId};
use openings::{
    actions, actions_begun, feedback, gallery, join, mood, plan, plan_in, plan_read, returns, script, sheet, team,
    workshops,
};
use reading::{attribute, tags};
use server_fn::codec::{FromReq, PostUrl};
use uuid::Uuid;

/// What a browser sends for the first form of a page with this action, with these fields typed or chosen.
fn sent(page: Page, action: &str, filled: &[(&str, &str)]) -> String {
    let html = document(sheet(page), Surroundings { pkg: "pkg" });
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut here = false;
    let mut done = false;
    for tag in tags(&html) {
        if tag.name == "form" {
            here = !done && attribute(&tag, "action") == Some(action);
            done |= here;
        }
        let inside = here && tag.inside.iter().any(|name| name == "form");
        if let Some(name) = attribute(&tag, "name").filter(|_| inside) {
            let fill = filled.iter().find(|(field, _)| *field == name).map(|(_, text)| (*text).to_owned());
            let kind = attribute(&tag, "type").unwrap_or_default();
            let own = attribute(&tag, "value").map(str::to_owned);
            match kind {
                "radio" if attribute(&tag, "checked").is_none() => {}
                // Of several buttons, the one that says this was pressed.
                _ if tag.name == "button" => {
                    fields.extend(own.filter(|own| fill.as_ref() == Some(own)).map(|own| (name.to_owned(), own)));
                }
                "checkbox" => fields.extend(fill.map(|text| (name.to_owned(), text))),
                _ => fields.push((name.to_owned(), fill.or(own).unwrap_or_default())),
            }
        }
    }
    assert!(done, "the page has no form for {action}");
    fields.iter().map(|(name, text)| format!("{name}={}", encoded(text))).collect::<Vec<_>>().join("&")
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

async fn understood<T: FromReq<PostUrl, http::Request<Body>, AppError>>(form: String) -> T {
    let request = http::Request::post("/").header("content-type", "application/x-www-form-urlencoded");
    let request = request.body(Body::from(form.clone())).expect("a request");
    T::from_req(request).await.unwrap_or_else(|error| panic!("{error}: {form}"))
}

#[tokio::test]
async fn joining_is_understood() {
    let code: EnterCode = understood(sent(Page::Home, "/api/code", &[("code", "kx4 p7m")])).await;
    assert_eq!(code.code, "kx4 p7m");
    let seat: Join = understood(sent(join(true), "/api/join", &[("name", "Zoé & Ali")])).await;
    assert_eq!((seat.code.as_str(), seat.name.as_str(), seat.table), ("KX4P7M", "Zoé & Ali", 0));
}

#[tokio::test]
async fn organising_is_understood() {
    let filled = [("title", "Équipe technique"), ("format", "90"), ("tables", "4")];
    let made: CreateWorkshop = understood(sent(workshops(), "/api/create", &filled)).await;
    assert_eq!((made.title.as_str(), made.format, made.tables), ("Équipe technique", 90, 4));
    let door: SetOpen = understood(sent(workshops(), "/api/open", &[])).await;
    assert!(!door.open, "the first workshop's door is open: its button closes it");
    let _: SignOut = understood(sent(workshops(), "/api/sign-out", &[])).await;
    let first: SetUp =
        understood(sent(Page::SetUp("s3cret".into()), "/api/set-up", &[("login", "anne"), ("password", "p")])).await;
    assert_eq!((first.secret.as_str(), first.login.as_str(), first.password.as_str()), ("s3cret", "anne", "p"));
    let back: SignIn =
        understood(sent(Page::SignIn, "/api/sign-in", &[("login", "anne"), ("password", "a+b c")])).await;
    assert_eq!((back.login.as_str(), back.password.as_str()), ("anne", "a+b c"));
}

#[tokio::test]
async fn changing_a_script_is_understood() {
    let filled = [("title", "Météo & co"), ("minutes", "8"), ("skipped", "true")];
    let step: SetStep = understood(sent(script(false), "/api/step", &filled)).await;
    assert_eq!((step.workshop.0, step.step, step.skipped), (Uuid::from_u128(7), 0, true));
    assert_eq!((step.title.as_str(), step.minutes.as_str(), step.says.as_str()), ("Météo & co", "8", ""));
    let kept: SetStep = understood(sent(script(false), "/api/step", &[])).await;
    assert!(!kept.skipped && kept.title == "Accueil" && kept.minutes == "12", "as it was");
    let back: RestoreScript = understood(sent(script(false), "/api/restore-script", &[])).await;
    assert_eq!(back.workshop.0, Uuid::from_u128(7));
}

#[tokio::test]
async fn looking_after_people_is_understood() {
    let here = WorkshopId(Uuid::from_u128(7));
    let filled = [("role", "Spectator"), ("name", "Direction & co")];
    let made: GrantRole = understood(sent(team(), "/api/grant", &filled)).await;
    assert_eq!((made.workshop, made.role, made.name.as_str()), (here, board::Role::Spectator, "Direction & co"));
    let back: RevokeGrant = understood(sent(team(), "/api/revoke", &[])).await;
    assert_eq!((back.workshop, back.grant), (here, 2), "one's own link is not offered");
    let gone: RemovePerson = understood(sent(team(), "/api/remove", &[])).await;
    assert_eq!((gone.workshop, gone.person), (here, ActorId(1)));
    let moved: MovePerson = understood(sent(team(), "/api/move", &[("table", "3")])).await;
    assert_eq!((moved.workshop, moved.person, moved.table), (here, ActorId(1), 3));
}

#[tokio::test]
async fn assigning_tables_is_understood() {
    let filled = [("title", "Saison"), ("format", "90"), ("tables", "4"), ("assigned", "true")];
    for (assigned, filled) in [(true, &filled[..]), (false, &filled[..3])] {
        let made: CreateWorkshop = understood(sent(workshops(), "/api/create", filled)).await;
        assert_eq!(made.assigned, assigned);
    }
}

#[tokio::test]
async fn a_door_is_understood() {
    let door = DoorOpening { secret: "s3-cr_et".into(), role: board::Role::Facilitator, title: String::new() };
    let taken: Enter = understood(sent(Page::Door(door), "/api/enter", &[])).await;
    assert_eq!(taken.secret, "s3-cr_et");
}

#[tokio::test]
async fn every_act_of_the_plan_is_understood() {
    let here = BoardId(Uuid::from_u128(2));
    let nobody = OpId(Uuid::nil());
    let placed: PlaceCard = understood(sent(plan(), "/api/place", &[])).await;
    assert_eq!((placed.board, placed.card), (here, CardId(9)));
    assert_ne!(placed.op_id, nobody);
    let filled = [("consequence", "7"), ("kind", "Reduces"), ("because", "l’écran = une loupe")];
    let drawn: DrawLink = understood(sent(plan_read(&[("carte", "2")]), "/api/link", &filled)).await;
    assert_eq!(
        (drawn.board, drawn.cause, drawn.consequence, drawn.kind),
        (here, CardId(2), CardId(7), LinkKind::Reduces)
    );
    assert_eq!(drawn.because, "l’écran = une loupe");
    for (ticked, filled) in [(true, &[("text", "Et après ?"), ("question", "true")][..]), (false, &[("text", "Note")])]
    {
        let note: WriteNote = understood(sent(plan(), "/api/note", filled)).await;
        assert_eq!((note.board, note.question), (here, ticked));
    }
    let back: TakeBack = understood(sent(plan(), "/api/take-back", &[])).await;
    assert_eq!(back.board, here);
    let all: Arrange = understood(sent(plan(), "/api/arrange", &[])).await;
    assert_eq!(all.board, here);
}

#[tokio::test]
async fn every_act_on_what_was_chosen_is_understood() {
    let link = || plan_read(&[("carte", "1"), ("vers", "2")]);
    let beside: PlaceCard = understood(sent(plan_read(&[("carte", "9")]), "/api/place", &[("beside", "3")])).await;
    assert_eq!((beside.card, beside.beside.as_str()), (CardId(9), "3"));
    let moved: MoveCard = understood(sent(plan_read(&[("carte", "1")]), "/api/move-card", &[("beside", "4")])).await;
    assert_eq!((moved.card, moved.beside.as_str()), (CardId(1), "4"));
    let back: PutBack = understood(sent(plan_read(&[("carte", "8")]), "/api/put-back", &[])).await;
    assert_eq!(back.card, CardId(8));
    let changed: ChangeLink = understood(sent(link(), "/api/change", &[("kind", "Reduces"), ("because", "")])).await;
    assert_eq!((changed.cause, changed.consequence, changed.because.as_str()), (CardId(1), CardId(2), ""));
    for (said, stance) in [(&[("stance", "Disagree")][..], Some(board::Stance::Disagree)), (&[], None)] {
        let judged: JudgeLink = understood(sent(link(), "/api/judge", said)).await;
        assert_eq!(judged.stance, stance);
    }
    let inked: InkLink = understood(sent(link(), "/api/ink", &[])).await;
    assert!(inked.ink, "it was in pencil");
    let turned: ReverseLink = understood(sent(link(), "/api/reverse", &[])).await;
    assert_eq!((turned.cause, turned.consequence), (CardId(1), CardId(2)));
    let note: WriteNote = understood(sent(plan_read(&[("note", "1")]), "/api/note", &[("text", "Encore")])).await;
    assert_eq!((note.note, note.text.as_str()), (Some(board::NoteId(1)), "Encore"));
    let title: GiveTitle = understood(sent(plan_in(board::Phase::Story), "/api/title", &[("text", "Le rideau")])).await;
    assert_eq!(title.text, "Le rideau");
    let story: TellStory = understood(sent(plan_in(board::Phase::Story), "/api/story", &[("text", "Un soir")])).await;
    assert_eq!(story.text, "Un soir");
}

#[tokio::test]
async fn what_is_said_without_a_name_is_understood() {
    let here = BoardId(Uuid::from_u128(2));
    let vote: CastVote = understood(sent(gallery(Ballot::Open { chosen: Some(1) }), "/api/vote", &[])).await;
    assert_eq!((vote.board, vote.table), (here, 3));
    let word: SayMood = understood(sent(mood(Turn::Open), "/api/mood", &[("word", "éclaircies")])).await;
    assert_eq!((word.board, word.word.as_str()), (here, "éclaircies"));
    let passed: PassMood = understood(sent(mood(Turn::Open), "/api/pass", &[])).await;
    assert_eq!(passed.board, here);
    let filled = [
        ("given[learned]", "5"),
        ("given[wrong]", "la carte 7 & la 8"),
        ("given[worry]", "true"),
        ("given[worked]", "Partly"),
    ];
    let given: GiveFeedback = understood(sent(feedback(Turn::Open), "/api/feedback", &filled)).await;
    let wrong = "la carte 7 & la 8".to_owned();
    let expected = Feedback { learned: Some(5), wrong, worry: true, worked: Some(Fit::Partly), ..Feedback::default() };
    assert_eq!((given.board, given.given), (here, expected));
    let nothing: GiveFeedback = understood(sent(feedback(Turn::Open), "/api/feedback", &[])).await;
    assert_eq!(nothing.given, Feedback::default());
    let _: CloseVote = understood(sent(returns(Some(1)), "/api/close-vote", &[])).await;
    for (sure, filled) in [(true, &[("sure", "true")][..]), (false, &[])] {
        let close: CloseWorkshop = understood(sent(returns(Some(1)), "/api/close", filled)).await;
        assert_eq!(close.sure, sure);
    }
}

#[tokio::test]
async fn deciding_is_understood() {
    let here = BoardId(Uuid::from_u128(2));
    let filled = [
        ("what[text]", "Éteindre & débrancher"),
        ("what[renounces]", "true"),
        ("what[effort]", "1"),
        ("what[owner]", "Zoé"),
        ("what[due]", "15/12/2026"),
    ];
    let change = actions_begun(Begun::Change(board::ActionId(1)));
    let again: KeepAction = understood(sent(change, "/api/act", &filled)).await;
    assert_eq!((again.board, again.action), (here, Some(board::ActionId(1))));
    let proposal = actions_begun(Begun::Proposal(board::CardId(72)));
    let proposed: KeepAction = understood(sent(proposal, "/api/act", &[])).await;
    let read = proposed.what.read().expect("it can be read");
    assert_eq!((read.card, read.text.as_str()), (Some(board::CardId(72)), "Proposition 72"));
    let read = again.what.read().expect("it can be read");
    assert_eq!((read.text.as_str(), read.renounces, read.owner.as_str()), ("Éteindre & débrancher", true, "Zoé"));
    assert_eq!((read.effort, read.due), (board::deck::Grade::new(1), board::Day::read("2026-12-15")));
    let new: KeepAction = understood(sent(no_action(), "/api/act", &[("what[text]", "Garder dix ans")])).await;
    assert_eq!((new.action, new.what.renounces), (None, false));
    assert_eq!(new.what.read().map(|what| what.effort), Ok(None), "nobody has to grade");
    let off: DropAction = understood(sent(actions(board::Phase::Actions), "/api/drop-action", &[])).await;
    assert_eq!(off.board, here);
}

/// The page of a team that has decided nothing yet: its one form is for an own idea.
fn no_action() -> Page {
    let Page::Actions(mut opening, begun) = actions(board::Phase::Actions) else { panic!("it is the page of actions") };
    opening.board.snapshot.document.actions.clear();
    opening.proposed.clear();
    Page::Actions(opening, begun)
}
