"""Where the data are: named by a command, else by the environment, else those beside the code."""

import os
from pathlib import Path

SHIPPED = Path(__file__).parents[2] / "data"
VARIABLE = "COURTING_DATA"


def data_folder(named: Path | None = None) -> Path:
    """The folder that is ``named``, else the one that COURTING_DATA names, else the shipped one."""
    return named or Path(os.environ.get(VARIABLE) or SHIPPED)
