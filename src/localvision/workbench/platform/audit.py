"""Writing and checking the audit: every action of every room ends here.

The chain: each event's hash covers its own content and the hash before it, so that a row
changed, removed or put in later shows (`first_break`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import connection, transaction
from django.utils import timezone

from localvision.workbench.platform.models import AuditEvent

CHAIN_LOCK = 7_305_112


class Actor(Protocol):
    """Whoever acts: a signed-in account, or the command on its behalf."""

    @property
    def audit_key(self) -> str:
        """A stable key, never a name or an address."""
        ...

    @property
    def audit_name(self) -> str:
        """What a person reads in the log."""
        ...


@dataclass(frozen=True, slots=True)
class Thing:
    """What an event is about."""

    kind: str
    key: str


def record(
    *,
    by: Actor,
    verb: str,
    thing: Thing,
    summary: str,
    programme_key: str = "",
    facts: Mapping[str, Any] | None = None,
) -> AuditEvent:
    """Append one event to the chain, inside the caller's transaction.

    Raises `TransactionManagementError` outside a transaction: a write and its event stand
    or fall together.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an audit event needs its transaction")
    _hold_the_chain()
    last = AuditEvent.objects.order_by("-id").values_list("hash", flat=True).first() or ""
    event = AuditEvent(
        at=timezone.now(),
        actor_key=by.audit_key,
        actor_name=by.audit_name,
        verb=verb,
        object_kind=thing.kind,
        object_key=thing.key,
        summary=summary[:300],
        programme_key=programme_key,
        facts=dict(facts or {}),
        previous_hash=last,
    )
    event.hash = _hash_of(event)
    event.save()
    return event


def first_break() -> AuditEvent | None:
    """Return the first event whose chain does not hold, or None when all of it does."""
    previous = ""
    for event in AuditEvent.objects.order_by("id").iterator():
        if event.previous_hash != previous or event.hash != _hash_of(event):
            return event
        previous = event.hash
    return None


def _hold_the_chain() -> None:
    """Let one transaction at a time append; SQLite's immediate transactions do already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])


def _hash_of(event: AuditEvent) -> str:
    content = [
        event.previous_hash,
        event.at.isoformat(),
        event.actor_key,
        event.actor_name,
        event.programme_key,
        event.verb,
        event.object_kind,
        event.object_key,
        event.summary,
        event.facts,
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
