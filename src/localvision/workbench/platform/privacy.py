"""Every field of every model is marked safe or personal; a house test holds it.

`PERSONAL` is what a withdrawal must reach, an export must ask about and a log must not hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Mark(Enum):
    """What a field holds, from the point of view of the person spoken of."""

    SAFE = "safe"
    PERSONAL = "personal"


SAFE = Mark.SAFE
PERSONAL = Mark.PERSONAL


@dataclass(frozen=True, slots=True)
class Privacy:
    """The marks of one model. `rest` is the mark of fields not named."""

    marks: Mapping[str, Mark] = field(default_factory=dict)
    rest: Mark | None = None

    @classmethod
    def all_safe(cls, *, except_for: Mapping[str, Mark] | None = None) -> Privacy:
        """Mark every field safe but those named."""
        return cls(except_for or {}, SAFE)

    @classmethod
    def all_personal(cls, *, except_for: Mapping[str, Mark] | None = None) -> Privacy:
        """Mark every field personal but those named."""
        return cls(except_for or {}, PERSONAL)

    def of(self, field_name: str) -> Mark | None:
        """Return the mark of a field, or None where it has none."""
        return self.marks.get(field_name, self.rest)
