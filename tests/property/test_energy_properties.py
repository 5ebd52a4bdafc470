"""What must hold of power and carbon whatever is put in."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.energy import formulas
from tracker.energy.formulas import Load, Spread, carried

HOURS = 8760
MEGAWATTS = st.floats(0.1, 1e5)
PUES = st.floats(1, 3)
RUNNING = st.floats(0.01, 1)
GRAMS = st.floats(0, 1500)


def spreads(values):
    return st.tuples(values, values, values).map(lambda three: Spread(*sorted(three)))


@given(MEGAWATTS, MEGAWATTS, spreads(PUES), spreads(RUNNING), spreads(GRAMS))
def test_low_central_and_high_stay_in_order(it, grid, pue, running, grams):
    load = Load(it, grid)

    def tonnes(pue, running, grams):
        return formulas.emissions(formulas.electricity(load, pue, running, HOURS), grams)

    found = carried(tonnes, pue, running, grams)
    assert found.low <= found.central <= found.high
    chips = carried(lambda pue: formulas.gpus(formulas.it_power(load, pue), 600), pue)
    assert chips.low <= chips.central <= chips.high
    litres = carried(
        lambda pue, running: formulas.water(load, pue, running, HOURS, (0.3, 3)), pue, running
    )
    assert litres.low <= litres.central <= litres.high


@given(MEGAWATTS, PUES, RUNNING)
def test_twice_the_power_takes_twice_the_electricity(power, pue, running):
    one = formulas.electricity(Load(it=power), pue, running, HOURS)
    two = formulas.electricity(Load(it=2 * power), pue, running, HOURS)
    assert abs(two - 2 * one) <= 1e-9 * two


@given(MEGAWATTS, PUES, RUNNING)
def test_power_of_computers_is_that_of_the_grid_times_pue(power, pue, running):
    it = formulas.electricity(Load(it=power), pue, running, HOURS)
    grid = formulas.electricity(Load(grid=power), pue, running, HOURS)
    assert abs(it - grid * pue) <= 1e-9 * it
    as_grid = formulas.electricity(Load(grid=power * pue), pue, running, HOURS)
    assert abs(it - as_grid) <= 1e-9 * it


@given(MEGAWATTS, PUES, RUNNING, GRAMS)
def test_a_change_of_units_never_changes_the_tonnes(power, pue, running, grams):
    mwh = formulas.electricity(Load(it=power), pue, running, HOURS)
    in_terawatt_hours = mwh / formulas.MWH_PER_TWH
    assert abs(formulas.emissions(mwh, grams) - in_terawatt_hours * grams * 1000) <= 1e-6 * (
        1 + formulas.emissions(mwh, grams)
    )
