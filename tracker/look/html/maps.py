"""Maps as HTML: circles and words at their places, over an outline in the colours of the page."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from markupsafe import escape

from tracker.look.atlas import Atlas, Map, Point, Spot
from tracker.look.html.pictures import caption
from tracker.look.html.writers import WRITERS, write
from tracker.look.labels import Label
from tracker.look.look import Look

OUTLINE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">'
    '<path d="{path}" fill-rule="evenodd" fill-opacity=".1" stroke="#000" stroke-width=".8"'
    ' stroke-opacity=".75"/></svg>'
)


def _atlas(part: Atlas, look: Look) -> str:
    """The maps side by side, what they mean, and their table folded away."""
    if not part.maps:
        return ""
    maps = "".join(_framed(one, look) for one in part.maps)
    return (
        f'<figure class="cc-picture" id="{escape(part.name)}"><div class="cc-maps">{maps}</div>'
        f"{caption(part, look)}</figure>"
    )


def _framed(one: Map, look: Look) -> str:
    """A map under its heading."""
    width, height = one.size
    parts = (
        _land(one),
        *_window(one),
        *_discs(one),
        *(_city(point, label, one) for point, label in one.cities),
        *(_spot(spot, one) for spot in one.spots),
        *(_label(label, one, "") for label in one.labels),
        _scale(one),
    )
    return (
        f'<div><div class="cc-over">{write(one.heading, look)}</div>'
        f'<div class="cc-map cc-{escape(one.country_code)}" id="{escape(one.name)}" role="group"'
        f' aria-label="{escape(one.told)}" style="aspect-ratio:{width:g}/{height:g}">'
        f"{''.join(parts)}</div></div>"
    )


def _land(one: Map) -> str:
    """The outline as a mask, through which the colour of the page shows."""
    picture = OUTLINE.format(width=one.size[0], height=one.size[1], path=_path(one.rings))
    mask = f"url(&quot;data:image/svg+xml,{quote(picture)}&quot;)"
    return f'<i class="cc-land" style="-webkit-mask-image:{mask};mask-image:{mask}"></i>'


def _path(rings: Sequence[Sequence[Point]]) -> str:
    return "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in ring)}Z" for ring in rings)


def _window(one: Map) -> Iterator[str]:
    if one.window:
        left, top, right, bottom = one.window
        place = f"{_at(left, top, one)};{_wide(right - left, one)}"
        height = f"height:{100 * (bottom - top) / one.size[1]:.2f}%"
        yield f'<i class="cc-window" style="{place};{height}"></i>'


def _discs(one: Map) -> Iterator[str]:
    """The discs in which sites lie, cut off at the edge of the map."""
    places = [_round(spot.x, spot.y, spot.disc, one) for spot in one.spots if spot.disc]
    if places:
        discs = "".join(f'<i class="cc-within" style="{place}"></i>' for place in places)
        yield f'<i class="cc-veil">{discs}</i>'


def _spot(spot: Spot, one: Map) -> str:
    """A circle; its words come up for a pointer and the keyboard, a tap follows where it leads."""
    kind = f"cc-k-{escape(spot.kind)}" if spot.kind else "cc-several" * bool(spot.inside)
    kind += " cc-judged" if spot.is_judged else ""
    dress = "cc-spot" + " cc-late" * (spot.x > one.size[0] / 2)
    dress += " cc-low" * (spot.y < one.size[1] / 2)
    dress += " cc-chosen" * spot.is_chosen
    place = _round(spot.x, spot.y, spot.radius, one)
    told, inside = escape(spot.told), f"<b>{escape(spot.inside)}</b>" if spot.inside else ""
    tag, way = "span", ' tabindex="0" role="img"'
    if spot.address:
        tag, way = "a", f' href="{escape(spot.address)}" target="_self"'
    return (
        f'<{tag} class="{dress}"{way} aria-label="{told}" style="{place}"><i class="{kind}"></i>'
        f'{inside}<span class="cc-tip" aria-hidden="true">{told}</span></{tag}>'
    )


def _city(point: Point, label: Label, one: Map) -> str:
    return f'<i class="cc-city" style="{_at(*point, one)}"></i>{_label(label, one, " cc-town")}'


def _label(label: Label, one: Map, dress: str) -> str:
    """Lines in their box; those left of what they name end beside it."""
    left, top, right, _ = label.box
    side = f"left:{100 * left / one.size[0]:.2f}%"
    if label.is_left:
        side = f"right:{100 - 100 * right / one.size[0]:.2f}%"
    lines = "".join(f"<span>{escape(line)}</span>" for line in label.lines)
    place = f"{side};top:{100 * top / one.size[1]:.2f}%"
    return f'<span class="cc-label{dress}" aria-hidden="true" style="{place}">{lines}</span>'


def _scale(one: Map) -> str:
    return (
        f'<span class="cc-km" style="{_wide(one.scale.width, one)}">{escape(one.scale.text)}</span>'
    )


def _round(x: float, y: float, radius: float, one: Map) -> str:
    return f"{_at(x - radius, y - radius, one)};{_wide(2 * radius, one)}"


def _at(x: float, y: float, one: Map) -> str:
    return f"left:{100 * x / one.size[0]:.2f}%;top:{100 * y / one.size[1]:.2f}%"


def _wide(width: float, one: Map) -> str:
    return f"width:{100 * width / one.size[0]:.2f}%"


WRITERS |= {Atlas: _atlas}
