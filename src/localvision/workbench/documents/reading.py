"""From what the front door read to what the store takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from localvision.errors import Problem, Where
from localvision.errors import workbench as messages
from localvision.intake import Document, IntakeRecord
from localvision.intake.document import AttributedQuotation, Mark, Section
from localvision.programme_templates import plain_label
from localvision.workbench.documents.arrivals import (
    NewMark,
    NewPassage,
    NewSection,
    NewSource,
    NewSpeaker,
    NewTurn,
)
from localvision.workbench.documents.enums import EditKind, PassageKind, SourceKind

INTERVIEWERS = {"interviewer", "int", "i", "q", "researcher", "facilitator", "moderator"}
PASSAGE_KINDS = {
    "verbatim": PassageKind.VERBATIM,
    "joined": PassageKind.EDITED,
    "paraphrase": PassageKind.PARAPHRASE,
}
MARK_KINDS = {
    "redaction": EditKind.REDACTION,
    "insertion": EditKind.INSERTION,
    "ellipsis": EditKind.ELLIPSIS,
    "interruption": EditKind.ELLIPSIS,
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of the programme while files are read: names to keys, by plain label."""

    localities: Mapping[str, int] = field(default_factory=dict)
    projects: Mapping[str, int] = field(default_factory=dict)
    waves: Mapping[str, int] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)

    def role(self, raw: str) -> str:
        """Return the role's key; empty where the programme knows no such role."""
        return self.roles.get(plain_label(raw), "")


def kind_of(document: Document, said: str = "") -> str:
    """Return the kind that the manifest says, else the one that the document looks like."""
    known = {plain_label(kind.label): kind.value for kind in SourceKind}
    known.update({plain_label(kind.value): kind.value for kind in SourceKind})
    if plain_label(said) in known:
        return known[plain_label(said)]
    if document.quotations:
        return SourceKind.REPORT
    return SourceKind.INTERVIEW if document.turns else SourceKind.DOCUMENT


def new_source(
    document: Document, around: Surroundings, facts: IntakeRecord | None = None, **known: object
) -> NewSource:
    """Return the record of one read document, with what its manifest row says."""
    said = (facts.role if facts else None) or ""
    sections = {id(section): _section(section) for section in document.sections}
    return NewSource(
        title=document.title or document.file_name.rsplit(".", 1)[0],
        kind=kind_of(document, (facts.kind if facts else None) or ""),
        text=document.text,
        role=around.role(said),
        file_name=document.file_name,
        file_format=document.format,
        file_sha256=document.sha256,
        encoding=document.encoding,
        speakers=tuple(_speakers(document, around, said)),
        turns=tuple(
            NewTurn(t.speaker_raw, t.start, t.text_start, t.end, t.starts_s, t.ends_s)
            for t in document.turns
        ),
        sections=tuple(sections.values()),
        passages=tuple(_passage(q, sections, around) for q in document.quotations),
        **known,  # type: ignore[arg-type]
    )


def _section(section: Section) -> NewSection:
    return NewSection(section.number, section.title, section.level, section.start, section.end)


def _speakers(document: Document, around: Surroundings, said: str) -> Iterable[NewSpeaker]:
    for label in dict.fromkeys(turn.speaker_raw for turn in document.turns):
        asks = plain_label(label) in INTERVIEWERS
        role = "" if asks else around.role(label) or around.role(said)
        yield NewSpeaker(label, role=role, interviewer=asks)


def _passage(
    quotation: AttributedQuotation, sections: Mapping[int, NewSection], around: Surroundings
) -> NewPassage:
    section = quotation.section
    return NewPassage(
        start=quotation.start,
        end=quotation.end,
        kind=PASSAGE_KINDS[quotation.kind],
        attributed=True,
        role=around.role(quotation.raw_role) or quotation.role,
        raw_role=quotation.raw_role,
        section=sections.get(id(section)) if section else None,
        marks=tuple(_mark(mark) for mark in quotation.marks if mark.kind in MARK_KINDS),
    )


def _mark(mark: Mark) -> NewMark:
    shown = "" if mark.kind == "interruption" else mark.text
    return NewMark(MARK_KINDS[mark.kind], mark.start, mark.end, shown)


def placed(facts: IntakeRecord, around: Surroundings) -> tuple[dict[str, int], list[Problem]]:
    """Return the ids of the place, project and wave that a manifest row names, and problems."""
    found: dict[str, int] = {}
    problems = []
    for column, known in (
        ("place", around.localities),
        ("project", around.projects),
        ("wave", around.waves),
    ):
        said = getattr(facts, column)
        if not said:
            continue
        target = known.get(plain_label(said))
        if target is None:
            where = Where(file=facts.file, row=facts.row, field=column)
            problems.append(messages.UNKNOWN_NAME.problem(where=where, column=column, said=said))
        else:
            found[{"place": "locality_id"}.get(column, f"{column}_id")] = target
    return found, problems
