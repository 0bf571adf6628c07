"""Numbers and anchors of all that can be pointed at, worked out before anything is laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from localvision.errors.outputs import LINK_DANGLES
from localvision.outputs.blocks import (
    ChartBlock,
    EvidenceAppendix,
    Heading,
    InsightsBlock,
    MatrixBlock,
    MethodsBlock,
    Report,
    TableBlock,
    ThemeMapBlock,
    VoicesBlock,
)
from localvision.outputs.inline import Span, parse
from localvision.outputs.plan.parts import Run, Runs

_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")


def safe_anchor(name: str) -> str:
    """Return a name that HTML, Word and PDF all take as an anchor.

    >>> safe_anchor("passage-4-P 12/<b>")
    'passage-4-P-12-b-'
    """
    return _UNSAFE.sub("-", name)


FIGURES = (ChartBlock, ThemeMapBlock)
TABLES = (TableBlock, MatrixBlock, VoicesBlock, MethodsBlock, InsightsBlock)


@dataclass(slots=True)
class Numbering:
    """The label ("2.1", "Figure 3") and anchor of each block by its position, and by its name."""

    labels: dict[int, str] = field(default_factory=dict)
    anchors: dict[int, str] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    evidence: frozenset[int] = frozenset()
    works: dict[str, str] = field(default_factory=dict)

    def runs(self, text: str) -> Runs:
        """Read a text's markup, with every link resolved to its words and anchor."""
        return tuple(self._run(span) for span in parse(text))

    def _run(self, span: Span) -> Run:
        if span.kind in ("text", "em", "strong"):
            return Run(span.text, span.kind)
        if span.kind == "link":
            return Run(span.text, href=span.target)
        if span.kind == "claim":
            return Run(f"claim {span.target}", href=f"#claim-{span.target}")
        if span.kind == "evidence":
            return Run(f"evidence for claim {span.target}", href=f"#evidence-{span.target}")
        found = self.works if span.kind == "ref" else self.names
        if span.target not in found:
            raise LINK_DANGLES.error(what="A text", target=f"{span.kind}:{span.target}")
        if span.kind == "ref":
            return Run(self.works[span.target], href=f"#{safe_anchor(f'ref-{span.target}')}")
        words, anchor = self.names[span.target]
        return Run(words, href=f"#{anchor}")


def number_blocks(report: Report) -> Numbering:
    """Give every heading, figure and table its number, in reading order."""
    numbering = Numbering(works={r.key: r.cited_as for r in report.references})
    sections = [0, 0, 0]
    counts = {"Figure": 0, "Table": 0}
    for at, block in enumerate(report.blocks):
        if isinstance(block, Heading):
            label, word = _section(block, sections), "section"
            anchor = block.anchor or f"section-{label.replace('.', '-') or at}"
            words = f"{word} {label}" if label else block.text
        elif isinstance(block, FIGURES + TABLES):
            kind = "Figure" if isinstance(block, FIGURES) else "Table"
            counts[kind] += 1
            label = words = f"{kind} {counts[kind]}"
            anchor = block.anchor or label.lower().replace(" ", "-")
        elif isinstance(block, EvidenceAppendix):
            label, words, anchor = "", block.title, "evidence"
            numbering.evidence |= {e.claim for e in block.claims}
        else:
            continue
        numbering.labels[at], numbering.anchors[at] = label, safe_anchor(anchor)
        if getattr(block, "anchor", ""):
            numbering.names[anchor] = (words, safe_anchor(anchor))
    return numbering


def _section(heading: Heading, sections: list[int]) -> str:
    """Count the heading in; levels 1 and 2 are numbered, level 3 is not."""
    if not heading.numbered or heading.level == 3:
        return ""
    sections[heading.level - 1] += 1
    for below in range(heading.level, 3):
        sections[below] = 0
    return ".".join(str(n) for n in sections[: heading.level])
