"""Settings and texts are YAML files; this is the one way in which they are read."""

from pathlib import Path
from typing import Any

import yaml


def read_yaml(path: Path) -> Any:
    """What a YAML file says. Raises OSError or yaml.YAMLError where it cannot be read."""
    # The parser written in C is ten times as fast as the plain one and accepts the same.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
