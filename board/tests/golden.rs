//! The bytes of everything that is on disk or on the wire, pinned: logs and boards written by any release are read by
//! every later one, and a page that is open during an update goes on.
//!
//! A golden file has one line for each sample: its name and its bytes. Lines are added at the end, never changed and
//! never removed. If a line has to change, the format has a new version, and the old file stays with the old reader.

#[path = "golden/names.rs"]
mod names;
#[path = "golden/samples.rs"]
mod samples;

use board::protocol::ServerMessage;
use board::*;
use names::missing;
use samples::Samples;
use serde::{Serialize, de::DeserializeOwned};
use std::fmt::Debug;

const LOG: &str = include_str!("golden/log-v1.txt");
const SNAPSHOT: &str = include_str!("golden/snapshot-v1.txt");
const CLIENT: &str = include_str!("golden/client-v2.txt");
const SERVER: &str = include_str!("golden/server-v2.txt");
const KEPT: &str = include_str!("golden/kept-v1.txt");

#[test]
fn every_op_is_the_same_bytes_on_disk_for_ever() {
    pinned("log-v1.txt", LOG, &samples::ops(), Op::to_disk, |bytes| Op::from_disk(bytes).ok());
}

#[test]
fn a_board_is_the_same_bytes_on_disk_for_ever() {
    let read = |bytes: &[u8]| Snapshot::from_disk(bytes).ok();
    pinned("snapshot-v1.txt", SNAPSHOT, &samples::snapshots(), Snapshot::to_disk, read);
}

#[test]
fn every_message_from_a_browser_is_the_same_bytes_in_protocol_2() {
    assert_eq!(protocol::PROTOCOL, 2, "a new protocol has its own golden files");
    pinned("client-v2.txt", CLIENT, &samples::client(), to_wire, from_wire);
}

#[test]
fn every_message_from_a_room_is_the_same_bytes_in_protocol_2() {
    pinned("server-v2.txt", SERVER, &samples::server(), to_wire, from_wire);
}

#[test]
fn what_a_page_kept_before_an_update_is_read_after_it() {
    pinned("kept-v1.txt", KEPT, &samples::kept(), to_wire, from_wire);
}

#[test]
fn no_variant_is_without_a_sample() {
    let ops: Vec<_> = samples::ops().into_iter().map(|(_, op)| op).collect();
    assert_eq!(missing(&ops), [""; 0], "ops");
    let phases = ops.iter().filter_map(|op| if let Op::Enter { phase, .. } = op { Some(phase) } else { None });
    assert_eq!(missing(phases), [""; 0], "phases");
    let kinds = ops.iter().filter_map(|op| match op {
        Op::Link { kind, .. } | Op::Change { kind, .. } => Some(kind),
        _ => None,
    });
    assert_eq!(missing(kinds), [""; 0], "kinds of links");
    let dealt = ops.iter().filter_map(|op| if let Op::Deal { cards, .. } = op { Some(cards) } else { None });
    assert_eq!(missing(dealt.flatten().map(|(_, spot)| spot)), [""; 0], "spots");
    let clocks = ops.iter().filter_map(|op| if let Op::Time { clock } = op { Some(clock) } else { None });
    assert_eq!(missing(clocks), [""; 0], "clocks");
    let stances = ops.iter().filter_map(|op| if let Op::Judge { stance, .. } = op { stance.as_ref() } else { None });
    assert_eq!(missing(stances), [""; 0], "stances");
    let shapes = ops.iter().filter_map(|op| if let Op::Draw { shape, .. } = op { Some(shape) } else { None });
    assert_eq!(missing(shapes.clone()), [""; 0], "shapes");
    let stamps = shapes.filter_map(|shape| if let Shape::Stamp { stamp, .. } = shape { Some(stamp) } else { None });
    assert_eq!(missing(stamps), [""; 0], "stamps");
    let boards: Vec<_> = samples::snapshots().into_iter().map(|(_, board)| board.document).collect();
    let undo = boards.iter().flat_map(|board| board.undo.values().flatten());
    assert_eq!(missing(undo), [""; 0], "ways to take back");
}

#[test]
fn no_message_is_without_a_sample() {
    let client: Vec<_> = samples::client().into_iter().map(|(_, message)| message).collect();
    assert_eq!(missing(&client), [""; 0], "messages from a browser");
    let intents = client.iter().filter_map(|message| match message {
        protocol::ClientMessage::Submit { intent, .. } => Some(intent),
        _ => None,
    });
    assert_eq!(missing(intents.clone()), [""; 0], "intents");
    let deals = intents.filter_map(|intent| if let Intent::Deal { to, .. } = intent { Some(to) } else { None });
    assert_eq!(missing(deals), [""; 0], "ways to deal");
    let server: Vec<_> = samples::server().into_iter().map(|(_, message)| message).collect();
    assert_eq!(missing(&server), [""; 0], "messages from a room");
    let rejections = server.iter().filter_map(|message| match message {
        ServerMessage::Refused { rejection, .. } => Some(rejection),
        _ => None,
    });
    assert_eq!(missing(rejections), [""; 0], "rejections");
    let welcomes = server.iter().filter_map(|message| match message {
        ServerMessage::Welcome(welcome) => Some(welcome),
        _ => None,
    });
    assert_eq!(missing(welcomes.clone().map(|welcome| &welcome.missed)), [""; 0], "ways to catch up");
    assert_eq!(missing(welcomes.clone().flat_map(|welcome| &welcome.seats).map(|seat| &seat.role)), [""; 0], "roles");
    let backs = welcomes.flat_map(|welcome| &welcome.faces.backs);
    assert_eq!(missing(backs.clone().map(|back| &back.lang)), [""; 0], "languages");
    assert_eq!(missing(backs.map(|back| &back.certainty)), [""; 0], "certainties");
}

/// Every sample has its line, its line has its bytes, its bytes read back as the sample, and no line is left over.
#[track_caller]
fn pinned<T: PartialEq + Debug>(
    file: &str,
    text: &str,
    samples: &Samples<T>,
    write: impl Fn(&T) -> Vec<u8>,
    read: impl Fn(&[u8]) -> Option<T>,
) {
    let lines: Vec<_> = text.lines().filter_map(|line| line.split_once(": ")).collect();
    let mut to_add = String::new();
    for (name, sample) in samples {
        let bytes = hex(&write(sample));
        let Some((_, golden)) = lines.iter().find(|(known, _)| known == name) else {
            to_add += &format!("{name}: {bytes}\n");
            continue;
        };
        assert_eq!(
            read(&unhex(golden)).as_ref(),
            Some(sample),
            "{file}: the old bytes of \"{name}\" mean something else"
        );
        assert_eq!(&bytes, golden, "{file}: \"{name}\" is written in other bytes than before");
    }
    assert!(to_add.is_empty(), "add these lines at the end of board/tests/golden/{file}, and change none:\n{to_add}");
    assert_eq!(lines.len(), samples.len(), "{file}: a line has no sample any more: it must still be read");
}

fn to_wire<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).expect("our types always serialise")
}

fn from_wire<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Vec<u8> {
    let pairs = (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16));
    pairs.collect::<Result<_, _>>().expect("a golden file is in hexadecimal")
}
