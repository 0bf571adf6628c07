"""A broken template is refused with file, row and remedy."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from localvision.errors import LocalVisionError
from localvision.programme_templates import read_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with as_file(files("localvision.programme_templates").joinpath("local_vision")) as bundled:
        return Path(shutil.copytree(bundled, tmp_path / "copy"))


def append(folder: Path, file: str, text: str) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def trouble(folder: Path) -> LocalVisionError:
    with pytest.raises(LocalVisionError) as caught:
        read_folder(folder)
    return caught.value


def test_a_copied_template_reads_like_the_bundled_one(folder):
    assert len(read_folder(folder).themes) == 9


def test_a_key_used_twice_is_refused(folder):
    append(
        folder,
        "frames/change_tags.toml",
        '\n[[items]]\nkey = "reframing"\nlabel = "x"\ndefinition = "y"\n',
    )
    error = trouble(folder)
    assert error.code == "template.duplicate-key"
    assert error.problems[0].where.row == 4


def test_all_loose_ends_are_listed_at_once(folder):
    append(
        folder,
        "frames/change_tags.toml",
        '\n[[items]]\nkey = "a"\nlabel = "x"\ndefinition = "y"\nparent = "gone"\n'
        'example = "She said so."\n',
    )
    codes = [problem.code for problem in trouble(folder).problems]
    assert codes == ["template.unknown-parent", "template.unmarked-example"]


def test_an_unknown_field_is_refused(folder):
    append(folder, "frames/change_tags.toml", "\n[[items]]\nkey = 'a'\ncolor = 'red'\n")
    error = trouble(folder)
    assert error.code == "template.broken-entry"
    assert error.problems[0].where.file == "change_tags.toml"


def test_broken_toml_and_missing_files_are_refused(folder):
    append(folder, "roles.toml", "\n[[roles\n")
    assert trouble(folder).code == "template.broken-entry"
    (folder / "roles.toml").unlink()
    assert trouble(folder).problems[0].where.file == "roles.toml"
