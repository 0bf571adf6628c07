"""What every format must offer to be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from localvision.intake.draft import Draft


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: how it is named, recognised and read.

    Parameters
    ----------
    key : short name, kept in `Document.format`.
    name : for people.
    extensions : lower case with the dot; a name proves nothing, content decides.
    recognises : whether bytes are surely of this format; False leaves it to the name.
    read : bytes and file name to Draft; raises LocalVisionError.
    """

    key: str
    name: str
    extensions: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], Draft]
