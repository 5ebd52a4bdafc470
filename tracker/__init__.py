"""AI data-centre commitments: the data, one way of counting them, and how numbers are shown."""

from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import DataError, Fault
from tracker.load import load

__all__ = ["DataError", "Dataset", "Fault", "load"]
