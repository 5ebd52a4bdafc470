"""Maps of sites: a disc as wide as our ignorance, a symbol as large as the site, its mark."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import pydeck as pdk

from tracker.dataset.plain import Row
from tracker.dataset.settings.places import MONEY, PlaceSettings
from tracker.look.crowding import crowding
from tracker.look.formats import is_missing
from tracker.look.look import Look

STATIC = "app/static/geo/"  # the address of the outlines, relative to any page of the app
METRES_PER_KM = 1000
NO_FILL = [0, 0, 0, 0]


@dataclass(frozen=True)
class Sight:
    """How a map is looked at: whether it stands alone, and a symbol to look at closely."""

    is_alone: bool = False
    focus: str | None = None


def deck(
    symbols: pd.DataFrame, code: str, size: str, look: Look, sight: Sight, theme: str
) -> pdk.Deck:
    """One country's symbols on our own basemap.

    ``symbols`` has one row per symbol: ``country_code, latitude, longitude, radius_km, names,
    count, rung`` and, by ``size``, the column that the area of a symbol is in proportion to.
    """
    settings = look.rules.places
    rows = symbols[symbols["country_code"] == code]
    rows = rows.sort_values([size, "count"], ascending=False, na_position="last", kind="stable")
    chosen = rows[rows.index == sight.focus]
    records = [record(row, size, look) for row in rows.to_dict("records")]
    state = view_state(code, settings, sight, chosen)
    mark_all(records, state.zoom, settings)
    layers = [*_ground(settings, theme), *_symbols(records, code, theme, look)]
    return pdk.Deck(
        layers=[*layers, *_chosen(chosen, theme, settings)],
        initial_view_state=state,
        map_provider="carto",
        map_style=STATIC + settings.styles[theme],
        tooltip={"text": "{t}"},
    )


def record(row: Row, size: str, look: Look) -> dict[str, object]:
    """What the browser needs of a symbol, under short names to keep the page light."""
    settings, words = look.rules.places, look.words
    value = row[size]
    is_known = not is_missing(value) and value > 0
    told = size_in_words(float(value), size, look) if is_known else words("sites.unknown_size")
    radius = look.formats.count(round(row["radius_km"]))
    return {
        "p": [round(row["longitude"], 4), round(row["latitude"], 4)],
        "r": round(row["radius_km"] * METRES_PER_KM),
        "s": round(symbol_px(float(value), size, settings), 2) if is_known else 0,
        "h": 0 if is_known else settings.hollow_px,
        "g": _mark(row, look),
        "t": words(
            "sites.tooltip",
            names=row["names"],
            rung=words.term("rung", row["rung"]),
            size=told,
            radius=radius,
        ),
    }


def mark_all(records: list[dict[str, object]], zoom: float, settings: PlaceSettings) -> None:
    """Say in ``records``, the largest first, which marks are free at ``zoom``.

    A free mark (``f``) that stands for others has their number in ``n``; the others show their own
    only closer by.
    """
    box = settings.mark_box_px
    places = [(row["p"][1], row["p"][0]) for row in records]  # type: ignore[index]
    for position, other in enumerate(crowding(places, zoom, (box["width"], box["height"]))):
        records[position]["f"] = position == other
        records[position].setdefault("n", 0)
        if position != other:
            records[other]["n"] += 1  # type: ignore[operator]


def _mark(row: Row, look: Look) -> str:
    """The mark of a rung, with the number of sites where several are drawn as one."""
    glyph = str(look.palette.marks[look.rules.marks[row["rung"]]]["glyph"])
    return glyph if row["count"] == 1 else f"{glyph}×{row['count']}"


def symbol_px(value: float, size: str, settings: PlaceSettings) -> float:
    """Radius in pixels: the area is in proportion to the value."""
    return settings.px_per_sqrt[size] * math.sqrt(value)


def size_in_words(value: float, size: str, look: Look) -> str:
    """A size with its unit: megawatts or money."""
    if size == MONEY:
        return look.formats.money(value, look.rules.display_currencies[0])
    return look.formats.with_unit(value, value, "MW", digits=1)


def view_state(
    code: str, settings: PlaceSettings, sight: Sight = Sight(), chosen: pd.DataFrame | None = None
) -> pdk.ViewState:
    """Where a map looks: at ``chosen``, a symbol, or at the whole country.

    Side by side all maps show the same kilometres per pixel.
    """
    own, reference = settings.views[code], settings.views[settings.scale["country"]]
    if chosen is not None and len(chosen):
        latitude, longitude = (float(chosen[name].iloc[0]) for name in ("latitude", "longitude"))
        return pdk.ViewState(latitude=latitude, longitude=longitude, zoom=settings.zoom_site)
    wider = math.log2(math.cos(math.radians(own["latitude"])))
    wider -= math.log2(math.cos(math.radians(reference["latitude"])))
    zoom = own["zoom_alone"] if sight.is_alone else settings.scale["zoom"] + wider
    return pdk.ViewState(latitude=own["latitude"], longitude=own["longitude"], zoom=zoom)


def _ground(settings: PlaceSettings, theme: str) -> Iterable[pdk.Layer]:
    """Land, and the outlines of the host countries, fetched by the browser from the app itself."""
    colours = {name: colour[theme] for name, colour in settings.colours.items()}
    fills = [(settings.land, "land")] + [(file, "country") for file in settings.outlines.values()]
    for file, fill in fills:
        yield pdk.Layer(
            "GeoJsonLayer",
            data=STATIC + file,
            filled=True,
            stroked=fill == "country",
            get_fill_color=colours[fill],
            get_line_color=colours["line"],
            line_width_min_pixels=1,
        )


def _symbols(
    records: list[dict[str, object]], code: str, theme: str, look: Look
) -> Iterable[pdk.Layer]:
    """Discs of ignorance, symbols of known size, rings of unknown size, and the mark of each."""
    hue = _rgb(look.palette.countries[code][theme])
    yield _circles(records, "r", [*hue, 28], [*hue, 150])
    known, unknown = ([row for row in records if row[name]] for name in ("s", "h"))
    yield _circles(known, "s", [*hue, 110], hue, "pixels")
    yield _circles(unknown, "h", NO_FILL, hue, "pixels")
    ink = look.rules.places.colours["ink"][theme]
    free = [{"p": row["p"], "g": _with_others(row)} for row in records if row["f"]]
    crowded = [{"p": row["p"], "g": row["g"]} for row in records if not row["f"]]
    glyph_px = look.rules.places.glyph_px
    colours = ink, look.rules.places.colours["country"][theme]
    yield _labels(free, colours, get_size=glyph_px)
    yield _labels(
        crowded,
        colours,
        get_size=look.rules.places.glyph_km * METRES_PER_KM,
        size_units=_literal("meters"),
        size_max_pixels=glyph_px,
    )


def _with_others(row: dict[str, object]) -> str:
    """A mark and, for those that would overprint it, their number."""
    return f"{row['g']} +{row['n']}" if row["n"] else str(row["g"])


def _chosen(chosen: pd.DataFrame, theme: str, settings: PlaceSettings) -> Iterable[pdk.Layer]:
    """A frame round the chosen symbol."""
    ink = settings.colours["ink"][theme]
    if len(chosen):
        place = [[float(chosen[name].iloc[0]) for name in ("longitude", "latitude")]]
        records: list[dict[str, object]] = [{"p": one, "c": settings.chosen_px} for one in place]
        yield _circles(records, "c", NO_FILL, ink, "pixels", line_px=3)


def _labels(
    records: list[dict[str, object]], colours: tuple[list[int], list[int]], **size: object
) -> pdk.Layer:
    """Texts in the middle of their places; ``colours`` are those of the ink and of its halo."""
    return pdk.Layer(
        "TextLayer",
        data=records,
        get_position="p",
        get_text="g",
        get_color=colours[0],
        font_settings={"sdf": True},
        outline_color=colours[1],
        outline_width=2,
        character_set=_literal("".join(sorted({*"".join(str(row["g"]) for row in records)}))),
        **size,
    )


def _circles(
    records: list[dict[str, object]],
    radius: str,
    fill: list[int],
    line: list[int],
    units: str = "meters",
    line_px: int = 1,
) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        data=[{key: row[key] for key in ("p", radius, "t") if key in row} for row in records],
        get_position="p",
        get_radius=radius,
        get_fill_color=fill,
        get_line_color=line,
        line_width_min_pixels=line_px,
        stroked=True,
        pickable=True,
        radius_units=_literal(units),
    )


def _literal(text: str) -> str:
    """A text that pydeck takes as it is and not as the name of a column."""
    return f"'{text}'"


def _rgb(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
