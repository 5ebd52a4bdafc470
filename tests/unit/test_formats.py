import pandas as pd
import pytest

from tracker.look.formats import Formats, is_missing


@pytest.fixture(scope="module")
def formats(look):
    return Formats(look.words)


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        (11_240_000_000, "EUR", "€11.2bn"),
        (100_000_000, "EUR", "€0.1bn"),
        (58_500_000, "EUR", "€58.5m"),
        (4_000_000, "EUR", "€4m"),
        (-4_000_000, "EUR", "€-4m"),
        (850_000, "EUR", "€850,000"),
        (0.04, "EUR", "€0.04"),
        (0.0042, "EUR", "€0.0042"),
        (400_000_000, "USD", "$0.4bn"),
        (1_234_000_000_000, "USD", "$1.2tn"),
        (1_300_000_000_000, "INR", "₹1.3 lakh crore"),
        (10_000_000_000_000, "INR", "₹10.0 lakh crore"),
        (152_660_000_000, "INR", "₹15,266 crore"),
        (5_000_000, "INR", "₹0.5 crore"),
        (850_000, "INR", "₹8.5 lakh"),
        (85_000, "INR", "₹85,000"),
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
        (400_000_000, 2_000_000_000, "EUR", "€0.4–2.0bn"),
        (40_000_000, 200_000_000, "EUR", "€40m–0.2bn"),
        (4_000_000, 1_200_000_000, "EUR", "€4m–1.2bn"),
        (4_000_000, 4_010_000, "EUR", "€4m"),
        (50_000_000_000, 1_200_000_000_000, "USD", "$50.0bn–1.2tn"),
        (500_000, 12_000_000, "INR", "₹5 lakh–1.2 crore"),
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
    assert (formats.share(0.0), formats.share(0.004), formats.share(0.006)) == ("0%", "<1%", "1%")


def test_what_was_said_keeps_its_digits_and_no_more(formats):
    said = [
        (93e9, "EUR"),
        (109.68e9, "EUR"),
        (1.551e12, "INR"),
        (8e11, "INR"),
        (4e6, "EUR"),
        (0, "EUR"),
    ]
    told = [formats.stated(amount, currency) for amount, currency in said]
    assert told == ["€93bn", "€109.68bn", "₹1.55 lakh crore", "₹80,000 crore", "€4m", "€0"]


def test_money_per_something_is_written_as_money(formats):
    assert formats.with_unit(52e9, 52e9, "USD/year") == "$52.0bn/year"
    assert formats.with_unit(5.4e6, 6.8e6, "USD/MW") == "$5,400,000–6,800,000/MW"
    assert formats.with_unit(58.5, 58.5, "EUR/MWh") == "€58.5/MWh"
    assert formats.country("FR") == "France"
    assert formats.country("EU") == "European Union"


def test_small_money_has_cents_and_from_ten_on_whole_units(formats):
    assert formats.with_unit(9.5, 9.5, "EUR") == "€9.5"
    assert formats.with_unit(10.6, 10.6, "EUR") == "€11"


def test_half_a_per_cent_is_not_next_to_nothing(formats):
    assert (formats.share(0.0049), formats.share(0.005)) == ("<1%", "0%")


def test_zero_has_no_sign_whichever_was_written_first(formats):
    assert [formats.count(zero) for zero in (-0.0, 0, 0.0)] == ["0", "0", "0"]
    assert formats.share(-0.0) == "0%"


@pytest.mark.parametrize("value", [None, float("nan"), pd.NA, pd.NaT])
def test_what_is_missing(value):
    assert is_missing(value)


@pytest.mark.parametrize("value", ["", 0, 0.0, False, (), "nan"])
def test_what_is_not_missing(value):
    assert not is_missing(value)
