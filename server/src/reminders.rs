//! Reminders: three mails at most to whoever left an address, 1, 3 and 6 months later, each once. The address is erased
//! with the last one, when its person stops, and when nothing is left to do.
//!
//! That a mail is being sent is on disk before it leaves. If the machine stops in between, or the conversation with the
//! mail server breaks off, nobody knows whether it has left: it is sent once more, and never a third time. A server that
//! slept for months sends the last reminder that is due, not those that it missed.

mod letter;

use crate::backend::Machine;
use crate::follow_up::{decided, remaining};
use crate::mail::{Mail, Unsent};
use crate::store::{Failure, Reminder, Store};
use crate::{secret, site};
use app::api::{AppError, FollowUp as _, Milestone, Visitor};
use app::routes::Route;
use app::text::{day_of, start_of};
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Redirect;
use board::{Day, Millis};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::time::Duration;

/// How often it is looked for what is due.
const EVERY: Duration = Duration::from_secs(600);
/// How many are looked up at once.
const IN_ONE_GO: u32 = 50;
/// At what hour of its day a reminder is due, in Paris.
const HOUR: u64 = 9;
/// For how many days the links of a mail take answers.
const ANSWERED_FOR: u64 = 60;
/// After how many failures a reminder is given up: about two days.
const MOST_TRIES: u32 = 6;
/// After how many days an address is erased whatever happened: the last milestone, and a month.
const KEPT_FOR: u32 = 215;
const MINUTE: u64 = 60_000;
const DAY: u64 = 24 * 60 * MINUTE;

/// When a reminder is due to whoever left their address on this day.
#[must_use]
pub fn due(since: Day, milestone: Milestone) -> Millis {
    Millis(start_of(milestone.after(since)).0 + HOUR * 60 * MINUTE)
}

/// The page of the stop link that programs read in a mail's head, for a person who opens it.
pub async fn stop_page(Path(secret): Path<String>) -> Redirect {
    // Ours have letters and digits only: nothing else belongs in a header.
    let secret = secret.chars().filter(char::is_ascii_alphanumeric).collect();
    Redirect::to(&format!("{}#rappels", Route::Answer(secret)))
}

/// A mail program stops the reminders for its person, in one request (RFC 8058).
pub async fn stop(
    State(machine): State<Arc<Machine>>,
    Extension(who): Extension<Visitor>,
    Path(secret): Path<String>,
) -> StatusCode {
    match machine.stop(who, &secret).await {
        Ok(()) => StatusCode::OK,
        Err(AppError::TryAgain) => StatusCode::SERVICE_UNAVAILABLE,
        Err(_) => StatusCode::GONE,
    }
}

/// Who sends the reminders.
pub struct Postman {
    store: Arc<dyn Store>,
    /// The way out; without one, addresses are only erased when their time is over.
    mail: Option<Mail>,
    /// Where the links of a mail lead.
    public_url: String,
}

impl Postman {
    /// A postman who has this way out.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, mail: Option<Mail>, public_url: String) -> Self {
        Self { store, mail, public_url }
    }

    /// Goes out from time to time, for as long as the machine lives.
    pub async fn work(self) {
        if let Err(failure) = self.take_up().await {
            tracing::error!(%failure, "interrupted reminders could not be taken up");
        }
        let mut rounds = tokio::time::interval(EVERY);
        loop {
            rounds.tick().await;
            if let Err(failure) = self.round(crate::now()).await {
                tracing::error!(%failure, "reminders could not be sent");
            }
        }
    }

    /// Takes up what was being sent when the machine stopped.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn take_up(&self) -> Result<(), Failure> {
        for reminder in self.store.interrupted().await? {
            if reminder.again {
                self.over(&reminder, reminder.milestone).await?;
            }
        }
        Ok(())
    }

    /// Sends what is due at this moment.
    ///
    /// # Errors
    /// When the store fails; what was sent by then is kept as sent.
    pub async fn round(&self, now: Millis) -> Result<(), Failure> {
        self.store.forget_over(now, Day(day_of(now).0.saturating_sub(KEPT_FOR))).await?;
        self.store.forget_past(day_of(now)).await?;
        let Some(mail) = &self.mail else { return Ok(()) };
        loop {
            let due = self.store.due(now, IN_ONE_GO).await?;
            if due.is_empty() {
                return Ok(());
            }
            if let Err(error) = mail.answers().await {
                tracing::warn!(%error, "the mail server does not answer: reminders wait");
                return Ok(());
            }
            for reminder in due {
                self.deliver(mail, reminder, now).await?;
            }
        }
    }

    async fn deliver(&self, mail: &Mail, reminder: Reminder, now: Millis) -> Result<(), Failure> {
        let asker = reminder.asker;
        let Some(workshop) = self.store.workshop(reminder.workshop).await? else {
            return self.store.forget_address(asker).await;
        };
        let answers = self.store.answers_of(asker).await?;
        let statements = self.store.statements(workshop.id).await?;
        let left = match decided(&*self.store, &workshop).await {
            Ok(decided) => remaining(&decided, &answers, &statements),
            Err(failure) => {
                // A board that cannot be read now must not keep the others from being asked.
                tracing::error!(%failure, "what a workshop decided cannot be read");
                return self.store.put_off(asker, Millis(now.0 + DAY), true).await;
            }
        };
        if left.is_empty() {
            return self.store.forget_address(asker).await;
        }
        let today = day_of(now);
        let come = |milestone: &Milestone| *milestone >= reminder.milestone && milestone.after(reminder.since) <= today;
        let milestone = Milestone::ALL.into_iter().rev().find(come).unwrap_or(reminder.milestone);
        let secret = secret::draw();
        let until = Millis(now.0 + ANSWERED_FOR * DAY);
        if !self.store.begin_sending(asker, secret::hash(&secret), milestone, until).await? {
            return Ok(());
        }
        let mut letter = letter::letter(&reminder, milestone, &workshop.title, &left, &self.public_url, &secret);
        letter.name = name(&reminder, milestone);
        match mail.send(letter).await {
            Ok(()) => self.over(&reminder, milestone).await,
            Err(Unsent::Unsure(error)) => {
                tracing::warn!(%error, "a reminder may not have left");
                if reminder.again {
                    self.over(&reminder, milestone).await
                } else {
                    self.later(&reminder, now, false).await
                }
            }
            Err(error) => {
                tracing::warn!(%error, tries = reminder.tries + 1, "a reminder was not sent");
                let last = reminder.tries + 1 >= MOST_TRIES;
                if last { self.over(&reminder, milestone).await } else { self.later(&reminder, now, true).await }
            }
        }
    }

    /// The next one is due; there is none after the last.
    async fn over(&self, reminder: &Reminder, milestone: Milestone) -> Result<(), Failure> {
        let next = milestone.next().map(|next| (next, due(reminder.since, next)));
        self.store.sent(reminder.asker, next).await
    }

    /// Ten minutes later, then four times as much each time, a day at most.
    async fn later(&self, reminder: &Reminder, now: Millis, sure: bool) -> Result<(), Failure> {
        let wait = (10 * MINUTE).saturating_mul(4_u64.saturating_pow(reminder.tries)).min(DAY);
        self.store.put_off(reminder.asker, Millis(now.0 + wait), sure).await
    }
}

/// The name of a mail: the same whenever it is sent, and nobody's.
fn name(reminder: &Reminder, milestone: Milestone) -> String {
    let hash = Sha256::new_with_prefix(reminder.asker.0.as_bytes()).chain_update([milestone.months()]).finalize();
    site::hex(&hash[..16])
}
