"""Power and carbon against sums done by hand; the values are those of the research's own model."""

import math

import pytest

from tracker.energy import formulas
from tracker.energy.formulas import Load, Spread, carried, single

HOURS = 8760


@pytest.mark.parametrize(
    ("load", "pue", "running", "mwh"),
    [
        (Load(it=3100), 1.14, 0.7, 21_670_488.0),
        (Load(it=1000), 1.42, 0.7, 8_707_440.0),
        (Load(it=1000), 1.14, 0.7, 6_990_480.0),
        (Load(grid=1000), 1.42, 0.7, 6_132_000.0),
        (Load(it=100), 1.3, 0.6, 683_280.0),
        (Load(grid=100), 1.3, 0.6, 525_600.0),
        (Load(it=100, grid=100), 1.3, 0.6, 1_208_880.0),
        (Load(), 1.14, 0.7, 0.0),
    ],
)
def test_electricity_of_a_year(load, pue, running, mwh):
    assert formulas.electricity(load, pue, running, HOURS) == pytest.approx(mwh, rel=1e-12)


@pytest.mark.parametrize(
    ("mwh", "grams", "tonnes"),
    [(21_670_488, 41.44, 898_025.0), (8_707_440, 670.13, 5_835_116.8), (1e6, 1, 1000)],
)
def test_emissions(mwh, grams, tonnes):
    assert formulas.emissions(mwh, grams) == pytest.approx(tonnes, abs=0.1)


def test_cost_chips_and_water():
    assert formulas.embodied(600, 164, 5700, 8) == pytest.approx(525.9)
    assert formulas.per_year(formulas.embodied(600_000, 164, 5700, 8), 3) == pytest.approx(175_300)
    assert formulas.cost(21_670_488, 82) == pytest.approx(1_777e6, rel=1e-3)
    assert formulas.share(21_670_488, 92.3) == pytest.approx(0.235, abs=0.0005)
    assert formulas.gpus(formulas.it_power(Load(grid=1140), 1.14), 600) == pytest.approx(600_000)
    on_site = formulas.water(Load(it=1000), 1.14, 0.7, HOURS, (0.27, 0))
    in_grid = formulas.water(Load(it=1000), 1.14, 0.7, HOURS, (0, 3.67))
    assert on_site == pytest.approx(1.66e6, rel=0.005)
    assert in_grid == pytest.approx(25.7e6, rel=0.005)


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: formulas.electricity(Load(it=1), 0.99, 0.7, HOURS),
        lambda: formulas.electricity(Load(it=1), 1.1, 1.01, HOURS),
        lambda: formulas.electricity(Load(it=1), 1.1, 0, HOURS),
        lambda: formulas.electricity(Load(it=-1), 1.1, 0.7, HOURS),
        lambda: formulas.electricity(Load(grid=math.inf), 1.1, 0.7, HOURS),
        lambda: formulas.electricity(Load(it=1), math.nan, 0.7, HOURS),
        lambda: formulas.emissions(1, -1),
        lambda: formulas.share(1, 0),
        lambda: formulas.per_year(1, 0),
        lambda: Spread(2, 1, 3),
        lambda: Spread(1, math.nan, 3),
    ],
)
def test_what_is_impossible_is_refused(impossible):
    with pytest.raises(ValueError, match=r"must be|not in order"):
        impossible()


def test_a_spread_takes_the_ends_that_matter():
    assert carried(lambda a, b: a / b, Spread(1, 2, 3), Spread(1, 2, 4)) == Spread(0.25, 1, 3)
    assert carried(lambda a: 2 * a, single(4)) == single(8)
    assert Spread(1, 2, 3) + Spread(10, 20, 30) == Spread(11, 22, 33)
