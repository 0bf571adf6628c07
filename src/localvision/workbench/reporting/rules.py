"""What may stand in a report, and what a block may be told to show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from localvision.errors import workbench_reporting as messages
from localvision.workbench.documents.models import Passage
from localvision.workbench.programmes.enums import Stage
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.enums import (
    BlockKind,
    CaseLabels,
    ChartShows,
    MatrixRows,
    NoteKind,
    TableShows,
)
from localvision.workbench.reporting.outline import NewBlock

QUOTE_WITH_ROLE = "quote_with_role"
#: A count from 1 up to below this is withheld where places are named.
THRESHOLD = 5
#: So many passages of each claim are printed in the appendix; all of them open on screen.
APPENDIX_LIMIT = 8

Check = Callable[[Any], bool]


def may_quote(passage: Passage) -> bool:
    """Say whether the words of a passage may be printed under the speaker's role.

    A source with no recorded limits sets none; one with recorded uses must name this one.
    """
    uses = passage.text.source.permitted_uses
    return not uses or QUOTE_WITH_ROLE in uses


def check_reads_all(viewer: Viewer) -> None:
    """Raise `report.not-all-places` where a person reads some places only."""
    if viewer.locality_ids is not None:
        raise messages.NOT_ALL_PLACES.error()


def _words(value: Any) -> bool:
    return isinstance(value, str)


def _number(low: int, high: int) -> Check:
    return lambda v: isinstance(v, int) and not isinstance(v, bool) and low <= v <= high


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _lines(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(line, str) for line in value)


def _one_of(choices: list[str]) -> Check:
    return lambda v: v in choices


#: What each kind of block may be told, and what counts as an answer.
SETTINGS: Mapping[str, Mapping[str, tuple[Check, str]]] = {
    BlockKind.HEADING: {
        "level": (_number(1, 3), "1, 2, 3"),
        "sources": (_words, "a line of words"),
        "numbered": (_flag, "true, false"),
    },
    BlockKind.TEXT: {"lead": (_flag, "true, false")},
    BlockKind.NOTE: {
        "title": (_words, "a line of words"),
        "note": (_one_of(NoteKind.values), ", ".join(NoteKind.values)),
    },
    BlockKind.TABLE: {"shows": (_one_of(TableShows.values), ", ".join(TableShows.values))},
    BlockKind.CHART: {
        "shows": (_one_of(ChartShows.values), ", ".join(ChartShows.values)),
        "show_table": (_flag, "true, false"),
        "stage": (_one_of(Stage.values), ", ".join(Stage.values)),
    },
    BlockKind.MATRIX: {
        "rows": (_one_of(MatrixRows.values), ", ".join(MatrixRows.values)),
        "labels": (_one_of(CaseLabels.values), ", ".join(CaseLabels.values)),
        "threshold": (_number(0, 50), "0 to 50"),
    },
    BlockKind.SUMMARY: {
        "unknowns": (_lines, "a list of sentences"),
        "claims": (_lines, "a list of claim keys"),
    },
    BlockKind.ONE_PAGE: {
        "unknowns": (_lines, "a list of sentences"),
        "claims": (_lines, "a list of claim keys"),
    },
    BlockKind.EVIDENCE: {"limit": (_number(1, 500), "1 to 500")},
}
#: What a kind cannot do without.
NEEDS: Mapping[str, tuple[Callable[[NewBlock], bool], str]] = {
    BlockKind.HEADING: (lambda b: bool(b.text.strip()), "words"),
    BlockKind.TEXT: (lambda b: bool(b.text.strip()), "words"),
    BlockKind.NOTE: (lambda b: bool(b.text.strip()), "words"),
    BlockKind.CLAIM: (lambda b: b.claim_id is not None, "a claim"),
    BlockKind.QUOTATION: (lambda b: b.passage_id is not None, "a passage"),
    BlockKind.TABLE: (lambda b: "shows" in b.settings, "what it shows"),
    BlockKind.CHART: (lambda b: "shows" in b.settings, "what it shows"),
}


def check_block(block: NewBlock) -> None:
    """Raise `report.block-setting` or `report.block-needs` where a block cannot be."""
    kind = BlockKind(block.kind)
    known = SETTINGS.get(kind, {})
    for field, value in block.settings.items():
        check, choices = known.get(field, (None, ", ".join(known) or "none"))
        if check is None or not check(value):
            raise messages.BLOCK_SETTING.error(
                kind=kind.label.lower(), field=field, value=value, choices=choices
            )
    has, what = NEEDS.get(kind, (None, ""))
    if has is not None and not has(block):
        raise messages.BLOCK_NEEDS.error(kind=kind.label.lower(), what=what)
