"""Sites: where, how big, how far along, and how sure we are."""

import streamlit as st

from ui import blocks, choices, mapping, site_choices, views

blocks.needs("sites")

chosen = site_choices.chosen()
view = views.site_view(chosen)
blocks.title(view.title, view.lead)
choices.notices()
site_choices.bar()
listed, mapped = st.columns([6, 7], gap="medium")
with listed:
    site_choices.picker(view.options)
    blocks.markup(view.detail)
    blocks.site_list(view)
    blocks.note(view.note)
with mapped:
    mapping.maps_of(view, chosen.size)
blocks.markup(view.tray)
blocks.markup(view.summary)
mapping.downloads(view)
