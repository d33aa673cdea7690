//! Ten thousand frames and records that are not what they seem: noise, good ones with bytes changed, cut short or
//! doubled, and ones that announce billions of things. None panics, none makes us reserve much.

#[path = "properties/anything.rs"]
mod anything;

use board::protocol::{ClientMessage, ServerMessage};
use board::{Op, Snapshot};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// How much more address space ten thousand bad frames may make us ask for, all told.
const LITTLE: u64 = 32 * 1024 * 1024;

#[test]
fn ten_thousand_bad_frames_are_read_or_refused_and_nothing_more() {
    let frames: Vec<_> = (0..10_000).scan(TestRunner::deterministic(), |dice, _| Some(frame(dice))).collect();
    let before = reserved();
    let mut refused = 0;
    for frame in &frames {
        let client = postcard::from_bytes::<ClientMessage>(frame);
        let server = postcard::from_bytes::<ServerMessage>(frame);
        refused += usize::from(client.is_err() && server.is_err());
        // What is read is a message like any other: it can be written, and reads back as itself.
        if let Ok(message) = client {
            assert_eq!(postcard::from_bytes(&bytes(&message)), Ok(message));
        }
        let _ = (Op::from_disk(frame), Snapshot::from_disk(frame));
        let _ = (Op::from_disk(&sealed(frame)), Snapshot::from_disk(&sealed(frame)));
    }
    assert!((2_000..10_000).contains(&refused), "{refused} of 10,000 were refused");
    let grown = reserved() - before;
    assert!(grown <= LITTLE, "{grown} bytes more were reserved");
}

/// One frame out of the ordinary.
fn frame(dice: &mut TestRunner) -> Vec<u8> {
    let good = prop_oneof![
        anything::client().prop_map(|message| bytes(&message)),
        anything::server().prop_map(|message| bytes(&message)),
    ];
    let at = any::<prop::sample::Index>;
    let changed = (good, vec((at(), any::<u8>()), 0..4), at(), 0..4_u8).prop_map(|(mut frame, changes, at, how)| {
        for (at, byte) in changes {
            let at = at.index(frame.len());
            frame[at] = byte;
        }
        let at = at.index(frame.len());
        match how {
            0 => frame.truncate(at),
            1 => frame.extend(frame[at..].to_vec()),
            2 => frame.splice(at..at, [0xff, 0xff, 0xff, 0xff, 0x0f]).for_each(drop),
            _ => {}
        }
        frame
    });
    // A kind, then a count of billions, then a little.
    let huge = (0..9_u8, vec(any::<u8>(), 0..40)).prop_map(|(kind, rest)| {
        [&[kind][..], &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01], &rest].concat()
    });
    let any = prop_oneof![6 => changed, 2 => vec(any::<u8>(), 0..200), 1 => huge];
    any.new_tree(dice).expect("nothing is filtered out").current()
}

fn bytes(message: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_allocvec(message).expect("our types always serialise")
}

/// These bytes as a record whose version and checksum are right.
fn sealed(content: &[u8]) -> Vec<u8> {
    [&[1][..], &crc32fast::hash(content).to_le_bytes(), content].concat()
}

/// The most address space this process has had, in bytes; 0 where the system does not say.
fn reserved() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmPeak:"));
    let kilobytes = peak.and_then(|peak| peak.split_whitespace().next()).and_then(|peak| peak.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}
