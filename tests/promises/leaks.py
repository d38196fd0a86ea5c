"""Leaks, each put in on purpose and alone: what one careless line somewhere could do.

A leak is a function that takes a MonkeyPatch. Each of these has to be caught by the test that compares two
lives of a workshop; `stored_leaks.py` has those that change what is kept. README.md lists all.
"""

from tests.promises import leaks_in_time as in_time
from tests.promises import leaks_in_words as in_words

LEAKS = {
    leak.__name__: leak
    for leak in (
        in_words.a_card_with_the_seat_of_its_writer,
        in_words.a_drawing_with_the_seat_of_who_drew_it,
        in_words.a_socket_in_the_log,
        in_words.an_address_in_the_log,
        in_words.words_in_the_log,
        in_words.a_title_that_counts_what_is_unseen,
        in_words.an_idea_that_counts_the_worries_about_it,
        in_words.a_step_that_counts_its_drafts,
        in_words.a_tally_before_the_vote_closes,
        in_words.a_count_beside_who_is_here,
        in_words.a_number_that_counts_unseen_saves,
        in_words.a_health_page_that_counts,
        in_words.a_refusal_that_counts,
        in_words.an_export_of_the_whole_workshop,
        in_words.a_facilitator_who_peeks,
        in_words.a_screen_that_shows_what_was_never_revealed,
        in_words.a_refusal_with_the_words_of_a_card,
        in_time.cards_in_the_order_in_which_they_came,
        in_time.a_wording_that_counts_the_drafts_of_a_card,
        in_time.a_tag_with_the_revision_of_the_store,
        in_time.a_reply_as_long_as_what_is_stored,
        in_time.an_empty_frame_for_each_unseen_card,
        in_time.a_room_that_is_told_again_when_a_card_came,
        in_time.a_frame_as_long_as_what_is_stored,
        in_time.a_frame_with_the_revision_of_the_store,
        in_time.an_answer_that_waits_for_what_others_wrote,
        in_time.answers_that_leave_at_once,
        in_time.seen_and_unseen_saved_together,
        in_time.a_card_that_is_shown_as_soon_as_it_comes,
        in_time.a_flag_that_is_shown_at_once,
        in_time.a_hand_that_moves_while_unsigned_cards_gather,
        in_time.a_pointer_while_something_is_written_unseen,
    )
}
"""Each leak out of a running server by its name."""
