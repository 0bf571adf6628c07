"""People's words on their way out: marked edits applied, places masked, roles and no names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from localvision.outputs.blocks import Edit, QuotationKind, Redaction, Segment, Words, cut
from localvision.workbench.documents.enums import EditKind, PassageKind
from localvision.workbench.documents.models import Passage, PassageEdit
from localvision.workbench.reporting.composing.masks import Masks

#: Wide marks first: a redaction wins over any other edit that it touches.
_ORDER = {EditKind.REDACTION: 0, EditKind.INSERTION: 1, EditKind.ELLIPSIS: 2}
#: What a redaction may say of the words that it takes out; other words stand in for them.
_KINDS_OF_NAME = re.compile(
    r"\A(|removed|redacted|(the )?(name|place|person|organisation|role|locality|date|number)"
    r"( of .*)?)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage as it leaves: its segments, what kind of quotation, and names masked here."""

    segments: tuple[Segment, ...]
    kind: QuotationKind
    masked: int

    @property
    def text(self) -> str:
        """The words that are left, for lists and labels."""
        parts = []
        for segment in self.segments:
            if isinstance(segment, Words):
                parts.append(segment.text)
            elif isinstance(segment, Redaction):
                parts.append(f"[{segment.label}]")
            else:
                parts.append("…")
        return "".join(parts)


def quoted(passage: Passage, redactions: Sequence[PassageEdit], masks: Masks) -> Quoted:
    """Return the words of a passage with every marked edit applied.

    Parameters
    ----------
    passage : with its own edits prefetched.
    redactions : the redactions of every passage of the same text: words that were taken out
        of one passage are taken out of all that overlap it.
    masks : names of the programme's places, organisations and people.
    """
    marked = [_edit(edit, passage) for edit in passage.edits.all()]
    marked += [
        _edit(edit, passage)
        for edit in redactions
        if edit.passage_id != passage.pk and edit.start < passage.end and edit.end > passage.start
    ]
    names = masks.edits(passage.quote)
    segments = _trimmed(cut(passage.quote, _apart([*marked, *names])))
    return Quoted(segments, _kind(passage, segments), len(names))


def _edit(edit: PassageEdit, passage: Passage) -> Edit:
    """Return the edit in offsets of the passage, kept inside it."""
    length = passage.end - passage.start
    shown = edit.shown.strip("[]() ")
    kind = EditKind(edit.kind)
    if kind == EditKind.REDACTION and not _KINDS_OF_NAME.match(shown):
        kind = EditKind.INSERTION  # words such as "our Enabler" stand in for those taken out
    return Edit(
        start=min(max(edit.start - passage.start, 0), length),
        end=min(max(edit.end - passage.start, 0), length),
        kind=kind.value,  # type: ignore[arg-type]
        label=shown,
    )


def _apart(edits: list[Edit]) -> list[Edit]:
    """Make one edit of those that overlap, so that no removed word comes back."""
    groups: list[list[Edit]] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if groups and edit.start < max(e.end for e in groups[-1]):
            groups[-1].append(edit)
        else:
            groups.append([edit])
    return [_one_of(group) for group in groups]


def _one_of(group: list[Edit]) -> Edit:
    """Return the edit that covers its group, or a redaction of all that the group covers."""
    start, end = group[0].start, max(e.end for e in group)
    covering = [e for e in group if (e.start, e.end) == (start, end)]
    if covering:
        return min(covering, key=lambda e: _ORDER[EditKind(e.kind)])
    label = next((e.label for e in group if e.kind == "redaction"), "")
    return Edit(start=start, end=end, kind="redaction", label=label)


def _trimmed(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Take white space and line breaks from the ends and the inside of the words."""
    cleaned: list[Segment] = []
    last = len(segments) - 1
    for at, segment in enumerate(segments):
        if isinstance(segment, Words):
            text = re.sub(r"\s+", " ", segment.text)
            text = text.lstrip() if at == 0 else text
            text = text.rstrip() if at == last else text
            if text:
                cleaned.append(Words(text))
        else:
            cleaned.append(segment)
    return tuple(cleaned)


def _kind(passage: Passage, segments: tuple[Segment, ...]) -> QuotationKind:
    if passage.kind == PassageKind.PARAPHRASE:
        return QuotationKind.PARAPHRASE
    edited = any(not isinstance(segment, Words) for segment in segments)
    return QuotationKind.EDITED if edited else QuotationKind.VERBATIM
