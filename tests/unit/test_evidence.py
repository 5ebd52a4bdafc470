"""Tiers of evidence: every kind of publisher stands on one tier, and on one alone."""

import pytest
import yaml

from tests.building import DATA
from tracker import DataError
from tracker.dataset.settings.evidence import EvidenceSettings, Large, Tier
from tracker.dataset.settings.together import read_settings

EVIDENCE = EvidenceSettings(
    {"law": Tier(("state",)), "paper": Tier(("daily", "weekly")), "talk": Tier(("blog",))},
    ("law",),
    ("talk",),
    Large("EUR", 1e9, 500),
)
LAST = "  repeated:  {kinds: [outlet, aggregator, adviser, blog]}"


def told(home, old, new):
    """What is wrong once ``old`` reads ``new`` in evidence.yaml."""
    path = home / "evidence.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as error:
        read_settings(home)
    return [str(fault) for fault in error.value.faults]


def test_a_kind_stands_on_the_tier_that_names_it():
    assert [EVIDENCE.tier_of(kind) for kind in ("weekly", "state")] == ["paper", "law"]
    with pytest.raises(KeyError):
        EVIDENCE.tier_of("daily mail")


def test_the_best_tier_is_the_first_in_the_file_whatever_the_order_asked():
    assert EVIDENCE.best({"talk", "paper"}) == "paper"
    assert EVIDENCE.best(frozenset({"talk"})) == "talk"
    assert EVIDENCE.best(set()) is None and EVIDENCE.best({"gossip"}) is None


def test_official_texts_come_first_and_what_others_repeat_last():
    said = yaml.safe_load((DATA / "evidence.yaml").read_text(encoding="utf-8"))
    assert [*said["tiers"]] == ["official", "own_words", "newsroom", "repeated"]
    assert said["primary_tiers"] == ["official", "own_words"]
    assert said["weak_tiers"] == ["repeated"]


def test_a_kind_on_two_tiers_is_named_where_it_stands_again(home):
    found = told(home, LAST, LAST.replace("blog]", "blog, company]"))
    assert found == [
        "data/evidence.yaml:8: tiers.repeated.kinds.4: "
        "'company' stands on the tier 'own_words' already"
    ]


def test_a_kind_twice_on_one_tier_is_named_too(home):
    found = told(home, LAST, LAST.replace("blog]", "blog, blog]"))
    assert found == [
        "data/evidence.yaml:8: tiers.repeated.kinds.4: 'blog' stands on the tier 'repeated' already"
    ]


def test_kinds_on_no_tier_are_named(home):
    found = told(home, LAST, LAST.replace("adviser, blog]", "]"))
    assert found == ["data/evidence.yaml:4: tiers: no tier has adviser, blog"]


def test_an_unknown_kind_is_named_with_where_they_are_listed(home):
    assert told(home, LAST, LAST.replace("blog]", "blog, gossip]")) == [
        "data/evidence.yaml:8: tiers.repeated.kinds.4: 'gossip' is not in publishers.kind of "
        "datapackage.yaml"
    ]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("weak_tiers: [repeated]", "weak_tiers: [hearsay]", "10: weak_tiers.0"),
        ("primary_tiers: [official,", "primary_tiers: [hearsay,", "9: primary_tiers.0"),
    ],
)
def test_an_unknown_tier_is_named_with_those_there_are(home, old, new, place):
    found = told(home, old, new)
    assert found == [
        f"data/evidence.yaml:{place}: 'hearsay' is not one of official, own_words, newsroom, "
        "repeated"
    ]


def test_a_rule_and_a_colour_name_tiers_there_are(home):
    """A tier under a new name is missed by the rules, the colours and the words."""
    found = told(home, "  repeated:  {kinds", "  hearsay:  {kinds")
    assert any(
        fault.startswith("data/evidence.yaml:10: weak_tiers.0: 'repeated'") for fault in found
    )
    assert any(fault.startswith("data/palette.yaml") and "'repeated'" in fault for fault in found)


@pytest.mark.parametrize("wrong", ["0", "-1", "much"])
def test_what_is_large_is_a_number_above_nothing(home, wrong):
    assert any("large.amount" in fault for fault in told(home, "1.0e+9", wrong))
