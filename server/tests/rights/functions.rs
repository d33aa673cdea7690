//! Every server function, called as each kind of person would who knows all ids there are.

use crate::house::{Browser, Heard, LOGIN};
use crate::stage::{PASSWORD, Stage};
use crate::verdict;
use app::api::{About, Ask, FieldId};
use app::routes::Route;
use app::text::day_of;
use board::protocol::ServerMessage;
use board::{Action, ActionId, Intent, LinkId, LinkKind, MIDDLE, NoteId, Op, Phase, Seq};
use server::store::{Debriefs as _, FieldEdit};
use uuid::Uuid;

/// Every server function, in the order of the table: those that open a role, then those of people at a table, then
/// those of whoever facilitates, then those of organisers.
pub const ALL: [&str; 67] = [
    "live",
    "code",
    "join",
    "enter",
    "place",
    "move-card",
    "put-back",
    "arrange",
    "link",
    "change",
    "unlink",
    "reverse",
    "ink",
    "judge",
    "star",
    "note",
    "erase",
    "title",
    "story",
    "take-back",
    "act",
    "drop-action",
    "vote",
    "mood",
    "pass",
    "moods",
    "feedback",
    "flag-card",
    "remind",
    "answer",
    "stop",
    "save",
    "open",
    "step",
    "restore-script",
    "add-card",
    "take-card-away",
    "hide-card",
    "grant",
    "revoke",
    "remove",
    "move",
    "close-vote",
    "debrief",
    "write-debrief",
    "choose-debrief",
    "validate-debrief",
    "close",
    "state",
    "remark",
    "erase-remark",
    "publish",
    "withdraw",
    "share",
    "unshare",
    "invite",
    "uninvite",
    "accept",
    "remove-account",
    "retention",
    "erase-workshop",
    "erase-all",
    "create",
    "retire-deck",
    "set-up",
    "sign-in",
    "sign-out",
];

/// The phase that opens what this function does, if it takes one.
pub fn opened_by(function: &str) -> Option<Phase> {
    Some(match function {
        "live" | "place" | "move-card" | "put-back" | "arrange" | "link" | "change" | "unlink" | "reverse" | "ink"
        | "judge" | "note" | "erase" | "take-back" => Phase::Links,
        "star" | "title" | "story" => Phase::Story,
        "act" | "drop-action" | "state" | "answer" => Phase::Actions,
        "vote" => Phase::Gallery,
        "mood" | "pass" | "moods" => Phase::Mood,
        "feedback" | "remind" => Phase::Feedback,
        "debrief" => Phase::Closing,
        _ => return None,
    })
}

/// What this person is answered.
pub async fn call(stage: &Stage<'_>, who: &Browser, function: &str) -> String {
    let (board, workshop) = (stage.board(1).to_string(), stage.workshop.id.to_string());
    let [cause, consequence, free] = stage.cards.map(|card| card.to_string());
    let (op_id, person, grant) = (Uuid::new_v4().to_string(), stage.victim.0.to_string(), stage.grant.0.to_string());
    let post = |fields: &[(&str, &str)]| verdict(&who.post(function, fields));
    let here = |more: &[(&'static str, &str)]| {
        let fields: Vec<_> = [("board", board.as_str())].into_iter().chain(more.iter().copied()).collect();
        post(&fields)
    };
    let of_all = |more: &[(&'static str, &str)]| {
        let fields: Vec<_> = [("workshop", workshop.as_str())].into_iter().chain(more.iter().copied()).collect();
        post(&fields)
    };
    match function {
        "live" => live(stage, who).await,
        "code" => post(&[("code", &stage.workshop.code)]),
        "join" => post(&[("code", &stage.workshop.code), ("name", "Ali"), ("table", "1")]),
        "enter" => post(&[("secret", &stage.grant.1)]),
        "place" => here(&[("op_id", &op_id), ("card", &free)]),
        "move-card" => here(&[("op_id", &op_id), ("card", &cause), ("beside", &consequence)]),
        "put-back" => here(&[("op_id", &op_id), ("card", &cause)]),
        "arrange" | "change" | "unlink" | "reverse" | "ink" | "judge" | "star" => {
            let link = LinkId { cause: stage.cards[0], consequence: stage.cards[1] };
            stage.does(Intent::Do(Op::Link { link, kind: LinkKind::LeadsTo, because: String::new() })).await;
            let ends = [("op_id", op_id.as_str()), ("cause", &cause), ("consequence", &consequence)];
            let more: &[(&'static str, &str)] = match function {
                "change" => &[("kind", "Reduces"), ("because", "la nuit")],
                "ink" => &[("ink", "true")],
                "judge" => &[("stance", "Agree")],
                "star" => &[("starred", "true")],
                _ => &[],
            };
            here(&[&ends[..], more].concat())
        }
        "link" => {
            let ends = [("cause", cause.as_str()), ("consequence", &consequence)];
            here(&[&ends[..], &[("op_id", &op_id), ("kind", "LeadsTo"), ("because", "")]].concat())
        }
        "erase" => {
            let note = Op::Note { note: NoteId(5), at: MIDDLE, text: "Et le jour ?".into(), question: false };
            stage.does(Intent::Do(note)).await;
            here(&[("op_id", &op_id), ("note", "5")])
        }
        "title" => here(&[("op_id", &op_id), ("text", "Notre écran")]),
        "story" => here(&[("op_id", &op_id), ("text", "Tout part d’un billet.")]),
        "note" => here(&[("op_id", &op_id), ("text", "Et la nuit ?")]),
        "take-back" => {
            // There is something of theirs to take back, if they may write at all.
            let note = [("board", board.as_str()), ("op_id", &Uuid::new_v4().to_string()), ("text", "Et le jour ?")];
            who.post("note", &note);
            here(&[("op_id", &op_id)])
        }
        "act" => here(&[("op_id", &op_id), ("what[text]", "Éteindre la nuit"), ("what[renounces]", "true")]),
        "drop-action" => {
            let (action, what) = (ActionId(5), Action { text: "Éteindre la nuit".into(), ..Action::default() });
            stage.does(Intent::Do(Op::Act { action, what })).await;
            here(&[("op_id", &op_id), ("action", "5")])
        }
        "vote" => here(&[("table", "2")]),
        "mood" => here(&[("word", "orage")]),
        "pass" => here(&[]),
        "moods" => {
            // Whoever plays reads the words of the others once they have answered.
            who.post("pass", &[("board", &board)]);
            verdict(&who.get(&format!("/api/moods?board={board}")))
        }
        "feedback" => here(&[("given[room]", "4")]),
        "flag-card" => here(&[("card", &cause), ("text", "Datée")]),
        "remind" => here(&[("address", "ali@theatre.example")]),
        "stop" => post(&[("secret", &stage.reminded)]),
        "state" | "answer" => {
            let (action, what) = (ActionId(5), Action { text: "Éteindre la nuit".into(), ..Action::default() });
            stage.does(Intent::Do(Op::Act { action, what })).await;
            if function == "answer" {
                return post(&[("secret", &stage.reminded), ("action", "1-5"), ("status", "Ongoing")]);
            }
            let what = [("what[board]", board.as_str()), ("what[action]", "5")];
            of_all(&[&what[..], &[("what[milestone]", "One"), ("what[status]", "Done"), ("what[word]", "")]].concat())
        }
        "save" => here(&[("name", "Avant la pause")]),
        "remark" => post(&[("mark", &stage.mark.to_string()), ("text", "Revoir la lumière")]),
        "erase-remark" => post(&[("mark", &stage.mark.to_string()), ("remark", "1")]),
        "share" => post(&[("mark", &stage.mark.to_string()), ("days", "30")]),
        "unshare" => post(&[("mark", &stage.mark.to_string()), ("share", &stage.share.0.to_string())]),
        "invite" => post(&[("name", "Ami"), ("standing", "Reads")]),
        "uninvite" => post(&[("invitation", &stage.invitation.0.to_string())]),
        "accept" => {
            let login = format!("Nora {}", stage.invitation.0);
            post(&[("secret", &stage.invitation.1), ("login", &login), ("password", PASSWORD)])
        }
        // Nobody's: it must not take away who asks.
        "remove-account" => post(&[("account", "999999")]),
        "retention" => post(&[("names", "30"), ("boards", "365"), ("copies", "30")]),
        "erase-workshop" => of_all(&[("typed", &stage.workshop.title)]),
        // Not confirmed: the other stages are still needed.
        "erase-all" => post(&[("typed", "non")]),
        "open" => of_all(&[("open", "false")]),
        "step" => of_all(&[("step", "0"), ("title", "Bonjour"), ("minutes", "8"), ("says", "")]),
        "restore-script" => of_all(&[]),
        "add-card" => of_all(&[("title", "Notre régie"), ("fact", "Trois pupitres"), ("lot", "1")]),
        "take-card-away" => of_all(&[("card", "1001")]),
        "hide-card" => of_all(&[("card", &cause), ("hidden", "true")]),
        "grant" => of_all(&[("role", "Facilitator"), ("name", "Nora")]),
        "revoke" => of_all(&[("grant", &grant)]),
        "remove" => of_all(&[("person", &person)]),
        "move" => of_all(&[("person", &person), ("table", "2")]),
        "debrief" => verdict(&who.get(&format!("/api/debrief?board={board}"))),
        "write-debrief" => of_all(&[("block", "needs"), ("fields[training][text]", "Écoconception")]),
        "choose-debrief" => {
            let field = FieldId::new(About::Workshop, Ask::Training);
            for text in ["Régie", "Accueil"] {
                let edit = FieldEdit { field, seen: 0, was: String::new(), text: text.into() };
                stage.house.store.write(stage.workshop.id, vec![edit]).await.expect("it is written");
            }
            of_all(&[("field", "training"), ("seen", "2"), ("text", "Accueil")])
        }
        "validate-debrief" => {
            // Whoever may not read the sheet cannot know what it told.
            let page = who.get(&Route::Debrief(stage.workshop.id).to_string()).body;
            let told = page.split("name=\"told\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
            of_all(&[("seen", "0"), ("told", told.unwrap_or("0")), ("sure", "true")])
        }
        "close-vote" => of_all(&[]),
        "close" => of_all(&[("sure", "true")]),
        "publish" => {
            let what = [("what[matter]", "offer"), ("what[text]", "Deux écrans"), ("what[venue]", "Théâtre")];
            post(&[&what[..], &[("what[until]", &day_of(server::now()).after_months(1).to_string())]].concat())
        }
        "withdraw" => post(&[("entry", "1")]),
        "create" => post(&[("title", "Saison"), ("format", "45"), ("tables", "1")]),
        "retire-deck" => {
            let version = &server::decks::embedded().deck.version;
            post(&[("slug", "culture"), ("version", version), ("retired", "false")])
        }
        "set-up" => post(&[("secret", "s3cret"), ("login", "Ali"), ("password", PASSWORD)]),
        "sign-in" => post(&[("login", LOGIN), ("password", PASSWORD)]),
        "sign-out" => post(&[]),
        other => panic!("{other} has no call"),
    }
}

/// How a live page of this person's begins at table 1.
async fn live(stage: &Stage<'_>, who: &Browser) -> String {
    match who.live(stage.board(1), Seq(0), false).await.next().await {
        Heard::Frame(bytes) => match postcard::from_bytes(&bytes) {
            Ok(ServerMessage::Welcome(welcome)) => {
                let sides = if welcome.faces.backs.is_empty() { "front" } else { "front+back" };
                format!("101 {sides}")
            }
            other => panic!("instead of a welcome came {other:?}"),
        },
        Heard::Closed(code) => format!("101 closed {}", code.map_or("?".into(), |code| code.to_string())),
    }
}
