"""Streamlit idioms that pages share."""
