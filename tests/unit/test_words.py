"""Texts: what has a fault is withheld and named, and the rest is used."""

import shutil

import pytest

from tracker import DataError
from tracker.dataset.faults import Cost
from tracker.dataset.settings.review import settings_faults
from tracker.look.words import TextMissing, Words, read_words, words_and_faults


def line_of(home, name, text):
    before, _, _ = (home / "text" / "en" / name).read_text(encoding="utf-8").partition(text)
    return before.count("\n") + 1


def changed(home, name, old, new):
    path = home / "text" / "en" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return words_and_faults(home, "en")


WHICH = "  which: Which rows, and why"


def test_sound_texts_have_no_faults(home):
    words, faults = words_and_faults(home, "en")
    assert faults == ()
    assert words("site.withheld.some", count=1).startswith("1 row of the data")
    assert words("site.withheld.some", count=3).startswith("3 rows of the data")
    assert words.term("rung", "mou") == "on paper"
    assert settings_faults(home) == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "key", "problem"),
    [
        (
            "leaderboard.yaml",
            "{shown} of {all}",
            "{shwon} of {all}",
            "lead",
            "{shwon} is not given (given: {shown}, {all}, {things}, {lens})",
        ),
        (
            "site.yaml",
            "Way of counting",
            "Count {what} is",
            "choices.lens",
            "{what} is not given (given: nothing)",
        ),
        (
            "leaderboard.yaml",
            "{shown} of",
            "{} of",
            "lead",
            "{} is not given (given: {shown}, {all}, {things}, {lens})",
        ),
        (
            "leaderboard.yaml",
            "{shown} of",
            "{shown.real} of",
            "lead",
            "{shown.real} is not given (given: {shown}, {all}, {things}, {lens})",
        ),
        (
            "leaderboard.yaml",
            "{shown} of",
            "{shown!r} of",
            "lead",
            "{shown!r} is not a way to write {shown}",
        ),
        (
            "leaderboard.yaml",
            "{shown} of",
            "{shown:g} of",
            "lead",
            "{shown:g} is not a way to write {shown}",
        ),
        (
            "leaderboard.yaml",
            "{shown} of",
            "{shown of",
            "lead",
            "the braces do not match (unexpected '{' in field name)",
        ),
        (
            "leaderboard.yaml",
            "{shown} of",
            "shown} of",
            "lead",
            "the braces do not match (Single '}' encountered in format string)",
        ),
        (
            "site.yaml",
            "{least:g}",
            "{least:9999999g}",
            "address.number",
            "{least:9999999g} is not a way to write {least}",
        ),
        (
            "leaderboard.yaml",
            "inferred: judged by a rule",
            "inferred: [inferred]",
            "inferred",
            "a list is not a text",
        ),
        (
            "leaderboard.yaml",
            "inferred: judged by a rule",
            "inferred: no",
            "inferred",
            "'no' is not a text; put it in quotes",
        ),
        (
            "leaderboard.yaml",
            "inferred: judged by a rule",
            "inferred: 1:30",
            "inferred",
            "'1:30' is not a plain number; write it out, or in quotes",
        ),
        (
            "leaderboard.yaml",
            "inferred: judged by a rule",
            "inferred:",
            "inferred",
            "nothing is not a text",
        ),
        (
            "leaderboard.yaml",
            "inferred: judged by a rule",
            "inferred: a\ninferred: b",
            "inferred",
            "is given twice, on lines {line} and {next}",
        ),
        (
            "leaderboard.yaml",
            "things:\n",
            "things: commitments\nthings_of:\n",
            "things",
            "'commitments' is not a group of texts",
        ),
        (
            "formats.yaml",
            "locale: en_GB",
            "locale: klingon",
            "locale",
            "'klingon' is not a locale such as en_GB",
        ),
        (
            "formats.yaml",
            'symbols: {USD: "$"}',
            "symbols: {USD: 1}",
            "symbols.USD",
            "'1' is not a text; put it in quotes",
        ),
        (
            "formats.yaml",
            '  rank: "no. {number}"',
            '  rank: "no. {place}"',
            "units.rank",
            "'no. {place}' cannot be filled: {place} is not given (given: {number})",
        ),
        (
            "formats.yaml",
            "scales:\n  default:\n",
            "scales:\n  usual:\n",
            "scales",
            "a group of names has no default",
        ),
    ],
)
def test_a_text_with_a_fault_is_named_and_withheld(home, name, old, new, key, problem):
    line = line_of(home, name, old)
    problem = problem.replace("{line}", str(line)).replace("{next}", str(line + 1))
    words, faults = changed(home, name, old, new)
    stem = name.removesuffix(".yaml")
    assert f"data/text/en/{name}:{line}: {key}: {problem}" in map(str, faults)
    asked = "formats.units" if key == "units.rank" else f"{stem}.{key}"
    with pytest.raises(TextMissing):
        words.part("formats.symbols" if key == "symbols.USD" else asked)
    assert words("site.name") == "Courting Compute"
    assert read_words(home, "en") == words


def test_a_missing_text_is_named_where_it_should_stand(home):
    line = line_of(home, "site.yaml", "withheld:\n")
    words, faults = changed(home, "site.yaml", WHICH + "\n", "")
    assert [str(fault) for fault in faults] == [
        f"data/text/en/site.yaml:{line}: withheld.which: is missing"
    ]
    with pytest.raises(TextMissing) as error:
        words("site.withheld.which")
    assert str(error.value) == "text/en/site.yaml: withheld.which: is missing"


def test_an_unknown_text_is_named_and_costs_nothing(home):
    line = line_of(home, "site.yaml", WHICH)
    words, faults = changed(home, "site.yaml", WHICH, f"{WHICH}\n  wich: Which")
    assert [str(fault) for fault in faults] == [
        f"data/text/en/site.yaml:{line + 1}: withheld.wich: is not known here "
        "(did you mean `which`?)"
    ]
    assert faults[0].cost == Cost.NOTHING and words("site.withheld.which")


def test_a_plural_without_its_last_form_is_withheld(home):
    line = line_of(home, "site.yaml", "  some:\n")
    words, faults = changed(home, "site.yaml", "    other: ", "    many: ")
    assert [str(fault) for fault in faults] == [
        f"data/text/en/site.yaml:{line}: withheld.some: has no form `other`, expected plural forms"
    ]
    with pytest.raises(TextMissing):
        words("site.withheld.some", count=2)


def test_a_plural_form_that_the_language_has_not_is_named(home):
    line = line_of(home, "site.yaml", "    one: ")
    words, faults = changed(home, "site.yaml", "    one: ", "    on2: ")
    assert [str(fault) for fault in faults] == [
        f"data/text/en/site.yaml:{line}: withheld.some.on2: is not known here (did you mean `one`?)"
    ]
    assert words("site.withheld.some", count=1).startswith("1 rows")


def test_a_text_that_leaves_out_a_slot_is_named_and_used(home):
    line = line_of(home, "leaderboard.yaml", "{shown} of {all}")
    words, faults = changed(home, "leaderboard.yaml", "{shown} of {all}", "{all}")
    assert [str(fault) for fault in faults] == [
        f"data/text/en/leaderboard.yaml:{line}: lead: leaves out {{shown}}"
    ]
    told = words("leaderboard.lead", shown=1, all=2, things="things", lens="signed")
    assert told.startswith("2 things")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, ": the file is missing"),
        (b"", ": the file is empty"),
        (b"name:\n\tx: y\n", ":2: a tab where only spaces may stand"),
        ("name: caf\xe9".encode("cp1252"), ":1: not UTF-8; save it as UTF-8"),
    ],
)
def test_a_file_of_texts_that_cannot_be_used_is_one_fault(home, content, problem):
    path = home / "text" / "en" / "site.yaml"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    words, faults = words_and_faults(home, "en")
    assert [str(fault) for fault in faults] == [f"data/text/en/site.yaml{problem}"]
    assert words.term("rung", "mou") == "on paper"
    with pytest.raises(TextMissing):
        words("site.name")
    with pytest.raises(DataError):
        read_words(home, "en")


def test_what_cannot_be_used_is_taken_from_the_texts_before(home):
    before = read_words(home, "en")
    (home / "text" / "en" / "rules.yaml").unlink()
    changed(home, "site.yaml", "name: Courting Compute", "name: {a: b}")
    changed(home, "site.yaml", '    other: "', '    other: "{x}')
    changed(home, "site.yaml", WHICH, "  which: Which ones")
    changed(home, "terms.yaml", "  mou: on paper\n", "")
    words, faults = words_and_faults(home, "en", before)
    assert len(faults) == 3
    assert words("site.name") == "Courting Compute"
    assert words("site.withheld.some", count=2).startswith("2 rows")
    assert words("site.withheld.which") == "Which ones"
    assert words.term("rung", "mou") == "on paper"
    assert words("rules.signed") == before("rules.signed")


def test_texts_of_no_language_and_files_of_no_use_are_named(home):
    (home / "text" / "en" / "sight.yaml").write_text("a: b\n")
    assert [str(fault) for fault in words_and_faults(home, "en")[1]] == [
        "data/text/en/sight.yaml: is not known here (did you mean `site`?)"
    ]
    shutil.copytree(home / "text" / "en", home / "text" / "klingon")
    told = [str(fault) for fault in words_and_faults(home, "klingon")[1]]
    assert "data/text/klingon: 'klingon' is not a language such as en" in told


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("name: []", "name: text", "'text' is not a list of slots, a group or free"),
        ("name: []", "name: [x y]", "'x y' is not the name of a slot"),
        ("name: []", "name: {<plural>: x}", "'x' is not a list of slots"),
    ],
)
def test_a_list_of_slots_with_a_fault_gives_no_texts(home, old, new, problem):
    path = home / "text" / "slots.yaml"
    text = path.read_text(encoding="utf-8")
    place = text.index("\nsite:\n")
    path.write_text(text[:place] + text[place:].replace(old, new, 1), encoding="utf-8")
    (fault,) = words_and_faults(home, "en")[1]
    assert str(fault).startswith("data/text/slots.yaml:") and str(fault).endswith(problem)
    with pytest.raises(DataError):
        read_words(home, "en")


def test_a_text_that_cannot_be_filled_names_itself():
    words = Words("en", {"site": {"name": "{first:g} {second}", "part": {"a": "b"}}})
    for values in ({}, {"first": 1.0}, {"first": "x", "second": 1}):
        with pytest.raises(TextMissing, match=r"^text/en/site.yaml: name: cannot be filled \("):
            words("site.name", **values)
    with pytest.raises(TextMissing, match=r"^text/en/site.yaml: part: is not a text$"):
        words("site.part")


def test_a_code_without_a_word_and_a_word_without_a_code_are_named(home):
    line = line_of(home, "terms.yaml", "  mou: on paper\n")
    changed(home, "terms.yaml", "  mou: on paper\n", "  moo: on paper\n")
    assert [str(fault) for fault in settings_faults(home)] == [
        "data/text/en/terms.yaml:1: rung.mou: is missing, a code has no word",
        f"data/text/en/terms.yaml:{line}: rung.moo: is not known here (did you mean `mou`?)",
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (
            "rules.yaml",
            "opening_due: ",
            "opening_dew: ",
            "rules.yaml:1: opening_due: is missing",
        ),
        (
            "indicators.yaml",
            "  ai_institutes:\n",
            "  ai_institute:\n",
            "indicator.ai_institutes: is missing",
        ),
        ("comparison.yaml", "  with_chips:", "  with_chip:", "rules.with_chips: is missing"),
        ("comparison.yaml", "  coal_share:", "  coal:", "lines.coal_share: is missing"),
        (
            "energy.yaml",
            "    reserved: Reserved",
            "    taken: Reserved",
            "ladder.names.reserved: is missing",
        ),
    ],
)
def test_every_list_of_codes_is_looked_at(home, name, old, new, told):
    changed(home, name, old, new)
    found = [str(fault) for fault in settings_faults(home)]
    assert any(f"{told}, a code has no word" in line for line in found)
