"""How a value may be spelled, one list for checking and for typing, and what a slip looks like."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from tracker.dataset import dates

# Digits are those of ASCII, at most fifteen before the point: more would not survive as a number.
INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,12})?")
DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
TRUE, FALSE = ["true"], ["false"]
NOUNS = {
    "integer": "a whole number",
    "number": "a plain number",
    "boolean": "true or false",
    "date": "a date such as 2026, 2026-06 or 2026-06-30",
}

UNKNOWN = re.compile(r"n/?a|nan|null|none|nil|--?|–|—|\?|tb[da]|n\.a\.")
ERRORS = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!)")
GROUPED = re.compile(r"-?\d{1,3}([,._'’\s ]\d{2,3})+|-?\d+(_\d+)+")
COMMA = re.compile(r"-?\d+,\d+")
EXPONENT = re.compile(r"-?\d+([.,]\d+)?[eE][+-]?\d{1,2}")
DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})([T ].*)?")
MONTH_NAMED = re.compile(r"[A-Za-zéû.]{3,9}[- ]\d{2,4}|\d{1,2}[- ][A-Za-zéû.]{3,9}([- ]\d{2,4})?")
SERIAL = re.compile(r"[2-6]\d{4}(\.\d+)?")  # days since the end of 1899: 1954 to 2091
LONGEST = 40
FIRST_OF_SERIALS = date(1899, 12, 30)


def kind_of(field: dict[str, Any]) -> str:
    """What a cell of ``field`` spells: integer, number, boolean, date or string."""
    return "date" if field.get("partialDate") else str(field["type"])


def is_spelled(cell: str, field: dict[str, Any]) -> bool:
    """Whether a cell that is not empty can be typed as its ``field`` asks."""
    match kind_of(field):
        case "integer":
            return INTEGER.fullmatch(cell) is not None
        case "number":
            return NUMBER.fullmatch(cell) is not None
        case "boolean":
            return cell in truths(field)
        case "date":
            return is_period(cell)
    return True


def truths(field: dict[str, Any]) -> dict[str, bool]:
    """Every spelling of a boolean ``field`` -> its meaning; the first of each is usual."""
    yes, no = field.get("trueValues", TRUE), field.get("falseValues", FALSE)
    return dict.fromkeys(yes, True) | dict.fromkeys(no, False)


def usual(cell: str, field: dict[str, Any]) -> str:
    """``cell`` as the tables have it.

    True and false have one spelling, codes their leading zeros, numbers no zeros at their end.
    """
    if kind_of(field) == "boolean" and cell in (meaning := truths(field)):
        return next(spelling for spelling, value in meaning.items() if value == meaning[cell])
    if kind_of(field) == "number" and "." in cell and NUMBER.fullmatch(cell):
        return cell.rstrip("0").rstrip(".")
    width = field.get("codeWidth", 0)
    return cell.zfill(width) if width and cell.isascii() and cell.isdigit() else cell


def respelled(fields: Mapping[str, dict[str, Any]]) -> list[tuple[int, dict[str, Any]]]:
    """Place and description of those of ``fields`` whose cells `usual` may write anew."""
    return [
        (place, field)
        for place, field in enumerate(fields.values())
        if kind_of(field) in ("boolean", "number") or field.get("codeWidth")
    ]


def is_day(cell: str) -> bool:
    """Whether a partial date of the right form is in the calendar."""
    try:
        dates.first_day(cell)
    except ValueError:
        return False
    return True


def is_period(cell: str) -> bool:
    """Whether ``cell`` is a partial date."""
    return DAY.fullmatch(cell) is not None and is_day(cell)


def misspelled(cell: str, field: dict[str, Any]) -> str:
    """What is wrong with a cell that cannot be typed, and where it is plain, how to mend it."""
    kind = kind_of(field)
    if kind == "date" and DAY.fullmatch(cell):
        return f"{shown(cell)} is not a day of the calendar"
    return f"{shown(cell)} is not {NOUNS[kind]}{_hint(cell, kind, field.get('unit', ''))}"


def shown(cell: object) -> str:
    """A cell in a message, cut to sixty characters."""
    text = str(cell)
    return repr(text if len(text) <= 60 else text[:59] + "…")


def _hint(cell: str, kind: str, unit: str) -> str:
    if len(cell) > LONGEST:
        return ": no value is so long"
    hints: tuple[Callable[[str, str], str], ...] = (_unknown, _error)
    if kind == "date":
        hints = (*hints, _day)
    if kind in ("integer", "number"):
        comma = _comma_of_whole if kind == "integer" else _comma
        hints = (*hints, comma, _grouped, _exponent, _other_script, _dressed)
    found = next(filter(None, (hint(cell.strip(), unit) for hint in hints)), "")
    return f": {found}" if found else ""


def _unknown(cell: str, unit: str) -> str:
    return "leave the cell empty where nothing is known" if UNKNOWN.fullmatch(cell.lower()) else ""


def _error(cell: str, unit: str) -> str:
    return "that is an error of a spreadsheet" if ERRORS.fullmatch(cell) else ""


def _comma(cell: str, unit: str) -> str:
    is_decimal = COMMA.fullmatch(cell) and not re.fullmatch(r"-?\d{1,3}(,\d{3})+", cell)
    return f"a decimal comma, write {cell.replace(',', '.')}" if is_decimal else ""


def _comma_of_whole(cell: str, unit: str) -> str:
    whole, _, part = cell.partition(",")
    if not _comma(cell, unit):
        return ""
    return "a decimal comma" if part.strip("0") else f"a decimal comma, write {whole}"


def _grouped(cell: str, unit: str) -> str:
    plain = re.sub(r"[^\d-]", "", cell)
    return f"marks between the digits, write {plain}" if GROUPED.fullmatch(cell) else ""


def _exponent(cell: str, unit: str) -> str:
    dropped = "the short form of a spreadsheet, which drops digits: write all of them"
    return dropped if EXPONENT.fullmatch(cell) else ""


def _other_script(cell: str, unit: str) -> str:
    if cell.isascii() or not re.fullmatch(r"\d+", cell):
        return ""
    return f"digits of another script, write {int(cell)}"


def _dressed(cell: str, unit: str) -> str:
    """A number with something round it: €45bn, 12 MW, +5, 007."""
    if re.fullmatch(r"-?[1-9]\d{15,}", cell):
        return "no value has more than fifteen digits"
    if re.fullmatch(r"[+-]?0*[1-9]\d*", cell):
        return f"write {int(cell)}"
    in_unit = f", in {unit}" if unit else ""
    return f"write the number alone{in_unit}" if re.search(r"\d", cell) else ""


def _day(cell: str, unit: str) -> str:
    if found := YEAR_FIRST.fullmatch(cell):
        year, month, day = (int(part) for part in found.group(1, 2, 3))
        return _written(year, month, day)
    if found := DAY_FIRST.fullmatch(cell):
        first, second, year = (int(part) for part in found.groups())
        if first <= 12 and second <= 12 and first != second:
            return "day or month first? write the year first"
        return _written(year, second, first) or _written(year, first, second)
    if MONTH_NAMED.fullmatch(cell):
        return "a spreadsheet writes months so, write it in numbers and the year first"
    if SERIAL.fullmatch(cell):
        day_of = FIRST_OF_SERIALS + timedelta(days=int(float(cell)))
        return f"the day number of a spreadsheet, write {day_of.isoformat()}"
    return ""


def _written(year: int, month: int, day: int) -> str:
    written = f"{year:04d}-{month:02d}-{day:02d}"
    return f"write {written}" if is_day(written) else ""


def in_order(key: str) -> str:
    """What to sort identifiers by, so that -a2 comes before -a10."""
    return re.sub("[0-9]+", lambda digits: digits[0].zfill(20), key)
