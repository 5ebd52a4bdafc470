"""What is folded away behind a line that tells what is in it."""

from collections.abc import Iterable
from html import escape


def folded(title: str, body: str, *, is_open: bool = False) -> str:
    """Escaped HTML behind ``title``, which is escaped here; nothing where there is no body."""
    opened = " open" if is_open else ""
    return f"<details{opened}><summary>{escape(title)}</summary>{body}</details>" if body else ""


def bullets(items: Iterable[str]) -> str:
    """Escaped items as a list; nothing where there are none."""
    text = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{text}</ul>" if text else ""
