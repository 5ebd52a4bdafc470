"""What every page shows, as lines of text: `python -m tests.golden.record` writes it down.

It knows addresses and what Streamlit gets to show, and nothing of how the app is made.
"""

import importlib
import json
import logging
import lzma
import os
import re
import sys
from base64 import b64decode
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlencode

import numpy as np
import streamlit as st
from google.protobuf.json_format import MessageToDict
from streamlit.elements.widgets import button
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest, app_test

from tests.golden import html_lines
from tests.golden.choices import FIRST, PAGES

HOME = Path(__file__).parent
ROOT = HOME.parents[1]
TODAY = date(2026, 11, 28)
NOT_PACKAGES = {"tests", "bench", "pages"}
LARGEST_PLAIN = 300_000  # bytes; a larger record is compressed, by what sees repeats far apart
SECTION = "=== "
UNSEEN = {
    "id", "uid", "formId", "setValue", "labelVisibility", "pageScriptHash", "url", "deferredFileId",
    "template",
}  # fmt: skip
PLACES = {"root", "main", "sidebar", "event", "flex_container"}  # around elements, without words
WORDS = {"title": "h1", "header": "h2", "subheader": "h3"}
MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T00:00:00(?:\.0+)?")
CONTROL = {code: rf"\x{code:02x}" for code in range(32) if code not in (9, 10)}


class Routed(PagesManager):
    """What a server says once, said for every run: a router chooses the page."""

    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        PagesManager.uses_pages_directory = False


class StoppedToday(type(date)):
    """Holds any date for one of its own."""

    def __instancecheck__(cls, value):
        return isinstance(value, date)


class Stopped(date, metaclass=StoppedToday):
    """Dates as they are, but for the present day."""

    def __new__(cls, *given):
        return date(*given)

    @classmethod
    def today(cls):
        return TODAY


def pages() -> list[str]:
    return list(PAGES)


def record(page: str) -> str:
    """All that ``page`` shows under each of its choices."""
    with _stopped():
        hashes = _hashes()
        return "".join(
            f"{line}\n" for choices in PAGES[page] for line in _shown(page, choices, hashes)
        )


def recorded(page: str) -> str:
    """What was written down of ``page``."""
    packed = HOME / f"{page}.txt.xz"
    if packed.exists():
        return lzma.decompress(packed.read_bytes()).decode()
    return (HOME / f"{page}.txt").read_bytes().decode()


def write(page: str) -> Path:
    text = record(page).encode()
    for path in HOME.glob(f"{page}.txt*"):
        path.unlink()
    if len(text) <= LARGEST_PLAIN:
        path = HOME / f"{page}.txt"
        path.write_bytes(text)
    else:
        path = HOME / f"{page}.txt.xz"
        path.write_bytes(lzma.compress(text, preset=9))
    return path


@contextmanager
def _stopped() -> Iterator[None]:
    """The real data on a day that never changes, and nothing kept from another day."""
    with ExitStack() as stack:
        stack.enter_context(patch.object(app_test, "PagesManager", Routed))
        stack.enter_context(patch.dict(os.environ))
        os.environ.pop("COURTING_DATA", None)
        for module in _asking_for_today():
            stack.enter_context(patch.object(module, "date", Stopped))
        stack.callback(logging.disable, logging.root.manager.disable)
        logging.disable(logging.WARNING)  # Streamlit warns each time that no server runs
        _forget()
        stack.callback(_forget)
        yield


def _forget() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


def _asking_for_today():
    """Modules of the app that ask which day it is, wherever they are."""
    found = [
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for home in sorted(path.parent for path in ROOT.glob("*/__init__.py"))
        if home.name not in NOT_PACKAGES
        for path in sorted(home.rglob("*.py"))
        if "date.today()" in path.read_text(encoding="utf-8")
    ]
    if not found:
        raise LookupError("no module asks for date.today(): the record would change by the day")
    return found


def _app() -> AppTest:
    return AppTest.from_file(str(ROOT / "main.py"), default_timeout=120)


def _hashes() -> dict[str, str]:
    """What Streamlit calls each page, by its address."""
    known = _app().run()._registered_pages
    return {one["url_pathname"] or FIRST: name for name, one in known.items()}


def _shown(page: str, choices: dict, hashes: dict[str, str]) -> Iterator[str]:
    """The lines of ``page`` as a reader sees it who opens its address with ``choices``."""
    address = {name: value for name, value in choices.items() if name != "theme"}
    app = _app()
    app._page_hash = hashes[page]
    app.query_params.update(address)
    app.context = {"theme": choices.get("theme", "light")}
    files, tab = {}, []
    with _files(files), _tab(tab):
        app.run()
    if app.exception:
        raise AssertionError(f"{page} {choices}: {app.exception[0].message}")
    path = "" if page == FIRST else page
    told = " in the dark" if "theme" in choices else ""
    yield f"{SECTION}/{path}?{urlencode(address, doseq=True)}{told}"
    yield from tab
    yield from (
        f"page {one['url_pathname']} {one['page_name']}" for one in app._registered_pages.values()
    )
    yield f"address {urlencode(app.query_params, doseq=True)}"
    for element in app:
        yield from _element(element, files)


@contextmanager
def _files(files: dict[str, list[str]]) -> Iterator[None]:
    """Keep what stands behind each download button, also where it is made only when pressed."""
    through = button.marshall_file

    def kept(place, data, proto, mime, name=None, **rest):
        files[proto.id] = _file(data() if callable(data) else data, name, mime)
        return through(place, data, proto, mime, name, **rest)

    with patch.object(button, "marshall_file", kept):
        yield


def _file(data: object, name: str | None, mime: str | None) -> list[str]:
    if hasattr(data, "read"):
        data = data.read()
    text = data.decode() if isinstance(data, bytes) else str(data)
    rows = text.translate(CONTROL).split("\n")
    return [f"file {name} {mime}", *(f"  | {row}" for row in rows)]


@contextmanager
def _tab(tab: list[str]) -> Iterator[None]:
    """Keep what the tab of the browser is called."""
    through = st.set_page_config

    def kept(*given, **named):
        tab.append(f"tab {_json([*given, named])}")
        return through(*given, **named)

    with patch.object(st, "set_page_config", kept):
        yield


def _element(element, files: dict[str, list[str]]) -> Iterator[str]:
    kind, proto = element.type, getattr(element, "proto", None)
    if kind in PLACES or proto is None:
        return
    if kind == "column":
        yield f"column {proto.weight:.3g}"
    elif kind == "html":
        yield from html_lines.lines(proto.body)
    elif kind == "plotly_chart":
        yield from _figure(proto)
    elif kind == "deck_gl_json_chart":
        yield from _map(proto)
    elif hasattr(proto, "body"):
        kind = WORDS.get(kind, kind)
        yield from (f"{kind} {html_lines.plain(line)}" for line in proto.body.split("\n"))
    else:
        yield from _widget(kind, element, proto)
        yield from files.get(getattr(proto, "id", ""), ())


def _widget(kind: str, element, proto) -> Iterator[str]:
    """A widget with all that it says, and the code of what is chosen; or what surrounds others."""
    told = MessageToDict(proto)
    for around in ("popover", "expandable"):
        told = told.get(around, told)
    label = told.pop("label", "")
    chosen = getattr(element, "value", None)
    yield f"{kind} {label} = {_json(chosen)} {_json(told)}"


def _figure(proto) -> Iterator[str]:
    yield f"figure {proto.alt}"
    spec = json.loads(proto.spec)
    for number, trace in enumerate(spec["data"]):
        yield from (f"  {number} {name} {_json(value)}" for name, value in sorted(trace.items()))
    for name, value in sorted(spec["layout"].items()):
        if name not in UNSEEN:
            yield f"  layout {name} {_json(value)}"
    yield f"  config {_json(json.loads(proto.config or '{}'))}"


def _map(proto) -> Iterator[str]:
    yield f"map {proto.alt}"
    spec = json.loads(proto.json)
    for number, layer in enumerate(spec.pop("layers")):
        points = layer.pop("data", None)
        yield f"  {number} {_json(layer)}"
        points = points if isinstance(points, list) else [points]
        yield from (f"    {_json(point)}" for point in points)
    yield f"  view {_json(spec)}"
    yield f"  tooltip {_json(json.loads(proto.tooltip or '{}'))}"


def _json(value: object) -> str:
    return json.dumps(_seen(value), ensure_ascii=False, sort_keys=True, default=str)


def _seen(value):
    """``value`` without what nobody sees, arrays as lists, numbers to six digits."""
    if isinstance(value, dict) and {"dtype", "bdata"} <= value.keys():
        array = np.frombuffer(b64decode(value["bdata"]), dtype=value["dtype"])
        return _seen(array.tolist())
    if isinstance(value, dict):
        return {name: _seen(one) for name, one in value.items() if name not in UNSEEN}
    if isinstance(value, list | tuple):
        return [_seen(one) for one in value]
    if isinstance(value, float):
        rounded = float(f"{value:.6g}")
        return int(rounded) if rounded.is_integer() else rounded
    return MIDNIGHT.sub(r"\1", value) if isinstance(value, str) else value


if __name__ == "__main__":
    for name in sys.argv[1:] or pages():
        print(write(name))
