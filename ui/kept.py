"""What stays when a reader moves to another page: a way of counting, a currency, a day, countries.

It is kept as addresses have it, so that each page takes of it what it knows.
"""

from collections.abc import Iterable, Mapping

import streamlit as st

from ui.address import Choice

# What travels, by its name in an address, and the name under which it is kept.
STAYS = {name: name for name in ("lens", "currency", "as_of")}
COUNTRIES = ("country_code", "country")
STAYS |= dict.fromkeys(COUNTRIES, "country")


def remember(choices: Iterable[Choice], values: Mapping[str, object]) -> None:
    """Keep what was chosen on a page; what it could not take stays as it was."""
    kept = _kept()
    for choice in choices:
        if name := STAYS.get(choice.name):
            written = choice.write(values[choice.name])
            if written != _fitting(choice, kept.get(name, [])):
                kept[name] = written
    st.session_state["kept"] = kept


def carried(choices: Iterable[Choice]) -> dict[str, list[str]]:
    """What stays on the way to a page with these ``choices``, as its address has it."""
    kept = _kept()
    found = {
        choice.name: _fitting(choice, kept.get(STAYS[choice.name], []))
        for choice in choices
        if choice.name in STAYS
    }
    return {name: written for name, written in found.items() if written}


def _kept() -> dict[str, list[str]]:
    return dict(st.session_state.get("kept", {}))


def _fitting(choice: Choice, written: list[str]) -> list[str]:
    """``written`` where a page can take it; several of what it takes one of are none."""
    if not written or (len(written) > 1 and not choice.is_many):
        return []
    return written if choice.read(written) is not None else []
