"""What each role may do, as one table.

The commissioner sees themes and claims, never raw words or identities: people speak
candidly only where those who hold the money cannot read them (R340).
"""

from __future__ import annotations

from collections.abc import Iterable

from localvision.workbench.accounts.enums import Capability as C
from localvision.workbench.accounts.enums import Role

_LOOKING_ON = frozenset({C.SEE_PROGRAMME, C.READ_REPORTS})
_WEIGHING = _LOOKING_ON | {C.SEE_COUNTS, C.READ_CLAIMS}

CAPABILITIES: dict[Role, frozenset[C]] = {
    Role.EVALUATOR: frozenset(C),
    Role.COMMISSIONER: _WEIGHING | {C.MANAGE_PROGRAMME, C.READ_AUDIT},
    Role.ASSESSOR: _LOOKING_ON,
    Role.ENABLER: _WEIGHING,
    Role.LOCALITY_LEAD: _WEIGHING,
    Role.READER: _LOOKING_ON,
}


def capabilities_of(roles: Iterable[str]) -> frozenset[C]:
    """Return what somebody with these roles may do, all together."""
    return frozenset().union(*(CAPABILITIES[Role(role)] for role in roles))
