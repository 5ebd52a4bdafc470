"""What happens to a whole file: saved in another form, merged by halves, parted by other marks."""

import re
from collections.abc import Sequence

MERGE_MARKS = re.compile(r"<{7}( |$)|={7}$|>{7}( |$)|\|{7}( |$)")
OTHER_MARKS = {";": "semicolons", "\t": "tabs", "|": "bars"}
OTHER_FORMS = {
    b"PK\x03\x04": "is a workbook of a spreadsheet program: save it as CSV UTF-8",
    b"\xd0\xcf\x11\xe0": "is a workbook of a spreadsheet program: save it as CSV UTF-8",
    b"version https://git-lfs": "is a pointer to a file kept elsewhere: run git lfs pull",
    b"<!doctype": "is a web page, not a table",
    b"<html": "is a web page, not a table",
}
WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}  # the marks with which such a file begins


def other_form(content: bytes) -> str:
    """Why ``content`` is no text in UTF-8 at all; empty where it may be one."""
    head = content[:200].lstrip().lower()
    for beginning, problem in OTHER_FORMS.items():
        if head.startswith(beginning.lower()):
            return problem
    if content[:2] in WIDE or content[:400].count(0) > len(content[:400]) // 4:
        return "is saved as UTF-16: save it as UTF-8, or run python -m tracker tidy"
    return ""


def unfinished_merge(lines: Sequence[str]) -> int:
    """The first line, counted from 1, on which a version control system left its mark; or 0."""
    return next((n for n, line in enumerate(lines, 1) if MERGE_MARKS.match(line)), 0)


def other_delimiter(header: str, expected: Sequence[str]) -> str:
    """The mark that parts the cells of ``header`` where it is not a comma; empty where it is."""
    if "," in header and not any(mark in header for mark in OTHER_MARKS):
        return ""
    for mark in OTHER_MARKS:
        cells = [cell.strip('" ') for cell in header.split(mark)]
        if len(cells) > 1 and len(set(cells) & set(expected)) > len(expected) / 2:
            return mark
    return ""


def garbled_from(cell: str) -> str:
    """What ``cell`` was before it was read as Windows-1252 or Latin-1 (ÃŽ for Î), or nothing.

    Text with letters beyond ASCII is hardly ever valid UTF-8 by chance.
    """
    if cell.isascii():
        return ""
    for encoding in ("cp1252", "latin-1"):
        try:
            return cell.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return ""
