"""What must hold of any data: totals are their rows, lenses are nested, the past stays put."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.building import in_memory
from tracker.counting import lenses, pots, totals
from tracker.world.asof import world

LENSES = ("ceiling", "floor", "signed", "building", "operating")
END = date(2026, 7, 1)
LIVE = (
    "announced",
    "mou",
    "signed",
    "permitted",
    "under_construction",
    "partly_operating",
    "operating",
)
DAYS = ("2024-03-05", "2024-09", "2025", "2025-02-10", "2025-11-30", "2026-03", "2026")
NAMES = ("a", "b", "c", "d", "e", "f")

settings.register_profile("tracker", max_examples=30, deadline=None, derandomize=True)
settings.load_profile("tracker")


@st.composite
def worlds(draw, rungs=(*LIVE, "stalled", "cancelled")):
    """Rows of up to six commitments in a forest, with claims on any day in any currency."""
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    commitments, amounts, statuses = [], [], []
    for place, name in enumerate(names):
        commitments.append(
            {
                "commitment_id": name,
                "announced_date": "2024-01-01",
                "part_of": draw(st.sampled_from([None, *names[:place]])),
                "country_code": draw(st.sampled_from(["FR", "IN"])),
                "category": draw(st.sampled_from(["data_centre", "cloud", "chips", "other"])),
                "flow_type": draw(st.sampled_from(["site_investment", "programme", "grant"])),
                "origin": draw(st.sampled_from(["leader", "other"])),
            }
        )
        days = draw(st.lists(st.sampled_from(DAYS), unique=True, max_size=3))
        for day in days:
            low, more = draw(st.integers(1, 10**9)), draw(st.integers(0, 10**9))
            qualifier = draw(st.sampled_from(["exact", "about", "up_to"]))
            amounts.append(
                {
                    "commitment_id": name,
                    "amount_low": low,
                    "amount_high": low + more,
                    "qualifier": qualifier,
                    "currency": draw(st.sampled_from(["EUR", "USD", "INR"])),
                    "claim_date": day,
                }
            )
        for day in draw(st.lists(st.sampled_from(DAYS), unique=True, max_size=2)):
            status = draw(st.sampled_from(rungs))
            statuses.append({"subject_id": name, "status": status, "status_date": day})
    return {"commitments": commitments, "amounts": amounts, "statuses": statuses}


SCOPES = st.builds(
    lenses.Scope,
    category=st.sampled_from(
        [("data_centre", "cloud"), ("data_centre", "cloud", "chips", "other"), ()]
    ),
    flow_type=st.sampled_from([("site_investment", "programme"), ("grant",)]),
    origin=st.sampled_from([("leader",), ("leader", "other")]),
    country_code=st.sampled_from([None, (), ("FR",)]),
)
EVERYTHING = lenses.Scope(
    category=("data_centre", "cloud", "chips", "other"),
    flow_type=("site_investment", "programme", "grant"),
    origin=("leader", "other"),
)
AS_OF = st.dates(date(2024, 1, 1), END)
CURRENCIES = st.sampled_from(["EUR", "USD", "INR"])


def total(tables, lens="ceiling", day=END, scope=EVERYTHING, currency="EUR"):
    now = world(in_memory(**tables), day)
    return totals.total(pots.shares(now), scope, lens=lens, currency=currency)


def copied(tables):
    return {name: [dict(row) for row in rows] for name, rows in tables.items()}


@given(worlds(), st.sampled_from(LENSES), SCOPES, AS_OF, CURRENCIES)
def test_a_total_is_the_sum_of_its_rows(tables, lens, scope, day, currency):
    got = total(tables, lens, day, scope, currency)
    for name in ("value", "low", "high"):
        assert getattr(got, name) == pytest.approx(got.rows[name].sum())
    assert (got.rows["value"] >= 0).all() and got.low <= got.high
    assert (got.rows["low"] <= got.rows["high"] + 1e-6).all()


@given(worlds(), SCOPES, AS_OF)
def test_lenses_are_nested(tables, scope, day):
    now = world(in_memory(**tables), day)
    shares = pots.shares(now)
    seen = (totals.total(shares, scope, lens=lens, currency="EUR") for lens in LENSES)
    values = [got.value for got in seen]
    assert all(more >= less - 1e-6 for more, less in zip(values, values[1:], strict=False))


@given(worlds(), SCOPES, st.sampled_from(LENSES), AS_OF)
def test_every_share_is_in_or_out_exactly_once(tables, scope, lens, day):
    now = world(in_memory(**tables), day)
    got = totals.total(pots.shares(now), scope, lens=lens, currency="EUR")
    assert not set(got.rows.index) & set(got.left_out.index)
    everything = {row["commitment_id"] for row in tables["commitments"]}
    shares = set(pots.shares(now).ids)
    assert shares <= set(got.rows.index) | set(got.left_out.index) <= everything


@given(worlds(rungs=LIVE), st.integers(1, 10**9), CURRENCIES, CURRENCIES)
def test_a_part_never_changes_what_its_pot_comes_to(tables, amount, currency, shown):
    priced = {row["commitment_id"] for row in tables["amounts"]}
    pots = [row for row in tables["commitments"] if row["commitment_id"] in priced]
    if not pots:
        return
    pot = pots[0]
    before = total(tables, currency=shown).value
    more = copied(tables)
    more["commitments"].append(
        {
            **pot,
            "commitment_id": "new",
            "part_of": pot["commitment_id"],
            "announced_date": "2024-01-01",
        }
    )
    more["amounts"].append(
        {
            "commitment_id": "new",
            "amount_high": amount,
            "currency": currency,
            "claim_date": "2025-06-01",
        }
    )
    more["statuses"].append({"subject_id": "new", "status": "signed", "status_date": "2026-06-01"})
    assert total(more, currency=shown).value == pytest.approx(before)


@given(worlds(), st.sampled_from(LENSES), st.sampled_from(["rival_of", "replaced_by"]))
def test_what_never_counts_never_moves_a_total(tables, lens, why):
    first = tables["commitments"][0]
    more = copied(tables)
    more["commitments"].append({**first, "commitment_id": "new", "part_of": None, why: "a"})
    more["amounts"].append({"commitment_id": "new", "amount_high": 7, "claim_date": "2025-02-10"})
    more["tallies"] = [{"tally_id": "headline", "amount": 10**12}]
    assert total(more, lens).value == pytest.approx(total(tables, lens).value)


@given(worlds(), st.sampled_from(LENSES), AS_OF, st.sampled_from(LIVE))
def test_news_never_rewrites_an_earlier_day(tables, lens, day, rung):
    more = copied(tables)
    tomorrow = "2026-07-01"
    more["commitments"].append({"commitment_id": "new", "announced_date": tomorrow})
    more["amounts"].append({"commitment_id": "new", "amount_high": 9, "claim_date": tomorrow})
    more["amounts"].append({"commitment_id": "a", "amount_high": 9, "claim_date": tomorrow})
    more["statuses"].append({"subject_id": "a", "status": rung, "status_date": tomorrow})
    more["statuses"].append({"subject_id": "new", "status_date": tomorrow})
    if day < END:
        assert total(more, lens, day).value == total(tables, lens, day).value
