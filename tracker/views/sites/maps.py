"""A map of each country, side by side, and what the drawing stands for."""

from functools import partial

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.symbols import symbols
from tracker.look import bars, maps
from tracker.look.elements import Items, Part, Said, Swatch
from tracker.look.look import Look
from tracker.look.view import Beside, Chart, Section
from tracker.views.choices import EVERYWHERE, ChosenSites


def mapped(rows: pd.DataFrame, chosen: ChosenSites, known: Known, look: Look) -> Section:
    """The sites of ``rows`` (with amounts) on maps, the chosen one looked at closely."""
    views, words = look.rules.places.views, look.words
    codes = [code for code in known.world.dataset.compared if code in views]
    codes = codes if chosen.country == EVERYWHERE else [chosen.country]
    drawn = symbols(rows, known.world)
    sight = maps.Sight(is_alone=len(codes) == 1, focus=rows["group_id"].get(chosen.site))
    beside = tuple(_map(drawn, code, chosen.size, sight, look) for code in codes)
    blocks = (
        Said("note", words("sites.webgl")),
        Beside(beside, tuple(views[code]["width"] for code in codes), "small"),
        _legend(chosen.size, look),
        Said("note", words("sites.boundary")),
    )
    return Section("maps", blocks=blocks)


def _map(drawn: pd.DataFrame, code: str, size: str, sight: maps.Sight, look: Look) -> Chart:
    country, count = look.formats.country(code), int((drawn["country_code"] == code).sum())
    return Chart(
        name=f"map-{code}",
        draw=partial(maps.deck, drawn, code, size, look, sight),
        told=look.words("sites.map", country=country, count=count),
        heading=country,
    )


def _legend(size: str, look: Look) -> Part:
    """What area, ring, disc and mark mean, with symbols drawn to the scale of the map."""
    settings, words = look.rules.places, look.words
    drawn = {value: maps.symbol_px(value, size, settings) for value in settings.legend[size]}
    parts: tuple[Part, ...] = (
        *((Swatch("full", px=px), maps.size_in_words(n, size, look)) for n, px in drawn.items()),
        (Swatch("hollow", px=settings.hollow_px), words("sites.unknown_size")),
        (Swatch("disc"), words("sites.disc")),
        *((Swatch(bars.SURE, code), look.formats.country(code)) for code in settings.outlines),
        *(
            (str(mark["glyph"]), words.term("map_mark", n))
            for n, mark in look.palette.marks.items()
        ),
        *(words(f"sites.{name}") for name in ("several", "crowded")),
    )
    return Items(parts, "legend", words("sites.legend"))
