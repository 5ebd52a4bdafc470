"""What a reader of the power page chose, and the power that it comes to per country."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker import capacity, counting, places
from tracker.asof import World
from tracker.comparison.leading import compared
from tracker.energy import Load
from tracker.energy_settings import EnergySettings
from tracker.known import Known
from tracker.rules import Rules

PIPELINE, COMMITMENT, SITE, TYPED = SUBJECTS = ("pipeline", "commitment", "site", "capacity")
PLANNED = "planned"
USUAL_YEAR = "usual"


@dataclass(frozen=True)
class ChosenEnergy:
    """All that a reader chose; ``own`` holds the values typed over assumptions, by field."""

    what: str
    commitment: str
    site: str
    mw: float
    phase: str
    rung: tuple[str, ...]
    basis: str
    method: str
    year: str
    as_of: date
    own: tuple[tuple[str, float], ...] = ()


def usual(rules: Rules, as_of: date) -> ChosenEnergy:
    """What is shown where nobody asks for anything: all that is announced, the usual method."""
    settings = rules.energy
    return ChosenEnergy(
        what=PIPELINE,
        commitment="",
        site="",
        mw=settings.reference_mw,
        phase=PLANNED,
        rung=(),
        basis=settings.bases[0],
        method=settings.default_method,
        year=USUAL_YEAR,
        as_of=as_of,
    )


@dataclass(frozen=True)
class Subject:
    """What is looked at: its power in MW by basis, per country.

    ``home`` is the country that it was promised to; empty where each country has its own.
    ``name`` is empty for what was typed and for a pipeline, ``qualifier`` where none was stated.
    """

    power: Mapping[str, Mapping[str, float]]
    name: str = ""
    home: str = ""
    qualifier: str = ""
    source_ids: tuple[str, ...] = ()

    @property
    def is_stated(self) -> bool:
        """Whether anything states its power."""
        return any(sum(of.values()) > 0 for of in self.power.values())


def fields(settings: EnergySettings, per_country: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Every assumption that can be typed over: name in the address, parameter, country code."""
    for parameter in settings.bounds:
        if parameter == "mw":
            continue
        if parameter in per_country:
            for code in settings.countries:
                yield f"{parameter}_{code.lower()}", parameter, code
        else:
            yield parameter, parameter, ""


def per_country(assumptions: pd.DataFrame) -> frozenset[str]:
    """The parameters that differ by country: intensity, price and what the table says."""
    own = assumptions.loc[assumptions["country_code"].notna(), "parameter"]
    return frozenset({"intensity", "price", *own})


def subject(known: Known, chosen: ChosenEnergy) -> Subject:
    """What ``chosen`` asks for. What is not known on the day states no power."""
    codes = compared(known)
    if chosen.what == TYPED:
        return Subject({code: {"unstated": chosen.mw} for code in codes})
    if chosen.what == PIPELINE:
        return Subject({code: _pipeline(known, chosen, code) for code in codes})
    if chosen.what == SITE:
        return _site(places.sites(known.world), chosen, codes)
    return _commitment(known.world, chosen, codes)


def _pipeline(known: Known, chosen: ChosenEnergy, code: str) -> dict[str, float]:
    """The power of one phase by basis, without what is lost; on the rungs that were asked for."""
    scope = counting.default_scope(known.world.rules, code)
    scope = counting.Scope(**{**vars(scope), "rung": chosen.rung or None})
    power, bases = known.power[chosen.phase], _bases(known.world)
    return {basis: capacity.total(known.world, power, scope, basis=basis).high for basis in bases}


def _bases(world: World) -> tuple[str, ...]:
    return tuple(world.dataset.package["capacities"].options("power_basis"))


def commitments(known: Known, phase: str) -> pd.DataFrame:
    """The commitments that state power of ``phase``, the largest first: title and power."""
    stated = capacity.in_force(known.world, phase)
    about = known.world.commitments[["title", "country_code"]]
    return about.join(stated, how="inner").sort_values("capacity_mw", ascending=False)


def _commitment(world: World, chosen: ChosenEnergy, codes: tuple[str, ...]) -> Subject:
    stated = capacity.in_force(world, chosen.phase)
    about = world.commitments
    if chosen.commitment not in about.index:
        return Subject({})
    title, home = (str(about.at[chosen.commitment, name]) for name in ("title", "country_code"))
    if chosen.commitment not in stated.index:
        return Subject({}, title, home)
    row = stated.loc[[chosen.commitment]].iloc[0]
    power = {row["power_basis"]: float(row["capacity_mw"])}
    found = {code: power for code in codes}
    return Subject(found, title, home, row["qualifier"], (row["source_id"],))


def _site(rows: pd.DataFrame, chosen: ChosenEnergy, codes: tuple[str, ...]) -> Subject:
    if chosen.site not in rows.index:
        return Subject({})
    row = rows.loc[[chosen.site]].iloc[0]
    name, home = str(row["site_name"]), str(row["country_code"])
    if pd.isna(row[f"{chosen.phase}_mw"]):
        return Subject({}, name, home)
    power = {row[f"{chosen.phase}_basis"]: float(row[f"{chosen.phase}_mw"])}
    qualifier, source = row[f"{chosen.phase}_qualifier"], row[f"{chosen.phase}_source_id"]
    return Subject({code: power for code in codes}, name, home, qualifier, (source,))


def as_load(power: Mapping[str, float], basis: str) -> Load:
    """Power by basis as a load; what states no basis counts as ``basis`` (it or grid)."""
    unstated = power.get("unstated", 0.0)
    return Load(
        it=power.get("it", 0.0) + (unstated if basis == "it" else 0.0),
        grid=power.get("grid", 0.0) + (unstated if basis == "grid" else 0.0),
    )
