//! What any store must do, whatever it keeps things in. Each claim is written once, over [`Place`]; a new store joins
//! by one more line at the end of this file.

#[path = "store_contract/debriefs.rs"]
mod debriefs;
#[path = "store_contract/decks.rs"]
mod decks;
#[path = "store_contract/follow_up.rs"]
mod follow_up;
#[path = "store_contract/log.rs"]
mod log;
#[path = "store_contract/minutes.rs"]
mod minutes;
#[path = "store_contract/people.rs"]
mod people;
#[path = "store_contract/scripts.rs"]
mod scripts;
#[path = "store_contract/share.rs"]
mod share;
#[path = "store_contract/shelf.rs"]
mod shelf;
#[path = "store_contract/team.rs"]
mod team;
#[path = "store_contract/voices.rs"]
mod voices;

use server::store::{Sqlite, Store};
use std::sync::Arc;

/// Somewhere a store keeps things: it can be opened, and opened again after its store was dropped.
trait Place {
    /// A place where nothing is kept yet.
    fn new() -> Self;
    /// The store that keeps things here.
    async fn open(&self) -> Arc<dyn Store>;
}

/// A data folder of its own.
struct SqliteFolder(tempfile::TempDir);

impl Place for SqliteFolder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    async fn open(&self) -> Arc<dyn Store> {
        Arc::new(Sqlite::open(self.0.path()).await.expect("the store opens"))
    }
}

/// One test per claim, for one kind of place.
macro_rules! contract {
    ($name:ident, $place:ty) => {
        mod $name {
            use super::*;

            contract!(@ $place, log: what_is_appended_is_there_after_a_stop_without_goodbye,
                a_board_nobody_made_is_no_board_and_takes_nothing, a_new_board_opens_empty,
                an_append_after_a_gap_leaves_no_hole, an_append_with_a_hole_inside_is_refused_whole,
                a_taken_place_is_refused, the_same_records_sent_again_are_there_once,
                records_sent_again_with_new_ones_are_taken_up_where_they_stopped,
                an_op_happens_once_whatever_place_it_is_given, two_boards_may_know_the_same_op_id,
                a_long_append_is_all_or_nothing, one_refusal_spoils_no_other_board,
                many_rooms_write_at_once_and_every_log_is_whole, two_writers_of_one_board_never_share_a_place,
                entries_are_given_up_to_a_place, a_board_is_shown_as_it_was_at_any_place,
                a_checkpoint_shortens_the_opening_and_changes_nothing,
                a_checkpoint_of_what_is_not_in_the_log_is_refused,
                a_board_of_5000_entries_opens_within_50_ms);
            contract!(@ $place, people: a_workshop_is_found_by_id_code_and_board, a_code_in_use_is_drawn_again,
                workshops_are_listed_newest_first, the_door_opens_and_closes,
                people_are_numbered_in_order_of_arrival, a_name_is_taken_whatever_its_case_accents_and_spaces,
                the_same_name_is_free_at_another_workshop, coming_back_finds_the_same_seat,
                a_participant_with_the_facilitators_link_becomes_one_and_stays_one,
                nobody_sits_at_a_board_of_another_workshop, two_people_who_want_one_name_do_not_both_get_it,
                a_secret_opens_what_it_was_made_for);
            contract!(@ $place, decks: a_version_of_a_deck_is_kept_once_and_never_changes,
                a_version_is_retired_and_comes_back);
            contract!(@ $place, scripts: a_workshop_plays_the_script_it_was_given,
                a_script_changes_only_from_what_it_was);
            contract!(@ $place, team: who_came_by_which_secret_is_known,
                a_secret_taken_back_opens_nothing_and_its_seats_are_left,
                whoever_plays_now_keeps_their_seat_when_the_secret_they_looked_on_with_is_taken_back,
                whoever_leaves_leaves_a_number_and_nothing_else,
                a_participant_is_seated_at_another_table_of_the_same_workshop,
                people_who_choose_no_table_are_spread_evenly_however_fast_they_come);
            contract!(@ $place, share: a_link_is_found_by_its_hash_until_it_is_revoked,
                a_link_counts_its_openings_and_leads_to_a_board_that_there_is);
            contract!(@ $place, shelf: saved_boards_are_listed_newest_first, a_mark_on_no_board_is_refused,
                what_is_saved_already_is_not_saved_again, two_that_save_one_end_at_once_save_it_once,
                the_last_board_of_each_table_comes_first_unless_more_is_asked_for,
                a_shelf_is_searched_and_narrowed, what_a_list_shows_is_made_once_and_can_be_made_again,
                remarks_stand_beside_their_board_until_they_are_erased,
                the_first_organiser_is_known_to_be_the_first, a_login_is_taken_whatever_its_case,
                a_browser_signs_in_and_out);
            contract!(@ $place, voices: a_vote_moves_until_it_is_counted_and_then_nobody_knows_whose_it_was,
                a_vote_nobody_cast_is_closed_with_nothing_for_anybody,
                no_table_gets_the_vote_of_its_own_people_or_of_nobody,
                a_word_of_mood_is_said_once_and_belongs_to_nobody, two_who_answer_at_once_as_one_are_heard_once,
                feedback_is_kept_whole_and_once, the_end_of_a_workshop_forgets_who_was_there_and_nothing_else);
            contract!(@ $place, debriefs: what_people_write_on_a_sheet_is_there_after_a_stop,
                two_who_write_one_field_lose_nothing_and_the_second_chooses, two_who_write_a_block_write_both,
                a_sheet_is_validated_as_it_was_read_or_not_at_all, a_validated_sheet_never_changes);
            contract!(@ $place, follow_up: an_address_is_left_once_by_a_person_and_once_at_a_workshop,
                a_reminder_is_sent_by_one_and_taken_up_once, what_is_over_is_forgotten,
                answers_move_are_counted_and_stand_apart_from_what_a_team_states);
        }
    };
    (@ $place:ty, $file:ident: $($claim:ident),* $(,)?) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $claim() {
                super::$file::$claim(<$place>::new()).await;
            }
        )*
    };
}

contract!(sqlite, SqliteFolder);
