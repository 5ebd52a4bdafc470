"""All settings of a data folder at once: every file in its shape, every name in its place."""

from dataclasses import dataclass
from pathlib import Path

from tracker.dataset.faults import Cost, DataError, Fault
from tracker.dataset.schema import Package, package_of, read_package_file
from tracker.dataset.settings.named_in_energy import (
    wrong_in_energy,
    wrong_in_palette,
    wrong_in_places,
)
from tracker.dataset.settings.named_in_rules import (
    wrong_in_comparison,
    wrong_in_diplomacy,
    wrong_in_rules,
)
from tracker.dataset.settings.names import Names
from tracker.dataset.settings.palette import Palette, palette_of, read_palette_file
from tracker.dataset.settings.rules import Rules, read_rule_files, rules_of
from tracker.dataset.settings.shapes import first

CHECKS = (
    wrong_in_rules,
    wrong_in_comparison,
    wrong_in_diplomacy,
    wrong_in_energy,
    wrong_in_places,
    wrong_in_palette,
)


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
    described, palette = read_package_file(folder), read_palette_file(folder)
    files = read_rule_files(folder)
    package = None if described.value is None else package_of(folder, described.value)
    alone = (*described.faults, *files.faults, *palette.faults)
    names = Names(files, palette, package)
    across = (fault for check in CHECKS for fault in check(names))
    faults = first((*alone, *across, *_language(folder, names)))
    if package is None or any(fault.cost != Cost.NOTHING for fault in faults):
        raise DataError(faults)
    return Settings(package, rules_of(files), palette_of(palette.usable()), faults)


def _language(folder: Path, names: Names) -> tuple[Fault, ...]:
    """The default language has a folder of texts."""
    rules = names.files.rules
    if rules.value is None or (folder / "text" / rules.value.default_language).is_dir():
        return ()
    told = f"{rules.value.default_language!r} has no folder under text"
    return (rules.document.fault(("default_language",), told),)
