"""Word of what the address asked for and could not be had."""

import streamlit as st

from ui import blocks, data
from ui.address import Refusal, refusals


def notices() -> None:
    """Say once, in one box, which parts of the address were left aside."""
    told = [blocks.plain(_refused(refusal)) for refusal in refusals()]
    if len(told) > 1:
        several = blocks.plain(data.look().words("site.address.several"))
        told = ["\n".join([f"{several}\n", *(f"- {one}" for one in told)])]
    for box in told:
        st.warning(box)


def _refused(refusal: Refusal) -> str:
    """What was left aside and what could have been asked for."""
    kind = "malformed" if refusal.value else "unknown"
    kind = kind if refusal.least is None else "number"
    kind = "gone" if refusal.is_gone else kind
    told = {name: value for name, value in vars(refusal).items() if value is not None}
    return data.look().words(f"site.address.{kind}", **told)
