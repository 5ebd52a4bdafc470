"""Settings: whatever bytes a file holds, each thing wrong is one line with file, line and key."""

import re

import pytest

from tests.building import SETTINGS
from tracker import DataError
from tracker.dataset.faults import Cost
from tracker.dataset.schema import read_package
from tracker.dataset.settings.palette import read_palette
from tracker.dataset.settings.together import read_settings


def told(home):
    """What is wrong with the settings, and whether they can be used."""
    try:
        settings = read_settings(home)
    except DataError as error:
        return [str(fault) for fault in error.faults]
    return [str(fault) for fault in settings.faults]


def line_of(home, name, text):
    before, _, _ = (home / name).read_text(encoding="utf-8").partition(text)
    return before.count("\n") + 1


def changed(home, name, old, new):
    path = home / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return told(home)


def test_sound_settings_have_no_faults(home):
    settings = read_settings(home)
    assert settings.faults == ()
    assert settings.palette == read_palette(home)
    assert settings.package == read_package(home)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", ": the file is empty"),
        (b"# nothing\n", ": the file is empty"),
        (b"~\n", ": the file is empty"),
        (b"- a\n- b\n", ":1: the file is a list, expected names with values"),
        (b"word\n", ":1: the file is a single value, expected names with values"),
        (b"a:\n\t- b\n", ":2: a tab where only spaces may stand"),
        (b"a:\tb: c\n", ":1: a tab where only spaces may stand"),
        (b"a: 1\n<<<<<<< HEAD\n", ":2: an unfinished merge (<<<<<<<)"),
        (b"a: 1\n=======\nb: 2\n", ":2: an unfinished merge (=======)"),
        (b"a: 1\n>>>>>>> main\n", ":2: an unfinished merge (>>>>>>>)"),
        ("a: é\n".encode("utf-16"), ":1: not UTF-8; save it as UTF-8"),
        ("a: b\n".encode("utf-16-le"), ":1: not UTF-8; save it as UTF-8"),
        ("a: b\nc: é\n".encode("cp1252"), ":2: not UTF-8; save it as UTF-8"),
        (b"[" * 100_000, ":1: nested deeper than 20 groups"),
        (b"a: " + b"{a: " * 100_000, ":1: nested deeper than 20 groups"),
        (b"a: 1\n---\nb: 2\n", ":2: a second document starts here, expected one a file"),
        (b"? [a]\n: b\n", ":1: a name that is no text"),
        (b"a: b\x07\n", ":1: no YAML can be read here (control characters are not allowed)"),
        (
            b"a: b: c\n",
            ":1: no YAML can be read here (mapping values are not allowed in this context)",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_one_fault(home, content, problem):
    (home / "rules.yaml").write_bytes(content)
    assert told(home) == [f"data/rules.yaml{problem}"]


def test_a_missing_file_and_a_folder_in_its_place_are_named(home):
    (home / "rules.yaml").unlink()
    (home / "palette.yaml").unlink()
    (home / "palette.yaml").mkdir()
    assert sorted(told(home)) == [
        "data/palette.yaml: the file cannot be read (Is a directory)",
        "data/rules.yaml: the file is missing",
    ]


def test_a_byte_order_mark_is_no_fault(home):
    path = home / "rules.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert told(home) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        (
            "rules.yaml",
            "recheck_after_days: 90 ",
            "recheck_after_days: 90\nrecheck_after_days: 91 ",
            "recheck_after_days: is given twice, on lines 4 and 5",
        ),
        (
            "rules.yaml",
            "recheck_after_days: 90 ",
            "recheck_after_days: soon ",
            "recheck_after_days: 'soon' is not a whole number",
        ),
        (
            "rules.yaml",
            "recheck_after_days: 90 ",
            "recheck_after_days: 1:30 ",
            "recheck_after_days: '1:30' is not a plain number; write it out, or in quotes",
        ),
        (
            "rules.yaml",
            "recheck_after_days: 90 ",
            "recheck_after_days: ",
            "recheck_after_days: nothing is not a whole number",
        ),
        (
            "rules.yaml",
            "evidence_until: 2026-07-01 ",
            "evidence_until: July ",
            "evidence_until: 'July' is not a day such as 2026-06-30",
        ),
        (
            "rules.yaml",
            "default_language: en",
            "default_language: no",
            "default_language: 'no' is not a text; put it in quotes",
        ),
        (
            "rules.yaml",
            "default_language: en",
            "default_language: de",
            "default_language: 'de' has no folder under text",
        ),
        (
            "rules.yaml",
            "display_currencies: [EUR",
            "display_currencies: [euro",
            "display_currencies.0: 'euro' does not look like ^[A-Z]{3}$",
        ),
        (
            "rules.yaml",
            "display_currencies: [EUR, USD, INR]",
            "display_currencies: EUR",
            "display_currencies: 'EUR' is not a list",
        ),
        (
            "rules.yaml",
            "display_currencies: [EUR, USD, INR]",
            "display_currencies: []",
            "display_currencies: a list is too short, expected something in it",
        ),
        (
            "rules.yaml",
            "parts_tolerance_pct: 2",
            "parts_tolerance_pct: .nan",
            "parts_tolerance_pct: '.nan' is not a plain number; write it out, or in quotes",
        ),
        (
            "rules.yaml",
            "parts_tolerance_pct: 2",
            "parts_tolerance_pct: -2",
            "parts_tolerance_pct: '-2' is not a number of at least 0",
        ),
        (
            "rules.yaml",
            "from_rung: signed",
            "from_rung: singed",
            "lenses.signed.from_rung: 'singed' is not one of announced, mou, signed, "
            "permitted, under_construction, partly_operating, operating",
        ),
        (
            "rules.yaml",
            "default_lens: signed",
            "default_lens: solid",
            "default_lens: 'solid' is not one of ceiling, floor, signed, building, operating",
        ),
        (
            "rules.yaml",
            "rule: stalled_silent",
            "rule: quiet",
            "silence.rule: 'quiet' is not in status_rules of rules.yaml",
        ),
        (
            "rules.yaml",
            "opening_due:        {status: under_construction}",
            "opening_due:        {status: begun}",
            "status_rules.opening_due.status: 'begun' is not one of announced, mou, signed, "
            "permitted, under_construction, partly_operating, operating, stalled, cancelled",
        ),
        (
            "rules.yaml",
            "{mark: announced}",
            "{mark: dot}",
            "rungs.announced.mark: 'dot' is not one of operating, building, signed, mou, "
            "announced, lost",
        ),
        (
            "rules.yaml",
            "[up_to, potential]",
            "[up_to, perhaps]",
            "no_floor_qualifiers.1: 'perhaps' is not one of exact, about, over, at_least, "
            "planned, up_to, potential",
        ),
        (
            "rules.yaml",
            "  origin: [leader, other]",
            "  origin: [leader, others]",
            "default_scope.origin.1: 'others' is not one of leader, other",
        ),
        (
            "comparison.yaml",
            "{lens: ceiling, per: head}",
            "{lens: ceiling, per: heads}",
            "rules.per_head.per: 'heads' is not one of head, gdp, gw",
        ),
        (
            "comparison.yaml",
            "{lens: ceiling}",
            "{}",
            "rules.ceiling: counts neither money (lens) nor power (phase and basis), or both",
        ),
        (
            "comparison.yaml",
            "organisation_type: conglomerate",
            "kind: conglomerate",
            "rules.without_programmes.without.kind: 'kind' is not one of category, "
            "flow_type, origin, organisation_type",
        ),
        (
            "comparison.yaml",
            "[low_carbon_share]",
            "[low_carbon]",
            "sections.power_offer.5.indicators.0: 'low_carbon' is not in indicators of "
            "indicators.yaml",
        ),
        (
            "comparison.yaml",
            "least_priced_share: 0.5",
            "least_priced_share: 50",
            "least_priced_share: '50' is not a number of at most 1",
        ),
        (
            "indicators.yaml",
            "better: lower, evidence: reported",
            "better: less, evidence: reported",
            "indicators.ai_researchers_rank.better: 'less' is not one of higher, lower, none",
        ),
        (
            "places.yaml",
            "Paris: [48.853, 2.349]",
            "Paris: [48.853]",
            "cities.FR.Paris: a list is too short, expected something in it",
        ),
        (
            "places.yaml",
            "FR: france.geojson",
            "FR: gaul.geojson",
            "outlines.FR: 'gaul.geojson' is not one of PROVENANCE.md, "
            "france.geojson, india.geojson",
        ),
        (
            "places.yaml",
            "px_per_sqrt: {planned_mw:",
            "px_per_sqrt: {hoped_mw:",
            "px_per_sqrt.hoped_mw: 'hoped_mw' is not one of planned_mw, secured_mw, operating_mw, "
            "amount",
        ),
        (
            "places.yaml",
            ", amount: [1.0e+9, 1.0e+10, 5.0e+10]",
            "",
            "legend: 'amount' is missing",
        ),
        (
            "places.yaml",
            "  FR:\n    Versailles",
            "  DE:\n    Versailles",
            "towns.DE: 'DE' is not one of FR, IN",
        ),
        (
            "energy.yaml",
            "FR: {table: grid,",
            "FR: {table: grids,",
            "methods.lifecycle_generation.FR.table: 'grids' is not one of grid, grid_zones",
        ),
        (
            "energy.yaml",
            "{table: grid_zones, zone: FR,",
            "{table: grid_zones,",
            "methods.lifecycle_consumption.FR: a zone goes with the table grid_zones and no other",
        ),
        (
            "energy.yaml",
            "{least: 1, most: 3,",
            "{least: 4, most: 3,",
            "bounds.pue.least: 4 is above most, 3",
        ),
        (
            "energy.yaml",
            "rung: under_construction",
            "rung: stalled",
            "ladder.building.rung: 'stalled' is not one of announced, mou, signed, "
            "permitted, under_construction, partly_operating, operating",
        ),
        (
            "diplomacy.yaml",
            "near, none]",
            "near]",
            "closeness: 'none' is missing",
        ),
        (
            "diplomacy.yaml",
            "courted_origin: leader",
            "courted_origin: court",
            "courted_origin: 'court' is not one of leader, other",
        ),
        (
            "palette.yaml",
            '"#1b1b1a"',
            '"black"',
            "ink.light: 'black' does not look like ^#[0-9a-f]{6}$",
        ),
        (
            "palette.yaml",
            "fill: hatched",
            "fill: striped",
            "marks.mou.fill: 'striped' is not one of solid, hatched, outline, crossed, ink",
        ),
        (
            "palette.yaml",
            ", strength_pct: 72}",
            "}",
            "marks.building: strength_pct goes with the fill solid and no other",
        ),
        (
            "datapackage.yaml",
            "path: sources.csv",
            "path: ../sources.csv",
            "resources.0.path: '../sources.csv' is not sources.csv",
        ),
        (
            "datapackage.yaml",
            "type: string",
            "type: text",
            "resources.0.schema.fields.0.type: 'text' is not one of string, integer, number, "
            "boolean",
        ),
        (
            "datapackage.yaml",
            "pattern: https?://[^\\s/?#\\[\\]@]+([/?#]\\S*)?",
            "pattern: https?://(",
            "resources.0.schema.fields.4.constraints.pattern: 'https?://(' is not a pattern "
            "(missing ), unterminated subpattern at position 9)",
        ),
        (
            "datapackage.yaml",
            "- name: publisher_id",
            "- name: source_id",
            "resources.0.schema.fields.1.name: 'source_id' is a column already",
        ),
        (
            "datapackage.yaml",
            "- name: organisations",
            "- name: sources",
            "resources.3.name: 'sources' is a table already",
        ),
        (
            "datapackage.yaml",
            "knownFrom: claim_date",
            "knownFrom: claimed",
            "resources.6.knownFrom: 'claimed' is not a column of amounts",
        ),
        (
            "rules.yaml",
            "deflator_lenses: [building",
            "deflator_lenses: [built",
            "deflator_lenses.0: 'built' is not one of ceiling, floor, signed, building, operating",
        ),
        (
            "palette.yaml",
            "ends: {sure: operating",
            "ends: {sure: certain",
            "ends.sure: 'certain' is not one of operating, building, signed, mou, announced, lost",
        ),
        (
            "datapackage.yaml",
            "resource: organisations",
            "resource: companies",
            "resources.3.schema.foreignKeys.0.reference.resource: 'companies' is not a table",
        ),
    ],
)
def test_a_thing_wrong_is_named_where_it_stands(home, name, old, new, problem):
    line = line_of(home, name, old)
    assert f"data/{name}:{line}: {problem}" in changed(home, name, old, new)
    with pytest.raises(DataError):
        read_settings(home)


def test_what_is_missing_is_named_at_the_group_it_should_be_in(home):
    group = line_of(home, "energy.yaml", "  IN:\n    low:")
    found = changed(home, "energy.yaml", "    central: [in-m", "    # [in-m")
    assert found == [f"data/energy.yaml:{group}: prices.IN.central: is missing"]
    found = changed(home, "rules.yaml", "evidence_until:", "# ")
    assert "data/rules.yaml:1: evidence_until: is missing" in found


def test_an_unknown_name_is_told_and_the_rest_is_used(home):
    line = line_of(home, "rules.yaml", "recheck_after_days:")
    new = "recheck_days: 3\nrecheck_after_days:"
    assert changed(home, "rules.yaml", "recheck_after_days:", new) == [
        f"data/rules.yaml:{line}: recheck_days: is not known here "
        "(did you mean `recheck_after_days`?)"
    ]
    settings = read_settings(home)
    assert settings.rules.recheck_after_days == 90
    assert settings.faults[0].cost == Cost.NOTHING


def test_a_typo_is_told_with_what_it_leaves_missing(home):
    line = line_of(home, "comparison.yaml", "metrics: [share_coal]")
    place = f"data/comparison.yaml:{line}: sections.power_offer.6"
    assert changed(home, "comparison.yaml", "metrics: [share_coal]", "metrcs: [share_coal]") == [
        f"{place}.metrcs: is not known here (did you mean `metrics`?)",
        f"{place}: names no indicators, metrics or price",
    ]
    line = line_of(home, "rules.yaml", "default_lens:")
    assert changed(home, "rules.yaml", "default_lens:", "defualt_lens:")[-4:-2] == [
        "data/rules.yaml:1: default_lens: is missing",
        f"data/rules.yaml:{line}: defualt_lens: is not known here (did you mean `default_lens`?)",
    ]


def test_a_key_of_table_schema_that_nobody_reads_is_told(home):
    old = "      title: Source\n"
    line = line_of(home, "datapackage.yaml", old) + 1
    (fault,) = changed(home, "datapackage.yaml", old, f"{old}      categories: [a]\n")
    place = f"data/datapackage.yaml:{line}: resources.0.schema.fields.0.categories"
    assert fault == f"{place}: is not known here"
    assert "categories" not in read_settings(home).package["sources"].fields["source_id"]


def test_names_of_our_own_on_columns_and_tables_are_known(home):
    old = "      title: Source\n"
    own = "isPast: true, unit: x, format: default, trueValues: [a], falseValues: [b], codeWidth: 3"
    new = old + "".join(f"      {one}\n" for one in re.split(r", (?=\w+:)", own))
    assert changed(home, "datapackage.yaml", old, new) == []
    new = "  title: Sources\n  everyRowNeeded: true\n"
    assert changed(home, "datapackage.yaml", "  title: Sources\n", new) == []


@pytest.mark.parametrize(
    ("name", "read"), [("NO", "false"), ("on", "true"), ("2026", "2026"), ("~", "nothing")]
)
def test_a_name_that_yaml_reads_as_something_else_is_told(home, name, read):
    (home / "diplomacy.yaml").write_text(f"{name}: 1\n")
    found = told(home)[0]
    noun = "" if read == "nothing" else ", which is no name"
    assert found == f"data/diplomacy.yaml:1: {name}: is read as {read}{noun}; put it in quotes"


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("*x", "an alias (*), which is not used here; write it out"),
        (
            "!!python/name:os.system ''",
            "a tag ('tag:yaml.org,2002:python/name:os.system'), which is not used here",
        ),
        ("2026-13-45", "'2026-13-45' cannot be read; put it in quotes"),
        ("010", "'010' is not a plain number; write it out, or in quotes"),
        ("1.0e+999", "'1.0e+999' is no number that can be used"),
    ],
)
def test_a_value_that_yaml_makes_something_of_is_told(home, value, problem):
    line = line_of(home, "diplomacy.yaml", "near_days: 14")
    found = changed(home, "diplomacy.yaml", "near_days: 14", f"near_days: {value}")
    assert found == [f"data/diplomacy.yaml:{line}: near_days: {problem}"]


def test_all_faults_of_all_files_are_told_at_once(home):
    for name in SETTINGS:
        (home / name).write_text("a: [", encoding="utf-8")
    assert sorted(line.partition(":")[0] for line in told(home)) == sorted(
        f"data/{name}" for name in SETTINGS
    )


def test_a_broken_file_hides_no_fault_of_another(home):
    (home / "indicators.yaml").write_text("")
    line = line_of(home, "comparison.yaml", "per: gdp}")
    assert changed(home, "comparison.yaml", "per: gdp}", "per: gpd}") == [
        "data/indicators.yaml: the file is empty",
        f"data/comparison.yaml:{line}: rules.per_gdp.per: 'gpd' is not one of head, gdp, gw",
    ]
