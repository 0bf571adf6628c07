"""ZIP archives: the same as a folder, and hostile ones refused before anything is unpacked."""

from __future__ import annotations

import io
import stat
import zipfile

import pytest

from localvision.errors import LocalVisionError
from localvision.intake import read_archive, read_folder
from localvision.intake.batches import archive as archives


def refused(content: bytes) -> str:
    with pytest.raises(LocalVisionError) as caught:
        read_archive(content)
    return caught.value.code


def with_info(name: str, content: bytes = b"x", **settings) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo(name)
        for key, value in settings.items():
            setattr(info, key, value)
        archive.writestr(info, content)
    return buffer.getvalue()


def test_an_archive_reads_as_the_folder_does(zipped, tmp_path):
    files = {
        "in/manifest.csv": b"file,place\na.txt,Ambleford\n",
        "in/a.txt": b"A.",
        "in/b.txt": b"",
        "__MACOSX/in/._a.txt": b"x",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    batch = read_archive(zipped(files))
    assert batch == read_folder(tmp_path)
    assert [(r.file, r.place) for r in batch.records] == [("in/a.txt", "Ambleford")]


@pytest.mark.parametrize(
    "name",
    ["../a.txt", "in/../../a.txt", "/etc/a.txt", "C:\\a.txt", "C:/a.txt", "\\\\host\\a.txt",
     "in\\..\\a.txt", "a\nb.txt"],
)  # fmt: skip
def test_paths_that_leave_the_folder(name):
    assert refused(with_info(name)) == "intake.archive-escapes"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices(kind):
    content = with_info("a.txt", b"/etc/passwd", external_attr=(kind | 0o777) << 16)
    assert refused(content) == "intake.archive-link"


def test_a_bomb_of_one_member(zipped):
    assert refused(zipped({"a.txt": b" " * (11 * 1024 * 1024)})) == "intake.archive-bomb"


def test_a_bomb_of_many_members(zipped):
    content = zipped({f"{n}.txt": b" " * (9 * 1024 * 1024) for n in range(12)})
    assert refused(content) == "intake.archive-bomb"


def test_too_large_unpacked(zipped, monkeypatch):
    monkeypatch.setattr(archives, "LARGEST_UNPACKED", 10)
    assert refused(zipped({"a.txt": b"more than ten"})) == "intake.archive-too-large"


def test_too_many_members(zipped, monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    assert refused(zipped({f"{n}.txt": b"x" for n in range(3)})) == "intake.archive-too-many"


def test_a_member_that_lies_about_its_size(zipped):
    content = bytearray(zipped({"a.txt": b"x" * 5000}, zipfile.ZIP_STORED))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.index(signature) + offset
        content[at : at + 4] = (10).to_bytes(4, "little")
    batch = read_archive(bytes(content))
    assert batch.records == ()
    assert [problem.code for problem in batch.problems] == ["intake.unreadable"]


def test_archives_inside_are_not_opened_and_stop_nothing(zipped):
    inner = zipped({"secret.txt": b"x"})
    batch = read_archive(zipped({"a.txt": b"A.", "inner.zip": inner, "named.docx": inner}))
    assert [record.file for record in batch.records] == ["a.txt"]
    assert [(p.code, p.where.file) for p in batch.problems] == [
        ("intake.archive-in-archive", "inner.zip"), ("intake.unknown-format", "named.docx"),
    ]  # fmt: skip


def test_locked_members_are_named_and_stop_nothing(zipped):
    content = bytearray(zipped({"a.txt": b"A.", "b.txt": b"B."}))
    # Set the "encrypted" bit of the first member, in its own header and in the list.
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 0x1
    batch = read_archive(bytes(content))
    assert [record.file for record in batch.records] == ["b.txt"]
    assert [(p.code, p.where.file) for p in batch.problems] == [("intake.encrypted", "a.txt")]


def test_a_damaged_member_stops_nothing(zipped):
    content = bytearray(zipped({"a.txt": b"Some words.", "b.txt": b"B."}, zipfile.ZIP_STORED))
    content[content.index(b"Some")] ^= 0xFF
    batch = read_archive(bytes(content))
    assert [record.file for record in batch.records] == ["b.txt"]
    assert [problem.code for problem in batch.problems] == ["intake.unreadable"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "First.")
        archive.writestr("a.txt", "Second.")
    batch = read_archive(buffer.getvalue())
    assert [record.document.text for record in batch.records] == ["First."]
    assert [problem.code for problem in batch.problems] == ["intake.name-twice"]


def test_names_in_utf8_that_do_not_say_so(zipped):
    content = zipped({"caf__.txt": b"A."}).replace(b"caf__.txt", "café.txt".encode())
    assert [record.file for record in read_archive(content).records] == ["café.txt"]


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04broken"])
def test_no_archive(content):
    assert refused(content) == "intake.not-an-archive"


def test_every_length_of_a_cut_archive_is_refused_or_listed(zipped):
    content = zipped({"a.txt": b"Some words.", "b.txt": b"More words."})
    for length in range(0, len(content), 7):
        assert refused(content[:length]) == "intake.not-an-archive"
