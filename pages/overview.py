"""Overview: the race as one picture, who leads under which rule, and ways further in."""

import streamlit as st

from ui import blocks, choices, show, views

blocks.needs("overview")

view = views.view("overview", choices.none())
race, rules, *further = view.sections
show.title(view)
choices.notices()
wide, narrow = st.columns((3, 2), gap="large")
with wide:
    show.section(race)
with narrow:
    show.section(rules)
for section in further:
    show.section(section)
