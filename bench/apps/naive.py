"""What one would write first: a chart and a grid over the same CSV, made anew on every run."""

from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

DATA = Path(__file__).parents[2] / "data"

st.title("Naive")
lens = st.segmented_control("Count", ["ceiling", "floor"], default="ceiling", key="lens")
column = "amount_high" if lens == "ceiling" else "amount_low"
amounts = pd.read_csv(DATA / "amounts.csv").merge(pd.read_csv(DATA / "commitments.csv"))
best = amounts.sort_values(column, ascending=False).head(25)
st.plotly_chart(px.bar(best, x=column, y="title", color="country_code", orientation="h"))
st.dataframe(best)
