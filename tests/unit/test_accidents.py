"""What happens to a whole file, or to a row, on its way through other programs."""

import pytest

from tests.building import DATA, build
from tracker import load
from tracker.counting.lenses import default_scope
from tracker.counting.pots import shares
from tracker.counting.totals import total
from tracker.dataset import accidents
from tracker.dataset.faults import Cost, Fault, told
from tracker.world.asof import world

BN = 10**9
TABLES = {
    "commitments": [{"commitment_id": "large"}, {"commitment_id": "small"}],
    "amounts": [
        {"commitment_id": "large", "amount_high": 75 * BN},
        {"commitment_id": "small", "amount_high": 2 * BN},
        {"commitment_id": "small", "amount_high": 3 * BN, "claim_date": "2026-01-01"},
    ],
}


@pytest.fixture
def whole(folder):
    return build(folder, **TABLES)


def edited(folder, edit, name="amounts.csv"):
    path = folder / name
    path.write_bytes(edit(path.read_bytes()))
    return load(folder)


def ceiling(data):
    now = world(data, data.rules.evidence_until)
    scope = default_scope(now.rules)
    return total(shares(now), scope, lens="ceiling", currency="EUR").value / BN


def lines(data):
    return [str(fault) for fault in data.faults]


def with_line(number, change):
    def edit(content):
        rows = content.split(b"\n")
        rows[number - 1 : number] = change(rows[number - 1])
        return b"\n".join(rows)

    return edit


UNUSABLE = {
    "is saved as UTF-16: save it as UTF-8, or run python -m tracker tidy": [
        lambda content: content.decode().encode("utf-16"),
        lambda content: content.decode().encode("utf-16-le"),
    ],
    "is a workbook of a spreadsheet program: save it as CSV UTF-8": [lambda c: b"PK\x03\x04" + c],
    "is a pointer to a file kept elsewhere: run git lfs pull": [
        lambda content: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n"
    ],
    "is a web page, not a table": [lambda content: b"\n<!DOCTYPE html><html></html>"],
}


@pytest.mark.parametrize(
    ("problem", "edit"), [(name, edit) for name, edits in UNUSABLE.items() for edit in edits]
)
def test_a_file_of_another_form_is_one_fault_that_says_which(whole, problem, edit):
    data = edited(whole, edit)
    assert lines(data) == [f"data/amounts.csv: the file {problem}"]
    assert data.unreadable == {"amounts"}


@pytest.mark.parametrize(("mark", "named"), [(b";", "semicolons"), (b"\t", "tabs"), (b"|", "bars")])
def test_other_marks_between_cells_are_named(whole, mark, named):
    data = edited(whole, lambda content: content.replace(b",", mark))
    assert lines(data) == [
        f"data/amounts.csv: the cells are parted by {named}, expected commas: "
        "run python -m tracker tidy"
    ]


def test_an_unfinished_merge_is_one_fault_with_its_line(whole):
    both = lambda row: [b"<<<<<<< HEAD", row, b"=======", row, b">>>>>>> theirs"]  # noqa: E731
    data = edited(whole, with_line(3, both))
    assert lines(data) == [
        "data/amounts.csv:3: an unfinished merge: keep one side, delete the other and the marks"
    ]


def test_a_quotation_mark_that_is_never_closed_costs_its_own_row(whole):
    data = edited(whole, with_line(4, lambda row: [b'"' + row]))
    assert lines(data) == [
        "data/amounts.csv:4: a quotation mark is opened and not closed on this line"
    ]
    assert ceiling(data) == 77


HEADERS = {
    "the header is spelled with spaces or capitals": lambda row: row.replace(
        b"currency", b"Currency "
    ),
    "the header ends in 2 commas too many": lambda row: row + b",,",
    "the header has a column 'more' that nobody reads": lambda row: row + b",more",
}


@pytest.mark.parametrize(("problem", "change"), HEADERS.items())
def test_a_header_that_can_be_read_all_the_same_costs_nothing(whole, problem, change):
    longer = change(b"currency").count(b",")
    edit = lambda content: b"\n".join(  # noqa: E731
        change(row) if not number else row + b"," * longer if row else row
        for number, row in enumerate(content.split(b"\n"))
    )
    data = edited(whole, edit)
    assert lines(data) == [f"data/amounts.csv:1: {problem}: run python -m tracker tidy"]
    assert ceiling(data) == 78 and not data.withheld


def test_two_commas_too_many_on_every_row_cost_nothing(whole):
    data = edited(whole, lambda c: b"\n".join(
        row + b",," if row and number else row for number, row in enumerate(c.split(b"\n"))
    ))  # fmt: skip
    assert lines(data) == [
        "data/amounts.csv:1: every row ends in commas too many, 2 of them: "
        "run python -m tracker tidy"
    ]
    assert ceiling(data) == 78


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            lambda row: row.replace(b"amount_high", b"amount"),
            "has no column 'amount_high', but 'amount'",
        ),
        (lambda row: row.replace(b",locator", b""), "has no column 'locator'"),
        (lambda row: row.replace(b"locator", b"wording"), "has no column 'locator'"),
    ],
)
def test_a_header_that_lacks_a_column_is_a_fault_of_the_file(whole, change, problem):
    data = edited(whole, with_line(1, lambda row: [change(row)]))
    assert lines(data) == [f"data/amounts.csv: the header {problem}"]


def test_columns_in_another_order_are_read_by_their_names(whole):
    def turned(content):
        return b"\n".join(b",".join(row.split(b",")[::-1]) for row in content.split(b"\n"))

    data = edited(whole, turned)
    assert lines(data) == [
        "data/amounts.csv:1: the columns stand in another order: run python -m tracker tidy"
    ]
    assert ceiling(data) == 78


def test_a_line_of_commas_is_one_fault_and_costs_nothing(whole):
    data = edited(whole, with_line(3, lambda row: [b"," * row.count(b","), row]))
    assert lines(data) == ["data/amounts.csv:3: the row is empty, only commas: delete it"]
    assert ceiling(data) == 78


@pytest.mark.parametrize(
    ("title", "shown", "problem"),
    [
        ("Ex\u00adample", "Example", "holds the invisible character U+00AD"),
        (" Example", "Example", "starts or ends with a space"),
        ("ÃŽle-de-France", "ÃŽle-de-France",
         "was saved in a wrong encoding, it may have been 'Île-de-France'"),
        ("a\udce9b".encode("utf-8", "surrogateescape"), "a�b",
         "byte 0xE9 is not UTF-8: save the file as UTF-8 and write the letter anew"),
    ],
)  # fmt: skip
def test_what_spoils_a_text_is_named_and_its_money_still_counts(whole, title, shown, problem):
    written = title if isinstance(title, bytes) else title.encode()
    data = edited(
        whole, lambda c: c.replace(b",Example,", b"," + written + b","), "commitments.csv"
    )
    assert lines(data) == [f"data/commitments.csv:2: title: {problem}"]
    assert not data.withheld and ceiling(data) == 78
    assert shown in set(data["commitments"]["title"])


@pytest.mark.parametrize("name", ["É", "Île-de-France", "“quoted”", "मुंबई", "Ã", "naïve – è"])
def test_letters_beyond_ascii_are_not_taken_for_a_wrong_encoding(name):
    assert accidents.garbled_from(name) == ""


@pytest.mark.parametrize("spelled", ["FALSE", "False", "0"])
def test_a_spreadsheets_no_is_read_as_no(folder, spelled):
    line = {"tally_line_id": "l", "tally_id": "t", "commitment_id": "large", "ceiling": 75 * BN,
            "is_conditional": "false", "wording": "", "source_id": "s"}  # fmt: skip
    tally = {"tally_id": "t", "amount": 109 * BN}
    build(folder, **TABLES, sites=[{"site_id": "x"}], tallies=[tally], tally_lines=[line])
    for name in ("sites.csv", "tally_lines.csv"):
        path = folder / name
        path.write_text(path.read_text().replace(",false,", f",{spelled},"))
    data = load(folder, strict=True)
    assert data["sites"]["is_stock"].tolist() == data["tally_lines"]["is_conditional"].tolist()
    assert data["sites"]["is_stock"].tolist() == [False]


def test_causes_come_first_and_what_follows_is_counted(whole):
    data = edited(whole, lambda c: c.replace(b",2025-01-01,", b",soon,", 1), "commitments.csv")
    printed = told(data.faults)
    assert printed[0].startswith("data/commitments.csv:2: announced_date: 'soon' is not a date")
    assert printed[1:] == [
        "data/amounts.csv: 1 row is withheld, because it hangs on rows named above, the first on"
        " line 2",
        "data/statuses.csv: 1 row is withheld, because it hangs on rows named above, the first on"
        " line 2",
    ]


def test_at_most_twenty_faults_of_a_file_are_printed_and_the_rest_counted():
    faults = [Fault("amounts", line, "currency", f"{line!r} is odd") for line in range(2, 47)]
    printed = told(faults)
    assert len(printed) == 21 and printed[-1] == "amounts: 25 faults more"


def test_what_is_wrong_with_many_rows_in_the_same_words_is_told_once():
    faults = [Fault(table, line, "source_id", "'s' is not in data/sources.csv")
              for table in ("amounts", "outputs") for line in (2, 3)]  # fmt: skip
    assert told(faults) == [
        "amounts:2: source_id: 's' is not in data/sources.csv (and 3 times more)"
    ]


def test_every_cell_of_a_damaged_column_is_a_fault_however_many(folder):
    rows = [{"metric": "demand", "value": 1.5, "unit": "TWh", "year": n} for n in range(1000, 2200)]
    build(folder, **TABLES, grid=rows)
    path = folder / "grid.csv"
    path.write_text(path.read_text().replace(",1.5,", ',"1,5",'))
    data = load(folder)
    assert sum(fault.table == "grid" for fault in data.faults) == 1200
    assert data["grid"].empty


def test_a_table_of_which_every_row_is_needed_falls_as_a_whole(whole):
    path = whole / "countries.csv"
    path.write_text(path.read_text().replace("IN,", "in,"))
    data = load(whole)
    assert "countries" in data.unreadable
    told = "every row of this table is needed, so that none can be used"
    assert f"data/countries.csv:3: {told}" in lines(data)


def test_one_country_cannot_be_compared(whole):
    path = whole / "countries.csv"
    path.write_text("\n".join(path.read_text().splitlines()[:2]) + "\n")
    assert "data/countries.csv: has 1 rows, yet 2 countries are compared" in lines(load(whole))


def test_a_file_that_ends_in_the_middle_of_a_line_is_named(whole):
    data = edited(whole, lambda content: content[:-1])
    assert lines(data) == [
        "data/amounts.csv:4: the last line has no end: the file may have been cut short"
    ]


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.csv")))
@pytest.mark.parametrize("edit", [None, lambda content: b"", lambda content: content[:40]])
def test_any_file_may_be_gone_empty_or_cut(whole, name, edit):
    path = whole / name
    if edit is None:
        path.unlink()
    else:
        path.write_bytes(edit(path.read_bytes()))
    data = load(whole)
    assert name.removesuffix(".csv") in data.unreadable or not data.faults
    assert all(fault.cost in Cost for fault in data.faults)


@pytest.mark.parametrize("count", [1, 2])
def test_a_row_whose_cells_are_shifted_is_not_taken_for_commas_too_many(folder, count):
    build(folder, commitments=[{"commitment_id": f"c{n}"} for n in range(count)])
    path = folder / "commitments.csv"
    path.write_text(path.read_text().replace(",FR,", ",,FR,"))
    data = load(folder)
    assert data["commitments"].empty
    assert sum("the row has" in fault.problem for fault in data.faults) == count


def test_every_row_of_a_table_that_breaks_its_schema_is_withheld_however_many(folder):
    row = {"metric": "demand", "value": 1, "unit": "TWh", "note": "x" * 901}
    data = load(build(folder, **TABLES, grid=[{**row, "year": n} for n in range(1000, 2200)]))
    assert sum(fault.table == "grid" and fault.field == "note" for fault in data.faults) == 1200
    assert data["grid"].empty


def test_an_overlap_with_a_pot_that_states_no_amount_is_named(folder):
    overlap = {"overlap_id": "o", "commitment_id": "bare", "also_in": "large", "amount": 5}
    tables = {**TABLES, "commitments": [*TABLES["commitments"], {"commitment_id": "bare"}]}
    data = load(build(folder, **tables, overlaps=[overlap]))
    assert lines(data) == [
        "data/overlaps.csv:2: amount: is taken off 'bare', which states no amount"
    ]
