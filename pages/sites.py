"""Sites: where, how big, how far along, and how sure we are."""

import streamlit as st

from ui import blocks, notices, show, site_choices, views

blocks.needs("sites")

view = views.view("sites", site_choices.chosen())
show.title(view)
notices.notices()
site_choices.bar(view.options["site"])
mapped, listed = st.columns([13, 6], gap="small")
with mapped:
    show.sections(view, "maps")
with listed:
    show.sections(view, "site", "list")
show.sections(view, "regions", "tray")
show.downloads(view)
show.sections(view, "print")
