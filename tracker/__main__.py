"""python -m tracker check | tidy | new | rates | codebook."""

import argparse
import sys
from pathlib import Path

from tracker import load
from tracker.dataset.codebook import codebook
from tracker.dataset.faults import DataError, told
from tracker.dataset.folder import VARIABLE, data_folder
from tracker.dataset.new import new_rows
from tracker.dataset.schema import read_package
from tracker.dataset.settings.review import settings_faults
from tracker.dataset.tidy import tidy, untidy


def main() -> int:
    """Run one command; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tracker", description=__doc__)
    where = f"folder of the data; else what {VARIABLE} names, else the one beside the code"
    parser.add_argument("--data", type=Path, help=where)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="name every fault in the data")
    commands.add_parser("tidy", help="bring every table into the one form")
    commands.add_parser("rates", help="make exchange_rates.csv anew")
    commands.add_parser("codebook", help="print every table and column")
    new = commands.add_parser("new", help="print empty rows for a new commitment")
    new.add_argument("commitment_id", help="identifier of the commitment, such as acme-lille")
    options = parser.parse_args()
    options.data = data_folder(options.data)
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
    faults.update(dataset.faults, untidy(options.data, dataset.package))
    print(*told(faults), sep="\n", end="\n" if faults else "")
    rows = sum(len(frame) for frame in dataset.frames.values())
    print(f"{rows} rows in {len(dataset.frames)} tables of {options.data}, {len(faults)} faults")
    return 1 if faults else 0


def _tidy(options: argparse.Namespace) -> int:
    print(*tidy(options.data, read_package(options.data)), sep="\n")
    return 0


def _rates(options: argparse.Namespace) -> int:
    from tracker.dataset.rates import write_rates

    path = options.data / "exchange_rates.csv"
    count, missing = write_rates(load(options.data), path)
    print(*missing, f"{count} rates in {path.name}", sep="\n")
    return 1 if missing else 0


def _codebook(options: argparse.Namespace) -> int:
    print(codebook(load(options.data).package))
    return 0


def _new(options: argparse.Namespace) -> int:
    print(new_rows(load(options.data), options.commitment_id))
    return 0


COMMANDS = {"check": _check, "tidy": _tidy, "rates": _rates, "codebook": _codebook, "new": _new}

if __name__ == "__main__":
    sys.exit(main())
