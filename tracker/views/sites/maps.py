"""The maps, side by side, and what the drawing stands for."""

import math

from tracker.counting.known import Known
from tracker.look import maps
from tracker.look.atlas import Atlas, Map, Scale
from tracker.look.elements import Items, Link, Part, Said, Swatch, Table
from tracker.look.look import Look
from tracker.look.maps import Sight
from tracker.look.view import Section
from tracker.views.choices import EVERYWHERE, ChosenSites
from tracker.views.shared.sections import columns
from tracker.views.sites.spots import lines, size_in_words, spots, where
from tracker.views.sites.ways import way

KINDS = {"country": ("country", ""), "symbol": ("text", ""), "count": ("count", "")}
LADDER = "energy"


def mapped(seen: tuple[Sight, ...], chosen: ChosenSites, known: Known, look: Look) -> Section:
    """The maps that are ``seen``, with what they mean under them."""
    words = look.words
    if not seen:
        return Section("maps")
    drawn = tuple(_map(one, seen, chosen, known, look) for one in seen)
    takeaway = (_takeaway(seen, look), Link(words("sites.ladder"), way_to_ladder(known)))
    atlas = Atlas(
        "map", drawn, takeaway, _legend(drawn, chosen.size, look), _table(seen, chosen, look)
    )
    return Section("maps", blocks=(atlas,))


def _takeaway(seen: tuple[Sight, ...], look: Look) -> str:
    """What share of all that the map of each country shows its largest circle holds."""
    told = [
        look.words(
            "sites.share",
            country=look.formats.country(one.code),
            share=look.formats.share(one.circles[0].size / whole),
            area=where(one.circles[0], one, look),
        )
        for one in seen
        if not one.steps and (whole := math.fsum(circle.size for circle in one.circles))
    ]
    return look.words("sites.takeaway", told=look.joined(told)) if told else ""


def way_to_ladder(known: Known) -> str:
    """Where every total of megawatts stands with its reason, on the day of ``known``."""
    world = known.world
    return LADDER if world.is_last else f"{LADDER}?as_of={world.day.isoformat()}"


def _map(
    sight: Sight, seen: tuple[Sight, ...], chosen: ChosenSites, known: Known, look: Look
) -> Map:
    settings, frame = look.rules.places, sight.frame
    count = sum(row["count"] for row in sight.rows)
    named = [lines(one, sight, look) for one in sight.circles]
    named = named if sight.steps else named[: settings.labels]
    labels, cities = maps.worded(sight, named, settings)
    km, px = maps.scale(frame)
    closest = seen[-1]
    first = "; ".join(" ".join(one) for one in named[:3])
    country = look.formats.country(sight.code)
    return Map(
        name=f"map-{sight.code}-{sight.steps}",
        country_code=sight.code,
        size=(frame.width, frame.height),
        heading=_heading(sight, seen, chosen, known, look),
        rings=maps.rings(settings.outlines[sight.code], frame),
        spots=spots(sight, chosen, known, look),
        labels=tuple(labels),
        cities=tuple(cities),
        scale=Scale(px, look.formats.unit(look.formats.count(km), "km")),
        told=look.words("sites.map", country=country, count=count, first=first),
        window=maps.window(frame, closest.frame) if closest.steps and not sight.steps else None,
    )


def _heading(
    sight: Sight, seen: tuple[Sight, ...], chosen: ChosenSites, known: Known, look: Look
) -> Part:
    """What a map shows, and the ways from it: to one country, wider, closer, back to the whole."""
    words, world = look.words, known.world
    country = look.formats.country(sight.code)
    back = {"around": "", "site": "", "closer": "1"}
    if not sight.steps and len({one.code for one in seen}) > 1:
        own = way(chosen, world, look, country=sight.code)
        return Said("strong", country), Link(words("sites.alone"), own)
    if not sight.steps:
        both = way(chosen, world, look, country=EVERYWHERE, **back)
        return Said("strong", country), Link(words("sites.to_both"), both)
    return Said("strong", _of_part(sight, seen[0], chosen, known, look)), *_zooms(
        sight, chosen, known, look
    )


def _of_part(sight: Sight, country: Sight, chosen: ChosenSites, known: Known, look: Look) -> str:
    """What a part of a country shows: the chosen site, or what its circle is called on the map."""
    site = known.world.dataset.by_key("sites").get(chosen.site)
    if site is not None:
        return str(site["site_name"])
    first = country.rows.index(sight.rows[sight.circles[0].members[0]])
    circle = next(one for one in country.circles if first in one.members)
    return look.words("sites.closer_look", name=where(circle, country, look))


def _zooms(sight: Sight, chosen: ChosenSites, known: Known, look: Look) -> tuple[Part, ...]:
    """Ways to the map before this one and back to the whole country."""
    world, words = known.world, look.words
    asked = {"country": sight.code, "site": "", "around": "", "closer": "1"}
    found = []
    if chosen.around and sight.steps > 1:
        wider = {**asked, "around": chosen.around, "closer": str(sight.steps - 1)}
        found.append(Link(words("sites.wider"), way(chosen, world, look, **wider)))
    if chosen.around or chosen.site:
        country = look.formats.country(sight.code)
        told = words("sites.whole", country=country)
        found.append(Link(told, way(chosen, world, look, **asked)))
    return tuple(found)


def _legend(shown: tuple[Map, ...], size: str, look: Look) -> Part:
    """What area, ring, disc and mark mean, with circles drawn to the scale of the map."""
    settings, words = look.rules.places, look.words
    drawn = {value: maps.symbol_px(value, size, settings) for value in settings.legend[size]}
    has_disc = any(spot.disc for one in shown for spot in one.spots)
    discs = ((Swatch("disc"), words("sites.disc")),) if has_disc else ()
    parts: tuple[Part, ...] = (
        *((Swatch("full", px=px), size_in_words(n, size, look)) for n, px in drawn.items()),
        (Swatch("hollow", px=settings.hollow_px), words("sites.unknown_size")),
        *discs,
        *((Swatch(name), words.term("map_mark", name)) for name in look.palette.marks),
        *(words(f"sites.{name}") for name in ("several", "judged")),
    )
    return Items(parts, "legend", words("sites.legend"))


def _table(seen: tuple[Sight, ...], chosen: ChosenSites, look: Look) -> Table | None:
    """Every circle that could be drawn alone, the largest first."""
    rows = [row for one in seen if not one.steps for row in one.rows]
    rows.sort(key=lambda row: (-maps.value(row, chosen.size), row["names"]))
    cells = [
        {
            "country": row["country_code"],
            "symbol": row["names"],
            "count": int(row["count"]),
            "size": size_in_words(maps.value(row, chosen.size), chosen.size, look),
            "rung": look.words.term("rung", row["rung"]),
        }
        for row in rows
    ]
    names = (*KINDS, "size", "rung")
    shown = columns("sites.symbols", names, look, right=("count", "size"), kinds=KINDS)
    return Table("symbols", tuple(cells), tuple(shown)) if cells else None
