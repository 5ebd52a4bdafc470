"""Bars as data: how wide each piece is, where it begins, and by which mark it is drawn."""

from tracker.look import bars
from tracker.look.elements import Piece


def test_a_bar_is_full_to_its_low_end_and_open_from_there_to_its_high_end():
    assert bars.ends("FR", 20.0, 50.0, 200.0).pieces == (Piece("sure", 10), Piece("open", 15))
    assert bars.ends("FR", 0.0, 50.0, 200.0).pieces == (Piece("open", 25),)


def test_a_step_hangs_where_it_was_taken_away():
    assert bars.step("FR", "gone", 60.0, 20.0, 200.0).pieces == (Piece("gone", 10, 30),)
