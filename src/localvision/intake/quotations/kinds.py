"""Whether words in quotation marks read like one person's own, unbroken words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from localvision.intake.document import Mark, QuotationKind

FIRST_PERSON = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|we|we['’](?:re|ve|d|ll)|my|our|us|me|mine|ours)\b", re.I
)
# The report's voice inside the quotation marks: "They note that ...".
REPORTED = re.compile(
    r"(?:^|[.!?]['’”\"]?\s+)(?P<words>(?:They|He|She|(?:The|This|One|Some|Several|Many|Most)\s+"
    r"(?:\w+\s+)?(?:enablers?|partners?|participants?|respondents?|interviewees?|members?|speakers?))\s+"
    r"(?:also\s+|further\s+)?(?:not|report|comment|observ|describ|highlight|stat|reflect|suggest|"
    r"acknowledg|add|explain|mention|remark|indicat)(?:es?|s|ed|d|ies|ied)?\s+(?:that|how)\b)"
)
# A later sentence without a subject: "Reduced my arrogance ..." after "I've been ...".
SUBJECTLESS = re.compile(
    r"[.!?]\s+(?P<words>[A-Z][a-z]{2,}ed\s+(?:my|our|the|a|an|their|his|her|its|me|us|them)\b)"
)


def propose_kind(text: str, start: int, marks: Sequence[Mark]) -> tuple[QuotationKind, str]:
    """Propose "verbatim", "paraphrase" or "joined", with the reason for the latter two.

    Parameters
    ----------
    text : the words inside the marks; start : their offset, as in `marks`.

    Limits
    ------
    Rules of thumb on wording alone. Words left out at either end only shorten a quotation;
    words left out inside it, or a sentence that lost its subject, join two pieces.

    Examples
    --------
    >>> propose_kind("It went well. They note that more is needed.", 0, ())[0]
    'paraphrase'
    >>> propose_kind("I grew. Opened my mind; it took time.", 0, ())[0]
    'joined'
    >>> propose_kind("I think they were right.", 0, ())
    ('verbatim', '')
    """
    reported = REPORTED.search(text)
    if reported and not FIRST_PERSON.search(text):
        return "paraphrase", f"told in the third person: “{reported['words']} …”"
    for mark in marks:
        before, after = text[: mark.start - start], text[mark.end - start :]
        if mark.kind == "ellipsis" and before.strip(" .…[]*_") and after.strip(" .…[]*_\"'”’"):
            return "joined", f"words were left out at “{mark.text}”"
    fragment = SUBJECTLESS.search(text)
    if fragment:
        return "joined", f"a sentence without a subject follows: “{fragment['words']} …”"
    return "verbatim", ""
