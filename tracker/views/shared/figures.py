"""A figure in words: with its unit, and not found where there is none."""

from tracker.look.look import Look
from tracker.world.figures import Figure

SOURCE_DIGITS = 4  # what a source states is shown as it states it
COMPUTED_DIGITS = 2


def written(figure: Figure, look: Look) -> str:
    """A figure with its unit; the words for not found where there is none."""
    if figure.low is None or figure.high is None:
        return look.words("comparison.not_found")
    digits = COMPUTED_DIGITS if figure.stage or figure.prices else SOURCE_DIGITS
    return look.formats.with_unit(figure.low, figure.high, figure.unit, digits)
