"""What the words mean: lenses and decision rules, as a reader may look them up."""

from tracker.look.elements import Part, Said, Terms
from tracker.look.look import Look
from tracker.look.parts import folded


def meanings(look: Look) -> Part:
    """Two lists behind one heading: the ways of counting, and the rule that decides each rung."""
    lenses = {
        look.words.term("lens_column", lens): [look.words.term("lens_meaning", lens)]
        for lens in look.rules.lenses
    }
    rungs: dict[str, list[str]] = {}
    for rule, status in look.rules.status_of_rule.items():
        rungs.setdefault(look.rung(status), []).append(look.words(f"rules.{rule}"))
    also = look.words("leaderboard.meanings.also")
    body = (_list(lenses), _list(rungs), Said("text", also))
    return folded(look.words("leaderboard.meanings.title"), body)


def _list(entries: dict[str, list[str]]) -> Part:
    return Terms(tuple((term, tuple(texts)) for term, texts in entries.items()))
