"""Everything that is wrong with the settings and the texts of a data folder."""

from pathlib import Path

from tracker.dataset.faults import DataError, Fault
from tracker.dataset.settings.codes import code_faults
from tracker.dataset.settings.shapes import first
from tracker.dataset.settings.texts import compared
from tracker.dataset.settings.together import Settings, read_settings


def settings_faults(folder: Path) -> tuple[Fault, ...]:
    """Every fault of every file of settings and texts in ``folder``. Raises nothing.

    Words are compared with the codes of the settings only where these are usable.
    """
    settings, found = _settings(folder)
    for language in _languages(folder):
        found += compared(folder, language, {})[1]
        if settings is not None:
            found += code_faults(folder, language, settings)
    return first(found)


def _settings(folder: Path) -> tuple[Settings | None, list[Fault]]:
    try:
        settings = read_settings(folder)
    except DataError as error:
        return None, list(error.faults)
    return settings, list(settings.faults)


def _languages(folder: Path) -> list[str]:
    home = folder / "text"
    return sorted(path.name for path in home.iterdir() if path.is_dir()) if home.is_dir() else []
