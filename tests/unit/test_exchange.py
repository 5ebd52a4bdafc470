"""One rule by which a price of power in any currency becomes EUR/MWh, on every page."""

import pytest

from tests.building import in_memory
from tracker.energy import tariffs
from tracker.world.exchange import eur_per_mwh
from tracker.world.national import lines

RATE = {"parameter": "inr_per_eur", "low": 90, "central": 100, "high": 110, "unit": "INR/EUR"}


@pytest.mark.parametrize(
    ("price", "unit", "euros"),
    [
        (70, "EUR/MWh", 70),
        (0.07, "EUR/kWh", 70),
        (7.38, "INR/kWh", 73.8),
        (7380, "INR/MWh", 73.8),
        (-1, "INR/kWh", -10),
        (9, "USD/kWh", None),
    ],
)
def test_a_price_goes_at_the_central_rate_that_is_assumed(price, unit, euros):
    found = eur_per_mwh(price, unit, in_memory(assumptions=[RATE]))
    assert found == (None if euros is None else pytest.approx(euros))


def test_without_a_rate_a_price_in_euros_stands_and_another_does_not():
    assert eur_per_mwh(70, "EUR/MWh", in_memory()) == 70
    assert eur_per_mwh(7, "INR/kWh", in_memory()) is None


def test_a_rate_of_nothing_is_refused():
    data = in_memory(assumptions=[{**RATE, "low": 0, "central": 0}])
    with pytest.raises(ValueError, match="must be above 0"):
        eur_per_mwh(7, "INR/kWh", data)


def spot(data, code):
    rows = lines(data, ("FR", "IN"))
    line = next(line for found in rows.values() for line in found if line.name == "spot_price")
    return line.shown[code].figure


def test_the_comparison_and_the_page_of_power_tell_one_price(dataset):
    of_page = tariffs.prices(dataset).set_index("price_id")
    shown = spot(dataset, "IN")
    assert (shown.unit, shown.period) == ("EUR/MWh", "2024")
    assert (
        shown.low == of_page.at["in-iex-day-ahead-2024", "low"] == pytest.approx(44.785, abs=1e-3)
    )


def test_a_price_of_a_range_has_both_ends_and_one_without_a_rate_its_own_unit():
    rows = [{"country_code": "IN", "price": 3, "price_high": 4, "unit": "INR/kWh"}]
    found = spot(in_memory(prices=rows, assumptions=[RATE]), "IN")
    assert (found.low, found.high, found.unit) == (30, 40, "EUR/MWh")
    bare = spot(in_memory(prices=rows), "IN")
    assert (bare.low, bare.high, bare.unit) == (3, 4, "INR/kWh")
