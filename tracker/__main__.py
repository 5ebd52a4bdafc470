"""python -m tracker check | new | rates | codebook."""

import argparse
import sys
from pathlib import Path

from tracker import load
from tracker.checked import settings_faults
from tracker.codebook import codebook
from tracker.faults import DataError, told
from tracker.new import new_rows

DATA = Path(__file__).parent.parent / "data"


def main() -> int:
    """Run one command; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tracker", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the data")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="name every fault in the data")
    commands.add_parser("rates", help="make exchange_rates.csv anew")
    commands.add_parser("codebook", help="print every table and column")
    new = commands.add_parser("new", help="print empty rows for a new commitment")
    new.add_argument("commitment_id", help="identifier of the commitment, such as acme-lille")
    options = parser.parse_args()
    try:
        return COMMANDS[options.command](options)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1


def _check(options: argparse.Namespace) -> int:
    faults = {*settings_faults(options.data)}
    try:
        dataset = load(options.data)
    except DataError as error:
        raise DataError(faults.union(error.faults)) from None
    faults.update(dataset.faults)
    print(*told(faults), sep="\n", end="\n" if faults else "")
    rows = {name: len(frame) for name, frame in dataset.frames.items()}
    print(f"{sum(rows.values())} rows in {len(rows)} tables, {len(faults)} faults")
    return 1 if faults else 0


def _rates(options: argparse.Namespace) -> int:
    from tracker.rates import write_rates  # needs a development package

    path = options.data / "exchange_rates.csv"
    print(f"{write_rates(load(options.data), path)} rates in {path.name}")
    return 0


def _codebook(options: argparse.Namespace) -> int:
    print(codebook(load(options.data).package))
    return 0


def _new(options: argparse.Namespace) -> int:
    print(new_rows(load(options.data), options.commitment_id))
    return 0


COMMANDS = {"check": _check, "rates": _rates, "codebook": _codebook, "new": _new}

if __name__ == "__main__":
    sys.exit(main())
