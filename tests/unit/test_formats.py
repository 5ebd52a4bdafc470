import pandas as pd
import pytest

from tracker.formats import Formats


@pytest.fixture(scope="module")
def formats(look):
    return Formats(look.words)


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        (11_240_000_000, "EUR", "€11.2bn"),
        (58_500_000, "EUR", "€0.06bn"),
        (400_000_000, "USD", "$0.4bn"),
        (1_234_000_000_000, "USD", "$1.2tn"),
        (1_300_000_000_000, "INR", "₹1.3 lakh crore"),
        (10_000_000_000_000, "INR", "₹10.0 lakh crore"),
        (152_660_000_000, "INR", "₹15,266 crore"),
        (0, "EUR", "€0"),
        (float("nan"), "EUR", "not disclosed"),
        (pd.NA, "EUR", "not disclosed"),
    ],
)
def test_money_is_short(formats, amount, currency, shown):
    assert formats.money(amount, currency) == shown


@pytest.mark.parametrize(
    ("low", "high", "currency", "shown"),
    [
        (22_000_000_000, 25_800_000_000, "EUR", "€22.0–25.8bn"),
        (22_000_000_000, 22_010_000_000, "EUR", "€22.0bn"),
        (0, 50_000_000_000, "EUR", "€0–50.0bn"),
        (900_000_000_000, 1_300_000_000_000, "INR", "₹0.9–1.3 lakh crore"),
    ],
)
def test_a_range_is_on_one_scale(formats, low, high, currency, shown):
    assert formats.money_range(low, high, currency) == shown


def test_an_exact_sum_shows_its_cents(formats):
    assert formats.money_exact(109_680_000_000.5, "EUR") == "€109,680,000,000.50"
    assert formats.money_exact(1_234_567_890, "INR") == "₹1,23,45,67,890.00"


@pytest.mark.parametrize(
    ("partial", "shown"),
    [("2026", "2026"), ("2026-06", "Jun 2026"), ("2026-06-03", "3 Jun 2026")],
)
def test_a_partial_date_stays_partial(formats, partial, shown):
    assert formats.day(partial) == shown


def test_other_values(formats):
    assert formats.power(1400.0) == "1,400"
    assert formats.power(28.8) == "28.8"
    assert formats.share(0.224) == "22%"
    assert formats.country("FR") == "France"
    assert formats.country("EU") == "European Union"
