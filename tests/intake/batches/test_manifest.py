"""Manifests: headers by any usual name, rows as the spreadsheet counts them."""

from __future__ import annotations

import io
from datetime import date

import pytest
import xlsxwriter

from localvision.errors import LocalVisionError
from localvision.intake.batches import read_manifest


def xlsx(rows: list[list[object]], sheets: tuple[str, ...] = ("Sheet1",)) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name in sheets:
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(at, column, cell, day)
                    else:
                        sheet.write(at, column, cell)
    return buffer.getvalue()


HEADER = ["File", "Place", "Project", "Wave", "Date", "Kind", "Role", "Participants"]
ROW = ["a.docx", "Ambleford", "Food", 1, date(2015, 4, 3), "interview", "Enabler", "Rosa; Bo"]


@pytest.mark.parametrize(
    "content",
    [
        b"file,place,project,wave,date,kind,role,speaker\n"
        b"a.docx,Ambleford,Food,1,2015-04-03,interview,Enabler,Rosa; Bo\n",
        "\ufeffFile Name;LOCALITY;Project name;Round;Interview date;"
        "Source type;Role label;Speaker 1;Speaker 2\r\n"
        "a.docx;Ambleford;Food;1;2015-04-03;interview;Enabler;Rosa;Bo\r\n".encode(),
        b"filename\tsite\tinitiative\ttime_point\tDate of interview"
        b"\tmethod\tstakeholder\tinterviewees\n"
        b"a.docx\tAmbleford\tFood\t1\t3 April 2015\tinterview\tEnabler\tRosa|Bo\n",
        xlsx([HEADER, ROW]),
    ],
    ids=["csv", "semicolons", "tabs", "xlsx"],
)  # fmt: skip
def test_usual_headers_and_formats(content):
    manifest = read_manifest(content, "manifest")
    (row,) = manifest.rows
    assert (row.row, row.file, row.place, row.project, row.wave) == (
        2, "a.docx", "Ambleford", "Food", "1",
    )  # fmt: skip
    assert (row.date, row.kind, row.role, row.speakers) == (
        date(2015, 4, 3), "interview", "Enabler", ("Rosa", "Bo"),
    )  # fmt: skip
    assert manifest.problems == ()


def test_empty_cells_are_missing_and_unknown_columns_are_kept():
    manifest = read_manifest(b"file,place,Tape no.\na.docx,,7\nb.docx,Bo,\n", "m.csv")
    assert [(r.place, r.date, r.speakers, r.extra) for r in manifest.rows] == [
        (None, None, (), (("Tape no.", "7"),)),
        ("Bo", None, (), ()),
    ]


def test_row_numbers_count_titles_empty_rows_and_cells_with_line_ends():
    content = b'Our interviews\n\nfile,place\n"a.docx","x\ny"\n,\n,Bo\nb.docx,Cy\n'
    manifest = read_manifest(content, "m.csv")
    assert [(row.row, row.file) for row in manifest.rows] == [(4, "a.docx"), (7, "b.docx")]
    assert [(p.code, p.where.row) for p in manifest.problems] == [("intake.row-without-file", 6)]


def test_rows_of_a_workbook_are_numbered_as_shown_and_its_manifest_sheet_is_taken():
    rows = [["Notes"], [], ["file"], [], ["a.docx"]]
    manifest = read_manifest(xlsx(rows, ("Other", "Manifest")), "m.xlsx")
    assert [row.row for row in manifest.rows] == [5]


def test_two_columns_for_one_thing():
    manifest = read_manifest(b"file,place,locality\na.docx,A,B\n", "m.csv")
    assert manifest.rows[0].place == "A"
    assert manifest.rows[0].extra == (("locality", "B"),)
    (problem,) = manifest.problems
    assert (problem.code, problem.where.field) == ("intake.column-twice", "locality")


def test_a_date_that_cannot_be_read_names_its_row_and_column():
    manifest = read_manifest(b"file,When\na.docx,soon\n", "m.csv")
    (problem,) = manifest.problems
    assert str(problem.where) == "m.csv, row 2, When"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"place,wave\nA,1\n", "intake.manifest-without-file-column"),
        (b"", "intake.manifest-without-file-column"),
        (b'file,place\n"a.docx,b\n', "intake.manifest-unreadable"),
        (b"PK\x03\x04 no workbook", "intake.unreadable"),
    ],
)
def test_manifests_that_cannot_be_used(content, code):
    with pytest.raises(LocalVisionError) as caught:
        read_manifest(content, "manifest.csv")
    assert caught.value.code == code


def test_a_manifest_without_rows_is_said():
    manifest = read_manifest(b"file,place\n", "m.csv")
    assert [problem.code for problem in manifest.problems] == ["intake.manifest-empty"]


def test_a_workbook_with_entities_of_its_own_is_refused(repacked):
    bomb = b'<!DOCTYPE x [<!ENTITY e "x">]><sst>&e;</sst>'
    content = repacked(xlsx([["file"]]), {"xl/sharedStrings.xml": bomb})
    with pytest.raises(LocalVisionError) as caught:
        read_manifest(content, "m.xlsx")
    assert caught.value.code == "intake.hostile-xml"
