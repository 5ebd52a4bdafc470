"""Who may import whom, where HTML is made, and what no code names: read from the tree itself."""

import ast
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
import yaml

from tests.building import DATA
from tracker.views import needs
from tracker.views.addresses import VIEWS

ROOT = Path(__file__).parents[1]
TRACKER = sorted(ROOT.glob("tracker/**/*.py"))
UI = [*ROOT.glob("ui/*.py"), *ROOT.glob("pages/*.py"), ROOT / "main.py", ROOT / "app.py"]

# Each room, and the rooms that it may import from beside itself.
ROOMS = {
    "dataset": (),
    "world": ("dataset",),
    "counting": ("dataset", "world"),
    "energy": ("dataset", "world", "counting"),
    "look": ("dataset",),
    "export": ("dataset", "look"),
    "views": ("dataset", "world", "counting", "energy", "look", "export"),
}
COMPUTING = ("dataset", "world", "counting", "energy")
TAG = re.compile(r"</?[a-z]\w*[\s/>]")
SLOTS = {"<code>", "<plural>"}  # how slots.yaml writes what stands for many names
HTML = ROOT / "tracker" / "look" / "html"


def named(path):
    return path.relative_to(ROOT).as_posix()


def room(path):
    parts = path.relative_to(ROOT).parts
    return parts[1] if len(parts) > 2 else ""


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path):
    """The full names that a file imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def texts(path):
    """Every text of a file but docstrings, with its line."""
    nodes = [*ast.walk(tree(path))]
    docstrings = {
        id(node.body[0].value)
        for node in nodes
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in nodes:
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in docstrings:
            yield node.value, node.lineno


@pytest.mark.parametrize("path", TRACKER, ids=named)
def test_a_room_imports_only_the_rooms_before_it(path):
    for name in imported(path):
        package, _, rest = name.partition(".")
        if package == "tracker" and room(path):
            assert rest.split(".")[0] in (room(path), *ROOMS[room(path)]), name
        assert package not in ("ui", "pages", "streamlit"), name


def test_every_folder_of_tracker_is_a_room():
    assert {room(path) for path in TRACKER} - {""} == set(ROOMS)


def test_computing_knows_no_words_and_no_html():
    for path in TRACKER:
        if room(path) in COMPUTING:
            wanted = {name.partition(".")[0] for name in imported(path)}
            assert not wanted & {"html", "markupsafe", "plotly"}, path


def test_html_is_made_in_one_place():
    for path in [*TRACKER, *UI]:
        names = {*imported(path)}
        is_html = HTML in path.parents
        assert is_html or not names & {"html.escape", "markupsafe.escape"}, path
        if not is_html:
            tags = [line for text, line in texts(path) if TAG.search(text) and text not in SLOTS]
            assert not tags, f"{path}:{tags}"


def named_by_settings():
    """Every lens, rung, country and phase, and the columns of tables that are called alike."""
    rules = yaml.safe_load((DATA / "rules.yaml").read_text(encoding="utf-8"))
    package = yaml.safe_load((DATA / "datapackage.yaml").read_text(encoding="utf-8"))
    palette = yaml.safe_load((DATA / "palette.yaml").read_text(encoding="utf-8"))
    phases = next(
        field["constraints"]["enum"]
        for table in package["resources"]
        for field in table["schema"]["fields"]
        if field["name"] == "phase"
    )
    return {*rules["lenses"], *rules["rungs"], *palette["countries"], *phases}


NAMED_BY_SETTINGS = named_by_settings()
# Columns of tally_lines that are called as two lenses are.
COLUMNS = {
    "tracker/counting/tallies.py": {"ceiling", "floor"},
    "tracker/views/delivery/tallies.py": {"ceiling", "floor"},
    "tracker/views/delivery/tiles.py": {"ceiling"},
    "tracker/dataset/checks/plausible.py": {"ceiling", "floor"},
    "tracker/dataset/checks/claims.py": {"ceiling", "floor"},
}


@pytest.mark.parametrize("path", [*TRACKER, *UI], ids=named)
def test_no_lens_rung_country_or_phase_is_named_in_code(path):
    allowed = COLUMNS.get(named(path), set())
    found = {text: line for text, line in texts(path) if text in NAMED_BY_SETTINGS - allowed}
    assert not found, found


def test_no_two_modules_differ_by_an_ending():
    by_stem = defaultdict(set)
    for path in TRACKER:
        by_stem[re.sub(r"(ings?|ers?|ed|es|s|y|ies|d|e)$", "", path.stem)].add(path.stem)
    assert [names for names in by_stem.values() if len(names) > 1] == []


def functions(path):
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]


def body_lines(node):
    has_docstring = ast.get_docstring(node) is not None and len(node.body) > 1
    return node.end_lineno - node.body[has_docstring].lineno + 1


def test_half_of_all_functions_have_at_most_seven_lines():
    assert median(body_lines(node) for path in TRACKER for node in functions(path)) <= 7


SAME = 6  # lines that may stand once


def test_no_six_lines_stand_twice():
    seen, twice = {}, []
    for path in [*TRACKER, *UI]:
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
        told = [(number, line) for number, line in enumerate(lines, 1) if line]
        told = [(number, line) for number, line in told if not line.startswith(("import", "from"))]
        for start in range(len(told) - SAME + 1):
            block = told[start : start + SAME]
            if all(after - before <= 2 for (before, _), (after, _) in pairwise(block)):
                key = tuple(line for _, line in block)
                where = f"{named(path)}:{block[0][0]}"
                twice += [(seen[key], where)] if key in seen else []
                seen.setdefault(key, where)
    assert twice == []


def test_every_list_of_pages_holds_the_same_names():
    site = yaml.safe_load((DATA / "text" / "en" / "site.yaml").read_text(encoding="utf-8"))
    lists = {
        "tracker/views/needs.py": set(needs.PAGES),
        "pages/": {path.stem for path in ROOT.glob("pages/*.py")},
        "data/text/en/site.yaml": set(site["pages"]),
        "tracker/views/": {path.parent.name for path in ROOT.glob("tracker/views/*/page.py")},
    }
    for where, names in lists.items():
        odd = names ^ set(VIEWS)
        assert not odd, f"{odd} is in one of {where} and tracker/views/addresses.py alone"


def test_every_folder_of_code_is_a_package():
    for path in TRACKER:
        assert (path.parent / "__init__.py").exists(), path.parent
