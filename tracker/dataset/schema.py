"""The data package: the only description of a table and of a column."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from tracker.dataset.package_shape import read_package_file


@dataclass(frozen=True)
class Table:
    """One table as the data package describes it."""

    name: str
    file: str
    descriptor: dict[str, Any]

    @property
    def path(self) -> str:
        """Name of the file within the folder of the data."""
        return self.file.rpartition("/")[2]

    @cached_property
    def fields(self) -> dict[str, dict[str, Any]]:
        """Field name -> its Table Schema descriptor, in the order of the columns."""
        return {field["name"]: field for field in self.descriptor["schema"]["fields"]}

    @property
    def key(self) -> str:
        """Name of the primary key."""
        return str(self.descriptor["schema"]["primaryKey"][0])

    @property
    def unique(self) -> list[tuple[str, ...]]:
        """The columns that no two rows have alike: the key, others by themselves, and several."""
        alone = [
            (name,)
            for name, about in self.fields.items()
            if about.get("constraints", {}).get("unique")
        ]
        return [*alone, *(tuple(keys) for keys in self.descriptor["schema"].get("uniqueKeys", []))]

    @property
    def known_from(self) -> str:
        """The column with the day from which a row is known. Raises KeyError without one."""
        return str(self.descriptor["knownFrom"])

    @property
    def references(self) -> list[tuple[str, str, str]]:
        """(field, table, field there) for each foreign key."""
        keys = self.descriptor["schema"].get("foreignKeys", [])
        return [
            (key["fields"][0], key["reference"]["resource"], key["reference"]["fields"][0])
            for key in keys
        ]

    def options(self, field: str) -> list[str]:
        """The closed list of ``field``, in its order; empty when it has none."""
        return list(self.fields[field].get("constraints", {}).get("enum", []))

    def is_text(self, field: str) -> bool:
        """Whether ``field`` holds words for people, so that no value hangs on its every letter."""
        about = self.fields[field]
        is_bound = {"enum", "pattern", "unique"} & set(about.get("constraints", {}))
        return about["type"] == "string" and not is_bound and not about.get("partialDate")


@dataclass(frozen=True)
class Package:
    """All tables by name, and the package's own description."""

    descriptor: dict[str, Any]
    tables: dict[str, Table]

    @property
    def made_on(self) -> date:
        """The day in the version, which looks like 2026.11.21."""
        return date(*map(int, str(self.descriptor["version"]).split(".")[:3]))

    def __getitem__(self, name: str) -> Table:
        """The table called ``name``; KeyError when there is none."""
        return self.tables[name]


def read_package(folder: Path) -> Package:
    """The data package in ``folder``. Raises DataError with all faults where it is unusable."""
    return package_of(folder, read_package_file(folder).usable())


def package_of(folder: Path, descriptor: dict[str, Any]) -> Package:
    """The data package of a sound descriptor."""
    tables = {
        resource["name"]: Table(resource["name"], f"{folder.name}/{resource['path']}", resource)
        for resource in descriptor["resources"]
    }
    return Package(descriptor, tables)
