"""What each chapter rests on, said under its heading (R331)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from localvision.outputs.blocks import Block, Heading
from localvision.workbench.reporting.composing.material import Material
from localvision.workbench.reporting.composing.written import cited_claims
from localvision.workbench.reporting.enums import BlockKind, ChartShows, TableShows
from localvision.workbench.reporting.models import ReportBlock

Pieces = Sequence[tuple[ReportBlock, list[Block]]]
#: Blocks that count all sources.
WHOLE = frozenset(
    {
        BlockKind.TABLE,
        BlockKind.CHART,
        BlockKind.MATRIX,
        BlockKind.THEME_MAP,
        BlockKind.VOICES,
        BlockKind.METHODS,
        BlockKind.INSIGHTS,
        BlockKind.SUMMARY,
        BlockKind.ONE_PAGE,
    }
)
#: Charts and tables that count something else.
NOT_OF_SOURCES = frozenset({ChartShows.STAGES, ChartShows.PLACES, TableShows.CLAIMS})


def with_sources(material: Material, pieces: Pieces) -> Iterator[Block]:
    """Yield all blocks in order, each first-level heading with what its chapter rests on."""
    for at, (_, made) in enumerate(pieces):
        for block in made:
            if isinstance(block, Heading) and block.level == 1 and not block.sources:
                chapter = _chapter(pieces, at)
                block = replace(block, sources=_words(material, chapter))
            yield block


def _chapter(pieces: Pieces, at: int) -> list[ReportBlock]:
    chapter: list[ReportBlock] = []
    for stored, _ in pieces[at + 1 :]:
        if stored.kind == BlockKind.HEADING and stored.settings.get("level", 1) == 1:
            break
        chapter.append(stored)
    return chapter


def _words(material: Material, chapter: list[ReportBlock]) -> str:
    keys = {key for block in chapter for key in cited_claims(block)}
    claims = [
        claim
        for _, claim in material.numbered
        if claim.key in keys or any(b.claim_id == claim.pk for b in chapter)
    ]
    used = {pk for claim in claims for pk, _ in claim.evidence}
    used |= {block.passage_id or 0 for block in chapter if block.kind == BlockKind.QUOTATION}
    passages = [material.passages[pk] for pk in used if pk in material.passages]
    counts_all = any(_counts_all(block) for block in chapter)
    if not passages:
        return _all_of_it(material) if counts_all else ""
    sources = {p.text.source_id for p in passages}
    places = {p.text.source.locality_id for p in passages} - {None}
    where = f" in {_of(len(places), 'place')}" if places else ""
    rests = f"{_of(len(passages), 'passage')} from {_of(len(sources), 'source')}{where}"
    return f"{rests}; figures and tables: {_all_of_it(material)}" if counts_all else rests


def _counts_all(block: ReportBlock) -> bool:
    """Say whether a block counts all sources; stages and claims are counted otherwise."""
    return block.kind in WHOLE and block.settings.get("shows") not in NOT_OF_SOURCES


def _all_of_it(material: Material) -> str:
    found = material.collected
    if not found.sources:
        return ""
    where = f" in {found.places} of {_of(found.places_in_all, 'place')}" if found.places else ""
    waves = f", {_of(found.waves, 'wave')}" if found.waves else ""
    return f"all {_of(found.sources, 'source')}{where}{waves}"


def _of(n: int, thing: str) -> str:
    """Return a number with its noun.

    >>> _of(1, "place"), _of(1200, "place")
    ('1 place', '1,200 places')
    """
    return f"{n:,} {thing}{'' if n == 1 else 's'}"
