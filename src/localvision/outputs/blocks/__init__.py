"""The block model of a report: what is said, with its n, before any format is chosen.

A report is a frozen tree of plain values. The same tree becomes HTML, DOCX and PDF, so a
sentence, a fraction or a caveat cannot differ between them. Nothing here knows a format,
a database or a clock; who may see what has been decided before a block is made.

Every text field is plain text. `Text`, `Bullets`, `Note` and a few more read a tiny inline
markup (see `localvision.outputs.inline`): `*emphasis*`, `**strong**`, `[claim:4]`,
`[evidence:4]`, `[ref:key]`, `[see:anchor]` and `[words](https://address)`.
"""

from localvision.outputs.blocks.base import (
    CHANGE,
    CLUSTER_NAMES,
    CONTEXT,
    NO_ANSWER,
    NOT_ASKED,
    PROCESS,
    WITHHELD,
    Base,
    Cell,
    Missing,
)
from localvision.outputs.blocks.claims import (
    ClaimBlock,
    Fraction,
    KeyNumber,
    QuantifierFlag,
    Status,
    SummaryBlock,
    SummaryClaim,
    VisualSummaryBlock,
)
from localvision.outputs.blocks.evidence import ClaimEvidence, EvidenceAppendix, EvidencePassage
from localvision.outputs.blocks.figures import (
    Chart,
    ChartBlock,
    ThemeLink,
    ThemeMapBlock,
    ThemeNode,
)
from localvision.outputs.blocks.quotations import (
    Edit,
    Ellipsis,
    Insertion,
    QuotationBlock,
    QuotationKind,
    Redaction,
    Segment,
    Words,
    cut,
)
from localvision.outputs.blocks.report import Block, Reference, Report
from localvision.outputs.blocks.tables import (
    Column,
    Insight,
    InsightsBlock,
    MatrixBlock,
    MatrixColumn,
    MethodsBlock,
    MethodsSource,
    TableBlock,
    VoiceRow,
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

__all__ = [
    "CHANGE",
    "CLUSTER_NAMES",
    "CONTEXT",
    "NOT_ASKED",
    "NO_ANSWER",
    "PROCESS",
    "WITHHELD",
    "Base",
    "Block",
    "Bullets",
    "Cell",
    "Chart",
    "ChartBlock",
    "ClaimBlock",
    "ClaimEvidence",
    "Column",
    "Edit",
    "Ellipsis",
    "EvidenceAppendix",
    "EvidencePassage",
    "Fraction",
    "Heading",
    "Insertion",
    "Insight",
    "InsightsBlock",
    "KeyNumber",
    "MatrixBlock",
    "MatrixColumn",
    "MethodsBlock",
    "MethodsSource",
    "Missing",
    "Note",
    "PageBreak",
    "QuantifierFlag",
    "QuotationBlock",
    "QuotationKind",
    "ReadingKeyBlock",
    "Redaction",
    "Reference",
    "Report",
    "Segment",
    "Status",
    "SummaryBlock",
    "SummaryClaim",
    "TableBlock",
    "Text",
    "ThemeLink",
    "ThemeMapBlock",
    "ThemeNode",
    "VisualSummaryBlock",
    "VoiceRow",
    "VoicesBlock",
    "Words",
    "cut",
]
