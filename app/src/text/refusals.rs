//! Refusals in words: one sentence that says what is the matter and what to do, never whose fault it is.

use super::Words;
use crate::api::AppError;
use board::Rejection;

/// Why an op was refused, for the person who wanted it.
#[must_use]
pub fn rejection(words: Words, rejection: Rejection) -> String {
    let say = words.refusals();
    let said = match rejection {
        Rejection::LooksOn => say.looks_on,
        Rejection::FacilitatorOnly => say.facilitator_only,
        Rejection::RoomOnly => say.room_only,
        Rejection::Paused => say.paused,
        Rejection::NotInThisPhase => say.not_in_this_phase,
        Rejection::NotDealt => say.not_dealt,
        Rejection::AlreadyPlaced => say.already_placed,
        Rejection::NotOnTable => say.not_on_table,
        Rejection::InAnotherHand => say.in_another_hand,
        Rejection::StillLinked => say.still_linked,
        Rejection::SelfLink => say.self_link,
        Rejection::AlreadyLinked => say.already_linked,
        Rejection::ReverseLinked => say.reverse_linked,
        Rejection::NoSuchLink => say.no_such_link,
        Rejection::NoSuchNote => say.no_such_note,
        Rejection::NotYours => say.not_yours,
        Rejection::TooLate => say.too_late,
        Rejection::TooLong(most) => return say.too_long(most.into()),
        Rejection::Empty => say.empty,
        Rejection::Unprintable => say.unprintable,
        Rejection::OffTable => say.off_table,
        Rejection::Full => say.full,
        Rejection::NothingToUndo => say.nothing_to_undo,
        Rejection::AlreadyDealt => say.already_dealt,
        Rejection::NoSuchLot => say.no_such_lot,
        Rejection::NobodySeated => say.nobody_seated,
        Rejection::TooFast => say.too_fast,
        Rejection::NotYourTable => say.not_your_table,
        Rejection::GateShut(cards) => return say.gate_shut(cards.into()),
        Rejection::AlreadySo => say.already_so,
        Rejection::StillPlaced => say.still_placed,
        Rejection::AlreadyOpen => say.already_open,
        Rejection::NoCardLeft => say.no_card_left,
        Rejection::NothingToGive => say.nothing_to_give,
        Rejection::ThreeStars => say.three_stars,
        Rejection::NoSuchStroke => say.no_such_stroke,
        Rejection::TooManyPoints => say.too_many_points,
        Rejection::NoSuchAction => say.no_such_action,
        Rejection::BadGrade => say.bad_grade,
        Rejection::InThePast => say.in_the_past,
        Rejection::BadTime => say.bad_time,
        Rejection::WorkshopOver => say.workshop_over,
    };
    said.to_owned()
}

/// Why what was asked could not be done.
#[must_use]
pub fn app_error(words: Words, error: &AppError) -> String {
    let say = words.errors();
    let said = match error {
        AppError::Rejected(why) => return rejection(words, *why),
        AppError::UnknownCode => say.unknown_code,
        AppError::DoorClosed => say.door_closed,
        AppError::NameMissing => say.name_missing,
        AppError::TooLong(most) => return say.too_long((*most).into()),
        AppError::NameTaken => say.name_taken,
        AppError::Facilitates => say.facilitates,
        AppError::NoSuchTable => say.no_such_table,
        AppError::SignedOut => say.signed_out,
        AppError::WrongPassword => say.wrong_password,
        AppError::WeakPassword => say.weak_password,
        AppError::LoginTaken => say.login_taken,
        AppError::SetUpDone => say.set_up_done,
        AppError::TitleMissing => say.title_missing,
        AppError::NotFound => say.not_found,
        AppError::TooMany => say.too_many,
        AppError::BadDay => say.bad_day,
        AppError::TooFar => say.too_far,
        // Its form says it in words of its own, which the devices of a table need not carry.
        AppError::BadAddress | AppError::TryAgain => say.try_again,
        AppError::Closed(_) => say.closed,
        AppError::Begun => say.begun,
        AppError::BadMinutes(most) => return say.bad_minutes(&most.to_string()),
        AppError::NoStepLeft => say.no_step_left,
        AppError::ParticipantsOnly => say.participants_only,
        AppError::OwnTable => say.own_table,
        AppError::VoteClosed => say.vote_closed,
        AppError::Answered => say.answered,
        AppError::NothingAnswered => say.nothing_answered,
        AppError::OffScale => say.off_scale,
        AppError::Unconfirmed => say.unconfirmed,
        AppError::WorkshopClosed => say.workshop_closed,
        AppError::Overtaken => say.overtaken,
        AppError::Resumed => say.resumed,
        AppError::NoShare | AppError::ShareOver => say.no_share,
        AppError::NotAnOrigin => say.not_an_origin,
        AppError::NotInvited => say.not_invited,
        AppError::LastOrganiser => say.last_organiser,
        AppError::BadRetention => say.bad_retention,
        AppError::NotConfirmed => say.not_confirmed,
        AppError::ReadsOnly => say.reads_only,
    };
    said.to_owned()
}
