"""A folder of documents: a problem stops nothing else, and all are in one list."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from localvision.errors import LocalVisionError
from localvision.intake import IntakeRecord, iter_folder, read_folder


@pytest.fixture
def folder(tmp_path):
    def write(files: dict[str, bytes]):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return tmp_path

    return write


def listed(batch) -> list[tuple[str, str, int | None]]:
    return [(p.code.removeprefix("intake."), p.where.file, p.where.row) for p in batch.problems]


def test_documents_meet_their_rows(folder):
    path = folder(
        {
            "manifest.csv": b"file,place,wave,date,role\none.txt,Ambleford,1,25/04/2015,Enabler\n"
            b"deep/two.txt,Bo,2,,\nthree,Cy,3,,\n",
            "one.txt": b"One.",
            "deep/two.txt": b"Two.",
            "deep/three.md": b"Three.",
        }
    )
    batch = read_folder(path)
    assert [(r.file, r.row, r.place, r.wave, r.date, r.role) for r in batch.records] == [
        ("deep/three.md", 4, "Cy", "3", None, None),
        ("deep/two.txt", 3, "Bo", "2", None, None),
        ("one.txt", 2, "Ambleford", "1", date(2015, 4, 25), "Enabler"),
    ]
    assert batch.records[2].document.text == "One."
    assert batch.problems == ()


def test_one_list_of_everything_that_is_wrong(folder):
    path = folder(
        {
            "Manifest.CSV": b"file,place\na.txt,A\ngone.txt,B\na.txt,C\n,D\nx/same.txt,E\n",
            "a.txt": b"A.",
            "again.txt": b"A.",
            "broken.docx": b"PK\x03\x04broken",
            "empty.txt": b"",
            "guess.txt": b"caf\xe9",
            "inner.zip": b"PK\x03\x04",
            "other.csv": b"a,b\n1,2\n",
            "photo.jpg": b"\xff\xd8\xff\xe0\x00\x00",
            "x/same.txt": b"E.",
        }
    )
    batch = read_folder(path)
    assert [record.file for record in batch.records] == ["a.txt", "guess.txt", "x/same.txt"]
    assert listed(batch) == [
        ("table-not-read", "other.csv", None),
        ("row-without-file", "Manifest.CSV", 5),
        ("file-not-found", "Manifest.CSV", 3),
        ("file-twice-in-manifest", "Manifest.CSV", 4),
        ("file-not-in-manifest", "again.txt", None),
        ("file-not-in-manifest", "broken.docx", None),
        ("file-not-in-manifest", "empty.txt", None),
        ("file-not-in-manifest", "guess.txt", None),
        ("file-not-in-manifest", "inner.zip", None),
        ("file-not-in-manifest", "photo.jpg", None),
        ("duplicate-content", "again.txt", None),
        ("unknown-format", "broken.docx", None),
        ("empty-file", "empty.txt", None),
        ("encoding-guessed", "guess.txt", None),
        ("archive-in-archive", "inner.zip", None),
        ("unknown-format", "photo.jpg", None),
    ]
    assert all(problem.what and problem.remedy for problem in batch.problems)


def test_a_manifest_by_its_columns_and_a_second_one(folder):
    path = folder(
        {
            "a.txt": b"A.",
            "list.csv": b"Document,Locality\na.txt,Ambleford\n",
            "list2.csv": b"Document,Locality\na.txt,Bo\n",
        }
    )
    batch = read_folder(path)
    assert batch.records[0].place == "Ambleford"
    assert listed(batch) == [("several-manifests", "list.csv", None)]


def test_a_broken_manifest_stops_no_document(folder):
    batch = read_folder(folder({"a.txt": b"A.", "manifest.xlsx": b"no workbook"}))
    assert [record.file for record in batch.records] == ["a.txt"]
    assert listed(batch) == [("manifest-without-file-column", "manifest.xlsx", None)]


def test_names_meet_whatever_their_case_accents_and_slashes(folder):
    path = folder({"deep/Cafe\u0301.TXT": b"A.", "manifest.csv": "file\ndeep\\café.txt\n".encode()})
    batch = read_folder(path)
    assert batch.records[0].row == 2
    assert batch.problems == ()


def test_a_name_that_fits_several_files_fits_none(folder):
    path = folder({"a/x.txt": b"A.", "b/x.txt": b"B.", "manifest.csv": b"file,place\nx.txt,P\n"})
    batch = read_folder(path)
    assert [record.place for record in batch.records] == [None, None]
    assert listed(batch)[0] == ("file-name-unclear", "manifest.csv", 2)


def test_links_are_not_followed_and_litter_is_passed_over(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_bytes(b"Secret.")
    path = folder({"a.txt": b"A.", "~$a.docx": b"x", ".hidden.txt": b"x", "__MACOSX/a.txt": b"x"})
    (path / "link.txt").symlink_to(outside / "secret.txt")
    (path / "linked").symlink_to(outside)
    batch = read_folder(path)
    assert [record.file for record in batch.records] == ["a.txt"]
    assert listed(batch) == [
        ("link-not-followed", "link.txt", None), ("link-not-followed", "linked", None),
    ]  # fmt: skip


def test_progress_counts_every_document(folder):
    seen = []
    read_folder(
        folder({"a.txt": b"A.", "b.txt": b"", "manifest.csv": b"file\na.txt\n"}),
        progress=lambda done, total, file: seen.append((done, total, file)),
    )
    assert seen == [(1, 2, "a.txt"), (2, 2, "b.txt")]


def test_a_thousand_files_stream(folder):
    path = folder({f"{number:04}.txt": f"Words {number}.".encode() for number in range(1000)})
    stream = iter_folder(path)
    first = list(itertools.islice(stream, 2))
    (path / "0002.txt").write_bytes(b"Changed after the first two were read.")
    third = next(stream)
    assert [item.file for item in first if isinstance(item, IntakeRecord)] == [
        "0000.txt", "0001.txt",
    ]  # fmt: skip
    assert isinstance(third, IntakeRecord)
    assert third.document.text.startswith("Changed")
    assert sum(1 for _ in stream) == 997


@pytest.mark.parametrize("missing", ["nowhere", "a.txt"])
def test_what_is_no_folder(folder, missing):
    path = folder({"a.txt": b"A."})
    with pytest.raises(LocalVisionError) as caught:
        read_folder(path / missing)
    assert caught.value.code == "intake.not-a-folder"


def test_an_empty_folder_is_said(folder):
    assert listed(read_folder(folder({}))) == [("no-documents", "", None)]


def test_the_same_folder_gives_the_same_batch(folder):
    path = folder({"b.txt": b"B.", "a.txt": b"A.", "manifest.csv": b"file,Tape\na.txt,7\n"})
    assert read_folder(path) == read_folder(path)
