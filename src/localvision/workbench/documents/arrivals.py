"""What arrives at the store: plain records of a source with all that stands in its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from localvision.workbench.documents.models import Passage, Source
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True, slots=True)
class NewSpeaker:
    """A label in the transcript and whom it stands for, as far as it is known."""

    label: str
    role: str = ""
    interviewer: bool = False
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewTurn:
    """One turn of speech; offsets in code points."""

    speaker: str
    start: int
    words_start: int
    end: int
    starts_s: float | None = None
    ends_s: float | None = None


@dataclass(frozen=True, slots=True)
class NewSection:
    """A headed section."""

    number: str
    title: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NewMark:
    """A redaction or an insertion that the source itself shows, such as `[X]`."""

    kind: str
    start: int
    end: int
    shown: str


@dataclass(frozen=True, slots=True)
class NewPassage:
    """Words that come as a passage from the start, such as an attributed quotation."""

    start: int
    end: int
    kind: str = "verbatim"
    attributed: bool = False
    role: str = ""
    raw_role: str = ""
    person_id: int | None = None
    section: NewSection | None = None
    marks: tuple[NewMark, ...] = ()


@dataclass(frozen=True, slots=True)
class NewSource:
    """One source, ready to be stored. An empty key is given by the store."""

    title: str
    kind: str
    text: str
    key: str = ""
    locality_id: int | None = None
    project_id: int | None = None
    wave_id: int | None = None
    dated: date | None = None
    role: str = ""
    permitted_uses: tuple[str, ...] = ()
    file_name: str = ""
    file_format: str = ""
    file_sha256: str = ""
    encoding: str = ""
    turns_confirmed: bool = False
    speakers: tuple[NewSpeaker, ...] = ()
    turns: tuple[NewTurn, ...] = ()
    sections: tuple[NewSection, ...] = ()
    passages: tuple[NewPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """One source as it now stands in the store, with its passages by span."""

    source: Source
    passages: Mapping[tuple[int, int], Passage] = field(default_factory=dict)


#: Called inside the transaction that brings sources in; higher rooms add theirs in `ready`.
Listener = Callable[[Viewer, list[Arrival]], None]
_LISTENERS: list[Listener] = []


def on_arrival(listener: Listener) -> Listener:
    """Have a higher room told, in the same transaction, of sources that came in."""
    if listener not in _LISTENERS:
        _LISTENERS.append(listener)
    return listener


def tell(by: Viewer, arrivals: list[Arrival]) -> None:
    """Tell every listener."""
    for listener in _LISTENERS:
        listener(by, arrivals)
