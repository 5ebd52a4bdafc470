"""The app as a server: main.py draws every page, and what fails there is told in plain words."""

import streamlit as st

from ui import routes, trouble

routes.declare()
app = st.App("main.py", on_script_error=trouble.tell)
