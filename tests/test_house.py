"""Rules of the house that a machine can hold: who imports whom, sizes, words, names."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.building import DATA

ROOT = Path(__file__).parents[1]
PRODUCT = sorted(
    [
        *ROOT.glob("tracker/**/*.py"),
        *ROOT.glob("ui/*.py"),
        *ROOT.glob("pages/*.py"),
        ROOT / "app.py",
        ROOT / "main.py",
    ]
)
PAGES = sorted(ROOT.glob("pages/*.py"))


def functions(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def body_lines(node):
    has_docstring = ast.get_docstring(node) is not None
    return node.end_lineno - node.body[1 if has_docstring and len(node.body) > 1 else 0].lineno + 1


def test_tracker_never_imports_streamlit():
    code = "import sys, tracker.views.addresses; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_pages_and_router_are_tables_of_contents():
    for path in [*PAGES, ROOT / "app.py", ROOT / "main.py"]:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 40, path


def test_modules_and_functions_are_short():
    for path in PRODUCT:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 250, path
        for node in functions(path):
            assert body_lines(node) <= 30, f"{path}:{node.lineno} {node.name}"


def test_public_functions_say_what_they_do():
    for path in PRODUCT:
        for node in functions(path):
            if not node.name.startswith("_") and node.col_offset == 0:
                assert ast.get_docstring(node), f"{path}:{node.lineno} {node.name}"


def test_no_country_is_named_in_code():
    names = r"\b(France|French|India|Indian|Paris|Macron|Modi)\b|[\"'](FR|IN)[\"']"
    for path in PRODUCT:
        assert not re.search(names, path.read_text(encoding="utf-8")), path


def leaves(texts, path=()):
    if not isinstance(texts, dict):
        yield ".".join(path)
        return
    for name, below in texts.items():
        yield from leaves(below, (*path, str(name)))


def asked_keys():
    """Keys that code asks for; a slot in an f-string stands for any name."""
    found = set()
    for path in PRODUCT:
        source = path.read_text(encoding="utf-8")
        named = re.findall(r"words\(\s*f?\"([^\"]+)\"", source)
        named += re.findall(r"words\(\s*f?'([^']+)'", source)
        named += re.findall(r"else \"(\w+\.[\w.]+)\"$", source, re.MULTILINE)
        for key in named + re.findall(r"part\(\"([^\"]+)\"", source):
            found.add(re.sub(r"\{[^{}]+(\{[^{}]*\})*[^{}]*\}", "*", key))
        for kind in re.findall(r"term\(\s*\"(\w+)\"", source):
            found.add(f"terms.{kind}.*")
        for table in re.findall(r"stacked\([^()]*look, \"([\w.]+)\"", source):
            found.add(f"{table}.columns")
        for table in re.findall(r"\bcolumns\(\s*\"([\w.]+)\"", source):
            found.add(f"{table}.columns")
        found.update(re.findall(r"\"(\w\w+(?:\.\w+)+)\.\"", source))
    return found


def matches(asked, key):
    pattern = re.escape(asked).replace(r"\*", r"[^.]+")
    plural = r"(\.(zero|one|two|few|many|other))?"
    return re.fullmatch(pattern + plural, key) or key.startswith(asked + ".")


@pytest.mark.parametrize(
    "language", [path.name for path in sorted((DATA / "text").iterdir()) if path.is_dir()]
)
def test_every_text_is_asked_for_and_every_asked_text_is_there(language):
    home = DATA / "text" / language
    texts = {p.stem: yaml.safe_load(p.read_text(encoding="utf-8")) for p in home.glob("*.yaml")}
    keys, asked = set(leaves(texts)), asked_keys()
    # Chosen by the code of a choice or of a schema, which a scan of the code cannot follow.
    by_code = (
        "terms.",
        "leaderboard.choices.",
        "leaderboard.columns.",
        "leaderboard.sum.columns.",
        "indicators.",
        "overview.answers.columns.",
        "overview.changes.columns.",
        "sites.facts.",
        "sites.columns.",
        "sites.claims.",
        "sites.regions.columns.",
        "sites.choices.",
        "energy.results.columns.",
        "delivery.deflator.columns.",
        "energy.choices.",
        "energy.assumptions.",
    )
    by_code += tuple(key for key in keys if re.match(r"comparison\.\w+\.columns\.", key))
    unasked = {
        k for k in keys if not k.startswith(by_code) and not any(matches(a, k) for a in asked)
    }
    assert unasked == set()
    absent = {a for a in asked if not any(matches(a, key) for key in keys)}
    assert absent == set()


def test_every_code_of_a_closed_list_has_its_word():
    package = yaml.safe_load((DATA / "datapackage.yaml").read_text(encoding="utf-8"))
    rules = yaml.safe_load((DATA / "rules.yaml").read_text(encoding="utf-8"))
    terms = yaml.safe_load((DATA / "text/en/terms.yaml").read_text(encoding="utf-8"))
    listed = {
        field["name"]: field["constraints"]["enum"]
        for table in package["resources"]
        for field in table["schema"]["fields"]
        if field.get("constraints", {}).get("enum")
    }
    for kind in (
        "category",
        "flow_type",
        "origin",
        "power_basis",
        "qualifier",
        "amount_missing",
        "lever",
        "outcome",
        "adopted",
        "phase",
        "measure",
        "location_precision",
    ):
        assert list(terms[kind]) == listed[kind]
    assert list(terms["measure_state"]) == listed["state"]
    assert list(terms["rung"]) == listed["status"] == list(rules["rungs"])
    for kind, key in (
        ("lens", "lenses"),
        ("lens_phrase", "lenses"),
        ("lens_meaning", "lenses"),
        ("group", "groups"),
    ):
        assert list(terms[kind]) == list(rules[key])
    decided = yaml.safe_load((DATA / "text/en/rules.yaml").read_text(encoding="utf-8"))
    assert list(decided) == list(rules["status_rules"])


def test_every_indicator_metric_and_line_has_its_words():
    figures = yaml.safe_load((DATA / "indicators.yaml").read_text(encoding="utf-8"))
    comparison = yaml.safe_load((DATA / "comparison.yaml").read_text(encoding="utf-8"))
    words = yaml.safe_load((DATA / "text/en/indicators.yaml").read_text(encoding="utf-8"))
    texts = yaml.safe_load((DATA / "text/en/comparison.yaml").read_text(encoding="utf-8"))
    assert set(words["indicator"]) == set(figures["indicators"])
    assert set(words["metric"]) == set(figures["metrics"])
    assert list(texts["rules"]) == list(comparison["rules"])
    lines = [line["name"] for rows in comparison["sections"].values() for line in rows]
    assert list(texts["lines"]) == lines


def listed(slots, path=()):
    """Key -> the slots it lists; the names below a closed list are any, plural forms are none."""
    if not isinstance(slots, dict):
        yield ".".join(path), [] if slots == "free" else slots
        return
    for name, below in slots.items():
        step = {"<code>": ("*",), "<plural>": ()}.get(name, (name,))
        yield from listed(below, (*path, *step))


def given_slots():
    """(key, names of values) of every text that code asks for by a plain key."""
    for path in PRODUCT:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            key, keywords = node.args[0], [keyword.arg for keyword in node.keywords]
            if name == "words" and isinstance(key, ast.Constant) and None not in keywords:
                yield key.value, set(keywords)


def test_the_slots_listed_are_those_of_the_texts_and_of_the_code():
    slots = yaml.safe_load((DATA / "text" / "slots.yaml").read_text(encoding="utf-8"))
    slots = dict(listed(slots))
    home = DATA / "text" / "en"
    texts = {p.stem: yaml.safe_load(p.read_text(encoding="utf-8")) for p in home.glob("*.yaml")}
    for key in leaves(texts):
        told = f"{key} is in data/text/en but not in data/text/slots.yaml"
        assert any(matches(known, key) for known in slots), told
    keys = set(leaves(texts))
    for known in slots:
        assert any(matches(known, key) for key in keys), known
    for key, names in given_slots():
        assert {slot.removesuffix(":g") for slot in slots[key]} <= names, key
