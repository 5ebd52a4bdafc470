"""Real HTML tables: frames of text in, escaped markup out. great_tables renders and escapes."""

from collections.abc import Collection
from html import escape

import pandas as pd
from great_tables import GT, html


def table(
    frame: pd.DataFrame,
    *,
    name: str,
    labels: dict[str, str],
    markup: Collection[str] = (),
    right: Collection[str] = (),
    is_stacked: bool = False,
) -> str:
    """The rows of ``frame`` as one HTML table.

    ``labels`` names the columns, ``right`` those that hold figures. Every cell is escaped but in
    the columns of ``markup``, which hold HTML made by us of escaped parts. Cells carry
    ``headers="<name>-<column>"``, which the style sheet and tests go by. With ``is_stacked``
    cells stand one under another on a narrow screen, each after the name of its column.
    """
    shown = frame.astype("str").fillna("").reset_index(drop=True)
    made = GT(shown, id=name).cols_label({key: html(escape(text)) for key, text in labels.items()})
    made = made.cols_align("left").cols_align("right", columns=[*right])
    if markup:
        made = made.fmt(str, columns=[*markup])
    text = made.as_raw_html()
    # The style sheet that comes along is dropped: ours dresses every table of the app alike.
    body = text[text.index("<table") : text.rindex("</table>")]
    if is_stacked:
        for column, label in labels.items():
            cell = f'headers="{escape(name)}-{escape(column)}"'
            body = body.replace(cell, f'{cell} data-label="{escape(label)}"')
    kind = "cc-wide cc-stack" if is_stacked else "cc-wide"
    return f'<div class="cc {kind}" id="{escape(name)}">{body}</table></div>'
