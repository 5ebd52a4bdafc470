"""The app as a server: main.py draws every page, and what fails there is told in plain words."""

import streamlit as st

from ui import assets, routes, trouble

routes.declare()
app = st.App("main.py", middleware=assets.BEFORE, on_script_error=trouble.tell)
