"""AI data-centre commitments: the data, one way of counting them, and how numbers are shown."""

from tracker.dataset import Dataset
from tracker.faults import DataError, Fault
from tracker.load import load

__all__ = ["DataError", "Dataset", "Fault", "load"]
