"""The router: page settings, navigation, the frame around every page. Knows nothing else."""

import streamlit as st

from ui import blocks, data, routes

if problem := data.settings_problem():
    st.error(blocks.plain(problem))
    st.stop()
routes.name_the_tab()
page = st.navigation(routes.pages(), position="top")
blocks.frame()
page.run()
blocks.footer()
