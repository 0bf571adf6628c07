"""The front door: bytes become typed records, or a list of problems with file, row and remedy.

One folder per format. Nothing here knows Django; what is found in a document (turns,
sections, attributed quotations) is a proposal for a person to confirm.
"""

from localvision.intake.batches import (
    Batch,
    IntakeRecord,
    iter_archive,
    iter_folder,
    read_archive,
    read_folder,
)
from localvision.intake.document import AttributedQuotation, Document, Mark, Section, Turn
from localvision.intake.quotations import (
    QuotationSummary,
    attributed_quotations,
    normalise_role,
    quotation_summary,
)
from localvision.intake.reading import read_document
from localvision.intake.sections import recognise_sections
from localvision.intake.turns import TurnProposal, apply_speakers, propose_turns
from localvision.intake.words import count_words

__all__ = [
    "AttributedQuotation",
    "Batch",
    "Document",
    "IntakeRecord",
    "Mark",
    "QuotationSummary",
    "Section",
    "Turn",
    "TurnProposal",
    "apply_speakers",
    "attributed_quotations",
    "count_words",
    "iter_archive",
    "iter_folder",
    "normalise_role",
    "propose_turns",
    "quotation_summary",
    "read_archive",
    "read_document",
    "read_folder",
    "recognise_sections",
]
