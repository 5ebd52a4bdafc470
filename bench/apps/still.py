"""Makes what needs no server: the table as HTML, with and without a figure, and as SQLite.

python bench/apps/still.py FOLDER
"""

import sqlite3
import sys
from pathlib import Path

import plotly.express as px
from board import board
from plotly.offline import get_plotlyjs

PAGE = "<!doctype html><meta charset=utf-8><title>{0}</title>{2}<h1>{0}</h1>{1}"
SCRIPT = "<script src=plotly.min.js></script>"


def main(folder: Path) -> None:
    """Write table.html, chart.html with its script beside it, and board.db into ``folder``."""
    rows = board()
    table = rows.to_html(index=False)
    figure = px.bar(rows, x="amount_high", y="title", color="country_code", orientation="h")
    drawn = figure.to_html(full_html=False, include_plotlyjs=False)
    (folder / "table.html").write_text(PAGE.format("Static", table, ""), encoding="utf-8")
    (folder / "chart.html").write_text(
        PAGE.format("Static with a chart", drawn + table, SCRIPT), encoding="utf-8"
    )
    (folder / "plotly.min.js").write_text(get_plotlyjs(), encoding="utf-8")
    with sqlite3.connect(folder / "board.db") as database:
        rows.to_sql("board", database, index=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
