"""All settings of a data folder at once: every file in its shape, every name in its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.dataset.faults import Cost, DataError, Fault
from tracker.dataset.package_shape import read_package_file
from tracker.dataset.schema import Package, package_of
from tracker.dataset.settings.clashes import (
    in_comparison,
    in_energy,
    in_evidence,
    in_palette,
    in_rules,
)
from tracker.dataset.settings.names import Names, wrong_names
from tracker.dataset.settings.palette import PALETTE, Palette
from tracker.dataset.settings.rules import FILES, Rules, rules_of
from tracker.dataset.settings.shapes import first, read_shaped

CHECKS = (in_rules, in_evidence, in_comparison, in_energy, in_palette, wrong_names)


@dataclass(frozen=True)
class Settings:
    """What all files of settings say; ``faults`` are those that cost nothing."""

    package: Package
    rules: Rules
    palette: Palette
    faults: tuple[Fault, ...]


def read_settings(folder: Path) -> Settings:
    """The settings in ``folder``. Raises DataError with all faults of all files at once.

    Names that nothing knows make no file unusable; they are in ``Settings.faults``.
    """
    described = read_package_file(folder)
    kinds: dict[str, type[Any]] = {**FILES, PALETTE: Palette}
    files = {name: read_shaped(folder, name, kind) for name, kind in kinds.items()}
    package = None if described.value is None else package_of(folder, described.value)
    alone = [fault for file in (described, *files.values()) for fault in file.faults]
    faults = first((*alone, *_across(folder, Names(files, package))))
    if package is None or any(fault.cost != Cost.NOTHING for fault in faults):
        raise DataError(faults)
    return Settings(package, rules_of(files), files[PALETTE].usable(), faults)


def _across(folder: Path, names: Names) -> Iterator[Fault]:
    """What no shape sees: what is wrong between values, and between files."""
    for name, keys, problem in (wrong for check in CHECKS for wrong in check(names)):
        yield names.files[name].document.fault(keys, problem)
    for keys, language in names.said("rules.yaml", "default_language"):
        if not (folder / "text" / language).is_dir():
            told = f"{language!r} has no folder under text"
            yield names.files["rules.yaml"].document.fault(keys, told)
