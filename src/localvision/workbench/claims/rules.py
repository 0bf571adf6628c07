"""What may become of a claim. The states are a table; the diagram in the docs is drawn from it."""

from __future__ import annotations

from typing import Protocol

from localvision.errors import workbench_claims as messages
from localvision.workbench.claims.enums import Status

#: From each status, those that a claim may go to. Nothing is ever erased on the way.
TRANSITIONS: dict[Status, tuple[Status, ...]] = {
    Status.EMERGING: (Status.INTERIM, Status.FINAL, Status.WITHDRAWN),
    Status.INTERIM: (Status.EMERGING, Status.FINAL, Status.WITHDRAWN),
    Status.FINAL: (Status.REVISED, Status.WITHDRAWN),
    Status.REVISED: (Status.INTERIM, Status.FINAL, Status.WITHDRAWN),
    Status.WITHDRAWN: (Status.REVISED,),
}


class Settling(Protocol):
    """As much of a claim as a rule needs."""

    @property
    def number(self) -> int:
        """What people call it."""
        ...

    @property
    def status(self) -> str:
        """How settled it is."""
        ...


def can_become(now: str, then: str) -> bool:
    """Say whether a claim may go from one status to another.

    >>> can_become("emerging", "final"), can_become("withdrawn", "final")
    (True, False)
    """
    return Status(then) in TRANSITIONS[Status(now)]


def check_transition(claim: Settling, then: Status) -> None:
    """Raise `claim.transition` where the table does not allow the change."""
    if not can_become(claim.status, then):
        choices = ", ".join(status.label.lower() for status in TRANSITIONS[Status(claim.status)])
        raise messages.TRANSITION.error(
            number=claim.number, now=claim.status, then=then.value, choices=choices
        )


def can_be_final(*, against: int, searches: int) -> bool:
    """Say whether a claim may be called final: somebody looked for what speaks against it (R239).

    >>> can_be_final(against=0, searches=0), can_be_final(against=0, searches=1)
    (False, True)
    """
    return against > 0 or searches > 0


def check_can_be_final(claim: Settling, *, against: int, searches: int) -> None:
    """Raise `claim.not-searched` where nobody has looked for contrary evidence."""
    if not can_be_final(against=against, searches=searches):
        raise messages.NOT_SEARCHED.error(number=claim.number)


def status_when_reworded(status: str) -> Status:
    """Return the status of a claim once its sentence is another one.

    What was final or withdrawn says something else now, and is to be settled anew.

    >>> status_when_reworded("final").value, status_when_reworded("interim").value
    ('revised', 'interim')
    """
    now = Status(status)
    return Status.REVISED if now in (Status.FINAL, Status.WITHDRAWN) else now
