#!/bin/sh
# frictionless 5.21.0: `uniqueKeys` of Table Schema v2 is kept in the schema and never checked.
#
# A primary key is checked; unique keys of several columns are read, written out again with the
# descriptor, and two rows that are alike in them pass as valid, without a warning.
# Seen: unique keys [period, currency], two rates for one day -> valid, no warning; the same columns
# as the primary key -> one error. A good guess: both are refused.
# Here such keys are checked by our own code (tracker/validation.py).
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0
"$home/venv/bin/python" - <<'PYTHON'
from frictionless import Resource, Schema, __version__

names = ["period", "currency"]
rows = [[*names, "rate"], ["2025-02-06", "USD", "1.03"], ["2025-02-06", "USD", "1.04"]]
fields = [{"name": name, "type": "string"} for name in names]
fields.append({"name": "rate", "type": "number"})


def told(**keys):
    schema = Schema.from_descriptor({"fields": fields, **keys})
    assert set(keys) <= set(schema.to_descriptor()), "the keys are no longer kept"
    report = Resource(data=rows, schema=schema).validate()
    return report.valid, [error.type for error in report.tasks[0].errors], report.tasks[0].warnings


unique, primary = told(uniqueKeys=[names]), told(primaryKey=names)
print("frictionless", __version__, "uniqueKeys", unique, "primaryKey", primary)
assert unique == (True, [], []), "unique keys are checked now"
assert primary == (False, ["primary-key"], [])
PYTHON
