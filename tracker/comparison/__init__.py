"""Countries side by side: what may be compared, who leads under which rule, and what is unknown."""

from tracker.comparison.figures import Figure, Verdict, comparable
from tracker.comparison.leading import Standing, standings

__all__ = ["Figure", "Standing", "Verdict", "comparable", "standings"]
