"""What may be done with a coding, and which counts may be shown."""

from __future__ import annotations

from typing import Protocol

from localvision.errors import workbench_coding as messages
from localvision.workbench.coding.enums import Origin

#: Counts from 1 to below this are withheld from those who see counts but not words. The
#: disclosure room sets it; until then every count is shown.
SMALLEST_COUNT_SHOWN = 1


class Codes(Protocol):
    """As much of a coding as a rule needs."""

    @property
    def coder_id(self) -> int:
        """Who coded."""
        ...

    @property
    def origin(self) -> str:
        """Where it came from."""
        ...


def can_remove(coding: Codes, account_id: int) -> bool:
    """Say whether somebody may take a coding out: their own, or one that no person here made.

    Another person's reading stays beside yours; where you differ, the two are compared.
    """
    return coding.coder_id == account_id or coding.origin in (Origin.IMPORT, Origin.EXAMPLE)


def check_removable(coding: Codes, account_id: int) -> None:
    """Raise `coding.of-another` where the coding is another person's."""
    if not can_remove(coding, account_id):
        raise messages.CODING_OF_ANOTHER.error()


def is_withheld(count: int, *, reads_words: bool, smallest: int = SMALLEST_COUNT_SHOWN) -> bool:
    """Say whether a count is too small to show to somebody who may not read the words.

    The one place where the threshold for small cells stands.

    >>> is_withheld(3, reads_words=False, smallest=5), is_withheld(0, reads_words=False)
    (True, False)
    """
    return not reads_words and 0 < count < smallest
