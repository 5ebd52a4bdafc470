import pytest

from ui.lost import nearest, readable

TITLES = {"overview": "Overview", "leaderboard": "Leaderboard", "energy": "Power and carbon"}


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("leaderbord", "leaderboard"),
        ("Leaderboard", "leaderboard"),
        ("leader_board", "leaderboard"),
        ("power-and-carbon", "energy"),
        ("Power and carbon", "energy"),
        ("power", None),
        ("energie", "energy"),
        ("zzz", None),
        ("", None),
        ("<script>alert(1)", None),
        ("x" * 9000, None),
    ],
)
def test_the_nearest_page_is_offered_where_one_is_near(name, page):
    assert nearest(name, TITLES) == page


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("leaderbord", "leaderbord"),
        ("a\u202eb\x00c", "a�b�c"),
        ("<b>", "<b>"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
    ],
)
def test_a_name_is_shown_inert_and_short(name, shown):
    assert readable(name) == shown
