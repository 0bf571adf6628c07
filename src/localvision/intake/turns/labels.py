"""What a speaker's label looks like at the start of a line, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from localvision.intake.words import word_set

LONGEST_LABEL = 40
MOST_WORDS = 5
LABEL_ENDS_BEFORE = 120  # characters of a line, time and list mark included
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
TIME = re.compile(rf"[\[(]?(?P<clock>{_CLOCK})[\])]?")
_LEAD = (
    rf"[ \t>]*(?:[-–—•][ \t]+)?(?:\*\*|__)?(?:[\[(]?(?P<before>{_CLOCK})[\])]?[ \t]*[-–—]?[ \t]*)?"
)
_EMPHASIS = r"(?:\*\*|__)?"
_AFTER = rf"(?:[ \t]*[\[(]?(?P<after>{_CLOCK})[\])]?)?"

# Name: words     [00:01:02] Speaker 2: words     **Name** (00:01): words
WITH_COLON = re.compile(
    rf"^{_LEAD}{_EMPHASIS}(?P<name>[^\s:*\[\]][^:*\n\t\[\]]*?)[ \t]*{_EMPHASIS}{_AFTER}[ \t]*"
    rf":(?!//){_EMPHASIS}(?:[ \t]+|$)"
)
# Q1. words     A. words
QUESTION_ANSWER = re.compile(
    rf"^{_LEAD}{_EMPHASIS}(?P<name>[QA]\d{{0,3}})[.)]{_EMPHASIS}[ \t]+(?P<after>)"
)
# Speaker 2  00:01:02   (the words stand on the next line)
ON_ITS_OWN = re.compile(rf"^{_LEAD}(?P<name>[^\s:*\[\]\d][^:*\n\t\[\]]*?)[ \t]*{_AFTER}[ \t]*$")

# Words that name a speaker without naming a person.
GENERIC = re.compile(
    r"(?:interviewer|interviewee|int|iv|respondent|resp|participant|speaker|moderator|mod|"
    r"facilitator|researcher|evaluator|enabler|chair|presenter|host|guest|unknown speaker|"
    r"unidentified speaker|male|female|man|woman|caller|focus group member|group member)"
    r"(?:[ ]?(?:no\.? ?)?\d{1,3}|[ ][A-Z])?",
    re.IGNORECASE,
)
CODE = re.compile(r"[A-Z]{1,3}\d{1,3}|[QAIRPMF]")
# Keys of the head of a transcript, and words that open a remark.
NOT_A_SPEAKER = word_set(
    """note notes nb n.b example examples e.g i.e source sources figure table box date time
    duration length location place venue project programme program wave interview transcript
    transcribed transcriber title subject topic from to cc re file recording recorded present
    attendees apologies agenda summary background context process change conclusion conclusions
    recommendation recommendations question questions answer aim aims objective objectives method
    methods findings result results theme themes key keywords tel telephone phone email e-mail
    website web http https www see also however therefore remember warning important caution
    answers section chapter appendix part contents references action actions issue issues
    evidence quote quotation reason reasons role site locality region area consent version
    status author authors editor published publisher isbn draft page pages
    """
)
HEAD_KEYS = word_set(
    """date time duration length location place venue project programme program wave interview
    transcript transcribed transcriber title subject topic file recording recorded present
    attendees consent role site locality region area version status role interviewees
    """
)
JOINERS = word_set("of the and for de van von der la le bin al y du da &")


@dataclass(frozen=True, slots=True)
class Label:
    """A possible label: its name as written, where the words begin, a time if there is one."""

    name: str
    words_at: int
    starts_s: float | None
    own_line: bool = False


def label_at(line: str) -> Label | None:
    """Return the label with which a line begins, if it has the shape of one.

    Examples
    --------
    >>> label_at("[00:01:02] Speaker 2: We met.")
    Label(name='Speaker 2', words_at=22, starts_s=62.0, own_line=False)
    >>> label_at("The trouble is this: nobody came.") is None
    True
    """
    beginning = line[:LABEL_ENDS_BEFORE]
    match = WITH_COLON.match(beginning) or QUESTION_ANSWER.match(beginning)
    if match and has_label_shape(match["name"]):
        return Label(match["name"].strip(), match.end(), _time_of(match))
    match = ON_ITS_OWN.match(line) if len(line) < LABEL_ENDS_BEFORE else None
    if match and has_label_shape(match["name"]) and (_time_of(match) is not None or _plain(match)):
        return Label(match["name"].strip(), len(line), _time_of(match), own_line=True)
    return None


def has_label_shape(name: str) -> bool:
    """Say whether words could name a speaker: few, capitalised, no sentence marks."""
    name = name.strip()
    words = name.replace("(", " ").replace(")", " ").split()
    if not 0 < len(name) <= LONGEST_LABEL or not 0 < len(words) <= MOST_WORDS:
        return False
    if GENERIC.fullmatch(name):
        return True
    if re.search(r"[,;!?\"“”/]|\.(?=\s+\w{3,}\s)|https?$", name):
        return False
    return words[0] not in JOINERS and all(_capitalised(w) or w in JOINERS for w in words)


def is_generic(name: str) -> bool:
    """Say whether a label is one that only speakers have: Interviewer, P1, Speaker 2."""
    return bool(GENERIC.fullmatch(name) or CODE.fullmatch(name))


def first_word(name: str) -> str:
    """Return the first word of a label, folded, for looking it up."""
    return name.casefold().split()[0].rstrip(".")


def accepted_labels(counts: Mapping[str, int], *, timed: bool) -> frozenset[str]:
    """Choose which labels are speakers, from how often each stands at the start of a line.

    Generic labels and those used twice are taken; a name used once is taken only beside
    at least two surer turns; "Note" and its like never; Q and A only together.
    """
    allowed = {n for n in counts if GENERIC.fullmatch(n) or first_word(n) not in NOT_A_SPEAKER}
    letters = {name[0] for name in allowed if re.fullmatch(r"[QA]\d{0,3}", name)}
    if len(letters) == 1:
        allowed = {name for name in allowed if not re.fullmatch(r"[QA]\d{0,3}", name)}
    sure = {n for n in allowed if GENERIC.fullmatch(n) or counts[n] > 1}
    sure |= {n for n in allowed if CODE.fullmatch(n) and sum(map(counts.__getitem__, allowed)) > 1}
    if timed or sum(counts[name] for name in sure) >= 2:
        sure |= {name for name in allowed if len(name.split()) <= 3}
    return frozenset(sure)


def _plain(match: re.Match[str]) -> bool:
    # Without colon or time, only a label that can be nothing else stands alone on a line.
    name = match["name"].strip()
    return bool(GENERIC.fullmatch(name)) and (name.isupper() or bool(re.search(r"\d$", name)))


def _capitalised(word: str) -> bool:
    first = word.lstrip("'’-(")[:1]
    return first.isdigit() or (first.isalpha() and not first.islower())


def _time_of(match: re.Match[str]) -> float | None:
    clock = match["before"] if match.re is QUESTION_ANSWER else match["before"] or match["after"]
    if not clock:
        return None
    parts = [float(part) for part in clock.replace(",", ".").split(":")]
    return round(sum(part * 60**power for power, part in enumerate(reversed(parts))), 3)
