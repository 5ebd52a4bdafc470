"""The picture of the power page: a year of a load beside what each grid generates and exports."""

from collections.abc import Iterator

from tracker.energy import units
from tracker.energy.answers import Found
from tracker.energy.choices import PIPELINE, TYPED
from tracker.energy.formulas import MWH_PER_TWH, Spread, single
from tracker.energy.methods import method_rows, span
from tracker.energy.question import Question
from tracker.energy.subjects import Subject
from tracker.energy.weights import Weight, weights, widest
from tracker.look import bars
from tracker.look.elements import Column, Part, Said, Table
from tracker.look.look import Look
from tracker.look.tracks import Mark, Picture, Track
from tracker.look.view import Section
from tracker.views.energy import cells
from tracker.views.energy.headline import apart, basis, title
from tracker.views.energy.results import named, where
from tracker.views.shared.axes import share_axis

TWH = units.TERAWATT_HOURS
ENDS = ("low", "central", "high")
MEGA = 1e6


def taken(found: Found, pipelines: Found, of: Subject, asked: Question, look: Look) -> Section:
    """The load in parts of what is generated, on an axis long enough for all that is announced."""
    shown = weights(found, asked)
    name = named(of, asked, look)
    tracks = tuple(track for one in shown for track in _tracks(one, name, of, look))
    picture = Picture(
        "taken",
        share_axis(widest(shown, weights(pipelines, asked)), look),
        tracks,
        title(found, of, asked, look),
        takeaway=_takeaway(found, asked, look),
        legend=Said("small", look.words("energy.taken.legend")),
        table=_table(shown, name, look),
    )
    return Section("answer", blocks=(picture,), note=basis(asked, look))


def _tracks(one: Weight, name: str, of: Subject, look: Look) -> Iterator[Track]:
    """A country with its whole, then the load and the exports as parts of it."""
    code, country = one.country_code, where(one.country_code, of, look)
    head = country
    if one.generation is not None:
        whole = look.formats.unit(look.formats.rounded(one.generation.value), "TWh")
        head = look.words(
            "energy.taken.head", country=country, whole=whole, year=one.generation.year
        )
    yield Track(head, (), is_head=True)
    yield Track(name, _load(one, name, look), _load_value(one, look), code)
    exports = look.words("energy.taken.exports")
    yield Track(exports, _exported(one, look), _exports_value(one, look), code)


def _load(one: Weight, name: str, look: Look) -> tuple[Mark, ...]:
    """From low to central, from there to high, and the central value itself."""
    if one.share is None or one.electricity is None:
        return ()
    low, middle, high = one.share.low, one.share.central, one.share.high
    told = look.words(
        "energy.taken.told",
        name=name,
        country=look.formats.country(one.country_code),
        year=cells.ends(one.electricity, TWH, look),
        share=cells.part(low, high, look),
        central=cells.part(middle, middle, look),
    )
    label = cells.part(middle, middle, look)
    return (
        Mark(low, middle, bars.OPEN, told),
        Mark(middle, high, bars.OPEN, told, label),
        Mark(middle, middle, bars.SURE, told, shape="dot"),
    )


def _load_value(one: Weight, look: Look) -> Part:
    if one.electricity is None:
        return look.words("energy.not_worked_out")
    year = cells.ends(one.electricity, TWH, look)
    if one.share is None:
        return year
    return cells.part(one.share.low, one.share.high, look), Said("small", year)


def _exported(one: Weight, look: Look) -> tuple[Mark, ...]:
    if one.exports is None or not one.exported or one.exported < 0:
        return ()
    told = look.words(
        "energy.taken.exported",
        country=look.formats.country(one.country_code),
        share=cells.part(one.exported, one.exported, look),
        year=one.exports.year,
    )
    return (Mark(0.0, one.exported, bars.SURE, told),)


def _exports_value(one: Weight, look: Look) -> Part:
    if one.exports is None:
        return Said("small", look.words("energy.not_published"))
    year = look.formats.unit(look.formats.rounded(one.exports.value), "TWh")
    if one.exported is None:
        return year
    return cells.part(one.exported, one.exported, look), Said("small", year)


def _takeaway(found: Found, asked: Question, look: Look) -> Part:
    """The gap as the one large number, what it is for, and its range by method."""
    if (told := apart(found, asked, look)) is None:
        return ""
    large = Said("huge", told.pop("gap"))
    return large, look.words("energy.taken.gap", **told), _by_method(asked, look)


def _by_method(asked: Question, look: Look) -> str:
    """The least and the most over all methods, where the reference campus can be scaled."""
    chosen = asked.chosen
    ends = span(method_rows(asked)) if chosen.what in {PIPELINE, TYPED} else None
    if ends is None or asked.is_own:
        return ""
    scale = chosen.mw / asked.settings.reference_mw if chosen.what == TYPED else 1.0
    low, high = (look.formats.rounded(end * scale / MEGA) for end in ends.gap)
    return look.words("energy.taken.by_method", low=low, high=high)


def _table(shown: list[Weight], name: str, look: Look) -> Table:
    """The same in TWh and in parts of what is generated."""
    rows = [
        row
        for one in shown
        for row in (
            _numbers(one, name, one.electricity, one.share),
            _numbers(one, look.words("energy.taken.exports"), *_net(one)),
        )
        if row
    ]
    names = ("country", "what", *ENDS, "share")
    kinds = {"country": "country", "what": "text", "share": "share"}
    shown_columns = tuple(
        Column(
            key,
            look.words(f"energy.taken.columns.{key}"),
            kinds.get(key, "rounded"),
            is_right=key not in ("country", "what"),
        )
        for key in names
    )
    return Table("taken-table", tuple(rows), shown_columns)


def _numbers(
    one: Weight, name: str, mwh: Spread | None, share: Spread | None
) -> dict[str, object] | None:
    if mwh is None:
        return None
    ends = {end: getattr(mwh, end) / MWH_PER_TWH for end in ENDS}
    central = share.central if share is not None else None
    return {"country": one.country_code, "what": name, **ends, "share": central}


def _net(one: Weight) -> tuple[Spread | None, Spread | None]:
    """Net exports in MWh, and as a part of what is generated."""
    if one.exports is None:
        return None, None
    part = None if one.exported is None else single(one.exported)
    return single(one.exports.value * MWH_PER_TWH), part
