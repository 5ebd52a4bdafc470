"""The widgets of the power page: what is looked at, by which method, under which assumptions."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from tracker.energy.choices import (
    COMMITMENT,
    SITE,
    SUBJECTS,
    TYPED,
    USUAL_YEAR,
    ChosenEnergy,
    fields,
    per_country,
)
from tracker.energy.subjects import commitments
from tracker.look import links
from tracker.look.elements import Link, Run, Said
from tracker.look.view import Field, Section
from tracker.views.energy import cells
from ui import blocks, choices, data, show, widgets
from ui.address import Choice

IN_A_ROW = 3
A_POWER_OF_TEN = (1, 2, 3, 5)  # the sizes in it that a slider stops at
YEARS = tuple(str(year) for year in range(2000, 2027))


def energy_choices() -> list[Choice]:
    """Every choice of the page: a subject, a method, a basis, a year, and each assumption."""
    dataset = data.dataset()
    settings, phases = dataset.rules.energy, dataset.package["capacities"].options("phase")
    as_of = next(one for one in choices.leaderboard_choices() if one.name == "as_of")
    mw = settings.bounds["mw"]
    live = tuple(rung for rung in dataset.rules.rungs if rung not in dataset.rules.lost_rungs)
    return [
        Choice("what", SUBJECTS[0], SUBJECTS),
        Choice("commitment", "", ("", *dataset["commitments"]["commitment_id"])),
        Choice("site", "", ("", *dataset["sites"]["site_id"])),
        Choice("mw", settings.reference_mw, least=mw.least, most=mw.most),
        Choice("phase", phases[0], tuple(phases)),
        Choice("rung", (), live),
        Choice("basis", settings.bases[0], settings.bases),
        Choice("method", settings.default_method, tuple(settings.methods)),
        Choice("year", USUAL_YEAR, (USUAL_YEAR, *YEARS)),
        as_of,
        *assumption_choices(),
    ]


def assumption_choices() -> list[Choice]:
    """One number per assumption and, where it differs, per country; None is the published range."""
    settings = data.dataset().rules.energy
    differing = per_country(data.dataset()["assumptions"])
    return [
        Choice(
            name, None, least=settings.bounds[parameter].least, most=settings.bounds[parameter].most
        )
        for name, parameter, _ in fields(settings, differing)
    ]


def chosen() -> ChosenEnergy:
    """Everything that a reader asks for."""
    return energy_of(choices.asked(energy_choices()))


def energy_of(values: Mapping[str, object]) -> ChosenEnergy:
    """The same of the ``values`` of those choices."""
    own = [(choice.name, values[choice.name]) for choice in assumption_choices()]
    rung, as_of = values["rung"], values["as_of"]
    return ChosenEnergy(
        **{
            name: str(values[name])
            for name in ("what", "commitment", "site", "phase", "basis", "method", "year")
        },
        mw=float(str(values["mw"])),
        rung=rung if isinstance(rung, tuple) else (),
        as_of=as_of if isinstance(as_of, date) else date.max,
        own=tuple((name, float(str(value))) for name, value in own if value is not None),
    )


def bar(now: ChosenEnergy) -> None:
    """The day, what is looked at and megawatts to try; the other choices behind one button."""
    words, names = data.look().words, {choice.name: choice for choice in energy_choices()}
    with widgets.line(names):
        widgets.segments("what", names["what"], partial(words.term, "energy_what"), "energy")
        _which(now, names)
        _megawatts(now)
        with widgets.more():
            basis = partial(words.term, "power_meant")
            widgets.segments("basis", names["basis"], basis, "energy")
            _select("method", names["method"].options, partial(words.term, "energy_method"))
            _select("phase", names["phase"].options, partial(words.term, "phase"))
            widgets.pills("rung", names["rung"], partial(words.term, "rung"))
            _select("year", names["year"].options, _year)
            widgets.start_over(names.values())


def _megawatts(now: ChosenEnergy) -> None:
    """A slider over all that may be asked for; to move it is to ask for so many megawatts."""
    look, bound = data.look(), data.dataset().rules.energy.bounds["mw"]
    st.select_slider(
        look.words("energy.choices.mw"),
        sizes(bound.least, bound.most, now.mw),
        key="mw",
        format_func=lambda mw: cells.watts(mw, look),
        on_change=_ask_for_megawatts,
        width=220,
    )


def sizes(least: float, most: float, asked: float) -> list[float]:
    """Megawatts from ``least`` to ``most``, some of every power of ten, and what is ``asked``."""
    powers = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    round_ones = (step * 10.0**power for power in powers for step in A_POWER_OF_TEN)
    return sorted({least, most, asked, *(one for one in round_ones if least <= one <= most)})


def _ask_for_megawatts() -> None:
    st.session_state["what"] = TYPED


def _year(year: str) -> str:
    return data.look().words("energy.choices.usual_year") if year == USUAL_YEAR else year


def _which(now: ChosenEnergy, names: dict[str, Choice]) -> None:
    """Which commitment or site."""
    if now.what == COMMITMENT:
        offered = list(commitments(data.known(now.as_of), now.phase).index)
        _named("commitment", offered, _titles("commitments", "commitment_id", "title"))
    if now.what == SITE:
        titles = _titles("sites", "site_id", "site_name")
        _named("site", list(titles), titles)


def _titles(table: str, key: str, title: str) -> dict[str, str]:
    rows = data.dataset()[table].set_index(key)[title]
    return {str(name): str(told) for name, told in rows.items()}


def _named(name: str, offered: list[str], titles: dict[str, str]) -> None:
    shown = ["", *offered]
    if (now := st.session_state[name]) not in shown:
        shown.append(now)
    none = data.look().words("energy.choices.none")
    st.selectbox(
        data.look().words(f"energy.choices.{name}"),
        shown,
        key=name,
        format_func=lambda key: titles[key] if key else none,
        width=310,
    )


def _select(name: str, options: tuple[str, ...], label: Callable[[str], str]) -> None:
    st.selectbox(
        data.look().words(f"energy.choices.{name}"),
        options,
        key=name,
        format_func=label,
    )


def number(name: str, choice: Choice, label: str, step: float = 1.0, hint: str = "") -> None:
    """A number within bounds."""
    st.number_input(
        label,
        min_value=choice.least,
        max_value=choice.most,
        value=None,
        step=step,
        key=name,
        placeholder=hint or None,
        format="%g",
    )


def assumptions(section: Section, now: ChosenEnergy) -> None:
    """What is assumed as a table, the fields to type over it folded under it, a way back."""
    fields = [block for block in section.blocks if isinstance(block, Field)]
    shown = tuple(block for block in section.blocks if not isinstance(block, Field))
    way_back = _way_back({name for name, _ in now.own}, "reset_all") if now.own else ""
    show.section(replace(section, blocks=(*shown, way_back), note=""))
    if not fields:
        return
    with st.expander(data.look().words("energy.assumptions.change"), expanded=bool(now.own)):
        blocks.note(section.note)
        _fields(fields)


def _fields(fields: list[Field]) -> None:
    names = {choice.name: choice for choice in assumption_choices()}
    for first in range(0, len(fields), IN_A_ROW):
        row = fields[first : first + IN_A_ROW]
        for one, column in zip(row, st.columns(IN_A_ROW, gap="medium")[: len(row)], strict=True):
            with column:
                _field(one, names[one.name])


def _field(one: Field, choice: Choice) -> None:
    number(one.name, choice, one.label, one.step, one.hint)
    back = _way_back({one.name}, "reset") if one.is_own else ""
    blocks.parts(Said("note", Run((one.about, back), " · ")))


def _way_back(dropped: set[str], label: str) -> Link:
    """A link to the same view without the values called ``dropped``."""
    states = {one: st.session_state[one.name] for one in energy_choices()}
    written = {
        choice.name: choice.write(tuple(state) if isinstance(state, list) else state)
        for choice, state in states.items()
    }
    kept = {name: text for name, text in written.items() if text and name not in dropped}
    told = data.look().words(f"energy.assumptions.{label}")
    return Link(told, links.address("energy", kept))
