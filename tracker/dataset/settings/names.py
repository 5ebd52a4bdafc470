"""Names that files of settings give each other: where one may point, and what if it does not."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tracker.dataset.faults import Fault
from tracker.dataset.schema import Package
from tracker.dataset.settings.documents import Document
from tracker.dataset.settings.palette import PaletteFile
from tracker.dataset.settings.rules import RuleFiles
from tracker.dataset.settings.shapes import Shaped
from tracker.dataset.settings.yaml_reader import Keys

MOST_LISTED = 12  # names that a fault lists; of a longer list it tells where it is


@dataclass(frozen=True)
class Listed:
    """Names that may be pointed at; ``names`` None allows any, for their file is unusable."""

    where: str
    names: Collection[str] | None

    def problem(self, name: str) -> str:
        """What is wrong with ``name``; empty where it may be pointed at."""
        if self.names is None or name in self.names:
            return ""
        if len(self.names) <= MOST_LISTED:
            return f"{name!r} is not one of {', '.join(self.names)}"
        return f"{name!r} is not in {self.where}"


@dataclass(frozen=True)
class Names:
    """Everything that settings may point at."""

    files: RuleFiles
    palette: Shaped[PaletteFile]
    package: Package | None

    def options(self, table: str, field: str) -> Listed:
        """The closed list of a column; any name where the package has no such column."""
        if self.package is None or table not in self.package.tables:
            return Listed("datapackage.yaml", None)
        described = self.package[table].fields.get(field, {})
        options = described.get("constraints", {}).get("enum")
        return Listed(f"{table}.{field} of datapackage.yaml", options)

    def of(self, file: Shaped[Any], *keys: str) -> Listed:
        """The names in a group of a file."""
        here = file.document.value if file.value is not None else None
        for key in keys:
            here = here.get(key, {}) if isinstance(here, Mapping) else None
        where = f"{'.'.join(keys)} of {file.document.name}"
        return Listed(where, None if here is None else tuple(here))


@dataclass(frozen=True)
class Pointing:
    """A file whose names are looked up."""

    document: Document

    def one(self, keys: Keys, name: str, listed: Listed) -> Iterator[Fault]:
        """A fault where ``name``, which stands under ``keys``, is not ``listed``."""
        if problem := listed.problem(name):
            yield self.document.fault(keys, problem)

    def each(self, keys: Keys, names: Iterable[str], listed: Listed) -> Iterator[Fault]:
        """The same for every name of a list under ``keys``."""
        # A set has lost the order of the file, which alone tells the line of each.
        written = self._written(keys) if isinstance(names, frozenset) else names
        for place, name in enumerate(written):
            yield from self.one((*keys, place), name, listed)

    def groups(self, keys: Keys, names: Iterable[str], listed: Listed) -> Iterator[Fault]:
        """The same for the names of a group under ``keys``."""
        for name in names:
            yield from self.one((*keys, name), name, listed)

    def absent(self, keys: Keys, names: Iterable[str], listed: Listed) -> Iterator[Fault]:
        """A fault for every name that is listed and not among ``names``."""
        for name in listed.names or ():
            if name not in names:
                yield self.document.fault(keys, f"{name!r} is missing")

    def _written(self, keys: Keys) -> list[str]:
        here: Any = self.document.value
        for key in keys:
            here = here[key]
        return list(here)
