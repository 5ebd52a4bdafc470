"""Word of what could not be had: parts of the address, and views that nothing is in."""

from datetime import date

import streamlit as st

from ui import blocks, choices, data, widgets
from ui.address import Refusal, refusals

WAY_OUT = "way-out"


def notices() -> None:
    """Say once, in one box, which parts of the address were left aside; and of too early a day."""
    told = [blocks.plain(_refused(refusal)) for refusal in refusals()]
    if len(told) > 1:
        several = blocks.plain(data.look().words("site.address.several"))
        told = ["\n".join([f"{several}\n", *(f"- {one}" for one in told)])]
    for box in told:
        st.warning(box)
    if _is_before_all():
        look = data.look()
        st.info(look.words("site.nothing.day", day=look.formats.date(_day())))
        _last_day()


def nothing(told: str) -> None:
    """Word that there is nothing to show, and one button that changes it.

    Filters are taken away first; the day is changed where there are none.
    """
    if _is_before_all():
        return  # said above the choices already
    st.info(told)
    narrowing = [one for one in choices.here() if one.name in choices.FILTERS]
    if any(one.write(choices.value(one)) for one in narrowing):
        widgets.back(WAY_OUT, data.look().words("site.nothing.show_all"), narrowing)
    elif _day() < data.dataset().rules.evidence_until:
        _last_day()


def _day() -> date:
    day = st.session_state.get("as_of")
    return day if isinstance(day, date) else data.dataset().rules.evidence_until


def _is_before_all() -> bool:
    """Whether nothing at all was known on the day that is looked at."""
    return data.known(_day()).world.commitments.empty


def _last_day() -> None:
    look = data.look()
    last = look.formats.date(data.dataset().rules.evidence_until)
    days = [one for one in choices.here() if one.name == "as_of"]
    widgets.back(WAY_OUT, look.words("site.nothing.show_day", day=last), days)


def _refused(refusal: Refusal) -> str:
    """What was left aside and what could have been asked for."""
    kind = "malformed" if refusal.value else "unknown"
    kind = kind if refusal.least is None else "number"
    kind = "gone" if refusal.is_gone else kind
    told = {name: value for name, value in vars(refusal).items() if value is not None}
    return data.look().words(f"site.address.{kind}", **told)
