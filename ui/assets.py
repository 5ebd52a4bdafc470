"""Static files go out packed, each packed once, and of icons those that can be shown.

Streamlit sends its own as they are, as packing them anew for everybody who asks costs too much.
"""

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from anyio import sleep_forever, to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ASSET = re.compile(r"(?:/[\w.-]+)*/static/[\w-][\w.-]*(?:/[\w-][\w.-]*)*")  # written one way only
PACKABLE = re.compile(r"(?:text/(?:css|javascript)|application/(?:[\w.]+\+)?(?:json|javascript))\b")
HASHED = re.compile(r"\.[\w-]{8}\.\w+$")  # a name that changes when what is in the file does
# Streamlit asks for 4,000 icons, 375 kB and a third of all, before it knows what it will show.
EVERY_ICON = re.compile(r"static/media/MaterialSymbols-Rounded\.[\w-]+\.woff2")
ICONS = "app/static/icons/material-symbols-cut.092499b0.woff2"
FOREVER = "public, max-age=31536000, immutable"
NEVER = re.compile(r"q=0(?:\.0*)?")
# Without these a request is for the whole file, as it lies on the disk.
NEGOTIATED = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"if-range", b"range"}

# The ninth level takes a third longer, and saves a part of 400.
pack: Callable[[bytes], bytes] = partial(gzip.compress, compresslevel=6, mtime=0)


@dataclass(frozen=True)
class Answer:
    """What the app says of a file as a whole, not packed."""

    status: int
    headers: MutableHeaders
    body: bytes

    @property
    def state(self) -> str:
        """A mark that changes when the file does; empty where there is none."""
        return self.headers.get("etag", "").strip('"')

    @property
    def is_packable(self) -> bool:
        """Whether there is such a file, of a kind that is not packed already."""
        is_known = bool(PACKABLE.match(self.headers.get("content-type", "")))
        return self.status == 200 and is_known and self.state != ""


class Packed:
    """Middleware: what the app answers for a static file, with the body packed.

    Asks the app for the headers, and for the file only where it is not packed yet, so that where
    files are, who may read them and what is said of them stays the app's own affair. Keeps one
    packing of each file that was asked for: 7 MB were it all of Streamlit's.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self._app = app
        self._kept: dict[str, tuple[str, bytes]] = {}  # by address: state of the file, packing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for a static file; any other goes to the app as it came."""
        answer = await self._asked(scope, "HEAD") if _is_for_asset(scope) else None
        if answer is None or not answer.is_packable:
            await self._app(scope, receive, send)
        elif _takes_packed(Headers(scope=scope)):
            response = await self._packed(answer, scope)
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, _telling(send, scope["path"]))

    async def _asked(self, scope: Scope, method: str) -> Answer:
        headers = [pair for pair in scope["headers"] if pair[0] not in NEGOTIATED]
        start: Message = {}
        body = bytearray()

        async def keep(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            body.extend(message.get("body", b""))

        # Without extensions the app sends what is in a file, never the name of one to be sent.
        whole = {**scope, "method": method, "headers": headers, "extensions": {}}
        await self._app(whole, _stays, keep)
        return Answer(start["status"], MutableHeaders(raw=start["headers"]), bytes(body))

    async def _packed(self, answer: Answer, scope: Scope) -> Response:
        """The answer to ``scope``: not anew to one who has it, and its headers alone to HEAD."""
        state, packing = await self._packing(answer, scope)
        headers, mark = answer.headers, f'"{state}-gzip"'
        for name in ("accept-ranges", "content-length"):  # of the file as it is
            del headers[name]
        _tell(headers, scope["path"])
        headers["etag"] = mark
        if mark in Headers(scope=scope).get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        headers["content-encoding"], headers["content-length"] = "gzip", str(len(packing))
        return Response(packing if scope["method"] == "GET" else b"", headers=headers)

    async def _packing(self, answer: Answer, scope: Scope) -> tuple[str, bytes]:
        """The state of the file and its packing; in a thread of its own where it is made."""
        kept = self._kept.get(scope["path"])
        if kept is None or kept[0] != answer.state:
            whole = await self._asked(scope, "GET")
            kept = whole.state, await to_thread.run_sync(pack, whole.body)
            self._kept[scope["path"]] = kept
        return kept


async def _stays() -> Message:
    """Nothing more: were it told who goes away meanwhile, the app would keep half of a file."""
    await sleep_forever()
    return {}


class Icons:
    """Middleware: the icons that can be shown, in the place of the framework's font of them all.

    What stands under the framework's address is then ours, and no browser may keep it for ever.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask the app for the cut font where the whole is asked for."""
        if scope["type"] == "http" and EVERY_ICON.search(scope["path"]):
            path = EVERY_ICON.sub(ICONS, scope["path"])
            scope = {**scope, "path": path, "raw_path": path.encode()}
        await self._app(scope, receive, send)


def _is_for_asset(scope: Scope) -> bool:
    is_read = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
    return is_read and ASSET.fullmatch(scope["path"]) is not None


def _takes_packed(headers: Headers) -> bool:
    """Whether the whole file is asked for, by one who can unpack it."""
    if "range" in headers:
        return False
    told = ",".join(headers.getlist("accept-encoding")).lower().replace(" ", "").split(",")
    weights = dict(part.partition(";")[::2] for part in told)
    weight = weights.get("gzip", weights.get("*", "q=0"))
    return NEVER.fullmatch(weight) is None


def _telling(send: Send, path: str) -> Send:
    """``send``, where caches are told the same as with the packed file."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            _tell(MutableHeaders(raw=message["headers"]), path)
        await send(message)

    return sent


def _tell(headers: MutableHeaders, path: str) -> None:
    """Say to caches that there are two forms, and of a hashed name that it never changes."""
    headers.add_vary_header("Accept-Encoding")
    if HASHED.search(path):
        headers.setdefault("cache-control", FOREVER)


BEFORE = (Middleware(Packed), Middleware(Icons))  # what stands before the app
