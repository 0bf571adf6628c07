"""What every room stands on: audit events, background runs and search entries."""

from __future__ import annotations

from typing import Any

from django.db import models

from localvision.workbench.platform.enums import RunState
from localvision.workbench.platform.privacy import PERSONAL, SAFE, Privacy


class AuditEvent(models.Model):
    """One thing that a person did, for ever: append-only and chained by hash.

    Keys are text, not foreign keys: the record outlives what it speaks of.
    """

    at = models.DateTimeField()
    actor_key = models.CharField(max_length=64)
    actor_name = models.CharField(max_length=200)
    programme_key = models.CharField(max_length=64, blank=True)
    verb = models.CharField(max_length=64)
    object_kind = models.CharField(max_length=64)
    object_key = models.CharField(max_length=64)
    summary = models.CharField(max_length=300)
    facts = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    privacy = Privacy(
        {
            "at": SAFE,
            "actor_key": PERSONAL,
            "actor_name": PERSONAL,
            "programme_key": SAFE,
            "verb": SAFE,
            "object_kind": SAFE,
            "object_key": SAFE,
            "summary": SAFE,
            "facts": SAFE,
            "previous_hash": SAFE,
            "hash": SAFE,
        }
    )

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["programme_key", "-id"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.summary}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write once; a second save is refused."""
        if self.pk is not None:
            raise TypeError("an audit event is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse: an audit event is never removed."""
        raise TypeError("an audit event is never removed")


class Run(models.Model):
    """One piece of heavy work: who asked, how far it is, and who holds it now.

    A worker holds a run by a lease that its heartbeat renews. When a worker dies, the lease
    runs out and the next worker takes the run up again; so every job must be repeatable.
    """

    kind = models.CharField(max_length=64)
    arguments = models.JSONField(default=dict)
    programme_key = models.CharField(max_length=64, blank=True)
    asked_by = models.CharField(max_length=64)
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=16, choices=RunState.choices, default=RunState.QUEUED)
    attempt = models.PositiveIntegerField(default=0)
    worker = models.CharField(max_length=100, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    cancel_asked = models.BooleanField(default=False)
    steps_done = models.PositiveIntegerField(default=0)
    steps_total = models.PositiveIntegerField(null=True, blank=True)
    step_words = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(null=True, blank=True)
    problems = models.JSONField(default=list)

    privacy = Privacy.all_safe(
        except_for={
            "asked_by": PERSONAL,
            "arguments": PERSONAL,
            "result": PERSONAL,
            "problems": PERSONAL,
        }
    )

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["state", "leased_until"])]

    def __str__(self) -> str:
        return f"{self.kind} ({self.state})"


class SearchEntry(models.Model):
    """One findable thing; the full-text index follows this table by database triggers."""

    programme_key = models.CharField(max_length=64)
    kind = models.CharField(max_length=32)
    object_key = models.CharField(max_length=64)
    capability = models.CharField(max_length=32)
    locality_key = models.CharField(max_length=64, blank=True)
    title = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)

    privacy = Privacy.all_safe(
        except_for={"title": PERSONAL, "body": PERSONAL, "locality_key": PERSONAL}
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_key"], name="one_entry_per_object")
        ]
        indexes = [models.Index(fields=["programme_key", "kind"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_key}"
