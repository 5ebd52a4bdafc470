"""The recount, which shares no code with the app, gives what the screen shows, to the cent."""

import csv
import io
import re

import pytest

from tests.browser.conftest import opened
from tests.building import DATA
from tests.recount.recount import recount

pytestmark = pytest.mark.browser

LENSES = ("ceiling", "floor", "signed", "building", "operating")
ADDRESSES = {
    **{
        f"{country.lower()}-{lens}": f"country_code={country}&lens={lens}"
        for country in ("FR", "IN")
        for lens in LENSES
    },
    "all-ceiling-usd": "lens=ceiling&currency=USD",
    "all-floor-inr": "lens=floor&currency=INR",
    "all-signed-usd": "lens=signed&currency=USD",
    "fr-ceiling-2025-02-11": "country_code=FR&lens=ceiling&as_of=2025-02-11",
    "in-floor-2025-12-31": "country_code=IN&lens=floor&as_of=2025-12-31",
    "all-ceiling-leader": "lens=ceiling&origin=leader",
    "in-chips-ceiling": "country_code=IN&lens=ceiling&category=chips",
    "fr-cloud-signed": "country_code=FR&lens=signed&category=cloud",
    "fr-public-ceiling": "country_code=FR&lens=ceiling&flow_type=grant&flow_type=public_budget"
    + "".join(
        f"&category={name}"
        for name in (
            "data_centre", "cloud", "compute", "chips", "energy", "skills", "financing", "other",
        )
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def recounted():
    return recount(DATA)


def test_the_recount_covers_twenty_totals(recounted):
    assert set(recounted) == {*ADDRESSES, "home-us-ceiling"}
    assert len(recounted) == 20


def test_the_screen_shows_what_the_recount_gives(page, site, recounted):
    shown = {}
    for name, asked in ADDRESSES.items():
        opened(page, f"{site}/leaderboard?sum=yes&{asked}")
        text = page.locator(".cc-sum p").first.inner_text()
        shown[name] = float(re.sub(r"[^\d.]", "", text.split("(")[0]))
    expected = {name: round(value, 2) for name, value in recounted.items() if name in shown}
    assert shown == pytest.approx(expected, abs=0.01)


def test_a_group_downloads_what_the_recount_gives(page, site, recounted):
    opened(page, f"{site}/leaderboard?by=home&lens=ceiling&rows=all")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download these").click()
    rows = csv.DictReader(io.StringIO(caught.value.path().read_text(encoding="utf-8")))
    shown = {row["id"]: float(row["ceiling_eur"]) for row in rows}
    assert shown["US"] == pytest.approx(recounted["home-us-ceiling"], abs=0.01)
