"""A page by its own name, however that is written, is answered with its address.

The browser puts that in the place of what was asked for; once the app runs it could only add a
step to the history, from which Back would lead nowhere but forward again.
"""

from pathlib import Path

from starlette.middleware import Middleware
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

FIRST = "overview"  # the page at the root; nothing of ours is imported before the server answers
NAMES = {path.stem for path in (Path(__file__).parents[1] / "pages").glob("*.py")}


class Named:
    """Middleware: a name of a page that is not its address leads there, with its choices."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for such a name; any other goes to the app as it came."""
        address = meant(scope["path"]) if scope["type"] == "http" else None
        if address is None:
            await self._app(scope, receive, send)
            return
        query = scope.get("query_string", b"").decode("ascii", "replace")
        await RedirectResponse(address + ("?" if query else "") + query)(scope, receive, send)


def meant(path: str) -> str | None:
    """The address of the page that ``path`` names otherwise, relative to it; None for any other."""
    name = path.rpartition("/")[2]
    if name.lower() not in NAMES or (name in NAMES and name != FIRST):
        return None
    return "./" if name.lower() == FIRST else name.lower()


BEFORE = (Middleware(Named),)
