//! The dates of a workshop's follow-up as a file for calendars (RFC 5545): a first step on its day, and a meeting at
//! each milestone. Every date is a whole day, the same in every country, so no time zone is told. Its names never change: a
//! calendar that takes the file again moves what it has.

use app::api::{FollowUpOpening, Followed, Milestone};
use app::text::{Words, datetime};
use board::{Day, Millis};
use icalendar::{Calendar, Component, Event, Property};

/// What a file for calendars says it is.
pub const KIND: &str = "text/calendar; charset=utf-8";

/// The file, written at this moment.
#[must_use]
pub fn calendar(opening: &FollowUpOpening, words: Words, now: Millis) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//Coulisses//Suivi//FR"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    let steps = opening.actions.iter().filter_map(|followed| step(words, opening, followed, now));
    let meetings = Milestone::ALL.into_iter().map(|milestone| meeting(words, opening, milestone, now));
    steps.chain(meetings).for_each(|event| {
        calendar.push(event);
    });
    calendar.to_string()
}

/// What an action does first, on its day; nothing without a day.
fn step(words: Words, opening: &FollowUpOpening, followed: &Followed, now: Millis) -> Option<Event> {
    let (decided, say) = (&followed.decided, words.actions());
    let action = &decided.action;
    let first = if action.first_step.is_empty() { &action.text } else { &action.first_step };
    let told = [
        Some(words.letter().table(&decided.table.to_string(), &action.text)),
        (!action.owner.is_empty()).then(|| say.owner_is(&action.owner)),
        (!action.with.is_empty()).then(|| say.with_is(&action.with)),
        Some(opening.title.clone()),
    ];
    let told: Vec<_> = told.into_iter().flatten().collect();
    let name = format!("action-{}-{}", decided.board, decided.id);
    Some(event(&name, action.due?, first, &told.join("\n"), now))
}

fn meeting(words: Words, opening: &FollowUpOpening, milestone: Milestone, now: Millis) -> Event {
    let say = words.follow_up();
    let name = format!("suivi-{}-{}", opening.workshop, milestone.months());
    let title = say.meeting(&say.at(milestone.months().into()), &opening.title);
    event(&name, milestone.after(opening.day), &title, say.meeting_asks, now)
}

fn event(name: &str, day: Day, title: &str, told: &str, now: Millis) -> Event {
    let mut event = Event::new();
    event.uid(&format!("{name}@coulisses")).summary(&printable(title)).description(&printable(told));
    event.add_property("DTSTAMP", stamp(now));
    let mut start = Property::new("DTSTART", day.to_string().replace('-', ""));
    start.add_parameter("VALUE", "DATE");
    event.append_property(start);
    // A day on which something is planned is not a day on which one is away.
    event.add_property("TRANSP", "TRANSPARENT");
    event.done()
}

/// Without the signs that show nothing: the format escapes the ends of lines, and has no way to write the others.
fn printable(text: &str) -> String {
    text.chars().filter(|&sign| sign == '\n' || !sign.is_control()).collect()
}

/// A moment as the format writes it: "20261125T133000Z".
fn stamp(at: Millis) -> String {
    datetime(at).replace(['-', ':'], "").replace('Z', "00Z")
}
