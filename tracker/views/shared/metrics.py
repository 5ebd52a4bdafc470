"""Metrics of the power system in words."""

from tracker.look.look import Look


def metric_in_words(metric: str, look: Look) -> str:
    """The label of a metric."""
    return look.words(f"indicators.metric.{metric}.label")
