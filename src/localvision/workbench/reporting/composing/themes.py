"""Matrix, theme map, voices and balance: the coded evidence as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from string import ascii_uppercase
from typing import Any

from django.utils.crypto import salted_hmac

from localvision.outputs.blocks import (
    WITHHELD,
    Base,
    Cell,
    Column,
    MatrixBlock,
    MatrixColumn,
    Missing,
    TableBlock,
    ThemeLink,
    ThemeMapBlock,
    ThemeNode,
    VoiceRow,
    VoicesBlock,
)
from localvision.workbench.coding.matrix import Cell as CountedCell
from localvision.workbench.coding.matrix import Matrix, Row, State
from localvision.workbench.coding.queries import case_theme_matrix
from localvision.workbench.coding.queries.themes import ThemeLink as Met
from localvision.workbench.coding.queries.themes import ThemeLinks
from localvision.workbench.coding.queries.voices import RoleLine, Voices
from localvision.workbench.coding.selections import NONE_RECORDED
from localvision.workbench.reporting.composing.material import Material
from localvision.workbench.reporting.enums import CaseLabels, MatrixRows
from localvision.workbench.reporting.rules import THRESHOLD

NOT_HEARD = Missing("not-asked", "not heard")
NOT_CODED = Missing("no-answer", "not coded")
CASE_WORDS = {MatrixRows.LOCALITY: "Place", MatrixRows.ROLE: "Role", MatrixRows.WAVE: "Wave"}
ONCE = "One passage: it may be one person."


def matrix(material: Material, settings: dict[str, Any]) -> MatrixBlock | None:
    """Return cases by themes; None where nothing is coded.

    Places stand under letters in an order that says nothing; by name only where asked for,
    and then counts below the threshold are withheld.
    """
    kind = MatrixRows(settings.get("rows", MatrixRows.LOCALITY))
    found = case_theme_matrix(material.viewer, rows=kind.value)
    if found is None or not found.total.counted or not found.total.counted.passages:
        return None
    named = kind != MatrixRows.LOCALITY or settings.get("labels") == CaseLabels.NAMES
    withholds = kind == MatrixRows.LOCALITY and named
    threshold = settings.get("threshold", THRESHOLD if withholds else 0)
    rows = list(found.rows) if named else _shuffled(material, found.rows)
    letters = _letters("Place", len(rows))
    labels = [row.label if named or _of_no_place(row) else next(letters) for row in rows]
    return MatrixBlock(
        caption=f"Passages by {CASE_WORDS[kind].lower()} and theme",
        base=_matrix_base(found, kind),
        columns=tuple(MatrixColumn(label=c.label, cluster=c.cluster) for c in found.columns),
        cases=tuple(labels),
        counts=tuple(tuple(_count(cell, threshold) for cell in row.cells) for row in rows),
        case_word=CASE_WORDS[kind],
        threshold=threshold or None,
        notes=_matrix_notes(found, named=named, kind=kind),
    )


def theme_map(material: Material) -> ThemeMapBlock | None:
    """Return the themes with their passages and meetings; None where nothing is coded."""
    found = material.links
    if found is None or not found.passages:
        return None
    return ThemeMapBlock(
        themes=tuple(
            ThemeNode(code=n.key, label=n.label, cluster=n.cluster, count=n.passages)
            for n in found.nodes
        ),
        links=tuple(
            ThemeLink(one=link.first, other=link.second, count=_shared(link))
            for link in found.links
            if _shared(link)
        ),
        base=passages_base(found),
    )


def voices(material: Material) -> VoicesBlock | None:
    """Return who was heard on what, and the silent roles; None where nothing is coded."""
    found = material.voices
    if found is None or not any(role.total.passages for role in found.roles):
        return None
    return VoicesBlock(
        base=voices_base(found),
        clusters=tuple(key for key, _ in found.clusters),
        rows=tuple(_voice_row(role) for role in found.roles if not role.silent),
        silent=found.silent_roles,
        unit="passages",
        notes=(
            "A passage that speaks of two clusters counts in both.",
            "People are those whose passages say who speaks; where they do not, the figure is a "
            "lower bound.",
        ),
    )


def balance_table(material: Material) -> TableBlock | None:
    """Return passages by theme and cluster, with each theme's share (R224)."""
    found = material.links
    if found is None or not found.passages:
        return None
    return TableBlock(
        caption="How the evidence is spread over the themes",
        base=passages_base(found),
        columns=(
            Column(label="Theme", width=2.4),
            Column(label="Cluster", width=1.2),
            Column(label="Passages", numeric=True),
            Column(label="Share of all passages", numeric=True),
        ),
        rows=tuple(
            (
                n.label,
                _cluster(material, n.cluster),
                n.passages,
                f"{n.passages / found.passages:.0%}",
            )
            for n in found.nodes
        ),
        notes=("A passage may speak of more than one theme, so shares add up to more than 100%.",),
    )


def co_occurrence_table(material: Material) -> TableBlock | None:
    """Return which themes are spoken of together, most often first (R192)."""
    found = material.links
    if found is None:
        return None
    names = {node.key: node.label for node in found.nodes}
    met = sorted(
        (link for link in found.links if _shared(link)),
        key=lambda link: (-_shared(link), names[link.first], names[link.second]),
    )
    if not met:
        return None
    rows: list[tuple[Cell, ...]] = [
        (names[link.first], names[link.second], _shared(link)) for link in met
    ]
    return TableBlock(
        caption="Themes that are spoken of together",
        base=passages_base(found),
        columns=(
            Column(label="Theme", width=2),
            Column(label="Together with", width=2),
            Column(label="Shared passages", numeric=True),
        ),
        rows=tuple(rows),
    )


def _shared(link: Met) -> int:
    """Return how often two themes stand in the same or in overlapping words."""
    return link.met.same + link.met.overlapping


def _cluster(material: Material, key: str) -> str:
    clusters = dict(material.voices.clusters) if material.voices else {}
    return clusters.get(key, key.capitalize())


def _count(cell: CountedCell, threshold: int) -> int | Missing:
    if cell.state == State.WITHHELD:
        return WITHHELD
    if cell.state == State.NOT_HEARD:
        return NOT_HEARD
    if cell.state == State.NOT_CODED:
        return NOT_CODED
    n = cell.counted.passages if cell.counted else 0
    return WITHHELD if 0 < n < threshold else n


def _matrix_base(found: Matrix, kind: MatrixRows) -> Base:
    assert found.total.counted is not None
    heard = sum(1 for row in found.rows if row.heard.sources)
    unheard = len(found.rows) - heard
    word = f"{CASE_WORDS[kind].lower()}s"
    missing = f"nobody heard in {unheard} of {len(found.rows)} {word}" if unheard else ""
    return Base(n=found.total.counted.passages, unit="passages", missing=missing)


def _matrix_notes(found: Matrix, *, named: bool, kind: MatrixRows) -> tuple[str, ...]:
    notes = ["A passage that speaks of two themes stands in two cells."]
    if not named:
        notes.append("Places stand under letters, in an order that says nothing about them.")
    if kind == MatrixRows.LOCALITY:
        notes.append("A dark cell means that more was said, not that more was done.")
    return tuple(notes)


def passages_base(found: ThemeLinks) -> Base:
    """Return how many distinct passages the theme figures rest on."""
    return Base(n=found.passages, unit="passages")


def voices_base(found: Voices) -> Base:
    """Return how many passages the voices rest on, and how many roles are missing."""
    total = sum(role.total.passages or 0 for role in found.roles)
    silent = len(found.silent_roles)
    expected = sum(1 for role in found.roles if role.expected)
    missing = f"{silent} of {expected} roles not heard" if silent else ""
    return Base(n=total, unit="passages", missing=missing)


def _voice_row(role: RoleLine) -> VoiceRow:
    def shown(value: int | None) -> int | Missing:
        if value is not None:
            return value
        return WITHHELD if role.heard.sources else NOT_HEARD

    return VoiceRow(
        role=role.label,
        people=shown(role.total.people),
        places=shown(role.total.places),
        counts=tuple(shown(voice.passages) for voice in role.voices),
        flag=ONCE if role.once else "",
    )


def _shuffled(material: Material, rows: tuple[Row, ...]) -> list[Row]:
    """Return rows in an order that is the same in every build of the report.

    It is drawn with the workspace's secret, so that nobody outside can draw it again. What
    belongs to no place stands last.
    """

    def lot(row: Row) -> tuple[bool, str]:
        drawn = salted_hmac("reporting.letters", f"{material.report.pk}:{row.key}")
        return _of_no_place(row), drawn.hexdigest()

    return sorted(rows, key=lot)


def _of_no_place(row: Row) -> bool:
    return row.key == NONE_RECORDED


def _letters(word: str, n: int) -> Iterator[str]:
    """Yield "Place A"... "Place Z", "Place AA"...

    >>> list(_letters("Place", 27))[-2:]
    ['Place Z', 'Place AA']
    """
    made = 0
    length = 1
    while made < n:
        for letters in product(ascii_uppercase, repeat=length):
            if made == n:
                return
            yield f"{word} {''.join(letters)}"
            made += 1
        length += 1
