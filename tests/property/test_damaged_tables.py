"""Damaged copies of the real data: no exception, nothing lost unseen, no number changed unseen.

``make fuzz`` tries many more copies than the tests do.
"""

import importlib
import os
import re
import shutil
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.building import DATA
from tests.shrinking import shrunk
from tests.viewing import VIEWS, seen, shown_and_asked
from tracker import DataError
from tracker.counting.known import known_on
from tracker.dataset.faults import Cost, told
from tracker.dataset.rows import split
from tracker.dataset.schema import read_package
from tracker.dataset.spellings import is_spelled, usual
from tracker.views.needs import lacking

loading = importlib.import_module("tracker.load")  # the door, not the function called load
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "60"))
PACKAGE = read_package(DATA)
TABLES = sorted(PACKAGE.tables)
ACCIDENTS = (
    "", " ", "45_000_000_000", "1e3", "1E+10", "NaN", "INF", "-inf", "+5", "007", "8,5", "€45bn",
    "٤٥", "4 5", "N/A", "null", "#REF!", "=1+1", "30/05/2026", "46172", "Jun-26", "2026-13", "2062",
    "2026-05-30T00:00:00Z", "TRUE", "False", "0", "1", "-1", "2000000000000", "9" * 400,
    "ÃŽle-de-France", "so\xadft", "a​b", "‮abc", "\x00", "\ufeff", "a\tb", "x" * 5000,
    "<script>alert(1)</script>", "'; DROP TABLE", "{}", "{count}", "%s", "Z9", "zz", "🙂", "1.5.2",
    "http://[", "nobody-knows-this", "../../etc", "2026", "up_to", "cancelled", "operating", "FR",
)  # fmt: skip
FILES = ("gone", "empty", "utf-16", "semicolons", "folder", "merged", "workbook", "cut", "random")


@dataclass(frozen=True)
class Damage:
    """What was done: to which table or settings file, to which line (0: the whole file), and how.

    ``is_edit`` is set where the outcome may be what somebody could have meant.
    """

    name: str
    how: str
    line: int = 0
    field: str = ""
    cell: str = ""
    is_edit: bool = False


@pytest.fixture(scope="module")
def sound(tmp_path_factory, look):
    """The small copy of the data, what it loads as, and the tables of each page."""
    folder = shrunk(tmp_path_factory.mktemp("sound") / "data")
    with pytest.MonkeyPatch.context() as patched:
        remembered(patched)
        full = loading.load(folder, strict=True)
        asked = {page: tables for page, (_, tables) in shown_and_asked(full, look).items()}
        before = {name: rows_by_key(full, name) for name in TABLES}
        yield folder, full, look, asked, before


def remembered(patched):
    """Read a file that did not change only once."""
    known, read = {}, loading.read_table

    def read_once(path, table):
        try:
            key = table.name, path.read_bytes()
        except OSError:
            return read(path, table)
        if key not in known:
            known[key] = read(path, table)
        return known[key]

    patched.setattr(loading, "read_table", read_once)


SHARES = st.floats(0, 1, exclude_max=True)


@dataclass(frozen=True)
class Draw:
    """Everything chance decides about one damage, before any file is looked at."""

    name: str
    kind: str
    how: str
    place: float
    column: float
    other: float
    cell: str
    byte: int
    blob: bytes


KINDS = {
    "cell": ("typed",),
    "byte": ("flipped",),
    "line": ("twice", "commas", "quote", "short", "long", "spaces", "marks"),
    "columns": ("order", "cells", "renamed", "missing", "extra"),
    "file": FILES,
}


@st.composite
def draws(draw):
    kind = draw(st.sampled_from(["cell", "cell", "cell", *KINDS]))
    return Draw(
        draw(st.sampled_from(TABLES)), kind, draw(st.sampled_from(KINDS[kind])), draw(SHARES),
        draw(SHARES), draw(SHARES), draw(st.sampled_from(ACCIDENTS)), draw(st.integers(0, 255)),
        draw(st.binary(min_size=1, max_size=300)),
    )  # fmt: skip


def damaged(folder, chance):
    """Do to one table of ``folder`` what ``chance`` decides; gives what was done."""
    path = folder / PACKAGE[chance.name].path
    lines = path.read_text(encoding="utf-8").split("\n")
    if chance.kind == "file" or len(lines) < 3:
        return _file(chance, path)
    place = 1 + int(chance.place * (len(lines) - 2))
    return {"cell": _cell, "byte": _byte, "line": _line, "columns": _columns}[chance.kind](
        chance, path, lines, place
    )


def _cell(chance, path, lines, place):
    fields = [*PACKAGE[chance.name].fields]
    field = fields[int(chance.column * len(fields))]
    cells = split(lines[place])
    cells[fields.index(field)] = chance.cell
    lines[place] = ",".join('"' + one.replace('"', '""') + '"' for one in cells)
    path.write_text("\n".join(lines), encoding="utf-8")
    return Damage(chance.name, "cell", place + 1, field, chance.cell, is_edit=True)


def _byte(chance, path, lines, place):
    content = bytearray(path.read_bytes())
    where = int(chance.place * len(content))
    content[where] = chance.byte
    path.write_bytes(bytes(content))
    return Damage(chance.name, "byte", content[:where].count(10) + 1, is_edit=True)


def _line(chance, path, lines, place):
    made = {
        "twice": [lines[place], lines[place]],
        "commas": [lines[place], "," * (len(PACKAGE[chance.name].fields) - 1)],
        "quote": ['"' + lines[place]],
        "short": [lines[place].rpartition(",")[0]],
        "long": [lines[place] + ",more"],
        "spaces": [lines[place], "   "],
        "marks": ["<<<<<<< mine", lines[place], "=======", lines[place], ">>>>>>> theirs"],
    }[chance.how]
    path.write_text("\n".join([*lines[:place], *made, *lines[place + 1 :]]), encoding="utf-8")
    return Damage(chance.name, chance.how, 0 if chance.how == "marks" else place + 1)


def _columns(chance, path, lines, place):
    rows = [split(line) for line in lines[:-1]]
    first = int(chance.column * len(rows[0]))
    second = (first + 1 + int(chance.other * (len(rows[0]) - 1))) % len(rows[0])
    for number, row in enumerate(rows):
        if chance.how == "order" or (chance.how == "cells" and number):
            row[first], row[second] = row[second], row[first]
        if chance.how == "missing":
            del row[first]
        if chance.how == "extra":
            row.append("more")
    if chance.how == "renamed":
        rows[0][first] += "x"
    path.write_text("".join(",".join(map(quoted, row)) + "\n" for row in rows), encoding="utf-8")
    return Damage(chance.name, chance.how, is_edit=chance.how == "cells")


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if re.search('[",]', cell) else cell


def _file(chance, path):
    how = chance.how if chance.kind == "file" else "gone"
    content = path.read_bytes()
    if how in ("gone", "folder"):
        path.unlink()
    if how == "folder":
        path.mkdir()
    made = {
        "empty": b"",
        "utf-16": content.decode().encode("utf-16"),
        "semicolons": content.replace(b",", b";"),
        "merged": b"<<<<<<< mine\n" + content + b"=======\n" + content + b">>>>>>> theirs\n",
        "workbook": b"PK\x03\x04" + content,
        "cut": content[: int(chance.place * (len(content) - 1))],
        "random": chance.blob,
    }
    if how in made:
        path.write_bytes(made[how])
    return Damage(chance.name, how)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="FUZZ_EXAMPLES" not in os.environ,  # chance is for make fuzz
    phases=(Phase.generate,),  # a damage is small as it is, and shrinking takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(chance=draws())
def test_a_damaged_table_is_named_and_no_page_falls(sound, tmp_path, chance):
    whole, full, look, asked, before = sound
    folder = tmp_path / "data"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole, folder)
    done = damaged(folder, chance)
    left = loading.load(folder)
    nothing_is_lost_unseen(full, before, left, done)
    lines = told(left.faults)
    assert all("\n" not in line and line.isprintable() for line in lines), lines
    pages_answer(full, left, look, asked)


def nothing_is_lost_unseen(full, rows, left, done):
    """Each row is as before, or a fault of its table accounts for it, or somebody edited it."""
    costly = {fault.table for fault in left.faults if fault.cost != Cost.NOTHING}
    for name in TABLES:
        before = rows[name]
        after = before if left[name] is full[name] else rows_by_key(left, name)
        changed = {key for key in before if key in after and before[key] != after[key]}
        lost, new = set(before) - set(after), set(after) - set(before)
        if name != done.name:
            assert not changed and not new, (done, name)
            assert not lost or name in costly, (done, name, lost)
        elif done.is_edit:
            touched = 1 if done.line > 1 else len(before)
            assert len(changed | lost) <= touched or name in costly, (done, changed, lost)
        else:
            assert not (changed or new), (done, changed, new)
            assert not lost or name in costly, (done, lost)
    if done.how == "cell" and done.line:
        field = PACKAGE[done.name].fields[done.field]
        cell = usual(done.cell, field)
        if cell and not is_spelled(cell, field):
            assert any(f.table == done.name and f.withholds for f in left.faults), done
    if done.how in ("gone", "empty", "folder", "utf-16", "semicolons", "merged", "workbook"):
        assert done.name in left.unreadable, done


def rows_by_key(dataset, name):
    key = PACKAGE[name].key
    frame = dataset[name]
    said = [repr(row) for row in frame.astype("object").fillna("").itertuples(index=False)]
    return dict(zip(frame[key], said, strict=True))


def pages_answer(full, left, look, asked):
    """Every page that does not stop shows something; one whose tables did not change as before."""
    changed = {name for name in TABLES if not left[name].equals(full[name])}
    pages = [page for page in VIEWS if not lacking(left, page) and asked[page] & changed]
    day = left.rules.evidence_until
    known = known_on(left, day, day) if pages else None
    for page in pages:
        assert seen(left, look, page, known), page


def test_settings_that_are_gone_are_named(sound, tmp_path):
    whole, *_ = sound
    folder = tmp_path / "data"
    shutil.copytree(whole, folder)
    (folder / "rules.yaml").unlink()
    with pytest.raises(DataError):
        loading.load(folder)
