import csv
import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from localvision.errors import LocalVisionError
from localvision.outputs.blocks import NOT_ASKED, Base, Column, TableBlock
from localvision.outputs.tables import csv_of, flat_table, xlsx_of
from localvision.outputs.tables.csv_file import harmless
from tests.outputs.sample import drawings

BASE = Base(n=21, of=25, unit="places", missing="4 not asked")


def table(*rows, base=BASE, caption="Who came first?") -> TableBlock:
    return TableBlock(
        caption=caption,
        base=base,
        columns=(Column(label="Place"), Column(label="=n", numeric=True)),
        rows=rows,
        notes=("Counted twice.",),
    )


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_reads_back():
    data = csv_of(table(("Ashmere, é “x”", 3), ("Fennick", NOT_ASKED), ("*Tarn* [claim:4]", 2.5)))
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows_of(data) == [
        ["Place", "'=n"],
        ["Ashmere, é “x”", "3"],
        ["Fennick", "[not asked]"],
        ["Tarn (claim 4)", "2.5"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\n=1"])
def test_no_cell_is_a_formula(text):
    assert harmless(text) == f"'{text}"
    assert b"\n'" in csv_of(table((text, 1))) or b"\n\"'" in csv_of(table((text, 1)))


@given(st.text(max_size=30))
def test_no_text_opens_as_a_formula(text):
    assert not harmless(text).lstrip().startswith(("=", "+", "-", "@"))


def test_numbers_below_nought_stay_numbers():
    assert rows_of(csv_of(table(("A", -3))))[1] == ["A", "-3"]


def test_a_workbook_says_its_n_and_day():
    data = xlsx_of(
        [table(("=2+2", 3), ("Fennick", NOT_ASKED)), drawings.matrix()],
        as_at=dt.date(2026, 3, 12),
        invented=True,
    )
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    first, matrix, notes = (book.get_sheet_by_name(n).to_python() for n in book.sheet_names)
    assert first == [["Place", "=n"], ["=2+2", 3.0], ["Fennick", "not asked"]]
    assert matrix[0][1] == "Process: Enabler role and approach"
    assert matrix[11][:2] == ["Kelderwater", "not asked"]
    assert notes[0] == ["As at", "2026-03-12"]
    assert "invented" in notes[1][1]
    assert notes[2][1] == "Who came first?. n = 21 of 25 places; 4 not asked."
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert 'state="frozen"' in sheet


def test_sheet_names_are_allowed_and_apart():
    long = table(("A", 1), caption="[Places]: a/b?*" + "x" * 60)
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_of([long, long])))
    assert len(set(book.sheet_names)) == 3
    assert all(len(name) <= 31 for name in book.sheet_names)


@pytest.mark.requirement("R236")
def test_a_workbook_without_n_is_refused():
    with pytest.raises(LocalVisionError) as raised:
        xlsx_of([table(("A", 1), base=Base(n=None, unit="places"))])
    assert raised.value.code == "outputs.no-n"


def test_a_number_that_is_none_is_refused():
    with pytest.raises(LocalVisionError) as raised:
        xlsx_of([table(("A", float("inf")))])
    assert raised.value.code == "outputs.number-not-finite"


def test_a_matrix_becomes_a_table():
    flat = flat_table(drawings.matrix())
    assert len(flat.columns) == 10
    assert len(flat.rows) == 25
