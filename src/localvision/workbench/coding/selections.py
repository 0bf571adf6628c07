"""What a number on a page stands for: the choice of passages beneath it, as a link can carry it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode

#: Stands for "not recorded" in a link, where an empty value means "any".
NONE_RECORDED = "-"


@dataclass(frozen=True, slots=True)
class Selection:
    """Passages of one place, role, wave, theme or cluster; an empty field means any.

    `place`, `role` and `theme` are keys, `wave` a number; `-` means that none is recorded.
    `recode` picks the codings of a split theme that wait for a person; `also` those whose very
    words were read as another theme too, `touching` those that overlap other words of a theme.

    >>> Selection(place="ashmere", theme="timing").query
    'place=ashmere&theme=timing'
    """

    place: str = ""
    role: str = ""
    wave: str = ""
    theme: str = ""
    cluster: str = ""
    recode: str = ""
    also: str = ""
    touching: str = ""
    frame: str = "themes"

    @property
    def query(self) -> str:
        """The selection as the end of a link; what is not chosen is left out."""
        chosen = {k: v for k, v in asdict(self).items() if v and (k, v) != ("frame", "themes")}
        return urlencode(chosen)

    @classmethod
    def of_query(cls, query: Mapping[str, str]) -> Selection:
        """Read a link's end; names that mean nothing here are left alone."""
        return cls(**{name: query[name] for name in cls.__dataclass_fields__ if query.get(name)})

    def but(self, **fields: str) -> Selection:
        """Return the same selection with some fields changed."""
        return replace(self, **fields)
