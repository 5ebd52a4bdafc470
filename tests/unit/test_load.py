"""Bad input: each thing wrong is one line that names file, line, field and what is wrong."""

import pytest

from tests.building import build
from tracker import DataError, load
from tracker.dataset.faults import Cost

NO_DATE = "is not a date such as 2026, 2026-06 or 2026-06-30"
ACME = {"commitment_id": "acme-lille"}
PRICE = {"commitment_id": "acme-lille", "amount_high": 1000}


def faults(folder):
    return [str(fault) for fault in load(folder).faults]


def replaced(folder, name, old, new, count=1):
    path = folder / name
    text = path.read_bytes()
    assert old in text
    path.write_bytes(text.replace(old, new, count))
    return folder


@pytest.fixture
def tiny(folder):
    return build(folder, commitments=[ACME], amounts=[PRICE])


def test_sound_data_have_no_faults(tiny):
    assert faults(tiny) == []


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (b"12 MW", "'12 MW' is not a whole number: write the number alone, in currency units"),
        (b"NaN", "'NaN' is not a whole number: leave the cell empty where nothing is known"),
        (b"inf", "'inf' is not a whole number"),
        (
            b"1e3",
            "'1e3' is not a whole number: the short form of a spreadsheet, which drops digits: "
            "write all of them",
        ),
        (
            b"45_000_000_000",
            "'45_000_000_000' is not a whole number: marks between the digits, write 45000000000",
        ),
        ("٤٥".encode(), "'٤٥' is not a whole number: digits of another script, write 45"),
        (b"+5", "'+5' is not a whole number: write 5"),
        (b"007", "'007' is not a whole number: write 7"),
        (b'"8,5"', "'8,5' is not a whole number: a decimal comma"),
        (b'"45,000"', "'45,000' is not a whole number: marks between the digits, write 45000"),
        (
            "€45bn".encode(),
            "'€45bn' is not a whole number: write the number alone, in currency units",
        ),
        (b"#REF!", "'#REF!' is not a whole number: that is an error of a spreadsheet"),
        (
            b"1" * 16,
            "'1111111111111111' is not a whole number: no value has more than fifteen digits",
        ),
        (b"9" * 5000, "'" + "9" * 59 + "…' is not a whole number: no value is so long"),
        (b"0", "'0' is not a whole number of at least 1"),
        (b"-5", "'-5' is not a whole number of at least 1"),
        (b"twelve", "'twelve' is not a whole number"),
        (b"", "is empty"),
    ],
)
def test_an_amount_that_is_no_amount_is_named(tiny, cell, problem):
    replaced(tiny, "amounts.csv", b"1000,1000", b"1," + cell)
    assert f"data/amounts.csv:2: amount_high: {problem}" in faults(tiny)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("2025-02-31", "'2025-02-31' is not a day of the calendar"),
        ("2025-2-1", f"'2025-2-1' {NO_DATE}: write 2025-02-01"),
        ("31/02/2025", f"'31/02/2025' {NO_DATE}"),
        ("30/05/2026", f"'30/05/2026' {NO_DATE}: write 2026-05-30"),
        ("05/30/2026", f"'05/30/2026' {NO_DATE}: write 2026-05-30"),
        ("05/06/2026", f"'05/06/2026' {NO_DATE}: day or month first? write the year first"),
        ("46172", f"'46172' {NO_DATE}: the day number of a spreadsheet, write 2026-05-30"),
        (
            "Jun-26",
            f"'Jun-26' {NO_DATE}: a spreadsheet writes months so, write it in numbers and "
            "the year first",
        ),
        ("2026-05-30T00:00:00Z", f"'2026-05-30T00:00:00Z' {NO_DATE}: write 2026-05-30"),
        ("２０２６", f"'２０２６' {NO_DATE}"),
        ("1026-05-30", "'1026-05-30' is not a date from 1900 to 2099"),
        ("2026-12-31", "'2026-12-31' is after the data were made, 2026-11-28"),
    ],
)
def test_a_date_that_is_no_date_is_named(tiny, cell, problem):
    replaced(tiny, "commitments.csv", b"2025-01-01", cell.encode())
    assert f"data/commitments.csv:2: announced_date: {problem}" in faults(tiny)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (b"A\xe9B", "byte 0xE9 is not UTF-8: save the file as UTF-8 and write the letter anew"),
        ("A​B".encode(), "holds the invisible character U+200B"),
        ("A‮B".encode(), "holds the invisible character U+202E"),
        (b"A\x00B", "holds the invisible character U+0000"),
        (b" A", "starts or ends with a space"),
    ],
)
def test_characters_that_nobody_sees_are_named(tiny, cell, problem):
    replaced(tiny, "commitments.csv", b",Example,", b"," + cell + b",")
    assert f"data/commitments.csv:2: title: {problem}" in faults(tiny)


def test_a_very_long_cell_is_named_shortly(tiny):
    replaced(tiny, "commitments.csv", b",Example,", b"," + b"x" * 100_000 + b",")
    (fault,) = [fault for fault in faults(tiny) if ": title: " in fault]
    assert fault.endswith("is longer than 110 characters") and len(fault) < 160


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '=HYPERLINK("x")', "[a](http://x.y)", "‫".strip("‫") + "مرحبا"],
)
def test_text_that_only_looks_dangerous_is_no_fault(folder, text):
    assert faults(build(folder, commitments=[{**ACME, "title": text}], amounts=[PRICE])) == []


def test_a_ragged_row_is_named_and_the_next_one_kept(folder):
    build(folder, commitments=[ACME, {"commitment_id": "acme-lyon"}], amounts=[PRICE])
    replaced(folder, "commitments.csv", b"acme-lille,", b"acme-lille,,")
    loaded = load(folder)
    assert (
        "data/commitments.csv:2: the row has 21 cells, expected 20: quote a text that has a comma"
        in map(str, loaded.faults)
    )
    assert list(loaded["commitments"]["commitment_id"]) == ["acme-lyon"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b"\na,b\n", "1: the first line is empty, expected the header: run python -m tracker tidy"),
        (b"a,b\n1,2\n", "column 1 of the header is 'a', expected 'amount_id'"),
        (b'amount_id,"x\n', "1: the quotation marks of the header do not match"),
        (None, "the file is missing"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_fault(tiny, content, problem):
    path = tiny / "amounts.csv"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    loaded = load(tiny)
    separator = ":" if problem[0].isdigit() else ": "
    assert [str(fault) for fault in loaded.faults] == [f"data/amounts.csv{separator}{problem}"]
    assert loaded.unreadable == {"amounts"}
    assert len(loaded["commitments"]) == 1


def test_a_byte_order_mark_is_no_part_of_the_header(tiny):
    path = tiny / "amounts.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert faults(tiny) == []


def test_all_faults_are_told_at_once(tiny):
    replaced(tiny, "amounts.csv", b"1000,1000", b"1,twelve")
    replaced(tiny, "commitments.csv", b"data_centre", b"castle")
    with pytest.raises(DataError) as error:
        load(tiny, strict=True)
    text = str(error.value)
    assert (
        "amount_high: 'twelve'" in text and "category: 'castle' is not one of data_centre," in text
    )


def test_of_two_rows_of_one_name_that_differ_nobody_knows_which_holds(folder):
    build(folder, commitments=[ACME, {**ACME, "title": "Other"}], amounts=[PRICE])
    causes = [str(fault) for fault in load(folder).faults if fault.cost == Cost.ROW]
    assert causes == [
        "data/commitments.csv:2: commitment_id: 'acme-lille' is also on line 3",
        "data/commitments.csv:3: commitment_id: 'acme-lille' is already on line 2",
    ]


def test_a_row_pasted_twice_counts_once(folder):
    build(folder, commitments=[ACME], amounts=[PRICE])
    path = folder / "commitments.csv"
    path.write_text(path.read_text() + path.read_text().splitlines()[1] + "\n")
    assert faults(folder) == [
        "data/commitments.csv:3: commitment_id: 'acme-lille' is already on line 2"
    ]
    assert len(load(folder)["commitments"]) == 1


def test_a_fault_names_the_line_even_after_a_cell_of_two_lines(folder):
    build(folder, commitments=[ACME, {"commitment_id": "acme-lyon", "category": "castle"}])
    replaced(folder, "commitments.csv", b",Example,", b',"Exam\nple",')
    told = "data/commitments.csv:2: a quotation mark is opened and not closed on this line"
    assert told in faults(folder)
    assert any(fault.startswith("data/commitments.csv:4: category") for fault in faults(folder))
