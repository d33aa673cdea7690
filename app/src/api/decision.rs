//! A decision as it was typed becomes an action: numbers and a day are read, everything else is left to the rules.

use super::{AppError, Decision};
use board::deck::Grade;
use board::{Action, Day, Rejection};

impl Decision {
    /// The action that was meant.
    ///
    /// # Errors
    /// [`Rejection::BadGrade`] and [`AppError::BadDay`] for what is no grade and no day.
    pub fn read(self) -> Result<Action, AppError> {
        let line = |text: String| text.trim().to_owned();
        Ok(Action {
            card: self.card.trim().parse().ok(),
            text: line(self.text),
            renounces: self.renounces,
            effort: grade(&self.effort)?,
            impact: grade(&self.impact)?,
            owner: line(self.owner),
            with: line(self.with),
            first_step: line(self.first_step),
            due: day(self.due.trim())?,
        })
    }
}

fn grade(typed: &str) -> Result<Option<Grade>, AppError> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed.parse().ok().and_then(Grade::new).map(Some).ok_or(Rejection::BadGrade.into()),
    }
}

fn day(typed: &str) -> Result<Option<Day>, AppError> {
    if typed.is_empty() { Ok(None) } else { read_day(typed).map(Some) }
}

/// A day as date fields send it, or as it is written where browsers have none.
///
/// # Errors
/// [`AppError::BadDay`].
pub fn read_day(typed: &str) -> Result<Day, AppError> {
    let mut parts = typed.split(['/', '.']);
    let written = match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(day), Some(month), Some(year), None) => format!("{year}-{month}-{day}"),
        _ => typed.to_owned(),
    };
    Day::read(&written).ok_or(AppError::BadDay)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_fields_send_it_and_as_people_write_it() {
        let wanted = Day::read("2026-11-25");
        for typed in ["2026-11-25", "25/11/2026", "25.11.2026"] {
            assert_eq!(day(typed), Ok(wanted), "{typed}");
        }
        assert_eq!(day(""), Ok(None));
        for typed in ["demain", "31/02/2027", "25/11", "25/11/2026/1", "2026-13-01"] {
            assert_eq!(day(typed), Err(AppError::BadDay), "{typed}");
        }
    }

    #[test]
    fn a_grade_is_one_from_one_to_five_or_none() {
        assert_eq!(grade(" "), Ok(None));
        assert_eq!(grade("5"), Ok(Grade::new(5)));
        for typed in ["0", "6", "-1", "trois", "300"] {
            assert_eq!(grade(typed), Err(Rejection::BadGrade.into()), "{typed}");
        }
    }
}
