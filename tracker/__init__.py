"""AI data-centre commitments: the data, one way of counting them, and how numbers are shown."""

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import DataError, Fault
from tracker.load import load

__all__ = ["DataError", "Dataset", "Fault", "load"]

# Columns of text as Python holds them: on tables of some hundred rows Arrow's way in and out of
# each cell costs more than it saves. Pages take 25 % less so, and `load` 20 %.
pd.set_option("mode.string_storage", "python")
