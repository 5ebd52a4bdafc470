"""What is looked at on the power page, and the power that it comes to per country."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from tracker.counting import capacity
from tracker.counting.known import Known
from tracker.energy.choices import PIPELINE, SITE, TYPED, ChosenEnergy
from tracker.world import places
from tracker.world.asof import World, power_in_force


@dataclass(frozen=True)
class Subject:
    """What is looked at: its power in MW by basis, per country.

    ``firm`` is what of it is stated without "up to", where many are looked at; empty for one.
    ``home`` is the country that it was promised to; empty where each country has its own.
    ``name`` is empty for what was typed and for a pipeline, ``qualifier`` where none was stated.
    """

    power: Mapping[str, Mapping[str, float]]
    name: str = ""
    home: str = ""
    qualifier: str = ""
    source_ids: tuple[str, ...] = ()
    firm: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @property
    def is_stated(self) -> bool:
        """Whether anything states its power."""
        return any(sum(of.values()) > 0 for of in self.power.values())


def subject(known: Known, chosen: ChosenEnergy) -> Subject:
    """What ``chosen`` asks for. What is not known on the day states no power."""
    codes = known.world.dataset.compared
    if chosen.what == TYPED:
        return Subject({code: {"unstated": chosen.mw} for code in codes})
    if chosen.what == PIPELINE:
        return _pipelines(known, chosen, codes)
    if chosen.what == SITE:
        return _site(places.sites(known.world), chosen, codes)
    return _commitment(known.world, chosen, codes)


def _pipelines(known: Known, chosen: ChosenEnergy, codes: tuple[str, ...]) -> Subject:
    """Everything of a phase, without what is lost; on the rungs that were asked for."""
    found = {code: _pipeline(known, chosen, code) for code in codes}
    power = {code: {basis: ends[1] for basis, ends in of.items()} for code, of in found.items()}
    firm = {code: {basis: ends[0] for basis, ends in of.items()} for code, of in found.items()}
    return Subject(power, firm=firm)


def _pipeline(known: Known, chosen: ChosenEnergy, code: str) -> dict[str, tuple[float, float]]:
    """Basis -> what is firm and all, in MW. What runs is told by sites, the rest by commitments."""
    if chosen.phase in known.world.rules.energy.phases_of_sites:
        return _running(known.world, chosen, code)
    scope = replace(known.usual(code), rung=chosen.rung or None)
    totals = {
        basis: capacity.total(known.power[chosen.phase], scope, basis=basis)
        for basis in known.world.bases
    }
    return {basis: (total.low, total.high) for basis, total in totals.items()}


def _running(world: World, chosen: ChosenEnergy, code: str) -> dict[str, tuple[float, float]]:
    """What sites with evidence state as running, without the stock of whole cities."""
    here = {
        name: row
        for name, row in places.of_country(places.evidenced(places.facts(world)), code).items()
        if not chosen.rung or row["status"] in chosen.rung
    }
    column = f"{chosen.phase}_basis"
    added = places.power(here, chosen.phase, world).sites
    ends = {}
    for basis in world.bases:
        of_basis = {name: here[name] for name in added if here[name][column] == basis}
        power = places.power(of_basis, chosen.phase, world)
        ends[basis] = (power.firm, power.megawatts)
    return ends


def commitments(known: Known, phase: str) -> pd.DataFrame:
    """The commitments that state power of ``phase``, the largest first: title and power."""
    stated = _stated(known.world, phase)
    return stated.dropna(subset="capacity_mw").sort_values("capacity_mw", ascending=False)


def _stated(world: World, phase: str) -> pd.DataFrame:
    """Of every commitment title and home, then the MW, basis, qualifier, document it states."""
    about, said = ["title", "country_code"], power_in_force(world, phase)
    columns = ["capacity_mw", "power_basis", "qualifier", "source_id"]
    rows = [[said.get(name, {}).get(one) for one in columns] for name in world.facts]
    power = pd.DataFrame(rows, index=world.commitments.index, columns=columns)
    return world.commitments[about].join(power)


def _commitment(world: World, chosen: ChosenEnergy, codes: tuple[str, ...]) -> Subject:
    return _single(_stated(world, chosen.phase), chosen.commitment, codes)


def _site(rows: pd.DataFrame, chosen: ChosenEnergy, codes: tuple[str, ...]) -> Subject:
    power = [f"{chosen.phase}_{name}" for name in ("mw", "basis", "qualifier", "source_id")]
    return _single(rows[["site_name", "country_code", *power]], chosen.site, codes)


def _single(rows: pd.DataFrame, name: str, codes: tuple[str, ...]) -> Subject:
    """The row called ``name``: its title, its home, and MW, basis, qualifier and document."""
    if name not in rows.index:
        return Subject({})
    title, home, megawatts, basis, qualifier, source = rows.loc[[name]].iloc[0]
    if pd.isna(megawatts):
        return Subject({}, str(title), str(home))
    power = {code: {basis: float(megawatts)} for code in codes}
    return Subject(power, str(title), str(home), qualifier, (source,))
