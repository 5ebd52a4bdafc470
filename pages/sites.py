"""Sites: where, how big, how far along, and how sure we are."""

import streamlit as st

from ui import blocks, notices, show, site_choices, views

blocks.needs("sites")

view = views.view("sites", site_choices.chosen())
show.title(view)
notices.notices()
site_choices.bar()
listed, mapped = st.columns([6, 7], gap="medium")
with listed:
    site_choices.picker(view.options["site"])
    show.sections(view, "site", "list")
with mapped:
    show.sections(view, "maps")
show.sections(view, "tray", "regions")
show.downloads(view)
