"""What goes over the wire for a static file: packed once, and told rightly to caches."""

import asyncio
import gzip
import os
import re
from pathlib import Path

import pytest
import streamlit
from anyio import sleep_forever
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ui.assets import EVERY_ICON, FOREVER, ICONS, Icons, Packed

ROOT = Path(__file__).parents[2]
BUNDLE = Path(streamlit.__file__).parent / "static" / "static"
SCRIPT = b"export const words = 'one and two and three';\n" * 50
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(2000)
FILES = {"app.DormvYxC.js": SCRIPT, "plain.js": SCRIPT, "mark.png": PICTURE, "page.html": SCRIPT}
NAME, ASKED = "/static/app.DormvYxC.js", {"accept-encoding": "gzip, deflate, br"}


@pytest.fixture
def folder(tmp_path):
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.fixture
def seen():
    """The requests that reach the app behind."""
    return []


@pytest.fixture
def app(folder, seen):
    async def counted(scope, receive, send):
        seen.append((scope["method"], scope["path"]))
        await inner(scope, receive, send)

    inner = Starlette(
        routes=[
            Mount("/static", StaticFiles(directory=folder)),
            Route("/page", lambda request: PlainTextResponse(request.headers["accept-encoding"])),
        ]
    )
    return Packed(counted)


def ask(app, path, method="GET", **headers):
    """Status, headers and body that ``app`` sends."""
    sent = []
    given = [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": given, "root_path": ""}
    scope |= {"query_string": b"", "extensions": {"http.response.pathsend": {}}}

    async def send(message):
        sent.append(message)

    asyncio.run(app(scope, sleep_forever, send))
    body = b"".join(
        Path(message["path"]).read_bytes() if "path" in message else message["body"]
        for message in sent[1:]
    )
    return sent[0]["status"], Headers(raw=sent[0]["headers"]), body


def test_a_script_goes_out_packed_with_all_that_caches_must_know(app):
    status, headers, body = ask(app, NAME, **ASKED)
    assert (status, gzip.decompress(body)) == (200, SCRIPT)
    assert len(body) == int(headers["content-length"]) < len(SCRIPT) / 5
    assert headers["content-encoding"] == "gzip"
    assert headers["content-type"].startswith("text/javascript")
    assert headers["vary"] == "Accept-Encoding"
    assert headers["cache-control"] == FOREVER
    assert "accept-ranges" not in headers


def test_it_is_read_and_packed_once_until_it_changes(app, folder, seen):
    first, second = (ask(app, NAME, **ASKED) for _ in range(2))
    assert first[1:] == second[1:]
    assert [method for method, _ in seen] == ["HEAD", "GET", "HEAD"]
    (folder / NAME.rpartition("/")[2]).write_bytes(b"let other = 1")
    _, headers, body = ask(app, NAME, **ASKED)
    assert gzip.decompress(body) == b"let other = 1"
    assert headers["etag"] != first[1]["etag"]


@pytest.mark.parametrize(
    ("told", "is_packed"),
    [
        ("gzip", True),
        ("GZIP;q=0.5, *;q=0", True),
        ("*", True),
        ("br, *;q=0.1", True),
        ("gzip; q=0, *", False),
        ("gzip;q=0.000", False),
        ("*;q=0", False),
        ("identity", False),
        ("br", False),
        ("", False),
    ],
)
def test_only_who_takes_packed_files_gets_them(app, told, is_packed):
    _, headers, body = ask(app, NAME, accept_encoding=told)
    assert ("content-encoding" in headers) == is_packed
    assert (body == SCRIPT) != is_packed
    assert headers["vary"] == "Accept-Encoding"
    assert headers["cache-control"] == FOREVER


def test_who_names_no_encoding_gets_the_file_as_it_is(app):
    _, headers, body = ask(app, NAME)
    assert body == SCRIPT and "content-encoding" not in headers


def test_who_has_it_is_told_so_in_either_form(app):
    for asked in (ASKED, {}):
        _, headers, _ = ask(app, NAME, **asked)
        status, again, body = ask(app, NAME, if_none_match=headers["etag"], **asked)
        assert (status, body, again["etag"]) == (304, b"", headers["etag"])
        assert again["vary"] == "Accept-Encoding"
    whole = ask(app, NAME)[1]["etag"]
    assert ask(app, NAME, if_none_match=whole, **ASKED)[0] == 200


def test_a_part_of_a_file_is_a_part_of_it_as_it_is(app):
    status, headers, body = ask(app, NAME, range="bytes=7-11", **ASKED)
    assert (status, body) == (206, SCRIPT[7:12])
    assert "content-encoding" not in headers and headers["vary"] == "Accept-Encoding"


def test_head_tells_what_get_would_without_the_body(app):
    _, got, _ = ask(app, NAME, **ASKED)
    status, headed, body = ask(app, NAME, "HEAD", **ASKED)
    assert (status, body) == (200, b"")
    assert headed == got


def test_only_a_hashed_name_is_kept_for_ever(app):
    _, headers, _ = ask(app, "/static/plain.js", **ASKED)
    assert headers["content-encoding"] == "gzip"
    assert "cache-control" not in headers


@pytest.mark.parametrize("path", ["/static/mark.png", "/static/page.html", "/static/none.js"])
def test_what_is_packed_already_a_page_or_not_there_is_as_it_was(app, path):
    for method in ("GET", "HEAD"):
        status, headers, _ = ask(app, path, method, **ASKED)
        assert status == (404 if "none" in path else 200)
        assert "content-encoding" not in headers and "vary" not in headers


@pytest.mark.parametrize(
    "path", ["/static//plain.js", "/static/./plain.js", "/static/a/../plain.js"]
)
def test_a_name_written_otherwise_is_not_kept_a_second_time(app, path, seen):
    _, headers, _ = ask(app, path, **ASKED)
    assert "content-encoding" not in headers
    assert seen == [("GET", path)]


def test_other_addresses_and_other_methods_reach_the_app_as_they_came(app, seen):
    assert ask(app, "/page", **ASKED)[2].decode() == ASKED["accept-encoding"]
    assert ask(app, NAME, "POST", **ASKED)[0] == 405
    assert seen == [("GET", "/page"), ("POST", NAME)]


def test_a_packing_never_changes(app, folder):
    first = ask(app, NAME, **ASKED)[2]
    assert ask(Packed(app._app), NAME, **ASKED)[2] == first
    assert first[4:8] == bytes(4)  # when it was packed
    os.utime(folder / NAME.rpartition("/")[2], (0, 0))
    assert ask(app, NAME, **ASKED)[2] == first


@pytest.fixture
def stated():
    """What an app behind the cut icons is asked for."""

    async def state(scope, receive, send):
        await PlainTextResponse(scope["path"])(scope, receive, send)

    return Icons(state)


def test_the_icons_that_can_be_shown_go_out_for_all_of_them(stated):
    (whole,) = BUNDLE.glob("media/MaterialSymbols-Rounded.*.woff2")
    assert ask(stated, f"/static/media/{whole.name}")[2].decode() == f"/{ICONS}"
    assert ask(stated, f"/base/static/media/{whole.name}")[2].decode() == f"/base/{ICONS}"
    assert EVERY_ICON.search(f"/static/media/{whole.name}").end() == len(
        f"/static/media/{whole.name}"
    )
    path = ROOT / ICONS.removeprefix("app/")
    assert 100 < path.stat().st_size < whole.stat().st_size / 20


@pytest.mark.parametrize("path", ["/static/js/app.js", "/static/media/SourceSans.abc.woff2", "/"])
def test_any_other_file_is_asked_for_by_its_own_name(stated, path):
    assert ask(stated, path)[2].decode() == path


def test_every_icon_that_is_named_anywhere_is_among_those_that_are_kept():
    kept = {*(ROOT / "static/icons/PROVENANCE.md").read_text("utf-8").splitlines()[-1].split(", ")}
    sources = [*BUNDLE.glob("js/*.js"), ROOT / "main.py"]
    sources += [
        path for room in ("ui", "pages", "tracker") for path in ROOT.glob(f"{room}/**/*.py")
    ]
    named = {
        name
        for path in sources
        for name in re.findall(r":material/(\w+):", path.read_text("utf-8"))
    }
    assert len(named) > 50
    assert named - kept == {"star_filled"}  # a picture of its own
