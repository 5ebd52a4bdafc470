"""The same table and one figure in Dash, with one choice; served by waitress."""

import os

import dash_ag_grid
import plotly.express as px
from board import board
from dash import Dash, Input, Output, dcc, html

COLUMN = {"ceiling": "amount_high", "floor": "amount_low"}
BOARDS = {lens: board(column) for lens, column in COLUMN.items()}

app = Dash(__name__, compress="BENCH_COMPRESS" in os.environ)
server = app.server
app.layout = html.Div(
    [
        html.H1("Dash"),
        dcc.RadioItems(list(COLUMN), "ceiling", id="lens"),
        dcc.Graph(id="figure"),
        dash_ag_grid.AgGrid(id="table", columnDefs=[{"field": one} for one in BOARDS["floor"]]),
    ]
)


@app.callback(Output("figure", "figure"), Output("table", "rowData"), Input("lens", "value"))
def shown(lens: str):
    """The figure and the rows of a lens."""
    rows = BOARDS[lens]
    figure = px.bar(rows, x=COLUMN[lens], y="title", color="country_code", orientation="h")
    return figure, rows.to_dict("records")
