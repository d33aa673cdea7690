//! A reminder in words: plain text, nothing that tells whether it was read.

use crate::mail::Letter;
use crate::store::Reminder;
use app::api::{Decided, Milestone, Status};
use app::routes::Route;
use app::text::{Words, day, status, words};
use board::Day;

/// With more actions than this, a mail would be all addresses: it has one for all.
const MOST_LINKED: usize = 8;

/// The mail about what is left to do, in its person's language. Its name is still to be given.
pub fn letter(
    reminder: &Reminder,
    milestone: Milestone,
    title: &str,
    left: &[Decided],
    public_url: &str,
    secret: &str,
) -> Letter {
    let words = words(reminder.lang);
    let say = words.letter();
    let at = words.follow_up().at(milestone.months().into());
    let page = format!("{public_url}{}", Route::Answer(secret.to_owned()));
    let linked = left.len() <= MOST_LINKED;
    let actions: Vec<_> =
        (1..).zip(left).map(|(number, it)| action(words, number, it, linked.then_some(&page))).collect();
    let end = match milestone.next() {
        Some(next) => say.coming(&format!("{page}#rappels"), &said(words, next.after(reminder.since))),
        None => say.last.to_owned(),
    };
    let mut parts =
        vec![say.hello.to_owned(), say.lead(&said(words, reminder.since), &at, title), actions.join("\n\n")];
    if !linked {
        parts.push(say.many(&page));
    }
    parts.extend([say.how.to_owned(), end]);
    Letter {
        to: reminder.address.clone(),
        subject: say.subject(&at, title),
        text: parts.join("\n\n") + "\n",
        name: String::new(),
        stop: format!("{page}/arret"),
    }
}

fn action(words: Words, number: usize, it: &Decided, page: Option<&String>) -> String {
    let (say, what) = (words.letter(), &it.action);
    let due = what.due.map(|due| said(words, due));
    let first = match (what.first_step.as_str(), due) {
        ("", None) => None,
        ("", Some(due)) => Some(say.due(&due)),
        (step, None) => Some(say.first(step)),
        (step, Some(due)) => Some(say.first_due(&due, step)),
    };
    let link = |page: &String, each: Status| {
        format!("{} : {page}?action={}&statut={}", capital(status(words, each)), it.name(), each.name())
    };
    let links = page.into_iter().flat_map(|page| Status::ALL.map(|each| link(page, each)));
    let head = format!("{number}. {}", say.table(&it.table.to_string(), &what.text));
    let lines: Vec<_> =
        [head].into_iter().chain(first.into_iter().chain(links).map(|line| format!("   {line}"))).collect();
    lines.join("\n")
}

fn said(words: Words, date: Day) -> String {
    day(words, &date.to_string())
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}
