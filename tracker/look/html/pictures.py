"""Pictures as HTML: they scale with the page, and their words keep their size."""

from collections.abc import Iterator

from markupsafe import escape

from tracker.look.atlas import Atlas
from tracker.look.elements import Fold, Said
from tracker.look.html.writers import WRITERS, write
from tracker.look.look import Look
from tracker.look.tracks import Axis, Lane, Mark, Picture, Track


def _picture(part: Picture, look: Look) -> str:
    """A figure with its axis, its tracks, what its marks mean, and its table folded away."""
    if not part.tracks:
        return ""
    tracks = "".join(_track(one, part.axis, look) for one in part.tracks)
    kind = "cc-picture cc-dense" if part.is_dense else "cc-picture"
    return (
        f'<figure class="{kind}" id="{escape(part.name)}">'
        f'<div class="cc-plot" role="group" aria-label="{escape(part.told)}">'
        f"{_ends(part.axis)}{_ticks(part.axis)}{tracks}</div>"
        f"{caption(part, look)}</figure>"
    )


def caption(part: Picture | Atlas, look: Look) -> str:
    """What stands under a picture or maps: the takeaway, the legend, and the table folded away."""
    has_table = part.table is not None and part.table.rows
    table = Fold(look.words("site.as_table"), part.table or "") if has_table else ""
    under = (Said("takeaway", part.takeaway), part.legend, table)
    return f"<figcaption>{write(under, look)}</figcaption>"


def _ends(axis: Axis) -> str:
    if not axis.left and not axis.right:
        return ""
    left, right = escape(axis.left), escape(axis.right)
    return f'<div class="cc-ends"><span>← {left}</span><span>{right} →</span></div>'


def _ticks(axis: Axis) -> str:
    """The named values above the tracks, and a line through all of them for each."""
    return f'<div class="cc-ticks" aria-hidden="true"><div>{"".join(_lines(axis))}</div></div>'


def _lines(axis: Axis) -> Iterator[str]:
    for tick in axis.ticks:
        kind = ' class="cc-base"' if tick.value == axis.base else ""
        place = axis.place(tick.value)
        yield f'<i{kind} style="left:{place:.2f}%"><b>{escape(tick.text)}</b></i>'


def _track(track: Track, axis: Axis, look: Look) -> str:
    label, value = write(track.label, look), write(track.value, look)
    if track.is_head:
        return f'<div class="cc-head">{label}</div>'
    hue = f" cc-{escape(track.country_code)}" if track.country_code else ""
    marks = "".join(_mark(one, axis) for one in track.marks)
    return (
        f'<div class="cc-track{hue}"><div class="cc-name">{label}</div>'
        f'<div class="cc-lane">{marks}</div><div class="cc-value">{value}</div></div>'
    )


def _mark(mark: Mark, axis: Axis) -> str:
    """A mark at its place; its words come up for a pointer, a finger and the keyboard alike."""
    start, end = axis.place(mark.start), axis.place(mark.end)
    if mark.shape == "note":
        return _note(mark, start, end)
    hue = f" cc-{escape(mark.country_code)}" if mark.country_code else ""
    judged = " cc-judged" if mark.is_judged else ""
    side = " cc-late" if start + end > 100 else ""
    width = f";width:{end - start:.2f}%" if mark.shape in ("bar", "line") else ""
    label = f"<b>{escape(mark.label)}</b>" if mark.label else ""
    return (
        f'<span class="cc-mark cc-{mark.shape}{hue}{side}" tabindex="0" role="img"'
        f' aria-label="{escape(mark.told)}" style="left:{start:.2f}%{width}">'
        f'<i class="cc-k-{escape(mark.kind)}{judged}"></i><span class="cc-on">{label}</span>'
        f'<span class="cc-tip" aria-hidden="true">{escape(mark.told)}</span></span>'
    )


def _lane(part: Lane, look: Look) -> str:
    hue = f" cc-{escape(part.country_code)}" if part.country_code else ""
    return f'<div class="cc-lane{hue}">{"".join(_mark(one, part.axis) for one in part.marks)}</div>'


def _note(mark: Mark, start: float, end: float) -> str:
    """Words beside a mark: at the left of their room, at its right where that is the far half."""
    side = " cc-late" if start + end > 100 and end < 100 else ""
    width = f"left:{start:.2f}%;width:{end - start:.2f}%"
    return f'<span class="cc-note{side}" style="{width}"><b>{escape(mark.label)}</b></span>'


WRITERS |= {Picture: _picture, Lane: _lane}
