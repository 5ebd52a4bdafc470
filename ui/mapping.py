"""Maps on a page: drawn by the browser from the app's own outlines."""

import streamlit as st

from tracker.look import maps
from tracker.views.sites.page import SiteView
from ui import blocks, data


def maps_of(view: SiteView, size: str) -> None:
    """A map for each country of ``view``, side by side, and what the drawing stands for."""
    look = data.look()
    theme = st.context.theme.type or "light"
    alone = len(view.codes) == 1
    blocks.note(look.words("sites.webgl"))
    widths = [look.rules.places.views[code]["width"] for code in view.codes]
    for code, column in zip(view.codes, st.columns(widths, gap="small"), strict=True):
        country = look.formats.country(code)
        drawn = maps.deck(view.symbols, code, size, look, maps.Sight(theme, alone, view.focus))
        count = int((view.symbols["country_code"] == code).sum())
        told = look.words("sites.map", country=country, count=count)
        with column:
            st.markdown(f"**{blocks.plain(country)}**")
            st.pydeck_chart(drawn, height=look.rules.places.height_px, alt=told)
    blocks.markup(view.legend)
    blocks.note(look.words("sites.boundary"))


def downloads(view: SiteView) -> None:
    """The sites in sight as a table and as features; nothing where there are none."""
    if not view.shown:
        return
    words = data.look().words
    label = words("sites.download_csv", count=view.shown)
    st.download_button(label, view.csv, f"{view.file_name}.csv", "text/csv", on_click="ignore")
    label = words("sites.download_geojson", count=view.shown)
    kind = "application/geo+json"
    st.download_button(label, view.geojson, f"{view.file_name}.geojson", kind, on_click="ignore")
