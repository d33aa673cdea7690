//! Sending mail: plain text to one mailbox, through the server that the settings name. Nothing is sent without them.
//!
//! What this refuses: to carry a password over a network in the clear. Only a mail server on this machine is spoken to
//! without TLS.

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::Error;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use std::net::IpAddr;
use std::time::Duration;

/// How long a mail server may take for each of its answers.
const PATIENCE: Duration = Duration::from_secs(30);

/// The way out for mail.
#[derive(Clone, Debug)]
pub struct Mail {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// A mail to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Where to.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// Its name, the same when it is sent again: who gets it twice sees it once.
    pub name: String,
    /// Where programs that read mail may stop more of them.
    pub stop: String,
}

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum Unsent {
    /// The mail server did not take it: it has surely not left.
    #[error("the mail server did not take it ({status:?})", status = .0.status())]
    Refused(#[source] Error),
    /// The conversation broke off: it may have left.
    #[error("the conversation with the mail server broke off ({status:?})", status = .0.status())]
    Unsure(#[source] Error),
    /// It is no mail.
    #[error("it cannot be written: {0}")]
    Unwritable(String),
}

impl Mail {
    /// The way out that these settings describe.
    ///
    /// # Errors
    /// With a sentence for the person who set them; it does not repeat the password.
    pub fn new(server: &str, from: &str) -> Result<Self, String> {
        let from = from
            .parse()
            .map_err(|_| "--mail-from n’est pas une adresse comme « Coulisses <suivi@exemple.fr> »".to_owned())?;
        let wrong = || {
            "--smtp n’est pas une adresse comme smtps://nom:secret@courriel.exemple.fr ou smtp://127.0.0.1:25"
                .to_owned()
        };
        let uri: http::Uri = server.parse().map_err(|_| wrong())?;
        let host = uri.host().filter(|host| !host.is_empty()).ok_or_else(wrong)?;
        let named = uri.query().unwrap_or_default().contains("tls=");
        let address = match uri.scheme_str() {
            // Off this machine, what is not asked for is the safe way.
            Some("smtp") if !named && !is_here(host) => {
                let between = if uri.query().is_some() { '&' } else { '?' };
                format!("{server}{between}tls=required")
            }
            // It is encrypted from its first byte, whatever else is asked.
            Some("smtps") if named => return Err(wrong()),
            Some("smtp" | "smtps") => server.to_owned(),
            _ => return Err(wrong()),
        };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&address).map_err(|_| wrong())?;
        Ok(Self { server: builder.timeout(Some(PATIENCE)).build(), from })
    }

    /// Whether the mail server answers: while it does not, nothing is begun.
    ///
    /// # Errors
    /// What it said instead.
    pub async fn answers(&self) -> Result<(), Error> {
        self.server.test_connection().await.map(drop)
    }

    /// Sends a mail.
    ///
    /// # Errors
    /// [`Unsent`], which says whether it may have left.
    pub async fn send(&self, letter: Letter) -> Result<(), Unsent> {
        let message = self.message(letter).map_err(Unsent::Unwritable)?;
        match self.server.send(message).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() || error.is_transient() || error.is_client() => {
                Err(Unsent::Refused(error))
            }
            Err(error) => Err(Unsent::Unsure(error)),
        }
    }

    fn message(&self, letter: Letter) -> Result<Message, String> {
        let Letter { to, subject, text, name, stop } = letter;
        let to: Address = to.parse().map_err(|error| format!("{error}"))?;
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(subject)
            .message_id(Some(format!("<{name}@{}>", self.from.email.domain())))
            // Nobody who is away answers a machine.
            .raw_header(header("Auto-Submitted", "auto-generated".to_owned()))
            .raw_header(header("List-Unsubscribe", format!("<{stop}>")))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()))
            .header(lettre::message::header::ContentType::TEXT_PLAIN)
            .body(text)
            .map_err(|error| error.to_string())
    }
}

/// An address of a mailbox as it is kept; `None` for what is none.
#[must_use]
pub fn address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let short = typed.chars().count() <= usize::from(app::api::MAX_ADDRESS);
    let address: Address = typed.parse().ok().filter(|_| short)?;
    // A mailbox that the whole world can reach has a dot in its domain.
    address.domain().contains('.').then(|| address.to_string())
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

fn is_here(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_settings_are_told_in_words_and_without_the_password() {
        for (server, from, said) in [
            ("courriel.exemple.fr", "suivi@exemple.fr", "--smtp"),
            ("http://courriel.exemple.fr", "suivi@exemple.fr", "--smtp"),
            ("smtp://", "suivi@exemple.fr", "--smtp"),
            ("smtps://nom:hunter2@[", "suivi@exemple.fr", "--smtp"),
            ("smtps://nom:hunter2@courriel.exemple.fr?tls=never", "suivi@exemple.fr", "--smtp"),
            ("smtps://courriel.exemple.fr", "nous", "--mail-from"),
        ] {
            let error = Mail::new(server, from).expect_err(server);
            assert!(error.contains(said) && !error.contains("hunter2"), "{server}: {error}");
        }
        for server in
            ["smtps://nom:secret@courriel.exemple.fr", "smtp://127.0.0.1:2525", "smtp://courriel.exemple.fr:587"]
        {
            assert!(Mail::new(server, "Coulisses <suivi@exemple.fr>").is_ok(), "{server}");
        }
    }

    #[test]
    fn an_address_is_one_mailbox_and_nothing_else() {
        assert_eq!(address(" lea@theatre.example ").as_deref(), Some("lea@theatre.example"));
        let long = format!("{}@theatre.example", "a".repeat(300));
        for wrong in
            ["", "lea", "lea@", "lea@localhost", "a@b.fr, c@d.fr", "Léa <lea@b.fr>", "a@b.fr\r\nBcc: c@d.fr", &long]
        {
            assert_eq!(address(wrong), None, "{wrong:?}");
        }
    }
}
