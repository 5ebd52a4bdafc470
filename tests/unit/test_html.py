"""Parts of a view as HTML: whatever stands in them is escaped, and what is empty is nothing."""

from dataclasses import replace

import pytest

from tracker.look.elements import (
    Bar,
    Column,
    Fold,
    Items,
    Link,
    Piece,
    Run,
    Said,
    Swatch,
    Terms,
)
from tracker.look.html import html, section
from tracker.look.parts import folded, items, small, table
from tracker.look.view import Field, Section

HOSTILE = "<b onclick='x'>\"&"
ESCAPED = "&lt;b onclick=&#39;x&#39;&gt;&#34;&amp;"


@pytest.mark.parametrize(
    "part",
    [
        HOSTILE,
        Said("chip", "so", hint=HOSTILE),
        Link(HOSTILE, "leaderboard"),
        Link("so", HOSTILE),
        Bar((Piece("sure", 5),), told=HOSTILE),
        Fold(HOSTILE, "so"),
        table("t", [{"a": HOSTILE}], [Column("a", "A")]),
        table("t", [{"a": "so"}], [Column("a", HOSTILE)], is_stacked=True),
        table(HOSTILE, [{"a": "so"}], [Column("a", "A")]),
        table("t", [{HOSTILE: "so"}], [Column(HOSTILE, "A")]),
        Section(HOSTILE, "so"),
        Run(("a", "b"), HOSTILE),
        Items(("so",), "legend", HOSTILE),
        Terms(((HOSTILE, (HOSTILE,)),)),
        Fold("so", "so", group=HOSTILE),
        Swatch("sure", HOSTILE),
        Bar((Piece(HOSTILE, 5),), "so"),
        Field("so", HOSTILE, "so", 1, HOSTILE),
    ],
    ids=lambda part: type(part).__name__,
)
def test_whatever_stands_in_a_part_is_escaped(part, look):
    text = str(section(part, look) if isinstance(part, Section) else html(part, look))
    assert ESCAPED in text and "<b onclick" not in text


def test_a_piece_too_narrow_to_be_seen_is_drawn_and_one_of_several_has_its_place(look):
    bar = Bar((Piece("sure", 0.01), Piece("open", 30, 5)), "FR")
    text = str(html(bar, look))
    assert 'cc-k-sure" style="width:0.15%"' in text
    assert 'cc-k-open" style="margin-left:5.00%;width:30.00%"' in text


def test_a_cell_has_its_way_in_and_what_stands_under_it(look):
    columns = [Column("a", "A", "money", "EUR", link="way", under=("note",))]
    rows = [{"a": 2e9, "way": "sites?site=x", "note": "later"}, {"a": None, "way": "", "note": ""}]
    text = str(html(table("t", rows, columns), look))
    assert '<a href="sites?site=x" target="_self">€2.0bn</a><div class="cc-m">later</div>' in text
    assert ">–</td>" in text


def test_each_cell_names_its_column_and_figures_stand_right(look):
    columns = [Column("who", "Who & what"), Column("n", "How many", "count", is_right=True)]
    rows = [{"who": ("a", "b"), "n": 1200}, {"who": "", "n": None}]
    assert str(html(table("t", rows, columns), look)) == (
        '<div class="cc cc-wide" id="t"><table><thead><tr>'
        '<th scope="col" id="t-who">Who &amp; what</th>\n'
        '<th scope="col" id="t-n" class="cc-right">How many</th></tr></thead><tbody>'
        '<tr><td headers="t-who">a b</td>\n'
        '<td headers="t-n" class="cc-right">1,200</td></tr>\n'
        '<tr><td headers="t-who"></td>\n'
        '<td headers="t-n" class="cc-right">–</td></tr></tbody></table></div>'
    )


def test_a_stacked_cell_bears_the_label_of_its_column(look):
    text = str(html(table("t", [{"a": "so"}], [Column("a", "A & B")], is_stacked=True), look))
    assert text.startswith('<div class="cc cc-wide cc-stack" id="t">')
    assert '<td headers="t-a" data-label="A &amp; B">so</td>' in text


def test_a_table_has_its_rows_as_a_frame_when_asked(look):
    made = table("t", ({"a": value} for value in (1, None)), [])
    assert made.frame["a"].tolist() == [1, None]


def test_nothing_is_made_of_nothing(look):
    assert small(None, "", float("nan")) == ()
    assert (items([]), folded("title", ""), table("t", [], [])) == ("", "", "")
    assert str(section(Section("s", blocks=("",)), look)) == ""
    assert str(html(("a", "", "b"), look)) == "a b"


def test_what_is_no_part_is_refused(look):
    with pytest.raises(TypeError, match="int is no part of a view"):
        html(3, look)


def test_a_sentence_joins_the_parts_that_say_something(look):
    assert look.joined(["a", "", "b", "c"]) == "a, b and c"
    assert (look.joined(["", "a"]), look.joined([])) == ("a", "")


def test_a_record_is_unchecked_from_the_day_after_its_time(look):
    then = replace(look, rules=replace(look.rules, recheck_after_days=90))
    assert (then.is_unchecked(90), then.is_unchecked(91)) == (False, True)
