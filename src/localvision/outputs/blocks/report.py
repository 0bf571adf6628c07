"""The report as a whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from localvision.outputs.blocks.claims import (
    ClaimBlock,
    Status,
    SummaryBlock,
    VisualSummaryBlock,
)
from localvision.outputs.blocks.evidence import EvidenceAppendix
from localvision.outputs.blocks.figures import ChartBlock, ThemeMapBlock
from localvision.outputs.blocks.quotations import QuotationBlock
from localvision.outputs.blocks.tables import (
    InsightsBlock,
    MatrixBlock,
    MethodsBlock,
    TableBlock,
    VoicesBlock,
)
from localvision.outputs.blocks.text import (
    Bullets,
    Heading,
    Note,
    PageBreak,
    ReadingKeyBlock,
    Text,
)

Block: TypeAlias = (
    Heading
    | Text
    | Bullets
    | Note
    | PageBreak
    | ReadingKeyBlock
    | ClaimBlock
    | QuotationBlock
    | TableBlock
    | ChartBlock
    | MatrixBlock
    | ThemeMapBlock
    | VoicesBlock
    | MethodsBlock
    | InsightsBlock
    | EvidenceAppendix
    | SummaryBlock
    | VisualSummaryBlock
)

INVENTED_NOTICE = "Example: every place, person and word in it is invented."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A work cited by `[ref:key]`: what text shows, the full entry, and its link (R327, R328).

    `accessed` is the day the link was seen to resolve; `archived` is a lasting copy of it.
    """

    key: str
    cited_as: str
    entry: str
    url: str = ""
    accessed: dt.date | None = None
    archived: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report before it has a format.

    Parameters
    ----------
    title, subtitle : on the cover.
    programme : the programme's name.
    as_at : the day on which the evidence was closed; on the cover and on every page.
    edition : "Draft 2", "Interim report 1".
    status : how settled the report is; on every output (R191).
    invented : True marks every page and the file's properties as invented.
    authors : organisations or teams, never persons.
    cover : False for a learning note of a page or two, which has no cover or contents (R329).
    summary_line : one sentence under the title, and the document's description.
    """

    title: str
    programme: str
    as_at: dt.date
    edition: str
    status: Status
    invented: bool
    blocks: tuple[Block, ...]
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    cover: bool = True
    summary_line: str = ""
    language: str = "en-GB"

    @property
    def as_at_words(self) -> str:
        """The day as people write it.

        >>> import datetime as dt
        >>> Report(title="T", programme="P", as_at=dt.date(2026, 3, 5), edition="Draft",
        ...        status=Status.INTERIM, invented=True, blocks=()).as_at_words
        '5 March 2026'
        """
        return f"{self.as_at.day} {self.as_at:%B} {self.as_at.year}"

    @property
    def notice(self) -> str:
        """What every page says of an invented report; empty for a real one."""
        return INVENTED_NOTICE if self.invented else ""
