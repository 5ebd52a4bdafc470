"""What the words mean: lenses and decision rules, as a reader may look them up."""

from html import escape

from tracker.look.folds import folded
from tracker.look.marks import Look


def meanings(look: Look) -> str:
    """Two lists behind one heading: the ways of counting, and the rule that decides each rung."""
    lenses = {
        look.words.term("lens_column", lens): [look.words.term("lens_meaning", lens)]
        for lens in look.rules.lenses
    }
    rungs: dict[str, list[str]] = {}
    for rule, status in look.rules.status_of_rule.items():
        rungs.setdefault(look.rung(status), []).append(look.words(f"rules.{rule}"))
    title, also = look.words("leaderboard.meanings.title"), look.words("leaderboard.meanings.also")
    body = _list(lenses) + _list(rungs) + f"<p>{escape(also)}</p>"
    return folded(title, body)


def _list(entries: dict[str, list[str]]) -> str:
    items = "".join(
        f"<dt>{escape(word)}</dt>" + "".join(f"<dd>{escape(text)}</dd>" for text in texts)
        for word, texts in entries.items()
    )
    return f"<dl>{items}</dl>"
