"""The app as a server: main.py draws every page, and what fails there is told in plain words."""

import streamlit as st

from ui import assets, paths, start

start.declare()
app = st.App(
    "main.py",
    lifespan=start.lifespan,
    middleware=(*paths.BEFORE, *assets.BEFORE),
    on_script_error=start.tell,
)
