"""Figures in the words of a source: "between $30-$50 billion" -> 30 and 50 billion dollars."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.dataset.settings.plausible import PlausibleSettings

NUMBER = r"\d(?:[\d.,'’  ]*\d)?"
WORD = r"[€$₹£¥]|[^\s\d.,;()/–+\-€$₹£¥]+"
TOKEN = re.compile(rf"({NUMBER})|(us\$|{WORD})|([-–/;()])", re.IGNORECASE)

FARTHEST = 5  # words between the first end of a range and the scale of both: 30 - $ 50 billion


@dataclass(frozen=True)
class Told:
    """One figure that a wording may mean, and the currency beside it; empty where none is."""

    value: float
    currency: str = ""


def money(wording: str, settings: PlausibleSettings) -> list[Told]:
    """Every amount that ``wording`` may tell, and the sum of them; a bare number tells none."""
    return _read(wording, settings.scales, settings)


def power(wording: str, settings: PlausibleSettings) -> list[Told]:
    """Every power in MW that ``wording`` may tell."""
    return _read(wording, settings.units, settings)


def agrees(amount: float, currency: str, told: list[Told], tolerance_pct: float) -> bool:
    """Whether one of the figures, or all of them together, is ``amount`` up to the tolerance."""
    own = [one.value for one in told if one.currency in ("", currency)]
    return any(abs(value - amount) * 100 <= amount * tolerance_pct for value in [*own, sum(own)])


def _read(wording: str, scales: Mapping[str, float], settings: PlausibleSettings) -> list[Told]:
    tokens = [match.group(0).lower().rstrip(".") for match in TOKEN.finditer(wording)]
    currencies = {sign: code for code, signs in settings.signs.items() for sign in signs}
    found: list[Told] = []
    for place, token in enumerate(tokens):
        values = _values(token, settings)
        scale, after = _scale_after(tokens, place, scales, currencies, settings)
        if values and scale:
            before = tokens[place - 1] if place else ""
            nearest = (before, tokens[after] if after < len(tokens) else "")
            currency = next((currencies[word] for word in nearest if word in currencies), "")
            found += [Told(value * scale, currency) for value in values]
    return found


def _values(token: str, settings: PlausibleSettings) -> list[float]:
    """What a number may mean: 8,5 and 3.000 each have a decimal mark or one between thousands."""
    if token in settings.numerals:
        return [float(settings.numerals[token])]
    if not token[:1].isdigit():
        return []
    bare = re.sub(r"['’  ]", "", token)
    marks = [mark for mark in bare if mark in ".,"]
    if not marks:
        return [float(bare)]
    whole = float(bare.replace(",", "").replace(".", ""))
    if marks.count(marks[-1]) > 1:
        return [whole]
    head, _, tail = bare.rpartition(marks[-1])
    decimal = float(f"{head.replace(',', '').replace('.', '')}.{tail}")
    return [decimal, whole] if len(set(marks)) == 1 and len(tail) == 3 else [decimal]


def _scale_after(
    tokens: list[str],
    place: int,
    scales: Mapping[str, float],
    currencies: Mapping[str, str],
    settings: PlausibleSettings,
) -> tuple[float, int]:
    """The scale that a number stands under, and the place after it; 0 where there is none.

    In a range the first end has the scale of the second: 30 à 50 milliards.
    """
    joins = {"-", "–", "to", "à", "et", "and"}
    for skipped in range(place + 1, min(place + 1 + FARTHEST, len(tokens))):
        pair = " ".join(tokens[skipped : skipped + 2])
        if pair in scales:
            return scales[pair], skipped + 2
        if tokens[skipped] in scales:
            return scales[tokens[skipped]], skipped + 1
        is_passed = tokens[skipped] in joins | currencies.keys()
        if not is_passed and not _values(tokens[skipped], settings):
            return 0.0, place
    return 0.0, place
