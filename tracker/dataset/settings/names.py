"""Names that files of settings give each other: where one may point, and what if it does not."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.dataset.outlines import FOLDER
from tracker.dataset.package_shape import PACKAGE
from tracker.dataset.schema import Package
from tracker.dataset.settings.diplomacy import ELSEWHERE, NEAR, NONE
from tracker.dataset.settings.places import MONEY
from tracker.dataset.settings.shapes import Shaped
from tracker.dataset.settings.yaml_reader import Keys

MOST_LISTED = 12  # names that a fault lists; of a longer list it tells where it is
NAME = "@"  # in a way, each name of a group; * is each value in a group or a list
BASES, PHASES = f"capacities.power_basis of {PACKAGE}", f"capacities.phase of {PACKAGE}"
CATEGORIES = f"commitments.category of {PACKAGE}"
FLOWS, ORIGINS = f"commitments.flow_type of {PACKAGE}", f"commitments.origin of {PACKAGE}"
INDICATORS, METRICS = "indicators of indicators.yaml", "metrics of indicators.yaml"
MARKS, LENSES, RUNGS = "marks of palette.yaml", "lenses of rules.yaml", "rungs of rules.yaml"
KINDS, TIERS = f"publishers.kind of {PACKAGE}", "tiers of evidence.yaml"
LEFT_OUT = {  # what a rule may leave pots out by, and where its values are listed
    "category": CATEGORIES,
    "flow_type": FLOWS,
    "origin": ORIGINS,
    "organisation_type": f"organisations.organisation_type of {PACKAGE}",
}
REFERENCES = ("methods.*.*", "against.*.*", "market.*.*", "published_factors.*.*", "growth.*")
BOUNDED = ("mw", "intensity", "price")  # what a reader may type beside the assumptions
FIXED: Mapping[str, Collection[str]] = {  # lists that no file has
    PACKAGE: ("grid", "grid_zones"),  # the tables of references
    "the columns of pots": LEFT_OUT,
    "the shares": (  # the columns that a reader may rank by
        "pot_id",
        "organisation_id",
        "country_code",
        "home_country_code",
        "category",
        "origin",
    ),
    "what is typed": BOUNDED,
    "what code asks for": ("reserved",),
}

Wrong = tuple[str, Keys, str]  # a file, where in it, and what is wrong there

# File -> the way to names in it -> where these are listed: a group of the same file, one of
# another, a column, or what `Names.listed` makes. Where a way ends in ? an empty name is none.
POINTING: Mapping[str, Mapping[str, str]] = {
    "rules.yaml": {
        f"rungs.{NAME}": f"statuses.status of {PACKAGE}",
        "rungs.*.mark": MARKS,
        "status_rules.*.status": RUNGS,
        "silence.rungs.*": RUNGS,
        "silence.rule": "status_rules of rules.yaml",
        "lenses.*.from_rung?": "rungs",
        "default_lens": LENSES,
        "deflator_lenses.*": LENSES,
        "no_floor_qualifiers.*": f"amounts.qualifier of {PACKAGE}",
        "default_scope.category.*": CATEGORIES,
        "default_scope.flow_type.*": FLOWS,
        "default_scope.origin.*": ORIGINS,
        "public_flow_types.*": FLOWS,
        "programme_flow_types.*": FLOWS,
        "groups.*": "the shares",
    },
    "comparison.yaml": {
        "rules.*.lens?": LENSES,
        "rules.*.per?": "per of comparison.yaml",
        "headlines.*": "rules of comparison.yaml",
        "rules.*.phase?": PHASES,
        "rules.*.basis?": BASES,
        "rules.*.origin.*": ORIGINS,
        "rules.*.add_category.*": CATEGORIES,
        "rules.*.rung_basis.*": f"statuses.basis of {PACKAGE}",
        "rules.*.amount_tier.*": TIERS,
        f"rules.*.without.{NAME}": "the columns of pots",
        **{f"rules.*.without.{column}": where for column, where in LEFT_OUT.items()},
        "per.*.indicator?": INDICATORS,
        "per.*.phase?": PHASES,
        "sections.*.*.indicators.*": INDICATORS,
        "sections.*.*.rivals.*": INDICATORS,
        "sections.*.*.metrics.*": METRICS,
        "sections.*.*.price": f"prices.price_basis of {PACKAGE}",
    },
    "evidence.yaml": {
        "tiers.*.kinds.*": KINDS,
        "primary_tiers.*": TIERS,
        "weak_tiers.*": TIERS,
    },
    "diplomacy.yaml": {
        "closeness.*": "the kinds of ties",
        "tracks.*": "closeness of diplomacy.yaml",
        "first_ties.*": f"event_links.link of {PACKAGE}",
        "courted_origin": ORIGINS,
        "adopter_figures.*": METRICS,
    },
    "energy.yaml": {
        "bases.*": BASES,
        **{f"{way}.table": PACKAGE for way in REFERENCES},
        **{f"{way}.metric": METRICS for way in REFERENCES},
        f"methods.*.{NAME}": "methods",
        "examples.*.countries.*": "methods",
        "water_indicator": INDICATORS,
        "intensity_metric": METRICS,
        "price_rates.*": f"assumptions.parameter of {PACKAGE}",
        "mix.*": "fuels of palette.yaml",
        "ladder.*.phase": PHASES,
        "ladder.*.rung": "rungs",
        "ladder.*.mark": MARKS,
        "ladder.*.indicator.*": INDICATORS,
        f"bounds.{NAME}": "the assumptions",
    },
    "places.yaml": {
        f"cities.{NAME}": "outlines",
        f"towns.{NAME}": "outlines",
        f"outlines.{NAME}": "countries of palette.yaml",
        "outlines.*": "static/geo",
        "placed_flow_types.*": FLOWS,
        f"px_per_sqrt.{NAME}": "the sizes",
        f"legend.{NAME}": "px_per_sqrt",
    },
    "palette.yaml": {"ends.*": MARKS, "tiers.*": MARKS, f"tiers.{NAME}": TIERS},
}
# File -> the way to a group or a list -> of which list every name must be in it.
WHOLE: Mapping[str, Mapping[str, str]] = {
    "rules.yaml": {"rungs": f"statuses.status of {PACKAGE}"},
    "diplomacy.yaml": {"closeness": "the kinds of ties"},
    "energy.yaml": {
        "methods.*": "methods",
        "prices": "methods",
        "ladder": "what code asks for",
        "bounds": "what is typed",
    },
    "places.yaml": {"cities": "outlines", "legend": "px_per_sqrt"},
    "palette.yaml": {"tiers": TIERS},
}


@dataclass(frozen=True)
class Names:
    """Everything that settings may point at; files by name, each in its shape."""

    files: Mapping[str, Shaped[Any]]
    package: Package | None

    def said(self, file: str, way: str) -> Iterator[tuple[Keys, Any]]:
        """What stands in ``file`` at the end of every ``way``; nothing where it is unusable."""
        if self.files[file].value is not None:
            yield from _ends(self.files[file].document.value, way.split("."))

    def listed(self, where: str, file: str) -> Collection[str] | None:
        """The names that ``file`` may point at; None allows any, for a file is unusable."""
        match where:
            case "static/geo":
                return [path.name for path in sorted(FOLDER.iterdir())]
            case "methods":  # the countries of the first
                return next((of for _, of in self.said(file, "methods.*")), ())
            case "rungs":  # those of the ladder
                rungs = self.files["rules.yaml"].value and self.files["rules.yaml"].value.rungs
                return rungs and [name for name, rung in rungs.items() if not rung.is_lost]
            case "the kinds of ties":
                return _beside(self._options("event_links", "link"), (ELSEWHERE, NEAR, NONE))
            case "the assumptions":
                return _beside(self._options("assumptions", "parameter"), BOUNDED)
            case "the sizes":
                phases = self._options("capacities", "phase")
                return _beside(phases and [f"{phase}_mw" for phase in phases], (MONEY,))
        place, _, other = where.partition(" of ")
        if other == PACKAGE:
            return self._options(*place.split("."))
        return FIXED.get(where) or next((of for _, of in self.said(other or file, place)), None)

    def _options(self, table: str, field: str) -> Collection[str] | None:
        """The closed list of a column; None where the package has no such column."""
        if self.package is None or table not in self.package.tables:
            return None
        described = self.package[table].fields.get(field, {})
        options: list[str] | None = described.get("constraints", {}).get("enum")
        return options


def wrong_names(names: Names) -> Iterator[Wrong]:
    """What settings point at that is not there, and names that must be there and are not."""
    for file, ways in POINTING.items():
        for way, where in ways.items():
            yield from ((file, *one) for one in _unlisted(names, file, way, where))
    for file, ways in WHOLE.items():
        for way, where in ways.items():
            yield from ((file, *one) for one in _absent(names, file, way, where))


def _unlisted(names: Names, file: str, way: str, where: str) -> Iterator[tuple[Keys, str]]:
    listed = names.listed(where, file)
    for keys, name in names.said(file, way.removesuffix("?")):
        if listed is None or name in listed or (way.endswith("?") and not name):
            continue
        is_short = len(listed) <= MOST_LISTED
        told = f"not one of {', '.join(listed)}" if is_short else f"not in {where}"
        yield keys, f"{name!r} is {told}"


def _absent(names: Names, file: str, way: str, where: str) -> Iterator[tuple[Keys, str]]:
    for keys, group in names.said(file, way):
        absent = [name for name in names.listed(where, file) or () if name not in group]
        yield from ((keys, f"{name!r} is missing") for name in absent)


def _ends(here: Any, way: Sequence[str], keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    if not way:
        yield keys, here
        return
    below = dict(here.items() if isinstance(here, Mapping) else enumerate(here))
    if way[0] == NAME:
        yield from (((*keys, name), name) for name in below)
        return
    for step in below if way[0] == "*" else {way[0]} & below.keys():
        yield from _ends(below[step], way[1:], (*keys, step))


def _beside(names: Collection[str] | None, more: Sequence[str]) -> Collection[str] | None:
    return None if names is None else (*names, *more)
