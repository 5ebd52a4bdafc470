#!/bin/sh
# frictionless 5.21.0: a `pattern` with alternatives is not held against the whole value.
#
# Table Schema says that a pattern must match the whole of a value. frictionless puts ^ before and $
# behind the pattern without a group around it, so that with alternatives the first is only anchored
# at the start and the last only at the end: "[A-Z]{2}|001" lets FRANCE through, though not X001.
# Seen: valid values [FR, 001, FRANCE], refused [X001]. A good guess: FRANCE is refused.
# Here patterns are put in a group before frictionless sees them (tracker/validation.py).
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0
"$home/venv/bin/python" - <<'PYTHON'
from frictionless import Resource, Schema, __version__

values = ["FR", "001", "FRANCE", "X001"]


def refused(pattern):
    field = {"name": "code", "type": "string", "constraints": {"pattern": pattern}}
    schema = Schema.from_descriptor({"fields": [field]})
    rows = [["code"], *[[value] for value in values]]
    errors = Resource(data=rows, schema=schema).validate().tasks[0].errors
    return [values[error.row_number - 2] for error in errors]


bare, grouped = refused("[A-Z]{2}|001"), refused("(?:[A-Z]{2}|001)")
print("frictionless", __version__, "refuses bare", bare, "and in a group", grouped)
assert bare == ["X001"], "the pattern is held against the whole value now"
assert grouped == ["FRANCE", "X001"]
PYTHON
