"""Power and carbon: what an announced campus takes in a year, with the method in sight."""

import streamlit as st

from ui import blocks, choices, energy_choices, figures, views

blocks.needs("energy")

chosen = energy_choices.chosen()
view = views.energy_view(chosen)
blocks.title(view.title, view.lead)
choices.notices()
for told in view.warnings:
    st.warning(blocks.plain(told))
energy_choices.bar(chosen)
blocks.markup(view.results.html)
energy_choices.assumptions(view, chosen)
blocks.contents(view.sections, "energy")
for section in view.sections[:3]:
    blocks.markup(section.html)
figures.sensitivities(view)
figures.over_the_years(view)
for section in view.sections[3:]:
    blocks.markup(section.html)
blocks.energy_files(view)
