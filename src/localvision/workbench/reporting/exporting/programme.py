"""The whole export: one folder of open files and a page that says what is in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.queries import waves_of
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.exporting import evidence, findings
from localvision.workbench.reporting.exporting.files import (
    write_csv,
    write_json,
    write_json_lines,
)

#: Each file of the export: its name, what it holds, and what writes it (returning its rows).
Writer = Callable[[Viewer, Path], int]


def _lines(rows: Callable[[Viewer], Any]) -> Writer:
    return lambda viewer, path: write_json_lines(path, rows(viewer))


def _table(columns: tuple[str, ...], rows: Callable[[Viewer], Any]) -> Writer:
    return lambda viewer, path: write_csv(path, columns, rows(viewer))


def _matrix(viewer: Viewer, path: Path) -> int:
    columns, rows = findings.matrix_table(viewer)
    return write_csv(path, columns, rows)


FILES: tuple[tuple[str, str, Writer], ...] = (
    ("sources.jsonl", "sources with text, turns, sections, passages and marked edits",
     _lines(evidence.source_rows)),
    ("passages.csv", "passages for a spreadsheet",
     _table(evidence.PASSAGE_COLUMNS, evidence.passage_rows)),
    ("codings.jsonl", "who coded which passage as what, in which version of the frame",
     _lines(evidence.coding_rows)),
    ("people.csv", "people by code, without their names",
     _table(evidence.PEOPLE_COLUMNS, evidence.people_rows)),
    ("invitations.csv", "who was asked, by code, and what came of it",
     _table(evidence.INVITATION_COLUMNS, evidence.invitation_rows)),
    ("places.jsonl", "places with area codes, projects and stages", _lines(findings.place_rows)),
    ("frames.jsonl", "vocabularies with every version and change", _lines(findings.frame_rows)),
    ("claims.jsonl", "claims with evidence, limits and earlier wordings",
     _lines(findings.claim_rows)),
    ("matrix.csv", "passages by place and theme; empty where nobody was heard or nothing coded",
     _matrix),
    ("reports.jsonl", "drafts of reports, block by block", _lines(findings.report_rows)),
)  # fmt: skip


def export_programme(viewer: Viewer, folder: Path) -> list[Path]:
    """Write everything that the viewer may read into a folder; identities are never among it.

    Parameters
    ----------
    folder : made when missing; files of an earlier export in it are replaced, each whole.

    Returns
    -------
    The paths, `about.json` last: it says what each file holds, how many rows, and as of when.

    Raises `access.not-allowed` for those who may not read sources.
    """
    viewer.check(Capability.READ_SOURCES)
    folder.mkdir(parents=True, exist_ok=True)
    held = []
    for name, what, write in FILES:
        rows = write(viewer, folder / name)
        held.append({"file": name, "holds": what, "rows": rows})
    write_json(folder / "about.json", _about(viewer, held))
    _note(viewer, held)
    return [folder / name for name in (*(name for name, _, _ in FILES), "about.json")]


def _about(viewer: Viewer, held: list[dict[str, Any]]) -> dict[str, Any]:
    programme = viewer.programme
    return {
        "programme": programme.name,
        "slug": programme.slug,
        "template": programme.template_key,
        "invented": programme.invented,
        "notice": programme.invented_notice,
        "exported_at": timezone.now(),
        "all_places": viewer.locality_ids is None,
        "waves": list(waves_of(viewer).values("number", "name", "starts_on", "ends_on")),
        "offsets": "code points of the text; an end is exclusive",
        "missing": "null in JSON and an empty cell in CSV; never zero",
        "left_out": "names and addresses of people, accounts, the log, and built editions",
        "beware": "texts are as they were brought in: names that people said stand in them",
        "files": held,
    }


@transaction.atomic
def _note(viewer: Viewer, held: list[dict[str, Any]]) -> None:
    record(
        by=viewer.account,
        verb="programme.exported",
        thing=Thing("programme", str(viewer.programme.pk)),
        summary="The programme was taken out in open formats, without identities.",
        programme_key=str(viewer.programme.pk),
        facts={each["file"]: each["rows"] for each in held},
    )
