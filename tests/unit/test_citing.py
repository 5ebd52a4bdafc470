"""A document as readers meet it: who speaks, on whose site, when, and how far to rely on it."""

from bs4 import BeautifulSoup

from tracker.look import links
from tracker.look.citing import cited
from tracker.look.elements import Link, Said, Source
from tracker.look.html import html

WIRE = Source("Firm", "Wire", "new campus", "2025-02-10", "https://a.org/b", "company", "own_words")


def test_a_document_is_a_link_with_its_speaker_and_beside_it_kind_and_tier(look):
    shown, tier = cited(WIRE, look)
    assert shown == Link("Firm, on Wire, new campus, 2025-02-10", "https://a.org/b", "outside")
    meant = "Tier 2: the company or institution concerned says it in its own words."
    assert tier == Said("tier", "company, tier 2", meant)


def test_what_is_not_known_of_a_document_is_left_out(look):
    shown, tier = cited(Source("Blog", kind="blog", tier="repeated"), look)
    assert shown == "Blog" and tier.parts == "blog, tier 4"
    assert cited(Source("Key", day="2025"), look) == "Key, 2025"
    assert cited(Source("Key", kind="blog"), look) == cited(Source("Key", tier="repeated"), look)


def test_tiers_are_numbered_from_the_best_on(look):
    numbers = [
        cited(Source("A", kind="company", tier=tier), look)[1].parts
        for tier in look.rules.evidence.tiers
    ]
    assert numbers == [f"company, tier {number}" for number in (1, 2, 3, 4)]


def test_the_tier_stands_outside_of_the_link_and_its_meaning_is_told(look):
    soup = BeautifulSoup(str(html(WIRE, look)), "html.parser")
    assert soup.a.text == "Firm, on Wire, new campus, 2025-02-10"
    beside = soup.select_one("span.cc-tier")
    assert beside.text == "company, tier 2" and beside.find_parent("a") is None
    assert "in its own words" in str(soup)


def test_a_row_of_sources_becomes_a_document_with_its_speaker(look, dataset):
    row = next(one for one in dataset.documents.values() if one["carrier"] and one["url"])
    told = links.document(row)
    assert (told.speaker, told.carrier, told.kind) == (
        row["publisher"],
        row["carrier"],
        row["kind"],
    )
    assert told.tier == row["tier"] and told.address == row["url"]
    assert links.link(row).subject == ""


def test_every_kind_and_every_tier_of_the_data_has_its_words(look, dataset):
    for row in dataset.documents.values():
        _, tier = cited(links.link(row), look)
        assert tier.parts.endswith(str([*look.rules.evidence.tiers].index(row["tier"]) + 1))
