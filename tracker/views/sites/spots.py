"""The circles of a map in words: what each is, where it leads, what is written beside it."""

from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.dataset.settings.places import MONEY
from tracker.look import links, maps
from tracker.look.atlas import Spot
from tracker.look.crowding import Circle
from tracker.look.look import Look
from tracker.look.maps import Sight
from tracker.views.choices import ChosenSites
from tracker.views.sites.ways import way

FROM_GW = 1000.0  # MW; from there on power is told in GW
NAMED = 6  # of several sites told by their names
SHORT = 22  # characters of a name on the map


def eyed(megawatts: float, look: Look) -> str:
    """Power rounded for the eye: 11.7 GW, 288 MW."""
    if megawatts >= FROM_GW:
        return look.formats.unit(look.formats.rounded(megawatts / FROM_GW), "GW")
    return look.formats.unit(look.formats.rounded(megawatts), "MW")


def size_in_words(value: float, size: str, look: Look) -> str:
    """A size with its unit: power or money; word that none is known."""
    if not value:
        return look.words("sites.unknown_size")
    if size == MONEY:
        return look.formats.money(value, look.rules.display_currencies[0])
    return eyed(value, look)


def spots(sight: Sight, chosen: ChosenSites, known: Known, look: Look) -> tuple[Spot, ...]:
    """Every circle of a map: one symbol, or several that would overlap."""
    return tuple(
        _several(one, sight, chosen, known, look)
        if len(one.members) > 1
        else _single(one, sight, chosen, known, look)
        for one in sight.circles
    )


def _single(circle: Circle, sight: Sight, chosen: ChosenSites, known: Known, look: Look) -> Spot:
    """One site or campus, in the mark of its rung or as a ring; it leads to the site."""
    row = sight.rows[circle.members[0]]
    is_shown = bool(circle.size) or row["rung"] in look.rules.lost_rungs
    is_chosen = _has_chosen(row, chosen, known)
    return Spot(
        circle.x,
        circle.y,
        circle.radius,
        str(look.rules.marks[row["rung"]]) if is_shown else "",
        _told(row, sight, look),
        way(chosen, known.world, look, site=row["lead"], around="", closer="1"),
        disc=maps.disc_px(row, circle, sight.frame) if is_chosen and sight.steps else 0.0,
        is_judged=bool(row["is_judged"]) and is_shown,
        is_chosen=is_chosen,
    )


def _told(row: Row, sight: Sight, look: Look) -> str:
    judged = look.words("leaderboard.inferred") if row["is_judged"] else ""
    return look.words(
        "sites.tooltip",
        names=row["names"],
        rung=f"{look.words.term('rung', row['rung'])} {judged}".rstrip(),
        size=size_in_words(maps.value(row, sight.size), sight.size, look),
        radius=look.formats.count(round(row["radius_km"])),
    )


def _several(circle: Circle, sight: Sight, chosen: ChosenSites, known: Known, look: Look) -> Spot:
    """Several symbols drawn as one; it leads closer, as long as there is a closer map."""
    rows = _largest_first(circle, sight)
    count, most = sum(row["count"] for row in rows), look.rules.places.closest["steps"]
    address = ""
    if sight.steps < most:
        asked = {"country": sight.code, "around": str(rows[0]["group_id"]), "site": ""}
        address = way(chosen, known.world, look, **asked, closer=str(sight.steps + 1))
    return Spot(
        circle.x,
        circle.y,
        circle.radius,
        "",
        _told_of(rows, circle, sight, look),
        address,
        str(count),
        is_chosen=any(_has_chosen(row, chosen, known) for row in rows),
    )


def _largest_first(circle: Circle, sight: Sight) -> list[Row]:
    rows = [sight.rows[one] for one in circle.members]
    return sorted(rows, key=lambda row: (-maps.value(row, sight.size), row["group_id"]))


def _told_of(rows: list[Row], circle: Circle, sight: Sight, look: Look) -> str:
    """The sum of several, and the largest of them by name."""
    size = size_in_words(circle.size, sight.size, look)
    count = sum(row["count"] for row in rows)
    told = [look.words("sites.together", count=count, size=size)]
    for row in rows[:NAMED]:
        own = size_in_words(maps.value(row, sight.size), sight.size, look)
        told.append(look.words("sites.one_of", name=row["names"], size=own))
    if rest := len(rows) - NAMED:
        told += [look.words("sites.more", count=rest)] if rest > 0 else []
    return "\n".join(told)


def _has_chosen(row: Row, chosen: ChosenSites, known: Known) -> bool:
    site = known.world.dataset.by_key("sites").get(chosen.site)
    if site is None:
        return False
    return str(row["group_id"]) in (chosen.site, site["campus_id"])


def where(circle: Circle, sight: Sight, look: Look) -> str:
    """The city that a circle lies around, else its one region, else the largest site in it."""
    rows = _largest_first(circle, sight)
    regions = {row["region"] for row in rows}
    region = regions.pop() if len(regions) == 1 else None
    area = maps.area(circle, sight, look.rules.places)
    return area or (region if isinstance(region, str) else _short(rows[0]))


def _short(row: Row) -> str:
    """The first name of a symbol, as far as a map has room for it."""
    return links.shortened(str(row["names"]).split(";")[0].split("(")[0].strip(), SHORT)


def lines(circle: Circle, sight: Sight, look: Look) -> tuple[str, ...]:
    """What is written beside a circle: where it is with its size, and the largest of several."""
    rows = _largest_first(circle, sight)
    name = _short(rows[0])
    size = size_in_words(circle.size, sight.size, look) if circle.size else ""
    if len(rows) == 1:
        return (name, size) if size else (name,)
    rest = sum(row["count"] for row in rows) - rows[0]["count"]
    told = look.words("sites.and_more", name=name, count=rest)
    if sight.steps:
        return (told, size) if size else (told,)
    return (f"{where(circle, sight, look)} {size}".rstrip(), told)
