//! Names of things that the board knows by number or by variant.

use super::Words;
use crate::api::{Fit, Status};
use crate::scene::Look;
use board::deck::{Certainty, Format};
use board::key::Nature;
use board::{LinkKind, Phase, Stamp};

/// A phase, as people call it.
#[must_use]
pub fn phase(words: Words, phase: Phase) -> &'static str {
    match phase {
        Phase::Welcome => words.phases().welcome,
        Phase::Cards => words.phases().cards,
        Phase::Links => words.phases().links,
        Phase::Review => words.phases().review,
        Phase::Story => words.phases().story,
        Phase::Closing => words.phases().closing,
        Phase::Icebreaker => words.phases().icebreaker,
        Phase::Break => words.phases().rest,
        Phase::Restitution => words.phases().restitution,
        Phase::Gallery => words.phases().gallery,
        Phase::Mood => words.phases().mood,
        Phase::Actions => words.phases().actions,
        Phase::Feedback => words.phases().feedback,
    }
}

/// How a cause acts: the verb between two cards.
#[must_use]
pub fn kind(words: Words, kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::LeadsTo => words.kinds().leads_to,
        LinkKind::Reduces => words.kinds().reduces,
        LinkKind::Enables => words.kinds().enables,
    }
}

/// What kind of slip a misconception is.
#[must_use]
pub fn nature(words: Words, nature: Nature) -> &'static str {
    match nature {
        Nature::Shortcut => words.natures().shortcut,
        Nature::Reversed => words.natures().reversed,
        Nature::Automatic => words.natures().automatic,
        Nature::MixUp => words.natures().mix_up,
        Nature::Magnitude => words.natures().magnitude,
        Nature::IncompleteSum => words.natures().incomplete_sum,
        Nature::LegalReading => words.natures().legal_reading,
    }
}

/// A stamp, and what it is for.
#[must_use]
pub fn stamp(words: Words, stamp: Stamp) -> &'static str {
    match stamp {
        Stamp::Heart => words.draw().heart,
        Stamp::Star => words.draw().star,
        Stamp::Bolt => words.draw().bolt,
        Stamp::Leaf => words.draw().leaf,
        Stamp::Question => words.draw().question,
        Stamp::Stop => words.draw().stop,
    }
}

/// What a table thinks of a link, and how many people say so: "À l’encre, 2 d’accord, 1 pas d’accord, lien clé".
#[must_use]
pub fn opinion(words: Words, look: Look, (agree, disagree): (usize, usize)) -> String {
    let words = words.opinion();
    let mut said = vec![if look.ink { words.in_ink.to_owned() } else { words.in_pencil.to_owned() }];
    said.extend((agree > 0).then(|| words.agreeing(agree)));
    said.extend((disagree > 0).then(|| words.disagreeing(disagree)));
    said.extend(look.starred.then(|| words.key.to_owned()));
    said.join(", ")
}

/// How well a fact is established.
#[must_use]
pub fn certainty(words: Words, certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::SourceRead => words.certainty().source_read,
        Certainty::RelayRead => words.certainty().relay_read,
        Certainty::ToCheck => words.certainty().to_check,
        Certainty::Definition => words.certainty().definition,
    }
}

/// Whether something worked.
#[must_use]
pub fn fit(words: Words, fit: Fit) -> &'static str {
    match fit {
        Fit::Yes => words.feedback().yes,
        Fit::Partly => words.feedback().partly,
        Fit::No => words.feedback().no,
    }
}

/// How long a workshop lasts, from its minutes.
#[must_use]
pub fn format(words: Words, minutes: u16) -> String {
    match Format::of_minutes(minutes) {
        Some(Format::ThreeHours) => words.formats().three_hours.to_owned(),
        Some(Format::Ninety) => words.formats().ninety.to_owned(),
        Some(Format::FortyFive) => words.formats().forty_five.to_owned(),
        None => words.formats().other(&minutes.to_string()),
    }
}

/// What became of an action.
#[must_use]
pub fn status(words: Words, status: Status) -> &'static str {
    let say = words.follow_up();
    match status {
        Status::Done => say.done,
        Status::Ongoing => say.ongoing,
        Status::Dropped => say.dropped,
        Status::NeedsHelp => say.needs_help,
    }
}
