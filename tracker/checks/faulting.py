"""How a check says what is wrong."""

from tracker.dataset import Dataset
from tracker.faults import Fault


def fault(dataset: Dataset, table: str, line: int, field: str, problem: str) -> Fault:
    """One fault in a row of ``table``."""
    return Fault(table, line, field, problem, dataset.package[table].file)
