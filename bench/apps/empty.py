"""The floor: a title and one choice."""

import streamlit as st

st.title("Empty")
st.segmented_control("Count", ["ceiling", "floor"], default="ceiling", key="lens")
