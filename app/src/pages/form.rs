//! A form of a still page, with what came back of it when it was refused.

use super::{RefusedForm, Sheet, feedback};
use crate::api::{AppError, MAX_CARD_TITLE, MAX_ORIGINS};
use crate::text::{Words, app_error, words};
use board::Rejection;
use board::script::MAX_TITLE;

/// A plain form that posts to a server function.
#[derive(Clone, Debug)]
pub struct Form {
    endpoint: &'static str,
    /// Which one, where the page has several of this server function.
    which: Option<String>,
    refused: Option<RefusedForm>,
    lang: board::deck::Lang,
}

impl Form {
    /// The form of this server function on this sheet.
    #[must_use]
    pub fn of(sheet: &Sheet, endpoint: &'static str) -> Self {
        let refused = sheet.refused.clone().filter(|refused| refused.form == endpoint);
        Self { endpoint, which: None, refused, lang: sheet.lang }
    }

    /// Whichever form of this sheet was refused.
    #[must_use]
    pub fn any_of(sheet: &Sheet) -> Self {
        Self { endpoint: "", which: None, refused: sheet.refused.clone(), lang: sheet.lang }
    }

    /// One of several forms of this server function: the one whose `field` holds `value`.
    #[must_use]
    pub fn one_of(sheet: &Sheet, endpoint: &'static str, field: &str, value: String) -> Self {
        let Self { refused, lang, .. } = Self::of(sheet, endpoint);
        let refused = refused.filter(|refused| refused.typed.get(field) == Some(&value));
        Self { endpoint, which: Some(value), refused, lang }
    }

    /// What the ids of its fields begin with.
    #[must_use]
    pub fn id(&self) -> String {
        match &self.which {
            None => self.endpoint.to_owned(),
            Some(which) => format!("{}-{which}", self.endpoint),
        }
    }

    /// Whether it comes back refused.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.refused.is_some()
    }

    /// Where it is posted.
    #[must_use]
    pub fn action(&self) -> String {
        format!("/api/{}", self.endpoint)
    }

    /// What had been typed in a field.
    #[must_use]
    pub fn typed(&self, field: &str) -> Option<String> {
        self.refused.as_ref()?.typed.get(field).cloned()
    }

    /// Why the form was refused, if it is because of this field.
    #[must_use]
    pub fn refusal(&self, field: &str) -> Option<String> {
        let refused = self.refused.as_ref()?;
        (self.at_fault()? == field).then(|| said(self.words(), &refused.error))
    }

    /// Why the form was refused, if it is because of no field of its own.
    #[must_use]
    pub fn refusal_of_all(&self) -> Option<String> {
        let refused = self.refused.as_ref()?;
        self.at_fault().is_none().then(|| app_error(self.words(), &refused.error))
    }

    /// Why the form was refused, whatever it is because of: for a page that does not show the form any more.
    #[must_use]
    pub fn any_refusal(&self) -> Option<String> {
        self.refused.as_ref().map(|refused| app_error(self.words(), &refused.error))
    }

    /// The field of a decision that a refusal is about. The rules say how long a text may be: that tells which.
    fn of_the_decision(&self, error: &AppError) -> Option<&'static str> {
        let longer = |field: &'static str, most: u16| {
            self.typed(field).is_some_and(|typed| typed.trim().chars().count() > usize::from(most)).then_some(field)
        };
        match error {
            AppError::BadDay | AppError::Rejected(Rejection::InThePast) => Some("what[due]"),
            AppError::Rejected(Rejection::Empty) => Some("what[text]"),
            AppError::Rejected(Rejection::TooLong(most)) if usize::from(*most) == board::MAX_TITLE => {
                Some("what[text]")
            }
            AppError::Rejected(Rejection::TooLong(most)) => {
                ["what[owner]", "what[with]", "what[first_step]"].into_iter().find_map(|field| longer(field, *most))
            }
            _ => None,
        }
    }

    fn words(&self) -> Words {
        words(self.lang)
    }

    /// The field that the refusal is about.
    fn at_fault(&self) -> Option<&'static str> {
        let first = |fields: &[&'static str], wrong: &dyn Fn(&str) -> bool| {
            fields.iter().copied().find(|field| self.typed(field).is_some_and(|typed| wrong(&typed)))
        };
        let field = match (self.endpoint, &self.refused.as_ref()?.error) {
            ("code", AppError::UnknownCode | AppError::DoorClosed | AppError::TooLong(_)) => "code",
            ("join", AppError::NameMissing | AppError::NameTaken | AppError::TooLong(_)) => "name",
            ("join", AppError::NoSuchTable) => "table",
            ("grant", AppError::NameMissing | AppError::TooLong(_)) => "name",
            ("create", AppError::TitleMissing | AppError::TooLong(_)) => "title",
            ("create", AppError::NoSuchTable) => "tables",
            ("sign-in", AppError::WrongPassword) => "password",
            ("set-up" | "accept", AppError::WeakPassword) => "password",
            ("set-up" | "accept", AppError::LoginTaken | AppError::TooLong(_)) => "login",
            ("invite", AppError::NameMissing | AppError::TooLong(_)) => "name",
            ("erase-workshop" | "erase-all", AppError::NotConfirmed) => "typed",
            ("step", AppError::TitleMissing) => "title",
            ("step", AppError::TooLong(most)) if usize::from(*most) == MAX_TITLE => "title",
            ("step", AppError::TooLong(_)) => "says",
            ("step", AppError::BadMinutes(_)) => "minutes",
            ("link" | "change", AppError::Rejected(Rejection::TooLong(_) | Rejection::Unprintable)) => "because",
            (
                "note" | "title" | "story",
                AppError::Rejected(Rejection::TooLong(_) | Rejection::Unprintable | Rejection::Empty),
            ) => "text",
            ("mood", AppError::TooLong(_) | AppError::Rejected(Rejection::Empty)) => "word",
            ("add-card", AppError::TitleMissing) => "title",
            ("add-card", AppError::TooLong(most)) if *most == MAX_CARD_TITLE => "title",
            ("add-card", AppError::TooLong(_) | AppError::Rejected(Rejection::Empty)) => "fact",
            ("flag-card", AppError::TooLong(_) | AppError::Rejected(Rejection::Empty)) => "text",
            ("remark", AppError::TooLong(_) | AppError::Rejected(Rejection::Empty)) => "text",
            ("feedback" | "remind", AppError::BadAddress) => "address",
            ("state", AppError::TooLong(_)) => "what[word]",
            ("publish", AppError::BadDay | AppError::TooFar | AppError::Rejected(Rejection::InThePast)) => {
                "what[until]"
            }
            ("publish", AppError::TooLong(most)) => {
                let fields = ["what[text]", "what[detail]", "what[venue]", "what[contact]"];
                return first(&fields, &|typed| typed.chars().count() > usize::from(*most));
            }
            ("share", AppError::NotAnOrigin) => "origins",
            ("share", AppError::TooLong(most)) if *most == MAX_ORIGINS.0 => "origins",
            ("share", AppError::TooLong(_)) => "note",
            ("feedback", AppError::TooLong(most)) => {
                return first(&feedback::COMMENTS, &|typed| typed.chars().count() > usize::from(*most));
            }
            ("feedback", AppError::OffScale) => {
                let on_scale = |typed: &str| typed.is_empty() || matches!(typed.parse(), Ok(1..=5_u8));
                return first(&feedback::GRADES, &|typed| !on_scale(typed));
            }
            ("act", error) => return self.of_the_decision(error),
            _ => return None,
        };
        Some(field)
    }
}

/// Why a form was refused: in words of its own where only forms are refused so.
fn said(words: Words, error: &AppError) -> String {
    match error {
        AppError::BadAddress => words.reminder().bad_address.to_owned(),
        error => app_error(words, error),
    }
}
