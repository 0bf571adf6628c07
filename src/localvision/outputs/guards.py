"""What a report may not leave the house without: n, roles, and a summary that agrees.

All that is wrong is listed at once. `problems_in` answers; `check_report` refuses.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from localvision.errors import LocalVisionError, Problem
from localvision.errors import outputs as say
from localvision.outputs.blocks import (
    Base,
    Block,
    ChartBlock,
    ClaimBlock,
    EvidenceAppendix,
    EvidencePassage,
    Heading,
    MatrixBlock,
    Missing,
    QuotationBlock,
    QuotationKind,
    Report,
    Status,
    SummaryBlock,
    SummaryClaim,
    TableBlock,
    VisualSummaryBlock,
    VoicesBlock,
    Words,
)
from localvision.outputs.inline import parse
from localvision.outputs.texts import every_text, inline_texts

MOST_CLAIMS_ON_ONE_PAGE = 6
_QUOTED = re.compile(r"^\s*[\"“‘«].*[\"”’»]\s*[.]?\s*$", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def check_report(report: Report) -> None:
    """Refuse a report that breaks a rule (R229, R236, R239, R326, R327, R334).

    Raises
    ------
    LocalVisionError with every problem found; warnings alone do not stop a report.
    """
    problems = [p for p in problems_in(report) if p.severity == "error"]
    if problems:
        raise LocalVisionError(problems)


def problems_in(report: Report) -> tuple[Problem, ...]:
    """List all that is wrong with a report, errors and warnings, in reading order."""
    return (
        *(p for block in report.blocks for p in _of_block(block)),
        *_claims_twice(report),
        *_summaries(report),
        *_anchors(report),
        *_links(report),
        *_references(report),
        *_control_characters(report),
    )


def _of_block(block: Block) -> Iterator[Problem]:
    yield from _base_and_caption(block)
    check = _CHECKS.get(type(block))
    if check:
        yield from check(block)


def _evidence(appendix: EvidenceAppendix) -> Iterator[Problem]:
    for claim in appendix.claims:
        for passage in claim.passages:
            yield from _quotation(passage)


def _heading(heading: Heading) -> Iterator[Problem]:
    if heading.level == 1 and heading.numbered and not heading.sources:
        yield say.SECTION_WITHOUT_SOURCES.problem(heading=heading.text)


def _base_and_caption(block: Block) -> Iterator[Problem]:
    holder = block.chart if isinstance(block, ChartBlock) else block
    base, caption = getattr(holder, "base", None), getattr(holder, "caption", "-")
    if not isinstance(base, Base):
        return
    what = f"“{caption}”" if caption.strip("- ") else f"A {type(block).__name__}"
    if base.n is None:
        yield say.NO_N.problem(what=what)
    if not caption.strip():
        yield say.NO_CAPTION.problem(what=what)


def _claim(claim: ClaimBlock) -> Iterator[Problem]:
    if not claim.fractions:
        yield say.NO_N.problem(what=f"Claim {claim.number}")
    if claim.status is Status.FINAL and not (claim.searched_against or claim.against):
        yield say.SETTLED_UNTESTED.problem(number=claim.number)


def _quotation(quotation: QuotationBlock | EvidencePassage) -> Iterator[Problem]:
    words = "".join(s.text for s in quotation.segments if isinstance(s, Words))
    role = quotation.role.strip()
    if not role:
        yield say.NO_ROLE.problem(words=words[:60])
    edited = any(not isinstance(s, Words) for s in quotation.segments)
    if quotation.kind is QuotationKind.VERBATIM and edited:
        yield say.VERBATIM_EDITED.problem(role=role)
    if quotation.kind is QuotationKind.PARAPHRASE and _QUOTED.match(words):
        yield say.PARAPHRASE_QUOTED.problem(role=role)


def _table(table: TableBlock) -> Iterator[Problem]:
    what = f"The table “{table.caption}”"
    for i, row in enumerate(table.rows, 1):
        if len(row) != len(table.columns):
            yield say.TABLE_RAGGED.problem(
                what=what, row=i, cells=len(row), columns=len(table.columns)
            )
        for cell in row:
            if isinstance(cell, float) and not math.isfinite(cell):
                yield say.NUMBER_NOT_FINITE.problem(what=what, value=cell)


def _chart(block: ChartBlock) -> Iterator[Problem]:
    if not block.chart.alt.strip():
        yield say.NO_ALT.problem(what=f"The figure “{block.chart.caption}”")
    yield from _table(block.chart.table)


def _matrix(matrix: MatrixBlock) -> Iterator[Problem]:
    what = f"The matrix “{matrix.caption}”"
    if len(matrix.cases) != len(matrix.counts):
        yield say.TABLE_RAGGED.problem(
            what=what, row="list", cells=len(matrix.counts), columns=len(matrix.cases)
        )
    for case, row in zip(matrix.cases, matrix.counts, strict=False):
        if len(row) != len(matrix.columns):
            yield say.TABLE_RAGGED.problem(
                what=what, row=case, cells=len(row), columns=len(matrix.columns)
            )
        for cell in row:
            if not isinstance(cell, Missing) and 0 < cell < (matrix.threshold or 0):
                yield say.SMALL_CELL_SHOWN.problem(
                    what=what, count=cell, row=case, threshold=matrix.threshold
                )


def _voices(voices: VoicesBlock) -> Iterator[Problem]:
    for row in voices.rows:
        if len(row.counts) != len(voices.clusters):
            yield say.TABLE_RAGGED.problem(
                what=f"The table “{voices.caption}”",
                row=row.role,
                cells=len(row.counts),
                columns=len(voices.clusters),
            )


def _one_page(page: VisualSummaryBlock) -> Iterator[Problem]:
    if len(page.claims) > MOST_CLAIMS_ON_ONE_PAGE:
        yield say.ONE_PAGE_TOO_FULL.problem(claims=len(page.claims), most=MOST_CLAIMS_ON_ONE_PAGE)
    if page.base.n is None:
        yield say.NO_N.problem(what=f"“{page.title}”")


def _claims_twice(report: Report) -> Iterator[Problem]:
    seen = Counter(b.number for b in report.blocks if isinstance(b, ClaimBlock))
    for number, times in seen.items():
        if times > 1:
            yield say.CLAIM_TWICE.problem(number=number)


def _summaries(report: Report) -> Iterator[Problem]:
    body = {b.number: b for b in report.blocks if isinstance(b, ClaimBlock)}
    for block in report.blocks:
        if not isinstance(block, SummaryBlock | VisualSummaryBlock):
            continue
        for summary in block.claims:
            if summary.number not in body:
                yield say.SUMMARY_UNKNOWN_CLAIM.problem(number=summary.number)
            else:
                yield from _agrees(summary, body[summary.number])


def _agrees(summary: SummaryClaim, claim: ClaimBlock) -> Iterator[Problem]:
    pairs = [
        ("status", summary.status.value, claim.status.value),
        ("strength", summary.strength, claim.strength),
    ]
    if summary.fraction and summary.fraction not in claim.fractions:
        body = "; ".join(f.words for f in claim.fractions)
        pairs.append(("fraction", summary.fraction.words, body))
    for field, ours, theirs in pairs:
        if ours != theirs:
            yield say.SUMMARY_DIFFERS.problem(
                number=summary.number, field=field, summary=ours, body=theirs
            )


def _anchors(report: Report) -> Iterator[Problem]:
    names = Counter(a for b in report.blocks if (a := getattr(b, "anchor", "")))
    for anchor, times in names.items():
        if times > 1:
            yield say.ANCHOR_TWICE.problem(anchor=anchor)


def _links(report: Report) -> Iterator[Problem]:
    claims = {str(b.number) for b in report.blocks if isinstance(b, ClaimBlock)}
    evidence = {
        str(e.claim) for b in report.blocks if isinstance(b, EvidenceAppendix) for e in b.claims
    }
    targets = {
        "claim": claims,
        "evidence": evidence,
        "ref": {r.key for r in report.references},
        "see": {a for b in report.blocks if (a := getattr(b, "anchor", ""))},
    }
    for text in inline_texts(report):
        for span in parse(text):
            if span.kind in targets and span.target not in targets[span.kind]:
                yield say.LINK_DANGLES.problem(
                    what=f"“{text[:60]}”", target=f"{span.kind}:{span.target}"
                )
    for what, number in _claim_numbers(report):
        if str(number) not in claims:
            yield say.LINK_DANGLES.problem(what=what, target=f"claim:{number}")


def _claim_numbers(report: Report) -> Iterator[tuple[str, int]]:
    for block in report.blocks:
        if isinstance(block, QuotationBlock) and block.claim is not None:
            yield f"A quotation ({block.role})", block.claim
        elif isinstance(block, EvidenceAppendix):
            yield from (("The appendix of evidence", e.claim) for e in block.claims)
        else:
            for side in ("enablers", "outcomes", "challenges"):
                for insight in getattr(block, side, ()):
                    if insight.claim is not None:
                        yield f"The insight “{insight.text[:40]}”", insight.claim


def _references(report: Report) -> Iterator[Problem]:
    cited = {s.target for t in inline_texts(report) for s in parse(t) if s.kind == "ref"}
    for reference in report.references:
        if reference.key not in cited:
            yield say.REFERENCE_UNUSED.problem(key=reference.key)


def _control_characters(report: Report) -> Iterator[Problem]:
    codes = {f"U+{ord(c):04X}" for t in every_text(report) for c in _CONTROL.findall(t)}
    for code in sorted(codes):
        yield say.CONTROL_CHARACTER.problem(code=code)


_CHECKS: dict[type, Callable[[Any], Iterator[Problem]]] = {
    ClaimBlock: _claim,
    QuotationBlock: _quotation,
    EvidenceAppendix: _evidence,
    TableBlock: _table,
    ChartBlock: _chart,
    MatrixBlock: _matrix,
    VoicesBlock: _voices,
    VisualSummaryBlock: _one_page,
    Heading: _heading,
}

__all__ = ["MOST_CLAIMS_ON_ONE_PAGE", "check_report", "problems_in"]
