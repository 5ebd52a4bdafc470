"""HTML as lines of what a reader gets, whichever tags and classes it is made with."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

KINDS = {
    "tr": "row", "li": "item", "summary": "fold", "dt": "term", "dd": "told",
    "caption": "caption", **{f"h{level}": f"h{level}" for level in range(1, 7)},
}  # fmt: skip
INLINE = {"a", "abbr", "b", "code", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup"}
CELLS = {"td", "th"}
SAID = ("title", "aria-label")
CELL_END = "\x1f"
LENGTH = re.compile(r"([a-z-]+)\s*:\s*(-?\d+(?:\.\d+)?)(%|px|em|rem)?")


def lines(body: str) -> list[str]:
    """``body`` line by line: a row, an item, a heading, or all the text between two of them.

    Under each line stands what it holds beside its words: links, titles, labels, bars.
    """
    return _Lines(BeautifulSoup(body, "html.parser")).found


def plain(text: str) -> str:
    """``text`` with single blanks, and none where only a change of tags could have put one."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"\( ", "(", re.sub(r" ([,.;:!?)])", r"\1", text))


class _Lines:
    def __init__(self, soup: BeautifulSoup) -> None:
        self.found: list[str] = []
        self._text, self._beside = "", []
        self._names = {
            one["id"]: plain(one.get_text()) for one in soup.find_all("th") if one.get("id")
        }
        self._columns: list[str] = []
        self._below(soup, "text")
        self._end("text")

    def _end(self, kind: str) -> None:
        cells = [plain(cell) for cell in self._text.split(CELL_END)]
        if not cells[-1]:
            cells.pop()
        if any(cells):
            self.found.append(f"{kind} {' | '.join(cells)}")
        self.found += [f"  {line}" for line in self._beside]
        self._text, self._beside = "", []

    def _below(self, node: Tag, kind: str) -> None:
        for child in node.children:
            if isinstance(child, Tag):
                self._tag(child, kind)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._text += child

    def _tag(self, tag: Tag, kind: str) -> None:
        if tag.name == "style":
            return
        if own := KINDS.get(tag.name):
            self._end(kind)
            if own == "fold" and tag.parent and tag.parent.has_attr("open"):
                own = "open"
            self._beside += self._named(tag)
        gap = "" if tag.name in INLINE else " "
        self._text += gap
        self._beside += _beside(tag)
        self._below(tag, own or kind)
        self._text += CELL_END if tag.name in CELLS else gap
        if own:
            self._end(own)

    def _named(self, row: Tag) -> Iterator[str]:
        """Which columns the cells of ``row`` are said to stand under, when that is new."""
        cells = [cell for cell in row.find_all("td", recursive=False) if cell.get("headers")]
        ids = [" ".join(cell.get_attribute_list("headers")) for cell in cells]
        columns = [" + ".join(self._names.get(one, "nothing") for one in k.split()) for k in ids]
        told = [str(cell.get("data-label", "")) for cell in cells]
        now = [f"under {' | '.join(columns)}"] if columns else []
        now += [f"named {' | '.join(told)}"] if any(told) else []
        if now and now != self._columns:
            self._columns = now
            yield from now


def _beside(tag: Tag) -> Iterator[str]:
    for name in SAID:
        if tag.get(name):
            yield f"{name} {plain(str(tag[name]))}"
    if tag.get("href"):
        yield f"link {tag.get('target', '')} {tag['href']} {plain(tag.get_text())}"
    if "cc-bar" in tag.get_attribute_list("class"):
        yield "bar " + " | ".join(map(_lengths, tag.find_all(style=True)))
    elif tag.get("style") and not tag.find_parent(class_="cc-bar"):
        yield f"drawn {_lengths(tag)}"


def _lengths(tag: Tag) -> str:
    found = LENGTH.findall(str(tag["style"]))
    return ", ".join(f"{name} {round(float(size), 2):g}{unit}" for name, size, unit in found)
