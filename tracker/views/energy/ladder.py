"""From words to electricity: every total of a country as a step of one ladder, with its reason."""

from collections.abc import Iterator, Sequence

import pandas as pd

from tracker.dataset.plain import Row
from tracker.energy.ladder import in_service, steps
from tracker.energy.question import Question
from tracker.energy.subjects import Subject
from tracker.look import bars, links
from tracker.look.elements import Column, Part, Run, Said, Table
from tracker.look.look import Look
from tracker.look.tracks import Mark, Picture, Track
from tracker.look.view import Section
from tracker.views.energy import cells
from tracker.views.shared.axes import power_axis
from tracker.views.shared.sections import columns

COLUMNS = ("country", "step", "power", "judged", "of")
RIGHT = ("power", "judged")


def ladder(everything: Subject, asked: Question, look: Look) -> Section:
    """The steps of each country on one axis; one that nobody publishes says so."""
    found = steps(asked.known)
    rows, longest = found.to_dict("records"), found["high"].max()
    tracks = [
        track
        for code in asked.dataset.compared
        for track in _country(code, rows, everything, asked, look)
    ]
    picture = Picture(
        "steps",
        power_axis(float(longest) if pd.notna(longest) else 0.0, look),
        tuple(tracks),
        _heading(found, look),
        table=Table("steps-table", tuple(_row(row, asked, look) for row in rows), _columns(look)),
    )
    note = look.words("energy.ladder.note")
    return Section("ladder", _heading(found, look), (picture,), note=note, is_folded=True)


def _heading(found: pd.DataFrame, look: Look) -> str:
    """What is in service of what is announced, per country."""
    told = [
        look.words(
            "energy.ladder.part",
            country=look.formats.country(str(code)),
            announced=cells.watts(row["whole"], look),
            running=cells.watts(row["running"], look),
        )
        for code, row in in_service(found).to_dict("index").items()
    ]
    return look.words("energy.ladder.heading", told=look.joined(told))


def _country(
    code: str, rows: Sequence[Row], everything: Subject, asked: Question, look: Look
) -> Iterator[Track]:
    """The head of a country, all that is announced, what of it is sure, and the other steps."""
    yield Track(look.formats.country(code), (), is_head=True)
    first, *further = [row for row in rows if row["country_code"] == code]
    yield _step({**first, "low": first["high"]}, _bases(code, everything, asked, look), asked, look)
    if pd.notna(first["low"]) and first["low"] < first["high"]:
        reason = look.words("energy.ladder.sure_reason")
        sure = {**first, "high": first["low"]}
        yield _track(sure, look.words("energy.ladder.sure"), reason, asked, look)
    for row in further:
        yield _step(row, "", asked, look)


def _step(row: Row, beside: str, asked: Question, look: Look) -> Track:
    name = look.words(f"energy.ladder.names.{row['step']}")
    why = look.words(f"energy.ladder.reasons.{row['step']}")
    reason = Run((why, beside, _of(row, asked, look)), " ")
    return _track(row, name, reason, asked, look)


def _track(row: Row, name: str, reason: Part, asked: Question, look: Look) -> Track:
    label = (Said("name", name), Said("small", reason))
    if pd.isna(row["high"]):
        return Track(label, (), Said("small", look.words("energy.not_published")))
    value: Part = _power(row, look)
    if row["judged"] > 0:
        value = (value, Said("small", _reported(row, look)))
    marks = tuple(_marks(row, f"{name}: {_power(row, look)}", asked))
    return Track(label, marks, value, row["country_code"])


def _marks(row: Row, told: str, asked: Question) -> Iterator[Mark]:
    """What a source reports, then what a rule judges; of a range the part that is left open."""
    kind, high = asked.settings.ladder[row["step"]].get("mark", bars.OPEN), row["high"]
    sure = high - row["judged"] if row["judged"] > 0 else row["low"]
    if sure > 0:
        yield Mark(0.0, sure, kind, told)
    if sure < high:
        is_judged = row["judged"] > 0
        yield Mark(sure, high, kind if is_judged else bars.OPEN, told, is_judged=is_judged)


def _power(row: Row, look: Look) -> str:
    return cells.watts_range(row["low"], row["high"], look)


def _reported(row: Row, look: Look) -> str:
    """What of a step sources report, where a rule judges the rest."""
    power = cells.watts(row["high"] - row["judged"], look)
    return look.words("energy.ladder.reported", power=power)


def _bases(code: str, everything: Subject, asked: Question, look: Look) -> str:
    """All that is announced by what its megawatts mean."""
    load = asked.load(everything.power.get(code, {}))
    if not load.it or not load.grid:
        return ""
    told = {"it": cells.watts(load.it, look), "grid": cells.watts(load.grid, look)}
    return look.words("energy.ladder.bases", **told)


def _of(row: Row, asked: Question, look: Look) -> Part:
    """How many commitments or sites it is the sum of, or the period and document of a figure."""
    if pd.notna(row["counted"]):
        return look.words(f"energy.ladder.{row['counted']}", count=int(row["count"]))
    if pd.isna(row["source_id"]):
        return ""
    return row["period"], links.links([row["source_id"]], asked.dataset.documents)


def _columns(look: Look) -> tuple[Column, ...]:
    return tuple(columns("energy.ladder", COLUMNS, look, right=RIGHT))


def _row(row: Row, asked: Question, look: Look) -> dict[str, Part]:
    """A step in exact megawatts."""
    judged = row["judged"]
    exact = ""
    if pd.notna(row["high"]):
        exact = look.formats.with_unit(row["low"], row["high"], "MW", 1)
    return {
        "country": look.formats.country(row["country_code"]),
        "step": look.words(f"energy.ladder.names.{row['step']}"),
        "power": exact or look.words("energy.not_published"),
        "judged": look.formats.unit(look.formats.power(judged), "MW") if judged > 0 else "",
        "of": _of(row, asked, look),
    }
